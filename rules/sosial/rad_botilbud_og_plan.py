"""Sosialtjenesteloven §§ 17, 27 and 28: advice, temporary shelter and individual plan."""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2009-12-18-131"


@input_value(
    nb="Har behov for opplysning, råd og veiledning",
    en="Needs information, advice and guidance",
    unit="bool",
    section="sosialtjenesteloven § 17",
    href=f"{ACT}/§17",
)
class trenger_rad_og_veiledning(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til opplysning, råd og veiledning",
    en="Right to information, advice and guidance",
    section="sosialtjenesteloven § 17",
    href=f"{ACT}/§17",
    unit="bool",
)
class rett_til_rad_og_veiledning(Rule):
    """§ 17: to whoever needs it; an applicant for financial assistance does."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("trenger_rad_og_veiledning", period) + person("soker_sosialhjelp", period)


@input_value(
    nb="Har ikke noe sted å bo og klarer ikke å finne det selv",
    en="Has nowhere to stay and can't find a place alone",
    unit="bool",
    section="sosialtjenesteloven § 27",
    href=f"{ACT}/§27",
)
class trenger_midlertidig_botilbud(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har behov for langvarige og koordinerte sosiale tjenester",
    en="Needs long-term and coordinated social services",
    unit="bool",
    section="sosialtjenesteloven § 28",
    href=f"{ACT}/§28",
)
class trenger_koordinerte_sosiale_tjenester(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til individuell plan fra sosialtjenesten",
    en="Right to an individual plan from the social services",
    section="sosialtjenesteloven §§ 28 og 33",
    href=f"{ACT}/§28",
    unit="bool",
)
class rett_til_individuell_plan_sosialtjenesten(Rule):
    """§§ 28, 33: to whoever needs long-term and coordinated services, and to every participant in
    the qualification programme, with consent (regulation § 5)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        entitled = person("trenger_koordinerte_sosiale_tjenester", period) + person(
            "deltar_i_kvp", period
        )
        return entitled * person("samtykker_til_individuell_plan", period)
