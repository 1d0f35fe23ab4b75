"""Accounts: the law run on the rows of every course, weighed by how likely each row is.

Accounts before settlement are P · F · A: probabilities of rows, kroner of flows per row, and who
pays whom. A flow with a lag enters a later year.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray

from effektlov.case import Case
from effektlov.law import Budget, Duty, Flow, Label, LegalBasis
from effektlov.ledger import active_months, flow_in_year, unit_price, year_sum
from effektlov.life_course import LifeCourse, RowKey, Span
from effektlov.plans import (
    Placed,
    Plan,
    RowName,
    Weights,
    household_of,
    plan_of,
    rows_of,
    weights_of,
)
from effektlov.regime import LawYears, Regime
from effektlov.rows import build_simulation, deflator
from effektlov.simulation import RowSimulation

__all__ = ["Accounts", "FlowLine", "Plan", "evaluate", "evaluate_all", "household_of", "plan_of"]

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
class Accounts:
    """The flows of one course under one regime.

    `nominal`: kroner of each law-year, flows x years. `real`: kroner of the price year.
    `duties`: probability that each duty is triggered, by year, for the first years.
    `watched`: kroner by year of rules that are no flow, nominal, with no lag.
    `states`: probability of each state on 31 December, by year; `completed` and
    `working_not_completed` likewise. `public_by_row`: net of the public sum by year and row, price
    year's kroner, of the first plan under the first regime only.
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
    public_by_row: Mapping[int, Mapping[RowKey, float]]

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
    """The accounts of every plan of a case under one regime: see `evaluate_all`.

    Returns:
        plan name -> accounts.
    """
    return evaluate_all(
        [regime],
        case,
        plans,
        model,
        years,
        watch=watch,
        budget_years=budget_years,
        fold_months=fold_months,
    )[regime.name]


def evaluate_all(
    regimes: Sequence[Regime],
    case: Case,
    plans: Sequence[Plan],
    model: LifeCourse,
    years: LawYears,
    *,
    watch: Sequence[str] = (),
    budget_years: int = 4,
    fold_months: bool = True,
    reuse: bool = True,
) -> dict[str, dict[str, Accounts]]:
    """The accounts of every plan of a case under regimes that are compared.

    Args:
        regimes: the laws.
        case: the household; amounts without a date are kroner of its start year, which is also
            the price year.
        plans: courses with and without the measure.
        model: the life-course model for courses that follow it.
        years: the law-year of each calendar year.
        watch: rules whose kroner are wanted beside the flows.
        budget_years: for how many years duties are looked up.
        fold_months: False computes every month by itself.
        reuse: take over what no reform reaches from the first regime (False runs it again).

    Returns:
        regime name -> plan name -> accounts.
    """
    weights = weights_of(case, plans, model)
    books = {regime.name: _Book(regime, case, plans, watch, budget_years) for regime in regimes}
    first_plan: dict[int, Placed] = {}
    by_law_year: dict[int, list[int]] = {}
    for year in range(case.start, case.start + case.horizon):
        by_law_year.setdefault(years.of(year), []).append(year)
    for law_year, members in by_law_year.items():
        placed, table = rows_of(case, weights, members, model, regimes[0], law_year)
        first_plan[law_year] = placed[0]
        early = members[0] - case.start < budget_years
        first: _Page | None = None
        for regime in regimes:
            simulation = build_simulation(
                regime,
                household_of(case),
                table,
                law_year=law_year,
                base_year=case.start,
                fold=fold_months,
            )
            page = _page(simulation, regime, len(table), watch, early, first if reuse else None)
            first = first or page
            simulation.forget()
            books[regime.name].enter(page, placed, law_year)
    chances = [_chances(weight) for weight in weights]
    found = {}
    for number, (name, book) in enumerate(books.items()):
        book.add_measures(years)
        by_row = book.public_by_row(weights[0], first_plan) if number == 0 else {}
        found[name] = book.close(chances, by_row)
    return found


@dataclass(frozen=True)
class _Page:
    """What the law gives on the rows of one law-year: one array of kroner per flow."""

    regime: Regime
    amounts: Mapping[str, Array]
    watched: Mapping[str, Array]
    triggered: Mapping[str, Array]


def _page(
    simulation: RowSimulation,
    regime: Regime,
    rows: int,
    watch: Sequence[str],
    early: bool,
    first: _Page | None,
) -> _Page:
    touched = regime.touched | (first.regime.touched if first else frozenset())

    def amount(name: str, flow: Flow) -> Array:
        if first is not None and (flow.amount or flow.volume) not in touched:
            other = first.regime.flows.get(name)
            if other is not None and _same_amount(flow, other):
                return first.amounts[name]
        return flow_in_year(simulation, regime, flow, rows)

    def triggered(name: str, duty: Duty) -> Array:
        if first is not None and duty.trigger not in touched and name in first.triggered:
            other = first.regime.duties[name]
            if (other.trigger, other.from_, other.to) == (duty.trigger, duty.from_, duty.to):
                return first.triggered[name]
        months = active_months(simulation.year, duty.from_, duty.to)
        return year_sum(simulation, duty.trigger, months, rows) > 0

    def seen(name: str) -> Array:
        if first is not None and name not in touched:
            return first.watched[name]
        return year_sum(simulation, name, range(1, 13), rows)

    return _Page(
        regime,
        {name: amount(name, flow) for name, flow in regime.flows.items()},
        {name: seen(name) for name in watch},
        {name: triggered(name, duty) for name, duty in regime.duties.items()} if early else {},
    )


