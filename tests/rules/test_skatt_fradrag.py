"""Skatteloven §§ 6-20, 6-44 and 6-48: union fee, travel and care, each year."""

import pytest
from situations import household


def employee(year: int, *, wage: float = 400_000, **facts: float):
    """One adult with a wage; other facts of the year."""
    yearly = {name: {str(year): value} for name, value in facts.items()}
    return household({"a": {"born": "1990-05", "lonn": {f"{year}-03": wage}} | yearly}, andre=["a"])


@pytest.mark.parametrize(
    ("year", "highest"),
    [
        (2019, 3_850),
        (2020, 3_850),
        (2021, 3_850),
        (2022, 5_800),
        (2023, 7_700),
        (2024, 8_000),
        (2025, 8_250),
        (2026, 8_700),
    ],
)
def test_union_fee_up_to_the_limit_of_the_year(year: int, highest: int) -> None:
    """§ 6-20 third paragraph, by its amendments."""
    for fee, expected in ((0, 0), (highest - 1, highest - 1), (highest + 1, highest)):
        case = employee(year, fagforeningskontingent=fee)
        assert case.calculate("fagforeningsfradrag", str(year)) == [expected]


def test_union_fee_paid_half_the_year_and_without_wage() -> None:
    """8 250 x 6/12 = 4 125; the deduction is for employees."""
    half = employee(2025, fagforeningskontingent=6_000, fagforening_maneder=6)
    assert half.calculate("fagforeningsfradrag", "2025") == [4_125]
    none = employee(2025, wage=0, fagforeningskontingent=6_000)
    assert none.calculate("fagforeningsfradrag", "2025") == [0]


def test_union_fee_lowers_ordinary_income_beside_minstefradrag() -> None:
    """§ 6-30 first paragraph, last sentence: 400 000 - 92 000 - 8 250."""
    case = employee(2025, fagforeningskontingent=9_000)
    assert case.calculate("alminnelig_inntekt", "2025") == [299_750]
    assert case.calculate("personinntekt", "2025") == [400_000]


@pytest.mark.parametrize(
    ("kilometres", "expected"),
    [
        (60_000, 85_600 - 23_900),  # 50 000 x 1.56 + 10 000 x 0.76 = 85 600
        (75_000, 73_100),  # 97 000 - 23 900
        (90_000, 73_100),
        (15_320, 0),  # 23 899.20
        (15_321, 1),  # 23 900.76
    ],
)
def test_official_travel_in_2021(kilometres: int, expected: int) -> None:
    """Skatte-ABC 2021, Reise mellom hjem og fast arbeidssted 2.3.1 and 2.10.1."""
    case = employee(2021, arbeidsreise_km=kilometres)
    assert case.calculate("reisefradrag", "2021") == [expected]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2019, 46_800 - 22_700),  # 30 000 x 1.56
        (2020, 46_800 - 23_100),
        (2021, 46_800 - 23_900),
        (2022, 49_500 - 14_000),  # 1.65
        (2023, 51_000 - 14_400),  # 1.70
        (2024, 52_800 - 14_950),  # 1.76
        (2025, 54_900 - 15_250),  # 1.83
        (2026, 57_000 - 12_000),  # 1.90
    ],
)
def test_travel_of_30000_kilometres_by_year(year: int, expected: int) -> None:
    case = employee(year, arbeidsreise_km=30_000)
    assert case.calculate("reisefradrag", str(year)) == [expected]


@pytest.mark.parametrize(
    ("year", "cost", "expected"),
    [
        (2025, 15_250, 0),
        (2025, 15_251, 1),
        (2025, 100_880, 85_630),
        (2025, 200_000, 85_630),
        (2026, 200_000, 108_000),
    ],
)
def test_other_travel_cost_within_the_limits(year: int, cost: int, expected: int) -> None:
    case = employee(year, andre_reisekostnader=cost)
    assert case.calculate("reisefradrag", str(year)) == [expected]


def children(year: int, costs: list[int], *, without_cost: int = 0, born: str = "2018-06"):
    persons = {
        f"barn{i}": {"born": born, "barnepass_kostnader": {str(year): cost}}
        for i, cost in enumerate(costs)
    } | {
        f"uten{i}": {"born": born, "hever_grensen_for_foreldrefradrag": {str(year): True}}
        for i in range(without_cost)
    }
    return household({"mor": {"born": "1985-01"}} | persons, foreldre=["mor"], barna=list(persons))


@pytest.mark.parametrize(
    ("year", "number", "limit"),
    [
        (2019, 1, 25_000),
        (2020, 2, 40_000),
        (2021, 3, 55_000),
        (2022, 4, 70_000),
        (2023, 1, 25_000),
        (2024, 2, 40_000),
        (2025, 3, 55_000),
        (2026, 1, 15_000),
        (2026, 3, 35_000),
    ],
)
def test_official_limits_of_foreldrefradrag(year: int, number: int, limit: int) -> None:
    """skatteetaten.no, foreldrefradrag: 25 000 and 15 000 for each further child; kodelisten for
    2026: 15 000 and 10 000. All of it to a parent alone."""
    case = children(year, [40_000] * number)
    assert case.calculate("foreldrefradrag", str(year))[0] == limit


def test_published_limit_counts_children_without_cost() -> None:
    """skatt.no 23 April 2019: three children of 6, 8 and 10, 55 000 for the care of two of them."""
    counted = children(2018 + 1, [30_000, 30_000], without_cost=1, born="2010-06")
    assert counted.calculate("foreldrefradrag", "2019")[0] == 55_000
    stated_costs_only = children(2019, [30_000, 30_000], born="2010-06")
    assert stated_costs_only.calculate("foreldrefradrag", "2019")[0] == 40_000
