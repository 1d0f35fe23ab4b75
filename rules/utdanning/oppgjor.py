"""Opplæringslova §§ 28-1 and 28-2 with opplæringsforskrifta chapters 21 and 22: who repays whom.

A pupil whom child welfare has placed in another kommune goes to school there, and the kommune of
care pays what a pupil costs on average. A pupil in upper secondary school of another county is paid
for by the county of registration.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2023-06-09-30"
REGULATION = "https://lovdata.no/forskrift/2024-06-03-900"


@input_value(
    nb="Går på grunnskole i en annen kommune, etter plassering eller avtale",
    en="Goes to compulsory school in another kommune, by placement or agreement",
    unit="bool",
    section="opplæringsforskrifta §§ 21-2 og 21-3",
    href=f"{REGULATION}/§21-3",
)
class grunnskole_i_annen_kommune(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Det en elev koster vertskommunen i gjennomsnitt (0: landet)",
    en="What a pupil costs the host kommune on average (0: the country)",
    unit="kr/year",
    section="opplæringsforskrifta § 21-3 andre ledd",
    href=f"{REGULATION}/§21-3",
)
class vertskommunens_kostnad_per_elev(Rule):
    """For a year; stated by month."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Gjesteelev: går på videregående i et annet fylke enn heimfylket",
    en="Guest pupil: in upper secondary school of another county",
    unit="bool",
    section="opplæringsforskrifta §§ 22-1 og 22-2",
    href=f"{REGULATION}/§22-1",
)
class gjesteelev_i_annet_fylke(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Refusjon for grunnskole i en annen kommune",
    en="Refund for compulsory school in another kommune",
    section="opplæringslova § 28-1; opplæringsforskrifta §§ 21-2 og 21-3",
    href=f"{REGULATION}/§21-3",
)
class grunnskole_refusjon(Rule):
    """§ 21-3: the mean cost of a pupil in the host kommune, and the individual adaptation; not for
    a pupil whom the fylkeskommune answers for or who is in a private school."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        mean = parameters(period).utdanning.tilrettelegging.snitt_per_elev
        stated = person("vertskommunens_kostnad_per_elev", period)
        rate = numpy.where(stated > 0, stated, mean)
        other = person("opplaering_i_institusjon", period) + person("privat_skole", period)
        placed = person("elev_i_grunnskole", period) * person("grunnskole_i_annen_kommune", period)
        adapted = person("tilrettelegging_i_grunnskole", period)
        return placed * ~other * (rate / 12 + adapted)


@rule(
    nb="Refusjon for gjesteelev",
    en="Refund for a guest pupil",
    section="opplæringslova § 28-2 tredje ledd; opplæringsforskrifta § 22-2",
    href=f"{REGULATION}/§22-2",
    confidence="derived",
    reason="Nøkkelen i vedlegg 1 bygger på KOSTRA-tall per fylke; satsen for private skoler, som "
    "KS' anbefalte satser følger, er brukt",
)
class gjesteelev_refusjon(Rule):
    """§ 22-2: the rate of the programme, and the adaptation, for a pupil with a right under
    § 5-1."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rates = parameters(period).utdanning.videregaende_sats.elevplass
        rate = rates[person("utdanningsprogram", period)]
        guest = person("gjesteelev_i_annet_fylke", period) * person("rett_til_vgo", period)
        place = person("videregaende_elevplass", period)
        adapted = person("tilrettelegging_i_vgo", period)
        return guest * place * (rate / 12 + adapted)


@rule(
    nb="Kostnad ved gjesteelev som vertsfylket selv bærer",
    en="Cost of a guest pupil that the host county bears",
    section="opplæringsforskrifta § 22-2 første ledd",
    href=f"{REGULATION}/§22-2",
)
class gjesteelev_uten_refusjon(Rule):
    """§ 22-2: without a right under § 5-1 there is nothing to claim."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rates = parameters(period).utdanning.videregaende_sats.elevplass
        rate = rates[person("utdanningsprogram", period)]
        guest = person("gjesteelev_i_annet_fylke", period) * ~person("rett_til_vgo", period)
        return guest * person("videregaende_elevplass", period) * rate / 12


@rule(
    nb="Kostnad ved gjesteelev for vertsfylket",
    en="Cost of a guest pupil to the host county",
    section="opplæringslova § 28-2 tredje ledd",
    href=f"{ACT}/§28-2",
)
class gjesteelev_kostnad(Rule):
    """§ 28-2: the place that the host county runs, refunded or not."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        unpaid = person("gjesteelev_uten_refusjon", period)
        return person("gjesteelev_refusjon", period) + unpaid
