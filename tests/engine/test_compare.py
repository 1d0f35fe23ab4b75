"""Cost, gain, break-even, wrong pocket, society: toy accounts with answers worked out by hand."""

from collections.abc import Sequence

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektlov.accounts import Accounts, FlowLine
from effektlov.compare import (
    Stake,
    break_even,
    discount_factors,
    members_of,
    shapley,
    society,
    stakes,
    wrong_pocket,
)
from effektlov.law import Actor, Label, LegalBasis

TEXT = Label("a", "a")
ACTORS = {
    "stat.a": Actor("state", TEXT, "stat.a"),
    "stat.b": Actor("state", TEXT, "stat.b"),
    "kommune.a": Actor("kommune", TEXT, "kommune"),
    "kommune.b": Actor("kommune", TEXT, "kommune"),
    "nav_kontor": Actor("kommune", TEXT, body=True),
    "husstand": Actor("household", TEXT, "husstand"),
    "arbeidsgiver": Actor("private", TEXT, "arbeidsgiver"),
    "ofre": Actor("third_party", TEXT, "ofre"),
    "ressurser": Actor("resources", TEXT, "ressurser"),
}
Toy = tuple[str, str, str, Sequence[float]]
"""Kind, payer, payee, kroner by year."""


def ledger(*flows: Toy, cashable: Sequence[str | None] = ()) -> Accounts:
    """Accounts of these flows, price-year kroner."""
    lines = tuple(
        FlowLine(
            name=f"flow{number}",
            label=TEXT,
            kind=kind,
            payer=payer,
            payee=payee,
            cashable=cashable[number] if cashable else "now",
            legal_basis=LegalBasis("a", "§ 1", ""),
            budget=None,
            amount="a",
        )
        for number, (kind, payer, payee, _) in enumerate(flows)
    )
    kroner = numpy.array([list(values) for *_, values in flows], dtype=float)
    years = tuple(range(2026, 2026 + kroner.shape[1]))
    return Accounts(
        lines=lines,
        years=years,
        nominal=kroner,
        real=kroner,
        duties={},
        watched={},
        states=(),
        completed=(),
        working_not_completed=(),
        public_by_row={},
    )


# --- break-even ---


@pytest.mark.parametrize(
    ("cost", "gain", "share"),
    [
        (100, 400, 0.25),
        (100, 50, 2.0),  # more than all must succeed
        (100, 0, None),
        (100, -30, None),
        (0, 400, 0.0),  # no cost borne
        (-20, 400, 0.0),
        (0, 0, 0.0),
        (0, -30, None),  # loses by success, though it bears no cost
    ],
)
def test_break_even(cost: float, gain: float, share: float | None) -> None:
    assert break_even(cost, gain) == share


def test_cost_and_gain_are_summed_to_the_year() -> None:
    # cost 100 in the first year; gain 0, 40, 40, 40: after 4 years 100 / 120
    stake = Stake("a", numpy.array([100.0, 0, 0, 0]), numpy.array([0.0, 40, 40, 40]))
    assert [stake.break_even(years) for years in (1, 2, 3, 4)] == [
        None,
        100 / 40,
        100 / 80,
        pytest.approx(100 / 120),
    ]


def test_the_institution_child_of_the_2022_reform() -> None:
    # five months of MST against twelve of institution; before 16 185 and 68 740, after 15 000 and
    # 170 000: 80 925 / 824 880 = 9.8 %, 75 000 / 2 040 000 = 3.7 %
    for mst, institution, share in ((16_185, 68_740, 0.098), (15_000, 170_000, 0.037)):
        without = ledger(
            ("transfer", "kommune.a", "stat.a", [0]),
            ("transfer", "kommune.a", "stat.a", [12 * institution]),
        )
        helped = ledger(
            ("transfer", "kommune.a", "stat.a", [5 * mst]),
            ("transfer", "kommune.a", "stat.a", [12 * institution]),
        )
        success = ledger(
            ("transfer", "kommune.a", "stat.a", [5 * mst]),
            ("transfer", "kommune.a", "stat.a", [0]),
        )
        found = stakes(without, helped, success, ACTORS)
        assert found.holders["kommune"].break_even(1) == pytest.approx(share, abs=0.0005)
        # between two public purses nothing is gained or lost by all
        assert found.public.to(1) == (0.0, 0.0)


