"""Straffegjennomføringsloven: a prison month and the age of § 10 a."""

import pytest
from situations import household


@pytest.mark.parametrize(("inside", "months"), [(True, 1), (False, 0)])
def test_one_month_for_each_month_inside(inside: bool, months: int) -> None:
    case = household({"p": {"born": "2003-05", "i_fengsel": {"2024-10": inside}}}, barna=["p"])
    assert case.calculate("fengselsmaned", "2024-10") == [months]


@pytest.mark.parametrize(("month", "young"), [("2024-04", True), ("2024-05", False)])
def test_young_until_the_month_of_turning_18(month: str, young: bool) -> None:
    """§ 10 a: "under 18 år", born in May 2006."""
    case = household({"p": {"born": "2006-05", "i_fengsel": {month: True}}}, barna=["p"])
    assert bool(case.calculate("ung_innsatt", month)[0]) is young


def test_nobody_outside_prison_is_a_young_inmate() -> None:
    case = household({"p": {"born": "2010-05"}}, barna=["p"])
    assert not case.calculate("ung_innsatt", "2024-10")[0]
