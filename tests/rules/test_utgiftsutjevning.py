"""Utgiftsutjevning: one unit more of a criterion, from the weights of Grønt hefte 2025 and 2026."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from situations import household

MONTHS = [f"{month:02d}" for month in range(1, 13)]


def value(rule: str, year: int, born: str, *, ufor_months: int = 0, **facts: bool) -> float:
    """The value of a rule for one person; the months of uføretrygd are the year's last."""
    person: dict[str, Any] = {"born": born} | {
        key: {str(year): fact} for key, fact in facts.items()
    }
    person["innvilget_uforetrygd"] = {
        f"{year}-{month}": index >= 12 - ufor_months for index, month in enumerate(MONTHS)
    }
    return float(household({"a": person}, andre=["a"]).calculate(rule, str(year))[0])


# weight x need per head x inhabitants / count; the funding facts round to hundreds.
BANDS_2025 = [
    ("2025-01", 0, 0.00238, 53_288, 18_000),
    ("2024-01", 1, 0.14466, 279_902, 208_600),
    ("2019-01", 6, 0.16537, 438_296, 152_300),
    ("2012-01", 13, 0.07411, 204_119, 146_500),
    ("2009-01", 16, 0.02269, 464_308, 19_700),
    ("2002-01", 23, 0.00600, 138_246, 17_500),
    ("2000-01", 25, 0.12636, 3_072_349, 16_600),
    ("1958-01", 67, 0.06587, 663_302, 40_100),
    ("1945-01", 80, 0.06337, 217_751, 117_500),
    ("1935-01", 90, 0.03951, 45_585, 349_800),
]


@pytest.mark.parametrize(("born", "age", "weight", "count", "rounded"), BANDS_2025)
def test_age_bands_2025(born: str, age: int, weight: float, count: int, rounded: int) -> None:
    found = value("kriterieverdi_alder", 2025, born)
    assert found == pytest.approx(weight * 72_430 * 5_572_272 / count)
    assert found == pytest.approx(rounded, abs=60)
    assert value("kriteriealder", 2025, born) == age


@pytest.mark.parametrize(
    ("born", "rounded"),
    [
        ("2026-01", 18_100),
        ("2025-01", 221_900),
        ("2020-01", 158_500),
        ("2013-01", 151_800),
        ("2010-01", 20_100),
        ("2003-01", 18_600),
    ],
)
def test_age_bands_2026(born: str, rounded: int) -> None:
    """The funding facts' marginal values for 2026 (need per head 74 900 is an estimate)."""
    assert value("kriterieverdi_alder", 2026, born) == pytest.approx(rounded, abs=60)


@pytest.mark.parametrize("limit", [1, 6, 13, 16, 23, 25, 67, 80, 90])
def test_the_band_changes_with_a_birthday_before_1_july(limit: int) -> None:
    """Born in June the year is completed on 1 July; born in July it is not."""
    year = 2025 - limit
    assert value("kriteriealder", 2025, f"{year}-06") == limit
    assert value("kriteriealder", 2025, f"{year}-07") == limit - 1
    older = value("kriterieverdi_alder", 2025, f"{year}-06")
    younger = value("kriterieverdi_alder", 2025, f"{year}-07")
    assert older == value("kriterieverdi_alder", 2025, f"{year - 1}-07")
    assert younger != pytest.approx(older, rel=0.01)


def test_not_counted_before_birth() -> None:
    assert value("kriterieverdi_alder", 2025, "2025-07") == 0
    assert value("kriterieverdi_alder", 2025, "2025-06") > 0


@pytest.mark.parametrize(("year", "expected"), [(2025, 32_508), (2026, 35_187)])
def test_disability_pensioner(year: int, expected: int) -> None:
    """0.00886 x 72 430 x 5 572 272 / 110 000; facts: 32 500 and 35 200."""
    found = value("kriterieverdi_ufor", year, "2000-03", ufor_months=12)
    assert found == pytest.approx(expected, abs=1)


