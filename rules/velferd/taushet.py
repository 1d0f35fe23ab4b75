"""Barnevernsloven (lov 18 juni 2021 nr. 97) § 13-3: what the child welfare service tells who
reported."""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2021-06-18-97"


@input_value(
    nb="Bekymringsmeldingen er åpenbart grunnløs, eller særlige hensyn taler mot svar",
    en="The report is obviously groundless, or special concerns speak against an answer",
    unit="bool",
    section="barnevernsloven § 13-3 første ledd",
    href=f"{ACT}/§13-3",
    open_norm=OpenNorm(
        least=True,
        usual=False,
        most=False,
        decides="kommune.barnevern",
        nb="Om bekreftelsen kan unnlates",
        en="Whether the confirmation can be omitted",
    ),
)
class melding_apenbart_grunnlos(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Melderen er offentlig eller yrkesutøver etter § 13-2",
    en="The reporter is public or a professional under § 13-2",
    unit="bool",
    section="barnevernsloven § 13-3 andre ledd",
    href=f"{ACT}/§13-3",
)
class melder_er_offentlig_eller_yrkesutover(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Undersøkelsen er avsluttet i måneden",
    en="The investigation ended in the month",
    unit="bool",
    section="barnevernsloven § 13-3 andre ledd",
    href=f"{ACT}/§13-3",
)
class barnevernsundersokelse_avsluttet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Melderen skal ha bekreftelse",
    en="The reporter must have a confirmation",
    section="barnevernsloven § 13-3 første ledd",
    href=f"{ACT}/§13-3",
    unit="bool",
    only_if=("bekymringsmelding",),
)
class melder_skal_ha_bekreftelse(Rule):
    """§ 13-3 first paragraph: within three weeks after a report, unless it is obviously
    groundless."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("bekymringsmelding", period) * ~person("melding_apenbart_grunnlos", period)


@rule(
    nb="Offentlig melder skal ha ny tilbakemelding",
    en="A public reporter must have a new answer",
    section="barnevernsloven § 13-3 andre ledd",
    href=f"{ACT}/§13-3",
    unit="bool",
    only_if=("barnevernsundersokelse_avsluttet",),
)
class melder_skal_ha_ny_tilbakemelding(Rule):
    """§ 13-3 second paragraph: a public reporter or professional is told within three weeks
    after the investigation whether the child and family are followed up."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("melder_er_offentlig_eller_yrkesutover", period) * person(
            "barnevernsundersokelse_avsluttet", period
        )
