"""The cooperation duties of 1 August 2022, the child coordinator and the individual plan.

Source: lov 11 juni 2021 nr. 78, in force 1 August 2022 (resolution 20 May 2022 no. 871).
"""

import pytest
from situations import household

from effektlov.law import read_records

ACTS = {
    "skole": {},
    "barnehage": {"bruker_av_barnehage": True},
    "barnevernstjenesten": {"bruker_av_barnevernstjenesten": True},
    "helse_og_omsorgstjenesten": {"bruker_av_helse_og_omsorgstjenesten": True},
    "spesialisthelsetjenesten": {"bruker_av_spesialisthelsetjenesten": True},
    "tannhelsetjenesten": {"bruker_av_tannhelsetjenesten": True},
    "sosialtjenesten": {"bruker_av_sosialtjenesten": True},
    "nav_kontoret": {"bruker_av_nav_kontoret": True},
    "krisesenter": {"bruker_av_krisesenter": True},
    "familievernkontor": {"bruker_av_familievernkontor": True},
    "introduksjonsprogram": {"bruker_av_introduksjonsprogram": True},
    "privatskole": {"privat_skole": True},
}


def value(rule: str, month: str, born: str = "2012-05", **facts: object) -> bool:
    inputs = {name: {month: given} for name, given in facts.items()}
    case = household({"p": {"born": born, **inputs}}, barna=["p"])
    return bool(case.calculate(rule, month)[0])


@pytest.mark.parametrize("act", ACTS)
def test_each_act_from_august_2022_for_a_user_of_several_services(act: str) -> None:
    facts = {"mottar_flere_tjenester": True, **ACTS[act]}
    rule, born = f"skal_samarbeide_{act}", "2019-05" if act == "barnehage" else "2012-05"
    assert value(rule, "2022-07", born, **facts) is False
    assert value(rule, "2022-08", born, **facts) is True
    assert value(rule, "2022-08", born, **facts, samarbeid_nodvendig=False) is False


@pytest.mark.parametrize("act", [act for act in ACTS if act != "skole"])
def test_no_duty_under_an_act_whose_service_is_not_used(act: str) -> None:
    assert value(f"skal_samarbeide_{act}", "2024-10", mottar_flere_tjenester=True) is False


def test_two_services_make_several() -> None:
    """A pupil has one service; child welfare is the second."""
    assert value("tjenester_fra_flere_sektorer", "2024-10") is False
    assert value("tjenester_fra_flere_sektorer", "2024-10", har_hjelpetiltak=True) is True
    assert value("tjenester_fra_flere_sektorer", "2024-10", i_bup=True) is True
    assert value("tjenester_fra_flere_sektorer", "2024-10", plassering="fosterhjem") is True


@pytest.mark.parametrize(("place", "under"), [("hjemme", False), ("institusjon", True)])
def test_a_placed_child_is_followed_up_by_child_welfare(place: str, under: bool) -> None:
    assert value("under_barnevernet", "2024-10", plassering=place) is under


def test_the_earlier_duty_of_the_school() -> None:
    """Act of 1998 § 15-8 in the wording of 2018: a pupil with difficulties."""
    rule = "skal_samarbeide_skole_1998"
    assert value(rule, "2021-10", har_helsemessige_eller_sosiale_vansker=True) is True
    assert value(rule, "2021-10") is False
    assert value(rule, "2021-10", "2000-05", har_helsemessige_eller_sosiale_vansker=True) is False


@pytest.mark.parametrize(
    ("month", "born", "right"),
    [
        ("2022-07", "2015-05", False),
        ("2022-08", "2015-05", True),
        ("2026-04", "2008-05", True),
        ("2026-05", "2008-05", False),
    ],
)
def test_child_coordinator_from_august_2022_until_the_child_turns_18(
    month: str, born: str, right: bool
) -> None:
    """Helse- og omsorgstjenesteloven § 7-2 a."""
    rule = "rett_til_barnekoordinator"
    assert value(rule, month, born, alvorlig_syk_eller_funksjonsnedsettelse=True) is right


@pytest.mark.parametrize(
    "fact",
    [{"takker_nei_til_barnekoordinator": True}, {"sammensatt_eller_koordinert_behov": False}],
)
def test_no_coordinator_against_the_parents_wish_or_without_the_need(fact: dict[str, bool]) -> None:
    facts = {"alvorlig_syk_eller_funksjonsnedsettelse": True, **fact}
    assert value("rett_til_barnekoordinator", "2024-10", **facts) is False
    assert value("rett_til_barnekoordinator", "2024-10") is False


@pytest.mark.parametrize(("need", "right"), [(True, True), (False, False)])
def test_individual_plan_for_lasting_and_coordinated_needs(need: bool, right: bool) -> None:
    facts = {"har_hjelpetiltak": True, "langvarig_og_koordinert_behov": need}
    assert value("rett_til_individuell_plan", "2024-10", **facts) is right
    assert value("individuell_plan_barnevern", "2024-10", **facts) is right
    assert value("individuell_plan_nav", "2024-10", **facts) is False


def test_the_acts_ask_for_lasting_and_coordinated_services_not_for_several_sectors() -> None:
    """Helse- og omsorgstjenesteloven § 7-1, barnevernsloven § 15-9: one act's services will do."""
    facts = {"langvarig_og_koordinert_behov": True, "bruker_av_helse_og_omsorgstjenesten": True}
    assert value("individuell_plan_helse", "2024-10", "2020-05", **facts) is True
    assert value("individuell_plan_barnevern", "2024-10", "2020-05", **facts) is False


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        ("krisesenter", {"krisesenterdogn": 3}),
        ("introduksjonsprogram", {"deltar_i_introduksjonsprogram": True}),
        ("sosialtjenesten", {"soker_sosialhjelp": True}),
        ("sosialtjenesten", {"deltar_i_kvp": True}),
        ("helse_og_omsorgstjenesten", {"lonn_til_andre_omsorgstjenester": 20_000}),
        ("helse_og_omsorgstjenesten", {"avlastning_dogn": 4}),
        ("barnehage", {"avtalt_oppholdstid_i_barnehage": 41}),
    ],
)
def test_a_service_that_another_rule_knows_of_counts(rule: str, facts: dict[str, object]) -> None:
    born = "2021-05" if rule == "barnehage" else "2005-05"
    facts = {"mottar_flere_tjenester": True, **facts}
    assert value(f"skal_samarbeide_{rule}", "2024-10", born, **facts) is True


def test_a_gp_and_the_school_are_not_several_services_to_coordinate() -> None:
    facts = {"star_pa_fastlegeliste": True, "folger_helsestasjon_eller_skolehelsetjeneste": True}
    assert value("tjenester_fra_flere_sektorer", "2024-10", **facts) is False


def test_the_duties_name_the_acts_and_their_dates() -> None:
    duties = read_records().duties
    school = [duties[name] for name in ("samarbeid_skole_1998", "samarbeid_skole")]
    assert [str(duty.from_) for duty in school] == ["2022-08-01", "2024-08-01"]
    assert str(school[0].to) == "2024-07-31"
    assert str(duties["samarbeid_nav_kontor"].legal_basis) == "Nav-loven § 15 a"
    assert duties["barnekoordinator"].consent
