"""Foreldrepenger in kroner: rates of navikt/fp-ytelse-beregn and fp-autotest; §§ 14-6 to 14-16."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household

# G from 1 May each year (folketrygdloven § 1-4).
G = {
    2019: 99858,
    2020: 101351,
    2021: 106399,
    2022: 111477,
    2023: 118620,
    2024: 124028,
    2025: 130160,
    2026: 136549,
}


def _period(name: str, month: str) -> str:
    yearly = ("foreldrepengegrunnlag", "foreldrepenger_grunnbelop")
    if name == "foreldrepenger_fodselsmaned":
        return "ETERNITY"
    return month[:4] if name in yearly else month


def _of(month: str, *names: str, **facts: Any) -> list[float]:
    stated = {"innvilget_foreldrepenger": True} | facts
    parent: dict[str, Any] = {"born": "1992-01"}
    parent |= {name: {_period(name, month): value} for name, value in stated.items()}
    case = household({"a": parent}, foreldre=["a"])
    return [float(case.calculate(name, month)[0]) for name in names]


def _paid(month: str, basis: float, days: float, **facts: Any) -> float:
    facts = {"foreldrepengegrunnlag": basis, "foreldrepenger_uttaksdager": days} | facts
    return _of(month, "foreldrepenger", **facts)[0]


@pytest.mark.parametrize(
    ("basis", "day"),
    [
        (300000, 1154),  # fp-autotest ArbeidsforholdVarianter.java
        (450000, 1731),  # fp-autotest BeregningVerdikjede.java
        (260 * 1000, 1000),  # fp-ytelse-beregn RegelFastsettBeregningsresultatFPTest.java
        (260 * 2000, 2000),
    ],
)
def test_official_daily_rate(basis: float, day: int) -> None:
    """A 260th of the basis, half a krone upwards."""
    assert _of("2025-06", "foreldrepenger_dagsats", foreldrepengegrunnlag=basis) == [day]


@pytest.mark.parametrize(
    ("basis", "degree", "day"),
    [
        (100000, 0.5, 192),  # skal_gradere_status_SN: 50 000 / 260 = 192.31
        (100000, 0.66, 254),  # skal_gradere_status_DP: 66 000 / 260 = 253.85
        (100000, 1, 385),  # 100 000 / 260 = 384.62
    ],
)
def test_official_graded_daily_rate(basis: float, degree: float, day: int) -> None:
    """fp-ytelse-beregn FinnOverlappendeBeregningsgrunnlagOgUttaksPerioderTest.java: graded, then
    rounded."""
    paid = _paid("2025-06", basis, 10, foreldrepenger_uttaksgrad=degree)
    assert paid == pytest.approx(10 * day, abs=1e-6)


@pytest.mark.parametrize(
    ("year", "full", "reduced"),
    [
        (2019, 2304, 1844),  # 6 x 99 858 = 599 148: 2 304.42; 80 %: 1 843.53
        (2020, 2339, 1871),  # 608 106: 2 338.87; 1 871.10
        (2021, 2455, 1964),  # 638 394: 2 455.36; 1 964.29
        (2022, 2573, 2058),  # 668 862: 2 572.55; 2 058.04
        (2023, 2737, 2190),  # 711 720: 2 737.38; 2 189.91
        (2024, 2862, 2290),  # 744 168: 2 862.18; 2 289.75
        (2025, 3004, 2403),  # 780 960: 3 003.69; 2 402.95
        (2026, 3151, 2521),  # 819 294: 3 151.13; 2 520.90
    ],
)
def test_the_ceiling_of_six_g_every_year(year: int, full: int, reduced: int) -> None:
    """§§ 14-7, 14-9: nothing for income above 6 G; 80 per cent at the reduced rate."""
    month, facts = f"{year}-06", {"foreldrepengegrunnlag": 2000000}
    assert _of(month, "foreldrepenger_dagsats", **facts) == [full]
    facts["foreldrepenger_redusert_sats"] = True
    assert _of(month, "foreldrepenger_dagsats", **facts) == [reduced]
    assert _of(month, "foreldrepenger_dagsats", foreldrepengegrunnlag=6 * G[year]) == [full]


@pytest.mark.parametrize("year", G)
def test_half_of_g_is_the_least_basis(year: int) -> None:
    """§ 14-7: the krone below and the krone at half of G."""
    month = f"{year}-06"
    below = _of(month, "rett_til_foreldrepenger", foreldrepengegrunnlag=G[year] / 2 - 1)
    at = _of(month, "rett_til_foreldrepenger", foreldrepengegrunnlag=G[year] / 2)
    assert (below, at) == ([0], [1])
    assert _paid(month, G[year] / 2 - 1, 21) == 0


def test_g_is_that_of_the_start() -> None:
    """§ 14-7: begun in April 2025 at G 124 028; 6 G is 744 168 and the rate stays 2 862."""
    started = {"foreldrepengegrunnlag": 900000, "foreldrepenger_grunnbelop": 124028}
    assert _of("2025-04", "foreldrepenger_dagsats", foreldrepengegrunnlag=900000) == [2862]
    assert _of("2025-05", "foreldrepenger_dagsats", foreldrepengegrunnlag=900000) == [3004]
    assert _of("2025-05", "foreldrepenger_dagsats", **started) == [2862]


def test_six_of_ten_months() -> None:
    """§ 14-6."""
    for months, right in ((5, 0), (6, 1)):
        facts = {"foreldrepengegrunnlag": 400000, "foreldrepenger_opptjening_maneder": months}
        assert _of("2025-06", "rett_til_foreldrepenger", **facts) == [right]


def test_military_service_gives_three_g() -> None:
    """§ 14-7 fourth paragraph: 3 x 130 160 / 260 = 1 501.85."""
    facts = {"foreldrepengegrunnlag": 0, "militartjeneste_i_opptjeningstiden": True}
    assert _of("2025-06", "foreldrepenger_dagsats", **facts) == [1502]


def test_a_month_without_stated_days_is_an_average_month() -> None:
    """§ 14-7 fifth paragraph: 260 days a year, 1 000 a day."""
    assert _paid("2025-06", 260000, 0) == pytest.approx(1000 * 260 / 12)
    months = [f"2025-{number:02d}" for number in range(1, 13)]
    mother: dict[str, Any] = {
        "born": "1992-01",
        "innvilget_foreldrepenger": dict.fromkeys(months, True),
        "foreldrepengegrunnlag": {"2025": 260000.0},
    }
    case = household({"mor": mother}, foreldre=["mor"])
    assert case.calculate_add("foreldrepenger", "2025") == pytest.approx([260000])


@pytest.mark.parametrize(
    ("who", "right", "used", "other", "left"),
    [
        ("mor", "begge", 0, 0, 75 + 80 + 15),
        ("mor", "begge", 100, 40, 75 + 40 + 15 - 100),
        ("far", "begge", 0, 80, 75),
        ("far", "begge", 75, 80, 0),
        ("far", "begge", 200, 0, 0),
        ("mor", "alene", 240, 0, 5),
        ("far", "bare_en", 195, 0, 5),
    ],
)
def test_days_left(who: str, right: str, used: float, other: float, left: float) -> None:
    """§§ 14-9, 14-12, 14-14, at the full rate: 75 each, 80 shared, 15 before the birth; 230 or
    200 for one."""
    facts = {
        "rolle_ved_foreldrepenger": who,
        "foreldrepenger_rettighet": right,
        "foreldrepenger_brukte_dager": used,
        "fellesperiode_brukt_av_den_andre": other,
    }
    assert _of("2025-06", "foreldrepenger_gjenstaende_dager", **facts) == [left]


def test_paid_within_the_days_left() -> None:
    """Five days left at 1 000: full leave pays five of 21; half leave pays ten half days."""
    few = {"foreldrepenger_rettighet": "alene", "foreldrepenger_brukte_dager": 240}
    assert _paid("2025-06", 260000, 21, **few) == 5000
    assert _paid("2025-06", 260000, 21, **few, foreldrepenger_uttaksgrad=0.5) == 5000
    few["foreldrepenger_brukte_dager"] = 245
    assert _paid("2025-06", 260000, 21, **few) == 0


@pytest.mark.parametrize(
    ("activity", "paid"),
    [(0, 10000), (0.5, 15000), (0.74, 17400), (0.75, 20000), (1, 20000)],
)
def test_the_activity_of_the_mother(activity: float, paid: float) -> None:
    """§§ 14-13, 14-14: only the father has the right; 40 of his 50 free days are used. Of 20 days
    at 1 000, ten are free; the other ten are paid at her share, in full from 75 per cent."""
    facts = {
        "rolle_ved_foreldrepenger": "far",
        "foreldrepenger_rettighet": "bare_en",
        "brukte_dager_uten_aktivitetskrav": 40,
        "mors_aktivitet": activity,
    }
    assert _paid("2025-06", 260000, 20, **facts) == pytest.approx(paid)


def test_the_quota_needs_no_activity_and_care_alone_none() -> None:
    """§§ 14-12 second paragraph and 14-15."""
    idle = {"rolle_ved_foreldrepenger": "far", "mors_aktivitet": 0}
    assert _paid("2025-06", 260000, 20, **idle) == 20000
    assert _paid("2025-06", 260000, 20, **idle, brukte_dager_uten_aktivitetskrav=75) == 0
    alone = idle | {"foreldrepenger_rettighet": "alene"}
    assert _paid("2025-06", 260000, 20, **alone) == 20000


@pytest.mark.parametrize(("born", "free"), [("2022-07", 0), ("2022-08", 20), ("2022-09", 20)])
def test_no_free_days_for_a_father_alone_before_august_2022(born: str, free: int) -> None:
    """§ 14-14 third paragraph as of lov 18. mars 2022 nr. 11."""
    facts = {
        "rolle_ved_foreldrepenger": "far",
        "foreldrepenger_rettighet": "bare_en",
        "mors_aktivitet": 0,
        "foreldrepenger_fodselsmaned": 12 * int(born[:4]) + int(born[5:]) - 1,
    }
    assert _paid("2022-11", 260000, 20, **facts) == free * 1000


def test_birth_and_adoption_are_two_posts() -> None:
    names = ("foreldrepenger_ved_fodsel", "foreldrepenger_ved_adopsjon")
    facts = {"foreldrepengegrunnlag": 260000, "foreldrepenger_uttaksdager": 20}
    assert _of("2025-06", *names, **facts) == [20000, 0]
    assert _of("2025-06", *names, **facts, foreldrepenger_adopsjon=True) == [0, 20000]


def test_nothing_when_not_granted_or_not_on_leave() -> None:
    assert _paid("2025-06", 400000, 20, innvilget_foreldrepenger=False) == 0
    assert _paid("2025-06", 400000, 20, foreldrepenger_uttaksgrad=0) == 0
    assert _paid("2025-06", 0, 20) == 0


@settings(max_examples=40, deadline=None)
@given(
    st.floats(0, 3e6, allow_nan=False),
    st.floats(0, 3e6, allow_nan=False),
    st.integers(0, 23),
    st.floats(0, 1, allow_nan=False),
    st.floats(0, 320, allow_nan=False),
    st.sampled_from(["mor", "far"]),
    st.sampled_from(["begge", "bare_en", "alene"]),
)
def test_never_negative_within_the_ceiling_and_rising_with_the_basis(
    one: float, other: float, days: int, activity: float, used: float, who: str, right: str
) -> None:
    """§ 14-7: at most 3 004 a day in June 2025; a higher basis never pays less."""
    facts = {
        "rolle_ved_foreldrepenger": who,
        "foreldrepenger_rettighet": right,
        "foreldrepenger_brukte_dager": used,
        "mors_aktivitet": activity,
    }
    low, high = sorted((one, other))
    less, more = (_paid("2025-06", basis, days, **facts) for basis in (low, high))
    assert 0 <= less <= more <= 3004 * (days or 260 / 12) + 1e-6
