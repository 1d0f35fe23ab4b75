"""Bostøtte: who has a right, whose income and which costs count, and every year's amounts.

Expected amounts are worked out by hand from forskrift om bustøtte; the arithmetic stands beside.
"""

from typing import Any

import pytest
from bostotte_home import home, paid, value
from situations import household

MONTH = "2025-10"


def right(month: str = MONTH, **given: Any) -> bool:
    return bool(home(month, **given).calculate("rett_til_bostotte", month)[0])


# --- every year: 0.737 x (ceiling - lowest own share) / 12, one person without income, group 4 ---


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        ("2019-01", 2816),  # 0,737 x (66 144 - 20 296) / 12 = 2 815,8
        ("2019-12", 2846),  # 0,737 x (67 268 - 20 925) / 12 = 2 846,2
        ("2020-03", 2846),
        ("2020-04", 3890),  # 0,737 x (84 268 - 20 925) / 12 = 3 890,3
        ("2020-10", 3964),  # 0,737 x (85 785 - 21 239) / 12 = 3 964,2
        ("2020-11", 2901),  # 0,737 x (68 479 - 21 239) / 12 = 2 901,3
        ("2021-06", 3160),  # 0,737 x (73 101 - 21 643) / 12 = 3 160,4
        ("2022-01", 3289),  # 0,737 x (75 201 - 21 643) / 12 = 3 289,4
        ("2022-06", 3307),  # 0,737 x (76 329 - 22 487) / 12 = 3 306,8
        ("2023-06", 3334),  # 0,737 x (78 237 - 23 949) / 12 = 3 334,2
        ("2024-06", 3467),  # 0,737 x (81 523 - 25 075) / 12 = 3 466,8
        ("2024-07", 3713),  # 0,737 x (85 523 - 25 075) / 12 = 3 712,5
        ("2025-05", 3713),
        ("2025-06", 3886),  # 0,737 x (89 029 - 25 752) / 12 = 3 886,3
        ("2026-06", 4032),  # 0,737 x (92 234 - 26 576) / 12 = 4 032,5 -> 4 032,49
    ],
)
def test_the_highest_allowance_by_date(month: str, expected: float) -> None:
    assert paid(month) == expected


def test_own_share_from_july_2024_rises_in_two_straight_lines() -> None:
    """§ 4: 25 752 + 16,44 % above 133 200 + 63,56 % above 237 672, at 240 000 kroner:
    25 752 + 0,1644 x 106 800 + 0,6356 x 2 328 = 25 752 + 17 557,92 + 1 479,68 = 44 789,60."""
    assert value("egenandel_bostotte", MONTH, income=20_000) == pytest.approx(44_789.60)


@pytest.mark.parametrize(
    ("year_income", "expected"),
    [
        (133_200, 25_752),
        (133_212, 25_752 + 0.1644 * 12),
        (237_672, 25_752 + 0.1644 * 104_472),
        (237_684, 25_752 + 0.1644 * 104_484 + 0.6356 * 12),
    ],
)
def test_own_share_at_its_limits(year_income: float, expected: float) -> None:
    found = value("egenandel_bostotte", MONTH, income=year_income / 12)
    assert found == pytest.approx(expected)


@pytest.mark.parametrize(
    ("year_income", "steps"),
    [(176_202, 0), (176_203, 1), (177_289, 1), (177_290, 2)],
)
def test_own_share_before_july_2024_rises_by_started_steps(year_income: int, steps: int) -> None:
    """§ 4 third paragraph as of 2018: 0,29 % of the whole income at 176 203, and 0,29 points more
    for each 1 087 kroner: 176 203 + 1 087 = 177 290."""
    expected = 20_296 + 0.1644 * (year_income - 100_065) + 0.0029 * steps * year_income
    found = value("egenandel_bostotte", "2019-03", income=year_income / 12)
    # a twelfth times twelve may miss the krone by a binary digit: half a krone to the safe side
    safe = value("egenandel_bostotte", "2019-03", income=(year_income + 0.001) / 12)
    assert expected == pytest.approx(found, abs=0.01) or expected == pytest.approx(safe, abs=0.01)


def test_temporary_steps_of_the_pandemic() -> None:
    """§ 4: April to October 2020 0,21 % a step; July 2020 at 190 000 kroner: 184 389 + 1 138 x 4 <
    190 000, so (190 000 - 184 390) / 1 138 = 4,9 -> 5 started steps: 0,0105 x 190 000 = 1 995."""
    expected = 21_239 + 0.1644 * (190_000 - 104_715) + 1_995
    assert value("egenandel_bostotte", "2020-07", income=190_000 / 12) == pytest.approx(expected)


def test_lowest_payment() -> None:
    """§ 13: 61 kroner from June 2025. 0,737 x (costs - 25 752) / 12 = 61 gives 26 745,2 kroner a
    year, 60,5 gives 26 737,1: a rent of 2 229 is 26 748 a year (61,2 kroner), 2 228 is 26 736
    (60,4 kroner, rounded to 60)."""
    assert paid(MONTH, rent=2_229) == 61
    assert paid(MONTH, rent=2_228) == 0


