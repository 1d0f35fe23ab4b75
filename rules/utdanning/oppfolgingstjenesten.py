"""Opplæringslova § 9-4: the follow-up service of the fylkeskommune.

Until July 2024 to the end of the year the young person turned 21 (act of 1998 § 3-6); from August
2024 to the end of the year she turns 24.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_years
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2023-06-09-30"


@input_value(
    nb="Uten skoleplass, læreplass og arbeid 1. oktober",
    en="Without a place in school, an apprenticeship or work on 1 October",
    unit="bool",
    section="opplæringslova § 9-4",
    href=f"{ACT}/§9-4",
)
class uten_plass_1_oktober(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Verken i opplæring eller arbeid",
    en="Neither in education nor in work",
    unit="bool",
    section="opplæringslova § 9-4",
    href=f"{ACT}/§9-4",
)
class utenfor_opplaering_og_arbeid(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="I målgruppen for oppfølgingstjenesten",
    en="In the target group of the follow-up service",
    section="opplæringslova § 9-4",
    href=f"{ACT}/§9-4",
    unit="bool",
)
class i_malgruppen_for_oppfolgingstjenesten(Rule):
    """§ 9-4: a right under § 5-1, neither in education nor in work, to the end of the year she
    turns 24."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = parameters(period).utdanning.opplaeringslova.oppfolging_siste_ar
        young = age_in_years(person, period.this_year) <= limit
        outside = person("utenfor_opplaering_og_arbeid", period) + person(
            "uten_plass_1_oktober", period
        )
        inside = (
            person("elev_i_vgo", period)
            + person("laerling", period)
            + person("i_hoyere_utdanning", period)
        )
        return person("rett_til_vgo", period) * young * outside * ~inside


@rule(
    nb="Måned i oppfølgingstjenesten",
    en="Month in the follow-up service",
    section="opplæringslova § 9-4",
    href=f"{ACT}/§9-4",
    unit="months",
)
class oppfolgingsmaned(Rule):
    """§ 9-4: one month for each month in the target group."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("i_malgruppen_for_oppfolgingstjenesten", period) * 1.0
