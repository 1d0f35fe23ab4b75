"""Planted faults: each is put into a copy of the law or the engine, and a check must find it.

The checks are those that the tests of the ledger, of folding and of the law run on the true law;
each test also runs its check on the law without the fault, so that what it finds is the fault.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import msgspec
import numpy
import pytest
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD
from openfisca_core.variables import Variable
from strategies import (
    TODAY,
    case_of,
    check_balanced,
    check_budget_lines,
    check_employer,
    check_finite,
    check_floats,
    check_flow_rules,
    check_folding,
    check_household,
    check_kinds,
    check_probabilities,
    constant,
    evaluated,
    kommune,
    month,
    per_year,
    person,
    with_rules,
)

from effektlov import ledger, life_course, plans
from effektlov.case import Case
from effektlov.changes import ParameterChanges
from effektlov.errors import EvidenceError, LawError
from effektlov.law import Flow, Label, LegalBasis
from effektlov.regime import Regime, law_years
from effektlov.rules.entities import Husstand, Person
from effektlov.rules.rule import Rule, rule
from effektlov.session import open_case

ACTORS = TODAY.records.actors
FAMILY = case_of(
    person("mor", "1988-05", "forelder", lonn=per_year(430_000)),
    person("barn", "2014-03", "barn", plassering=constant(0)),
    start=2025,
    horizon=2,
)
PLACED = case_of(
    person("mor", "1988-05", "forelder", lonn=per_year(430_000)),
    person("barn", "2011-03", "barn", plassering=constant(2)),
    start=2025,
    horizon=2,
)


def with_flows(**changed: Flow | None) -> Regime:
    """The law with flows replaced or added, or taken away (None)."""
    flows = {name: flow for name, flow in TODAY.flows.items() if changed.get(name, flow)}
    return replace(TODAY, flows=flows | {name: flow for name, flow in changed.items() if flow})


def of_household(regime: Regime, case: Case) -> None:
    """The household's account against the rules."""
    for accounts in evaluated(regime, case).values():
        check_household(accounts)


def of_flows(regime: Regime, case: Case) -> None:
    """Every flow's kroner against its rule, volume and unit cost."""
    years = law_years([regime], case.start)
    for accounts in evaluated(regime, case, years=years).values():
        check_flow_rules(regime, case, accounts, years)


def of_employer(regime: Regime, case: Case) -> None:
    """What is left with the employer."""
    for accounts in evaluated(regime, case).values():
        check_employer(accounts)


def finds(check: Callable[..., None], *good: Any, bad: Mapping[int, Any]) -> None:
    """The check passes on the law and fails with the fault, given by position."""
    check(*good)
    with pytest.raises(AssertionError):
        check(*(bad.get(position, value) for position, value in enumerate(good)))


BENEFIT = TODAY.flows["barnetrygd_ordinaer"]
PLACE = TODAY.flows["institusjon_drift"]
TAX = TODAY.flows["trinnskatt"]
EMPLOYER_TAX = TODAY.flows["arbeidsgiveravgift"]


# 1: a flow missing


def test_missing_benefit_is_found_by_the_household() -> None:
    finds(of_household, TODAY, FAMILY, bad={0: with_flows(barnetrygd_ordinaer=None)})


def test_missing_service_is_found_by_its_volume() -> None:
    finds(of_flows, TODAY, PLACED, bad={0: with_flows(institusjon_drift=None)})


def test_missing_employer_tax_is_found_by_the_employer() -> None:
    finds(of_employer, TODAY, FAMILY, bad={0: with_flows(arbeidsgiveravgift=None)})


# 2: a flow doubled


def test_doubled_benefit_is_found_by_the_household() -> None:
    finds(of_household, TODAY, FAMILY, bad={0: with_flows(en_gang_til=BENEFIT)})


def test_doubled_service_is_found_by_its_volume() -> None:
    finds(of_flows, TODAY, PLACED, bad={0: with_flows(en_gang_til=PLACE)})


# 3: a wrong lag


def test_wrong_lag_of_a_tax_is_found_by_the_household() -> None:
    late = msgspec.structs.replace(TAX, lag_years=1)
    finds(
        of_household,
        TODAY,
        case_of(person("a", "1990-01", "forelder", lonn=per_year(900_000)), start=2025, horizon=2),
        bad={0: with_flows(trinnskatt=late)},
    )


