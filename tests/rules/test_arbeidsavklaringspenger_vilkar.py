"""Arbeidsavklaringspenger: old cases, lengths, hours, institution, deductions and the basis."""

from typing import Any

import pytest
from aap_home import DAYS, first, index, on_aap, paid_per_day
from hypothesis import given, settings
from hypothesis import strategies as st

FULL = 1022  # 2.041 x 130 160 / 260 = 1021.76 in June 2025


def paid(case: Any, month: str = "2025-06") -> float:
    return first(case, "arbeidsavklaringspenger", month)


@pytest.mark.parametrize(
    ("since", "month", "minimum"),
    [
        ("2020-01", "2020-02", 2.0),
        ("2020-02", "2020-02", 4 / 3),
        ("2019-06", "2024-07", 2.041),
        ("2019-06", "2020-01", 2.0),
    ],
)
def test_two_thirds_only_in_cases_from_february_2020(
    since: str, month: str, minimum: float
) -> None:
    """Lov 20 desember 2019 nr. 84 part VI: effective month from and with February 2020."""
    case = on_aap(month, "2001-05", aap_siden=index(since))
    assert first(case, "minste_aap_g", month) == pytest.approx(minimum)


@pytest.mark.parametrize(
    ("since", "month", "born", "minimum"),
    [
        ("2019-03", "2019-06", "1999-06", 2.44),  # turns 20 in the month
        ("2019-03", "2019-05", "1999-06", 2.0),
        ("2019-03", "2021-06", "1999-06", 2.44),
        ("2020-02", "2021-06", "1999-06", 4 / 3),
    ],
)
def test_young_disabled_before_february_2020(
    since: str, month: str, born: str, minimum: float
) -> None:
    """§ 11-21 until January 2020: 2.44 G from 20, kept in cases from before."""
    case = on_aap(month, born, aap_siden=index(since), aap_ung_ufor=True)
    assert first(case, "minste_aap_g", month) == pytest.approx(minimum)


@pytest.mark.parametrize(
    ("since", "extended", "used", "within"),
    [
        ("2017-12", False, 47, True),
        ("2017-12", False, 48, False),
        ("2018-01", False, 35, True),
        ("2018-01", False, 36, False),
        ("2017-12", True, 71, True),
        ("2017-12", True, 72, False),
    ],
)
def test_four_years_for_who_had_it_before_2018(
    since: str, extended: bool, used: int, within: bool
) -> None:
    """Lov 16 juni 2017 nr. 43: the earlier § 11-10 until the allowance ends."""
    case = on_aap(
        "2020-06", aap_siden=index(since), aap_forlenget=extended, aap_brukte_maneder=used
    )
    assert bool(paid(case, "2020-06") > 0) is within


@pytest.mark.parametrize(
    ("kind", "longest", "counts"),
    [
        ("student", 6, True),
        ("etablering", 9, True),
        ("sykepengeerstatning", 6, False),
        ("arbeidssoker", 6, False),
        ("vurderes_for_uforetrygd", 8, False),
    ],
)
def test_own_length_of_each_provision(kind: str, longest: int, counts: bool) -> None:
    """§§ 11-13 to 11-18; §§ 11-14 and 11-15 use of the three years (§ 11-12 fourth paragraph)."""

    def in_month(own: int, used: int = 0) -> bool:
        case = on_aap(
            "2025-06",
            aap_stonadstype=kind,
            aap_brukte_maneder_etter_stonadstype=own,
            aap_brukte_maneder=used,
        )
        return bool(paid(case) > 0)

    assert in_month(longest - 1)
    assert not in_month(longest)
    assert in_month(0, used=36) is not counts


@pytest.mark.parametrize(
    ("month", "facts", "share"),
    [
        ("2025-06", {}, 1.0),  # admitted in March: April, May, June are the three
        ("2025-07", {}, 0.5),
        ("2025-07", {"forsorger_ektefelle": True}, 1.0),
        ("2025-07", {"faste_utgifter_til_bolig": True}, 1.0),
        ("2025-07", {"institusjonsopphold": False}, 1.0),
        ("2025-03", {"nytt_institusjonsopphold": True}, 1.0),
        ("2025-04", {"nytt_institusjonsopphold": True}, 0.5),
    ],
)
def test_half_in_an_institution(month: str, facts: dict[str, bool], share: float) -> None:
    """§ 11-25: the month of admission and three more in full, then half."""
    given = {"institusjonsopphold": True} | facts
    case = on_aap(month, institusjonsopphold_siden=index("2025-03"), **given)
    assert first(case, "aap_utbetalingsgrad", month) == pytest.approx(share)


def test_all_in_an_institution_with_a_child() -> None:
    """§ 11-25 first paragraph: who has a right to child supplement."""
    case = on_aap("2025-06", children=1, institusjonsopphold=True)
    assert first(case, "aap_utbetalingsgrad", "2025-06") == 1


