"""Engangsstønad: Nav's rates (navikt/g, fp-sak) and the conditions of folketrygdloven § 14-17."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household

RATES = [
    ("2019-01", 83140),
    ("2019-12", 83140),
    ("2020-01", 84720),
    ("2020-12", 84720),
    ("2021-01", 90300),
    ("2022-12", 90300),
    ("2023-01", 92648),
    ("2024-06", 92648),
    ("2025-06", 92648),
    ("2026-06", 92648),
]


def _period(name: str, month: str) -> str:
    yearly = ("foreldrepengegrunnlag", "foreldrepenger_grunnbelop")
    return month[:4] if name in yearly else month


def _paid(month: str, **facts: Any) -> float:
    given_facts = {"barn_fodt_eller_adoptert": 1} | facts
    mother = {"born": "1998-01"} | {
        name: {_period(name, month): value} for name, value in given_facts.items()
    }
    case = household({"mor": mother}, foreldre=["mor"])
    return float(case.calculate("engangsstonad", month)[0])


@pytest.mark.parametrize(("month", "rate"), RATES)
def test_official_rate_by_date_of_birth(month: str, rate: int) -> None:
    """navikt/g engangsstønad.json; fp-sak takes the rate of the date of birth."""
    assert _paid(month) == rate


@pytest.mark.parametrize("children", [1, 2, 3])
def test_official_one_amount_for_each_child(children: int) -> None:
    """navikt/fp-sak BeregneYtelseStegImplTest.java: the rate times the number of children."""
    assert _paid("2025-06", barn_fodt_eller_adoptert=children) == children * 92648


def test_nothing_without_a_birth() -> None:
    assert _paid("2025-06", barn_fodt_eller_adoptert=0) == 0


@pytest.mark.parametrize(("basis", "paid"), [(65079, 92648), (65080, 0), (500000, 0)])
def test_only_without_a_right_to_foreldrepenger(basis: float, paid: float) -> None:
    """§§ 14-7 and 14-17: half of G is 65 080 in June 2025 (G 130 160)."""
    assert _paid("2025-06", foreldrepengegrunnlag=basis) == paid


def test_too_short_a_time_at_work_gives_the_lump_sum() -> None:
    """§ 14-6: six of the last ten months."""
    earned = {"foreldrepengegrunnlag": 500000, "foreldrepenger_opptjening_maneder": 5}
    assert _paid("2025-06", **earned) == 92648
    assert _paid("2025-06", **earned | {"foreldrepenger_opptjening_maneder": 6}) == 0


def test_chosen_instead_of_foreldrepenger() -> None:
    """§ 14-17 first paragraph: the choice; then no foreldrepenger."""
    facts = {
        "barn_fodt_eller_adoptert": 1,
        "foreldrepengegrunnlag": 500000,
        "velger_engangsstonad": True,
        "innvilget_foreldrepenger": True,
    }
    mother = {"born": "1998-01"} | {
        name: {_period(name, "2025-06"): value} for name, value in facts.items()
    }
    case = household({"mor": mother}, foreldre=["mor"])
    assert case.calculate("engangsstonad", "2025-06") == [92648]
    assert case.calculate("foreldrepenger", "2025-06") == [0]


@pytest.mark.parametrize(
    ("month", "months", "week_22", "paid"),
    [
        ("2024-09", 0, False, 92648),
        ("2024-10", 11, False, 0),
        ("2024-10", 12, False, 92648),
        ("2024-10", 0, True, 92648),
        ("2026-06", 11, False, 0),
    ],
)
def test_twelve_months_membership_from_october_2024(
    month: str, months: int, week_22: bool, paid: float
) -> None:
    """§ 14-17 fifth paragraph (lov 25. juni 2024 nr. 54), not for those in week 22 by then."""
    facts = {
        "medlemskap_for_fodsel_maneder": months,
        "gravid_i_uke_22_oktober_2024": week_22,
    }
    assert _paid(month, **facts) == paid


@settings(max_examples=25, deadline=None)
@given(
    st.integers(-1, 5),
    st.floats(0, 900000, allow_nan=False),
    st.booleans(),
    st.integers(0, 30),
    st.sampled_from([m for m, _ in RATES]),
)
def test_a_whole_number_of_rates(
    children: int, basis: float, chosen: bool, months: int, month: str
) -> None:
    paid = _paid(
        month,
        barn_fodt_eller_adoptert=children,
        foreldrepengegrunnlag=basis,
        velger_engangsstonad=chosen,
        medlemskap_for_fodsel_maneder=months,
    )
    assert paid in (0, max(children, 0) * dict(RATES)[month])


def test_paid_once_in_the_year() -> None:
    mother: dict[str, Any] = {"born": "1998-01", "barn_fodt_eller_adoptert": {"2025-06": 1}}
    case = household({"mor": mother}, foreldre=["mor"])
    assert case.calculate_add("engangsstonad", "2025") == [92648]
