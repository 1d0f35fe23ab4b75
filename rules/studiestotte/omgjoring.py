"""Forskrift om utdanningsstøtte §§ 76-81: part of the basic loan turned into an education grant.

What is turned into a grant stands in the month of the loan, though Lånekassen does it the year
after, when the tax assessment is made, and for a degree when it is completed.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.studiestotte.opplysninger import ACT, REG
from effektlov.rules.studiestotte.periode import was_in_may

MONTH = DateUnit.MONTH


@input_value(
    nb="Studiepoeng eller tilsvarende bestått i semesteret, eller godtatt etter § 79 til § 81",
    en="Credits or the like passed in the semester, or accepted under §§ 79 to 81",
    unit="points",
    section=f"{REG} §§ 77 og 79",
    href=f"{ACT}/§77",
)
class studiepoeng_i_semesteret(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Semesteret inngår i en bestått grad",
    en="The semester is part of a completed degree",
    unit="bool",
    section=f"{REG} § 78",
    href=f"{ACT}/§78",
)
class grad_bestatt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Basislån gjort om til stipend, før behovsprøving",
    en="Basic loan turned into a grant, before the means test",
    section=f"{REG} §§ 76 til 78",
    href=f"{ACT}/§76",
)
class omgjoring_for_behovsproving(Rule):
    """§§ 76-78: for those who do not live with their parents, by the credits passed, and for a
    degree in higher education; 40 per cent in other education. Not of what is a sickness grant."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte
        shares = law.omgjoring
        higher = was_in_may(person, period, law.periode, "i_hoyere_utdanning")
        load = person("studieandel_i_stotten", period)
        passed = was_in_may(person, period, law.periode, "studiepoeng_i_semesteret")
        credit = numpy.minimum(numpy.maximum(passed, 0.0) / shares.studiepoeng_semester, load)
        degree = higher * was_in_may(person, period, law.periode, "grad_bestatt")
        per_credit = numpy.where(higher, shares.studiepoeng, shares.annen_utdanning)
        share = per_credit * credit + shares.grad * degree * load
        full = person("stottemaned_del_3", period) * law.lan_og_stipend.basislan
        loan = person("studielan", period) * (1 - person("sykestipend_andel", period))
        amount = numpy.minimum(share * full * (1 - person("sykestipend_andel", period)), loan)
        loan_only = person("basislan_stipendandel", period) == 0
        return person("borteboer_hos_lanekassen", period) * loan_only * amount


@rule(
    nb="Omgjøring av basislån til utdanningsstipend",
    en="Basic loan turned into an education grant",
    section=f"{REG} §§ 76 til 78 og 97",
    href=f"{ACT}/§76",
    only_if=("soker_utdanningsstotte",),
)
class omgjoring_til_stipend(Rule):
    """§§ 76-78, 97: after the means test; what is cut stays a loan."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        share = person("andel_av_utdanningsstipend", period.this_year)
        return person("omgjoring_for_behovsproving", period) * share


@rule(
    nb="Utdanningsstipend og flyktningstipend betalt med basislånet, før behovsprøving",
    en="Education and refugee grants paid with the basic loan, before the means test",
    section=f"{REG} §§ 74, 84 og 97",
    href=f"{ACT}/§84",
)
class utbetalt_utdanningsstipend_for_behovsproving(Rule):
    """§§ 74, 84: the part of the basic loan that is paid as a grant."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        other = person("innvilget_foreldrestipend", period) + person(
            "forsinket_uten_tilrettelegging", period
        )
        return ~other * person("basislan_stipendandel", period) * person("basislan", period)


@rule(
    nb="Utdanningsstipend og flyktningstipend betalt med basislånet",
    en="Education and refugee grants paid with the basic loan",
    section=f"{REG} §§ 61, 74, 84 og 97",
    href=f"{ACT}/§84",
)
class utbetalt_utdanningsstipend(Rule):
    """§§ 61, 74, 84, 97: after the means test; the loan of part 2 as a refugee grant is not
    tested."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        share = person("andel_av_utdanningsstipend", period.this_year)
        refugee = person("innvilget_flyktningstipend", period) * ~person(
            "innvilget_foreldrestipend", period
        )
        pupil = refugee * person("lan_videregaende_for_foreldrestipend", period)
        return person("utbetalt_utdanningsstipend_for_behovsproving", period) * share + pupil
