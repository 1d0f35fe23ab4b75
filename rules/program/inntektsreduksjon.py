"""How Nav pays the two trials for the young: the days of a month less a share of its earnings.

Both benefits are computed by the same code of the agency (navikt/ung-sak): the month's sum, less
66 per cent of what was earned in the days that give the benefit, becomes whole kroner a day.
"""

import numpy

from effektlov.rules.rounding import nearest_krone

__all__ = ["paid_days", "paid_in_month"]


def paid_days(stated, average, left):
    """The days stated, or an average month's, as far as days are left."""
    days = numpy.where(stated > 0, stated, average)
    return numpy.clip(days, 0.0, numpy.maximum(left, 0.0))


def paid_in_month(*, day_rate, days, days_of_month, income, cut):
    """Kroner of the month.

    Args:
        day_rate: unrounded, with the child supplement.
        days: days that give the benefit.
        days_of_month: workdays of the calendar month; nought when the month is whole.
        income: earned in the calendar month.
        cut: share of it that is taken off.
    """
    some = numpy.where(days > 0, days, 1.0)
    share = numpy.minimum(days / numpy.where(days_of_month > 0, days_of_month, some), 1.0)
    left = numpy.maximum(day_rate * days - cut * numpy.maximum(income, 0.0) * share, 0.0)
    return nearest_krone(left / some) * days
