"""The ledger is right, not only balanced: two independent ways to each sum.

The household's account is disposable income by the rules, here also by OpenFisca's own simulation
of one calendar year without rows, folding or our reader of months; every flow's kroner are the
rule's, or volume x unit cost with G read from the file.
"""

import datetime
from functools import cache
from typing import Any

import numpy
import pytest
from hypothesis import HealthCheck, given, settings
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from random_households import random_households
from strategies import (
    TODAY,
    case_of,
    cases,
    check_balanced,
    check_budget_lines,
    check_employer,
    check_finite,
    check_flow_rules,
    check_household,
    check_kinds,
    check_probabilities,
    constant,
    course,
    evaluated,
    kommune,
    mean_g,
    month,
    per_month,
    per_year,
    person,
    steps,
)

from effektlov.accounts import Accounts
from effektlov.case import Case, shipped_cases
from effektlov.inputs import Input, inputs_of
from effektlov.ledger import active_months, unit_price
from effektlov.life_course import life_course, propagate
from effektlov.population import simulate
from effektlov.regime import Regime, law_in_force, law_years
from effektlov.session import open_case
from effektlov.simulation import year_of

ACTORS = TODAY.records.actors
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def check_all(regime: Regime, case: Case) -> dict[str, Accounts]:
    """Every check on every course of a case."""
    years = law_years([regime], case.start)
    found = evaluated(regime, case, years=years)
    for accounts in found.values():
        check_finite(accounts)
        check_balanced(accounts, ACTORS)
        check_household(accounts)
        check_employer(accounts)
        check_flow_rules(regime, case, accounts, years)
        check_probabilities(accounts)
    return found


@pytest.mark.parametrize("name", sorted(shipped_cases()))
def test_shipped_case(name: str) -> None:
    case = open_case(name)
    check_all(law_in_force(frozen=case.law_year), case)


@SLOW
@given(cases())
def test_any_household(case: Case) -> None:
    check_all(TODAY, case)


@FEW
@given(cases(longest=1))
def test_household_account_is_what_openfisca_gives_for_the_year(case: Case) -> None:
    accounts = evaluated(TODAY, case)["som_i_dag"]
    assert accounts.sum_of(["husstand"], real=False)[0] == pytest.approx(
        by_openfisca(case, case.start), abs=0.01
    )


@pytest.mark.parametrize("name", ["alenemor_aap_finnmark", "kvp_eller_aap", "ung_ufor_i_jobb"])
def test_shipped_case_is_what_openfisca_gives_for_each_calendar_year(name: str) -> None:
    # the ledger folds years from 2027 on; OpenFisca is asked for each calendar year itself
    case = open_case(name)
    for each, accounts in evaluated(TODAY, case).items():
        inputs = next(one.inputs for one in case.courses if one.name == each)
        net = accounts.sum_of(["husstand"], real=False)
        for at, year in enumerate(range(case.start, case.start + case.horizon)):
            assert net[at] == pytest.approx(by_openfisca(case, year, inputs), abs=0.01), year


def by_openfisca(case: Case, year: int, more: Any = None) -> float:
    """Disposable income of the household by OpenFisca's own builder and simulation."""
    growth = mean_g(year) / mean_g(case.start)
    people = {
        one.name: {
            "fodselsmaned": {"ETERNITY": one.born},
            "fodselskohort": {"ETERNITY": one.born},
            **_stated(
                "person", {**one.inputs, **((more or {}) if one.focus else {})}, year, growth
            ),
        }
        for one in case.persons
    }
    roles = {"forelder": "foreldre", "barn": "barna", "annen": "andre"}
    home: dict[str, Any] = _stated("husstand", case.husstand, year, growth)
    for one in case.persons:
        home.setdefault(roles[one.role], []).append(one.name)
    known = inputs_of("kommune")
    place = {
        name: {"ETERNITY": _typed(known[name], _cell(known[name], text))}
        for name, text in case.kommune.cells.items()
        if name in known
    }
    simulation = SimulationBuilder().build_from_entities(
        TODAY.system,
        {
            "personer": people,
            "husstander": {"h": home},
            "kommuner": {
                "k": {
                    "innbyggere": list(people),
                    "kommunenummer": {"ETERNITY": int(case.kommune.number)},
                    **place,
                }
            },
            "fylkeskommuner": {"f": {"fylkesinnbyggere": list(people)}},
        },
    )
    return float(simulation.calculate("disponibel_inntekt", str(year)).sum())


