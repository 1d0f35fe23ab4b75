"""Random households: ages, roles and kommuner at random, and every input of the law for some.

Nothing here claims to look like Norway; the point is that any mixture of facts must be answered.
"""

from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.periods import DateUnit

from effektlov.inputs import Input, inputs_of
from effektlov.kommuner import kommune_numbers
from effektlov.population import Population

__all__ = ["HAVE_FACT", "random_households"]

HAVE_FACT = 0.04
"""The share of persons and households for whom an input is stated."""
_HIGHEST_KRONER = 400_000.0
_HIGHEST = {
    "G": 6.0,
    "count": 60.0,
    "days": 60.0,
    "hours/week": 40.0,
    "km": 60.0,
    "months": 24.0,
    "points": 60.0,
    "working days": 90.0,
    "years": 40.0,
}
_ALWAYS = {"lonn", "boutgifter"}
_LARGEST = 8


def random_households(
    count: int, year: int, *, seed: int = 0, stated: float = HAVE_FACT, oldest: int = 65
) -> Population:
    """Households of one to eight persons in a year; the same seed gives the same ones.

    Args:
        count: households.
        year: the calendar year.
        seed: of the random numbers.
        stated: the share of persons and households for whom each input is stated. What the law
            leaves to judgement has the usual practice.
        oldest: of the adults, in years.
    """
    chance = numpy.random.default_rng(seed)
    adults = chance.integers(1, 3, count)
    children = numpy.minimum(chance.poisson(1.2, count), _LARGEST - 3)
    others = (chance.random(count) < 0.05).astype(numpy.int64)
    sizes = adults + children + others
    household = numpy.repeat(numpy.arange(count), sizes)
    place = numpy.arange(len(household)) - numpy.repeat(numpy.cumsum(sizes) - sizes, sizes)
    is_adult = place < adults[household]
    is_child = ~is_adult & (place < (adults + children)[household])
    role = numpy.select([is_adult, is_child], ["forelder", "barn"], default="annen")
    months = numpy.where(
        is_child,
        chance.integers(0, 12 * 22, len(role)),
        chance.integers(12 * 16, 12 * oldest + 12, len(role)),
    )
    earns = chance.random(len(role)) < numpy.where(is_child, 0.1, 0.75)
    wage = numpy.where(earns, chance.gamma(3.0, 160_000.0, len(role)), 0.0)
    return Population(
        household=household,
        role=role,
        born=12 * year + 11 - months,
        kommune=chance.choice([int(number) for number in kommune_numbers()], count),
        persons={"lonn": numpy.where(is_child, wage / 8, wage) / 12}
        | _facts("person", len(role), year, stated, chance),
        husstander={"boutgifter": chance.gamma(4.0, 3_000.0, count)}
        | _facts("husstand", count, year, stated, chance),
    )


def _facts(
    entity: str, count: int, year: int, share: float, chance: numpy.random.Generator
) -> dict[str, NDArray[Any]]:
    """Every input of an entity, stated for some of its members."""
    found = {}
    for name, declared in sorted(inputs_of(entity).items()):
        if name not in _ALWAYS and not declared.open_norm:
            values = _values(declared, count, year, chance)
            found[name] = numpy.where(chance.random(count) < share, values, declared.default)
    return found


def _values(declared: Input, count: int, year: int, chance: numpy.random.Generator) -> NDArray[Any]:
    if declared.enum_names:
        return chance.integers(0, len(declared.enum_names), count)
    if declared.of_month:
        return 12 * year + 11 - chance.integers(0, 120, count)
    if declared.value_type is bool:
        return numpy.full(count, 1.0 - declared.default)
    if declared.unit_of_case.startswith("kr"):
        monthly = declared.definition_period == DateUnit.MONTH
        return chance.uniform(0, _HIGHEST_KRONER, count) / (12 if monthly else 1)
    highest = _HIGHEST.get(declared.unit_of_case, 1.0)
    values = chance.uniform(0, highest, count)
    return numpy.round(values) if declared.value_type is int else values
