"""Folding changes nothing: years after the last change of law share a law-year, and months in
which nothing changes are computed once; one by one they give the same kroner.

In the steady law-year, kroner are nominal of that law-year; G is carried on after it, so that the
price-year kroner of a calendar year must be the same whichever way it is run.
"""

from dataclasses import replace

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from strategies import (
    TODAY,
    case_of,
    cases,
    check_folding,
    check_household,
    constant,
    course,
    evaluated,
    kommune,
    per_month,
    per_year,
    person,
    steps,
)

from effektlov.accounts import evaluate, plan_of
from effektlov.case import Case, shipped_cases
from effektlov.decompose import model_of
from effektlov.given import Given
from effektlov.measures import measures
from effektlov.regime import law_years
from effektlov.session import open_case

FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
STEADY = law_years([TODAY], 2022).steady
MOTHER = person("mor", "1988-05", "forelder", lonn=per_year(430_000))


@pytest.mark.parametrize("name", sorted(shipped_cases()))
def test_shipped_case(name: str) -> None:
    # the case frozen at 2022 is also run as known, so that its years have something to fold
    case = msgspec.structs.replace(open_case(name), law_year=None)
    check_folding(TODAY, msgspec.structs.replace(case, horizon=max(4, min(case.horizon, 20))))


@pytest.mark.parametrize("measured", ["elev_pa_vei_ut", "institusjon_eller_mst"])
def test_shipped_case_with_its_measure(measured: str) -> None:
    case = msgspec.structs.replace(open_case(measured), law_year=None, start=2025, horizon=5)
    plans = plan_of(case.courses, measures()[case.measure or ""])
    model = model_of(case)
    folded = evaluate(TODAY, case, plans, model, law_years([TODAY], 2025))
    unfolded = evaluate(
        TODAY, case, plans, model, law_years([TODAY], 2025, fold=False), fold_months=False
    )
    for plan in plans:
        assert folded[plan.name].real == pytest.approx(unfolded[plan.name].real, abs=1e-6)
        assert folded[plan.name].states == unfolded[plan.name].states


@FEW
@given(cases(first=2025, longest=5))
def test_any_household(case: Case) -> None:
    check_folding(TODAY, case)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(first=2022, last=2026, longest=1))
def test_months_of_any_household(case: Case) -> None:
    check_folding(TODAY, case, tolerance=1e-8)


HOUSEHOLDS = {
    "a child born in the middle of a year": (
        MOTHER,
        person("barn", "2028-06", "barn"),
    ),
    "a child turning three, six, sixteen, eighteen in the steady years": (
        person("mor", "1988-05", "forelder", mottar_overgangsstonad_i_full=constant(1)),
        person("tre", "2026-02", "barn"),
        person("seks", "2023-07", "barn"),
        person("seksten", "2013-12", "barn"),
        person("atten", "2011-01", "barn"),
    ),
    "uføretrygd 24 months back in the middle of a steady year": (
        person(
            "a",
            "2000-02",
            "forelder",
            innvilget_uforetrygd=constant(1),
            ung_ufor=constant(1),
            uforetrygd_siden=constant(12 * 2027 + 4),
            lonn=per_year(300_000),
        ),
    ),
    "school start in August and leaving school in June": (
        MOTHER,
        person("forst", "2023-11", "barn"),
        person("sist", "2014-02", "barn"),
        person("utsatt", "2023-12", "barn", utsatt_skolestart=constant(1)),
    ),
    "kroner and statuses of named months after the steady year": (
        person(
            "a",
            "1995-02",
            "forelder",
            lonn=Given("months", ((12 * 2029 + 3, 40_000.0), (12 * 2030 + 8, 25_000.0)), 0),
            innvilget_aap=steps(m2028_05=1, m2030_02=0),
            egne_boutgifter=per_month(9_000),
        ),
        person("b", "1990-02", "forelder", lonn=Given("years", ((12 * 2029, 500_000.0),), 0)),
    ),
    "placed before 2022, in a home of the state agency": (
        MOTHER,
        person(
            "barn",
            "2015-03",
            "barn",
            plassering=constant(1),
            spesialisert_fosterhjem=constant(1),
            plassert_siden=constant(12 * 2021 + 10),
        ),
    ),
    "in prison since the middle of a steady year": (
        person(
            "a",
            "2000-02",
            "forelder",
            innvilget_uforetrygd=constant(1),
            uforetrygd_siden=constant(12 * 2020),
            i_fengsel=steps(m2029_04=1, m2029_11=0),
            soning_siden=constant(12 * 2029 + 3),
        ),
    ),
}


