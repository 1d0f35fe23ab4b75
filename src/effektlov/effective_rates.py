"""What is left of one more krone of wage, and the § behind each turn.

The wage of the focus person is laid out on a grid, everything else as the case says; every flow
that the household is a side of is summed over the year. Where the household's net turns, the turn
is followed down to the rules that turn while nothing they read does: their § is the reason.
"""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import numpy
from numpy.typing import NDArray
from openfisca_core.periods import DateUnit

from effektlov.case import Case
from effektlov.errors import UnknownNameError
from effektlov.law import Label
from effektlov.ledger import flow_in_year, per_row
from effektlov.plans import household_of
from effektlov.regime import FIRST_LAW_YEAR, LAST_LAW_YEAR, Regime, law_years
from effektlov.rows import Pattern, Rows, build_simulation
from effektlov.rules.rule import info
from effektlov.simulation import RowSimulation, year_of

__all__ = [
    "EffectiveRates",
    "Jump",
    "Reason",
    "effective_rates",
    "law_year_of",
    "on_grid",
    "own_wage",
]

Array = NDArray[numpy.float64]

_ACCOUNT = "husstand"
_WAGE = "lonn"
STEP = 2_000
"""Kroner of wage between two points of the grid."""
TOLERANCE = 0.015
"""The least change of the rate that is a jump: monthly amounts in whole kroner move it by 0.012."""
_ROUNDING = {DateUnit.MONTH: 24.0, DateUnit.YEAR: 4.0}
"""Kroner by which rounding alone bends a year's amount: each step a krone a month, up or down."""


class Reason(msgspec.Struct, frozen=True):
    """A rule that turns by itself: its label and §."""

    rule: str
    label: Label
    section: str
    href: str


class Jump(msgspec.Struct, frozen=True):
    """Where the effective rate changes.

    `wage`: kroner a year at the start of the change, to the step of the grid. `before`, `after`:
    the effective marginal rate on each side. `lost`: what the household loses (or gains, negative)
    at once, beyond what the rates on the two sides take.
    """

    wage: float
    before: float
    after: float
    lost: float
    reasons: tuple[Reason, ...]


class EffectiveRates(msgspec.Struct, frozen=True):
    """The wages of the grid, the household's net income, the rate of each step, and the jumps."""

    year: int
    person: str
    wages: tuple[float, ...]
    net: tuple[float, ...]
    rates: tuple[float, ...]
    jumps: tuple[Jump, ...]


def effective_rates(
    case: Case, regime: Regime, *, year: int | None = None, highest: int = 900_000, step: int = STEP
) -> EffectiveRates:
    """The effective marginal rates of a case's focus person, who earns a wage all year.

    Rate = 1 - change of the household's net / change of the wage, so 0 keeps all and 1 loses all.

    Args:
        case: the household; of its courses only what the first says of the focus person.
        regime: the law.
        year: the law-year; by default the first year of the case.
        highest: the last wage, kroner a year.
        step: kroner between two wages.

    Raises:
        UnknownNameError: the grid is empty, or there is no law for the year.
    """
    if step <= 0 or highest < 2 * step:
        raise UnknownNameError(
            f"no wages between 0 and {highest} in steps of {step}", field="--highest"
        )
    wanted, law_year = law_year_of(case, regime, year)
    wages = numpy.arange(0, highest + step, step, dtype=numpy.float64)
    simulation = on_grid(case, regime, wanted, law_year, wages)
    net = _net(simulation, regime, len(wages))
    rates = 1.0 - numpy.diff(net) / step
    return EffectiveRates(
        year=wanted,
        person=case.focus.name,
        wages=tuple(wages.tolist()),
        net=tuple(net.tolist()),
        rates=tuple(rates.tolist()),
        jumps=tuple(_jumps(simulation, regime, wages, rates, step)),
    )


def law_year_of(case: Case, regime: Regime, year: int | None) -> tuple[int, int]:
    """The calendar year asked for, by default the first of the case, and its year of law.

    Raises:
        UnknownNameError: there is no law for the year.
    """
    wanted = case.start if year is None else year
    if not FIRST_LAW_YEAR <= wanted <= LAST_LAW_YEAR:
        raise UnknownNameError(
            f"the law is encoded from {FIRST_LAW_YEAR} and carried to {LAST_LAW_YEAR}, not "
            f"{wanted}",
            field="--year",
        )
    return wanted, law_years([regime], wanted).of(wanted)


def own_wage(case: Case, regime: Regime, year: int, law_year: int) -> float:
    """Kroner a year that the focus person earns as the case's first course says."""
    simulation = _rows(case, regime, year, law_year, [Pattern()])
    return float(simulation.add_months(_WAGE, range(1, 13))[household_of(case).focus])


def on_grid(case: Case, regime: Regime, year: int, law_year: int, wages: Array) -> RowSimulation:
    """The household with each yearly wage of the focus person, one row each; all else as stated."""
    patterns = [Pattern({_WAGE: (wage / 12,) * 12}) for wage in wages.tolist()]
    return _rows(case, regime, year, law_year, patterns)


