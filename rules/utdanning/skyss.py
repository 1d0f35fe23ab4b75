"""Opplæringslova §§ 4-1, 4-3, 9-1 and 28-7: transport between home and school.

The distances stood in the act of 1998 too (§§ 7-1 and 7-2).
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2023-06-09-30"


@input_value(
    nb="Avstand mellom hjem og skole",
    en="Distance from home to school",
    unit="km",
    section="opplæringslova §§ 4-1 og 9-1",
    href=f"{ACT}/§4-1",
)
class skolevei_km(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Skoleveien er særlig farlig eller vanskelig",
    en="The way to school is particularly dangerous or difficult",
    unit="bool",
    section="opplæringslova § 4-1 andre ledd",
    href=f"{ACT}/§4-1",
)
class saerlig_farlig_skolevei(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Trenger skyss på grunn av nedsatt funksjonsevne, skade eller sykdom",
    en="Needs transport because of disability, injury or illness",
    unit="bool",
    section="opplæringslova §§ 4-1 og 9-1",
    href=f"{ACT}/§4-1",
)
class trenger_skyss_av_helsegrunner(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Trenger båt til og fra skolen",
    en="Needs a boat to and from school",
    unit="bool",
    section="opplæringslova §§ 4-1 tredje ledd og 9-1 andre ledd",
    href=f"{ACT}/§4-1",
)
class trenger_batskyss(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Daglig skyss til grunnskolen er ikke forsvarlig",
    en="Daily transport to compulsory school is not safe",
    unit="bool",
    section="opplæringslova § 4-3 første ledd",
    href=f"{ACT}/§4-3",
)
class daglig_skyss_er_uforsvarlig(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til gratis skyss i grunnskolen",
    en="Right to free transport, compulsory school",
    section="opplæringslova §§ 4-1 og 4-3",
    href=f"{ACT}/§4-1",
    unit="bool",
)
class rett_til_skyss_grunnskole(Rule):
    """§§ 4-1, 4-3: more than two kilometres in grade 1, more than four from grade 2, a dangerous
    way, a boat or health that calls for it; not where daily transport is unsafe."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).utdanning.opplaeringslova
        first = person("trinn", period) == 1
        limit = numpy.where(first, law.skyssgrense_trinn_1, law.skyssgrense_grunnskole)
        need = (
            (person("skolevei_km", period) > limit)
            + person("saerlig_farlig_skolevei", period)
            + person("trenger_batskyss", period)
            + person("trenger_skyss_av_helsegrunner", period)
        )
        safe = ~person("daglig_skyss_er_uforsvarlig", period)
        return person("elev_i_grunnskole", period) * need * safe


@rule(
    nb="Skyss i grunnskolen som kommunen skal oppfylle",
    en="Transport to compulsory school owed by the kommune",
    section="opplæringslova § 28-7 første ledd",
    href=f"{ACT}/§28-7",
    unit="bool",
    only_if=("saerlig_farlig_skolevei",),
)
class skyss_fra_kommunen(Rule):
    """§ 28-7: a pupil with a right and a particularly dangerous or difficult way."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        right = person("rett_til_skyss_grunnskole", period)
        return right * person("saerlig_farlig_skolevei", period)


@rule(
    nb="Skyss i grunnskolen som fylkeskommunen skal oppfylle",
    en="Transport to compulsory school owed by the county authority",
    section="opplæringslova § 28-7 første ledd",
    href=f"{ACT}/§28-7",
    unit="bool",
)
class skyss_fra_fylkeskommunen(Rule):
    """§ 28-7: every other pupil with a right."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        right = person("rett_til_skyss_grunnskole", period)
        return right * ~person("saerlig_farlig_skolevei", period)


@rule(
    nb="Rett til skyss i videregående",
    en="Right to transport, upper secondary",
    section="opplæringslova § 9-1",
    href=f"{ACT}/§9-1",
    unit="bool",
    only_if=("elev_i_vgo",),
)
class rett_til_skyss_vgo(Rule):
    """§ 9-1: a pupil who lives more than six kilometres from school, who needs a boat, or whose
    health calls for it."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).utdanning.opplaeringslova
        far = person("skolevei_km", period) > law.skyssgrense_vgo
        boat = person("trenger_batskyss", period)
        health = person("trenger_skyss_av_helsegrunner", period)
        return person("elev_i_vgo", period) * (far + boat + health)
