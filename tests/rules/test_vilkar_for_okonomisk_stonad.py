"""Sosialtjenesteloven §§ 17, 19, 20, 20 a and 28: conditions, special cases, advice and plan.

Rates of June 2024: single 7 850, shared household 6 600, child 6-10 3 950 (rundskriv A-3/2023).
"""

from typing import Any

import pytest
from situations import household

MONTH = "2024-06"


def asks(month: str = MONTH, **more: Any) -> dict[str, Any]:
    return {"soker_sosialhjelp": {month: True}, **more}


@pytest.mark.parametrize(
    ("born", "weighty", "condition"),
    [("1994-07", False, True), ("1994-06", False, False), ("1994-07", True, False)],
)
def test_activity_condition_under_30(born: str, weighty: bool, condition: bool) -> None:
    """§ 20 a: born July 1994 is 29 in June 2024; born June 1994 turns 30 in it."""
    case = household(
        {
            "a": {
                "born": born,
                "tungtveiende_grunner_mot_aktivitet": {MONTH: weighty},
                **asks(),
            }
        },
        andre=["a"],
    )
    assert bool(case.calculate("skal_stilles_vilkar_om_aktivitet", MONTH)[0]) is condition


def test_no_activity_condition_without_a_right() -> None:
    case = household(
        {
            "a": {
                "born": "2000-01",
                "andre_inntekter_til_livsopphold": {MONTH: 30000},
                **asks(),
            }
        },
        andre=["a"],
    )
    assert not case.calculate("skal_stilles_vilkar_om_aktivitet", MONTH)[0]


@pytest.mark.parametrize(("month", "considered"), [("2020-12", False), ("2021-01", True)])
def test_language_training_is_considered_from_2021(month: str, considered: bool) -> None:
    case = household(
        {
            "a": {
                "born": "1998-01",
                "manglende_norsk_er_grunnen": {month: True},
                "hadde_rett_og_plikt_til_introduksjonsprogram": {month: True},
                **asks(month),
            }
        },
        andre=["a"],
    )
    assert bool(case.calculate("skal_vurdere_norskopplaering", month)[0]) is considered
    assert bool(case.calculate("skal_stille_vilkar_om_norskopplaering", month)[0]) is considered


def test_training_must_be_set_only_after_the_introduction_programme() -> None:
    case = household(
        {"a": {"born": "1998-01", "manglende_norsk_er_grunnen": {MONTH: True}, **asks()}},
        andre=["a"],
    )
    assert case.calculate("skal_vurdere_norskopplaering", MONTH)[0]
    assert not case.calculate("skal_stille_vilkar_om_norskopplaering", MONTH)[0]


def test_breach_of_a_condition_cuts_the_own_rate_alone() -> None:
    """A tenth of the single rate of 7 850, nothing of the child's 3 950 or the rent."""
    case = household(
        {
            "mor": {"born": "1998-01", "brudd_pa_vilkar": {MONTH: True}, **asks()},
            "barn": {"born": "2016-01"},
        },
        foreldre=["mor"],
        barna=["barn"],
        husstand={"boutgifter": {MONTH: 8000}},
    )
    assert case.calculate("sosialhjelp", MONTH) == pytest.approx([7850 + 3950 + 8000 - 785])


def test_a_young_adults_breach_does_not_touch_the_parents() -> None:
    case = household(
        {
            "mor": {"born": "1985-01", **asks()},
            "ung": {"born": "2004-01", "brudd_pa_vilkar": {MONTH: True}, **asks()},
        },
        foreldre=["mor"],
        barna=["ung"],
    )
    assert case.calculate("sosialhjelp", MONTH) == pytest.approx([7850 + 6600 - 660])


def test_special_case_support_without_a_right() -> None:
    """§ 19: granted though the income is above the need; only a "may" for the kommune."""
    case = household(
        {
            "a": {
                "born": "1990-01",
                "andre_inntekter_til_livsopphold": {MONTH: 30000},
                "vanskelig_livssituasjon": {MONTH: True},
                "stonad_i_saerlige_tilfeller": {MONTH: 4000},
            }
        },
        foreldre=["a"],
    )
    assert case.calculate("sosialhjelp", MONTH) == [4000]
    assert case.calculate("kan_fa_stonad_i_saerlige_tilfeller", MONTH)[0]
    poor = household(
        {"a": {"born": "1990-01", "vanskelig_livssituasjon": {MONTH: True}, **asks()}},
        foreldre=["a"],
    )
    assert not poor.calculate("kan_fa_stonad_i_saerlige_tilfeller", MONTH)[0]


@pytest.mark.parametrize("fact", ["trenger_rad_og_veiledning", "soker_sosialhjelp"])
def test_advice_for_whoever_needs_it_or_applies(fact: str) -> None:
    case = household({"a": {"born": "2007-01", fact: {MONTH: True}}, "b": {}}, barna=["a", "b"])
    assert list(case.calculate("rett_til_rad_og_veiledning", MONTH)) == [True, False]


@pytest.mark.parametrize("fact", ["trenger_koordinerte_sosiale_tjenester", "innvilget_kvp"])
def test_individual_plan_for_coordinated_need_and_for_participants(fact: str) -> None:
    """§§ 28 and 33."""
    case = household(
        {"a": {"born": "2000-01", fact: {MONTH: True}}, "b": {"born": "2000-01"}},
        andre=["a", "b"],
    )
    found = case.calculate("rett_til_individuell_plan_sosialtjenesten", MONTH)
    assert list(found) == [True, False]
