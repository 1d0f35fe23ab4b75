"""Sykepenger: folketrygdloven §§ 8-2 to 8-54; official amounts from navikt/helse-spleis."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

DAYS = 260 / 12
ETERNAL = (
    "aktuell_manedsinntekt",
    "rapportert_inntekt_12",
    "inntekt_ved_skjonn",
    "sykepengegrunnlag_fastsatt",
    "sykepenger_fra_maned",
    "ar_siden_siste_fastsettelse",
)


def index(month: str) -> int:
    year, number = (int(part) for part in month.split("-"))
    return 12 * year + number - 1


def ill(month: str, born: str = "1990-06", **facts: Any) -> Simulation:
    person: dict[str, Any] = {
        "born": born,
        "innvilget_sykepenger": {month: True},
        "arbeidsufor_av_sykdom": {month: True},
    }
    for name, value in facts.items():
        eternal = name in ETERNAL or name.startswith("pensjonsgivende_inntekt_ar")
        person[name] = {"ETERNITY" if eternal else month: value}
    return household({"ola": person}, foreldre=["ola"])


def value(rule: str, month: str, **facts: Any) -> float:
    return float(ill(month, **facts).calculate(rule, month)[0])


@pytest.mark.parametrize(("month", "rate"), [("2019-05", 2304), ("2019-04", 2236)])
def test_official_six_g_a_day(month: str, rate: int) -> None:
    """GrunnbeløpTest.kt: 599 148 and 581 298 divided by 260."""
    assert value("sykepenger_per_dag", month, sykepengegrunnlag_fastsatt=2000000.0) == rate


@pytest.mark.parametrize(
    ("daily", "degree", "rate"),
    [
        (1200, 0.8, 960),
        (1200.75, 0.5, 600),
        (1200.49, 0.5, 600),
        (1201, 0.5, 601),
        (1200, 0.75, 900),
        (500, 1.0, 500),
        (600, 0.5, 300),
        (400, 0.2, 80),
        (1000, 0.6, 600),
    ],
)
def test_official_graded_day(daily: float, degree: float, rate: int) -> None:
    """ØkonomiTest.kt and ØkonomiDagTest.kt: the amount of a day, half a krone upwards."""
    facts = {"sykepengegrunnlag_fastsatt": daily * 260, "sykmeldingsgrad": degree}
    assert value("sykepenger_per_dag", "2022-01", **facts) == rate


@pytest.mark.parametrize(("degree", "rate"), [(1.0, 231), (0.5, 115)])
def test_official_small_income(degree: float, rate: int) -> None:
    """ØkonomiDagTest.kt `liten inntekt`: 5 000 a month."""
    facts = {"aktuell_manedsinntekt": 5000.0, "sykmeldingsgrad": degree}
    assert value("sykepenger_per_dag", "2022-01", **facts) == rate


def test_official_average_of_the_self_employed() -> None:
    """SelvstendigTest.kt: 450 000 in 2015-2017 at G 93 634 (January 2018) is 460 589."""
    facts = {f"pensjonsgivende_inntekt_ar_{number}": 450000.0 for number in (1, 2, 3)}
    assert value("pensjonsgivende_arsinntekt", "2018-01", **facts) == 460589


def test_official_high_income_of_the_self_employed() -> None:
    """SelvstendigTest.kt: a million in 2015-2017 counts as 715 713, and the basis is 561 804."""
    facts = {f"pensjonsgivende_inntekt_ar_{number}": 1000000.0 for number in (1, 2, 3)}
    assert value("pensjonsgivende_arsinntekt", "2018-01", **facts) == 715713
    facts["yrkesstatus"] = "selvstendig"
    assert value("sykepengegrunnlag", "2018-01", **facts) == 561804


@pytest.mark.parametrize(
    ("incomes", "basis"),
    [
        ((500000, 450000, 380000), 478906),
        ((670000, 590000, 490000), 589138),
        # 6 G and a third of the next 6 G, of one year in three: (2 + 2/3) x 96 883.
        ((1500000, 0, 0), 258354),
    ],
)
def test_official_pensionable_income(incomes: tuple[int, ...], basis: int) -> None:
    """PensjonsgivendeInntektTest.kt: incomes of 2016, 2015 and 2014 at G 96 883 (2018)."""
    facts = {
        f"pensjonsgivende_inntekt_ar_{number}": float(income)
        for number, income in enumerate(incomes, start=1)
    }
    month = "2018-06"
    assert value("pensjonsgivende_arsinntekt", month, ar_siden_siste_fastsettelse=2, **facts) == (
        basis
    )


@pytest.mark.parametrize(
    ("basis", "insurance", "rate"),
    [
        (460589, "ingen", 1417),
        (561804, "ingen", 1729),
        (460589, "samme_fra_forste_dag", 1417),
        (460589, "full_fra_17_dag", 1771),
        (460589, "full_fra_forste_dag", 1771),
    ],
)
def test_official_day_of_the_self_employed(basis: float, insurance: str, rate: int) -> None:
    """SelvstendigTest.kt: 80 per cent, or 100 when insured for it."""
    facts = {
        "yrkesstatus": "selvstendig",
        "sykepengegrunnlag_fastsatt": float(basis),
        "sykepengeforsikring": insurance,
    }
    assert value("sykepenger_per_dag", "2020-01", **facts) == rate


@pytest.mark.parametrize(
    ("born", "income", "met"),
    [
        ("1990-06", 48441.5, True),
        ("1990-06", 48441.5 - 260, False),
        ("1951-06", 193766.0 + 1, True),
        ("1951-06", 193766.0 - 260, False),
    ],
)
def test_official_minimum_income(born: str, income: float, met: bool) -> None:
    """MinsteinntektsvurderingTest.kt: half G, after 67 more than 2 G (G 96 883)."""
    facts = {"born": born, "sykepengegrunnlag_fastsatt": income}
    assert bool(value("oppfyller_minsteinntekt_sykepenger", "2019-04", **facts)) is met


@pytest.mark.parametrize(
    ("month", "six_g"),
    [
        ("2019-06", 599148),
        ("2020-06", 608106),
        ("2021-06", 638394),
        ("2022-06", 668862),
        ("2023-06", 711720),
        ("2024-06", 744168),
        ("2025-06", 780960),
        ("2026-06", 819294),
    ],
)
def test_ceiling_each_year(month: str, six_g: int) -> None:
    assert value("sykepengegrunnlag", month, aktuell_manedsinntekt=100000.0) == six_g
    just_below = (six_g - 12) / 12
    assert value("sykepengegrunnlag", month, aktuell_manedsinntekt=just_below) == six_g - 12


def test_the_ceiling_of_the_first_month_stays() -> None:
    """§ 8-10: ill from April 2024 (6 x 118 620), still so in June 2024."""
    facts = {"aktuell_manedsinntekt": 100000.0, "sykepenger_fra_maned": index("2024-04")}
    assert value("sykepengegrunnlag", "2024-06", **facts) == 711720


@pytest.mark.parametrize(
    ("reported", "basis"), [(480000.0, 600000), (479999.0, 500000), (800001.0, 500000)]
)
def test_deviation_of_more_than_25_per_cent(reported: float, basis: float) -> None:
    """§ 8-30: 12 x 50 000 against 480 000 is exactly 25 per cent; then 500 000 by discretion."""
    facts = {
        "aktuell_manedsinntekt": 50000.0,
        "rapportert_inntekt_12": reported,
        "inntekt_ved_skjonn": 500000.0,
    }
    assert value("sykepengegrunnlag", "2023-06", **facts) == basis


def test_employer_then_national_insurance() -> None:
    """§§ 8-17 to 8-19: 39 000 a month is 1 800 a day; 12 of 22 days with the employer."""
    facts = {
        "aktuell_manedsinntekt": 39000.0,
        "sykepengedager": 22.0,
        "dager_i_arbeidsgiverperioden": 12.0,
    }
    assert value("sykepenger_arbeidsgiver", "2024-06", **facts) == 21600
    assert value("sykepenger", "2024-06", **facts) == 18000


def test_a_whole_month() -> None:
    assert value("sykepenger", "2024-06", aktuell_manedsinntekt=39000.0) == pytest.approx(39000)


@pytest.mark.parametrize(("degree", "rate"), [(0.2, 360), (0.19, 0)])
def test_at_least_20_per_cent(degree: float, rate: int) -> None:
    facts = {"aktuell_manedsinntekt": 39000.0, "sykmeldingsgrad": degree}
    assert value("sykepenger_per_dag", "2024-06", **facts) == rate
    assert bool(value("rett_til_sykepenger", "2024-06", **facts)) is (rate > 0)


@pytest.mark.parametrize(("used", "days"), [(0, 20), (238, 10), (248, 0), (300, 0)])
def test_248_days(used: float, days: float) -> None:
    facts = {
        "aktuell_manedsinntekt": 39000.0,
        "sykepengedager": 20.0,
        "sykepengedager_brukt": float(used),
    }
    assert value("sykepenger", "2024-06", **facts) == 1800 * days


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        ({}, 248),
        ({"yrkesstatus": "inaktiv"}, 250),
        ({"arbeidsgiver_plikter_ikke": True}, 260),
        ({"yrkesstatus": "dagpengemottaker"}, 260),
        ({"yrkesstatus": "frilanser", "sykepengeforsikring": "full_fra_forste_dag"}, 260),
        ({"born": "1957-06"}, 60),
        ({"born": "1957-07"}, 248),
    ],
)
def test_most_days(facts: dict[str, Any], days: float) -> None:
    """§§ 8-12, 8-51: 67 in June 2024."""
    assert value("sykepenger_maksdager", "2024-06", **facts) == days


def test_small_income_is_paid_by_the_employer_only() -> None:
    """§ 8-3: 5 000 a month is less than half G (62 014), 230.77 a day."""
    facts = {
        "aktuell_manedsinntekt": 5000.0,
        "sykepengedager": 20.0,
        "dager_i_arbeidsgiverperioden": 10.0,
    }
    assert value("sykepenger_arbeidsgiver", "2024-07", **facts) == 2310
    assert value("sykepenger", "2024-07", **facts) == 0


@pytest.mark.parametrize(("month", "rate"), [("2019-09", 1298), ("2019-10", 1385)])
def test_coverage_of_the_self_employed_rose(month: str, rate: int) -> None:
    """§ 8-34: 450 000 / 260 = 1 730.77, 75 per cent until September 2019, then 80."""
    facts = {"yrkesstatus": "selvstendig", "sykepengegrunnlag_fastsatt": 450000.0}
    assert value("sykepenger_per_dag", month, **facts) == rate


def test_waiting_time_of_the_self_employed() -> None:
    """§§ 8-34, 8-36: 1 040 a day (80 per cent of 1 300) after 11 days, from the first insured."""
    facts: dict[str, Any] = {
        "yrkesstatus": "selvstendig",
        "sykepengegrunnlag_fastsatt": 338000.0,
        "sykepengedager": 21.0,
        "dager_i_arbeidsgiverperioden": 11.0,
    }
    assert value("sykepenger", "2024-06", **facts) == 10400
    assert value("sykepenger_arbeidsgiver", "2024-06", **facts) == 0
    facts["sykepengeforsikring"] = "samme_fra_forste_dag"
    assert value("sykepenger", "2024-06", **facts) == 21840
    assert value("sykepenger_til_selvstendige", "2024-06", **facts) == 21840


@pytest.mark.parametrize(
    ("status", "income", "rate"),
    [("inaktiv", 260000.0, 650), ("nytt_arbeid", 260000.0, 1000), ("inaktiv", 124027.0, 310)],
)
def test_between_jobs(status: str, income: float, rate: int) -> None:
    """§ 8-47: 65 per cent, all of it in new work; a basis of at least G 124 028."""
    facts = {
        "yrkesstatus": status,
        "sykepengegrunnlag_fastsatt": income,
        "opptjeningstid_fire_uker": False,
    }
    assert value("sykepenger_per_dag", "2024-07", **facts) == rate
    assert bool(value("rett_til_sykepenger", "2024-07", **facts)) is (income > 124028)


def test_who_has_dagpenger_keeps_the_amount() -> None:
    """§ 8-49: 0.0024 x 300 000 = 720 a day, from the first day."""
    facts = {"yrkesstatus": "dagpengemottaker", "dager_i_arbeidsgiverperioden": 10.0}
    person = {
        "born": "1990-06",
        "innvilget_sykepenger": {"2024-06": True},
        "dagpengegrunnlag_fastsatt": {"ETERNITY": 300000.0},
        "sykepengedager": {"2024-06": 20.0},
    } | {name: {"2024-06": given} for name, given in facts.items()}
    case = household({"ola": person}, foreldre=["ola"])
    assert case.calculate("sykepenger", "2024-06")[0] == 14400


@pytest.mark.parametrize(
    "facts",
    [
        {"born": "1954-06"},
        {"i_fengsel": True},
        {"opptjeningstid_fire_uker": False},
        {"arbeidsuforhet_skyldes_sykdom": False},
        {"arbeidsufor_av_sykdom": False},
        {"aktuell_manedsinntekt": 0.0},
    ],
)
def test_no_right(facts: dict[str, Any]) -> None:
    """§§ 8-2 to 8-4, 8-54; 70 in June 2024."""
    given = {"aktuell_manedsinntekt": 60000.0} | facts
    assert not value("rett_til_sykepenger", "2024-06", **given)


@pytest.mark.parametrize(("born", "paid"), [("1990-06", 10200), ("1964-12", 12500)])
def test_holiday_pay_in_may(born: str, paid: float) -> None:
    """§ 8-33: 10.2 per cent of 100 000, 12.5 for who turned 59 in 2023."""
    person = {"born": born, "sykepenger_i_fjor": {"2024": 100000.0}}
    case = household({"ola": person}, foreldre=["ola"])
    assert case.calculate("sykepenger_feriepenger", "2024-05")[0] == paid
    assert case.calculate("sykepenger_feriepenger", "2024-06")[0] == 0


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 150000), st.floats(0, 1), st.integers(0, 23), st.integers(0, 300))
def test_within_the_limits(income: int, degree: float, days: int, used: int) -> None:
    facts = {
        "aktuell_manedsinntekt": float(income),
        "sykmeldingsgrad": degree,
        "sykepengedager": 23.0,
        "dager_i_arbeidsgiverperioden": float(days),
        "sykepengedager_brukt": float(used),
    }
    case = ill("2025-06", **facts)
    paid = case.calculate("sykepenger", "2025-06")[0]
    employer = case.calculate("sykepenger_arbeidsgiver", "2025-06")[0]
    ceiling = min(12 * income, 780960) / 260 * degree + 0.5
    assert 0 <= paid <= ceiling * 23
    assert 0 <= paid + employer <= ceiling * 23


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 90000), st.integers(0, 90000))
def test_more_income_never_pays_less(first: int, second: int) -> None:
    low, high = sorted((first, second))
    paid = [
        value("sykepenger", "2025-06", aktuell_manedsinntekt=float(income))
        for income in (low, high)
    ]
    assert 0 <= paid[0] <= paid[1]
