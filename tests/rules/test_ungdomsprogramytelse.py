"""Forskrift 2025-06-20-1182: the youth programme benefit, as navikt/ung-sak pays it.

G: 130 160 from May 2025, 136 549 from May 2026. 2.041 x 130 160 / 260 = 1 021.756 kr a day,
two thirds of it 681.1707 kr.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

MONTH = "2025-09"
AVERAGE = 260 / 12


def granted(month: str = MONTH, **more: Any) -> dict[str, Any]:
    stated = {name: {month: value} for name, value in more.items()}
    return {"innvilget_ungdomsprogram": {month: True}, **stated}


def youth(born: str = "2006-01", month: str = MONTH, **more: Any) -> Simulation:
    return household({"a": {"born": born, **granted(month, **more)}}, andre=["a"])


def parent(born: str, children: list[str], month: str = MONTH, **more: Any) -> Simulation:
    names = {f"b{i}": {"born": date} for i, date in enumerate(children)}
    return household(
        {"a": {"born": born, **granted(month, **more)}, **names},
        foreldre=["a"],
        barna=list(names),
    )


@pytest.mark.parametrize(
    ("born", "rate"), [("2006-08", 681), ("1998-08", 1022), ("2000-08", 1022), ("2000-09", 681)]
)
def test_official_day_rates_of_the_letters(born: str, rate: int) -> None:
    """ung-sak FørstegangsInnvilgelseTest, August 2025: 681 kroner a day under 25 and 1 022 over."""
    case = youth(born, "2025-08", ungdomsprogram_dager=21)
    assert case.calculate("ungdomsprogramytelse", "2025-08") == [21 * rate]


@pytest.mark.parametrize(
    ("born", "children", "month", "rate"),
    [
        ("2006-08", 1, "2025-08", 718),
        ("2000-05", 2, "2025-09", 1096),
    ],
)
def test_official_day_rates_with_children(born: str, children: int, month: str, rate: int) -> None:
    """The same test: 681 + 37 = 718 for one child; 1 022 + 74 = 1 096 for two, over 25."""
    case = parent(born, ["2020-01"] * children, month, ungdomsprogram_dager=20)
    assert case.calculate("ungdomsprogramytelse", month)[0] == 20 * rate


@pytest.mark.parametrize(
    ("month", "days", "of_month", "income", "paid"),
    [
        ("2025-09", 22, 0, 10000, 8382),
        ("2025-10", 23, 0, 10000, 9062),
        ("2025-10", 23, 0, 0, 23 * 681),
        ("2025-09", 22, 0, 23000, 0),
        ("2026-03", 7, 22, 10000, 2667),
    ],
)
def test_official_cut_for_income(
    month: str, days: float, of_month: float, income: int, paid: int
) -> None:
    """ung-sak EndringInntektTest and AktivitetspengerEndringInntektTest: a youth of 19; 66 per
    cent of 10 000 in a month, and of its share of 1-10 March 2026 (7 of 22 workdays)."""
    case = youth(
        month=month,
        ungdomsprogram_dager=days,
        ungdomsprogram_virkedager_i_maneden=of_month,
        lonn=income,
    )
    assert case.calculate("ungdomsprogramytelse", month) == [paid]


@pytest.mark.parametrize(
    ("days", "of_month", "sats", "child", "income", "paid"),
    [
        (1, 20, 1000, 0, 500, 984),  # 1000 - 16.5
        (20, 20, 1000, 0, 500, 34 * 20),  # 670 / 20 = 33.5
        (2, 20, 1000, 0, 1000, 467 * 2),  # 934 / 2
        (2, 20, 1000, 0, 0, 1000),
        (22, 22, 1000, 0, 500, 30 * 22),  # 670 / 22 = 30.45
        (2, 20, 1000, 200, 100, 597 * 2),  # 1193.4 / 2 = 596.7
        (2, 20, 1000, 132, 200, 559 * 2),  # 1118.8 / 2 = 559.4
        (2, 20, 1000, 200, 500, 584 * 2),  # 1167 / 2 = 583.5
        (9, 20, 1000, 132, 1, 126 * 9),  # 1131.703 / 9 = 125.7
        (22, 22, 100, 200, 0, 14 * 22),
        (20, 20, 150, 250, 0, 20 * 20),
        (22, 22, 200, 50, 150, 7 * 22),  # 151 / 22 = 6.86
    ],
)
def test_official_sums_of_the_month(
    days: int, of_month: int, sats: int, child: int, income: int, paid: int
) -> None:
    """ung-sak TilkjentYtelseBeregnerTest and LagTilkjentYtelseTest: the period's sum and its
    child supplement, divided on its days; income of the whole month."""
    case = youth(
        ungdomsprogram_dager=days,
        ungdomsprogram_virkedager_i_maneden=of_month,
        ungdomsprogramytelse_dagsats=sats / days,
        ungdomsprogramytelse_barnetillegg_dagsats=child / days,
        lonn=income,
    )
    assert case.calculate("ungdomsprogramytelse", MONTH) == [paid]


@pytest.mark.parametrize(
    ("month", "born", "rate"),
    [
        ("2025-08", "1998-01", 2.041 * 130160 / 260),
        ("2026-05", "1998-01", 2.041 * 136549 / 260),
        ("2026-05", "2006-01", 2.041 * 136549 * 2 / 3 / 260),
    ],
)
def test_day_rate_follows_g_and_age(month: str, born: str, rate: float) -> None:
    """§ 9, unrounded."""
    found = youth(born, month).calculate("ungdomsprogramytelse_dagsats", month)
    assert found == pytest.approx([rate])


@pytest.mark.parametrize(("month", "rate"), [("2025-12", 37), ("2026-01", 37), ("2026-02", 38)])
def test_child_supplement_rises_from_14_january_2026(month: str, rate: int) -> None:
    """A month reads the rate of its first day."""
    case = parent("2000-01", ["2015-01", "2010-01"], month)
    found = case.calculate("ungdomsprogramytelse_barnetillegg_dagsats", month)
    assert found == pytest.approx([2 * rate, 0, 0])


@pytest.mark.parametrize(("born", "children"), [("2007-10", 1), ("2007-09", 0)])
def test_child_supplement_until_the_month_before_18(born: str, children: int) -> None:
    found = parent("1998-01", [born]).calculate("ungdomsprogramytelse_barnetillegg_dagsats", MONTH)
    assert found[0] == children * 37


def test_nothing_before_the_trial_or_without_a_grant() -> None:
    assert youth(month="2025-07").calculate("ungdomsprogramytelse", "2025-07") == [0]
    case = household({"a": {"born": "2006-01"}}, andre=["a"])
    assert case.calculate("ungdomsprogramytelse", MONTH) == [0]


@pytest.mark.parametrize(
    ("born", "paid"),
    [("2007-10", False), ("2007-09", True), ("1996-09", True), ("1996-08", False)],
)
def test_from_18_until_the_29th_birthday(born: str, paid: bool) -> None:
    """ung-sak pays until the birthday; its month is the last one."""
    assert bool(youth(born).calculate("ungdomsprogramytelse", MONTH)[0] > 0) is paid


@pytest.mark.parametrize(
    ("used", "extended", "days"),
    [(0, False, 22), (250, False, 10), (260, False, 0), (260, True, 22), (295, True, 5)],
)
def test_260_days_and_40_more_when_extended(used: int, extended: bool, days: int) -> None:
    """§ 6: 52 weeks and 8 more, five days a week."""
    case = youth(
        ungdomsprogram_dager=22,
        ungdomsprogram_dager_brukt=used,
        ungdomsprogram_forlenget=extended,
    )
    assert case.calculate("ungdomsprogramytelse_dager", MONTH) == [days]
    assert case.calculate("ungdomsprogramytelse", MONTH) == [days * 681]


@pytest.mark.parametrize(
    ("beside", "paid"),
    [
        ({"innvilget_aap": True}, False),
        ({"mottar_annen_livsoppholdsytelse": True}, False),
        ({"innvilget_kvp": True}, False),
        ({"soker_sosialhjelp": True}, True),
        ({"ytelser_ved_sykdom": 100}, True),
    ],
)
def test_not_beside_another_benefit_to_live_on(beside: dict[str, Any], paid: bool) -> None:
    """§ 12: sosialhjelp, sykepenger and chapter 9 are excepted."""
    assert bool(youth(**beside).calculate("ungdomsprogramytelse", MONTH)[0] > 0) is paid


def test_sickness_benefit_of_the_month_cuts_like_a_wage() -> None:
    """ung-sak: the factor of a benefit is 0.66 too; (14 985.76 - 6 600) / 22 = 381.2."""
    case = youth(ungdomsprogram_dager=22, ytelser_ved_sykdom=10000)
    assert case.calculate("ungdomsprogramytelse", MONTH) == [22 * 381]


@pytest.mark.parametrize(
    ("facts", "may"),
    [
        ({}, True),
        ({"onsker_ungdomsprogram": False}, False),
        ({"har_deltatt_i_ungdomsprogram": True}, False),
        ({"behov_for_bistand_til_arbeid": False}, False),
        ({"ungdomsprogram_nodvendig_og_hensiktsmessig": False}, False),
        ({"born": "2007-10"}, False),
        ({"born": "1996-10"}, True),
        ({"born": "1996-09"}, False),
    ],
)
def test_who_may_be_given_the_programme(facts: dict[str, Any], may: bool) -> None:
    """§ 3: 18 and not 29."""
    facts = {"onsker_ungdomsprogram": True, **facts}
    born = facts.pop("born", "2004-01")
    inputs = {name: {MONTH: value} for name, value in facts.items()}
    case = household(
        {"a": {"born": born, **inputs}},
        andre=["a"],
        kommune={"forsok_med_ungdomsprogram": {MONTH: True}},
    )
    assert case.calculate("kan_tildeles_ungdomsprogram", MONTH) == [may]


def test_only_at_a_chosen_office() -> None:
    """§ 2."""
    case = household(
        {"a": {"born": "2004-01", "onsker_ungdomsprogram": {MONTH: True}}}, andre=["a"]
    )
    assert case.calculate("kan_tildeles_ungdomsprogram", MONTH) == [False]


def test_a_year_of_average_months_is_260_days() -> None:
    months = [f"2026-{month:02d}" for month in range(1, 13)]
    inputs = {"innvilget_ungdomsprogram": dict.fromkeys(months, True)}
    case = household({"a": {"born": "2006-01", **inputs}}, andre=["a"])
    assert case.calculate_add("ungdomsprogramytelse_dager", "2026") == pytest.approx([260])


@given(low=st.integers(0, 40000), step=st.integers(0, 20000), days=st.integers(1, 23))
@settings(max_examples=30, deadline=None)
def test_never_negative_and_never_rising_with_income(low: int, step: int, days: int) -> None:
    """The sum of benefit and wage never falls by more than the rounding of a day."""
    less = youth(ungdomsprogram_dager=days, lonn=low).calculate("ungdomsprogramytelse", MONTH)[0]
    more = youth(ungdomsprogram_dager=days, lonn=low + step).calculate(
        "ungdomsprogramytelse", MONTH
    )[0]
    assert 0 <= more <= less <= days * 681
    assert low + step + more >= low + less - days


@given(order=st.permutations(["a", "b", "c"]))
@settings(max_examples=6, deadline=None)
def test_order_of_the_members_does_not_matter(order: list[str]) -> None:
    people = {
        "a": {"born": "2000-01", **granted(ungdomsprogram_dager=10)},
        "b": {"born": "2020-01"},
        "c": {"born": "2022-01"},
    }
    case = household({name: people[name] for name in order}, foreldre=["a"], barna=["b", "c"])
    found = dict(zip(order, case.calculate("ungdomsprogramytelse", MONTH), strict=True))
    assert found == {"a": 10 * 1096, "b": 0, "c": 0}
