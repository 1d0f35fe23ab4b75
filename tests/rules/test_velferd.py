"""Housing, crisis centres, family, equality and the answers of child welfare: who and when."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

MONTH = "2025-03"


def person(born: str = "2003-05", month: str = MONTH, **facts: Any) -> Simulation:
    stated = {name: {month: value} for name, value in facts.items()}
    return household({"p": {"born": born, **stated}}, barna=["p"])


def holds(case: Simulation, name: str, month: str = MONTH) -> bool:
    return bool(case.calculate(name, month)[0])


EXCLUDED = (
    "uten_lovlig_opphold",
    "kan_fa_statlig_innkvartering",
    "uten_tilknytning_til_riket",
    "flyttet_uten_avtale_mellom_kommunene",
)


@pytest.mark.parametrize("why", EXCLUDED)
def test_housing_help_leaves_out(why: str) -> None:
    """Boligsosialloven §§ 2 and 3."""
    for rule, fact in (
        ("rett_til_boligbistand", "vanskeligstilt_pa_boligmarkedet"),
        ("boligbistand_skal_avgjores", "ber_om_boligbistand"),
    ):
        assert holds(person(**{fact: True}), rule)
        assert not holds(person(**{fact: True, why: True}), rule)
        assert not holds(person(), rule)


@given(st.fixed_dictionaries({name: st.booleans() for name in EXCLUDED}))
@settings(max_examples=16, deadline=None)
def test_any_one_exclusion_is_enough(facts: dict[str, bool]) -> None:
    assert holds(person(**facts), "omfattet_av_boligsosialloven") is not any(facts.values())


@pytest.mark.parametrize(("born", "child"), [("2007-04", True), ("2007-03", False)])
def test_child_at_a_crisis_centre_under_18(born: str, child: bool) -> None:
    assert holds(person(born, krisesenterdogn=3.0), "barn_pa_krisesenter") is child


def test_nights_at_a_crisis_centre_are_those_stated() -> None:
    case = person(krisesenterdogn=12.0)
    assert case.calculate("krisesenterdogn_i_maneden", MONTH)[0] == 12


@pytest.mark.parametrize(
    ("born", "mediation"), [("2009-04", True), ("2009-03", False), ("2025-03", True)]
)
def test_mediation_for_children_under_16(born: str, mediation: bool) -> None:
    """Barnelova § 51: born in April 2009 turns 16 next month."""
    case = person(born, meklingsgrunn="samlivsbrudd")
    assert holds(case, "foreldre_skal_mekle") is mediation


@pytest.mark.parametrize(
    ("born", "school", "own_means", "supported"),
    [
        ("2007-04", False, False, True),
        ("2007-03", False, False, False),
        ("2007-03", True, False, True),
        ("2010-01", False, True, False),
    ],
)
def test_support_to_18_or_through_usual_schooling(
    born: str, school: bool, own_means: bool, supported: bool
) -> None:
    """Barnelova §§ 66 and 68."""
    case = person(
        born,
        i_vanlig_skolegang=school,
        har_egne_midler_til_forsorgelse=own_means,
        forelder_bor_et_annet_sted=True,
    )
    assert holds(case, "foreldre_skal_forsorge") is supported
    assert holds(case, "forelder_skal_betale_tilskot") is supported


def test_no_maintenance_from_a_parent_who_lives_with_the_child() -> None:
    assert not holds(person("2012-01"), "forelder_skal_betale_tilskot")


@pytest.mark.parametrize(
    ("rule", "where"),
    [
        ("skal_tilrettelegge_barnehage", {"bruker_av_barnehage": True}),
        ("skal_tilrettelegge_omsorgstjenester", {"bruker_av_helse_og_omsorgstjenesten": True}),
        ("skal_tilrettelegge_studier", {"i_hoyere_utdanning": True}),
        ("skal_tilrettelegge_arbeid", {"arbeidstaker_eller_arbeidssoker": True}),
    ],
)
def test_accommodation_needs_a_disability_a_service_and_proportion(
    rule: str, where: dict[str, bool]
) -> None:
    """Likestillings- og diskrimineringsloven §§ 20 to 22."""
    born = "2021-05" if rule == "skal_tilrettelegge_barnehage" else "2003-05"
    assert holds(person(born, har_funksjonsnedsettelse=True, **where), rule)
    assert not holds(person(born, **where), rule)
    assert not holds(person(born, har_funksjonsnedsettelse=True), rule)
    burden = {"har_funksjonsnedsettelse": True, "tilrettelegging_uforholdsmessig_byrdefull": True}
    assert not holds(person(born, **where, **burden), rule)


@pytest.mark.parametrize(
    ("report", "groundless", "answer"),
    [(True, False, True), (True, True, False), (False, False, False)],
)
def test_confirmation_to_who_reported(report: bool, groundless: bool, answer: bool) -> None:
    """Barnevernsloven § 13-3."""
    case = person("2015-01", bekymringsmelding=report, melding_apenbart_grunnlos=groundless)
    assert holds(case, "melder_skal_ha_bekreftelse") is answer
