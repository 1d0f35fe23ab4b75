"""A regime: the law that a household lives under, with the reforms in it and its law-years."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from effektlov.changes import ParameterChanges
from effektlov.law import Duty, Flow, Label, Records
from effektlov.reach import Reach
from effektlov.system import Law, load_law

__all__ = ["FIRST_LAW_YEAR", "LAST_LAW_YEAR", "LawYears", "Regime", "law_in_force", "law_years"]

FIRST_LAW_YEAR, LAST_LAW_YEAR = 2019, 2100
"""The years for which a case may be run: encoded from the first, carried on to the last."""


@dataclass(frozen=True)
class Regime:
    """A law with everything that reforms have put into it.

    `touched`: every rule within whose reach a reform changes something.
    `frozen` holds every year at one law-year; otherwise each year has the law as known.
    """

    name: str
    label: Label
    law: Law
    system: Any
    flows: dict[str, Flow]
    duties: dict[str, Duty]
    reach: Reach
    changes: ParameterChanges
    reforms: tuple[str, ...] = ()
    reform_dates: tuple[datetime.date, ...] = ()
    touched: frozenset[str] = frozenset()
    frozen: int | None = None

    @property
    def records(self) -> Records:
        """Actors, unit costs and the rest that no reform touches."""
        return self.law.records

    def with_incidence_of(self, other: "Regime") -> "Regime":
        """This regime's rules with the other's flows: who pays whom.

        A flow of a rule that only the other has carries nothing here, and is left out.
        """
        known = self.system.variables
        flows = {
            name: flow
            for name, flow in other.flows.items()
            if (flow.amount or flow.volume) in known
        }
        return replace(self, flows=flows)

    def change_dates(self) -> set[tuple[int, int]]:
        """Every (year, month) in which something in the regime changes."""
        found = set(self.changes.of(""))
        dated: list[Flow | Duty] = [*self.flows.values(), *self.duties.values()]
        for entry in dated:
            if entry.from_:
                found.add((entry.from_.year, entry.from_.month))
            if entry.to:
                after = entry.to + datetime.timedelta(days=1)
                found.add((after.year, after.month))
        for variable in self.system.variables.values():
            found |= {(int(date[:4]), int(date[5:7])) for date in variable.formulas or {}}
        found |= {(date.year, date.month) for date in self.reform_dates}
        return found


@dataclass(frozen=True)
class LawYears:
    """Which law-year each calendar year has: its own until the steady one, that one after."""

    start: int
    steady: int
    frozen: int | None = None

    def of(self, year: int) -> int:
        """The law-year of a calendar year."""
        return self.frozen if self.frozen is not None else min(year, self.steady)


def law_in_force(*, frozen: int | None = None) -> Regime:
    """The law in force, as known or frozen at a law-year."""
    law = load_law()
    return Regime(
        name="gjeldende_rett",
        label=Label(nb="gjeldende rett", en="law in force"),
        law=law,
        system=law.system,
        flows=law.records.flows,
        duties=law.records.duties,
        reach=law.reach,
        changes=law.changes,
        frozen=frozen,
    )


def law_years(regimes: Iterable[Regime], start: int, *, fold: bool = True) -> LawYears:
    """The law-years that compared regimes share.

    Every year with a dated change in any of them is its own period; the years after the last
    change share one steady law-year, the first full calendar year after it.
    """
    compared = list(regimes)
    frozen = {regime.frozen for regime in compared} - {None}
    if frozen:
        return LawYears(start, start, frozen.pop())
    if not fold:
        return LawYears(start, 9999)
    last_year, last_month = max(max(regime.change_dates()) for regime in compared)
    return LawYears(start, max(start, last_year if last_month == 1 else last_year + 1))
