"""Help at home, MST and the first duties of barnevernsloven."""

from typing import Any

import pytest
from openfisca_core.simulations import Simulation
from situations import household

OSLO, BERGEN = 301, 4601


def child(month: str, *, born: str = "2010-06", kommune: int = BERGEN, **inputs: Any) -> Simulation:
    """One child with facts of one month."""
    facts = {name: {month: value} for name, value in inputs.items()}
    return household(
        {"barn": {"born": born, **facts}},
        barna=["barn"],
        kommune={"kommunenummer": {"ETERNITY": kommune}},
    )


@pytest.mark.parametrize(
    ("month", "rate"),
    [("2016-06", 15750), ("2017-06", 16185), ("2021-12", 18050), ("2022-01", 15000)],
)
def test_egenandel_for_mst(month: str, rate: int) -> None:
    """Letters for 2016, 2017 and 2022; 2021 is interpolated."""
    case = child(month, born="2005-06", har_mst=True)
    assert case.calculate("egenandel_mst", month) == [rate]


@pytest.mark.parametrize(
    ("kommune", "offered", "by_state"),
    [(BERGEN, True, 1), (BERGEN, False, 0), (OSLO, True, 0)],
)
def test_who_pays_mst(kommune: int, offered: bool, by_state: int) -> None:
    """§§ 16-3, 16-5, 16-6."""
    case = child("2022-06", kommune=kommune, har_mst=True, bufetat_tilbyr_mst=offered)
    assert case.calculate("mst_maned_bufetat", "2022-06") == [by_state]
    assert case.calculate("mst_maned_kommune", "2022-06") == [1 - by_state]
    assert case.calculate("egenandel_mst", "2022-06") == [15000 * by_state]


@pytest.mark.parametrize(("born", "months"), [("2006-07", 1), ("2006-06", 0)])
def test_help_ends_at_18(born: str, months: int) -> None:
    """§ 1-2: born July 2006, still 17 in June 2024."""
    case = child("2024-06", born=born, har_hjelpetiltak=True, har_mst=True)
    assert case.calculate("hjelpetiltak_maned", "2024-06") == [months]
    assert case.calculate("mst_maned_bufetat", "2024-06") == [months]
    assert bool(case.calculate("hjelpetiltak_folges_opp", "2024-06")[0]) is bool(months)


@pytest.mark.parametrize("measure", ["har_hjelpetiltak", "har_mst"])
def test_a_measure_alone_is_followed_up_and_shows_the_right(measure: str) -> None:
    """§§ 3-1, 8-1."""
    case = child("2024-06", **{measure: True})
    assert case.calculate("hjelpetiltak_folges_opp", "2024-06").all()
    assert case.calculate("rett_til_hjelpetiltak", "2024-06").all()


@pytest.mark.parametrize(("born", "child_of_the_act"), [("2024-06", True), ("2024-07", False)])
def test_from_the_month_of_birth(born: str, child_of_the_act: bool) -> None:
    found = child("2024-06", born=born).calculate("barn_etter_barnevernsloven", "2024-06")
    assert bool(found[0]) is child_of_the_act


@pytest.mark.parametrize(
    ("found", "particular", "right"),
    [(True, True, True), (True, False, False), (False, True, False)],
)
def test_right_to_help_needs_a_particular_need(found: bool, particular: bool, right: bool) -> None:
    """§ 3-1."""
    case = child("2024-06", hjelpebehov_avdekket=found, hjelpebehov_er_saerlig=particular)
    assert bool(case.calculate("rett_til_hjelpetiltak", "2024-06")[0]) is right


@pytest.mark.parametrize(
    ("report", "grounds", "duty"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_duty_to_investigate(report: bool, grounds: bool, duty: bool) -> None:
    """§ 2-2; the report itself must be reviewed in any case."""
    case = child("2024-06", bekymringsmelding=report, grunn_til_undersokelse=grounds)
    assert bool(case.calculate("undersokelsesplikt", "2024-06")[0]) is duty
    assert bool(case.calculate("melding_skal_gjennomgas", "2024-06")[0]) is report


@pytest.mark.parametrize(
    ("facts", "right"),
    [
        ({"bekymringsmelding": True}, True),
        ({"akuttvedtak": True}, True),
        ({"har_hjelpetiltak": True}, True),
        ({"har_mst": True}, True),
        ({"i_senter_for_foreldre_og_barn": True}, True),
        ({"plassering": "fosterhjem"}, True),
        ({"plassering": "institusjon"}, True),
        ({"bekymringsmelding": True, "kan_danne_seg_meninger": False}, False),
        ({"plassering": "egen_bolig"}, False),
    ],
)
def test_right_to_take_part(facts: dict[str, Any], right: bool) -> None:
    """§ 1-4."""
    case = child("2024-06", **facts)
    assert bool(case.calculate("rett_til_medvirkning", "2024-06")[0]) is right


@pytest.mark.parametrize(("born", "followed"), [("2006-07", True), ("2006-06", False)])
def test_child_in_prison(born: str, followed: bool) -> None:
    """§ 15-10."""
    case = child("2024-06", born=born, i_fengsel=True)
    assert bool(case.calculate("barn_i_fengsel", "2024-06")[0]) is followed


@pytest.mark.parametrize(
    ("kommune", "facts", "offer"),
    [
        (BERGEN, {"alvorlig_utviklingsfare": True}, True),
        (OSLO, {"alvorlig_utviklingsfare": True}, False),
        (BERGEN, {}, False),
    ],
)
def test_the_state_agency_may_offer_mst(kommune: int, facts: dict[str, bool], offer: bool) -> None:
    case = child("2024-06", kommune=kommune, **facts)
    assert bool(case.calculate("mst_kan_tilbys", "2024-06")[0]) is offer


def test_silent_without_facts() -> None:
    case = child("2024-06")
    for name in ("egenandel_mst", "hjelpetiltak_maned", "mst_maned_kommune", "ettervern_maned"):
        assert case.calculate(name, "2024-06") == [0]
    for name in ("barnevernssak", "rett_til_hjelpetiltak", "rett_til_ettervern"):
        assert not case.calculate(name, "2024-06").any()
