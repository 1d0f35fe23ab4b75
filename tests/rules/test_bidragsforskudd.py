"""Bidragsforskudd: the examples of navikt/bidrag-beregn-felles, and limits from forskrift
2003-02-06-125 § 3 (historical values in navikt/bidrag-backend, bidrag-sjablon/forskudd.yaml)."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

MONTH = "2020-12"


def case(
    month: str = MONTH,
    born: str = "2015-01",
    income: float = 0,
    couple: bool = False,
    siblings: int = 0,
    mother: dict[str, Any] | None = None,
    **child: Any,
) -> Simulation:
    """A mother with the income that Nav uses and a child with the advance granted."""
    mor = {"born": "1982-05", "bidragsinntekt_oppgitt": {month[:4]: income}}
    mor["lever_med_partner"] = {month: couple}
    others = {f"s{number}": {"born": "2014-05"} for number in range(siblings)}
    barn = {"born": born, "innvilget_bidragsforskudd": {month: True}}
    barn |= {name: {month: value} for name, value in child.items()}
    return household(
        {"mor": mor | (mother or {}), "barn": barn} | others,
        foreldre=["mor"],
        barna=["barn", *others],
    )


def advance(simulation: Simulation, month: str = MONTH, rule: str = "bidragsforskudd") -> float:
    return float(simulation.calculate(rule, month)[1])


# navikt/bidrag-beregn-felles, BeregnForskuddApiTest.kt, examples 1 to 23: (number, birth, income,
# couple, other children at home, kroner). December 2020.
OFFICIAL = [
    (1, "2006-02", 290_000, True, 0, 2090),
    (2, "2006-02", 300_000, True, 0, 1250),
    (3, "2006-02", 370_000, True, 0, 830),
    (4, "2006-02", 370_000, True, 1, 1250),
    (5, "2006-02", 460_000, True, 0, 830),
    (6, "2006-02", 460_000, False, 0, 1250),
    (7, "2006-02", 460_000, True, 2, 1250),
    (8, "2006-02", 460_000, False, 2, 1250),
    (9, "2006-02", 530_000, True, 0, 830),
    (10, "2006-02", 540_000, False, 0, 0),
    (11, "2006-02", 540_000, True, 0, 0),
    (12, "2015-01", 290_000, False, 0, 1670),
    (13, "2015-01", 303_000, False, 0, 1250),
    (14, "2015-01", 361_000, True, 0, 830),
    (15, "2015-01", 361_000, False, 0, 1250),
    (16, "2015-01", 468_000, False, 0, 1250),
    (17, "2015-01", 468_000, True, 0, 830),
    (18, "2015-01", 429_000, False, 1, 1250),
    (19, "2015-01", 429_000, True, 1, 1250),
    (20, "2015-01", 430_000, True, 1, 830),
    (22, "2015-01", 539_000, True, 1, 0),
    (23, "2015-01", 489_000, True, 1, 830),
]


@pytest.mark.parametrize(("number", "born", "income", "couple", "siblings", "expected"), OFFICIAL)
def test_official_example(
    number: int, born: str, income: int, couple: bool, siblings: int, expected: int
) -> None:
    """navikt/bidrag-beregn-felles, BeregnForskuddApiTest.kt."""
    found = advance(case(born=born, income=income, couple=couple, siblings=siblings))
    assert found == expected, number


@pytest.mark.parametrize(("month", "expected"), [("2021-01", 2090), ("2021-02", 0)])
def test_official_example_1a_ends_after_the_month_of_turning_18(month: str, expected: int) -> None:
    """Same file, example 1A: born 1 January 2003, the period ends before February 2021."""
    assert advance(case(month=month, born="2003-01", income=290_000), month) == expected


def wages(year: str, amount: float) -> dict[str, Any]:
    return {"lonn": {f"{year}-{month:02}": amount / 12 for month in range(1, 13)}}


def test_official_example_22_by_wage_and_capital_income() -> None:
    """Same file: 489 000 in wage and 60 000 less 10 000 in capital income is above 320 x 1 670."""
    mother = wages("2020", 489_000) | {"kapitalinntekt": {"2020": 60_000}}
    assert advance(case(couple=True, siblings=1, mother=mother)) == 0
    assert advance(case(couple=True, siblings=1, mother=wages("2020", 489_000))) == 830


def test_official_example_13_by_wage_and_extended_child_benefit() -> None:
    """Same file: 290 000 in wage and a year of extended child benefit is above 297 500."""
    assert advance(case(mother=wages("2020", 290_000))) == 1250
    assert advance(case(mother=wages("2020", 290_000), couple=True)) == 1670


# Forskrift § 3 year by year: (month, 50, 75, 100 and 125 per cent, limit of the raised advance,
# limits of the ordinary one for single and couple, addition for each child, times).
RATES = [
    ("2019-06", 800, 1200, 1600, 2000, 270_200, 419_700, 336_500, 61_700, 320),
    ("2019-07", 820, 1230, 1640, 2050, 277_600, 430_000, 344_900, 62_700, 320),
    ("2020-07", 830, 1250, 1670, 2090, 297_500, 468_500, 360_800, 69_100, 320),
    ("2021-07", 850, 1280, 1710, 2140, 305_000, 476_600, 366_900, 68_400, 320),
    ("2022-07", 880, 1320, 1760, 2200, 312_700, 488_300, 375_700, 68_900, 320),
    ("2023-07", 940, 1410, 1880, 2350, 346_200, 532_400, 420_600, 74_600, 330),
    ("2024-07", 990, 1480, 1970, 2460, 369_300, 547_500, 453_500, 75_800, 330),
    ("2025-07", 1010, 1510, 2010, 2510, 375_900, 556_900, 459_300, 76_600, 330),
    ("2026-07", 1040, 1560, 2080, 2600, 388_200, 580_400, 479_200, 82_500, 330),
]


@pytest.mark.parametrize("row", RATES, ids=[row[0] for row in RATES])
def test_levels_on_both_sides_of_each_limit(row: tuple[Any, ...]) -> None:
    month, half, ordinary, full, older, low, single, couple, extra, times = row
    year = int(month[:4])
    small, big = f"{year - 5}-01", f"{year - 12}-01"

    def found(income: float, born: str = small, **more: Any) -> float:
        return advance(case(month=month, born=born, income=income, **more), month)

    assert found(low) == full
    assert found(low, big) == older
    assert found(low + 1) == ordinary
    assert found(single) == ordinary
    assert found(single + 1) == half
    assert found(couple, couple=True) == ordinary
    assert found(couple + 1, couple=True) == half
    assert found(couple + extra, couple=True, siblings=1) == ordinary
    assert found(couple + extra + 1, couple=True, siblings=1) == half
    assert found(times * full) == half
    assert found(times * full + 1) == 0


def test_rate_changes_in_the_middle_of_the_year() -> None:
    """1 July 2025: 1 970 becomes 2 010."""
    for month, rate in (("2025-06", 1970), ("2025-07", 2010)):
        assert advance(case(month=month, born="2018-01"), month) == rate


@pytest.mark.parametrize(("month", "rate"), [("2025-02", 1970), ("2025-03", 2460)])
def test_a_quarter_more_from_the_month_of_turning_11(month: str, rate: int) -> None:
    assert advance(case(month=month, born="2014-03"), month) == rate


@pytest.mark.parametrize(("month", "paid"), [("2025-02", False), ("2025-03", True)])
def test_starts_in_the_month_of_birth(month: str, paid: bool) -> None:
    assert (advance(case(month=month, born="2025-03"), month) > 0) is paid


def test_nothing_when_not_granted_or_with_both_parents() -> None:
    """Forskotteringsloven § 2 letter b; two unmarked parents are the child's own."""
    child = {"born": "2015-01", "innvilget_bidragsforskudd": {MONTH: True}}
    assert advance(case(innvilget_bidragsforskudd=False)) == 0
    both = household(
        {"mor": {"born": "1985-01"}, "barn": child, "far": {"born": "1985-01"}},
        foreldre=["mor", "far"],
        barna=["barn"],
    )
    assert advance(both) == 0
    step = household(
        {
            "mor": {"born": "1985-01", "er_bidragsmottaker": {MONTH: True}},
            "barn": child,
            "stefar": {"born": "1985-01"} | wages("2020", 900_000),
        },
        foreldre=["mor", "stefar"],
        barna=["barn"],
    )
    assert advance(step) == 1670


