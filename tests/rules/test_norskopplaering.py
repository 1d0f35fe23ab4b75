"""Integreringsloven chapter 6: a right until the level is reached, and for how long."""

from typing import Any

import pytest
from openfisca_core.simulations import Simulation
from situations import household


def index(month: str) -> int:
    year, number = (int(part) for part in month.split("-"))
    return 12 * year + number - 1


def immigrant(
    born: str, month: str = "2025-06", permit: str | None = None, **facts: Any
) -> Simulation:
    stated = {name: {month: value} for name, value in facts.items()}
    if permit:
        stated["oppholdstillatelse_siden"] = {"ETERNITY": index(permit)}
    return household({"p": {"born": born, **stated}}, andre=["p"])


def holds(case: Simulation, name: str, month: str = "2025-06") -> bool:
    return bool(case.calculate(name, month)[0])


@pytest.mark.parametrize(
    ("born", "permit", "right"),
    [
        ("2007-06", None, True),
        ("2007-07", None, False),
        ("2006-01", "2024-01", True),
        ("2006-02", "2024-01", False),
        ("1958-07", "2024-01", True),
        ("1958-06", "2024-01", False),
    ],
)
def test_age_at_the_permit_and_under_67(born: str, permit: str | None, right: bool) -> None:
    """§ 26: between 18 and 67 when the permit was given; the right ends at 67."""
    case = immigrant(born, permit=permit, oppholdstillatelse_med_norskopplaering=True)
    assert holds(case, "rett_til_norskopplaering") is right


@pytest.mark.parametrize(
    ("upper_secondary", "months", "right"),
    [(False, 35, True), (False, 36, False), (True, 17, True), (True, 18, False)],
)
def test_three_years_or_eighteen_months(upper_secondary: bool, months: int, right: bool) -> None:
    """§ 32 first paragraph."""
    case = immigrant(
        "2000-01",
        oppholdstillatelse_med_norskopplaering=True,
        hadde_videregaende_for_norskopplaering=upper_secondary,
        norskopplaering_maneder=months,
    )
    assert holds(case, "rett_til_norskopplaering") is right


@pytest.mark.parametrize("county", [True, False])
def test_one_and_only_one_owes_the_training(county: bool) -> None:
    """§ 30."""
    case = immigrant(
        "2000-01",
        oppholdstillatelse_med_norskopplaering=True,
        fylkeskommunen_har_norskopplaeringen=county,
    )
    assert holds(case, "norskopplaering_fra_fylkeskommunen") is county
    assert holds(case, "norskopplaering_fra_kommunen") is not county


@pytest.mark.parametrize(("month", "right"), [("2020-12", False), ("2021-01", True)])
def test_from_january_2021(month: str, right: bool) -> None:
    case = immigrant("1998-01", month, oppholdstillatelse_med_norskopplaering=True)
    assert holds(case, "rett_til_norskopplaering", month) is right


def test_a_permit_for_work_gives_a_duty_and_no_right() -> None:
    case = immigrant("1998-01", oppholdstillatelse_med_plikt_til_norskopplaering=True)
    assert holds(case, "plikt_til_norskopplaering_uten_rett")
    assert not holds(case, "rett_til_norskopplaering")
