"""Folketrygdloven § 23-2: the employer's contribution by zone."""

import pytest
from situations import household


def paid(year: int, wage: float, *, zone: str = "sone_1", used: bool = False, **other: float):
    inputs = {name: {f"{year}-03": amount} for name, amount in other.items()}
    case = household(
        {
            "a": {
                "born": "1990-05",
                "lonn": {f"{year}-03": wage},
                "fribelop_sone_1a_brukt": {str(year): used},
            }
            | inputs
        },
        andre=["a"],
        kommune={"aga_sone": {"ETERNITY": zone}},
    )
    return float(case.calculate("arbeidsgiveravgift", str(year))[0])


@pytest.mark.parametrize(
    ("zone", "per_thousand"),
    [
        ("sone_1", 141),
        ("sone_1a", 106),
        ("sone_2", 106),
        ("sone_3", 64),
        ("sone_4", 51),
        ("sone_4a", 79),
        ("sone_5", 0),
    ],
)
@pytest.mark.parametrize("year", range(2019, 2027))
def test_rate_by_zone(year: int, zone: str, per_thousand: int) -> None:
    assert paid(year, 500_000, zone=zone) == 500 * per_thousand


@pytest.mark.parametrize(
    ("year", "wage", "used", "expected"),
    [
        # 3.5 per cent of 400 000 = 14 000 is saved while there is room
        (2025, 400_000, 0, 42_400),
        (2025, 400_000, 836_000, 42_400),  # 14 000 left
        (2025, 400_000, 840_000, 56_400 - 10_000),
        (2025, 400_000, 850_000, 56_400),
        (2023, 400_000, 490_000, 56_400 - 10_000),  # 500 000 until 2023
        (2024, 400_000, 490_000, 42_400),  # 850 000 from 2024
    ],
)
def test_official_free_amount_of_zone_1a(year: int, wage: int, used: int, expected: int) -> None:
    """SKD-melding om arbeidsgiveravgift 2024: 10.6 per cent until the difference from 14.1 per
    cent has reached 500 000 kroner, 850 000 from 2024."""
    case = household(
        {
            "a": {
                "lonn": {f"{year}-03": wage},
                "fribelop_sone_1a_brukt_belop": {str(year): used},
            }
        },
        andre=["a"],
        kommune={"aga_sone": {"ETERNITY": "sone_1a"}},
    )
    assert case.calculate("arbeidsgiveravgift", str(year)) == [expected]


@pytest.mark.parametrize(
    ("zone", "year", "expected"),
    [
        ("sone_1", 2020, 12 * 5_640 - 2 * 1_600),  # 14.1 per cent of 40 000, 10.1 in two months
        ("sone_3", 2020, 12 * 2_560 - 2 * 1_600),
        ("sone_5", 2020, 0),  # a grant of 4 per cent instead
        ("sone_1", 2021, 12 * 5_640),
    ],
)
def test_four_points_lower_in_may_and_june_2020(zone: str, year: int, expected: int) -> None:
    months = {f"{year}-{month:02d}": 40_000 for month in range(1, 13)}
    case = household({"a": {"lonn": months}}, andre=["a"], kommune={"aga_sone": {"ETERNITY": zone}})
    assert case.calculate("arbeidsgiveravgift", str(year)) == [expected]


def test_zone_1a_after_the_free_amount() -> None:
    """14.1 instead of 10.6 per cent; no effect in another zone."""
    assert paid(2025, 500_000, zone="sone_1a", used=True) == 70_500
    assert paid(2025, 500_000, zone="sone_2", used=True) == 53_000


@pytest.mark.parametrize(
    ("year", "wage", "extra"),
    [
        (2022, 900_000, 0),
        (2023, 750_000, 0),
        (2023, 760_000, 500),
        (2023, 900_000, 7_500),
        (2024, 850_000, 0),
        (2024, 900_000, 2_500),
        (2025, 900_000, 0),
        (2026, 900_000, 0),
    ],
)
def test_extra_contribution_of_2023_and_2024(year: int, wage: int, extra: int) -> None:
    """5 per cent above 750 000 and 850 000, in every zone."""
    assert paid(year, wage) == round(wage * 0.141) + extra
    assert paid(year, wage, zone="sone_5") == extra


def test_only_wage_bears_it() -> None:
    """§ 23-2: no contribution of benefits, kvalifiseringsstønad or business income."""
    benefits = {"uforetrygd": 200_000, "kvalifiseringsstonad": 100_000, "naeringsinntekt": 50_000}
    assert paid(2025, 0, **benefits) == 0


def test_whole_kroner() -> None:
    """0.141 x 12 345 = 1 740.645."""
    assert paid(2025, 12_345) == 1_741
