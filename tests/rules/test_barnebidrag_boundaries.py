"""Barnebidrag: limits of barnelova chapter 8 and forskrift 2003-01-15-123, and properties.

The tables are the annex of the regulation (2025 and 2026) and navikt/bidrag-backend,
bidrag-sjablon (before); the arithmetic of §§ 2 to 9 stands beside each figure.
"""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

MONTH = "2025-08"


def tens(amount: float) -> int:
    """Barnelova § 73: to the nearest ten kroner."""
    return 10 * math.floor(amount / 10 + 0.5)


def child(month: str = MONTH, born: str = "2017-02", payer: float = 600_000, **more: Any) -> Any:
    return {
        "born": born,
        "nav_fastsetter_barnebidrag": {month: True},
        "annen_forelder_inntekt": {month[:4]: payer},
    } | {name: {month: value} for name, value in more.items()}


def case(
    children: dict[str, Any], receiver: float = 400_000, month: str = MONTH, **mother: Any
) -> Simulation:
    mor = {"born": "1990-01", "bidragsinntekt_oppgitt": {month[:4]: receiver}} | mother
    return household({"mor": mor} | children, foreldre=["mor"], barna=list(children))


def support(simulation: Simulation, month: str = MONTH, rule: str = "barnebidrag") -> list[float]:
    return [float(amount) for amount in simulation.calculate(rule, month)[1:]]


# A child of 6-10 from 1 July (2018 for June): consumption, housing, child benefit, contact class 2.
TABLE = [
    ("2019-06", 4_992, 2_692, 970, 1_034),
    ("2019-07", 5_113, 2_775, 1_054, 1_052),
    ("2020-07", 5_710, 2_825, 1_054, 1_167),
    ("2021-07", 5_628, 2_896, 1_054, 1_172),
    ("2022-07", 5_745, 2_989, 1_054, 1_209),
    ("2023-07", 6_335, 3_198, 1_310, 1_348),
    ("2024-07", 6_385, 3_596, 1_510, 1_467),
    ("2025-07", 6_948, 3_679, 1_968, 1_553),
    ("2026-07", 7_523, 3_811, 2_012, 1_690),
]


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_each_year_by_the_table(row: tuple[str, int, int, int, int]) -> None:
    """Six tenths of the cost (600 000 of 1 000 000), less contact."""
    month, consumption, housing, benefit, contact = row
    born = f"{int(month[:4]) - 8}-02"
    simulation = case({"barn": child(month, born, samvaersklasse="klasse_2")}, month=month)
    cost = consumption + housing - benefit
    assert support(simulation, month, "underholdskostnad") == [cost]
    assert support(simulation, month) == [tens(0.6 * cost - contact)]


# Forskrift 2003-01-15-123, annex from July 2025: consumption and contact class 1 by age group.
GROUPS = [
    ("2020-06", 5_181, 332, 1_968),  # turns 5 in 2025
    ("2019-12", 6_948, 469, 1_968),  # turns 6 in 2025
    ("2015-01", 6_948, 469, 1_968),
    ("2014-12", 8_122, 578, 1_968),
    ("2011-01", 8_122, 578, 1_968),
    ("2010-12", 9_202, 656, 1_968),
]


@pytest.mark.parametrize(("born", "consumption", "contact", "benefit"), GROUPS)
def test_age_group_of_the_year_from_july(
    born: str, consumption: int, contact: int, benefit: int
) -> None:
    simulation = case({"barn": child(born=born, samvaersklasse="klasse_1")})
    assert support(simulation, rule="underholdskostnad") == [consumption + 3_679 - benefit]
    assert support(simulation, rule="samvaersfradrag") == [contact]


def test_age_group_changes_on_1_july() -> None:
    """Born December 2019: 4 717 + 3 596 - 1 766 in June 2025, 6 948 + 3 679 - 1 968 in July."""
    for month, cost in (("2025-06", 6_547), ("2025-07", 8_659)):
        simulation = case({"barn": child(month, "2019-12")}, month=month)
        assert support(simulation, month, "underholdskostnad") == [cost]


