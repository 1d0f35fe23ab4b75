"""The ages that a duty declares hold every age at which its trigger can be true.

A trigger with an age limit of its own is found out with random facts; one without is limited only
by what the facts say (a pupil, an inmate), and its ages are those of the § or of such facts.
"""

from functools import cache

import numpy
import pytest
from openfisca_core.periods import DateUnit
from random_households import random_households

from effektlov.population import simulate
from effektlov.regime import law_in_force
from effektlov.simulation import RowSimulation, months_of, year_of

LAST = 29
NO_LIMIT = (6, 27)
"""Seen this young or this old, a trigger has no age limit of its own on that side."""
YEARS = (2022, 2026)


@cache
def simulations() -> list[RowSimulation]:
    return [
        simulate(
            law_in_force(), random_households(4_000, year, seed=year, stated=0.5, oldest=LAST), year
        )
        for year in YEARS
    ]


def ages_of(trigger: str) -> tuple[int, int] | None:
    """The lowest and the highest age at which a trigger was true; None when it never was."""
    found = []
    for simulation in simulations():
        variable = simulation.tax_benefit_system.variables[trigger]
        if variable.entity.key != "person":
            return None
        monthly = variable.definition_period == DateUnit.MONTH
        months = months_of(simulation.year)
        for period in months if monthly else [year_of(simulation.year)]:
            born = simulation.calculate("fodselsmaned", period)
            now = 12 * period.start.year + period.start.month - 1
            holds = numpy.asarray(simulation.calculate(trigger, period)) > 0
            found += list((now - born[holds & (born <= now)]) // 12)
    return (int(min(found)), int(max(found))) if found else None


@pytest.mark.parametrize("name", sorted(law_in_force().duties))
def test_the_trigger_stays_inside_the_ages(name: str) -> None:
    duty = law_in_force().duties[name]
    first, last = duty.ages
    assert 0 <= first <= last <= LAST
    seen = ages_of(duty.trigger)
    if seen is not None:
        assert first <= seen[0] or seen[0] <= NO_LIMIT[0]
        assert seen[1] <= last or seen[1] >= NO_LIMIT[1]