def _same_amount(flow: Flow, other: Flow) -> bool:
    """Whether two flows carry the same kroner, whoever pays."""
    return all(
        getattr(flow, field) == getattr(other, field)
        for field in ("amount", "volume", "unit_cost", "share", "from_", "to")
    )


class _Book:
    """The accounts of one regime while they are being written."""

    def __init__(
        self,
        regime: Regime,
        case: Case,
        plans: Sequence[Plan],
        watch: Sequence[str],
        budget_years: int,
    ) -> None:
        self.regime = regime
        self.case = case
        self.plans = plans
        self.budget_years = budget_years
        self.lines = _lines(regime, plans)
        self.lags = numpy.array([flow.lag_years for flow in regime.flows.values()], dtype=int)
        self.length = case.horizon + int(self.lags.max(initial=0))
        self.price = deflator(regime, case.start)
        shape = (len(plans), len(self.lines), self.length)
        self.nominal, self.real = numpy.zeros(shape), numpy.zeros(shape)
        self.watched = {name: numpy.zeros((len(plans), case.horizon)) for name in watch}
        actors = regime.records.actors
        self.public = numpy.array(
            [actors[f.payee].public - actors[f.payer].public for f in regime.flows.values()],
            dtype=float,
        )
        self.public_net: dict[int, Array] = {}
        self.duties = {name: numpy.zeros((len(plans), budget_years)) for name in regime.duties}

    def enter(self, page: _Page, placed: Sequence[Placed], law_year: int) -> None:
        """Enter the kroner of a law-year, weighed by the probability of each row."""
        to_price_year = self.price / deflator(self.regime, law_year)
        table = numpy.array([page.amounts[name] for name in self.regime.flows])
        self.public_net[law_year] = (self.public @ table) * to_price_year
        paying = numpy.flatnonzero(table.any(axis=1))
        table, lags = table[paying], self.lags[paying]
        held = {name: holds for name, holds in page.triggered.items() if holds.any()}
        for number, of_plan in enumerate(placed):
            for year, (rows, shares) in of_plan.items():
                at = year - self.case.start
                values = table[:, rows] @ shares
                self.nominal[number, paying, at + lags] += values
                self.real[number, paying, at + lags] += values * to_price_year
                for name, seen in page.watched.items():
                    self.watched[name][number, at] = shares @ seen[rows]
                if at < self.budget_years:
                    for name, holds in held.items():
                        self.duties[name][number, at] = shares @ holds[rows]

    def public_by_row(
        self, weight: Weights, placed: Mapping[int, Placed]
    ) -> dict[int, dict[RowKey, float]]:
        """Net of the public sum by calendar year and row of one plan."""
        found: dict[int, dict[RowKey, float]] = {}
        for law_year, of_plan in placed.items():
            net = self.public_net[law_year]
            for year, (rows, _) in of_plan.items():
                found[year] = {
                    name.spans: float(net[row])
                    for name, row in zip(weight[year], rows, strict=True)
                }
        return found

    def add_measures(self, years: LawYears) -> None:
        """The measure's own costs, in the year that each falls."""
        for number, plan in enumerate(self.plans):
            for cost_number, cost in enumerate(plan.measure.costs if plan.measure else ()):
                if cost.year >= self.case.horizon:
                    continue
                law_year = years.of(self.case.start + cost.year)
                unit = self.regime.records.unit_costs[cost.unit_cost]
                value = cost.units * unit_price(self.regime, unit, law_year)
                line = len(self.regime.flows) + cost_number
                self.nominal[number, line, cost.year] += value
                self.real[number, line, cost.year] += (
                    value * self.price / deflator(self.regime, law_year)
                )

    def close(
        self, chances: Sequence["_Chances"], by_row: Mapping[int, Mapping[RowKey, float]]
    ) -> dict[str, Accounts]:
        """The accounts by plan; `by_row` is that of the first plan."""
        return {
            plan.name: Accounts(
                lines=self.lines,
                years=tuple(range(self.case.start, self.case.start + self.length)),
                nominal=self.nominal[number],
                real=self.real[number],
                duties={name: values[number] for name, values in self.duties.items()},
                watched={name: values[number] for name, values in self.watched.items()},
                states=chance.states,
                completed=chance.completed,
                working_not_completed=chance.working_not_completed,
                public_by_row=by_row if number == 0 else {},
            )
            for number, (plan, chance) in enumerate(zip(self.plans, chances, strict=True))
        }


@dataclass(frozen=True)
class _Chances:
    """Where the person of a plan is on 31 December, by year."""

    states: tuple[Mapping[str, float], ...]
    completed: tuple[float, ...]
    working_not_completed: tuple[float, ...]


def _chances(weight: Weights) -> _Chances:
    years = list(weight.values())
    return _Chances(
        states=tuple(_states(year) for year in years),
        completed=tuple(_share(year, lambda last: last.completed) for year in years),
        working_not_completed=tuple(
            _share(year, lambda last: last.state == "arbeid" and not last.completed)
            for year in years
        ),
    )


def _share(weight: Mapping[RowName, float], holds: Callable[[Span], bool]) -> float:
    """Probability that a condition holds of the last span of the year."""
    return sum(share for key, share in weight.items() if key.spans and holds(key.spans[-1]))


def _states(weight: Mapping[RowName, float]) -> dict[str, float]:
    """Probability of each state on 31 December; none for a course without states."""
    found: dict[str, float] = {}
    for key, share in weight.items():
        if key.spans:
            state = key.spans[-1].state
            found[state] = found.get(state, 0.0) + share
    return found


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
