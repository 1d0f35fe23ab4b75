"""Hjelpestønad: folketrygdloven §§ 6-4 to 6-8, and the right to aids (§§ 10-5 and 10-6)."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

# nav.no 2018-2021; 2022 as 2021; Løvemammaene January 2023; the rest as the parameters say.
OFFICIAL = {
    "2018-06": (1_215, 2_430, 4_860, 7_290),
    "2019-06": (1_229, 2_458, 4_916, 7_374),
    "2020-06": (1_229, 2_458, 4_916, 7_374),
    "2021-12": (1_229, 2_458, 4_916, 7_374),
}
LATER = {
    "2022-06": (1_229, 2_458, 4_916, 7_374),
    "2023-06": (1_263, 2_527, 5_054, 7_580),
    "2023-07": (1_295, 2_591, 5_182, 7_772),
    "2024-06": (1_345, 2_691, 5_381, 8_072),
    "2025-06": (1_345, 2_691, 5_381, 8_072),
    "2026-06": (1_345, 2_691, 5_381, 8_072),
}
FIXED = {
    "trygdetid_ar",
    "institusjonsopphold_siden",
    "soning_siden",
    "forhoyet_hjelpestonad_siden",
}


def index(month: str) -> int:
    year, number = (int(part) for part in month.split("-"))
    return 12 * year + number - 1


def cared_for(month: str, born: str = "2012-05", **given: Any) -> Simulation:
    facts = {
        "varig_sykdom_etter_behandling": True,
        "innvilget_hjelpestonad": True,
        "verdi_av_tilsyn_og_pleie": 20_000,
    } | given
    child: dict[str, Any] = {"born": born}
    for name, value in facts.items():
        child[name] = {"ETERNITY" if name in FIXED else month: value}
    return household({"barn": child}, barna=["barn"])


def paid(case: Simulation, month: str) -> float:
    return float(case.calculate("hjelpestonad", month)[0])


@pytest.mark.parametrize(("month", "rates"), OFFICIAL.items())
def test_official_rates(month: str, rates: tuple[int, ...]) -> None:
    """nav.no, satser for grunn- og hjelpestønad: the ordinary rate and the increased ones."""
    for number, rate in enumerate(rates, start=1):
        case = cared_for(month, hjelpestonad_forhoyet_sats=number if number > 1 else 0)
        assert paid(case, month) == rate


@pytest.mark.parametrize(("number", "yearly"), [(0, 14_748), (2, 29_496), (3, 58_992), (4, 88_488)])
def test_official_rates_per_year(number: int, yearly: int) -> None:
    """nav.no 2019-2021: double, four and six times the ordinary benefit."""
    case = cared_for("2020-06", hjelpestonad_forhoyet_sats=number)
    assert 12 * paid(case, "2020-06") == yearly


@pytest.mark.parametrize(("month", "rates"), LATER.items())
def test_rates_of_later_years(month: str, rates: tuple[int, ...]) -> None:
    for number, rate in enumerate(rates, start=1):
        assert paid(cared_for(month, hjelpestonad_forhoyet_sats=number), month) == rate


@pytest.mark.parametrize("rates", [*OFFICIAL.values(), *LATER.values()])
def test_increased_rates_are_two_four_and_six_times(rates: tuple[int, ...]) -> None:
    """§ 6-5 second paragraph, within the rounding of the yearly vote."""
    for times, rate in zip((1, 2, 4, 6), rates, strict=True):
        assert rate == pytest.approx(times * rates[0], abs=0.5 * times)


@pytest.mark.parametrize(("worth", "rate"), [(1_344, 0), (1_345, 1_345)])
def test_care_must_be_worth_the_ordinary_rate(worth: int, rate: int) -> None:
    """§ 6-4 third paragraph."""
    assert paid(cared_for("2025-06", verdi_av_tilsyn_og_pleie=worth), "2025-06") == rate


def test_who_is_blind_is_deemed_to_need_care() -> None:
    """§ 6-4 fifth paragraph."""
    facts = {"verdi_av_tilsyn_og_pleie": 0, "blind_eller_sterkt_svaksynt": True}
    assert paid(cared_for("2025-06", **facts), "2025-06") == 1_345


@pytest.mark.parametrize(("month", "rate"), [("2030-05", 8_072), ("2030-06", 1_345)])
def test_increased_to_the_month_of_turning_18(month: str, rate: int) -> None:
    """§§ 6-5, 22-12: born May 2012; the ordinary rate after."""
    assert paid(cared_for(month, hjelpestonad_forhoyet_sats=4), month) == rate


def test_increased_only_when_it_helps_to_stay_at_home() -> None:
    """§ 6-5 first paragraph, second sentence."""
    facts = {"hjelpestonad_forhoyet_sats": 3, "bedre_mulighet_til_a_bo_hjemme": False}
    assert paid(cared_for("2025-06", **facts), "2025-06") == 1_345


@pytest.mark.parametrize(
    ("place", "rate"),
    [("hjemme", 1_345), ("fosterhjem", 1_345), ("institusjon", 0), ("egen_bolig", 1_345)],
)
def test_care_in_a_foster_home_is_private(place: str, rate: int) -> None:
    """§ 6-4 first paragraph."""
    assert paid(cared_for("2025-06", plassering=place), "2025-06") == rate


@pytest.mark.parametrize(
    ("born", "facts", "rate"),
    [
        ("2012-05", {}, 0),
        ("2012-05", {"i_spesialisthelsetjenesten": True}, 1_345),
        ("2007-05", {"i_spesialisthelsetjenesten": True}, 0),
        ("2012-05", {"korttidsopphold_i_institusjon": True}, 1_345),
        ("2008-05", {"i_spesialisthelsetjenesten": True, "i_fengsel": True}, 0),
    ],
)
def test_in_an_institution(born: str, facts: dict[str, bool], rate: int) -> None:
    """§ 6-8: lapses; a child under 18 keeps it in the specialist health service."""
    case = cared_for("2025-06", born, institusjonsopphold=True, **facts)
    assert paid(case, "2025-06") == rate


@pytest.mark.parametrize(
    "missing", [None, "varig_sykdom_etter_behandling", "innvilget_hjelpestonad"]
)
def test_every_condition_is_needed(missing: str | None) -> None:
    facts: dict[str, Any] = {} if missing is None else {missing: False}
    case = cared_for("2025-06", **facts)
    assert bool(paid(case, "2025-06") > 0) is (missing is None)


def test_reduced_like_a_benefit_with_short_insurance() -> None:
    """§ 6-6: 1 345 x 10 / 40 = 336.25."""
    facts = {"trygdetid_ar": 10, "innvilget_uforetrygd": True}
    assert paid(cared_for("2025-06", "1995-05", **facts), "2025-06") == 336


@pytest.mark.parametrize(("since", "due"), [("2022-06", True), ("2022-07", False), (None, False)])
def test_assessed_again_after_three_years(since: str | None, due: bool) -> None:
    """§ 6-7 second paragraph."""
    stated = {} if since is None else {"forhoyet_hjelpestonad_siden": index(since)}
    case = cared_for("2025-06", hjelpestonad_forhoyet_sats=3, **stated)
    rule = "revurdering_av_forhoyet_hjelpestonad"
    assert bool(case.calculate(rule, "2025-06")[0]) is due


@pytest.mark.parametrize("reduced", [True, False])
@pytest.mark.parametrize("needed", [True, False])
def test_aids_in_daily_life(reduced: bool, needed: bool) -> None:
    """§ 10-6."""
    case = cared_for(
        "2025-06",
        funksjonsevne_vesentlig_og_varig_nedsatt=reduced,
        hjelpemiddel_nodvendig_og_hensiktsmessig=needed,
    )
    right = bool(case.calculate("rett_til_hjelpemidler_i_dagliglivet", "2025-06")[0])
    assert right is (reduced and needed)


@pytest.mark.parametrize(
    ("born", "disabled", "right"),
    [("2000-05", False, True), ("2000-05", True, False), ("1958-06", False, False)],
)
def test_aids_at_work(born: str, disabled: bool, right: bool) -> None:
    """§§ 10-4, 10-5: before 67 and not beside disability benefit."""
    case = cared_for("2025-06", born, arbeidsevne_varig_nedsatt=True, innvilget_uforetrygd=disabled)
    assert bool(case.calculate("rett_til_hjelpemidler_i_arbeid", "2025-06")[0]) is right


def test_silent_without_facts() -> None:
    case = household({"barn": {"born": "2012-05"}}, barna=["barn"])
    for rule in ("hjelpestonad", "rett_til_hjelpestonad", "rett_til_forhoyet_hjelpestonad"):
        assert not case.calculate(rule, "2025-06")[0]


@settings(max_examples=30, deadline=None)
@given(
    st.integers(0, 9),
    st.floats(0, 30_000),
    st.floats(0, 40_000),
    st.sampled_from([*OFFICIAL, *LATER]),
)
def test_between_nothing_and_the_highest_rate(
    number: int, worth: float, more: float, month: str
) -> None:
    rates = (OFFICIAL | LATER)[month]

    def of(value: float) -> float:
        facts = {"hjelpestonad_forhoyet_sats": number, "verdi_av_tilsyn_og_pleie": value}
        return paid(cared_for(month, **facts), month)

    low, high = of(worth), of(worth + more)
    assert low in (0, *rates)
    assert low <= high <= rates[-1]
