"""Explanation: a figure walked back to inputs, parameters with their date, and §.

`explain` finds what a target is and returns it as data; `render_explanation` prints it as a tree.
A flow, rule or duty is explained in one row of one year: the only row of a course that is known,
the most probable one of a course that follows the life-course model.
"""

import ast
import datetime
import importlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy
from numpy.typing import NDArray
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from effektlov import __version__
from effektlov.accounts import (
    Accounts,
    FlowLine,
    Plan,
    _Key,
    _rows,
    _shares,
    _weights,
    evaluate,
    household_of,
    plan_of,
)
from effektlov.assemble import run
from effektlov.case import Case, find_case
from effektlov.compare import (
    TAX_COST,
    Stake,
    Stakes,
    break_even,
    discount_factors,
    members_of,
    stakes,
)
from effektlov.decompose import model_of, plan_names
from effektlov.errors import UnknownNameError, nearest
from effektlov.given import Given
from effektlov.law import Actor, Budget, Duty, Flow, Label, LegalBasis, UnitCost
from effektlov.ledger import active_months, flow_in_year, unit_price, year_sum
from effektlov.life_course import LifeCourse
from effektlov.measures import measures
from effektlov.reach import Reads, _classes, _reads
from effektlov.reform import Reform
from effektlov.regime import LawYears, Regime, law_years
from effektlov.rests_on import parameter_quality
from effektlov.rows import build_simulation, deflator
from effektlov.session import open_case, regimes_of
from effektlov.settlement import contributions, settle
from effektlov.simulation import RowSimulation, months_of, year_of
from effektlov.words import kroner, share, word

__all__ = [
    "AccountExplained",
    "BreakEvenExplained",
    "DutyExplained",
    "Explanation",
    "FlowExplained",
    "Node",
    "Origin",
    "ParameterRead",
    "Situation",
    "explain",
    "render_explanation",
    "situation_of",
]

Array = NDArray[Any]
Plain = float | bool | str

KINDS = ("flow", "rule", "duty", "actor")
"""What a target can be, in the order in which a bare name is looked up; `break_even` is named."""


class Origin(msgspec.Struct, frozen=True):
    """Where an input has its value from, for one person or entity.

    `kind`: `case` (stated in the file, `where` is file and line), `course`, `state` (of the
    life-course model), `measure`, `table` (of kommuner), `default`. `uprated_from`: the year whose
    kroner were stated, when the amount has followed the deflator since.
    """

    of: str
    kind: str
    where: str
    label: Label | None = None
    assumed: bool = False
    uprated_from: int | None = None


class Reference(msgspec.Struct, frozen=True):
    """A document and its address."""

    title: str
    href: str


class ParameterValue(msgspec.Struct, frozen=True):
    """A value and the date from which it holds."""

    value: float
    holds_from: str
    confidence: str
    changed_by_reform: bool


class Bracket(msgspec.Struct, frozen=True):
    """One step of a scale with the dates from which its threshold and value hold."""

    threshold: float
    threshold_from: str
    value: float
    holds_from: str


class ParameterRead(msgspec.Struct, frozen=True):
    """A parameter that a formula reads: its values in the year, or the brackets of a scale."""

    name: str
    label: Label
    unit: str
    values: tuple[ParameterValue, ...]
    brackets: tuple[Bracket, ...]
    law: str
    references: tuple[Reference, ...]
    confidence: str
    reason: str
    known_until: str | None
    stale: bool


class Value(msgspec.Struct, frozen=True):
    """What a variable is from one month to another, by person or entity; None: the whole year."""

    months: tuple[int, int] | None
    of: dict[str, Plain]


class Norm(msgspec.Struct, frozen=True):
    """A condition left to judgement, with the practices and who decides."""

    least: float
    usual: float
    most: float
    decides: str
    label: Label


class Node(msgspec.Struct, frozen=True):
    """A rule or input with its value, and what it was made from.

    `year_total` is the sum over the months of an amount by month. `repeated`: what it was made
    from stands earlier in the tree. `cut`: deeper than was asked for.
    """

    name: str
    label: Label
    kind: str
    unit: str
    period: str
    section: str
    href: str
    says: str
    formulas: tuple[str, ...]
    values: tuple[Value, ...]
    year_total: dict[str, float] | None
    confidence: str
    reason: str
    changed_by_reform: bool
    open_norm: Norm | None
    origins: tuple[Origin, ...]
    parameters: tuple[ParameterRead, ...]
    children: tuple["Node", ...]
    repeated: bool = False
    cut: bool = False


class StateShown(msgspec.Struct, frozen=True):
    """From a month on the focus person is in a state of the life-course model."""

    month: int
    state: str
    label: Label
    years_in_state: int
    completed: bool


class RowShown(msgspec.Struct, frozen=True):
    """The row that is explained: how probable it is among how many, and what it says."""

    probability: float
    rows: int
    states: tuple[StateShown, ...]
    own_household: bool


class UnitCostExplained(msgspec.Struct, frozen=True):
    """A unit cost brought from its price year to the law-year by the deflator.

    `price` is kroner per counted unit in the law-year; a yearly cost of something counted by month
    is divided by twelve.
    """

    name: str
    label: Label
    value: float
    unit: str
    price_year: int
    deflator_price_year: float
    deflator_law_year: float
    per_month_of_year: bool
    price: float
    confidence: str
    reason: str
    source: Reference


class FlowExplained(msgspec.Struct, frozen=True):
    """The kroner of a flow in a year: in the row explained and expected over all rows.

    `nominal` are kroner of the law-year, `real` of the price year. `months` are those in which the
    flow is in force.
    """

    flow: str
    label: Label
    kind: str
    payer: str
    payee: str
    payer_label: Label
    payee_label: Label
    legal_basis: LegalBasis
    budget: str
    cashable: str | None
    note: Label | None
    changed_by_reform: bool
    months: tuple[int, ...]
    share: float
    lag_years: int
    nominal: float
    real: float
    expected_nominal: float
    expected_real: float
    units: float | None
    unit_cost: UnitCostExplained | None
    rule: Node | None


class DutyExplained(msgspec.Struct, frozen=True):
    """A duty: whether the facts of the row trigger it, in which months, and how likely it is."""

    duty: str
    label: Label
    holder: str
    holder_label: Label
    decides: str
    decides_label: Label
    delivers: Label
    kind: str
    owes: str
    formulation: str
    individual_right: bool
    legal_basis: LegalBasis
    finance: Label
    appeal: str | None
    supervisor: str | None
    deadline: Label | None
    note: Label | None
    new_by_reform: bool
    in_force: tuple[int, ...]
    triggered: bool
    triggered_months: tuple[int, ...]
    probability: float
    trigger: Node


class AccountLine(msgspec.Struct, frozen=True):
    """One flow of an account in the year, plus when received and minus when paid."""

    flow: str
    label: Label
    payer: str
    payee: str
    legal_basis: LegalBasis
    budget: str
    cashable: str | None
    nominal: float
    real: float


class AccountExplained(msgspec.Struct, frozen=True):
    """The flows that make an actor's net in a year, expected over all rows, before settlement."""

    actor: str
    label: Label
    members: tuple[str, ...]
    lines: tuple[AccountLine, ...]
    nominal: float
    real: float


class StakeLine(msgspec.Struct, frozen=True):
    """What one flow adds to cost and gain over the horizon, kroner of the price year."""

    flow: str
    label: Label
    payer: str
    payee: str
    section: str
    cashable: str | None
    cost: float
    gain: float


class SettlementStep(msgspec.Struct, frozen=True):
    """What a reform's settlement makes of cost and gain; `share`: the part of the fund paid."""

    kind: str
    reform: str
    share: float | None
    cost: float
    gain: float


class BreakEvenExplained(msgspec.Struct, frozen=True):
    """Break-even = cost / gain, with the flows that make each, before and after settlement."""

    holder: str
    label: Label
    horizon: int
    baseline: Label
    success: Label
    measure: Label
    lines: tuple[StakeLine, ...]
    discounted: bool
    cost: float
    gain: float
    break_even: float | None
    settlements: tuple[SettlementStep, ...]
    break_even_after: float | None
    break_even_cashable: float | None


