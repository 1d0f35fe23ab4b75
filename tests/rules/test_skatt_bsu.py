"""Skatteloven § 16-10: the tax credit for housing savings."""

import pytest
from situations import household


def saver(year: int, deposit: int, *, wage: int = 400_000, age: int = 25, **facts: object):
    yearly = {name: {str(year): value} for name, value in facts.items()}
    return household(
        {
            "a": {
                "born": f"{year - age}-05",
                "lonn": {f"{year}-03": wage},
                "bsu_innskudd": {str(year): deposit},
            }
            | yearly
        },
        andre=["a"],
    )


def credit(case, year: int) -> float:
    return float(case.calculate("bsu_skattefradrag", str(year))[0])


@pytest.mark.parametrize(
    ("year", "most", "saved"),
    [
        (2019, 5_000, 25_000),
        (2020, 5_000, 25_000),
        (2021, 5_500, 27_500),
        (2022, 5_500, 27_500),
        (2023, 2_750, 27_500),
        (2024, 2_750, 27_500),
        (2025, 2_750, 27_500),
        (2026, 2_750, 27_500),
    ],
)
def test_official_highest_credit(year: int, most: int, saved: int) -> None:
    """Skatte-ABC 2024 Z-2-2: highest deposit and highest credit of each year."""
    assert credit(saver(year, saved), year) == most
    assert credit(saver(year, saved + 1_000), year) == most
    assert credit(saver(year, saved - 1_000), year) == most - (200 if year < 2023 else 100)


@pytest.mark.parametrize(("age", "expected"), [(18, 2_750), (33, 2_750), (34, 0)])
def test_to_and_with_the_year_of_turning_33(age: int, expected: int) -> None:
    assert credit(saver(2025, 27_500, age=age), 2025) == expected


@pytest.mark.parametrize(("year", "expected"), [(2020, 5_000), (2021, 0), (2025, 0)])
def test_not_for_those_who_own_a_home_from_2021(year: int, expected: int) -> None:
    """Lov 21 desember 2020 nr. 164."""
    case = saver(year, 27_500, eier_bolig_ved_arets_slutt=True)
    assert credit(case, year) == expected


@pytest.mark.parametrize(
    ("earlier", "expected"), [(272_500, 2_750), (280_000, 2_000), (300_000, 0), (310_000, 0)]
)
def test_within_300000_in_all(earlier: int, expected: int) -> None:
    assert credit(saver(2025, 27_500, bsu_tidligere_innskudd=earlier), 2025) == expected


@pytest.mark.parametrize(
    ("wage", "expected"), [(99_650, 0), (105_650, 1_500), (110_650, 2_750), (120_000, 2_750)]
)
def test_published_wage_that_gives_the_full_credit(wage: int, expected: int) -> None:
    """sparebank1.no: more than about 111 000 must be earned for the full credit of 2 750 in 2025;
    25 per cent of 110 650 - 99 650 is 2 750. Never more than the tax."""
    case = saver(2025, 27_500, wage=wage)
    assert credit(case, 2025) == expected
    assert float(case.calculate("inntektsskatt", "2025")[0]) >= 0


def test_the_parts_of_the_tax_stay_and_the_sum_falls() -> None:
    """Skattebetalingsloven § 8-2: the state bears it; 96 794 of a wage of 450 000."""
    case = saver(2025, 27_500, wage=450_000)
    assert case.calculate("skatt_kommune", "2025") == [31_805]
    assert case.calculate("skatt_for_skattefradrag", "2025") == [96_794]
    assert case.calculate("inntektsskatt", "2025") == [94_044]


def test_a_child_of_16_has_it_against_tax_on_its_own_wage_only() -> None:
    case = household(
        {
            "mor": {"born": "1985-01"},
            "barn": {
                "born": "2009-05",
                "kapitalinntekt": {"2025": 500_000},
                "bsu_innskudd": {"2025": 10_000},
            },
        },
        foreldre=["mor"],
        barna=["barn"],
    )
    assert case.calculate("bsu_skattefradrag", "2025").tolist() == [0, 0]
