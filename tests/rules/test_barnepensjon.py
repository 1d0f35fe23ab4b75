"""Barnepensjon: the tests of navikt/pensjon-etterlatte-saksbehandling, and folketrygdloven ch. 18.

G: 2018 96 883, 2019 99 858, 2020 101 351, 2021 106 399, 2022 111 477, 2023 118 620, 2024 124 028,
2025 130 160, 2026 136 549 (navikt/g).
"""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household


def index(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:]) - 1


def child(
    month: str = "2025-06",
    born: str = "2015-03",
    died: str = "2018-01",
    insured: float = 40,
    **more: Any,
) -> dict[str, Any]:
    fixed = {"pensjon_etter_forelder_g", "statlig_institusjon_siden", "soning_siden"}
    inputs: dict[str, Any] = {
        "born": born,
        "forelder_dod_siden": {"ETERNITY": index(died)},
        "avdodes_trygdetid": {"ETERNITY": insured},
    }
    return inputs | {
        name: {"ETERNITY" if name in fixed else month: value} for name, value in more.items()
    }


def case(*children: dict[str, Any]) -> Simulation:
    names = [f"b{number}" for number in range(len(children))]
    return household(
        {"mor": {"born": "1985-01"}} | dict(zip(names, children, strict=True)),
        foreldre=["mor"],
        barna=names,
    )


def pension(*children: dict[str, Any], month: str = "2025-06") -> list[float]:
    return [float(amount) for amount in case(*children).calculate("barnepensjon", month)[1:]]


# BarnepensjonSatsTest.kt and BeregnBarnepensjonTest.kt, G 111 477: (children, insured, a month
# before rounding).
POOLED = [
    (1, 40, 3715.9),
    (2, 40, 3019.16875),
    (3, 40, 2786.925),
    (4, 40, 2670.803125),
    (4, 20, 1335.4015625),
]


@pytest.mark.parametrize(("count", "insured", "expected"), POOLED)
def test_official_rates_before_2024(count: int, insured: int, expected: float) -> None:
    """navikt/pensjon-etterlatte-saksbehandling, BeregnBarnepensjonTest.kt."""
    rounded = math.floor(expected + 0.5)
    found = pension(*[child("2023-01", insured=insured)] * count, month="2023-01")
    assert found == [rounded] * count


@pytest.mark.parametrize(
    ("month", "siblings", "insured", "expected"),
    [
        ("2023-01", 0, 40, 3716),
        ("2023-05", 0, 40, 3954),
        ("2024-01", 0, 40, 9885),
        ("2023-01", 0, 15, 1393),
        ("2023-01", 1, 40, 3019),
        ("2023-01", 2, 40, 2787),
        ("2023-05", 1, 40, 3213),
        ("2024-01", 2, 40, 9885),
    ],
)
def test_official_decisions(month: str, siblings: int, insured: float, expected: int) -> None:
    """BeregnBarnepensjonServiceTest.kt: no sibling, one and two; prorata 30 x 1/2 = 15 years."""
    barn = child(month, insured=insured, barnepensjon_sosken_utenfor=siblings)
    assert pension(barn, month=month) == [expected]


@pytest.mark.parametrize(("insured", "expected"), [(40, 22_241), (15, 8_340)])
def test_official_two_dead_parents(insured: int, expected: int) -> None:
    """BeregnBarnepensjonServiceTest.kt, flere avdøde foreldre, January 2024."""
    barn = child("2024-01", insured=insured, begge_foreldre_dode=True)
    assert pension(barn, month="2024-01") == [expected]


def test_official_only_one_legal_parent() -> None:
    """BeregnBarnepensjonServiceTest.kt: orphan's rate, and the ordinary one otherwise."""
    barn = child("2024-01", kun_en_juridisk_forelder=True)
    assert pension(barn, month="2024-01") == [22_241]
    assert pension(child("2024-04"), month="2024-04") == [9_885]


