"""Accounts: the law run on the rows of every course, weighed by how likely each row is.

Accounts before settlement are P · F · A: probabilities of rows, kroner of flows per row, and who
pays whom. A flow with a lag enters a later year.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.periods import DateUnit

from effektlov.case import Case, Course
from effektlov.inputs import inputs_of
from effektlov.law import Budget, Flow, Label, LegalBasis
from effektlov.ledger import active_months, flow_in_year, unit_price, year_sum
from effektlov.life_course import LifeCourse, RowKey, Span, propagate
from effektlov.measures import Measure
from effektlov.regime import LawYears, Regime
from effektlov.rows import Household, Pattern, Rows, build_simulation, deflator

__all__ = ["Accounts", "FlowLine", "Plan", "evaluate", "household_of", "plan_of"]

Array = NDArray[Any]


@dataclass(frozen=True)
class FlowLine:
    """What stands beside a line of an account."""

    name: str
    label: Label
    kind: str
    payer: str
    payee: str
    cashable: str | None
    legal_basis: LegalBasis
    budget: Budget | None
    amount: str | None
    volume: str | None = None
    unit_cost: str | None = None


@dataclass(frozen=True)
class Plan:
    """One course to evaluate, with or without the measure."""

    name: str
    course: Course
    measure: Measure | None = None


@dataclass(frozen=True)
class Accounts:
    """The flows of one course under one regime.

    `nominal`: kroner of each law-year, flows x years. `real`: kroner of the price year.
    `duties`: probability that each duty is triggered, by year, for the first years.
    `watched`: kroner by year of rules that are no flow, nominal, with no lag.
    `states`: probability of each state on 31 December, by year; `completed` and
    `working_not_completed` likewise.
    """

    lines: tuple[FlowLine, ...]
    years: tuple[int, ...]
    nominal: Array
    real: Array
    duties: Mapping[str, Array]
    watched: Mapping[str, Array]
    states: tuple[Mapping[str, float], ...]
    completed: tuple[float, ...]
    working_not_completed: tuple[float, ...]

    def sum_of(
        self,
        actors: Iterable[str],
        *,
        real: bool = True,
        lines: Array | None = None,
    ) -> Array:
        """Net kroner by year of a set of actors taken together: received minus paid.

        `lines` keeps only the lines for which it is true.
        """
        members = set(actors)
        sign = numpy.array(
            [(line.payee in members) - (line.payer in members) for line in self.lines], dtype=float
        )
        if lines is not None:
            sign = sign * lines
        return sign @ (self.real if real else self.nominal)


def plan_of(courses: Sequence[Course], measure: Measure | None) -> list[Plan]:
    """Each course without the measure and, when there is one, with it."""
    plans = [Plan(course.name, course) for course in courses]
    if measure is not None:
        plans += [Plan(f"{course.name}+", course, measure) for course in courses]
    return plans


def household_of(case: Case) -> Household:
    """The household of a case, without its courses."""
    return Household(case.persons, case.husstand, case.kommune, case.kommune_inputs)


@dataclass(frozen=True)
class _Key:
    """What tells rows apart; `year` is 0 where the course says the same of every year."""

    course: int
    spans: RowKey
    measure: tuple[tuple[str, int], ...]
    year: int


def evaluate(
    regime: Regime,
    case: Case,
    plans: Sequence[Plan],
    model: LifeCourse,
    years: LawYears,
    *,
    watch: Sequence[str] = (),
    budget_years: int = 4,
    fold_months: bool = True,
) -> dict[str, Accounts]:
    """The accounts of every plan of a case under a regime.

    Args:
        regime: the law.
        case: the household; amounts without a date are kroner of its start year, which is also
            the price year.
        plans: courses with and without the measure.
        model: the life-course model for courses that follow it.
        years: the law-year of each calendar year.
        watch: rules whose kroner are wanted beside the flows.
        budget_years: for how many years duties are looked up.
        fold_months: False computes every month by itself.

    Returns:
        plan name -> accounts.
    """
    calendar = range(case.start, case.start + case.horizon)
    weights = [_weights(case, plan, model) for plan in plans]
    lines = _lines(regime, plans)
    lag = max((flow.lag_years for flow in regime.flows.values()), default=0)
    nominal = {plan.name: numpy.zeros((len(lines), case.horizon + lag)) for plan in plans}
    real = {plan.name: numpy.zeros((len(lines), case.horizon + lag)) for plan in plans}
    duties: dict[str, dict[str, Array]] = {
        plan.name: {name: numpy.zeros(budget_years) for name in regime.duties} for plan in plans
    }
    watched = {plan.name: {name: numpy.zeros(case.horizon) for name in watch} for plan in plans}
    price = deflator(regime, case.start)
    by_law_year: dict[int, list[int]] = {}
    for year in calendar:
        by_law_year.setdefault(years.of(year), []).append(year)
    for law_year, members in by_law_year.items():
        index, table = _rows(case, plans, weights, members, model, regime, law_year)
        simulation = build_simulation(
            regime,
            household_of(case),
            table,
            law_year=law_year,
            base_year=case.start,
            fold=fold_months,
        )
        to_price_year = price / deflator(regime, law_year)
        amounts = {
            name: flow_in_year(simulation, regime, flow, len(table))
            for name, flow in regime.flows.items()
        }
        seen = {name: year_sum(simulation, name, range(1, 13), len(table)) for name in watch}
        triggered = (
            _triggers(simulation, regime, len(table))
            if _early(members, case.start, budget_years)
            else {}
        )
        for plan, weight in zip(plans, weights, strict=True):
            for year in members:
                rows, shares = _shares(index, weight[year], year)
                for position, line in enumerate(lines):
                    if line.name not in amounts:
                        continue
                    value = float(shares @ amounts[line.name][rows])
                    at = year - case.start + regime.flows[line.name].lag_years
                    nominal[plan.name][position, at] += value
                    real[plan.name][position, at] += value * to_price_year
                for name, values in seen.items():
                    watched[plan.name][name][year - case.start] = shares @ values[rows]
                if year - case.start < budget_years:
                    for name, values in triggered.items():
                        duties[plan.name][name][year - case.start] = shares @ values[rows]
    for plan in plans:
        _add_measure(regime, case, plan, lines, years, nominal, real)
    return {
        plan.name: Accounts(
            lines=lines,
            years=tuple(range(case.start, case.start + case.horizon + lag)),
            nominal=nominal[plan.name],
            real=real[plan.name],
            duties=duties[plan.name],
            watched=watched[plan.name],
            states=tuple(_states(weight[year]) for year in calendar),
            completed=tuple(_share(weight[year], lambda last: last.completed) for year in calendar),
            working_not_completed=tuple(
                _share(weight[year], lambda last: last.state == "arbeid" and not last.completed)
                for year in calendar
            ),
        )
        for plan, weight in zip(plans, weights, strict=True)
    }


def _share(weight: Mapping[_Key, float], holds: Callable[[Span], bool]) -> float:
    """Probability that a condition holds of the last span of the year."""
    return sum(share for key, share in weight.items() if key.spans and holds(key.spans[-1]))


def _states(weight: Mapping[_Key, float]) -> dict[str, float]:
    """Probability of each state on 31 December; none for a course without states."""
    found: dict[str, float] = {}
    for key, share in weight.items():
        if key.spans:
            state = key.spans[-1].state
            found[state] = found.get(state, 0.0) + share
    return found


def _early(members: Sequence[int], start: int, budget_years: int) -> bool:
    return any(year - start < budget_years for year in members)


def _triggers(simulation: Any, regime: Regime, rows: int) -> dict[str, Array]:
    return {
        name: year_sum(
            simulation,
            duty.trigger,
            active_months(simulation.year, duty.from_, duty.to),
            rows,
        )
        > 0
        for name, duty in regime.duties.items()
    }


def _weights(case: Case, plan: Plan, model: LifeCourse) -> dict[int, dict[_Key, float]]:
    chain = propagate(
        model, plan.course, born=case.focus.born, start=case.start, horizon=case.horizon
    )
    own_inputs = case.courses.index(plan.course) if plan.course.inputs else -1
    known = inputs_of("person")
    dated = any(
        given.kind in ("months", "years", "steps") or known[name].of_month
        for name, given in plan.course.inputs.items()
    )
    found: dict[int, dict[_Key, float]] = {}
    for year, rows in chain.items():
        active = _active(plan.measure, year - case.start)
        found[year] = {
            _Key(own_inputs, spans, active, year if dated else 0): share
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


def _rows(
    case: Case,
    plans: Sequence[Plan],
    weights: Sequence[Mapping[int, Mapping[_Key, float]]],
    members: Sequence[int],
    model: LifeCourse,
    regime: Regime,
    law_year: int,
) -> tuple[dict[tuple[int, _Key], int], Rows]:
    index: dict[tuple[int, _Key], int] = {}
    keys: dict[_Key, int] = {}
    for weight in weights:
        for year in members:
            for key in weight[year]:
                index.setdefault((year, key), len(index))
                keys.setdefault(key, len(keys))
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
    return index, table


def _shares(
    index: Mapping[tuple[int, _Key], int], weight: Mapping[_Key, float], year: int
) -> tuple[Array, Array]:
    rows = numpy.array([index[year, key] for key in weight])
    return rows, numpy.array(list(weight.values()))


def _pattern(
    case: Case,
    key: _Key,
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
            stated = given.months(year, known[name].default) if monthly else (given.year(year),)
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


def _lines(regime: Regime, plans: Sequence[Plan]) -> tuple[FlowLine, ...]:
    lines = [_line(name, flow) for name, flow in regime.flows.items()]
    measure = next((plan.measure for plan in plans if plan.measure), None)
    if measure is not None:
        for number, cost in enumerate(measure.costs):
            unit = regime.records.unit_costs[cost.unit_cost]
            lines.append(
                FlowLine(
                    name=f"tiltak_{number + 1}",
                    label=measure.label,
                    kind="service_cost",
                    payer=cost.payer,
                    payee="ressurser",
                    cashable=unit.cashable,
                    legal_basis=cost.legal_basis,
                    budget=None,
                    amount=None,
                    unit_cost=cost.unit_cost,
                )
            )
    return tuple(lines)


def _line(name: str, flow: Flow) -> FlowLine:
    return FlowLine(
        name=name,
        label=flow.label,
        kind=flow.kind,
        payer=flow.payer,
        payee=flow.payee,
        cashable=flow.cashable,
        legal_basis=flow.legal_basis,
        budget=flow.budget,
        amount=flow.amount,
        volume=flow.volume,
        unit_cost=flow.unit_cost,
    )


def _add_measure(
    regime: Regime,
    case: Case,
    plan: Plan,
    lines: Sequence[FlowLine],
    years: LawYears,
    nominal: Mapping[str, Array],
    real: Mapping[str, Array],
) -> None:
    """The measure's own costs, in the year that each falls."""
    if plan.measure is None:
        return
    first = next((i for i, line in enumerate(lines) if line.name == "tiltak_1"), len(lines))
    for number, cost in enumerate(plan.measure.costs):
        if cost.year >= case.horizon:
            continue
        law_year = years.of(case.start + cost.year)
        unit = regime.records.unit_costs[cost.unit_cost]
        value = cost.units * unit_price(regime, unit, law_year)
        nominal[plan.name][first + number, cost.year] += value
        real[plan.name][first + number, cost.year] += (
            value * deflator(regime, case.start) / deflator(regime, law_year)
        )
