"""`only_if`: a rule is nothing where a case states none of the inputs it names.

Found out with random households that have every other fact: the formula itself is run.
"""

from functools import cache

import numpy
import pytest
from openfisca_core.periods import DateUnit
from random_households import random_households

from effektlov.population import Population, simulate
from effektlov.regime import law_in_force
from effektlov.rules.rule import info
from effektlov.simulation import RowSimulation, year_of

YEARS = (2020, 2025)
VARIABLES = law_in_force().system.variables
NEEDS = {
    name: info(variable).only_if for name, variable in VARIABLES.items() if info(variable).only_if
}


class Everything(RowSimulation):
    """Every formula is run."""

    def _may_be_something(self, variable: object) -> bool:
        return True


@cache
def population(year: int) -> Population:
    return random_households(800, year, seed=year + 1, stated=0.4, oldest=40)


@cache
def without(year: int, needed: tuple[str, ...]) -> RowSimulation:
    """The households without any of the inputs."""
    whole = population(year)
    left = Population(
        whole.household,
        whole.role,
        whole.born,
        whole.kommune,
        {name: given for name, given in whole.persons.items() if name not in needed},
        {name: given for name, given in whole.husstander.items() if name not in needed},
    )
    return simulate(law_in_force(), left, year, kind=Everything)


@pytest.mark.parametrize("needed", sorted(set(NEEDS.values())), ids=" ".join)
@pytest.mark.parametrize("year", YEARS)
def test_nothing_without_what_is_needed(year: int, needed: tuple[str, ...]) -> None:
    simulation = without(year, needed)
    for name in (rule for rule, inputs in NEEDS.items() if inputs == needed):
        monthly = VARIABLES[name].definition_period == DateUnit.MONTH
        values = (
            simulation.add_months(name, range(1, 13))
            if monthly
            else simulation.calculate(name, year_of(year))
        )
        assert not numpy.asarray(values).any(), name


@pytest.mark.parametrize("name", sorted(NEEDS))
def test_the_inputs_are_inputs_that_are_nothing_by_default(name: str) -> None:
    for needed in NEEDS[name]:
        assert info(VARIABLES[needed]).kind == "input"
        default = VARIABLES[needed].default_value
        assert not default or getattr(default, "index", 1) == 0