class Explanation(msgspec.Struct, frozen=True):
    """A target explained; one of `flow`, `rule`, `duty`, `account` and `break_even` is set.

    `also` names other things that the bare name could mean.
    """

    effektlov: str
    case: str
    title: Label
    target: str
    kind: str
    also: tuple[str, ...]
    regime: Label
    reforms: tuple[str, ...]
    course: str
    course_label: Label
    with_measure: bool
    year: int
    law_year: int
    price_year: int
    deflator: str
    row: RowShown | None = None
    expected: float | None = None
    flow: FlowExplained | None = None
    rule: Node | None = None
    duty: DutyExplained | None = None
    account: AccountExplained | None = None
    break_even: BreakEvenExplained | None = None


@dataclass(frozen=True)
class Situation:
    """One year of one course under a regime, ready to be asked.

    `shares` are the probabilities of the rows; `at` is the row that is explained.
    """

    case: Case
    file: str
    regime: Regime
    plan: Plan
    model: LifeCourse
    year: int
    simulation: RowSimulation
    shares: Array
    at: int
    key: _Key
    alone: bool

    @property
    def rows(self) -> int:
        """How many rows the year has."""
        return len(self.shares)

    @property
    def law_year(self) -> int:
        """The year whose law the rows live under."""
        return self.simulation.year

    @property
    def to_price_year(self) -> float:
        """From kroner of the law-year to kroner of the price year."""
        return deflator(self.regime, self.case.start) / deflator(self.regime, self.law_year)


def situation_of(
    case: Case, regime: Regime, plan: Plan, years: LawYears, year: int, *, file: str = ""
) -> Situation:
    """The rows of one calendar year of a course, with the most probable one pointed out.

    Args:
        case: the household.
        regime: the law.
        plan: the course, with or without the measure.
        years: the law-years that compared regimes share.
        year: a calendar year of the case.
        file: name of the case file, for the lines that inputs are stated on.
    """
    model = model_of(case)
    weight = _weights(case, plan, model)[year]
    law_year = years.of(year)
    index, table = _rows(case, [plan], [{year: weight}], [year], model, regime, law_year)
    simulation = build_simulation(
        regime, household_of(case), table, law_year=law_year, base_year=case.start
    )
    rows, found = _shares(index, weight, year)
    shares = numpy.zeros(len(table))
    shares[rows] = found
    at = int(shares.argmax())
    return Situation(
        case=case,
        file=file,
        regime=regime,
        plan=plan,
        model=model,
        year=year,
        simulation=simulation,
        shares=shares,
        at=at,
        key=next(key for (_, key), position in index.items() if position == at),
        alone=bool(table.alone[at]),
    )


def explain(
    name: str,
    target: str,
    reforms: Sequence[str] = (),
    *,
    course: str | None = None,
    year: int | None = None,
    law_date: str | None = None,
    horizon: int | None = None,
    depth: int | None = None,
) -> Explanation:
    """Walk a figure of a case back to its inputs, parameters and §.

    Args:
        name: a case file, or a shipped case by name.
        target: the id of a flow, rule, input, duty or actor, or `break_even:HOLDER`; `flow:ID`,
            `rule:ID`, `duty:ID` and `actor:ID` choose between things of the same name.
        reforms: as for a case; the law with the reforms is explained.
        course: a course of the case, with `+` after it for the course with the measure; the first
            by default.
        year: a calendar year of the case; the first by default.
        law_date, horizon: as for a case.
        depth: levels below the target; all by default.

    Raises:
        EffektlovError: anything that a user can get wrong.
    """
    case = open_case(name, law_date=law_date, horizon=horizon)
    regimes, found_reforms = regimes_of(case, reforms)
    regime = regimes[-1]
    plan = _plan(case, course)
    kind, wanted, also = _kind(regime, case, target)
    years = law_years(regimes, case.start)
    lag = regime.flows[wanted].lag_years if kind == "flow" and wanted in regime.flows else 0
    shown = _year(case, year, lag)
    head = _Head(case, regime, plan, target, kind, also, shown, years.of(shown - lag))
    if kind == "break_even":
        active = [reform for reform in found_reforms if reform.name in regime.reforms]
        return head.with_part(break_even=_break_even(case, regimes, wanted, active))
    if kind == "actor":
        return head.with_part(account=_account(case, regime, plan, years, wanted, shown))
    file = find_case(name).name
    here = situation_of(case, regime, plan, years, shown - lag, file=file)
    if kind == "flow":
        return head.with_part(row=_row(here), flow=_flow(here, wanted, depth))
    if kind == "duty":
        return head.with_part(row=_row(here), duty=_duty(here, wanted, depth))
    return head.with_part(
        row=_row(here), rule=_Walk(here, depth).node(wanted), expected=_expected(here, wanted)
    )


@dataclass(frozen=True)
class _Head:
    """What every explanation begins with."""

    case: Case
    regime: Regime
    plan: Plan
    target: str
    kind: str
    also: tuple[str, ...]
    year: int
    law_year: int

    def with_part(self, **part: Any) -> Explanation:
        return Explanation(
            effektlov=__version__,
            case=self.case.name,
            title=self.case.title,
            target=self.target,
            kind=self.kind,
            also=self.also,
            regime=self.regime.label,
            reforms=self.regime.reforms,
            course=self.plan.course.name,
            course_label=self.plan.course.label,
            with_measure=self.plan.measure is not None,
            year=self.year,
            law_year=self.law_year,
            price_year=self.case.start,
            deflator="grunnbelop (folketrygdloven § 1-4)",
            **part,
        )


def _plan(case: Case, course: str | None) -> Plan:
    plans = {plan.name: plan for plan in plan_of(case.courses, _measure(case))}
    if course is None:
        return next(iter(plans.values()))
    if course not in plans:
        raise UnknownNameError(f"no course '{course}'", field="--course", allowed=plans, got=course)
    return plans[course]


def _measure(case: Case) -> Any:
    return measures()[case.measure] if case.measure else None


def _year(case: Case, year: int | None, lag: int) -> int:
    first = case.start + lag
    last = first + case.horizon - 1
    if year is None:
        return first
    if not first <= year <= last:
        raise UnknownNameError(
            f"{year} is outside the years of the case, {first}-{last}", field="--year"
        )
    return year


def _kind(regime: Regime, case: Case, target: str) -> tuple[str, str, tuple[str, ...]]:
    """What a target is, its bare name, and what else the name could mean."""
    measure = _measure(case)
    costs = range(len(measure.costs)) if measure is not None else ()
    actors = {name for name, actor in regime.records.actors.items() if not actor.body}
    actors |= {str(actor.holder) for actor in regime.records.actors.values() if actor.holder}
    known: dict[str, set[str]] = {
        "flow": set(regime.flows) | {f"tiltak_{number + 1}" for number in costs},
        "rule": set(regime.system.variables),
        "duty": set(regime.duties),
        "actor": actors | {"public"},
        "break_even": actors | {"public", "society"},
    }
    prefix, colon, rest = target.partition(":")
    if colon and prefix in known:
        if rest not in known[prefix]:
            raise _unknown(target, known[prefix], f"{prefix}:")
        return prefix, rest, ()
    kinds = [kind for kind in KINDS if target in known[kind]]
    if not kinds:
        raise _unknown(target, set().union(*(known[kind] for kind in KINDS)))
    return kinds[0], target, tuple(f"{kind}:{target}" for kind in kinds[1:])


def _unknown(target: str, allowed: set[str], prefix: str = "") -> UnknownNameError:
    """All the names of the law are too many to list: only the nearest one is named."""
    error = UnknownNameError(
        f"'{target}' is no flow, rule, input, duty or actor with an account, nor break_even:HOLDER",
        field="TARGET",
    )
    near = nearest(target.removeprefix(prefix), sorted(allowed))
    error.suggestion = f"{prefix}{near}" if near else None
    return error


def _row(here: Situation) -> RowShown:
    return RowShown(
        probability=float(here.shares[here.at]),
        rows=here.rows,
        states=tuple(
            StateShown(
                span.month,
                span.state,
                here.model.states[span.state].label,
                span.years_in_state,
                span.completed,
            )
            for span in here.key.spans
        ),
        own_household=here.alone,
    )


def _expected(here: Situation, name: str) -> float | None:
    """The year's sum of a rule in kroner over the household, expected over all rows."""
    variable = here.simulation.tax_benefit_system.variables[name]
    entity = variable.entity.key
    if type(variable).__rule__.unit != "kr" or entity not in ("person", "husstand"):
        return None
    values = year_sum(here.simulation, name, range(1, 13), here.rows)
    return float(here.shares @ values)


