"""After-school care: opplæringslova § 4-5, opplæringsforskrifta §§ 2-2 to 2-4, and price tables of
kommuner. A pupil born in year B is in grade 1 from August of B + 6."""

from typing import Any

import pytest
from situations import household


def sfo(
    month: str,
    grade: int,
    price: float,
    *,
    income: float = 2_000_000,
    rule: str = "foreldrebetaling_sfo",
    kommune: dict[str, Any] | None = None,
    applied: bool = True,
    **facts: Any,
) -> float:
    """A pupil of a grade in a month; `facts` of the pupil hold in that month."""
    year, number = int(month[:4]), int(month[5:])
    school_year = year if number >= 8 else year - 1
    pupil = {
        "born": f"{school_year - 5 - grade}-04",
        "sfo_pris": {month: price},
        **{key: {month: value} for key, value in facts.items()},
    }
    case = household(
        {"mor": {"born": "1985-01"}, "elev": pupil},
        foreldre=["mor"],
        barna=["elev"],
        husstand={
            "foreldrebetaling_inntekt_siste_ar": {month[:4]: income},
            "sokt_redusert_foreldrebetaling": {month: applied},
        },
        kommune={key: {"ETERNITY": value} for key, value in (kommune or {}).items()},
    )
    return float(case.calculate(rule, month)[1])


@pytest.mark.parametrize(
    ("grade", "price", "hours", "paid"),
    [
        (1, 3190, 0, 1640),
        (2, 3190, 0, 1640),
        (3, 3190, 0, 3190),
        (2, 3010, 0, 1460),
        (2, 2050, 0, 500),
        (4, 2050, 0, 2050),
        (1, 1550, 12, 0),
        (1, 1440, 12, 0),
        (2, 1140, 8, 0),
        (3, 1140, 8, 1140),
    ],
)
def test_official_prices_of_sogndal(grade: int, price: float, hours: float, paid: float) -> None:
    """sogndal.kommune.no, prices 2024: first and second graders pay the price less 1 550."""
    got = sfo("2024-02", grade, price, sfo_timer=hours, sfo_fradrag_gratis_timer=1550.0)
    assert got == paid


@pytest.mark.parametrize(("grade", "paid"), [(1, 845), (2, 845), (3, 845), (4, 3551)])
def test_official_prices_of_bergen(grade: int, paid: float) -> None:
    """Bergen 2026-27: 845 in grades 1 to 3, 3 551 in grade 4: a deduction of 2 706."""
    assert sfo("2026-09", grade, 3551, sfo_fradrag_gratis_timer=2706.0) == paid


@pytest.mark.parametrize(
    ("month", "grade", "price", "deduction", "limit"),
    [
        ("2026-09", 2, 3551, 2706, 154_917),  # ks-no/workshop-ai data/satser.json (Bergen)
        ("2026-09", 4, 3551, 0, 651_017),  # the same
        ("2021-02", 2, 3015, 0, 552_750),  # kongsvinger.kommune.no
    ],
)
def test_official_income_limits(
    month: str, grade: int, price: float, deduction: float, limit: float
) -> None:
    """The limit is the payment of eleven months divided by six per cent."""
    more = {"sfo_fradrag_gratis_timer": float(deduction)}
    assert sfo(month, grade, price, income=limit + 1, **more) == price - deduction
    below = limit - 1000
    assert sfo(month, grade, price, income=below, **more) == pytest.approx(below * 0.06 / 11)


def test_official_case_of_the_sandbox() -> None:
    """ks-no/workshop-ai: 41 800 a year and an income of 456 000: six per cent is 27 360."""
    assert 11 * sfo("2026-09", 4, 3800, income=456_000) == pytest.approx(27_360)


def test_official_deduction_of_hustadvika() -> None:
    """hustadvika.kommune.no, autumn 2024: 1 750 off for grades 1 to 3, food in addition."""
    assert sfo("2024-09", 3, 3200, sfo_fradrag_gratis_timer=1750.0) == 1450


@pytest.mark.parametrize(("hours", "paid"), [(6, 0), (12, 0)])
def test_official_twelve_hours_are_free_in_vik(hours: float, paid: float) -> None:
    """vik.kommune.no 2022-23: 6 to 12 hours free in grade 1."""
    assert sfo("2022-09", 1, 1500, sfo_timer=hours) == paid


