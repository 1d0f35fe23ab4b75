"""Chapter 846 post 63 from 2026: the cross-sector grant for prevention, and its forerunner.

The pilot of programme financing (chapter 226 post 64) put five grants of five directorates into one
yearly sum for each of twelve kommuner, 2020 to June 2023. Post 63 of 2026 is across sectors; its
regulation, and which grants went into it, were not found. What is granted is stated.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.tilskudd.utmaling import paid_by_grant

MONTH = DateUnit.MONTH
PILOT = "https://0-24-samarbeidet.no/prosjekt/pilot-for-programfinansiering/"
BUDGET = (
    "https://stortinget.no/no/Saker-og-publikasjoner/Publikasjoner/Innstillinger/Stortinget/"
    "2025-2026/inns-202526-014s"
)
POOLED = "Stortingets budsjettvedtak kap. 846 post 63"
PROGRAMME = "Stortingets budsjettvedtak kap. 226 post 64; pilot for programfinansiering"


@input_value(
    nb="Kommunens utgifter til forebyggende tiltak for personen",
    en="The kommune's cost of preventive measures for the person",
    unit="kr/year",
    section=POOLED,
    href=BUDGET,
)
class forebyggende_tiltak_kostnad(Rule):
    """Of services that no other flow of the case carries."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Innvilget samlet tilskudd til forebyggende tiltak, personens del",
    en="Granted of the pooled grant for preventive measures, the person's part",
    unit="kr/year",
    section=POOLED,
    href=BUDGET,
)
class samlet_tilskudd_innvilget(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Utgifter til forebyggende tiltak",
    en="Cost of preventive measures",
    section=POOLED,
    href=BUDGET,
    only_if=("forebyggende_tiltak_kostnad",),
)
class forebyggende_tiltak_utgifter(Rule):
    """What the kommune pays, with or without a grant."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return numpy.maximum(person("forebyggende_tiltak_kostnad", period), 0)


@rule(
    nb="Tverrsektorielt tilskudd til forebyggende tiltak for barn og unge",
    en="Cross-sector grant for preventive measures for children and youth",
    section=POOLED,
    href=BUDGET,
    only_if=("samlet_tilskudd_innvilget",),
    confidence="assumed",
    reason="Regelverket for post 63 er ikke funnet: tilskuddet er det innvilgede, høyst utgiftene",
)
class tverrsektorielt_tilskudd(Rule):
    """Post 63: what is granted, no more than the cost, from 2026."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2026(person, period, parameters):
        return paid_by_grant(
            person("samlet_tilskudd_innvilget", period),
            person("forebyggende_tiltak_utgifter", period),
        )


@rule(
    nb="Tilskudd i pilot for programfinansiering",
    en="Grant in the pilot of programme financing",
    section=PROGRAMME,
    href=PILOT,
    only_if=("samlet_tilskudd_innvilget",),
    confidence="secondary",
    reason=(
        "De tolv kommunene, målgruppen 0-24 år og tiden står på prosjektets side; regelverket for "
        "pengene er ikke lest"
    ),
)
class programfinansiering(Rule):
    """Pilot: one yearly sum for twelve kommuner, for those of 0 to 24 years, 2020 to June 2023."""

    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2023-06-30"

    def formula_2020(person, period, parameters):
        law = parameters(period).tilskudd.programfinansiering
        here = numpy.isin(person.kommune("kommunenummer", period), law.kommuner)
        age = age_in_months(person, period)
        young = (age >= 0) * (age < 12 * (law.siste_alder + 1))
        return (
            here
            * young
            * paid_by_grant(
                person("samlet_tilskudd_innvilget", period),
                person("forebyggende_tiltak_utgifter", period),
            )
        )
