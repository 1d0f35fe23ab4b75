"""Barnelova chapter 8 from the other side: what a parent of this household pays for children who
live with their other parent elsewhere.

The person is the parent who pays. The children are stated as numbers by age group, since they are
no members of this household; they share one receiver, one contact class and one kind of residence.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.bidrag.bidragsevne import andel_etter_skatt, tak_av_inntekt
from effektlov.rules.bidrag.inntekt import BARNELOVA, FORSKRIFT, til_ore
from effektlov.rules.bidrag.underholdskostnad import Samvaersklasse, fradrag_for_samvaer
from effektlov.rules.entities import Person
from effektlov.rules.rounding import round_half_up
from effektlov.rules.rule import Rule, input_value, rule

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR


@input_value(
    nb="Nav fastsetter bidraget som forelderen skal betale",
    en="Nav fixes the support that the parent is to pay",
    unit="bool",
    section="barnelova § 70 andre ledd",
    href=f"{BARNELOVA}/§70",
)
class nav_fastsetter_bidragsplikt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnebidrag som forelderen har avtalt å betale, for alle barna",
    en="Child support that the parent has agreed to pay, for all the children",
    section="barnelova § 70 første ledd",
    href=f"{BARNELOVA}/§70",
)
class avtalt_barnebidrag_betalt(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barn 0–5 år som det skal betales bidrag for",
    en="Children of 0-5 to pay support for",
    unit="count",
    section="forskrift 15 januar 2003 nr. 123 § 3",
    href=f"{FORSKRIFT}/§3",
)
class bidragsbarn_0_5(Rule):
    """The age group changes on 1 July of the year of turning 6, 11 and 15."""

    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barn 6–10 år som det skal betales bidrag for",
    en="Children of 6-10 to pay support for",
    unit="count",
    section="forskrift 15 januar 2003 nr. 123 § 3",
    href=f"{FORSKRIFT}/§3",
)
class bidragsbarn_6_10(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barn 11–14 år som det skal betales bidrag for",
    en="Children of 11-14 to pay support for",
    unit="count",
    section="forskrift 15 januar 2003 nr. 123 § 3",
    href=f"{FORSKRIFT}/§3",
)
class bidragsbarn_11_14(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barn 15–18 år som det skal betales bidrag for",
    en="Children of 15-18 to pay support for",
    unit="count",
    section="forskrift 15 januar 2003 nr. 123 § 3",
    href=f"{FORSKRIFT}/§3",
)
class bidragsbarn_15_18(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barn over 18 år som det skal betales bidrag for",
    en="Children over 18 to pay support for",
    unit="count",
    section="forskrift 15 januar 2003 nr. 123 § 3 sjette ledd",
    href=f"{FORSKRIFT}/§3",
)
class bidragsbarn_over_18(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Inntekten til den som mottar bidraget",
    en="Income of who receives the support",
    section="forskrift 15 januar 2003 nr. 123 § 4",
    href=f"{FORSKRIFT}/§4",
)
class mottakers_inntekt(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Samværsklassen forelderen har med barna det betales bidrag for",
    en="Contact class with the children that support is paid for",
    unit="enum",
    section="forskrift 15 januar 2003 nr. 123 § 9",
    href=f"{FORSKRIFT}/§9",
)
class bidragsbarn_samvaersklasse(Rule):
    value_type = Enum
    possible_values = Samvaersklasse
    default_value = Samvaersklasse.ingen
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barna det betales bidrag for, har delt bosted",
    en="The children that support is paid for have shared residence",
    unit="bool",
    section="forskrift 15 januar 2003 nr. 123 § 8",
    href=f"{FORSKRIFT}/§8",
)
class bidragsbarn_delt_bosted(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Netto tilsynskostnad for hvert barn til og med ti år det betales for",
    en="Net cost of care for each child up to ten that support is paid for",
    section="forskrift 15 januar 2003 nr. 123 § 3 fjerde ledd",
    href=f"{FORSKRIFT}/§3",
)
class bidragsbarn_tilsynskostnad(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Bidrag før samværsfradrag som forelderen betaler til andre mottakere",
    en="Support before contact deduction that the parent pays to other receivers",
    section="forskrift 15 januar 2003 nr. 122 § 1",
    href="https://lovdata.no/forskrift/2003-01-15-122/§1",
)
class bidragspliktig_andre_bidrag(Rule):
    """Takes its part of what the parent can bear; the amount itself is not paid by this rule."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnetillegg forelderen får for hvert barn det betales bidrag for, før skatt",
    en="Child supplement that the parent gets for each child paid for, before tax",
    section="forskrift 15 januar 2003 nr. 123 § 10 første ledd",
    href=f"{FORSKRIFT}/§10",
)
class bidragspliktig_barnetillegg(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Antall barn det skal betales bidrag for",
    en="Number of children to pay support for",
    section="barnelova § 67",
    href=f"{BARNELOVA}/§67",
    unit="count",
)
class bidragsbarn(Rule):
    """§ 67: all the children who live with their other parent."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _antall(person, period).sum(axis=0)


@rule(
    nb="Er pålagt å betale barnebidrag",
    en="Is to pay child support",
    section="barnelova §§ 67 og 70",
    href=f"{BARNELOVA}/§67",
    unit="bool",
    only_if=("nav_fastsetter_bidragsplikt",),
)
class betaler_barnebidrag(Rule):
    """§§ 67, 70: a parent whose children live elsewhere, when Nav fixes the support."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("nav_fastsetter_bidragsplikt", period) * (person("bidragsbarn", period) > 0)


