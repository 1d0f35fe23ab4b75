"""Startlån: who can have one, and how a loss is shared between the kommune and the state."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household


def loss(year: int = 2026, **facts: Any) -> Simulation:
    """A household with a loss on its startlån in a year."""
    stated = {"startlan_tap_konstatert": True} | facts
    return household(
        {"p": {"born": "1999-05"}},
        foreldre=["p"],
        husstand={name: {str(year): value} for name, value in stated.items()},
    )


def shares(case: Simulation, year: int = 2026) -> tuple[float, float]:
    kommune, state = (
        float(case.calculate(name, str(year))[0])
        for name in ("startlan_tap_kommune", "startlan_tap_stat")
    )
    return kommune, state


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
def test_official_example_1_the_whole_purchase(year: int) -> None:
    """husbanken.no, Tapsdeling - to eksempler: 1 000 000 sold for 800 000, all by the kommune."""
    case = loss(year, startlan_restgjeld=1_000_000.0, startlan_dekket_ved_salg=800_000.0)
    assert shares(case, year) == (200_000, 0)


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
def test_official_example_2_the_top_loan(year: int) -> None:
    """husbanken.no, Tapsdeling - to eksempler: 200 000 on top, all lost: 50 000 and 150 000."""
    case = loss(year, startlan_restgjeld=200_000.0)
    assert shares(case, year) == (50_000, 150_000)


def test_interest_and_costs_are_the_kommunes() -> None:
    """§ 7-5: 410 000 owed, 60 000 paid; 0.25 x 400 000 + 10 000 by the kommune."""
    case = loss(
        startlan_restgjeld=400_000.0,
        startlan_forfalte_renter=10_000.0,
        startlan_dekket_ved_salg=60_000.0,
    )
    assert shares(case) == (110_000, 240_000)


def test_a_loss_that_may_not_be_shared() -> None:
    assert shares(loss(startlan_restgjeld=400_000.0, startlan_uten_tapsdeling=True)) == (400_000, 0)


def test_no_loss_before_it_is_established() -> None:
    case = loss(startlan_restgjeld=400_000.0, startlan_tap_konstatert=False)
    assert shares(case) == (0, 0)


@settings(max_examples=40, deadline=None)
@given(
    principal=st.floats(0, 5_000_000),
    due=st.floats(0, 200_000),
    paid=st.floats(0, 6_000_000),
)
def test_the_parts_make_the_loss(principal: float, due: float, paid: float) -> None:
    case = loss(
        startlan_restgjeld=principal, startlan_forfalte_renter=due, startlan_dekket_ved_salg=paid
    )
    kommune, state = shares(case)
    assert kommune >= 0
    assert state >= 0
    assert kommune + state == pytest.approx(max(principal + due - paid, 0), abs=1e-6)
    assert kommune <= 0.25 * principal + due + 1e-6


@pytest.mark.parametrize(
    ("facts", "may"),
    [
        ({}, True),
        ({"far_ikke_lan_i_bank": False}, False),
        ({"startlan_formal": "ingen"}, False),
        ({"startlan_betjeningsevne": False}, False),
        ({"startlan_egnet_bolig": False}, False),
        ({"langvarige_finansieringsproblemer": False}, False),
        ({"har_brukt_sparemulighet": False}, False),
        ({"langvarige_finansieringsproblemer": False, "startlan_unntak": "arbeid"}, True),
        ({"langvarige_finansieringsproblemer": False, "startlan_unntak": "kommunal_bolig"}, True),
        ({"har_brukt_sparemulighet": False, "startlan_unntak": "boutgifter"}, False),
        (
            {
                "har_brukt_sparemulighet": False,
                "startlan_unntak": "boutgifter",
                "startlan_formal": "refinansiering",
            },
            True,
        ),
        ({"har_brukt_sparemulighet": False, "startlan_unntak": "trygg_bosituasjon"}, False),
        (
            {
                "har_brukt_sparemulighet": False,
                "startlan_unntak": "trygg_bosituasjon",
                "saerlige_utfordringer_i_husstanden": True,
            },
            True,
        ),
    ],
)
def test_who_can_have_a_startlan(facts: dict[str, Any], may: bool) -> None:
    """§§ 5-2 to 5-4, one condition at a time."""
    stated: dict[str, Any] = {
        "startlan_formal": "kjop",
        "far_ikke_lan_i_bank": True,
        "langvarige_finansieringsproblemer": True,
    } | facts
    case = household(
        {"p": {"born": "1999-05"}},
        foreldre=["p"],
        husstand={name: {"2026-06": value} for name, value in stated.items()},
    )
    assert bool(case.calculate("kan_gi_startlan", "2026-06")[0]) is may


@pytest.mark.parametrize(("born", "may"), [("2008-06", False), ("2008-07", True)])
def test_a_child_is_below_18(born: str, may: bool) -> None:
    """§ 5-4 second paragraph a: in June 2026 a child born in June 2008 is 18."""
    case = household(
        {"p": {"born": "1985-05"}, "b": {"born": born}},
        foreldre=["p"],
        barna=["b"],
        husstand={
            "startlan_formal": {"2026-06": "kjop"},
            "far_ikke_lan_i_bank": {"2026-06": True},
            "startlan_unntak": {"2026-06": "trygg_bosituasjon"},
        },
    )
    assert bool(case.calculate("kan_gi_startlan", "2026-06")[0]) is may