def test_wrong_lag_of_a_service_is_found_by_its_volume() -> None:
    late = msgspec.structs.replace(PLACE, lag_years=1)
    finds(of_flows, TODAY, PLACED, bad={0: with_flows(institusjon_drift=late)})


# 4: a wrong payer


@pytest.mark.parametrize(
    ("flow", "payer"),
    [
        ("barnetrygd_ordinaer", "kommune.barnevern"),  # chapter 845 is the state's
        ("institusjon_drift", "kommune.barnevern"),  # chapter 855 is the state's
        ("sosialhjelp", "stat.folketrygd"),  # function 281 is social services'
        ("hjelpetiltak_drift", "kommune.skole"),  # function 251 is child welfare's
        ("videregaende_institusjon", "kommune.skole"),  # function 562 is the fylkeskommune's
    ],
)
def test_wrong_payer_is_found_by_the_budget_line(flow: str, payer: str) -> None:
    wrong = msgspec.structs.replace(TODAY.flows[flow], payer=payer)
    finds(check_budget_lines, TODAY.flows, bad={0: {**TODAY.flows, flow: wrong}})


def test_egenandel_paid_by_the_agency_is_found_by_the_budget_line() -> None:
    paid = TODAY.flows["egenandel_institusjon"]
    wrong = msgspec.structs.replace(paid, payer=paid.payee, payee="kommune.barnevern")
    finds(check_budget_lines, TODAY.flows, bad={0: {**TODAY.flows, "egenandel_institusjon": wrong}})


def test_payer_without_an_account_is_found_by_the_balance() -> None:
    wrong = msgspec.structs.replace(BENEFIT, payer="nav")  # competent in law, but no purse
    check_balanced(evaluated(TODAY, FAMILY)["som_i_dag"], ACTORS)
    with pytest.raises(AssertionError):
        check_balanced(
            evaluated(with_flows(barnetrygd_ordinaer=wrong), FAMILY)["som_i_dag"], ACTORS
        )


# 5: float32


class formue_i_float32(Variable):
    """An OpenFisca variable as it comes, without the house's base class."""

    value_type = float
    entity = Person
    definition_period = DateUnit.YEAR


def test_float32_is_found_by_the_check_of_variables() -> None:
    assert float(numpy.float32(20_000_001)) == 20_000_000  # the krone that would be lost
    system = with_rules(TODAY, formue_i_float32).system
    finds(check_floats, TODAY.system, bad={0: system})


# 6: a rule reading last year


@rule(nb="I fjor", en="Last year", section="prøveloven § 1", href="https://lovdata.no")
class inntekt_i_fjor(Rule):
    """Reads the wage of the year before the row."""

    value_type = float
    entity = Person
    definition_period = DateUnit.YEAR

    def formula(person, period, parameters):
        return person("lonn_i_aret", period.last_year)


@rule(nb="Forrige måned", en="Last month", section="prøveloven § 1", href="https://lovdata.no")
class lonn_forrige_maned(Rule):
    """Reads the wage of the month before: outside the row in January."""

    value_type = float
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period, parameters):
        return person("lonn", period.last_month)


# 7: a rule reading itself


@rule(nb="I ring", en="In a ring", section="prøveloven § 1", href="https://lovdata.no")
class i_ring(Rule):
    """Reads itself by way of another rule."""

    value_type = float
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period, parameters):
        return person("i_ring_videre", period)


@rule(nb="I ring, videre", en="In a ring, on", section="prøveloven § 1", href="https://lovdata.no")
class i_ring_videre(Rule):
    """Reads the first rule of the ring."""

    value_type = float
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period, parameters):
        return person("i_ring", period) + 1


def _paying(name: str, *rules: Any) -> Regime:
    flow = Flow(
        label=Label("prøve", "trial"),
        kind="transfer",
        payer="stat.tilskudd",
        payee="husstand",
        legal_basis=LegalBasis("prøveloven", "§ 1", "https://lovdata.no"),
        amount=name,
    )
    regime = with_rules(TODAY, *rules)
    return replace(regime, flows={**regime.flows, "prove": flow})


