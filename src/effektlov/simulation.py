"""OpenFisca's simulation for rows: equal months are computed once, recursion is an error.

A month stands for the later months of its year in which nothing within the rule's reach changes:
no parameter or formula, no age or time since (the month of the day and the month after), no input.
"""

from collections.abc import Sequence
from typing import Any
from weakref import WeakKeyDictionary

import numpy
from numpy.typing import NDArray
from openfisca_core.periods import DateUnit, Instant, Period
from openfisca_core.simulations import Simulation

from effektlov.changes import ParameterChanges
from effektlov.errors import LawError, UnknownNameError
from effektlov.reach import Reach, Reads
from effektlov.rules.sums import is_alike

__all__ = ["RowSimulation", "months_of", "year_of"]

Array = NDArray[Any]

_Turns = dict[tuple[str, int], frozenset[int]]
_TURNS: "WeakKeyDictionary[Any, WeakKeyDictionary[Any, _Turns]]" = WeakKeyDictionary()
"""The months in which a rule's own formula or parameters turn, by law, rule and year."""


def year_of(year: int) -> Period:
    """The calendar year as an OpenFisca period."""
    return Period((DateUnit.YEAR, Instant((year, 1, 1)), 1))


def months_of(year: int) -> tuple[Period, ...]:
    """The twelve months of a year."""
    return tuple(Period((DateUnit.MONTH, Instant((year, month, 1)), 1)) for month in range(1, 13))


