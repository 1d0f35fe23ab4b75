"""Patients ready for discharge: the price of each year, and who is covered."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

PRICES = {2019: 4885, 2020: 5036, 2021: 5167, 2022: 5306, 2023: 5508, 2024: 5745}


def patient(
    month: str = "2024-06", stay: str = "psykisk_helsevern", days: float = 10, **facts: Any
) -> Simulation:
    given_facts = {"dognopphold": stay, "dogn_ferdigbehandlet": days, **facts}
    inputs = {name: {month: value} for name, value in given_facts.items()}
    return household({"barn": {"born": "2009-05", **inputs}}, barna=["barn"])


def paid(simulation: Simulation, month: str = "2024-06") -> float:
    return float(simulation.calculate("betaling_utskrivningsklar", month)[0])


@pytest.mark.parametrize(("year", "price"), PRICES.items())
def test_official_price_per_day(year: int, price: int) -> None:
    """Helsedirektoratet’s table of prices 2014 to 2024 (tema/finansiering, utskrivningsklare)."""
    month = f"{year}-06"
    assert paid(patient(month, days=1), month) == price
    assert paid(patient(month, days=30), month) == 30 * price


def test_the_last_known_price_goes_on() -> None:
    assert paid(patient("2026-06", days=1), "2026-06") == 5745


@pytest.mark.parametrize(
    ("stay", "covered"),
    [
        ("psykisk_helsevern", True),  # since 2019, BUP too
        ("somatikk", True),
        ("rusbehandling", True),
        ("privat_rehabilitering", False),  # § 2 second paragraph
        ("ingen", False),
    ],
)
def test_who_is_covered(stay: str, covered: bool) -> None:
    assert (paid(patient(stay=stay)) > 0) is covered


@pytest.mark.parametrize(
    ("month", "stay", "kroner"),
    [
        ("2018-12", "somatikk", 4747),
        ("2018-12", "psykisk_helsevern", 0),
        ("2018-12", "rusbehandling", 0),
        ("2019-01", "psykisk_helsevern", 4885),
        ("2019-01", "rusbehandling", 4885),
    ],
)
def test_official_mental_health_and_addiction_care_came_in_2019(
    month: str, stay: str, kroner: int
) -> None:
    """Helsedirektoratet: «Fra 2019 omfatter ordningen også pasienter innen psykisk helsevern og
    tverrfaglig spesialisert behandling. Ikke bare somatiske pasienter som tidligere.»"""
    assert paid(patient(month, stay, days=1), month) == kroner


@pytest.mark.parametrize(
    "fact",
    [
        "kommunen_kan_ta_imot",
        "kommunen_er_ikke_varslet",
        "trenger_ikke_kommunalt_tilbud",
        "tvang_som_ikke_kan_viderefores",
        "samarbeidspartnere_er_ikke_innkalt",
    ],
)
def test_each_condition_ends_the_payment(fact: str) -> None:
    """§§ 8 to 11 and 13."""
    assert paid(patient(**{fact: True})) == 0


@pytest.mark.parametrize(
    "fact", ["tvang_som_ikke_kan_viderefores", "samarbeidspartnere_er_ikke_innkalt"]
)
def test_what_concerns_mental_health_care_does_not_stop_somatic_discharge(fact: str) -> None:
    assert paid(patient(stay="somatikk", **{fact: True})) == 57_450


def test_not_ready_while_in_treatment() -> None:
    assert paid(patient(days=0)) == 0
    assert not patient(days=0).calculate("utskrivningsklar", "2024-06")[0]


@settings(max_examples=25, deadline=None)
@given(days=st.integers(-5, 31), stay=st.sampled_from(["somatikk", "psykisk_helsevern", "ingen"]))
def test_days_times_price(days: int, stay: str) -> None:
    expected = max(days, 0) * 5745 if stay != "ingen" else 0
    assert paid(patient(stay=stay, days=days)) == expected