@pytest.mark.parametrize("read", [inntekt_i_fjor, lonn_forrige_maned])
def test_rule_that_reads_before_its_year_is_refused(read: Any) -> None:
    with pytest.raises(LawError, match="outside the row's year"):
        evaluated(_paying(read.__name__, read), FAMILY)


def test_rule_that_reads_last_year_is_seen_in_its_source() -> None:
    assert _paying("inntekt_i_fjor", inntekt_i_fjor).reach.direct["inntekt_i_fjor"].backwards


def test_rules_that_go_in_a_ring_are_refused() -> None:
    with pytest.raises(LawError, match="go in a circle"):
        evaluated(_paying("i_ring", i_ring, i_ring_videre), FAMILY)


# 8: the household at the wrong end, or the wrong kind


def test_benefit_that_runs_from_the_household_is_found_by_the_household() -> None:
    turned = msgspec.structs.replace(BENEFIT, payer=BENEFIT.payee, payee=BENEFIT.payer)
    finds(of_household, TODAY, FAMILY, bad={0: with_flows(barnetrygd_ordinaer=turned)})


@pytest.mark.parametrize(
    ("flow", "kind"),
    [
        ("barnetrygd_ordinaer", "tax"),
        ("trinnskatt", "wage"),
        ("institusjon_drift", "transfer"),
        ("verdiskaping", "service_cost"),
        ("lonn", "fee"),
    ],
)
def test_wrong_kind_is_found_by_its_ends(flow: str, kind: str) -> None:
    wrong = msgspec.structs.replace(TODAY.flows[flow], kind=kind)
    finds(check_kinds, TODAY.flows, ACTORS, bad={0: {**TODAY.flows, flow: wrong}})


def test_benefit_with_the_wrong_sign_is_found() -> None:
    turned = msgspec.structs.replace(BENEFIT, share=-1.0)
    accounts = evaluated(with_flows(barnetrygd_ordinaer=turned), FAMILY)["som_i_dag"]
    check_finite(evaluated(TODAY, FAMILY)["som_i_dag"])
    for check in (check_finite, check_household):
        with pytest.raises(AssertionError):
            check(accounts)


# 9: a unit cost by month taken as by year


@pytest.mark.parametrize(
    ("cost", "unit", "case"),
    [
        ("barnevernsinstitusjon_maned", "kr/year", PLACED),
        ("grunnskoleplass", "kr/month", FAMILY),
    ],
)
def test_unit_cost_of_the_wrong_period_is_found_by_its_volume(
    cost: str, unit: str, case: Case
) -> None:
    costs = dict(TODAY.records.unit_costs)
    costs[cost] = msgspec.structs.replace(costs[cost], unit=unit)
    records = msgspec.structs.replace(TODAY.records, unit_costs=costs)
    finds(of_flows, TODAY, case, bad={0: replace(TODAY, law=replace(TODAY.law, records=records))})


def test_price_that_is_not_deflated_is_found_by_its_volume(monkeypatch: Any) -> None:
    of_flows(TODAY, PLACED)
    monkeypatch.setattr(ledger, "unit_price", lambda regime, cost, year: cost.value)
    with pytest.raises(AssertionError):
        of_flows(TODAY, PLACED)


# 10: months folded across a change of rate


def test_months_folded_across_a_change_of_rate_are_found() -> None:
    # the change of barnetrygd in May 2025 is hidden from the folding
    leaves = dict(TODAY.changes.leaves)
    for name in list(leaves):
        if name.startswith("familie.barnetrygd."):
            leaves[name] = frozenset()
    blind = replace(TODAY, changes=ParameterChanges(leaves, TODAY.changes.calendar))
    finds(check_folding, TODAY, FAMILY, bad={0: blind})


def test_years_folded_before_the_last_change_are_found(monkeypatch: Any) -> None:
    # a steady law-year of 2024 would give the rates of 2024 to 2026
    def too_early(self: Any, year: int) -> int:
        return min(year, 2024) if self.steady < 9999 else year

    case = msgspec.structs.replace(FAMILY, start=2024, horizon=4)
    check_folding(TODAY, case)
    monkeypatch.setattr("effektlov.regime.LawYears.of", too_early)
    with pytest.raises(AssertionError):
        check_folding(TODAY, case)


