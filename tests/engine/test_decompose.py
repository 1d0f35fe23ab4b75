"""Amount + incidence + behaviour is the difference, whatever the order of the reform's blocks."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec
import numpy
import pytest
from hypothesis import HealthCheck, given, settings
from openfisca_core.periods import DateUnit
from strategies import (
    TODAY,
    case_of,
    cases,
    check_balanced,
    constant,
    kommune,
    per_year,
    person,
    reform_of,
    reforms,
    with_rules,
)

from effektlov.accounts import Accounts, evaluate_all, plan_of
from effektlov.answer import Part
from effektlov.assemble import Run, run
from effektlov.case import Case
from effektlov.compare import members_of, stakes
from effektlov.decompose import changed, model_of, plan_names
from effektlov.law import Flow, Label, LegalBasis
from effektlov.reform import Reform, apply_reforms, find_reforms
from effektlov.regime import Regime, law_years
from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, rule
from effektlov.session import open_case
from effektlov.settlement import contributions

ACTORS = TODAY.records.actors
RATE = "parameter: {name: familie.barnetrygd.ordinaer, value: 2500}"
PAYER = "flow: {id: barnetrygd_ordinaer, payer: kommune.bolig}"
DUTY = (
    "effect_duty: {id: prove, label: {nb: P, en: P}, goal: {nb: M, en: M}, indicator: i, "
    "holders: [kommune, fylkeskommune], triggers: [fravaer_skal_folges_opp], measures: [los]}"
)
FUND = "joint_fund: {pays: [los], by: expected_gain}"
BLOCKS = (RATE, PAYER, DUTY, FUND)


def pupil(horizon: int = 6) -> Case:
    """The shipped 16-year-old, over some years."""
    return open_case("elev_pa_vei_ut", horizon=horizon)


def decomposed(case: Case, reform: Reform) -> tuple[Run, dict[str, Part]]:
    """The accounts under the law and the reform, and the parts by holder."""
    regimes = (TODAY, apply_reforms(TODAY, [reform]))
    done = run(case, regimes)
    parts = changed(case, regimes, done.years, done.accounts, [reform])
    return done, {part.holder: part for part in parts}


def difference(done: Run, holder: str, reform: Reform, *, acts: bool) -> float:
    """What a holder gets more under the reform, from the accounts and the fund's shares alone."""
    base, after = (done.accounts[regime.name] for regime in done.regimes)
    first, with_measure, success = plan_names(done.case)
    members = members_of(ACTORS, holder)
    chosen = after[with_measure if acts else first]
    moved = float(chosen.sum_of(members).sum() - base[first].sum_of(members).sum())
    fund = reform.block("joint_fund")
    if fund is not None and acts:
        found = stakes(after[first], after[with_measure], after[success], ACTORS)
        share = contributions(found, fund).get(holder, 0.0)
        if holder in found.holders:
            moved += found.holders[holder].cost.sum() - share * found.public.cost.sum()
    return moved


def check_sums(done: Run, parts: Mapping[str, Part], reform: Reform, *, acts: bool) -> None:
    """Parts add up, to the difference of the accounts; who has no part has no difference."""
    holders = {str(actor.holder) for actor in ACTORS.values() if actor.public} | {"husstand"}
    for holder in holders:
        expected = difference(done, holder, reform, acts=acts)
        part = parts.get(holder)
        if part is None:
            assert abs(expected) < 0.5, holder
            continue
        assert part.difference == pytest.approx(expected, abs=0.01), holder
        assert part.amount + part.incidence + part.behaviour == pytest.approx(
            part.difference, abs=1e-6
        ), holder


def test_parts_add_up_to_the_difference_of_every_holder() -> None:
    reform = reform_of(BLOCKS)
    done, parts = decomposed(pupil(), reform)
    check_sums(done, parts, reform, acts=True)
    # all three kinds of change are there
    for field in ("amount", "incidence", "behaviour"):
        assert any(abs(getattr(part, field)) > 100 for part in parts.values()), field


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[1::5])
def test_swapping_blocks_changes_no_part(order: Sequence[int]) -> None:
    _, written = decomposed(pupil(), reform_of(BLOCKS))
    _, swapped = decomposed(pupil(), reform_of([BLOCKS[number] for number in order]))
    assert set(swapped) == set(written)
    for holder, part in written.items():
        for field in ("amount", "incidence", "behaviour", "difference"):
            assert getattr(swapped[holder], field) == pytest.approx(
                getattr(part, field), abs=1e-6
            ), (holder, field)


def test_two_parts_that_meet_are_shared_by_hand() -> None:
    # one child, 2027, barnetrygd 2 012 -> 2 500 kr a month and its payer moved from the state to
    # the kommune. The state pays 24 144 under the law, 30 000 with the rate alone, 0 when moved.
    #   amount    = mean(-5 856 before the payer moves, 0 after)       = -2 928
    #   incidence = mean(24 144 before the rate rises, 30 000 after)   = 27 072; sum 24 144
    # The kommune pays 0, 24 144 when moved, 30 000 with both.
    case = case_of(
        person("mor", "1988-05", "forelder"),
        person("far", "1988-05", "forelder"),
        person("barn", "2018-01", "barn"),
        start=2027,
    )
    _, parts = decomposed(case, reform_of([RATE, PAYER]))
    state, local, home = (parts[name] for name in ("stat.familieytelser", "kommune", "husstand"))
    assert (state.amount, state.incidence, state.behaviour) == pytest.approx((-2_928, 27_072, 0))
    assert (local.amount, local.incidence) == pytest.approx((-2_928, -27_072))
    assert (home.amount, home.incidence) == pytest.approx((5_856, 0))
    assert set(parts) == {"stat.familieytelser", "kommune", "husstand"}


