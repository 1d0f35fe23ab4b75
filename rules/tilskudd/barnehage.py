"""Chapter 231 post 63: grant for the Norwegian of minority-language children in kindergarten.

Udir shares the post among kommuner where at least a tenth of the children in kindergarten, and at
least fifty, are of a minority language on 15 December the year before. The sum per child is not
published with the rules; the kommune's grant is stated, and shared among those children.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune, Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
SECTION = "Stortingets budsjettvedtak kap. 231 post 63; Udirs retningslinjer"
GUIDE = (
    "https://www.udir.no/om-udir/tilskudd-og-prosjektmidler/midler-kommuner/"
    "minoritetsspraklige-i-barnehage/"
)


@input_value(
    nb="Minoritetsspråklig barn i barnehage",
    en="Minority-language child in kindergarten",
    unit="bool",
    section=SECTION,
    href=GUIDE,
)
class minoritetsspraklig_barn(Rule):
    """The child and both parents have another mother tongue than Norwegian, Sami, Swedish, Danish
    or English."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barn i ordinære barnehager i kommunen 15. desember året før",
    en="Children in ordinary kindergartens of the kommune on 15 December the year before",
    unit="count",
    section=SECTION,
    href=GUIDE,
)
class barn_i_ordinaere_barnehager(Rule):
    value_type = int
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Minoritetsspråklige barn i barnehagene i kommunen 15. desember året før",
    en="Minority-language children in the kindergartens on 15 December the year before",
    unit="count",
    section=SECTION,
    href=GUIDE,
)
class minoritetsspraklige_i_barnehagene(Rule):
    value_type = int
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Kommunens tilskudd til tiltak for norskspråklig utvikling i barnehage",
    en="The kommune's grant for Norwegian in kindergarten",
    unit="kr",
    section=SECTION,
    href=GUIDE,
)
class norsktilskudd_til_kommunen(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@rule(
    nb="Kommunen har rett til norsktilskudd for barnehagene",
    en="The kommune is entitled to the grant for Norwegian in kindergarten",
    section=SECTION,
    href=GUIDE,
    unit="bool",
    only_if=("minoritetsspraklige_i_barnehagene",),
)
class rett_til_norsktilskudd_barnehage(Rule):
    """Guidelines: at least a tenth of the children, and at least fifty of them."""

    value_type = bool
    entity = Kommune
    definition_period = YEAR

    def formula(kommune, period, parameters):
        law = parameters(period).tilskudd.barnehage
        number = kommune("minoritetsspraklige_i_barnehagene", period)
        children = kommune("barn_i_ordinaere_barnehager", period)
        return (number >= law.minste_antall) * (number >= law.minste_andel * children)


@rule(
    nb="Tilskudd til norskspråklig utvikling i barnehage",
    en="Grant for Norwegian in kindergarten",
    section=SECTION,
    href=GUIDE,
    only_if=("minoritetsspraklig_barn",),
)
class norsktilskudd_barnehage(Rule):
    """Post 63: the kommune's grant, shared among the children that it is counted by."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        kommune = person.kommune
        year = period.this_year
        number = numpy.maximum(kommune("minoritetsspraklige_i_barnehagene", year), 1)
        sum_of_year = numpy.maximum(kommune("norsktilskudd_til_kommunen", year), 0)
        entitled = kommune("rett_til_norsktilskudd_barnehage", year)
        at_place = person("bruker_av_barnehage", period)
        counted = person("minoritetsspraklig_barn", period) * at_place
        return counted * entitled * sum_of_year / number / 12
