"""Settlements: what a joint fund and a gain share move between holders, after the law's accounts.

The base is always the accounts before settlement; a settlement is never part of its own base.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy

from effektlov.compare import Stake, Stakes
from effektlov.reform import GainShare, JointFund, Reform

__all__ = ["contributions", "settle"]


def contributions(stakes: Stakes, fund: JointFund) -> dict[str, float]:
    """The share of a fund's cost that each holder pays; sums to one, or is empty.

    `expected_gain`: in proportion to what each gains by a success over the whole horizon, holders
    that lose left out. Nobody pays when nobody gains.
    """
    if fund.by == "shares":
        return dict(fund.shares)
    gains = {name: float(stake.gain.sum()) for name, stake in stakes.holders.items()}
    if fund.by == "equal":
        members = [name for name, gain in gains.items() if abs(gain) > 0.5]
        return {name: 1 / len(members) for name in members}
    total = sum(gain for gain in gains.values() if gain > 0)
    return {name: gain / total for name, gain in gains.items() if gain > 0} if total else {}


def settle(stakes: Stakes, reform: Reform, shares: Mapping[str, float] | None = None) -> Stakes:
    """The stakes after the reform's fund and gain share.

    `shares` are contributions that were set beforehand, on other expectations than these stakes.

    The fund pays the public cost of the measure; the gain share makes up the losses of those who
    lose by a success, out of the gains of those who gain. With both, by expected gain, every
    holder that gains breaks even where the public sum does: that is construction, not a finding.
    """
    fund: JointFund | None = reform.block("joint_fund")
    share: GainShare | None = reform.block("gain_share")
    holders = dict(stakes.holders)
    if fund is not None:
        holders = _pooled(holders, stakes, shares or contributions(stakes, fund))
    if share is not None:
        holders = _shared(holders)
    return replace(stakes, holders=holders)


def _pooled(
    holders: Mapping[str, Stake], stakes: Stakes, shares: Mapping[str, float]
) -> dict[str, Stake]:
    if not shares:
        return dict(holders)
    return {
        name: Stake(name, stakes.public.cost * shares.get(name, 0.0), stake.gain)
        for name, stake in holders.items()
    }


def _shared(holders: Mapping[str, Stake]) -> dict[str, Stake]:
    gains = {name: float(stake.gain.sum()) for name, stake in holders.items()}
    plus = sum(gain for gain in gains.values() if gain > 0)
    minus = -sum(gain for gain in gains.values() if gain < 0)
    if minus <= 0 or plus <= minus:
        return dict(holders)
    losses = sum(
        (stake.gain for name, stake in holders.items() if gains[name] < 0),
        start=numpy.zeros_like(next(iter(holders.values())).gain),
    )
    return {
        name: Stake(
            name,
            stake.cost,
            numpy.zeros_like(stake.gain)
            if gains[name] < 0
            else stake.gain + losses * gains[name] / plus,
        )
        for name, stake in holders.items()
    }
