"""Child mental health care: the right and the deadlines of 10 and 65 working days."""

from typing import Any

import pytest
from openfisca_core.simulations import Simulation
from situations import household


def child(*, born: str = "2010-06", **inputs: Any) -> Simulation:
    """One child in June 2025."""
    facts = {name: {"2025-06": value} for name, value in inputs.items()}
    return household({"barn": {"born": born, **facts}}, barna=["barn"])


def value(case: Simulation, name: str) -> float:
    """The child's value in June 2025."""
    return float(case.calculate(name, "2025-06")[0])


@pytest.mark.parametrize(
    ("born", "months"), [("2025-06", 1), ("2025-07", 0), ("2007-07", 1), ("2007-06", 0)]
)
def test_treatment_of_a_child(born: str, months: int) -> None:
    """From the month of birth; born July 2007 is still 17 in June 2025."""
    assert value(child(born=born, i_bup=True), "bup_maned") == months


@pytest.mark.parametrize(
    ("referred", "benefit", "right"),
    [(True, True, True), (True, False, False), (False, True, False)],
)
def test_right_needs_a_referral_and_expected_benefit(
    referred: bool, benefit: bool, right: bool
) -> None:
    """Pasient- og brukerrettighetsloven § 2-2 second paragraph."""
    case = child(henvist_bup=referred, forventet_nytte_bup=benefit)
    assert bool(value(case, "rett_til_bup")) is right
    assert value(case, "bup_lengste_frist") == (65 if right else 0)


@pytest.mark.parametrize(("days", "late"), [(10, False), (11, True)])
def test_assessment_within_ten_working_days(days: int, late: bool) -> None:
    case = child(henvist_bup=True, virkedager_uten_vurdering=days)
    assert bool(value(case, "bup_vurdering_for_sent")) is late


@pytest.mark.parametrize(
    ("days", "treated", "broken"), [(65, False, False), (66, False, True), (66, True, False)]
)
def test_care_within_65_working_days(days: int, treated: bool, broken: bool) -> None:
    """The priority regulation § 4 a."""
    case = child(henvist_bup=True, i_bup=treated, virkedager_uten_helsehjelp=days)
    assert bool(value(case, "bup_fristbrudd")) is broken


def test_silent_without_a_referral() -> None:
    case = child(virkedager_uten_vurdering=400, virkedager_uten_helsehjelp=400)
    for name in ("bup_maned", "bup_vurdering_for_sent", "bup_fristbrudd", "rett_til_bup"):
        assert value(case, name) == 0
