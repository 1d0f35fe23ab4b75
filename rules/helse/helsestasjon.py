"""Helsestasjons- og skolehelsetjenesten: helse- og omsorgstjenesteloven § 3-2, regulation of 2018.

Forskrift 19 oktober 2018 nr. 1584: to everybody from 0 to 20 who lives or stays in the kommune, and
to women before and after birth and their partners; the kommune carries all of the cost (§ 3).
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.scales import stepwise

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2011-06-24-30"
REGULATION = "https://lovdata.no/forskrift/2018-10-19-1584"
RIGHTS = "https://lovdata.no/lov/1999-07-02-63"


@input_value(
    nb="Følger helsestasjonens program eller bruker skolehelsetjenesten",
    en="Follows the child health programme or uses the school health service",
    unit="bool",
    section="forskrift om helsestasjons- og skolehelsetjenesten §§ 5 og 6",
    href=f"{REGULATION}/§5",
)
class folger_helsestasjon_eller_skolehelsetjeneste(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har takket nei til eller ikke fått tilbud om vaksiner i barnevaksinasjonsprogrammet",
    en="Has declined or not been offered vaccines of the childhood programme",
    unit="bool",
    section="forskrift om helsestasjons- og skolehelsetjenesten § 7",
    href=f"{REGULATION}/§7",
)
class mangler_vaksine_i_programmet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er i barseltiden, eller er partner til en gravid eller barselkvinne",
    en="Has newly given birth, or is partner of a pregnant or newly delivered woman",
    unit="bool",
    section="forskrift om helsestasjons- og skolehelsetjenesten §§ 2 og 5",
    href=f"{REGULATION}/§2",
)
class barseltid_eller_partner(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Tilbud fra helsestasjons- og skolehelsetjenesten",
    en="Offer of the child and school health service",
    section="forskrift om helsestasjons- og skolehelsetjenesten § 3",
    href=f"{REGULATION}/§3",
    unit="bool",
)
class rett_til_helsestasjon(Rule):
    """§§ 2, 3, 5: children and youth to and with 20; pregnant and newly delivered women and their
    partners."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        last = parameters(period).helse.helsestasjon.siste_alder
        age = age_in_months(person, period)
        young = (age >= 0) * (age < 12 * (last + 1))
        birth = person("gravid", period) + person("barseltid_eller_partner", period)
        return young + birth * (age >= 0)


@rule(
    nb="Konsultasjoner i helsestasjonsprogrammet i måneden",
    en="Consultations of the child health programme in the month",
    section="forskrift om helsestasjons- og skolehelsetjenesten § 5",
    href=f"{REGULATION}/§5",
    unit="count",
)
class helsestasjonsprogram_konsultasjoner(Rule):
    """§ 5: health checks, guidance and a home visit, by the fourteen dates of the national
    guideline."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        age = age_in_months(person, period)
        program = parameters(period).helse.helsestasjon.program
        return numpy.where(age >= 0, stepwise(age, program), 0)


@rule(
    nb="Tilbud fra skolehelsetjenesten",
    en="Offer of the school health service",
    section="forskrift om helsestasjons- og skolehelsetjenesten § 6",
    href=f"{REGULATION}/§6",
    unit="bool",
)
class rett_til_skolehelsetjeneste(Rule):
    """§§ 2, 6: pupils of compulsory and upper secondary school, to and with 20."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        last = parameters(period).helse.helsestasjon.siste_alder
        young = age_in_months(person, period) < 12 * (last + 1)
        return young * person("elev", period)


@rule(
    nb="Barnets rett til helsekontroll",
    en="The child’s right to health checks",
    section="pasient- og brukerrettighetsloven § 6-1",
    href=f"{RIGHTS}/§6-1",
    unit="bool",
)
class rett_til_helsekontroll(Rule):
    """§ 6-1: every child in the kommune where it lives or stays; the parents must take part."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        age = age_in_months(person, period)
        return (age >= 0) * (age < 12 * parameters(period).helse.helsestasjon.barn_alder)


@rule(
    nb="Tilbud om vaksiner i barnevaksinasjonsprogrammet",
    en="Offer of the childhood vaccines",
    section="forskrift om helsestasjons- og skolehelsetjenesten § 7",
    href=f"{REGULATION}/§7",
    unit="bool",
)
class rett_til_barnevaksinasjon(Rule):
    """§ 7: all children to the end of compulsory school; from 16 to 20 those who lack a vaccine."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).helse.helsestasjon
        age = age_in_months(person, period)
        child = (age >= 0) * (age < 12 * law.vaksine_utsatt_fra_alder)
        youth = (age < 12 * (law.siste_alder + 1)) * person("mangler_vaksine_i_programmet", period)
        return child + person("elev_i_grunnskole", period) + youth * (age >= 0)


@rule(
    nb="Måneder i helsestasjons- og skolehelsetjenesten",
    en="Months in the child and school health service",
    section="forskrift om helsestasjons- og skolehelsetjenesten § 3",
    href=f"{REGULATION}/§3",
    unit="months",
)
class helsestasjon_maned(Rule):
    """§ 3 fourth paragraph: the kommune covers all the cost of those who use the service."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        used = person("folger_helsestasjon_eller_skolehelsetjeneste", period)
        return person("rett_til_helsestasjon", period) * used
