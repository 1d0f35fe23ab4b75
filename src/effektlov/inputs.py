"""What can be stated in a case: every input of the law, as the reader of case files sees it."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import msgspec
from openfisca_core.indexed_enums import Enum

from effektlov.system import load_law

__all__ = ["Input", "cell_value", "inputs_of"]

_SET_BY_ENGINE = frozenset(
    {"fodselsmaned", "fodselskohort", "kalenderforskyvning", "kommunenummer"}
)


class Input(msgspec.Struct, frozen=True):
    """One fact that a case can state about an entity."""

    name: str
    entity: str
    value_type: Any
    definition_period: Any
    unit_of_case: str
    enum_names: tuple[str, ...]
    of_month: bool
    may_be_negative: bool
    is_input: bool
    open_norm: bool
    default: float


@lru_cache(maxsize=1)
def _all() -> dict[str, Input]:
    return {name: _input(name, variable) for name, variable in load_law().system.variables.items()}


@lru_cache
def inputs_of(entity: str, *, rules_too: bool = False) -> Mapping[str, Input]:
    """The inputs of an entity by name; with `rules_too`, rules that a scenario may pin."""
    return MappingProxyType(
        {
            name: found
            for name, found in _all().items()
            if found.entity == entity
            and (found.is_input or rules_too)
            and name not in _SET_BY_ENGINE
        }
    )


def _input(name: str, variable: Any) -> Input:
    declared = type(variable).__rule__
    is_enum = variable.value_type is Enum
    names = tuple(item.name for item in variable.possible_values) if is_enum else ()
    default = variable.default_value
    return Input(
        name=name,
        entity=variable.entity.key,
        value_type=variable.value_type,
        definition_period=variable.definition_period,
        unit_of_case=declared.unit,
        enum_names=names,
        of_month=declared.shift != "none",
        may_be_negative=declared.may_be_negative,
        is_input=declared.kind == "input",
        open_norm=declared.open_norm is not None,
        default=float(names.index(default.name) if is_enum else default),
    )


def cell_value(declared: Input, text: str) -> float:
    """A cell of the kommune table; truth is written 1 or 0, a zone by its statute name."""
    if declared.enum_names:
        return float(declared.enum_names.index(text))
    return float(text)
