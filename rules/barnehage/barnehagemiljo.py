"""Barnehageloven §§ 2 a, 42 and 43: the way to school, and a safe and good environment."""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.utdanning.skolear import months_in_school

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2005-06-17-64"


@input_value(
    nb="Har ikke et trygt og godt barnehagemiljø, eller barnet eller foreldrene sier det",
    en="Does not have a safe and good kindergarten environment, or says so",
    unit="bool",
    section="barnehageloven § 42",
    href=f"{ACT}/§42",
)
class utrygt_barnehagemiljo(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


def _municipal(person, period):
    return person("i_barnehage", period) * ~person("privat_barnehage", period)


def _private(person, period):
    return person("i_barnehage", period) * person("privat_barnehage", period)


def _last_year(person, period, parameters):
    months = months_in_school(person, period, parameters)
    return (months < 0) * (months >= -12)


@rule(
    nb="Kommunal barnehage skal samarbeide om skolestarten",
    en="A municipal kindergarten must cooperate on the start of school",
    section="barnehageloven § 2 a",
    href=f"{ACT}/§2a",
    unit="bool",
)
class overgang_til_skole_kommunal(Rule):
    """§ 2 a: a child in the last twelve months before school, in a municipal kindergarten."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _municipal(person, period) * _last_year(person, period, parameters)


@rule(
    nb="Privat barnehage skal samarbeide om skolestarten",
    en="A private kindergarten must cooperate on the start of school",
    section="barnehageloven § 2 a",
    href=f"{ACT}/§2a",
    unit="bool",
)
class overgang_til_skole_privat(Rule):
    """§ 2 a: a child in the last twelve months before school, in a private kindergarten."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _private(person, period) * _last_year(person, period, parameters)


@rule(
    nb="Barnet er på vei fra barnehage til skole",
    en="The child is on the way from kindergarten to school",
    section="opplæringslova § 4-7",
    href="https://lovdata.no/lov/2023-06-09-30/§4-7",
    unit="bool",
)
class overgang_fra_barnehage_til_skole(Rule):
    """§ 4-7: the mirror of barnehageloven § 2 a, in every kindergarten."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("i_barnehage", period) * _last_year(person, period, parameters)


@rule(
    nb="Kommunal barnehage skal undersøke og rette opp miljøet",
    en="A municipal kindergarten must examine and mend the environment",
    section="barnehageloven §§ 42 og 43",
    href=f"{ACT}/§42",
    unit="bool",
)
class aktivitetsplikt_kommunal_barnehage(Rule):
    """§ 42: suspicion or knowledge that a child in a municipal kindergarten is not safe."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _municipal(person, period) * person("utrygt_barnehagemiljo", period)


@rule(
    nb="Privat barnehage skal undersøke og rette opp miljøet",
    en="A private kindergarten must examine and mend the environment",
    section="barnehageloven §§ 42 og 43",
    href=f"{ACT}/§42",
    unit="bool",
)
class aktivitetsplikt_privat_barnehage(Rule):
    """§ 42: suspicion or knowledge that a child in a private kindergarten is not safe."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _private(person, period) * person("utrygt_barnehagemiljo", period)
