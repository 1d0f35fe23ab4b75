"""Grunnstønad: folketrygdloven §§ 6-2, 6-3 and 6-6 to 6-8."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

# nav.no 2018-2021; 2022 as 2021; Løvemammaene January 2023; the rest as the parameters say.
RATES = {
    "2018-06": (678, 1_035, 1_357, 1_999, 2_709, 3_383),
    "2019-01": (686, 1_047, 1_372, 2_021, 2_739, 3_421),
    "2020-06": (686, 1_047, 1_372, 2_021, 2_739, 3_421),
    "2021-12": (686, 1_047, 1_372, 2_021, 2_739, 3_421),
}
LATER = {
    "2022-06": (686, 1_047, 1_372, 2_021, 2_739, 3_421),
    "2023-07": (723, 1_104, 1_446, 2_130, 2_887, 3_606),
    "2024-06": (752, 1_146, 1_502, 2_212, 2_998, 3_745),
    "2025-06": (752, 1_146, 1_502, 2_212, 2_998, 3_745),
    "2026-06": (752, 1_146, 1_502, 2_212, 2_998, 3_745),
}
KINDS = (
    "ekstrautgifter_hjelpemidler",
    "ekstrautgifter_transport",
    "ekstrautgifter_forerhund",
    "ekstrautgifter_diett",
    "ekstrautgifter_slitasje",
    "ekstrautgifter_servicehund",
)
FIXED = {"trygdetid_ar", "institusjonsopphold_siden", "soning_siden"}


def index(month: str) -> int:
    year, number = (int(part) for part in month.split("-"))
    return 12 * year + number - 1


def ill(month: str, born: str = "2010-05", **given: Any) -> Simulation:
    """A child of the household with a lasting illness and grunnstønad granted in the month."""
    facts = {"varig_sykdom_etter_behandling": True, "innvilget_grunnstonad": True} | given
    child: dict[str, Any] = {"born": born}
    for name, value in facts.items():
        child[name] = {"ETERNITY" if name in FIXED else month: value}
    return household({"barn": child}, barna=["barn"])


def paid(case: Simulation, month: str) -> float:
    return float(case.calculate("grunnstonad", month)[0])


@pytest.mark.parametrize(("month", "rates"), RATES.items())
def test_official_rates(month: str, rates: tuple[int, ...]) -> None:
    """nav.no, satser for grunn- og hjelpestønad: a cost equal to a rate gives that rate."""
    for rate in rates:
        assert paid(ill(month, ekstrautgifter_slitasje=rate), month) == rate


@pytest.mark.parametrize(
    ("rate", "yearly"),
    [(1, 8_232), (2, 12_564), (3, 16_464), (4, 24_252), (5, 32_868), (6, 41_052)],
)
def test_official_rates_per_year(rate: int, yearly: int) -> None:
    """nav.no 2019-2021: the yearly amount of each rate."""
    case = ill("2020-06", ekstrautgifter_transport=yearly / 12)
    assert case.calculate("grunnstonad_sats", "2020-06")[0] == rate
    assert 12 * paid(case, "2020-06") == yearly


@pytest.mark.parametrize(
    ("month", "born", "yearly"),
    [
        ("2019-02", "2010-05", 24_252),
        ("2019-02", "1980-05", 24_252),
        ("2019-03", "2010-05", 16_464),
        ("2019-03", "1980-05", 12_564),
        ("2020-03", "2010-05", 16_464),
        ("2020-04", "2010-05", 12_564),
        ("2020-04", "1980-05", 8_232),
        ("2020-04", "2016-05", 8_232),
    ],
)
def test_official_gluten_free_diet(month: str, born: str, yearly: int) -> None:
    """regjeringen.no id2671741: rate 4, from March 2019 rates 3 and 2, from April 2020 2 and 1."""
    assert 12 * paid(ill(month, born, glutenfri_kost_ved_coliaki=True), month) == yearly


@pytest.mark.parametrize(("month", "yearly"), [("2021-05", 12_564), ("2021-06", 0)])
def test_official_gluten_free_diet_without_coeliac_disease(month: str, yearly: int) -> None:
    """ncf.no, spørsmål 16: no more from 1 June 2021."""
    assert 12 * paid(ill(month, glutenfri_kost_uten_coliaki=True), month) == yearly


def test_official_sifo_estimate_is_below_the_lowest_rate() -> None:
    """regjeringen.no id2613916: the mean extra cost of 7 860 kroner a year gives no benefit."""
    assert paid(ill("2019-06", ekstrautgifter_diett=7_860 / 12), "2019-06") == 0


@pytest.mark.parametrize(
    ("month", "born", "rate"), [("2023-01", "2010-05", 1_076), ("2024-01", "1980-05", 752)]
)
def test_published_gluten_free_diet(month: str, born: str, rate: int) -> None:
    """Løvemammaene, January 2023; ncf.no, January 2024."""
    assert paid(ill(month, born, glutenfri_kost_ved_coliaki=True), month) == rate


@pytest.mark.parametrize(("month", "rates"), LATER.items())
def test_a_krone_below_gives_the_rate_before(month: str, rates: tuple[int, ...]) -> None:
    """§ 6-3 third paragraph: costs must at least amount to the rate."""
    for lower, rate in zip((0, *rates), rates, strict=False):
        assert paid(ill(month, ekstrautgifter_transport=rate - 1), month) == lower
        assert paid(ill(month, ekstrautgifter_transport=rate), month) == rate


def test_costs_of_all_kinds_add_up() -> None:
    """§ 6-3 first paragraph: six times 300 kroner is 1 800, at least rate 3 (1 502)."""
    case = ill("2025-06", **dict.fromkeys(KINDS, 300))
    assert case.calculate("ekstrautgifter_til_grunnstonad", "2025-06")[0] == 1_800
    assert paid(case, "2025-06") == 1_502


def test_the_diet_adds_to_other_costs() -> None:
    """Coeliac disease at 15 counts 1 146; 400 more is 1 546, rate 3."""
    case = ill("2025-06", glutenfri_kost_ved_coliaki=True, ekstrautgifter_slitasje=400)
    assert paid(case, "2025-06") == 1_502


@pytest.mark.parametrize(
    ("born", "month", "rate"),
    [
        ("2020-07", "2025-06", 752),
        ("2020-06", "2025-06", 1_146),
        ("1994-07", "2025-06", 1_146),
        ("1994-06", "2025-06", 752),
    ],
)
def test_higher_diet_rate_from_5_to_30(born: str, month: str, rate: int) -> None:
    """From the month of turning 5 to the month before turning 31."""
    assert paid(ill(month, born, glutenfri_kost_ved_coliaki=True), month) == rate


@pytest.mark.parametrize("kind", ["ekstrautgifter_telefon", "ekstrautgifter_proteser"])
@pytest.mark.parametrize(
    ("month", "earlier", "rate"),
    [("2019-12", False, 1_047), ("2020-01", False, 0), ("2020-01", True, 1_047)],
)
def test_telephone_and_prostheses_until_2020(
    kind: str, month: str, earlier: bool, rate: int
) -> None:
    """Lov 20 desember 2019 nr. 84 part VI: letters d and e remain for decisions from before."""
    case = ill(month, grunnstonad_vedtatt_for_2020=earlier, **{kind: 1_100})
    assert paid(case, month) == rate


@pytest.mark.parametrize(("born", "rate"), [("1955-07", 752), ("1955-06", 0)])
def test_transport_before_70(born: str, rate: int) -> None:
    """§ 6-3 fourth paragraph."""
    assert paid(ill("2025-06", born, ekstrautgifter_transport=800), "2025-06") == rate


@pytest.mark.parametrize(
    "missing", [None, "varig_sykdom_etter_behandling", "innvilget_grunnstonad"]
)
def test_every_condition_is_needed(missing: str | None) -> None:
    """§§ 6-2, 6-3."""
    facts: dict[str, Any] = {} if missing is None else {missing: False}
    case = ill("2025-06", ekstrautgifter_slitasje=800, **facts)
    assert bool(paid(case, "2025-06") > 0) is (missing is None)
    right = bool(case.calculate("rett_til_grunnstonad", "2025-06")[0])
    assert right is (missing != "varig_sykdom_etter_behandling")


@pytest.mark.parametrize(
    ("month", "facts", "kept"),
    [
        ("2025-03", {"institusjonsopphold": True}, True),
        ("2025-04", {"institusjonsopphold": True}, False),
        ("2025-04", {"institusjonsopphold": True, "korttidsopphold_i_institusjon": True}, True),
        ("2025-03", {"i_fengsel": True}, True),
        ("2025-04", {"i_fengsel": True}, False),
    ],
)
def test_lapses_the_month_after_a_stay_starts(
    month: str, facts: dict[str, bool], kept: bool
) -> None:
    """§ 6-8 first, second and fifth paragraphs: the stay starts in March."""
    since = {"institusjonsopphold_siden": index("2025-03"), "soning_siden": index("2025-03")}
    case = ill(month, "2000-05", ekstrautgifter_slitasje=800, **since, **facts)
    assert bool(paid(case, month) > 0) is kept


@pytest.mark.parametrize(("granted", "rate"), [(True, 376), (False, 752)])
def test_reduced_like_a_benefit_with_short_insurance(granted: bool, rate: int) -> None:
    """§ 6-6: uføretrygd with 20 of 40 years; 752 / 2."""
    facts = {"trygdetid_ar": 20, "innvilget_uforetrygd": granted}
    case = ill("2025-06", "1995-05", ekstrautgifter_slitasje=800, **facts)
    assert paid(case, "2025-06") == rate


def test_rate_change_in_the_middle_of_a_year() -> None:
    """2023: six months of 705 and six of 723."""
    months = [f"2023-{number:02}" for number in range(1, 13)]
    child = {
        "born": "2010-05",
        "varig_sykdom_etter_behandling": dict.fromkeys(months, True),
        "innvilget_grunnstonad": dict.fromkeys(months, True),
        "ekstrautgifter_slitasje": dict.fromkeys(months, 800),
    }
    case = household({"barn": child}, barna=["barn"])
    assert case.calculate_add("grunnstonad", "2023")[0] == 6 * 705 + 6 * 723


def test_silent_without_facts() -> None:
    case = household({"barn": {"born": "2010-05"}}, barna=["barn"])
    for rule in ("grunnstonad", "rett_til_grunnstonad", "grunnstonad_sats"):
        assert not case.calculate(rule, "2025-06")[0]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.floats(0, 2_000), min_size=6, max_size=6),
    st.floats(0, 2_000),
    st.sampled_from([*RATES, *LATER]),
)
def test_at_most_the_costs_and_monotone(costs: list[float], more: float, month: str) -> None:
    facts = dict(zip(KINDS, costs, strict=True))
    low = paid(ill(month, **facts), month)
    high = paid(ill(month, **(facts | {KINDS[0]: costs[0] + more})), month)
    assert 0 <= low <= sum(costs) + 1e-6
    assert low <= high <= (RATES | LATER)[month][-1]
