"""Explanation: a figure walked back to inputs, parameters with their date, and §.

A flow, rule or duty is explained in one row of one year: the only row of a course that is known,
the most probable one of a course that follows the life-course model.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy
from numpy.typing import NDArray
from openfisca_core.periods import DateUnit

from effektlov import __version__
from effektlov.accounts import Accounts, FlowLine, evaluate, plan_of
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
from effektlov.explain_tree import Situation, Walk, situation_of
from effektlov.explanation import (
    KINDS,
    AccountExplained,
    AccountLine,
    BreakEvenExplained,
    DutyExplained,
    Explanation,
    FlowExplained,
    Reference,
    RowShown,
    SettlementStep,
    StakeLine,
    StateShown,
    UnitCostExplained,
)
from effektlov.law import Actor, Budget, Duty, Flow, Label, UnitCost
from effektlov.ledger import active_months, flow_in_year, unit_price, year_sum
from effektlov.measures import measures
from effektlov.plans import Plan
from effektlov.reform import Reform
from effektlov.regime import LawYears, Regime, law_years
from effektlov.rows import deflator
from effektlov.session import open_case, regimes_of
from effektlov.settlement import contributions, settle

__all__ = ["explain"]


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
        return head.with_part(break_even=_break_even(case, regimes, plan, wanted, active))
    if kind == "actor":
        return head.with_part(account=_account(case, regime, plan, years, wanted, shown))
    file = find_case(name).name
    here = situation_of(case, regime, plan, years, shown - lag, file=file)
    if kind == "flow":
        return head.with_part(row=_row(here), flow=_flow(here, wanted, depth))
    if kind == "duty":
        return head.with_part(row=_row(here), duty=_duty(here, wanted, depth))
    return head.with_part(
        row=_row(here), rule=Walk(here, depth).node(wanted), expected=_expected(here, wanted)
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
        named = _texts(msgspec.to_builtins(part))
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
            rejoins=self.plan.rejoins.label if self.plan.rejoins else None,
            actors={
                name: actor.label
                for name, actor in self.regime.records.actors.items()
                if name in named
            },
            year=self.year,
            law_year=self.law_year,
            price_year=self.case.start,
            deflator="grunnbeløpet, folketrygdloven § 1-4",
            **part,
        )


def _texts(data: Any) -> set[str]:
    """Every text in plain data: the ids of actors among them."""
    if isinstance(data, str):
        return {data}
    parts = (
        data.values() if isinstance(data, dict) else data if isinstance(data, list | tuple) else ()
    )
    return set().union(*(_texts(part) for part in parts))


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
    near = nearest(target.removeprefix(prefix), sorted(allowed))
    return UnknownNameError(
        f"'{target}' is no flow, rule, input, duty or actor with an account, nor break_even:HOLDER",
        field="TARGET",
        suggestion=f"{prefix}{near}" if near else None,
    )


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
        rule=Walk(here, depth).node(flow.amount or flow.volume or ""),
    )


def _flow_explained(
    here: Situation, name: str, flow: Flow, amounts: NDArray[Any], **more: Any
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
        trigger=Walk(here, depth).node(duty.trigger),
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
    case: Case, regimes: Sequence[Regime], plan: Plan, holder: str, reforms: Sequence[Reform]
) -> BreakEvenExplained:
    """The break-even of a success in the last course, or in the low link when `plan` is that."""
    measure = _measure(case)
    if measure is None or len(case.courses) < 2:
        raise UnknownNameError(
            f"the case '{case.name}' has no measure: nobody pays to go from one course to another",
            field="TARGET",
        )
    regime = regimes[-1]
    actors = regime.records.actors
    accounts = run(case, regimes).accounts[regime.name]
    baseline, with_measure, success = (accounts[name] for name in plan_names(case))
    expected = stakes(baseline, with_measure, success, actors)
    if plan.rejoins is not None:
        success = accounts[plan.name]
    before = stakes(baseline, with_measure, success, actors)
    cashable = stakes(baseline, with_measure, success, actors, only_cashable=True)
    steps = []
    after = before
    for reform in reforms:
        if _fund_pays(reform, case):
            paid = contributions(expected, reform.block("joint_fund"))
            after, cashable = settle(after, reform, paid), settle(cashable, reform, paid)
            steps.append(_settled(after, holder, reform, paid, case.horizon))
    stake = _stake(before, holder)
    cost, gain = stake.to(case.horizon)
    return BreakEvenExplained(
        holder=holder,
        label=_name_of(actors, holder),
        horizon=case.horizon,
        baseline=case.courses[0].label,
        success=case.courses[-1].label,
        measure=measure.label,
        lines=_stake_lines((baseline, with_measure, success), actors, holder, case.horizon),
        discounted=holder == "society",
        cost=cost,
        gain=gain,
        break_even=break_even(cost, gain),
        settlements=tuple(steps),
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


def _settled(
    after: Stakes, holder: str, reform: Reform, paid: Mapping[str, float], horizon: int
) -> SettlementStep:
    """What a reform's settlement makes of the stake; only a budget-holder has a share of a fund."""
    kinds = [kind for kind in ("joint_fund", "gain_share") if reform.block(kind) is not None]
    share = paid.get(holder, 0.0) if holder in after.holders else None
    return SettlementStep("+".join(kinds), reform.name, share, *_stake(after, holder).to(horizon))
