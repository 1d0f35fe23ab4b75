"""Skatteloven (lov 26 mars 1999 nr. 14) chapters 2-12: whose income, and which income.

Alminnelig inntekt is everything taxable less deductions; personinntekt is wage, business income
and the benefits that stand in for them, before deductions. Sosialhjelp, barnetrygd, bostøtte and
barnebidrag are tax-free (§ 5-43) and are not read here.
"""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_years
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, rule

YEAR = DateUnit.YEAR
ACT = "https://lovdata.no/lov/1999-03-26-14"


@rule(
    nb="Barn som skattlegges sammen med foreldrene",
    en="Child taxed with its parents",
    section="skatteloven § 2-14 første og fjerde ledd",
    href=f"{ACT}/§2-14",
    unit="bool",
)
class skattlegges_hos_foreldre(Rule):
    """§ 2-14: a child of 16 or less at year end who lives with a parent is taxed there, except
    for what it earns by work."""

    value_type = bool
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        limit = parameters(period).skatt.alminnelig_inntekt.aldersgrense_barn
        young = age_in_years(person, period) <= limit
        parents = person.husstand.nb_persons(role=Husstand.FORELDER)
        return person.has_role(Husstand.BARN) * young * (parents > 0)


@rule(
    nb="Barnas kapitalinntekt som skattlegges hos foreldrene",
    en="Capital income of children, taxed with the parents",
    section="skatteloven § 2-14 første ledd",
    href=f"{ACT}/§2-14",
)
class barnas_kapitalinntekt(Rule):
    """§ 2-14: the capital income of the children who are taxed with their parents."""

    value_type = float
    entity = Husstand
    definition_period = YEAR

    def formula(husstand, period, parameters):
        with_parents = husstand.members("skattlegges_hos_foreldre", period)
        income = with_parents * husstand.members("kapitalinntekt", period)
        return husstand.sum(income, role=Husstand.BARN)


@rule(
    nb="Kapitalinntekt til beskatning",
    en="Capital income taxed with the person",
    section="skatteloven §§ 2-14 og 5-20",
    href=f"{ACT}/§5-20",
)
class skattepliktig_kapitalinntekt(Rule):
    """§§ 2-14, 5-20: net capital income, negative when interest paid is larger; each parent has an
    equal part of the children's."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        own = person("kapitalinntekt", period) * ~person("skattlegges_hos_foreldre", period)
        parents = numpy.maximum(person.husstand.nb_persons(role=Husstand.FORELDER), 1)
        of_children = person.husstand("barnas_kapitalinntekt", period) / parents
        return nearest_krone(own + person.has_role(Husstand.FORELDER) * of_children)


@rule(
    nb="Skattepliktig lønn",
    en="Taxable wage",
    section="skatteloven §§ 5-10 og 5-15 første ledd bokstav o",
    href=f"{ACT}/§5-10",
)
class skattepliktig_lonn(Rule):
    """§§ 5-10, 5-15: the wage of the year; of a child of 12 or less only what exceeds a limit."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).skatt.alminnelig_inntekt
        wage = person("lonn", period, options=[ADD])
        child = age_in_years(person, period) <= law.aldersgrense_skattefri_arbeidsinntekt
        exempt = numpy.where(child, law.skattefri_arbeidsinntekt_barn, 0.0)
        return nearest_krone(numpy.maximum(wage - exempt, 0.0))


@rule(
    nb="Beregnet personinntekt",
    en="Business income as personal income",
    section="skatteloven §§ 12-2 bokstav g, 12-10 og 12-13",
    href=f"{ACT}/§12-10",
)
class beregnet_personinntekt(Rule):
    """§§ 12-10, 12-13: the business income of the year, before skjerming; a loss reduces no other
    personinntekt."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        income = person("naeringsinntekt", period, options=[ADD])
        return nearest_krone(numpy.maximum(income, 0.0))


@rule(
    nb="Personinntekt",
    en="Personal income",
    section="skatteloven § 12-2",
    href=f"{ACT}/§12-2",
)
class personinntekt(Rule):
    """§ 12-2: wage, business income and the taxable benefits, before deductions: the base of
    trinnskatt and trygdeavgift; barnepensjon until 2023."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return _personinntekt(person, period) + person("skattepliktig_barnepensjon", period)

    def formula_2024(person, period, parameters):
        """Without barnepensjon (lov 20 desember 2023 nr. 102)."""
        return _personinntekt(person, period)


@rule(
    nb="Alminnelig inntekt",
    en="Ordinary income",
    section="skatteloven §§ 5-1 og 6-1",
    href=f"{ACT}/§5-1",
)
class alminnelig_inntekt(Rule):
    """§§ 5-1, 6-1: all taxable income less the deductions; negative when they are larger."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        income = (
            person("skattepliktig_lonn", period)
            + person("ytelser_som_lonn", period)
            + person("ytelser_som_pensjon", period)
            + person("skattepliktig_barnepensjon", period)
            + nearest_krone(person("naeringsinntekt", period, options=[ADD]))
            + person("skattepliktig_kapitalinntekt", period)
        )
        deductions = (
            person("minstefradrag", period)
            + person("fradrag_for_barnepensjon", period)
            + person("saerskilt_fradrag_barns_inntekt", period)
            + person("fagforeningsfradrag", period)
            + person("reisefradrag", period)
            + person("foreldrefradrag", period)
            + person("saerfradrag_enslig_forsorger", period, options=[ADD])
            + person("arbeidsfradrag_unge", period)
        )
        return income - deductions


def _personinntekt(person, period):
    """Wage, benefits and business income."""
    return (
        person("skattepliktig_lonn", period)
        + person("ytelser_som_lonn", period)
        + person("ytelser_som_pensjon", period)
        + person("beregnet_personinntekt", period)
    )