def _rows(
    case: Case, regime: Regime, year: int, law_year: int, patterns: Sequence[Pattern]
) -> RowSimulation:
    rows = Rows(
        years=numpy.full(len(patterns), year),
        pattern=numpy.arange(len(patterns)),
        alone=numpy.zeros(len(patterns), dtype=bool),
        patterns=patterns,
    )
    persons = tuple(
        msgspec.structs.replace(person, inputs=person.inputs | case.courses[0].inputs)
        if person.focus
        else person
        for person in case.persons
    )
    household = dataclasses.replace(household_of(case), persons=persons)
    return build_simulation(regime, household, rows, law_year=law_year, base_year=case.start)


def _net(simulation: RowSimulation, regime: Regime, rows: int) -> Array:
    net = numpy.zeros(rows)
    for flow in regime.flows.values():
        sign = (flow.payee == _ACCOUNT) - (flow.payer == _ACCOUNT)
        if sign:
            net += sign * flow_in_year(simulation, regime, flow, rows)
    return net


def _jumps(
    simulation: RowSimulation, regime: Regime, wages: Array, rates: Array, step: int
) -> Iterable[Jump]:
    """Runs of steps between two stretches of even rate.

    A bend inside a step is split between it and the next, so a run ends one step after its last
    turn.
    """
    turns = numpy.flatnonzero(numpy.abs(numpy.diff(rates)) > TOLERANCE) + 1
    reasons = _Reasons(simulation, regime, len(wages))
    for first, turned in _runs(turns):
        last = min(turned + 1, len(rates) - 1)
        before, after = float(rates[first - 1]), float(rates[last])
        between = rates[first:last]
        even = numpy.clip(between, min(before, after), max(before, after))
        yield Jump(
            wage=float(wages[first]),
            before=before,
            after=after,
            lost=float((between - even).sum() * step),
            reasons=reasons.of(first, last),
        )


def _runs(turns: NDArray[Any]) -> Iterable[tuple[int, int]]:
    """First and last of each run of turns with no even step between them."""
    if not len(turns):
        return
    breaks = numpy.flatnonzero(numpy.diff(turns) > 1)
    firsts = numpy.concatenate(([turns[0]], turns[breaks + 1]))
    lasts = numpy.concatenate((turns[breaks], [turns[-1]]))
    yield from zip(firsts.tolist(), lasts.tolist(), strict=True)


class _Reasons:
    """Which rules turn by themselves at each point of the grid."""

    def __init__(self, simulation: RowSimulation, regime: Regime, rows: int) -> None:
        self._regime = regime
        turns: dict[str, NDArray[numpy.bool_]] = {}
        for name in _within_reach(regime):
            values = _year_values(simulation, name, rows)
            if values is not None:
                turns[name] = _turns(values, regime.system.variables[name])
        self._turns = turns
        self._paid = {
            flow.amount or flow.volume or ""
            for flow in regime.flows.values()
            if _ACCOUNT in (flow.payee, flow.payer)
        }

    def of(self, first: int, last: int) -> tuple[Reason, ...]:
        """The rules that turn between two points while nothing they read does, found from the
        household's flows downwards."""
        turning = {name for name, at in self._turns.items() if at[first - 1 : last].any()}
        waiting = [name for name in self._paid if name in turning]
        seen: set[str] = set()
        roots: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                below = turning & self._regime.reach.direct[name].variables - {name}
                waiting += below
                if not below:
                    roots.add(name)
        return tuple(self._reason(name) for name in sorted(roots))

    def _reason(self, name: str) -> Reason:
        declared = info(self._regime.system.variables[name])
        return Reason(name, Label(declared.nb, declared.en), declared.section, declared.href)


def _within_reach(regime: Regime) -> list[str]:
    """Every rule that one of the household's flows rests on."""
    found: set[str] = set()
    for flow in regime.flows.values():
        if _ACCOUNT in (flow.payee, flow.payer):
            found |= regime.reach.variables(flow.amount or flow.volume or "")
    variables: Mapping[str, Any] = regime.system.variables
    return sorted(
        name for name in found if name in variables and info(variables[name]).kind == "rule"
    )


def _year_values(simulation: RowSimulation, name: str, rows: int) -> Array | None:
    """A rule over the year, summed over the persons of each row; None where it has no number."""
    variable = simulation.tax_benefit_system.variables[name]
    if variable.entity.key not in ("person", "husstand") or variable.value_type not in (
        float,
        int,
        bool,
    ):
        return None
    if variable.definition_period != DateUnit.MONTH:
        whole = simulation.calculate(name, year_of(simulation.year))
        return per_row(simulation, name, whole, rows)
    return per_row(simulation, name, simulation.add_months(name, range(1, 13)), rows)


def _turns(values: Array, variable: Any) -> NDArray[numpy.bool_]:
    """Where a value bends: kroner by more than rounding, anything else by any change."""
    least = 1e-9 * max(1.0, float(numpy.ptp(values)))
    if info(variable).unit.startswith("kr"):
        least = _ROUNDING.get(variable.definition_period, 0.0)
    return numpy.abs(numpy.diff(values, 2)) > least
