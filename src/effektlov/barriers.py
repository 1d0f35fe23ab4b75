"""Barriers: where what one purse pays gives a gain to another, found and not listed by hand.

Three sources are searched. A measure in each shipped case: cost against the gain of success. A
typical situation, before against after. And the ages of a situation: from one year of age to the
next, when nothing but the age has changed. In each the purse that comes out worst is set against
the public sum, in three rings: its service, its legal person, and the public sum itself. Kommuner
among themselves are one legal person here, and so are fylkeskommuner: shifts between them are no
barrier.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeVar

import msgspec

from effektlov.answer import Answer, BudgetLine
from effektlov.assemble import answer
from effektlov.case import Case, shipped_cases
from effektlov.law import Actor, Label, LegalBasis
from effektlov.measures import Measure, measures
from effektlov.regime import Regime, law_in_force
from effektlov.session import open_case
from effektlov.situations import Situation, situations, who_pays

__all__ = ["LEAST", "Barrier", "Through", "barriers"]

LEAST = 5_000.0
"""Kroner below which nothing is called a barrier."""
_ONE_PERSON = {"andre_kommuner": "kommune", "andre_fylkeskommuner": "fylkeskommune"}
_FLOWS_SHOWN = 3
_SAME_COST = 0.10
T = TypeVar("T")


class Through(msgspec.Struct, frozen=True):
    """A flow through which the gain goes to another purse: kroner, who gets it, and its §."""

    flow: str
    label: Label
    actor: str
    kroner: float
    legal_basis: LegalBasis


class Barrier(msgspec.Struct, frozen=True):
    """Who pays, and what each ring is left with: positive is a gain.

    `lost`, of a measure: what a success gives the public sum and not the legal person that pays. Of
    a change or an age: the legal person's loss, as far as other public purses gain it.
    `lost_by_service`: the same for the service. `years`: over how many years.
    """

    source: Literal["measure", "change", "age"]
    id: str
    title: Label
    payer: str
    legal_person: str
    service_net: float
    legal_person_net: float
    public_net: float
    lost: float
    lost_by_service: float
    years: int
    through: tuple[Through, ...]


def barriers(regime: Regime | None = None, *, least: float = LEAST) -> list[Barrier]:
    """Every barrier of at least so many kroner, the largest loss first."""
    law = regime or law_in_force()
    found = [*_of_measures(law), *_of_situations(law)]
    worth = [one for one in found if max(one.lost, one.lost_by_service) >= least]
    return sorted(worth, key=lambda one: (-one.lost, -one.lost_by_service, one.id))


def _of_measures(regime: Regime) -> Iterator[Barrier]:
    for name in sorted(shipped_cases()):
        case = open_case(name)
        for key, measure in measures().items():
            if _fits(case, measure):
                found = answer(msgspec.structs.replace(case, measure=key), (regime,), ())
                barrier = _of_answer(found, key, measure, regime.records.actors)
                if barrier is not None:
                    yield barrier


def _fits(case: Case, measure: Measure) -> bool:
    age = case.start - (case.focus.born // 12)
    return measure.age[0] <= age <= measure.age[1] and len(case.courses) > 1


def _of_answer(
    found: Answer, key: str, measure: Measure, actors: Mapping[str, Actor]
) -> Barrier | None:
    """The account that pays most of a measure, against the public sum, to the case's horizon.

    Nothing where the public sum gains nothing: then there is no gain to land elsewhere.
    """
    accounts = found.regimes[0].accounts
    paying = [account for account in accounts if account.ring == "service" and account.cost[-1] > 0]
    if not paying:
        return None
    payer = max(paying, key=lambda account: account.cost[-1])
    person = _person(payer.name, actors)
    holder = next(a for a in accounts if a.ring == "budget_holder" and a.name == person)
    public = next(a for a in accounts if a.ring == "public")
    nets = [account.gain[-1] - account.cost[-1] for account in (payer, holder, public)]
    if nets[2] <= 0:
        return None
    return Barrier(
        source="measure",
        id=f"{found.case} × {key}",
        title=Label(
            nb=f"{measure.label.nb}: {found.title.nb}", en=f"{measure.label.en}: {found.title.en}"
        ),
        payer=payer.name,
        legal_person=person,
        service_net=nets[0],
        legal_person_net=nets[1],
        public_net=nets[2],
        lost=nets[2] - nets[1],
        lost_by_service=nets[2] - nets[0],
        years=found.horizon,
        through=_of_courses(found, person, actors),
    )


def _of_courses(found: Answer, person: str, actors: Mapping[str, Actor]) -> tuple[Through, ...]:
    """The largest gains of others in the budget years: the last course less the first."""
    budgets = [budget for budget in found.regimes[0].budget if budget.with_measure]
    first, last = ({line.flow: line for line in one.lines} for one in (budgets[0], budgets[-1]))
    changes: list[tuple[float, str, BudgetLine]] = []
    for flow in {**first, **last}:
        line = last.get(flow) or first[flow]
        change = _sum(last.get(flow)) - _sum(first.get(flow))
        changes += [(-change, line.payer, line), (change, line.payee, line)]
    return tuple(
        Through(line.flow, line.label, actor, kroner, line.legal_basis)
        for kroner, actor, line in _largest(changes, person, actors)
    )


def _sum(line: BudgetLine | None) -> float:
    return sum(line.nominal) if line is not None else 0.0


def _of_situations(regime: Regime) -> Iterator[Barrier]:
    for situation in situations().values():
        yield from _of_change(situation, regime)
        if situation.ages is not None:
            yield from _of_ages(situation, regime)


def _of_change(situation: Situation, regime: Regime) -> Iterator[Barrier]:
    found = who_pays(situation, regime)
    changes = [(f.flow, f.payer, f.payee, f.after - f.before) for f in found.flows]
    yield from _of_flows("change", situation.name, situation.title, changes, regime)


def _of_ages(situation: Situation, regime: Regime) -> Iterator[Barrier]:
    """From each age to the next, on the side called after."""
    first, last = situation.ages or (0, 0)
    years = [who_pays(situation.at_age(age), regime) for age in range(first, last + 1)]
    for age, (this, following) in enumerate(itertools.pairwise(years), start=first + 1):
        then = {flow.flow: flow for flow in this.flows}
        now = {flow.flow: flow for flow in following.flows}
        changes = []
        for flow in {**then, **now}:
            line = now.get(flow) or then[flow]
            before = then[flow].after if flow in then else 0.0
            after = now[flow].after if flow in now else 0.0
            changes.append((flow, line.payer, line.payee, after - before))
        title = Label(
            nb=f"{situation.title.nb}: det året personen fyller {age}",
            en=f"{situation.title.en}: the year the person turns {age}",
        )
        yield from _of_flows("age", f"{situation.name} @ {age}", title, changes, regime)


def _of_flows(
    source: Literal["change", "age"],
    name: str,
    title: Label,
    changes: Sequence[tuple[str, str, str, float]],
    regime: Regime,
) -> Iterator[Barrier]:
    """The purses that lose by a change in flows what others gain.

    The legal person that comes out worst, and any service of another whose loss is, to a tenth,
    what a service of a different legal person is spared: the same cost in another purse.
    """
    actors = regime.records.actors
    services: dict[str, float] = {}
    persons: dict[str, float] = {}
    public = 0.0
    ends = []
    for flow, payer, payee, kroner in changes:
        for actor, gain in ((payer, -kroner), (payee, kroner)):
            if actors[actor].public:
                person = _person(actor, actors)
                services[actor] = services.get(actor, 0.0) + gain
                persons[person] = persons.get(person, 0.0) + gain
                public += gain
                ends.append((gain, actor, flow))

    def barrier(payer: str, key: str, lost: float, by_service: float) -> Barrier:
        person = _person(payer, actors)
        return Barrier(
            source=source,
            id=key,
            title=title,
            payer=payer,
            legal_person=person,
            service_net=services[payer],
            legal_person_net=persons[person],
            public_net=public,
            lost=lost,
            lost_by_service=by_service,
            years=1,
            through=tuple(
                Through(
                    flow, regime.flows[flow].label, actor, kroner, regime.flows[flow].legal_basis
                )
                for kroner, actor, flow in _largest(ends, person, actors)
            ),
        )

    worst = min(persons, key=lambda one: persons[one], default="")
    if worst and persons[worst] <= -1.0:
        own = {one: net for one, net in services.items() if _person(one, actors) == worst}
        payer = min(own, key=lambda one: own[one])
        lost = _moved(persons[worst], public)
        yield barrier(payer, name, lost, _moved(services[payer], public))
    for loser, gainer in itertools.permutations(sorted(services), 2):
        persons_differ = _person(loser, actors) != _person(gainer, actors)
        loss, gain = -services[loser], services[gainer]
        same = loss >= 1.0 and abs(gain - loss) <= _SAME_COST * loss
        if persons_differ and same and _person(loser, actors) != worst:
            yield barrier(loser, f"{name}: {loser}", min(loss, gain), min(loss, gain))


def _moved(net: float, public: float) -> float:
    """The part of a loss that others gain: all of it when the public sum loses nothing."""
    return max(min(public, 0.0) - net, 0.0)


def _largest(
    ends: Sequence[tuple[float, str, T]], person: str, actors: Mapping[str, Actor]
) -> list[tuple[float, str, T]]:
    """The largest gains of public purses of other legal persons."""
    others = [
        end
        for end in ends
        if end[0] >= 1.0 and actors[end[1]].public and _person(end[1], actors) != person
    ]
    return sorted(others, key=lambda end: -end[0])[:_FLOWS_SHOWN]


def _person(actor: str, actors: Mapping[str, Actor]) -> str:
    holder = actors[actor].holder or actor
    return _ONE_PERSON.get(holder, holder)
