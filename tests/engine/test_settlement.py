"""Joint fund and gain share: who pays what share, and where each then breaks even."""

import numpy
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import TODAY, reform_of

from effektlov.assemble import TOLERANCE, run
from effektlov.compare import Stake, Stakes, stakes
from effektlov.decompose import plan_names
from effektlov.errors import ReformError
from effektlov.reform import JointFund, Reform, find_reforms
from effektlov.session import open_case, regimes_of
from effektlov.settlement import contributions, settle

EXPECTED = "joint_fund: {pays: [los], by: expected_gain}"
EQUAL = "joint_fund: {pays: [los], by: equal}"
SHARE = "gain_share: {counterfactual: gjeldende_rett}"
NOTHING = Stake("a", numpy.zeros(2), numpy.zeros(2))


def toy(**holders: tuple[float, float]) -> Stakes:
    """Holders with cost in the first year and gain in the second."""
    found = {
        name: Stake(name, numpy.array([float(cost), 0.0]), numpy.array([0.0, float(gain)]))
        for name, (cost, gain) in holders.items()
    }
    public = Stake(
        "public",
        sum((stake.cost for stake in found.values()), start=numpy.zeros(2)),
        sum((stake.gain for stake in found.values()), start=numpy.zeros(2)),
    )
    return Stakes(found, {}, public, NOTHING, NOTHING, NOTHING, NOTHING)


def fund(*blocks: str) -> Reform:
    """A reform of these blocks."""
    return reform_of(blocks)


def test_expected_gain_pays_in_proportion_to_the_gain() -> None:
    # gains 300 and 100: three quarters and a quarter of a cost of 80; the loser pays nothing
    before = toy(kommune=(80, 100), stat=(0, 300), fylkeskommune=(0, -50))
    shares = contributions(before, JointFund(("los",), "expected_gain"))
    assert shares == {"kommune": 0.25, "stat": 0.75}
    after = settle(before, fund(EXPECTED))
    assert {name: stake.cost.tolist() for name, stake in after.holders.items()} == {
        "kommune": [20, 0],
        "stat": [60, 0],
        "fylkeskommune": [0, 0],
    }


def test_equal_shares_and_fixed_shares() -> None:
    before = toy(kommune=(80, 100), stat=(0, 300), fylkeskommune=(0, 0))
    assert contributions(before, JointFund(("los",), "equal")) == {"kommune": 0.5, "stat": 0.5}
    # Finsam: the state half, kommune and region a quarter each
    fixed = {"stat": 0.5, "kommune": 0.25, "fylkeskommune": 0.25}
    assert contributions(before, JointFund(("los",), "shares", fixed)) == fixed


def test_nobody_pays_when_nobody_gains() -> None:
    before = toy(kommune=(80, -10), stat=(0, 0))
    assert contributions(before, JointFund(("los",), "expected_gain")) == {}
    assert settle(before, fund(EXPECTED)).holders["kommune"].cost.tolist() == [80, 0]


def test_gain_share_makes_up_losses_out_of_gains() -> None:
    # the loser's 50 is borne 3 : 1 by gains of 300 and 100: 262.5 and 87.5 are left
    before = toy(kommune=(80, 100), stat=(0, 300), fylkeskommune=(0, -50))
    after = settle(before, fund(EXPECTED, SHARE))
    assert after.holders["stat"].gain.tolist() == [0, 262.5]
    assert after.holders["kommune"].gain.tolist() == [0, 87.5]
    assert after.holders["fylkeskommune"].gain.tolist() == [0, 0]
    # public: 80 / 350; kommune 20 / 87.5, stat 60 / 262.5: all 22.9 %
    assert before.public.break_even(2) == pytest.approx(80 / 350)
    assert after.gap(2) == pytest.approx(0, abs=1e-12)


def test_fund_without_gain_share_does_not_align_where_somebody_loses() -> None:
    before = toy(kommune=(80, 100), stat=(0, 300), fylkeskommune=(0, -50))
    assert settle(before, fund(EXPECTED)).gap(2) is None


