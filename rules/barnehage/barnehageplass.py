"""Barnehageloven (lov 17 juni 2005 nr. 64) § 16: the right to a place, and who has one."""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import month_index
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.utdanning.skolear import months_in_school

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2005-06-17-64"


@input_value(
    nb="Har søkt om plass i barnehage innen fristen",
    en="Has applied for a kindergarten place in time",
    unit="bool",
    section="barnehageloven § 16",
    href=f"{ACT}/§16",
)
class sokt_barnehageplass(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til plass i barnehage",
    en="Right to a kindergarten place",
    section="barnehageloven § 16",
    href=f"{ACT}/§16",
    unit="bool",
)
class rett_til_barnehageplass(Rule):
    """§ 16: on application, from August for a child who turns one by the end of August, from the
    month of turning one for a child born in September to November, until school."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnehage.barnehageplass
        born = person("fodselsmaned", period)
        month = numpy.mod(born, 12) + 1
        turns_one = born + 12 * law.alder
        august = turns_one - month + law.opptaksmaned
        starts = numpy.select(
            [month <= law.opptaksmaned, month <= law.siste_maned_lopende],
            [august, turns_one],
            august + 12,
        )
        before_school = months_in_school(person, period, parameters) < 0
        applied = person("sokt_barnehageplass", period) + person("i_barnehage", period)
        return applied * (month_index(period) >= starts) * before_school


@rule(
    nb="Har plass i barnehage",
    en="Has a kindergarten place",
    section="barnehageloven § 16",
    href=f"{ACT}/§16",
    unit="bool",
)
class i_barnehage(Rule):
    """§ 16: a child who attends kindergarten, or has agreed hours there, and has not begun at
    school."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        attends = person("bruker_av_barnehage", period) + (
            person("avtalt_oppholdstid_i_barnehage", period) > 0
        )
        before_school = months_in_school(person, period, parameters) < 0
        return person.has_role(Husstand.BARN) * attends * before_school


@input_value(
    nb="Måneden er betalingsfri i barnehage eller SFO (uten oppgave er det juli)",
    en="The month is free of payment in kindergarten or SFO (July unless stated)",
    unit="bool",
    section="forskrift om foreldrebetaling i barnehager § 1",
    href="https://lovdata.no/forskrift/2005-12-16-1478/§1",
)
class betalingsfri_maned(Rule):
    """Stated by month, in place of July: `{2026-06: true, 2026-07: false}`."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Måned med foreldrebetaling",
    en="Month with parents' payment",
    section="forskrift om foreldrebetaling i barnehager § 1",
    href="https://lovdata.no/forskrift/2005-12-16-1478/§1",
    unit="bool",
)
class betalingsmaned(Rule):
    """§ 1: the price is for eleven months; July is free, or the month that the case states."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnehage.foreldrebetaling
        ordinary = month_index(period) % 12 + 1 == law.betalingsfri_maned
        free = numpy.where(
            _stated_free_months(person, period) > 0, person("betalingsfri_maned", period), ordinary
        )
        return numpy.logical_not(free)


def _stated_free_months(person, period):
    return person("betalingsfri_maned", period.this_year, options=[ADD])


@rule(
    nb="Betalingsmåneder i året",
    en="Months of payment in the year",
    section="opplæringslova § 4-5 første ledd",
    href="https://lovdata.no/lov/2023-06-09-30/§4-5",
    unit="months",
)
class betalingsmaneder_i_aret(Rule):
    """§ 4-5: the kommune decides for how many months parents pay; eleven unless stated."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        ordinary = parameters(period).barnehage.foreldrebetaling.betalingsmaneder
        stated = _stated_free_months(person, period)
        return numpy.maximum(numpy.where(stated > 0, 12 - stated, ordinary), 1)
