"""The posts of benefits to families: published counts times the rates, worked out by hand.

Rates: Stortinget's budget decisions as Nav publishes them (child benefit, cash for care, the lump
sum), G of 1 May 2018 to 2022.
"""

from typing import Any

import pytest
from situations import household

from effektlov.flow_map import PostCheck, flow_map

G_2018, G_2019 = 96_883, 99_858
FOUR, EIGHT = 4, 8
"""Months before and from 1 May, when G changes."""


def _check(year: int, chapter: int, post: str) -> PostCheck:
    found = [one for one in flow_map(year).checks if (one.chapter, one.post) == (chapter, post)]
    assert len(found) == 1
    assert found[0].year == year
    return found[0]


def _between(check: PostCheck, lower: float, upper: float) -> None:
    """The limits are those worked out in kroner, and the accounts lie between them."""
    assert check.lower == pytest.approx(lower / 1e6, rel=0.01)
    assert check.upper == pytest.approx(upper / 1e6, rel=0.01)
    assert lower / 1e6 < check.accounts < upper / 1e6


def test_child_benefit_2019() -> None:
    """970 kroner in January and February, 1 054 from March, for children and lone parents alike."""
    kroner = 2 * 970 + 10 * 1_054
    assert kroner == 12_480
    children = (1_122_472 + 1_123_986 + 1_110_587 + 1_107_435) / 4
    check = _check(2019, 845, "70")
    assert check.by_rules == pytest.approx((children + 118_600) * kroner / 1e6, rel=0.01)
    assert check.deviation is not None
    assert abs(check.deviation) < 0.03


def test_child_benefit_2025() -> None:
    """1 766 kroner to April and 1 968 from May; 2 516 for a lone parent; 500 in the north from
    October."""
    children = (1_108_219 + 1_101_380) / 2 * (4 * 1_766 + 8 * 1_968)
    north = (16_809 + 16_668) / 2 * 3 * 500
    check = _check(2025, 845, "70")
    assert check.by_rules == pytest.approx(
        (children + 125_000 * 12 * 2_516 + north) / 1e6, rel=0.01
    )
    assert check.deviation is not None
    assert abs(check.deviation) < 0.03


def test_cash_for_care_2019() -> None:
    """7 500 kroner a month at the full rate, a fifth of it with a place of 25 to 32 hours."""
    quarters = (16_249 + 22_248 + 22_248 * 20.4 / 43.8 + 11_678) / 4
    children = quarters * 11_400 / 11_200
    kroner = children * 12 * 7_500 * (0.97 + 0.03 * 0.2)
    check = _check(2019, 844, "70")
    assert check.by_rules == pytest.approx(kroner / 1e6, rel=0.01)
    assert check.note is not None


def test_the_lump_sum_at_birth_2019() -> None:
    births = 55_120 - 625
    check = _check(2019, 2530, "71")
    assert check.by_rules == pytest.approx(0.19 * births * 83_140 / 1e6, rel=0.01)
    assert check.deviation is not None
    assert abs(check.deviation) < 0.10


def test_parental_benefit_at_birth_2019_lies_between_the_least_and_the_highest_basis() -> None:
    """49 weeks of five days at a 260th of the basis: half of G, and 6 G."""
    births = 0.81 * (55_120 - 625)
    days = 49 * 5
    per_month = days / 12
    lowest = births * days * round(0.5 * G_2019 / 260)
    highest = (
        births * per_month * (FOUR * round(6 * G_2018 / 260) + EIGHT * round(6 * G_2019 / 260))
    )
    _between(_check(2019, 2530, "70"), lowest, highest)


def test_transitional_benefit_2019_lies_between_all_at_work_and_nobody() -> None:
    """2.25 G a year; 45 per cent of income above half of G comes off."""
    recipients = (11_129 + 11_222 + 10_167 + 10_390) / 4
    full = FOUR / 12 * 2.25 * G_2018 + EIGHT / 12 * 2.25 * G_2019
    off = FOUR / 12 * 0.45 * (400_000 - G_2018 / 2) + EIGHT / 12 * 0.45 * (400_000 - G_2019 / 2)
    _between(_check(2019, 2620, "70"), recipients * (full - off), recipients * full)


def test_child_care_benefit_2020_lies_between_the_reduced_price_and_the_highest_amount() -> None:
    """64 per cent of the expenses: 6 per cent of 250 000 kroner a year; at most 4 053 a month."""
    recipients = (0.475 * 14_097 + 0.50 * 14_754 + 0.319 * 12_119) / 3
    _between(_check(2020, 2620, "72"), recipients * 0.64 * 0.06 * 250_000, recipients * 12 * 4_053)


def test_official_average_of_the_childrens_pension_2019() -> None:
    """Prop. 13 L (2020-2021) chapter 4.1: half of the children have no sibling with the pension, 35
    per cent have one, and the average paid is 33 500 kroner a year. At 0.40 G for the first child
    and 0.25 G for each other, pooled, the rest taken as three: about 35 500 before periods of
    insurance are shortened. No accounts of chapter 2680 are held, so the post is not checked."""
    average = FOUR / 12 * G_2018 + EIGHT / 12 * G_2019
    by_hand = average * (0.5 * 0.40 + 0.35 * 0.65 / 2 + 0.15 * 0.90 / 3)
    by_rules = 0.5 * _pension(1) + 0.35 * _pension(2) + 0.15 * _pension(3)
    assert by_rules == pytest.approx(by_hand, rel=0.01)
    assert by_rules == pytest.approx(33_500, rel=0.10)


def _pension(children: int) -> float:
    """A child's pension in 2019 where so many siblings have it, parent dead since 2016."""
    dead = 12 * 2016
    names = [f"barn{number}" for number in range(children)]
    child = {
        "born": "2008-03",
        "forelder_dod_siden": {"ETERNITY": dead},
        "avdodes_trygdetid": {"ETERNITY": 40},
    }
    persons: dict[str, dict[str, Any]] = {"mor": {"born": "1980-01"}}
    simulation = household(
        persons | {name: dict(child) for name in names}, foreldre=["mor"], barna=names
    )
    months = [f"2019-{month:02}" for month in range(1, 13)]
    return sum(float(simulation.calculate("barnepensjon", month)[1]) for month in months)
