"""Barriers are found in the flows: who comes out worst, against the public sum."""

import json
from functools import cache

import pytest
from click.testing import CliRunner

from effektlov.barriers import Barrier, barriers
from effektlov.cli import _group
from effektlov.regime import law_in_force
from effektlov.session import answer_of


@cache
def found() -> dict[str, Barrier]:
    return {one.id: one for one in barriers(least=0)}


def test_the_largest_loss_comes_first_and_none_is_below_the_least() -> None:
    shown = barriers(least=100_000)
    assert [one.lost for one in shown] == sorted((one.lost for one in shown), reverse=True)
    assert all(max(one.lost, one.lost_by_service) >= 100_000 for one in shown)


@pytest.mark.parametrize("name", sorted(found()))
def test_the_rings_are_those_of_the_accounts(name: str) -> None:
    one = found()[name]
    if one.source == "measure":
        assert one.lost == pytest.approx(one.public_net - one.legal_person_net)
        assert one.lost_by_service == pytest.approx(one.public_net - one.service_net)
    elif ": " in name:
        # a service's cost in another purse
        assert one.lost <= -one.service_net + 1e-6
    else:
        # what one loses and others gain: no more than the loss, and than the others' gain
        others = one.public_net - one.legal_person_net
        assert one.lost == pytest.approx(max(min(-one.legal_person_net, others), 0))
    actors = law_in_force().records.actors
    for part in one.through:
        assert actors[part.actor].public
        assert part.kroner > 0
        assert part.legal_basis.section


def test_a_payer_shift_is_found() -> None:
    """KVP or AAP: the same money to the person; the state pays what the kommune is spared."""
    one = found()["kvp_eller_aap_under_25"]
    assert one.legal_person == "stat.folketrygd"
    assert {part.flow for part in one.through} >= {"kvalifiseringsstonad"}
    spared = sum(part.kroner for part in one.through if part.actor == "kommune.sosialtjeneste")
    # the kommune is spared the benefit and the programme; the state pays the benefit, 182 953
    assert spared > one.lost == pytest.approx(182_953, abs=10)


def test_school_in_an_institution_is_found_as_another_purse() -> None:
    """Opplæringslova § 28-3: fylkeskommunen pays what the kommune is spared."""
    shifts = [one for name, one in found().items() if name.startswith("barn_i_institusjon: fylke")]
    assert len(shifts) == 1
    assert shifts[0].payer == "fylkeskommune.videregaende"
    assert ("grunnskole", "kommune.skole") in {(p.flow, p.actor) for p in shifts[0].through}
    assert shifts[0].lost == pytest.approx(-shifts[0].service_net, rel=0.1)


def test_the_cliff_of_after_care_is_found_by_its_ages() -> None:
    """Barnevernsloven § 16-5: the state's responsibility ends at 20; 12 x 303 344 in 2022."""
    of_ages = {name: one for name, one in found().items() if name.startswith("ettervern_ved_19 @")}
    largest = max(of_ages.values(), key=lambda one: one.lost)
    assert largest.id == "ettervern_ved_19 @ 20"
    assert (largest.legal_person, largest.public_net) == ("kommune", pytest.approx(0, abs=1))
    assert largest.lost == pytest.approx(12 * (473_344 - 170_000), abs=1)


def test_a_measure_has_the_figures_of_the_answer() -> None:
    one = found()["elev_pa_vei_ut × los"]
    accounts = {(a.ring, a.name): a for a in answer_of("elev_pa_vei_ut").regimes[0].accounts}
    kommune, public = accounts["budget_holder", "kommune"], accounts["public", "public"]
    assert one.payer == "kommune.fritid"
    assert one.legal_person_net == pytest.approx(kommune.gain[-1] - kommune.cost[-1])
    assert one.public_net == pytest.approx(public.gain[-1] - public.cost[-1])


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_command(lang: str) -> None:
    run = CliRunner()
    table = run.invoke(_group, ["barriers", "--lang", lang])
    assert table.exit_code == 0
    assert "barnevernsloven" in table.output
    data = json.loads(run.invoke(_group, ["barriers", "--format", "json"]).output)
    assert {"lost", "service_net", "legal_person_net", "public_net", "through"} <= set(data[0])
