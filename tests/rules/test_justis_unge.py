"""Criminal responsibility, youth reactions, the talk of concern and the adapted hearing."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household


def youth(born: str = "2008-05", month: str = "2025-03", **facts: Any) -> Simulation:
    stated = {name: {month: value} for name, value in facts.items()}
    return household({"p": {"born": born, **stated}}, barna=["p"])


def holds(case: Simulation, name: str, month: str = "2025-03") -> bool:
    return bool(case.calculate(name, month)[0])


@pytest.mark.parametrize(
    ("age", "free", "last_resort"),
    [(14, True, False), (15, False, True), (17, False, True), (18, False, False)],
)
def test_age_when_it_was_done(age: int, free: bool, last_resort: bool) -> None:
    """Straffeloven §§ 20 and 33."""
    case = youth("2000-01", har_begatt_lovbrudd=True, alder_ved_lovbruddet=age)
    assert holds(case, "kan_ikke_straffes") is free
    assert holds(case, "fengsel_bare_nar_saerlig_pakrevd") is last_resort
    assert holds(case, "ungdomsstraff_kan_idommes") is last_resort


@pytest.mark.parametrize(("born", "free"), [("2010-04", True), ("2010-03", False)])
def test_without_a_stated_age_that_of_the_month(born: str, free: bool) -> None:
    assert holds(youth(born, har_begatt_lovbrudd=True), "kan_ikke_straffes") is free


@pytest.mark.parametrize(
    ("sentence", "longer", "used", "runs"),
    [
        ("domt_til_ungdomsstraff", False, 23, True),
        ("domt_til_ungdomsstraff", False, 24, False),
        ("domt_til_ungdomsstraff", True, 35, True),
        ("domt_til_ungdomsstraff", True, 36, False),
        ("ilagt_ungdomsoppfolging", False, 11, True),
        ("ilagt_ungdomsoppfolging", True, 12, False),
    ],
)
def test_longest_time(sentence: str, longer: bool, used: int, runs: bool) -> None:
    """Konfliktrådsloven § 23."""
    facts = {
        sentence: True,
        "fengsel_klart_over_to_ar": longer,
        "ungdomsreaksjon_maneder_brukt": used,
    }
    case = youth(**facts)
    assert holds(case, "gjennomforer_ungdomsreaksjon") is runs
    assert case.calculate("maned_ungdomsreaksjon", "2025-03")[0] == float(runs)


@pytest.mark.parametrize(("month", "possible"), [("2024-08", False), ("2024-09", True)])
def test_broken_ban_is_a_reason_for_a_talk_from_september_2024(month: str, possible: bool) -> None:
    """Politiloven § 13."""
    case = youth(month=month, brudd_pa_oppholdsforbud=True)
    assert holds(case, "kan_kalles_til_bekymringssamtale", month) is possible


@pytest.mark.parametrize(("born", "possible"), [("2007-04", True), ("2007-03", False)])
def test_talk_of_concern_under_18(born: str, possible: bool) -> None:
    case = youth(born, politiet_tror_straffbar_handling=True)
    assert holds(case, "kan_kalles_til_bekymringssamtale") is possible


@pytest.mark.parametrize(
    ("born", "disability", "adapted"),
    [("2009-04", False, True), ("2009-03", False, False), ("1999-01", True, True)],
)
def test_adapted_hearing_under_16_or_with_a_disability(
    born: str, disability: bool, adapted: bool
) -> None:
    """Straffeprosessloven § 239."""
    case = youth(
        born,
        vitne_i_alvorlig_vold_eller_overgrepssak=True,
        funksjonsnedsettelse_krever_tilrettelagt_avhor=disability,
    )
    assert holds(case, "skal_ha_tilrettelagt_avhor") is adapted


@given(inside=st.booleans(), unit=st.booleans())
@settings(max_examples=8, deadline=None)
def test_a_prison_month_is_in_one_kind_of_place(inside: bool, unit: bool) -> None:
    case = youth(i_fengsel=inside, i_ungdomsenhet=unit)
    ordinary = case.calculate("maned_i_ordinaer_fengselsplass", "2025-03")[0]
    special = case.calculate("maned_i_ungdomsenhet", "2025-03")[0]
    assert ordinary + special == case.calculate("fengselsmaned", "2025-03")[0] == float(inside)
    assert (special > 0) == (inside and unit)
