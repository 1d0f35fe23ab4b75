"""Dagpenger as Nav tests them: navikt/dp-behandling `.feature` files and navikt/dp-regel-sats.

A daily rate of a feature is stated as the basis that gives it (0.24 per cent); a reporting period
is ten days.
"""

from typing import Any

import pytest
from openfisca_core.simulations import Simulation
from situations import household

ETERNAL = (
    "dagpenger_soknadsmaned",
    "dagpengegrunnlag_fastsatt",
    "dagpenger_inntekt_1",
    "dagpenger_inntekt_2",
    "dagpenger_inntekt_3",
    "dagpenger_inntekt_1_gammel_g",
    "dagpenger_inntekt_2_gammel_g",
)


def index(month: str) -> int:
    year, number = (int(part) for part in month.split("-"))
    return 12 * year + number - 1


def unemployed(month: str, children: int = 0, born: str = "1990-06", **given: Any) -> Simulation:
    person: dict[str, Any] = {"born": born, "innvilget_dagpenger": {month: True}}
    for name, value in given.items():
        person[name] = {"ETERNITY" if name in ETERNAL else month: value}
    born_in = f"{int(month[:4]) - 3}-01"
    others = {f"barn{number}": {"born": born_in} for number in range(children)}
    return household({"mor": person} | others, foreldre=["mor"], barna=list(others))


def result(rule: str, month: str, **given: Any) -> float:
    return float(unemployed(month, **given).calculate(rule, month)[0])


@pytest.mark.parametrize(
    ("basis", "children", "rate"),
    [(246131, 0, 591), (425625, 0, 1022), (246131, 2, 663), (70001, 7, 242)],
)
def test_official_size(basis: float, children: int, rate: float) -> None:
    """12-DagpengensStørrelse.feature, child supplement 36 kroner (2024)."""
    paid = result(
        "dagpenger_dagsats_med_barnetillegg",
        "2024-06",
        children=children,
        dagpengegrunnlag_fastsatt=basis,
    )
    assert paid == rate


@pytest.mark.parametrize(
    ("basis", "children", "week"),
    [(100000, 0, 1200), (111111, 0, 1335), (100000, 3, 1455), (100000, 6, 1710), (100000, 7, 1731)],
)
def test_official_week_before_the_new_calculation(basis: float, children: int, week: float) -> None:
    """dp-regel-sats KalkulerSatsTest.kt (1 January 2020, 17 kroner a child)."""
    rate = result(
        "dagpenger_dagsats_med_barnetillegg",
        "2020-01",
        children=children,
        dagpengegrunnlag_fastsatt=basis,
    )
    assert 5 * rate == pytest.approx(week)


@pytest.mark.parametrize(("share_of_g", "rate"), [(1, 308), (5, 1403), (6, 1643)])
def test_official_corona_rate(share_of_g: float, rate: float) -> None:
    """dp-regel-sats KoronaBeregningTest.kt at G = 100 000: 308, 1403 and (6 G) 1643. The same
    shares of G 101 351 give 0.8 x 101 351 / 260 = 311.85; (0.8 x 3 + 0.624 x 2) x 101 351 / 260 =
    1422.03; (0.8 x 3 + 0.624 x 3) x 101 351 / 260 = 1665.27."""
    here = {1: 312, 5: 1422, 6: 1665}[share_of_g]
    basis = share_of_g * 101351
    assert result("dagpenger_dagsats", "2020-06", dagpengegrunnlag_fastsatt=basis) == here
    scaled = share_of_g * 100000
    pieces = 0.8 * min(scaled, 300000) + 0.624 * max(scaled - 300000, 0)
    assert int(pieces / 260 + 0.5) == rate


def test_official_own_share() -> None:
    """09-Egenandel.feature: three times 591."""
    month = "2024-06"
    own = result(
        "dagpenger_egenandel",
        month,
        dagpengegrunnlag_fastsatt=246131,
        dagpenger_soknadsmaned=index(month),
    )
    assert own == 1773


