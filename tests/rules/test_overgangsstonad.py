"""Overgangsstønad: folketrygdloven §§ 15-4 to 15-9 and 15-13, in both wordings.

The official amounts stand in the tests of navikt/familie-ef-sak (snapshot 2026-08-21), named at
each table. A yearly amount is stated as a twelfth for the month.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household


def lone(
    month: str, child: str = "2018-10", others: tuple[str, ...] = (), **given: Any
) -> Simulation:
    """A lone parent granted the benefit in the month; facts of the child begin with `barn__`."""
    parent: dict[str, Any] = {"born": "1990-06", "innvilget_overgangsstonad": {month: True}}
    children: dict[str, Any] = {"barn": {"born": child}}
    for name, value in given.items():
        owner, fact = (children["barn"], name[6:]) if name.startswith("barn__") else (parent, name)
        fixed = fact in ("aleneomsorg_for_18", "overgangsstonad_for_juli_2026")
        owner[fact] = {"ETERNITY" if fixed else month: value}
    children |= {f"barn{number}": {"born": born} for number, born in enumerate(others)}
    return household({"mor": parent} | children, foreldre=["mor"], barna=list(children))


def benefit(month: str, **given: Any) -> float:
    return float(lone(month, **given).calculate("overgangsstonad", month)[0])


def right(month: str, **given: Any) -> bool:
    return bool(lone(month, **given).calculate("rett_til_overgangsstonad", month)[0])


@pytest.mark.parametrize(
    ("month", "amount"),
    [
        ("2019-04", 18166),
        ("2019-05", 18723),
        ("2020-04", 18723),
        ("2020-05", 19003),
        ("2021-04", 19003),
        ("2021-05", 19950),
        ("2022-04", 19950),
    ],
)
def test_official_full_benefit(month: str, amount: float) -> None:
    """BeregningServiceTest, `skal beregne full ytelse når det ikke foreligger inntekt`; nav.no,
    Oversikt over satser 2019: 18 723."""
    assert benefit(month) == amount


# 2.25 x G / 12 in whole kroner: 111 477, 118 620, 124 028, 130 160, 136 549.
@pytest.mark.parametrize(
    ("month", "amount"),
    [
        ("2022-06", 20902),
        ("2023-06", 22241),
        ("2024-06", 23255),
        ("2025-06", 24405),
        ("2026-06", 25603),
    ],
)
def test_full_benefit_of_each_year(month: str, amount: float) -> None:
    """111 477 x 0.1875 = 20 901.9; 118 620 gives 22 241.25; 124 028 gives 23 255.25; 130 160 gives
    24 405; 136 549 gives 25 602.9."""
    assert benefit(month, child=f"{int(month[:4]) - 1}-12") == amount


@pytest.mark.parametrize(
    ("month", "year", "per_month", "per_day", "amount"),
    [
        ("2022-01", 120000, 1400, 100, 15870),
        ("2022-02", 90000, 0, 0, 18570),
        ("2022-05", 90000, 0, 0, 19617),
        ("2022-04", 10000, 1000, 50, 19950),
        ("2022-06", 10000, 1000, 50, 20902),
        ("2023-01", 120000, 1400, 100, 16917),
    ],
)
def test_official_total_income(
    month: str, year: float, per_month: float, per_day: float, amount: float
) -> None:
    """totalinntekt.feature: yearly income, daily rate x 260 and monthly income x 12."""
    assert (
        benefit(
            month,
            forventet_arsinntekt=year / 12,
            forventet_manedsinntekt=per_month,
            forventet_dagsats=per_day,
        )
        == amount
    )


@pytest.mark.parametrize(
    ("year", "per_month", "per_day", "counted"),
    [
        (500501, 0, 0, 500000),
        (500500, 1000, 0, 512000),
        (500500, 0, 100, 526000),
        (500500, 0, 0, 500500),
        (60000, 21468, 0, 317000),
        (100000, 10000, 500, 350000),
        (0, 0, 100, 26000),
        (0, 100000, 0, 1200000),
        (500000, 0, 0, 500000),
    ],
)
def test_official_income_counted(
    year: float, per_month: float, per_day: float, counted: float
) -> None:
    """BeregningUtilsTest and InntektsperiodeTest: down to a whole thousand, unless only a yearly
    income in whole hundreds is stated."""
    case = lone(
        "2021-01",
        forventet_arsinntekt=year / 12,
        forventet_manedsinntekt=per_month,
        forventet_dagsats=per_day,
    )
    assert case.calculate("overgangsstonad_inntekt", "2021-01")[0] == counted


def test_official_350_000_in_april_2021() -> None:
    """BeregningUtilsTest, `skal bruke totalinntekten for å beregne beløp`: 7 778."""
    assert (
        benefit(
            "2021-04",
            forventet_arsinntekt=100000 / 12,
            forventet_manedsinntekt=10000,
            forventet_dagsats=500,
        )
        == 7778
    )


@pytest.mark.parametrize(
    ("month", "income", "amount"),
    [
        # BeregningServiceTest: 240 000 at G 99 858 and 96 883, and 5.51 G at G 101 351.
        ("2019-06", 240000, 11595),
        ("2019-01", 240000, 10983),
        # 18 166 - (240 000 - 48 441.5) x 0.45 / 12 = 18 166 - 7 183.44.
        ("2020-05", 558444, 0),
        # OmregningServiceTest: after the new G of 2022 and 2023.
        ("2022-05", 289100, 12151),
        ("2023-05", 223400, 16088),
    ],
)
def test_official_income_of_the_year(month: str, income: float, amount: float) -> None:
    """BeregningServiceTest and OmregningServiceTest of familie-ef-sak."""
    assert benefit(month, forventet_arsinntekt=income / 12) == amount


def test_wage_of_the_month_is_the_expected_income() -> None:
    """240 000 a year, stated as a wage of 20 000 a month."""
    assert benefit("2019-06", lonn=20000.0) == 11595
    # A wage in whole hundreds stands as it is; 20 004.25 x 12 = 240 051 goes down to 240 000.
    assert benefit("2019-06", lonn=20004.25) == 11595


def test_limit_of_half_g_to_the_krone() -> None:
    """Half of G is 49 929 in 2019: at 49 900 nothing comes off; 50 000 takes 71 x 0.45 / 12 = 2.66,
    three kroner."""
    full = lone("2019-06", forventet_arsinntekt=49900 / 12)
    assert full.calculate("overgangsstonad", "2019-06")[0] == 18723
    assert full.calculate("mottar_overgangsstonad_i_full", "2019-06")[0]
    less = lone("2019-06", forventet_arsinntekt=50000 / 12)
    assert less.calculate("overgangsstonad", "2019-06")[0] == 18720
    assert not less.calculate("mottar_overgangsstonad_i_full", "2019-06")[0]


def test_half_a_krone_of_reduction_is_rounded_down() -> None:
    """Half of G is 65 080 in 2025: 120 kroner above it takes 4.5, four kroner; 220 kroner takes
    8.25, eight."""
    assert benefit("2025-06", child="2024-12", forventet_arsinntekt=65200 / 12) == 24405 - 4
    assert benefit("2025-06", child="2024-12", forventet_arsinntekt=65300 / 12) == 24405 - 8


def test_other_benefits_come_off_krone_for_krone() -> None:
    """§ 15-13: 18 723 - 5 000, and nothing below zero."""
    assert benefit("2019-06", overgangsstonad_samordningsfradrag=5000.0) == 13723
    assert benefit("2019-06", overgangsstonad_samordningsfradrag=20000.0) == 0
    both = lone("2019-06", overgangsstonad_samordningsfradrag=1.0)
    assert not both.calculate("mottar_overgangsstonad_i_full", "2019-06")[0]


def test_not_granted_is_nothing() -> None:
    assert benefit("2019-06", innvilget_overgangsstonad=False) == 0


@pytest.mark.parametrize(
    "fact",
    ["lever_med_partner", "naere_boforhold", "nytt_barn_med_samme_partner", "barn__delt_bosted"],
)
def test_who_is_not_alone(fact: str) -> None:
    """§ 15-4, one condition at a time."""
    assert right("2022-06", child="2022-01")
    assert not right("2022-06", child="2022-01", **{fact: True})


def test_other_conditions_of_the_right() -> None:
    """§§ 15-2, 15-4 fourth paragraph, 15-5 and 15-12."""
    for fact in ("forutgaende_medlemskap", "omsorg_hindrer_selvforsorgelse"):
        assert not right("2022-06", **{fact: False})
    assert not right("2022-06", barn__klart_mer_daglig_omsorg=False)
    for fact in ("sagt_opp_uten_rimelig_grunn", "sanksjon_enslig_mor_eller_far"):
        assert not right("2022-06", **{fact: True})


def test_two_parents_in_the_household() -> None:
    case = household(
        {"mor": {"born": "1990-06"}, "far": {"born": "1990-06"}, "barn": {"born": "2022-01"}},
        foreldre=["mor", "far"],
        barna=["barn"],
    )
    assert not case.calculate("rett_til_overgangsstonad", "2022-06").any()


@pytest.mark.parametrize(
    ("month", "child", "expected"),
    [
        ("2022-06", "2014-06", True),  # the month of the eighth birthday
        ("2022-07", "2014-06", False),
        ("2022-04", "2022-06", True),  # two months before birth
        ("2022-03", "2022-06", False),
        ("2022-06", "2022-06", True),
        ("2026-06", "2025-01", True),
        # From July 2026: to and with the month in which the child is 14 months.
        ("2026-07", "2025-05", True),
        ("2026-07", "2025-04", False),
        ("2026-08", "2025-05", False),
        ("2026-07", "2026-09", True),
        ("2026-07", "2026-10", False),
    ],
)
def test_age_of_the_child(month: str, child: str, expected: bool) -> None:
    """§ 15-5 and, until June 2026, § 15-8 first paragraph."""
    assert right(month, child=child) == expected


def test_special_supervision_to_18_in_both_wordings() -> None:
    for month, child in (("2022-06", "2004-06"), ("2026-08", "2008-08")):
        assert right(month, child=child, barn__barn_krever_saerlig_tilsyn=True)
    assert not right("2022-07", child="2004-06", barn__barn_krever_saerlig_tilsyn=True)
    used = {"overgangsstonad_brukte_maneder": 100, "yrkesrettet_aktivitet": False}
    assert right("2022-06", child="2010-06", barn__barn_krever_saerlig_tilsyn=True, **used)


def test_activity_duty_once_the_youngest_is_one() -> None:
    """§ 15-6: none to the month of the first birthday; then activity or an excuse."""
    idle: dict[str, Any] = {"yrkesrettet_aktivitet": False}
    assert right("2022-06", child="2021-06", **idle)
    assert not right("2022-07", child="2021-06", **idle)
    assert right("2022-07", child="2021-06")
    assert right("2022-07", child="2016-06", others=("2021-08",), **idle)
    assert right("2022-07", child="2021-06", sykdom_hindrer_aktivitet=True, **idle)
    lacking = {"mangler_tilsynsordning": True, "mangler_tilsynsordning_maneder": 6} | idle
    assert right("2024-01", child="2022-06", **lacking)
    assert not right("2024-02", child="2022-06", **lacking)
    assert right("2024-02", child="2022-06", **lacking | {"mangler_tilsynsordning_maneder": 5})


@pytest.mark.parametrize(
    ("used", "facts", "expected"),
    [
        (35, {}, True),
        (36, {}, False),
        (59, {"nodvendig_utdanning": True}, True),
        (60, {"nodvendig_utdanning": True}, False),
        (71, {"nodvendig_utdanning": True, "others": ("2017-01", "2016-01")}, True),
        (60, {"nodvendig_utdanning": True, "others": ("2017-01",)}, False),
        (71, {"nodvendig_utdanning": True, "aleneomsorg_for_18": True}, True),
        (72, {"nodvendig_utdanning": True, "aleneomsorg_for_18": True}, False),
        (72, {"overgangsstonad_forlengelse": "utdanningsar"}, True),
        (36, {"overgangsstonad_forlengelse": "forbigaende_sykdom"}, True),
        (36, {"overgangsstonad_forlengelse": "ventetid"}, True),
    ],
)
def test_three_years_and_the_extensions(used: int, facts: dict[str, Any], expected: bool) -> None:
    """§ 15-8: three years; two more in education, three with more than two children or sole care
    before 18; to the end of a school year begun; illness; waiting."""
    assert right("2022-06", overgangsstonad_brukte_maneder=used, **facts) == expected


@pytest.mark.parametrize(("kind", "longest"), [("forbigaende_sykdom", 24), ("ventetid", 6)])
def test_length_of_an_extension_past_the_age_of_eight(kind: str, longest: int) -> None:
    """§ 15-8 fourth and fifth paragraphs, with the exception from the age in § 15-5."""
    facts = {"overgangsstonad_forlengelse": kind, "yrkesrettet_aktivitet": False}
    used = "overgangsstonad_forlengelse_brukte_maneder"
    assert right("2022-06", child="2013-01", **facts, **{used: longest - 1})
    assert not right("2022-06", child="2013-01", **facts, **{used: longest})


@pytest.mark.parametrize(
    ("month", "child", "expected"),
    [
        # From February 2024 to and with the month in which the child is 14 months.
        ("2024-03", "2023-01", True),
        ("2024-04", "2023-01", False),
        # Before: a child born in October gets a place in October, one born in January in August.
        ("2022-10", "2021-10", True),
        ("2022-11", "2021-10", False),
        ("2023-08", "2022-01", True),
        ("2023-09", "2022-01", False),
        ("2023-08", "2021-12", True),
        ("2022-09", "2021-08", False),
    ],
)
def test_new_period_for_a_new_child(month: str, child: str, expected: bool) -> None:
    """§ 15-8 first paragraph second sentence, after a whole period of three years."""
    assert right(month, child=child, overgangsstonad_brukte_maneder=36) == expected


def test_transition_of_2026() -> None:
    """Lov 12 juni 2026 nr. 27 part II: the former rules for who had the benefit, until a break of
    more than twelve months."""
    before: dict[str, Any] = {"child": "2021-01", "overgangsstonad_for_juli_2026": True}
    assert not right("2026-07", child="2021-01")
    assert right("2026-07", **before)
    assert right("2026-12", overgangsstonad_avbrudd_maneder=12, **before)
    assert not right("2026-12", overgangsstonad_avbrudd_maneder=13, **before)
    assert not right("2026-07", yrkesrettet_aktivitet=False, **before)
    assert right("2026-07", child="2025-06", yrkesrettet_aktivitet=False)
    ill = {"overgangsstonad_forlengelse": "forbigaende_sykdom"}
    used = "overgangsstonad_forlengelse_brukte_maneder"
    assert right("2026-09", child="2025-01", **ill, **{used: 23})
    assert not right("2026-09", child="2025-01", **ill, **{used: 24})
    assert not right("2026-09", child="2025-01", overgangsstonad_forlengelse="ventetid")


AMOUNTS = st.integers(0, 1_500_000)
MONTHS = st.sampled_from(["2019-03", "2021-07", "2024-05", "2026-05"])


@settings(max_examples=25, deadline=None)
@given(month=MONTHS, income=AMOUNTS, more=st.integers(0, 200_000))
def test_never_negative_and_falling_in_income(month: str, income: int, more: int) -> None:
    child = f"{int(month[:4]) - 1}-12"
    low = benefit(month, child=child, forventet_arsinntekt=(100 * (income // 100)) / 12)
    high = benefit(month, child=child, forventet_arsinntekt=(100 * ((income + more) // 100)) / 12)
    full = lone(month, child=child).calculate("full_overgangsstonad", month)[0]
    assert 0 <= high <= low <= full


@settings(max_examples=10, deadline=None)
@given(wage=st.integers(0, 60_000))
def test_the_order_of_the_members_does_not_matter(wage: int) -> None:
    month = "2022-06"
    mother = {
        "born": "1990-06",
        "innvilget_overgangsstonad": {month: True},
        "lonn": {month: float(wage)},
    }
    child = {"born": "2021-10"}
    one = household({"a": mother, "b": child}, foreldre=["a"], barna=["b"])
    two = household({"x": child, "y": mother}, foreldre=["y"], barna=["x"])
    assert one.calculate("overgangsstonad", month)[0] == two.calculate("overgangsstonad", month)[1]


def test_a_rise_of_g_within_the_year_and_the_sum() -> None:
    """2022: four months at 19 950 and eight at 20 902."""
    months = [f"2022-{number:02}" for number in range(1, 13)]
    mother = {"born": "1990-06", "innvilget_overgangsstonad": dict.fromkeys(months, True)}
    case = household({"mor": mother, "barn": {"born": "2021-12"}}, foreldre=["mor"], barna=["barn"])
    total = case.calculate_add("overgangsstonad", "2022")[0]
    assert total == 4 * 19950 + 8 * 20902
