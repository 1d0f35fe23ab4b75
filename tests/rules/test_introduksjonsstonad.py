"""Integreringsloven chapter 5 (introduksjonsloven chapter 3 before 2021): 2 G, two thirds under 25,
one third with parents, five sixths each to a childless couple from July 2024.

G: 96 883 from May 2018, 99 858, 101 351, 106 399, 111 477, 118 620, 124 028, 130 160, 136 549.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

MONTH = "2025-06"
YEARLY = 2 * 130160
FULL = YEARLY / 12
DATED = ("oppholdstillatelse_siden", "introduksjonsprogram_oppstart")


def index(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:]) - 1


def takes_part(month: str = MONTH, **more: Any) -> dict[str, Any]:
    stated = {name: {"ETERNITY" if name in DATED else month: value} for name, value in more.items()}
    return {"innvilget_introduksjonsprogram": {month: True}, **stated}


def one(born: str = "1990-01", month: str = MONTH, **more: Any) -> Simulation:
    return household({"a": {"born": born, **takes_part(month, **more)}}, andre=["a"])


def amount(case: Simulation, month: str = MONTH) -> float:
    return float(case.calculate("introduksjonsstonad", month)[0])


@pytest.mark.parametrize(("born", "yearly"), [("1990-01", 199716), ("1999-01", 133144)])
def test_official_amounts_of_the_proposition(born: str, yearly: int) -> None:
    """Prop. 89 L (2019-2020) point 9.1: from May 2019 199 716 kroner, 133 144 under 25."""
    assert 12 * amount(one(born, "2019-06"), "2019-06") == pytest.approx(yearly)


@pytest.mark.parametrize(
    ("unit", "given", "part"),
    [
        ("day", {"introduksjon_dager_ugyldig_fravaer": 1}, 199716 / 12 / 30),
        ("hour", {"introduksjon_timer_ugyldig_fravaer": 1}, 199716 / 1850),
    ],
)
def test_official_day_and_hour_of_the_proposition(
    unit: str, given: dict[str, float], part: float
) -> None:
    """Prop. 89 L point 9.1 on introduksjonsloven § 9: 1/12 a month, 1/30 of it a day, 1/1 850 of
    the year an hour."""
    assert unit
    assert amount(one("1990-01", "2019-06", **given), "2019-06") == pytest.approx(
        199716 / 12 - part
    )


@pytest.mark.parametrize(
    ("month", "g"),
    [
        ("2019-04", 96883),
        ("2019-05", 99858),
        ("2020-06", 101351),
        ("2021-06", 106399),
        ("2022-06", 111477),
        ("2023-06", 118620),
        ("2024-06", 124028),
        ("2025-06", 130160),
        ("2026-06", 136549),
    ],
)
def test_two_g_each_year(month: str, g: int) -> None:
    assert amount(one(month=month), month) == pytest.approx(2 * g / 12)


@pytest.mark.parametrize(("born", "share"), [("2000-07", 2 / 3), ("2000-06", 1)])
def test_two_thirds_until_the_month_of_25(born: str, share: float) -> None:
    assert amount(one(born)) == pytest.approx(share * FULL)


@pytest.mark.parametrize(
    ("month", "permit", "share"),
    [
        ("2020-12", "2020-06", 2 / 3),
        ("2021-01", "2021-01", 1 / 3),
        ("2021-06", "2021-01", 1 / 3),
        ("2021-06", "2020-12", 2 / 3),
        ("2025-06", "2024-06", 1 / 3),
    ],
)
def test_one_third_with_parents_for_permits_from_2021(
    month: str, permit: str, share: float
) -> None:
    """§ 20 third paragraph and § 52; under introduksjonsloven two thirds wherever they live."""
    young = takes_part(month, oppholdstillatelse_siden=index(permit))
    case = household(
        {"mor": {"born": "1970-01"}, "ung": {"born": "2002-01", **young}},
        foreldre=["mor"],
        barna=["ung"],
    )
    g = {"2020": 101351, "2021": 101351, "2025": 130160}[month[:4]]
    g = 106399 if month == "2021-06" else g
    found = case.calculate("introduksjonsstonad", month)[1]
    assert found == pytest.approx(share * 2 * g / 12)


def test_who_says_so_lives_with_parents_and_who_moved_out_does_not() -> None:
    assert amount(one("2003-01", bor_med_foreldre=True)) == pytest.approx(FULL / 3)
    away = takes_part(plassering="egen_bolig")
    case = household(
        {"mor": {"born": "1970-01"}, "ung": {"born": "2003-01", **away}},
        foreldre=["mor"],
        barna=["ung"],
    )
    assert case.calculate("introduksjonsstonad", MONTH)[1] == pytest.approx(2 / 3 * FULL)


def couple(
    month: str, start: str, children: int = 0, second: bool = True, born: str = "1990-01"
) -> list[float]:
    both = {"lever_med_partner": {month: True}}
    part = takes_part(month, introduksjonsprogram_oppstart=index(start))
    names = {f"b{i}": {"born": "2020-01"} for i in range(children)}
    case = household(
        {
            "a": {"born": born, **both, **part},
            "b": {"born": born, **both, **(part if second else {})},
            **names,
        },
        foreldre=["a", "b"],
        barna=list(names),
    )
    return [float(found) for found in case.calculate("introduksjonsstonad", month)[:2]]


@pytest.mark.parametrize(
    ("month", "start", "share"),
    [
        ("2024-06", "2024-06", 1),
        ("2024-07", "2024-07", 5 / 6),
        ("2024-12", "2024-07", 5 / 6),
        ("2024-12", "2024-06", 1),
    ],
)
def test_five_sixths_to_a_couple_that_started_in_july_2024_or_later(
    month: str, start: str, share: float
) -> None:
    """§ 20 fourth paragraph; forskrift 25 June 2024 nr. 1215: new participants only."""
    assert couple(month, start) == pytest.approx([share * 2 * 124028 / 12] * 2)


def test_full_benefit_with_a_child_or_when_only_one_takes_part() -> None:
    assert couple(MONTH, MONTH, children=1) == pytest.approx([FULL, FULL])
    assert couple(MONTH, MONTH, second=False) == pytest.approx([FULL, 0])


def test_a_couple_under_25_keeps_two_thirds() -> None:
    """The third paragraph is the lower of the two."""
    assert couple(MONTH, MONTH, born="2003-01") == pytest.approx([2 / 3 * FULL] * 2)


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({"introduksjon_dager_ugyldig_fravaer": 3}, FULL * (1 - 3 / 30)),
        ({"introduksjon_timer_ugyldig_fravaer": 10}, FULL - 10 * YEARLY / 1850),
        (
            {"introduksjon_dager_ugyldig_fravaer": 1, "introduksjon_timer_ugyldig_fravaer": 2},
            FULL - FULL / 30 - 2 * YEARLY / 1850,
        ),
        ({"introduksjon_dager_ugyldig_fravaer": 30}, 0),
        ({"introduksjon_dager_ugyldig_fravaer": 31}, 0),
    ],
)
def test_absence_takes_its_length(given: dict[str, float], left: float) -> None:
    """§§ 20 and 21."""
    assert amount(one(**given)) == pytest.approx(left)


def test_absence_of_a_young_participant_is_counted_on_the_lower_benefit() -> None:
    case = one("2003-01", introduksjon_timer_ugyldig_fravaer=10)
    assert amount(case) == pytest.approx(2 / 3 * (FULL - 10 * YEARLY / 1850))


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({"dagpenger_sykepenger_foreldrepenger": 5000}, FULL - 5000),
        (
            {
                "dagpenger_sykepenger_foreldrepenger": 5000,
                "ytelser_opptjent_for_introduksjonsprogrammet": False,
            },
            FULL,
        ),
        ({"dagpenger_sykepenger_foreldrepenger": 50000}, 0),
        ({"overgangsstonad": 5423}, FULL),
        ({"overgangsstonad": 24405}, FULL - 0.4 * (24405 - 65080 / 12)),
        ({"lonn": 10000}, FULL),
        ({"kapitalinntekt": 0}, FULL),
    ],
)
def test_other_benefits_and_own_means(given: dict[str, Any], left: float) -> None:
    """§§ 22 and 23: half G a year is 65 080, 5 423.33 a month; 2.25 G / 12 is 24 405."""
    capital = given.pop("kapitalinntekt", None)
    case = one(**given)
    if capital is not None:
        case = household(
            {"a": {"born": "1990-01", "kapitalinntekt": {"2025": 90000}, **takes_part()}},
            andre=["a"],
        )
    assert amount(case) == pytest.approx(left)


def test_work_assessment_allowance_comes_off_krone_for_krone() -> None:
    """§ 22: two thirds of 2.041 G under 25 is above two thirds of 2 G, and leaves nothing."""
    assert amount(one("2003-01", innvilget_aap=True)) == 0
    case = one("1990-01", innvilget_aap=True)
    aap = float(case.calculate("arbeidsavklaringspenger", MONTH)[0])
    assert aap == pytest.approx(1022 * 260 / 12)
    assert amount(case) == 0


@pytest.mark.parametrize(
    ("month", "hours", "wage", "cut"),
    [
        ("2025-06", 40, 0, 40 * YEARLY / 1850),
        ("2025-06", 40, 4000, 4000),
        ("2025-06", 40, 9000, 40 * YEARLY / 1850),
        ("2020-06", 40, 4000, 40 * 2 * 101351 / 1850),
    ],
)
def test_paid_work_in_the_programme(month: str, hours: float, wage: float, cut: float) -> None:
    """§ 23 second paragraph: 40 hours are 40 x 260 320 / 1 850 = 5 628.54; krone for krone when
    that is better, from 2021."""
    case = one(
        month=month,
        introduksjon_timer_lonnet_arbeid=hours,
        introduksjon_lonn_i_programmet=wage,
    )
    full = 2 * {"2025-06": 130160, "2020-06": 101351}[month] / 12
    assert amount(case, month) == pytest.approx(full - cut)


def test_nothing_without_a_programme_or_while_it_is_stopped() -> None:
    assert amount(household({"a": {"born": "1990-01"}}, andre=["a"])) == 0
    assert amount(one(introduksjonsprogram_stanset=True)) == 0


@given(
    days=st.floats(0, 40),
    hours=st.floats(0, 200),
    work=st.floats(0, 200),
    others=st.floats(0, 40000),
    transitional=st.floats(0, 40000),
)
@settings(max_examples=30, deadline=None)
def test_between_nothing_and_the_full_benefit(
    days: float, hours: float, work: float, others: float, transitional: float
) -> None:
    case = one(
        introduksjon_dager_ugyldig_fravaer=days,
        introduksjon_timer_ugyldig_fravaer=hours,
        introduksjon_timer_lonnet_arbeid=work,
        dagpenger_sykepenger_foreldrepenger=others,
        overgangsstonad=transitional,
    )
    assert 0 <= amount(case) <= FULL + 1e-6


@given(order=st.permutations(["a", "b"]))
@settings(max_examples=2, deadline=None)
def test_order_of_the_members_does_not_matter(order: list[str]) -> None:
    people = {
        "a": {"born": "1970-01"},
        "b": {"born": "2003-01", **takes_part()},
    }
    case = household({name: people[name] for name in order}, foreldre=["a"], barna=["b"])
    found = dict(zip(order, case.calculate("introduksjonsstonad", MONTH), strict=True))
    assert found == {"a": 0, "b": pytest.approx(FULL / 3)}


def test_the_months_of_a_year_make_the_year() -> None:
    """Four months at G of May 2018 and eight at that of May 2019."""
    months = [f"2019-{month:02d}" for month in range(1, 13)]
    inputs = {"innvilget_introduksjonsprogram": dict.fromkeys(months, True)}
    case = household({"a": {"born": "1990-01", **inputs}}, andre=["a"])
    expected = 2 * (4 * 96883 + 8 * 99858) / 12
    assert case.calculate_add("introduksjonsstonad", "2019") == pytest.approx([expected])
