"""Skatteetaten's withholding tables 2019-2026: the tax of a year, divided by the table's months.

Source of every figure: Skatteetaten/trekktabell, the routine of each year (branches 2019-2025 and
master), which agrees to the krone or nearly with trekktabellerFraAnnenKilde.txt of its tests. The
tables differ from the tax of the year in this only: 88 per cent of minstefradraget is used, and
the one for the action zone (6300) has the standard deduction of foreign workers, given as interest.
"""

import math

import pytest
from situations import household

GROSS = [3_000, 5_500, 10_000, 20_000, 35_000, 50_000, 70_000, 90_000]
ZONE = {"i_tiltakssonen": {"ETERNITY": True}}

# Months of income and of withholding: tables 7100/8000, 7100P, 6300, 7150 and 7160.
TABLES = {
    "lonn": (12.12, 10.5),
    "pensjon": (12.0, 11.0),
    "tiltakssone": (12.0, 10.5),
    "tolv": (12.0, 12.0),
    "uten_avgift": (12.0, 12.0),
}
# 88 per cent of rate, lowest, highest and lønnsfradrag: Konstanter.java of the year.
WAGE = {
    2019: (39.6, 3_520, 88_704, 27_984),
    2020: (39.6, 3_520, 91_916, 27_984),
    2021: (40.48, 3_520, 93_940, 27_984),
    2022: (40.48, 3_520, 96_756, 27_984),
    2023: (40.48, 0, 91_916, 0),
    2024: (40.48, 0, 91_916, 0),
    2025: (40.48, 0, 80_960, 0),
    2026: (40.48, 0, 84_216, 0),
}
PENSION = {
    2019: (27.28, 3_520, 74_844, 0),
    2020: (27.28, 3_520, 76_956, 0),
    2021: (28.16, 3_520, 78_056, 0),
    2022: (35.2, 3_520, 79_904, 0),
    2023: (35.2, 0, 75_900, 0),
    2024: (35.2, 0, 75_900, 0),
}
# Withheld from each of GROSS in a month.
WITHHELD = {
    (2019, "lonn"): [0, 300, 1_308, 4_070, 10_020, 15_976, 25_902, 36_283],
    (2019, "pensjon"): [0, 272, 1_182, 3_598, 8_525, 13_647, 22_301, 31_410],
    (2019, "tiltakssone"): [0, 285, 942, 2_982, 7_987, 13_284, 21_834, 31_048],
    (2019, "tolv"): [0, 249, 1_123, 3_497, 8_647, 13_807, 22_360, 31_330],
    (2019, "uten_avgift"): [0, 0, 299, 1_853, 5_773, 9_703, 16_616, 23_946],
    (2020, "lonn"): [0, 300, 1_418, 4_101, 10_032, 15_988, 25_723, 36_005],
    (2020, "pensjon"): [0, 272, 1_287, 3_692, 8_559, 13_680, 22_153, 31_167],
    (2020, "tiltakssone"): [0, 285, 942, 3_006, 7_992, 13_289, 21_691, 30_740],
    (2020, "tolv"): [0, 249, 1_219, 3_524, 8_658, 13_818, 22_204, 31_087],
    (2020, "uten_avgift"): [0, 0, 395, 1_880, 5_784, 9_714, 16_460, 23_703],
    (2021, "lonn"): [0, 181, 1_371, 4_016, 9_900, 15_822, 25_450, 35_669],
    (2021, "pensjon"): [0, 158, 1_243, 3_610, 8_452, 13_541, 21_910, 30_864],
    (2021, "tiltakssone"): [0, 166, 942, 2_932, 7_871, 13_134, 21_450, 30_394],
    (2021, "tolv"): [0, 145, 1_179, 3_450, 8_543, 13_673, 21_965, 30_792],
    (2021, "uten_avgift"): [0, 0, 354, 1_806, 5_669, 9_569, 16_221, 23_408],
    (2022, "lonn"): [0, 62, 1_227, 3_780, 9_613, 15_500, 25_186, 35_554],
    (2022, "pensjon"): [0, 44, 957, 3_242, 8_274, 13_363, 21_831, 30_971],
    (2022, "tiltakssone"): [0, 46, 919, 2_646, 7_534, 12_763, 21_121, 30_315],
    (2022, "tolv"): [0, 41, 1_052, 3_244, 8_292, 13_392, 21_734, 30_692],
    (2022, "uten_avgift"): [0, 0, 248, 1_640, 5_488, 9_388, 16_130, 23_488],
    (2023, "lonn"): [0, 0, 916, 3_398, 9_189, 15_058, 24_749, 35_238],
    (2023, "pensjon"): [0, 0, 559, 2_883, 7_891, 12_980, 21_473, 30_750],
    (2023, "tiltakssone"): [0, 0, 907, 2_310, 7_156, 12_367, 20_728, 30_123],
    (2023, "tolv"): [0, 0, 794, 2_910, 7_921, 13_006, 21_351, 30_416],
    (2023, "uten_avgift"): [0, 0, 0, 1_326, 5_153, 9_053, 15_817, 23_302],
    (2024, "lonn"): [0, 0, 905, 3_178, 8_922, 14_774, 24_213, 34_671],
    (2024, "pensjon"): [0, 0, 559, 2_695, 7_675, 12_764, 21_038, 30_307],
    (2024, "tiltakssone"): [0, 0, 896, 1_952, 6_751, 11_946, 20_431, 29_959],
    (2024, "tolv"): [0, 0, 784, 2_718, 7_688, 12_758, 20_883, 29_919],
    (2024, "uten_avgift"): [0, 0, 0, 1_154, 4_954, 8_854, 15_419, 22_896],
    (2025, "lonn"): [0, 0, 528, 2_944, 8_641, 14_476, 23_659, 34_104],
    (2025, "tiltakssone"): [0, 0, 499, 1_802, 6_503, 11_680, 19_908, 29_423],
    (2025, "tolv"): [0, 0, 437, 2_513, 7_443, 12_498, 20_398, 29_423],
    (2025, "uten_avgift"): [0, 0, 0, 970, 4_744, 8_644, 15_004, 22_489],
    (2026, "lonn"): [0, 0, 528, 2_713, 8_366, 14_184, 23_086, 33_410],
    (2026, "tiltakssone"): [0, 0, 499, 1_765, 5_994, 11_154, 19_102, 28_496],
    (2026, "tolv"): [0, 0, 437, 2_312, 7_203, 12_243, 19_897, 28_816],
    (2026, "uten_avgift"): [0, 0, 0, 788, 4_539, 8_439, 14_573, 21_972],
}


