"""Kindergarten: what a place costs the kommune, its own and private ones, 2019-2026.

Source: forskrift 9 oktober 2015 nr. 1166 §§ 3, 6, 12 and 15 in the wording of each year
(sstraume97/norwegian-laws, historie/forskrift-2015-10-09-1166.md).
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household

SMALL, LARGE = 2, 4
ATTENDS = {"bruker_av_barnehage": True, "privat_barnehage": True}


def child(year: int, turns: int, kommune: dict[str, object] | None = None, **facts: object):
    """A child who turns an age in the year, with facts in each of its months."""
    months = [f"{year}-{month:02}" for month in range(1, 13)]
    inputs = {name: dict.fromkeys(months, value) for name, value in facts.items()}
    place = {
        name: dict.fromkeys(months, value) if name.startswith("kommunens") else {"ETERNITY": value}
        for name, value in (kommune or {}).items()
    }
    return household(
        {"barn": {"born": f"{year - turns}-05", **inputs}}, barna=["barn"], kommune=place
    )


def year_of(rule: str, year: int, turns: int, kommune=None, **facts: object) -> float:
    return float(child(year, turns, kommune, **facts).calculate_add(rule, str(year))[0])


OPERATING = {
    2019: (219400, 105700),
    2020: (231600, 111800),
    2021: (239200, 115500),
    2022: (245500, 119200),
    2023: (262800, 130000),
    2024: (287500, 145500),
    2025: (312200, 163500),
    2026: (326500, 173600),
}


@pytest.mark.parametrize(("year", "rates"), OPERATING.items())
def test_official_national_operating_rates(year: int, rates: tuple[int, int]) -> None:
    """§ 3 fifth paragraph of each year; in 2025 as amended by forskrift 2025-08-01-1587."""
    for turns, rate in zip((SMALL, LARGE), rates, strict=True):
        grant = year_of("barnehage_driftstilskudd", year, turns, **ATTENDS)
        assert grant == pytest.approx(rate)


@pytest.mark.parametrize(
    ("year", "rates"),
    [(2024, (290000, 148000)), (2025, (317700, 169000)), (2026, (332000, 179000))],
)
@pytest.mark.parametrize("klass", [5, 6])
def test_official_rates_of_centrality_five_and_six(
    year: int, rates: tuple[int, int], klass: int
) -> None:
    """§ 3 sixth paragraph."""
    for turns, rate in zip((SMALL, LARGE), rates, strict=True):
        grant = year_of(
            "barnehage_driftstilskudd", year, turns, {"sentralitetsklasse": klass}, **ATTENDS
        )
        assert grant == pytest.approx(rate)


@pytest.mark.parametrize(
    ("year", "rates"),
    [
        (2023, (277800, 145000)),
        (2024, (315500, 173600)),
        (2025, (330200, 181500)),
        (2026, (339700, 186800)),
    ],
)
def test_official_rates_of_the_action_zone(year: int, rates: tuple[int, int]) -> None:
    """§ 3 seventh paragraph (sixth in 2023)."""
    for turns, rate in zip((SMALL, LARGE), rates, strict=True):
        grant = year_of(
            "barnehage_driftstilskudd", year, turns, {"i_tiltakssonen": True}, **ATTENDS
        )
        assert grant == pytest.approx(rate)


@pytest.mark.parametrize(
    ("year", "approved", "rate"),
    [
        (2019, 0, 9500),
        (2019, 2010, 9500),
        (2019, 2011, 16700),
        (2019, 2013, 16700),
        (2019, 2014, 20200),
        (2019, 2017, 21400),
        (2020, 2012, 16400),
        (2020, 2018, 23900),
        (2021, 0, 9300),
        (2021, 2013, 16400),
        (2021, 2016, 20200),
        (2021, 2021, 23900),
        (2022, 0, 9400),
        (2022, 2019, 18900),
        (2023, 0, 11800),
        (2023, 2021, 29200),
        (2024, 0, 12900),
        (2024, 2016, 25900),
        (2024, 2015, 12900),
        (2024, 2021, 29300),
        (2025, 0, 13300),
        (2025, 2025, 39000),
        (2026, 0, 13200),
        (2026, 2018, 27100),
        (2026, 2023, 35500),
        (2026, 2024, 41600),
    ],
)
def test_official_capital_grants(year: int, approved: int, rate: int) -> None:
    """§ 6 first and second paragraph: the base rate, and the table by year of approval."""
    grant = year_of(
        "barnehage_kapitaltilskudd", year, LARGE, barnehagens_godkjenningsar=approved, **ATTENDS
    )
    assert grant == pytest.approx(rate)


@pytest.mark.parametrize(
    ("month", "kroner"),
    [("2025-07", 308200 / 12), ("2025-08", 308200 / 12 + 800), ("2025-12", 308200 / 12 + 800)],
)
def test_lower_payment_from_august_2025_is_made_up_month_by_month(
    month: str, kroner: float
) -> None:
    """Parents pay 800 kroner less from August; the year's rate rises by 5 x 800 = 4 000."""
    case = child(2025, SMALL, **ATTENDS)
    assert case.calculate("barnehage_driftstilskudd", month) == pytest.approx([kroner])