@pytest.mark.parametrize("place", ["fosterhjem", "institusjon"])
def test_nothing_for_a_child_supported_by_the_public(place: str) -> None:
    """§ 4 letter c."""
    assert advance(case(plassering=place)) == 0


@pytest.mark.parametrize(("born", "expected"), [("2006-02", 2 * 2090), ("2012-01", 2 * 1670)])
def test_a_child_living_alone_gets_the_raised_advance_twice(born: str, expected: int) -> None:
    """§ 6 third paragraph; the income of the parents is of no matter."""
    assert advance(case(born=born, income=900_000, plassering="egen_bolig")) == expected


def test_support_that_is_paid_comes_off() -> None:
    """§ 7 sixth paragraph: 1 670 - 700; nothing when the support is larger."""
    assert advance(case(avtalt_barnebidrag=700)) == 970
    assert advance(case(avtalt_barnebidrag=1671)) == 0
    assert advance(case(avtalt_barnebidrag=1671, barnebidrag_betales=False)) == 1670


def test_childrens_pension_ends_the_right() -> None:
    """§ 4 letter a: unless one parent is dead and the child does not live with the other."""
    dead = {"ETERNITY": 12 * 2019}
    for elsewhere, expected in ((False, 0), (True, 1670)):
        simulation = case(bor_ikke_med_gjenlevende=elsewhere)
        simulation.set_input("forelder_dod_siden", "ETERNITY", [0, dead["ETERNITY"]])
        assert advance(simulation) == expected


