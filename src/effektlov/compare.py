"""Comparison: cost, gain, break-even, alignment and what a reform changes, account by account.

Definitions (DESIGN.md): with A the accounts of the course without help, A+ the same with the
measure, S+ the course of success with the measure, all in kroner of the price year and summed to
year t, the cost of X is A - A+, the gain of X is S+ - A+, and the break-even is cost / gain.
"""

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray

from effektlov.accounts import Accounts
from effektlov.law import Actor

__all__ = [
    "DISCOUNT",
    "TAX_COST",
    "Stake",
    "Stakes",
    "break_even",
    "discount_factors",
    "members_of",
    "shapley",
    "society",
    "stakes",
    "wrong_pocket",
]

Array = NDArray[Any]

TAX_COST = 0.2
"""Cost of a krone of public funding: R-109/2021."""

DISCOUNT = ((40, 0.04), (75, 0.03), (10_000, 0.02))
"""Real yearly rates to and with a year: R-109/2021."""


@dataclass(frozen=True)
class Stake:
    """One account's cost and gain by year, price-year kroner; both cumulative sums are wanted.

    `cost` is what the measure takes (positive); `gain` what a success gives (positive).
    """

    name: str
    cost: Array
    gain: Array

    def to(self, years: int) -> tuple[float, float]:
        """Cost and gain to and with the n-th year."""
        return float(self.cost[:years].sum()), float(self.gain[:years].sum())

    def break_even(self, years: int) -> float | None:
        """The break-even share to the n-th year, None when there is none."""
        return break_even(*self.to(years))


@dataclass(frozen=True)
class Stakes:
    """The stakes of a regime: by budget-holder, by service, and of the sums."""

    holders: Mapping[str, Stake]
    services: Mapping[str, Stake]
    public: Stake
    household: Stake
    society: Stake
    third_party: Stake
    employer: Stake

    def gap(self, years: int) -> float | None:
        """The largest distance from a holder's break-even to the public sum's; None if one has
        none."""
        target = self.public.break_even(years)
        own = [
            stake.break_even(years) for stake in self.holders.values() if _has_stake(stake, years)
        ]
        if target is None or any(value is None for value in own):
            return None
        return max((abs(value - target) for value in own if value is not None), default=0.0)


def break_even(cost: float, gain: float) -> float | None:
    """Smallest share of treated persons who must succeed: 0 without a cost, None without a gain.

    An account that loses by success has no break-even even when it bears no cost.
    """
    if gain < -0.5:
        return None
    if cost <= 0.5:
        return 0.0
    if gain <= 0.5:
        return None
    return cost / gain


def discount_factors(years: int) -> Array:
    """Factor of each year from the first (factor 1) with the falling rates of R-109/2021."""
    factors = [1.0]
    for year in range(1, years):
        rate = next(rate for last, rate in DISCOUNT if year <= last)
        factors.append(factors[-1] / (1 + rate))
    return numpy.array(factors)


def members_of(actors: Mapping[str, Actor], holder: str) -> list[str]:
    """The actors whose accounts make up a budget-holder's."""
    return [name for name, actor in actors.items() if actor.holder == holder]


def society(accounts: Accounts, actors: Mapping[str, Actor]) -> Array:
    """Society's account by year, discounted: minus real resources, minus the cost of public funds.

    Transfers cancel; a production flow is paid by `ressurser`, so that it counts as a gain. What
    victims lose is paid to `ressurser` and counts there.
    """
    resources = accounts.sum_of(_level(actors, "resources"))
    public = accounts.sum_of(_public(actors))
    series: Array = -resources + TAX_COST * public
    return series * discount_factors(len(series))


def stakes(
    baseline: Accounts,
    with_measure: Accounts,
    success: Accounts,
    actors: Mapping[str, Actor],
    *,
    only_cashable: bool = False,
) -> Stakes:
    """Cost and gain of every account.

    Args:
        baseline: A, the course without help.
        with_measure: A+, the same with the measure.
        success: S+, the course of success with the measure.
        actors: who has an account.
        only_cashable: leave out savings that nobody can cash.
    """
    keep = numpy.array(
        [not (only_cashable and line.cashable == "not") for line in baseline.lines], dtype=float
    )

    def stake(name: str, members: Iterable[str]) -> Stake:
        chosen = list(members)
        series = [
            accounts.sum_of(chosen, lines=keep) for accounts in (baseline, with_measure, success)
        ]
        return Stake(name, series[0] - series[1], series[2] - series[1])

    worth = [society(accounts, actors) for accounts in (baseline, with_measure, success)]
    public = _public(actors)
    holders = sorted({str(actors[name].holder) for name in public})
    return Stakes(
        holders={holder: stake(holder, members_of(actors, holder)) for holder in holders},
        services={name: stake(name, [name]) for name in public},
        public=stake("public", public),
        household=stake("husstand", _level(actors, "household")),
        society=Stake("society", worth[0] - worth[1], worth[2] - worth[1]),
        third_party=stake("third_party", _level(actors, "third_party")),
        employer=stake("private", _level(actors, "private")),
    )


def _level(actors: Mapping[str, Actor], level: str) -> list[str]:
    return [name for name, actor in actors.items() if actor.level == level and not actor.body]


def _public(actors: Mapping[str, Actor]) -> list[str]:
    return [name for name, actor in actors.items() if actor.public]


def _has_stake(stake: Stake, years: int) -> bool:
    cost, gain = stake.to(years)
    return abs(cost) > 0.5 or abs(gain) > 0.5


def wrong_pocket(holders: Iterable[Stake], years: int) -> float | None:
    """W = half the sum of |cost share - gain share| over budget-holders; None without both."""
    pairs = [stake.to(years) for stake in holders]
    costs = [max(cost, 0.0) for cost, _ in pairs]
    gains = [max(gain, 0.0) for _, gain in pairs]
    if sum(costs) <= 0.5 or sum(gains) <= 0.5:
        return None
    return 0.5 * sum(
        abs(cost / sum(costs) - gain / sum(gains)) for cost, gain in zip(costs, gains, strict=True)
    )


def shapley(values: Mapping[tuple[bool, ...], Array], switches: Sequence[str]) -> dict[str, Array]:
    """Share of each switch in the difference all on minus all off: mean over the orders.

    Args:
        values: what is measured for every setting of the switches.
        switches: their names, in the order of the settings.

    Returns:
        name -> part; the parts sum to the difference, whatever the order of switches.
    """
    orders = list(itertools.permutations(range(len(switches))))
    parts: dict[str, Any] = dict.fromkeys(switches, 0.0)
    for order in orders:
        setting = [False] * len(switches)
        for position in order:
            before = values[tuple(setting)]
            setting[position] = True
            parts[switches[position]] = parts[switches[position]] + (
                values[tuple(setting)] - before
            ) / math.factorial(len(switches))
    return parts