# BeregnBarnepensjonTest.kt: institution, (month, children, insured, kroner before rounding).
INSIDE = [
    ("2023-01", 4, 40, 928.975),
    ("2023-01", 4, 20, 928.975),
    ("2023-01", 1, 40, 928.975),
    ("2024-01", 1, 2, 494.25),
    ("2024-01", 1, 20, 988.5),
]


@pytest.mark.parametrize(("month", "count", "insured", "expected"), INSIDE)
def test_official_institution(month: str, count: int, insured: int, expected: float) -> None:
    """BeregnBarnepensjonTest.kt."""
    barn = child(
        month,
        insured=insured,
        i_statlig_institusjon=True,
        statlig_institusjon_siden=index("2022-01"),
        barnepensjon_sosken_utenfor=count - 1,
    )
    assert pension(barn, month=month) == [math.floor(expected + 0.5)]


# One child with a full period, June: G / 12 x 0.40 before 2024 and x 1 from then.
YEARS = [
    ("2019-04", 3229),  # 96 883 x 0.40 / 12 = 3 229.43
    ("2019-06", 3329),  # 3 328.60
    ("2020-06", 3378),  # 3 378.37
    ("2021-06", 3547),  # 3 546.63
    ("2022-06", 3716),  # 3 715.90
    ("2023-06", 3954),
    ("2023-12", 3954),
    ("2024-04", 9885),
    ("2024-05", 10_336),  # 10 335.67
    ("2025-06", 10_847),  # 10 846.67
    ("2026-06", 11_379),  # 11 379.08
]


@pytest.mark.parametrize(("month", "expected"), YEARS)
def test_each_year(month: str, expected: int) -> None:
    assert pension(child(month), month=month) == [expected]


@pytest.mark.parametrize(("month", "paid"), [("2025-06", False), ("2025-07", True)])
def test_starts_in_the_month_after_the_death(month: str, paid: bool) -> None:
    """§ 22-12 first paragraph."""
    assert (pension(child(month, died="2025-06"), month=month)[0] > 0) is paid


@pytest.mark.parametrize(
    ("month", "born", "orphan", "student", "paid"),
    [
        ("2023-06", "2005-06", False, False, True),
        ("2023-07", "2005-06", False, False, False),
        ("2023-07", "2005-06", True, False, False),
        ("2023-07", "2005-06", True, True, True),
        ("2023-07", "2003-06", True, True, False),
        ("2024-01", "2005-06", False, False, True),
        ("2025-06", "2005-06", False, False, True),
        ("2025-07", "2005-06", False, False, False),
    ],
)
def test_age_limit(month: str, born: str, orphan: bool, student: bool, paid: bool) -> None:
    """§ 18-4: 18, or 20 for orphans in education, until 2023; 20 for all from 2024."""
    barn = child(month, born, begge_foreldre_dode=orphan, utdanning_hovedbeskjeftigelse=student)
    assert (pension(barn, month=month)[0] > 0) is paid


def test_child_born_after_the_death_is_paid_from_birth() -> None:
    barn = child("2025-06", born="2025-06", died="2025-01")
    assert pension(barn) == [10_847]
    assert pension(child("2025-05", born="2025-06", died="2025-01"), month="2025-05") == [0]


def test_nobody_is_dead() -> None:
    assert pension({"born": "2015-03"}) == [0]


def test_orphans_before_2024_share_the_survivors_pension() -> None:
    """§ 18-5 second paragraph then: (2 + 0.40 + 0.25) / 3 G / 12 for three, at least 2 G first."""
    month = "2023-06"
    orphans = [child(month, begge_foreldre_dode=True) for _ in range(3)]
    assert pension(*orphans, month=month) == [8732] * 3  # 2.65 / 3 x 9 885 = 8 731.75
    assert pension(orphans[0], month=month) == [19_770]
    rich = child(month, begge_foreldre_dode=True, pensjon_etter_forelder_g=2.5)
    assert pension(rich, month=month) == [24_713]  # 24 712.50


