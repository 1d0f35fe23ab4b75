"""Activity-based funding of the health trusts, and what a bed of child mental health care costs."""

from typing import Any

import pytest
from openfisca_core.simulations import Simulation
from situations import household


def child(month: str, *, born: str = "2010-05", **facts: Any) -> Simulation:
    inputs = {name: {month: value} for name, value in facts.items()}
    return household({"barn": {"born": born, **inputs}}, barna=["barn"])


@pytest.mark.parametrize(
    ("month", "price", "share"),
    [
        ("2018-06", 43_428, 0.5),  # Helsedirektoratet, regelverk 2018: about 50 per cent
        ("2020-06", 45_808, 0.5),  # Avregningsutvalget 2021: points x 45 808 x 50 per cent
        ("2024-06", 52_248, 0.4),  # Helsedirektoratet, regelverk 2024: about 40 per cent
    ],
)
def test_official_somatic_refund(month: str, price: int, share: float) -> None:
    simulation = child(month, drg_poeng=1.5)
    assert simulation.calculate("somatikk_kostnad", month)[0] == pytest.approx(1.5 * price)
    assert simulation.calculate("isf_somatikk", month)[0] == pytest.approx(1.5 * price * share)


@pytest.mark.parametrize(
    ("month", "share"), [("2022-06", 0.5), ("2023-06", 0.4), ("2025-06", 0.3), ("2026-06", 0.3)]
)
def test_share_by_year(month: str, share: float) -> None:
    """Meld. St. 9 (2023–2024): 30 per cent from 2025."""
    simulation = child(month, drg_poeng=1)
    cost = simulation.calculate("somatikk_kostnad", month)[0]
    assert simulation.calculate("isf_somatikk", month)[0] == pytest.approx(share * cost)


@pytest.mark.parametrize(
    ("month", "price"), [("2018-06", 2_354), ("2020-06", 3_160), ("2024-06", 3_675)]
)
def test_official_unit_price_of_outpatient_mental_health_care(month: str, price: int) -> None:
    """Helsedirektoratet, ISF rules of 2018, 2020 and 2024; a quarter of the cost."""
    simulation = child(month, i_bup=True, bup_konsultasjoner=1)
    assert simulation.calculate("isf_bup", month)[0] == pytest.approx(0.25 * price)


def test_two_consultations_when_none_are_stated() -> None:
    assert child("2024-06", i_bup=True).calculate("isf_bup", "2024-06")[0] == 1837.5


def test_no_refund_for_inpatient_days_or_grown_ups() -> None:
    inside = child("2024-06", bup_dogn=10)
    assert inside.calculate("isf_bup", "2024-06")[0] == 0
    assert inside.calculate("bup_dogn_i_maneden", "2024-06")[0] == 10
    grown = child("2024-06", born="2006-06", i_bup=True, bup_dogn=10)
    assert grown.calculate("isf_bup", "2024-06")[0] == 0
    assert grown.calculate("bup_dogn_i_maneden", "2024-06")[0] == 0
