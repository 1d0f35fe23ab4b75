"""Forskrift 15 desember 2020 nr. 2787: grants to develop the social services of the Nav office.

Chapter 621 post 63. The county governor gives the kommune money for measures for the socially and
economically disadvantaged, one year at a time for three years at most (§ 5). Nothing is paid to the
user (§ 5), and the decision can't be appealed (§ 9).
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule
from effektlov.rules.tilskudd.utmaling import paid_by_grant

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
ACT = "https://lovdata.no/forskrift/2020-12-15-2787"
NAME = "forskrift om tilskudd til utvikling av de sosiale tjenestene"


@input_value(
    nb="Utgifter til utviklingstiltak i de sosiale tjenestene, personens del",
    en="Cost of a development measure of the social services, the person's part",
    unit="kr/year",
    section=f"{NAME} § 11",
    href=f"{ACT}/§11",
)
class sosialt_utviklingstiltak_kostnad(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Innvilget tilskudd til utviklingstiltaket, personens del",
    en="Granted for the development measure, the person's part",
    unit="kr/year",
    section=f"{NAME} § 8",
    href=f"{ACT}/§8",
)
class sosialt_utviklingstiltak_innvilget(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tilskuddsår for utviklingstiltaket, der det første er 1",
    en="Grant year of the development measure, where the first is 1",
    unit="years",
    section=f"{NAME} § 5",
    href=f"{ACT}/§5",
)
class sosialt_utviklingstiltak_ar(Rule):
    value_type = int
    default_value = 1
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Sosialt og økonomisk vanskeligstilt, eller i fare for en vanskelig livssituasjon",
    en="Socially and economically disadvantaged, or at risk of a difficult situation",
    unit="bool",
    section=f"{NAME} § 2",
    href=f"{ACT}/§2",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Hvem som trenger sosiale tjenester eller står i fare for en vanskelig livssituasjon",
        en="Who needs social services or is at risk of a difficult situation",
    ),
)
class sosialt_vanskeligstilt(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@rule(
    nb="Utgifter til utviklingstiltak i de sosiale tjenestene",
    en="Cost of a development measure of the social services",
    section=f"{NAME} § 5",
    href=f"{ACT}/§5",
    only_if=("sosialt_utviklingstiltak_kostnad",),
)
class sosialt_utviklingstiltak_utgifter(Rule):
    """What the kommune pays, with or without a grant."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return numpy.maximum(person("sosialt_utviklingstiltak_kostnad", period), 0)


@rule(
    nb="Tilskudd til utvikling av de sosiale tjenestene",
    en="Grant to develop the social services",
    section=f"{NAME} §§ 2 og 5",
    href=f"{ACT}/§5",
    only_if=("sosialt_utviklingstiltak_innvilget",),
)
class sosialt_utviklingstilskudd(Rule):
    """§§ 2, 5: what is granted, no more than the cost, for three years at most."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2021(person, period, parameters):
        longest = parameters(period).tilskudd.sosiale_tjenester.lengste_periode
        year = person("sosialt_utviklingstiltak_ar", period.this_year)
        paid = paid_by_grant(
            person("sosialt_utviklingstiltak_innvilget", period),
            person("sosialt_utviklingstiltak_utgifter", period),
        )
        in_time = (year >= 1) * (year <= longest)
        return in_time * person("sosialt_vanskeligstilt", period) * paid