@pytest.mark.parametrize("household", HOUSEHOLDS)
def test_household(household: str) -> None:
    case = case_of(*HOUSEHOLDS[household], start=2026, horizon=8, place=kommune("5601"))
    check_folding(TODAY, case)
    for accounts in evaluated(TODAY, case).values():
        check_household(accounts)


def test_courses_with_dated_inputs() -> None:
    case = case_of(
        person("a", "2004-01", "forelder"),
        start=2026,
        horizon=7,
        courses=[
            course("siden", innvilget_uforetrygd=steps(m2028_09=1), ung_ufor=constant(1),
                   uforetrygd_siden=constant(12 * 2028 + 8), lonn=per_year(250_000)),
            course("jobb", lonn=Given("years", ((12 * 2030, 450_000.0),), 0)),
        ],
    )  # fmt: skip
    check_folding(TODAY, case)


def test_years_after_the_steady_one_are_not_run() -> None:
    # 40 calendar years from 2025 are the law-years 2025, 2026 and the steady one
    years = law_years([TODAY], 2025)
    assert {years.of(year) for year in range(2025, 2065)} == set(range(2025, STEADY + 1))


def test_frozen_year_holds_ages_and_amounts() -> None:
    # frozen at 2022 a child of 16 in 2022 still turns 18 in 2024: 12, 12 and no more than 1 year
    case = case_of(MOTHER, person("barn", "2006-01", "barn"), start=2022, horizon=3, law_year=2022)
    frozen = replace(TODAY, frozen=2022)
    accounts = evaluated(frozen, case)["som_i_dag"]
    at = next(i for i, line in enumerate(accounts.lines) if line.name == "barnetrygd_ordinaer")
    # 1 054 kr a month from six years, all of 2022
    assert accounts.nominal[at][:3].tolist() == [12 * 1_054, 12 * 1_054, 0]
    check_household(accounts)


PLACED_AGAIN = (
    person("mor", "1988-05", "forelder", oppfostringsbidrag_fastsatt=per_month(2_000)),
    person(
        "barn",
        "2016-10",
        "barn",
        plassering=steps(m2029_03=2),
        plassert_siden=constant(12 * 2029 + 2),
    ),
)


def _placed(start: int, horizon: int) -> Case:
    return case_of(
        *PLACED_AGAIN,
        start=start,
        horizon=horizon,
        husstand={"kommunen_krever_oppfostringsbidrag": constant(1)},
    )


def test_months_around_a_placement() -> None:
    """The parents' contribution runs from the month after the placement."""
    check_folding(TODAY, _placed(2029, 1))
    accounts = evaluated(TODAY, _placed(2029, 1))["som_i_dag"]
    at = next(i for i, line in enumerate(accounts.lines) if line.name == "oppfostringsbidrag")
    # placed in March: nine months of 2 000
    assert accounts.nominal[at, 0] == pytest.approx(9 * 2_000)


def test_years_after_a_placement_in_a_steady_year() -> None:
    check_folding(TODAY, _placed(2026, 6))


def test_placement_in_a_frozen_year_goes_on_in_the_next() -> None:
    # frozen at 2022, placed in March 2029 as before: 9 months, then 12
    case = msgspec.structs.replace(_placed(2029, 2), law_year=2022)
    accounts = evaluated(replace(TODAY, frozen=2022), case)["som_i_dag"]
    at = next(i for i, line in enumerate(accounts.lines) if line.name == "oppfostringsbidrag")
    assert accounts.real[at][:2] == pytest.approx([9 * 2_000, 12 * 2_000])


def test_dated_fact_about_the_kommune_in_a_steady_year() -> None:
    # the kommune pays 20 % above the guidance rates from 2030
    case = case_of(
        person("a", "1995-02", "forelder", soker_sosialhjelp=constant(1)),
        start=2026,
        horizon=6,
        kommune_inputs={
            "niva_av_veiledende_satser": Given("steps", ((0, 1.0), (12 * 2030, 1.2)), 0)
        },
    )
    check_folding(TODAY, case)
