"""Regimes: what a reform shares with the law, and numbers kept in float64 in all of them."""

import numpy
import pytest
from openfisca_core.periods import DateUnit
from strategies import TODAY, case_of, check_floats, per_year, person, reform_of

from effektlov.accounts import evaluate, plan_of
from effektlov.decompose import model_of
from effektlov.errors import ReformError
from effektlov.plans import household_of
from effektlov.reform import apply_reforms, find_reforms, shipped_reforms
from effektlov.regime import law_in_force, law_years
from effektlov.rows import Pattern, Rows, build_simulation
from effektlov.simulation import months_of, year_of

WAGE = 20_000_001.0
"""Kroner that float32 cannot hold: it gives 20 000 000."""


def test_every_number_of_the_law_is_float64() -> None:
    check_floats(TODAY.system)


@pytest.mark.parametrize("name", sorted(shipped_reforms()))
def test_every_number_of_a_shipped_reform_is_float64(name: str) -> None:
    check_floats(apply_reforms(TODAY, find_reforms([name])).system)


def test_every_result_of_a_simulation_is_float64() -> None:
    case = case_of(person("a", "1990-01", "forelder", lonn=per_year(WAGE)), start=2026)
    rows = Rows(
        years=numpy.array([2026]),
        pattern=numpy.zeros(1, dtype=numpy.int64),
        alone=numpy.zeros(1, dtype=bool),
        patterns=[Pattern()],
    )
    simulation = build_simulation(TODAY, household_of(case), rows, law_year=2026, base_year=2026)
    for name, variable in TODAY.system.variables.items():
        if variable.value_type is float:
            period = (
                months_of(2026)[0]
                if variable.definition_period == DateUnit.MONTH
                else year_of(2026)
            )
            assert simulation.calculate(name, period).dtype == numpy.float64, name
    assert simulation.calculate("lonn_i_aret", year_of(2026))[0] == WAGE


def test_kroner_above_sixteen_million_are_kept_in_the_accounts() -> None:
    case = case_of(person("a", "1990-01", "forelder", lonn=per_year(WAGE)), start=2026)
    accounts = evaluate(
        TODAY, case, plan_of(case.courses, None), model_of(case), law_years([TODAY], 2026)
    )["som_i_dag"]
    wage = next(i for i, line in enumerate(accounts.lines) if line.name == "lonn")
    assert accounts.nominal[wage, 0] == pytest.approx(WAGE, abs=1e-6)


def test_reform_leaves_the_law_in_force_alone() -> None:
    before = float(TODAY.system.get_parameters_at_instant("2030-01-01").familie.barnetrygd.ordinaer)
    after = apply_reforms(
        TODAY, [reform_of(["parameter: {name: familie.barnetrygd.ordinaer, value: 9}"])]
    )
    at = after.system.get_parameters_at_instant
    assert at("2026-12-31").familie.barnetrygd.ordinaer == before
    assert at("2027-01-01").familie.barnetrygd.ordinaer == 9
    assert (
        TODAY.system.get_parameters_at_instant("2030-01-01").familie.barnetrygd.ordinaer == before
    )
    # what is not touched is shared, not copied
    assert after.system.parameters.skatt is TODAY.system.parameters.skatt
    assert after.touched >= {"barnetrygd_per_barn", "barnetrygd_ordinaer", "barnetrygd"}
    assert "trinnskatt" not in after.touched


def test_incidence_of_another_regime_is_its_flows_with_these_rules() -> None:
    after = apply_reforms(
        TODAY, [reform_of(["flow: {id: barnetrygd_ordinaer, payer: kommune.bolig}"])]
    )
    crossed = TODAY.with_incidence_of(after)
    assert crossed.flows == after.flows
    assert crossed.system is TODAY.system


def test_dates_of_change_hold_parameters_formulas_flows_and_reforms() -> None:
    dates = TODAY.change_dates()
    assert (2025, 5) in dates  # barnetrygd, G
    assert (2024, 2) in dates  # aap_barn has a formula from February 2024
    after = apply_reforms(TODAY, [reform_of(["frame_transfer: none"], "2033-03-01")])
    assert after.change_dates() - dates == {(2033, 3)}


def test_frozen_regime_is_the_same_law() -> None:
    assert law_in_force(frozen=2022).system is law_in_force().system


def test_unknown_names_in_a_reform_are_refused() -> None:
    for block in (
        "parameter: {name: familie.barnetrygd.ordiner, value: 9}",
        "flow: {id: barnetrygd_ordiner, payer: kommune.bolig}",
        "flow: {id: barnetrygd_ordinaer, payer: kommune.boliger}",
        "co_finance: {flow: ukjent, payer: kommune.bolig, share: 0.5, legal_basis: x}",
    ):
        with pytest.raises(ReformError):
            apply_reforms(TODAY, [reform_of([block])])


def test_unknown_payer_of_a_co_finance_is_refused() -> None:
    block = "co_finance: {flow: sosialhjelp, payer: kommune.boliger, share: 0.5, legal_basis: x}"
    with pytest.raises(ReformError):
        apply_reforms(TODAY, [reform_of([block])])


@pytest.mark.parametrize("share", ["-3", "7"])
def test_share_of_a_co_finance_lies_between_nothing_and_all(share: str) -> None:
    block = (
        f"co_finance: {{flow: sosialhjelp, payer: stat.tilskudd, share: {share}, legal_basis: x}}"
    )
    with pytest.raises(ReformError):
        apply_reforms(TODAY, [reform_of([block])])
