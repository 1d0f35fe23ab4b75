"""Skatteloven chapters 2-12: whose income, which income, less what. Arithmetic is in the tests."""

import pytest
from situations import household


def adult(year: int, **kroner: float):
    """One adult without parents or children, each income paid in March."""
    inputs = {name: {f"{year}-03": amount} for name, amount in kroner.items()}
    return household({"a": {"born": "1990-05"} | inputs}, andre=["a"])


# § 6-32: 46 per cent from 2021 (45 before), upper limit of skattevedtaket § 6-1 by year.
@pytest.mark.parametrize(
    ("year", "wage", "expected"),
    [
        (2019, 224_000, 100_800),  # 0.45 x 224 000 = 100 800, the limit
        (2020, 200_000, 90_000),
        (2021, 232_066, 106_750),  # 0.46 x 232 066 = 106 750.4
        (2022, 239_020, 109_949),  # 0.46 x 239 020 = 109 949.2
        (2022, 239_100, 109_950),
        (2023, 227_065, 104_450),  # 0.46 x 227 065 = 104 449.9
        (2024, 227_000, 104_420),
        (2024, 300_000, 104_450),
        (2025, 199_998, 91_999),  # 0.46 x 199 998 = 91 999.08
        (2025, 200_000, 92_000),
        (2025, 200_010, 92_000),
        (2026, 208_040, 95_698),  # 0.46 x 208 040 = 95 698.4
        (2026, 208_050, 95_700),
    ],
)
def test_minstefradrag_of_wage(year: int, wage: int, expected: int) -> None:
    assert adult(year, lonn=wage).calculate("minstefradrag", str(year)) == [expected]


@pytest.mark.parametrize(
    ("wage", "expected"),
    [(20_000, 20_000), (31_800, 31_800), (60_000, 31_800), (69_131, 31_800), (69_135, 31_802)],
)
def test_lonnsfradrag_was_the_lower_limit_until_2022(wage: int, expected: int) -> None:
    """31 800 unless 46 per cent is more (69 135 x 0.46 = 31 802.1), within the wage."""
    assert adult(2022, lonn=wage).calculate("minstefradrag", "2022") == [expected]


def test_no_lower_limit_from_2023() -> None:
    assert adult(2023, lonn=20_000).calculate("minstefradrag", "2023") == [9_200]


@pytest.mark.parametrize(("income", "expected"), [(3_000, 3_000), (8_000, 4_000), (11_000, 4_400)])
def test_lower_limit_4000_for_pensions_until_2022(income: int, expected: int) -> None:
    """40 per cent of 11 000 = 4 400."""
    assert adult(2022, annen_pensjon=income).calculate("minstefradrag", "2022") == [expected]


@pytest.mark.parametrize(
    ("income", "expected"),
    [
        (31_800, 31_800),  # 31 800 or less: the sum of the income
        (31_801, 31_800),
        (69_130, 31_800),
        (69_131, 31_800),  # 46 per cent = 31 800.26
        (69_135, 31_802),
        (232_065, 106_750),  # 46 per cent = 106 749.9
        (232_066, 106_750),
    ],
)
@pytest.mark.parametrize("kind", ["lonn", "arbeidsavklaringspenger", "uforetrygd"])
def test_official_limits_of_minstefradrag_in_2021(kind: str, income: int, expected: int) -> None:
    """Skatte-ABC 2021, Minstefradrag 2.1: the limits, for wage and for benefits taxed as wage."""
    assert adult(2021, **{kind: income}).calculate("minstefradrag", "2021") == [expected]