def test_shared_residence_needs_support_or_a_parent_without_means() -> None:
    """Forskrift 2003-09-25-1181 § 2: no income elsewhere: yes; both with ample income: no."""
    assert advance(case(income=290_000, delt_bosted=True)) == 1670
    simulation = case(income=290_000, delt_bosted=True, couple=True)
    simulation.set_input("annen_forelder_inntekt", "2020", [0, 900_000])
    assert simulation.calculate("bidragsevne", MONTH)[0] > 0
    assert advance(simulation) == 0


@pytest.mark.parametrize(("income", "expected"), [(166_999, 1670), (167_000, 0)])
def test_a_child_that_supports_itself_gets_nothing(income: int, expected: int) -> None:
    """§ 4 letter d; forskrift 2003-01-15-123 § 5: a hundred times 1 670."""
    simulation = case()
    simulation.set_input("bidragsinntekt_oppgitt", "2020", [0, income])
    assert advance(simulation) == expected


@given(
    income=st.integers(0, 900_000),
    more=st.integers(0, 300_000),
    siblings=st.integers(0, 4),
    couple=st.booleans(),
)
@settings(max_examples=25, deadline=None)
def test_falls_with_income_and_stays_within_the_rates(
    income: int, more: int, siblings: int, couple: bool
) -> None:
    low = advance(case(income=income, siblings=siblings, couple=couple))
    high = advance(case(income=income + more, siblings=siblings, couple=couple))
    assert 0 <= high <= low <= 2090


@given(order=st.permutations(["mor", "barn", "sosken"]))
@settings(max_examples=6, deadline=None)
def test_order_of_members_does_not_matter(order: list[str]) -> None:
    people = {
        "mor": {"born": "1982-05", "bidragsinntekt_oppgitt": {"2020": 430_000}},
        "barn": {"born": "2015-01", "innvilget_bidragsforskudd": {MONTH: True}},
        "sosken": {"born": "2012-01", "innvilget_bidragsforskudd": {MONTH: True}},
    }
    simulation = household(
        {name: people[name] for name in order},
        foreldre=["mor"],
        barna=[name for name in order if name != "mor"],
    )
    amounts = dict(zip(order, simulation.calculate("bidragsforskudd", MONTH), strict=True))
    assert amounts == {"mor": 0, "barn": 1250, "sosken": 1250}


def test_months_add_to_the_year() -> None:
    """2025: six months of 1 970 and six of 2 010."""
    months = {f"2025-{month:02}": True for month in range(1, 13)}
    simulation = household(
        {
            "mor": {"born": "1990-01"},
            "barn": {"born": "2018-01", "innvilget_bidragsforskudd": months},
        },
        foreldre=["mor"],
        barna=["barn"],
    )
    assert simulation.calculate_add("bidragsforskudd", "2025")[1] == 6 * 1970 + 6 * 2010
