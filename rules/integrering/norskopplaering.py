"""Integreringsloven (lov 6 november 2020 nr. 127) chapter 6: training in Norwegian and social
studies.

The kommune, or for a full-time pupil in upper secondary education the county authority, shall
train the participant so that she reaches her level of Norwegian (§ 31): a right until it is
reached, for at most three years. A permit for work gives a duty to take part, but no free
training (§§ 28, 30).
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2020-11-06-127"


@input_value(
    nb="Oppholdstillatelse som gir rett og plikt til norskopplæring",
    en="Residence permit that gives a right and duty to training in Norwegian",
    unit="bool",
    section="integreringsloven § 27",
    href=f"{ACT}/§27",
)
class oppholdstillatelse_med_norskopplaering(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Oppholdstillatelse som arbeidstaker eller familie, med plikt til norskopplæring",
    en="Residence permit as a worker or family, with a duty to training in Norwegian",
    unit="bool",
    section="integreringsloven § 28",
    href=f"{ACT}/§28",
)
class oppholdstillatelse_med_plikt_til_norskopplaering(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Folkeregistrert i kommunen, eller midlertidig på asylmottak der",
    en="Registered in the kommune, or for the time in a reception centre there",
    unit="bool",
    section="integreringsloven § 30 første ledd",
    href=f"{ACT}/§30",
)
class folkeregistrert_i_kommunen(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har nådd minimumsnivået i norsk",
    en="Has reached the minimum level of Norwegian",
    unit="bool",
    section="integreringsloven §§ 31 og 32",
    href=f"{ACT}/§31",
)
class har_nadd_minimumsniva_i_norsk(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Hadde utdanning på videregående nivå eller høyere fra før",
    en="Had upper secondary education or higher from before",
    unit="bool",
    section="integreringsloven § 32 første ledd",
    href=f"{ACT}/§32",
)
class hadde_videregaende_for_norskopplaering(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneder siden tilbudet om norskopplæring, uten godkjent permisjon",
    en="Months since the offer of training in Norwegian, less approved leave",
    unit="months",
    section="integreringsloven § 32 første ledd",
    href=f"{ACT}/§32",
)
class norskopplaering_maneder(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Gjennomførte timer norskopplæring",
    en="Hours of training in Norwegian completed",
    unit="hours",
    section="integreringsloven § 32 andre ledd",
    href=f"{ACT}/§32",
)
class norskopplaering_timer(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Går i videregående opplæring på fulltid, eller fylkeskommunen har hovedansvaret",
    en="Is a full-time pupil in upper secondary education, or the county authority is in charge",
    unit="bool",
    section="integreringsloven § 30 andre ledd",
    href=f"{ACT}/§30",
)
class fylkeskommunen_har_norskopplaeringen(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har kollektiv beskyttelse",
    en="Has collective protection",
    unit="bool",
    section="integreringsloven § 37 d",
    href=f"{ACT}/§37d",
)
class har_kollektiv_beskyttelse(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til opplæring i norsk og samfunnskunnskap",
    en="Right to training in Norwegian and social studies",
    section="integreringsloven §§ 26, 27 og 32",
    href=f"{ACT}/§26",
    unit="bool",
)
class rett_til_norskopplaering(Rule):
    """§§ 26, 27, 32: such a permit, given between 18 and 67, until the level is reached, for at
    most three years from the offer, or 18 months with upper secondary education; a year with
    collective protection (§ 37 d); never from 67."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2021(person, period, parameters):
        return _entitled(person, period, parameters)

    # Lov 10 juni 2022 nr. 35: one year with collective protection.
    def formula_2022_07(person, period, parameters):
        law = parameters(period).integrering.norskopplaering
        within = person("norskopplaering_maneder", period) < law.varighet_kollektiv_beskyttelse
        return _entitled(person, period, parameters) * (
            ~person("har_kollektiv_beskyttelse", period) + within
        )


def _entitled(person, period, parameters):
    law = parameters(period).integrering.norskopplaering
    longest = numpy.where(
        person("hadde_videregaende_for_norskopplaering", period),
        law.varighet_med_videregaende,
        law.varighet,
    )
    return (
        person("oppholdstillatelse_med_norskopplaering", period)
        * _of_age(person, period, law)
        * ~person("har_nadd_minimumsniva_i_norsk", period)
        * (person("norskopplaering_maneder", period) < longest)
    )


@rule(
    nb="Kommunen skal sørge for norskopplæring",
    en="The kommune must train in Norwegian",
    section="integreringsloven §§ 30 første ledd og 31",
    href=f"{ACT}/§30",
    unit="bool",
    only_if=("oppholdstillatelse_med_norskopplaering",),
)
class norskopplaering_fra_kommunen(Rule):
    """§ 30 first paragraph: for who has the right and is registered in the kommune, unless the
    county authority is responsible."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2021(person, period, parameters):
        return (
            person("rett_til_norskopplaering", period)
            * person("folkeregistrert_i_kommunen", period)
            * ~person("fylkeskommunen_har_norskopplaeringen", period)
        )


@rule(
    nb="Fylkeskommunen skal sørge for norskopplæring",
    en="The county authority must train in Norwegian",
    section="integreringsloven §§ 30 andre ledd og 31",
    href=f"{ACT}/§30",
    unit="bool",
    only_if=("fylkeskommunen_har_norskopplaeringen",),
)
class norskopplaering_fra_fylkeskommunen(Rule):
    """§ 30 second paragraph: for who has the right and is a full-time pupil in upper secondary
    education, or in a combined programme that the county authority leads."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2021(person, period, parameters):
        return person("rett_til_norskopplaering", period) * person(
            "fylkeskommunen_har_norskopplaeringen", period
        )


@rule(
    nb="Plikt til norskopplæring uten rett til gratis opplæring",
    en="Duty to training in Norwegian without a right to free training",
    section="integreringsloven §§ 26 tredje ledd, 28, 30 og 32",
    href=f"{ACT}/§28",
    unit="bool",
    only_if=("oppholdstillatelse_med_plikt_til_norskopplaering",),
)
class plikt_til_norskopplaering_uten_rett(Rule):
    """§§ 26, 28, 30: a permit as a worker or her family, given between 18 and 67, until the
    level is reached or, from 2022, 225 hours are completed; the kommune must train, and may ask
    payment."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2021(person, period, parameters):
        return _obliged(person, period, parameters)

    # Lov 18 juni 2021 nr. 132: the duty ends after 225 hours.
    def formula_2022(person, period, parameters):
        law = parameters(period).integrering.norskopplaering
        left = person("norskopplaering_timer", period) < law.timer_uten_rett
        return _obliged(person, period, parameters) * left


def _obliged(person, period, parameters):
    law = parameters(period).integrering.norskopplaering
    return (
        person("oppholdstillatelse_med_plikt_til_norskopplaering", period)
        * ~person("oppholdstillatelse_med_norskopplaering", period)
        * _of_age(person, period, law)
        * ~person("har_nadd_minimumsniva_i_norsk", period)
        * person("folkeregistrert_i_kommunen", period)
    )


def _of_age(person, period, law):
    """Between the limits when the permit was given, and under the upper one still."""
    permit = person("oppholdstillatelse_siden", period)
    now = age_in_months(person, period)
    at_permit = numpy.where(permit > 0, permit - person("fodselskohort", period), now)
    return (at_permit >= 12 * law.alder_fra) * (now < 12 * law.alder_til)