def _cell(declared: Input, text: str) -> float:
    return float(declared.enum_names.index(text)) if declared.enum_names else float(text)


def _stated(entity: str, inputs: Any, year: int, growth: float) -> dict[str, Any]:
    known = inputs_of(entity)
    found: dict[str, Any] = {}
    for name, stated in inputs.items():
        declared = known[name]
        factor = growth if stated.uprated else 1.0
        if declared.of_month:
            found[name] = {"ETERNITY": int(stated.values[0][1])}
        elif declared.definition_period == DateUnit.MONTH:
            found[name] = {
                f"{year}-{number + 1:02d}": _typed(declared, value * factor)
                for number, value in enumerate(stated.months(year, declared.default))
            }
        else:
            period = str(year) if declared.definition_period == DateUnit.YEAR else "ETERNITY"
            found[name] = {period: _typed(declared, stated.year(year) * factor)}
    return found


def _typed(declared: Input, value: float) -> Any:
    if declared.value_type is Enum:
        return declared.enum_names[int(value)]
    return declared.value_type(value)


# --- every flow, at least once ---

MOTHER = person("mor", "1990-03", "forelder", focus=True, lonn=per_year(430_000))
BUFETAT_AWAY = {"bufetat_tilbyr_plass": constant(0)}
IN_FOSTER, IN_INSTITUTION = constant(1), constant(2)
EVERY_FLOW = {
    "institution": (
        person("barn", "2011-05", "barn", plassering=IN_INSTITUTION),
        person("ungdom", "2008-05", "barn", plassering=IN_INSTITUTION, elev_i_vgo=constant(1)),
        person("kommunens", "2012-05", "barn", plassering=IN_INSTITUTION, **BUFETAT_AWAY),
    ),
    "foster homes": (
        person("vanlig", "2014-02", "barn", plassering=IN_FOSTER),
        person("styrket", "2015-02", "barn", plassering=IN_FOSTER,
               fosterhjem_forsterkning=per_month(30_000)),
        person("statlig", "2013-02", "barn", plassering=IN_FOSTER,
               spesialisert_fosterhjem=constant(1)),
        person("kjopt", "2013-08", "barn", plassering=IN_FOSTER,
               spesialisert_fosterhjem=constant(1), **BUFETAT_AWAY),
    ),
    "help at home": (
        person("mst", "2011-01", "barn", har_mst=constant(1), i_bup=constant(1)),
        person("mst_selv", "2011-07", "barn", har_mst=constant(1), bufetat_tilbyr_mst=constant(0)),
        person("hjelp", "2016-07", "barn", har_hjelpetiltak=constant(1)),
        person("etter", "2005-07", "barn", ettervern=constant(1)),
    ),
    "centre, residential": (
        person("liten", "2025-02", "barn", i_senter_for_foreldre_og_barn=constant(1)),
    ),
    "centre, residential, the kommune's": (
        person("liten", "2025-02", "barn", i_senter_for_foreldre_og_barn=constant(1),
               **BUFETAT_AWAY),
    ),
    "school and work": (
        person("elev", "2009-02", "barn", elev_i_vgo=constant(1)),
        person("laerling", "2008-02", "barn", laerling=constant(1), lonn=per_year(180_000)),
        person("utenfor", "2007-02", "barn", utenfor_opplaering_og_arbeid=constant(1)),
        person("student", "2004-02", "barn", i_hoyere_utdanning=constant(1)),
        person("fange", "2003-02", "barn", i_fengsel=constant(1)),
    ),
}  # fmt: skip
PARENTS = {
    "foster homes": (
        person("mor", "1990-03", "forelder", focus=True, lonn=per_year(700_000),
               kapitalinntekt=per_year(60_000), oppfostringsbidrag_fastsatt=per_month(3_000)),
    ),
    "help at home": (
        person("mor", "1985-03", "forelder", focus=True, innvilget_uforetrygd=constant(1),
               uforetrygd_grunnlag_g=constant(5), inntekt_for_uforhet_g=constant(6)),
        person("far", "1985-03", "forelder", innvilget_aap=constant(1), aap_grunnlag_g=constant(3)),
    ),
    "centre, residential": (
        person("mor", "1999-03", "forelder", focus=True, mottar_overgangsstonad_i_full=constant(1),
               soker_sosialhjelp=constant(1)),
    ),
    "school and work": (
        person("mor", "1985-03", "forelder", focus=True, innvilget_kvp=constant(1)),
        person("far", "1985-03", "forelder",
               innvilget_dagpenger=constant(1), dagpengegrunnlag_fastsatt=per_month(30_000)),
    ),
}  # fmt: skip
POPULATION_YEARS = range(2019, 2027)
HUSSTAND: dict[str, Any] = {"foster homes": {"kommunen_krever_oppfostringsbidrag": constant(1)}}