# Flows


def _flow(here: Situation, name: str, depth: int | None) -> FlowExplained:
    regime = here.regime
    if name not in regime.flows:
        return _measure_flow(here, name)
    flow = regime.flows[name]
    amounts = flow_in_year(here.simulation, regime, flow, here.rows)
    months = active_months(here.law_year, flow.from_, flow.to)
    units, cost = None, None
    if flow.volume is not None and flow.unit_cost is not None:
        units = float(year_sum(here.simulation, flow.volume, months, here.rows)[here.at])
        variable = here.simulation.tax_benefit_system.variables[flow.volume]
        by_month = variable.definition_period == DateUnit.MONTH
        cost = _unit_cost(here, flow.unit_cost, by_month=by_month)
    return _flow_explained(
        here,
        name,
        flow,
        amounts,
        months=months,
        units=units,
        unit_cost=cost,
        rule=_Walk(here, depth).node(flow.amount or flow.volume or ""),
    )


def _flow_explained(
    here: Situation, name: str, flow: Flow, amounts: Array, **more: Any
) -> FlowExplained:
    actors = here.regime.records.actors
    nominal, expected = float(amounts[here.at]), float(here.shares @ amounts)
    return FlowExplained(
        flow=name,
        label=flow.label,
        kind=flow.kind,
        payer=flow.payer,
        payee=flow.payee,
        payer_label=actors[flow.payer].label,
        payee_label=actors[flow.payee].label,
        legal_basis=flow.legal_basis,
        budget=_budget(flow.budget),
        cashable=flow.cashable,
        note=flow.note,
        changed_by_reform=here.regime.law.records.flows.get(name) != flow
        and not name.startswith("tiltak_"),
        share=flow.share,
        lag_years=flow.lag_years,
        nominal=nominal,
        real=nominal * here.to_price_year,
        expected_nominal=expected,
        expected_real=expected * here.to_price_year,
        **more,
    )


def _budget(budget: Budget | None) -> str:
    return str(budget) if budget else ""


def _measure_flow(here: Situation, name: str) -> FlowExplained:
    """A cost of the measure itself: units of a unit cost in a year counted from the start."""
    measure = _measure(here.case)
    cost = measure.costs[int(name.rpartition("_")[2]) - 1]
    unit = _unit_cost(here, cost.unit_cost, by_month=False)
    paid = here.plan.measure is not None and here.year - here.case.start == cost.year
    flow = Flow(
        label=measure.label,
        kind="service_cost",
        payer=cost.payer,
        payee="ressurser",
        legal_basis=cost.legal_basis,
        unit_cost=cost.unit_cost,
        cashable=here.regime.records.unit_costs[cost.unit_cost].cashable,
    )
    units = cost.units if paid else 0.0
    return _flow_explained(
        here,
        name,
        flow,
        numpy.full(here.rows, units * unit.price),
        months=tuple(range(1, 13)),
        units=units,
        unit_cost=unit,
        rule=None,
    )


def _unit_cost(here: Situation, name: str, *, by_month: bool) -> UnitCostExplained:
    cost: UnitCost = here.regime.records.unit_costs[name]
    yearly = by_month and cost.unit == "kr/year"
    reason = cost.reason.nb if isinstance(cost.reason, Label) else cost.reason or ""
    return UnitCostExplained(
        name=name,
        label=cost.label,
        value=cost.value,
        unit=cost.unit,
        price_year=cost.price_year,
        deflator_price_year=deflator(here.regime, cost.price_year),
        deflator_law_year=deflator(here.regime, here.law_year),
        per_month_of_year=yearly,
        price=unit_price(here.regime, cost, here.law_year) / (12 if yearly else 1),
        confidence=cost.confidence,
        reason=reason,
        source=Reference(cost.source.title, cost.source.href),
    )


# Duties


def _duty(here: Situation, name: str, depth: int | None) -> DutyExplained:
    duty: Duty = here.regime.duties[name]
    actors = here.regime.records.actors
    months = active_months(here.law_year, duty.from_, duty.to)
    in_row = [
        month
        for month in months
        if year_sum(here.simulation, duty.trigger, (month,), here.rows)[here.at] > 0
    ]
    triggered = year_sum(here.simulation, duty.trigger, months, here.rows) > 0
    return DutyExplained(
        duty=name,
        label=duty.label,
        holder=duty.holder,
        holder_label=actors[duty.holder].label,
        decides=duty.decides,
        decides_label=_label_of(actors, duty.decides),
        delivers=duty.delivers,
        kind=duty.kind,
        owes=duty.owes,
        formulation=duty.formulation,
        individual_right=duty.individual_right,
        legal_basis=duty.legal_basis,
        finance=duty.finance,
        appeal=duty.appeal,
        supervisor=duty.supervisor,
        deadline=duty.deadline,
        note=duty.note,
        new_by_reform=here.regime.law.records.duties.get(name) != duty,
        in_force=months,
        triggered=bool(triggered[here.at]),
        triggered_months=tuple(in_row),
        probability=float(here.shares @ triggered),
        trigger=_Walk(here, depth).node(duty.trigger),
    )


def _label_of(actors: Mapping[str, Actor], name: str) -> Label:
    return actors[name].label if name in actors else Label(nb=name, en=name)


# Accounts and break-even


def _account(
    case: Case, regime: Regime, plan: Plan, years: LawYears, actor: str, year: int
) -> AccountExplained:
    actors = regime.records.actors
    members = _members(actors, actor)
    found = evaluate(regime, case, [plan], model_of(case), years)[plan.name]
    at = year - case.start
    lines = [
        AccountLine(
            flow=line.name,
            label=line.label,
            payer=line.payer,
            payee=line.payee,
            legal_basis=line.legal_basis,
            budget=_budget(line.budget),
            cashable=line.cashable,
            nominal=sign * float(nominal[at]),
            real=sign * float(real[at]),
        )
        for line, sign, nominal, real in zip(
            found.lines, _signs(found.lines, members), found.nominal, found.real, strict=True
        )
        if sign and abs(nominal[at]) >= 0.5
    ]
    return AccountExplained(
        actor=actor,
        label=_name_of(actors, actor),
        members=tuple(members),
        lines=tuple(sorted(lines, key=lambda line: -abs(line.nominal))),
        nominal=float(found.sum_of(members, real=False)[at]),
        real=float(found.sum_of(members)[at]),
    )


def _members(actors: Mapping[str, Actor], name: str) -> list[str]:
    """The actors behind an account: a budget-holder's, the public sum's, or the actor alone."""
    if name == "public":
        return [actor for actor, found in actors.items() if found.public]
    return members_of(actors, name) or [name]


def _name_of(actors: Mapping[str, Actor], name: str) -> Label:
    special = {
        "public": Label(nb="Det offentlige i sum", en="The public sum"),
        "society": Label(nb="Samfunnet", en="Society"),
    }
    return special.get(name) or _label_of(actors, name)


def _signs(lines: Iterable[FlowLine], members: Iterable[str]) -> list[int]:
    inside = set(members)
    return [(line.payee in inside) - (line.payer in inside) for line in lines]


def _break_even(
    case: Case, regimes: Sequence[Regime], holder: str, reforms: Sequence[Reform]
) -> BreakEvenExplained:
    measure = _measure(case)
    if measure is None or len(case.courses) < 2:
        raise UnknownNameError(
            f"the case '{case.name}' has no measure: nobody pays to go from one course to another",
            field="TARGET",
        )
    regime = regimes[-1]
    actors = regime.records.actors
    accounts = run(case, regimes).accounts[regime.name]
    plans = [accounts[name] for name in plan_names(case)]
    before = stakes(*plans, actors)
    cashable = stakes(*plans, actors, only_cashable=True)
    steps, after = _settlements(before, holder, reforms, case)
    for reform in reforms:
        if _fund_pays(reform, case):
            cashable = settle(cashable, reform)
    stake = _stake(before, holder)
    cost, gain = stake.to(case.horizon)
    return BreakEvenExplained(
        holder=holder,
        label=_name_of(actors, holder),
        horizon=case.horizon,
        baseline=case.courses[0].label,
        success=case.courses[-1].label,
        measure=measure.label,
        lines=_stake_lines(plans, actors, holder, case.horizon),
        discounted=holder == "society",
        cost=cost,
        gain=gain,
        break_even=break_even(cost, gain),
        settlements=steps,
        break_even_after=_stake(after, holder).break_even(case.horizon),
        break_even_cashable=_stake(cashable, holder).break_even(case.horizon),
    )


