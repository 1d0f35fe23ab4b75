"""Skatteloven §§ 2-14, 6-49 and 12-2: a child's pension, before and after 2024."""

import pytest
from situations import household


def orphan(year: int, pension: int, *, wage: int = 0, age: int = 19):
    """A young person taxed for herself."""
    return household(
        {
            "a": {
                "born": f"{year - age}-05",
                "annen_barnepensjon": {f"{year}-03": pension},
                "lonn": {f"{year}-07": wage},
            }
        },
        barna=["a"],
    )


def value(case, name: str, year: int) -> float:
    return float(case.calculate(name, str(year))[0])


@pytest.mark.parametrize(("year", "most"), [(2024, 30_000), (2025, 31_350), (2026, 32_600)])
def test_deduction_by_year(year: int, most: int) -> None:
    """§ 6-49: up to the amount, within the pension; no minstefradrag."""
    for pension, expected in ((0, 0), (most - 1, most - 1), (most, most), (200_000, most)):
        case = orphan(year, pension)
        assert value(case, "fradrag_for_barnepensjon", year) == expected
        assert value(case, "minstefradrag", year) == 0
        assert value(case, "alminnelig_inntekt", year) == pension - expected


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_neither_trygdeavgift_nor_trinnskatt_from_2024(year: int) -> None:
    case = orphan(year, 300_000)
    assert value(case, "personinntekt", year) == 0
    assert value(case, "trygdeavgift", year) == 0
    assert value(case, "trinnskatt", year) == 0


def test_published_example_of_2023() -> None:
    """smartepenger.no, skatt på barnepensjon: 200 000 gives minstefradrag 80 000, a base of
    40 400, trygdeavgift 10 200, trinnskatt 28 and 8 888 to kommune, fylke and state: 19 116."""
    case = orphan(2023, 200_000)
    assert value(case, "fradrag_for_barnepensjon", 2023) == 80_000
    assert value(case, "skattegrunnlag", 2023) == 40_400
    assert value(case, "trygdeavgift", 2023) == 10_200
    assert value(case, "trinnskatt", 2023) == 28
    assert value(case, "inntektsskatt", 2023) == pytest.approx(19_116, abs=1)


def test_published_example_of_2024() -> None:
    """smartepenger.no: barnepensjon 124 028 less 30 000, wage 80 000 less 36 800 = 137 228."""
    case = orphan(2024, 124_028, wage=80_000)
    assert value(case, "alminnelig_inntekt", 2024) == 137_228
    assert value(case, "personinntekt", 2024) == 80_000


@pytest.mark.parametrize(
    ("year", "pension", "wage", "expected"),
    [
        # 2023: wage 80 000 - 36 800 = 43 200; pension 44 591 - 17 836 = 26 755
        (2023, 44_591, 80_000, 26_755),
        # pension 200 000 - 80 000 = 120 000; wage 300 000 - 104 450: at most 79 600
        (2023, 200_000, 300_000, 79_600),
        (2023, 200_000, 0, 0),
        # 2019: wage 31 800 or less is taken by minstefradrag
        (2019, 60_000, 30_000, 0),
        # wage 60 000 - 31 800 = 28 200; pension 60 000 - 18 600
        (2019, 60_000, 60_000, 28_200),
    ],
)
def test_official_deduction_for_a_child_with_earnings_until_2023(
    year: int, pension: int, wage: int, expected: int
) -> None:
    """Skatte-ABC 2023, B-1-6: at most personfradraget (79 600 for 2023), the earnings less
    minstefradrag, and the pension less its own."""
    case = orphan(year, pension, wage=wage)
    assert value(case, "saerskilt_fradrag_barns_inntekt", year) == expected
    later = orphan(2024, pension, wage=wage)
    assert value(later, "saerskilt_fradrag_barns_inntekt", 2024) == 0


def family(year: int, *, parents: list[str], ages: list[int], pension: int = 100_000):
    persons = {name: {"born": "1980-01"} for name in parents} | {
        f"barn{i}": {
            "born": f"{year - age}-05",
            "annen_barnepensjon": {f"{year}-03": pension},
        }
        for i, age in enumerate(ages)
    }
    return household(persons, foreldre=parents, barna=[f"barn{i}" for i in range(len(ages))])


def test_pension_of_a_child_of_16_is_taxed_with_the_parent_who_is_left() -> None:
    """2025: 2 x (100 000 - 31 350) with the parent, the one of 17 with itself."""
    case = family(2025, parents=["mor"], ages=[16, 10, 17])
    found = case.calculate("alminnelig_inntekt", "2025").tolist()
    assert found == [137_300, 0, 0, 68_650]


def test_half_with_each_of_two_who_live_with_the_child() -> None:
    """§ 2-14 third paragraph: a stepchild too; (100 000 - 31 350) / 2 = 34 325."""
    case = family(2025, parents=["mor", "ektefelle"], ages=[8])
    assert case.calculate("alminnelig_inntekt", "2025").tolist() == [34_325, 34_325, 0]


def test_until_2023_it_is_personinntekt_of_the_parent_at_the_low_rate() -> None:
    """2023: minstefradrag 40 per cent for each child, 2 x 40 000; 5.1 per cent of 200 000."""
    case = family(2023, parents=["mor"], ages=[12, 10])
    assert case.calculate("personinntekt", "2023").tolist() == [200_000, 0, 0]
    assert case.calculate("fradrag_for_barnepensjon", "2023").tolist() == [80_000, 0, 0]
    assert case.calculate("trygdeavgift", "2023").tolist() == [10_200, 0, 0]


def test_with_both_parents_dead_the_child_is_taxed_itself() -> None:
    case = orphan(2025, 290_000, age=10)
    assert value(case, "alminnelig_inntekt", 2025) == 258_650
    # 258 650 - 108 550 = 150 100 x 12.75, 2.65 and 6.60 per cent
    assert value(case, "inntektsskatt", 2025) == 19_138 + 3_978 + 9_907
