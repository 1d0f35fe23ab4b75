"""Typical situations: one person before and after a change, and who pays in each.

A situation is a household, the facts before and the facts after. Both are run on the same year of
law; every flow is shown with its §, and every public account and legal person with its change.
"""

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import numpy
from numpy.typing import NDArray

from effektlov import schema, yaml_reader
from effektlov.case import parse_household, parse_inputs, parse_kommune
from effektlov.errors import ScenarioError, UnknownNameError
from effektlov.law import PACKAGE, Budget, Label, LegalBasis
from effektlov.ledger import flow_in_year
from effektlov.regime import Regime
from effektlov.rows import Household, Pattern, Rows, build_simulation
from effektlov.weak_values import WeakValue, weak_values
from effektlov.yaml_reader import Mapping, Node, Scalar

__all__ = [
    "FlowChange",
    "Situation",
    "WhoPays",
    "amounts",
    "find_situations",
    "situations",
    "who_pays",
]

Array = NDArray[numpy.float64]

_FILE = PACKAGE / "evidence" / "situations.yaml"
_FIELDS = ("title", "year", "kommune", "person", "household", "husstand", "before", "after", "ages")
_SIDE = ("label", "facts", "husstand")
_SHOWN_FROM = 0.5


@dataclass(frozen=True)
class Situation:
    """A household before and after.

    `ages`: the ages of the person over which the situation is looked at, when age matters.
    """

    name: str
    title: Label
    year: int
    person: str
    before: Household
    after: Household
    labels: tuple[Label, Label]
    ages: tuple[int, int] | None = None

    def at_age(self, age: int) -> "Situation":
        """The same situation with the person turning `age` in January of the year."""
        return replace(
            self,
            before=_born(self.before, self.person, 12 * (self.year - age)),
            after=_born(self.after, self.person, 12 * (self.year - age)),
        )


class FlowChange(msgspec.Struct, frozen=True):
    """Kroner of one flow in the year before and after; `weak` is what of it is not official."""

    flow: str
    label: Label
    payer: str
    payee: str
    before: float
    after: float
    legal_basis: LegalBasis
    budget: Budget | None
    cashable: str | None
    weak: tuple[WeakValue, ...]


class WhoPays(msgspec.Struct, frozen=True):
    """A situation's flows, and the net of each account and legal person before and after."""

    situation: str
    title: Label
    year: int
    labels: tuple[Label, Label]
    flows: tuple[FlowChange, ...]
    services: dict[str, tuple[float, float]]
    holders: dict[str, tuple[float, float]]
    public: tuple[float, float]


def who_pays(situation: Situation, regime: Regime) -> WhoPays:
    """Every flow of the year in a situation, before and after, with its §."""
    actors = regime.records.actors
    sides = [amounts(side, regime, situation.year) for side in (situation.before, situation.after)]
    found = [
        FlowChange(
            flow=name,
            label=flow.label,
            payer=flow.payer,
            payee=flow.payee,
            before=sides[0][name],
            after=sides[1][name],
            legal_basis=flow.legal_basis,
            budget=flow.budget,
            cashable=flow.cashable,
            weak=weak_values(regime, flow, situation.year),
        )
        for name, flow in regime.flows.items()
        if max(abs(side[name]) for side in sides) >= _SHOWN_FROM
    ]
    services: dict[str, list[float]] = {}
    holders: dict[str, list[float]] = {}
    public = [0.0, 0.0]
    for change in found:
        for actor, sign in ((change.payer, -1), (change.payee, 1)):
            for at, kroner in enumerate((change.before, change.after)):
                services.setdefault(actor, [0.0, 0.0])[at] += sign * kroner
                holder = actors[actor].holder or actor
                holders.setdefault(holder, [0.0, 0.0])[at] += sign * kroner
                public[at] += sign * kroner * actors[actor].public
    return WhoPays(
        situation=situation.name,
        title=situation.title,
        year=situation.year,
        labels=situation.labels,
        flows=tuple(found),
        services={name: (net[0], net[1]) for name, net in services.items()},
        holders={name: (net[0], net[1]) for name, net in holders.items()},
        public=(public[0], public[1]),
    )


