"""`bench/by_hand.py` and the rules reach the same kroner for 500 invented households of 2025."""

from importlib import util
from pathlib import Path
from typing import Any

import numpy
import pytest
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.simulations import Simulation
from situations import system

BENCH = Path(__file__).resolve().parents[2] / "bench"
HOUSEHOLDS = 500
MONTHS = [f"2025-{month:02d}" for month in range(1, 13)]
KOMMUNER = numpy.array([301, 4601, 5001, 1108, 3205, 5601, 5501, 4613])
IN_ZONE = numpy.array([False, False, False, False, False, True, False, False])

Arrays = dict[str, Any]


@pytest.fixture(scope="module")
def by_hand() -> Any:
    """The module itself, which is in no package."""
    found = util.spec_from_file_location("by_hand", BENCH / "by_hand.py")
    assert found is not None
    assert found.loader is not None
    module = util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def people() -> Arrays:
    """Persons of 500 households: one or two parents, up to four children, now and then others."""
    chance = numpy.random.default_rng(2025)
    parents = chance.choice([0, 1, 2], HOUSEHOLDS, p=[0.2, 0.4, 0.4])
    children = numpy.where(parents > 0, chance.integers(0, 5, HOUSEHOLDS), 0)
    others = numpy.where(parents > 0, chance.random(HOUSEHOLDS) < 0.1, 1)
    role = numpy.concatenate(
        [
            ["forelder"] * first + ["barn"] * second + ["annen"] * third
            for first, second, third in zip(parents, children, others, strict=True)
        ]
    )
    home = numpy.repeat(numpy.arange(HOUSEHOLDS), parents + children + others)
    count = len(role)
    age = numpy.select(
        [role == "forelder", role == "barn"],
        [chance.integers(12 * 17, 12 * 60, count), chance.integers(-12, 12 * 23, count)],
        chance.integers(12 * 17, 12 * 80, count),
    )
    born = 12 * 2025 - age
    adult = age > 12 * 20
    scale = chance.choice([0, 1, 3], (12, count), p=[0.3, 0.6, 0.1])
    wage = chance.integers(0, 60_000, count) * scale * (chance.random(count) < 0.6)
    disabled = adult & (age < 12 * 60) & (chance.random(count) < 0.1)
    on_aap = adult & ~disabled & (chance.random(count) < 0.2)
    aap = numpy.where(on_aap, chance.integers(10_000, 40_000, count), 0) * numpy.ones((12, 1))
    benefit = numpy.where(disabled, chance.integers(20_000, 32_000, count), 0)
    lone = parents[home] == 1
    applies = numpy.zeros(count, dtype=bool)
    first = numpy.flatnonzero(numpy.diff(home, prepend=-1))
    applies[first] = chance.random(HOUSEHOLDS) < 0.9
    return {
        "role": role,
        "home": home,
        "born": born,
        "wage": wage.astype(numpy.float64),
        "aap": aap.astype(numpy.float64),
        "uforetrygd": benefit * numpy.ones((12, 1)),
        "disabled": disabled,
        "business": numpy.where(
            adult & (chance.random(count) < 0.1), chance.integers(-20_000, 300_000, count), 0
        ).astype(numpy.float64),
        "capital": numpy.where(
            chance.random(count) < 0.3, chance.integers(-80_000, 60_000, count), 0
        ).astype(numpy.float64),
        "wealth": numpy.where(
            chance.random(count) < 0.2, chance.integers(-200_000, 900_000, count), 0
        ).astype(numpy.float64),
        "care": numpy.where(
            (role == "barn") & (chance.random(count) < 0.4), chance.integers(0, 40_000, count), 0
        ).astype(numpy.float64),
        "special": (role == "barn") & (chance.random(count) < 0.1),
        "shared": (role == "barn") & lone & (chance.random(count) < 0.2),
        "partner": (role == "forelder") & lone & (chance.random(count) < 0.2),
        "transition": (role == "forelder") & (chance.random(count) < 0.2),
        "applies": applies,
        "conscript": (age > 12 * 18) & (age < 12 * 22) & (chance.random(count) < 0.1),
        "student": adult & ~on_aap & ~disabled & (chance.random(count) < 0.1),
        "rent": chance.integers(0, 16_000, HOUSEHOLDS).astype(numpy.float64),
        "heats": chance.random(HOUSEHOLDS) < 0.5,
        "owned": chance.random(HOUSEHOLDS) < 0.3,
        "home_value": chance.integers(0, 1_200_000, HOUSEHOLDS).astype(numpy.float64),
        "adapted": chance.random(HOUSEHOLDS) < 0.1,
        "place": chance.integers(0, len(KOMMUNER), HOUSEHOLDS),
    }