@rule(
    nb="Barnebidrag som Nav fastsetter at forelderen skal betale",
    en="Child support that Nav fixes for the parent to pay",
    section="barnelova § 71; forskrift 15 januar 2003 nr. 123 §§ 2 til 10; nr. 122 § 1",
    href=f"{BARNELOVA}/§71",
)
class fastsatt_barnebidrag_betalt(Rule):
    """§ 71: the parent's share of the cost of each child, within ability and a quarter of the
    income and in proportion for all, less contact; each to the nearest ten kroner."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).bidrag.barnebidrag
        income = person("bidragsinntekt", period)
        share = _andel(person, income, period, law)
        counts = _antall(person, period)
        shared = person("bidragsbarn_delt_bosted", period)
        contact = numpy.where(shared, 0.0, _samvaer(person, period, parameters))
        cost = _kostnad(person, period, parameters)
        due = til_ore(numpy.maximum(til_ore(cost * share) - contact, 0) + contact)
        others = numpy.maximum(person("bidragspliktig_andre_bidrag", period), 0)
        total = (counts * due).sum(axis=0) + others
        able = numpy.minimum(
            person("bidragsevne", period), tak_av_inntekt(income, period, parameters)
        )
        part = numpy.divide(due, total, out=numpy.zeros_like(due), where=total > 0)
        borne = til_ore(numpy.minimum(due, able * part))
        supplement = til_ore(
            person("bidragspliktig_barnetillegg", period)
            * andel_etter_skatt(income, period, parameters)
        )
        paid = numpy.maximum(numpy.maximum(borne, ~shared * supplement) - contact, 0)
        each = law.avrunding * round_half_up(paid / law.avrunding, 0)
        return person("betaler_barnebidrag", period) * (counts * each).sum(axis=0)


def _antall(person, period):
    """Children by age group, one row for each group and one for those over 18."""
    groups = (
        person("bidragsbarn_0_5", period),
        person("bidragsbarn_6_10", period),
        person("bidragsbarn_11_14", period),
        person("bidragsbarn_15_18", period),
        person("bidragsbarn_over_18", period),
    )
    return numpy.maximum(numpy.array(groups), 0)


def _andel(person, income, period, law):
    """§§ 2, 8: the parent's part of both incomes, at most five sixths; half less when shared."""
    total = income + person("mottakers_inntekt", period.this_year)
    share = numpy.divide(income, total, out=numpy.zeros_like(income), where=total > 0)
    share = numpy.minimum(share, law.maks_andel)
    shared = person("bidragsbarn_delt_bosted", period)
    return numpy.where(shared, numpy.maximum(share - law.delt_bosted_fradrag, 0), share)


def _kostnad(person, period, parameters):
    """§ 3: cost of a child of each group."""
    law = parameters(period).bidrag.underholdskostnad
    ages = numpy.asarray(law.forbruksutgift.thresholds)
    consumption = numpy.asarray(law.forbruksutgift.amounts)
    benefit = numpy.where(ages < ages[1], law.barnetrygd_under_6, law.barnetrygd)
    table = numpy.append(consumption - benefit, consumption[-1]) + law.boutgift
    care = numpy.append(ages <= ages[1], False)[:, None] * person(
        "bidragsbarn_tilsynskostnad", period
    )
    return numpy.maximum(table[:, None] + care, 0)


def _samvaer(person, period, parameters):
    """§ 9: the deduction for a child of each group."""
    ages = parameters(period).bidrag.underholdskostnad.forbruksutgift.thresholds
    contact = person("bidragsbarn_samvaersklasse", period)
    return numpy.array(
        [
            fradrag_for_samvaer(numpy.full(len(contact), age), contact, period, parameters)
            for age in (*ages, ages[-1])
        ]
    )


@rule(
    nb="Barnebidrag som betales for barn utenfor husstanden",
    en="Child support paid for children outside the household",
    section="barnelova §§ 67 og 70",
    href=f"{BARNELOVA}/§67",
    only_if=(
        "nav_fastsetter_bidragsplikt",
        "avtalt_barnebidrag_betalt",
    ),
)
class barnebidrag_betalt(Rule):
    """§§ 67, 70: the agreed amount, or the one fixed by Nav, each month to the other parent."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        agreed = numpy.maximum(person("avtalt_barnebidrag_betalt", period), 0)
        return numpy.where(agreed > 0, agreed, person("fastsatt_barnebidrag_betalt", period))