@pytest.mark.parametrize(
    ("days", "lost", "expected"), [(0, 0, 260 / 12), (21, 0, 21), (21, 2, 19), (0, 30, 0)]
)
def test_days_of_the_month(days: float, lost: float, expected: float) -> None:
    """§§ 11-9, 11-20: 1022 kroner a day."""
    case = on_aap("2025-06", aap_utbetalingsdager=days, aap_trukne_dager=lost)
    assert paid(case) == pytest.approx(FULL * expected)


def test_childrens_pension_takes_the_child_supplement_too() -> None:
    """§ 11-27: 25 000 x 12 / 260 = 1154 a day is more than 1021.76 and less than with 5 x 37."""
    case = on_aap("2025-06", children=5, aap_barnepensjon=25_000)
    assert paid(case) == 0
    assert first(case, "aap_barnetillegg", "2025-06") == pytest.approx((1207 - 1154) * DAYS)


@pytest.mark.parametrize(("hours", "left"), [(0.5, 0.99), (45.3, 0.4), (45.375, 0.0)])
def test_hours_count_in_whole_per_cent(hours: float, left: float) -> None:
    """0.5 of 75 is 0.67 per cent, 45.3 is 60.4 and 45.375 is 60.5, which is 61."""
    case = on_aap("2025-06", aap_timer_per_uke=hours / 2)
    assert first(case, "aap_utbetalingsgrad", "2025-06") == pytest.approx(left)


def test_a_stated_basis_goes_before_the_income_years() -> None:
    case = on_aap(
        "2025-06",
        aap_grunnlag_g=4.0,
        aap_nedsatt_siden=index("2023-01"),
        aap_inntekt_siste_ar=600_000,
    )
    assert first(case, "aap_beregningsgrunnlag_g", "2025-06") == 4


@pytest.mark.parametrize(("year", "mean"), [(2018, 95_800), (2025, 128_116), (2026, 134_419)])
def test_a_year_counts_in_its_own_g(year: int, mean: int) -> None:
    """§ 11-19 second paragraph: navikt/g, the average of the year."""
    case = on_aap(
        "2026-06", aap_nedsatt_siden=index(f"{year + 1}-05"), aap_inntekt_siste_ar=300_000
    )
    basis = first(case, "aap_beregningsgrunnlag_g", "2026-06")
    assert basis == pytest.approx(300_000 / mean)


def test_injury_without_prior_membership() -> None:
    """§ 11-22 first paragraph a."""
    facts = {"sykdom_skade_lyte": True, "forutgaende_medlemskap": False}
    assert not first(on_aap("2025-06", **facts), "rett_til_aap", "2025-06")
    assert first(on_aap("2025-06", **facts, aap_yrkesskade_andel=0.3), "rett_til_aap", "2025-06")


@settings(max_examples=30, deadline=None)
@given(
    st.floats(0, 80),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(0, 60_000),
    st.integers(0, 6),
    st.booleans(),
)
def test_never_negative_and_at_most_the_full_rate(
    hours: float, others: float, able: float, pension: float, children: int, inside: bool
) -> None:
    given = {
        "aap_timer_per_uke": hours / 2,
        "aap_samordnet_andel": others,
        "aap_fastsatt_arbeidsevne": able,
        "aap_barnepensjon": pension,
        "institusjonsopphold": inside,
    }
    case = on_aap("2025-06", children=children, **given)
    allowance, supplement = paid(case), first(case, "aap_barnetillegg", "2025-06")
    assert allowance >= 0
    assert supplement >= 0
    assert allowance + supplement <= (FULL + 37 * children) * DAYS + DAYS


@settings(max_examples=20, deadline=None)
@given(
    st.tuples(*[st.integers(0, 1_500_000)] * 3),
    st.integers(0, 500_000),
    st.sampled_from([2019, 2022, 2026]),
)
def test_more_income_before_never_gives_less(
    incomes: tuple[int, int, int], more: int, year: int
) -> None:
    def basis(last: int) -> float:
        case = on_aap(
            "2026-06",
            aap_nedsatt_siden=index(f"{year}-01"),
            aap_inntekt_siste_ar=last,
            aap_inntekt_nest_siste_ar=incomes[1],
            aap_inntekt_tredje_siste_ar=incomes[2],
        )
        return first(case, "aap_beregningsgrunnlag_g", "2026-06")

    low, high = basis(incomes[0]), basis(incomes[0] + more)
    assert low <= high <= 6


def test_months_of_a_year_add_up() -> None:
    case = on_aap("2025-06")
    assert case.calculate_add("arbeidsavklaringspenger", "2025")[0] == pytest.approx(paid(case))
    assert paid_per_day(case, "2025-06") == pytest.approx(FULL)
