"""Sosialtjenesteloven § 18, with the state's guidance rates (rundskriv A-1/2022, A-3/2023).

Rates a month from January 2024: single 7 850, couple 13 100, shared household 6 600, child 0-5
3 850, 6-10 3 950, 11-17 5 150. From July 2022: 6 650, 11 150, 5 600, 3 250, 3 350, 4 400.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

MONTH = "2024-06"


def asks(month: str = MONTH, **more: Any) -> dict[str, Any]:
    return {"soker_sosialhjelp": {month: True}, **more}


def each_month(value: Any, year: str = "2024") -> dict[str, Any]:
    return {f"{year}-{month:02}": value for month in range(1, 13)}


def a_twelfth_of_the_tax(case: Simulation, month: str) -> list[float]:
    return list(case.calculate("inntektsskatt", month[:4]) / 12)


@pytest.mark.parametrize(
    ("month", "rate"),
    [
        ("2020-01", 6250),
        ("2021-01", 6450),
        ("2022-06", 6550),
        ("2022-07", 6650),
        ("2023-07", 7550),
        ("2024-01", 7850),
        ("2025-01", 8100),  # derived: 7 850 x 1.030 to the nearest 50
        ("2026-01", 8300),  # derived: 8 100 x 1.022 to the nearest 50
    ],
)
def test_single_person_gets_the_rate_of_the_month(month: str, rate: int) -> None:
    case = household({"a": {"born": "1990-01", **asks(month)}}, foreldre=["a"])
    assert case.calculate("sosialhjelp", month) == [rate]


@pytest.mark.parametrize(
    ("born", "child", "paid"),
    [("2006-07", False, 0), ("2006-06", False, 7850), ("2006-07", True, 7850 + 3850)],
)
def test_a_minor_keeps_house_only_as_a_parent(born: str, child: bool, paid: int) -> None:
    """Barnelova § 66: parents elsewhere provide for a minor; a minor with a child is a family."""
    persons = {"a": {"born": born, **asks()}} | ({"b": {"born": "2024-01"}} if child else {})
    case = household(persons, foreldre=["a"], barna=["b"] if child else [])
    assert case.calculate("sosialhjelp", MONTH) == [paid]


def test_nothing_without_an_application() -> None:
    case = household(
        {"a": {"born": "1990-01"}}, foreldre=["a"], husstand={"boutgifter": {MONTH: 9000}}
    )
    assert case.calculate("sosialhjelp", MONTH) == [0]


def test_housing_comes_on_top_of_the_rate() -> None:
    """The rates leave out housing, power and insurance: 7 850 + 9 000."""
    case = household(
        {"a": {"born": "1990-01", **asks()}},
        foreldre=["a"],
        husstand={"boutgifter": {MONTH: 9000}},
    )
    assert case.calculate("sosialhjelp", MONTH) == [7850 + 9000]


def test_couple_gets_the_rate_of_a_couple_when_one_applies() -> None:
    case = household(
        {"a": {"born": "1990-01", **asks()}, "b": {"born": "1991-01"}}, foreldre=["a", "b"]
    )
    assert case.calculate("sosialhjelp", MONTH) == [13100]


def test_couple_without_children_is_a_couple_in_other_roles() -> None:
    partner = {"lever_med_partner": {MONTH: True}}
    case = household(
        {"a": {"born": "2000-01", **asks(), **partner}, "b": {"born": "2000-01", **partner}},
        andre=["a", "b"],
    )
    assert case.calculate("sosialhjelp", MONTH) == [13100]


@pytest.mark.parametrize(("partner", "paid"), [(True, 13100 + 3950 - 4000), (False, 7850 + 3950)])
def test_another_adult_counts_only_as_the_parents_partner(partner: bool, paid: int) -> None:
    """A stepfather brings need and income into the family, an uncle does not."""
    together = {"lever_med_partner": {MONTH: partner}}
    case = household(
        {
            "mor": {"born": "1985-01", **asks(), **together},
            "mann": {
                "born": "1984-01",
                "andre_inntekter_til_livsopphold": {MONTH: 4000},
                **together,
            },
            "barn": {"born": "2016-01"},
        },
        foreldre=["mor"],
        andre=["mann"],
        barna=["barn"],
    )
    assert case.calculate("sosialhjelp", MONTH) == [paid]


def test_interest_on_debt_is_no_negative_income() -> None:
    case = household(
        {"a": {"born": "1990-01", "kapitalinntekt": {"2024": -60000}, **asks()}}, foreldre=["a"]
    )
    assert case.calculate("sosialhjelp", MONTH) == [7850]


def test_two_friends_share_the_rent_and_are_assessed_alone() -> None:
    """Shared household 6 600 and half of the rent; the other does not apply."""
    case = household(
        {"a": {"born": "2000-01", **asks()}, "b": {"born": "2000-01"}},
        andre=["a", "b"],
        husstand={"boutgifter": {MONTH: 10000}},
    )
    assert case.calculate("sosialhjelp", MONTH) == [6600 + 5000]


@pytest.mark.parametrize(
    ("born", "rate"),
    [
        ("2024-06", 3850),
        ("2018-07", 3850),  # 5 years and 11 months
        ("2018-06", 3950),  # turns 6 in the month
        ("2013-07", 3950),
        ("2013-06", 5150),  # turns 11
        ("2006-07", 5150),  # 17 years and 11 months
    ],
)
def test_child_rate_by_age(born: str, rate: int) -> None:
    case = household(
        {"mor": {"born": "1985-01", **asks()}, "barn": {"born": born}},
        foreldre=["mor"],
        barna=["barn"],
    )
    assert case.calculate("sosialhjelp", MONTH) == [7850 + rate]


@pytest.mark.parametrize(("born", "need"), [("2006-07", 7850 + 5150), ("2006-06", 7850)])
def test_the_parents_need_leaves_out_a_child_of_18(born: str, need: int) -> None:
    """At 18 the parents' duty to provide ends (barnelova § 68)."""
    case = household(
        {"mor": {"born": "1985-01", **asks()}, "barn": {"born": born}},
        foreldre=["mor"],
        barna=["barn"],
    )
    assert case.calculate("sosialhjelp", MONTH) == [need]


