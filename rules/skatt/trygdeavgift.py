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
    """§ 23-3: middle rate of wage and benefits, high rate of business income, low rate of pensions
    and of all when the person is under 17 or over 69 at year end; nothing up to a limit, and never
    more than a quarter of what exceeds it. The limit for low incomes (§ 17-1) may reduce it."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        share = person("andel_etter_skattebegrensning", period)
        return round_half_up(full_trygdeavgift(person, period, parameters) * share, 0)


def full_trygdeavgift(person, period, parameters):
    """The contribution before any limit for low incomes, in whole kroner."""
    law = parameters(period).skatt.trygdeavgift
    income = person("personinntekt", period)
    business = person("beregnet_personinntekt", period)
    age = age_in_years(person, period)
    low = (age < law.aldersgrense_nedre) + (age > law.aldersgrense_ovre)
    pension = person("ytelser_med_lav_trygdeavgift", period)
    by_kind = pension * law.lav + (income - business - pension) * law.mellom + business * law.hoy
    full = numpy.where(low, income * law.lav, by_kind)
    above = numpy.maximum(income - law.nedre_grense, 0.0)
    return round_half_up(numpy.minimum(full, above * law.opptrapping), 0)
