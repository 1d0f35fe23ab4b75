"""Months as integers: twelve to a year, so that an age is a difference and never a date."""

from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.periods import Period

__all__ = ["age_in_months", "age_in_years", "calendar_month", "month_index"]


def month_index(period: Period) -> int:
    """Months since year 0 of the first month of a period: 12 x year + month - 1."""
    start = period.start
    return 12 * int(start.year) + int(start.month) - 1


def calendar_month(person: Any, period: Period) -> NDArray[numpy.int64]:
    """The month index on the calendar, for what the law compares with a date.

    A later year that shares the law of an earlier one is run in that year; its dates stand.
    """
    later: NDArray[numpy.int64] = person("kalenderforskyvning", period)
    return month_index(period) + later


def age_in_months(person: Any, period: Period) -> NDArray[numpy.int64]:
    """Calendar months from the month of birth (0) to the month of `period`.

    "To and with the month before turning 18" is `< 216`; "from the month after" is `> 216`.
    For a year, the month is January.
    """
    born: NDArray[numpy.int64] = person("fodselsmaned", period)
    return month_index(period) - born


def age_in_years(person: Any, period: Period) -> NDArray[numpy.int64]:
    """Years completed in the course of the month of `period`; for a year, years reached in it."""
    last = 11 if period.unit == "year" else 0
    return numpy.floor_divide(age_in_months(person, period) + last, 12)
