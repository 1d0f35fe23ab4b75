"""Which law a year has: dated changes, reforms, flows with dates, cohorts and fixed dates."""

import datetime
from dataclasses import replace

import msgspec
import numpy
import pytest
from openfisca_core.periods import DateUnit
from strategies import (
    TODAY,
    case_of,
    constant,
    evaluated,
    month,
    per_year,
    person,
    reform_of,
    with_rules,
)

from effektlov.accounts import Accounts
from effektlov.case import Case
from effektlov.errors import ReformError
from effektlov.law import Flow, Label, LegalBasis
from effektlov.reform import apply_reforms
from effektlov.regime import LawYears, Regime, law_in_force, law_years
from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_years
from effektlov.rules.rule import Rule, rule

MOTHER = person("mor", "1988-05", "forelder")
FATHER = person("far", "1988-05", "forelder")
CHILD = person("barn", "2018-01", "barn")
ACT = LegalBasis(act="prøveloven", section="§ 1", href="https://lovdata.no")


LAG = max(flow.lag_years for flow in TODAY.flows.values())
"""Years that the accounts go on after the horizon, for what is paid later."""


def kroner(accounts: Accounts, name: str) -> list[float]:
    """Nominal kroner by year of one flow."""
    at = next(i for i, line in enumerate(accounts.lines) if line.name == name)
    years = len(accounts.nominal[at]) - LAG
    return [round(float(value), 6) for value in accounts.nominal[at][:years]]


def reformed(*blocks: str, in_force: str = "2027-01-01") -> Regime:
    """The law with one reform of these blocks."""
    return apply_reforms(TODAY, [reform_of(blocks, in_force)])


def with_flow(regime: Regime, name: str, **fields: object) -> Regime:
    """The regime with one more flow, from the state to the household."""
    flow = Flow(
        label=Label(name, name),
        kind="transfer",
        payer="stat.tilskudd",
        payee="husstand",
        legal_basis=ACT,
        **fields,  # type: ignore[arg-type]
    )
    return replace(regime, flows={**regime.flows, name: flow})


def family(start: int = 2026, horizon: int = 3) -> Case:
    """Two parents and a child of eight in 2026."""
    return case_of(MOTHER, FATHER, CHILD, start=start, horizon=horizon)


def in_order(regime: Regime, case: Case) -> Accounts:
    """Its only course."""
    return evaluated(regime, case)["som_i_dag"]


# barnetrygd: 1 968 kr in January 2026, 2 012 kr from February 2026
BENEFIT_2026 = 1_968 + 11 * 2_012


def test_reform_in_force_from_2027() -> None:
    # 3 000 kr a month from January 2027: 12 x 3 000 = 36 000 from then, nothing before
    after = reformed("parameter: {name: familie.barnetrygd.ordinaer, value: 3000}")
    accounts = in_order(after, family())
    assert kroner(accounts, "barnetrygd_ordinaer") == [BENEFIT_2026, 36_000, 36_000]
    # the law in force is not touched by it
    assert kroner(in_order(TODAY, family()), "barnetrygd_ordinaer") == [
        BENEFIT_2026,
        12 * 2_012,
        12 * 2_012,
    ]


def test_change_of_law_in_july_counts_half_a_year_and_fully_after() -> None:
    after = reformed(
        "parameter: {name: familie.barnetrygd.ordinaer, value: 3012}", in_force="2027-07-01"
    )
    # 1 000 kr more a month: 6 000 in 2027, 12 000 in 2028 and 2029
    with_reform = kroner(in_order(after, family(2026, 4)), "barnetrygd_ordinaer")
    before = kroner(in_order(TODAY, family(2026, 4)), "barnetrygd_ordinaer")
    assert numpy.subtract(with_reform, before).tolist() == [0, 6_000, 12_000, 12_000]
    # the year of the change is no steady year: 2028 is
    assert law_years([TODAY, after], 2026) == LawYears(2026, 2028)


def test_change_of_law_within_a_month_counts_from_the_next() -> None:
    # rules read the 1st of the month: from 15 October it is November and December
    after = reformed(
        "parameter: {name: familie.barnetrygd.ordinaer, value: 3012}", in_force="2027-10-15"
    )
    with_reform = kroner(in_order(after, family()), "barnetrygd_ordinaer")
    before = kroner(in_order(TODAY, family()), "barnetrygd_ordinaer")
    assert numpy.subtract(with_reform, before).tolist() == [0, 2_000, 12_000]


