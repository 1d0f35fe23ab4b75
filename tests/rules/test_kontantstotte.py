"""Kontantstøtte: familie-ks-sak's tests, and the limits of kontantstøtteloven §§ 2, 3, 6-10."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household


def _month(index: int) -> str:
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def _index(month: str) -> int:
    year, number = month.split("-")
    return 12 * int(year) + int(number) - 1


def _paid(born: str, month: str, parent: dict[str, Any] | None = None, **facts: Any) -> float:
    child: dict[str, Any] = {"born": born}
    child |= {name: {month: value} for name, value in facts.items()}
    mother = {"born": "1988-06"} | {k: {month: v} for k, v in (parent or {}).items()}
    case = household({"mor": mother, "barn": child}, foreldre=["mor"], barna=["barn"])
    return float(case.calculate("kontantstotte", month)[1])


# SatsTest.kt: hours a week -> per cent of 7 500.
SATS = [(8.99, 80), (13.55, 60), (22, 40), (32.85, 20), (35, 0)]


@pytest.mark.parametrize(("hours", "per_cent"), SATS)
def test_official_share_by_hours(hours: float, per_cent: int) -> None:
    """navikt/familie-ks-sak SatsTest.kt."""
    paid = _paid("2022-01", "2023-06", avtalt_oppholdstid_i_barnehage=hours)
    assert paid == 75 * per_cent


def test_official_all_without_a_place_and_half_with_shared_residence() -> None:
    """navikt/familie-ks-sak SatsTest.kt: 100 and 50 per cent."""
    assert _paid("2022-01", "2023-06") == 7500
    assert _paid("2022-01", "2023-06", delt_bosted=True) == 3750


# Born, first and last month paid in full, as the .feature files of familie-ks-sak expect them.
PERIODS = [
    ("2023-09", "2024-10", "2025-04"),  # vilkår/barnets_alder.feature, 05.09.2023
    ("2023-02", "2024-03", "2024-09"),  # the same, 15.02.2023: the age split in August 2024
    ("2022-12", "2024-01", "2024-07"),  # the same, 31.12.2022: 19 months in July 2024
    ("2022-07", "2023-08", "2024-06"),  # the same, 31.07.2022: two years in July 2024
    ("2023-08", "2024-09", "2025-03"),  # ingen_barnehageplass_2024.feature, 05.08.2023
]


@pytest.mark.parametrize(("born", "first", "last"), PERIODS)
def test_official_months_by_age(born: str, first: str, last: str) -> None:
    """navikt/familie-ks-sak, cucumber/vilkår: from and to which month 7 500 is paid."""
    paid = [_paid(born, _month(m)) for m in range(_index(first) - 1, _index(last) + 2)]
    assert paid == [0.0, *[7500.0] * (_index(last) - _index(first) + 1), 0.0]


@pytest.mark.parametrize(
    ("hours_by_month", "amounts"),
    [
        # overgang_fra_gradert_barnehageplass.feature: 15 hours to November, then 8.
        ({"2024-11": 15, "2024-12": 8}, {"2024-11": 4500, "2024-12": 6000}),
        # The same file: 8 hours, 15 from mid-November, counted from December.
        ({"2024-11": 8, "2024-12": 15}, {"2024-11": 6000, "2024-12": 4500}),
        # overgang_til_barnehageplass.feature: a part-time place counted from November.
        ({"2024-10": 0, "2024-11": 20}, {"2024-10": 7500, "2024-11": 3000}),
        # reduksjon-antall-timer-barnehage.feature: 8 hours from March 2025.
        ({"2025-02": 0, "2025-03": 8}, {"2025-02": 7500, "2025-03": 6000}),
    ],
)
def test_official_change_of_hours(
    hours_by_month: dict[str, float], amounts: dict[str, float]
) -> None:
    """navikt/familie-ks-sak, cucumber: the amounts before and after a change of hours."""
    for month, hours in hours_by_month.items():
        assert _paid("2023-09", month, avtalt_oppholdstid_i_barnehage=hours) == amounts[month]


def test_official_transitional_scheme() -> None:
    """navikt/familie-ks-sak overgangsordning.feature: born 01.01.2023; 22.5 hours give 3 000 to
    August 2024; 27 hours give 1 500 in September and October under the scheme."""
    born = "2023-01"
    assert _paid(born, "2024-08", avtalt_oppholdstid_i_barnehage=22.5) == 3000
    assert _paid(born, "2024-09", avtalt_oppholdstid_i_barnehage=27) == 0
    scheme = {"kontantstotte_overgangsordning": True, "avtalt_oppholdstid_i_barnehage": 27}
    assert _paid(born, "2024-09", **scheme) == 1500
    assert _paid(born, "2024-10", **scheme) == 1500
    assert _paid(born, "2024-12", **scheme) == 1500  # 23 months
    assert _paid(born, "2025-01", **scheme) == 0  # 24 months


@pytest.mark.parametrize("year", range(2019, 2027))
def test_every_year_the_first_month_is_thirteen(year: int) -> None:
    """§ 8: born in January the year before, 13 months in February."""
    born = f"{year - 1}-01"
    assert _paid(born, f"{year}-01") == 0
    assert _paid(born, f"{year}-02") == 7500
    assert _paid(born, f"{year}-12") == (7500 if year < 2024 else 0)  # 23 months
    assert _paid(born, f"{year}-08") == 7500  # 19 months
    assert _paid(born, f"{year}-09") == (7500 if year < 2024 else 0)


@pytest.mark.parametrize(
    ("hours", "amount"),
    [(8, 6000), (9, 4500), (16, 4500), (17, 3000), (24, 3000), (25, 1500), (32, 1500), (33, 0)],
)
def test_the_steps_of_the_act(hours: float, amount: float) -> None:
    """§ 7 third and fourth paragraphs."""
    assert _paid("2024-01", "2025-03", avtalt_oppholdstid_i_barnehage=hours) == amount


def test_a_place_without_agreed_hours_is_a_full_place() -> None:
    """§ 7: only an agreed shorter time gives a part."""
    assert _paid("2024-01", "2025-03", bruker_av_barnehage=True) == 0
    assert (
        _paid("2024-01", "2025-03", bruker_av_barnehage=True, avtalt_oppholdstid_i_barnehage=9)
        == 4500
    )


def test_a_partial_benefit_cannot_be_shared() -> None:
    """§§ 7 last paragraph and 9 second paragraph."""
    facts = {"delt_bosted": True, "avtalt_oppholdstid_i_barnehage": 8}
    assert _paid("2024-01", "2025-03", **facts) == 0


def test_five_years_membership() -> None:
    """§ 3."""
    short = {"medlem_i_folketrygden_fem_ar": False}
    assert _paid("2024-01", "2025-03", parent=short) == 0


@pytest.mark.parametrize("place", ["fosterhjem", "institusjon"])
def test_not_for_a_child_placed_away(place: str) -> None:
    """§ 6."""
    assert _paid("2024-01", "2025-03", plassering=place) == 0


@pytest.mark.parametrize(
    ("month", "since", "amount"),
    [
        ("2024-07", 0, 0),
        ("2024-07", 1, 7500),
        ("2024-07", 11, 7500),
        ("2024-07", 12, 0),
        ("2024-08", 7, 7500),
        ("2024-08", 8, 0),
    ],
)
def test_an_adopted_child_whatever_the_age(month: str, since: int, amount: int) -> None:
    """§ 10: 11 months, 7 from August 2024, after the period of foreldrepenger."""
    facts = {"er_adoptert": True, "maneder_etter_adopsjonsperioden": since}
    assert _paid("2021-01", month, **facts) == amount


def test_not_for_an_adopted_child_who_has_begun_school() -> None:
    """§ 10 third paragraph: six in 2024, school from August."""
    facts = {"er_adoptert": True, "maneder_etter_adopsjonsperioden": 2}
    assert _paid("2018-05", "2024-07", **facts) == 7500
    assert _paid("2018-05", "2024-08", **facts) == 0


def test_without_a_parent_and_for_an_adult() -> None:
    """A child alone in the case still has the right; a parent has none of her own."""
    case = household({"barn": {"born": "2024-01"}}, barna=["barn"])
    assert case.calculate("kontantstotte", "2025-03") == [7500]
    case = household({"a": {"born": "2024-01"}}, foreldre=["a"])
    assert case.calculate("kontantstotte", "2025-03") == [0]


born_month = st.integers(_index("2018-01"), _index("2025-06"))
hours = st.floats(0, 60, allow_nan=False)


@settings(max_examples=30, deadline=None)
@given(born_month, st.integers(0, 30), hours, hours)
def test_within_the_rate_and_falling_with_hours(
    born: int, age: int, one: float, other: float
) -> None:
    """§ 7: never negative, never above the full rate, no more for more hours."""
    few, many = sorted((one, other))
    month = _month(max(born + age, _index("2019-01")))
    more = _paid(_month(born), month, avtalt_oppholdstid_i_barnehage=few)
    less = _paid(_month(born), month, avtalt_oppholdstid_i_barnehage=many)
    assert 0 <= less <= more <= 7500


@settings(max_examples=20, deadline=None)
@given(st.permutations(["mor", "far", "barn"]), st.sampled_from(["2024-07", "2025-03"]))
def test_the_order_of_members_changes_nothing(order: list[str], month: str) -> None:
    people: dict[str, dict[str, Any]] = {
        "mor": {"born": "1990-01"},
        "far": {"born": "1990-01"},
        "barn": {"born": "2023-12" if month == "2025-03" else "2023-02"},
    }
    case = household({n: people[n] for n in order}, foreldre=["mor", "far"], barna=["barn"])
    assert case.calculate("kontantstotte", month).sum() == 7500


def test_the_year_is_the_sum_of_its_months() -> None:
    """Born January 2024: 13 to 19 months in February to August 2025, 7 x 7 500."""
    case = household({"barn": {"born": "2024-01"}}, barna=["barn"])
    assert case.calculate_add("kontantstotte", "2025") == [52500]