def _everyone(name: str, **more: Any) -> Case:
    people = (*PARENTS.get(name, (MOTHER,)), *EVERY_FLOW[name])
    return case_of(
        *people,
        start=2026,
        horizon=2,
        place=kommune("5601"),
        husstand={**HUSSTAND.get(name, {}), **more},
    )


@cache
def by_household(year: int) -> tuple[dict[str, Any], Any]:
    """Kroner of every flow in each of 3 000 random households, and their disposable income."""
    population = random_households(3_000, year, seed=year, stated=0.25, oldest=45)
    simulation = simulate(TODAY, population, year)
    household = simulation.populations["husstand"]
    kroner = {}
    for name, flow in TODAY.flows.items():
        rule = flow.amount or flow.volume
        months = active_months(year, flow.from_, flow.to)
        if not months:
            values = numpy.zeros(len(population))
        elif TODAY.system.variables[rule].definition_period == DateUnit.MONTH:
            values = simulation.add_months(rule, months)
        else:
            values = simulation.calculate(rule, year_of(year)) * (len(months) / 12)
        of_persons = len(values) == len(population.role)
        kroner[name] = (household.sum(values) if of_persons else values) * flow.share
    return kroner, simulation.calculate("disponibel_inntekt", year_of(year))


def test_every_flow_of_the_law_carries_kroner_somewhere() -> None:
    at_home = {"senter_er_hjemmebasert": constant(1)}
    written = [
        *(_everyone(name) for name in EVERY_FLOW),
        _everyone("centre, residential", senter_utredning=constant(1)),
        _everyone("centre, residential", senter_utredning=constant(1), **at_home),
        _everyone("centre, residential, the kommune's", **at_home),
        # a fortune; heavy care; top-up funding of a small kommune, paid the year after
        case_of(
            person(
                "mor",
                "1985-03",
                "forelder",
                netto_formue=per_year(10_000_000),
                saerlig_tyngende_omsorgsarbeid=constant(1),
                omsorgsstonad_innvilget=per_month(9_000),
            ),
            person("barn", "2014-03", "barn", netto_lonnsutgifter=per_year(4_000_000)),
            place=kommune("1114"),
            horizon=2,
            kommune_inputs={"egenandeler_over_terskelen": constant(1)},
        ),
        # a kommune with enough minority-language children in its kindergartens
        case_of(
            person("mor", "1985-03", "forelder"),
            person(
                "barn",
                "2021-03",
                "barn",
                minoritetsspraklig_barn=constant(1),
                bruker_av_barnehage=constant(1),
            ),
            start=2025,
            kommune_inputs={
                "barn_i_ordinaere_barnehager": constant(500),
                "minoritetsspraklige_i_barnehagene": constant(60),
                "norsktilskudd_til_kommunen": per_year(300_000),
            },
        ),
        # until 2021 the state refunded what a foster home cost above a rate
        case_of(MOTHER, *EVERY_FLOW["foster homes"], start=2021),
    ]
    reached: set[str] = set()
    for case in written:
        accounts = check_all(TODAY, case)["som_i_dag"]
        reached |= {
            line.name
            for line, values in zip(accounts.lines, accounts.nominal, strict=True)
            if numpy.abs(values).max() > 0
        }
    for year in POPULATION_YEARS:
        reached |= {name for name, values in by_household(year)[0].items() if values.any()}
    assert set(TODAY.flows) - reached == set()