def test_equal_shares_do_not_align() -> None:
    # each pays 40: 40 / 100 and 40 / 300 against 80 / 400
    before = toy(kommune=(80, 100), stat=(0, 300))
    after = settle(before, fund(EQUAL))
    assert after.holders["kommune"].break_even(2) == pytest.approx(0.4)
    assert after.holders["stat"].break_even(2) == pytest.approx(40 / 300)
    assert after.gap(2) == pytest.approx(0.2)
    assert after.gap(2) > TOLERANCE


def test_losses_beyond_the_gains_are_left_as_they_are() -> None:
    before = toy(kommune=(80, 100), stat=(0, -300))
    assert settle(before, fund(SHARE)).holders["stat"].gain.tolist() == [0, -300]


@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(-300, 1000)), min_size=1, max_size=6),
)
def test_fund_by_expected_gain_with_gain_share_aligns_whoever_gains(
    pairs: list[tuple[int, int]],
) -> None:
    before = toy(**{f"h{number}": pair for number, pair in enumerate(pairs)})
    gains = [gain for _, gain in pairs]
    assume(sum(gains) > 10 and sum(cost for cost, _ in pairs) > 0)
    shares = contributions(before, JointFund(("los",), "expected_gain"))
    assert sum(shares.values()) == pytest.approx(1)
    assert min(shares.values()) > 0
    after = settle(before, fund(EXPECTED, SHARE))
    # what all pay and what all gain is the same as before
    for field in ("cost", "gain"):
        sums = [
            sum(getattr(stake, field) for stake in found.holders.values())
            for found in (before, after)
        ]
        assert sums[1] == pytest.approx(sums[0])
    target = before.public.cost.sum() / before.public.gain.sum()
    for stake in after.holders.values():
        if stake.gain.sum() > 0.5 and stake.cost.sum() > 0.5:
            assert stake.break_even(2) == pytest.approx(target)


# --- the shipped reform on the shipped case ---


def _shipped(case_name: str) -> tuple[Stakes, Stakes]:
    reform = find_reforms(["felles_effektplikt_gjennomforing"])[0]
    case = open_case(case_name, horizon=25)
    regimes, _ = regimes_of(case, [reform.name])
    done = run(case, regimes)
    accounts = done.accounts[regimes[-1].name]
    before = stakes(*(accounts[name] for name in plan_names(case)), TODAY.records.actors)
    return before, settle(before, reform)


def test_shipped_reform_aligns_every_holder_that_gains_at_the_horizon() -> None:
    before, after = _shipped("elev_pa_vei_ut")
    shares = contributions(before, JointFund(("los",), "expected_gain"))
    assert sum(shares.values()) == pytest.approx(1)
    target = before.public.break_even(25)
    assert target is not None
    gaining = [name for name, stake in before.holders.items() if stake.gain.sum() > 0.5]
    assert len(gaining) >= 3
    for name in gaining:
        assert after.holders[name].break_even(25) == pytest.approx(target), name
    gap = before.gap(25)
    assert gap is None or gap > TOLERANCE  # it was not so before
    assert after.gap(25) == pytest.approx(0, abs=1e-9)


def test_shipped_fund_with_equal_shares_does_not_align() -> None:
    before, _ = _shipped("elev_pa_vei_ut")
    gap = settle(before, fund(EQUAL, SHARE)).gap(25)
    assert gap is None or gap > TOLERANCE


def test_fixed_shares_that_do_not_sum_to_one_are_refused() -> None:
    with pytest.raises(ReformError):
        fund("joint_fund: {pays: [los], by: shares, shares: {kommune: 0.5, stat.skatt: 0.2}}")


def test_fixed_shares_of_a_holder_that_is_none_are_refused() -> None:
    with pytest.raises(ReformError):
        fund("joint_fund: {pays: [los], by: shares, shares: {kommunen: 0.5, stat.skatt: 0.5}}")
