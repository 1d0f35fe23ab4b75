"""Days of foreldrepenger: the accounts that navikt/fp-stonadskonto's tests expect."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household

# Before the changes of August 2022, after them, and after those of July and August 2024.
BEFORE, FIRST, SECOND = "2022-07", "2022-12", "2024-12"


def _period(name: str, month: str) -> str:
    return "ETERNITY" if name == "foreldrepenger_fodselsmaned" else month


def _days(month: str, *names: str, **facts: Any) -> list[float]:
    stated = {"innvilget_foreldrepenger": True} | facts
    parent: dict[str, Any] = {"born": "1992-01"}
    parent |= {name: {_period(name, month): value} for name, value in stated.items()}
    case = household({"a": parent}, foreldre=["a"])
    return [float(case.calculate(name, month)[0]) for name in names]


def _facts(who: str, right: str, reduced: bool, children: int, adoption: bool) -> dict[str, Any]:
    return {
        "rolle_ved_foreldrepenger": who,
        "foreldrepenger_rettighet": right,
        "foreldrepenger_redusert_sats": reduced,
        "foreldrepenger_antall_barn": children,
        "foreldrepenger_adopsjon": adoption,
    }


# date, 80 per cent, children, adoption -> fellesperiode, each quota, extension, the whole period
BOTH = [
    (SECOND, False, 1, False, 80, 75, 0, 245),
    (SECOND, False, 1, True, 80, 75, 0, 230),
    (SECOND, True, 1, False, 101, 95, 0, 306),
    (SECOND, True, 1, True, 101, 95, 0, 291),
    (SECOND, False, 3, False, 80 + 230, 75, 230, 245 + 230),
    (SECOND, False, 3, True, 80 + 230, 75, 230, 230 + 230),
    (SECOND, True, 3, False, 101 + 288, 95, 288, 306 + 288),
    (SECOND, True, 3, True, 101 + 288, 95, 288, 291 + 288),
    (SECOND, False, 2, False, 80 + 85, 75, 85, 245 + 85),
    (SECOND, False, 2, True, 80 + 85, 75, 85, 230 + 85),
    (SECOND, True, 2, False, 101 + 106, 95, 106, 306 + 106),
    (SECOND, True, 2, True, 101 + 106, 95, 106, 291 + 106),
    (FIRST, True, 1, False, 90, 95, 0, 295),
    (FIRST, True, 1, True, 90, 95, 0, 280),
    (FIRST, True, 3, False, 90 + 280, 95, 280, 295 + 280),
    (FIRST, True, 3, True, 90 + 280, 95, 280, 280 + 280),
    (FIRST, True, 2, False, 90 + 105, 95, 105, 295 + 105),
    (FIRST, True, 2, True, 90 + 105, 95, 105, 280 + 105),
]


@pytest.mark.parametrize(
    ("month", "reduced", "children", "adoption", "shared", "quota", "extension", "whole"), BOTH
)
def test_official_when_both_have_the_right(
    month: str,
    reduced: bool,
    children: int,
    adoption: bool,
    shared: int,
    quota: int,
    extension: int,
    whole: int,
) -> None:
    """StønadskontoRegelOrkestreringTest.java, StønadskontoEldreKonfigurasjonerTest.java."""
    for who in ("mor", "far"):
        facts = _facts(who, "begge", reduced, children, adoption)
        names = ("fellesperiode_dager", "foreldrekvote_dager", "flerbarnsdager")
        assert _days(month, *names, "stonadsperiode_dager", **facts) == [
            shared,
            quota,
            extension,
            whole,
        ]


# date, who, right, 80 per cent, children, adoption -> the account, the whole period
ONE = [
    (SECOND, "mor", "bare_en", False, 1, False, 230, 245),
    (SECOND, "mor", "alene", False, 1, True, 230, 230),
    (SECOND, "mor", "bare_en", True, 1, False, 291, 306),
    (SECOND, "mor", "alene", True, 1, True, 291, 291),
    (SECOND, "mor", "bare_en", False, 2, False, 315, 245 + 85),
    (SECOND, "mor", "alene", False, 2, True, 315, 230 + 85),
    (SECOND, "mor", "bare_en", True, 2, False, 291 + 106, 306 + 106),
    (SECOND, "mor", "bare_en", False, 3, False, 460, 245 + 230),
    (SECOND, "mor", "bare_en", True, 3, False, 291 + 288, 306 + 288),
    (SECOND, "far", "alene", False, 1, False, 230, 230),
    (SECOND, "far", "alene", True, 1, False, 291, 291),
    (SECOND, "far", "alene", False, 3, False, 460, 460),
    (SECOND, "far", "alene", True, 2, False, 291 + 106, 291 + 106),
    (SECOND, "far", "bare_en", False, 1, True, 200, 200),
    (SECOND, "far", "bare_en", True, 1, True, 261, 261),
    (SECOND, "far", "bare_en", False, 3, True, 430, 200 + 230),
    (SECOND, "far", "bare_en", True, 3, True, 261 + 288, 261 + 288),
    (SECOND, "far", "bare_en", False, 2, True, 285, 200 + 85),
    (SECOND, "far", "bare_en", True, 1, False, 261, 261),
    (FIRST, "mor", "bare_en", True, 1, False, 280, 295),
    (FIRST, "mor", "alene", True, 1, True, 280, 280),
    (FIRST, "mor", "bare_en", True, 2, False, 280 + 105, 295 + 105),
    (FIRST, "mor", "bare_en", True, 3, False, 280 + 280, 295 + 280),
]


@pytest.mark.parametrize(
    ("month", "who", "right", "reduced", "children", "adoption", "account", "whole"), ONE
)
def test_official_when_one_has_the_right(
    month: str,
    who: str,
    right: str,
    reduced: bool,
    children: int,
    adoption: bool,
    account: int,
    whole: int,
) -> None:
    """StønadskontoRegelOrkestreringTest.java, StønadskontoEldreKonfigurasjonerTest.java."""
    facts = _facts(who, right, reduced, children, adoption)
    names = ("foreldrepengekonto_dager", "stonadsperiode_dager", "fellesperiode_dager")
    assert _days(month, *names, **facts) == [account, whole, 0]


# date, 80 per cent, children, uføretrygd -> days without the activity condition
ALONE_FATHER = [
    (SECOND, False, 1, False, 50),
    (FIRST, False, 1, False, 40),
    (BEFORE, False, 1, False, 0),
    (SECOND, True, 1, True, 95),
    (SECOND, False, 1, True, 75),
    (FIRST, False, 1, True, 75),
    (BEFORE, True, 1, True, 95),
    (SECOND, True, 2, True, 106 + 95),
    (SECOND, False, 4, True, 230 + 75),
    (SECOND, False, 2, False, 85),
    (SECOND, True, 3, False, 288),
]


@pytest.mark.parametrize(("month", "reduced", "children", "disabled", "free"), ALONE_FATHER)
def test_official_days_without_activity_of_a_father_alone_with_the_right(
    month: str, reduced: bool, children: int, disabled: bool, free: int
) -> None:
    """navikt/fp-stonadskonto MinsterettTest.java (bfhr)."""
    facts = _facts("far", "bare_en", reduced, children, False)
    facts |= {"mor_har_uforetrygd": disabled}
    assert _days(month, "dager_uten_aktivitetskrav", **facts) == [free]


def test_official_care_alone_knows_no_activity_condition() -> None:
    """MinsterettTest.java: aleneomsorg, even when the mother has uføretrygd."""
    facts = _facts("far", "alene", True, 1, False) | {"mor_har_uforetrygd": True}
    assert _days(SECOND, "dager_uten_aktivitetskrav", **facts) == [0]


@pytest.mark.parametrize(
    ("month", "who", "adoption", "around", "close"),
    [
        (FIRST, "mor", False, 0, 110),
        (FIRST, "far", False, 10, 40),
        (FIRST, "mor", True, 0, 40),
        (FIRST, "far", True, 0, 40),
        (BEFORE, "mor", False, 0, 0),
        (BEFORE, "far", False, 0, 0),
    ],
)
def test_official_days_around_a_birth_and_least_right(
    month: str, who: str, adoption: bool, around: int, close: int
) -> None:
    """navikt/fp-stonadskonto MinsterettTest.java (totette, far rundt fødsel)."""
    facts = _facts(who, "begge", False, 1, adoption) | {"nytt_barn_innen_48_uker": True}
    names = ("far_rundt_fodsel_dager", "minsterett_tette_fodsler_dager")
    assert _days(month, *names, **facts) == [around, close]
    facts["nytt_barn_innen_48_uker"] = False
    assert _days(month, names[1], **facts) == [0]


def test_official_premature_days() -> None:
    """OvergangWLB2024Test.java: ten weeks early, 80 per cent, 101 + 50."""
    facts = _facts("far", "begge", True, 1, False) | {"prematurdager": 50}
    assert _days(SECOND, "fellesperiode_dager", **facts) == [101 + 50]


@pytest.mark.parametrize(
    ("born", "whole"), [("2024-06", 295), ("2024-07", 306), ("", 306), ("2019-01", 295)]
)
def test_the_month_of_birth_decides_later_too(born: str, whole: int) -> None:
    """Lov 14. mai 2024 nr. 21 part III: births from 1 July 2024; asked in March 2025."""
    facts = _facts("mor", "begge", True, 1, False)
    if born:
        facts["foreldrepenger_fodselsmaned"] = 12 * int(born[:4]) + int(born[5:]) - 1
    assert _days("2025-03", "stonadsperiode_dager", **facts) == [whole]


@pytest.mark.parametrize("year", range(2019, 2027))
def test_every_year(year: int) -> None:
    """§ 14-9: 245 days at the full rate in all years; 295 at the reduced rate, 306 from 2024-07."""
    full = _facts("mor", "begge", False, 1, False)
    reduced = _facts("mor", "begge", True, 1, False)
    assert _days(f"{year}-06", "stonadsperiode_dager", **full) == [245]
    expected = 306 if year > 2024 else 295
    assert _days(f"{year}-06", "stonadsperiode_dager", **reduced) == [expected]


def test_nothing_when_not_granted() -> None:
    facts = _facts("far", "begge", False, 2, False) | {"innvilget_foreldrepenger": False}
    names = ("stonadsperiode_dager", "flerbarnsdager", "dager_uten_aktivitetskrav")
    assert _days(SECOND, *names, **facts) == [0, 0, 0]


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["mor", "far"]),
    st.sampled_from(["begge", "bare_en", "alene"]),
    st.booleans(),
    st.integers(1, 4),
    st.booleans(),
    st.sampled_from([BEFORE, FIRST, SECOND]),
)
def test_the_parts_are_the_whole(
    who: str, right: str, reduced: bool, children: int, adoption: bool, month: str
) -> None:
    """§ 14-9: two quotas, the shared period or the account, and the days before a birth; the
    reduced rate is never shorter, more children never fewer days."""
    facts = _facts(who, right, reduced, children, adoption)
    whole, quota, shared, account = _days(
        month,
        "stonadsperiode_dager",
        "foreldrekvote_dager",
        "fellesperiode_dager",
        "foreldrepengekonto_dager",
        **facts,
    )
    assert whole - (2 * quota + shared + account) in (0, 15)
    full = _days(month, "stonadsperiode_dager", **facts | {"foreldrepenger_redusert_sats": False})
    assert (
        full[0]
        <= _days(month, "stonadsperiode_dager", **facts | {"foreldrepenger_redusert_sats": True})[0]
    )
    more = _days(
        month, "stonadsperiode_dager", **facts | {"foreldrepenger_antall_barn": children + 1}
    )
    assert whole <= more[0]
