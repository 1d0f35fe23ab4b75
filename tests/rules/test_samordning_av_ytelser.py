"""Benefits that count as income of other benefits, and facts that other rules know."""

import pytest
from situations import household

MONTHS_2025 = [f"2025-{month:02d}" for month in range(1, 13)]


def every_month(amount: float) -> dict[str, float]:
    return dict.fromkeys(MONTHS_2025, amount)


def disabled(**stated: float | str) -> float:
    """A year of disability benefit with a basis and former income of 5 G."""
    inputs = {name: every_month(amount) for name, amount in stated.items()}
    case = household(
        {
            "a": {
                "born": "1985-05",
                "innvilget_uforetrygd": every_month(True),
                "uforetrygd_grunnlag_g": {"ETERNITY": 5.0},
                "inntekt_for_uforhet_g": {"ETERNITY": 5.0},
            }
            | inputs
        },
        andre=["a"],
    )
    return float(case.calculate_add("uforetrygd", "2025")[0])


@pytest.mark.parametrize(
    "benefit",
    [
        "dagpenger",
        "sykepenger",
        "pleiepenger",
        "foreldrepenger",
        "omsorgsstonad",
        "sykepenger_arbeidsgiver",
        "kvalifiseringsstonad",
    ],
)
def test_official_benefits_are_pensionable_income_beside_disability_benefit(benefit: str) -> None:
    """Nav's letter on dagpenger beside uføretrygd (navikt/pensjonsbrev,
    AdhocUfoeretrygdKombiDagpengerInntektsavkorting.kt): dagpenger are pensionable income that
    reduces uføretrygd above the limit; § 3-15 counts the others alike."""
    # 3.3 G of 128 116; 120 000 less 0.4 G at a rate of 3.3 / 5
    expected = 3.3 * 128_116 - 0.66 * (120_000 - 0.4 * 128_116)
    assert disabled(**{benefit: 10_000.0}) == pytest.approx(expected, abs=7)
    assert disabled(**{benefit: 10_000.0}) == disabled(lonn=10_000.0)


def test_introduction_benefit_is_not_pensionable() -> None:
    assert disabled(introduksjonsstonad=10_000.0) == disabled()


def test_permanent_adapted_work_of_the_case_gives_the_higher_free_amount() -> None:
    """Forskrift 2014-12-05-1602 § 3-1: 1 G; 240 000 less 128 116 at 0.66."""
    expected = 3.3 * 128_116 - 0.66 * (240_000 - 128_116)
    assert disabled(lonn=20_000.0, arbeidsmarkedstiltak="vta_skjermet") == pytest.approx(
        expected, abs=7
    )


def allowance(**given: dict[str, float | bool | str]) -> float:
    person = {
        "born": "1985-05",
        "innvilget_aap": {"2025-06": True},
        "aap_grunnlag_g": {"ETERNITY": 6.0},
        "sykepengegrunnlag_fastsatt": {"2025-06": 600_000.0},
    }
    case = household({"a": person | given}, andre=["a"])
    return float(case.calculate("arbeidsavklaringspenger", "2025-06")[0])


# 6 x 0.66 x 130 160 / 260 = 1 982.44 a day
FULL = 1_982


@pytest.mark.parametrize(
    ("hours", "degree", "day"),
    [(18.75, 1.0, 991), (37.5, 1.0, 0), (37.5, 0.5, 991), (37.5, 0.2, 1_586), (7.5, 1.0, 1_586)],
)
def test_sick_leave_of_the_case_comes_off_the_allowance(
    hours: float, degree: float, day: int
) -> None:
    """§§ 11-27 second and 11-28 third paragraph: the share that the sick leave is of a full
    position; full sykepenger of a part-time position is a reduced benefit."""
    paid = allowance(
        innvilget_sykepenger={"2025-06": True},
        sykmeldingsgrad={"2025-06": degree},
        vanlig_arbeidstid={"2025-06": hours},
    )
    assert paid == pytest.approx(day * 260 / 12)


def test_parental_benefit_counts_as_a_full_benefit() -> None:
    assert allowance(foreldrepenger={"2025-06": 1_000.0}) == 0


def test_a_stated_share_goes_before_the_computed() -> None:
    paid = allowance(innvilget_sykepenger={"2025-06": True}, aap_samordnet_andel={"2025-06": 0.5})
    assert paid == pytest.approx(991 * 260 / 12)
    assert allowance() == pytest.approx(FULL * 260 / 12)


