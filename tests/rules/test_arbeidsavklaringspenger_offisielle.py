"""Arbeidsavklaringspenger against Nav's own tests: navikt/aap-behandlingsflyt (21 August 2026) and
navikt/aap-kalkulator(-frontend). Files are named in each test; a month is 260/12 days.
"""

from typing import Any

import pytest
from aap_home import first, index, on_aap, paid_per_day

MEAN_G = {2018: 95_800, 2019: 98_866, 2020: 100_853, 2021: 104_716, 2022: 109_784}

# BeregnTilkjentYtelseServiceTest.kt: month, birth, basis, daily rate, paid a day.
RATES = [
    ("2023-04", "1985-01", 4.0, 1131.92, 1132),
    ("2023-05", "1985-01", 4.0, 1204.45, 1204),
    ("2024-06", "1985-04", 0.0, 954.06, 954),
    ("2024-07", "1985-04", 0.0, 973.62, 974),
    ("2020-03", "1995-04", 0.0, 512.09, 512),
    ("2020-04", "1995-04", 0.0, 768.14, 768),
]


@pytest.mark.parametrize(("month", "born", "basis", "rate", "paid"), RATES)
def test_official_daily_rate(month: str, born: str, basis: float, rate: float, paid: float) -> None:
    """BeregnTilkjentYtelseServiceTest.kt: 66 per cent of 4 G, the minimum, and that under 25."""
    case = on_aap(month, born, aap_grunnlag_g=basis)
    assert first(case, "aap_dagsats", month) == pytest.approx(rate, abs=0.005)
    assert paid_per_day(case, month) == pytest.approx(paid)


@pytest.mark.parametrize(("month", "paid"), [("2023-12", 1239), ("2024-01", 1240)])
def test_official_child_supplement_in_the_daily_rate(month: str, paid: float) -> None:
    """BeregnTilkjentYtelseServiceTest.kt, «Hva skjer med etterpåklatt»: 1204.45 + 35 and + 36."""
    case = on_aap(month, aap_grunnlag_g=4.0, children=1)
    assert paid_per_day(case, month) == pytest.approx(paid)


# «mange test caser»: hours, sykepenger, disability, institution, paid, all in per cent.
GRADES = [
    (25, 25, 25, 0, 25),
    (0, 50, 0, 50, 25),
    (10, 25, 25, 50, 20),
    (50, 0, 0, 50, 25),
    (0, 50, 50, 0, 0),
    (0, 50, 50, 50, 0),
    (50, 30, 0, 50, 10),
    (0, 10, 30, 50, 30),
]


@pytest.mark.parametrize(("hours", "sick", "disabled", "institution", "paid"), GRADES)
def test_official_grading(
    hours: int, sick: int, disabled: int, institution: int, paid: int
) -> None:
    """BeregnTilkjentYtelseServiceTest.kt, «mange test caser»."""
    case = on_aap(
        "2023-06",
        aap_grunnlag_g=4.0,
        aap_arbeidstimer_andel=hours / 100,
        aap_samordnet_andel=sick / 100,
        innvilget_uforetrygd=disabled > 0,
        uforegrad=disabled / 100,
        institusjonsopphold=institution > 0,
        institusjonsopphold_siden=index("2022-10"),
    )
    assert first(case, "aap_utbetalingsgrad", "2023-06") == pytest.approx(paid / 100)


@pytest.mark.parametrize(
    ("facts", "paid"),
    [
        ({"institusjonsopphold": True}, 602),
        ({"aap_samordnet_andel": 0.7}, 361),
        ({"aap_samordnet_andel": 0.7, "innvilget_uforetrygd": True, "uforegrad": 0.3}, 0),
        ({"innvilget_uforetrygd": True, "uforegrad": 0.5}, 602),
        ({"innvilget_uforetrygd": True, "uforegrad": 0.7}, 361),
        ({"aap_arbeidstimer_andel": 0.3}, 843),
        ({"aap_arbeidstimer_andel": 0.3, "aap_samordnet_andel": 0.5}, 241),
    ],
)
def test_official_paid_rate_after_grading(facts: dict[str, Any], paid: float) -> None:
    """BeregnTilkjentYtelseServiceTest.kt: 1204.45 graded and rounded half up."""
    case = on_aap("2023-06", aap_grunnlag_g=4.0, **facts)
    assert paid_per_day(case, "2023-06") == pytest.approx(paid)