@pytest.mark.parametrize(("born", "paid"), [("2006-07", 0), ("2006-06", 6600)])
def test_young_adult_at_home_is_assessed_on_own_means_from_18(born: str, paid: int) -> None:
    """The mother's wage of 60 000 a month does not count from the month of the 18th birthday."""
    case = household(
        {"mor": {"born": "1985-01", "lonn": each_month(60000)}, "barn": {"born": born, **asks()}},
        foreldre=["mor"],
        barna=["barn"],
        husstand={"boutgifter": {MONTH: 15000}},
    )
    assert case.calculate("sosialhjelp", MONTH) == [paid]


def test_young_adult_who_pays_for_the_room_gets_that_too() -> None:
    case = household(
        {
            "mor": {"born": "1985-01"},
            "barn": {"born": "2004-01", "egne_boutgifter": {MONTH: 2500}, **asks()},
        },
        foreldre=["mor"],
        barna=["barn"],
        husstand={"boutgifter": {MONTH: 15000}},
    )
    assert case.calculate("sosialhjelp", MONTH) == [6600 + 2500]


def test_a_pupil_whom_the_parents_support_has_no_need_of_her_own() -> None:
    """Parents who in fact support a pupil of 18 or more (barnelova § 68; Statsforvalteren i
    Vestland, 18 December 2019); her need then belongs to the parents' application."""
    persons = {
        "mor": {"born": "1985-01"},
        "barn": {"born": "2005-09", "forsorges_av_foreldre": {MONTH: True}, **asks()},
    }
    case = household(persons, foreldre=["mor"], barna=["barn"])
    assert case.calculate("sosialhjelp", MONTH) == [0]
    persons["mor"] = {"born": "1985-01", **asks()}
    case = household(persons, foreldre=["mor"], barna=["barn"])
    assert case.calculate("sosialhjelp", MONTH) == [7850 + 6600]


