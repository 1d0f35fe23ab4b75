"""Build a small simulation by hand for tests of rules: persons as dictionaries of inputs."""

from typing import Any

from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.simulations import Simulation

from effektlov.rules import CountryTaxBenefitSystem

__all__ = ["household", "system"]

_SYSTEM: list[CountryTaxBenefitSystem] = []


def system() -> CountryTaxBenefitSystem:
    """The law in force, built once for a test run."""
    if not _SYSTEM:
        _SYSTEM.append(CountryTaxBenefitSystem())
    return _SYSTEM[0]


def born(date: str) -> dict[str, dict[str, int]]:
    """Birth inputs from "YYYY-MM"."""
    year, month = (int(part) for part in date.split("-")[:2])
    index = 12 * year + month - 1
    return {"fodselsmaned": {"ETERNITY": index}, "fodselskohort": {"ETERNITY": index}}


def household(
    persons: dict[str, dict[str, Any]],
    *,
    foreldre: list[str] | None = None,
    barna: list[str] | None = None,
    andre: list[str] | None = None,
    husstand: dict[str, Any] | None = None,
    kommune: dict[str, Any] | None = None,
) -> Simulation:
    """One household in one kommune.

    Args:
        persons: name -> `born: "YYYY-MM"` and OpenFisca inputs `{variable: {period: value}}`.
        foreldre, barna, andre: names by role.
        husstand: inputs of the household.
        kommune: inputs of the kommune.
    """
    filled = {}
    for name, given in persons.items():
        inputs = dict(given)
        filled[name] = (born(inputs.pop("born")) if "born" in inputs else {}) | inputs
    names = list(persons)
    return SimulationBuilder().build_from_entities(
        system(),
        {
            "personer": filled,
            "husstander": {
                "h": {"foreldre": foreldre or [], "barna": barna or [], "andre": andre or []}
                | (husstand or {})
            },
            "kommuner": {"k": {"innbyggere": names} | (kommune or {})},
            "fylkeskommuner": {"f": {"fylkesinnbyggere": names}},
        },
    )