@pytest.mark.parametrize(
    ("month", "facts", "basis"),
    [
        # Mean of 36 months, the block of 2020-21 cut at 6 G: (638 394 + 100 000) / 3.
        (
            "2022-04",
            {
                "dagpenger_inntekt_1": 100000.0,
                "dagpenger_inntekt_1_gammel_g": 0.0,
                "dagpenger_inntekt_2": 1000000.0,
                "dagpenger_inntekt_2_gammel_g": 500000.0,
            },
            246131,
        ),
        (
            "2022-04",
            {
                "dagpenger_inntekt_1": 1000000.0,
                "dagpenger_inntekt_1_gammel_g": 0.0,
                "dagpenger_inntekt_2": 100000.0,
                "dagpenger_inntekt_2_gammel_g": 50000.0,
            },
            638394,
        ),
        (
            "2022-04",
            {
                "dagpenger_inntekt_1": 20000.0,
                "dagpenger_inntekt_1_gammel_g": 0.0,
                "dagpenger_inntekt_2": 20000.0,
                "dagpenger_inntekt_2_gammel_g": 10000.0,
            },
            20000,
        ),
        (
            "2019-01",
            {"dagpenger_inntekt_1": 600000.0, "dagpenger_inntekt_1_gammel_g": 300000.0},
            581298,
        ),
    ],
)
def test_official_basis(month: str, facts: dict[str, float], basis: float) -> None:
    """11-Dagpengegrunnlag.feature."""
    given = facts | {"dagpenger_soknadsmaned": index(month)}
    assert result("dagpengegrunnlag", month, **given) == basis


@pytest.mark.parametrize(
    ("served", "last", "three", "met"),
    [
        (False, 0, 0, False),
        (False, 118620, 0, False),
        (False, 0, 284688, False),
        (False, 177930, 0, True),
        (False, 0, 355860, True),
        (True, 0, 0, True),
    ],
)
def test_official_minimum_income(served: bool, last: float, three: float, met: bool) -> None:
    """04-Minsteinntekt.feature, application 1 April 2022."""
    right = result(
        "rett_til_dagpenger",
        "2022-04",
        har_avtjent_verneplikt=served,
        dagpenger_inntekt_1=float(last),
        dagpenger_inntekt_2=float(three),
    )
    assert bool(right) is met


@pytest.mark.parametrize(
    ("last", "earlier", "weeks"),
    [
        (300000, 0, 104),
        (200000, 0, 52),
        (0, 748000, 104),
        (300000, 200000, 104),
        (248056, 0, 104),
        (248055, 0, 52),
    ],
)
def test_official_period(last: float, earlier: float, weeks: float) -> None:
    """15-Dagpengeperiode.feature, 1 August 2024."""
    given = {"dagpenger_inntekt_1": float(last), "dagpenger_inntekt_2": float(earlier)}
    assert result("dagpenger_stonadsuker", "2024-08", **given) == weeks


@pytest.mark.parametrize("earlier", [300000, 200000])
def test_official_no_period_below_the_minimum(earlier: float) -> None:
    """15-Dagpengeperiode.feature: no weeks when only 36 months hold less than 3 G."""
    assert not result("rett_til_dagpenger", "2024-08", dagpenger_inntekt_2=float(earlier))


@pytest.mark.parametrize(
    ("last", "weeks", "basis"),
    [(0, 26, 334431), (177930, 52, 334431), (477930, 104, 477930)],
)
def test_official_military_service(last: float, weeks: float, basis: float) -> None:
    """19-Verneplikt-fastsetting.feature, G 111 477."""
    given = {"har_avtjent_verneplikt": True, "dagpenger_inntekt_1": float(last)}
    assert result("dagpenger_stonadsuker", "2022-06", **given) == weeks
    assert result("dagpengegrunnlag", "2022-06", **given) == basis


@pytest.mark.parametrize(
    ("month", "entitled"), [("2020-02", True), ("2020-03", False), ("2022-04", False)]
)
def test_official_age(month: str, entitled: bool) -> None:
    """23-Alderskrav.feature: born 10 February 1953."""
    assert bool(result("dagpenger_alder_og_situasjon", month, born="1953-02")) is entitled


@pytest.mark.parametrize(
    ("studies", "exception", "entitled"),
    [(False, False, True), (True, False, False), (True, True, True)],
)
def test_official_education(studies: bool, exception: bool, entitled: bool) -> None:
    """06-Utdanning.feature: any of the six exceptions is enough."""
    given = {"i_utdanning_eller_opplaring": studies, "dagpenger_under_utdanning": exception}
    assert bool(result("dagpenger_alder_og_situasjon", "2022-04", **given)) is entitled


@pytest.mark.parametrize(
    ("usual", "new", "met"),
    [
        (0, 0, False),
        (37.5, 30, False),
        (40, 20, True),
        (40, 21, False),
        (40, 20.5, False),
        (40, 19.5, True),
        (37.5, 0, True),
        (37.5, 37.5, False),
        (37.5, 18, True),
        (37.5, 21, False),
        (48, 21, False),
    ],
)
def test_official_lost_working_time(usual: float, new: float, met: bool) -> None:
    """03-Tap av arbeidsinntekt og arbeidstid.feature, 1 April 2022; hours a week."""
    given = {"vanlig_arbeidstid": usual, "dagpenger_arbeidstimer": 2 * new}
    assert bool(result("oppfyller_tapt_arbeidstid", "2022-04", **given)) is met


