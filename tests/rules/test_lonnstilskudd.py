"""Tiltaksforskriften chapters 5 and 8 to 10: the share of the labour cost, its steps, its cap."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

MONTH = "2024-03"
G = 118620


def worker(
    wage: float = 20000,
    month: str = MONTH,
    *,
    born: str = "2000-05",
    holiday: float = 0.12,
    pension: float = 0.02,
    contribution: float = 0.141,
    **facts: Any,
) -> Simulation:
    """One employee; plain values hold in the month, rates in its year."""
    stated = {name: {month: value} for name, value in facts.items()}
    year = month[:4]
    return household(
        {
            "p": {
                "born": born,
                "lonn": {month: wage},
                "feriepengesats": {year: holiday},
                "tjenestepensjonssats": {year: pension},
                "arbeidsgiveravgiftssats_for_refusjon": {year: contribution},
                **stated,
            }
        },
        andre=["p"],
    )


def value(case: Simulation, name: str, month: str = MONTH) -> float:
    return float(case.calculate(name, month)[0])


def test_official_sum_of_the_wage_subsidy() -> None:
    """navikt/tiltaksgjennomforing-api BeregningLonnstilskuddTest.java: a wage of 20 000, holiday
    pay 12 per cent, pension 2, contribution 14.1 and 60 per cent is 15 642."""
    case = worker(arbeidsmarkedstiltak="midlertidig_lonnstilskudd", har_nedsatt_arbeidsevne=True)
    assert value(case, "midlertidig_lonnstilskudd") == 15642


def test_official_sum_of_labour_costs() -> None:
    """The same file: 16 666 with holiday pay 10.2 per cent costs 21 375 in whole kroner."""
    assert round(value(worker(16666, holiday=0.102), "lonnstilskudd_grunnlag")) == 21375


@pytest.mark.parametrize(
    ("reduced", "used", "per_cent"),
    [(False, 5, 40), (False, 6, 30), (True, 11, 60), (True, 12, 50), (False, 12, 0), (True, 24, 0)],
)
def test_official_steps_of_the_temporary_subsidy(reduced: bool, used: int, per_cent: int) -> None:
    """LonnstilskuddAvtaleBeregningStrategyTest.java: 40 to 30 after six months, 60 to 50 after
    twelve; § 9-4: over after one year, or two."""
    case = worker(
        100000,
        holiday=0,
        pension=0,
        contribution=1e-9,
        arbeidsmarkedstiltak="midlertidig_lonnstilskudd",
        har_nedsatt_arbeidsevne=reduced,
        tiltaksmaneder_brukt=used,
    )
    assert value(case, "midlertidig_lonnstilskudd") == 1000 * per_cent


@pytest.mark.parametrize(
    ("share", "used", "per_cent"),
    [(0.68, 11, 68), (0.68, 12, 67), (0.7, 12, 67), (0.4, 24, 40), (0.6, 119, 60), (0.69, 0, 69)],
)
def test_official_steps_of_the_permanent_subsidy(share: float, used: int, per_cent: int) -> None:
    """The same file: above 67 per cent it is set down after twelve months, below it stays."""
    case = worker(
        10000,
        holiday=0,
        pension=0,
        contribution=1e-9,
        arbeidsmarkedstiltak="varig_lonnstilskudd",
        varig_lonnstilskudd_andel=share,
        tiltaksmaneder_brukt=used,
    )
    assert value(case, "varig_lonnstilskudd") == 100 * per_cent


@pytest.mark.parametrize(
    ("month", "earlier", "paid"),
    [
        ("2024-04", 5 * 118620, 0),
        ("2024-05", 5 * 118620, 5 * (124028 - 118620)),
        ("2024-06", 5 * 124028, 0),
        ("2024-03", 5 * 118620 - 1000, 1000),
    ],
)
def test_official_cap_of_five_times_the_basic_amount(
    month: str, earlier: float, paid: float
) -> None:
    """navikt/tiltak-refusjon-api RefusjonVarig5GTest.kt: nothing in April, the difference of the
    two basic amounts in May, nothing in June."""
    case = worker(
        400000,
        month,
        arbeidsmarkedstiltak="varig_lonnstilskudd",
        lonnstilskudd_tidligere_i_aret=earlier,
    )
    assert value(case, "varig_lonnstilskudd", month) == paid


def test_official_mentor() -> None:
    """MentorAvtaleBeregningStrategyTest.java: 8 hours at 100, holiday pay 0.023, pension 0.2 and
    contribution 0.012 are 800 + 18 + 164 + 12 = 994."""
    case = worker(
        0, holiday=0.023, pension=0.2, contribution=0.012, mentortimer=8, mentors_timelonn=100
    )
    assert value(case, "mentortilskudd") == 994


def test_without_a_stated_year_the_cap_is_spread_over_the_months() -> None:
    """§ 10-7: five times 118 620 by twelve is 49 425."""
    case = worker(400000, arbeidsmarkedstiltak="varig_lonnstilskudd")
    assert value(case, "varig_lonnstilskudd") == pytest.approx(5 * G / 12)


@pytest.mark.parametrize(
    ("used", "per_cent"), [(0, 70), (11, 70), (12, 60), (24, 50), (36, 35), (47, 35), (48, 0)]
)
def test_the_four_years_of_the_trial(used: int, per_cent: int) -> None:
    """Regulation 2026-02-04-163 § 7."""
    case = worker(
        10000,
        "2026-08",
        holiday=0,
        pension=0,
        contribution=1e-9,
        arbeidsmarkedstiltak="firearig_lonnstilskudd",
        tiltaksmaneder_brukt=used,
    )
    assert value(case, "firearig_lonnstilskudd", "2026-08") == 100 * per_cent


def test_the_trial_begins_in_august_2026() -> None:
    case = worker(month="2026-07", arbeidsmarkedstiltak="firearig_lonnstilskudd")
    assert value(case, "firearig_lonnstilskudd", "2026-07") == 0


@pytest.mark.parametrize(("reduced", "amount"), [(False, 5000), (True, 7500)])
def test_summer_job(reduced: bool, amount: float) -> None:
    """§ 8-6: half, or three fourths, of the basis for four weeks."""
    for used, paid in ((0, amount), (1, 0)):
        case = worker(
            10000,
            holiday=0,
            pension=0,
            contribution=1e-9,
            arbeidsmarkedstiltak="sommerjobb",
            har_nedsatt_arbeidsevne=reduced,
            tiltaksmaneder_brukt=used,
        )
        assert value(case, "tilskudd_til_sommerjobb") == paid


def test_the_contribution_is_that_of_the_kommune_unless_stated() -> None:
    """Zone I has 14.1 per cent: 10 000 x 1.12 x 1.02 x 1.141."""
    case = worker(10000, contribution=0)
    assert value(case, "lonnstilskudd_grunnlag") == pytest.approx(10000 * 1.12 * 1.02 * 1.141)


@given(
    wage=st.integers(0, 200000),
    share=st.floats(0, 1),
    used=st.integers(0, 60),
    reduced=st.booleans(),
)
@settings(max_examples=40, deadline=None)
def test_never_more_than_three_fourths_of_the_labour_cost(
    wage: int, share: float, used: int, reduced: bool
) -> None:
    for measure in ("midlertidig_lonnstilskudd", "varig_lonnstilskudd"):
        case = worker(
            wage,
            arbeidsmarkedstiltak=measure,
            varig_lonnstilskudd_andel=share,
            tiltaksmaneder_brukt=used,
            har_nedsatt_arbeidsevne=reduced,
        )
        amount = value(case, measure)
        assert 0 <= amount <= 0.75 * value(case, "lonnstilskudd_grunnlag") + 0.5
        other = {"midlertidig_lonnstilskudd", "varig_lonnstilskudd"} - {measure}
        assert value(case, other.pop()) == 0
