"""From a case to its answer: run the law, then read the accounts section by section."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray

from effektlov import __version__
from effektlov.accounts import Accounts, evaluate_all, plan_of
from effektlov.answer import (
    Account,
    Answer,
    BudgetLine,
    Compensation,
    CourseBudget,
    GrantLine,
    HolderYears,
    Indicator,
    Known,
    RegimeAnswer,
    Triggered,
)
from effektlov.case import Case, Course
from effektlov.compare import (
    Stake,
    Stakes,
    break_even,
    discount_factors,
    members_of,
    stakes,
    wrong_pocket,
)
from effektlov.decompose import changed, model_of, plan_names
from effektlov.kommune_frame import key_share
from effektlov.law import Actor, Label
from effektlov.measures import Effect, effects_of, measures
from effektlov.reform import FrameTransfer, Reform
from effektlov.regime import LawYears, Regime, law_years
from effektlov.rests_on import rests_on
from effektlov.settlement import contributions, settle

__all__ = ["BUDGET_YEARS", "HORIZONS", "TOLERANCE", "Run", "answer", "run"]

Array = NDArray[Any]

HORIZONS = (1, 4, 10, 30)
BUDGET_YEARS = 4
TOLERANCE = 0.005
"""Break-evens closer than half a percentage point count as equal."""


@dataclass(frozen=True)
class Run:
    """The accounts behind an answer: regime name -> plan name -> accounts."""

    case: Case
    regimes: tuple[Regime, ...]
    years: LawYears
    accounts: dict[str, dict[str, Accounts]]


def run(case: Case, regimes: Sequence[Regime], *, fold: bool = True) -> Run:
    """Evaluate a case under regimes that are compared."""
    years = law_years(regimes, case.start, fold=fold)
    plans = plan_of(case.courses, measures()[case.measure] if case.measure else None)
    model = model_of(case)
    watch = _watched(regimes[0])
    found = evaluate_all(regimes, case, plans, model, years, watch=watch)
    return Run(case, tuple(regimes), years, found)


def _watched(regime: Regime) -> tuple[str, ...]:
    names = {
        rule
        for line in regime.records.block_grant.values()
        for rule in (line.this_kommune_alone, line.all_alike, line.after_next_budget)
        if rule
    }
    return tuple(sorted(names))


def answer(case: Case, regimes: Sequence[Regime], reforms: Sequence[Reform]) -> Answer:
    """The answer of a case under the law in force and, when given, under reforms.

    Args:
        case: the household.
        regimes: the law in force (or the law before a reform) first, then the law with reforms.
        reforms: the reforms in the second regime, for their settlements and duties.
    """
    done = run(case, regimes)
    actors = regimes[0].records.actors
    known = _known(case)
    found = []
    for position, regime in enumerate(regimes):
        active = [reform for reform in reforms if reform.name in regime.reforms]
        found.append(_regimewise(done, regime, active, actors, known, regimes[0], position))
    return Answer(
        effektlov=__version__,
        case=case.name,
        title=case.title,
        about=case.about,
        kommune=case.kommune.number,
        kommune_name=case.kommune.name,
        law_date=case.start,
        law_years={
            str(year): done.years.of(year) for year in range(case.start, case.start + case.horizon)
        },
        horizon=case.horizon,
        price_year=case.start,
        deflator="grunnbeløpet, folketrygdloven § 1-4",
        own_goal=case.focus.own_goal,
        courses={course.name: course.label for course in case.courses},
        measure=case.measure,
        measure_label=measures()[case.measure].label if case.measure else None,
        known_effects=known,
        actors={name: actor.label for name, actor in actors.items()},
        regimes=tuple(found),
        person=_indicators(done),
        changed=changed(case, regimes, done.years, done.accounts, reforms)
        if len(regimes) > 1
        else (),
        rests_on=rests_on(done.accounts, case, regimes, done.years),
    )


def _state_at_start(course: Course) -> str | None:
    return course.states[0].state if course.states else None


def _known(case: Case) -> tuple[Known, ...]:
    if case.measure is None:
        return ()
    age = case.start - case.focus.born // 12
    state = _state_at_start(case.courses[0]) if case.courses else None
    stated = [name for name, given in case.focus.inputs.items() if given.values[0][1]]
    found: dict[str, Effect] = effects_of(case.measure, age=age, state=state, stated=stated)
    return tuple(
        Known(
            effect=name,
            label=effect.label,
            finding=effect.finding,
            grade=effect.grade,
            size=effect.size if effect.acts else None,
            interval=effect.interval if effect.acts else None,
            acts=effect.acts,
            source=effect.source.href or effect.source.title,
        )
        for name, effect in found.items()
    )


def _stakes(
    done: Run,
    regime: str,
    actors: Mapping[str, Actor],
    *,
    only_cashable: bool = False,
    low: bool = False,
) -> Stakes:
    accounts = done.accounts[regime]
    baseline, with_measure, success = plan_names(done.case)
    if low:
        success = f"{done.case.courses[-1].name}~"
    return stakes(
        accounts[baseline],
        accounts[with_measure],
        accounts[success],
        actors,
        only_cashable=only_cashable,
    )


def _regimewise(
    done: Run,
    regime: Regime,
    reforms: Sequence[Reform],
    actors: Mapping[str, Actor],
    known: Sequence[Known],
    base: Regime,
    position: int,
) -> RegimeAnswer:
    case = done.case
    before = _stakes(done, regime.name, actors)
    cashable = _stakes(done, regime.name, actors, only_cashable=True)
    after, after_cashable = before, cashable
    has_low = f"{case.courses[-1].name}~" in done.accounts[regime.name]
    after_low = _stakes(done, regime.name, actors, low=True) if has_low else None
    paid: dict[str, float] = {}
    for reform in reforms:
        fund = reform.block("joint_fund")
        pools = fund is not None and case.measure in fund.pays
        if pools or (fund is None and reform.block("gain_share") is not None):
            paid = contributions(before, fund) if fund is not None else {}
            after = settle(after, reform, paid)
            after_cashable = settle(after_cashable, reform, paid)
            after_low = settle(after_low, reform, paid) if after_low else None
    horizon = case.horizon
    compared = len(case.courses) > 1
    gap = after.gap(horizon) if compared and case.measure else None
    public, worth = after.public.break_even(horizon), after.society.break_even(horizon)
    frame = next(
        (
            reform.block("frame_transfer")
            for reform in reforms
            if isinstance(reform.block("frame_transfer"), FrameTransfer)
        ),
        None,
    )
    return RegimeAnswer(
        regime=regime.name,
        label=regime.label,
        reforms=regime.reforms,
        duties=_duties(done, regime, base),
        budget=_budget(done, regime, actors),
        accounts=(_long_run(after, after_cashable, after_low, horizon, known) if compared else ()),
        low_link=has_low,
        wrong_pocket=tuple(
            wrong_pocket(after.holders.values(), years) for years in (*HORIZONS, horizon)
        )
        if compared
        else (),
        gap=gap,
        aligned=None if not (compared and case.measure) else gap is not None and gap <= TOLERANCE,
        gap_to_society=worth - public if public is not None and worth is not None else None,
        contributions=paid,
        block_grant=_block_grant(done, regime) if compared else (),
        compensation=_compensation(case, frame, regime) if frame else None,
    )


def _duties(done: Run, regime: Regime, base: Regime) -> tuple[Triggered, ...]:
    """Duties of the course without help; of every course when the case has no measure."""
    plans = done.accounts[regime.name]
    courses = done.case.courses[:1] if done.case.measure else done.case.courses
    found = []
    for name, duty in regime.duties.items():
        likely = numpy.max([plans[course.name].duties[name] for course in courses], axis=0)
        shares = tuple(round(float(value), 6) for value in likely)
        if max(shares, default=0.0) <= 0:
            continue
        found.append(
            Triggered(
                duty=name,
                label=duty.label,
                holder=duty.holder,
                delivers=duty.delivers,
                kind=duty.kind,
                owes=duty.owes,
                formulation=duty.formulation,
                individual_right=duty.individual_right,
                decides=duty.decides,
                appeal=duty.appeal,
                supervisor=duty.supervisor,
                deadline=duty.deadline,
                finance=duty.finance,
                legal_basis=duty.legal_basis,
                probability=shares[: done.case.horizon],
                new_by_reform=name not in base.duties,
            )
        )
    kinds = ("right", "must_ensure", "must_offer", "must_assess", "cooperate", "may")
    return tuple(
        sorted(found, key=lambda d: (not d.new_by_reform, -d.probability[0], kinds.index(d.kind)))
    )


def _budget(done: Run, regime: Regime, actors: Mapping[str, Actor]) -> tuple[CourseBudget, ...]:
    case = done.case
    count = min(BUDGET_YEARS, case.horizon)
    found = []
    for course in case.courses:
        for with_measure in (False, True) if case.measure else (False,):
            accounts = done.accounts[regime.name][course.name + ("+" if with_measure else "")]
            found.append(_course_budget(course, with_measure, accounts, actors, count))
    return tuple(found)


def _course_budget(
    course: Course,
    with_measure: bool,
    accounts: Accounts,
    actors: Mapping[str, Actor],
    count: int,
) -> CourseBudget:
    lines = tuple(
        BudgetLine(
            flow=line.name,
            label=line.label,
            payer=line.payer,
            payee=line.payee,
            budget=str(line.budget) if line.budget else "",
            legal_basis=line.legal_basis,
            cashable=line.cashable,
            nominal=tuple(float(value) for value in row[:count]),
        )
        for line, row in zip(accounts.lines, accounts.nominal, strict=True)
        if numpy.abs(row[:count]).max(initial=0.0) >= 0.5
    )
    public = [name for name, actor in actors.items() if actor.public]
    services = {
        name: tuple(float(v) for v in series[:count])
        for name in public
        if numpy.abs((series := accounts.sum_of([name], real=False))[:count]).max(initial=0) >= 0.5
    }
    cash = numpy.array([line.cashable != "not" for line in accounts.lines], dtype=float)
    holders = []
    for holder in sorted({str(actors[name].holder) for name in public}):
        members = members_of(actors, holder)
        series = accounts.sum_of(members, real=False)[:count]
        if numpy.abs(series).max(initial=0.0) < 0.5:
            continue
        holders.append(
            HolderYears(
                holder=holder,
                nominal=tuple(float(v) for v in series),
                cashable=tuple(
                    float(v) for v in accounts.sum_of(members, real=False, lines=cash)[:count]
                ),
                lowest_balance=float(min(0.0, numpy.cumsum(series).min())),
            )
        )
    return CourseBudget(
        course=course.name,
        label=course.label,
        with_measure=with_measure,
        lines=lines,
        services=services,
        holders=tuple(holders),
        household=tuple(float(v) for v in accounts.sum_of(["husstand"], real=False)[:count]),
    )


def _long_run(
    after: Stakes, cashable: Stakes, low: Stakes | None, horizon: int, known: Sequence[Known]
) -> tuple[Account, ...]:
    years = tuple(dict.fromkeys(min(year, horizon) for year in (*HORIZONS, horizon)))
    acting = next((effect for effect in known if effect.acts), None)
    by_ring = [_rings(stakes) for stakes in (after, cashable, low or after)]
    return tuple(
        _account(ring, stake, other, lowest if low else None, years, acting)
        for (ring, stake), (_, other), (_, lowest) in zip(*by_ring, strict=True)
        if numpy.abs(stake.cost).max(initial=0) >= 0.5
        or numpy.abs(stake.gain).max(initial=0) >= 0.5
    )


def _rings(stakes: Stakes) -> list[tuple[str, Stake]]:
    """Every account with its ring, budget-holders first."""
    return [
        *(("budget_holder", stake) for stake in stakes.holders.values()),
        *(("service", stake) for stake in stakes.services.values()),
        ("public", stakes.public),
        ("household", stakes.household),
        ("society", stakes.society),
        ("third_party", stakes.third_party),
        ("private", stakes.employer),
    ]


def _account(
    ring: str,
    stake: Stake,
    cashable: Stake,
    low: Stake | None,
    years: tuple[int, ...],
    acting: Known | None,
) -> Account:
    pairs = [stake.to(year) for year in years]
    factors = (
        discount_factors(len(stake.gain)) if ring != "society" else numpy.ones(len(stake.gain))
    )
    share = stake.break_even(years[-1])
    expected = acting.size if acting else None
    return Account(
        name=stake.name,
        ring=ring,
        years=years,
        cost=tuple(cost for cost, _ in pairs),
        gain=tuple(gain for _, gain in pairs),
        break_even=tuple(break_even(*pair) for pair in pairs),
        break_even_cashable=cashable.break_even(years[-1]),
        gain_low=low.to(years[-1])[1] if low else None,
        break_even_low=low.break_even(years[-1]) if low else None,
        present_value_of_success=float((factors * stake.gain).sum()),
        probability_of_gain=_probability(share, acting),
        payback_year=_payback(stake, expected),
    )


def _probability(share: float | None, acting: Known | None) -> float | None:
    """Probability that the effect is above the break-even: normal, from the study's interval."""
    if acting is None or acting.size is None or acting.interval is None:
        return None
    if share is None:
        return 0.0
    if share == 0.0:
        return 1.0
    deviation = (acting.interval[1] - acting.interval[0]) / (2 * 1.96)
    return 0.5 * math.erfc((share - acting.size) / (deviation * math.sqrt(2)))


