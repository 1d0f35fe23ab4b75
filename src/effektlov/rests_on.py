"""What an answer rests on: values that are assumed or stale, inputs left at default, open norms."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import numpy

from effektlov.accounts import Accounts
from effektlov.case import Case
from effektlov.compare import discount_factors
from effektlov.inputs import inputs_of
from effektlov.law import Label
from effektlov.life_course import leverage, life_course
from effektlov.regime import LawYears, Regime

__all__ = ["Basis", "leaves", "parameter_quality", "rests_on"]

_WEAK = ("assumed", "derived", "secondary")


class Weak(msgspec.Struct, frozen=True):
    """A value that is not official, or is carried past the year that it is known for."""

    kind: str
    name: str
    label: Label
    confidence: str
    reason: Label
    moves: float


class OpenNormUsed(msgspec.Struct, frozen=True):
    """A condition left to judgement: the practice used, and the two bounds."""

    name: str
    label: Label
    section: str
    used: float
    least: float
    usual: float
    most: float
    decides: str
    note: Label


class Basis(msgspec.Struct, frozen=True):
    """What the answer rests on.

    `moves_most`: names of the five weak unit costs and transitions that move most kroner of the
    public sum when each is moved by a tenth.
    """

    confidence: dict[str, int]
    weak: tuple[Weak, ...]
    moves_most: tuple[str, ...]
    stale: tuple[Weak, ...]
    defaults: tuple[str, ...]
    open_norms: tuple[OpenNormUsed, ...]
    kommune_assumed: tuple[str, ...]
    uncoded_acts: dict[str, int]


def parameter_quality(node: Any, year: int) -> tuple[str, str, datetime.date | None]:
    """Confidence and reason of a parameter in a year, and the date to which it is known.

    The value's own metadata goes before the parameter's.
    """
    metadata = getattr(node, "metadata", {}) or {}
    confidence = str(metadata.get("confidence", "official"))
    reason = metadata.get("reason", "")
    for value in getattr(node, "values_list", ()):
        if value.instant_str <= f"{year}-12-31":
            own = getattr(value, "metadata", None) or {}
            confidence = str(own.get("confidence", confidence))
            reason = own.get("reason", reason)
            break
    until = metadata.get("last_value_still_valid_on")
    return (
        confidence,
        str(reason.get("nb", reason) if isinstance(reason, dict) else reason),
        datetime.date.fromisoformat(str(until)) if until else None,
    )


def rests_on(
    accounts: Mapping[str, Mapping[str, Accounts]],
    case: Case,
    regimes: Sequence[Regime],
    years: LawYears,
) -> Basis:
    """What the accounts of a case rest on, found from the flows that carry money in them."""
    regime = regimes[-1]
    moved = _moved(accounts)
    used = _rules_used(regime, moved)
    reached = {name for rule in used for name in regime.reach.variables(rule)}
    last = max(years.of(year) for year in (case.start, case.start + case.horizon - 1))
    nodes = _parameters_used(regime, used)
    quality = {name: parameter_quality(node, last) for name, node in nodes.items()}
    weak = [*_costs(regime, moved), *_parameters(nodes, quality)]
    weak += _life_course(case, accounts[regimes[0].name])
    stale = _stale(nodes, quality, last)
    weak.sort(key=lambda entry: (-entry.moves, entry.name))
    stated = {name for person in case.persons for name in person.inputs}
    stated |= {name for course in case.courses for name in course.inputs}
    stated |= set(case.husstand) | set(case.kommune_inputs)
    if any(course.states for course in case.courses):
        for state in life_course().states.values():
            stated |= set(state.inputs) | set(state.when_completed) | set(state.since)
    inputs = {**inputs_of("person"), **inputs_of("husstand")}
    counts: dict[str, int] = {}
    for confidence, _, _ in quality.values():
        counts[confidence] = counts.get(confidence, 0) + 1
    acts = {flow.legal_basis.act for name, flow in regime.flows.items() if name in moved}
    return Basis(
        confidence=counts,
        weak=tuple(weak),
        moves_most=tuple(entry.name for entry in weak[:5] if entry.moves > 0),
        stale=tuple(stale),
        defaults=tuple(sorted((reached & set(inputs)) - stated)),
        open_norms=_open_norms(regime, reached, case, accounts),
        kommune_assumed=tuple(name for name in case.kommune.assumed if name in reached),
        uncoded_acts={
            act: len(entries)
            for act, entries in regime.records.uncoded.items()
            if any(act.startswith(used_act) or used_act.startswith(act) for used_act in acts)
        },
    )


def _moved(accounts: Mapping[str, Mapping[str, Accounts]]) -> dict[str, float]:
    """Kroner that each flow moves: the largest present value over courses and regimes."""
    found: dict[str, float] = {}
    for plans in accounts.values():
        for plan in plans.values():
            factors = discount_factors(plan.real.shape[1])
            for line, row in zip(plan.lines, numpy.abs(plan.real) @ factors, strict=True):
                if row >= 0.5:
                    found[line.name] = max(found.get(line.name, 0.0), float(row))
    return found


def _rules_used(regime: Regime, moved: Mapping[str, float]) -> list[str]:
    flows = [flow for name, flow in regime.flows.items() if name in moved]
    return sorted({rule for flow in flows for rule in (flow.amount, flow.volume) if rule})


def _costs(regime: Regime, moved: Mapping[str, float]) -> Iterable[Weak]:
    by_cost: dict[str, float] = {}
    for name, flow in regime.flows.items():
        if flow.unit_cost and name in moved:
            by_cost[flow.unit_cost] = by_cost.get(flow.unit_cost, 0.0) + moved[name]
    for name, value in moved.items():
        if name.startswith("tiltak_"):
            by_cost.setdefault(name, value)
    for name, value in by_cost.items():
        cost = regime.records.unit_costs.get(name)
        if cost is not None and cost.confidence in _WEAK:
            reason = cost.reason or Label(nb="", en="")
            yield Weak("unit_cost", name, cost.label, cost.confidence, reason, value / 10)


Quality = tuple[str, str, datetime.date | None]


def _parameters_used(regime: Regime, used: Iterable[str]) -> dict[str, Any]:
    """The parameters within reach of rules, by name."""
    paths = sorted({path for rule in used for path in regime.reach.parameters(rule)})
    return {node.name: node for path in paths for node in leaves(regime, path)}


def _parameters(nodes: Mapping[str, Any], quality: Mapping[str, Quality]) -> Iterable[Weak]:
    for name, node in sorted(nodes.items()):
        confidence, reason, _ = quality[name]
        if confidence in _WEAK:
            label = Label(
                nb=str(node.description), en=str(node.metadata.get("en", node.description))
            )
            yield Weak("parameter", name, label, confidence, Label(nb=reason, en=""), 0.0)


def _stale(nodes: Mapping[str, Any], quality: Mapping[str, Quality], year: int) -> list[Weak]:
    found = []
    for name, node in nodes.items():
        confidence, _, until = quality[name]
        if until is not None and until < datetime.date(year, 1, 1):
            label = Label(nb=str(node.description), en=str(node.metadata.get("en", "")))
            known = Label(nb=f"kjent til {until}", en=f"known to {until}")
            found.append(Weak("parameter", name, label, confidence, known, 0.0))
    return found


def leaves(regime: Regime, path: str) -> Iterable[Any]:
    """The parameters under a path that a formula reads."""
    node: Any = regime.system.parameters
    for part in path.split(".") if path else ():
        children = getattr(node, "children", None)
        if children is None or part not in children:
            break
        node = children[part]
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if hasattr(current, "children") and not hasattr(current, "values_list"):
            waiting += current.children.values()
        elif hasattr(current, "name"):
            yield current


def _life_course(case: Case, plans: Mapping[str, Accounts]) -> Iterable[Weak]:
    """Weak transitions, with what a tenth more of their shares moves of the public sum in the
    course without help."""
    if not any(course.states and course.then == "model" for course in case.courses):
        return
    model = life_course()
    first = case.courses[0]
    moved: dict[int, float] = {}
    if first.states:
        moved = leverage(
            model,
            first,
            born=case.focus.born,
            start=case.start,
            values=plans[first.name].public_by_row,
        )
    for number, transition in enumerate(model.transitions):
        if transition.confidence in _WEAK:
            label = model.states[transition.from_].label
            ages = f"{transition.age[0]}–{transition.age[1]}"
            yield Weak(
                "transition",
                f"{transition.from_}:{number + 1}",
                Label(
                    nb=f"Overganger fra «{label.nb}», {ages} år",
                    en=f"Transitions from '{label.en}', age {ages}",
                ),
                transition.confidence,
                transition.basis,
                abs(moved.get(number, 0.0)),
            )
    for name, state in model.states.items():
        if state.confidence in _WEAK and state.reason is not None:
            yield Weak("state", name, state.label, state.confidence, state.reason, 0.0)


def _open_norms(
    regime: Regime,
    reached: set[str],
    case: Case,
    accounts: Mapping[str, Mapping[str, Accounts]],
) -> tuple[OpenNormUsed, ...]:
    triggered = {
        name
        for plans in accounts.values()
        for plan in plans.values()
        for name, shares in plan.duties.items()
        if float(numpy.max(shares, initial=0.0)) > 0
    }
    behind = {
        name
        for duty in triggered
        if duty in regime.duties
        for name in regime.reach.variables(regime.duties[duty].trigger)
    }
    found = []
    for name in sorted(reached | behind):
        variable = regime.system.variables.get(name)
        declared = type(variable).__rule__ if variable is not None else None
        norm = declared.open_norm if declared is not None else None
        if declared is None or norm is None:
            continue
        places = (case.husstand, case.kommune_inputs, *(p.inputs for p in case.persons))
        stated = [place[name] for place in places if name in place]
        used = stated[0].values[-1][1] if stated else float(norm.usual)
        found.append(
            OpenNormUsed(
                name=name,
                label=Label(nb=declared.nb, en=declared.en),
                section=declared.section,
                used=used,
                least=float(norm.least),
                usual=float(norm.usual),
                most=float(norm.most),
                decides=norm.decides,
                note=Label(nb=norm.nb, en=norm.en),
            )
        )
    return tuple(found)
