"""Aftercare: § 3-6 from 18 to 25 (23 before 2021), against the state's limit of 20 in § 16-5."""

from typing import Any

import pytest
from openfisca_core.simulations import Simulation
from situations import household

OSLO, BERGEN = 301, 4601


def youth(month: str, *, born: str, kommune: int = BERGEN, **inputs: Any) -> Simulation:
    """One youth with facts of one month; `before` tells of measures before 18."""
    before = inputs.pop("before", False)
    facts = {name: {month: value} for name, value in inputs.items()}
    return household(
        {"ung": {"born": born, "tiltak_for_18": {"ETERNITY": before}, **facts}},
        barna=["ung"],
        kommune={"kommunenummer": {"ETERNITY": kommune}},
    )


@pytest.mark.parametrize(
    ("month", "born", "months"),
    [
        ("2024-06", "2006-07", 0),
        ("2024-06", "2006-06", 1),
        ("2024-06", "1999-07", 1),
        ("2024-06", "1999-06", 0),
        ("2020-12", "1998-01", 1),
        ("2020-12", "1997-12", 0),
        ("2021-01", "1997-12", 1),
    ],
)
def test_from_18_to_25_and_to_23_before_2021(month: str, born: str, months: int) -> None:
    """Born December 1997 and 23 in December 2020: too old then, covered again from January."""
    case = youth(month, born=born, ettervern=True, plassering="egen_bolig")
    assert case.calculate("ettervern_maned", month) == [months]


@pytest.mark.parametrize(
    ("before", "consent", "need", "right"),
    [
        (True, True, True, True),
        (False, True, True, False),
        (True, False, True, False),
        (True, True, False, False),
    ],
)
def test_right_needs_earlier_measures_consent_and_need(
    before: bool, consent: bool, need: bool, right: bool
) -> None:
    case = youth(
        "2024-06",
        born="2005-06",
        before=before,
        samtykker_til_ettervern=consent,
        behov_for_ettervern=need,
    )
    assert bool(case.calculate("rett_til_ettervern", "2024-06")[0]) is right


@pytest.mark.parametrize(
    ("born", "kommune", "responsible"),
    [("2004-07", BERGEN, True), ("2004-06", BERGEN, False), ("2004-07", OSLO, False)],
)
def test_the_state_is_responsible_to_20(born: str, kommune: int, responsible: bool) -> None:
    """§ 16-5 second paragraph: persons under 20; born June 2004 turns 20 in the month."""
    case = youth("2024-06", born=born, kommune=kommune)
    assert bool(case.calculate("statlig_betalingsansvar", "2024-06")[0]) is responsible


@pytest.mark.parametrize(
    ("place", "months"),
    [("hjemme", 1), ("egen_bolig", 1), ("fosterhjem", 0), ("institusjon", 0)],
)
def test_each_month_is_counted_once(place: str, months: int) -> None:
    case = youth("2024-06", born="2005-06", ettervern=True, plassering=place)
    total = (
        case.calculate("ettervern_maned", "2024-06")
        + case.calculate("i_fosterhjem", "2024-06")
        + case.calculate("i_institusjon", "2024-06")
    )
    assert case.calculate("ettervern_maned", "2024-06") == [months]
    assert total == [1]


@pytest.mark.parametrize(
    ("born", "place", "due"),
    [
        ("2006-07", "fosterhjem", True),
        ("2007-06", "fosterhjem", True),
        ("2007-07", "fosterhjem", False),
        ("2006-06", "fosterhjem", False),
        ("2006-07", "hjemme", False),
    ],
)
def test_assessed_well_before_18(born: str, place: str, due: bool) -> None:
    """§ 3-6 second paragraph, with twelve months as the usual practice."""
    case = youth("2024-06", born=born, plassering=place)
    assert bool(case.calculate("ettervern_skal_vurderes", "2024-06")[0]) is due


@pytest.mark.parametrize("measure", ["har_hjelpetiltak", "har_mst", "i_fengsel"])
def test_any_measure_is_assessed(measure: str) -> None:
    """§ 3-6; follow-up in prison counts as a measure (§ 15-10)."""
    case = youth("2024-06", born="2006-07", **{measure: True})
    assert case.calculate("ettervern_skal_vurderes", "2024-06").all()


@pytest.mark.parametrize(("mst", "months"), [(False, 1), (True, 0)])
def test_mst_after_18_is_counted_as_mst(mst: bool, months: int) -> None:
    case = youth("2024-06", born="2006-01", ettervern=True, har_mst=mst)
    assert case.calculate("ettervern_maned", "2024-06") == [months]
    assert case.calculate("mst_maned_bufetat", "2024-06") == [1 - months]
