"""Skattebetalingsloven § 8-2: what the state makes good to kommune and fylkeskommune.

Finnmarksfradraget lowers the tax of the person to all three, but is borne by the state alone.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rounding import round_half_up
from effektlov.rules.rule import Rule, rule

YEAR = DateUnit.YEAR
HREF = "https://lovdata.no/lov/2005-06-17-67/§8-2"


@rule(
    nb="Finnmarksfradraget: statens oppgjør med kommunen",
    en="The Finnmark deduction: settlement of the state with the kommune",
    section="skattebetalingsloven § 8-2 annet ledd",
    href=HREF,
)
class finnmarksfradrag_oppgjor_kommune(Rule):
    """§ 8-2: the municipal tax of what finnmarksfradraget took from the base."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        rate = parameters(period).skatt.skattesatser.kommune
        return round_half_up(_taken_from_the_base(person, period, parameters) * rate, 0)


@rule(
    nb="Finnmarksfradraget: statens oppgjør med fylkeskommunen",
    en="The Finnmark deduction: settlement of the state with the county authority",
    section="skattebetalingsloven § 8-2 annet ledd",
    href=HREF,
)
class finnmarksfradrag_oppgjor_fylkeskommune(Rule):
    """§ 8-2: the county tax of what finnmarksfradraget took from the base."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        rate = parameters(period).skatt.skattesatser.fylkeskommune
        return round_half_up(_taken_from_the_base(person, period, parameters) * rate, 0)


def _taken_from_the_base(person, period, parameters):
    """The part of the deduction that there was income for."""
    allowance = parameters(period).skatt.skattesatser.personfradrag
    without = numpy.maximum(person("alminnelig_inntekt", period) - allowance, 0.0)
    return without - person("skattegrunnlag", period)
