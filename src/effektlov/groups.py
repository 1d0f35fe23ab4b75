"""OpenFisca's populations with the same answers in less time.

Core counts members anew and loops over their positions for the largest; here the members are put
in order and counted once, and each operation is one pass. A read of a rule goes straight to the
simulation, which checks its name and period once.
"""

from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.populations import GroupPopulation, Population
from openfisca_core.projectors import projectable

__all__ = ["Members", "OrderedGroup", "populations_of"]

Array = NDArray[Any]


def populations_of(system: Any) -> dict[str, Any]:
    """Empty populations of a system by entity key."""
    persons = Members(system.person_entity)
    found: dict[str, Any] = {system.person_entity.key: persons}
    for entity in system.group_entities:
        found[entity.key] = OrderedGroup(entity, persons)
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


class OrderedGroup(_Reads, GroupPopulation):
    """A group whose members are put in order once, when the first sum is asked for."""

    def __init__(self, entity: Any, members: Any) -> None:
        super().__init__(entity, members)
        self._own = set()
        self._order: Array | None = None
        self._starts: Array | None = None
        self._sizes: Array = numpy.empty(0, dtype=numpy.int64)
        self._filled: Array | None = None
        self._counts: dict[str, Array] = {}

    def _put_in_order(self) -> Array:
        """Where each group that has members begins."""
        if self._starts is None:
            ids = numpy.asarray(self.members_entity_id)
            self._sizes = numpy.bincount(ids, minlength=self.count)
            if (ids[1:] < ids[:-1]).any():
                self._order = numpy.argsort(ids, kind="stable")
            starts = numpy.cumsum(self._sizes) - self._sizes
            filled = self._sizes > 0
            if not filled.all():
                self._filled = numpy.flatnonzero(filled)
                starts = starts[filled]
            self._starts = starts
        return self._starts

    def _reduced(self, array: Any, reducer: Any, neutral: Any, role: Any) -> Array:
        self.entity.check_role_validity(role)
        values = numpy.asarray(array).view(numpy.ndarray)
        self.members.check_array_compatible_with_entity(values)
        if role is not None:
            values = numpy.where(self.members.has_role(role), values, neutral)
        starts = self._put_in_order()
        if self._order is not None:
            values = values[self._order]
        if not len(starts):
            return numpy.full(self.count, neutral)
        found: Array = reducer.reduceat(values, starts)
        if self._filled is None:
            return found
        spread = numpy.full(self.count, neutral, dtype=found.dtype)
        spread[self._filled] = found
        return spread

    @projectable  # type: ignore[untyped-decorator]
    def sum(self, array: Any, role: Any = None) -> Array:
        """The sum over the members, or over those with a role; float64."""
        self.entity.check_role_validity(role)
        values = numpy.asarray(array, dtype=numpy.float64)
        self.members.check_array_compatible_with_entity(values)
        if role is not None:
            values = numpy.where(self.members.has_role(role), values, 0.0)
        return numpy.bincount(self.members_entity_id, weights=values, minlength=self.count)

    @projectable  # type: ignore[untyped-decorator]
    def any(self, array: Any, role: Any = None) -> Array:
        """Whether the sum over the members is more than nothing."""
        found: Array = self.sum(array, role=role) > 0
        return found

    @projectable  # type: ignore[untyped-decorator]
    def all(self, array: Any, role: Any = None) -> Array:
        """Whether every member's value is true; true without members."""
        return self._reduced(numpy.asarray(array, dtype=bool), numpy.logical_and, True, role)

    @projectable  # type: ignore[untyped-decorator]
    def max(self, array: Any, role: Any = None) -> Array:
        """The largest value of the members, minus infinity without any."""
        values = numpy.asarray(array, dtype=numpy.float64)
        return self._reduced(values, numpy.maximum, -numpy.inf, role)

    @projectable  # type: ignore[untyped-decorator]
    def min(self, array: Any, role: Any = None) -> Array:
        """The smallest value of the members, infinity without any."""
        values = numpy.asarray(array, dtype=numpy.float64)
        return self._reduced(values, numpy.minimum, numpy.inf, role)

    @projectable  # type: ignore[untyped-decorator]
    def nb_persons(self, role: Any = None) -> Array:
        """The number of members, or of those with a role; counted once."""
        key = role.key if role else ""
        if key not in self._counts:
            if role:
                self._counts[key] = self.sum(self.members.has_role(role))
            else:
                self._put_in_order()
                self._counts[key] = self._sizes
            self._counts[key].flags.writeable = False
        return self._counts[key]

    def project(self, array: Any, role: Any = None) -> Array:
        """Each member gets the value of the group, or nothing without the role."""
        self.check_array_compatible_with_entity(array)
        self.entity.check_role_validity(role)
        self._put_in_order()
        values: Array = (
            numpy.repeat(array, self._sizes)
            if self._order is None
            else array[self.members_entity_id]
        )
        if role is None:
            return values
        with_role: Array = numpy.where(self.members.has_role(role), values, 0)
        return with_role
