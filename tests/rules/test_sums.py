"""Sums of many rules: the same kroner as one by one, and what is nothing passed over."""

from collections.abc import Mapping
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from effektlov.rules.sums import is_alike, total

Array = NDArray[Any]


def reader(known: Mapping[str, Array]) -> Any:
    return lambda name, period, options=None: known[name]


@given(
    st.lists(
        st.one_of(
            st.floats(-1e6, 1e6).map(lambda one: numpy.broadcast_to(one, 3)),
            st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3).map(numpy.array),
        ),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=60, deadline=None)
def test_the_sum_is_that_of_each_added(parts: list[Array]) -> None:
    known = {str(number): values for number, values in enumerate(parts)}
    before = [values.copy() for values in parts]
    found = total(reader(known), "2025-01", known)
    assert found == pytest.approx(numpy.array(parts).sum(axis=0))
    for values, was in zip(parts, before, strict=True):
        assert (values == was).all()


def test_what_is_nothing_for_everybody_stays_one_value_seen_as_many() -> None:
    nothing = numpy.broadcast_to(0.0, 4)
    known = {"a": nothing, "b": nothing}
    assert is_alike(total(reader(known), "2025-01", known))
    one = numpy.array([1.0, 0.0, 0.0, 0.0])
    assert not is_alike(one)
    assert total(reader({**known, "c": one}), "2025-01", ("a", "c")) is not one
    assert not is_alike(numpy.zeros(0))
