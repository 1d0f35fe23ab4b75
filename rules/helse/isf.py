"""Activity-based funding (ISF): what the state pays the health trusts for each treatment.

A unit price times the cost weight of the treatment times a share: half, later 40 and 30 per cent of
somatic care, about a quarter of outpatient mental health care. The rest, and all inpatient mental
health care, is paid from the basis grant (posts 72 to 75), which no single patient changes.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ISF = (
    "https://www.helsedirektoratet.no/tema/finansiering/"
    "innsatsstyrt-finansiering-og-drg-systemet/innsatsstyrt-finansiering-isf"
)
DUTY = "https://lovdata.no/lov/1999-07-02-61/§2-1a"


@input_value(
    nb="Polikliniske konsultasjoner i BUP i måneden (0: to, når barnet er til behandling)",
    en="Outpatient consultations in child mental health care in the month (0: two, in treatment)",
    unit="count",
    section="Stortingets budsjettvedtak kap. 732 post 76; ISF-regelverket",
    href=ISF,
)
class bup_konsultasjoner(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Døgn innlagt i BUP i måneden",
    en="Days as an inpatient of child mental health care in the month",
    unit="days",
    section="spesialisthelsetjenesteloven § 2-1 a",
    href=DUTY,
)
class bup_dogn(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="DRG-poeng for somatisk behandling i måneden",
    en="DRG points of somatic treatment in the month",
    unit="points",
    section="Stortingets budsjettvedtak kap. 732 post 76; ISF-regelverket",
    href=ISF,
)
class drg_poeng(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="ISF-refusjon for polikliniske konsultasjoner i BUP",
    en="Activity-based refund of outpatient child mental health care",
    section="Stortingets budsjettvedtak kap. 732 post 76; ISF-regelverket",
    href=ISF,
    confidence="assumed",
    reason="Vekten og antallet er antatt som i enhetskostnaden for en måned i BUP",
)
class isf_bup(Rule):
    """ISF: consultations times weight times unit price times the share of mental health care."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).helse.isf
        stated = numpy.maximum(person("bup_konsultasjoner", period), 0)
        visits = numpy.where(stated > 0, stated, law.bup_konsultasjoner)
        refund = visits * law.bup_vekt * law.enhetspris_psykisk_helse * law.andel_psykisk_helse
        return person("bup_maned", period) * refund


@rule(
    nb="ISF-refusjon for somatisk behandling",
    en="Activity-based refund of somatic treatment",
    section="Stortingets budsjettvedtak kap. 732 post 76; ISF-regelverket",
    href=ISF,
)
class isf_somatikk(Rule):
    """ISF: DRG points times unit price times the share of somatic care."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).helse.isf
        return person("somatikk_kostnad", period) * law.andel_somatikk


@rule(
    nb="Gjennomsnittskostnad for den somatiske behandlingen",
    en="Average cost of the somatic treatment",
    section="Stortingets budsjettvedtak kap. 732 post 76; ISF-regelverket",
    href=ISF,
)
class somatikk_kostnad(Rule):
    """ISF: DRG points times the unit price, the average cost of a point."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        points = numpy.maximum(person("drg_poeng", period), 0)
        return points * parameters(period).helse.isf.enhetspris_somatikk


@rule(
    nb="Døgn innlagt i BUP",
    en="Days as an inpatient of child mental health care",
    section="spesialisthelsetjenesteloven § 2-1 a",
    href=DUTY,
    unit="days",
)
class bup_dogn_i_maneden(Rule):
    """§ 2-1 a: days of a child in a ward, paid by the regional health authority."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("bup_alder", period) * numpy.maximum(person("bup_dogn", period), 0)
