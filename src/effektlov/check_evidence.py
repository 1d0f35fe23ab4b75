"""Checks of the evidence: unit costs, life course, measures and their effects."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import msgspec
from openfisca_core.errors import ParameterParsingError, VariableNameConflictError
from openfisca_core.indexed_enums import Enum
from openfisca_core.parameters import Parameter, ParameterNode, ParameterScale

from effektlov.case import shipped_cases
from effektlov.check_list import CHECKS, Check, Finding, file_of_variable, relative_path
from effektlov.check_source import check_parameter_files, check_reads, check_source, check_sources
from effektlov.errors import EffektlovError
from effektlov.law import (
    PACKAGE,
    Actor,
    Confidence,
    Duty,
    Flow,
    Label,
    LegalBasis,
    Records,
    UnitCost,
)
from effektlov.life_course import LifeCourse
from effektlov.measures import Effect, Measure, measures
from effektlov.reach import Reads
from effektlov.reform import Reform, apply_reforms, find_reforms, shipped_reforms
from effektlov.regime import Regime, law_in_force
from effektlov.rules import ROOT
from effektlov.rules.rule import RuleInfo, info
from effektlov.session import open_case
from effektlov.words import words
from effektlov.check_list import Finding, check_labels, is_source, is_basis

__all__ = ["check_effects", "check_life_course", "check_measures", "check_unit_costs"]

_EFFECTS = "evidence/effects.yaml"


_MEASURES = "evidence/measures.yaml"


_LIFE_COURSE = "evidence/life_course.yaml"


def check_unit_costs(
    costs: Mapping[str, UnitCost], files: Mapping[str, str], year: int
) -> Iterator[Finding]:
    """A source with an address, a price year that has come, and a reason unless official."""
    for name, cost in costs.items():
        file = files.get(f"unit cost:{name}", "evidence/unit_costs")
        if not cost.source.title or not _is_source(cost.source.href):
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
        sourced = transition.source is not None and _is_source(transition.source.href)
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
            if not _is_basis(cost.legal_basis):
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
        if not _is_source(effect.source.href):
            yield Finding(_EFFECTS, name, "unit_cost_source", effect.source.title)