@pytest.mark.parametrize("year", POPULATION_YEARS)
def test_the_household_account_is_disposable_income_for_random_households(year: int) -> None:
    kroner, disposable = by_household(year)
    account = sum(
        (flow.payee == "husstand") * kroner[name] - (flow.payer == "husstand") * kroner[name]
        for name, flow in TODAY.flows.items()
    )
    assert numpy.abs(account - disposable).max() <= 0.01


# --- one figure, by hand ---


def test_a_wage_and_two_children_by_hand() -> None:
    # Bergen 2025, wage 600 000, two parents, children of 3 and 8 all year.
    # barnetrygd: 1 766 kr from September 2024, 1 968 kr from May 2025, whatever the age:
    #   2 x (4 x 1 766 + 8 x 1 968) = 2 x 22 808 = 45 616
    case = case_of(
        person("mor", "1990-03", "forelder", focus=True, lonn=per_year(600_000)),
        person("far", "1990-03", "forelder"),
        person("eldst", "2017-01", "barn"),
        person("yngst", "2022-01", "barn"),
        start=2025,
        place=kommune("4601"),
    )
    accounts = check_all(TODAY, case)["som_i_dag"]
    kroner = {
        line.name: float(values[0])
        for line, values in zip(accounts.lines, accounts.nominal, strict=True)
        if values[0]
    }
    assert kroner["barnetrygd_ordinaer"] == 45_616
    assert kroner["lonn"] == 600_000
    # zone I: 14.1 % of the wage
    assert kroner["arbeidsgiveravgift"] == pytest.approx(84_600)
    assert kroner["verdiskaping"] == pytest.approx(684_600)
    taxes = ("skatt_kommune", "skatt_fylkeskommune", "skatt_fellesskatt", "trinnskatt")
    tax = sum(kroner[name] for name in (*taxes, "trygdeavgift"))
    assert accounts.sum_of(["husstand"])[0] == pytest.approx(600_000 + 45_616 - tax)
    # what all public purses receive is all tax less the benefit and two school years' cost
    assert accounts.sum_of(name for name, actor in ACTORS.items() if actor.public)[
        0
    ] == pytest.approx(tax + 84_600 - 45_616 - kroner["grunnskole"])


def test_undated_kroner_follow_g_and_are_steady_in_price_year_kroner() -> None:
    # a wage of 500 000 in 2025 is 500 000 x G(2026) / G(2025) nominal in 2026, and 500 000 in real
    case = case_of(
        person("a", "1990-03", "forelder", lonn=per_year(500_000)), start=2025, horizon=2
    )
    accounts = evaluated(TODAY, case)["som_i_dag"]
    wage = next(i for i, line in enumerate(accounts.lines) if line.name == "lonn")
    assert accounts.nominal[wage][:2] == pytest.approx(
        [500_000, 500_000 * 134419.33 / 128116], rel=1e-6
    )
    assert accounts.real[wage][:2] == pytest.approx([500_000, 500_000])
    # G: (4 x 124 028 + 8 x 130 160) / 12 = 128 116; (4 x 130 160 + 8 x 136 549) / 12 = 134 419.33
    assert mean_g(2025) == pytest.approx(128_116)