@pytest.mark.parametrize(
    ("benefit", "left"), [("pleiepenger", 22_138.05), ("sykepenger", 17_138.05)]
)
def test_qualification_benefit_gives_way_to_the_benefits_named(benefit: str, left: float) -> None:
    """Sosialtjenesteloven § 38: dagpenger, sykepenger and foreldrepenger; 2.041 G / 12."""
    case = household(
        {
            "a": {
                "born": "1985-05",
                "innvilget_kvp": {"2025-06": True},
                benefit: {"2025-06": 5_000.0},
            }
        },
        andre=["a"],
    )
    assert case.calculate("kvalifiseringsstonad", "2025-06")[0] == pytest.approx(left, abs=0.01)


@pytest.mark.parametrize(
    ("year", "zone", "wage", "expected"),
    [
        (2025, "sone_1", 40_000, 1_410),
        (2025, "sone_5", 40_000, 0),
        (2024, "sone_1", 850_000, 1_410 + 500),  # 5 per cent above 850 000
        (2024, "sone_1", 845_000, 1_410 + 250),
    ],
)
def test_the_employer_contributes_of_sick_pay(
    year: int, zone: str, wage: int, expected: int
) -> None:
    """§ 23-2: what the employer pays in the employer's period, 10 000 kroner."""
    case = household(
        {
            "a": {
                "born": "1985-05",
                "lonn": {f"{year}-03": wage},
                "sykepenger_arbeidsgiver": {f"{year}-03": 10_000.0},
            }
        },
        andre=["a"],
        kommune={"aga_sone": {"ETERNITY": zone}},
    )
    assert case.calculate("arbeidsgiveravgift_under_sykdom", str(year))[0] == expected


def test_sick_pay_is_income_to_live_on_like_a_wage() -> None:
    """Sosialtjenesteloven § 18: the employer's sykepenger are there to live on."""

    def income(**given: dict[str, float]) -> float:
        case = household({"a": {"born": "1985-05"} | given}, andre=["a"])
        return float(case.calculate("inntekt_til_livsopphold", "2025-06")[0])

    sick = income(sykepenger_arbeidsgiver={"2025-06": 10_000.0})
    assert sick == income(lonn={"2025-06": 10_000.0}) > 0


@pytest.mark.parametrize(
    ("cost", "grant", "deduction"),
    [(30_000, 19_200, 10_800), (60_000, 19_200, 25_000), (18_000, 19_200, 0), (30_000, 0, 25_000)],
)
def test_child_care_that_nav_pays_is_no_cost(cost: int, grant: int, deduction: int) -> None:
    """Skatteloven § 6-48: documented cost, at most 25 000 kroner for a child in 2025."""
    case = household(
        {
            "mor": {"born": "1990-05", "stonad_til_barnetilsyn": {"2025-03": float(grant)}},
            "barn": {"born": "2021-05", "barnepass_kostnader": {"2025": float(cost)}},
        },
        foreldre=["mor"],
        barna=["barn"],
    )
    assert case.calculate("foreldrefradrag", "2025")[0] == deduction


@pytest.mark.parametrize(
    ("month", "given", "right"),
    [
        ("2025-06", {}, False),
        ("2025-06", {"hjelpemiddel_gir_inntekt_ved_siden_av_uforetrygd": True}, True),
        ("2025-06", {"uforegrad": 0.5}, False),
        ("2026-06", {"uforegrad": 0.5}, True),
        ("2026-06", {"uforegrad": 1.0}, False),
        ("2026-06", {"hjelpemiddel_gir_inntekt_ved_siden_av_uforetrygd": True}, True),
    ],
)
def test_work_aids_beside_disability_benefit(
    month: str, given: dict[str, float | bool], right: bool
) -> None:
    """§ 10-5 fourth paragraph; lov 12 juni 2026 nr. 24 with effect from January 2026."""
    person = {
        "born": "1990-05",
        "innvilget_uforetrygd": {month: True},
        "arbeidsevne_varig_nedsatt": {month: True},
    } | {name: {month: value} for name, value in given.items()}
    case = household({"a": person}, andre=["a"])
    assert bool(case.calculate("rett_til_hjelpemidler_i_arbeid", month)[0]) is right


@pytest.mark.parametrize(
    ("measure", "right"),
    [
        ("avklaring", True),
        ("arbeidstrening", True),
        ("oppfolging", True),
        ("opplaering", True),
        ("arbeidsrettet_rehabilitering", True),
        ("aft", True),
        ("sommerjobb", False),
        ("midlertidig_lonnstilskudd", False),
        ("varig_lonnstilskudd", False),
        ("vta_skjermet", False),
        ("vta_ordinaer", False),
        ("ingen", False),
    ],
)
def test_the_measures_that_give_the_allowance(measure: str, right: bool) -> None:
    """Tiltakspengeforskriften § 2 letters a to f."""
    case = household(
        {"a": {"born": "1995-05", "arbeidsmarkedstiltak": {"2025-06": measure}}}, andre=["a"]
    )
    assert bool(case.calculate("rett_til_tiltakspenger", "2025-06")[0]) is right
