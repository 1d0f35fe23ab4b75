"""Many different households of one year at once: arrays in, arrays out, in chunks.

Where a case is one household under many courses of life, a population is many households under one
year of law. A chunk keeps the arrays of its rules small enough to stay near the processor.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.periods import DateUnit

from effektlov.errors import UnknownNameError
from effektlov.groups import populations_of
from effektlov.inputs import Input, cell_value, inputs_of
from effektlov.kommuner import find_kommune
from effektlov.regime import Regime
from effektlov.simulation import RowSimulation, year_of

__all__ = ["CHUNK", "Population", "simulate", "year_sums"]

Array = NDArray[Any]

CHUNK = 50_000
"""Households in a chunk."""


@dataclass(frozen=True)
class Population:
    """Households side by side.

    `household`: household of each person, 0 to the last without gaps, in order (int). `role`: of
    each person, a role of `husstand` by its key (str). `born`: month index of birth, 12 x year +
    month - 1 (int). `kommune`: number of each household's kommune (int). `persons`, `husstander`:
    inputs by name, one value per person or household for all of the year, or twelve rows of them;
    the name of a rule states its result, which is then not computed. A rule that needs an input
    (`only_if`) stays nothing without it, also where such a result is stated: state both.
    """

    household: Array
    role: Array
    born: Array
    kommune: Array
    persons: Mapping[str, Array] = field(default_factory=dict)
    husstander: Mapping[str, Array] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.kommune)

    def chunks(self, size: int = CHUNK) -> Iterator["Population"]:
        """The same households in parts of at most `size`."""
        for first in range(0, len(self), size):
            last = min(first + size, len(self))
            low, high = numpy.searchsorted(self.household, [first, last])
            yield Population(
                household=self.household[low:high] - first,
                role=self.role[low:high],
                born=self.born[low:high],
                kommune=self.kommune[first:last],
                persons={name: given[..., low:high] for name, given in self.persons.items()},
                husstander={
                    name: given[..., first:last] for name, given in self.husstander.items()
                },
            )


def year_sums(
    regime: Regime, population: Population, year: int, names: Sequence[str], *, size: int = CHUNK
) -> dict[str, Array]:
    """Each rule over the year, one element per member of its entity; months are added up.

    Raises:
        UnknownNameError: an input or rule is unknown.
    """
    parts: dict[str, list[Array]] = {name: [] for name in names}
    for chunk in population.chunks(size):
        simulation = simulate(regime, chunk, year)
        for name in names:
            if name not in regime.system.variables:
                raise UnknownNameError(
                    f"no variable '{name}'", got=name, allowed=regime.system.variables
                )
            parts[name].append(_year_sum(simulation, name))
        simulation.forget()
    return {name: numpy.concatenate(found) for name, found in parts.items()}


def _year_sum(simulation: RowSimulation, name: str) -> Array:
    if simulation.tax_benefit_system.variables[name].definition_period == DateUnit.MONTH:
        return simulation.add_months(name, range(1, 13))
    return simulation.calculate(name, year_of(simulation.year))


def simulate(
    regime: Regime,
    population: Population,
    year: int,
    *,
    kind: type[RowSimulation] = RowSimulation,
) -> RowSimulation:
    """The households in a year under a regime, ready to be asked; `kind` says how.

    Raises:
        UnknownNameError: an input is unknown.
    """
    populations = populations_of(regime.system)
    persons = populations["person"]
    persons.count = len(population.household)
    persons.ids = range(persons.count)
    group = populations["husstand"]
    roles = {key: group.get_role(key) for key in ("forelder", "barn", "annen")}
    _place(group, population.household, len(population))
    group.members_role = _roles(population.role, roles)
    numbers, kommune = numpy.unique(population.kommune, return_inverse=True)
    of_person = kommune[population.household]
    _place(populations["kommune"], of_person, len(numbers), "innbygger")
    fylker, fylke = numpy.unique(numbers // 100, return_inverse=True)
    _place(populations["fylkeskommune"], fylke[of_person], len(fylker), "fylkesinnbygger")
    simulation = kind(
        regime.system, populations, year=year, reach=regime.reach, changes=regime.changes
    )
    simulation.give_relative("fodselsmaned", population.born)
    simulation.give("fodselskohort", [population.born])
    simulation.give("kalenderforskyvning", [numpy.zeros(persons.count, dtype=numpy.int64)])
    simulation.give("kommunenummer", [numpy.asarray(numbers)])
    for entity, given in (("person", population.persons), ("husstand", population.husstander)):
        known = inputs_of(entity, rules_too=True)
        for name, values in given.items():
            if name not in known:
                raise UnknownNameError(f"unknown input '{name}'", got=name, allowed=known)
            _give(simulation, known[name], numpy.atleast_2d(values))
    _give_kommuner(simulation, numbers)
    return simulation


def _give_kommuner(simulation: RowSimulation, numbers: Array) -> None:
    """What the kommune table knows of each kommune; the default where it has no cell."""
    cells = [find_kommune(f"{number:04d}", error=UnknownNameError).cells for number in numbers]
    for name, declared in inputs_of("kommune").items():
        if any(name in known for known in cells):
            found = [
                cell_value(declared, known[name]) if name in known else declared.default
                for known in cells
            ]
            _give(simulation, declared, numpy.array([found]))


def _place(group: Any, members: Array, count: int, role: str = "") -> None:
    group.count = count
    group.ids = range(count)
    group.members_entity_id = members
    if role:
        group.members_role = numpy.full(len(members), group.get_role(role), dtype=object)


def _roles(names: Array, roles: Mapping[str, Any]) -> Array:
    found = numpy.empty(len(names), dtype=object)
    for key, role in roles.items():
        found[names == key] = role
    return found


def _give(simulation: RowSimulation, declared: Input, rows: Array) -> None:
    variable = simulation.tax_benefit_system.variables[declared.name]
    if declared.of_month:
        dated = rows[0].astype(numpy.int64)
        if type(variable).__rule__.shift == "relative":
            simulation.give_relative(declared.name, dated)
        else:
            simulation.give_absolute(declared.name, dated)
        return
    if declared.value_type is Enum:
        cast = [EnumArray(row.astype(numpy.uint8), variable.possible_values) for row in rows]
    else:
        cast = [row.astype(variable.dtype) for row in rows]
    simulation.give(declared.name, cast)