@pytest.fixture(scope="module")
def by_rules(people: Arrays) -> Simulation:
    """The same persons as a simulation of the law."""
    builder = SimulationBuilder()
    builder.create_entities(system())
    persons = len(people["role"])
    place = people["place"][people["home"]]
    builder.declare_person_entity("person", range(persons))
    for key, ids, member_of, roles in (
        ("husstand", range(HOUSEHOLDS), people["home"], people["role"]),
        ("kommune", range(len(KOMMUNER)), place, ["innbygger"] * persons),
        ("fylkeskommune", range(len(KOMMUNER)), place, ["fylkesinnbygger"] * persons),
    ):
        group = builder.declare_entity(key, ids)
        builder.join_with_persons(group, numpy.asarray(member_of), numpy.asarray(roles))
    simulation = builder.build(system())
    always = {
        "fodselsmaned": people["born"],
        "fodselskohort": people["born"],
        "kommunenummer": KOMMUNER,
        "i_tiltakssonen": IN_ZONE,
    }
    yearly = {
        "kapitalinntekt": people["capital"],
        "barnepass_kostnader": people["care"],
        "barnepass_saerskilt_behov": people["special"],
        "netto_formue_bostotte": people["wealth"],
        "formuesverdi_egen_bolig": people["home_value"],
    }
    monthly = {
        "naeringsinntekt": people["business"] / 12,
        "delt_bosted": people["shared"],
        "lever_med_partner": people["partner"],
        "mottar_overgangsstonad_i_full": people["transition"],
        "soker_bostotte": people["applies"],
        "avtjener_verneplikt": people["conscript"],
        "rett_til_lanekasseytelser": people["student"],
        "innvilget_uforetrygd": people["disabled"],
        "ung_ufor": people["disabled"],
        "uforetrygd_barnetillegg": numpy.zeros(persons),
        "boutgifter_bostotte": people["rent"],
        "betaler_oppvarming_selv": people["heats"],
        "bolig_til_bostotte": numpy.where(people["owned"], "annen_eid", "leid"),
        "spesialtilpasset_bolig": people["adapted"],
    }
    by_month = {
        "lonn": people["wage"],
        "arbeidsavklaringspenger": people["aap"],
        "uforetrygd": people["uforetrygd"],
    }
    for name, values in always.items():
        simulation.set_input(name, "ETERNITY", values)
    for name, values in yearly.items():
        simulation.set_input(name, "2025", values)
    for at, month in enumerate(MONTHS):
        for name, values in monthly.items():
            simulation.set_input(name, month, values)
        for name, table in by_month.items():
            simulation.set_input(name, month, table[at])
    return simulation


def assert_same(found: Any, expected: Any, *, some: int) -> None:
    """To within one krone, and not for want of any amounts."""
    assert numpy.abs(found - expected).max() <= 1.0
    assert (expected > 0).sum() >= some


def test_child_benefit_by_hand_is_that_of_the_rules(
    by_hand: Any, people: Arrays, by_rules: Simulation
) -> None:
    found = by_hand.barnetrygd(
        people["born"],
        people["home"],
        people["role"] == "forelder",
        people["role"] == "barn",
        people["partner"],
        people["shared"],
        people["transition"],
        IN_ZONE[people["place"]],
        HOUSEHOLDS,
    )
    expected = numpy.array([by_rules.calculate("barnetrygd", month) for month in MONTHS])
    assert_same(found, expected, some=2_000)


def test_income_tax_by_hand_is_that_of_the_rules(
    by_hand: Any, people: Arrays, by_rules: Simulation
) -> None:
    found = by_hand.income_tax(
        people["born"],
        people["home"],
        people["role"] == "forelder",
        people["role"] == "barn",
        people["wage"].sum(axis=0),
        people["aap"].sum(axis=0) + people["uforetrygd"].sum(axis=0),
        people["business"],
        people["capital"],
        people["care"],
        people["special"],
        IN_ZONE[people["place"]],
        HOUSEHOLDS,
    )
    assert_same(found, by_rules.calculate("inntektsskatt", "2025"), some=400)


def test_housing_allowance_by_hand_is_that_of_the_rules(
    by_hand: Any, people: Arrays, by_rules: Simulation
) -> None:
    found = by_hand.bostotte(
        people["born"],
        people["home"],
        people["role"] == "forelder",
        people["role"] == "barn",
        people["applies"],
        people["conscript"],
        people["student"],
        people["disabled"],
        people["wage"],
        people["aap"] + people["uforetrygd"],
        people["business"],
        people["capital"],
        people["wealth"],
        people["rent"],
        people["heats"],
        people["owned"],
        people["home_value"],
        people["adapted"],
        KOMMUNER[people["place"]],
        HOUSEHOLDS,
    )
    expected = numpy.array([by_rules.calculate("bostotte", month) for month in MONTHS])
    assert_same(found, expected, some=500)