@pytest.mark.parametrize(
    ("month", "basis", "pension", "paid"),
    [("2024-01", 4.0, 10_335.66, 727), ("2025-01", 2.0, 25_000, 0)],
)
def test_official_childrens_pension_comes_off(
    month: str, basis: float, pension: float, paid: float
) -> None:
    """BeregnTilkjentYtelseServiceTest.kt: 477 a day off 1204.45; 1154 off 973.62 leaves nothing."""
    case = on_aap(month, aap_grunnlag_g=basis, aap_barnepensjon=pension)
    assert paid_per_day(case, month) == pytest.approx(paid)


# MinsteÅrligYtelseAlderTidslinjeTest.kt, born 29 February 1996: yearly benefit in G.
@pytest.mark.parametrize(
    ("month", "earned", "year"),
    [
        ("2021-01", 0.0, 4 / 3),
        ("2021-03", 0.0, 2.0),
        ("2024-06", 0.0, 2.0),
        ("2024-07", 0.0, 2.041),
        ("2021-01", 1.5, 1.5),
        ("2021-03", 1.5, 2.0),
        ("2021-01", 1.99, 1.99),
        ("2021-03", 1.99, 2.0),
        ("2024-07", 1.99, 2.041),
    ],
)
def test_official_minimum_by_age(month: str, earned: float, year: float) -> None:
    """MinsteÅrligYtelseAlderTidslinjeTest.kt: the higher of what is earned and the minimum."""
    case = on_aap(month, "1996-02", aap_grunnlag_g=earned / 0.66)
    g = {"2021-01": 101_351, "2021-03": 101_351, "2024-06": 124_028, "2024-07": 124_028}[month]
    assert first(case, "aap_dagsats", month) == pytest.approx(year * g / 260, abs=0.006)


def basis_of(*incomes: float, reduced: str = "2023-01", **more: Any) -> float:
    names = ("aap_inntekt_siste_ar", "aap_inntekt_nest_siste_ar", "aap_inntekt_tredje_siste_ar")
    given = dict(zip(names, incomes, strict=True)) | {"aap_nedsatt_siden": index(reduced)} | more
    return first(on_aap("2024-01", **given), "aap_beregningsgrunnlag_g", "2024-01")


# GrunnlagetForBeregningenTest.kt: income of 2022, 2021 and 2020 in G of the year.
YEARS = [
    ((0, 0, 0), 0),
    ((5, 0, 0), 5),
    ((5, 2, 2), 5),
    ((5, 5, 5), 5),
    ((7, 2, 2), 6),
    ((7, 7, 7), 6),
    ((3, 4, 5), 4),
    ((3, 3, 12), 4),
    ((2, 5, 5), 4),  # BeregningTest.kt, «11-19 tabelldrevet test»
    ((10, 3, 3), 6),
]


@pytest.mark.parametrize(("years", "basis"), YEARS)
def test_official_basis_of_three_years(years: tuple[int, int, int], basis: float) -> None:
    """GrunnlagetForBeregningenTest.kt: the last year or the mean, each year at most 6 G."""
    incomes = [g * MEAN_G[2022 - before] for before, g in enumerate(years)]
    assert basis_of(*incomes) == pytest.approx(basis)


def test_official_basis_in_kroner() -> None:
    """BeregningTest.kt: 500 000 in 2022; GrunnlagetForBeregningenTest.kt «eksempel 6»: 2024."""
    assert basis_of(500_000, 400_000, 300_000) == pytest.approx(4.5543977264, abs=1e-9)
    assert basis_of(654_150, 0, 0, reduced="2025-01") == pytest.approx(5.3520147269, abs=1e-9)


