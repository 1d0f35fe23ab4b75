"""Tilleggsstønader: tilleggsstønadsforskriften §§ 1 to 13, folketrygdloven chapter 11 A.

The official amounts stand in the `.feature` files and tests of navikt/tilleggsstonader-sak
(snapshot 2026-08-20), named at each table.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household


def granted(month: str, group: str = "nedsatt_arbeidsevne", **given: Any) -> Simulation:
    """A person granted supplementary grants in the month."""
    person: dict[str, Any] = {"born": "1990-06", "tilleggsstonad_malgruppe": {month: group}}
    if "born" in given:
        person["born"] = given.pop("born")
    for name, value in given.items():
        person[name] = {"ETERNITY" if name == "overgangsstonad_for_juli_2026" else month: value}
    return household({"ola": person}, foreldre=["ola"])


def amount(rule: str, month: str, group: str = "nedsatt_arbeidsevne", **given: Any) -> float:
    return float(granted(month, group, **given).calculate(rule, month)[0])


def care(month: str, expenses: float, children: int = 1, **given: Any) -> Simulation:
    facts = {"pass_av_barn_utgifter": float(expenses), "pass_av_barn_antall": children}
    return granted(month, **facts | given)


@pytest.mark.parametrize(
    ("month", "expenses", "days", "rate", "paid"),
    [
        # en_vedtaksperiode.feature
        ("2023-01", 1000, 0, 29.53, 650),
        ("2023-01", 1000, 8, 29.53, 236),
        ("2023-04", 1000, 15, 29.53, 443),
        ("2023-05", 1000, 20, 29.53, 591),
        # beregning_utgifter.feature
        ("2023-02", 1000, 0, 29.53, 591),
        ("2023-01", 2000, 0, 59.07, 1300),
        ("2023-01", 144, 2, 4.25, 9),
        ("2023-02", 136, 2, 4.01, 8),
        ("2023-03", 131, 2, 3.88, 8),
        ("2023-01", 0, 0, 0.0, 0),
        # beregning_helgdager.feature: starting on a Sunday and on a Saturday
        ("2023-04", 1000, 0, 29.53, 591),
        # en_aktivitet.feature: three days a week for three weeks; three days
        ("2023-01", 1000, 9, 29.53, 266),
        ("2023-01", 1000, 3, 29.53, 89),
    ],
)
def test_official_care_of_children(
    month: str, expenses: float, days: float, rate: float, paid: float
) -> None:
    """passAvBarn/beregning: 64 per cent over 21.67 days, times the days; 0 is the whole month."""
    case = care(month, expenses, tilleggsstonad_dager_oppgitt=float(days))
    assert case.calculate("pass_av_barn_dagsats", month)[0] == pytest.approx(rate)
    assert case.calculate("tilleggsstonad_pass_av_barn", month)[0] == paid


@pytest.mark.parametrize(
    ("month", "children", "rate"),
    [
        ("2023-01", 1, 201.62),
        ("2023-07", 1, 206.74),
        ("2023-01", 2, 263.04),
        ("2023-07", 2, 269.68),
        ("2023-01", 3, 298.11),
        ("2023-07", 3, 305.63),
        ("2023-01", 4, 298.11),
        ("2023-07", 4, 305.63),
    ],
)
def test_official_ceilings(month: str, children: int, rate: float) -> None:
    """beregning_makssats.feature: 10 000 kroner for each child."""
    case = care(month, 10000 * children, children)
    assert case.calculate("pass_av_barn_dagsats", month)[0] == pytest.approx(rate)


@pytest.mark.parametrize(
    ("month", "days"), [("2023-01", 22), ("2023-02", 20), ("2023-04", 20), ("2023-05", 23)]
)
def test_weekdays_of_the_month(month: str, days: int) -> None:
    """Holidays are not taken out: April 2023 has 20 weekdays with Easter."""
    assert amount("tilleggsstonad_dager", month) == days


def test_days_of_activity_a_week() -> None:
    """January 2023 starts on a Sunday: four weeks, then two weekdays."""
    assert amount("tilleggsstonad_dager", "2023-01", aktivitetsdager_per_uke=3.0) == 14
    assert amount("tilleggsstonad_dager", "2023-01", aktivitetsdager_per_uke=1.0) == 5
    assert amount("tilleggsstonad_dager", "2023-01", aktivitetsdager_per_uke=0.0) == 0


@pytest.mark.parametrize(
    ("level", "share", "paid"),
    [
        ("videregaende", 1.0, 438),
        ("videregaende", 0.25, 219),
        ("hoyere", 0.51, 875),
        ("hoyere", 0.5, 438),
        ("hoyere", 1.0, 875),
    ],
)
def test_official_learning_materials(level: str, share: float, paid: float) -> None:
    """læremidler/beregning.feature and LæremidlerBeregnBeløpUtilTest, rates of 2024."""
    facts = {"laeremidler_studieniva": level, "laeremidler_studieandel": share}
    assert amount("tilleggsstonad_laeremidler", "2024-02", **facts) == paid


@pytest.mark.parametrize(
    ("year", "upper", "higher"),
    [
        (2020, 382, 763),
        (2021, 395, 790),
        (2022, 400, 800),
        (2023, 411, 822),
        (2024, 438, 875),
        (2025, 451, 901),
        (2026, 461, 921),
    ],
)
def test_official_rates_of_learning_materials(year: int, upper: float, higher: float) -> None:
    """SatsLæremidler.kt; 2021 from nav.no (395 and 790, half 198 and 395); 2026 § 13."""
    for level, rate in (("videregaende", upper), ("hoyere", higher)):
        facts: dict[str, Any] = {"laeremidler_studieniva": level}
        assert amount("tilleggsstonad_laeremidler", f"{year}-03", **facts) == rate


def test_official_half_rates_of_2021() -> None:
    """nav.no, Oversikt over satser: half the rate 198 and 395 kroner."""
    half = {"laeremidler_studieandel": 0.5}
    upper = amount(
        "tilleggsstonad_laeremidler", "2021-03", laeremidler_studieniva="videregaende", **half
    )
    higher = amount(
        "tilleggsstonad_laeremidler", "2021-03", laeremidler_studieniva="hoyere", **half
    )
    assert (upper, higher) == (198, 395)


@pytest.mark.parametrize(
    ("month", "cost", "paid"),
    [
        ("2025-01", 1000, 1000),
        ("2024-11", 9000, 4809),
        ("2025-01", 9000, 4953),
        ("2025-04", 4000, 4000),
        ("2024-12", 8000, 4809),
        ("2025-03", 8000, 4953),
        ("2025-01", 2000, 2000),
    ],
)
def test_official_housing(month: str, cost: float, paid: float) -> None:
    """beregning_faste_utgifter.feature and beregning_midlertidig_overnatting.feature."""
    facts = {"tilleggsstonad_merutgifter_bolig": float(cost)}
    assert amount("tilleggsstonad_boutgifter", month, **facts) == paid


@pytest.mark.parametrize(
    ("year", "ceiling"),
    [
        (2020, 4193),
        (2021, 4340),
        (2022, 4396),
        (2023, 4519),
        (2024, 4809),
        (2025, 4953),
        (2026, 5062),
    ],
)
def test_official_ceiling_of_housing(year: int, ceiling: float) -> None:
    """MakssatsBoutgifter.kt; § 9 of the regulation in 2026."""
    facts = {"tilleggsstonad_merutgifter_bolig": 20000.0}
    assert amount("tilleggsstonad_boutgifter", f"{year}-06", **facts) == ceiling


@pytest.mark.parametrize(
    ("month", "distance", "extra", "rate"),
    [
        ("2025-01", 10, 0, 57.60),
        ("2026-01", 10, 130, 188.80),
        ("2026-01", 8, 140, 187.04),
    ],
)
def test_official_private_car(month: str, distance: float, extra: float, rate: float) -> None:
    """PrivatBil.feature: the daily rate without parking."""
    facts = {
        "tilleggsstonad_reiseavstand": float(distance),
        "tilleggsstonad_bompenger_ferge": float(extra),
        "tilleggsstonad_privat_bil": True,
    }
    assert amount("tilleggsstonad_bil_dagsats", month, **facts) == pytest.approx(rate)


@pytest.mark.parametrize(
    ("year", "rate"), [(2021, 2.52), (2023, 2.62), (2024, 2.79), (2025, 2.88), (2026, 2.94)]
)
def test_official_rate_per_kilometre(year: int, rate: float) -> None:
    """SatsPrivatBil.kt; nav.no in 2021; § 5 of the regulation in 2026. 100 km each way."""
    facts = {"tilleggsstonad_reiseavstand": 100.0}
    paid = amount("tilleggsstonad_bil_dagsats", f"{year}-05", **facts)
    assert paid == pytest.approx(200 * rate)


def test_the_year_2019() -> None:
    """The rates of 2018 (nav.no), as those of 2019 were not found: 103 and 56 kroner a day; 371 and
    741; 4 070; 2.36."""
    one = care("2019-05", 10000)
    assert one.calculate("tilleggsstonad_pass_av_barn", "2019-05")[0] == 23 * 103
    two = care("2019-05", 10000, 2)
    assert two.calculate("tilleggsstonad_pass_av_barn", "2019-05")[0] == 23 * 159
    # 1 000 / 21.67 = 46.15 a day is under the rate.
    assert care("2019-05", 1000).calculate("pass_av_barn_dagsats", "2019-05")[0] == 46.15
    materials = amount("tilleggsstonad_laeremidler", "2019-05", laeremidler_studieniva="hoyere")
    assert materials == 741


def test_cash_for_care_comes_off_from_march_2020() -> None:
    """0.64 x 4 000 / 21.67 = 118.14; 0.64 x 1 000 / 21.67 = 29.53."""
    for month, rate in (("2020-02", 118.14), ("2020-03", 29.53)):
        case = care(month, 4000, kontantstotte_fratrekk=3000.0)
        assert case.calculate("pass_av_barn_dagsats", month)[0] == pytest.approx(rate)


@pytest.mark.parametrize(
    ("distance", "special", "paid"), [(6, False, 756), (5.9, False, 0), (5, True, 630)]
)
def test_travel_from_six_kilometres(distance: float, special: bool, paid: float) -> None:
    """§ 3: 2 x 6 x 2.62 = 31.44 a day; with parking of 64.32 in 22 days 756. 2 x 5 x 2.62 x 22 =
    576.40 with parking of 53.60 is 630."""
    parking = 64.32 if distance == 6 else 53.6
    facts = {
        "tilleggsstonad_reiseavstand": float(distance),
        "tilleggsstonad_saerskilt_transportbehov": special,
        "tilleggsstonad_privat_bil": True,
        "tilleggsstonad_parkering": parking,
    }
    assert amount("tilleggsstonad_reise", "2023-01", **facts) == paid


def test_tickets_are_paid_when_no_car_is_needed() -> None:
    facts = {"tilleggsstonad_reiseavstand": 20.0, "tilleggsstonad_billetter": 778.0}
    assert amount("tilleggsstonad_reise", "2025-01", **facts) == 778
    assert amount("tilleggsstonad_reise", "2025-01", "arbeidssoker", **facts) == 778


def test_housing_for_reasons_of_health_and_with_housing_allowance() -> None:
    """§ 9: the actual cost for reasons of health; nothing that bostøtte covers."""
    cost = {"tilleggsstonad_merutgifter_bolig": 9000.0}
    rule = "tilleggsstonad_boutgifter"
    assert amount(rule, "2025-01", boutgifter_helsemessige_arsaker=True, **cost) == 9000
    assert amount(rule, "2025-01", bostotte_for_samme_boutgifter=True, **cost) == 0


def test_learning_materials_free_or_very_large() -> None:
    """§§ 12, 13."""
    level: dict[str, Any] = {"laeremidler_studieniva": "hoyere"}
    rule = "tilleggsstonad_laeremidler"
    assert amount(rule, "2025-01", gratis_laeremidler=True, **level) == 0
    assert amount(rule, "2025-01", laeremidler_saerlig_store_utgifter=3000.0, **level) == 3000
    assert amount(rule, "2025-01") == 0


@pytest.mark.parametrize(
    ("group", "activity", "any_grant", "for_care"),
    [
        ("nedsatt_arbeidsevne", "tiltak_eller_utdanning", True, True),
        ("nedsatt_arbeidsevne", "reell_arbeidssoker", False, False),
        ("enslig_forsorger", "tiltak_eller_utdanning", True, True),
        ("enslig_forsorger", "reell_arbeidssoker", False, True),
        ("gjenlevende", "reell_arbeidssoker", False, True),
        ("gjenlevende", "ingen", False, False),
        ("arbeidssoker", "tiltak_eller_utdanning", False, False),
        ("ingen", "tiltak_eller_utdanning", False, False),
    ],
)
def test_who_is_entitled(group: str, activity: str, any_grant: bool, for_care: bool) -> None:
    """§§ 1, 10; FaktiskMålgruppe.kt: a job seeker gets care of children only as lone parent or
    survivor."""
    case = granted("2025-05", group, tilleggsstonad_aktivitet=activity)
    assert bool(case.calculate("rett_til_tilleggsstonad", "2025-05")[0]) == any_grant
    assert bool(case.calculate("rett_til_pass_av_barn", "2025-05")[0]) == for_care


def test_age_with_reduced_work_ability() -> None:
    """§ 11 A-2: 18 to 67."""
    for born, expected in (("2007-05", True), ("2007-06", False), ("1958-05", True)):
        case = granted("2025-05", born=born)
        assert bool(case.calculate("rett_til_tilleggsstonad", "2025-05")[0]) == expected
    old = granted("2025-05", born="1958-04")
    assert not old.calculate("rett_til_tilleggsstonad", "2025-05")[0]


def test_wage_in_the_measure_leaves_learning_materials_only() -> None:
    """§ 11 A-4 first and second paragraphs."""
    facts: dict[str, Any] = {
        "lonn_i_tiltaket_eller_sykepenger": True,
        "laeremidler_studieniva": "hoyere",
        "tilleggsstonad_merutgifter_bolig": 4000.0,
    }
    assert amount("tilleggsstonad", "2025-05", **facts) == 901
    assert amount("tilleggsstonad", "2025-05", "gjenlevende", **facts) == 4901


def test_one_of_the_parents_gets_care_of_children() -> None:
    case = care("2025-05", 4000, pass_av_barn_til_den_andre=True)
    assert case.calculate("tilleggsstonad_pass_av_barn", "2025-05")[0] == 0


def test_lone_parents_from_july_2026_only_under_the_former_rules() -> None:
    """Lov 12 juni 2026 nr. 27: § 15-11 is repealed; survivors keep theirs in § 17-10 a."""
    level: dict[str, Any] = {"laeremidler_studieniva": "hoyere"}
    rule = "tilleggsstonad_laeremidler"
    assert amount(rule, "2026-06", "enslig_forsorger", **level) == 921
    assert amount(rule, "2026-07", "enslig_forsorger", **level) == 0
    before = {"overgangsstonad_for_juli_2026": True}
    assert amount(rule, "2026-07", "enslig_forsorger", **level, **before) == 921
    assert amount(rule, "2026-07", "gjenlevende", **level) == 921


@pytest.mark.parametrize(
    ("group", "rule"),
    [
        ("nedsatt_arbeidsevne", "tilleggsstonad_nedsatt_arbeidsevne"),
        ("enslig_forsorger", "tilleggsstonad_enslig_mor_eller_far"),
        ("gjenlevende", "tilleggsstonad_gjenlevende"),
    ],
)
def test_each_group_has_its_own_flow(group: str, rule: str) -> None:
    rules = (
        "tilleggsstonad_nedsatt_arbeidsevne",
        "tilleggsstonad_enslig_mor_eller_far",
        "tilleggsstonad_gjenlevende",
        "tilleggsstonad_arbeidssoker",
    )
    case = granted("2025-05", group, laeremidler_studieniva="hoyere")
    for name in rules:
        assert case.calculate(name, "2025-05")[0] == (901 if name == rule else 0)


@settings(max_examples=25, deadline=None)
@given(
    month=st.sampled_from(["2019-05", "2020-02", "2023-07", "2026-03"]),
    expenses=st.integers(0, 30000),
    more=st.integers(0, 5000),
    children=st.integers(1, 5),
    days=st.integers(1, 23),
)
def test_care_rises_with_expenses_and_is_never_above_them(
    month: str, expenses: int, more: int, children: int, days: int
) -> None:
    facts = {"tilleggsstonad_dager_oppgitt": float(days)}
    low = care(month, expenses, children, **facts)
    high = care(month, expenses + more, children, **facts)
    rule = "tilleggsstonad_pass_av_barn"
    assert 0 <= low.calculate(rule, month)[0] <= high.calculate(rule, month)[0]
    assert low.calculate(rule, month)[0] <= expenses * days / 21.67 + 1
