"""Opplæringslova §§ 11-7, 18-2 and 28-3 to 28-5: who has a right in institutions and prisons, and
which authority has the pupil assessed."""

import pytest
from situations import household


def value(rule: str, born: str, month: str, **facts: object) -> float:
    inputs = {name: {month: fact} for name, fact in facts.items()}
    case = household({"p": {"born": born, **inputs}}, barna=["p"])
    return float(case.calculate(rule, month)[0])


PLACES = [
    ("rett_til_opplaering_i_barnevernsinstitusjon", {"plassering": "institusjon"}),
    ("rett_til_opplaering_i_helseinstitusjon", {"innlagt_i_helseinstitusjon": True}),
    ("rett_til_opplaering_i_fengsel", {"i_fengsel": True}),
]


@pytest.mark.parametrize(("rule", "place"), PLACES)
@pytest.mark.parametrize(
    ("born", "facts", "right"),
    [
        ("2012-05", {}, True),
        ("2007-05", {}, True),
        ("2006-05", {"mangler_fullfort_grunnskole": True}, True),
        ("1998-05", {}, False),
        ("1998-05", {"soker_vgo_som_voksen": True}, True),
        ("1998-05", {"trenger_forberedende_opplaering": True}, True),
        ("2005-05", {"fullfort_vgo": True}, True),
        ("2005-05", {"fullfort_vgo": True, "har_yrkeskompetanse": True}, True),
    ],
)
def test_every_right_to_education_is_met_there(
    rule: str, place: dict[str, object], born: str, facts: dict[str, object], right: bool
) -> None:
    """§§ 28-3 to 28-5: "grunnskoleopplæring, førebuande opplæring for vaksne og vidaregåande
    opplæring", with §§ 2-1, 5-1, 5-7, 18-2, 18-3 and 18-4; October 2024."""
    assert bool(value(rule, born, "2024-10", **place, **facts)) is right
    assert value(rule, born, "2024-10", **facts) == 0


@pytest.mark.parametrize(
    ("facts", "right"),
    [({}, True), ({"fullfort_vgo": True}, False), ({"ar_brukt_av_vgo_rett": 3.0}, False)],
)
def test_no_requalification_before_august_2024(facts: dict[str, object], right: bool) -> None:
    """Act of 1998 §§ 3-1 and 13-2; born 2005, July 2024."""
    rule = "rett_til_opplaering_i_barnevernsinstitusjon"
    assert bool(value(rule, "2005-05", "2024-07", plassering="institusjon", **facts)) is right


@pytest.mark.parametrize(("month", "right"), [("2024-07", False), ("2024-08", True)])
def test_children_and_siblings_of_patients_from_august_2024(month: str, right: bool) -> None:
    """§ 28-4 first paragraph second sentence; the act of 1998 had the patients only."""
    rule = "rett_til_opplaering_i_helseinstitusjon"
    got = value(rule, "2012-05", month, barn_eller_sosken_av_innlagt=True)
    assert bool(got) is right


@pytest.mark.parametrize("place", [place for _, place in PLACES])
def test_the_county_has_a_pupil_in_an_institution_assessed(place: dict[str, object]) -> None:
    """§§ 11-7 and 28-2 second paragraph; in compulsory school, October 2024."""
    facts = {"uten_tilfredsstillende_utbytte": True}
    kommune, county = (
        "skal_ha_sakkyndig_vurdering_grunnskole",
        "skal_ha_sakkyndig_vurdering_vgo",
    )
    assert value(kommune, "2012-05", "2024-10", **facts) == 1
    assert value(county, "2012-05", "2024-10", **facts) == 0
    assert value(kommune, "2012-05", "2024-10", **facts, **place) == 0
    assert value(county, "2012-05", "2024-10", **facts, **place) == 1


@pytest.mark.parametrize(
    ("born", "facts", "right"),
    [
        ("1998-05", {}, False),
        ("1998-05", {"trenger_forberedende_opplaering": True}, True),
        ("2005-05", {"fullfort_vgo": True, "trenger_forberedende_opplaering": True}, True),
        ("2005-05", {"trenger_forberedende_opplaering": True}, False),
        ("2010-05", {"trenger_forberedende_opplaering": True}, False),
    ],
)
def test_preparatory_education_for_whoever_needs_it(
    born: str, facts: dict[str, object], right: bool
) -> None:
    """§ 18-2: need, no right to compulsory school, and no right under chapter 5; October 2024."""
    assert bool(value("rett_til_forberedende_opplaering", born, "2024-10", **facts)) is right