def test_lowest_payment_was_a_share_of_the_court_fee() -> None:
    """§ 13 as of 2017: 30 % of 1 150 = 345 kroner in 2019. 0,737 x (12 x 2 159 - 20 296) / 12 =
    344,7 -> 345; a krone less in rent gives 343,9 -> 344, and nothing is paid."""
    assert paid("2019-03", rent=2_159) == 345
    assert paid("2019-03", rent=2_158) == 0


# --- §§ 3 to 5: the right ---


def test_nobody_gets_it_without_applying() -> None:
    assert not right(applicant={"soker_bostotte": {MONTH: False}})
    assert right()


@pytest.mark.parametrize(("born", "has"), [("2007-10", False), ("2007-09", True)])
def test_the_applicant_is_18_on_the_first_of_the_month(born: str, has: bool) -> None:
    """§ 3 and forskriften § 10: born in October 2007, 17 on the first of October 2025 (unless born
    on that day)."""
    case = household(
        {"ung": {"born": born, "soker_bostotte": {MONTH: True}}},
        andre=["ung"],
        husstand={"boutgifter": {MONTH: 7_000}},
    )
    assert bool(case.calculate("rett_til_bostotte", MONTH)[0]) is has


def test_a_young_parent_with_her_child_may_apply() -> None:
    persons = {
        "mor": {"born": "2009-01", "soker_bostotte": {MONTH: True}},
        "barn": {"born": "2025-03"},
    }
    case = household(
        persons, foreldre=["mor"], barna=["barn"], husstand={"boutgifter": {MONTH: 9_000}}
    )
    assert case.calculate("rett_til_bostotte", MONTH)[0]
    # 0,737 x (109 820 ceiling; 108 000 paid - 25 752) / 12 = 5 051,4
    assert case.calculate("bostotte", MONTH)[0] == 5_051


def test_no_right_without_costs_or_in_a_dwelling_that_falls_short() -> None:
    assert not right(rent=0)
    assert not right(husstand={"bolig_oppfyller_kravene": {MONTH: False}})


def test_a_conscript_bars_the_household() -> None:
    assert not right(applicant={"avtjener_verneplikt": {MONTH: True}})
    persons = {
        "mor": {"born": "1980-01", "soker_bostotte": {MONTH: True}},
        "sonn": {"born": "2006-01", "avtjener_verneplikt": {MONTH: True}},
    }
    case = household(
        persons, foreldre=["mor"], barna=["sonn"], husstand={"boutgifter": {MONTH: 9_000}}
    )
    assert not case.calculate("rett_til_bostotte", MONTH)[0]


def test_a_student_without_children_bars_the_household() -> None:
    student = {"rett_til_lanekasseytelser": {MONTH: True}}
    assert not right(applicant=student)
    assert not right(adults=2, applicant=student)
    assert right(minors=1, applicant=student)
    assert right(applicant=student | {"studerer_i_arbeidskvalifisering": {MONTH: True}})


def test_a_student_on_a_benefit_is_qualifying_for_work() -> None:
    """Husbanken, "Om studenter, elever og lærlinger": recipients of arbeidsavklaringspenger,
    kvalifiseringsstønad or uføretrygd may get bostøtte although they study."""
    student = {"rett_til_lanekasseytelser": {MONTH: True}}
    assert right(applicant=student | {"arbeidsavklaringspenger": {MONTH: 10_000.0}})


def test_a_grown_up_student_does_not_bar_the_parents() -> None:
    persons = {
        "mor": {"born": "1980-01", "soker_bostotte": {MONTH: True}},
        "datter": {"born": "2005-01", "rett_til_lanekasseytelser": {MONTH: True}},
    }
    given = {
        "foreldre": ["mor"],
        "barna": ["datter"],
        "husstand": {"boutgifter": {MONTH: 9_000}},
    }
    assert household(persons, **given).calculate("rett_til_bostotte", MONTH)[0]
    persons["mor"]["soker_bostotte"] = {MONTH: False}
    persons["datter"]["soker_bostotte"] = {MONTH: True}
    assert not household(persons, **given).calculate("rett_til_bostotte", MONTH)[0]


def test_whoever_lives_elsewhere_is_not_in_the_household() -> None:
    """Forskriften § 10: a child in a foster home neither counts nor carries a right."""
    persons = {
        "mor": {"born": "1990-01", "soker_bostotte": {MONTH: True}},
        "barn": {"born": "2015-01", "plassering": {MONTH: "fosterhjem"}},
    }
    case = household(persons, foreldre=["mor"], barna=["barn"])
    assert case.calculate("personer_i_bostottehusstanden", MONTH)[0] == 1


def test_a_newborn_counts_from_the_first_after_birth() -> None:
    persons = {"mor": {"born": "1990-01"}, "barn": {"born": MONTH}}
    case = household(persons, foreldre=["mor"], barna=["barn"])
    assert case.calculate("personer_i_bostottehusstanden", MONTH)[0] == 1
    assert case.calculate("personer_i_bostottehusstanden", "2025-11")[0] == 2
