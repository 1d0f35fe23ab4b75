"""Build a small simulation by hand for tests of rules: persons as dictionaries of inputs."""

from typing import Any

from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.simulations import Simulation

from effektlov.rules import CountryTaxBenefitSystem
from effektlov.rules.rule import info

__all__ = ["household", "system"]

_SYSTEM: list[CountryTaxBenefitSystem] = []


def system() -> CountryTaxBenefitSystem:
    """The law in force, built once for a test run."""
    if not _SYSTEM:
        _SYSTEM.append(CountryTaxBenefitSystem())
    return _SYSTEM[0]


class _Lean(Simulation):
    """OpenFisca's simulation, without the formulas of which the case states nothing they need.

    `only_if` is checked against the formulas themselves in `tests/engine/test_only_if.py`.
    """

    stated: set[str]

    def set_input(self, variable_name: str, period: Any, value: Any) -> None:
        self.stated.add(variable_name)
        super().set_input(variable_name, period, value)

    def _run_formula(self, variable: Any, population: Any, period: Any) -> Any:
        needed = info(variable).only_if
        if needed and self.stated.isdisjoint(needed):
            return None
        return super()._run_formula(variable, population, period)


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
    simulation = SimulationBuilder().build_from_entities(
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
    stated = {name for given in (*filled.values(), husstand or {}, kommune or {}) for name in given}
    if all(info(system().variables[name]).kind == "input" for name in stated):
        simulation.__class__ = _Lean
        simulation.stated = stated
    return simulation
