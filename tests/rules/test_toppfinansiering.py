"""The high-cost grant: thresholds and deductions of the circulars, ages, small kommuner."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household


def case(year: int, born: str, wages: float, **more: Any) -> Simulation:
    """One recipient whose direct wage cost is spread over the months of a year."""
    months = {f"{year}-{month:02}": wages / 12 for month in range(1, 13)}
    facts = {name: {str(year): value} for name, value in more.items() if name != "kommune"}
    return household(
        {"barn": {"born": born, "lonn_til_andre_omsorgstjenester": months, **facts}},
        barna=["barn"],
        kommune=more.get("kommune"),
    )


def grant(year: int, born: str, wages: float, **more: Any) -> float:
    return float(case(year, born, wages, **more).calculate("toppfinansiering", year)[0])


@pytest.mark.parametrize(
    ("year", "threshold"),
    [
        (2018, 1_270_000),  # IS-4/2019: ks.no, TTU 2019
        (2020, 1_430_000),  # IS-4/2021: helsedirektoratet.no
        (2023, 1_608_000),  # IS-4/2024: sticos.no
    ],
)
def test_official_threshold_and_share(year: int, threshold: int) -> None:
    """The circulars: 80 per cent of what lies above the threshold."""
    assert grant(year, "2010-06", threshold) == 0
    assert grant(year, "2010-06", threshold + 500_000) == 400_000


@pytest.mark.parametrize(
    ("year", "born", "deduction"),
    [
        (2020, "2002-12", 744_000),  # IS-4/2021: born 2002 or earlier
        (2020, "2003-01", 0),
        (2023, "2005-12", 832_000),  # IS-4/2024: born 2005 or earlier
        (2023, "2006-01", 0),
    ],
)
def test_official_deduction_for_intellectual_disability(
    year: int, born: str, deduction: int
) -> None:
    simulation = case(year, born, 3_000_000, psykisk_utviklingshemmet=True)
    assert simulation.calculate("fratrekk_utviklingshemmet", year)[0] == deduction
    threshold = {2020: 1_430_000, 2023: 1_608_000}[year]
    expected = 0.8 * (3_000_000 - deduction - threshold)
    assert grant(year, born, 3_000_000, psykisk_utviklingshemmet=True) == pytest.approx(
        expected, abs=0.5
    )


@pytest.mark.parametrize(("born", "covered"), [("1956-01", True), ("1955-12", False)])
def test_official_last_age(born: str, covered: bool) -> None:
    """IS-4/2024: only costs of those born in 1956 or later."""
    assert (grant(2023, born, 2_000_000) > 0) is covered


def test_no_deduction_without_the_criterion() -> None:
    assert grant(2023, "1990-01", 2_608_000) == 800_000


@pytest.mark.parametrize(
    ("year", "threshold"),
    [(2019, 1_361_000), (2021, 1_470_000), (2022, 1_526_000), (2024, 1_608_000), (2026, 1_608_000)],
)
def test_years_without_a_source_carry_what_the_parameter_says(year: int, threshold: int) -> None:
    assert grant(year, "2015-06", threshold) == 0
    assert grant(year, "2015-06", threshold + 10) == 8


def small(people: int, tax: float, above: bool = True) -> dict[str, Any]:
    return {
        "innbyggertall": {"ETERNITY": people},
        "skattegrunnlag_andel": {"ETERNITY": tax},
        "egenandeler_over_terskelen": {"2023": above, "2020": above},
    }


@pytest.mark.parametrize(
    ("kommune", "expected"),
    [
        (small(3_199, 1.19), 0.8 * (2_608_000 - 800_000)),
        (small(3_200, 1.19), 0),
        (small(3_199, 1.2), 0),
        (small(3_199, 1.0, above=False), 0),
    ],
)
def test_official_additional_compensation(kommune: dict[str, Any], expected: float) -> None:
    """Regjeringen.no id2848690: under 3 200 inhabitants, tax under 120 per cent, 80 per cent."""
    simulation = case(2023, "2012-05", 2_608_000, kommune=kommune)
    found = simulation.calculate("tilleggskompensasjon_ressurskrevende", 2023)[0]
    assert found == pytest.approx(expected, abs=0.5)


@pytest.mark.parametrize(
    ("short", "expected"),
    [(0, 1_446_400), (808_000, 800_000), (1_808_000, 0), (3_000_000, 0), (-5, 1_446_400)],
)
def test_official_additional_compensation_is_80_per_cent_above_the_threshold(
    short: int, expected: int
) -> None:
    """Regjeringen.no id2912456: «Kommunar med høge eigendeler får dekt 80 prosent over ein
    terskelverdi». The recipient leaves 1 808 000; others fall short of the threshold."""
    kommune = {**small(3_199, 1.19), "egenandeler_mangler_pa_terskelen": {"2023": short}}
    simulation = case(2023, "2012-05", 2_608_000, kommune=kommune)
    found = simulation.calculate("tilleggskompensasjon_ressurskrevende", 2023)[0]
    assert found == pytest.approx(expected, abs=0.5)


def test_additional_compensation_begins_with_the_cost_of_2021() -> None:
    simulation = case(2020, "2012-05", 3_000_000, kommune=small(1_000, 0.9))
    assert simulation.calculate("tilleggskompensasjon_ressurskrevende", 2020)[0] == 0


@settings(max_examples=25, deadline=None)
@given(
    wages=st.integers(0, 8_000_000),
    more=st.integers(0, 500_000),
    year=st.sampled_from([2018, 2020, 2022, 2023, 2026]),
    disabled=st.booleans(),
)
def test_grant_grows_with_the_cost_and_by_less(
    wages: int, more: int, year: int, disabled: bool
) -> None:
    """Never negative, never more than 80 per cent of the cost, and monotone."""
    low = grant(year, "1999-03", wages, psykisk_utviklingshemmet=disabled)
    high = grant(year, "1999-03", wages + more, psykisk_utviklingshemmet=disabled)
    assert 0 <= low <= high <= low + 0.8 * more + 1
    assert low <= 0.8 * wages + 0.5


@settings(max_examples=20, deadline=None)
@given(wages=st.integers(0, 6_000_000), people=st.integers(1, 6_000))
def test_grant_and_addition_never_exceed_the_cost(wages: int, people: int) -> None:
    simulation = case(2023, "2012-05", wages, kommune=small(people, 0.8))
    paid = simulation.calculate("toppfinansiering", 2023)[0]
    added = simulation.calculate("tilleggskompensasjon_ressurskrevende", 2023)[0]
    assert added >= 0
    assert paid + added <= wages + 1
