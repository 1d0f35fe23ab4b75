"""The life course: a semi-Markov chain by age, propagated exactly; no sampling.

A position is (state, years in it up to the last class, completed upper secondary) on 31 December.
The step to the next year enters a state on 1 January, or on 1 August for schooling; the months
before keep the state that is left. A course that is known (steps in the case) is a chain whose
probabilities are one.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from effektlov import schema, yaml_reader
from effektlov.errors import EvidenceError
from effektlov.law import PACKAGE, Confidence, Label, Source

__all__ = [
    "LifeCourse",
    "LifeState",
    "Position",
    "RowKey",
    "Span",
    "Target",
    "Transition",
    "leverage",
    "life_course",
    "propagate",
    "read_life_course",
]

if TYPE_CHECKING:
    from effektlov.case import Course

_FILE = PACKAGE / "evidence" / "life_course.yaml"


class LifeState(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state: what it says of the person to the law, per year where kroner.

    `classes`: years in state that are told apart; the last stands for all later ones.
    `since`: month-index inputs that hold the month of entry.
    """

    label: Label
    inputs: dict[str, str] = {}
    when_completed: dict[str, str] = {}
    since: tuple[str, ...] = ()
    classes: int = 1
    confidence: Confidence = "official"
    reason: Label | None = None
    source: Source | None = None


