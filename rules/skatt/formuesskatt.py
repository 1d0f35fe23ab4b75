"""Skatteloven chapters 2, 4 and 15 and skattevedtaket chapter 2: wealth tax, and who gets it.

Net wealth is stated as the tax authority values it (chapter 4); spouses are taxed together.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.rounding import round_half_up
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.scales import marginal

YEAR = DateUnit.YEAR
ACT = "https://lovdata.no/lov/1999-03-26-14"


@input_value(
    nb="Netto formue 31. desember etter skattereglene",
    en="Net wealth on 31 December by the tax rules",
    section="skatteloven § 4-1",
    href=f"{ACT}/§4-1",
    may_be_negative=True,
)
class netto_formue(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Formuesverdi av egen primærbolig som inngår i netto formue",
    en="Tax value of the own home within net wealth",
    section="skatteloven § 17-1 tredje ledd",
    href=f"{ACT}/§17-1",
)
class formuesverdi_primarbolig(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Skattlegges sammen med ektefellen for formue",
    en="Taxed on wealth together with the spouse",
    unit="bool",
    section="skatteloven §§ 2-10 og 2-12",
    href=f"{ACT}/§2-10",
)
class skattlegges_med_ektefelle(Rule):
    value_type = bool
    entity = Person
    definition_period = YEAR


@rule(
    nb="Formue som skattlegges hos personen",
    en="Wealth taxed with the person",
    section="skatteloven §§ 2-14 og 4-1",
    href=f"{ACT}/§2-14",
)
class skattepliktig_formue(Rule):
    """§ 2-14: net wealth; that of a child of 16 or less is taxed with the parents it lives with,
    half with each of two. Negative when debt is larger."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        wealth = person("netto_formue", period)
        with_parents = person("skattlegges_hos_foreldre", period)
        of_children = person.husstand.sum(
            with_parents * numpy.maximum(wealth, 0.0), role=Husstand.BARN
        )
        parents = numpy.maximum(person.husstand.nb_persons(role=Husstand.FORELDER), 1)
        return wealth * ~with_parents + person.has_role(Husstand.FORELDER) * of_children / parents


@rule(
    nb="Personens del av formuesskatten",
    en="The person's part of the wealth tax",
    unit="share",
    section="skatteloven §§ 2-10 og 2-13",
    href=f"{ACT}/§2-13",
)
class andel_av_formuesskatt(Rule):
    """§ 2-13: the tax of spouses is divided by the net wealth of each; all when taxed alone."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        own = numpy.maximum(person("skattepliktig_formue", period), 0.0)
        together = person("skattlegges_med_ektefelle", period)
        sum_of_both = person.husstand.sum(own * together)
        share = numpy.where(sum_of_both > 0, own / numpy.maximum(sum_of_both, 1.0), 0.0)
        return numpy.where(together, share, 1.0)


@rule(
    nb="Formuesskatt til kommunen",
    en="Wealth tax to the kommune",
    section="skatteloven § 15-2, skattevedtaket § 2-3",
    href=f"{ACT}/§15-2",
    only_if=("netto_formue",),
)
class formuesskatt_kommune(Rule):
    """§ 15-2: of net wealth above the basic amount, twice as high for spouses; Bø in Vesterålen has
    had a lower rate since 2021."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).skatt.formuesskatt
        wealth, persons = _wealth_and_persons(person, period)
        lower = person.kommune("kommunenummer", period) == law.bo_i_vesteralen
        rate = numpy.where(lower, law.kommune_bo, law.kommune)
        tax = rate * numpy.maximum(wealth - persons * law.bunnfradrag, 0.0)
        return round_half_up(tax * person("andel_av_formuesskatt", period), 0)


@rule(
    nb="Formuesskatt til staten",
    en="Wealth tax to the state",
    section="skatteloven § 15-1, skattevedtaket § 2-1",
    href=f"{ACT}/§15-1",
    only_if=("netto_formue",),
)
class formuesskatt_stat(Rule):
    """§ 15-1: of net wealth above the basic amount, from 2022 with a higher rate above a second
    limit; both limits are twice as high for spouses."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        wealth, persons = _wealth_and_persons(person, period)
        tax = persons * marginal(wealth / persons, parameters(period).skatt.formuesskatt.stat)
        return round_half_up(tax * person("andel_av_formuesskatt", period), 0)


@rule(
    nb="Formuesskatt i alt",
    en="Wealth tax, total",
    section="skatteloven kapittel 15, skattevedtaket kapittel 2",
    href=f"{ACT}/§15-1",
    only_if=("netto_formue",),
)
class formuesskatt(Rule):
    """What the person pays for the year on wealth, to kommune and state."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return person("formuesskatt_kommune", period) + person("formuesskatt_stat", period)


def _wealth_and_persons(person, period):
    """Wealth of the person or of both spouses, and for how many it is."""
    own = person("skattepliktig_formue", period)
    together = person("skattlegges_med_ektefelle", period)
    both = person.husstand.sum(own * together)
    return numpy.where(together, both, own), 1.0 + together