def java_round(amount: float) -> int:
    return math.floor(amount + 0.5)


def deduction(income: int, limits: tuple[float, int, int, int]) -> int:
    """Fradrag.java: minstefradrag as the tables use it."""
    rate, lowest, highest, earned = limits
    inside = max(min(java_round(income * rate / 100), highest), lowest, earned)
    return min(inside, income)


def standard(income: int) -> int:
    """Fradrag.java: the standard deduction."""
    return min(java_round(income * 10 / 100), 40_000)


@pytest.mark.parametrize(("year", "table"), list(WITHHELD))
def test_official_withholding_tables(year: int, table: str) -> None:
    """Eight wages or pensions of each table and year; a difference of one krone may come from the
    rounding of kommune and fylkeskommune apart."""
    months, divisor = TABLES[table]
    incomes = [java_round((gross + 50) * months) for gross in GROSS]
    limits = (PENSION if table == "pensjon" else WAGE)[year]
    kind = "annen_pensjon" if table == "pensjon" else "lonn"
    persons = {
        f"p{i}": {
            "born": "1980-05",
            kind: {f"{year}-03": income},
            "minstefradrag": {str(year): deduction(income, limits)},
            "kapitalinntekt": {str(year): -standard(income) if table == "tiltakssone" else 0},
        }
        for i, income in enumerate(incomes)
    }
    place = ZONE if table == "tiltakssone" else None
    case = household(persons, andre=list(persons), kommune=place)
    tax = case.calculate("inntektsskatt", str(year))
    if table == "uten_avgift":
        tax = tax - case.calculate("trygdeavgift", str(year))
    found = [java_round(float(part) / divisor) for part in tax]
    expected = WITHHELD[(year, table)]
    assert [abs(a - b) <= 1 for a, b in zip(found, expected, strict=True)] == [True] * len(GROSS)
    assert sum(a != b for a, b in zip(found, expected, strict=True)) <= 2
