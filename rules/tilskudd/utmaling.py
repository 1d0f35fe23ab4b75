"""What an earmarked grant pays of a cost."""

from typing import Any

import numpy
from numpy.typing import NDArray

__all__ = ["paid_by_grant"]


def paid_by_grant(
    granted: NDArray[Any], cost: NDArray[Any], own_share: Any = 0
) -> NDArray[numpy.float64]:
    """No more than what is granted, and so much of the cost that the own part, a share of the
    grant, is paid by the receiver: the rest of the grant goes back to the state."""
    most = numpy.maximum(cost, 0) / (1 + own_share)
    paid: NDArray[numpy.float64] = numpy.minimum(numpy.maximum(granted, 0), most)
    return paid
