"""Earmarked grants for children and youth: what a grant pays of a cost, and the published rates."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

YEARLY = ("inkluderingstilskudd_ar", "sosialt_utviklingstiltak_ar")
MONTHS = [f"{month:02}" for month in range(1, 13)]


def person(year: int, born: str, kommune: int = 4613, **facts: Any) -> Simulation:
    """One person whose facts hold in each month of a year; kroner are given by the year."""
    kroner = ("_kostnad", "_innvilget", "_lokalt_tilskudd")
    inputs: dict[str, Any] = {}
    for name, stated in facts.items():
        if name in YEARLY:
            inputs[name] = {str(year): stated}
        else:
            month = stated / 12 if name.endswith(kroner) else stated
            inputs[name] = {f"{year}-{number}": month for number in MONTHS}
    numbers = {f"{year}-{number}": kommune for number in MONTHS}
    return household(
        {"p": {"born": born, **inputs}}, andre=["p"], kommune={"kommunenummer": numbers}
    )


def of_year(case: Simulation, name: str, year: int) -> float:
    return sum(float(case.calculate(name, f"{year}-{number}")[0]) for number in MONTHS)


def guide(year: int, born: str = "2010-05", **facts: Any) -> Simulation:
    """A youth followed up by a youth guide at 60 000 kroner, for which 30 000 is granted."""
    stated: dict[str, Any] = {
        "inkluderingstiltak": "los",
        "inkluderingstiltak_kostnad": 60_000,
        "inkluderingstilskudd_innvilget": 30_000,
    }
    return person(year, born, **(stated | facts))


@pytest.mark.parametrize(
    ("year", "place", "month"),
    [
        (2017, "grunnskole", 8_504),
        (2017, "grunnskole_omsorgssenter", 18_506),
        (2019, "grunnskole", 8_969),
        (2019, "grunnskole_omsorgssenter", 19_518),
        (2020, "grunnskole", 9_256),
        (2020, "grunnskole_omsorgssenter", 20_143),
    ],
)
def test_official_rates_of_compulsory_school_while_residence_is_sought(
    year: int, place: str, month: float
) -> None:
    """udir.no, satsar 2017, 2019 and 2020: a rate by the month, in ten months."""
    pupil = person(year, f"{year - 10}-05", opplaering_mens_opphold_sokes=place)
    name = "tilskudd_grunnskole_opphold_sokes"
    assert pupil.calculate(name, f"{year}-03")[0] == month
    assert of_year(pupil, name, year) == 10 * month


@pytest.mark.parametrize(("year", "month"), [(2017, 19_554), (2019, 20_624), (2020, 21_284)])
def test_official_rates_of_upper_secondary_while_residence_is_sought(
    year: int, month: float
) -> None:
    """udir.no, satsar 2017, 2019 and 2020: a rate by the month, in ten months."""
    pupil = person(year, f"{year - 16}-05", opplaering_mens_opphold_sokes="videregaende")
    assert of_year(pupil, "tilskudd_videregaende_opphold_sokes", year) == 10 * month


@pytest.mark.parametrize(
    ("year", "grunnskole", "videregaende", "finsk"),
    [(2017, 541, 645, None), (2019, 571, 681, 571), (2020, 589, 703, 589)],
)
def test_official_rates_of_sami_and_finnish(
    year: int, grunnskole: float, videregaende: float, finsk: float | None
) -> None:
    """udir.no, satsar 2017, 2019 and 2020: kroner by the clock hour."""
    pupil = person(
        year,
        f"{year - 10}-05",
        timer_samisk_grunnskole=1,
        timer_samisk_videregaende=1,
        timer_finsk_grunnskole=1,
    )
    assert pupil.calculate("tilskudd_samisk_grunnskole", f"{year}-02")[0] == grunnskole
    assert pupil.calculate("tilskudd_samisk_videregaende", f"{year}-02")[0] == videregaende
    if finsk:
        assert pupil.calculate("tilskudd_finsk_grunnskole", f"{year}-02")[0] == finsk


@pytest.mark.parametrize(("year", "post"), [(2017, 400_000), (2018, 410_000), (2019, 410_000)])
def test_published_grant_for_a_psychologist(year: int, post: float) -> None:
    """The county governor of Møre og Romsdal 2017: 400 000; Kommunal Rapport 2018: 410 000."""
    case = person(
        year,
        "2004-05",
        innvilget_psykologtilskudd=True,
        psykologstilling_andel=1.0,
        psykologstilling_kostnad=900_000,
    )
    assert of_year(case, "psykologtilskudd", year) == pytest.approx(post)


@pytest.mark.parametrize("year", [2020, 2021, 2022, 2023, 2024, 2025, 2026])
def test_from_2020_the_psychologist_is_in_the_block_grant(year: int) -> None:
    case = person(
        year,
        "2008-05",
        innvilget_psykologtilskudd=True,
        psykologstilling_andel=1.0,
        psykologstilling_kostnad=900_000,
    )
    assert of_year(case, "psykologtilskudd", year) == 0
    assert of_year(case, "kommunepsykolog_utgifter", year) == pytest.approx(900_000)


@pytest.mark.parametrize(
    ("kommune", "most"),
    [
        (301, 1_696_000),
        (3201, 1_360_000),
        (4601, 1_016_000),
        (1103, 936_000),
        (3118, 768_000),
        (4613, 680_000),
    ],
)
def test_official_largest_grant_for_a_rental_home(kommune: int, most: float) -> None:
    """husbanken.no, guide to § 9, table of 16 June 2023: the largest sum in each group."""
    case = household(
        {"p": {"born": "1999-05"}},
        foreldre=["p"],
        husstand={
            "innvilget_utleieboligtilskudd": {"2023": True},
            "utleiebolig_areal": {"2023": 80.0},
        },
        kommune={"kommunenummer": {f"2023-{number}": kommune for number in MONTHS}},
    )
    assert case.calculate("utleieboligtilskudd", "2023")[0] == most


def test_school_months_are_ten() -> None:
    pupil = person(2020, "2010-05", opplaering_mens_opphold_sokes="grunnskole")
    name = "tilskudd_grunnskole_opphold_sokes"
    paid = [number for number in MONTHS if pupil.calculate(name, f"2020-{number}")[0] > 0]
    assert paid == ["01", "02", "03", "04", "05", "06", "09", "10", "11", "12"]


@pytest.mark.parametrize(
    ("born", "month", "paid"),
    [
        ("2014-05", "2019-10", False),  # turns 6 in 2020
        ("2014-05", "2020-01", True),
        ("2002-05", "2020-06", True),  # turns 18 in the spring of the school year 2019/20
        ("2002-05", "2020-09", False),
        ("2002-10", "2020-12", True),  # turns 18 in the autumn of 2020/21
        ("2002-10", "2021-06", True),
        ("2002-10", "2021-09", False),
    ],
)
def test_from_six_to_the_school_year_of_turning_eighteen(born: str, month: str, paid: bool) -> None:
    pupil = person(int(month[:4]), born, opplaering_mens_opphold_sokes="videregaende")
    amount = pupil.calculate("tilskudd_videregaende_opphold_sokes", month)[0]
    assert bool(amount > 0) is paid


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025, 2026])
def test_the_guide_is_shared_in_halves(year: int) -> None:
    """§ 4-7: as much from the kommune as from the state."""
    assert of_year(guide(year), "inkludering_av_unge_tilskudd", year) == pytest.approx(30_000)
    whole = guide(year, inkluderingstilskudd_innvilget=60_000)
    assert of_year(whole, "inkludering_av_unge_tilskudd", year) == pytest.approx(30_000)


@pytest.mark.parametrize("year", [2019, 2020, 2021])
def test_before_2022_the_regulation_gives_nothing(year: int) -> None:
    assert of_year(guide(year, born="2005-05"), "inkludering_av_unge_tilskudd", year) == 0


@pytest.mark.parametrize(("number", "paid"), [(0, 0), (1, 30_000), (3, 30_000), (4, 0)])
def test_three_years_at_most(number: int, paid: float) -> None:
    case = guide(2026, inkluderingstilskudd_ar=number)
    assert of_year(case, "inkludering_av_unge_tilskudd", 2026) == pytest.approx(paid)
    assert of_year(case, "inkluderingstiltak_utgifter", 2026) == pytest.approx(60_000)


@pytest.mark.parametrize(
    ("kind", "born", "paid"),
    [
        ("los", "2016-07", False),  # turns 10 in July 2026
        ("los", "2016-06", True),
        ("moteplass", "2016-07", False),
        ("fritid", "2016-07", True),
        ("fritid", "2001-07", True),  # 24 in June 2026
        ("fritid", "2001-06", False),  # turns 25 in June 2026
        ("los", "2001-07", True),
        ("ingen", "2010-05", False),
    ],
)
def test_the_ages_of_the_target_group(kind: str, born: str, paid: bool) -> None:
    case = guide(2026, born=born, inkluderingstiltak=kind)
    assert bool(case.calculate("inkludering_av_unge_tilskudd", "2026-06")[0] > 0) is paid


def test_a_meeting_place_is_open_to_all_and_the_guide_to_those_at_risk() -> None:
    for kind, paid in (("moteplass", 30_000), ("los", 0)):
        case = guide(2026, inkluderingstiltak=kind, i_fare_for_utenforskap=False)
        assert of_year(case, "inkludering_av_unge_tilskudd", 2026) == pytest.approx(paid)


@pytest.mark.parametrize(
    ("year", "kommune", "paid"),
    [(2019, 5001, 0), (2020, 5001, 12_000), (2022, 3909, 12_000), (2022, 4613, 0), (2024, 5001, 0)],
)
def test_the_pilot_of_programme_financing(year: int, kommune: int, paid: float) -> None:
    case = person(
        year,
        "2008-05",
        kommune,
        forebyggende_tiltak_kostnad=24_000,
        samlet_tilskudd_innvilget=12_000,
    )
    assert of_year(case, "programfinansiering", year) == pytest.approx(paid)
    assert of_year(case, "tverrsektorielt_tilskudd", year) == 0


def test_a_team_of_adults_is_granted_five_million_at_most() -> None:
    """NAPHA: 5 000 000 for an ACT or FACT team; shared by 40 users, 125 000 each."""
    team = {
        "oppfolgingsteam": "fact",
        "oppfolgingsteam_kostnad": 200_000,
        "oppfolgingsteam_innvilget": 7_000_000,
        "oppfolgingsteam_brukere": 40,
    }
    adult, child = (person(2025, born, **team) for born in ("2000-05", "2010-05"))
    assert of_year(adult, "oppfolgingsteam_tilskudd", 2025) == pytest.approx(125_000)
    assert of_year(child, "oppfolgingsteam_tilskudd", 2025) == 0
    earlier = person(2024, "2000-05", **team)
    assert of_year(earlier, "oppfolgingsteam_tilskudd", 2024) == pytest.approx(175_000)


@settings(max_examples=30, deadline=None)
@given(
    granted=st.floats(0, 500_000),
    cost=st.floats(0, 500_000),
    kind=st.sampled_from(["fritid", "los", "moteplass", "annen", "ingen"]),
)
def test_the_grant_is_within_what_is_granted_and_the_own_part(
    granted: float, cost: float, kind: str
) -> None:
    case = guide(
        2026,
        inkluderingstiltak=kind,
        inkluderingstiltak_kostnad=cost,
        inkluderingstilskudd_innvilget=granted,
    )
    paid = of_year(case, "inkludering_av_unge_tilskudd", 2026)
    own = 1.0 if kind == "los" else 0.2
    assert 0 <= paid <= granted + 1e-6
    assert paid * (1 + own) <= cost + 1e-6


@settings(max_examples=20, deadline=None)
@given(cost=st.floats(0, 200_000), local=st.floats(0, 200_000))
def test_the_state_pays_at_most_four_fifths_of_a_centre(cost: float, local: float) -> None:
    case = person(
        2025,
        "2004-05",
        innvilget_overgrepssentertilskudd=True,
        overgrepssenter_kostnad=cost,
        overgrepssenter_lokalt_tilskudd=local,
    )
    paid = of_year(case, "overgrepssenter_tilskudd", 2025)
    assert 0 <= paid <= min(0.8 * cost, 4 * local) + 1e-6


def test_a_person_without_grants_has_none() -> None:
    nobody = person(2026, "2010-05")
    for name in (
        "inkludering_av_unge_tilskudd",
        "tverrsektorielt_tilskudd",
        "oppfolgingsteam_tilskudd",
        "overgrepssenter_tilskudd",
        "sosialt_utviklingstilskudd",
        "tilskudd_grunnskole_opphold_sokes",
        "norsktilskudd_barnehage",
    ):
        assert of_year(nobody, name, 2026) == 0
