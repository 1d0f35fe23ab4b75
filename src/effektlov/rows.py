"""Rows: every (year, state of the focus person) that the law is run on, many at once.

A row holds the whole household. Ages and times since follow a row into its law-year (relative);
what the law compares with a calendar date keeps it (absolute).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.periods import DateUnit

from effektlov.case import Person
from effektlov.given import Given
from effektlov.groups import populations_of
from effektlov.inputs import Input, cell_value, inputs_of
from effektlov.kommuner import Kommune
from effektlov.regime import Regime
from effektlov.simulation import RowSimulation, months_of

__all__ = ["Household", "Pattern", "Rows", "build_simulation", "deflator"]

Array = NDArray[Any]


@dataclass(frozen=True)
class Pattern:
    """What a state says of the focus person in a row: twelve months of each input.

    `since` holds month indices counted from January of the row's year.
    """

    inputs: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    since: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Household:
    """The household of a case, without what a state adds."""

    persons: tuple[Person, ...]
    husstand: Mapping[str, Given]
    kommune: Kommune
    kommune_inputs: Mapping[str, Given]

    @property
    def focus(self) -> int:
        """Position of the focus person."""
        return next(i for i, person in enumerate(self.persons) if person.focus)


@dataclass(frozen=True)
class Rows:
    """Rows of one law-year.

    `years`: calendar year of each row (int). `pattern`: index into `patterns` (int).
    `alone`: whether the focus person has moved into a household of her own (bool).
    """

    years: Array
    pattern: Array
    alone: Array
    patterns: Sequence[Pattern]

    def __len__(self) -> int:
        return len(self.years)


def distinct(years: Array) -> tuple[Array, Array]:
    """The different years in order, and which of them each element is.

    numpy's own function loads masked arrays, which a cold command pays for.
    """
    first = int(years.min())
    found: Array = numpy.flatnonzero(numpy.bincount(years - first)) + first
    return found, numpy.searchsorted(found, years)


def deflator(regime: Regime, year: int) -> float:
    """The deflator: the average of the National Insurance base amount G over a year.

    Folketrygdloven § 1-4: G follows expected wage growth, so an amount that follows the deflator
    keeps its size against wages.
    """
    return _average_g(regime.law.system, year)


@lru_cache(maxsize=256)
def _average_g(system: Any, year: int) -> float:
    amounts = [
        float(system.get_parameters_at_instant(month).trygd.grunnbelop.grunnbelop)
        for month in months_of(year)
    ]
    return sum(amounts) / 12


def build_simulation(
    regime: Regime,
    household: Household,
    rows: Rows,
    *,
    law_year: int,
    base_year: int,
    fold: bool = True,
) -> RowSimulation:
    """The rows of one law-year under a regime, ready to be asked.

    Amounts that a case states without a date are kroner of `base_year` and follow the deflator.
    """
    members = len(household.persons)
    count = len(rows)
    populations = populations_of(regime.system)
    persons = populations["person"]
    persons.count = count * members
    persons.ids = range(count * members)
    _place(populations["husstand"], household, rows)
    calendar, year_at = distinct(rows.years)
    for key, role in (("kommune", "innbygger"), ("fylkeskommune", "fylkesinnbygger")):
        group = populations[key]
        group.count = len(calendar)
        group.ids = range(len(calendar))
        group.members_entity_id = numpy.repeat(year_at, members)
        group.members_role = numpy.full(count * members, group.get_role(role), dtype=object)
    simulation = RowSimulation(
        regime.system,
        populations,
        year=law_year,
        reach=regime.reach,
        changes=regime.changes,
        fold=fold,
    )
    growth = deflator(regime, law_year) / deflator(regime, base_year)
    _give_birth(simulation, household, rows, law_year)
    _give_persons(simulation, household, rows, law_year, growth)
    _give_group(simulation, "husstand", household.husstand, rows, growth, 2 * count)
    _give_kommune(simulation, household, calendar, growth)
    return simulation


def _place(group: Any, household: Household, rows: Rows) -> None:
    """Two households a row: the focus person's own, empty until she moves out, then the family's.

    The family's comes last, for core counts members only up to the last household with any.
    """
    members = len(household.persons)
    count = len(rows)
    roles = [group.get_role(person.role) for person in household.persons]
    entity = numpy.repeat(numpy.arange(count) * 2 + 1, members).reshape(count, members)
    entity[:, household.focus] -= rows.alone
    grown = group.get_role("forelder")
    role = numpy.empty((count, members), dtype=object)
    role[:] = numpy.array([*roles, None], dtype=object)[:-1]
    role[:, household.focus] = numpy.where(rows.alone, grown, roles[household.focus])
    group.count = 2 * count
    group.ids = range(2 * count)
    group.members_entity_id = entity.ravel()
    group.members_role = role.ravel()


def _give_birth(simulation: RowSimulation, household: Household, rows: Rows, law_year: int) -> None:
    born = numpy.array([person.born for person in household.persons], dtype=numpy.int64)
    shift = 12 * (law_year - rows.years)
    relative = born[None, :] + shift[:, None]
    simulation.give_relative("fodselsmaned", relative.ravel())
    simulation.give("fodselskohort", [numpy.tile(born, len(rows))])
    later = numpy.repeat(-shift, len(household.persons))
    simulation.give("kalenderforskyvning", [later])


def _give_persons(
    simulation: RowSimulation, household: Household, rows: Rows, law_year: int, growth: float
) -> None:
    known = inputs_of("person", rules_too=True)
    named = {name for person in household.persons for name in person.inputs}
    for pattern in rows.patterns:
        named |= set(pattern.inputs) | set(pattern.since)
    for name in sorted(named):
        if name not in simulation.tax_benefit_system.variables:
            continue
        declared = known[name]
        if declared.of_month:
            _give_since(simulation, declared, household, rows, law_year)
        else:
            columns = _columns(declared, household, rows, growth)
            _give(simulation, declared, columns)


def _columns(declared: Input, household: Household, rows: Rows, growth: float) -> list[Array]:
    """One array per month (or one in all), elements row by row, person by person."""
    width = 12 if declared.definition_period == DateUnit.MONTH else 1
    members = len(household.persons)
    table = numpy.full((width, len(rows), members), _unstated(declared))
    years, position = distinct(rows.years)
    for column, person in enumerate(household.persons):
        given = person.inputs.get(declared.name)
        if given is not None:
            by_year = _by_year(given, declared, years, growth)
            table[:, :, column] = by_year[:, position]
    stated = [
        index for index, pattern in enumerate(rows.patterns) if declared.name in pattern.inputs
    ]
    if stated:
        values = numpy.zeros((len(rows.patterns), width))
        mask = numpy.zeros(len(rows.patterns), dtype=bool)
        for index in stated:
            values[index] = rows.patterns[index].inputs[declared.name]
            mask[index] = True
        chosen = mask[rows.pattern]
        focus = household.focus
        table[:, chosen, focus] = values[rows.pattern[chosen]].T
    return [month.ravel() for month in table]


def _by_year(given: Given, declared: Input, years: Array, growth: float) -> Array:
    """Values by month (rows) and calendar year (columns)."""
    factor = growth if given.uprated else 1.0
    if declared.definition_period == DateUnit.MONTH:
        found = [given.months(int(year), _unstated(declared)) for year in years]
        return numpy.array(found).T * factor
    return numpy.array([[given.year(int(year), _unstated(declared)) * factor for year in years]])


def _unstated(declared: Input) -> float:
    """What stands where a case states nothing: the default, or nan for the result of a rule."""
    return declared.default if declared.is_input else math.nan


def _give_since(
    simulation: RowSimulation, declared: Input, household: Household, rows: Rows, law_year: int
) -> None:
    """Month indices: relative ones move with the row, absolute ones stand."""
    info = type(simulation.tax_benefit_system.variables[declared.name]).__rule__
    shift = 12 * (law_year - rows.years) if info.shift == "relative" else 0 * rows.years
    table = numpy.zeros((len(rows), len(household.persons)), dtype=numpy.int64)
    for column, person in enumerate(household.persons):
        given = person.inputs.get(declared.name)
        if given is not None:
            table[:, column] = int(given.values[0][1]) + shift
    offsets = numpy.array([pattern.since.get(declared.name, 0) for pattern in rows.patterns])
    stated = numpy.array([declared.name in pattern.since for pattern in rows.patterns])
    if stated.any():
        chosen = stated[rows.pattern]
        year = law_year if info.shift == "relative" else rows.years[chosen]
        table[chosen, household.focus] = 12 * year + offsets[rows.pattern[chosen]]
    if info.shift == "relative":
        simulation.give_relative(declared.name, table.ravel())
    else:
        simulation.give_absolute(declared.name, table.ravel())


def _give_group(
    simulation: RowSimulation,
    entity: str,
    stated: Mapping[str, Given],
    rows: Rows,
    growth: float,
    count: int,
) -> None:
    """Inputs of the family's household; the focus person's own household has the defaults."""
    known = inputs_of(entity, rules_too=True)
    years, position = distinct(rows.years)
    for name, given in stated.items():
        by_year = _by_year(given, known[name], years, growth)[:, position]
        columns = []
        for month in by_year:
            values = numpy.full(count, _unstated(known[name]))
            values[1::2] = month
            columns.append(values)
        _give(simulation, known[name], columns)


def _give_kommune(
    simulation: RowSimulation, household: Household, calendar: Array, growth: float
) -> None:
    """The kommune once for each calendar year of the rows: what is known of it may be dated."""
    known = inputs_of("kommune", rules_too=True)
    years = len(calendar)
    simulation.give("kommunenummer", [numpy.full(years, int(household.kommune.number))])
    for name, declared in known.items():
        given = household.kommune_inputs.get(name)
        cell = household.kommune.cells.get(name)
        if given is not None:
            columns = list(_by_year(given, declared, calendar, growth))
        elif cell is not None:
            columns = [numpy.full(years, cell_value(declared, cell))]
        else:
            continue
        _give(simulation, declared, columns)


def _give(simulation: RowSimulation, declared: Input, columns: list[Array]) -> None:
    if not declared.is_input:
        simulation.pin(declared.name, columns)
        return
    variable = simulation.tax_benefit_system.variables[declared.name]
    if declared.value_type is Enum:
        cast: list[Array] = [
            EnumArray(column.astype(numpy.uint8), variable.possible_values) for column in columns
        ]
    else:
        cast = [column.astype(variable.dtype) for column in columns]
    simulation.give(declared.name, cast)
