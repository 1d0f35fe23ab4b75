"""Checks of the evidence: unit costs, life course, measures and their effects, counts by post."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from effektlov.check_list import Finding, check_labels, is_basis, is_source
from effektlov.law import Flow, Records, UnitCost
from effektlov.life_course import LifeCourse
from effektlov.measures import Effect, Measure
from effektlov.post_checks import PostCount, flows_of_post

__all__ = [
    "check_effects",
    "check_life_course",
    "check_measures",
    "check_post_counts",
    "check_unit_costs",
]

_EFFECTS = "evidence/effects.yaml"


_MEASURES = "evidence/measures.yaml"


_LIFE_COURSE = "evidence/life_course.yaml"


_POST_CHECKS = "evidence/post_checks"


def check_unit_costs(
    costs: Mapping[str, UnitCost], files: Mapping[str, str], year: int
) -> Iterator[Finding]:
    """A source with an address, a price year that has come, and a reason unless official."""
    for name, cost in costs.items():
        file = files.get(f"unit cost:{name}", "evidence/unit_costs")
        if not cost.source.title or not is_source(cost.source.href):
            yield Finding(file, name, "unit_cost_source", cost.source.title)
        if cost.price_year > year:
            yield Finding(file, name, "unit_cost_price_year", str(cost.price_year))
        if cost.confidence != "official" and not cost.reason:
            yield Finding(file, name, "reason_missing", cost.confidence)


def check_life_course(model: LifeCourse, variables: Mapping[str, Any]) -> Iterator[Finding]:
    """Every transition has a source, or is assumed and says on what basis."""
    for number, transition in enumerate(model.transitions):
        name = f"{transition.from_}:{number + 1}"
        yield from check_labels(_LIFE_COURSE, name, transition)
        sourced = transition.source is not None and is_source(transition.source.href)
        if not transition.basis or not (sourced or transition.confidence == "assumed"):
            yield Finding(_LIFE_COURSE, name, "transition_source")
    for name, state in model.states.items():
        if state.confidence != "official" and state.reason is None:
            yield Finding(_LIFE_COURSE, name, "reason_missing", state.confidence)
        for variable in (*state.inputs, *state.when_completed, *state.since):
            if variable not in variables:
                yield Finding(_LIFE_COURSE, name, "variable_unknown", variable)
        yield from check_labels(_LIFE_COURSE, name, state)
    for label in model.left_out:
        yield from check_labels(_LIFE_COURSE, "left_out", label)


def check_measures(
    known: Mapping[str, Measure],
    records: Records,
    variables: Mapping[str, Any],
    effects: Iterable[str],
    states: Iterable[str],
) -> Iterator[Finding]:
    """Everything that a measure names exists: payers, unit costs, inputs, effects, states."""
    studied, possible = set(effects), set(states)
    for name, measure in known.items():
        yield from check_labels(_MEASURES, name, measure)
        for actor in (measure.provider, *(cost.payer for cost in measure.costs)):
            if actor not in records.actors:
                yield Finding(_MEASURES, name, "actor_unknown", actor)
            elif records.actors[actor].body:
                yield Finding(_MEASURES, name, "actor_without_account", actor)
        for cost in measure.costs:
            if cost.unit_cost not in records.unit_costs:
                yield Finding(_MEASURES, name, "unit_cost_unknown", cost.unit_cost)
            if not is_basis(cost.legal_basis):
                yield Finding(_MEASURES, name, "legal_basis", str(cost.legal_basis))
        for variable in measure.inputs:
            if variable not in variables:
                yield Finding(_MEASURES, name, "variable_unknown", variable)
        for effect in measure.effects:
            if effect not in studied:
                yield Finding(_MEASURES, name, "effect_unknown", effect)
        for state in measure.states:
            if state not in possible:
                yield Finding(_MEASURES, name, "state_unknown", state)


def check_effects(effects: Mapping[str, Effect], known: Iterable[str]) -> Iterator[Finding]:
    """A descriptive difference never acts as an effect; the measure studied exists."""
    studied = set(known)
    for name, effect in effects.items():
        yield from check_labels(_EFFECTS, name, effect)
        if effect.use == "effect" and effect.relation != "causal":
            yield Finding(_EFFECTS, name, "descriptive_effect")
        if effect.measure not in studied:
            yield Finding(_EFFECTS, name, "measure_unknown", effect.measure)
        if not is_source(effect.source.href):
            yield Finding(_EFFECTS, name, "unit_cost_source", effect.source.title)


def check_post_counts(
    counts: Mapping[tuple[int, str], Sequence[PostCount]], flows: Mapping[str, Flow]
) -> Iterator[Finding]:
    """A source, a reason unless official, flows on the post, and one count or two limits a year."""
    for post, of_post in counts.items():
        name = f"{post[0]}-{post[1]}"
        for count in of_post:
            yield from check_labels(_POST_CHECKS, name, count)
            if not count.source.title or not is_source(count.source.href):
                yield Finding(_POST_CHECKS, name, "unit_cost_source", count.source.title)
            if count.confidence != "official" and count.note is None:
                yield Finding(_POST_CHECKS, name, "reason_missing", str(count.year))
            on_post = flows_of_post(post, count.year, flows)
            named = {flow for group in count.groups for flow in group.recipients.flows}
            if not on_post:
                yield Finding(_POST_CHECKS, name, "flow_unknown", str(count.year))
            for flow in sorted(named - set(on_post)):
                yield Finding(_POST_CHECKS, name, "flow_unknown", flow)
            same = [other.bound for other in of_post if other.year == count.year]
            if sorted(map(str, same)) not in (["None"], ["lower", "upper"]):
                yield Finding(_POST_CHECKS, name, "defined_twice", str(count.year))
