"""Posts of the state budget against the rules: published numbers of recipients times the flows.

A record states, for a post and a year, groups of recipients as cases: how many they are, who
publishes the number, and the household that stands for each of them. What the rules give is the sum
over the groups of the number times the kroner of the post's flows. Where only the limits of a
benefit are known (everyone at the minimum, everyone at the maximum) the accounts must lie between.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec
import numpy

from effektlov import schema, yaml_reader
from effektlov.case import parse_household, parse_inputs, parse_kommune
from effektlov.errors import ScenarioError
from effektlov.law import PACKAGE, Confidence, Flow, Label, Source
from effektlov.ledger import flow_in_year
from effektlov.regime import Regime
from effektlov.rows import Household, Pattern, Rows, build_simulation
from effektlov.yaml_reader import Node, Scalar

__all__ = [
    "Group",
    "PostCount",
    "Recipients",
    "flows_of_post",
    "flows_of_year",
    "million_by_rules",
    "post_counts",
    "post_of",
]

Bound = Literal["lower", "upper"]

_FOLDER = PACKAGE / "evidence" / "post_checks"
_CASE = ("kommune", "household", "husstand")
_KOMMUNE = Scalar("3203", 0, quoted=True)
_MILLION = 1_000_000


class Recipients(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many get the flows of a post; persons, or person-years when the case has the whole year.

    `flows`: those of the post that this group is counted for; all of them when none is named.
    """

    label: Label
    count: float
    flows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Recipients, and the household that stands for each of them."""

    recipients: Recipients
    household: Household


class PostCount(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A published count for a post and a year. `bound`: what the groups state is a limit."""

    year: int
    source: Source
    confidence: Confidence
    groups: tuple[Group, ...] = ()
    note: Label | None = None
    bound: Bound | None = None


def flows_of_post(post: tuple[int, str], year: int, flows: Mapping[str, Flow]) -> dict[str, Flow]:
    """The flows in force in a year that stand on a chapter and post."""
    return {
        name: flow for name, flow in flows_of_year(year, flows).items() if post_of(flow) == post
    }


def flows_of_year(year: int, flows: Mapping[str, Flow]) -> dict[str, Flow]:
    """The flows in force in some part of a year."""
    return {
        name: flow
        for name, flow in flows.items()
        if (flow.from_ is None or flow.from_.year <= year)
        and (flow.to is None or flow.to.year >= year)
    }


def post_of(flow: Flow) -> tuple[int, str] | None:
    """Chapter and post of two digits, None for a flow that stands on none."""
    if flow.budget is None or not flow.budget.chapter or not flow.budget.post:
        return None
    return flow.budget.chapter, flow.budget.post.zfill(2)


def million_by_rules(count: PostCount, flows: Mapping[str, Flow], regime: Regime) -> float:
    """Million kroner that the rules give for the recipients counted.

    `flows`: those that stand on the post. A flow that is paid some years later is computed for the
    year that it settles.
    """
    kroner = sum(
        group.recipients.count * _of_household(group, count.year, flows, regime)
        for group in count.groups
    )
    return kroner / _MILLION


def _of_household(group: Group, year: int, flows: Mapping[str, Flow], regime: Regime) -> float:
    named = group.recipients.flows or tuple(flows)
    kroner = 0.0
    for lag in {flows[name].lag_years for name in named}:
        rows = Rows(
            years=numpy.array([year - lag]),
            pattern=numpy.zeros(1, dtype=numpy.int64),
            alone=numpy.zeros(1, dtype=bool),
            patterns=[Pattern()],
        )
        simulation = build_simulation(
            regime, group.household, rows, law_year=year - lag, base_year=year - lag
        )
        kroner += sum(
            float(flow_in_year(simulation, regime, flows[name], 1)[0])
            for name in named
            if flows[name].lag_years == lag
        )
    return kroner


@lru_cache(maxsize=1)
def post_counts() -> dict[tuple[int, str], tuple[PostCount, ...]]:
    """The published counts of the package by chapter and post, oldest year first.

    Raises:
        ScenarioError: a file is wrong, with its line.
    """
    found: dict[tuple[int, str], list[PostCount]] = {}
    for path in sorted(_FOLDER.glob("*.yaml")):
        top = schema.as_mapping(yaml_reader.read(path), path, ScenarioError)
        for name, node in top.items.items():
            chapter, _, post = name.partition("-")
            if not (chapter.isdigit() and post):
                raise ScenarioError(
                    f"'{name}' is no chapter and post",
                    file=path,
                    line=top.key_lines[name],
                    allowed=["2530-71"],
                )
            counts = found.setdefault((int(chapter), post.zfill(2)), [])
            counts.extend(_count(child, path, name) for child in _items(node, path, name))
    return {
        post: tuple(sorted(counts, key=lambda count: count.year)) for post, counts in found.items()
    }


def _count(node: Node, path: Path, name: str) -> PostCount:
    fields = schema.as_mapping(node, path, ScenarioError, name)
    stated = schema.record(_without(fields, ("groups",)), PostCount, path, ScenarioError, name)
    if "groups" not in fields.items:
        raise ScenarioError("missing", file=path, line=fields.line, field=f"{name}.groups")
    groups = _items(fields.items["groups"], path, f"{name}.groups")
    if not groups:
        raise ScenarioError("no recipients", file=path, line=fields.line, field=f"{name}.groups")
    return msgspec.structs.replace(
        stated, groups=tuple(_group(group, path, f"{name}.groups") for group in groups)
    )


def _group(node: Node, path: Path, name: str) -> Group:
    fields = schema.as_mapping(node, path, ScenarioError, name)
    if "household" not in fields.items:
        raise ScenarioError("missing", file=path, line=fields.line, field=f"{name}.household")
    persons = schema.as_mapping(fields.items["household"], path, ScenarioError, f"{name}.household")
    kommune, kommune_inputs = parse_kommune(
        fields.items.get("kommune", _KOMMUNE), path, ScenarioError
    )
    return Group(
        recipients=schema.record(_without(fields, _CASE), Recipients, path, ScenarioError, name),
        household=Household(
            persons=parse_household(persons, path, ScenarioError, need_focus=False),
            husstand=parse_inputs(fields.items.get("husstand"), "husstand", path, ScenarioError),
            kommune=kommune,
            kommune_inputs=kommune_inputs,
        ),
    )


def _items(node: Node, path: Path, name: str) -> Sequence[Node]:
    if not isinstance(node, yaml_reader.Sequence):
        raise ScenarioError(schema.instead(node, "a list"), file=path, line=node.line, field=name)
    return node.items


def _without(fields: yaml_reader.Mapping, names: Sequence[str]) -> yaml_reader.Mapping:
    left = {key: child for key, child in fields.items.items() if key not in names}
    return yaml_reader.Mapping(left, fields.key_lines, fields.line)
