"""Skolepenger: folketrygdloven § 15-11 and forskrift 21 november 2015 nr. 1341 § 7.

The official amounts stand in the tests of navikt/familie-ef-sak (SkolepengerMaksbeløpTest,
skolepenger/innvilget.feature; earlier versions of the features for the part-time share).
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

FIXED = ("overgangsstonad_for_juli_2026",)


def student(invoices: dict[str, float], **given: Any) -> Simulation:
    """A lone parent in education; facts hold in every month of the invoices' years."""
    months = [
        f"{year}-{number:02}"
        for year in {month[:4] for month in invoices}
        for number in range(1, 13)
    ]
    parent: dict[str, Any] = {"born": "1990-06", "skolepenger_utgifter": dict(invoices)}
    facts = {"innvilget_skolepenger": True, "nodvendig_utdanning": True} | given
    for name, value in facts.items():
        parent[name] = {"ETERNITY": value} if name in FIXED else dict.fromkeys(months, value)
    child = {"born": f"{min(invoices)[:4]}-01"}
    return household({"mor": parent, "barn": child}, foreldre=["mor"], barna=["barn"])


def paid(invoices: dict[str, float], **given: Any) -> list[float]:
    case = student(invoices, **given)
    return [float(case.calculate("skolepenger", month)[0]) for month in sorted(invoices)]


HIGHER = {
    2019: 65326,
    2020: 66604,
    2021: 68136,
    2022: 69500,
    2023: 74366,
    2024: 77192,
    2025: 79432,
}
UPPER_SECONDARY = {
    2019: 27276,
    2020: 27794,
    2021: 28433,
    2022: 29002,
    2023: 31033,
    2024: 32211,
    2025: 33145,
}


@pytest.mark.parametrize("year", HIGHER)
def test_official_maximum(year: int) -> None:
    """SkolepengerMaksbeløpTest, by school year."""
    month = f"{year}-08"
    assert paid({month: 100000.0}) == [HIGHER[year]]
    upper = paid({month: 100000.0}, skolepenger_studietype="videregaende")
    assert upper == [UPPER_SECONDARY[year]]


def test_official_maximum_of_2026_under_the_former_rules() -> None:
    """SkolepengerMaksbeløpTest, 2026: 81 102 and 33 841, for running cases only."""
    before: dict[str, Any] = {"overgangsstonad_for_juli_2026": True}
    assert paid({"2026-08": 100000.0}, **before) == [81102]
    assert paid({"2026-08": 100000.0}, skolepenger_studietype="videregaende", **before) == [33841]
    assert paid({"2026-08": 100000.0}) == [0]
    assert paid({"2026-06": 100000.0}) == [79432]


@pytest.mark.parametrize(
    ("invoices", "amounts"),
    [
        ({"2021-01": 200.0}, [200]),
        ({"2021-08": 500.0}, [500]),
        ({"2021-08": 40000.0}, [40000]),
        ({"2021-08": 200.0, "2022-01": 300.0}, [200, 300]),
    ],
)
def test_official_invoices(invoices: dict[str, float], amounts: list[float]) -> None:
    """skolepenger/innvilget.feature: what is invoiced in the month, within the maximum."""
    assert paid(invoices) == amounts


def test_official_half_time() -> None:
    """An earlier feature of familie-ef-sak: at 50 per cent the maximum is halved, 68 136 / 2."""
    assert paid({"2021-08": 100000.0}, skolepenger_studiebelastning=0.5) == [34068]
    assert paid({"2021-08": 38000.0}, skolepenger_studiebelastning=0.5) == [34068]


@pytest.mark.parametrize(
    ("share", "of_full"), [(0.5, 1 / 2), (0.66, 2 / 3), (0.7, 2 / 3), (0.75, 3 / 4), (1.0, 1.0)]
)
def test_part_time(share: float, of_full: float) -> None:
    """§ 7 of the regulation: a half, two thirds or three quarters; below half nothing."""
    amount = paid({"2024-08": 100000.0}, skolepenger_studiebelastning=share)[0]
    assert amount == pytest.approx(77192 * of_full, abs=0.01)
    assert paid({"2024-08": 1000.0}, skolepenger_studiebelastning=0.49) == [0]


def test_the_maximum_is_of_the_school_year() -> None:
    """77 192 in 2024/25: what is paid earlier in the school year, from July, takes of it."""
    before = "skolepenger_utbetalt_i_skolearet"
    assert paid({"2024-10": 30000.0}, **{before: 60000.0}) == [17192]
    assert paid({"2024-10": 17192.0}, **{before: 60000.0}) == [17192]
    assert paid({"2024-10": 1000.0}, **{before: 77192.0}) == [0]
    assert paid({"2024-06": 60000.0}, **{before: 70000.0}) == [4366]
    assert paid({"2024-07": 60000.0}, **{before: 70000.0}) == [7192]


def test_grants_for_the_same_purpose_come_off() -> None:
    assert paid({"2024-08": 20000.0}, skolepenger_stipend=5000.0) == [15000]
    assert paid({"2024-08": 20000.0}, skolepenger_stipend=25000.0) == [0]


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("innvilget_skolepenger", False),
        ("nodvendig_utdanning", False),
        ("privat_utdanning_uten_saerlig_grunn", True),
        ("lever_med_partner", True),
        ("sanksjon_enslig_mor_eller_far", True),
    ],
)
def test_no_right_without_each_condition(fact: str, value: Any) -> None:
    """§ 15-11 fourth and fifth paragraphs: only with the right to transitional benefit."""
    month = {"2024-08": 20000.0}
    assert paid(month) == [20000]
    assert paid(month, **{fact: value}) == [0]


@settings(max_examples=20, deadline=None)
@given(expenses=st.integers(0, 90000), before=st.integers(0, 90000))
def test_never_above_the_expenses_or_the_maximum(expenses: int, before: int) -> None:
    facts = {"skolepenger_utbetalt_i_skolearet": float(before)}
    amount = paid({"2025-11": float(expenses)}, **facts)[0]
    assert amount == max(min(expenses, 79432 - before), 0)