def test_flow_with_dates_in_the_middle_of_years_counts_their_months() -> None:
    # the child benefit once more, April 2027 to September 2028: 9 and 9 months of 2 012
    regime = with_flow(
        TODAY,
        "ekstra",
        amount="barnetrygd_ordinaer",
        from_=datetime.date(2027, 4, 1),
        to=datetime.date(2028, 9, 30),
    )
    found = kroner(in_order(regime, family(2026, 4)), "ekstra")
    assert found == [0, 9 * 2_012, 9 * 2_012, 0]
    assert law_years([regime], 2026) == LawYears(2026, 2029)


def test_flow_of_a_yearly_rule_with_dates_counts_its_share_of_the_year() -> None:
    # a wage of 120 000 a year (kroner of 2027): April to December 2027 is 9/12
    case = case_of(person("a", "1990-01", "forelder", lonn=per_year(120_000)), start=2027)
    regime = with_flow(TODAY, "ekstra", amount="lonn_i_aret", from_=datetime.date(2027, 4, 1))
    assert kroner(in_order(regime, case), "ekstra") == [90_000]


def test_flow_block_of_a_reform_moves_the_payer_in_the_middle_of_the_year() -> None:
    after = reformed("flow: {id: barnetrygd_ordinaer, payer: kommune.bolig}", in_force="2027-07-01")
    accounts = in_order(after, family())
    assert kroner(accounts, "barnetrygd_ordinaer") == [BENEFIT_2026, 6 * 2_012, 0]
    assert kroner(accounts, "barnetrygd_ordinaer:prove") == [0, 6 * 2_012, 12 * 2_012]
    assert accounts.sum_of(["kommune.bolig"], real=False)[:-LAG] == pytest.approx(
        [0, -6 * 2_012, -12 * 2_012]
    )


def test_co_finance_divides_a_flow_from_its_date() -> None:
    after = reformed(
        "co_finance: {flow: barnetrygd_ordinaer, payer: kommune.bolig, share: 0.25, "
        "legal_basis: prøveloven § 1}"
    )
    accounts = in_order(after, family())
    assert accounts.sum_of(["kommune.bolig"], real=False)[:-LAG] == pytest.approx(
        [0, -0.25 * 12 * 2_012, -0.25 * 12 * 2_012]
    )
    assert accounts.sum_of(["stat.familieytelser"], real=False)[:-LAG] == pytest.approx(
        [-BENEFIT_2026, -0.75 * 12 * 2_012, -0.75 * 12 * 2_012]
    )


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("first", ["co_finance", "flow"])
def test_two_blocks_on_one_flow_are_refused(turned: bool, first: str) -> None:
    share = (
        "co_finance: {flow: barnetrygd_ordinaer, payer: kommune.bolig, share: 0.25, "
        "legal_basis: prøveloven § 1}"
    )
    other = {
        "co_finance": share.replace("kommune.bolig", "kommune.fritid"),
        "flow": "flow: {id: barnetrygd_ordinaer, payer: kommune.fritid}",
    }[first]
    blocks = [other, share] if turned else [share, other]
    with pytest.raises(ReformError, match="two blocks change the flow 'barnetrygd_ordinaer'"):
        reformed(*blocks)


# --- what a year has ---


def test_steady_year_is_the_first_full_calendar_year_after_the_last_change() -> None:
    last_year, last_month = max(TODAY.change_dates())
    steady = last_year if last_month == 1 else last_year + 1
    years = law_years([TODAY], 2022)
    assert years == LawYears(2022, steady)
    assert [years.of(year) for year in (2022, steady - 1, steady, steady + 1, 2070)] == [
        2022,
        steady - 1,
        steady,
        steady,
        steady,
    ]


def test_reform_in_january_is_steady_at_once_and_shared_by_what_is_compared() -> None:
    after = reformed(
        "parameter: {name: familie.barnetrygd.ordinaer, value: 1}", in_force="2031-01-01"
    )
    assert law_years([TODAY, after], 2026) == law_years([after, TODAY], 2026)
    assert law_years([TODAY, after], 2026).steady == 2031


def test_reform_without_a_change_of_rules_is_its_own_period_too() -> None:
    after = reformed("frame_transfer: none", in_force="2030-05-01")
    assert law_years([after], 2026).steady == 2031


def test_first_year_after_every_change_is_the_steady_one() -> None:
    assert law_years([TODAY], 2040) == LawYears(2040, 2040)


