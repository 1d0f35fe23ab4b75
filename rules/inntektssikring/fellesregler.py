"""Folketrygdloven § 1-4: the basic amount of an earlier month, and the days of a month.

A rule reads only the law of its own month; earlier basic amounts are parameters of that month.
"""

from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.periods import Period

from effektlov.rules.periods import month_index
from effektlov.rules.rounding import round_half_up

__all__ = ["grunnbelop_da", "hele_kroner", "manedsdager", "snitt_ar_for"]


def grunnbelop_da(
    parameters: Any, period: Period, month: Any, earlier: int = 0
) -> NDArray[numpy.float64]:
    """The basic amount in force in an earlier month, or `earlier` adjustments before it.

    A month that is not stated (0) is the month of `period`.
    """
    shared = parameters(period).inntektssikring.fellesregler
    before = shared.grunnbelop_for
    known = numpy.array(
        [
            parameters(period).trygd.grunnbelop.grunnbelop,
            before.ar_1,
            before.ar_2,
            before.ar_3,
            before.ar_4,
            before.ar_5,
            before.ar_6,
        ]
    )
    turn = shared.grunnbelop_maned - 1
    here = month_index(period)
    then = numpy.where(month > 0, numpy.minimum(month, here), here)
    passed = numpy.floor_divide(here - turn, 12) - numpy.floor_divide(then - turn, 12)
    found: NDArray[numpy.float64] = known[numpy.minimum(passed + earlier, len(known) - 1)]
    return found


def snitt_ar_for(
    parameters: Any, period: Period, month: Any, earlier: Any
) -> NDArray[numpy.float64]:
    """The average basic amount of the calendar year `earlier` years before that of a month."""
    before = parameters(period).inntektssikring.fellesregler.grunnbelop_snitt_for
    known = numpy.array(
        [before.ar_1, before.ar_2, before.ar_3, before.ar_4, before.ar_5, before.ar_6]
    )
    here = month_index(period)
    then = numpy.where(month > 0, numpy.minimum(month, here), here)
    passed = numpy.floor_divide(here, 12) - numpy.floor_divide(then, 12)
    found: NDArray[numpy.float64] = known[numpy.minimum(passed + earlier - 1, len(known) - 1)]
    return found


def manedsdager(parameters: Any, period: Period, stated: Any) -> NDArray[numpy.float64]:
    """The days that a case states, or a twelfth of 260 days."""
    year = parameters(period).inntektssikring.fellesregler.dager_per_ar
    days: NDArray[numpy.float64] = numpy.where(stated > 0, stated, year / 12)
    return days


def hele_kroner(amount: Any) -> NDArray[numpy.float64]:
    """Whole kroner, half a krone upwards, also where a share of kroner falls short by noise."""
    return round_half_up(amount, 0)