def test_half_siblings_of_one_and_of_two_dead_do_not_pool() -> None:
    month = "2023-06"
    found = pension(child(month), child(month, begge_foreldre_dode=True), month=month)
    assert found == [3954, 19_770]


@pytest.mark.parametrize(("insured", "expected"), [(39, 10_576), (1, 271), (0, 0), (45, 10_847)])
def test_insurance_period_in_fortieths(insured: int, expected: int) -> None:
    """10 846.67 x 39 / 40 = 10 575.50 and x 1 / 40 = 271.17."""
    assert pension(child(insured=insured)) == [expected]


@pytest.mark.parametrize(("admitted", "expected"), [("2025-03", 10_847), ("2025-02", 1_085)])
def test_reduced_from_the_fourth_month_in_an_institution(admitted: str, expected: int) -> None:
    """§ 18-8: the month of admission and three more in full; then 1 084.67."""
    inside = {"i_statlig_institusjon": True, "statlig_institusjon_siden": index(admitted)}
    assert pension(child(**inside)) == [expected]
    assert pension(child(**inside, boutgifter_under_opphold=True)) == [10_847]


def test_orphan_in_an_institution_keeps_45_per_cent() -> None:
    """0.45 x 10 846.67 = 4 881."""
    inside = {"i_statlig_institusjon": True, "statlig_institusjon_siden": index("2024-01")}
    assert pension(child(**inside, begge_foreldre_dode=True)) == [4_881]


@pytest.mark.parametrize(("since", "expected"), [("2025-05", 10_847), ("2025-04", 0)])
def test_not_paid_from_the_second_month_in_prison(since: str, expected: int) -> None:
    """§ 18-9."""
    barn = child(born="2006-03", i_fengsel=True, soning_siden=index(since))
    assert pension(barn) == [expected]


def test_uforetrygd_comes_off_krone_by_krone() -> None:
    """§ 18-7: the benefit of the month; a larger one leaves nothing."""
    simulation = case(child(born="2005-09"))
    simulation.set_input("uforetrygd", "2025-06", [0, 4_000])
    assert simulation.calculate("barnepensjon", "2025-06")[1] == 6_847
    simulation = case(child(born="2005-09"))
    simulation.set_input("uforetrygd", "2025-06", [0, 20_000])
    assert simulation.calculate("barnepensjon", "2025-06")[1] == 0


@given(
    count=st.integers(1, 5),
    insured=st.integers(0, 40),
    orphan=st.booleans(),
    month=st.sampled_from(["2019-03", "2021-08", "2023-12", "2024-01", "2025-05", "2026-08"]),
)
@settings(max_examples=25, deadline=None)
def test_equal_shares_within_the_statutory_rate(
    count: int, insured: int, orphan: bool, month: str
) -> None:
    basic = {"2019": 96_883, "2021": 106_399, "2023": 118_620, "2024": 118_620}
    found = pension(
        *[child(month, insured=insured, begge_foreldre_dode=orphan)] * count, month=month
    )
    highest = 2.25 * basic.get(month[:4], 136_549) / 12 + 1
    assert len(set(found)) == 1
    assert 0 <= found[0] <= highest
    less = pension(
        *[child(month, insured=max(insured - 1, 0), begge_foreldre_dode=orphan)] * count,
        month=month,
    )
    assert less[0] <= found[0]


@given(order=st.permutations([0, 1, 2]))
@settings(max_examples=6, deadline=None)
def test_order_of_children_does_not_matter(order: list[int]) -> None:
    month = "2023-06"
    kids = [
        child(month),
        child(month, begge_foreldre_dode=True),
        child(month, born="2004-01", insured=20),
    ]
    found = pension(*[kids[number] for number in order], month=month)
    assert found == [[3954, 19_770, 0][number] for number in order]


def test_months_add_to_the_year() -> None:
    """2024: four months of 9 885 and eight of 10 336."""
    total = case(child()).calculate_add("barnepensjon", "2024")
    assert total[1] == 4 * 9_885 + 8 * 10_336