def test_one_kind_of_change_is_that_part_alone() -> None:
    for block, field in ((RATE, "amount"), (PAYER, "incidence"), (DUTY, "behaviour")):
        reform = reform_of([block])
        done, parts = decomposed(pupil(4), reform)
        check_sums(done, parts, reform, acts=block is DUTY)
        assert parts
        for part in parts.values():
            assert getattr(part, field) == pytest.approx(part.difference, abs=1e-6)


def test_duty_that_brings_other_measures_changes_nothing_here() -> None:
    # the case's measure is MST; the duty and the fund are about LOS
    reform = reform_of([DUTY, FUND])
    case = open_case("institusjon_eller_mst")
    _, parts = decomposed(case, reform)
    assert parts == {}


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(first=2024, last=2026, longest=4), reforms())
def test_any_reform_of_any_household(case: Case, reform: Reform) -> None:
    regimes = (TODAY, apply_reforms(TODAY, [reform]))
    years = law_years(regimes, case.start)
    plans, model = plan_of(case.courses, None), model_of(case)
    taken_over = evaluate_all(regimes, case, plans, model, years)
    afresh = evaluate_all(regimes, case, plans, model, years, reuse=False)
    for regime in regimes:
        check_balanced(taken_over[regime.name]["som_i_dag"], ACTORS)
        # what is taken over from the law in force is what the reform's own run gives, bit for bit
        assert (
            taken_over[regime.name]["som_i_dag"].nominal == afresh[regime.name]["som_i_dag"].nominal
        ).all()
    done = Run(case, regimes, years, taken_over)
    parts = changed(case, regimes, years, taken_over, [reform])
    check_sums(done, {part.holder: part for part in parts}, reform, acts=False)


@pytest.mark.parametrize(
    "names",
    [
        ["felles_effektplikt_gjennomforing"],
        ["ettervern_refusjon_25"],
        ["felles_effektplikt_gjennomforing", "ettervern_refusjon_25"],
    ],
)
def test_shipped_reforms_are_taken_over_bit_for_bit(names: list[str]) -> None:
    case = pupil(5)
    regimes = (TODAY, apply_reforms(TODAY, find_reforms(names)))
    years = law_years(regimes, case.start)
    plans, model = plan_of(case.courses, None), model_of(case)
    one, other = (
        evaluate_all(regimes, case, plans, model, years, reuse=reuse) for reuse in (True, False)
    )
    for regime in regimes:
        for plan in plans:
            same, fresh = one[regime.name][plan.name], other[regime.name][plan.name]
            assert (same.nominal == fresh.nominal).all()
            assert (same.real == fresh.real).all()
            assert set(same.duties) == set(fresh.duties)
            for name, values in same.duties.items():
                assert (values == fresh.duties[name]).all()


# --- a flow of a rule that only the reform has ---


@rule(nb="Nytt tilskudd", en="New grant", section="prøveloven § 1", href="https://lovdata.no")
class nytt_tilskudd(Rule):
    """1 000 kr a month to each person."""

    value_type = float
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period, parameters):
        return 1000.0 + 0 * person("lonn", period)


def _with_new_rule() -> Regime:
    flow = Flow(
        label=Label("nytt", "new"),
        kind="transfer",
        payer="stat.tilskudd",
        payee="husstand",
        legal_basis=LegalBasis("prøveloven", "§ 1", "https://lovdata.no"),
        amount="nytt_tilskudd",
    )
    regime = with_rules(TODAY, nytt_tilskudd)
    return replace(
        regime,
        name="med_tilskudd",
        flows={**regime.flows, "nytt": flow},
        touched=frozenset({"nytt_tilskudd"}),
    )


def test_new_flow_of_a_new_rule_comes_with_both_together() -> None:
    # 12 000 a year when rule and flow are both there, nothing otherwise: half to each
    case = case_of(
        person("a", "1990-01", "forelder", lonn=per_year(300_000)),
        start=2027,
        place=kommune("0301"),
    )
    regimes = (TODAY, _with_new_rule())
    done = run(case, regimes)
    parts = {p.holder: p for p in changed(case, regimes, done.years, done.accounts, [])}
    assert (parts["husstand"].amount, parts["husstand"].incidence) == pytest.approx((6_000, 6_000))
    assert parts["stat.tilskudd"].difference == pytest.approx(-12_000)


def test_holders_without_a_difference_are_left_out() -> None:
    case = case_of(person("a", "1990-01", "forelder", innvilget_aap=constant(1)), start=2027)
    _, parts = decomposed(case, reform_of([RATE]))
    assert parts == {}


def test_lagged_flow_counts_in_a_later_year() -> None:
    lagged = msgspec.structs.replace(TODAY.flows["skatt_kommune"], lag_years=2)
    regime = replace(TODAY, flows={**TODAY.flows, "skatt_kommune": lagged})
    case = case_of(
        person("a", "1990-01", "forelder", lonn=per_year(500_000)), start=2027, horizon=2
    )
    plans, model = plan_of(case.courses, None), model_of(case)
    found: Accounts = evaluate_all([regime], case, plans, model, law_years([regime], 2027))[
        regime.name
    ]["som_i_dag"]
    at = next(i for i, line in enumerate(found.lines) if line.name == "skatt_kommune")
    assert found.years == (2027, 2028, 2029, 2030)
    assert numpy.flatnonzero(found.nominal[at]).tolist() == [2, 3]