@pytest.mark.parametrize(("month", "rate"), [("2024-07", 287500), ("2024-08", 145500)])
def test_the_place_is_one_for_older_children_from_august(month: str, rate: int) -> None:
    """§ 12 fourth paragraph: a child who turns three in the year; born in December too."""
    months = {name: {month: value} for name, value in ATTENDS.items()}
    for born in ("2021-01", "2021-12"):
        case = household({"barn": {"born": born, **months}}, barna=["barn"])
        assert case.calculate("barnehage_driftstilskudd", month) == pytest.approx([rate / 12])


@pytest.mark.parametrize(
    ("hours", "share"), [(0, 1), (41, 1), (45, 1), (40, 40 / 45), (20, 20 / 45)]
)
def test_a_part_time_place_is_part_of_a_full_one(hours: float, share: float) -> None:
    """§ 3: per full-time place; 41 hours or more is a full day (foreldrebetaling § 1)."""
    facts = ATTENDS | {"avtalt_oppholdstid_i_barnehage": hours}
    assert year_of("barnehage_driftstilskudd", 2026, LARGE, **facts) == pytest.approx(
        share * 173600
    )


def test_the_kommune_s_own_rate_goes_before_the_national_one() -> None:
    """§ 3 fourth paragraph."""
    own = {"kommunens_driftssats_smabarn": 300000, "kommunens_driftssats_storbarn": 150000}
    assert year_of("barnehage_driftstilskudd", 2026, SMALL, own, **ATTENDS) == 300000
    assert year_of("barnehage_driftstilskudd", 2026, LARGE, own, **ATTENDS) == 150000


def test_another_kommune_is_refunded_the_national_rate_and_capital() -> None:
    """§ 15: 326 500 + 13 200, whatever the own rate of the kommune of registration."""
    own = {"kommunens_driftssats_smabarn": 300000}
    facts = ATTENDS | {"privat_barnehage_i_annen_kommune": True}
    assert year_of("barnehage_refusjon", 2026, SMALL, own, **facts) == pytest.approx(339700)
    assert year_of("barnehage_driftstilskudd", 2026, SMALL, own, **facts) == 0
    assert year_of("barnehage_kapitaltilskudd", 2026, SMALL, own, **facts) == 0


@pytest.mark.parametrize(
    ("year", "small", "large"),
    [
        (2019, 219400 + 6 * 2990 + 5 * 3040 + 9500, 105700 + 6 * 2990 + 5 * 3040 + 9500),
        (2020, 231600 + 11 * 3135 + 9300, 111800 + 11 * 3135 + 9300),
        (2021, 239200 + 11 * 3230 + 9300, 115500 + 11 * 3230 + 9300),
        (2022, 245500 + 11 * 3315 + 9400, 119200 + 11 * 3315 + 9400),
        (2023, 262800 + 11 * 3000 + 11800, 130000 + 11 * 3000 + 11800),
        (2024, 315500 + 12900, 173500 + 12900),
        (2025, 330200 + 13300, 181500 + 13300),
        (2026, 339700 + 13200, 186800 + 13200),
    ],
)
def test_own_place_costs_what_the_rate_leaves_to_parents_too(
    year: int, small: int, large: int
) -> None:
    """The rate, eleven months at the maximum, and capital. From 2024 the rate of the action zone,
    where nobody pays, is the same sum (173 600 for the older in 2024, rounded by the ministry)."""
    for turns, cost in ((SMALL, small), (LARGE, large)):
        place = year_of("kostnad_kommunal_barnehageplass", year, turns, bruker_av_barnehage=True)
        assert place == pytest.approx(cost)


def test_no_place_no_money() -> None:
    for name in ("barnehage_driftstilskudd", "kostnad_kommunal_barnehageplass"):
        assert year_of(name, 2026, SMALL) == 0
        assert year_of(name, 2026, 8, **ATTENDS) == 0


RULES = (
    "kostnad_kommunal_barnehageplass",
    "barnehage_driftstilskudd",
    "barnehage_kapitaltilskudd",
    "barnehage_refusjon",
    "privat_barnehage_drift",
)


@settings(max_examples=25, deadline=None)
@given(
    year=st.integers(2019, 2026),
    turns=st.integers(0, 7),
    private=st.booleans(),
    away=st.booleans(),
    hours=st.integers(0, 50),
)
def test_one_public_payer_for_each_place(
    year: int, turns: int, private: bool, away: bool, hours: int
) -> None:
    case = child(
        year,
        turns,
        bruker_av_barnehage=True,
        privat_barnehage=private,
        privat_barnehage_i_annen_kommune=away,
        avtalt_oppholdstid_i_barnehage=hours,
    )
    found = {name: float(case.calculate_add(name, str(year))[0]) for name in RULES}
    assert all(amount >= 0 for amount in found.values())
    paid = [found[name] > 0 for name in RULES[:2]] + [found["barnehage_refusjon"] > 0]
    attends = float(case.calculate_add("barnehage_heltidsplass", str(year))[0]) > 0
    assert sum(paid) == attends
    assert (found["privat_barnehage_drift"] > 0) == (attends and private)
