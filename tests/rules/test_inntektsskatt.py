"""Skattevedtaket: the tax, and who gets it. Rates by year as in Skatteetaten's lists."""

import pytest
from situations import household

PARTS = ["skatt_kommune", "skatt_fylkeskommune", "skatt_fellesskatt", "trinnskatt", "trygdeavgift"]
ZONE = {"i_tiltakssonen": {"ETERNITY": True}}


def adult(year: int, *, kommune: dict | None = None, born: str = "1990-05", **kroner: float):
    """One adult, each income paid in March."""
    inputs = {name: {f"{year}-03": amount} for name, amount in kroner.items()}
    return household({"a": {"born": born} | inputs}, andre=["a"], kommune=kommune)


def parts(case, year: int) -> list[float]:
    return [float(case.calculate(name, str(year))[0]) for name in PARTS]


# Wage 450 000: base = 450 000 - minstefradrag at its limit - personfradrag; kommune, fylke and
# fellesskatt of the base; trinnskatt 1.7 (1.9) and 4.0 (4.2) per cent of two steps; trygdeavgift.
@pytest.mark.parametrize(
    ("year", "expected"),
    [
        # 450 000 - 100 800 - 56 550 = 292 650; 0.019 x 71 150 + 0.042 x 204 350
        (2019, [33_801, 7_609, 22_973, 9_935, 36_900]),
        # 450 000 - 104 450 - 51 300 = 294 250; 0.019 x 73 700 + 0.042 x 195 500
        (2020, [32_662, 7_209, 24_864, 9_611, 36_900]),
        # 450 000 - 106 750 - 52 450 = 290 800; 0.017 x 75 300 + 0.04 x 189 900
        (2021, [35_332, 7_852, 20_792, 8_876, 36_900]),
        # 450 000 - 109 950 - 58 250 = 281 800; 0.017 x 77 550 + 0.04 x 182 100
        (2022, [30_857, 6_763, 24_376, 8_602, 36_000]),
        # 450 000 - 104 450 - 79 600 = 265 950; 0.017 x 80 800 + 0.04 x 170 850
        (2023, [29_653, 6_516, 22_340, 8_208, 35_550]),
        # 450 000 - 104 450 - 88 250 = 257 300; 0.017 x 84 800 + 0.04 x 157 150
        (2024, [28_174, 6_047, 22_385, 7_728, 35_100]),
        # 450 000 - 92 000 - 108 550 = 249 450; 0.017 x 88 650 + 0.04 x 143 950
        (2025, [31_805, 6_610, 16_464, 7_265, 34_650]),
        # 450 000 - 95 700 - 114 540 = 239 760; 0.017 x 92 200 + 0.04 x 131 700
        (2026, [27_213, 5_754, 19_780, 6_835, 34_200]),
    ],
)
def test_tax_of_a_wage_of_450000(year: int, expected: list[int]) -> None:
    case = adult(year, lonn=450_000)
    assert parts(case, year) == expected
    assert case.calculate("inntektsskatt", str(year)) == [sum(expected)]


def test_young_disabled_person_in_work_beside_uforetrygd_pays_more_to_the_kommune() -> None:
    """2025: base 475 000 - 108 550 = 366 450 against 287 000 - 108 550 = 178 450; the difference
    188 000 x 12.75 % = 23 970 to the kommune and x 2.65 % = 4 982 to the fylkeskommune."""
    with_work = parts(adult(2025, lonn=450_000, uforetrygd=117_000), 2025)
    without = parts(adult(2025, uforetrygd=379_000), 2025)
    assert with_work == [46_722, 9_711, 24_186, 11_945, 43_659]
    assert without == [22_752, 4_729, 11_778, 4_425, 29_183]
    assert with_work[0] - without[0] == 23_970
    assert with_work[1] - without[1] == 4_982


# Threshold, tax there, kroner per thousand above.
@pytest.mark.parametrize(
    ("year", "threshold", "below", "per_thousand_above"),
    [
        (2022, 190_350, 0, 17),
        (2022, 267_900, 1_318, 40),  # 0.017 x 77 550 = 1 318.35
        (2022, 643_800, 16_354, 134),  # + 0.04 x 375 900 = 15 036
        (2022, 969_200, 59_958, 164),  # + 0.134 x 325 400 = 43 603.6
        (2022, 2_000_000, 229_009, 174),  # + 0.164 x 1 030 800 = 169 051.2
        (2025, 217_400, 0, 17),
        (2025, 306_050, 1_507, 40),  # 0.017 x 88 650 = 1 507.05
        (2025, 697_150, 17_151, 137),  # + 0.04 x 391 100 = 15 644
        (2025, 942_400, 50_750, 167),  # + 0.137 x 245 250 = 33 599.25
        (2025, 1_410_750, 128_965, 177),  # + 0.167 x 468 350 = 78 214.45
        (2026, 226_100, 0, 17),
        (2026, 980_100, 52_779, 168),  # 1 567.4 + 16 270 + 0.137 x 255 050 = 34 941.85
        (2026, 1_467_200, 134_612, 178),  # + 0.168 x 487 100 = 81 832.8
    ],
)
def test_steps_of_trinnskatt(
    year: int, threshold: int, below: int, per_thousand_above: int
) -> None:
    at = adult(year, lonn=threshold).calculate("trinnskatt", str(year))[0]
    above = adult(year, lonn=threshold + 10_000).calculate("trinnskatt", str(year))[0]
    assert at == below
    assert above - at == pytest.approx(10 * per_thousand_above, abs=1)


