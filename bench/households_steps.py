"""What `households.py` measures in a fresh process; the last line printed is JSON.

python bench/households_steps.py law N | income N | schemes N | empty
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import by_hand
import numpy
from random_households import random_households

from effektlov.errors import UnknownNameError
from effektlov.kommuner import find_kommune, kommune_numbers
from effektlov.population import CHUNK, Population, simulate, year_sums
from effektlov.regime import law_in_force
from effektlov.rules.rule import info
from effektlov.simulation import months_of, year_of

YEAR = 2025
TAXED = ("uforetrygd", "arbeidsavklaringspenger", "kvalifiseringsstonad")
ADDITIONS = ("uforetrygd_barnetillegg", "aap_barnetillegg", "kvalifiseringsstonad_barnetillegg")
SCHEMES = ("barnetrygd", "inntektsskatt", "bostotte")


def law(count: int) -> dict[str, Any]:
    """Every rule of random households with random facts: is each result a number?"""
    regime = law_in_force()
    population = random_households(count, YEAR)
    names = [
        name
        for name, variable in regime.system.variables.items()
        if info(variable).kind == "rule" and variable.value_type in (float, int, bool)
    ]
    bad: set[str] = set()
    for chunk in population.chunks():
        found = year_sums(regime, chunk, YEAR, names)
        bad |= {name for name, values in found.items() if not numpy.isfinite(values).all()}
    return {"persons": len(population.role), "rules": len(names), "not_finite": sorted(bad)}


def income(count: int) -> dict[str, Any]:
    """The time of disposable income by the whole law, in chunks."""
    regime = law_in_force()
    population = random_households(count, YEAR)
    start = time.perf_counter()
    year_sums(regime, population, YEAR, ["disponibel_inntekt"])
    seconds = time.perf_counter() - start
    return {"persons": len(population.role), "disposable_income_s": seconds}


def schemes(count: int) -> dict[str, Any]:
    """The three schemes by the rules and by hand, on the same arrays, in the same chunks."""
    regime = law_in_force()
    population = _wage_and_benefits(count)
    chunks = list(population.chunks())
    by_rules: dict[str, float] = {}
    hand: dict[str, float] = {}
    furthest = dict.fromkeys(SCHEMES, 0.0)
    for chunk in chunks:
        arrays = _arrays(chunk)
        simulation = simulate(regime, chunk, YEAR)
        for name in SCHEMES:
            start = time.perf_counter()
            found = _by_rules(simulation, name)
            middle = time.perf_counter()
            expected = _BY_HAND[name](arrays)
            end = time.perf_counter()
            by_rules[name] = by_rules.get(name, 0.0) + middle - start
            hand[name] = hand.get(name, 0.0) + end - middle
            furthest[name] = max(furthest[name], float(numpy.abs(found - expected).max()))
        simulation.forget()
    return {
        "persons": len(population.role),
        "by_rules_s": by_rules,
        "by_hand_s": hand,
        "furthest_apart_kroner": furthest,
    }


def _by_rules(simulation: Any, name: str) -> Any:
    if name == "inntektsskatt":
        return simulation.calculate(name, year_of(YEAR))
    return numpy.array([simulation.calculate(name, month) for month in months_of(YEAR)])


def _wage_and_benefits(count: int) -> Population:
    """Random households with a wage and a benefit that differ from month to month, and what the
    three schemes read; benefits are stated, so that neither side computes them."""
    chance = numpy.random.default_rng(7)
    base = random_households(count, YEAR, stated=0.0)
    people = len(base.role)
    child = base.role == "barn"
    wage = base.persons["lonn"] * chance.uniform(0.5, 1.5, (12, people))
    pension = ~child & (chance.random(people) < 0.1)
    lone = chance.random(people) < 0.1
    return Population(
        household=base.household,
        role=base.role,
        born=base.born,
        kommune=base.kommune,
        persons={
            "lonn": wage,
            "uforetrygd": pension * chance.uniform(20_000, 32_000, (12, people)),
            **{name: numpy.zeros(people) for name in (*TAXED, *ADDITIONS) if name != "uforetrygd"},
            "innvilget_uforetrygd": pension,
            "kapitalinntekt": (chance.random(people) < 0.3) * chance.uniform(-9e4, 6e4, people),
            "naeringsinntekt": (chance.random(people) < 0.1) * chance.uniform(0, 3e4, people),
            "netto_formue_bostotte": (chance.random(people) < 0.2) * chance.uniform(0, 9e5, people),
            "barnepass_kostnader": child * chance.uniform(0, 4e4, people),
            "delt_bosted": child & (chance.random(people) < 0.1),
            "lever_med_partner": lone,
            "soker_bostotte": _first_of_each(base) & (chance.random(people) < 0.9),
        },
        husstander={
            "boutgifter_bostotte": chance.uniform(0, 16_000, count),
            "betaler_oppvarming_selv": chance.random(count) < 0.5,
        },
    )


def _first_of_each(population: Population) -> Any:
    return numpy.diff(population.household, prepend=-1) > 0


def _arrays(chunk: Population) -> dict[str, Any]:
    """What the hand version takes."""
    given = chunk.persons
    people, households = len(chunk.role), len(chunk)
    zone = numpy.isin(chunk.kommune, _ZONE)
    return {
        **{name: given[name] for name in given},
        **chunk.husstander,
        "born": chunk.born,
        "home": chunk.household,
        "parent": chunk.role == "forelder",
        "child": chunk.role == "barn",
        "no": numpy.zeros(people, dtype=bool),
        "nothing": numpy.zeros(people),
        "no_home": numpy.zeros(households, dtype=bool),
        "no_value": numpy.zeros(households),
        "zone": zone,
        "kommune": chunk.kommune,
        "n": households,
    }


def _barnetrygd(a: dict[str, Any]) -> Any:
    return by_hand.barnetrygd(
        a["born"], a["home"], a["parent"], a["child"], a["lever_med_partner"],
        a["delt_bosted"], a["no"], a["zone"], a["n"],
    )  # fmt: skip


def _income_tax(a: dict[str, Any]) -> Any:
    return by_hand.income_tax(
        a["born"], a["home"], a["parent"], a["child"], a["lonn"].sum(axis=0),
        a["uforetrygd"].sum(axis=0), 12 * a["naeringsinntekt"], a["kapitalinntekt"],
        a["barnepass_kostnader"], a["no"], a["zone"], a["n"],
    )  # fmt: skip


def _bostotte(a: dict[str, Any]) -> Any:
    return by_hand.bostotte(
        a["born"], a["home"], a["parent"], a["child"], a["soker_bostotte"], a["no"], a["no"],
        a["no"], a["lonn"], a["uforetrygd"], 12 * a["naeringsinntekt"], a["kapitalinntekt"],
        a["netto_formue_bostotte"], a["boutgifter_bostotte"], a["betaler_oppvarming_selv"],
        a["no_home"], a["no_value"], a["no_home"], a["kommune"], a["n"],
    )  # fmt: skip


_BY_HAND: dict[str, Callable[[dict[str, Any]], Any]] = {
    "barnetrygd": _barnetrygd,
    "inntektsskatt": _income_tax,
    "bostotte": _bostotte,
}


def _zone() -> list[int]:
    kommuner = [find_kommune(number, error=UnknownNameError) for number in kommune_numbers()]
    return [int(k.number) for k in kommuner if k.cells["i_tiltakssonen"] == "1"]


_ZONE = _zone()


def main() -> None:
    """Do what the arguments say and print it."""
    job = sys.argv[1]
    found: dict[str, Any] = {"chunk": CHUNK}
    if job == "empty":
        law_in_force()
    else:
        found |= {"law": law, "income": income, "schemes": schemes}[job](int(sys.argv[2]))
    found["peak_bytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (
        1 if sys.platform == "darwin" else 1024
    )
    print(json.dumps(found))


if __name__ == "__main__":
    main()
