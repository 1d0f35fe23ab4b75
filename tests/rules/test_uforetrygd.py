"""Uføretrygd: folketrygdloven §§ 12-4 to 12-16, with the arithmetic of the law beside each figure.

G: 2023 118 620, 2024 124 028, 2025 130 160, 2026 136 549; mean of 2025 128 116, of 2026 134 419
(navikt/g). A year is four months at last year's G and eight at this year's.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household
from ufore_home import MEAN_G, ROUNDING, alone, disabled, every, index, year_sum

# § 12-13 second and third paragraphs, kroner a month in June: rate x G / 12.
MINIMUM = [
    (2020, {}, 2.48 * 101_351 / 12),
    (2020, {"lever_med_partner": True}, 2.28 * 101_351 / 12),
    (2024, {}, 2.48 * 124_028 / 12),
    (2025, {}, 2.529 * 130_160 / 12),
    (2025, {"lever_med_partner": True}, 2.329 * 130_160 / 12),
    (2025, {"ung_ufor": True}, 2.959 * 130_160 / 12),
    (2025, {"ung_ufor": True, "lever_med_partner": True}, 2.709 * 130_160 / 12),
]


@pytest.mark.parametrize(("year", "facts", "expected"), MINIMUM)
def test_minimum(year: int, facts: dict[str, bool], expected: float) -> None:
    case = alone(disabled(year, **facts))
    assert case.calculate("uforetrygd", f"{year}-06")[0] == pytest.approx(expected, abs=0.5)


@pytest.mark.parametrize(("month", "rate"), [("2024-06", 2.91), ("2024-07", 2.959)])
def test_young_disabled_rate_rises_in_july_2024(month: str, rate: float) -> None:
    """Lov 20 desember 2023 nr. 95, in force 1 July 2024."""
    case = alone(disabled(2024, ung_ufor=True))
    assert case.calculate("uforetrygd", month)[0] == pytest.approx(rate * 124_028 / 12, abs=0.5)


@pytest.mark.parametrize(("month", "rate"), [("2025-08", 2.529), ("2025-09", 2.959)])
def test_young_disabled_from_the_month_of_turning_20(month: str, rate: float) -> None:
    """§ 12-13 third paragraph, last sentence: born September 2005."""
    case = alone(disabled(2025, born="2005-09", ung_ufor=True))
    assert case.calculate("uforetrygd", month)[0] == pytest.approx(rate * 130_160 / 12, abs=0.5)


@pytest.mark.parametrize(("month", "paid"), [("2025-05", False), ("2025-06", True)])
def test_paid_from_the_month_after_the_18th_birthday(month: str, paid: bool) -> None:
    """§§ 12-4, 22-12: born May 2007."""
    case = alone(disabled(2025, born="2007-05"))
    assert bool(case.calculate("uforetrygd", month)[0] > 0) is paid


@pytest.mark.parametrize(("month", "paid"), [("2025-05", True), ("2025-06", False)])
def test_stops_with_the_month_of_turning_67(month: str, paid: bool) -> None:
    """§§ 12-4, 22-12: born May 1958."""
    case = alone(disabled(2025, born="1958-05"))
    assert bool(case.calculate("uforetrygd", month)[0] > 0) is paid


def test_basis_stops_at_six_g() -> None:
    """§ 12-11 fifth paragraph."""
    case = alone(disabled(2025, uforetrygd_grunnlag_g=7.5))
    assert case.calculate("uforetrygd", "2025-06")[0] == pytest.approx(
        0.66 * 6 * 130_160 / 12, abs=0.5
    )


@pytest.mark.parametrize(
    ("years", "degree", "share"), [(20, 1.0, 0.5), (40, 0.5, 0.5), (20, 0.5, 0.25), (45, 1.0, 1)]
)
def test_insurance_period_and_degree(years: float, degree: float, share: float) -> None:
    """§ 12-13 fourth and fifth paragraphs."""
    case = alone(disabled(2025, trygdetid_ar=years, uforegrad=degree))
    assert case.calculate("uforetrygd_for_inntekt", "2025-06")[0] == pytest.approx(
        share * 2.529 * 130_160 / 12
    )


@pytest.mark.parametrize(
    ("year", "facts", "in_g"),
    [
        (2025, {"lever_med_partner": True}, 3.3),
        (2026, {"lever_med_partner": True}, 3.5),
        (2025, {}, 3.5),
        (2026, {}, 3.5),
        (2025, {"ung_ufor": True, "lever_med_partner": True}, 4.5),
        (2025, {"ung_ufor": True, "inntekt_for_uforhet_g": 4.4}, 4.5),
        (2025, {"ung_ufor": True, "inntekt_for_uforhet_g": 4.6}, 4.6),
    ],
)
def test_income_before_disability_has_a_floor(
    year: int, facts: dict[str, Any], in_g: float
) -> None:
    """§ 12-9 second paragraph; lov 22 desember 2025 nr. 117 with effect from 1 January 2026."""
    case = alone(disabled(year, **facts))
    total = year_sum(case, "inntekt_for_uforhet", year)
    assert total == pytest.approx(in_g * MEAN_G[year], abs=in_g)


def test_young_disabled_with_450_000_in_2025_keeps_about_117_000() -> None:
    """The published figure, from § 12-14: 450 000 is under 80 per cent of 4.5 G (461 218).

    379 095 (2.959 x 128 116) - 2.959/4.5 x (450 000 - 0.4 x 128 116) = 116 893.
    """
    left = 2.959 * 128_116 - 2.959 / 4.5 * (450_000 - 0.4 * 128_116)
    assert left == pytest.approx(116_893, abs=1)
    case = alone(disabled(2025, born="2001-03", ung_ufor=True, lonn=450_000))
    assert year_sum(case, "uforetrygd", 2025) == pytest.approx(left, abs=ROUNDING)


def test_young_disabled_with_450_000_in_2026_after_24_months_keeps_about_190_000() -> None:
    """397 746 (2.959 x 134 419) - 2.959/4.5 x (450 000 - 134 419) = 190 234."""
    left = 2.959 * 134_419 - 2.959 / 4.5 * (450_000 - 134_419)
    assert left == pytest.approx(190_234, abs=1)
    case = alone(
        disabled(
            2026, born="2002-03", ung_ufor=True, lonn=450_000, uforetrygd_siden=index("2023-11")
        )
    )
    assert year_sum(case, "uforetrygd", 2026) == pytest.approx(left, abs=ROUNDING)


@pytest.mark.parametrize(
    ("income", "reduced"), [(0.4 * 128_116 - 1, False), (0.4 * 128_116 + 100, True)]
)
def test_the_limit_is_0_4_g_in_2025(income: float, reduced: bool) -> None:
    """§ 12-14 first paragraph before 2026, whatever the time since the grant."""
    case = alone(disabled(2025, lonn=income, uforetrygd_siden=index("2015-01")))
    assert bool(case.calculate("uforetrygd_andel_igjen", "2025")[0] < 1) is reduced


@pytest.mark.parametrize(
    ("since", "high_months"),
    [
        ("2023-12", 12),  # 24 months before January 2026
        ("2024-01", 12),  # January 2026 is the 24th month after
        ("2024-02", 11),  # 0.4 G in January
        ("2024-12", 1),  # 1 G in December only
        ("2025-01", 0),
    ],
)
def test_one_g_from_the_month_24_months_after(since: str, high_months: int) -> None:
    """§ 12-14 first paragraph (lov 12 juni 2026 nr. 24); forskrift § 3-7: month by month."""
    case = alone(disabled(2026, uforetrygd_siden=index(since)))
    monthly = [130_160 / 12] * 4 + [136_549 / 12] * 8
    expected = sum(
        (1.0 if number >= 12 - high_months else 0.4) * g for number, g in enumerate(monthly)
    )
    assert case.calculate("uforetrygd_bunnfradrag", "2026")[0] == pytest.approx(expected)


def test_time_since_the_grant_not_stated_gives_the_low_free_amount() -> None:
    case = alone(disabled(2026))
    assert case.calculate("uforetrygd_bunnfradrag", "2026")[0] == pytest.approx(
        0.4 * (4 * 130_160 + 8 * 136_549) / 12
    )


def test_permanent_adapted_work_has_one_g_before_2026() -> None:
    """Forskrift 5 desember 2014 nr. 1602 § 3-1."""
    case = alone(disabled(2025, uforetrygd_i_vta=True))
    assert case.calculate("uforetrygd_bunnfradrag", "2025")[0] == pytest.approx(
        (4 * 124_028 + 8 * 130_160) / 12
    )


@pytest.mark.parametrize(("after", "free"), [(1.5, 1.0), (2.0, 0.8)])
def test_free_amount_ends_at_80_per_cent_of_income_before(after: float, free: float) -> None:
    """Forskrift § 3-6: 80 per cent of 3.5 G is 2.8 G, less income after disability."""
    case = alone(
        disabled(
            2026, uforegrad=0.5, inntekt_etter_uforhet_g=after, uforetrygd_siden=index("2020-01")
        )
    )
    assert case.calculate("uforetrygd_bunnfradrag", "2026")[0] == pytest.approx(
        (after + free) * (4 * 130_160 + 8 * 136_549) / 12
    )


@pytest.mark.parametrize(("above", "paid"), [(-1, True), (1, False)])
def test_nothing_above_80_per_cent_of_income_before(above: float, paid: bool) -> None:
    """§ 12-14 third paragraph: 0.8 x 4.5 x (4 x 124 028 + 8 x 130 160) / 12."""
    limit = 0.8 * 4.5 * (4 * 124_028 + 8 * 130_160) / 12
    case = alone(disabled(2025, ung_ufor=True, lonn=limit + above))
    assert bool(year_sum(case, "uforetrygd", 2025) > 0) is paid


def test_only_income_of_months_with_a_right_counts_in_the_first_year() -> None:
    """Forskrift § 3-3: granted from July 2025; wage of the first half is not tested."""
    person = {
        "born": "1995-06",
        "innvilget_uforetrygd": every(2025, True, first=7),
        "lonn": every(2025, 50_000, last=6),
    }
    case = alone(person)
    assert case.calculate("uforetrygd", "2025-06")[0] == 0
    assert case.calculate("uforetrygd", "2025-07")[0] == pytest.approx(
        2.529 * 130_160 / 12, abs=0.5
    )


def test_limit_of_the_first_year_is_that_of_its_months() -> None:
    """Six months at G 130 160: 0.2 G free; 3.5/2 G before; rate 2.529/3.5."""
    person = {
        "born": "1995-06",
        "innvilget_uforetrygd": every(2025, True, first=7),
        "lonn": every(2025, 10_000, first=7),
    }
    left = 2.529 * 130_160 / 2 - 2.529 / 3.5 * (60_000 - 0.2 * 130_160)
    assert year_sum(alone(person), "uforetrygd", 2025) == pytest.approx(left, abs=ROUNDING)


def test_business_income_counts_and_a_loss_does_not_add() -> None:
    case = alone(disabled(2025, naeringsinntekt=-10_000))
    assert case.calculate("uforetrygd_andel_igjen", "2025")[0] == 1
    case = alone(disabled(2025, naeringsinntekt=10_000))
    assert case.calculate("uforetrygd_andel_igjen", "2025")[0] < 1


@pytest.mark.parametrize(("month", "share"), [("2025-03", 1), ("2025-04", 1), ("2025-05", 0)])
def test_prison_stops_it_from_the_second_month(month: str, share: float) -> None:
    """§ 12-20: the sentence starts in March."""
    person = disabled(2025, i_fengsel=every(2025, True, first=3))
    person["soning_siden"] = {"ETERNITY": index("2025-03")}
    case = alone(person)
    assert case.calculate("uforetrygd_andel_under_soning", month)[0] == share


def test_prison_halves_it_for_a_parent() -> None:
    """§ 12-20 first paragraph, second sentence."""
    case = household(
        {"ola": disabled(2025, i_fengsel=True), "barn": {"born": "2018-02"}},
        foreldre=["ola"],
        barna=["barn"],
    )
    assert case.calculate("uforetrygd", "2025-06")[0] == pytest.approx(
        0.5 * 2.529 * 130_160 / 12, abs=0.5
    )


# §§ 12-5 to 12-7: the right


@pytest.mark.parametrize(
    ("share", "aap", "right"),
    [(0.5, False, True), (0.49, False, False), (0.4, True, True), (0.39, True, False)],
)
def test_earning_capacity_halved_or_40_per_cent_from_aap(
    share: float, aap: bool, right: bool
) -> None:
    """§ 12-7 first and second paragraphs."""
    person = {
        "born": "2000-01",
        "varig_sykdom_skade_lyte": {"2025-06": True},
        "inntektsevne_nedsatt_andel": {"2025-06": share},
        "innvilget_aap": {"2025-06": aap},
    }
    assert bool(alone(person).calculate("rett_til_uforetrygd", "2025-06")[0]) is right


def test_no_right_when_measures_are_not_tried() -> None:
    """§ 12-5."""
    person = {
        "born": "2000-01",
        "varig_sykdom_skade_lyte": {"2025-06": True},
        "inntektsevne_nedsatt_andel": {"2025-06": 1.0},
        "behandling_og_tiltak_provd": {"2025-06": False},
    }
    assert not alone(person).calculate("rett_til_uforetrygd", "2025-06")[0]


def test_silent_without_facts() -> None:
    case = household({"ola": {"born": "2000-01"}}, foreldre=["ola"])
    assert case.calculate("uforetrygd", "2025-06") == [0]
    assert case.calculate("uforetrygd_barnetillegg", "2025-06") == [0]
    assert not case.calculate("rett_til_uforetrygd", "2025-06")[0]


# § 3-15


@pytest.mark.parametrize(("year", "counted"), [(2024, False), (2025, True)])
def test_pensionable_income_from_the_year_of_turning_13(year: int, counted: bool) -> None:
    """§ 3-15 third paragraph: born December 2012."""
    case = household({"barn": {"born": "2012-12", "lonn": every(year, 1_000)}}, barna=["barn"])
    assert case.calculate("pensjonsgivende_inntekt", str(year))[0] == pytest.approx(
        12_000 if counted else 0
    )


FACTS = st.fixed_dictionaries(
    {
        "lonn": st.floats(0, 2_000_000),
        "uforegrad": st.floats(0, 1.5),
        "uforetrygd_grunnlag_g": st.floats(0, 20),
        "inntekt_for_uforhet_g": st.floats(0, 20),
        "inntekt_etter_uforhet_g": st.floats(-1, 20),
        "trygdetid_ar": st.floats(0, 60),
        "ung_ufor": st.booleans(),
        "lever_med_partner": st.booleans(),
    }
)


@settings(max_examples=30, deadline=None)
@given(FACTS, st.sampled_from([2019, 2024, 2025, 2026]))
def test_never_negative_and_never_above_the_full_benefit(facts: dict[str, Any], year: int) -> None:
    case = alone(disabled(year, **facts))
    for month in (f"{year}-03", f"{year}-11"):
        paid = case.calculate("uforetrygd", month)[0]
        assert 0 <= paid <= case.calculate("uforetrygd_full_grad", month)[0] + 0.5


@settings(max_examples=20, deadline=None)
@given(st.floats(0, 900_000), st.floats(1, 200_000), st.sampled_from([2025, 2026]))
def test_more_income_never_gives_more_benefit(income: float, more: float, year: int) -> None:
    low, high = (
        alone(disabled(year, ung_ufor=True, lonn=wage)).calculate(
            "uforetrygd_andel_igjen", str(year)
        )[0]
        for wage in (income, income + more)
    )
    assert high <= low


@settings(max_examples=15, deadline=None)
@given(st.floats(0, 1_000_000), st.permutations(["mor", "far", "barn"]))
def test_order_of_members_does_not_matter(wage: float, order: list[str]) -> None:
    people = {
        "mor": disabled(2025, lever_med_partner=True),
        "far": {"born": "1990-01", "lonn": every(2025, wage / 12)},
        "barn": {"born": "2015-01"},
    }
    case = household(
        {name: people[name] for name in order}, foreldre=["mor", "far"], barna=["barn"]
    )
    same = household(people, foreldre=["mor", "far"], barna=["barn"])
    for rule in ("uforetrygd", "uforetrygd_barnetillegg"):
        assert case.calculate(rule, "2025-06").sum() == same.calculate(rule, "2025-06").sum()
