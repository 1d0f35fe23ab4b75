"""Skatteloven § 17-1: the limit to tax at a low income, for survivors."""

import pytest
from situations import household

PARTS = ["skatt_kommune", "skatt_fylkeskommune", "skatt_fellesskatt", "trinnskatt", "trygdeavgift"]


def survivor(
    year: int, income: float, *, zone: bool = False, receives: bool = True, **facts: object
):
    """A surviving spouse whose ordinary income is stated as such."""
    yearly = {name: {str(year): value} for name, value in facts.items()}
    return household(
        {
            "a": {
                "born": "1980-05",
                "annen_pensjon": {f"{year}-03": income * 1.6},
                "alminnelig_inntekt": {str(year): income},
                "mottar_etterlattepensjon": {f"{year}-03": receives},
            }
            | yearly
        },
        andre=["a"],
        kommune={"i_tiltakssonen": {"ETERNITY": zone}},
    )


def tax(case, year: int) -> float:
    return float(case.calculate("inntektsskatt", str(year))[0])


@pytest.mark.parametrize(
    ("year", "single", "spouse", "single_north", "spouse_north"),
    [
        (2023, 147_450, 135_550, 168_000, 156_100),
        (2024, 147_450, 135_550, 177_450, 165_550),
        (2025, 157_450, 145_550, 187_450, 175_550),
        (2026, 163_750, 151_350, 208_750, 196_350),
    ],
)
def test_official_limits(
    year: int, single: int, spouse: int, single_north: int, spouse_north: int
) -> None:
    """Skatteetaten/skattemeldingen, kodelisten: inntektsgrenseEnslig, -Ektefelle and the same for
    Finnmark. At the limit no tax, 2 000 above it 55 per cent of 2 000."""
    for limit, zone, married in (
        (single, False, False),
        (spouse, False, True),
        (single_north, True, False),
        (spouse_north, True, True),
    ):
        facts = {"zone": zone, "skattlegges_med_ektefelle": married}
        assert tax(survivor(year, limit, **facts), year) == 0
        assert tax(survivor(year, limit + 2_000, **facts), year) == pytest.approx(1_100, abs=2.5)


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2022])
def test_official_limit_of_the_older_years(year: int) -> None:
    """skatteetaten.no, skattebegrensning for mottakere av behovsprøvde ytelser: 147 450."""
    assert tax(survivor(year, 147_450), year) == 0
    assert tax(survivor(year, 149_450), year) == pytest.approx(1_100, abs=2.5)


def test_only_for_those_who_receive_such_a_pension() -> None:
    """2025, a pension of 251 920: 157 450 - 108 550 = 48 900 taxed, and the contribution."""
    case = survivor(2025, 157_450, receives=False)
    # 6 235 + 1 296 + 3 227 + trinnskatt 1.7 per cent of 34 520 + 5.1 per cent of 251 920
    assert tax(case, 2025) == 6_235 + 1_296 + 3_227 + 587 + 12_848


def test_never_more_than_the_ordinary_tax() -> None:
    high = survivor(2025, 400_000)
    assert tax(high, 2025) == tax(survivor(2025, 400_000, receives=False), 2025)


def test_the_steps_above_the_second_are_paid_in_full() -> None:
    """2025: interest paid makes ordinary income low, a wage of 800 000 is in the third step:
    17 151.05 + 13.7 per cent of 102 850 = 31 241.50, of which 17 151 for the two lowest."""
    case = household(
        {
            "a": {
                "born": "1980-05",
                "lonn": {"2025-03": 800_000},
                "kapitalinntekt": {"2025": -600_000},
                "mottar_etterlattepensjon": {"2025-03": True},
            }
        },
        andre=["a"],
    )
    assert [float(case.calculate(name, "2025")[0]) for name in PARTS] == [0, 0, 0, 14_091, 0]


@pytest.mark.parametrize(
    ("wealth", "home", "married", "added"),
    [
        (200_000, 0, False, 0),
        (300_000, 0, False, 1_500),
        (1_300_000, 1_000_000, False, 1_500),
        (200_000, 0, True, 1_500),
        (-50_000, 0, False, 0),
    ],
)
def test_one_and_a_half_per_cent_of_wealth_beside_the_home(
    wealth: int, home: int, married: bool, added: int
) -> None:
    """§ 17-1 third paragraph: 200 000 for a single person and 100 000 for a spouse are left out."""
    limit = 145_550 if married else 157_450
    case = survivor(
        2025,
        limit,
        netto_formue=wealth,
        formuesverdi_primarbolig=home,
        skattlegges_med_ektefelle=married,
    )
    most = float(case.calculate("hoyeste_skatt_ved_lav_inntekt", "2025")[0])
    assert most == pytest.approx(0.55 * added)


def test_saerfradrag_is_added_back() -> None:
    """skatteetaten.no: særfradrag is added before the limit; 2022, 12 x 4 373 = 52 476."""
    case = household(
        {
            "mor": {
                "born": "1985-05",
                "alminnelig_inntekt": {"2022": 100_000},
                "mottar_etterlattepensjon": {"2022-03": True},
            },
            "barn": {"born": "2014-02"},
        },
        foreldre=["mor"],
        barna=["barn"],
    )
    most = float(case.calculate("hoyeste_skatt_ved_lav_inntekt", "2022")[0])
    assert most == pytest.approx(0.55 * (100_000 + 52_476 - 147_450))