def test_official_basis_beside_a_graded_disability_benefit() -> None:
    """BeregningTest.kt and UføreBeregningTest.kt: 30 per cent disabled, income / 0.7."""
    more = {"aap_uforegrad_i_inntektsarene": 0.3}
    assert basis_of(500_000, 400_000, 300_000, **more) == pytest.approx(6)
    incomes = [0.7 * 5 * MEAN_G[year] for year in (2022, 2021, 2020)]
    assert basis_of(*incomes, **more) == pytest.approx(5)


# BeregnGrunnlagYrkesskadeTest.kt: basis, earnings at injury in G of 2022, share, result.
INJURY = [
    (4, 5, 0.0, 4),
    (4, 2, 1.0, 4),
    (2, 4, 0.70, 3.4),
    (2, 4, 0.71, 4),
    (2, 4, 1.0, 4),
    (2, 8, 1.0, 6),
]


@pytest.mark.parametrize(("basis", "earned", "share", "result"), INJURY)
def test_official_basis_with_occupational_injury(
    basis: float, earned: float, share: float, result: float
) -> None:
    """BeregnGrunnlagYrkesskadeTest.kt: above 70 per cent the whole counts as injury."""
    case = on_aap(
        "2024-01",
        aap_grunnlag_g=basis,
        aap_yrkesskade_andel=share,
        aap_yrkesskade_inntekt=earned * MEAN_G[2022],
        aap_yrkesskade_maned=index("2022-05"),
    )
    assert first(case, "aap_beregningsgrunnlag_g", "2024-01") == pytest.approx(result)


def test_official_basis_with_injury_and_income_years() -> None:
    """BeregningTest.kt: 0.4 x 500 000/98 866 + 0.6 x 4; 0.3 of 500 000/104 716 with 50 per cent
    disability that began after the income years."""
    more = {"aap_yrkesskade_andel": 0.4, "aap_yrkesskade_inntekt": 500_000}
    incomes = [g * MEAN_G[2022 - before] for before, g in enumerate((3, 4, 5))]
    injured = basis_of(*incomes, **more, aap_yrkesskade_maned=index("2019-01"))
    assert injured == pytest.approx(4.4229401412, abs=1e-9)
    more["aap_yrkesskade_andel"] = 0.3
    both = basis_of(500_000, 400_000, 300_000, **more, aap_yrkesskade_maned=index("2021-01"))
    assert both == pytest.approx(4.6205242620, abs=1e-4)


# GraderingArbeidRegelTest.kt: hours of 75, ability set, near full work, share worked, left.
CARDS = [
    (9.0, 0.5, False, 0.12, 0.50),
    (14.0, 0.3, False, 0.19, 0.70),
    (37.5, 0.3, False, 0.50, 0.50),
    (37.5, 0.0, False, 0.50, 0.50),
    (45.0, 0.0, False, 0.60, 0.40),
    (45.5, 0.0, False, 0.61, 0.00),
    (46.5, 0.0, False, 0.62, 0.00),
    (60.0, 0.0, True, 0.80, 0.20),
    (60.5, 0.0, True, 0.81, 0.00),
    (61.5, 0.0, True, 0.82, 0.00),
    (52.0, 0.0, False, 0.69, 0.00),
    (51.0, 0.0, False, 0.68, 0.00),
    (112.0, 0.0, False, 1.00, 0.00),
    (0.0, 0.3, False, 0.00, 0.70),
]


@pytest.mark.parametrize(("hours", "able", "near", "worked", "left"), CARDS)
def test_official_reporting_card(
    hours: float, able: float, near: bool, worked: float, left: float
) -> None:
    """GraderingArbeidRegelTest.kt: hours of a reporting period of two weeks."""
    case = on_aap(
        "2025-11",
        aap_timer_per_uke=hours / 2,
        aap_fastsatt_arbeidsevne=able,
        aap_naer_fullt_arbeid=near,
    )
    assert first(case, "aap_andel_arbeid", "2025-11") == pytest.approx(worked)
    assert first(case, "aap_gradering_arbeid", "2025-11") == pytest.approx(left)


