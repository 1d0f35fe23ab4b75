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
@pytest.mark.parametrize("year", [2019, 2022, 2023, 2024, 2025, 2026])
def test_rate_by_zone(year: int, zone: str, per_thousand: int) -> None:
    assert paid(year, 500_000, zone=zone) == 500 * per_thousand


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