def test_contact_classes_of_a_child_of_eight() -> None:
    for contact, amount in (("ingen", 0), ("klasse_3", 3_582), ("klasse_4", 4_497)):
        simulation = case({"barn": child(samvaersklasse=contact)})
        assert support(simulation, rule="samvaersfradrag") == [amount]
        assert support(simulation) == [tens(max(0.6 * 8_659 - amount, 0))]


@pytest.mark.parametrize(("month", "paid"), [("2025-02", True), ("2025-03", False)])
def test_lasts_through_the_month_of_turning_18(month: str, paid: bool) -> None:
    """Barnelova §§ 67 third paragraph and 68."""
    simulation = case({"barn": child(month, "2007-02")}, month=month)
    assert (support(simulation, month)[0] > 0) is paid


def test_no_child_benefit_comes_off_after_18() -> None:
    """§ 3 last paragraph: 9 202 + 3 679; six tenths."""
    simulation = case({"barn": child(born="2007-02", bidrag_etter_18=True)})
    assert support(simulation) == [tens(0.6 * 12_881)]


def test_first_month_and_no_claim() -> None:
    assert support(case({"barn": child(born="2025-08")})) == [tens(0.6 * (5_181 + 3_679))]
    assert support(case({"barn": child(born="2025-09")})) == [0]
    assert support(case({"barn": child(nav_fastsetter_barnebidrag=False)})) == [0]


def test_five_sixths_at_most_and_no_income_at_all() -> None:
    """§ 2: 5/6 x 8 659; a payer without income pays nothing, and gets no negative amount."""
    assert support(case({"barn": child()}, receiver=1)) == [tens(8_659 * 5 / 6)]
    assert support(case({"barn": child(payer=0)}, receiver=1)) == [0]
    assert support(case({"barn": child(payer=0)}, receiver=0)) == [0]


def test_shared_residence_takes_half_of_the_cost() -> None:
    """§ 8: (0.6 - 0.5) x 8 659 = 866; nothing when the payer earns half or less."""
    assert support(case({"barn": child(delt_bosted=True)})) == [870]
    assert support(case({"barn": child(delt_bosted=True, payer=400_000)})) == [0]


def ability(income: float, housing: int, upkeep: int, children: float = 0) -> float:
    """§ 6 in August 2025: minimum deduction 40 per cent up to 73 150, allowance 108 550, 22 and 7.7
    per cent, trinnskatt 1.7 per cent above 217 400, 4 above 306 050; 4 315 for a child."""
    ordinary = max(income - min(0.4 * income, 73_150) - 108_550, 0) * 0.22
    steps = 0.017 * max(min(income, 306_050) - 217_400, 0) + 0.04 * max(income - 306_050, 0)
    left = income - ordinary - 0.077 * income - steps
    return max(left / 12 - housing - upkeep - children * 4_315, 0)


def test_ability_limits_the_support() -> None:
    """370 000 alone: below the share of 8 659 x 37/77; with another adult it is above it."""
    able = ability(370_000, 11_977, 11_902)
    assert 0 < able < 8_659 * 37 / 77
    assert support(case({"barn": child(payer=370_000)})) == [tens(able)]
    assert ability(370_000, 7_561, 10_079) > 8_659 * 37 / 77
    shares = child(payer=370_000, annen_forelder_deler_bolig=True)
    assert support(case({"barn": shares})) == [tens(8_659 * 37 / 77)]


def test_children_share_what_the_payer_can_bear() -> None:
    """Forskrift nr. 122 § 1: 450 000 alone; in proportion to 45/85 of 6 892, 8 659 and 9 833."""
    able = ability(450_000, 11_977, 11_902)
    due = [cost * 45 / 85 for cost in (6_892, 8_659, 9_833)]
    assert able < sum(due)
    able = min(able, 450_000 / 48)
    born = {"a": "2022-03", "b": "2017-03", "c": "2013-03"}
    simulation = case({name: child(born=birth, payer=450_000) for name, birth in born.items()})
    assert support(simulation) == [tens(able * one / sum(due)) for one in due]