@pytest.mark.parametrize(
    ("month", "grade", "free"),
    [
        ("2022-06", 1, False),
        ("2022-08", 1, True),
        ("2022-08", 2, False),
        ("2023-06", 2, False),
        ("2023-08", 2, True),
        ("2023-08", 3, False),
        ("2024-08", 3, True),
        ("2024-08", 4, False),
        ("2025-09", 3, True),
        ("2026-09", 3, True),
        ("2026-09", 4, False),
    ],
)
def test_free_hours_by_grade_and_date(month: str, grade: int, free: bool) -> None:
    """§ 1B-4 of 2022-08-01, 2023-08-01 and 2024-08-01; § 2-2."""
    assert sfo(month, grade, 2000, sfo_timer=16) == (2000 * 4 / 16 if free else 2000)


def test_full_time_place_without_hours_is_twenty_hours() -> None:
    """12 of 20 hours are free unless the kommune says otherwise: 40 per cent is paid."""
    assert sfo("2024-09", 1, 3000) == pytest.approx(1200)
    assert sfo("2024-09", 1, 3000, kommune={"sfo_heltidstimer": 24.0}) == pytest.approx(1500)


@pytest.mark.parametrize(
    ("month", "grade", "reduced"),
    [
        ("2019-09", 1, False),
        ("2020-06", 1, False),
        ("2020-08", 1, True),
        ("2020-08", 2, True),
        ("2020-08", 3, False),
        ("2021-06", 3, False),
        ("2021-08", 3, True),
        ("2021-08", 4, True),
    ],
)
def test_income_rule_by_grade_and_date(month: str, grade: int, reduced: bool) -> None:
    """§ 1B-1 of 2020-08-01 and 2021-08-01: 220 000 x 6 % / 11 = 1 200."""
    expected = 1200 if reduced else 3000
    assert sfo(month, grade, 3000, income=220_000) == pytest.approx(expected)


def test_income_rule_asks_for_an_application() -> None:
    assert sfo("2021-09", 4, 3000, income=220_000, applied=False) == 3000


def test_free_hours_come_before_the_income_rule() -> None:
    """2024-09, grade 1: 3 000 less 1 800 is 1 200; 6 % of 110 000 in eleven months is 600."""
    assert sfo("2024-09", 1, 3000, income=110_000) == pytest.approx(600)
    assert sfo("2024-09", 1, 3000, income=220_001) == pytest.approx(1200)


@pytest.mark.parametrize(
    ("month", "grade", "needs", "paid"),
    [
        ("2020-06", 5, True, 3000),
        ("2020-08", 5, True, 0),
        ("2020-08", 7, True, 0),
        ("2024-09", 6, True, 0),
        ("2024-09", 4, True, 3000),
        ("2024-09", 8, True, 0),
        ("2024-09", 5, False, 0),
    ],
)
def test_special_needs(month: str, grade: int, needs: bool, paid: float) -> None:
    """§ 2-3: free in grades 5 to 7 from August 2020; no place for others above grade 4."""
    assert sfo(month, grade, 3000, elev_med_saerlige_behov=needs) == paid


@pytest.mark.parametrize(
    ("grade", "needs", "offered"),
    [(1, False, 1), (4, False, 1), (5, False, 0), (5, True, 1), (7, True, 1), (8, True, 0)],
)
def test_who_must_be_offered_a_place(grade: int, needs: bool, offered: int) -> None:
    """§ 4-5 first paragraph."""
    got = sfo("2025-02", grade, 0, rule="tilbud_om_sfo", elev_med_saerlige_behov=needs)
    assert got == offered


def test_july_is_free_and_ten_months_may_be_stated() -> None:
    """With June and July free the six per cent are spread over ten months: 220 000 x 6 % / 10."""
    assert sfo("2025-07", 4, 3000) == 0
    pupil = {
        "born": "2015-04",
        "sfo_pris": {"2025-03": 3000},
        "betalingsfri_maned": {"2025-06": True, "2025-07": True},
    }
    case = household(
        {"mor": {"born": "1985-01"}, "elev": pupil},
        foreldre=["mor"],
        barna=["elev"],
        husstand={"foreldrebetaling_inntekt_siste_ar": {"2025": 220_000}},
    )
    assert case.calculate("foreldrebetaling_sfo", "2025-03")[1] == pytest.approx(1320)


def test_a_pupil_placed_elsewhere_or_registered_elsewhere_is_not_paid_for_here() -> None:
    assert sfo("2025-02", 4, 3000, plassering="fosterhjem") == 0
    assert sfo("2025-02", 4, 3000, folkeregistrert_hos_den_andre=True) == 0