def amounts(household: Household, regime: Regime, year: int) -> dict[str, float]:
    """Kroner of every flow of a household in a year."""
    rows = Rows(
        years=numpy.array([year]),
        pattern=numpy.zeros(1, dtype=numpy.int64),
        alone=numpy.zeros(1, dtype=bool),
        patterns=[Pattern()],
    )
    simulation = build_simulation(regime, household, rows, law_year=year, base_year=year)
    return {
        name: float(flow_in_year(simulation, regime, flow, 1)[0])
        for name, flow in regime.flows.items()
    }


@lru_cache(maxsize=1)
def situations() -> dict[str, Situation]:
    """The situations of the package, by id.

    Raises:
        ScenarioError: the file is wrong, with its line.
    """
    top = schema.as_mapping(yaml_reader.read(_FILE), _FILE, ScenarioError)
    return {name: _situation(name, node, _FILE) for name, node in top.items.items()}


def find_situations(names: Sequence[str]) -> list[Situation]:
    """Situations by id, all of them when none is named.

    Raises:
        UnknownNameError: no such situation.
    """
    known = situations()
    for name in names:
        if name not in known:
            raise UnknownNameError(f"no situation '{name}'", got=name, allowed=known)
    return [known[name] for name in names] or list(known.values())


def _situation(name: str, node: Node, path: Path) -> Situation:
    fields = schema.as_mapping(node, path, ScenarioError, name)
    _known(fields, _FIELDS, path, name)
    for needed in ("title", "year", "kommune", "person", "household", "before", "after"):
        if needed not in fields.items:
            raise ScenarioError("missing", file=path, line=fields.line, field=f"{name}.{needed}")
    person = _text(fields.items["person"])
    sides = [_side(name, side, fields, person, path) for side in ("before", "after")]
    ages = schema.plain(fields.items["ages"]) if "ages" in fields.items else None
    return Situation(
        name=name,
        title=_label(fields.items["title"]),
        year=int(_text(fields.items["year"])),
        person=person,
        before=sides[0][1],
        after=sides[1][1],
        labels=(sides[0][0], sides[1][0]),
        ages=(int(ages[0]), int(ages[1])) if ages else None,
    )


def _side(
    name: str, side: str, fields: Mapping, person: str, path: Path
) -> tuple[Label, Household]:
    """The household of one side: what all of the situation says, and then what the side says."""
    own = schema.as_mapping(fields.items[side], path, ScenarioError, f"{name}.{side}")
    _known(own, _SIDE, path, f"{name}.{side}")
    persons = schema.as_mapping(fields.items["household"], path, ScenarioError, f"{name}.household")
    if person not in persons.items:
        raise ScenarioError(
            f"no person '{person}'", file=path, line=fields.line, field=f"{name}.person"
        )
    with_facts = _joined(persons.items[person], own.items.get("facts")) or persons
    together = Mapping({**persons.items, person: with_facts}, persons.key_lines, persons.line)
    kommune, kommune_inputs = parse_kommune(fields.items["kommune"], path, ScenarioError)
    husstand = _joined(fields.items.get("husstand"), own.items.get("husstand"))
    household = Household(
        persons=parse_household(together, path, ScenarioError, need_focus=False),
        husstand=parse_inputs(husstand, "husstand", path, ScenarioError),
        kommune=kommune,
        kommune_inputs=kommune_inputs,
    )
    return _label(own.items["label"]), household


def _joined(first: Node | None, second: Node | None) -> Node | None:
    if not isinstance(first, Mapping) or not isinstance(second, Mapping):
        return second or first
    return Mapping(first.items | second.items, first.key_lines | second.key_lines, first.line)


def _born(household: Household, person: str, born: int) -> Household:
    persons = tuple(
        msgspec.structs.replace(one, born=born) if one.name == person else one
        for one in household.persons
    )
    return replace(household, persons=persons)


def _label(node: Node) -> Label:
    found: Any = schema.plain(node)
    return Label(nb=str(found["nb"]), en=str(found["en"]))


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _known(fields: Mapping, allowed: Sequence[str], path: Path, prefix: str) -> None:
    lines: AnyMapping[str, int] = fields.key_lines
    for key in fields.items:
        if key not in allowed:
            raise ScenarioError(
                f"unknown field '{key}'",
                file=path,
                line=lines[key],
                field=prefix,
                allowed=allowed,
                got=key,
            )