# aap-kalkulator-frontend, Inntekt.test.tsx at G 124 028: incomes, year reduced, birth, per year.
CALCULATOR = [
    ((0, 0, 0), 2022, "1985-01", 253_141),
    ((0, 0, 0), 2022, "2003-01", 168_761),
    ((1_000_000, 1_000_000, 1_000_000), 2022, "1985-01", 491_151),
    ((350_000, 450_000, 550_000), 2022, "1985-01", 364_745),
    ((600_000, 100_000, 200_000), 2022, "1985-01", 469_031),
    ((400_000, 400_000, 400_000), 2021, "1985-01", 332_548),
    ((200_000, 200_000, 300_000), 2021, "1985-01", 253_141),
]


@pytest.mark.parametrize(("incomes", "year", "born", "expected"), CALCULATOR)
def test_official_calculator(
    incomes: tuple[int, int, int], year: int, born: str, expected: float
) -> None:
    """navikt/aap-kalkulator-frontend, Inntekt.test.tsx; a rate in øre is 260 x 0.005 kroner off."""
    last, second, third = incomes
    case = on_aap(
        "2024-07",
        born,
        aap_nedsatt_siden=index(f"{year}-01"),
        aap_inntekt_siste_ar=last,
        aap_inntekt_nest_siste_ar=second,
        aap_inntekt_tredje_siste_ar=third,
    )
    assert 260 * first(case, "aap_dagsats", "2024-07") == pytest.approx(expected, abs=1.9)


# aap-kalkulator, YtelseTest.kt, and the frontend's Kalkuler.test.tsx at G 111 477, rate 27.
@pytest.mark.parametrize(
    ("children", "work", "expected"),
    [
        (0, 0.0, 441_449),
        (22, 0.0, 595_889),
        (23, 0.0, 601_976),
        (24, 0.0, 601_976),
        (0, 0.2, 353_159),
        (0, 0.61, 0),
    ],
)
def test_official_calculator_with_children(children: int, work: float, expected: float) -> None:
    """At 6 G; the 23rd child meets the ceiling of 90 per cent. Paid in whole kroner a day."""
    case = on_aap("2022-06", aap_grunnlag_g=6.0, aap_arbeidstimer_andel=work, children=children)
    assert 260 * paid_per_day(case, "2022-06") == pytest.approx(expected, abs=130)
    rate = first(case, "aap_dagsats", "2022-06") + first(
        case, "aap_barnetillegg_dagsats", "2022-06"
    )
    share = first(case, "aap_gradering_arbeid", "2022-06")
    assert 260 * rate * share == pytest.approx(expected, abs=1.9)


@pytest.mark.parametrize(
    ("incomes", "expected"), [((400_000,) * 3, 290_177), ((400_000, 0, 0), 281_045)]
)
def test_official_calculator_mean_or_last_year(
    incomes: tuple[int, int, int], expected: float
) -> None:
    """navikt/aap-kalkulator-frontend, Kalkuler.test.tsx: sick-listed in 2022, G 111 477."""
    last, second, third = incomes
    case = on_aap(
        "2022-06",
        aap_nedsatt_siden=index("2022-01"),
        aap_inntekt_siste_ar=last,
        aap_inntekt_nest_siste_ar=second,
        aap_inntekt_tredje_siste_ar=third,
    )
    assert 260 * first(case, "aap_dagsats", "2022-06") == pytest.approx(expected, abs=1.9)


@pytest.mark.parametrize(
    ("month", "children", "per_year"), [("2022-06", 1, 7_020), ("2022-06", 8, 56_160)]
)
def test_official_child_supplement_per_year(month: str, children: int, per_year: float) -> None:
    """navikt/aap-kalkulator, BarnTest.kt: 27 kroner x 260 days for each child."""
    case = on_aap(month, aap_grunnlag_g=6.0, children=children)
    assert 260 * first(case, "aap_barnetillegg_dagsats", month) == pytest.approx(per_year)


@pytest.mark.parametrize(("children", "per_year"), [(1, 9_880), (8, 79_040)])
def test_official_child_supplement_of_2026(children: int, per_year: float) -> None:
    """navikt/aap-kalkulator-frontend, Barn.test.tsx: 9 880 a child from 2026."""
    case = on_aap("2026-03", aap_grunnlag_g=6.0, children=children)
    assert 260 * first(case, "aap_barnetillegg_dagsats", "2026-03") == pytest.approx(per_year)
