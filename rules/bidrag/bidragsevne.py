"""Barnelova § 71 first paragraph, forskrift 15 januar 2003 nr. 123 §§ 6 and 7: what the liable
parent can pay: income less a standardised tax, own upkeep and that of own children at home.

Nav rounds the monthly result to øre.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.bidrag.inntekt import FORSKRIFT, til_ore
from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, rule
from effektlov.rules.scales import marginal

MONTH = DateUnit.MONTH


def skatt_i_bidragssaken(income, period, parameters):
    """§ 6 second paragraph: 22 per cent after the minimum deduction of pensions and the personal
    allowance, trygdeavgift and trinnskatt on all of it; kroner a year."""
    law = parameters(period).bidrag.bidragsevne
    least = numpy.minimum(income * law.minstefradrag_sats, law.minstefradrag_tak)
    ordinary = numpy.maximum(income - least - law.personfradrag, 0) * law.skattesats
    contribution = income * parameters(period).skatt.trygdeavgift.mellom
    return ordinary + contribution + marginal(income, parameters(period).skatt.trinnskatt.landet)


def andel_etter_skatt(income, period, parameters):
    """§ 10: what is left of a krone of child supplement that bears the tax of the whole income."""
    tax = skatt_i_bidragssaken(income, period, parameters)
    share = numpy.divide(tax, income, out=numpy.zeros_like(tax), where=income > 0)
    return 1 - share


def evne(income, shares_home, children, period, parameters):
    """§ 6: kroner a month that are left for support."""
    law = parameters(period).bidrag.bidragsevne
    housing = numpy.where(shares_home, law.boutgift_deler, law.boutgift_alene)
    upkeep = numpy.where(shares_home, law.underhold_deler, law.underhold_alene)
    own = 12 * (housing + upkeep + children * law.underhold_barn)
    left = income - skatt_i_bidragssaken(income, period, parameters) - own
    return til_ore(numpy.maximum(left / 12, 0))


def tak_av_inntekt(income, period, parameters):
    """§ 7: a quarter of the income, kroner a month."""
    share = parameters(period).bidrag.bidragsevne.maks_andel_av_inntekt
    return til_ore(share * income / 12)


@rule(
    nb="Egne barn i husstanden etter bidragsreglene",
    en="Own children in the household under the support rules",
    section="forskrift 15 januar 2003 nr. 123 § 6 femte ledd",
    href=f"{FORSKRIFT}/§6",
    unit="count",
)
class egne_barn_i_husstanden(Rule):
    """§ 6: the children of the household, half for a child with shared residence."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        half = parameters(period).bidrag.bidragsevne.delt_bosted_andel
        weight = numpy.where(husstand.members("delt_bosted", period), half, 1.0)
        return husstand.sum(weight * husstand.members("bidragsbarn_hjemme", period))


@rule(
    nb="Deler bolig med en annen voksen",
    en="Shares home with another adult",
    section="forskrift 15 januar 2003 nr. 123 § 6 tredje og fjerde ledd",
    href=f"{FORSKRIFT}/§6",
    unit="bool",
)
class deler_bolig(Rule):
    """§ 6: a spouse, cohabitant or another adult in the household; a child over 18 is an adult
    unless support is fixed for it."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = 12 * parameters(period).bidrag.barnebidrag.aldersgrense
        members = person.husstand.members
        adult = (age_in_months(members, period) > limit) * ~members("bidragsbarn_hjemme", period)
        herself = (age_in_months(person, period) > limit) * ~person("bidragsbarn_hjemme", period)
        others = person.husstand.sum(adult) - herself
        partner = person("lever_med_partner", period)
        return partner + (others > 0)


@rule(
    nb="Bidragsevne",
    en="Ability to pay support",
    section="barnelova § 71 første ledd; forskrift 15 januar 2003 nr. 123 § 6",
    href=f"{FORSKRIFT}/§6",
)
class bidragsevne(Rule):
    """§ 6: of a parent in this household, kroner a month."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        half = parameters(period).bidrag.bidragsevne.delt_bosted_andel
        parent = person.has_role(Husstand.FORELDER) + person("betaler_barnebidrag", period)
        elsewhere = person("bidragsbarn_delt_bosted", period) * person("bidragsbarn", period)
        left = evne(
            person("bidragsinntekt", period),
            person("deler_bolig", period),
            person.husstand("egne_barn_i_husstanden", period) + half * elsewhere,
            period,
            parameters,
        )
        return parent * left
