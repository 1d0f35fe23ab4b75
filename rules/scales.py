"""Scales of the law, read by threshold: one search per person instead of persons x brackets."""

from typing import Any

import numpy
from numpy.typing import NDArray

__all__ = ["marginal", "stepwise"]


def marginal(base: NDArray[Any], scale: Any) -> NDArray[numpy.float64]:
    """Sum of rate x the part of `base` in each bracket; nothing below the first threshold.

    Args:
        base: amounts, any shape.
        scale: OpenFisca's MarginalRateTaxScale at an instant.
    """
    thresholds = numpy.asarray(scale.thresholds, dtype=numpy.float64)
    rates = numpy.asarray(scale.rates, dtype=numpy.float64)
    below = numpy.concatenate(([0.0], numpy.cumsum(numpy.diff(thresholds) * rates[:-1])))
    at = numpy.searchsorted(thresholds, base, side="right") - 1
    bracket = numpy.maximum(at, 0)
    inside = below[bracket] + (base - thresholds[bracket]) * rates[bracket]
    return numpy.where(at < 0, 0.0, inside)


def stepwise(base: NDArray[Any], scale: Any) -> NDArray[numpy.float64]:
    """The amount of the bracket that `base` lies in; nothing below the first threshold.

    Args:
        base: values such as an age or a number of children.
        scale: OpenFisca's SingleAmountTaxScale at an instant.
    """
    thresholds = numpy.asarray(scale.thresholds, dtype=numpy.float64)
    amounts = numpy.asarray(scale.amounts, dtype=numpy.float64)
    at = numpy.searchsorted(thresholds, base, side="right") - 1
    return numpy.where(at < 0, 0.0, amounts[numpy.maximum(at, 0)])