def _stake(found: Stakes, name: str) -> Stake:
    """The stake of a budget-holder, a service or a sum.

    Raises:
        UnknownNameError: the account is neither public nor society's.
    """
    if name in ("public", "society"):
        stake: Stake = getattr(found, name)
        return stake
    known = {**found.services, **found.holders}
    if name not in known:
        raise UnknownNameError(
            f"a break-even is found for public accounts and society, not for '{name}'",
            field="TARGET",
            allowed=["public", "society", *found.holders],
            got=name,
        )
    return known[name]


def _stake_lines(
    plans: Sequence[Accounts], actors: Mapping[str, Actor], holder: str, horizon: int
) -> tuple[StakeLine, ...]:
    lines = plans[0].lines
    weights = numpy.array(_signs(lines, _members(actors, holder)), dtype=float)
    factors = numpy.ones(plans[0].real.shape[1])
    if holder == "society":
        by_level = {
            level: [name for name, actor in actors.items() if actor.level == level]
            for level in ("resources", "third_party")
        }
        weights = (
            -numpy.array(_signs(lines, by_level["resources"]), dtype=float)
            + numpy.array(_signs(lines, by_level["third_party"]))
            + TAX_COST * numpy.array(_signs(lines, _members(actors, "public")))
        )
        factors = discount_factors(len(factors))
    factors = factors * (numpy.arange(len(factors)) < horizon)
    baseline, with_measure, success = (weights * (plan.real @ factors) for plan in plans)
    found = [
        StakeLine(
            flow=line.name,
            label=line.label,
            payer=line.payer,
            payee=line.payee,
            section=str(line.legal_basis),
            cashable=line.cashable,
            cost=float(baseline[at] - with_measure[at]),
            gain=float(success[at] - with_measure[at]),
        )
        for at, line in enumerate(lines)
    ]
    moved = [line for line in found if abs(line.cost) >= 0.5 or abs(line.gain) >= 0.5]
    return tuple(sorted(moved, key=lambda line: (-abs(line.cost), -abs(line.gain))))


def _fund_pays(reform: Reform, case: Case) -> bool:
    fund = reform.block("joint_fund")
    return fund is not None and case.measure in fund.pays


def _settlements(
    before: Stakes, holder: str, reforms: Sequence[Reform], case: Case
) -> tuple[tuple[SettlementStep, ...], Stakes]:
    """What each settlement makes of the stake, in the order of the answer."""
    after = before
    steps = []
    for reform in reforms:
        if not _fund_pays(reform, case):
            continue
        shares = contributions(before, reform.block("joint_fund"))
        after = settle(after, reform)
        cost, gain = _stake(after, holder).to(case.horizon)
        kinds = [kind for kind in ("joint_fund", "gain_share") if reform.block(kind) is not None]
        share = None if holder in ("public", "society") else shares.get(holder, 0.0)
        steps.append(SettlementStep("+".join(kinds), reform.name, share, cost, gain))
    return tuple(steps), after


# The tree of rules


class _Walk:
    """A walk from a rule down to its inputs; what was shown once is not shown again."""

    def __init__(self, here: Situation, depth: int | None) -> None:
        self.here = here
        self.depth = depth
        self.seen: set[str] = set()

    def node(self, name: str, level: int = 0) -> Node:
        """A rule or input with everything below it."""
        here = self.here
        variable = here.simulation.tax_benefit_system.variables[name]
        declared = type(variable).__rule__
        origins = _origins(here, name)
        repeated = name in self.seen
        cut = self.depth is not None and level >= self.depth
        active = _active_formulas(here, variable)
        reads = _reads_of(here, name, active.values())
        expand = not origins and not repeated
        parameters: tuple[ParameterRead, ...] = ()
        children: tuple[Node, ...] = ()
        if expand:
            self.seen.add(name)
            parameters = tuple(_parameters(here, variable, reads))
            if not cut:
                known = here.simulation.tax_benefit_system.variables
                order = _in_order(active.values(), reads.variables & set(known) - {name})
                children = tuple(self.node(child, level + 1) for child in order)
        values = tuple(_values(here, variable))
        original = here.regime.law.system.variables.get(name)
        return Node(
            name=name,
            label=Label(nb=declared.nb, en=declared.en),
            kind=declared.kind,
            unit=declared.unit,
            period=str(variable.definition_period),
            section=declared.section,
            href=declared.href,
            says=_first_sentence(type(variable).__doc__),
            formulas=tuple(active),
            values=values,
            year_total=_year_total(variable, values),
            confidence=declared.confidence,
            reason=declared.reason,
            changed_by_reform=original is None or type(original) is not type(variable),
            open_norm=_norm(declared.open_norm),
            origins=origins,
            parameters=parameters,
            children=children,
            repeated=repeated and declared.kind == "rule" and not origins,
            cut=expand and cut and bool(reads.variables),
        )


def _norm(norm: Any) -> Norm | None:
    if norm is None:
        return None
    return Norm(
        least=float(norm.least),
        usual=float(norm.usual),
        most=float(norm.most),
        decides=norm.decides,
        label=Label(nb=norm.nb, en=norm.en),
    )


def _first_sentence(text: str | None) -> str:
    flat = " ".join((text or "").split())
    return re.split(r"(?<=\.)\s+(?=[A-ZÆØÅ§])", flat, maxsplit=1)[0]


def _periods(here: Situation, variable: Any) -> tuple[Any, ...]:
    """The periods of the year that a variable has values for."""
    if variable.definition_period == DateUnit.MONTH:
        return months_of(here.law_year)
    return (year_of(here.law_year),)


def _active_formulas(here: Situation, variable: Any) -> dict[str, Any]:
    """The formulas in force in the year by the date from which each holds."""
    found: dict[str, Any] = {}
    for period in _periods(here, variable):
        formula = variable.get_formula(period)
        if formula is not None:
            dates = [date for date, one in variable.formulas.items() if one is formula]
            found[dates[0] if dates else ""] = formula
    return found


def _definition(formula: Any) -> ast.FunctionDef | None:
    """The source of a formula."""
    owner, _, name = formula.__qualname__.partition(".")
    tree = _classes(importlib.import_module(formula.__module__)).get(owner)
    body = tree.body if tree is not None else []
    return next((n for n in body if isinstance(n, ast.FunctionDef) and n.name == name), None)


def _reads_of(here: Situation, name: str, formulas: Iterable[Any]) -> Reads:
    """What the formulas in force in the year read: a later formula's law is not shown."""
    variables: set[str] = set()
    parameters: set[str] = set()
    for formula in formulas:
        tree = _definition(formula)
        if tree is None:
            return here.regime.reach.direct.get(name, Reads())
        found = _reads(tree, importlib.import_module(formula.__module__), set())
        variables |= found.variables
        parameters |= found.parameters
    known = here.regime.system.variables
    return Reads(frozenset(variables & set(known)), frozenset(parameters))


