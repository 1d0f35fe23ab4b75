"""The trigger of the joint effect duty: facts that a case worker can establish."""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_years
from effektlov.rules.rule import Rule, rule

MONTH = DateUnit.MONTH


@rule(
    nb="Felles effektplikt er utløst",
    en="The joint effect duty is triggered",
    section="forslag: opplæringslova § 9-4 og Nav-loven § 15 a",
    href="https://lovdata.no/lov/2023-06-09-30/§9-4",
    unit="bool",
)
class effektplikt_utlost(Rule):
    """Proposed § 9-4: a young person from 16 to the month of turning 25, without completed upper
    secondary, with no place by 1 October, high absence, or an application for social assistance
    or AAP."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).felles_effektplikt_gjennomforing
        age = age_in_years(person, period)
        signs = (
            person("uten_plass_1_oktober", period)
            + person("hoyt_fravaer", period)
            + person("soker_sosialhjelp", period)
            + person("innvilget_aap", period)
        )
        young = (age >= law.fra_alder) * (age < law.til_alder)
        return young * signs * ~person("fullfort_vgo", period)
