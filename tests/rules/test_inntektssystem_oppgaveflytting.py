"""A task moves between the levels: the frame, the share by key and by use, and the transition."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effektlov.kommune_country import FRAME_TRANSFER, all_kommuner, ask, published
from effektlov.regime import Regime, law_in_force

KEY_SHARE = "oppgaveflytting_andel_av_nokkelen"
BARNEVERN = 4  # place of the sector in the enum: samlet, grunnskole, pleie, barnehage, barnevern


@pytest.fixture(scope="module")
def law() -> Regime:
    return law_in_force()


def test_the_shares_of_the_key_sum_to_the_country(law: Regime) -> None:
    """Need x inhabitants / the nation's inhabitants, over 357 kommuner: one, to rounding."""
    for sector in (0, BARNEVERN):
        shares = ask(law, 2025, [KEY_SHARE], {"oppgaveflytting_sektor": sector})[KEY_SHARE]
        assert shares.sum() == pytest.approx(1, abs=0.001)


def test_official_amount_of_the_child_welfare_reform(law: Regime) -> None:
    """Bufdir: 1 310 million in 2022, half by the barnevern key, half by earlier use. By hand for a
    kommune with 2 per cent of use and Stavanger's share of the key of 2025 (index 0.9562, 149 448
    of 5 572 272): 1 310 x (0.5 x 0.025645 + 0.5 x 0.02) million."""
    index = published("utgiftsbehov_barnevern", 2025, ("1103",))[0]
    key = index * 149_448 / 5_572_272
    stated = {
        "oppgaveflytting_belop": 1_310e6,
        "oppgaveflytting_sektor": BARNEVERN,
        "oppgaveflytting_etter_bruk": 0.5,
        "oppgaveflytting_andel_av_bruk": 0.02,
    }
    found = ask(law, 2025, FRAME_TRANSFER, stated, ("1103",))
    assert found["rammeendring"] == pytest.approx([1_310e6 * (0.5 * key + 0.5 * 0.02)])


def test_who_used_more_than_the_key_loses(law: Regime) -> None:
    """An earmarked grant of 1 billion becomes frame money by the key: whoever had more of it than
    its share of the key loses the difference, and the country loses nothing."""
    numbers = all_kommuner()
    key = ask(law, 2025, [KEY_SHARE])[KEY_SHARE]
    use = numpy.roll(key, 1) / key.sum()  # somebody else's share
    stated = {"oppgaveflytting_belop": 1e9, "oppgaveflytting_egen_utgift": 1e9 * use * key.sum()}
    found = ask(law, 2025, FRAME_TRANSFER, stated)
    assert found["oppgaveflytting_netto"] == pytest.approx(1e9 * (key - use * key.sum()))
    assert abs(found["oppgaveflytting_netto"].sum()) < 1
    assert len(found["rammeendring"]) == len(numbers)


def test_shared_by_use_nobody_gains_or_loses(law: Regime) -> None:
    stated = {
        "oppgaveflytting_belop": 1e9,
        "oppgaveflytting_etter_bruk": 1.0,
        "oppgaveflytting_andel_av_bruk": 0.1,
        "oppgaveflytting_egen_utgift": 1e8,
    }
    found = ask(law, 2025, FRAME_TRANSFER, stated, ("1103",))
    assert found["oppgaveflytting_netto"] == pytest.approx([0])
    assert found["oppgaveflytting_overgang"] == [0]


@pytest.mark.parametrize(
    ("lost_per_head", "lifted_per_head"), [(0, 0), (400, 0), (401, 1), (1000, 600)]
)
def test_the_transition_pays_beyond_four_hundred(
    law: Regime, lost_per_head: float, lifted_per_head: float
) -> None:
    """INGAR: in the first year the kommune bears 400 kroner a head, and is lifted for the rest."""
    heads = 149_448
    stated = {"oppgaveflytting_egen_utgift": float(lost_per_head * heads)}
    found = ask(law, 2025, FRAME_TRANSFER, stated, ("1103",))
    assert found["oppgaveflytting_netto"] == pytest.approx([-lost_per_head * heads])
    assert found["oppgaveflytting_overgang"] == pytest.approx([lifted_per_head * heads], abs=1e-3)


def test_an_amount_taken_out_is_a_loss_by_the_key(law: Regime) -> None:
    """Uttrekk: the state takes the task over; the kommune no longer pays, and loses its share."""
    key = ask(law, 2025, [KEY_SHARE], numbers=("1103",))[KEY_SHARE][0]
    stated = {"oppgaveflytting_belop": -2e9, "oppgaveflytting_egen_utgift": -60e6}
    found = ask(law, 2025, FRAME_TRANSFER, stated, ("1103",))
    assert found["rammeendring"] == pytest.approx([-2e9 * key])
    assert found["oppgaveflytting_netto"] == pytest.approx([60e6 - 2e9 * key])


@settings(max_examples=25, deadline=None)
@given(amount=st.floats(-1e10, 1e10), by_use=st.floats(0, 1), use=st.floats(0, 1))
def test_the_frame_lies_between_key_and_use(amount: float, by_use: float, use: float) -> None:
    stated = {
        "oppgaveflytting_belop": amount,
        "oppgaveflytting_etter_bruk": by_use,
        "oppgaveflytting_andel_av_bruk": use,
    }
    names = (KEY_SHARE, *FRAME_TRANSFER)
    found = ask(law_in_force(), 2025, names, stated, ("1103",))
    ends = sorted((amount * found[KEY_SHARE][0], amount * use))
    assert ends[0] - 1 <= found["rammeendring"][0] <= ends[1] + 1
    assert found["oppgaveflytting_overgang"][0] >= 0