def test_stakes_of_services_sum_to_their_holder_and_holders_to_the_public() -> None:
    first = ledger(
        ("service_cost", "kommune.a", "ressurser", [10, 20]),
        ("service_cost", "kommune.b", "ressurser", [5, 5]),
        ("transfer", "stat.a", "kommune.b", [3, 4]),
    )
    last = ledger(
        ("service_cost", "kommune.a", "ressurser", [1, 2]),
        ("service_cost", "kommune.b", "ressurser", [0, 0]),
        ("transfer", "stat.a", "kommune.b", [0, 0]),
    )
    found = stakes(first, first, last, ACTORS)
    gains = {name: found.services[name].gain for name in ("kommune.a", "kommune.b", "stat.a")}
    assert gains["kommune.a"].tolist() == [9, 18]
    assert gains["kommune.b"].tolist() == [2, 1]
    assert gains["stat.a"].tolist() == [3, 4]
    assert found.holders["kommune"].gain.tolist() == [11, 19]
    assert found.public.gain.tolist() == [14, 23]
    assert members_of(ACTORS, "kommune") == ["kommune.a", "kommune.b"]


def test_what_nobody_can_cash_is_left_out_on_request() -> None:
    flows = (
        ("service_cost", "kommune.a", "ressurser", [100.0]),
        ("service_cost", "kommune.a", "ressurser", [40.0]),
    )
    nothing = tuple((kind, payer, payee, [0.0]) for kind, payer, payee, _ in flows)
    marks = ["now", "not"]
    first, last = ledger(*flows, cashable=marks), ledger(*nothing, cashable=marks)
    assert stakes(first, first, last, ACTORS).holders["kommune"].to(1) == (0, 140)
    cash = stakes(first, first, last, ACTORS, only_cashable=True)
    assert cash.holders["kommune"].to(1) == (0, 100)


def test_gap_is_the_largest_distance_to_the_public_break_even() -> None:
    # kommune 100 / 200 = 50 %, stat.a 0 / 200 = 0 %, public 100 / 400 = 25 %
    first = ledger(
        ("service_cost", "kommune.a", "ressurser", [0.0]),
        ("transfer", "kommune.a", "husstand", [200.0]),
        ("transfer", "stat.a", "husstand", [200.0]),
    )
    helped = ledger(
        ("service_cost", "kommune.a", "ressurser", [100.0]),
        ("transfer", "kommune.a", "husstand", [200.0]),
        ("transfer", "stat.a", "husstand", [200.0]),
    )
    success = ledger(
        ("service_cost", "kommune.a", "ressurser", [100.0]),
        ("transfer", "kommune.a", "husstand", [0.0]),
        ("transfer", "stat.a", "husstand", [0.0]),
    )
    found = stakes(first, helped, success, ACTORS)
    assert found.public.break_even(1) == 0.25
    assert found.gap(1) == 0.25


# --- wrong pocket ---


def _stake(cost: float, gain: float) -> Stake:
    return Stake("a", numpy.array([float(cost)]), numpy.array([float(gain)]))


@pytest.mark.parametrize(
    ("pairs", "index"),
    [
        ([(100, 0), (0, 300)], 1.0),  # one pays, the other gains
        ([(100, 300)], 0.0),
        ([(50, 30), (50, 30)], 0.0),
        ([(100, 75), (0, 25)], 0.25),  # half of |1 - 0.75| + |0 - 0.25|
        ([(60, 20), (40, 80)], 0.4),
        ([(100, -50), (0, 100)], 1.0),  # a loss is no share of the gain
        ([(0, 0), (0, 100)], None),  # nobody bears a cost
        ([(100, 0), (0, 0)], None),
    ],
)
def test_wrong_pocket(pairs: list[tuple[float, float]], index: float | None) -> None:
    found = wrong_pocket([_stake(*pair) for pair in pairs], 1)
    assert found == (None if index is None else pytest.approx(index))


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 1000)), min_size=1, max_size=6))
def test_wrong_pocket_lies_between_nothing_and_all(pairs: list[tuple[int, int]]) -> None:
    found = wrong_pocket([_stake(*pair) for pair in pairs], 1)
    assert found is None or -1e-12 <= found <= 1 + 1e-12


# --- discounting and society ---


def test_discount_factors_fall_by_four_three_and_two_per_cent() -> None:
    # R-109/2021: 4 % to year 40, 3 % from there to 75, 2 % after
    factors = discount_factors(101)
    assert factors[0] == 1
    assert factors[1] == pytest.approx(1 / 1.04)
    assert factors[40] == pytest.approx(1.04**-40)
    assert factors[41] == pytest.approx(1.04**-40 / 1.03)
    assert factors[75] == pytest.approx(1.04**-40 * 1.03**-35)
    assert factors[76] == pytest.approx(1.04**-40 * 1.03**-35 / 1.02)
    assert factors[100] == pytest.approx(1.04**-40 * 1.03**-35 * 1.02**-25)