class RowSimulation(Simulation):
    """One law-year of many rows.

    Args:
        system: the OpenFisca system of a regime.
        populations: by entity, with counts and members set.
        year: the law-year; nothing outside it can be read.
        reach: what each rule reads.
        changes: when each parameter changes.
        fold: False computes every month by itself (for tests).
    """

    def __init__(
        self,
        system: Any,
        populations: Any,
        *,
        year: int,
        reach: Reach,
        changes: ParameterChanges,
        fold: bool = True,
    ) -> None:
        super().__init__(system, populations)
        self.year = year
        self._reach = reach
        self._changes = changes
        self._fold = fold
        self._variables = system.variables
        self._values: dict[tuple[str, int], Array] = {}
        self._asked: dict[tuple[str, Period], Array] = {}
        self._pins: dict[str, Sequence[Array]] = {}
        self._stated: set[str] = set()
        self._input_months: dict[str, frozenset[int]] = {}
        self._stands_for: dict[str, tuple[int, ...]] = {}
        self._starts: dict[str, frozenset[int]] = {}
        self._running: set[tuple[str, int]] = set()
        self._roles: dict[tuple[str, str], Array] = {}
        self._find_role = self.persons.has_role
        self.persons.has_role = self._has_role
        self._months = months_of(year)
        self._year = year_of(year)

    def give(self, name: str, by_month: Sequence[Array]) -> None:
        """Set an input of the year: one array, or twelve for a variable by month.

        For a variable of an entity, arrays have one element per member of its population.
        """
        self._asked.clear()
        if any(month.view(numpy.ndarray).any() for month in by_month):
            self._stated.add(name)
        if len(by_month) == 1:
            self._values[name, 0] = by_month[0]
            if self._variables[name].definition_period == DateUnit.MONTH:
                for month in range(1, 13):
                    self._values[name, month] = by_month[0]
            return
        starts = {1}
        self._values[name, 1] = by_month[0]
        for month in range(2, 13):
            this, last = by_month[month - 1], by_month[month - 2]
            if not numpy.array_equal(this.view(numpy.ndarray), last.view(numpy.ndarray)):
                starts.add(month)
            self._values[name, month] = by_month[month - 1]
        self._input_months[name] = frozenset(starts)

    def pin(self, name: str, by_month: Sequence[Array]) -> None:
        """State the result of a rule for some members; nan leaves a member to the formula.

        One array for the year, or twelve; one element per member.
        """
        self._pins[name] = by_month
        self._input_months[name] = frozenset(range(1, 13) if len(by_month) > 1 else (1,))

    def give_relative(self, name: str, values: Array) -> None:
        """Set a month index from which ages and times since are counted.

        Months change with it in its own month of the year and the month after; within the first
        four years of any time since, each month stands alone.
        """
        self._stated.add(name)
        self._values[name, 0] = values
        stated = values[values > 0]
        since = 12 * self.year + 11 - stated
        if ((since >= 0) & (since < 48)).any():
            self._input_months[name] = frozenset(range(1, 13))
            return
        months = {int(month) + 1 for month in numpy.flatnonzero(numpy.bincount(stated % 12))}
        self._input_months[name] = frozenset(
            month for found in months for month in (found, found + 1) if month <= 12
        )

    def give_absolute(self, name: str, values: Array) -> None:
        """Set a month index that stands on the calendar: rules may turn in its month of the year
        and the month after."""
        self._stated.add(name)
        self._values[name, 0] = values
        months = {
            int(month) + 1 for month in numpy.flatnonzero(numpy.bincount(values[values > 0] % 12))
        }
        self._input_months[name] = frozenset(
            month for found in months for month in (found, found + 1) if month <= 12
        )

    def forget(self) -> None:
        """Let go of every array: a simulation and its populations hold each other."""
        self._values.clear()
        self._asked.clear()
        self._roles.clear()

    def _has_role(self, role: Any) -> Array:
        """Who has a role, found once: core compares one object per person each time."""
        key = (role.entity.key, role.key)
        if key not in self._roles:
            self._roles[key] = self._find_role(role)
        return self._roles[key]

    def calculate(self, variable_name: str, period: Any) -> Array:
        """The value of a variable in a period of the row's year.

        Raises:
            LawError: the rule reads another year, or reads itself.
            UnknownNameError: no such variable.
        """
        known = self._asked.get((variable_name, period))
        if known is not None:
            return known
        found = self._found(variable_name, period)
        self._asked[variable_name, period] = found
        return found

    def _found(self, variable_name: str, period: Any) -> Array:
        """The value of a variable that is asked for in a period the first time."""
        variable = self._variables.get(variable_name)
        if variable is None:
            raise UnknownNameError(
                f"no variable '{variable_name}'", got=variable_name, allowed=self._variables
            )
        unit = variable.definition_period
        if not isinstance(period, Period):
            raise LawError(f"{variable_name} is read with '{period}', which is no period")
        if unit == DateUnit.ETERNITY:
            month = 0
        else:
            if period.start.year != self.year:
                raise LawError(
                    f"{variable_name} is read in {period.start.year}, outside the row's year "
                    f"{self.year}: earlier facts are inputs of the row"
                )
            if period.unit != unit or period.size != 1:
                self._check_period_consistency(period, variable)
            month = (
                0
                if unit == DateUnit.YEAR
                else self.stands_for(variable_name)[period.start.month - 1]
            )
        key = (variable_name, month)
        found = self._values.get(key)
        if found is not None:
            return found
        if self.trace:
            traced: Array = super().calculate(variable_name, period)
            return traced
        if key in self._running:
            raise LawError(f"{variable_name} reads itself: the rules go in a circle")
        self._running.add(key)
        try:
            at = period if unit != DateUnit.MONTH else self._months[month - 1]
            population = self.get_variable_population(variable_name)
            value: Any = None
            if self._may_be_something(variable):
                value = self._run_formula(variable, population, at)
            if value is None:
                value = self._default(variable, population.count)
            value = self._cast_formula_result(value, variable)
            if variable_name in self._pins:
                value = self._pinned(variable, value, month)
        finally:
            self._running.discard(key)
        self._values[key] = value
        return self._values[key]

    def _default(self, variable: Any, count: int) -> Array:
        """The default of each member; one value seen as many, which sums can pass over."""
        if variable.value_type not in (bool, float, int):
            found: Array = variable.default_array(count)
            return found
        one = numpy.asarray(variable.default_value, dtype=variable.dtype)
        return numpy.broadcast_to(one, count)

    def _may_be_something(self, variable: Any) -> bool:
        """Whether a formula is run: not when the case states none of what it needs.

        Where the result of a rule is stated, every formula is run: it may stand in for an input.
        """
        needed = type(variable).__rule__.only_if
        return not needed or bool(self._pins) or not self._stated.isdisjoint(needed)

    def _pinned(self, variable: Any, value: Array, month: int) -> Array:
        """The value of a rule with what is stated of it in the place of what was computed."""
        by_month = self._pins[variable.name]
        stated = by_month[month - 1 if len(by_month) > 1 else 0]
        mixed = numpy.where(numpy.isnan(stated), value.view(numpy.ndarray), stated)
        cast: Array = self._cast_formula_result(mixed.astype(variable.dtype), variable)
        return cast

    def calculate_add(self, variable_name: str, period: Any) -> Array:
        """The sum over the months of the row's year, equal months multiplied."""
        variable = self._variables[variable_name]
        if variable.definition_period != DateUnit.MONTH or period.unit != DateUnit.YEAR:
            added: Array = super().calculate_add(variable_name, period)
            return added
        return self.add_months(variable_name, range(1, 13))

    def add_months(self, variable_name: str, months: Any) -> Array:
        """The sum of a monthly variable over some months of the year."""
        stands_for = self.stands_for(variable_name)
        counts: dict[int, int] = {}
        for month in months:
            counts[stands_for[month - 1]] = counts.get(stands_for[month - 1], 0) + 1
        total: Any = 0
        alike: Any = 0
        members = 0
        for month, count in counts.items():
            value = self.calculate(variable_name, self._months[month - 1])
            members = len(value)
            if is_alike(value):
                alike = alike + value[0] * count
            else:
                total = total + (value if count == 1 else value * count)
        if isinstance(total, int):
            return numpy.broadcast_to(numpy.asarray(alike), members)
        return numpy.asarray(total + alike if alike else total)

    def stands_for(self, name: str) -> tuple[int, ...]:
        """For each month of the year, the month whose value it shares."""
        known = self._stands_for.get(name)
        if known is None:
            known = self._stands_for[name] = self._find_months(name)
        return known

    def _find_months(self, name: str) -> tuple[int, ...]:
        if not self._fold:
            return tuple(range(1, 13))
        starts = self._starts_of(name)
        current = 1
        found = []
        for month in range(1, 13):
            current = month if month in starts else current
            found.append(current)
        return tuple(found)

    def _starts_of(self, name: str) -> frozenset[int]:
        """The months in which a variable, or what it reads, may turn; nothing is read by a rule
        whose formula is not run."""
        known = self._starts.get(name)
        if known is None:
            self._starts[name] = frozenset()
            starts = set(self._input_months.get(name, ()))
            variable = self._variables.get(name)
            if variable is not None and self._may_be_something(variable):
                starts |= self._own_months(name, variable)
                for read in self._reach.direct.get(name, Reads()).variables:
                    starts |= self._starts_of(read)
            known = self._starts[name] = frozenset(starts)
        return known

    def _own_months(self, name: str, variable: Any) -> frozenset[int]:
        """The months of the year in which a rule's own formula or parameters turn."""
        of_changes = _TURNS.setdefault(self._changes, WeakKeyDictionary())
        known = of_changes.setdefault(self.tax_benefit_system, {})
        key = (name, self.year)
        if key not in known:
            starts = {
                int(date[5:7])
                for date in getattr(variable, "formulas", None) or {}
                if date.startswith(f"{self.year:04d}-")
            }
            for prefix in self._reach.direct.get(name, Reads()).parameters:
                starts |= self._changes.months(prefix, self.year)
            known[key] = frozenset(starts)
        return known[key]