class Target(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a share of those in a state go, and from which month."""

    state: str
    share: float
    completed: bool = False
    month: int = 1


class Transition(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """Yearly shares out of a state for an age, years in state and completion.

    `relation` tells a description from an effect: a descriptive share sets the baseline path and
    is never what a measure changes.
    """

    from_: str
    to: tuple[Target, ...]
    age: tuple[int, int]
    confidence: Confidence
    relation: str
    basis: Label
    years_in_state: tuple[int, int] = (0, 99)
    completed: bool | None = None
    source: Source | None = None


class LifeCourse(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The model: states, transitions (the first that fits applies), what is left out."""

    price_year: int
    moves_out_age: int
    states: dict[str, LifeState]
    transitions: tuple[Transition, ...]
    left_out: tuple[Label, ...] = ()


class Span(msgspec.Struct, frozen=True):
    """From a month of a row's year the person is in a state."""

    month: int
    state: str
    years_in_state: int
    completed: bool


RowKey = tuple[Span, ...]


class Position(msgspec.Struct, frozen=True):
    """A position of the chain on 31 December."""

    state: str
    years_in_state: int
    completed: bool


def life_course() -> LifeCourse:
    """The life-course model of the evidence, as kept with the law."""
    from effektlov.system import load_law

    found: LifeCourse = load_law().evidence["life_course"]
    return found


def read_life_course() -> LifeCourse:
    """Read the life-course model.

    Raises:
        EvidenceError: a transition names an unknown state, or shares sum to more than one.
    """
    node = schema.as_mapping(yaml_reader.read(_FILE), _FILE, EvidenceError)
    model = schema.record(node, LifeCourse, _FILE, EvidenceError)
    for number, transition in enumerate(model.transitions):
        names = [transition.from_, *(target.state for target in transition.to)]
        for name in names:
            if name not in model.states:
                raise EvidenceError(
                    f"unknown state '{name}'",
                    file=_FILE,
                    field=f"transitions[{number}]",
                    allowed=model.states,
                    got=name,
                )
        total = sum(target.share for target in transition.to)
        if total > 1 + 1e-9 or any(target.share < 0 for target in transition.to):
            raise EvidenceError(
                f"shares from '{transition.from_}' sum to {total:.3f}",
                file=_FILE,
                field=f"transitions[{number}]",
            )
    return model


@dataclass(frozen=True)
class _Chain:
    model: LifeCourse
    by_state: Mapping[str, list[tuple[int, Transition]]]
    known: dict[tuple[Position, int], list["_Move"]] = field(default_factory=dict)

    def targets(self, position: Position, age: int) -> tuple[int | None, tuple[Target, ...]]:
        """The first transition that fits, by its number, and where it leads."""
        for number, transition in self.by_state.get(position.state, ()):
            if (
                transition.age[0] <= age <= transition.age[1]
                and transition.years_in_state[0]
                <= position.years_in_state
                <= transition.years_in_state[1]
                and transition.completed in (None, position.completed)
            ):
                return number, transition.to
        return None, ()

    def last_class(self, state: str) -> int:
        return self.model.states[state].classes - 1


def _chain(model: LifeCourse) -> _Chain:
    by_state: dict[str, list[tuple[int, Transition]]] = defaultdict(list)
    for number, transition in enumerate(model.transitions):
        by_state[transition.from_].append((number, transition))
    return _Chain(model, by_state)


def propagate(
    model: LifeCourse, course: "Course", *, born: int, start: int, horizon: int
) -> dict[int, dict[RowKey, float]]:
    """Probability of each row of each calendar year, `start` to `start + horizon - 1`.

    Args:
        model: the life-course model.
        course: the steps that are known, and what follows them.
        born: month number of birth of the focus person.
        start: first calendar year.
        horizon: number of years.

    Returns:
        year -> row key -> probability; the probabilities of a year sum to one. The empty key is
        a course without states.
    """
    if not course.states:
        return {year: {(): 1.0} for year in range(start, start + horizon)}
    chain = _chain(model)
    found: dict[int, dict[RowKey, float]] = {}
    positions: dict[Position, float] = {}
    last_step = course.states[-1].since // 12
    for year in range(start, start + horizon):
        if year <= last_step or not positions:
            key = _known_year(course, year, chain)
            found[year] = {key: 1.0}
            positions = {_position(key): 1.0} if key else {}
        elif course.then == "stay":
            found[year], positions = _stay(positions, chain)
        else:
            age = year - 1 - born // 12
            found[year], positions = _step(positions, chain, age)
    return found


def _known_year(course: "Course", year: int, chain: _Chain) -> RowKey:
    """The spans of a year of known steps; months before the first step are in no state."""
    spans: list[Span] = []
    for step in course.states:
        if step.since // 12 > year:
            break
        years = year - step.since // 12
        if step is course.states[0]:
            years += course.years_in_state
        month = max(step.since - 12 * year, 0) + 1
        spans = [kept for kept in spans if kept.month < month]
        last = chain.last_class(step.state)
        spans.append(Span(month, step.state, min(years, last), step.completed))
    return tuple(spans)


def _position(key: RowKey) -> Position:
    last = key[-1]
    return Position(last.state, last.years_in_state, last.completed)


def _stay(
    positions: Mapping[Position, float], chain: _Chain
) -> tuple[dict[RowKey, float], dict[Position, float]]:
    rows: dict[RowKey, float] = {}
    after: dict[Position, float] = {}
    for position, probability in positions.items():
        next_position = _aged(position, chain)
        rows[_whole_year(next_position)] = probability
        after[next_position] = probability
    return rows, after


def _step(
    positions: Mapping[Position, float], chain: _Chain, age: int
) -> tuple[dict[RowKey, float], dict[Position, float]]:
    rows: dict[RowKey, float] = defaultdict(float)
    after: dict[Position, float] = defaultdict(float)
    for position, probability in positions.items():
        for move in _moves(position, chain, age):
            if move.share > 0:
                rows[move.row] += probability * move.share
                after[move.position] += probability * move.share
    return dict(rows), dict(after)


@dataclass(frozen=True)
class _Move:
    """One way on from a position: share, the row of the year, where it ends, by which transition
    (None for staying, which comes last)."""

    share: float
    row: RowKey
    position: Position
    transition: int | None


def _moves(position: Position, chain: _Chain, age: int) -> list[_Move]:
    """The ways on from a position at an age, found once per chain."""
    known = chain.known.get((position, age))
    if known is None:
        known = chain.known[position, age] = _find_moves(position, chain, age)
    return known


def _find_moves(position: Position, chain: _Chain, age: int) -> list[_Move]:
    stays = _aged(position, chain)
    number, targets = chain.targets(position, age)
    found = []
    for target in targets:
        entered = Position(target.state, 0, position.completed or target.completed)
        span = Span(target.month, entered.state, 0, entered.completed)
        before = () if target.month == 1 else (_whole_year(stays)[0],)
        found.append(_Move(target.share, (*before, span), entered, number))
    left = 1.0 - sum(move.share for move in found)
    found.append(_Move(left if left > 1e-12 else 0.0, _whole_year(stays), stays, None))
    return found


def leverage(
    model: LifeCourse,
    course: "Course",
    *,
    born: int,
    start: int,
    values: Mapping[int, Mapping[RowKey, float]],
) -> dict[int, float]:
    """What a tenth more of each transition's shares would move, in the unit of `values`.

    The derivative of the expected sum, found by one pass backwards and one forwards; exact to
    first order.

    Args:
        model, course, born, start: as for `propagate`.
        values: year -> row -> what the row is worth in that year.

    Returns:
        number of the transition -> change of the expected sum.
    """
    chain = _chain(model)
    last_step = course.states[-1].since // 12
    years = [year for year in sorted(values) if year > last_step]
    if not years or course.then == "stay":
        return {}
    begin = _position(_known_year(course, max(last_step, start), chain))
    forward: list[dict[Position, float]] = [{begin: 1.0}]
    for year in years:
        forward.append(_step(forward[-1], chain, year - 1 - born // 12)[1])
    found: dict[int, float] = defaultdict(float)
    worth: dict[Position, float] = defaultdict(float)
    for number in range(len(years) - 1, -1, -1):
        year, age = years[number], years[number] - 1 - born // 12
        here: dict[Position, float] = {}
        for position, probability in forward[number].items():
            moves = _moves(position, chain, age)
            gains = [values[year].get(m.row, 0.0) + worth[m.position] for m in moves]
            here[position] = sum(m.share * gain for m, gain in zip(moves, gains, strict=True))
            if moves[-1].share > 0:
                for move, gain in zip(moves[:-1], gains[:-1], strict=True):
                    if move.transition is not None:
                        found[move.transition] += (
                            probability * 0.1 * move.share * (gain - gains[-1])
                        )
        worth = defaultdict(float, here)
    return dict(found)


def _aged(position: Position, chain: _Chain) -> Position:
    years = min(position.years_in_state + 1, chain.last_class(position.state))
    return Position(position.state, years, position.completed)


def _whole_year(position: Position) -> RowKey:
    return (Span(1, position.state, position.years_in_state, position.completed),)
