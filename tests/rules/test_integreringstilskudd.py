"""The integration grant by the calendar year, and the special grant for an unaccompanied minor."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

ETERNAL = (
    "familie_til_humanitaert_opphold",
    "bosatt_som_enslig_voksen",
    "bosatt_som_enslig_mindrearig",
)


def index(month: str) -> int:
    year, number = (int(part) for part in month.split("-"))
    return 12 * year + number - 1


def refugee(
    settled: str | None, year: int, *, born: str = "2001-05", permit: bool = True, **facts: Any
) -> Simulation:
    """One person settled in a month, with a permit that gives the grant in the year."""
    inputs: dict[str, Any] = {"utloser_integreringstilskudd": {str(year): permit}}
    if settled:
        inputs["bosatt_siden"] = {"ETERNITY": index(settled)}
    for name, given_value in facts.items():
        inputs[name] = {"ETERNITY" if name in ETERNAL else str(year): given_value}
    return household({"p": {"born": born, **inputs}}, andre=["p"])


def value(case: Simulation, name: str, year: int) -> float:
    return float(case.calculate(name, str(year))[0])


@pytest.mark.parametrize(
    ("how", "amount"),
    [
        ({}, 185000),
        ({"bosatt_som_enslig_voksen": True}, 235000),
        ({"bosatt_som_enslig_mindrearig": True}, 185000),
    ],
)
def test_official_rates_of_the_first_year_2017(how: dict[str, bool], amount: float) -> None:
    """imdi.no, bosetting og kommuneøkonomi: the rates of 2017, carried to 2019."""
    assert value(refugee("2019-06", 2019, **how), "integreringstilskudd", 2019) == amount


@pytest.mark.parametrize(
    ("year", "amount"),
    [(2020, 230000), (2021, 167000), (2022, 84000), (2023, 70500), (2024, 0)],
)
def test_official_rates_of_years_two_to_five(year: int, amount: float) -> None:
    """imdi.no: 230 000, 167 000, 84 000 and 70 500 (2017); settled in 2019, year 6 is 2024."""
    assert value(refugee("2019-06", year), "integreringstilskudd", year) == amount


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025, 2026])
def test_first_year_from_2022(year: int) -> None:
    """194 400, and 241 100 for a single adult; the newest rates found, carried on."""
    assert value(refugee(f"{year}-11", year), "integreringstilskudd", year) == 194400
    single = refugee(f"{year}-11", year, bosatt_som_enslig_voksen=True)
    assert value(single, "integreringstilskudd", year) == 241100


@pytest.mark.parametrize("month", ["2023-01", "2023-12"])
def test_year_one_is_the_calendar_year_of_settlement(month: str) -> None:
    assert value(refugee(month, 2023), "integreringstilskudd_ar", 2023) == 1
    assert value(refugee(month, 2024), "integreringstilskudd_ar", 2024) == 2
    assert value(refugee(month, 2022), "integreringstilskudd_ar", 2022) == 0


def test_nothing_without_settlement_or_permit() -> None:
    assert value(refugee(None, 2023), "integreringstilskudd", 2023) == 0
    assert value(refugee("2023-02", 2023, permit=False), "integreringstilskudd", 2023) == 0


@pytest.mark.parametrize(("year", "number"), [(2021, 1), (2023, 3), (2024, 0)])
def test_family_of_a_humanitarian_permit_counts_three_years(year: int, number: int) -> None:
    case = refugee("2021-04", year, familie_til_humanitaert_opphold=True)
    assert value(case, "integreringstilskudd_ar", year) == number


@pytest.mark.parametrize(
    ("born", "amount"), [("2017-10", 27800), ("2017-09", 0), ("2023-09", 27800)]
)
def test_kindergarten_grant_under_six_at_settlement(born: str, amount: float) -> None:
    """Settled in September 2023: born in October 2017 is five, in September 2017 six."""
    case = refugee("2023-09", 2023, born=born)
    assert value(case, "barnehagetilskudd_flyktning", 2023) == amount


@pytest.mark.parametrize(
    ("born", "amount"),
    [("2007-12", 1118000), ("2006-12", 705000), ("2003-01", 705000), ("2002-12", 0)],
)
def test_special_grant_by_the_age_reached(born: str, amount: float) -> None:
    """KS, statsbudsjettet 2023: 1 118 000 to the year of turning 16, 705 000 to the year of 20."""
    case = refugee("2020-02", 2023, born=born, bosatt_som_enslig_mindrearig=True)
    assert value(case, "saerskilt_tilskudd_enslig_mindrearig", 2023) == amount


@pytest.mark.parametrize(("month", "months"), [("2023-01", 12), ("2023-12", 1), ("2024-01", 0)])
def test_special_grant_from_the_month_of_settlement(month: str, months: int) -> None:
    case = refugee(month, 2023, born="2010-05", bosatt_som_enslig_mindrearig=True)
    expected = 1118000 * months / 12
    assert value(case, "saerskilt_tilskudd_enslig_mindrearig", 2023) == pytest.approx(expected)


def test_grants_for_a_serious_disability() -> None:
    case = refugee(
        "2023-02",
        2023,
        innvilget_funksjonsevnetilskudd_1=True,
        innvilget_funksjonsevnetilskudd_2_utgifter=1520001.0,
    )
    assert value(case, "funksjonsevnetilskudd_1", 2023) == 196400
    assert value(case, "funksjonsevnetilskudd_2", 2023) == 1520000


@given(
    settled=st.integers(index("2012-01"), index("2030-12")),
    year=st.integers(2019, 2026),
    single=st.booleans(),
    minor=st.booleans(),
)
@settings(max_examples=40, deadline=None)
def test_five_years_and_never_negative(settled: int, year: int, single: bool, minor: bool) -> None:
    month = f"{settled // 12}-{settled % 12 + 1:02d}"
    case = refugee(month, year, bosatt_som_enslig_voksen=single, bosatt_som_enslig_mindrearig=minor)
    grant = value(case, "integreringstilskudd", year)
    inside = settled // 12 <= year <= settled // 12 + 4
    assert (grant > 0) == inside
    assert 0 <= grant <= 241100
