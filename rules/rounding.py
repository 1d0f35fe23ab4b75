"""Rounding as the agencies round."""

from typing import Any

import numpy
from numpy.typing import NDArray

__all__ = ["nearest_krone", "round_half_up"]


def nearest_krone(amount: NDArray[Any]) -> NDArray[numpy.float64]:
    """Whole kroner, half a krone upwards (as navikt's `setScale(0, HALF_UP)`)."""
    return numpy.floor(numpy.asarray(amount, dtype=numpy.float64) + 0.5)


def round_half_up(value: NDArray[Any], decimals: int) -> NDArray[numpy.float64]:
    """`decimals` decimals, half upwards; a tenth of a millionth is added against binary noise."""
    factor = 10.0**decimals
    scaled = numpy.asarray(value, dtype=numpy.float64) * factor
    return numpy.floor(scaled + 0.5 + 1e-7) / factor
