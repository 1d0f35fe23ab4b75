"""Foster homes: KS's tables of monthly rates, and the state's refund until 2022."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

OSLO, BERGEN = 301, 4601


def foster(
    month: str, *, born: str = "2010-06", kommune: int = BERGEN, **inputs: Any
) -> Simulation:
    """One child in a foster home in a month; `since` is the month index of the placement."""
    since = inputs.pop("since", 0)
    facts = {name: {month: value} for name, value in inputs.items()}
    return household(
        {
            "barn": {
                "born": born,
                "plassering": {month: "fosterhjem"},
                "plassert_siden": {"ETERNITY": since},
                **facts,
            }
        },
        barna=["barn"],
        kommune={"kommunenummer": {"ETERNITY": kommune}},
    )


# KS, "samlet godtgjøring" per child and month; the sums of the table are rounded by KS.
TABLE = [
    ("2021-07", "2016-06", 5656 + 8867),
    ("2022-10", "2018-06", 15544),
    ("2022-10", "2013-06", 17030),
    ("2022-10", "2010-06", 17744),
    ("2022-10", "2006-06", 18457),
    ("2023-07", "2010-06", 18502),
    ("2024-07", "2018-08", 17210),
    ("2024-07", "2018-07", 18868),
    ("2024-07", "2013-08", 18868),
    ("2024-07", "2013-07", 19664),
    ("2024-07", "2009-08", 19664),
    ("2024-07", "2009-07", 20461),
]


@pytest.mark.parametrize(("month", "born", "total"), TABLE)
def test_table_of_ks(month: str, born: str, total: int) -> None:
    """Ages 0-5, 6-10, 11-14, 15 and over, each from the month of the birthday."""
    case = foster(month, born=born)
    assert case.calculate("fosterhjem_utgifter", month)[0] == pytest.approx(total, abs=1)


@pytest.mark.parametrize(("month", "refund"), [("2021-12", 21600), ("2022-01", 0)])
def test_the_refund_ended_with_2021(month: str, refund: int) -> None:
    """11 years in December 2021: 8 867 + 7 675 + 41 158 = 57 700, less the own share 36 100."""
    case = foster(month, fosterhjem_forsterkning=41158)
    assert case.calculate("fosterhjem_utgifter", month) == [57700]
    assert case.calculate("fosterhjem_refusjon", month) == [refund]


@pytest.mark.parametrize(("reinforcement", "refund"), [(19558, 0), (19559, 1)])
def test_the_refund_starts_above_the_own_share(reinforcement: int, refund: int) -> None:
    """8 867 + 7 675 + 19 558 = 36 100 exactly."""
    case = foster("2021-12", fosterhjem_forsterkning=reinforcement)
    assert case.calculate("fosterhjem_refusjon", "2021-12") == [refund]


@pytest.mark.parametrize(
    ("kommune", "born", "paid"),
    [(BERGEN, "2002-01", True), (BERGEN, "2001-12", False), (OSLO, "2010-06", False)],
)
def test_no_refund_from_20_or_in_oslo(kommune: int, born: str, paid: bool) -> None:
    case = foster(
        "2021-12", born=born, kommune=kommune, fosterhjem_forsterkning=60000, ettervern=True
    )
    assert bool(case.calculate("fosterhjem_refusjon", "2021-12")[0] > 0) is paid


@pytest.mark.parametrize(
    ("month", "since", "rate"),
    [
        ("2017-06", 0, 32370),
        ("2022-06", 0, 85000),
        ("2022-06", 12 * 2021 + 11, 37100),
        ("2022-06", 12 * 2022, 85000),
    ],
)
def test_old_rate_for_a_specialised_home_placed_before_2022(
    month: str, since: int, rate: int
) -> None:
    """The letter for 2022: placements that exist keep 37 100 kr."""
    case = foster(month, spesialisert_fosterhjem=True, since=since)
    assert case.calculate("egenandel_spesialisert_fosterhjem", month) == [rate]
    assert case.calculate("fosterhjem_utgifter", month) == [0]


@pytest.mark.parametrize(
    ("kommune", "offered", "by_state"),
    [(BERGEN, True, 1), (BERGEN, False, 0), (OSLO, True, 0)],
)
def test_who_pays_the_specialised_home(kommune: int, offered: bool, by_state: int) -> None:
    case = foster(
        "2024-06", kommune=kommune, spesialisert_fosterhjem=True, bufetat_tilbyr_plass=offered
    )
    assert case.calculate("spesialisert_fosterhjem_maned_bufetat", "2024-06") == [by_state]
    assert case.calculate("spesialisert_fosterhjem_maned_kommune", "2024-06") == [1 - by_state]
    fee = case.calculate("egenandel_spesialisert_fosterhjem", "2024-06")
    assert fee == [91350 * by_state]


@pytest.mark.parametrize(("born", "supervised"), [("2006-07", True), ("2006-06", False)])
def test_supervision_ends_at_18(born: str, supervised: bool) -> None:
    """§ 9-10; the older youth stays with aftercare."""
    case = foster("2024-06", born=born, ettervern=True)
    assert bool(case.calculate("tilsyn_i_fosterhjem", "2024-06")[0]) is supervised
    assert case.calculate("fosterhjem_godtgjoring", "2024-06") == [9885]


@settings(max_examples=40, deadline=None)
@given(
    reinforcement=st.floats(-1e6, 1e7, allow_nan=False),
    more=st.floats(0, 1e6),
    year=st.integers(2019, 2026),
)
def test_the_refund_grows_with_the_expense_and_stays_below_it(
    reinforcement: float, more: float, year: int
) -> None:
    month = f"{year}-12"
    case = foster(month, fosterhjem_forsterkning=reinforcement)
    dearer = foster(month, fosterhjem_forsterkning=reinforcement + more)
    refund = case.calculate("fosterhjem_refusjon", month)[0]
    assert 0 <= refund <= case.calculate("fosterhjem_utgifter", month)[0]
    assert refund <= dearer.calculate("fosterhjem_refusjon", month)[0]


def test_order_of_members_doesnt_matter() -> None:
    month = "2024-08"
    facts = {
        "a": {"born": "2010-06", "plassering": {month: "fosterhjem"}},
        "b": {"born": "2018-06", "plassering": {month: "institusjon"}},
    }
    turned = dict(reversed(list(facts.items())))
    one = household(facts, barna=["a", "b"])
    other = household(turned, barna=["b", "a"])
    for name in ("fosterhjem_utgifter", "egenandel_institusjon"):
        assert list(one.calculate(name, month)) == list(other.calculate(name, month))[::-1]