@pytest.mark.parametrize(
    ("born", "counted"),
    [("2007-07", False), ("2007-06", True), ("1975-07", True), ("1975-06", False)],
)
def test_disability_pensioner_from_18_to_49(born: str, counted: bool) -> None:
    assert (value("kriterieverdi_ufor", 2025, born, ufor_months=12) > 0) is counted


@pytest.mark.parametrize("months", [0, 1, 6, 11, 12])
def test_part_of_a_year_counts_as_its_share_of_months(months: int) -> None:
    whole = value("kriterieverdi_ufor", 2025, "2000-03", ufor_months=12)
    part = value("kriterieverdi_ufor", 2025, "2000-03", ufor_months=months)
    assert part == pytest.approx(whole * months / 12)


def test_refugee_counts_when_the_integration_grant_has_ended() -> None:
    """Pool 5.96 billion in 2025 by the facts, over 225 843 persons."""
    counted = value("kriterieverdi_flyktning", 2025, "2000-03", har_flyktningbakgrunn=True)
    assert counted * 225_843 == pytest.approx(5.96e9, rel=0.001)
    with_grant = value(
        "kriterieverdi_flyktning",
        2025,
        "2000-03",
        har_flyktningbakgrunn=True,
        flyktning_med_integreringstilskudd=True,
    )
    assert with_grant == 0
    assert value("kriterieverdi_flyktning", 2025, "2000-03") == 0


def test_substance_use_and_mental_health() -> None:
    """Pool 5.97 billion in 2025 by the facts, over 176 000 persons."""
    counted = value("kriterieverdi_rus_psykiatri", 2025, "2000-03", rus_psykiatri_kriterium=True)
    assert counted * 176_000 == pytest.approx(5.97e9, rel=0.001)
    assert value("kriterieverdi_rus_psykiatri", 2025, "2000-03") == 0


@pytest.mark.parametrize(
    ("born", "counted"),
    [("2005-07", False), ("2005-06", True), ("1980-07", True), ("1980-06", False)],
)
def test_full_time_from_20_to_44(born: str, counted: bool) -> None:
    found = value("kriterieverdi_heltid", 2025, born, sysselsatt_heltid=True)
    assert (found > 0) is counted
    if counted:  # the facts' upper end, 10 400
        assert found == pytest.approx(10_312, abs=1)


def test_from_disability_pension_to_work_two_criteria_move() -> None:
    """32 508 lost, 10 312 gained; age stays."""
    before = value("kriterieverdi", 2025, "2000-03", ufor_months=12)
    after = value("kriterieverdi", 2025, "2000-03", sysselsatt_heltid=True)
    assert before - after == pytest.approx(32_508 - 10_312, abs=1)


def test_the_key_before_2025_is_not_encoded() -> None:
    assert value("kriterieverdi", 2024, "2015-03", ufor_months=12) == 0


RULES = [
    "kriterieverdi_alder",
    "kriterieverdi_ufor",
    "kriterieverdi_flyktning",
    "kriterieverdi_rus_psykiatri",
    "kriterieverdi_heltid",
]


@given(
    year=st.sampled_from([2022, 2024, 2025, 2026]),
    born=st.integers(12 * 1920, 12 * 2027 + 11),
    months=st.integers(0, 12),
    facts=st.fixed_dictionaries(
        {
            name: st.booleans()
            for name in (
                "har_flyktningbakgrunn",
                "flyktning_med_integreringstilskudd",
                "rus_psykiatri_kriterium",
                "sysselsatt_heltid",
            )
        }
    ),
)
def test_the_total_is_the_sum_of_parts_that_are_never_negative(
    year: int, born: int, months: int, facts: dict[str, bool]
) -> None:
    date = f"{born // 12}-{born % 12 + 1:02d}"
    parts = [value(rule, year, date, ufor_months=months, **facts) for rule in RULES]
    assert min(parts) >= 0
    assert max(parts) < 400_000
    assert value("kriterieverdi", year, date, ufor_months=months, **facts) == pytest.approx(
        sum(parts)
    )
