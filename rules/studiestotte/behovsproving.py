"""Forskrift om utdanningsstøtte chapter 12: the means test of grants of part 3.

The test is of a calendar year: the excess is cut from the grants of the year by a share for each
month with support and by the study load, first from the extra grant, then from the grant for
children, last from the education grant. Each month carries its share of the cut.
"""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, rule
from effektlov.rules.studiestotte.familie import married_in_year
from effektlov.rules.studiestotte.opplysninger import ACT, REG

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR


@rule(
    nb="Måned med støtte etter del 3",
    en="Month with support under part 3",
    section=f"{REG} § 97",
    href=f"{ACT}/§97",
    unit="months",
)
class stottemaned_del_3(Rule):
    """§ 97: the months that the test counts."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("stottemaned", period) * ~person("omfattes_av_del_2", period)


@rule(
    nb="Måned med støtte etter del 3, etter studiebelastning",
    en="Month with support under part 3, by study load",
    section=f"{REG} §§ 75 og 97",
    href=f"{ACT}/§97",
    unit="months",
)
class stottemaned_etter_studiebelastning(Rule):
    """§§ 75, 97: Lånekassen cuts a part-time student's grant by the study load."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("stottemaned_del_3", period) * person("studieandel_i_stotten", period)


@rule(
    nb="Reduksjon av stipend per støttemåned",
    en="Cut of grants per month of support",
    section=f"{REG} §§ 98 til 100",
    href=f"{ACT}/§98",
)
class reduksjon_per_stottemaned(Rule):
    """§§ 98-100: 5 per cent of income and of benefits above the limits of the year, which are
    higher with seven months or less, and 2 per cent of wealth, of the couple's 1 per cent."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).studiestotte.behovsproving
        few = person("stottemaned_del_3", period, options=[ADD]) <= law.faa_maneder
        income = person("lanekasse_inntekt", period) - numpy.where(few, law.inntekt_7, law.inntekt)
        benefits = person("lanekasse_trygd", period, options=[ADD]) - numpy.where(
            few, law.trygd_7, law.trygd
        )
        own = person("lanekasse_formue", period)
        married = married_in_year(person, period)
        parent = person.has_role(Husstand.FORELDER)
        joint = numpy.where(parent, person.husstand.sum(own, role=Husstand.FORELDER), own)
        wealth = numpy.where(
            married,
            law.reduksjon_formue_par * numpy.maximum(joint - law.formue_par, 0.0),
            law.reduksjon_formue_enslig * numpy.maximum(own - law.formue_enslig, 0.0),
        )
        above = numpy.maximum(income, 0.0) + numpy.maximum(benefits, 0.0)
        return law.reduksjon_inntekt * above + wealth


@rule(
    nb="Barnestipend etter del 3, etter ektefellens inntekt",
    en="Grant for children under part 3, after the spouse's income",
    section=f"{REG} § 101",
    href=f"{ACT}/§101",
)
class barnestipend_for_behovsproving(Rule):
    """§ 101: less 5 per cent, in whole kroner, of the spouse's yearly income above a limit."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period.this_year).studiestotte.behovsproving
        above = person("ektefelles_inntekt_hos_lanekassen", period.this_year) - law.ektefelle
        cut = law.reduksjon_inntekt * numpy.maximum(above, 0.0)
        cut = numpy.floor(nearest_krone(100 * cut) / 100)
        load = person("studieandel_i_stotten", period)
        gross = ~person("omfattes_av_del_2", period) * person("barnestipend_sats", period)
        return numpy.maximum(gross - cut * load, 0.0)


@rule(
    nb="Stipend i året som behovsprøves sist",
    en="Grants of the year that are tested last",
    section=f"{REG} § 97 tredje ledd",
    href=f"{ACT}/§97",
)
class utdanningsstipend_for_behovsproving(Rule):
    """§ 97: what is turned from loan into grant, and the education and refugee grants paid."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("omgjoring_for_behovsproving", period) + person(
            "utbetalt_utdanningsstipend_for_behovsproving", period
        )


def _left(cut, amount):
    """Share of `amount` that is left after a cut, and the cut that is left after it."""
    kept = numpy.maximum(amount - cut, 0.0)
    share = numpy.divide(kept, amount, out=numpy.zeros_like(kept), where=amount > 0)
    return share, numpy.maximum(cut - amount, 0.0)


def _shares(person, year):
    """Shares left of the extra grant, the grant for children and the education grant."""
    months = person("stottemaned_etter_studiebelastning", year, options=[ADD])
    cut = person("reduksjon_per_stottemaned", year) * months
    extra, cut = _left(cut, person("tilleggsstipend_for_behovsproving", year, options=[ADD]))
    child, cut = _left(cut, person("barnestipend_for_behovsproving", year, options=[ADD]))
    last, _ = _left(cut, person("utdanningsstipend_for_behovsproving", year, options=[ADD]))
    return extra, child, last


@rule(
    nb="Andel av tilleggsstipendet etter behovsprøving",
    en="Share of the extra grant after the means test",
    section=f"{REG} § 97 tredje ledd",
    href=f"{ACT}/§97",
    unit="share",
)
class andel_av_tilleggsstipend(Rule):
    """§ 97: the extra grant is cut first."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return _shares(person, period)[0]


@rule(
    nb="Andel av barnestipendet etter behovsprøving",
    en="Share of the grant for children after the means test",
    section=f"{REG} § 97 tredje ledd",
    href=f"{ACT}/§97",
    unit="share",
)
class andel_av_barnestipend(Rule):
    """§ 97: the grant for children is cut second."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return _shares(person, period)[1]


@rule(
    nb="Andel av utdanningsstipendet etter behovsprøving",
    en="Share of the education grant after the means test",
    section=f"{REG} § 97 tredje ledd",
    href=f"{ACT}/§97",
    unit="share",
)
class andel_av_utdanningsstipend(Rule):
    """§ 97: the education and refugee grants are cut last."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        *_, last = _shares(person, period)
        return last


@rule(
    nb="Tilleggsstipend ved nedsatt funksjonsevne",
    en="Extra grant for reduced ability",
    section=f"{REG} §§ 83 og 97",
    href=f"{ACT}/§83",
)
class tilleggsstipend(Rule):
    """§§ 83, 97: the extra grant after the means test."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        share = person("andel_av_tilleggsstipend", period.this_year)
        return person("tilleggsstipend_for_behovsproving", period) * share


@rule(
    nb="Barnestipend",
    en="Grant for children",
    section=f"{REG} §§ 58, 82 og 97",
    href=f"{ACT}/§82",
)
class barnestipend(Rule):
    """§§ 58-60, 82, 97: under part 2 tested by the month, under part 3 by the year."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        share = person("andel_av_barnestipend", period.this_year)
        part_3 = person("barnestipend_for_behovsproving", period) * share
        return person("barnestipend_del_2", period) + part_3
