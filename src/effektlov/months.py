"""The household's budget month by month: what it receives and pays under each flow of the law."""

from collections.abc import Mapping, Sequence

import msgspec
import numpy
from numpy.typing import NDArray
from openfisca_core.periods import DateUnit

from effektlov.case import Case
from effektlov.decompose import model_of
from effektlov.errors import UnknownNameError
from effektlov.law import Budget, Flow, Label, LegalBasis
from effektlov.ledger import active_months, flow_in_year, per_row
from effektlov.plans import Plan, household_of, rows_of, weights_of
from effektlov.regime import Regime, law_years
from effektlov.rows import build_simulation
from effektlov.session import open_case, regimes_of
from effektlov.simulation import RowSimulation, months_of

__all__ = ["HouseholdYear", "MonthLine", "household_months"]

Array = NDArray[numpy.float64]

_ACCOUNT = "husstand"
_KINDS = ("wage", "transfer", "tax", "fee")
_SHOWN_FROM = 0.005


class MonthLine(msgspec.Struct, frozen=True):
    """Kroner of one flow in each month, seen from the household: paid is negative.

    `by_year`: the law counts the flow by year, and a twelfth stands in each month.
    """

    flow: str
    label: Label
    kroner: tuple[float, ...]
    by_year: bool
    legal_basis: LegalBasis
    budget: Budget | None
    other_side: Label


class HouseholdYear(msgspec.Struct, frozen=True):
    """One calendar year of one course: nominal kroner, expected over its possible states."""

    case: str
    title: Label
    regime: Label
    course: str
    label: Label
    year: int
    law_year: int
    lines: tuple[MonthLine, ...]
    net: tuple[float, ...]


def household_months(
    name: str,
    reforms: Sequence[str] = (),
    *,
    year: int | None = None,
    law_date: str | None = None,
    horizon: int | None = None,
) -> list[HouseholdYear]:
    """The household's budget of a year, course by course, under the last regime.

    Args:
        name: a case file, or a shipped case by name.
        reforms: as for a case.
        year: a calendar year of the case; its first by default.
        law_date, horizon: as for a case.

    Raises:
        EffektlovError: anything that a user can get wrong.
    """
    case = open_case(name, law_date=law_date, horizon=horizon)
    regimes, _ = regimes_of(case, reforms)
    wanted = case.start if year is None else year
    if not case.start <= wanted < case.start + case.horizon:
        raise UnknownNameError(
            f"{wanted} is outside the years of the case, "
            f"{case.start}-{case.start + case.horizon - 1}",
            field="--months",
        )
    law_year = law_years(regimes, case.start).of(wanted)
    plans = [Plan(course.name, course) for course in case.courses]
    model = model_of(case)
    weights = weights_of(case, plans, model)
    placed, table = rows_of(case, weights, [wanted], model, regimes[0], law_year)
    simulation = build_simulation(
        regimes[-1], household_of(case), table, law_year=law_year, base_year=case.start
    )
    kroner = _by_flow(simulation, regimes[-1], len(table))
    found = []
    for plan, of_plan in zip(plans, placed, strict=True):
        rows, shares = of_plan[wanted]
        expected = {flow: values[:, rows] @ shares for flow, values in kroner.items()}
        found.append(_year(case, regimes[-1], plan, wanted, law_year, expected))
    return found


def _by_flow(simulation: RowSimulation, regime: Regime, rows: int) -> dict[str, Array]:
    """Flows that the household is a side of: months x rows."""
    return {
        name: numpy.array(_months(simulation, regime, flow, rows)) * _sign(flow)
        for name, flow in regime.flows.items()
        if _sign(flow)
    }


def _sign(flow: Flow) -> int:
    return (flow.payee == _ACCOUNT) - (flow.payer == _ACCOUNT)


def _months(simulation: RowSimulation, regime: Regime, flow: Flow, rows: int) -> list[Array]:
    if _by_year(regime, flow):
        return [flow_in_year(simulation, regime, flow, rows) / 12] * 12
    name = str(flow.amount)
    active = active_months(simulation.year, flow.from_, flow.to)
    return [
        per_row(simulation, name, simulation.calculate(name, month), rows) * flow.share
        if number in active
        else numpy.zeros(rows)
        for number, month in enumerate(months_of(simulation.year), start=1)
    ]


def _by_year(regime: Regime, flow: Flow) -> bool:
    """Whether the flow has no months of its own: a yearly rule, or a service at a unit cost."""
    if flow.amount is None:
        return True
    variable = regime.system.variables[flow.amount]
    return bool(variable.definition_period != DateUnit.MONTH)


def _year(
    case: Case,
    regime: Regime,
    plan: Plan,
    year: int,
    law_year: int,
    expected: Mapping[str, Array],
) -> HouseholdYear:
    lines = [
        _line(regime, name, values)
        for name, values in expected.items()
        if numpy.abs(values).max() >= _SHOWN_FROM
    ]
    lines.sort(key=lambda line: _order(regime.flows[line.flow]))
    net = numpy.sum(list(expected.values()), axis=0)
    return HouseholdYear(
        case=case.name,
        title=case.title,
        regime=regime.label,
        course=plan.name,
        label=plan.course.label,
        year=year,
        law_year=law_year,
        lines=tuple(lines),
        net=tuple(float(value) for value in net),
    )


def _order(flow: Flow) -> int:
    return _KINDS.index(flow.kind) if flow.kind in _KINDS else len(_KINDS)


def _line(regime: Regime, name: str, values: Array) -> MonthLine:
    flow = regime.flows[name]
    other = flow.payer if flow.payee == _ACCOUNT else flow.payee
    return MonthLine(
        flow=name,
        label=flow.label,
        kroner=tuple(float(value) for value in values),
        by_year=_by_year(regime, flow),
        legal_basis=flow.legal_basis,
        budget=flow.budget,
        other_side=regime.records.actors[other].label,
    )
