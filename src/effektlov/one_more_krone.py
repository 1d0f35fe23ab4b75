"""Who keeps what of one more krone of wage: every purse, and the kommune after equalisation.

The focus person's wage is raised by a thousand kroner a month, everything else as the case says.
Rates are constant between the turns of the law, so the year's change is the split of one krone
unless a turn lies inside the step.
"""

import msgspec
import numpy
from numpy.typing import NDArray

from effektlov.case import Case
from effektlov.effective_rates import law_year_of, on_grid, own_wage
from effektlov.law import Label, LegalBasis
from effektlov.ledger import flow_in_year, year_sum
from effektlov.regime import Regime
from effektlov.simulation import RowSimulation

__all__ = ["MORE", "GrantChange", "OneMoreKrone", "PurseChange", "one_more_krone"]

Array = NDArray[numpy.float64]

MORE = 12_000
"""Kroner of wage more in the year, a thousand a month."""
_SHOWN_FROM = 0.5


class Through(msgspec.Struct, frozen=True):
    """What a flow brings a purse of the higher wage, kroner; negative is what it takes."""

    flow: str
    label: Label
    legal_basis: LegalBasis
    kroner: float


class PurseChange(msgspec.Struct, frozen=True):
    """What a purse gains of the higher wage, kroner in the year, and the flows that bring it."""

    actor: str
    kroner: float
    through: tuple[Through, ...]


class GrantChange(msgspec.Struct, frozen=True):
    """A line of the block grant, kroner: this kommune alone, all alike, after the next budget."""

    line: str
    label: Label
    section: str
    href: str
    lag_years: int
    this_kommune_alone: float
    all_alike: float
    after_next_budget: float


class OneMoreKrone(msgspec.Struct, frozen=True):
    """The split of `more` kroner of wage above `wage`; the purses sum to zero.

    What the work produces is left out: the employer pays the wage and the contribution.
    """

    year: int
    person: str
    wage: float
    more: float
    purses: tuple[PurseChange, ...]
    grant: tuple[GrantChange, ...]


def one_more_krone(
    case: Case, regime: Regime, *, year: int | None = None, wage: float | None = None
) -> OneMoreKrone:
    """The change of every account when the focus person earns `MORE` kroner above a yearly wage.

    Args:
        case: the household; of its courses only what the first says of the focus person.
        regime: the law.
        year: the law-year; by default the first year of the case.
        wage: kroner a year to start from; by default what the case says.

    Raises:
        UnknownNameError: there is no law for the year.
    """
    wanted, law_year = law_year_of(case, regime, year)
    start = own_wage(case, regime, wanted, law_year) if wage is None else wage
    simulation = on_grid(case, regime, wanted, law_year, numpy.array([start, start + MORE]))
    return OneMoreKrone(
        year=wanted,
        person=case.focus.name,
        wage=start,
        more=MORE,
        purses=_purses(simulation, regime),
        grant=_grant(simulation, regime),
    )


def _purses(simulation: RowSimulation, regime: Regime) -> tuple[PurseChange, ...]:
    """Every account that changes, from what pays most to what gains most."""
    found: dict[str, list[Through]] = {}
    for name, flow in regime.flows.items():
        if flow.kind == "production":
            continue
        change = _change(flow_in_year(simulation, regime, flow, 2))
        if abs(change) >= _SHOWN_FROM:
            for actor, sign in ((flow.payer, -1), (flow.payee, 1)):
                through = Through(name, flow.label, flow.legal_basis, sign * change)
                found.setdefault(actor, []).append(through)
    changes = [
        PurseChange(
            actor,
            sum(one.kroner for one in through),
            tuple(sorted(through, key=lambda one: -abs(one.kroner))),
        )
        for actor, through in found.items()
    ]
    return tuple(sorted(changes, key=lambda one: one.kroner))


def _grant(simulation: RowSimulation, regime: Regime) -> tuple[GrantChange, ...]:
    def column(rule: str | None) -> float:
        return _change(year_sum(simulation, rule, range(1, 13), 2)) if rule else 0.0

    lines = [
        GrantChange(
            line=name,
            label=line.label,
            section=line.section,
            href=line.href,
            lag_years=line.lag_years,
            this_kommune_alone=column(line.this_kommune_alone),
            all_alike=column(line.all_alike),
            after_next_budget=column(line.after_next_budget),
        )
        for name, line in regime.records.block_grant.items()
    ]
    return tuple(line for line in lines if abs(line.this_kommune_alone) >= _SHOWN_FROM)


def _change(pair: Array) -> float:
    return float(pair[1] - pair[0])