def _payback(stake: Stake, size: float | None) -> int | None:
    """First year in which the expected gain has made up the cost; None when it never does or no
    effect is known."""
    if size is None:
        return None
    balance = numpy.cumsum(size * stake.gain - stake.cost)
    behind = numpy.flatnonzero(balance < -0.5)
    last = int(behind[-1]) + 1 if len(behind) else 0
    return last + 1 if last < len(balance) else None


def _block_grant(done: Run, regime: Regime) -> tuple[GrantLine, ...]:
    """What the last course moves against the first, nominal, in the year of the grant."""
    case = done.case
    baseline, _, success = plan_names(case)
    first, last = (done.accounts[regime.name][name].watched for name in (baseline, success))
    count = min(BUDGET_YEARS + 2, case.horizon + 2)

    def column(rule: str | None, lag: int) -> tuple[float, ...]:
        moved = numpy.zeros(count)
        if rule:
            change = (last[rule] - first[rule])[: max(0, count - lag)]
            moved[lag : lag + len(change)] = change
        return tuple(float(value) for value in moved)

    lines = []
    for name, line in regime.records.block_grant.items():
        columns = [
            column(rule, line.lag_years)
            for rule in (line.this_kommune_alone, line.all_alike, line.after_next_budget)
        ]
        if max(abs(value) for values in columns for value in values) >= 0.5:
            lines.append(
                GrantLine(
                    line=name,
                    label=line.label,
                    section=line.section,
                    href=line.href,
                    lag_years=line.lag_years,
                    this_kommune_alone=columns[0],
                    all_alike=columns[1],
                    after_next_budget=columns[2],
                    note=line.note,
                )
            )
    return tuple(lines)


