"""Tiltaksforskriften: whom Nav may offer a measure, and what a place in AFT and VTA costs whom."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

MONTH = "2025-03"


def person(born: str = "2002-05", month: str = MONTH, **facts: Any) -> Simulation:
    """One person; plain values hold in the month."""
    stated = {name: {month: value} for name, value in facts.items()}
    return household({"p": {"born": born, **stated}}, andre=["p"])


def value(case: Simulation, name: str, month: str = MONTH) -> float:
    return float(case.calculate(name, month)[0])


@pytest.mark.parametrize(
    ("month", "aft", "sheltered", "ordinary"),
    [
        ("2023-06", 19500, 15667, 6572),
        ("2024-06", 20205, None, 6808),
        ("2025-01", 20975, 16848, 7067),
        ("2026-12", 21730, 17455, None),
    ],
)
def test_official_rates(
    month: str, aft: float, sheltered: float | None, ordinary: float | None
) -> None:
    """navikt/mulighetsrommet AvtalteSatser.kt (2025, 2026, and 20 205 in its tests),
    navikt/tiltaksgjennomforing-api Sats.java (6 808), asvl.no and iarbeid.no."""
    assert value(person(month=month, arbeidsmarkedstiltak="aft"), "aft_tilskudd", month) == aft
    for measure, rate in (("vta_skjermet", sheltered), ("vta_ordinaer", ordinary)):
        if rate is not None:
            case = person(month=month, arbeidsmarkedstiltak=measure)
            assert value(case, "vta_statlig_tilskudd", month) == rate


@pytest.mark.parametrize(("share", "part"), [(1.0, 1), (0.5, 1), (0.49, 0.5), (0.4, 0.5), (0.0, 0)])
def test_official_half_rate_below_half_participation(share: float, part: float) -> None:
    """navikt/mulighetsrommet UtbetalingBeregningFastSatsPerTiltaksplassPerManedTest.kt: 100 and 50
    per cent count as a whole month, 49 and 40 as half."""
    case = person(arbeidsmarkedstiltak="aft", deltakelsesandel=share)
    assert value(case, "aft_tilskudd") == 20975 * part


@pytest.mark.parametrize(
    ("year", "aft", "sheltered", "ordinary"),
    [(2019, 16960, 13625, 5715), (2020, 17465, 14031, 5885), (2021, 17985, 14448, 6061)],
)
def test_rates_between_2018_and_2022(
    year: int, aft: float, sheltered: float, ordinary: float
) -> None:
    """Even growth between the rates of 2018 (16 470, 13 231, 5 550) and 2022: 5 550 to 6 241 is
    2.98 per cent a year."""
    growth = (6241 / 5550) ** ((year - 2018) / 4)
    month = f"{year}-06"
    for measure, rule, first, expected in (
        ("aft", "aft_tilskudd", 16470, aft),
        ("vta_skjermet", "vta_statlig_tilskudd", 13231, sheltered),
        ("vta_ordinaer", "vta_statlig_tilskudd", 5550, ordinary),
    ):
        assert round(first * growth) == expected
        assert value(person(month=month, arbeidsmarkedstiltak=measure), rule, month) == expected


@pytest.mark.parametrize("measure", ["ingen", "avklaring", "oppfolging", "varig_lonnstilskudd"])
def test_other_measures_have_no_place_rate(measure: str) -> None:
    case = person(arbeidsmarkedstiltak=measure)
    for rule in ("aft_tilskudd", "vta_statlig_tilskudd", "vta_kommunalt_tilskudd"):
        assert value(case, rule) == 0


@pytest.mark.parametrize(("month", "share"), [("2026-08", 0.25), ("2026-09", 0)])
def test_the_kommune_pays_for_ordinary_firms_until_august_2026(month: str, share: float) -> None:
    """§ 14-8, and § 14A-7 from 1 September 2026; the state's rate of 2026 is 7 321."""
    case = person(month=month, arbeidsmarkedstiltak="vta_ordinaer")
    assert value(case, "vta_kommunalt_tilskudd", month) == 7321 * share


@pytest.mark.parametrize(("born", "old_enough"), [("2009-03", True), ("2009-04", False)])
def test_from_the_month_of_turning_sixteen(born: str, old_enough: bool) -> None:
    """§ 1-3: March 2025 is the month of the birthday."""
    assert bool(value(person(born), "fyller_vilkar_for_tiltak")) is old_enough


@pytest.mark.parametrize(
    ("rule", "facts", "longest"),
    [
        ("kan_tilbys_avklaring", {"trenger_mer_bistand_enn_nav_gir": True}, 3),
        ("kan_tilbys_arbeidstrening", {"liten_arbeidserfaring": True}, 12),
        ("kan_tilbys_arbeidstrening", {"har_nedsatt_arbeidsevne": True}, 18),
        ("kan_tilbys_oppfolging", {"trenger_mer_bistand_enn_nav_gir": True}, 12),
        ("kan_tilbys_opplaering", {"mangler_kvalifikasjoner": True}, 36),
        ("kan_tilbys_hoyere_utdanning", {"har_nedsatt_arbeidsevne": True}, 36),
        ("kan_tilbys_arbeidsrettet_rehabilitering", {"sykmeldt_arbeidstaker": True}, 3),
    ],
)
def test_longest_duration(rule: str, facts: dict[str, Any], longest: int) -> None:
    """§§ 2-4, 3-5, 4-4, 7-4 and 12-4; weeks are read as months."""
    for used, possible in ((longest - 1, True), (longest, False)):
        case = person(tiltaksmaneder_brukt=used, **facts)
        assert bool(value(case, rule)) is possible


@pytest.mark.parametrize(
    ("month", "born", "possible"),
    [
        ("2025-01", "2006-12", True),
        ("2025-01", "2007-01", False),
        ("2025-08", "2009-08", True),
        ("2025-08", "2009-09", False),
        ("2025-07", "2009-05", False),
    ],
)
def test_training_by_the_year_of_birth(month: str, born: str, possible: bool) -> None:
    """§ 7-3: from the year of turning 19; from August 2025 adapted vocational training from 16,
    when the person has turned 16 (§ 1-3)."""
    case = person(
        born,
        month,
        mangler_kvalifikasjoner=True,
        tilrettelagt_fagopplaering=True,
        sammensatt_bistandsbehov=True,
    )
    assert bool(value(case, "kan_tilbys_opplaering", month)) is possible


measures = st.sampled_from(
    ["ingen", "arbeidstrening", "aft", "vta_skjermet", "vta_ordinaer", "oppfolging"]
)


@given(measure=measures, share=st.floats(0, 1), more=st.floats(0, 1), year=st.integers(2019, 2026))
@settings(max_examples=30, deadline=None)
def test_the_kommune_pays_at_least_a_fourth_of_the_state(
    measure: str, share: float, more: float, year: int
) -> None:
    month = f"{year}-06"
    case = person(
        month=month,
        arbeidsmarkedstiltak=measure,
        deltakelsesandel=share,
        kommunal_andel_av_vta=more,
    )
    state = value(case, "vta_statlig_tilskudd", month)
    kommune = value(case, "vta_kommunalt_tilskudd", month)
    assert 0.25 * state - 1e-6 <= kommune <= state + 1e-6
    assert (state > 0) == (measure.startswith("vta") and share > 0)
    assert value(case, "aft_tilskudd", month) * state == 0
