"""Universitets- og høyskoleloven § 2-5: higher education is free, the state pays the place."""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2024-03-08-9"


@input_value(
    nb="Student i høyere utdanning",
    en="Student in higher education",
    unit="bool",
    section="universitets- og høyskoleloven § 2-5",
    href=f"{ACT}/§2-5",
)
class i_hoyere_utdanning(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Studieplass i høyere utdanning",
    en="Place in higher education",
    section="universitets- og høyskoleloven § 2-5",
    href=f"{ACT}/§2-5",
    unit="months",
    only_if=("i_hoyere_utdanning",),
)
class studieplass(Rule):
    """§ 2-5: one month for each month as a student."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("i_hoyere_utdanning", period) * 1.0