_CHILDREN_PLACED = Label(
    nb="Sektoren er holdt skadesløs i sum. Den enkelte kommunen taper eller vinner etter "
    "hvor mange barn den plasserer; delen etter tidligere bruk er ikke kjent per kommune.",
    en="The sector is made whole in sum. A single kommune loses or wins by how many "
    "children it places; the part by earlier use is not known per kommune.",
)
_TASK_COSTS = Label(
    nb="Den enkelte kommunen taper eller vinner etter hva oppgaven koster den; delen etter "
    "tidligere bruk er ikke kjent per kommune.",
    en="A single kommune loses or wins by what the task costs it; the part by earlier use is not "
    "known per kommune.",
)


def _compensation(case: Case, frame: FrameTransfer, regime: Regime) -> Compensation:
    """The sector's compensation and the kommune's part by cost key.

    The part by earlier use is not in the table: it is left out, so that a kommune that used much
    is shown too low. (That of the child welfare reform was paid on purchases in 2020.)
    """
    key: float | None
    if frame.sector == "barnevern":
        cell = case.kommune.cells.get("andel_av_barnevernnokkel")
        key = float(cell) if cell else None
    else:
        key = key_share(regime, case.kommune.number, frame.sector)
    return Compensation(
        amounts=dict(frame.amounts),
        kommune_by_cost_key={
            year: amount * frame.by_cost_key * key
            for year, amount in frame.amounts.items()
            if key is not None
        },
        by_earlier_use=frame.by_earlier_use,
        until=frame.until,
        note=_CHILDREN_PLACED if frame.sector == "barnevern" else _TASK_COSTS,
        source=frame.source,
    )