# 11: a relative date that is not shifted, an absolute one that is


def _shifted(monkeypatch: Any, name: str, shift: str) -> None:
    variable = type(TODAY.system.variables[name])
    monkeypatch.setattr(variable, "__rule__", replace(variable.__rule__, shift=shift))


def test_relative_date_that_stands_still_is_found_by_folding(monkeypatch: Any) -> None:
    # the free amount is 1 G from 24 months after June 2027: in 2029, a folded year
    case = case_of(
        person(
            "a",
            "2000-02",
            "forelder",
            innvilget_uforetrygd=constant(1),
            ung_ufor=constant(1),
            uforetrygd_siden=constant(month("2027-06")),
            lonn=per_year(300_000),
        ),
        start=2027,
        horizon=5,
    )
    check_folding(TODAY, case)
    _shifted(monkeypatch, "uforetrygd_siden", "absolute")
    with pytest.raises(AssertionError, match="folding moves"):
        check_folding(TODAY, case)


def test_absolute_date_that_is_shifted_is_found_by_folding(monkeypatch: Any) -> None:
    # placed in February 2022; five years on, a shifted date would lie before the reform of 2022
    case = case_of(
        person("mor", "1988-05", "forelder"),
        person(
            "barn",
            "2017-03",
            "barn",
            plassering=constant(1),
            spesialisert_fosterhjem=constant(1),
            plassert_siden=constant(month("2022-02")),
        ),
        start=2028,
        horizon=5,
    )
    check_folding(TODAY, case)
    _shifted(monkeypatch, "plassert_siden", "relative")
    with pytest.raises(AssertionError, match="egenandel_spesialisert_fosterhjem"):
        check_folding(TODAY, case)


# 12: probabilities that do not sum to one


def test_lost_probability_is_found_by_the_states(monkeypatch: Any) -> None:
    case = open_case("elev_pa_vei_ut", horizon=5)

    def check(regime: Regime) -> None:
        for accounts in evaluated(regime, case).values():
            check_probabilities(accounts)

    check(TODAY)
    true = plans.propagate

    def losing(*args: Any, **named: Any) -> Any:
        return {
            year: {
                key: share * (0.99 if key[-1].state == "arbeid" else 1)
                for key, share in rows.items()
            }
            for year, rows in true(*args, **named).items()
        }

    monkeypatch.setattr(plans, "propagate", losing)
    with pytest.raises(AssertionError):
        check(TODAY)


def test_shares_of_more_than_all_are_refused(monkeypatch: Any, tmp_path: Any) -> None:
    text = life_course._FILE.read_text(encoding="utf-8")
    share = text.index("share: ") + len("share: ")
    end = next(i for i in range(share, len(text)) if text[i] in ",}\n")
    file = tmp_path / "life_course.yaml"
    file.write_text(text[:share] + "1.7" + text[end:], encoding="utf-8")
    monkeypatch.setattr(life_course, "_FILE", file)
    with pytest.raises(EvidenceError, match=r"sum to 1\.|sum to 2\."):
        life_course.read_life_course()


# 13: a tax missing in disposable income


def test_missing_tax_in_disposable_income_is_found_by_the_flows() -> None:
    @rule(
        nb="Disponibel inntekt",
        en="Disposable income",
        section="prøveloven § 1",
        href="https://lovdata.no",
    )
    class disponibel_inntekt(Rule):
        value_type = float
        entity = Husstand
        definition_period = DateUnit.YEAR

        def formula(husstand, period, parameters):
            whole = husstand.sum(husstand.members("lonn_i_aret", period))
            own_tax = husstand.members("inntektsskatt", period) - husstand.members(
                "trinnskatt", period
            )
            return whole - husstand.sum(own_tax) + husstand("barnetrygd", period, options=[ADD])

    wage = case_of(
        person("a", "1990-01", "forelder", lonn=per_year(600_000)),
        start=2025,
        place=kommune("4601"),
    )
    finds(of_household, TODAY, wage, bad={0: with_rules(TODAY, disponibel_inntekt)})
