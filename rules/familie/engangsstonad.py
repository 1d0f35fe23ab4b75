"""Folketrygdloven chapter 14 part III: the lump sum at birth and adoption (§ 14-17)."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
SECTION = "https://lovdata.no/lov/1997-02-28-19/§14-17"


@input_value(
    nb="Barn som personen føder eller adopterer i måneden",
    en="Children that the person gives birth to or adopts in the month",
    unit="count",
    section="folketrygdloven § 14-17 første til fjerde ledd",
    href=SECTION,
)
class barn_fodt_eller_adoptert(Rule):
    """Stated on the mother, on a man who adopts alone, or on whoever takes over after the second
    to fourth paragraphs; not when a spouse's child is adopted."""

    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Velger engangsstønad i stedet for foreldrepenger",
    en="Chooses the lump sum instead of parental benefit",
    unit="bool",
    section="folketrygdloven § 14-17 første ledd tredje punktum",
    href=SECTION,
)
class velger_engangsstonad(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneder sammenhengende medlem i folketrygden før termin eller omsorgsovertakelse",
    en="Months of continuous membership before the due date or the adoption",
    unit="months",
    section="folketrygdloven § 14-17 femte ledd",
    href=SECTION,
)
class medlemskap_for_fodsel_maneder(Rule):
    value_type = int
    entity = Person
    default_value = 12
    definition_period = MONTH


@input_value(
    nb="Var i uke 22 av graviditeten eller lenger 1. oktober 2024",
    en="Was in week 22 of the pregnancy or later on 1 October 2024",
    unit="bool",
    section="lov 25. juni 2024 nr. 54 (ikrafttredelse)",
    href=SECTION,
)
class gravid_i_uke_22_oktober_2024(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til engangsstønad",
    en="Right to the lump sum",
    section="folketrygdloven § 14-17",
    href=SECTION,
    unit="bool",
    only_if=("barn_fodt_eller_adoptert",),
)
class rett_til_engangsstonad(Rule):
    """§ 14-17: at birth or adoption, without a right to foreldrepenger or by choice; from October
    2024 only after twelve months' membership."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.engangsstonad
        member = (
            person("medlemskap_for_fodsel_maneder", period) >= law.medlemskap_maneder
        ) + person("gravid_i_uke_22_oktober_2024", period)
        instead = ~person("rett_til_foreldrepenger", period) + person(
            "velger_engangsstonad", period
        )
        return (person("barn_fodt_eller_adoptert", period) > 0) * instead * member


@rule(
    nb="Engangsstønad",
    en="Lump sum at birth and adoption",
    section="folketrygdloven § 14-17",
    href=SECTION,
    only_if=("barn_fodt_eller_adoptert",),
)
class engangsstonad(Rule):
    """§ 14-17: one amount for each child, in the month of the birth or adoption."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rate = parameters(period).familie.engangsstonad.sats
        children = numpy.maximum(person("barn_fodt_eller_adoptert", period), 0)
        return person("rett_til_engangsstonad", period) * children * rate
