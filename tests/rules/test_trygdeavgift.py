"""Folketrygdloven § 23-3: rates, lower limit and the ramp of 25 per cent."""

import pytest
from situations import household


def contribution(year: int, *, born: str = "1990-05", **kroner: float) -> float:
    inputs = {name: {f"{year}-03": amount} for name, amount in kroner.items()}
    case = household({"a": {"born": born} | inputs}, andre=["a"])
    return float(case.calculate("trygdeavgift", str(year))[0])


@pytest.mark.parametrize(
    ("year", "limit"),
    [
        (2019, 54_650),
        (2020, 54_650),
        (2021, 59_650),
        (2022, 64_650),
        (2023, 69_650),
        (2024, 69_650),
        (2025, 99_650),
        (2026, 99_650),
    ],
)
def test_nothing_up_to_the_lower_limit(year: int, limit: int) -> None:
    assert contribution(year, lonn=limit) == 0
    assert contribution(year, lonn=limit + 1_000) == 250


@pytest.mark.parametrize(
    ("year", "rate"),
    [
        (2019, 82),
        (2020, 82),
        (2021, 82),
        (2022, 80),
        (2023, 79),
        (2024, 78),
        (2025, 77),
        (2026, 76),
    ],
)
def test_middle_rate_of_wage(year: int, rate: int) -> None:
    assert contribution(year, lonn=400_000) == 400 * rate


# Where the full rate takes over from 25 per cent of what exceeds the limit: low and middle rate.
@pytest.mark.parametrize(
    ("year", "low", "middle", "rate"),
    [
        (2019, 68_656, 81_324, 0.082),
        (2020, 68_656, 81_324, 0.082),
        (2021, 74_937, 88_765, 0.082),
        (2022, 81_219, 95_074, 0.080),
        (2023, 87_500, 101_827, 0.079),
        (2024, 87_500, 101_235, 0.078),
        (2025, 125_188, 144_003, 0.077),
        (2026, 125_188, 143_175, 0.076),
    ],
)
def test_official_switch_points_by_year(year: int, low: int, middle: int, rate: float) -> None:
    """Skatteetaten/trekktabell, TrekkrutineTest.java of each year: at the point both agree, 1 000
    above it the rate is paid, 1 000 below it less."""
    child = f"{year - 15}-05"
    for point, share, born in ((low, 0.051, child), (middle, rate, "1990-05")):
        assert contribution(year, born=born, lonn=point) == pytest.approx(point * share, abs=0.7)
        above = contribution(year, born=born, lonn=point + 1_000)
        assert above == pytest.approx((point + 1_000) * share, abs=0.5)
        below = contribution(year, born=born, lonn=point - 1_000)
        assert below == pytest.approx(point * share - 250, abs=0.8)


@pytest.mark.parametrize(
    ("year", "frikort"),
    [
        (2019, 55_000),
        (2020, 55_000),
        (2021, 60_000),
        (2022, 65_000),
        (2023, 70_000),
        (2024, 70_000),
        (2025, 100_000),
        (2026, 100_000),
    ],
)
def test_official_frikort_means_less_than_100_kroner_of_tax(year: int, frikort: int) -> None:
    """skatteetaten.no, frikort; less than 100 kroner is not collected
    (Skatteetaten/skattemeldingen, grenseForInnkrevingAvRestskatt)."""
    case = household({"a": {"born": "2001-05", "lonn": {f"{year}-07": frikort}}}, andre=["a"])
    tax = float(case.calculate("inntektsskatt", str(year))[0])
    assert tax == pytest.approx(87.5, abs=0.5)  # 25 per cent of 350


@pytest.mark.parametrize("year", range(2019, 2027))
def test_low_rate_of_pensions(year: int) -> None:
    """§ 23-3 second paragraph no. 1: 5.1 per cent of 200 000."""
    assert contribution(year, annen_pensjon=200_000) == 10_200


def test_wage_and_pension_have_each_their_rate() -> None:
    """2025: 7.7 per cent of 200 000 and 5.1 per cent of 100 000."""
    assert contribution(2025, lonn=200_000, annen_pensjon=100_000) == 15_400 + 5_100


@pytest.mark.parametrize(
    ("wage", "expected"),
    [
        (143_174, 10_881),  # 25 % of 43 524
        (143_175, 10_881),  # 25 % of 43 525 = 10 881.25; 7.6 % = 10 881.30
        (143_200, 10_883),  # 7.6 % = 10 883.2, 25 % of 43 550 = 10 887.5
    ],
)
def test_published_switch_point_of_the_middle_rate(wage: int, expected: int) -> None:
    """Skatteetaten's withholding routine for 2026: 7.6 per cent takes over at 143 175."""
    assert contribution(2026, lonn=wage) == expected


@pytest.mark.parametrize(
    ("wage", "expected"),
    [
        (125_180, 6_383),  # 25 % of 25 530 = 6 382.5
        (125_200, 6_385),  # 5.1 % = 6 385.2, 25 % of 25 550 = 6 387.5
    ],
)
def test_published_switch_point_of_the_low_rate(wage: int, expected: int) -> None:
    """The same for 2026: 5.1 per cent takes over at 125 188 (persons under 17)."""
    assert contribution(2026, born="2011-05", lonn=wage) == expected


@pytest.mark.parametrize(
    ("born", "rate"),
    [("2009-01", 51), ("2008-12", 77), ("1956-01", 77), ("1955-12", 51)],
)
def test_low_rate_under_17_and_over_69(born: str, rate: int) -> None:
    """End of 2025: 16 and 17 years, 69 and 70 years."""
    assert contribution(2025, born=born, lonn=200_000) == 200 * rate


@pytest.mark.parametrize(
    "benefit",
    [
        "uforetrygd",
        "uforetrygd_barnetillegg",
        "arbeidsavklaringspenger",
        "aap_barnetillegg",
        "kvalifiseringsstonad",
        "kvalifiseringsstonad_barnetillegg",
        "dagpenger_sykepenger_foreldrepenger",
    ],
)
@pytest.mark.parametrize(("year", "rate"), [(2023, 79), (2025, 77)])
def test_benefits_have_the_middle_rate(benefit: str, year: int, rate: int) -> None:
    """§ 23-3 second paragraph no. 2 b and e, third paragraph."""
    assert contribution(year, **{benefit: 200_000}) == 200 * rate


@pytest.mark.parametrize(
    ("year", "rate"),
    [
        (2019, 114),
        (2020, 114),
        (2021, 114),
        (2022, 112),
        (2023, 111),
        (2024, 110),
        (2025, 109),
        (2026, 108),
    ],
)
def test_high_rate_of_business_income(year: int, rate: int) -> None:
    assert contribution(year, naeringsinntekt=300_000) == 300 * rate


def test_each_kind_has_its_rate_and_the_sum_one_ramp() -> None:
    """2025: 0.077 x 60 000 + 0.109 x 50 000 = 10 070, but 25 % of 10 350 = 2 587.50."""
    assert contribution(2025, lonn=60_000, naeringsinntekt=50_000) == 2_588
    # 0.077 x 300 000 + 0.109 x 100 000
    assert contribution(2025, lonn=300_000, naeringsinntekt=100_000) == 34_000
