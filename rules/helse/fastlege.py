"""The GP scheme: pasient- og brukerrettighetsloven § 2-1 c, fastlegeforskriften § 13.

The doctor is paid by three: the kommune for each person on the list, folketrygden by the rate of
each consultation (folketrygdloven § 5-4), and the patient, who from 16 pays an own share.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
RIGHTS = "https://lovdata.no/lov/1999-07-02-63"
GP = "https://lovdata.no/forskrift/2025-12-02-2405"
RATES = "https://lovdata.no/forskrift/2024-06-26-1322"


@input_value(
    nb="Er ikke folkeregistrert som bosatt i en norsk kommune",
    en="Isn’t registered as living in a Norwegian kommune",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 2-1 c første ledd",
    href=f"{RIGHTS}/§2-1c",
)
class ikke_bosatt_i_norsk_kommune(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er asylsøker (eller i familien) og medlem av folketrygden",
    en="Is an asylum seeker (or family) and a member of folketrygden",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 2-1 c første ledd",
    href=f"{RIGHTS}/§2-1c",
)
class asylsoker_medlem_av_folketrygden(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Plikten til å ha fastlegeordning er suspendert i kommunen",
    en="The duty to have a GP scheme is suspended in the kommune",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 2-1 c tredje ledd",
    href=f"{RIGHTS}/§2-1c",
)
class fastlegeordningen_er_suspendert(Rule):
    value_type = bool
    entity = Kommune
    definition_period = MONTH


@input_value(
    nb="Står på listen til en fastlege",
    en="Is on the list of a GP",
    unit="bool",
    section="fastlegeforskriften § 13 første ledd",
    href=f"{GP}/§13",
)
class star_pa_fastlegeliste(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Konsultasjoner hos fastlegen i måneden, på dagtid",
    en="Daytime consultations with the GP in the month",
    unit="count",
    section="folketrygdloven § 5-4",
    href="https://lovdata.no/lov/1997-02-28-19/§5-4",
)
class fastlegekonsultasjoner(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til å stå på liste hos fastlege",
    en="Right to be on the list of a GP",
    section="pasient- og brukerrettighetsloven § 2-1 c",
    href=f"{RIGHTS}/§2-1c",
    unit="bool",
)
class rett_til_fastlege(Rule):
    """§ 2-1 c: whoever lives in a Norwegian kommune, asylum seekers who are members of
    folketrygden; not where the scheme is suspended."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        lives = ~person("ikke_bosatt_i_norsk_kommune", period)
        covered = lives + person("asylsoker_medlem_av_folketrygden", period)
        suspended = person.kommune("fastlegeordningen_er_suspendert", period)
        return covered * ~suspended * (age_in_months(person, period) >= 0)


@rule(
    nb="Basistilskudd til fastlegen",
    en="Capitation to the GP",
    section="fastlegeforskriften § 13 første ledd",
    href=f"{GP}/§13",
)
class fastlege_basistilskudd(Rule):
    """§ 13: a yearly amount from the kommune for each person on the list, a twelfth each month."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        listed = person("star_pa_fastlegeliste", period) * person("rett_til_fastlege", period)
        return listed * parameters(period).helse.fastlege.basistilskudd / 12


@rule(
    nb="Egenandel for konsultasjoner hos fastlegen etter takst",
    en="Own payment of consultations with the GP, by the rates",
    section="forskrift om stønad til legehjelp § 3",
    href=f"{RATES}/§3",
)
class fastlege_egenandel(Rule):
    """§ 3: the own share of rate 2ad; nothing of a child under 16. Before any frikort."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).helse.fastlege
        grown = age_in_months(person, period) >= 12 * law.egenandel_alder
        visits = numpy.maximum(person("fastlegekonsultasjoner", period), 0)
        return grown * visits * law.takst_egenandel


@rule(
    nb="Folketrygdens stønad til konsultasjoner hos fastlegen",
    en="Folketrygden’s benefit to consultations with the GP",
    section="folketrygdloven § 5-4; forskrift om stønad til legehjelp § 3",
    href=f"{RATES}/§3",
)
class fastlege_refusjon(Rule):
    """§ 5-4: folketrygden’s part of rate 2ad; the whole fee of a child under 16."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).helse.fastlege
        visits = numpy.maximum(person("fastlegekonsultasjoner", period), 0)
        fee = visits * (law.takst_refusjon + law.takst_egenandel)
        return fee - person("fastlege_egenandel", period)
