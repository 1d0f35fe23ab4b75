"""The ledger: what each flow carries in each row, and what that makes of each actor's account."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.periods import DateUnit

from effektlov.errors import LawError
from effektlov.law import Flow, UnitCost
from effektlov.regime import Regime
from effektlov.rows import deflator
from effektlov.simulation import RowSimulation, months_of, year_of

__all__ = ["active_months", "flow_in_month", "flow_in_year", "per_row", "unit_price", "year_sum"]

Array = NDArray[numpy.float64]
_PER_YEAR = {"kr/year": 12.0}


def active_months(
    year: int, start: datetime.date | None, end: datetime.date | None
) -> tuple[int, ...]:
    """The months of a year in which a dated record is in force on the 1st."""
    return tuple(
        month
        for month in range(1, 13)
        if (start is None or start <= datetime.date(year, month, 1))
        and (end is None or datetime.date(year, month, 1) <= end)
    )


def per_row(simulation: RowSimulation, name: str, values: Any, rows: int) -> Array:
    """Sum a variable over the members of each row, whatever its entity."""
    entity = simulation.get_variable_population(name).entity.key
    if entity not in ("person", "husstand"):
        raise LawError(
            f"{name} is a value of a {entity}: a flow is summed over persons or husstander"
        )
    by_member: Array = numpy.asarray(values, dtype=numpy.float64).reshape(rows, -1)
    return numpy.asarray(by_member.sum(axis=1))


def year_sum(simulation: RowSimulation, name: str, months: Iterable[int], rows: int) -> Array:
    """The kroner (or units) of a rule over some months of the row's year, per row.

    A rule by year counts with the share of the year that the months are.
    """
    stated = tuple(months)
    if simulation.tax_benefit_system.variables[name].definition_period == DateUnit.MONTH:
        if not stated:
            return numpy.zeros(rows)
        return per_row(simulation, name, simulation.add_months(name, stated), rows)
    whole = simulation.calculate(name, year_of(simulation.year))
    return per_row(simulation, name, whole, rows) * (len(stated) / 12)


def unit_price(regime: Regime, cost: UnitCost, year: int) -> float:
    """Kroner per unit in the prices of a year, by the deflator."""
    return cost.value * deflator(regime, year) / deflator(regime, cost.price_year)


def flow_in_year(simulation: RowSimulation, regime: Regime, flow: Flow, rows: int) -> Array:
    """Kroner that a flow carries in the row's law-year, nominal; one element per row."""
    months = active_months(simulation.year, flow.from_, flow.to)
    if flow.amount is not None:
        return year_sum(simulation, flow.amount, months, rows) * flow.share
    volume, cost = _service(regime, flow)
    units = year_sum(simulation, volume, months, rows)
    return units * _price_of_unit(simulation, regime, volume, cost) * flow.share


def flow_in_month(simulation: RowSimulation, regime: Regime, flow: Flow, month: int) -> Array:
    """Kroner of one month; a rule by year has none.

    Raises:
        LawError: the flow is counted by year.
    """
    name = flow.amount or flow.volume or ""
    if simulation.tax_benefit_system.variables[name].definition_period != DateUnit.MONTH:
        raise LawError(f"{name} is counted by year: give the scenario a year as its period")
    if month not in active_months(simulation.year, flow.from_, flow.to):
        return numpy.zeros(1)
    value = per_row(
        simulation, name, simulation.calculate(name, months_of(simulation.year)[month - 1]), 1
    )
    if flow.amount is not None:
        return value * flow.share
    volume, cost = _service(regime, flow)
    return value * _price_of_unit(simulation, regime, volume, cost) * flow.share


def _service(regime: Regime, flow: Flow) -> tuple[str, UnitCost]:
    costs: Mapping[str, UnitCost] = regime.records.unit_costs
    if flow.volume is None or flow.unit_cost is None or flow.unit_cost not in costs:
        raise LawError(
            f"the flow '{flow.label.en}' has neither an amount nor a volume with a known unit cost",
            allowed=costs,
            got=flow.unit_cost,
        )
    return flow.volume, costs[flow.unit_cost]


def _price_of_unit(simulation: RowSimulation, regime: Regime, volume: str, cost: UnitCost) -> float:
    """A yearly cost of something counted by month is a twelfth for each month."""
    by_month = simulation.tax_benefit_system.variables[volume].definition_period == DateUnit.MONTH
    share = 1 / _PER_YEAR.get(cost.unit, 1.0) if by_month else 1.0
    return unit_price(regime, cost, simulation.year) * share
