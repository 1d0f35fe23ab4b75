"""Plans: the courses to evaluate, with or without the measure, as rows and their probabilities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.periods import DateUnit

from effektlov.case import Case, Course
from effektlov.inputs import inputs_of
from effektlov.life_course import LifeCourse, RowKey, propagate
from effektlov.measures import Measure
from effektlov.regime import Regime
from effektlov.rows import Household, Pattern, Rows, deflator

__all__ = [
    "Placed",
    "Plan",
    "RowName",
    "Weights",
    "household_of",
    "plan_of",
    "rows_of",
    "weights_of",
]

Array = NDArray[Any]


@dataclass(frozen=True)
class Plan:
    """One course to evaluate, with or without the measure.

    `rejoins`: the course whose rows follow after the last known step. A success that changes
    nothing later rejoins the course without help: the low link between completing and the rest
    of life.
    """

    name: str
    course: Course
    measure: Measure | None = None
    rejoins: Course | None = None


@dataclass(frozen=True)
class RowName:
    """What tells rows apart; `year` is 0 where the course says the same of every year."""

    course: int
    spans: RowKey
    measure: tuple[tuple[str, int], ...]
    year: int


Weights = dict[int, dict[RowName, float]]

Placed = dict[int, tuple[Array, Array]]
"""Calendar year -> positions of its rows and their probabilities."""


def plan_of(courses: Sequence[Course], measure: Measure | None) -> list[Plan]:
    """Each course without the measure and, when there is one, with it; and the low link."""
    plans = [Plan(course.name, course) for course in courses]
    if measure is not None:
        plans += [Plan(f"{course.name}+", course, measure) for course in courses]
    first, last = courses[0], courses[-1]
    completes = any(step.completed for step in last.states)
    if first is not last and first.states and completes and last.then == "model":
        plans.append(Plan(f"{last.name}~", last, measure, rejoins=first))
    return plans


def household_of(case: Case) -> Household:
    """The household of a case, without its courses."""
    return Household(case.persons, case.husstand, case.kommune, case.kommune_inputs)


def weights_of(case: Case, plans: Sequence[Plan], model: LifeCourse) -> list[Weights]:
    """Probability of each row of each calendar year, plan by plan."""
    chains: dict[str, dict[int, dict[RowKey, float]]] = {}

    def chain(course: Course) -> dict[int, dict[RowKey, float]]:
        if course.name not in chains:
            chains[course.name] = propagate(
                model, course, born=case.focus.born, start=case.start, horizon=case.horizon
            )
        return chains[course.name]

    return [_weights(case, plan, chain(plan.course), _after(plan, chain)) for plan in plans]


def _after(plan: Plan, chain: Any) -> dict[int, dict[RowKey, float]]:
    if plan.rejoins is None:
        return {}
    last_step = plan.course.states[-1].since // 12
    return {year: rows for year, rows in chain(plan.rejoins).items() if year > last_step}


def _weights(
    case: Case,
    plan: Plan,
    chain: Mapping[int, Mapping[RowKey, float]],
    after: Mapping[int, Mapping[RowKey, float]],
) -> Weights:
    own_inputs = case.courses.index(plan.course) if plan.course.inputs else -1
    known = inputs_of("person")
    dated = any(
        given.kind in ("months", "years", "steps") or known[name].of_month
        for name, given in plan.course.inputs.items()
    )
    found: dict[int, dict[RowName, float]] = {}
    for year, rows in {**chain, **after}.items():
        active = _active(plan.measure, year - case.start)
        found[year] = {
            RowName(own_inputs, spans, active, year if dated else 0): share
            for spans, share in rows.items()
        }
    return found


def _active(measure: Measure | None, offset: int) -> tuple[tuple[str, int], ...]:
    """Months of the year in which each input of the measure is true."""
    if measure is None:
        return ()
    months = {
        name: min(12, max(0, length - 12 * offset)) for name, length in measure.inputs.items()
    }
    return tuple((name, count) for name, count in sorted(months.items()) if count)


def rows_of(
    case: Case,
    weights: Sequence[Mapping[int, Mapping[RowName, float]]],
    members: Sequence[int],
    model: LifeCourse,
    regime: Regime,
    law_year: int,
) -> tuple[list[Placed], Rows]:
    """The rows of one law-year, and for each plan which of them each calendar year has."""
    index: dict[tuple[int, RowName], int] = {}
    keys: dict[RowName, int] = {}
    placed: list[Placed] = []
    for weight in weights:
        of_plan: Placed = {}
        for year in members:
            rows = []
            for key in weight[year]:
                keys.setdefault(key, len(keys))
                rows.append(index.setdefault((year, key), len(index)))
            of_plan[year] = (numpy.array(rows), numpy.array(list(weight[year].values())))
        placed.append(of_plan)
    ages = {year: year - case.focus.born // 12 for year in members}
    growth = deflator(regime, law_year) / deflator(regime, model.price_year)
    start_growth = deflator(regime, law_year) / deflator(regime, case.start)
    patterns = [_pattern(case, key, model, growth, start_growth, law_year) for key in keys]
    table = Rows(
        years=numpy.array([year for year, _ in index]),
        pattern=numpy.array([keys[key] for _, key in index]),
        alone=numpy.array(
            [
                bool(key.spans)
                and case.focus.role == "barn"
                and ages[year] > model.moves_out_age
                and len(case.persons) > 1
                for year, key in index
            ]
        ),
        patterns=patterns,
    )
    return placed, table


def _pattern(
    case: Case,
    key: RowName,
    model: LifeCourse,
    growth: float,
    start_growth: float,
    law_year: int,
) -> Pattern:
    known = inputs_of("person")
    inputs: dict[str, list[float]] = {}
    since: dict[str, int] = {}
    if key.course >= 0:
        for name, given in case.courses[key.course].inputs.items():
            factor = start_growth if given.uprated else 1.0
            monthly = known[name].definition_period == DateUnit.MONTH
            year = key.year or law_year
            default = known[name].default
            stated = given.months(year, default) if monthly else (given.year(year, default),)
            if known[name].of_month:
                since[name] = int(given.values[0][1]) - 12 * year
            else:
                inputs[name] = [value * factor for value in stated]
    for number, span in enumerate(key.spans):
        state = model.states[span.state]
        texts = {**state.inputs, **(state.when_completed if span.completed else {})}
        last = key.spans[number + 1].month if number + 1 < len(key.spans) else 13
        for name, text in texts.items():
            declared = known[name]
            value = _state_value(declared, text)
            if declared.unit_of_case.startswith("kr"):
                value *= growth
            if declared.definition_period == DateUnit.MONTH:
                if declared.unit_of_case == "kr/year":
                    value /= 12
                months = inputs.setdefault(name, [declared.default] * 12)
                months[span.month - 1 : last - 1] = [value] * (last - span.month)
            else:
                inputs[name] = [value]
        for name in state.since:
            since[name] = span.month - 1 - 12 * span.years_in_state
    for name, count in key.measure:
        inputs[name] = [1.0] * count + [known[name].default] * (12 - count)
    return Pattern({name: tuple(values) for name, values in inputs.items()}, since)


def _state_value(declared: Any, text: str) -> float:
    if declared.enum_names:
        return float(declared.enum_names.index(text))
    if text in ("true", "false"):
        return float(text == "true")
    return float(text)
