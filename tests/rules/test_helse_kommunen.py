"""Municipal health: the child health programme, GP, psychologist, respite and BPA."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household


def one(month: str, *, born: str, **facts: Any) -> Simulation:
    inputs = {name: {month: value} for name, value in facts.items()}
    return household({"barn": {"born": born, **inputs}}, barna=["barn"])


def value(simulation: Simulation, name: str, month: str) -> float:
    return float(simulation.calculate(name, month)[0])


def test_official_fourteen_consultations_ten_in_the_first_year() -> None:
    """Helsedirektoratet: 14 consultations, 10 of them in the first year (to 12 months)."""
    found = []
    for age in range(72):
        year, month = divmod(12 * 2025 + 5 - age, 12)
        simulation = one("2025-06", born=f"{year}-{month + 1:02}")
        found.append(value(simulation, "helsestasjonsprogram_konsultasjoner", "2025-06"))
    assert sum(found) == 14
    assert sum(found[:13]) == 10
    assert [age for age, visits in enumerate(found) if visits] == [
        *(0, 1, 3, 4, 5, 6, 8, 10, 12, 15, 17, 24, 48)
    ]


def test_nothing_before_birth() -> None:
    simulation = one("2025-06", born="2025-07", star_pa_fastlegeliste=True, gravid=True)
    for name in ("rett_til_helsestasjon", "helsestasjonsprogram_konsultasjoner"):
        assert value(simulation, name, "2025-06") == 0
    for name in ("rett_til_helsekontroll", "rett_til_barnevaksinasjon", "fastlege_basistilskudd"):
        assert value(simulation, name, "2025-06") == 0


@pytest.mark.parametrize(
    ("month", "rate"),
    [
        ("2019-06", 486),
        ("2019-07", 499),  # healtheconomics.no, normaltariff
        ("2020-05", 577),
        ("2021-07", 642),  # ks.no, takstoppgjøret 2021
        ("2022-01", 653),
        ("2022-07", 675),  # ks.no, takstoppgjøret 2022
        ("2023-07", 841.8),  # normaltariffen 2023-2024
        ("2026-06", 841.8),
    ],
)
def test_official_capitation(month: str, rate: float) -> None:
    listed = one(month, born="2012-05", star_pa_fastlegeliste=True)
    assert value(listed, "fastlege_basistilskudd", month) == pytest.approx(rate / 12)
    assert value(one(month, born="2012-05"), "fastlege_basistilskudd", month) == 0


@pytest.mark.parametrize(
    ("month", "benefit", "own"),
    [
        ("2025-07", 15, 179),  # forskrift 2024-06-26-1322 rate 2ad: 194, 15, 179
        ("2024-06", 15, 170),
        ("2021-06", 0, 160),
        ("2019-07", 5, 155),
    ],
)
def test_official_rate_of_a_consultation(month: str, benefit: int, own: int) -> None:
    grown = one(month, born="2000-01", fastlegekonsultasjoner=2)
    assert value(grown, "fastlege_refusjon", month) == 2 * benefit
    assert value(grown, "fastlege_egenandel", month) == 2 * own
    child = one(month, born="2015-01", fastlegekonsultasjoner=2)
    assert value(child, "fastlege_refusjon", month) == 2 * (benefit + own)
    assert value(child, "fastlege_egenandel", month) == 0


def test_official_psychologist_rates_of_2026() -> None:
    """Forskrift 2020-06-18-1262: 21a 917; 22a 712, 269 and 443; full fee to the year of 26."""
    for born, benefit, own in [("2012-01", 917, 0), ("2000-12", 712, 0), ("1999-12", 269, 443)]:
        case = one("2026-03", born=born, psykologkonsultasjoner=1, henvist_til_psykolog=True)
        assert value(case, "psykolog_refusjon", "2026-03") == benefit
        assert value(case, "psykolog_egenandel", "2026-03") == own


def test_psychologist_rates_before_2026_were_not_read() -> None:
    case = one("2025-03", born="2012-01", psykologkonsultasjoner=1, henvist_til_psykolog=True)
    assert value(case, "psykolog_refusjon", "2025-03") == 0
    assert value(case, "psykologkonsultasjoner_med_stonad", "2025-03") == 1


@pytest.mark.parametrize(
    ("earlier", "visits", "covered"), [(0, 4, 3), (2, 4, 1), (3, 1, 0), (5, 1, 0)]
)
def test_three_consultations_without_a_referral(earlier: int, visits: int, covered: int) -> None:
    case = one(
        "2026-03", born="1999-01", psykologkonsultasjoner=visits, psykologsamtaler_for=earlier
    )
    assert value(case, "psykologkonsultasjoner_med_stonad", "2026-03") == covered


@pytest.mark.parametrize(
    ("month", "born", "pay", "cover"),
    [
        ("2020-03", "2012-05", 86, 198),  # ks.no, SGS 1030 of 2020
        ("2020-03", "2009-05", 86, 260),
        ("2022-03", "2013-05", 91, 208),  # ks.no, SGS 1030 of 2022
        ("2022-03", "2012-03", 91, 273),
    ],
)
def test_official_respite(month: str, born: str, pay: int, cover: int) -> None:
    case = one(month, born=born, avlastning_dogn=2)
    assert value(case, "avlastning_lonn", month) == 2 * 24 * pay
    assert value(case, "avlastning_utgifter", month) == 2 * (24 * pay + cover)


def test_carers_allowance_needs_heavy_care() -> None:
    case = one("2025-06", born="1990-01", omsorgsstonad_innvilget=10_000)
    assert value(case, "omsorgsstonad", "2025-06") == 0


@settings(max_examples=30, deadline=None)
@given(
    hours=st.integers(0, 60),
    years=st.sampled_from([0, 1, 2, 2.5, 10]),
    dear=st.booleans(),
    age=st.integers(0, 70),
)
def test_right_to_bpa(hours: int, years: float, dear: bool, age: int) -> None:
    """§ 2-1 d: 32 hours; 25 unless it costs substantially more; more than two years; under 67."""
    case = one(
        "2025-06",
        born=f"{2025 - age}-06",
        personlig_assistanse_timer=hours,
        behov_varer_ar=years,
        bpa_vesentlig_okt_kostnad=dear,
    )
    expected = (hours >= 32 or (hours >= 25 and not dear)) and years > 2 and age < 67
    assert bool(value(case, "rett_til_bpa", "2025-06")) is expected


@settings(max_examples=20, deadline=None)
@given(visits=st.integers(0, 12), age=st.integers(0, 29))
def test_the_fee_of_the_gp_is_shared(visits: int, age: int) -> None:
    case = one("2025-09", born=f"{2025 - age}-05", fastlegekonsultasjoner=visits)
    own = value(case, "fastlege_egenandel", "2025-09")
    assert own + value(case, "fastlege_refusjon", "2025-09") == 194 * visits
    assert (own > 0) is (visits > 0 and age >= 16)


def test_next_of_kin_by_order_of_members() -> None:
    """The same family in two orders: the children of the patient, not the patient or a lodger."""
    month = "2025-06"
    facts = {"pasient_som_barn_er_parorende_til": {month: True}}
    people = {
        "mor": {"born": "1990-01", **facts},
        "barn": {"born": "2014-05"},
        "losjerende": {"born": "2010-05"},
    }
    for names in (["mor", "barn", "losjerende"], ["losjerende", "barn", "mor"]):
        simulation = household(
            {name: dict(people[name]) for name in names},
            foreldre=["mor"],
            barna=["barn"],
            andre=["losjerende"],
        )
        found = dict(zip(names, simulation.calculate("barn_som_parorende", month), strict=True))
        assert found == {"mor": False, "barn": True, "losjerende": False}