def test_parent_and_young_adult_can_both_apply() -> None:
    case = household(
        {"mor": {"born": "1985-01", **asks()}, "barn": {"born": "2004-01", **asks()}},
        foreldre=["mor"],
        barna=["barn"],
    )
    assert case.calculate("sosialhjelp", MONTH) == [7850 + 6600]


@pytest.mark.parametrize(
    ("plassering", "paid"), [("egen_bolig", 7850 + 6000), ("hjemme", 6600 + 6000)]
)
def test_young_adult_in_own_home_gets_the_rate_of_a_single_person(
    plassering: str, paid: int
) -> None:
    case = household(
        {
            "mor": {"born": "1985-01"},
            "barn": {
                "born": "2004-01",
                "plassering": {MONTH: plassering},
                "egne_boutgifter": {MONTH: 6000},
                **asks(),
            },
        },
        foreldre=["mor"],
        barna=["barn"],
    )
    assert case.calculate("sosialhjelp", MONTH) == [paid]


@pytest.mark.parametrize("plassering", ["fosterhjem", "institusjon"])
def test_a_placed_child_is_not_in_the_family(plassering: str) -> None:
    case = household(
        {
            "mor": {"born": "1985-01", **asks()},
            "barn": {"born": "2014-01", "plassering": {MONTH: plassering}},
        },
        foreldre=["mor"],
        barna=["barn"],
    )
    assert case.calculate("sosialhjelp", MONTH) == [7850]


def test_nothing_in_prison_and_the_other_parent_is_single() -> None:
    far = {"born": "1985-01", "i_fengsel": {MONTH: True}, **asks()}
    assert household({"far": far}, foreldre=["far"]).calculate("sosialhjelp", MONTH) == [0]
    case = household({"far": far, "mor": {"born": "1986-01", **asks()}}, foreldre=["far", "mor"])
    assert case.calculate("sosialhjelp", MONTH) == [7850]


@pytest.mark.parametrize(
    ("month", "paid"),
    # August 2022: single 6 650 + child 4 400 less ordinary 1 054 and extended 1 054.
    [("2022-08", 6650 + 4400 - 2 * 1054), ("2022-09", 6650 + 4400)],
)
def test_child_benefit_is_kept_out_from_september_2022(month: str, paid: int) -> None:
    """§ 18 third paragraph (lov 17 June 2022 nr. 42, in force 1 September 2022)."""
    case = household(
        {"mor": {"born": "1985-01", **asks(month)}, "barn": {"born": "2010-01"}},
        foreldre=["mor"],
        barna=["barn"],
    )
    assert case.calculate("barnetrygd", month) == [2 * 1054]
    assert case.calculate("sosialhjelp", month) == [paid]


@pytest.mark.parametrize("month", ["2022-08", "2022-09"])
def test_child_benefit_of_the_parents_never_counts_for_the_young_adult(month: str) -> None:
    case = household(
        {
            "mor": {"born": "1985-01"},
            "stor": {"born": "2003-01", **asks(month)},
            "liten": {"born": "2012-01"},
        },
        foreldre=["mor"],
        barna=["stor", "liten"],
    )
    assert case.calculate("sosialhjelp", month) == [5600]


@pytest.mark.parametrize(("born", "counts"), [("2007-06", False), ("2005-06", True)])
def test_a_childs_wage_is_kept_out(born: str, counts: bool) -> None:
    """§ 18 third paragraph; a young adult's wage counts, but against the own need."""
    ung = {"born": born, "lonn": {MONTH: 4000}, **asks()}
    case = household(
        {"mor": {"born": "1985-01", **asks()}, "ung": ung}, foreldre=["mor"], barna=["ung"]
    )
    expected = 7850 + (6600 - 4000 if counts else 5150)
    assert case.calculate("sosialhjelp", MONTH) == pytest.approx([expected])


def test_wage_counts_after_tax() -> None:
    """15 000 a month is 180 000 a year; the tax of the year is taken in twelfths."""
    case = household(
        {"a": {"born": "1990-01", "lonn": each_month(15000), **asks()}},
        foreldre=["a"],
        husstand={"boutgifter": {MONTH: 12000}},
    )
    (tax,) = a_twelfth_of_the_tax(case, MONTH)
    assert tax > 0
    assert case.calculate("sosialhjelp", MONTH) == pytest.approx([7850 + 12000 - (15000 - tax)])


