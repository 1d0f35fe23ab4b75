"""Contribution from parents: § 15-12 and regulation 2006-06-23-723 §§ 4 and 5."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household


def family(
    month: str,
    *,
    since: int = 0,
    born: str = "2010-06",
    claimed: bool = True,
    amount: float = 1500,
    place: str = "fosterhjem",
    **inputs: bool,
) -> Simulation:
    """Two parents with a fixed contribution each, and a child who lives outside the home."""
    parent = {"born": "1985-01", "oppfostringsbidrag_fastsatt": {month: amount}}
    return household(
        {
            "mor": dict(parent),
            "far": dict(parent),
            "barn": {
                "born": born,
                "plassering": {month: place},
                "plassert_siden": {"ETERNITY": since},
                **{name: {month: value} for name, value in inputs.items()},
            },
        },
        foreldre=["mor", "far"],
        barna=["barn"],
        husstand={"kommunen_krever_oppfostringsbidrag": {month: claimed}},
    )


@pytest.mark.parametrize(("claimed", "paid"), [(True, 3000), (False, 0)])
def test_paid_when_the_kommune_claims(claimed: bool, paid: int) -> None:
    assert family("2024-06", claimed=claimed).calculate("oppfostringsbidrag", "2024-06") == [paid]


@pytest.mark.parametrize(("since", "paid"), [("2024-06", 0), ("2024-05", 3000)])
def test_from_the_month_after_the_decision_was_carried_out(since: str, paid: int) -> None:
    year, month = (int(part) for part in since.split("-"))
    case = family("2024-06", since=12 * year + month - 1)
    assert case.calculate("oppfostringsbidrag", "2024-06") == [paid]


@pytest.mark.parametrize(("born", "ground"), [("2006-06", True), ("2006-05", False)])
def test_to_and_with_the_month_of_the_18th_birthday(born: str, ground: bool) -> None:
    found = family("2024-06", born=born).calculate("grunnlag_for_oppfostringsbidrag", "2024-06")
    assert bool(found[2]) is ground


def test_at_most_the_cost_of_the_kommune() -> None:
    """14 years in August 2024: 10 336 + 9 328 kr (KS), and arbeidsgiveravgift of the pay, 14.1 per
    cent (KS, utfyllende informasjon om utgiftsdekning)."""
    case = family("2024-08", born="2010-06", amount=15000)
    paid = case.calculate("oppfostringsbidrag", "2024-08")[0]
    assert paid == pytest.approx(10336 * 1.141 + 9328)


@pytest.mark.parametrize(
    ("place", "facts", "ceiling"),
    [
        ("institusjon", {}, 182700),
        ("institusjon", {"bufetat_tilbyr_plass": False}, 182700),
        ("fosterhjem", {"spesialisert_fosterhjem": True}, 91350),
        ("fosterhjem", {"spesialisert_fosterhjem": True, "bufetat_tilbyr_plass": False}, 91350),
        ("hjemme", {}, 0),
    ],
)
def test_the_ceiling_follows_the_place(place: str, facts: dict[str, bool], ceiling: int) -> None:
    """The egenandel of 2024, also when the kommune pays the place in full."""
    case = family("2024-06", amount=1e6, place=place, **facts)
    assert case.calculate("oppfostringsbidrag", "2024-06") == [ceiling]


@settings(max_examples=30, deadline=None)
@given(amount=st.floats(-1e6, 1e9, allow_nan=False))
def test_never_negative_and_never_above_the_cost(amount: float) -> None:
    paid = family("2024-06", amount=amount).calculate("oppfostringsbidrag", "2024-06")[0]
    assert 0 <= paid <= 9885 * 1.141 + 8617 + 0.01
