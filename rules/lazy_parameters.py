"""Parameters at an instant, read one by one: building the whole tree per instant is what costs."""

from typing import Any

import numpy
from openfisca_core.errors import ParameterNotFoundError
from openfisca_core.indexed_enums import EnumArray
from openfisca_core.parameters import ParameterNode, ParameterNodeAtInstant

__all__ = ["LazyNode"]


class LazyNode(ParameterNodeAtInstant):
    """As core's node, but a child is resolved when it is asked for."""

    def __init__(self, name: str, node: ParameterNode, instant: str) -> None:
        self._name = name
        self._instant_str = instant
        self._node = node
        self._children: dict[str, Any] = {}

    def __getattr__(self, key: str) -> Any:
        if key.startswith("__"):
            raise AttributeError(key)
        child = self._node.children.get(key)
        if isinstance(child, ParameterNode):
            value: Any = LazyNode(child.name, child, self._instant_str)
        else:
            value = child._get_at_instant(self._instant_str) if child is not None else None
        if value is None:
            raise ParameterNotFoundError(f"{self._name}.{key}", self._instant_str)
        self._children[key] = value
        setattr(self, key, value)
        return value

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, str):
            return getattr(self, key)
        if isinstance(key, EnumArray):
            names = [item.name for item in key.possible_values or ()]
            used = numpy.flatnonzero(numpy.bincount(key.view(numpy.ndarray)))
            values = numpy.zeros(len(names))
            for number in used:
                values[number] = getattr(self, names[number])
            return values[key.view(numpy.ndarray)]
        self._fill()
        return super().__getitem__(key)

    def __iter__(self) -> Any:
        self._fill()
        return iter(self._children)

    def _fill(self) -> None:
        """Resolve every child that has a value here: core's vectorial nodes read them all."""
        for key in self._node.children:
            try:
                getattr(self, key)
            except ParameterNotFoundError:
                continue
