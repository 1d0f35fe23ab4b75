"""Posts for Nav, work and health: recipients published times the rates of the law, by hand."""

import pytest

from effektlov.flow_map import EXPLAIN_FROM, PostCheck, flow_map

G_2020 = (4 * 99_858 + 8 * 101_351) / 12  # the basic amount, changed in May
G_2021 = (4 * 101_351 + 8 * 106_399) / 12
G_2022 = (4 * 106_399 + 8 * 111_477) / 12
G_2023 = (4 * 111_477 + 8 * 118_620) / 12
G_2025 = (4 * 124_028 + 8 * 130_160) / 12

RATE_1 = 12 * 1_229  # hjelpestønad 2019 to 2022; rates 2 to 4 are two, four and six times rate 1
BASIC = {1: 12 * 686, 2: 12 * 1_047, 3: 12 * 1_372, 4: 12 * 2_021, 6: 12 * 3_421}  # grunnstønad

BY_RULES = [
    (2019, 2661, "71", RATE_1 * (37_218 + 2 * 16_647 + 4 * 5_213 + 6 * 1_459)),
    (2020, 2661, "71", RATE_1 * (36_312 + 2 * 18_750 + 4 * 5_625 + 6 * 1_813)),
    # 14 748, 29 496, 58 992 and 88 488 kroner a year, as Statistics Norway states for 2022.
    (2022, 2661, "71", RATE_1 * (38_217 + 2 * 19_733 + 4 * 5_920 + 6 * 1_908)),
    # Places in sheltered and in ordinary firms: 11 000 and 12 000, 1 410 of 9 283 ordinary.
    (2019, 634, "77", 12 * 11_000 * (7_873 * 13_625 + 1_410 * 5_715) / 9_283),
    (2022, 634, "77", 12 * 12_000 * (7_873 * 14_878 + 1_410 * 6_241) / 9_283),
    # The average that Husbanken states, and power: 2 x 2 500, 3 x 1 000, 2 000, 2 500 and 1 500.
    (2022, 581, "70", 91_100 * (12 * 2_914 + 14_000)),
    # 1.2 million in 2020, and as much against wages (the basic amount) in 2022.
    (2022, 430, "01", 3_044 * 1_200_000 * G_2022 / G_2020),
]

LIMITS = [
    (
        (2019, 2661, "70"),
        48_700 * BASIC[1] + 25_773 * BASIC[2] + 12_700 * BASIC[4] + 33_827 * BASIC[3],
        48_700 * BASIC[1] + 25_773 * BASIC[2] + 12_700 * BASIC[4] + 33_827 * BASIC[6],
    ),
    (
        (2020, 2661, "70"),
        69_600 * BASIC[1] + 55_000 * BASIC[2],
        69_600 * BASIC[1] + 55_000 * BASIC[6],
    ),
    # § 12-13: at least 2.28 G with a partner; at most 66 per cent of 6 G. By the degree paid.
    (
        (2022, 2655, "70"),
        2.28 * G_2022 * (292_815 + 0.7 * 25_525 + 0.51 * 17_431 + 0.5 * 19_463 + 0.2 * 7_050),
        0.66
        * 6
        * G_2022
        * (292_815 + 241 + 0.99 * 25_525 + 0.69 * 17_431 + 0.5 * 19_463 + 0.49 * 7_050),
    ),
    (
        (2023, 2655, "70"),
        2.28 * G_2023 * (297_058 + 0.7 * 25_307 + 0.51 * 17_836 + 0.5 * 17_995 + 0.2 * 8_155),
        0.66
        * 6
        * G_2023
        * (297_058 + 276 + 0.99 * 25_307 + 0.69 * 17_836 + 0.5 * 17_995 + 0.49 * 8_155),
    ),
    # At least 2.329 G from July 2024.
    (
        (2025, 2655, "70"),
        2.329 * G_2025 * (302_991 + 0.7 * 25_812 + 0.51 * 18_192 + 0.5 * 18_354 + 0.2 * 8_318),
        0.66
        * 6
        * G_2025
        * (302_991 + 282 + 0.99 * 25_812 + 0.69 * 18_192 + 0.5 * 18_354 + 0.49 * 8_318),
    ),
    # § 11-20: at least 2 G from 25 (2.041 from July 2024); at most 66 per cent of 6 G.
    ((2021, 2651, "70"), 127_650 * 2 * G_2021, 127_650 * 0.66 * 6 * G_2021),
    ((2022, 2651, "70"), 136_600 * 2 * G_2022, 136_600 * 0.66 * 6 * G_2022),
    ((2025, 2651, "70"), 163_712 * 2.041 * G_2025, 163_712 * 0.66 * 6 * G_2025),
    # Support for six months at 11 717 and five at 12 537; 25 per cent for credits, 15 for a degree.
    (
        (2023, 2410, "50"),
        219_500 * 0.25 * (6 * 11_717 + 5 * 12_537),
        257_900 * 0.40 * (6 * 11_717 + 5 * 12_537),
    ),
]


def _check(year: int, chapter: int, post: str) -> PostCheck:
    (found,) = (
        check
        for check in flow_map(year).checks
        if (check.chapter, check.post, check.year) == (chapter, post, year)
    )
    return found


@pytest.mark.parametrize(("year", "chapter", "post", "kroner"), BY_RULES)
def test_recipients_times_the_rates(year: int, chapter: int, post: str, kroner: float) -> None:
    check = _check(year, chapter, post)
    assert check.by_rules == pytest.approx(kroner / 1e6, rel=0.01)
    assert check.deviation is not None
    assert abs(check.deviation) <= EXPLAIN_FROM or check.note


@pytest.mark.parametrize(("post", "lower", "upper"), LIMITS)
def test_the_accounts_lie_between_the_least_and_the_most(
    post: tuple[int, int, str], lower: float, upper: float
) -> None:
    check = _check(*post)
    assert check.lower == pytest.approx(lower / 1e6, rel=0.01)
    assert check.upper == pytest.approx(upper / 1e6, rel=0.01)
    assert lower / 1e6 <= check.accounts <= upper / 1e6
    assert check.note is not None


def test_disability_benefit_by_the_average_that_nav_states() -> None:
    """362 525 recipients in September 2022 got 300 169 kroner a year on average: between the
    limits, and a hundredth below the accounts."""
    check = _check(2022, 2655, "70")
    average = 362_525 * 300_169 / 1e6
    assert (check.lower or 0) < average < (check.upper or 0)
    assert average == pytest.approx(check.accounts, rel=0.01)
