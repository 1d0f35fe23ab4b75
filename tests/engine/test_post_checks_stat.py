"""Posts of grants, child welfare, schools, hospitals and taxes: the published number of recipients
times the rate of the § or circular, by hand, against what the engine gives for the records."""

import pytest

from effektlov.flow_map import flow_map

# Folketrygdens grunnbeløp, the average of the year (Nav): 4 months of the old, 8 of the new.
G_2020 = (4 * 99_858 + 8 * 101_351) / 12
G_2021 = (4 * 101_351 + 8 * 106_399) / 12
G_2022 = (4 * 106_399 + 8 * 111_477) / 12
G_2024 = (4 * 118_620 + 8 * 124_028) / 12

# SSB 2022: 15 562 kroner per stay-day; the state's foster homes 3 057 in 2012, x 1.3528 to 2022.
INSTITUTION_2022 = 15_562 * 365 / 12
FOSTER_HOME_2022 = 3_057 * 365 / 12 * 1.3528


def school(high, low, break_point, size):
    """Privatskolelova § 6-1: 85 per cent; the high rate up to the break point, a mean per pupil."""
    return 0.85 * (break_point * high + (size - break_point) * low) / size


# Udir 2024, spring and autumn, halves of the year.
GRADES_1_TO_7_2024 = school(231_500, 81_400, 42, 114.3) / 2 + school(222_900, 88_200, 45, 114.3) / 2
GRADES_8_TO_10_2024 = (
    school(239_900, 84_500, 42, 114.3) / 2 + school(225_800, 89_300, 45, 114.3) / 2
)

BY_HAND = {
    ("228-70", 2021): 20_109 * school(195_900, 74_800, 42, 107.5)
    + 8_920 * school(204_500, 78_200, 42, 107.5),
    ("228-70", 2022): 20_654 * school(207_100, 76_900, 42, 108)
    + 9_391 * school(215_700, 80_200, 42, 108),
    ("228-70", 2023): 21_130 * school(219_000, 79_100, 42, 111.5)
    + 9_856 * school(227_500, 82_300, 42, 111.5),
    ("228-70", 2024): 21_543 * GRADES_1_TO_7_2024 + 10_110 * GRADES_8_TO_10_2024,
    ("228-70", 2025): 22_118 * school(222_900, 88_200, 45, 116.5)
    + 10_390 * school(225_800, 89_300, 45, 116.5),
    # Udir 2021: 133 800 for general studies
    ("228-71", 2021): 16_600 * 0.85 * 133_800,
    # 54 550 / 0.4 in 2024
    ("260-50", 2020): 223_860 * 54_550 / 0.4 * G_2020 / G_2024,
    # IS-4/2020: 80 per cent above 1 361 000, for the costs of 2019
    ("575-60", 2020): 8_140 * 0.8 * (2_825_400 - 1_361_000),
    ("671-60", 2022): 30_887 * 194_400
    + 4_489 * 230_000
    + 2_245 * 167_000
    + 5_000 * 84_000
    + 4_903 * 70_500,
    ("671-60", 2023): 33_420 * 194_400
    + 30_887 * 230_000
    + 4_489 * 167_000
    + 2_245 * 84_000
    + 5_000 * 70_500,
    # 1 115 051 DRG points are 70.7 per cent; half of the unit price of 2020
    ("732-76", 2022): 1_115_051 / 0.707 * 45_808 * 0.5,
    ("855-01", 2021): (403 * INSTITUTION_2022 + 550 * FOSTER_HOME_2022) * 12 * G_2021 / G_2022,
    ("856-01", 2020): 6_450 / 365 * 12 * INSTITUTION_2022 * G_2020 / G_2022,
    ("856-01", 2021): 8_150 / 365 * 12 * INSTITUTION_2022 * G_2021 / G_2022,
    ("856-01", 2022): 24_047 * 15_562,
    # the letters on co-payment: 76 660, 76 660 and 36 100 a month; 170 000, 71 000 and 85 000
    ("3855-60", 2021): 12 * (821 * 76_660 + 67.5 * 76_660 + 550 * 36_100),
    ("3855-60", 2022): 12 * (752 * 170_000 + 63.25 * 71_000 + 550 * 85_000),
    # skattevedtaket § 3-2: 7.15, 8.65 and 8.40 per cent above the personal allowance
    ("5501-72", 2021): 4_183_585 * 0.0715 * (456_080 - 52_450),
    ("5501-72", 2022): 4_248_574 * 0.0865 * (442_700 - 58_250),
    ("5501-72", 2023): 4_338_257 * 0.0840 * (466_200 - 79_600),
    # folketrygdloven § 23-3: sums of Statistics Norway in million kroner
    ("5700-71", 2019): 1e6 * (0.082 * (1_459_516 + 101_614) + 0.051 * 308_069 + 0.114 * 88_713),
    ("5700-71", 2022): 1e6
    * (0.08 * (1_700_911 + 116_768 + 8_817) + 0.051 * 360_832 + 0.112 * 87_679),
    ("5700-71", 2023): 1e6
    * (0.079 * (1_806_858 + 124_570 + 8_995) + 0.051 * 394_702 + 0.111 * 79_248),
    # folketrygdloven § 23-2 by zone: I and Ia, II, III, IV, IVa; nothing in V
    ("5700-72", 2019): 450_200
    * (
        (2_430_054 + 65_992) * 0.141
        + 182_430 * 0.106
        + 56_405 * 0.064
        + 167_490 * 0.051
        + 71_980 * 0.079
    ),
}


def check_of(name, year):
    chapter, post = name.split("-")
    found = [c for c in flow_map(year).checks if (c.chapter, c.post) == (int(chapter), post)]
    assert len(found) == 1
    assert found[0].year == year
    return found[0]


@pytest.mark.parametrize(("name", "year"), BY_HAND)
def test_recipients_times_the_rate_are_what_the_rules_give(name, year):
    assert check_of(name, year).by_rules == pytest.approx(BY_HAND[name, year] / 1e6, rel=0.01)


@pytest.mark.parametrize(("name", "year"), BY_HAND)
def test_a_deviation_above_ten_per_cent_says_why(name, year):
    check = check_of(name, year)
    assert abs(check.deviation) <= 0.10 or check.note


def test_higher_education_has_accounts():
    """DFØ's state accounts by way of Project_statsbudsjett, chapter 260 post 50."""
    accounts = {p.post: p.accounts for p in flow_map(2024).posts if p.chapter == 260}
    assert accounts == {"50": 43_128.5}
