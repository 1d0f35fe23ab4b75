"""The school year: months since the first school day, counted from the calendar year of birth."""

from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.periods import Period

from effektlov.rules.periods import month_index

__all__ = ["months_in_school", "months_since_school_year"]


def months_since_school_year(
    person: Any, period: Period, parameters: Any, age: Any
) -> NDArray[numpy.int64]:
    """Months since the start of the school year that begins in the year the person turns `age`;
    negative before."""
    law = parameters(period).utdanning.opplaeringslova
    born = person("fodselsmaned", period)
    january: NDArray[numpy.int64] = born - numpy.mod(born, 12)
    since: NDArray[numpy.int64] = month_index(period) - (
        january + 12 * age + law.skolearets_forste_maned - 1
    )
    return since


def months_in_school(person: Any, period: Period, parameters: Any) -> NDArray[numpy.int64]:
    """Months since the first school day of grade 1; a late start moves it a year, an early start
    a year back."""
    law = parameters(period).utdanning.opplaeringslova
    late = person("utsatt_skolestart", period) * 1 - person("tidlig_skolestart", period) * 1
    begun = months_since_school_year(person, period, parameters, law.startalder)
    since: NDArray[numpy.int64] = begun - 12 * late
    return since