@pytest.mark.parametrize(
    ("rate", "usual", "days", "worked", "own", "paid"),
    [
        (100, 40, 10, 40 / 80, 0, 500),
        (101, 37.5, 10, 19 / 75, 0, 754),
        (903, 37.5, 10, 7 / 75, 0, 8187),
        (100, 40, 5, 0, 0, 500),
        (100, 40, 5, 21 / 40, 0, 0),
        (100, 20, 6, 0, 0, 600),
        (100, 40, 5, 40 / 80, 0, 250),
        (100, 40, 10, 0, 300, 700),
        (100, 40, 2, 4 / 16, 300, 0),
        (1000, 40, 2, 0, 3000, 0),
        (500, 40, 10, 40 / 80, 3000, 0),
        (682, 31, 8, 6 / 49.6, 2046, 2750),
        (550, 37.5, 5, 0, 0, 2750),
        (500, 40, 5, 20 / 80, 0, 1875),
        (1966, 39.5, 2, 7 / 15.8, 5898, 0),
        # XX-Beregning-Excel.feature, scenarios 2, 3, 4a, 6, 7, 7b, 9 and 9.
        (800, 40, 7, 0, 0, 5600),
        (800, 40, 10, 0, 2400, 5600),
        (800, 40, 6, 24 / 48, 0, 2400),
        (800, 40, 7, 0, 2400, 3200),
        (800, 40, 10, 16 / 80, 2400, 4000),
        (793, 40, 10, 16 / 80, 2379, 3965),
        (800, 40, 6, 7 / 48, 2400, 1700),
        (800, 40, 6, 20 / 48, 2400, 400),
    ],
)
def test_official_reporting_period(
    rate: float, usual: float, days: float, worked: float, own: float, paid: float
) -> None:
    """XX-Beregning.feature and XX-Beregning-Excel.feature, threshold 50 per cent."""
    given = {
        "dagpengegrunnlag_fastsatt": rate / 0.0024,
        "vanlig_arbeidstid": usual,
        "dagpenger_dager": float(days),
        "dagpenger_arbeidet_andel": worked,
        "dagpenger_egenandel_rest": float(own),
    }
    assert result("dagpenger", "2020-01", **given) == paid


@pytest.mark.parametrize(
    ("basis", "children", "other", "coordinated", "paid"),
    [(416666, 0, 500, 500, True), (416666, 0, 1100, 0, False), (416667, 2, 1100, 0, True)],
)
def test_official_coordination(
    basis: float, children: int, other: float, coordinated: float, paid: bool
) -> None:
    """25-Samordning.feature: the child supplement is kept outside."""
    given = {"dagpengegrunnlag_fastsatt": basis, "dagpenger_samordnet_dagsats": float(other)}
    case = unemployed("2024-06", children=children, **given)
    rate = case.calculate("dagpenger_dagsats_med_barnetillegg", "2024-06")[0]
    assert rate - 36 * children == coordinated
    assert bool(rate > 0) is paid


@pytest.mark.parametrize(
    ("week", "other", "coordinated"),
    [
        (1000, 500, 1000),
        (3000, 500, 3000),
        (3800, 500, 3720.84),
        (3800, 1500, 3720.84),
        (6000, 500, 5500),
        (3200, 15000, 3200),
    ],
)
def test_official_other_benefits(week: float, other: float, coordinated: float) -> None:
    """26-Samordning utenfor folketrygden.feature: at least 3 per cent of G 124 028 a week."""
    given = {
        "dagpengegrunnlag_fastsatt": week / 5 / 0.0024,
        "dagpenger_ytelse_utenfor_folketrygden": float(other),
    }
    rate = result("dagpenger_dagsats_med_barnetillegg", "2024-06", **given)
    assert 5 * rate == pytest.approx(coordinated)


@pytest.mark.parametrize(
    ("days", "received", "supplement"),
    [(100, 500000, 47500), (41, 5442459.5555, 517034), (40, 10000, 0), (10, 0, 0)],
)
def test_official_holiday_supplement(days: float, received: float, supplement: float) -> None:
    """ferietillegg.feature."""
    person = {
        "born": "1990-06",
        "dagpengedager_i_fjor": {"2025": float(days)},
        "dagpenger_i_fjor": {"2025": received},
    }
    case = household({"mor": person}, foreldre=["mor"])
    assert case.calculate("dagpenger_ferietillegg", "2025-06")[0] == supplement
    assert case.calculate("dagpenger_ferietillegg", "2025-07")[0] == 0