@pytest.mark.parametrize(
    ("year", "rate", "highest"),
    [
        (2019, 0.31, 85_050),
        (2020, 0.31, 87_450),
        (2021, 0.37, 88_700),  # lov 18 juni 2021 nr. 105
        (2022, 0.40, 90_800),
        (2023, 0.40, 86_250),
        (2024, 0.40, 86_250),
        (2025, 0.40, 73_150),
        (2026, 0.40, 75_400),
    ],
)
def test_minstefradrag_of_a_pension_by_year(year: int, rate: float, highest: int) -> None:
    inside = adult(year, annen_pensjon=100_000).calculate("minstefradrag", str(year))
    assert inside == [round(100_000 * rate)]
    assert adult(year, annen_pensjon=400_000).calculate("minstefradrag", str(year)) == [highest]


@pytest.mark.parametrize(
    "benefit", ["uforetrygd", "arbeidsavklaringspenger", "dagpenger_sykepenger_foreldrepenger"]
)
@pytest.mark.parametrize("year", [2022, 2025])
def test_benefits_of_folketrygden_are_deducted_as_wage(benefit: str, year: int) -> None:
    """§ 6-32 first paragraph a: 0.46 x 150 000 = 69 000, where a pension would have 60 000."""
    assert adult(year, **{benefit: 150_000}).calculate("minstefradrag", str(year)) == [69_000]


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2022, 60_000), (2023, 60_000), (2024, 69_000), (2025, 69_000)],
)
def test_kvalifiseringsstonad_is_wage_from_2024(year: int, expected: int) -> None:
    """Lov 25 juni 2024 nr. 61: 40 per cent of 150 000 before, 46 per cent from 2024."""
    case = adult(year, kvalifiseringsstonad=150_000)
    assert case.calculate("minstefradrag", str(year)) == [expected]
    assert case.calculate("personinntekt", str(year)) == [150_000]


def test_pension_limit_for_kvalifiseringsstonad_in_2023() -> None:
    """0.40 x 240 000 = 96 000, but at most 86 250."""
    case = adult(2023, kvalifiseringsstonad=240_000)
    assert case.calculate("minstefradrag", "2023") == [86_250]


def test_the_sum_has_the_limit_of_wage() -> None:
    """§ 6-32 first paragraph d, 2023: 46 000 + 60 000 = 106 000, at most 104 450."""
    case = adult(2023, lonn=100_000, kvalifiseringsstonad=150_000)
    assert case.calculate("minstefradrag", "2023") == [104_450]
    below = adult(2023, lonn=90_000, kvalifiseringsstonad=150_000)  # 41 400 + 60 000
    assert below.calculate("minstefradrag", "2023") == [101_400]


def test_wage_and_uforetrygd_share_one_limit() -> None:
    case = adult(2025, lonn=450_000, uforetrygd=117_000)
    assert case.calculate("minstefradrag", "2025") == [92_000]
    assert case.calculate("alminnelig_inntekt", "2025") == [450_000 + 117_000 - 92_000]


def test_additions_for_children_are_taxed_with_the_benefit() -> None:
    case = adult(
        2025,
        uforetrygd=100_000,
        uforetrygd_barnetillegg=10_000,
        arbeidsavklaringspenger=1_000,
        aap_barnetillegg=200,
        kvalifiseringsstonad=30_000,
        kvalifiseringsstonad_barnetillegg=400,
    )
    assert case.calculate("personinntekt", "2025") == [141_600]


def test_business_income_has_no_minstefradrag() -> None:
    case = adult(2025, naeringsinntekt=300_000)
    assert case.calculate("minstefradrag", "2025") == [0]
    assert case.calculate("alminnelig_inntekt", "2025") == [300_000]
    assert case.calculate("personinntekt", "2025") == [300_000]


def test_a_business_loss_reduces_ordinary_income_only() -> None:
    """§ 12-13: no set-off in personinntekt."""
    case = adult(2025, lonn=300_000, naeringsinntekt=-50_000)
    assert case.calculate("personinntekt", "2025") == [300_000]
    assert case.calculate("alminnelig_inntekt", "2025") == [300_000 - 92_000 - 50_000]


