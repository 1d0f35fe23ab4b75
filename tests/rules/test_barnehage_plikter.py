"""Barnehageloven §§ 2 a, 18, 31 to 37 and 42: both sides of every condition."""

import pytest
from situations import household

MONTH = "2024-10"


def value(rule: str, born: str = "2020-03", month: str = MONTH, **facts: object) -> float:
    inputs = {name: {month: stated} for name, stated in facts.items()}
    case = household({"barn": {"born": born, **inputs}}, barna=["barn"])
    return float(case.calculate(rule, month)[0])


NEED = {
    "sen_utvikling_eller_laerevansker": True,
    "sakkyndig_vurdering_av_barnet_foreligger": True,
}


@pytest.mark.parametrize(
    ("facts", "right"),
    [
        ({"barn_med_nedsatt_funksjonsevne": True}, True),
        ({"omsorgsovertakelse": True}, True),
        ({"har_hjelpetiltak": True}, True),
        ({"spesialisert_hjelpetiltak": "webster_stratton"}, True),
        ({"palagt_hjelpetiltak": True}, True),
        ({}, False),
    ],
)
def test_priority_at_admission(facts: dict[str, object], right: bool) -> None:
    """§ 18 first and second paragraph; an application is needed."""
    assert value("rett_til_prioritet_ved_opptak", sokt_barnehageplass=True, **facts) == right
    assert value("rett_til_prioritet_ved_opptak", **facts) == 0


def test_no_priority_after_the_start_of_school() -> None:
    facts = {"sokt_barnehageplass": True, "omsorgsovertakelse": True}
    assert value("rett_til_prioritet_ved_opptak", "2018-12", "2024-07", **facts) == 1
    assert value("rett_til_prioritet_ved_opptak", "2018-12", "2024-08", **facts) == 0


@pytest.mark.parametrize(
    "missing",
    [
        {"sen_utvikling_eller_laerevansker": False},
        {"sakkyndig_vurdering_av_barnet_foreligger": False},
        {"ordinaert_barnehagetilbud_er_ikke_nok": False},
        {"samtykke_til_spesialpedagogisk_hjelp": False},
    ],
)
def test_special_help_falls_away_with_each_condition(missing: dict[str, bool]) -> None:
    """§§ 31, 32 and 34."""
    assert value("rett_til_spesialpedagogisk_hjelp", **NEED) == 1
    assert value("rett_til_spesialpedagogisk_hjelp", **(NEED | missing)) == 0


def test_special_help_does_not_depend_on_kindergarten_but_on_school() -> None:
    """§ 31: "uavhengig av om de går i barnehage", under the age of school."""
    assert value("rett_til_spesialpedagogisk_hjelp", "2024-01", **NEED) == 1
    assert value("rett_til_spesialpedagogisk_hjelp", "2018-01", **NEED) == 0


@pytest.mark.parametrize(
    ("facts", "kommune", "county"),
    [
        ({}, 1, 0),
        ({"plassering": "institusjon"}, 0, 1),
        ({"innlagt_i_helseinstitusjon": True}, 0, 1),
        ({"plassering": "fosterhjem"}, 1, 0),
    ],
)
def test_the_county_helps_children_in_institutions(
    facts: dict[str, object], kommune: int, county: int
) -> None:
    """§ 31 fourth and fifth paragraph."""
    assert value("spesialpedagogisk_hjelp_kommune", **NEED, **facts) == kommune
    assert value("spesialpedagogisk_hjelp_fylkeskommune", **NEED, **facts) == county


@pytest.mark.parametrize(
    ("facts", "duty"),
    [
        ({"sen_utvikling_eller_laerevansker": True}, True),
        (NEED, False),
        ({}, False),
        (
            {
                "sen_utvikling_eller_laerevansker": True,
                "samtykke_til_spesialpedagogisk_hjelp": False,
            },
            False,
        ),
    ],
)
def test_the_assessment_comes_before_the_decision(facts: dict[str, bool], duty: bool) -> None:
    """§§ 32 to 34."""
    assert value("skal_ha_sakkyndig_vurdering_for_skolealder", **facts) == duty


@pytest.mark.parametrize(
    ("facts", "right"),
    [
        ({"bruker_av_barnehage": True}, True),
        ({"sokt_barnehageplass": True}, True),
        ({}, False),
        ({"bruker_av_barnehage": True, "uforholdsmessig_byrde_for_barnehagen": True}, False),
        ({"bruker_av_barnehage": True, "barn_med_nedsatt_funksjonsevne": False}, False),
    ],
)
def test_adapted_kindergarten(facts: dict[str, bool], right: bool) -> None:
    """§ 37."""
    facts = {"barn_med_nedsatt_funksjonsevne": True} | facts
    assert value("rett_til_tilrettelagt_barnehage", **facts) == right


@pytest.mark.parametrize(
    ("month", "holds"), [("2023-07", 0), ("2023-08", 1), ("2024-07", 1), ("2024-08", 0)]
)
def test_transition_is_the_last_year_before_school(month: str, holds: int) -> None:
    """§ 2 a: a child born in 2018 begins in August 2024."""
    name = "overgang_til_skole_kommunal"
    assert value(name, "2018-06", month, bruker_av_barnehage=True) == holds
    assert value("overgang_fra_barnehage_til_skole", "2018-06", month) == 0


@pytest.mark.parametrize("private", [False, True])
def test_the_owner_must_act(private: bool) -> None:
    """§ 42: the kindergarten, also a private one."""
    facts = {"bruker_av_barnehage": True, "privat_barnehage": private}
    for name, holds in (
        ("aktivitetsplikt_kommunal_barnehage", not private),
        ("aktivitetsplikt_privat_barnehage", private),
    ):
        assert value(name, utrygt_barnehagemiljo=True, **facts) == holds
        assert value(name, **facts) == 0
        assert value(name, utrygt_barnehagemiljo=True) == 0
    for name, holds in (
        ("overgang_til_skole_kommunal", not private),
        ("overgang_til_skole_privat", private),
        ("overgang_fra_barnehage_til_skole", True),
    ):
        assert value(name, "2019-03", **facts) == holds