def test_children_of_different_parents_do_not_share() -> None:
    able = ability(450_000, 11_977, 11_902)
    children = {
        "a": child(payer=450_000),
        "b": child(payer=450_000, bidragspliktig="andre"),
    }
    one = min(able, 8_659 * 45 / 85)
    assert support(case(children)) == [tens(one), tens(one)]


def test_a_quarter_of_the_income_is_the_ceiling() -> None:
    """§ 7: four children at 600 000 sharing home: 12 500 a month in all, an equal part each."""
    born = ("2015-02", "2016-02", "2017-02", "2018-02")
    kids = {
        f"b{number}": child(born=birth, annen_forelder_deler_bolig=True)
        for number, birth in enumerate(born)
    }
    assert ability(600_000, 7_561, 10_079) > 12_500
    assert support(case(kids, receiver=60_000)) == [tens(12_500 / 4)] * 4


@pytest.mark.parametrize(("current", "stands"), [(4_638, False), (4_639, True)])
def test_twelve_per_cent_below(current: int, stands: bool) -> None:
    """§ 70: 0.6 x 8 659 = 5 195.40; 5 195.40 / 1.12 = 4 638.75 is the least that gives way."""
    simulation = case({"barn": child(lopende_barnebidrag=current)})
    assert support(simulation) == [current if stands else 5_200]


def test_twelve_per_cent_above() -> None:
    """5 195.40 / 0.88 = 5 903.86."""
    assert support(case({"barn": child(lopende_barnebidrag=5_903)})) == [5_903]
    assert support(case({"barn": child(lopende_barnebidrag=5_904)})) == [5_200]


def test_agreed_support_takes_precedence_and_unpaid_is_nothing() -> None:
    assert support(case({"barn": child(avtalt_barnebidrag=1_234)})) == [1_234]
    agreed = child(avtalt_barnebidrag=1_234, nav_fastsetter_barnebidrag=False)
    assert support(case({"barn": agreed})) == [1_234]
    unpaid = case({"barn": child(barnebidrag_betales=False)})
    assert support(unpaid) == [0]
    assert support(unpaid, rule="fastsatt_barnebidrag") == [5_200]


def wages(amount: float, year: str = "2025") -> dict[str, float]:
    return {f"{year}-{month:02}": amount / 12 for month in range(1, 13)}


def test_income_of_a_lone_mother_counts_extended_child_benefit() -> None:
    """§ 4: 400 000, capital income above 10 000 and 12 x 2 516 (2025)."""
    simulation = case({"barn": child()}, 0, lonn=wages(400_000), kapitalinntekt={"2025": 12_000})
    found = simulation.calculate("bidragsmottakers_inntekt", MONTH)
    assert found == [400_000 + 2_000 + 12 * 2_516]


def test_advantage_of_the_special_deduction_until_february_2023() -> None:
    """§ 4: 13 040 from 147 407 kroner in January 2023 with a year of 12 x 1 054; then nothing."""
    for month, income, added in (
        ("2023-01", 150_000, 13_040 + 12 * 1_054),
        ("2023-01", 147_406, 12 * 1_054),
        ("2023-03", 150_000, 12 * 2_489),
    ):
        kids = {"barn": child(month)}
        simulation = case(kids, 0, month, lonn=wages(income, "2023"))
        found = simulation.calculate("bidragsmottakers_inntekt", month)
        assert found == [pytest.approx(income + added)]


def payer(month: str = MONTH, income: float = 600_000, **more: Any) -> dict[str, Any]:
    return {
        "born": "1990-01",
        "bidragsinntekt_oppgitt": {month[:4]: income},
        "mottakers_inntekt": {month[:4]: 400_000},
        "nav_fastsetter_bidragsplikt": {month: True},
    } | {name: {month: value} for name, value in more.items()}