@pytest.mark.parametrize(("wage", "tax"), [(217_399, 0), (217_429, 0), (217_430, 1)])
def test_first_krone_of_trinnskatt(wage: int, tax: int) -> None:
    """2025: 29 x 0.017 = 0.493, 30 x 0.017 = 0.51."""
    assert adult(2025, lonn=wage).calculate("trinnskatt", "2025") == [tax]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        # 0.017 x 77 550 + 0.04 x 375 900 + 0.114 x 56 200 = 22 761.15 (11.4 %, not 13.4)
        (2022, 22_761),
        # 0.017 x 80 800 + 0.04 x 363 800 + 0.115 x 57 050 = 22 486.35
        (2023, 22_486),
        # 0.017 x 84 800 + 0.04 x 377 150 + 0.136 x 30 000 = 20 607.6, as elsewhere
        (2024, 20_608),
    ],
)
def test_third_step_was_lower_in_the_action_zone_until_2023(year: int, expected: int) -> None:
    case = adult(year, lonn=700_000, kommune=ZONE)
    assert case.calculate("trinnskatt", str(year)) == [expected]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        # 340 050 - 58 250 - 20 000 = 261 800 x 10.95, 2.40, 5.15 %
        (2022, [28_667, 6_283, 13_483]),
        # 345 550 - 79 600 - 20 550 = 245 400 x 11.15, 2.45, 4.90 %
        (2023, [27_362, 6_012, 12_025]),
        # 345 550 - 88 250 - 30 000 = 227 300 x 10.95, 2.35, 5.20 %
        (2024, [24_889, 5_342, 11_820]),
        # 358 000 - 108 550 - 30 000 = 219 450 x 12.75, 2.65, 3.10 %
        (2025, [27_980, 5_815, 6_803]),
        # 354 300 - 114 540 - 45 000 = 194 760 x 11.35, 2.40, 4.75 %
        (2026, [22_105, 4_674, 9_251]),
    ],
)
def test_the_action_zone(year: int, expected: list[int]) -> None:
    assert parts(adult(year, lonn=450_000, kommune=ZONE), year)[:3] == expected


@pytest.mark.parametrize(("born", "deduction"), [("2008-12", 30_000), ("2009-01", 0)])
def test_finnmarksfradrag_from_the_year_of_turning_17(born: str, deduction: int) -> None:
    """§ 15-5 first paragraph, end of 2025."""
    case = adult(2025, born=born, lonn=10_000, kommune=ZONE)
    assert case.calculate("finnmarksfradrag", "2025") == [deduction]


def test_oslo_has_the_rate_of_the_county_too() -> None:
    """31 805 + 6 610 to the kommune (kommunenummer 0301), nothing to a fylkeskommune."""
    oslo = parts(adult(2025, lonn=450_000, kommune={"kommunenummer": {"ETERNITY": 301}}), 2025)
    assert oslo == [31_805 + 6_610, 0, 16_464, 7_265, 34_650]


@pytest.mark.parametrize(
    ("wage", "expected"),
    [
        (200_550, [0, 0, 0]),  # 92 000 + 108 550: nothing is left
        (200_553, [0, 0, 0]),  # 3 x 12.75 % = 0.38
        (200_560, [1, 0, 1]),  # 10 x 12.75, 2.65 and 6.60 % = 1.28, 0.27 and 0.66
        (201_550, [128, 27, 66]),  # 1 000 x 12.75, 2.65 and 6.60 % = 127.5, 26.5 and 66
    ],
)
def test_personfradrag_takes_the_first_part(wage: int, expected: list[int]) -> None:
    """2025; whole kroner, half a krone upwards."""
    assert parts(adult(2025, lonn=wage), 2025)[:3] == expected


@pytest.mark.parametrize("year", range(2019, 2027))
def test_no_income_no_tax(year: int) -> None:
    assert parts(adult(year), year) == [0, 0, 0, 0, 0]


def test_deductions_larger_than_income_give_no_negative_tax() -> None:
    case = household({"a": {"born": "1990-05", "kapitalinntekt": {"2025": -200_000}}}, andre=["a"])
    assert parts(case, 2025) == [0, 0, 0, 0, 0]


def test_interest_is_taxed_22_per_cent_without_contribution() -> None:
    """158 550 - 108 550 = 50 000 x 12.75, 2.65 and 6.60 %."""
    case = household({"a": {"born": "1990-05", "kapitalinntekt": {"2025": 158_550}}}, andre=["a"])
    assert parts(case, 2025) == [6_375, 1_325, 3_300, 0, 0]


def test_child_benefit_is_not_in_the_base() -> None:
    """§ 5-43 a."""
    case = household(
        {"mor": {"born": "1990-01"}, "barn": {"born": "2015-05"}}, foreldre=["mor"], barna=["barn"]
    )
    assert case.calculate("barnetrygd", "2025-06") > 0
    assert case.calculate("alminnelig_inntekt", "2025").tolist() == [0, 0]
