"""Folketrygdloven § 5-7: benefit to a psychologist in private practice.

A psychologist with specialist approval and an operating grant from the regional health authority;
referred by a doctor, psychologist or the head of child welfare, or up to three consultations
without. The regulation’s rates are read as they stand from January 2026.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months, age_in_years
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1997-02-28-19/§5-7"
RATES = "https://lovdata.no/forskrift/2020-06-18-1262"


@input_value(
    nb="Konsultasjoner hos privat psykolog i måneden, minst én time",
    en="Consultations with a private psychologist in the month, at least an hour",
    unit="count",
    section="folketrygdloven § 5-7",
    href=ACT,
)
class psykologkonsultasjoner(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Psykologen er ikke spesialist med driftsavtale",
    en="The psychologist isn’t a specialist with an operating grant",
    unit="bool",
    section="folketrygdloven § 5-7 første og andre ledd",
    href=ACT,
)
class psykolog_uten_avtale_eller_spesialitet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er henvist av lege, psykolog eller barnevernsleder",
    en="Is referred by a doctor, psychologist or head of child welfare",
    unit="bool",
    section="folketrygdloven § 5-7 tredje ledd",
    href=ACT,
)
class henvist_til_psykolog(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Samtaler uten henvisning før denne måneden",
    en="Consultations without a referral before this month",
    unit="count",
    section="folketrygdloven § 5-7 tredje ledd",
    href=ACT,
)
class psykologsamtaler_for(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Psykologkonsultasjoner som gir stønad",
    en="Consultations with a psychologist that give benefit",
    section="folketrygdloven § 5-7",
    href=ACT,
    unit="count",
)
class psykologkonsultasjoner_med_stonad(Rule):
    """§ 5-7: at a specialist with an operating grant; all when referred, otherwise the first
    three."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        free = parameters(period).helse.psykolog.uten_henvisning
        visits = numpy.maximum(person("psykologkonsultasjoner", period), 0)
        earlier = numpy.maximum(person("psykologsamtaler_for", period), 0)
        without = numpy.clip(free - earlier, 0, visits)
        covered = numpy.where(person("henvist_til_psykolog", period), visits, without)
        return ~person("psykolog_uten_avtale_eller_spesialitet", period) * covered


@rule(
    nb="Egenandel for psykolog etter takst",
    en="Own payment of a psychologist, by the rates",
    section="forskrift 2020-06-18-1262 § 1",
    href=f"{RATES}/§1",
)
class psykolog_egenandel(Rule):
    """§ 1: rate 22a; nothing to and with the year of turning 26. Before any frikort."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2026(person, period, parameters):
        law = parameters(period).helse.psykolog
        older = age_in_years(person, period.this_year) > law.fri_til_alder
        return older * person("psykologkonsultasjoner_med_stonad", period) * law.takst_egenandel


@rule(
    nb="Folketrygdens stønad til psykologhjelp",
    en="Folketrygden’s benefit to a psychologist",
    section="folketrygdloven § 5-7; forskrift 2020-06-18-1262",
    href=f"{RATES}/§1",
)
class psykolog_refusjon(Rule):
    """§ 1: rate 21a for a child; rate 22a with the own share to the year of turning 26, without it
    later."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2026(person, period, parameters):
        law = parameters(period).helse.psykolog
        visits = person("psykologkonsultasjoner_med_stonad", period)
        child = age_in_months(person, period) < 12 * law.barn_alder
        fee = numpy.where(child, law.takst_barn, law.takst_refusjon + law.takst_egenandel)
        return visits * fee - person("psykolog_egenandel", period)