def paid(person: dict[str, Any], own: int = 0, month: str = MONTH) -> float:
    at_home = {f"b{number}": {"born": "2016-01"} for number in range(own)}
    simulation = household({"far": person} | at_home, foreldre=["far"], barna=list(at_home))
    return float(simulation.calculate("barnebidrag_betalt", month)[0])


def test_payer_pays_for_each_child_by_age_group() -> None:
    """0.6 x 6 892, 8 659, 9 833 and 10 913, 12 881 after 18; one at a time."""
    costs = {"0_5": 6_892, "6_10": 8_659, "11_14": 9_833, "15_18": 10_913, "over_18": 12_881}
    for group, cost in costs.items():
        assert paid(payer(**{f"bidragsbarn_{group}": 1})) == tens(0.6 * cost)


def test_payer_side_agrees_with_receiver_side_for_several_children() -> None:
    able = ability(450_000, 11_977, 11_902, 1)
    due = [cost * 45 / 85 for cost in (6_892, 8_659, 8_659)]
    person = payer(income=450_000, bidragsbarn_0_5=1, bidragsbarn_6_10=2)
    assert able < 450_000 / 48
    assert paid(person, own=1) == sum(tens(able * one / sum(due)) for one in due)


def test_payer_with_agreement_shared_residence_and_other_receivers() -> None:
    assert paid(payer(avtalt_barnebidrag_betalt=2_345)) == 2_345
    assert paid(payer(bidragsbarn_6_10=1, bidragsbarn_delt_bosted=True)) == 870
    assert paid(payer(bidragsbarn_6_10=0)) == 0
    due, others = 0.6 * 8_659, 20_000
    able = min(ability(600_000, 11_977, 11_902), 12_500)
    person = payer(bidragsbarn_6_10=1, bidragspliktig_andre_bidrag=others)
    assert paid(person) == tens(able * due / (due + others))


@given(
    income=st.integers(0, 2_000_000),
    more=st.integers(0, 500_000),
    receiver=st.integers(0, 1_500_000),
    contact=st.sampled_from(["ingen", "klasse_1", "klasse_2", "klasse_3", "klasse_4"]),
    shared=st.booleans(),
)
@settings(max_examples=20, deadline=None)
def test_rises_with_the_payers_income_within_the_ceilings(
    income: int, more: int, receiver: int, contact: str, shared: bool
) -> None:
    facts: dict[str, Any] = {"samvaersklasse": contact, "delt_bosted": shared}
    low = support(case({"barn": child(payer=income, **facts)}, receiver))[0]
    high = support(case({"barn": child(payer=income + more, **facts)}, receiver))[0]
    assert 0 <= low <= high <= tens(8_659 * 5 / 6)
    assert low <= income / 48 + 5
    assert low % 10 == 0


@given(
    order=st.permutations(["mor", "a", "b"]),
    income=st.integers(200_000, 900_000),
)
@settings(max_examples=10, deadline=None)
def test_order_of_members_does_not_matter(order: list[str], income: int) -> None:
    people = {
        "mor": {"born": "1990-01", "bidragsinntekt_oppgitt": {"2025": 400_000}},
        "a": child(born="2012-05", payer=income),
        "b": child(born="2020-05", payer=income),
    }

    def amounts(names: list[str]) -> dict[str, float]:
        simulation = household(
            {name: people[name] for name in names},
            foreldre=["mor"],
            barna=[name for name in names if name != "mor"],
        )
        found = simulation.calculate("barnebidrag", MONTH)
        return dict(zip(names, map(float, found), strict=True))

    assert amounts(order) == amounts(["mor", "a", "b"])


def test_months_add_to_the_year() -> None:
    """2025, child of eight: 0.6 x 8 471 in six months and 0.6 x 8 659 in six, rounded each."""
    months = {f"2025-{month:02}": True for month in range(1, 13)}
    barn = child() | {"nav_fastsetter_barnebidrag": months}
    simulation = case({"barn": barn})
    assert simulation.calculate_add("barnebidrag", "2025")[1] == 6 * 5_080 + 6 * 5_200
