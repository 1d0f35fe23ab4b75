"""Omstillingsstønad and the pension before it: folketrygdloven chapters 17 and 17 A, and the tests
of navikt/pensjon-etterlatte-saksbehandling.

G: 2019 99 858, 2020 101 351, 2021 106 399, 2022 111 477, 2023 118 620, 2024 124 028, 2025 130 160,
2026 136 549 (navikt/g).
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

FIXED = {
    "avdodes_trygdetid",
    "ektefelle_dod_siden",
    "lav_inntekt_for_dodsfallet",
    "statlig_institusjon_siden",
    "soning_siden",
    "gjenlevende_tilleggspensjon_g",
}
YEARLY = {"omstilling_inntekt_oppgitt", "gjenlevende_forventet_inntekt", "kapitalinntekt"}


def index(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:]) - 1


def months(year: int | str, first: int = 1, last: int = 12) -> list[str]:
    return [f"{year}-{number:02}" for number in range(first, last + 1)]


def survivor(
    year: int = 2025,
    first: int = 1,
    last: int = 12,
    born: str = "1985-03",
    granted: str = "innvilget_omstillingsstonad",
    **more: Any,
) -> dict[str, Any]:
    """Granted in the months `first` to `last`; other facts all year."""
    person: dict[str, Any] = {
        "born": born,
        granted: dict.fromkeys(months(year, first, last), True),
    }
    for name, value in more.items():
        if name in FIXED:
            person[name] = {"ETERNITY": value}
        elif name in YEARLY:
            person[name] = {str(year): value}
        elif isinstance(value, dict):
            person[name] = value
        else:
            person[name] = dict.fromkeys(months(year), value)
    return person


def case(person: dict[str, Any], child: bool = False) -> Simulation:
    people = {"mor": person} | ({"barn": {"born": "2018-01"}} if child else {})
    return household(people, foreldre=["mor"], barna=["barn"] if child else [])


def benefit(
    person: dict[str, Any], month: str, rule: str = "omstillingsstonad", child: bool = False
) -> float:
    return float(case(person, child).calculate(rule, month)[0])


@pytest.mark.parametrize(("insured", "expected"), [(40, 22_241), (15, 8_340)])
def test_official_amount(insured: int, expected: int) -> None:
    """navikt/pensjon-etterlatte-saksbehandling, BeregnOmstillingsstoenadServiceTest.kt, January
    2024: OMS_BELOEP_JAN_24 and prorata 30 x 1/2 years."""
    assert benefit(survivor(2024, avdodes_trygdetid=insured), "2024-01") == expected


def test_official_sanction() -> None:
    """Same file: nothing in February and March 2024, the full amount on both sides."""
    person = survivor(2024, omstilling_sanksjon={"2024-02": True, "2024-03": True})
    for month, expected in zip(months(2024, 1, 4), (22_241, 0, 0, 22_241), strict=True):
        assert benefit(person, month) == expected


def test_official_reduction_of_half_a_million() -> None:
    """InntektAvkortingTest.kt: 500 000 over twelve months, January 2024."""
    person = survivor(2024, omstilling_inntekt_oppgitt=500_000)
    assert benefit(person, "2024-01", "omstillingsstonad_reduksjon") == 16_526


def test_official_income_above_half_of_g() -> None:
    """InntektAvkortingTest.kt: 120 000 exceeds by 5 057(.50) a month; 45 per cent is 2 275.88."""
    person = survivor(2024, omstilling_inntekt_oppgitt=120_000)
    assert benefit(person, "2024-01", "omstillingsstonad_reduksjon") == 2_276
    low = survivor(2024, omstilling_inntekt_oppgitt=25_000)
    assert benefit(low, "2024-01", "omstillingsstonad_reduksjon") == 0


@pytest.mark.parametrize(
    ("month", "before", "reduction", "after"),
    [("2024-03", 15_676, 9_026, 6_650), ("2024-05", 16_682, 8_924, 7_758)],
)
def test_official_first_decision(month: str, before: int, reduction: int, after: int) -> None:
    """BeregnAvkortingTest.kt: 300 000 less 50 000 from before, granted from March 2024."""
    simulation = case(survivor(2024, first=3, omstilling_inntekt_oppgitt=250_000))
    simulation.set_input("omstillingsstonad_for_inntekt", month, [before])
    assert simulation.calculate("omstillingsstonad_reduksjon", month) == [reduction]
    assert simulation.calculate("omstillingsstonad", month) == [after]


def test_official_bounds_with_arrears() -> None:
    """AvkortetYtelseTest.kt: never below nothing, never above what was computed."""
    for reduction, arrears, expected in (
        (50_000, 0, 50_000),
        (100_000, 0, 0),
        (75_000, -25_001 - 50_000, 100_000),
    ):
        simulation = case(survivor(2024, omstilling_restanse=arrears))
        simulation.set_input("omstillingsstonad_for_inntekt", "2024-01", [100_000])
        simulation.set_input("omstillingsstonad_reduksjon", "2024-01", [reduction])
        assert simulation.calculate("omstillingsstonad", "2024-01") == [expected]


# 2.25 x G / 12.
YEARS = [
    (2023, "2023-06", 0),
    (2024, "2024-04", 22_241),  # 22 241.25
    (2024, "2024-05", 23_255),  # 23 255.25
    (2025, "2025-06", 24_405),
    (2026, "2026-06", 25_603),  # 25 602.94
]


@pytest.mark.parametrize(("year", "month", "expected"), YEARS)
def test_full_amount_each_year(year: int, month: str, expected: int) -> None:
    assert benefit(survivor(year), month) == expected


def test_income_by_wage_is_rounded_down_to_a_thousand() -> None:
    """2025: 240 999 gives 240 000; 20 000 - 5 423.33 = 14 576.67; 45 per cent 6 559.50."""
    wage = dict.fromkeys(months(2025), 240999 / 12)
    assert benefit(survivor(lonn=wage), "2025-06", "omstillingsstonad_reduksjon") == 6_560
    assert benefit(survivor(lonn=wage), "2025-06") == 24_405 - 6_560


@pytest.mark.parametrize("income", [241_000, 250_000, 253_000, 307_000, 599_000])
def test_a_whole_thousand_is_not_rounded_down(income: int) -> None:
    """Twelve equal wages add up to the thousand itself."""
    wage = dict.fromkeys(months(2025), income / 12)
    by_wage = benefit(survivor(lonn=wage), "2025-06", "omstillingsstonad_reduksjon")
    stated = survivor(omstilling_inntekt_oppgitt=income)
    assert by_wage == benefit(stated, "2025-06", "omstillingsstonad_reduksjon")


def test_only_income_of_the_months_with_the_benefit_counts() -> None:
    """Granted from July 2025: 6 x 20 000 over six months; what was earned before is left out."""
    wage = dict.fromkeys(months(2025, 7), 20000.0) | {"2025-02": 400_000.0}
    person = survivor(first=7, lonn=wage)
    assert benefit(person, "2025-08", "omstillingsstonad_reduksjon") == 6_560
    assert benefit(person, "2025-06") == 0


@pytest.mark.parametrize(("income", "expected"), [(65_000, 0), (66_000, 35)])
def test_half_of_g_is_free(income: int, expected: int) -> None:
    """65 080 in May 2025: 66 000 / 12 - 5 423.33 = 76.67; 34.50 rounds up."""
    person = survivor(omstilling_inntekt_oppgitt=income)
    assert benefit(person, "2025-06", "omstillingsstonad_reduksjon") == expected


def test_high_income_leaves_nothing() -> None:
    assert benefit(survivor(omstilling_inntekt_oppgitt=2_000_000), "2025-06") == 0


@pytest.mark.parametrize(
    ("died", "extended", "month", "paid"),
    [
        ("2025-06", False, "2025-06", False),
        ("2025-06", False, "2025-07", True),
        ("2022-06", False, "2025-06", True),
        ("2022-05", False, "2025-06", False),
        ("2022-05", True, "2025-06", True),
        ("2020-06", True, "2025-06", True),
        ("2020-05", True, "2025-06", False),
    ],
)
def test_three_years_and_two_more(died: str, extended: bool, month: str, paid: bool) -> None:
    """§ 17-5: from the month after the death."""
    person = survivor(ektefelle_dod_siden=index(died), omstillingsstonad_utvidet=extended)
    assert (benefit(person, month) > 0) is paid


@pytest.mark.parametrize(
    ("born", "low_income", "paid"),
    [("1963-12", True, True), ("1964-01", True, False), ("1963-12", False, False)],
)
def test_born_in_1963_or_earlier_keeps_it(born: str, low_income: bool, paid: bool) -> None:
    """§ 17-5 third paragraph, five years after the death."""
    person = survivor(
        born=born,
        ektefelle_dod_siden=index("2020-01"),
        lav_inntekt_for_dodsfallet=low_income,
        omstilling_aktivitet=0.0,
    )
    assert (benefit(person, "2025-06") > 0) is paid


@pytest.mark.parametrize(("month", "paid"), [("2025-03", True), ("2025-04", False)])
def test_ends_after_the_month_of_turning_67(month: str, paid: bool) -> None:
    """§§ 17-11, 22-12."""
    assert (benefit(survivor(born="1958-03"), month) > 0) is paid


@pytest.mark.parametrize(
    ("month", "activity", "demand", "paid"),
    [
        ("2025-07", 0.0, False, True),
        ("2025-08", 0.0, False, False),
        ("2025-08", 0.49, False, False),
        ("2025-08", 0.5, False, True),
        ("2026-01", 0.5, True, True),
        ("2026-02", 0.5, True, False),
        ("2026-02", 0.5, False, True),
        ("2026-02", 1.0, True, True),
    ],
)
def test_duty_to_be_active(month: str, activity: float, demand: bool, paid: bool) -> None:
    """§ 17-7: death in January 2025; half of full time after six months, full time after twelve."""
    person = survivor(
        int(month[:4]),
        ektefelle_dod_siden=index("2025-01"),
        omstilling_aktivitet=activity,
        krav_om_full_aktivitet=demand,
    )
    assert (benefit(person, month) > 0) is paid
    exempt = person | {"unntak_aktivitetsplikt": {month: True}}
    assert benefit(exempt, month) > 0


def test_remarriage_and_full_disability_end_it() -> None:
    """§ 17-11; a graded uføretrygd does not."""
    assert benefit(survivor(gift_igjen=True), "2025-06") == 0
    disabled = survivor(innvilget_uforetrygd=True)
    assert benefit(disabled, "2025-06") == 0
    assert benefit(survivor(innvilget_uforetrygd=True, uforegrad=0.5), "2025-06") == 24_405


@pytest.mark.parametrize(("admitted", "expected"), [("2025-03", 24_405), ("2025-02", 4_881)])
def test_institution(admitted: str, expected: int) -> None:
    """§ 17-13: 45 per cent of G from the fourth month, not for those who support children."""
    person = survivor(i_statlig_institusjon=True, statlig_institusjon_siden=index(admitted))
    assert benefit(person, "2025-06") == expected
    assert benefit(person, "2025-06", child=True) == 24_405


def test_prison() -> None:
    """§ 17-14: nothing from the second month, half with children."""
    person = survivor(i_fengsel=True, soning_siden=index("2025-04"))
    assert benefit(person, "2025-05") == 24_405
    assert benefit(person, "2025-06") == 0
    assert benefit(person, "2025-06", child=True) == 24_405 / 2


def test_right_from_the_facts() -> None:
    """§ 17-4: child at home, or a child or five years with the deceased."""
    person = survivor(ektefelle_dod_siden=index("2025-01"))
    assert case(person, child=True).calculate("rett_til_omstillingsstonad", "2025-06")[0]
    assert not case(person).calculate("rett_til_omstillingsstonad", "2025-06")[0]
    tied = person | {"barn_eller_fem_ars_ekteskap": {"2025-06": True}}
    assert case(tied).calculate("rett_til_omstillingsstonad", "2025-06")[0]
    assert not case(survivor(), child=True).calculate("rett_til_omstillingsstonad", "2025-06")[0]


# Chapter 17 before 2024: 2 G / 12.
OLD_YEARS = [(2019, 16_643), (2020, 16_892), (2021, 17_733), (2022, 18_580), (2023, 19_770)]


def widow(year: int, **more: Any) -> dict[str, Any]:
    return survivor(year, granted="innvilget_gjenlevendepensjon", **more)


@pytest.mark.parametrize(("year", "expected"), [*OLD_YEARS, (2024, 20_671), (2026, 22_758)])
def test_old_pension_each_year(year: int, expected: int) -> None:
    """Basic pension and special supplement, G of May."""
    assert benefit(widow(year), f"{year}-06", "gjenlevendepensjon") == expected


def test_old_pension_with_supplementary_pension_and_short_period() -> None:
    """2022: (1 + 1.4) x 9 289.75 = 22 295.40; 30 of 40 years: 0.75 + 0.75 or 0.9."""
    rule = "gjenlevendepensjon"
    assert benefit(widow(2022, gjenlevende_tilleggspensjon_g=1.4), "2022-06", rule) == 22_295
    short = widow(2022, avdodes_trygdetid=30, gjenlevende_tilleggspensjon_g=0.9)
    assert benefit(short, "2022-06", rule) == 15_328  # 1.65 x 9 289.75 = 15 328.09
    assert benefit(widow(2022, avdodes_trygdetid=30), "2022-06", rule) == 13_935  # 13 934.63


def test_old_pension_is_reduced_by_40_per_cent() -> None:
    """2022: 300 000 - 55 738.50 = 244 261.50; 40 per cent a month 8 142.05; 18 579.50 less that."""
    person = widow(2022, gjenlevende_forventet_inntekt=300_000)
    assert benefit(person, "2022-06", "gjenlevendepensjon") == 10_437


@pytest.mark.parametrize(
    ("died", "born", "cause", "expected"),
    [
        ("2021-06", "1985-01", False, 18_580),
        ("2021-05", "1985-01", False, 13_006),  # 1.5 G x 40 % / 12 = 5 573.85
        ("2021-05", "1985-01", True, 18_580),
        ("2021-05", "1967-06", False, 18_580),
        ("2021-05", "1967-07", False, 13_006),
    ],
)
def test_old_pension_expects_two_g(died: str, born: str, cause: bool, expected: int) -> None:
    """§ 17-8 then, § 17 A-6: a year after the death, before 55, without a reasonable cause."""
    person = widow(
        2022, born=born, ektefelle_dod_siden=index(died), rimelig_grunn_lav_inntekt=cause
    )
    assert benefit(person, "2022-06", "gjenlevendepensjon") == expected


@given(
    income=st.integers(0, 900_000),
    more=st.integers(0, 300_000),
    insured=st.integers(0, 40),
    first=st.integers(1, 12),
)
@settings(max_examples=20, deadline=None)
def test_falls_with_income_within_the_full_amount(
    income: int, more: int, insured: int, first: int
) -> None:
    facts: dict[str, Any] = {"first": first, "avdodes_trygdetid": insured}
    low = benefit(survivor(omstilling_inntekt_oppgitt=income + 1, **facts), "2025-12")
    high = benefit(survivor(omstilling_inntekt_oppgitt=income + 1 + more, **facts), "2025-12")
    assert 0 <= high <= low <= 24_405


def test_months_add_to_the_year() -> None:
    """2025: four months at G 124 028 and eight at 130 160."""
    total = case(survivor()).calculate_add("omstillingsstonad", "2025")
    assert total == [4 * 23_255 + 8 * 24_405]
