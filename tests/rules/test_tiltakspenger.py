"""Tiltakspengeforskriften (forskrift 2013-11-04-1286): whole kroner a day, 75 per cent after three
sick days, a supplement for each child under 16."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

MONTH = "2024-03"
AVERAGE = 260 / 12


def granted(month: str = MONTH, **more: Any) -> dict[str, Any]:
    """Inputs of a participant; plain values hold in the month."""
    stated = {name: {month: value} for name, value in more.items()}
    return {"innvilget_tiltakspenger": {month: True}, **stated}


def alone(born: str = "1990-01", month: str = MONTH, **more: Any) -> Simulation:
    return household({"a": {"born": born, **granted(month, **more)}}, andre=["a"])


def with_children(born: list[str], month: str = MONTH, parents: int = 1, **more: Any) -> Simulation:
    names = [f"p{i}" for i in range(parents)]
    people: dict[str, dict[str, Any]] = {
        name: {"born": "1985-01", **granted(month, **more)} for name in names
    }
    children = {f"b{i}": {"born": date} for i, date in enumerate(born)}
    return household({**people, **children}, foreldre=names, barna=list(children))


@pytest.mark.parametrize(
    ("month", "rate", "reduced", "child", "child_reduced"),
    [
        ("2023-01", 268, 201, 52, 39),
        ("2023-12", 268, 201, 52, 39),
        ("2024-01", 285, 214, 53, 40),
        ("2025-06", 298, 224, 55, 41),
        ("2026-01", 312, 234, 56, 42),
        ("2026-12", 312, 234, 56, 42),
    ],
)
def test_official_rates_of_navs_code(
    month: str, rate: int, reduced: int, child: int, child_reduced: int
) -> None:
    """navikt/tiltakspenger-libs Satser.kt: rate, reduced rate, child and reduced child.

    One measure day, the first sick day at the full rate; then one at the reduced rate."""
    case = with_children(["2015-01"], month, tiltaksdager=1)
    assert case.calculate("tiltakspenger", month)[0] == rate
    assert case.calculate("tiltakspenger_barnetillegg", month)[0] == child
    case = with_children(
        ["2015-01"], month, tiltaksdager=1, tiltak_sykedager=1, tiltak_sykedager_brukt=3
    )
    assert case.calculate("tiltakspenger", month)[0] == reduced
    assert case.calculate("tiltakspenger_barnetillegg", month)[0] == child_reduced


def test_official_2022_rate_of_nav() -> None:
    """nav.no, regelendringer og satser fra 1. januar 2022: 255 kroner a day, 50 for a child."""
    case = with_children(["2015-01"], "2022-01", tiltaksdager=10)
    assert case.calculate("tiltakspenger", "2022-01")[0] == 2550
    assert case.calculate("tiltakspenger_barnetillegg", "2022-01")[0] == 500


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        # Eksempel 1: February 2024, 18 days from the 1st to the 26th. Sick 1, 2, 5 at 100 per
        # cent, sick 21-23 and 26 at 75 (16 days between); 11 days taken part.
        ({"tiltaksdager": 18, "tiltak_sykedager": 7}, (14, 4)),
        # Eksempel 3, February: sick 1, 2, 5 full; 6-9, 12-16, 20, 22, 23, 26 reduced; 27 no
        # measure day; 28 and 19, 21 taken part; 29 a sick child, full.
        ({"tiltaksdager": 20, "tiltak_sykedager": 16, "tiltak_sykt_barn_dager": 1}, (7, 13)),
        # Eksempel 4, March: one sick day after 16 in the same period falls away; 19 others.
        ({"tiltaksdager": 20, "tiltak_sykedager": 1, "tiltak_sykedager_brukt": 16}, (19, 0)),
        # MeldekortberegningKarantene, January 2024: 29 taken part, 30 and 31 sick.
        ({"tiltaksdager": 3, "tiltak_sykedager": 2}, (3, 0)),
        # The same, February: sick 1 full, sick 2-20 reduced on 13 workdays, 21 and 22 nothing.
        ({"tiltaksdager": 16, "tiltak_sykedager": 16, "tiltak_sykedager_brukt": 2}, (1, 13)),
        # The same, March from the 11th: child ill 12, 13, 19 full and 26 reduced, own 28 full.
        (
            {"tiltaksdager": 15, "tiltak_sykedager": 1, "tiltak_sykt_barn_dager": 4},
            (14, 1),
        ),
        # The same, 1-5 April: own 1 and 2 full, own 5 and child 3 reduced, 4 taken part.
        (
            {
                "tiltaksdager": 5,
                "tiltak_sykedager": 3,
                "tiltak_sykedager_brukt": 1,
                "tiltak_sykt_barn_dager": 1,
                "tiltak_sykt_barn_dager_brukt": 4,
            },
            (3, 2),
        ),
        # A gap of 17 days: March 2024 from the 11th starts a new period, 3 full and 7 reduced.
        ({"tiltaksdager": 10, "tiltak_sykedager": 10}, (3, 7)),
    ],
)
def test_official_report_cards_of_navs_code(
    card: dict[str, float], expected: tuple[int, int]
) -> None:
    """navikt/tiltakspenger-saksbehandling-api, Meldekortberegning5DagerIUkaEksempel1/3/4Test and
    MeldekortberegningKaranteneTest, counted by month: days at 100 and at 75 per cent."""
    case = alone(**card)
    full, reduced = expected
    assert case.calculate("tiltakspenger_dager_full", MONTH) == [full]
    assert case.calculate("tiltakspenger_dager_redusert", MONTH) == [reduced]
    assert case.calculate("tiltakspenger", MONTH) == [full * 285 + reduced * 214]


@pytest.mark.parametrize(
    ("month", "rate"),
    [("2019-01", 233), ("2020-06", 240), ("2021-12", 243), ("2022-01", 255)],
)
def test_rates_before_2022_follow_the_rule_of_2022(month: str, rate: int) -> None:
    """Assumed: 0.24 per cent of G of May the year before; 96 883, 99 858, 101 351, 106 399."""
    found = alone(month=month, tiltaksdager=1).calculate("tiltakspenger", month)
    assert found == [rate]


@pytest.mark.parametrize(
    ("g", "rate"),
    [(106399, 255), (111477, 268), (118620, 285), (124028, 298), (130160, 312)],
)
def test_every_published_rate_is_a_lowest_dagpenger_rate(g: int, rate: int) -> None:
    """What the assumed rates rest on: 0.24 per cent of G, half up."""
    assert int(0.0024 * g + 0.5) == rate


def test_an_average_month_when_no_days_are_stated() -> None:
    assert alone().calculate("tiltakspenger", MONTH) == pytest.approx([285 * AVERAGE])


@pytest.mark.parametrize(("born", "paid"), [("2006-04", False), ("2006-03", True)])
def test_from_the_month_of_turning_18(born: str, paid: bool) -> None:
    assert bool(alone(born).calculate("tiltakspenger", MONTH)[0] > 0) is paid


@pytest.mark.parametrize(("born", "children"), [("2008-04", 1), ("2008-03", 0), ("2024-03", 1)])
def test_a_child_counts_from_birth_to_the_month_before_16(born: str, children: int) -> None:
    case = with_children([born], tiltaksdager=10)
    assert case.calculate("tiltakspenger_barnetillegg", MONTH)[0] == children * 530


@pytest.mark.parametrize(("month", "each"), [("2023-12", 260), ("2024-01", 530)])
def test_two_parents_in_measures_share_until_2023(month: str, each: int) -> None:
    """52 x 10 to one of two parents, half to each here; 53 x 10 to both from 2024."""
    case = with_children(["2015-01"], month, parents=2, tiltaksdager=10)
    found = case.calculate("tiltakspenger_barnetillegg", month)
    assert found == pytest.approx([each, each, 0])


@pytest.mark.parametrize(
    "excluded",
    [
        {"innvilget_aap": True},
        {"dagpenger": 1},
        {"mottar_annen_livsoppholdsytelse": True},
        {"innvilget_kvp": True},
        {"innvilget_introduksjonsprogram": True},
        {"innvilget_ungdomsprogram": True},
        {"innvilget_aktivitetspenger": True},
        {"i_fengsel": True},
        {"i_institusjon_med_fri_kost_og_losji": True},
    ],
)
def test_not_beside_another_benefit_programme_or_free_board(excluded: dict[str, Any]) -> None:
    """§§ 7 and 9."""
    case = alone(deltar_i_arbeidsmarkedstiltak=True, **excluded)
    assert case.calculate("tiltakspenger", MONTH) == [0]
    assert case.calculate("rett_til_tiltakspenger", MONTH) == [False]


def test_wage_from_other_work_and_a_child_welfare_institution_take_nothing() -> None:
    """§ 8 second sentence and § 9 second sentence."""
    case = alone(lonn=20000, plassering="institusjon", tiltaksdager=20)
    assert case.calculate("tiltakspenger", MONTH) == [20 * 285]


def test_days_with_wage_from_the_organiser_and_other_absence_are_lost() -> None:
    """§ 8 first sentence and § 10 first paragraph."""
    case = with_children(["2015-01"], tiltaksdager=20, tiltaksdager_uten_tiltakspenger=5)
    assert case.calculate("tiltakspenger", MONTH)[0] == 15 * 285
    assert case.calculate("tiltakspenger_barnetillegg", MONTH)[0] == 15 * 53


def test_right_only_in_a_measure() -> None:
    assert alone(deltar_i_arbeidsmarkedstiltak=True).calculate("rett_til_tiltakspenger", MONTH) == [
        True
    ]
    assert alone().calculate("rett_til_tiltakspenger", MONTH) == [False]


def test_nothing_unless_granted() -> None:
    case = household({"a": {"born": "1990-01"}}, andre=["a"])
    assert case.calculate("tiltakspenger", MONTH) == [0]


@given(
    days=st.floats(1, 23),
    away=st.floats(0, 30),
    sick=st.floats(0, 30),
    used=st.floats(0, 20),
    child=st.floats(0, 30),
)
@settings(max_examples=30, deadline=None)
def test_between_nothing_and_the_planned_days(
    days: float, away: float, sick: float, used: float, child: float
) -> None:
    """Never negative; absence never pays more than taking part."""
    taken = min(sick, days)
    case = alone(
        tiltaksdager=days,
        tiltaksdager_uten_tiltakspenger=away,
        tiltak_sykedager=taken,
        tiltak_sykedager_brukt=used,
        tiltak_sykt_barn_dager=min(child, days - taken),
    )
    (found,) = case.calculate("tiltakspenger", MONTH)
    assert 0 <= found <= 285 * days + 1e-6


@given(order=st.permutations(["a", "b", "c"]))
@settings(max_examples=6, deadline=None)
def test_order_of_the_members_does_not_matter(order: list[str]) -> None:
    people = {
        "a": {"born": "1985-01", **granted(tiltaksdager=10)},
        "b": {"born": "2014-01"},
        "c": {"born": "2018-01"},
    }
    case = household({name: people[name] for name in order}, foreldre=["a"], barna=["b", "c"])
    found = case.calculate("tiltakspenger_barnetillegg", MONTH)
    assert dict(zip(order, found, strict=True)) == {"a": 2 * 530, "b": 0, "c": 0}


def test_the_months_of_a_year_make_the_year() -> None:
    months = [f"2025-{month:02d}" for month in range(1, 13)]
    inputs = {"innvilget_tiltakspenger": dict.fromkeys(months, True)}
    case = household({"a": {"born": "1990-01", **inputs}}, andre=["a"])
    assert case.calculate_add("tiltakspenger", "2025") == pytest.approx([298 * 260])