@pytest.mark.parametrize(
    ("flow", "worth"),
    [
        # a transfer cancels, its financing costs a fifth
        (("transfer", "stat.a", "husstand", [100]), -20),
        (("transfer", "kommune.a", "stat.a", [100]), 0),
        (("tax", "husstand", "stat.a", [100]), 20),
        # a public service takes real resources and public money
        (("service_cost", "kommune.a", "ressurser", [100]), -120),
        (("production", "ressurser", "arbeidsgiver", [100]), 100),
        (("wage", "arbeidsgiver", "husstand", [100]), 0),
        # what a victim loses is lost once
        (("victim_cost", "ofre", "ressurser", [100]), -100),
    ],
)
def test_society_of_one_flow(flow: Toy, worth: float) -> None:
    assert society(ledger(flow), ACTORS).tolist() == [pytest.approx(worth)]


def test_society_of_a_job_by_hand() -> None:
    # wage 500, employer tax 70, production 570, tax 150, benefit saved 200, in year 1:
    # production 570 + 0.2 x (70 + 150 + 200) = 654, discounted once
    idle = ledger(
        ("transfer", "stat.a", "husstand", [0, 200]),
        ("wage", "arbeidsgiver", "husstand", [0, 0]),
        ("tax", "arbeidsgiver", "stat.a", [0, 0]),
        ("production", "ressurser", "arbeidsgiver", [0, 0]),
        ("tax", "husstand", "stat.a", [0, 0]),
    )
    job = ledger(
        ("transfer", "stat.a", "husstand", [0, 0]),
        ("wage", "arbeidsgiver", "husstand", [0, 500]),
        ("tax", "arbeidsgiver", "stat.a", [0, 70]),
        ("production", "ressurser", "arbeidsgiver", [0, 570]),
        ("tax", "husstand", "stat.a", [0, 150]),
    )
    found = stakes(idle, idle, job, ACTORS)
    assert found.society.gain.tolist() == [0, pytest.approx(654 / 1.04)]
    # purses are not discounted; the household keeps 500 - 150 - 200
    assert found.public.gain.tolist() == [0, 420]
    assert found.household.gain.tolist() == [0, 150]
    assert found.employer.gain.tolist() == [0, 0]


# --- shapley ---


def _game(
    worth: dict[frozenset[int], float], players: int
) -> dict[tuple[bool, ...], numpy.ndarray]:
    return {
        tuple(bool(number >> player & 1) for player in range(players)): numpy.array(
            [worth[frozenset(p for p in range(players) if number >> p & 1)]]
        )
        for number in range(2**players)
    }


def _all(players: int) -> list[frozenset[int]]:
    return [frozenset(p for p in range(players) if number >> p & 1) for number in range(2**players)]


def test_shapley_of_the_airport_game() -> None:
    # a runway for planes that need 1, 2 and 3: 1/3, 1/3 + 1/2, 1/3 + 1/2 + 1
    game = _game({group: max((p + 1 for p in group), default=0) for group in _all(3)}, 3)
    parts = shapley(game, ("small", "middle", "large"))
    assert [float(parts[name][0]) for name in ("small", "middle", "large")] == pytest.approx(
        [1 / 3, 5 / 6, 11 / 6]
    )


def test_shapley_of_the_glove_game() -> None:
    # two left gloves (0, 1), one right (2); a pair is worth 1: 1/6, 1/6, 2/3
    pairs = {group: float(2 in group and len(group) > 1) for group in _all(3)}
    parts = shapley(_game(pairs, 3), ("left", "other", "right"))
    assert [float(parts[name][0]) for name in ("left", "other", "right")] == pytest.approx(
        [1 / 6, 1 / 6, 2 / 3]
    )


@given(st.lists(st.integers(-1000, 1000), min_size=8, max_size=8))
def test_shapley_adds_up_in_whatever_order_switches_stand(values: list[int]) -> None:
    game = _game(dict(zip(_all(3), map(float, values), strict=True)), 3)
    parts = shapley(game, ("a", "b", "c"))
    assert float(sum(parts.values())[0]) == pytest.approx(values[7] - values[0], abs=1e-9)
    turned = {(c, b, a): value for (a, b, c), value in game.items()}
    again = shapley(turned, ("c", "b", "a"))
    for name in parts:
        assert float(again[name][0]) == pytest.approx(float(parts[name][0]), abs=1e-9)
