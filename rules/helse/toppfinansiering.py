"""Toppfinansiering: the state’s share of especially demanding health and care services.

Stortinget passes the scheme with the budget (chapter 575 post 60); Helsedirektoratet’s circular
IS-4 of each year says how it is counted. For each recipient: direct wage cost, less earmarked
grants, user payment and the block grant’s share for the intellectually disabled; of what lies above
the threshold the state pays 80 per cent, in July of the year after. Post 61 adds something for
small kommuner whose own costs per head are high.
"""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Kommune, Person
from effektlov.rules.periods import age_in_years
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
CIRCULAR = (
    "https://www.helsedirektoratet.no/tilskudd/saerlig-ressurskrevende-helse-og-omsorgstjenester"
)
ADDITION = (
    "https://www.regjeringen.no/no/aktuelt/"
    "regjeringa-tilrar-a-auke-tilleggskompensasjon-for-ressurskrevjande-tenester/id2912456/"
)


@input_value(
    nb="Øremerkede tilskudd til tjenestene til personen",
    en="Earmarked grants to the services to the person",
    unit="kr/year",
    section="Stortingets budsjettvedtak kap. 575 post 60; rundskriv IS-4",
    href=CIRCULAR,
)
class oremerket_tilskudd_til_tjenestene(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Brukerbetaling for tjenestene",
    en="User payment of the services",
    unit="kr/year",
    section="Stortingets budsjettvedtak kap. 575 post 60; rundskriv IS-4",
    href=CIRCULAR,
)
class brukerbetaling_for_tjenestene(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Psykisk utviklingshemmet, registrert hos kommunen",
    en="Intellectually disabled, registered by the kommune",
    unit="bool",
    section="Stortingets budsjettvedtak kap. 575 post 60; rundskriv IS-4",
    href=CIRCULAR,
)
class psykisk_utviklingshemmet(Rule):
    """Counted in the criterion intellectually disabled of 16 and more; the age is the rule’s."""

    value_type = bool
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Kommunens egenandeler per innbygger til ressurskrevende tjenester er over terskelen",
    en="The kommune’s own costs per head of demanding services are above the threshold",
    unit="bool",
    section="Stortingets budsjettvedtak kap. 575 post 61",
    href=ADDITION,
)
class egenandeler_over_terskelen(Rule):
    """The threshold in kroner per head is set each year after the applications are in."""

    value_type = bool
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Kommunens egenandeler til andre mottakere mangler så mye på terskelen",
    en="What the kommune’s own costs of other recipients fall short of the threshold",
    unit="kr/year",
    section="Stortingets budsjettvedtak kap. 575 post 61",
    href=ADDITION,
)
class egenandeler_mangler_pa_terskelen(Rule):
    """Threshold per head times inhabitants, less the own costs of others; 0: they reach it."""

    value_type = float
    entity = Kommune
    definition_period = YEAR


@rule(
    nb="Netto lønnsutgifter til tjenestene",
    en="Net wage cost of the services",
    section="Stortingets budsjettvedtak kap. 575 post 60; rundskriv IS-4",
    href=CIRCULAR,
)
class netto_lonnsutgifter(Rule):
    """IS-4: direct wage cost of the year, less earmarked grants and user payment."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        wages = person("omsorgstjenester_lonn", period, options=[ADD]) + person(
            "avlastning_lonn", period, options=[ADD]
        )
        grants = person("oremerket_tilskudd_til_tjenestene", period, options=[ADD])
        paid = person("brukerbetaling_for_tjenestene", period, options=[ADD])
        return numpy.maximum(wages - numpy.maximum(grants, 0) - numpy.maximum(paid, 0), 0)


@rule(
    nb="Fratrekk for rammetilskuddets andel",
    en="Deduction for the block grant’s share",
    section="Stortingets budsjettvedtak kap. 575 post 60; rundskriv IS-4",
    href=CIRCULAR,
)
class fratrekk_utviklingshemmet(Rule):
    """IS-4: for the intellectually disabled who turn 18 or more in the year of the cost."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).helse.toppfinansiering
        grown = age_in_years(person, period) >= law.utviklingshemmet_fyller
        return person("psykisk_utviklingshemmet", period) * grown * law.fratrekk_utviklingshemmet


@rule(
    nb="Toppfinansiering av særlig ressurskrevende tjenester",
    en="High-cost grant for especially demanding services",
    section="Stortingets budsjettvedtak kap. 575 post 60; rundskriv IS-4",
    href=CIRCULAR,
)
class toppfinansiering(Rule):
    """IS-4: 80 per cent of the net wage cost above the deduction and the threshold, to and with the
    year of turning 67."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).helse.toppfinansiering
        turns = age_in_years(person, period)
        covered = (turns >= 0) * (turns <= law.siste_alder)
        counted = person("netto_lonnsutgifter", period) - person(
            "fratrekk_utviklingshemmet", period
        )
        above = numpy.maximum(counted - law.innslagspunkt, 0)
        return covered * nearest_krone(law.kompensasjonsgrad * above)


@rule(
    nb="Tilleggskompensasjon til små kommuner",
    en="Additional compensation to small kommuner",
    section="Stortingets budsjettvedtak kap. 575 post 61",
    href=ADDITION,
    confidence="derived",
    reason=(
        "Terskelen per innbygger er ikke funnet: saken sier om kommunen er over den, og hva andre "
        "mottakere mangler på den. Skatt og innbyggere er tabellens tall, ikke snittet av tre år"
    ),
)
class tilleggskompensasjon_ressurskrevende(Rule):
    """Post 61: under 3 200 inhabitants, tax below 120 per cent of the average, own costs per head
    above a threshold: 80 per cent of the own cost of the recipient that lies above it."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula_2021(person, period, parameters):
        law = parameters(period).helse.toppfinansiering
        kommune = person.kommune
        people = kommune("innbyggertall", period)
        small = (people > 0) * (people < law.tillegg_innbyggere)
        poor = kommune("skattegrunnlag_andel", period) < law.tillegg_skatt
        above = kommune("egenandeler_over_terskelen", period)
        grant = person("toppfinansiering", period)
        own = (person("netto_lonnsutgifter", period) - grant) * (grant > 0)
        short = numpy.maximum(kommune("egenandeler_mangler_pa_terskelen", period), 0)
        beyond = numpy.maximum(own - short, 0)
        return small * poor * above * nearest_krone(law.tillegg_grad * beyond)
