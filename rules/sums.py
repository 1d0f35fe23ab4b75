"""Sums of many rules of which most are nothing for everybody."""

from collections.abc import Iterable
from typing import Any

import numpy

__all__ = ["is_alike", "total"]


def is_alike(values: Any) -> bool:
    """Whether an array is one value seen as many: what a formula that is not run gives."""
    return bool(len(values)) and values.strides == (0,)


def total(read: Any, period: Any, names: Iterable[str], options: Any = None) -> Any:
    """The sum of rules in a period, one element per member; what is nothing is not added.

    Args:
        read: a population, or the members of one.
        period: a month, or a year with the option to add the months.
        names: the rules.
    """
    parts = [read(name, period, options=options) for name in names]
    found: Any = numpy.broadcast_to(0.0, len(parts[0]))
    for values in parts:
        if not is_alike(values) or values[0]:
            found = found + values
    return found
