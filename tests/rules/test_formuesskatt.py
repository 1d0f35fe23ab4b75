"""Skattevedtaket chapter 2: wealth tax to kommune and state, by year."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household

PARTS = ["formuesskatt_kommune", "formuesskatt_stat"]


def owners(year: int, wealth: list[float], *, married: bool = False, kommune: dict | None = None):
    persons = {
        f"p{i}": {
            "born": "1970-05",
            "netto_formue": {str(year): amount},
            "skattlegges_med_ektefelle": {str(year): married},
        }
        for i, amount in enumerate(wealth)
    }
    return household(persons, andre=list(persons), kommune=kommune)


def parts(case, year: int) -> list[list[float]]:
    return [case.calculate(name, str(year)).tolist() for name in PARTS]


# Basic amount, and what 1 million above it gives kommune and state.
RATES = [
    (2019, 1_500_000, 7_000, 1_500),
    (2020, 1_500_000, 7_000, 1_500),
    (2021, 1_500_000, 7_000, 1_500),
    (2022, 1_700_000, 7_000, 2_500),
    (2023, 1_700_000, 7_000, 3_000),
    (2024, 1_700_000, 7_000, 3_000),
    (2025, 1_760_000, 5_250, 4_750),
    (2026, 1_900_000, 3_500, 6_500),
]


@pytest.mark.parametrize(("year", "basic", "kommune", "stat"), RATES)
def test_official_rates(year: int, basic: int, kommune: int, stat: int) -> None:
    """Skatte-ABC 2022/2023 and 2024, Z-2-2 with notes; Skatteetaten/skattemeldingen 2023-2026."""
    assert parts(owners(year, [basic]), year) == [[0], [0]]
    assert parts(owners(year, [basic + 1_000_000]), year) == [[kommune], [stat]]


@pytest.mark.parametrize(("year", "basic", "kommune", "stat"), RATES)
def test_official_double_limits_of_spouses(year: int, basic: int, kommune: int, stat: int) -> None:
    """The same sources: twice the amounts for spouses, together; half each of equal wealth."""
    case = owners(year, [basic, basic], married=True)
    assert parts(case, year) == [[0, 0], [0, 0]]
    case = owners(year, [basic + 500_000, basic + 500_000], married=True)
    assert parts(case, year) == [[kommune / 2] * 2, [stat / 2] * 2]


@pytest.mark.parametrize(
    ("year", "limit", "below", "per_million"),
    [
        (2022, 20_000_000, 45_750, 4_000),  # 0.25 per cent of 18.3 million
        (2023, 20_000_000, 54_900, 4_000),  # 0.3 per cent
        (2024, 20_000_000, 54_900, 4_000),
        (2025, 20_700_000, 89_965, 5_750),  # 0.475 per cent of 18.94 million
        (2026, 21_500_000, 127_400, 7_500),  # 0.65 per cent of 19.6 million
    ],
)
def test_official_second_step_of_the_state(
    year: int, limit: int, below: int, per_million: int
) -> None:
    at = parts(owners(year, [limit]), year)[1]
    above = parts(owners(year, [limit + 1_000_000]), year)[1]
    assert at == [below]
    assert above == [below + per_million]


def test_no_second_step_before_2022() -> None:
    assert parts(owners(2021, [101_500_000]), 2021) == [[700_000], [150_000]]


def test_tax_of_spouses_is_divided_by_their_wealth() -> None:
    """2025: 5 000 000 - 2 x 1 760 000 = 1 480 000; three fifths and two fifths."""
    case = owners(2025, [3_000_000, 2_000_000], married=True)
    assert parts(case, 2025) == [[4_662, 3_108], [4_218, 2_812]]


def test_debt_of_one_spouse_reduces_the_wealth_of_the_other() -> None:
    """2025: 6 000 000 - 1 000 000 - 3 520 000 = 1 480 000, all with the one who has wealth."""
    case = owners(2025, [6_000_000, -1_000_000], married=True)
    assert parts(case, 2025) == [[7_770, 0], [7_030, 0]]


def test_cohabitants_are_taxed_apart() -> None:
    case = owners(2025, [2_760_000, 0])
    assert parts(case, 2025) == [[5_250, 0], [4_750, 0]]


@pytest.mark.parametrize(("year", "expected"), [(2020, 7_000), (2021, 2_000), (2024, 2_000)])
def test_official_lower_rate_in_bo(year: int, expected: int) -> None:
    """Skatte-ABC 2022/2023 Z-2-2 note 7: 0.2 per cent in Bø from 2021."""
    basic = 1_700_000 if year >= 2022 else 1_500_000
    case = owners(year, [basic + 1_000_000], kommune={"kommunenummer": {"ETERNITY": 1867}})
    assert parts(case, year)[0] == [expected]


@pytest.mark.parametrize(("age", "of_each"), [(16, 2_625), (17, 0)])
def test_wealth_of_a_child_of_16_is_taxed_with_the_parents(age: int, of_each: int) -> None:
    """§ 2-14, 2025: each has 1 760 000 and half of 1 000 000, so 0.525 per cent of 500 000."""
    case = household(
        {
            "mor": {"born": "1980-01", "netto_formue": {"2025": 1_760_000}},
            "far": {"born": "1980-01", "netto_formue": {"2025": 1_760_000}},
            "barn": {"born": f"{2025 - age}-05", "netto_formue": {"2025": 1_000_000}},
        },
        foreldre=["mor", "far"],
        barna=["barn"],
    )
    assert case.calculate("formuesskatt_kommune", "2025").tolist() == [of_each, of_each, 0]


def test_whole_kroner() -> None:
    """2026: 123 x 0.35 per cent = 0.43 and x 0.65 per cent = 0.80."""
    assert parts(owners(2026, [1_900_123]), 2026) == [[0], [1]]


kroner = st.integers(-5_000_000, 60_000_000)


@settings(max_examples=30, deadline=None)
@given(st.integers(2019, 2026), st.lists(kroner, min_size=2, max_size=8).map(sorted))
def test_rises_with_wealth_and_is_at_most_one_per_cent_and_a_tenth(
    year: int, wealth: list[int]
) -> None:
    tax = owners(year, wealth).calculate("formuesskatt", str(year))
    assert (tax >= 0).all()
    assert (tax[1:] >= tax[:-1]).all()
    assert all(t <= 0.011 * max(w, 0) + 1 for t, w in zip(tax, wealth, strict=True))


@settings(max_examples=30, deadline=None)
@given(st.integers(2019, 2026), kroner, kroner)
def test_marriage_never_costs(year: int, one: int, other: int) -> None:
    """Twice the limits for both together; the order does not matter."""
    together = owners(year, [one, other], married=True).calculate("formuesskatt", str(year))
    swapped = owners(year, [other, one], married=True).calculate("formuesskatt", str(year))
    apart = owners(year, [one, other]).calculate("formuesskatt", str(year))
    assert together.sum() <= apart.sum() + 2
    assert together.tolist() == swapped.tolist()[::-1]