def test_interest_paid_reduces_ordinary_income_only() -> None:
    case = household(
        {
            "a": {
                "born": "1990-05",
                "lonn": {"2025-03": 300_000},
                "kapitalinntekt": {"2025": -40_000},
            }
        },
        andre=["a"],
    )
    assert case.calculate("alminnelig_inntekt", "2025") == [300_000 - 92_000 - 40_000]
    assert case.calculate("personinntekt", "2025") == [300_000]


@pytest.mark.parametrize(("born", "taxed"), [("2013-01", 2_000), ("2012-12", 12_000)])
def test_a_child_of_12_has_10000_tax_free(born: str, taxed: int) -> None:
    """§ 5-15 o: 12 or younger at the end of 2025."""
    case = household({"barn": {"born": born, "lonn": {"2025-07": 12_000}}}, barna=["barn"])
    assert case.calculate("skattepliktig_lonn", "2025") == [taxed]


@pytest.mark.parametrize(
    ("born", "of_child", "of_each"), [("2009-12", 0, 500), ("2008-12", 1_000, 0)]
)
def test_interest_of_a_child_is_taxed_with_its_parents(
    born: str, of_child: int, of_each: int
) -> None:
    """§ 2-14: 16 or younger at the end of 2025, half to each parent."""
    case = household(
        {
            "mor": {"born": "1985-01"},
            "far": {"born": "1984-01"},
            "barn": {"born": born, "kapitalinntekt": {"2025": 1_000}},
        },
        foreldre=["mor", "far"],
        barna=["barn"],
    )
    found = case.calculate("skattepliktig_kapitalinntekt", "2025").tolist()
    assert found == [of_each, of_each, of_child]


def test_interest_of_a_child_without_parents_here_stays_with_the_child() -> None:
    case = household({"barn": {"born": "2012-05", "kapitalinntekt": {"2025": 900}}}, barna=["barn"])
    assert case.calculate("skattepliktig_kapitalinntekt", "2025") == [900]


def family(year: int, costs: list[int], *, born: str = "2019-06", special: tuple[int, ...] = ()):
    children = {
        f"barn{i}": {
            "born": born,
            "barnepass_kostnader": {str(year): cost},
            "barnepass_saerskilt_behov": {str(year): i in special},
        }
        for i, cost in enumerate(costs)
    }
    return household(
        {"mor": {"born": "1985-01"}, "far": {"born": "1984-01"}} | children,
        foreldre=["mor", "far"],
        barna=list(children),
    )


@pytest.mark.parametrize(
    ("year", "costs", "each"),
    [
        (2025, [18_000], 9_000),
        (2025, [30_000], 12_500),  # 25 000 for the first
        (2025, [30_000, 30_000], 20_000),  # 25 000 + 15 000
        (2026, [30_000], 7_500),  # 15 000 from 2026
        (2026, [30_000, 30_000], 12_500),  # 15 000 + 10 000
        (2026, [30_000, 0], 7_500),
    ],
)
def test_foreldrefradrag_is_shared_by_two_parents(year: int, costs: list[int], each: int) -> None:
    found = family(year, costs).calculate("foreldrefradrag", str(year)).tolist()
    assert found == [each, each] + [0] * len(costs)


@pytest.mark.parametrize(("born", "household_total"), [("2014-01", 18_000), ("2013-12", 0)])
def test_foreldrefradrag_for_children_under_12_in_the_year(born: str, household_total: int) -> None:
    """§ 6-48: born January 2014, so 11 at the end of 2025; born December 2013 turns 12."""
    case = family(2025, [18_000], born=born)
    assert case.calculate("foreldrefradrag_husstand", "2025") == [household_total]


def test_special_needs_keep_the_older_limits_at_any_age_in_2026() -> None:
    """25 000 for the first and 15 000 for the next with special needs; 10 000 for another."""
    assert family(2026, [30_000], born="2011-05", special=(0,)).calculate(
        "foreldrefradrag_husstand", "2026"
    ) == [25_000]
    assert family(2026, [30_000] * 3, special=(0, 1)).calculate(
        "foreldrefradrag_husstand", "2026"
    ) == [25_000 + 15_000 + 10_000]