def test_a_service_is_volume_times_unit_cost_by_hand() -> None:
    # five months in an institution at 473 000 kr a month in prices of 2022, run in 2022
    case = case_of(
        MOTHER,
        person("barn", "2008-09", "barn", plassering=steps(m2022_03=2, m2022_08=0)),
        start=2022,
    )
    accounts = check_all(TODAY, case)["som_i_dag"]
    cost = TODAY.records.unit_costs["barnevernsinstitusjon_maned"]
    run = next(line for line in accounts.lines if line.name == "institusjon_drift")
    kroner = accounts.nominal[accounts.lines.index(run), 0]
    assert kroner == pytest.approx(5 * cost.value * mean_g(2022) / mean_g(cost.price_year))
    assert unit_price(TODAY, cost, cost.price_year) == cost.value


def test_cost_stated_by_year_counts_a_twelfth_each_month() -> None:
    # a prison place is priced by year; three months of it are a quarter
    case = case_of(
        person("a", "2000-01", "forelder", i_fengsel=steps(m2026_01=1, m2026_04=0)), start=2026
    )
    accounts = evaluated(TODAY, case)["som_i_dag"]
    cost = TODAY.records.unit_costs["fengselsplass"]
    assert cost.unit == "kr/year"
    at = next(i for i, line in enumerate(accounts.lines) if line.name == "fengselsopphold")
    whole = cost.value * mean_g(2026) / mean_g(cost.price_year)
    assert accounts.nominal[at, 0] == pytest.approx(whole * 3 / 12)


# --- what flows there may be ---


def test_kinds_and_budget_lines_of_every_flow() -> None:
    check_kinds(TODAY.flows, ACTORS)
    check_budget_lines(TODAY.flows)


@pytest.mark.parametrize(
    ("start", "end", "counted"),
    [
        (None, None, 12),
        ("2027-01-01", None, 12),
        ("2027-04-01", None, 9),
        ("2027-04-02", None, 8),  # not in force on 1 April
        (None, "2027-09-30", 9),
        (None, "2027-08-31", 8),
        ("2027-03-01", "2027-03-31", 1),
        ("2028-01-01", None, 0),
        (None, "2026-12-31", 0),
    ],
)
def test_months_that_a_dated_flow_counts(start: str | None, end: str | None, counted: int) -> None:
    dates = [datetime.date.fromisoformat(text) if text else None for text in (start, end)]
    assert len(active_months(2027, *dates)) == counted


def test_course_inputs_hold_for_the_focus_person_alone() -> None:
    case = case_of(
        person("a", "2004-01", "forelder", focus=True),
        person("b", "2000-01", "forelder"),
        start=2026,
        courses=[course("uten"), course("med", lonn=per_year(300_000))],
    )
    found = check_all(TODAY, case)
    wage = next(i for i, line in enumerate(found["med"].lines) if line.name == "lonn")
    assert found["uten"].nominal[wage, 0] == 0
    assert found["med"].nominal[wage, 0] == pytest.approx(300_000)


def test_month_numbers() -> None:
    assert month("2026-08") == 12 * 2026 + 7


def test_public_net_by_row_weighed_by_its_probability_is_the_public_account() -> None:
    case = open_case("elev_pa_vei_ut", horizon=6)
    accounts = evaluated(TODAY, case)["uten_hjelp"]
    public = accounts.sum_of(name for name, actor in ACTORS.items() if actor.public)
    chances = propagate(
        life_course(), case.courses[0], born=case.focus.born, start=case.start, horizon=6
    )
    for at, year in enumerate(range(case.start, case.start + 6)):
        rows = accounts.public_by_row[year]
        weighed = sum(chance * rows[key] for key, chance in chances[year].items())
        assert weighed == pytest.approx(public[at], abs=0.01)