def test_frozen_law_is_one_year_for_all() -> None:
    years = law_years([law_in_force(frozen=2022)], 2030)
    assert {years.of(year) for year in range(2030, 2060)} == {2022}


def test_without_folding_each_year_has_its_own_law() -> None:
    years = law_years([TODAY], 2026, fold=False)
    assert [years.of(year) for year in (2026, 2040, 2090)] == [2026, 2040, 2090]


# --- cohorts and fixed dates ---


@rule(
    nb="Kohortstøtte",
    en="Cohort benefit",
    section="prøveloven § 1",
    href="https://lovdata.no",
)
class kohortstotte(Rule):
    """100 kr a month to those born from January 2010."""

    value_type = float
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period, parameters):
        return 100.0 * (person("fodselskohort", period) >= 12 * 2010)


def test_law_for_a_birth_cohort_does_not_reach_the_next() -> None:
    # siblings born in December 2009 and January 2010; 12 x 100 kr to the younger, every year of 30
    regime = with_flow(with_rules(TODAY, kohortstotte), "kohort", amount="kohortstotte")
    for born, yearly in (("2009-12", 0), ("2010-01", 1_200)):
        case = case_of(MOTHER, person("barn", born, "barn"), start=2026, horizon=30)
        assert kroner(in_order(regime, case), "kohort") == [yearly] * 30, born


def test_cohort_is_kept_in_a_frozen_year_too() -> None:
    regime = with_flow(with_rules(TODAY, kohortstotte), "kohort", amount="kohortstotte")
    regime = replace(regime, frozen=2024)
    case = case_of(MOTHER, person("barn", "2009-12", "barn"), start=2026, horizon=3, law_year=2024)
    assert kroner(in_order(regime, case), "kohort") == [0, 0, 0]


@rule(nb="Aldersstøtte", en="By age", section="prøveloven § 2", href="https://lovdata.no")
class aldersstotte(Rule):
    """A krone a month for each year of age: ages follow a row into its law-year."""

    value_type = float
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period, parameters):
        return 1.0 * age_in_years(person, period)


def test_ages_go_on_in_the_steady_law_year() -> None:
    # born in July 2020: six months of 5 and six of 6 in 2026, which is 66; 12 more each year
    regime = with_flow(with_rules(TODAY, aldersstotte), "alder", amount="aldersstotte")
    case = case_of(person("a", "2020-07", "barn"), start=2026, horizon=20)
    assert kroner(in_order(regime, case), "alder") == [66 + 12 * year for year in range(20)]


@pytest.mark.parametrize(
    ("placed", "rate"),
    [
        ("2021-11", "spesialisert_fosterhjem_plassert_for_2022"),
        ("2022-02", "spesialisert_fosterhjem"),
    ],
)
def test_date_of_placement_stands_still(placed: str, rate: str) -> None:
    # a child placed before 2022 keeps the old egenandel as long as the placement lasts, and one
    # placed in 2022 never gets it, however far the folded years reach
    case = case_of(
        MOTHER,
        person(
            "barn",
            "2017-03",
            "barn",
            plassering=constant(1),
            spesialisert_fosterhjem=constant(1),
            plassert_siden=constant(month(placed)),
        ),
        start=2028,
        horizon=7,
    )
    law = TODAY.system.get_parameters_at_instant("2028-01-01").barnevern.egenandel
    yearly = 12 * float(getattr(law, rate))
    found = kroner(in_order(TODAY, case), "egenandel_spesialisert_fosterhjem")
    assert found == [pytest.approx(yearly)] * 7
    assert law.spesialisert_fosterhjem_plassert_for_2022 != law.spesialisert_fosterhjem


def test_school_year_begins_in_august_of_a_steady_year() -> None:
    # born in 2024: begins in August of the year of turning six, 2030: five months, then twelve
    case = case_of(MOTHER, person("barn", "2024-03", "barn"), start=2029, horizon=3)
    found = in_order(TODAY, case).watched["grunnskoleplass_kommune"]
    assert found.tolist() == [0, 5, 12]


def test_reading_of_dates_of_flows() -> None:
    flow = Flow(
        label=Label("a", "a"),
        kind="transfer",
        payer="stat.tilskudd",
        payee="husstand",
        legal_basis=ACT,
        amount="barnetrygd",
    )
    dated = msgspec.structs.replace(flow, to=datetime.date(2030, 12, 31))
    regime = replace(TODAY, flows={"en": dated})
    assert (2031, 1) in regime.change_dates()
