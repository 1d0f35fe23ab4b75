"""Chapter 9: omsorgspenger, pleiepenger, opplæringspenger; days as navikt/omsorgsdager-kalkulator.

Its test file kalkulerOmsorgsdager.test.ts gives the parts; the total is their sum.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household


def family(year: int, children: list[dict[str, Any]], **parent: Any) -> Simulation:
    """A parent, and children as `age` (reached in the year), `ill`, `shared`."""
    others: dict[str, dict[str, Any]] = {}
    for number, child in enumerate(children):
        others[f"barn{number}"] = {
            "born": f"{year - child['age']}-05",
            "kronisk_sykt_barn": {str(year): child.get("ill", False)},
            "delt_omsorg_for_barnet": {str(year): child.get("shared", False)},
        }
    person: dict[str, Any] = {"born": "1985-01"}
    for name, value in parent.items():
        eternal = name in ("aktuell_manedsinntekt", "sykepengegrunnlag_fastsatt")
        yearly = name in ("alene_om_omsorgen", "omsorgsdager_overfort", "har_omsorg_for_barn")
        person[name] = {"ETERNITY" if eternal else str(year) if yearly else f"{year}-06": value}
    return household({"mor": person} | others, foreldre=["mor"], barna=list(others))


def days(year: int, children: list[dict[str, Any]], **parent: Any) -> float:
    return float(family(year, children, **parent).calculate("omsorgspengedager", str(year))[0])


YOUNG = {"age": 5}
OFFICIAL = [
    # 15 + 10 + 0 + 20: three children, one of them ill and in single care.
    ([{"age": 5, "ill": True}, YOUNG | {"shared": True}, YOUNG | {"shared": True}], True, 45),
    # Single care of a child over 12 gives nothing; under 12: 10 + 10.
    ([{"age": 13}], True, 0),
    ([YOUNG], True, 20),
    # Chronically ill over 12 in single care: 10 + 10 + 20.
    ([{"age": 14, "ill": True}], True, 40),
    # Three in single care: 15 + 15.
    ([YOUNG, YOUNG, YOUNG], True, 30),
    ([YOUNG], False, 10),
]


@pytest.mark.parametrize(("children", "alone", "total"), OFFICIAL)
def test_official_days(children: list[dict[str, Any]], alone: bool, total: float) -> None:
    assert days(2024, children, alene_om_omsorgen=alone) == total


@pytest.mark.parametrize(("children", "alone", "total"), OFFICIAL)
@pytest.mark.parametrize("year", [2020, 2021, 2022])
def test_official_days_in_the_pandemic(
    year: int, children: list[dict[str, Any]], alone: bool, total: float
) -> None:
    """The calculator adds as many corona days as ordinary days."""
    assert days(year, children, alene_om_omsorgen=alone) == 2 * total


@pytest.mark.parametrize("year", [2019, 2023, 2025, 2026])
def test_ordinary_years(year: int) -> None:
    assert days(year, [YOUNG, YOUNG]) == 10
    assert days(year, [YOUNG, YOUNG, YOUNG]) == 15


@pytest.mark.parametrize(
    ("age", "ill", "total"), [(12, False, 10), (13, False, 0), (18, True, 20), (19, True, 0)]
)
def test_age_of_the_child(age: int, ill: bool, total: float) -> None:
    """§ 9-5 third paragraph: to and with the year of turning 12, or 18."""
    assert days(2024, [{"age": age, "ill": ill}]) == total


def test_days_move_between_parents() -> None:
    """§ 9-6 fifth and sixth paragraphs."""
    assert days(2024, [YOUNG], omsorgsdager_overfort=-4.0) == 6
    assert days(2024, [YOUNG], omsorgsdager_overfort=10.0) == 20
    assert days(2024, [{"age": 15}], omsorgsdager_overfort=10.0) == 0
    assert days(2024, [YOUNG], har_omsorg_for_barn=False) == 0


@pytest.mark.parametrize(
    ("used", "taken", "employer", "refunded"),
    [(0, 4, 4, 0), (8, 4, 2, 2), (10, 4, 0, 4), (14, 4, 0, 1), (15, 4, 0, 0)],
)
def test_employer_carries_the_first_ten_days(
    used: int, taken: int, employer: int, refunded: int
) -> None:
    """§ 9-8: three children, 15 days; 39 000 a month is 1 800 a day."""
    case = family(
        2024,
        [YOUNG, YOUNG, YOUNG],
        aktuell_manedsinntekt=39000.0,
        omsorgsdager_i_maneden=float(taken),
        omsorgsdager_brukt=float(used),
    )
    assert case.calculate("omsorgspenger_arbeidsgiver", "2024-06")[0] == 1800 * employer
    assert case.calculate("omsorgspenger", "2024-06")[0] == 1800 * refunded


def test_only_older_ill_children_are_refunded_in_full() -> None:
    """§ 9-8 fourth paragraph."""
    case = family(
        2024,
        [{"age": 14, "ill": True}],
        aktuell_manedsinntekt=39000.0,
        omsorgsdager_i_maneden=4.0,
    )
    assert case.calculate("omsorgspenger_arbeidsgiver", "2024-06")[0] == 0
    assert case.calculate("omsorgspenger", "2024-06")[0] == 7200


@pytest.mark.parametrize(("used", "paid"), [(0, 0), (8, 2), (10, 4)])
def test_self_employed_wait_ten_days_and_get_all(used: int, paid: int) -> None:
    """§ 9-9: 100 per cent of 468 000 / 260, not 80."""
    case = family(
        2024,
        [YOUNG, YOUNG, YOUNG],
        sykepengegrunnlag_fastsatt=468000.0,
        yrkesstatus="selvstendig",
        omsorgsdager_i_maneden=4.0,
        omsorgsdager_brukt=float(used),
    )
    assert case.calculate("omsorgspenger_arbeidsgiver", "2024-06")[0] == 0
    assert case.calculate("omsorgspenger", "2024-06")[0] == 1800 * paid


def carer(month: str, **facts: Any) -> Simulation:
    person: dict[str, Any] = {"born": "1990-06"}
    for name, value in facts.items():
        eternal = name in ("aktuell_manedsinntekt", "sykepengegrunnlag_fastsatt")
        person[name] = {"ETERNITY" if eternal else month: value}
    return household({"mor": person}, foreldre=["mor"])


def paid(rule: str, month: str, **facts: Any) -> float:
    return float(carer(month, aktuell_manedsinntekt=39000.0, **facts).calculate(rule, month)[0])


@pytest.mark.parametrize(
    ("facts", "rate"),
    [
        ({}, 1800),
        # § 9-11: 15 of 37.5 hours with others leave 60 per cent; 30 hours leave 20, more nothing.
        ({"tilsyn_av_andre_timer": 15.0}, 1080),
        ({"tilsyn_av_andre_timer": 30.0}, 360),
        ({"tilsyn_av_andre_timer": 30.1}, 0),
        ({"tilsyn_av_andre_timer": 30.1, "nattevak_eller_beredskap": True}, 1800),
        ({"pleiepenger_arbeidet_andel": 0.5}, 900),
        ({"pleiepenger_arbeidet_andel": 0.5, "tilsyn_av_andre_timer": 15.0}, 900),
        ({"pleiepenger_andres_andel": 0.4}, 1080),
    ],
)
def test_graded_attendance_allowance(facts: dict[str, Any], rate: float) -> None:
    given = {"innvilget_pleiepenger": True, "pleiepengedager": 10.0} | facts
    assert paid("pleiepenger", "2024-06", **given) == 10 * rate


@pytest.mark.parametrize(
    ("month", "rate"),
    # 6 G / 260: 599 148, 608 106, 638 394, 668 862, 711 720, 744 168, 780 960, 819 294.
    [
        ("2019-06", 2304),
        ("2020-06", 2339),
        ("2021-06", 2455),
        ("2022-06", 2573),
        ("2023-06", 2737),
        ("2024-06", 2862),
        ("2025-06", 3004),
        ("2026-06", 3151),
    ],
)
def test_ceiling_each_year(month: str, rate: int) -> None:
    case = carer(
        month, sykepengegrunnlag_fastsatt=2e6, innvilget_pleiepenger=True, pleiepengedager=1.0
    )
    assert case.calculate("pleiepenger", month)[0] == rate


def test_self_employed_get_all_of_the_basis() -> None:
    """§ 9-15 first paragraph, against 80 per cent in sickness."""
    case = carer(
        "2024-06",
        sykepengegrunnlag_fastsatt=468000.0,
        yrkesstatus="selvstendig",
        innvilget_pleiepenger=True,
        pleiepengedager=10.0,
    )
    assert case.calculate("pleiepenger", "2024-06")[0] == 18000


def test_not_granted_or_too_little_income() -> None:
    assert paid("pleiepenger", "2024-06") == 0
    case = carer("2024-07", aktuell_manedsinntekt=5000.0, innvilget_pleiepenger=True)
    assert case.calculate("pleiepenger", "2024-07")[0] == 0


@pytest.mark.parametrize(("used", "counted"), [(0, 10), (55, 5), (60, 0)])
def test_sixty_days_at_the_end_of_a_life(used: int, counted: int) -> None:
    facts = {
        "innvilget_pleiepenger_naerstaende": True,
        "pleiepenger_naerstaende_dager": 10.0,
        "pleiepenger_naerstaende_brukt": float(used),
    }
    assert paid("pleiepenger_naerstaende", "2024-06", **facts) == 1800 * counted


def test_training_allowance() -> None:
    facts = {"innvilget_opplaringspenger": True, "opplaringspengedager": 3.0}
    assert paid("opplaringspenger", "2024-06", **facts) == 5400


@pytest.mark.parametrize(
    ("born", "facts", "entitled"),
    [
        ("2006-07", {}, True),
        ("2006-06", {}, False),
        ("2004-01", {"livstruende_syk_utviklingshemmet": {"2024-06": True}}, True),
        ("2010-01", {"trenger_kontinuerlig_tilsyn": {"2024-06": False}}, False),
    ],
)
def test_right_of_the_carer(born: str, facts: dict[str, Any], entitled: bool) -> None:
    """§ 9-10: under 18 in June 2024."""
    child = {"born": born, "trenger_kontinuerlig_tilsyn": {"2024-06": True}} | facts
    mother = {
        "born": "1985-01",
        "aktuell_manedsinntekt": {"ETERNITY": 39000.0},
        "ma_vaere_borte_fra_arbeid": {"2024-06": True},
    }
    case = household({"mor": mother, "barn": child}, foreldre=["mor"], barna=["barn"])
    assert list(case.calculate("rett_til_pleiepenger", "2024-06")) == [entitled, False]


@settings(max_examples=30, deadline=None)
@given(st.floats(0, 60), st.floats(0, 1), st.floats(0, 1), st.integers(0, 120000))
def test_never_negative_and_never_above_the_basis(
    hours: float, worked: float, others: float, income: int
) -> None:
    case = carer(
        "2025-06",
        aktuell_manedsinntekt=float(income),
        innvilget_pleiepenger=True,
        pleiepengedager=20.0,
        tilsyn_av_andre_timer=hours,
        pleiepenger_arbeidet_andel=worked,
        pleiepenger_andres_andel=others,
    )
    amount = case.calculate("pleiepenger", "2025-06")[0]
    assert 0 <= amount <= 20 * (min(12 * income, 780960) / 260 + 0.5)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 20), max_size=5), st.booleans())
def test_more_children_never_give_fewer_days(ages: list[int], alone: bool) -> None:
    children = [{"age": age} for age in ages]
    fewer = days(2024, children, alene_om_omsorgen=alone)
    assert 0 <= fewer <= days(2024, [*children, YOUNG], alene_om_omsorgen=alone) <= 30
