"""Barnetrygd in kroner as navikt/familie-ba-sak pays it: rates, halves, additions; § 9."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household

# SatsService.kt: month -> under six, six and over, utvidet, småbarnstillegg, Finnmark and Svalbard.
SATSER = [
    ("2019-02", 970, 970, 970, 660, 0),
    ("2019-03", 1054, 1054, 1054, 660, 0),
    ("2020-08", 1054, 1054, 1054, 660, 0),
    ("2020-09", 1354, 1054, 1054, 660, 0),
    ("2021-08", 1354, 1054, 1054, 660, 0),
    ("2021-09", 1654, 1054, 1054, 660, 0),
    ("2022-01", 1676, 1054, 1054, 660, 0),
    ("2023-02", 1676, 1054, 1054, 660, 0),
    ("2023-03", 1723, 1083, 2489, 678, 0),
    ("2023-07", 1766, 1310, 2516, 696, 0),
    ("2024-01", 1766, 1510, 2516, 696, 0),
    ("2024-09", 1766, 1766, 2516, 696, 0),
    ("2025-05", 1968, 1968, 2516, 696, 0),
    ("2025-10", 1968, 1968, 2516, 696, 500),
    ("2026-02", 2012, 2012, 2572, 712, 512),
]


def _case(
    month: str,
    children: dict[str, dict[str, Any]],
    parent: dict[str, Any] | None = None,
    **more: Any,
) -> Any:
    people: dict[str, dict[str, Any]] = {"mor": {"born": "1988-01"}}
    people["mor"] |= {name: {month: value} for name, value in (parent or {}).items()}
    for name, facts in children.items():
        people[name] = {k: v if k == "born" else {month: v} for k, v in facts.items()}
    return household(people, foreldre=["mor"], barna=list(children), **more)


def _year(month: str, age: int) -> str:
    return f"{int(month[:4]) - age}-{month[5:]}"


@pytest.mark.parametrize(("month", "young", "old", "extended", "infant", "north"), SATSER)
def test_official_rates(
    month: str, young: int, old: int, extended: int, infant: int, north: int
) -> None:
    """SatsService.kt, one lone parent with a child of two and one of ten."""
    children = {"liten": {"born": _year(month, 2)}, "stor": {"born": _year(month, 10)}}
    alone = {"mottar_overgangsstonad_i_full": True}
    case = _case(month, children, alone, kommune={"i_tiltakssonen": {"ETERNITY": True}})
    assert case.calculate("barnetrygd_ordinaer", month) == [young + old]
    assert case.calculate("barnetrygd_utvidet", month) == [extended]
    assert case.calculate("smabarnstillegg", month) == [infant]
    assert case.calculate("finnmarkstillegg", month) == [2 * north]
    there = {name: facts | {"bosatt_pa_svalbard": True} for name, facts in children.items()}
    case = _case(month, there)
    assert case.calculate("svalbardtillegg", month) == [2 * north]
    assert case.calculate("finnmarkstillegg", month) == [0]


# .feature files: month, age -> the half amount (50 per cent, HALF_UP).
HALVES = [
    ("2022-06", 15, 527),
    ("2023-04", 15, 542),
    ("2022-10", 3, 838),
    ("2023-04", 3, 862),
    ("2023-08", 3, 883),
    ("2023-08", 15, 655),
    ("2024-02", 15, 755),
    ("2025-09", 6, 984),
]


@pytest.mark.parametrize(("month", "age", "half"), HALVES)
def test_official_half_of_the_ordinary_amount(month: str, age: int, half: int) -> None:
    """Utils.kt avrundetHeltallAvProsent; familie-ba-sak's cucumber/**/delt_bosted and others."""
    case = _case(month, {"a": {"born": _year(month, age), "delt_bosted": True}})
    assert case.calculate("barnetrygd_ordinaer", month) == [half]


@pytest.mark.parametrize(
    ("month", "half"), [("2023-01", 527), ("2023-03", 1245), ("2023-07", 1258)]
)
def test_official_half_of_the_extended_amount(month: str, half: int) -> None:
    """familie-ba-sak, "Endret utbetaling, delt bosted, søker får kun etterbetalt utvidet"."""
    case = _case(month, {"a": {"born": "2011-09", "delt_bosted": True}})
    assert case.calculate("barnetrygd_utvidet", month) == [half]