def _in_order(formulas: Iterable[Any], names: Iterable[str]) -> list[str]:
    """Names in the order in which the formulas mention them; those read in helpers come last."""
    wanted = set(names)
    found: dict[str, None] = {}
    for formula in formulas:
        tree = _definition(formula)
        constants = [
            node
            for node in (ast.walk(tree) if tree is not None else ())
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        for node in sorted(constants, key=lambda node: (node.lineno, node.col_offset)):
            if node.value in wanted:
                found.setdefault(str(node.value))
    return [*found, *sorted(wanted - set(found))]


def _of_row(here: Situation, variable: Any, period: Any) -> dict[str, Plain]:
    """The values of the row explained by person, household or kommune."""
    raw = numpy.asarray(here.simulation.calculate(variable.name, period))
    case = here.case
    entity = variable.entity.key
    if entity == "person":
        row = raw.reshape(here.rows, -1)[here.at]
        members = {person.name: row[at] for at, person in enumerate(case.persons)}
    elif entity == "husstand":
        own, family = raw.reshape(here.rows, 2)[here.at]
        members = {"husstand": family} | ({"egen_husstand": own} if here.alone else {})
    else:
        members = {case.kommune.number: raw[0]}
    return {name: _plain(here, variable, value) for name, value in members.items()}


def _plain(here: Situation, variable: Any, value: Any) -> Plain:
    if variable.value_type is Enum:
        return str(list(variable.possible_values)[int(value)].name)
    if variable.value_type is bool:
        return bool(value)
    declared = type(variable).__rule__
    if declared.unit == "month index":
        months = int(value)
        if months and declared.shift == "relative":
            months -= 12 * (here.law_year - here.year)
        return f"{months // 12:04d}-{months % 12 + 1:02d}" if months else ""
    return float(value)


def _values(here: Situation, variable: Any) -> Iterator[Value]:
    """The values of the year, months with the same values together."""
    if variable.definition_period != DateUnit.MONTH:
        yield Value(None, _of_row(here, variable, year_of(here.law_year)))
        return
    periods = months_of(here.law_year)
    stands_for = here.simulation.stands_for(variable.name)
    start, current = 1, _of_row(here, variable, periods[0])
    for month in range(2, 13):
        if stands_for[month - 1] == stands_for[month - 2]:
            continue
        value = _of_row(here, variable, periods[month - 1])
        if value != current:
            yield Value((start, month - 1), current)
            start, current = month, value
    yield Value((start, 12), current)


def _year_total(variable: Any, values: Sequence[Value]) -> dict[str, float] | None:
    """The year's sum of an amount by month."""
    declared = type(variable).__rule__
    if variable.definition_period != DateUnit.MONTH or declared.unit != "kr":
        return None
    total: dict[str, float] = {}
    for value in values:
        first, last = value.months or (1, 12)
        for name, amount in value.of.items():
            total[name] = total.get(name, 0.0) + float(amount) * (last - first + 1)
    return total


# Parameters


def _parameters(here: Situation, variable: Any, reads: Reads) -> Iterator[ParameterRead]:
    """The parameters that a formula reads, with what they are in the year."""
    instants = [str(period.start) for period in _periods(here, variable)]
    for path in sorted(reads.parameters):
        node = _at_path(here.regime.system.parameters, path)
        base = _at_path(here.regime.law.system.parameters, path)
        for leaf in _leaves(node, _chosen(here, reads)):
            found = _parameter(here, leaf, _leaf_of(base, leaf.name), instants)
            if found.values or found.brackets:
                yield found


def _at_path(node: Any, path: str) -> Any:
    """The node of a path; a path below a parameter is that parameter."""
    for part in path.split("."):
        children = getattr(node, "children", None)
        if not isinstance(children, dict) or part not in children:
            break
        node = children[part]
    return node


def _leaf_of(node: Any, name: str) -> Any:
    return next((leaf for leaf in _leaves(node, set()) if leaf.name == name), None)


def _leaves(node: Any, chosen: set[str]) -> Iterator[Any]:
    """The parameters under a node; of a branch that is indexed by a choice, only the one chosen."""
    children = getattr(node, "children", None)
    if hasattr(node, "values_list") or hasattr(node, "brackets") or not isinstance(children, dict):
        yield node
        return
    picked = [name for name in children if name in chosen] or list(children)
    for name in picked:
        yield from _leaves(children[name], chosen)


def _chosen(here: Situation, reads: Reads) -> set[str]:
    """The values that the enumerations read have in the row."""
    known = here.simulation.tax_benefit_system.variables
    return {
        str(choice)
        for name in reads.variables
        if known[name].value_type is Enum
        for value in _values(here, known[name])
        for choice in value.of.values()
    }


def _parameter(here: Situation, leaf: Any, base: Any, instants: Sequence[str]) -> ParameterRead:
    metadata = getattr(leaf, "metadata", None) or {}
    confidence, reason, until = parameter_quality(leaf, here.law_year)
    brackets: tuple[Bracket, ...] = ()
    values: tuple[ParameterValue, ...] = ()
    if hasattr(leaf, "brackets"):
        brackets = tuple(_brackets(leaf, instants[0]))
    else:
        values = tuple(_in_force(leaf, base, instants, confidence))
    name = str(leaf.description or leaf.name)
    return ParameterRead(
        name=leaf.name,
        label=Label(nb=name, en=str(metadata.get("en", name))),
        unit=str(metadata.get("unit", "")),
        values=values,
        brackets=brackets,
        law=str(metadata.get("law", "")),
        references=tuple(_references(metadata.get("reference"))),
        confidence=confidence,
        reason=reason,
        known_until=until.isoformat() if until else None,
        stale=until is not None and until < datetime.date(here.law_year, 1, 1),
    )


def _references(stated: Any) -> Iterator[Reference]:
    for entry in stated if isinstance(stated, list) else [stated] if stated else []:
        if isinstance(entry, dict):
            yield Reference(str(entry.get("title", "")), str(entry.get("href", "")))
        else:
            yield Reference(str(entry), str(entry))


def _value_at(leaf: Any, instant: str) -> Any:
    """The dated value that holds at an instant, or None."""
    return next(
        (
            value
            for value in getattr(leaf, "values_list", ())
            if value.instant_str <= instant and value.value is not None
        ),
        None,
    )


def _in_force(
    leaf: Any, base: Any, instants: Sequence[str], confidence: str
) -> Iterator[ParameterValue]:
    last = ""
    for instant in instants:
        found = _value_at(leaf, instant)
        if found is None or found.instant_str == last:
            continue
        last = found.instant_str
        before = _value_at(base, instant)
        own = (getattr(found, "metadata", None) or {}).get("confidence", confidence)
        yield ParameterValue(
            value=float(found.value),
            holds_from=found.instant_str,
            confidence=str(own),
            changed_by_reform=before is None or before.value != found.value,
        )


def _brackets(scale: Any, instant: str) -> Iterator[Bracket]:
    for bracket in scale.brackets:
        children = bracket.children
        threshold = _value_at(children["threshold"], instant)
        kind = next(name for name in ("rate", "amount", "average_rate") if name in children)
        value = _value_at(children[kind], instant)
        if threshold is not None and value is not None:
            yield Bracket(
                float(threshold.value), threshold.instant_str, float(value.value), value.instant_str
            )


# Where inputs come from


def _origins(here: Situation, name: str) -> tuple[Origin, ...]:
    """Where a variable's values are given, for each person or entity; empty when it is computed."""
    variable = here.simulation.tax_benefit_system.variables[name]
    case = here.case
    is_input = type(variable).__rule__.kind == "input"
    entity = variable.entity.key
    if name in ("fodselsmaned", "fodselskohort"):
        return tuple(Origin(person.name, "case", here.file) for person in case.persons)
    if name == "kommunenummer":
        return (Origin(case.kommune.number, "case", here.file),)
    if entity == "person":
        found = [_of_person(here, name, at) for at in range(len(case.persons))]
        names = [person.name for person in case.persons]
    elif entity == "husstand":
        family = case.husstand.get(name)
        found = [_stated(here, "husstand", family) if family else None]
        names = ["husstand"]
        if here.alone:
            found.append(None)
            names.append("egen_husstand")
    else:
        found, names = [_of_kommune(here, name)], [case.kommune.number]
    if not is_input and not any(found):
        return ()
    return tuple(
        origin or Origin(of, "default", "") for origin, of in zip(found, names, strict=True)
    )


def _stated(here: Situation, of: str, given: Given, course: Label | None = None) -> Origin:
    return Origin(
        of,
        "course" if course else "case",
        f"{here.file}:{given.line}",
        label=course,
        uprated_from=here.case.start
        if given.uprated and here.law_year != here.case.start
        else None,
    )


def _of_person(here: Situation, name: str, at: int) -> Origin | None:
    """The measure goes before the state, the state before the course, the course before the
    person's own facts."""
    person = here.case.persons[at]
    if person.focus:
        if name in dict(here.key.measure) and here.plan.measure is not None:
            return Origin(person.name, "measure", "evidence/measures.yaml", here.plan.measure.label)
        for span in reversed(here.key.spans):
            state = here.model.states[span.state]
            said = {*state.inputs, *state.since} | (
                set(state.when_completed) if span.completed else set()
            )
            if name in said:
                return Origin(
                    person.name,
                    "state",
                    "evidence/life_course.yaml",
                    state.label,
                    assumed=state.confidence == "assumed",
                    uprated_from=here.model.price_year
                    if name == "lonn" and here.law_year != here.model.price_year
                    else None,
                )
        course = here.plan.course
        if name in course.inputs:
            return _stated(here, person.name, course.inputs[name], course.label)
    given = person.inputs.get(name)
    return _stated(here, person.name, given) if given else None


def _of_kommune(here: Situation, name: str) -> Origin | None:
    kommune = here.case.kommune
    given = here.case.kommune_inputs.get(name)
    if given is not None:
        return _stated(here, kommune.number, given)
    if name in kommune.cells:
        return Origin(
            kommune.number, "table", "evidence/kommuner.csv", assumed=name in kommune.assumed
        )
    return None


# The tree as a person reads it

_WORDS: dict[str, tuple[str, str]] = {
    "flow": ("pengestrøm", "flow"),
    "rule": ("regel", "rule"),
    "input": ("opplysning", "input"),
    "duty": ("plikt", "duty"),
    "actor": ("konto", "account"),
    "break_even": ("terskel", "break-even"),
    "also": ("Navnet kan også bety", "The name can also mean"),
    "course": ("Forløp", "Course"),
    "with_measure": ("med tiltak", "with the measure"),
    "law_year": ("med retten slik den er i", "with the law of"),
    "known": ("Forløpet er kjent: det har én rad.", "The course is known: it has one row."),
    "own_household": ("bor for seg selv", "in a household of her own"),
    "completed": ("fullført videregående", "completed upper secondary"),
    "expected_rows": ("Forventet, alle rader veid", "Expected, all rows weighed"),
    "pays": ("Betaler", "Payer"),
    "receives": ("Mottaker", "Payee"),
    "basis": ("Hjemmel", "Legal basis"),
    "budget": ("Budsjett", "Budget line"),
    "cashable": ("Kan tas ut", "Cashable"),
    "now": ("med en gang", "at once"),
    "lag": ("etter en tid", "after a time"),
    "not": ("nei", "no"),
    "note": ("Merknad", "Note"),
    "in_force": ("Gjelder bare", "In force only"),
    "never_in_force": ("Gjelder ikke i dette året", "Not in force in this year"),
    "share": ("Andel av beløpet", "Share of the amount"),
    "amount_of": ("Beløpet er regelen", "The amount is the rule"),
    "volume_of": ("Antallet er regelen", "The volume is the rule"),
    "prices": ("I kroner av", "In kroner of"),
    "deflator": ("justert med grunnbeløpet", "adjusted by the base amount G"),
    "unit_cost": ("Enhetskostnad", "Unit cost"),
    "times": ("Regnestykket", "The sum"),
    "measure_cost": (
        "Tiltakets egen kostnad, bare i forløp med tiltak og i året den faller",
        "The measure's own cost, only in courses with it and in the year that it falls",
    ),
    "holder": ("Hvem", "Who"),
    "decides": ("Avgjør behovet", "Decides the need"),
    "delivers": ("Skal gi", "Delivers"),
    "finance": ("Betales av", "Financed by"),
    "appeal": ("Klage til", "Appeal to"),
    "supervisor": ("Tilsyn", "Supervisor"),
    "deadline": ("Frist", "Deadline"),
    "triggered": ("Plikten er utløst", "The duty is triggered"),
    "not_triggered": ("Plikten er ikke utløst", "The duty is not triggered"),
    "because": ("fordi vilkåret er", "because the condition is"),
    "probability": ("Sannsynlighet for at den er utløst", "Probability that it is triggered"),
    "new": ("ny eller endret av reformen", "new or changed by the reform"),
    "changed": ("endret av reformen", "changed by the reform"),
    "net": ("Netto", "Net"),
    "members": ("Består av", "Made up of"),
    "no_flows": ("Ingen pengestrømmer i dette året.", "No flows in this year."),
    "before_settlement": (
        "Pluss er mottatt, minus er betalt. Før fond og andre oppgjør.",
        "Plus is received, minus is paid. Before funds and other settlements.",
    ),
    "cost": ("Koster", "Costs"),
    "gain": ("Gevinst når det lykkes", "Gain when it succeeds"),
    "division": ("Terskel = koster / gevinst", "Break-even = costs / gain"),
    "cashable_only": ("Bare det som kan tas ut", "Cashable only"),
    "joint_fund": ("Felles fond", "Joint fund"),
    "joint_fund+gain_share": ("Felles fond og gevinstdeling", "Joint fund and gain share"),
    "share_of_fund": ("andel av fondet", "share of the fund"),
    "none_gain": ("ingen: kontoen får ingen gevinst", "none: the account has no gain"),
    "none_loss": ("ingen: kontoen taper når det lykkes", "none: the account loses by success"),
    "zero_cost": ("0: kontoen betaler ikke noe", "0: the account bears no cost"),
    "discounted": (
        "Neddiskontert (R-109/2021): reelle ressurser og 0,2 av det offentlige behovet.",
        "Discounted (R-109/2021): real resources and 0.2 of the public need.",
    ),
    "parameter": ("Parameter", "Parameter"),
    "from": ("fra", "from"),
    "over": ("over", "above"),
    "stale": ("ført videre, kjent til", "carried on, known to"),
    "case": ("oppgitt i saken", "stated in the case"),
    "of_course": ("oppgitt for forløpet", "stated for the course"),
    "state": ("følger av livsløpet", "from the life course"),
    "measure": ("følger av tiltaket", "from the measure"),
    "table": ("kommunetabellen", "the kommune table"),
    "default": ("STANDARDVERDI, ikke oppgitt", "DEFAULT, not stated"),
    "uprated": ("fulgt grunnbeløpet fra", "followed G since"),
    "open_norm": ("Skjønn", "Open norm"),
    "practices": ("strengest / vanlig / romsligst", "least / usual / most generous"),
    "decided_by": ("avgjøres av", "decided by"),
    "repeated": ("forklart over", "explained above"),
    "cut": ("… mer under (--depth)", "… more below (--depth)"),
    "no_formula": ("ingen regel i kraft i dette året", "no rule in force in this year"),
    "formula_from": ("regelen gjelder fra", "the rule holds from"),
    "all": ("alle", "all"),
    "yes": ("ja", "yes"),
    "no": ("nei", "no"),
    "not_given": ("ikke oppgitt", "not stated"),
    "in_year": ("i året", "in the year"),
    "husstand": ("husstanden", "the household"),
    "egen_husstand": ("egen husstand", "own household"),
}

_MONTHS = {
    "nb": ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}

_UNITS = {
    "kr": ("kr", "kr"),
    "kr/year": ("kr i året", "kr a year"),
    "kr/month": ("kr i måneden", "kr a month"),
    "kr/day": ("kr per dag", "kr a day"),
    "kr/case": ("kr per sak", "kr a case"),
    "years": ("år", "years"),
    "months": ("måneder", "months"),
    "days": ("dager", "days"),
    "days/year": ("dager i året", "days a year"),
    "hours/week": ("timer i uka", "hours a week"),
    "working days": ("arbeidsdager", "working days"),
    "month": ("(måned)", "(month)"),
    "grade": ("(trinn)", "(grade)"),
    "points": ("poeng", "points"),
    "kr/hour": ("kr per time", "kr an hour"),
}
_SPACE = "\u00a0"


def render_explanation(found: Explanation, lang: str, console: Console) -> None:
    """Print an explanation as a tree, in "nb" or "en"."""
    console.print(Text(found.title.text(lang), style="bold"))
    console.print(Text(_context(found, lang), style="dim"))
    if found.row is not None:
        console.print(Text(_row_text(found.row, found.year, lang), style="dim"))
    if found.also:
        console.print(Text(f"{_say('also', lang)}: {', '.join(found.also)}", style="dim"))
    console.print()
    console.print(_tree(found, lang))


def _say(name: str, lang: str) -> str:
    """A word of the explanation, else of the answer."""
    pair = _WORDS.get(name)
    return pair[lang != "nb"] if pair is not None else word(name, lang)


def _context(found: Explanation, lang: str) -> str:
    course = found.course_label.text(lang)
    measure = f" ({_say('with_measure', lang)})" if found.with_measure else ""
    year = str(found.year)
    if found.law_year != found.year:
        year += f" {_say('law_year', lang)} {found.law_year}"
    label = found.regime.text(lang)
    return f"{label[:1].upper()}{label[1:]} · {_say('course', lang)}: {course}{measure} · {year}"


def _row_text(row: RowShown, year: int, lang: str) -> str:
    if row.rows == 1:
        text = _say("known", lang)
    else:
        chance = share(row.probability, lang)
        text = (
            f"Forklart for den mest sannsynlige av {row.rows} rader i {year}: {chance}."
            if lang == "nb"
            else f"Explained for the most probable of {row.rows} rows of {year}: {chance}."
        )
    states = [
        f"{_MONTHS[lang][state.month - 1]}: {state.label.text(lang)}"
        + (f" ({_say('completed', lang)})" if state.completed else "")
        for state in row.states
    ]
    if row.own_household:
        states.append(_say("own_household", lang))
    return f"{text} {', '.join(states)}" if states else text


def _tree(found: Explanation, lang: str) -> Tree:
    if found.flow is not None:
        return _flow_tree(found.flow, found, lang)
    if found.duty is not None:
        return _duty_tree(found.duty, lang)
    if found.account is not None:
        return _account_tree(found.account, found, lang)
    if found.break_even is not None:
        return _break_even_tree(found.break_even, found, lang)
    assert found.rule is not None
    tree = _node_tree(found.rule, lang)
    if found.expected is not None and found.row is not None and found.row.rows > 1:
        tree.add(Text(f"{_say('expected_rows', lang)}: {_kr(found.expected, lang)}"))
    return tree


def _branch(label: str, name: str, value: str, *notes: str, style: str = "bold") -> Text:
    """A line of the tree: label, id, value; notes on lines of their own."""
    text = Text(label, style=style)
    text.append(f" [{name}]", style="dim not bold")
    text.append(f": {value}" if value else "")
    for note in notes:
        if note:
            text.append(f"\n{note}", style="dim not bold")
    return text


def _kr(value: float, lang: str) -> str:
    return f"{kroner(value, lang)}{_SPACE}kr"


def _line(tree: Tree, name: str, value: str | None, lang: str) -> None:
    if value:
        tree.add(Text(f"{_say(name, lang)}: {value}"))


def _actor(name: str, label: Label, lang: str) -> str:
    return f"{label.text(lang)} [{name}]"


def _basis(basis: LegalBasis) -> str:
    return f"{basis} · {basis.href}"


def _months_text(months: Sequence[int], lang: str) -> str:
    if not months:
        return _say("never_in_force", lang)
    names = _MONTHS[lang]
    return (
        names[months[0] - 1]
        if len(months) == 1
        else f"{names[months[0] - 1]}–{names[months[-1] - 1]}"
    )


def _flow_tree(flow: FlowExplained, found: Explanation, lang: str) -> Tree:
    changed = f" ({_say('changed', lang)})" if flow.changed_by_reform else ""
    tree = Tree(
        _branch(
            flow.label.text(lang),
            flow.flow,
            f"{_kr(flow.nominal, lang)} {_say('in_year', lang)} {found.year}{changed}",
        )
    )
    _line(tree, "pays", _actor(flow.payer, flow.payer_label, lang), lang)
    _line(tree, "receives", _actor(flow.payee, flow.payee_label, lang), lang)
    _line(tree, "basis", _basis(flow.legal_basis), lang)
    _line(tree, "budget", flow.budget, lang)
    _line(tree, "cashable", _say(flow.cashable, lang) if flow.cashable else None, lang)
    _line(tree, "note", flow.note.text(lang) if flow.note else None, lang)
    if len(flow.months) < 12:
        _line(tree, "in_force", _months_text(flow.months, lang), lang)
    if flow.share != 1:
        _line(tree, "share", _number(flow.share, "share", lang), lang)
    if found.row is not None and found.row.rows > 1:
        _line(tree, "expected_rows", _kr(flow.expected_nominal, lang), lang)
    if found.law_year != found.price_year:
        real = _kr(flow.expected_real, lang)
        name = f"{_say('prices', lang)} {found.price_year}, {_say('deflator', lang)}"
        tree.add(Text(f"{name}: {real}"))
    if flow.unit_cost is not None and flow.units is not None:
        _unit_cost_lines(tree, flow.unit_cost, flow, lang)
    if flow.rule is None:
        tree.add(Text(_say("measure_cost", lang), style="dim"))
    else:
        part = "volume_of" if flow.unit_cost else "amount_of"
        below = tree.add(Text(_say(part, lang), style="dim"))
        below.children.append(_node_tree(flow.rule, lang))
    return tree


def _unit_cost_lines(tree: Tree, cost: UnitCostExplained, flow: FlowExplained, lang: str) -> None:
    confidence = _say(cost.confidence, lang)
    tree.add(
        _branch(
            f"{_say('unit_cost', lang)}: {cost.label.text(lang)}",
            cost.name,
            f"{_number(cost.value, cost.unit, lang)} ({cost.price_year}, {confidence})",
            f"{cost.source.title} · {cost.source.href}" if cost.source.href else cost.source.title,
            cost.reason,
            style="none",
        )
    )
    sums = [_kr(cost.value, lang)]
    if cost.deflator_law_year != cost.deflator_price_year:
        sums.append(
            f"{kroner(cost.deflator_law_year, lang)} / {kroner(cost.deflator_price_year, lang)}"
            f" ({_say('deflator', lang)})"
        )
    if cost.per_month_of_year:
        sums.append("1/12")
    units = _number(flow.units or 0.0, "", lang)
    parts = " × ".join(
        [units, *sums] + ([_number(flow.share, "", lang)] if flow.share != 1 else [])
    )
    _line(tree, "times", f"{parts} = {_kr(flow.nominal, lang)}", lang)


def _duty_tree(duty: DutyExplained, lang: str) -> Tree:
    state = _say("triggered" if duty.triggered else "not_triggered", lang)
    if duty.triggered and len(duty.triggered_months) < 12:
        names = ", ".join(_MONTHS[lang][month - 1] for month in duty.triggered_months)
        state += f" ({names})"
    new = f" ({_say('new', lang)})" if duty.new_by_reform else ""
    tree = Tree(_branch(duty.label.text(lang), duty.duty, f"{state}{new}"))
    _line(tree, "holder", _actor(duty.holder, duty.holder_label, lang), lang)
    tree.add(Text(f"{_say(duty.kind, lang)}, {_say(duty.owes, lang)}, {duty.formulation}"))
    _line(tree, "delivers", duty.delivers.text(lang), lang)
    _line(tree, "decides", _actor(duty.decides, duty.decides_label, lang), lang)
    _line(tree, "basis", _basis(duty.legal_basis), lang)
    _line(tree, "deadline", duty.deadline.text(lang) if duty.deadline else None, lang)
    _line(tree, "appeal", duty.appeal, lang)
    _line(tree, "supervisor", duty.supervisor, lang)
    _line(tree, "finance", duty.finance.text(lang), lang)
    _line(tree, "note", duty.note.text(lang) if duty.note else None, lang)
    if len(duty.in_force) < 12:
        _line(tree, "in_force", _months_text(duty.in_force, lang), lang)
    _line(tree, "probability", share(duty.probability, lang), lang)
    below = tree.add(Text(f"{state}, {_say('because', lang)}", style="dim"))
    below.children.append(_node_tree(duty.trigger, lang))
    return tree


def _account_tree(account: AccountExplained, found: Explanation, lang: str) -> Tree:
    tree = Tree(
        _branch(
            account.label.text(lang),
            account.actor,
            f"{_say('net', lang)} {_kr(account.nominal, lang)} {_say('in_year', lang)} {found.year}",
            _say("before_settlement", lang),
        )
    )
    if len(account.members) > 1:
        _line(tree, "members", ", ".join(account.members), lang)
    if found.law_year != found.price_year:
        name = f"{_say('prices', lang)} {found.price_year}, {_say('deflator', lang)}"
        tree.add(Text(f"{name}: {_kr(account.real, lang)}"))
    if not account.lines:
        tree.add(Text(_say("no_flows", lang)))
    for line in account.lines:
        tree.add(
            _branch(
                f"{_kr(line.nominal, lang)}  {line.label.text(lang)}",
                line.flow,
                "",
                f"{line.payer} → {line.payee} · {line.legal_basis}"
                + (f" · {line.budget}" if line.budget else ""),
                style="none",
            )
        )
    return tree


def _break_even_tree(found: BreakEvenExplained, head: Explanation, lang: str) -> Tree:
    last = found.break_even_after if found.settlements else found.break_even
    tree = Tree(
        _branch(
            f"{_say('break_even', lang).capitalize()}: {found.label.text(lang)}",
            found.holder,
            share(last, lang),
            (
                f"«{found.success.nb}» i stedet for «{found.baseline.nb}», {found.measure.nb}; "
                f"summert over {found.horizon} år, {head.price_year}-kroner"
                if lang == "nb"
                else f"'{found.success.en}' instead of '{found.baseline.en}', {found.measure.en}; "
                f"summed over {found.horizon} years, kroner of {head.price_year}"
            ),
            _say("discounted", lang) if found.discounted else "",
        )
    )
    for name, total in (("cost", found.cost), ("gain", found.gain)):
        part = tree.add(Text(f"{_say(name, lang)}: {_kr(total, lang)}", style="bold"))
        lines = [line for line in found.lines if abs(getattr(line, name)) >= 0.5]
        for line in sorted(lines, key=lambda line: -abs(getattr(line, name))):
            part.add(
                _branch(
                    f"{_kr(getattr(line, name), lang)}  {line.label.text(lang)}",
                    line.flow,
                    "",
                    f"{line.payer} → {line.payee} · {line.section}",
                    style="none",
                )
            )
    tree.add(Text(_division(found.cost, found.gain, found.break_even, lang), style="bold"))
    for step in found.settlements:
        paid = (
            f", {_say('share_of_fund', lang)} {share(step.share, lang)}"
            if step.share is not None
            else ""
        )
        text = f"{_say(step.kind, lang)} ({step.reform}){paid}\n"
        text += _division(step.cost, step.gain, break_even(step.cost, step.gain), lang)
        tree.add(Text(text))
    _line(tree, "cashable_only", share(found.break_even_cashable, lang), lang)
    return tree


def _division(cost: float, gain: float, result: float | None, lang: str) -> str:
    sum_of = f"{_say('division', lang)} = {kroner(cost, lang)} / {kroner(gain, lang)}"
    if result is None:
        return f"{sum_of}: {_say('none_loss' if gain < 0 else 'none_gain', lang)}"
    if result == 0:
        return f"{sum_of}: {_say('zero_cost', lang)}"
    return f"{sum_of} = {share(result, lang)}"


def _node_tree(node: Node, lang: str) -> Tree:
    tree = Tree(_node_text(node, lang))
    for parameter in node.parameters:
        tree.add(_parameter_text(parameter, node.href, lang))
    for child in node.children:
        tree.children.append(_node_tree(child, lang))
    return tree


def _node_text(node: Node, lang: str) -> Text:
    marks = []
    if node.repeated:
        marks.append(_say("repeated", lang))
    if node.cut:
        marks.append(_say("cut", lang))
    if node.changed_by_reform:
        marks.append(_say("changed", lang))
    value = _node_value(node, lang) + "".join(f" ({mark})" for mark in marks)
    if node.repeated:
        return _branch(node.label.text(lang), node.name, value, style="none")
    law = f"{node.section} · {node.href}" if node.section and node.href else node.section
    since = [date for date in node.formulas if not date.startswith("0001")]
    notes = [law, node.says if node.kind == "rule" else ""]
    if since:
        notes.append(f"{_say('formula_from', lang)} {', '.join(since)}")
    if node.kind == "rule" and not node.formulas and not node.origins:
        notes.append(_say("no_formula", lang))
    if node.confidence != "official":
        reason = f": {node.reason}" if node.reason else ""
        notes.append(f"{_say(node.confidence, lang)}{reason}")
    if node.open_norm is not None:
        norm = node.open_norm
        bounds = " / ".join(_number(v, "", lang) for v in (norm.least, norm.usual, norm.most))
        notes.append(
            f"{_say('open_norm', lang)}: {norm.label.text(lang)}; {_say('practices', lang)} "
            f"{bounds}, {_say('decided_by', lang)} {norm.decides}"
        )
    text = _branch(
        node.label.text(lang),
        node.name,
        value,
        *notes,
        style="none" if node.origins else "bold",
    )
    if node.origins:
        default = all(origin.kind == "default" for origin in node.origins)
        text.append(
            f"\n← {_origins_text(node.origins, lang)}",
            style="yellow not bold" if default else "green not bold",
        )
    return text


def _origins_text(origins: Sequence[Origin], lang: str) -> str:
    by_text: dict[str, list[str]] = {}
    for origin in origins:
        by_text.setdefault(_origin_text(origin, lang), []).append(_who(origin.of, lang))
    if len(by_text) == 1:
        return next(iter(by_text))
    return "; ".join(f"{', '.join(names)}: {text}" for text, names in by_text.items())


def _origin_text(origin: Origin, lang: str) -> str:
    text = _say("of_course" if origin.kind == "course" else origin.kind, lang)
    if origin.label is not None:
        text += f" «{origin.label.nb}»" if lang == "nb" else f" '{origin.label.en}'"
    if origin.assumed:
        text += f", {_say('assumed', lang)}"
    if origin.where:
        text += f" ({origin.where})"
    if origin.uprated_from is not None:
        text += f", {_say('uprated', lang)} {origin.uprated_from}"
    return text


def _who(name: str, lang: str) -> str:
    return _say(name, lang) if name in ("husstand", "egen_husstand") else name


def _node_value(node: Node, lang: str) -> str:
    parts = []
    for value in node.values:
        text = _members_text(value.of, node.unit, lang)
        if value.months is not None and len(node.values) > 1:
            first, last = value.months
            names = _MONTHS[lang][first - 1]
            names += "" if first == last else f"–{_MONTHS[lang][last - 1]}"
            text = f"{names} {text}"
        parts.append(text)
    text = " · ".join(parts)
    if node.year_total is None:
        return text
    total = _members_text(dict(node.year_total), "kr", lang)
    return f"{total} {_say('in_year', lang)} ({text})" if any(node.year_total.values()) else text


def _members_text(of: Mapping[str, Plain], unit: str, lang: str) -> str:
    texts = {name: _plain_text(value, unit, lang) for name, value in of.items()}
    if len(set(texts.values())) == 1:
        only = next(iter(texts.values()))
        return f"{only} ({_say('all', lang)})" if len(texts) > 1 else only
    return ", ".join(f"{_who(name, lang)} {text}" for name, text in texts.items())


def _plain_text(value: Plain, unit: str, lang: str) -> str:
    if isinstance(value, bool):
        return _say("yes" if value else "no", lang)
    if isinstance(value, str):
        return value or _say("not_given", lang)
    return _number(value, unit, lang)


def _number(value: float, unit: str, lang: str) -> str:
    """A number with its unit: kroner whole, a share in per cent, else as many decimals as it has."""
    if unit.startswith("kr"):
        amount = _kr(value, lang).removesuffix(f"{_SPACE}kr")
        return f"{amount}{_SPACE}{_UNITS.get(unit, (unit, unit))[lang != 'nb']}"
    if unit.startswith("share"):
        return f"{_decimals(100 * value, lang)}{_SPACE if lang == 'nb' else ''}%"
    named = _UNITS.get(unit, (unit, unit))[lang != "nb"]
    plain = unit in ("", "count", "number", "enum", "bool", "month index")
    return _decimals(value, lang) + ("" if plain else f"{_SPACE}{named}")


def _decimals(value: float, lang: str) -> str:
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if lang == "nb" else text


def _parameter_text(found: ParameterRead, shown_href: str, lang: str) -> Text:
    values = [
        f"{_number(value.value, found.unit, lang)} {_say('from', lang)} {value.holds_from}"
        + (f" ({_say('changed', lang)})" if value.changed_by_reform else "")
        for value in found.values
    ]
    notes = [_say(found.confidence, lang) + (f": {found.reason}" if found.reason else "")]
    if found.stale:
        notes.append(f"{_say('stale', lang)} {found.known_until}")
    hrefs = [one.href for one in found.references if one.href and one.href != shown_href]
    law = found.law + (f" · {hrefs[0]}" if hrefs else "")
    text = Text(f"{_say('parameter', lang)}: {found.label.text(lang)}")
    text.append(f" [{found.name}]", style="dim")
    text.append(f": {' · '.join(values)}" if values else ":")
    value_unit, _, threshold_unit = found.unit.partition(" over ")
    for bracket in found.brackets:
        text.append(
            f"\n  {_number(bracket.value, value_unit, lang)} {_say('over', lang)} "
            f"{_number(bracket.threshold, threshold_unit, lang)} "
            f"({_say('from', lang)} {max(bracket.holds_from, bracket.threshold_from)})"
        )
    text.append(f"\n{' · '.join(notes)} · {law}" if law else f"\n{' · '.join(notes)}", style="dim")
    return text