@pytest.mark.parametrize(
    ("year", "of_the_year"), [(2019, 51_804), (2020, 51_804), (2021, 51_804), (2022, 52_476)]
)
def test_official_saerfradrag_of_a_year(year: int, of_the_year: int) -> None:
    """skatteetaten.no, særfradrag for enslige forsørgere: 4 317 a month and 51 804 a year, from
    2022 4 373 and 52 476."""
    case = household(
        {"mor": {"born": "1990-01"}, "barn": {"born": "2015-05"}}, foreldre=["mor"], barna=["barn"]
    )
    assert case.calculate("alminnelig_inntekt", str(year)).tolist() == [-of_the_year, 0]


def test_saerfradrag_until_february_2023() -> None:
    """§ 6-80: 4 373 a month, 12 x 4 373 = 52 476 in 2022; January and February in 2023."""
    case = household(
        {"mor": {"born": "1990-01"}, "barn": {"born": "2015-05"}}, foreldre=["mor"], barna=["barn"]
    )
    months = [f"2023-{month:02d}" for month in range(1, 13)]
    paid = [case.calculate("saerfradrag_enslig_forsorger", month).tolist() for month in months]
    assert paid == [[4_373, 0]] * 2 + [[0, 0]] * 10
    assert case.calculate("alminnelig_inntekt", "2022").tolist() == [-52_476, 0]


def test_half_saerfradrag_when_residence_is_shared() -> None:
    """4 373 / 2 = 2 186.50, rounded up as Skatteetaten's list has it (2 187)."""
    case = household(
        {
            "mor": {"born": "1990-01"},
            "barn": {"born": "2015-05", "delt_bosted": {"2022-04": True}},
        },
        foreldre=["mor"],
        barna=["barn"],
    )
    assert case.calculate("saerfradrag_enslig_forsorger", "2022-04").tolist() == [2_187, 0]


def drawn(year: int, wage: int):
    return household(
        {
            "a": {
                "born": "2000-05",
                "lonn": {f"{year}-03": wage},
                "trukket_ut_arbeidsfradrag": {"ETERNITY": True},
            }
        },
        andre=["a"],
    )


@pytest.mark.parametrize(
    ("wage", "deduction"),
    [
        (0, 0),
        (80_000, 80_000),
        (345_000, 125_000),
        (400_000, 103_000),  # 125 000 - 0.4 x 55 000
        (657_499, 0),  # 125 000 - 0.4 x 312 499 = 0.4
        (657_500, 0),
        (900_000, 0),
    ],
)
def test_arbeidsfradrag(wage: int, deduction: int) -> None:
    assert drawn(2026, wage).calculate("arbeidsfradrag_unge", "2026") == [deduction]


@pytest.mark.parametrize(
    ("wage", "useful"), [(225_000, 14_760), (250_000, 39_760), (345_000, 125_000)]
)
def test_useful_arbeidsfradrag(wage: int, useful: int) -> None:
    """Published for 2026: what of the deduction lowers the base, given the other deductions."""
    without = household({"a": {"born": "2000-05", "lonn": {"2026-03": wage}}}, andre=["a"])
    less = without.calculate("skattegrunnlag", "2026") - drawn(2026, wage).calculate(
        "skattegrunnlag", "2026"
    )
    assert less == [useful]


def test_no_arbeidsfradrag_before_2026_or_without_being_drawn() -> None:
    assert drawn(2025, 300_000).calculate("arbeidsfradrag_unge", "2025") == [0]
    assert adult(2026, lonn=300_000).calculate("arbeidsfradrag_unge", "2026") == [0]


def test_nothing_gives_nothing() -> None:
    case = adult(2025)
    assert case.calculate("alminnelig_inntekt", "2025") == [0]
    assert case.calculate("personinntekt", "2025") == [0]