def test_official_one_full_child_gives_the_full_extended_amount() -> None:
    """UtvidetBarnetrygdGenerator.kt: the highest per cent among the children; finnmarkstillegg
    feature: 2 516, two halves of 984, one 1 968, and 500 + 2 x 250."""
    children = {
        "a": {"born": "2013-04"},
        "b": {"born": "2019-08", "delt_bosted": True},
        "c": {"born": "2021-11", "delt_bosted": True},
    }
    zone = {"i_tiltakssonen": {"ETERNITY": True}}
    case = _case("2025-10", children, kommune=zone)
    assert case.calculate("barnetrygd_utvidet", "2025-10") == [2516]
    assert case.calculate("barnetrygd_ordinaer", "2025-10") == [1968 + 984 + 984]
    assert case.calculate("finnmarkstillegg", "2025-10") == [1000]


@pytest.mark.parametrize(
    ("month", "amount"), [("2022-07", 660), ("2023-03", 678), ("2024-08", 696), ("2024-09", 0)]
)
def test_official_infant_addition_by_period(month: str, amount: int) -> None:
    """endret_og_fortsatt_innvilget.feature: born 19.08.2021, paid to 31.08.2024; not halved."""
    child: dict[str, Any] = {"born": "2021-08"}
    full = {"mottar_overgangsstonad_i_full": True}
    assert _case(month, {"a": child}, full).calculate("smabarnstillegg", month) == [amount]
    shared = {"a": child | {"delt_bosted": True}}
    assert _case(month, shared, full).calculate("smabarnstillegg", month) == [amount]
    assert _case(month, {"a": child}).calculate("smabarnstillegg", month) == [0]


@pytest.mark.parametrize(
    ("facts", "extended"),
    [
        ({}, 2516),
        ({"lever_med_partner": True}, 0),
        ({"lever_med_partner": True, "ny_samboer_under_tolv_maneder": True}, 2516),
        ({"lever_med_partner": True, "partner_borte": True}, 2516),
    ],
)
def test_who_is_alone(facts: dict[str, Any], extended: int) -> None:
    """§ 9 second and sixth paragraphs."""
    case = _case("2025-06", {"a": {"born": "2015-01"}}, facts)
    assert case.calculate("barnetrygd_utvidet", "2025-06") == [extended]


def test_a_spouse_in_prison_does_not_count() -> None:
    """§ 9 second paragraph letter d: both are in the household, one has been gone since."""
    people = {
        "mor": {"born": "1988-01", "partner_borte": {"2025-06": True}},
        "far": {"born": "1988-01"},
        "a": {"born": "2015-01"},
    }
    case = household(people, foreldre=["mor", "far"], barna=["a"])
    assert case.calculate("barnetrygd_utvidet", "2025-06") == [2516]
    people["mor"] = {"born": "1988-01"}
    case = household(people, foreldre=["mor", "far"], barna=["a"])
    assert case.calculate("barnetrygd_utvidet", "2025-06") == [0]


def test_additions_follow_a_placed_child() -> None:
    """§ 2 second paragraph: 1 968 and 500 on Svalbard."""
    facts = {"born": "2012-01", "plassering": "fosterhjem", "bosatt_pa_svalbard": True}
    case = _case("2025-10", {"a": facts})
    assert case.calculate("barnetrygd_fosterhjem", "2025-10").sum() == 2468
    assert case.calculate("barnetrygd", "2025-10") == [0]


def test_the_year_of_two_changes() -> None:
    """2025: four months of 1 766 and eight of 1 968, one child."""
    case = household({"a": {"born": "2015-01"}}, barna=["a"])
    assert case.calculate_add("barnetrygd", "2025") == [4 * 1766 + 8 * 1968]


child = st.fixed_dictionaries(
    {
        "born": st.builds("{}-{:02d}".format, st.integers(2004, 2025), st.integers(1, 12)),
        "delt_bosted": st.booleans(),
        "bosatt_pa_svalbard": st.booleans(),
        "plassering": st.sampled_from(["hjemme", "fosterhjem", "institusjon"]),
    }
)


@settings(max_examples=40, deadline=None)
@given(st.lists(child, min_size=1, max_size=4), st.sampled_from([s[0] for s in SATSER]))
def test_whole_kroner_within_the_rates_whatever_the_order(
    children: list[dict[str, Any]], month: str
) -> None:
    """Never negative, whole kroner, at most the full amounts; the same in another order."""
    _, young, _, extended, infant, north = next(s for s in SATSER if s[0] == month)
    named = {f"barn{i}": facts for i, facts in enumerate(children)}
    alone = {"mottar_overgangsstonad_i_full": True}
    total = _case(month, named, alone).calculate("barnetrygd", month)[0]
    assert 0 <= total <= len(children) * (young + north) + extended + infant
    assert total == int(total)
    backwards = dict(reversed(list(named.items())))
    assert _case(month, backwards, alone).calculate("barnetrygd", month)[0] == total
