"""Egenandel for institutions and centres: the ministry's yearly letters, and who pays the rest.

Letters: 68 740 kr (2017), 170 000 kr (2022) a month for an institution; 16 185, 15 000 for MST.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

OSLO, BERGEN = 301, 4601


def placed(
    month: str, *, born: str = "2009-05", kommune: int = BERGEN, **inputs: Any
) -> Simulation:
    """One child in an institution in a month."""
    facts = {name: {month: value} for name, value in inputs.items()}
    return household(
        {"barn": {"born": born, "plassering": {month: "institusjon"}, **facts}},
        barna=["barn"],
        kommune={"kommunenummer": {"ETERNITY": kommune}},
    )


@pytest.mark.parametrize(
    ("month", "rate"),
    [
        ("2016-06", 66900),
        ("2017-06", 68740),
        ("2021-12", 76660),
        ("2022-01", 170000),
        ("2024-06", 182700),
    ],
)
def test_rate_of_the_year(month: str, rate: int) -> None:
    """2021 is interpolated between the letters for 2017 and 2022."""
    case = placed(month)
    assert case.calculate("egenandel_institusjon", month) == [rate]
    assert case.calculate("institusjon_maned_bufetat", month) == [1]
    assert case.calculate("institusjon_maned_kommune", month) == [0]


@pytest.mark.parametrize(("month", "rate"), [("2017-06", 34370), ("2022-06", 85000)])
def test_half_rate_for_an_unsettled_unaccompanied_minor(month: str, rate: int) -> None:
    case = placed(month, enslig_mindrearig_fra_mottak=True)
    assert case.calculate("egenandel_institusjon", month) == [rate]


@pytest.mark.parametrize(("kommune", "by_state"), [(BERGEN, 1), (OSLO, 0)])
def test_oslo_pays_the_gross_cost(kommune: int, by_state: int) -> None:
    """§ 16-6."""
    case = placed("2022-06", kommune=kommune)
    assert case.calculate("institusjon_maned_bufetat", "2022-06") == [by_state]
    assert case.calculate("institusjon_maned_kommune", "2022-06") == [1 - by_state]
    assert case.calculate("egenandel_institusjon", "2022-06") == [170000 * by_state]


@pytest.mark.parametrize(("offered", "by_state"), [(True, 1), (False, 0)])
def test_the_state_pays_only_what_it_offers(offered: bool, by_state: int) -> None:
    """§ 16-5 first paragraph, third sentence."""
    case = placed("2022-06", bufetat_tilbyr_plass=offered)
    assert case.calculate("institusjon_maned_bufetat", "2022-06") == [by_state]
    assert case.calculate("institusjon_maned_kommune", "2022-06") == [1 - by_state]


@pytest.mark.parametrize(
    ("month", "by_state", "by_kommune"),
    [("2023-04", 1, 0), ("2023-05", 0, 1), ("2028-04", 0, 1), ("2028-05", 0, 0)],
)
def test_the_state_stops_at_20_and_aftercare_at_25(
    month: str, by_state: int, by_kommune: int
) -> None:
    """§ 16-5 second paragraph and § 3-6; born May 2003."""
    case = placed(month, born="2003-05", ettervern=True)
    assert case.calculate("institusjon_maned_bufetat", month) == [by_state]
    assert case.calculate("institusjon_maned_kommune", month) == [by_kommune]


@pytest.mark.parametrize(("aftercare", "months"), [(True, 1), (False, 0)])
def test_no_measure_after_18_without_aftercare(aftercare: bool, months: int) -> None:
    case = placed("2024-06", born="2005-05", ettervern=aftercare)
    assert case.calculate("institusjon_maned_bufetat", "2024-06") == [months]


@pytest.mark.parametrize(("year", "share"), [("2017", 0.0981), ("2021", 0.0981), ("2022", 0.0368)])
def test_share_of_stays_that_mst_must_prevent_for_the_kommune(year: str, share: float) -> None:
    """A first episode at 13: five months of MST against twelve in an institution.

    Before the reform 5 x 16 185 / (12 x 68 740) = 9.8 %, after it 5 x 15 000 / (12 x 170 000) =
    3.7 %. The egenandeler alone; what the state bears isn't the kommune's.
    """
    born = f"{int(year) - 14}-12"
    months = [f"{year}-{number:02}" for number in range(1, 13)]
    facts = {
        "mst": {"born": born, "har_mst": dict.fromkeys(months[:5], True)},
        "institusjon": {"born": born, "plassering": dict.fromkeys(months, "institusjon")},
    }
    case = household(facts, barna=list(facts), kommune={"kommunenummer": {"ETERNITY": BERGEN}})
    mst = case.calculate_add("egenandel_mst", year)
    institution = case.calculate_add("egenandel_institusjon", year)
    assert mst[1] == institution[0] == 0
    assert mst[0] / institution[1] == pytest.approx(share, abs=0.0001)


def centre(
    month: str, parents: int, children: int, *, born: str = "2020-05", **inputs: bool
) -> Simulation:
    """Parents and children who stay in a parent-child centre."""
    stay = {"i_senter_for_foreldre_og_barn": {month: True}}
    mothers = {f"v{number}": {"born": "1995-01", **stay} for number in range(parents)}
    young = {f"b{number}": {"born": born, **stay} for number in range(children)}
    return household(
        mothers | young,
        foreldre=list(mothers),
        barna=list(young),
        husstand={name: {month: value} for name, value in inputs.items()},
        kommune={"kommunenummer": {"ETERNITY": BERGEN}},
    )


@pytest.mark.parametrize(
    ("parents", "children", "shares"), [(1, 1, 1.0), (2, 1, 1.5), (1, 2, 1.5), (2, 3, 2.5)]
)
def test_half_a_rate_for_each_further_person_in_a_centre(
    parents: int, children: int, shares: float
) -> None:
    """Regulation 2003-11-26-1397 § 4: 71 000 kr in 2022 for one parent and one child."""
    case = centre("2022-06", parents, children, senter_utredning=True)
    assert case.calculate("egenandel_senter", "2022-06") == [71000 * shares]


@pytest.mark.parametrize(
    ("month", "assessed", "born", "by_state"),
    [
        ("2023-12", False, "2020-05", True),
        ("2024-01", False, "2020-05", False),
        ("2024-01", True, "2020-05", True),
        ("2024-01", True, "2017-02", True),
        ("2024-02", True, "2017-02", False),
    ],
)
def test_help_in_a_centre_without_assessment_left_the_scheme_in_2024(
    month: str, assessed: bool, born: str, by_state: bool
) -> None:
    """Regulation 2021-12-07-3419 § 1, and 0-6 years in § 16-3 fourth paragraph."""
    case = centre(month, 1, 1, born=born, senter_utredning=assessed)
    assert case.calculate("senter_dogn_maned_bufetat", month) == [float(by_state)]
    assert case.calculate("senter_dogn_maned_kommune", month) == [float(not by_state)]
    assert bool(case.calculate("egenandel_senter", month)[0] > 0) is by_state


def test_a_young_mother_counts_as_a_parent_not_as_a_child() -> None:
    """A mother of 17 and her child are one parent and one child: one rate."""
    stay = {"i_senter_for_foreldre_og_barn": {"2022-06": True}}
    case = household(
        {"mor": {"born": "2005-01", **stay}, "barn": {"born": "2022-01", **stay}},
        foreldre=["mor"],
        barna=["barn"],
        husstand={"senter_utredning": {"2022-06": True}},
    )
    assert case.calculate("egenandel_senter", "2022-06") == [71000]
    assert case.calculate("senter_dogn_maned_bufetat", "2022-06") == [1]


def test_no_egenandel_when_no_child_is_in_the_centre() -> None:
    case = household(
        {
            "mor": {"born": "1995-01", "i_senter_for_foreldre_og_barn": {"2022-06": True}},
            "barn": {"born": "2022-01"},
        },
        foreldre=["mor"],
        barna=["barn"],
        husstand={"senter_utredning": {"2022-06": True}},
    )
    assert case.calculate("egenandel_senter", "2022-06") == [0]


def test_home_based_help_from_a_centre() -> None:
    case = centre("2022-06", 1, 1, senter_utredning=True, senter_er_hjemmebasert=True)
    assert case.calculate("egenandel_senter", "2022-06") == [11000]
    assert case.calculate("senter_hjemmebasert_maned_bufetat", "2022-06") == [1]
    assert case.calculate("senter_dogn_maned_bufetat", "2022-06") == [0]
    assert case.calculate("senter_hjemmebasert_maned_kommune", "2022-06") == [0]


@pytest.mark.parametrize(
    ("asked", "kommune", "born", "owed"),
    [
        (True, BERGEN, "2009-05", True),
        (False, BERGEN, "2009-05", False),
        (True, OSLO, "2009-05", False),
        (True, BERGEN, "2003-05", False),
    ],
)
def test_the_state_agency_must_assist_when_asked(
    asked: bool, kommune: int, born: str, owed: bool
) -> None:
    """§ 16-3 second paragraph; the last youth is 21 with aftercare."""
    case = placed("2024-06", born=born, kommune=kommune, anmodning_om_plass=asked, ettervern=True)
    assert bool(case.calculate("bufetat_bistandsplikt", "2024-06")[0]) is owed


@pytest.mark.parametrize("asked", [True, False])
def test_after_an_emergency_decision_the_state_agency_helps_when_asked(asked: bool) -> None:
    """§ 16-3 second paragraph letter a: on request from the kommune."""
    case = placed("2024-06", akuttvedtak=True, anmodning_om_plass=asked)
    assert case.calculate("akutt_barn", "2024-06").all()
    assert bool(case.calculate("bufetat_bistandsplikt", "2024-06")[0]) is asked


@pytest.mark.parametrize("further", [True, False])
def test_an_emergency_decision_goes_to_the_tribunal_when_more_is_needed(further: bool) -> None:
    """§§ 4-2 third, 4-4 second and 4-5 second paragraphs."""
    case = placed("2024-06", akuttvedtak=True, behov_for_videre_tiltak=further)
    assert bool(case.calculate("akuttvedtak_krever_begjaering", "2024-06")[0]) is further


@pytest.mark.parametrize(
    ("danger", "fails", "met"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_conditions_for_an_institution_without_consent(
    danger: bool, fails: bool, met: bool
) -> None:
    """§ 6-2."""
    case = placed(
        "2024-06", alvorlig_utviklingsfare=danger, mindre_inngripende_utilstrekkelig=fails
    )
    found = case.calculate("vilkar_for_institusjon_uten_samtykke", "2024-06")
    assert bool(found[0]) is met


@settings(max_examples=40, deadline=None)
@given(
    born=st.sampled_from(["1990-01", "2000-06", "2004-01", "2009-05", "2030-01"]),
    year=st.integers(2019, 2026),
    kommune=st.sampled_from([0, OSLO, BERGEN]),
    offered=st.booleans(),
    aftercare=st.booleans(),
    place=st.sampled_from(["hjemme", "fosterhjem", "institusjon", "egen_bolig"]),
)
def test_one_payer_and_never_more_than_a_month(
    born: str, year: int, kommune: int, offered: bool, aftercare: bool, place: str
) -> None:
    month = f"{year}-06"
    case = household(
        {
            "barn": {
                "born": born,
                "plassering": {month: place},
                "bufetat_tilbyr_plass": {month: offered},
                "ettervern": {month: aftercare},
            }
        },
        barna=["barn"],
        kommune={"kommunenummer": {"ETERNITY": kommune}},
    )
    state = case.calculate("institusjon_maned_bufetat", month)[0]
    own = case.calculate("institusjon_maned_kommune", month)[0]
    fee = case.calculate("egenandel_institusjon", month)[0]
    assert {state, own} <= {0.0, 1.0}
    assert state + own == float(case.calculate("i_institusjon", month)[0])
    assert (fee > 0) == (state == 1)