def _indicators(done: Run) -> tuple[Indicator, ...]:
    case = done.case
    accounts = done.accounts[done.regimes[0].name]
    goal_age = 25
    at = case.focus.born // 12 + goal_age - case.start
    by_goal: dict[str, float | None] = {}
    in_work: dict[str, float | None] = {}
    money: dict[str, float | None] = {}
    last = case.horizon - 1
    for course in case.courses:
        found = accounts[course.name]
        modelled = bool(course.states)
        reached = modelled and 0 <= at < case.horizon
        by_goal[course.name] = (
            found.completed[at] + found.working_not_completed[at] if reached else None
        )
        in_work[course.name] = found.states[last].get("arbeid", 0.0) if modelled else None
        years = found.sum_of(["husstand"], real=True)[: case.horizon]
        money[course.name] = float(years.mean())
    unmeasured: dict[str, float | None] = {course.name: None for course in case.courses}
    return (
        Indicator(
            "fullfort_vgo_eller_arbeid_ved_25",
            Label(
                nb="Fullført videregående eller i arbeid ved 25 år",
                en="Completed upper secondary or in work at 25",
            ),
            "services",
            by_goal,
        ),
        Indicator(
            "i_arbeid_siste_ar",
            Label(nb="I arbeid det siste året", en="In work in the last year"),
            "services",
            in_work,
        ),
        Indicator(
            "disponibel_inntekt",
            Label(
                nb=f"Husstandens disponible inntekt, snitt per år ({case.start}-kroner)",
                en=f"Disposable income of the household, yearly mean (kroner of {case.start})",
            ),
            "quality_of_life",
            money,
        ),
        Indicator(
            "livskvalitet",
            Label(
                nb="Livskvalitet (SSBs skala 0–10)",
                en="Quality of life (Statistics Norway's scale 0-10)",
            ),
            "quality_of_life",
            unmeasured,
        ),
        Indicator(
            "samordnet_hjelp",
            Label(nb="Opplevd samordning av hjelpen", en="Help experienced as coordinated"),
            "ways_of_working",
            unmeasured,
        ),
    )
