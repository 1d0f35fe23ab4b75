"""Arbeidsavklaringspenger: folketrygdloven §§ 11-4 to 11-27 and Nav-loven § 14 a.

Limits by arithmetic from the §; Nav's own examples are in the file beside. A month is 260/12 days.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

DAYS = 260 / 12


def on_aap(month: str, born: str = "1990-06", **given: Any) -> dict[str, Any]:
    """A person granted AAP in the month, with other facts of that month (a basis is fixed)."""
    person: dict[str, Any] = {"born": born, "innvilget_aap": {month: True}}
    for name, value in given.items():
        person[name] = {"ETERNITY" if name == "aap_grunnlag_g" else month: value}
    return person


def alone(month: str, born: str = "1990-06", **given: Any) -> Simulation:
    return household({"ola": on_aap(month, born, **given)}, foreldre=["ola"])


def family(month: str, *births: str, **given: Any) -> Simulation:
    children = {f"barn{number}": {"born": born} for number, born in enumerate(births)}
    return household(
        {"mor": on_aap(month, **given)} | children, foreldre=["mor"], barna=list(children)
    )


def per_day(case: Simulation, rule: str, month: str) -> float:
    return float(case.calculate(rule, month)[0]) / DAYS


RATES = [
    # 2 x 96 883, 99 858, 101 351, 106 399, 111 477 and 118 620 / 260; 2.041 x 130 160 / 260.
    ("2019-04", {}, 745.25),
    ("2019-05", {}, 768.14),
    ("2020-06", {}, 779.62),
    ("2021-06", {}, 818.45),
    ("2022-06", {}, 857.52),
    ("2023-06", {}, 912.46),
    ("2025-06", {}, 1021.76),
    # 2.041 x 136 549 / 260 and two thirds of it.
    ("2026-06", {}, 1071.91),
    ("2026-06", {"born": "2003-01"}, 714.61),
    # 0.66 x 6 x 130 160 / 260: § 11-19 second paragraph.
    ("2025-06", {"aap_grunnlag_g": 6.0}, 1982.44),
    ("2025-06", {"aap_grunnlag_g": 9.0}, 1982.44),
]


@pytest.mark.parametrize(("month", "facts", "rate"), RATES)
def test_daily_rate(month: str, facts: dict[str, Any], rate: float) -> None:
    case = alone(month, **facts)
    assert case.calculate("aap_dagsats", month)[0] == pytest.approx(rate, abs=0.005)


@pytest.mark.parametrize(("month", "share"), [("2025-08", 2 / 3), ("2025-09", 1.0)])
def test_full_minimum_from_the_month_of_turning_25(month: str, share: float) -> None:
    """§ 11-20 first paragraph, third sentence: born September 2000."""
    case = alone(month, "2000-09")
    assert case.calculate("minste_aap_g", month)[0] == pytest.approx(share * 2.041)


@pytest.mark.parametrize(("month", "share"), [("2020-01", 1.0), ("2020-02", 2 / 3)])
def test_two_thirds_under_25_from_february_2020(month: str, share: float) -> None:
    """Lov 20 desember 2019 nr. 84 part VI."""
    case = alone(month, "2000-01")
    assert case.calculate("minste_aap_g", month)[0] == pytest.approx(share * 2.0)


def test_a_young_person_with_a_high_basis_gets_66_per_cent() -> None:
    """The two thirds touch only the minimum: 0.66 x 4 x 130 160 / 260 = 1321.62."""
    case = alone("2025-06", "2003-01", aap_grunnlag_g=4.0)
    assert case.calculate("aap_dagsats", "2025-06")[0] == pytest.approx(1321.62, abs=0.005)


@pytest.mark.parametrize(("month", "paid"), [("2025-05", False), ("2025-06", True)])
def test_from_the_18th_birthday(month: str, paid: bool) -> None:
    """§ 11-4: born June 2007."""
    assert bool(alone(month, "2007-06").calculate("aap_maned", month)[0]) is paid


@pytest.mark.parametrize(("month", "paid"), [("2025-06", True), ("2025-07", False)])
def test_to_the_end_of_the_month_of_turning_67(month: str, paid: bool) -> None:
    """§ 11-4: born June 1958."""
    assert bool(alone(month, "1958-06").calculate("aap_maned", month)[0]) is paid


@pytest.mark.parametrize(
    ("hours", "close", "share"),
    [
        (0.0, False, 1.0),
        (0.25, False, 0.75),
        (0.6, False, 0.4),
        (0.61, False, 0.0),
        (0.61, True, 0.39),
        (0.8, True, 0.2),
        (0.81, True, 0.0),
    ],
)
def test_hours_of_work(hours: float, close: bool, share: float) -> None:
    """§ 11-23 second, fourth and sixth paragraphs."""
    case = alone("2025-06", aap_arbeidstimer_andel=hours, aap_naer_fullt_arbeid=close)
    assert case.calculate("aap_utbetalingsgrad", "2025-06")[0] == pytest.approx(share)
    # 2.041 x 130 160 / 260 = 1021.76
    assert per_day(case, "arbeidsavklaringspenger", "2025-06") == pytest.approx(
        round(1021.76 * share)
    )


def test_a_graded_disability_benefit_comes_off() -> None:
    """§ 11-28 second paragraph: 100 - 20 per cent work - 50 per cent disability."""
    case = alone("2025-06", aap_arbeidstimer_andel=0.2, innvilget_uforetrygd=True, uforegrad=0.5)
    assert case.calculate("aap_utbetalingsgrad", "2025-06")[0] == pytest.approx(0.3)


def test_nothing_beside_a_full_disability_benefit() -> None:
    """§§ 11-27, 22-12 third paragraph."""
    assert alone("2025-06", innvilget_uforetrygd=True).calculate(
        "arbeidsavklaringspenger", "2025-06"
    ) == [0]


@pytest.mark.parametrize(
    ("facts", "paid"),
    [
        ({"aap_brukte_maneder": 35}, True),
        ({"aap_brukte_maneder": 36}, False),
        ({"aap_brukte_maneder": 36, "aap_forlenget": True}, True),
        ({"aap_brukte_maneder": 59, "aap_forlenget": True}, True),
        ({"aap_brukte_maneder": 60, "aap_forlenget": True}, False),
        ({"aap_brukte_maneder": 60, "aap_utenfor_stonadsperioden": True}, True),
    ],
)
def test_three_years_and_two_more(facts: dict[str, Any], paid: bool) -> None:
    """§ 11-12 first to fourth paragraphs."""
    case = alone("2025-06", **facts)
    assert bool(case.calculate("arbeidsavklaringspenger", "2025-06")[0] > 0) is paid


@pytest.mark.parametrize(("prison", "paid"), [(False, True), (True, False)])
def test_no_allowance_in_prison(prison: bool, paid: bool) -> None:
    """§ 11-26."""
    case = alone("2025-06", i_fengsel=prison)
    assert bool(case.calculate("arbeidsavklaringspenger", "2025-06")[0] > 0) is paid


def test_deducted_krone_for_krone_down_to_nothing() -> None:
    """§§ 11-24, 11-27 third paragraph."""
    full = alone("2025-06").calculate("arbeidsavklaringspenger", "2025-06")[0]
    less = alone("2025-06", aap_fradrag=5_000).calculate("arbeidsavklaringspenger", "2025-06")[0]
    assert full - less == pytest.approx(5_000)
    assert alone("2025-06", aap_fradrag=90_000).calculate("arbeidsavklaringspenger", "2025-06") == [
        0
    ]


@pytest.mark.parametrize(
    ("month", "rate"),
    [
        ("2023-01", 27),
        ("2023-02", 35),
        ("2023-12", 35),
        ("2024-01", 36),
        ("2025-01", 37),
        ("2026-01", 38),
    ],
)
def test_child_supplement_by_date(month: str, rate: int) -> None:
    """Forskrift 13 desember 2017 nr. 2100 § 8."""
    case = family(month, "2018-05")
    assert case.calculate("aap_barnetillegg_dagsats", month)[0] == pytest.approx(rate)


def test_child_supplement_is_graded_and_rounded_with_the_rate() -> None:
    """navikt: (1021.76 + 2 x 37) x 0.5 = 547.88 -> 548, of which 511 is the allowance."""
    case = family("2025-06", "2018-05", "2020-05", aap_arbeidstimer_andel=0.5)
    allowance = per_day(case, "arbeidsavklaringspenger", "2025-06")
    supplement = per_day(case, "aap_barnetillegg", "2025-06")
    assert (allowance, supplement) == (pytest.approx(511), pytest.approx(37))


@pytest.mark.parametrize(("month", "paid"), [("2025-05", True), ("2025-06", False)])
def test_child_supplement_until_the_child_is_18(month: str, paid: bool) -> None:
    """§ 1-6: born June 2007."""
    assert bool(family(month, "2007-06").calculate("aap_barnetillegg", month)[0] > 0) is paid


def test_both_parents_get_the_supplement_already_in_2023() -> None:
    """§ 11-20 third paragraph as of 2018 (lov 16 juni 2017 nr. 43): both may get it."""
    case = household(
        {"mor": on_aap("2023-06"), "far": on_aap("2023-06"), "barn": {"born": "2018-05"}},
        foreldre=["mor", "far"],
        barna=["barn"],
    )
    paid = case.calculate("aap_barnetillegg", "2023-06")
    assert paid[:2] == pytest.approx([35 * DAYS] * 2)


@pytest.mark.parametrize(("month", "paid"), [("2024-01", False), ("2024-02", True)])
def test_a_child_with_more_than_one_g_counts_from_february_2024(month: str, paid: bool) -> None:
    """Lov 20 desember 2023 nr. 95 repeals § 11-20 third paragraph, second sentence."""
    case = household(
        {
            "mor": on_aap(month),
            "barn": {"born": "2008-05", "kapitalinntekt": {"2024": 120_000}},
        },
        foreldre=["mor"],
        barna=["barn"],
    )
    assert bool(case.calculate("aap_barnetillegg", month)[0] > 0) is paid


def test_the_sum_is_at_most_90_per_cent_of_the_basis() -> None:
    """§ 11-20 sixth paragraph: 3.2 G gives 1057.3, room (0.9/0.66 - 1) x that = 384.47."""
    births = [f"{year}-01" for year in range(2009, 2022)]
    case = family("2025-06", *births, aap_grunnlag_g=3.2)
    rate = case.calculate("aap_dagsats", "2025-06")[0]
    supplement = case.calculate("aap_barnetillegg_dagsats", "2025-06")[0]
    assert supplement < 13 * 37
    assert rate + supplement == pytest.approx(0.9 * 3.2 * 130_160 / 260, abs=0.02)


def test_no_earlier_income_still_gives_the_child_supplement() -> None:
    """The ceiling is read on the basis that gives the minimum."""
    assert per_day(family("2025-06", "2018-05"), "aap_barnetillegg", "2025-06") == pytest.approx(37)


RIGHT = {
    "sykdom_skade_lyte": True,
    "arbeidsevne_nedsatt_halvparten": True,
    "behov_for_bistand_til_arbeid": True,
    "forutgaende_medlemskap": True,
}


@pytest.mark.parametrize("missing", [None, *RIGHT])
def test_every_condition_of_the_right_is_needed(missing: str | None) -> None:
    """§§ 11-2, 11-5, 11-6."""
    facts = {name: {"2025-06": name != missing} for name in RIGHT}
    case = household({"ola": {"born": "2003-01"} | facts}, foreldre=["ola"])
    assert bool(case.calculate("rett_til_aap", "2025-06")[0]) is (missing is None)


@pytest.mark.parametrize(("programme", "plan"), [(False, True), (True, False)])
def test_activity_plan_unless_the_qualification_programme(programme: bool, plan: bool) -> None:
    """Nav-loven § 14 a third paragraph."""
    case = household(
        {
            "ola": {
                "born": "2003-01",
                "bistandsbehov_fastslatt": {"2025-06": True},
                "aktivitetsplan_erstattes_av_kvp": {"2025-06": programme},
            }
        },
        foreldre=["ola"],
    )
    assert bool(case.calculate("rett_til_aktivitetsplan", "2025-06")[0]) is plan


@pytest.mark.parametrize("asks", [True, False])
@pytest.mark.parametrize("extensive", [True, False])
def test_assessment_of_work_ability_when_asked_and_needed(asks: bool, extensive: bool) -> None:
    """Nav-loven § 14 a first paragraph."""
    case = household(
        {
            "ola": {
                "born": "2003-01",
                "ber_om_bistand_til_arbeid": {"2025-06": asks},
                "trenger_arbeidsevnevurdering": {"2025-06": extensive},
            }
        },
        foreldre=["ola"],
    )
    right = bool(case.calculate("rett_til_arbeidsevnevurdering", "2025-06")[0])
    assert right is (asks and extensive)


def test_silent_without_facts() -> None:
    case = household({"ola": {"born": "2000-01"}}, foreldre=["ola"])
    for rule in ("arbeidsavklaringspenger", "aap_barnetillegg", "minste_aap_g", "rett_til_aap"):
        assert not case.calculate(rule, "2025-06")[0]


@settings(max_examples=40, deadline=None)
@given(
    st.floats(0, 20),
    st.floats(-0.5, 1.5),
    st.floats(0, 1.5),
    st.integers(0, 10),
    st.sampled_from(["2019-06", "2021-06", "2024-07", "2026-06"]),
)
def test_between_nothing_and_90_per_cent_of_six_g(
    basis: float, hours: float, degree: float, children: int, month: str
) -> None:
    births = ["2015-01"] * children
    case = family(
        month,
        *births,
        aap_grunnlag_g=basis,
        aap_arbeidstimer_andel=hours,
        innvilget_uforetrygd=True,
        uforegrad=degree,
    )
    allowance = case.calculate("arbeidsavklaringspenger", month)[0]
    supplement = case.calculate("aap_barnetillegg", month)[0]
    assert allowance >= 0
    assert supplement >= 0
    assert allowance + supplement <= 0.9 * 6 * 136_549 / 12 + DAYS


@settings(max_examples=20, deadline=None)
@given(st.floats(0, 1), st.floats(0, 1))
def test_more_hours_never_give_more(one: float, other: float) -> None:
    low, high = (
        alone("2025-06", aap_arbeidstimer_andel=hours).calculate(
            "arbeidsavklaringspenger", "2025-06"
        )[0]
        for hours in sorted((one, other))
    )
    assert high <= low
