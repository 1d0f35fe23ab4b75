"""OpenFisca's populations with the same answers in less time.

Core counts members anew and loops over their positions for the largest; here they are counted once,
each operation is one pass, and what nobody has is summed by looking once. A read of a rule goes
straight to the simulation, which checks its name and period once.
"""

from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.populations import GroupPopulation, Population
from openfisca_core.projectors import projectable

from effektlov.rules.sums import is_alike

__all__ = ["CountedGroup", "Members", "populations_of"]

Array = NDArray[Any]


def populations_of(system: Any) -> dict[str, Any]:
    """Empty populations of a system by entity key."""
    persons = Members(system.person_entity)
    found: dict[str, Any] = {system.person_entity.key: persons}
    for entity in system.group_entities:
        found[entity.key] = CountedGroup(entity, persons)
    return found


class _Reads:
    """Reading a rule of the population's own entity."""

    _own: set[str]

    def __call__(self, variable_name: str, period: Any = None, options: Any = None) -> Any:
        if options or period is None:
            return super().__call__(variable_name, period, options)  # type: ignore[misc]
        if variable_name not in self._own:
            self.entity.check_variable_defined_for_entity(variable_name)  # type: ignore[attr-defined]
            self._own.add(variable_name)
        return self.simulation.calculate(variable_name, period)  # type: ignore[attr-defined]


class Members(_Reads, Population):
    """Persons."""

    def __init__(self, entity: Any) -> None:
        super().__init__(entity)
        self._own = set()


class CountedGroup(_Reads, GroupPopulation):
    """A group whose members are counted once."""

    def __init__(self, entity: Any, members: Any) -> None:
        super().__init__(entity, members)
        self._own = set()
        self._ends: Array | None = None
        self._counts: dict[str, Array] = {}

    def _values(self, array: Any, role: Any, neutral: Any) -> Array:
        self.entity.check_role_validity(role)
        values: Array = numpy.asarray(array).view(numpy.ndarray)
        self.members.check_array_compatible_with_entity(values)
        if role is not None:
            values = numpy.where(self.members.has_role(role), values, neutral)
        return values

    @projectable  # type: ignore[untyped-decorator]
    def sum(self, array: Any, role: Any = None) -> Array:
        """The sum over the members, or over those with a role; float64."""
        values = self._values(array, role, False)
        if (is_alike(values) and not values[0]) or not values.any():
            return numpy.zeros(self.count)
        if values.dtype == bool:
            return self._number_of(values)
        return numpy.bincount(self.members_entity_id, weights=values, minlength=self.count)

    def _number_of(self, holds: Array) -> Array:
        """How many members something holds for: a running count, read where each group ends."""
        ends = self._group_ends()
        if ends is None or 4 * numpy.count_nonzero(holds) < len(holds):
            found = numpy.bincount(self.members_entity_id[holds], minlength=self.count)
            return found.astype(numpy.float64)
        passed = numpy.zeros(len(holds) + 1, dtype=numpy.int32)
        numpy.cumsum(holds, out=passed[1:])
        return numpy.diff(passed[ends]).astype(numpy.float64)

    def _group_ends(self) -> Array | None:
        """Where each group ends among the members, 0 first; None when they aren't in order."""
        if self._ends is None:
            ids = self.members_entity_id
            in_order = not (ids[1:] < ids[:-1]).any()
            ends = numpy.concatenate(([0], numpy.cumsum(self.nb_persons())))
            self._ends = ends if in_order else numpy.empty(0, dtype=numpy.int64)
        return self._ends if len(self._ends) else None

    @projectable  # type: ignore[untyped-decorator]
    def any(self, array: Any, role: Any = None) -> Array:
        """Whether the sum over the members is more than nothing."""
        found: Array = self.sum(array, role=role) > 0
        return found

    @projectable  # type: ignore[untyped-decorator]
    def all(self, array: Any, role: Any = None) -> Array:
        """Whether every member's value is true; true without members."""
        values = self._values(numpy.asarray(array, dtype=bool), role, True)
        found: Array = self.sum(~values) == 0
        return found

    @projectable  # type: ignore[untyped-decorator]
    def max(self, array: Any, role: Any = None) -> Array:
        """The largest value of the members, minus infinity without any."""
        values = self._values(array, role, -numpy.inf)
        found = numpy.full(self.count, -numpy.inf)
        numpy.maximum.at(found, self.members_entity_id, values)
        return found

    @projectable  # type: ignore[untyped-decorator]
    def min(self, array: Any, role: Any = None) -> Array:
        """The smallest value of the members, infinity without any."""
        values = self._values(array, role, numpy.inf)
        found = numpy.full(self.count, numpy.inf)
        numpy.minimum.at(found, self.members_entity_id, values)
        return found

    @projectable  # type: ignore[untyped-decorator]
    def nb_persons(self, role: Any = None) -> Array:
        """The number of members, or of those with a role; counted once."""
        key = role.key if role else ""
        if key not in self._counts:
            members = self.members.has_role(role) if role else slice(None)
            found = numpy.bincount(self.members_entity_id[members], minlength=self.count)
            self._counts[key] = found.astype(numpy.float64) if role else found
            self._counts[key].flags.writeable = False
        return self._counts[key]

    @projectable  # type: ignore[untyped-decorator]
    def value_from_first_person(self, array: Any) -> Any:
        """The value of the first member, the type's nothing without members."""
        ends = self._group_ends()
        if ends is None or (ends[1:] == ends[:-1]).any():
            return super().value_from_first_person(array)
        return array[ends[:-1]]

    def project(self, array: Any, role: Any = None) -> Array:
        """Each member gets the value of the group, or nothing without the role."""
        self.check_array_compatible_with_entity(array)
        self.entity.check_role_validity(role)
        values: Array = (
            array[self.members_entity_id]
            if self._group_ends() is None
            else numpy.repeat(array, self.nb_persons())
        )
        if role is None:
            return values
        with_role: Array = numpy.where(self.members.has_role(role), values, 0)
        return with_role