def test_the_qualification_benefit_counts_with_its_supplement() -> None:
    """36 kr x 260 / 12 = 780 a month for one child."""
    case = household(
        {
            "mor": {"born": "1985-01", "innvilget_kvp": each_month(True), **asks()},
            "barn": {"born": "2014-01"},
        },
        foreldre=["mor"],
        barna=["barn"],
        husstand={"boutgifter": {MONTH: 20000}},
    )
    tax = a_twelfth_of_the_tax(case, MONTH)[0]
    benefit = case.calculate("kvalifiseringsstonad", MONTH)[0] + 780
    assert case.calculate("sosialhjelp", MONTH) == pytest.approx(
        [7850 + 3950 + 20000 - (benefit - tax)]
    )


def test_other_income_counts_krone_for_krone() -> None:
    case = household(
        {"a": {"born": "1990-01", "andre_inntekter_til_livsopphold": {MONTH: 2000}, **asks()}},
        foreldre=["a"],
    )
    assert case.calculate("sosialhjelp", MONTH) == [5850]


@pytest.mark.parametrize(("income", "right"), [(7849, True), (7850, False)])
def test_right_ends_where_income_meets_the_need(income: int, right: bool) -> None:
    case = household(
        {"a": {"born": "1990-01", "andre_inntekter_til_livsopphold": {MONTH: income}, **asks()}},
        foreldre=["a"],
    )
    assert bool(case.calculate("rett_til_okonomisk_stonad", MONTH)[0]) is right


@pytest.mark.parametrize(("accepted", "paid"), [(True, 7850 + 1500), (False, 7850)])
def test_special_expenses_are_an_open_norm(accepted: bool, paid: int) -> None:
    case = household(
        {
            "a": {
                "born": "1990-01",
                "saerlige_utgifter": {MONTH: 1500},
                "saerlige_utgifter_godtas": {MONTH: accepted},
                **asks(),
            }
        },
        foreldre=["a"],
    )
    assert case.calculate("sosialhjelp", MONTH) == [paid]


def test_the_kommune_may_use_another_level_than_the_guidance_rate() -> None:
    case = household(
        {"a": {"born": "1990-01", **asks()}},
        foreldre=["a"],
        kommune={"niva_av_veiledende_satser": {MONTH: 0.9}},
    )
    assert case.calculate("sosialhjelp", MONTH) == pytest.approx([0.9 * 7850])


AMOUNTS = st.floats(min_value=0, max_value=1e7, allow_nan=False)


@settings(max_examples=40, deadline=None)
@given(wage=AMOUNTS, rent=AMOUNTS, more=st.floats(min_value=1, max_value=1e6))
def test_between_nothing_and_the_need_and_never_rising_with_wage(
    wage: float, rent: float, more: float
) -> None:
    def paid(monthly: float) -> float:
        case = household(
            {
                "mor": {"born": "1990-01", "lonn": each_month(monthly), **asks()},
                "barn": {"born": "2016-01"},
            },
            foreldre=["mor"],
            barna=["barn"],
            husstand={"boutgifter": {MONTH: rent}},
        )
        return float(case.calculate("sosialhjelp", MONTH)[0])

    low, high = paid(wage), paid(wage + more)
    assert 0 <= high <= low + 0.5 <= 7850 + 3950 + rent + 1


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(["mor", "stor", "liten"]))
def test_order_of_the_members_does_not_matter(order: list[str]) -> None:
    persons = {
        "mor": {"born": "1985-01", "lonn": {MONTH: 3000}, **asks()},
        "stor": {"born": "2004-01", **asks()},
        "liten": {"born": "2016-01"},
    }
    case = household(
        {name: persons[name] for name in order},
        foreldre=["mor"],
        barna=[name for name in order if name != "mor"],
    )
    assert case.calculate("sosialhjelp", MONTH) == pytest.approx([7850 + 3950 - 3000 + 6600])
