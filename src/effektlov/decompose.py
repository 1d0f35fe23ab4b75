"""What a reform changes, split into amount, incidence and behaviour.

Amount: parameters and formulas. Incidence: who pays whom, settlements included. Behaviour: the
measure that a new duty brings. Each holder's difference is the mean over the orders of the three.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy
from numpy.typing import NDArray

from effektlov.accounts import Accounts, evaluate, plan_of
from effektlov.answer import Part
from effektlov.case import Case
from effektlov.compare import members_of, shapley, stakes
from effektlov.law import Actor
from effektlov.life_course import LifeCourse, life_course
from effektlov.measures import measures
from effektlov.reform import JointFund, Reform
from effektlov.regime import LawYears, Regime
from effektlov.settlement import contributions

__all__ = ["changed", "model_of", "plan_names"]

Array = NDArray[Any]


def model_of(case: Case) -> LifeCourse:
    """The life-course model, or an empty one when no course of the case has states."""
    if any(course.states for course in case.courses):
        return life_course()
    return LifeCourse(price_year=case.start, moves_out_age=99, states={}, transitions=())


def plan_names(case: Case) -> tuple[str, str, str]:
    """The plans A, A+ and S+: without a measure A+ is A, and S+ is S."""
    first, last = case.courses[0].name, case.courses[-1].name
    plus = "+" if case.measure else ""
    return first, f"{first}{plus}", f"{last}{plus}"


def changed(
    case: Case,
    regimes: Sequence[Regime],
    years: LawYears,
    accounts: Mapping[str, Mapping[str, Accounts]],
    reforms: Sequence[Reform],
) -> tuple[Part, ...]:
    """Amount, incidence and behaviour of each holder's difference over the horizon.

    Args:
        case: the household.
        regimes: the law first, the law with reforms last.
        years: the law-years that they share.
        accounts: regime name -> plan name -> accounts, of both.
        reforms: the reforms in the last regime.
    """
    base, reformed = regimes[0], regimes[-1]
    actors = base.records.actors
    corners: dict[tuple[bool, bool], Mapping[str, Accounts]] = {
        (False, False): accounts[base.name],
        (True, True): accounts[reformed.name],
    }
    plans = plan_of(case.courses, measures()[case.measure] if case.measure else None)
    same_rules = reformed.system is base.system
    same_flows = reformed.flows is base.flows or reformed.flows == base.flows
    for setting, regime in (
        ((True, False), reformed.with_incidence_of(base)),
        ((False, True), base.with_incidence_of(reformed)),
    ):
        if same_flows:
            corners[setting] = corners[(setting[0], setting[0])]
        elif same_rules:
            corners[setting] = corners[(setting[1], setting[1])]
        else:
            corners[setting] = evaluate(regime, case, plans, model_of(case), years, budget_years=0)
    baseline, with_measure, success = plan_names(case)
    duties = [reform.block("effect_duty") for reform in reforms]
    acts = any(duty is not None and case.measure in duty.measures for duty in duties)
    funds = [reform.block("joint_fund") for reform in reforms]
    paying = [fund for fund in funds if fund is not None and case.measure in fund.pays]
    public = [name for name, actor in actors.items() if actor.public]
    holders = sorted({str(actors[name].holder) for name in public})
    values: dict[tuple[bool, ...], Array] = {}
    for amount in (False, True):
        for incidence in (False, True):
            for behaviour in (False, True):
                corner = corners[amount, incidence]
                plan = with_measure if behaviour and acts else baseline
                totals = [
                    float(corner[plan].sum_of(members_of(actors, holder)).sum())
                    for holder in holders
                ]
                totals.append(float(corner[plan].sum_of(["husstand"]).sum()))
                moved = numpy.array(totals)
                if incidence and behaviour and acts:
                    moved = moved + _fund_moves(
                        corner, (baseline, with_measure, success), paying, actors, holders
                    )
                values[amount, incidence, behaviour] = moved
    parts = shapley(values, ("amount", "incidence", "behaviour"))
    difference = values[True, True, True] - values[False, False, False]
    return tuple(
        Part(
            holder=name,
            amount=float(parts["amount"][at]),
            incidence=float(parts["incidence"][at]),
            behaviour=float(parts["behaviour"][at]),
            difference=float(difference[at]),
        )
        for at, name in enumerate([*holders, "husstand"])
        if abs(difference[at]) >= 0.5 or any(abs(float(parts[part][at])) >= 0.5 for part in parts)
    )


def _fund_moves(
    accounts: Mapping[str, Accounts],
    names: tuple[str, str, str],
    funds: Sequence[JointFund],
    actors: Mapping[str, Actor],
    holders: Sequence[str],
) -> Array:
    """What the joint fund moves between holders when the measure is given: sums to zero."""
    moved = numpy.zeros(len(holders) + 1)
    baseline, with_measure, success = (accounts[name] for name in names)
    before = stakes(baseline, with_measure, success, actors)
    for fund in funds:
        shares = contributions(before, fund)
        if not shares:
            continue
        total = float(before.public.cost.sum())
        for at, holder in enumerate(holders):
            moved[at] += float(before.holders[holder].cost.sum()) - total * shares.get(holder, 0.0)
    return moved
