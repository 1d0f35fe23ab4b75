"""Folketrygdloven § 23-3 and Stortingets vedtak: the contribution of the insured person."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_years
from effektlov.rules.rounding import round_half_up
from effektlov.rules.rule import Rule, rule

YEAR = DateUnit.YEAR


@rule(
    nb="Trygdeavgift",
    en="National Insurance contribution",
    section="folketrygdloven § 23-3",
    href="https://lovdata.no/lov/1997-02-28-19/§23-3",
)
class trygdeavgift(Rule):
    """§ 23-3: middle rate of wage and benefits, high rate of business income, low rate of all when
    the person is under 17 or over 69 at year end; nothing up to a limit, and never more than a
    quarter of what exceeds it."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).skatt.trygdeavgift
        income = person("personinntekt", period)
        business = person("beregnet_personinntekt", period)
        age = age_in_years(person, period)
        low = (age < law.aldersgrense_nedre) + (age > law.aldersgrense_ovre)
        by_kind = (income - business) * law.mellom + business * law.hoy
        full = numpy.where(low, income * law.lav, by_kind)
        above = numpy.maximum(income - law.nedre_grense, 0.0)
        return round_half_up(numpy.minimum(full, above * law.opptrapping), 0)
