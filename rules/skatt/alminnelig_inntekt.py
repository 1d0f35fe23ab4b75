"""Skatteloven (lov 26 mars 1999 nr. 14) chapters 2-12: whose income, which income, less what.

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
from effektlov.rules.rule import Rule, input_value, rule

MONTH, YEAR, ETERNITY = DateUnit.MONTH, DateUnit.YEAR, DateUnit.ETERNITY
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
    nb="Minstefradrag",
    en="Minimum deduction",
    section="skatteloven §§ 6-30 til 6-32",
    href=f"{ACT}/§6-32",
)
class minstefradrag(Rule):
    """§§ 6-31, 6-32: a share of wage and of benefits, each kind with an upper limit, the sum with
    that of wage; never more than the income. Until 2022 there were lower limits, a higher one for
    wage (lønnsfradraget)."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).skatt.alminnelig_inntekt
        wage = person("skattepliktig_lonn", period)
        as_wage = wage + person("ytelser_som_lonn", period)
        as_pension = person("ytelser_som_pensjon", period)
        of_wage = _share(
            as_wage,
            law.minstefradrag_lonn_sats,
            law.minstefradrag_nedre,
            law.minstefradrag_lonn_ovre,
        )
        of_pension = _share(
            as_pension,
            law.minstefradrag_pensjon_sats,
            law.minstefradrag_nedre,
            law.minstefradrag_pensjon_ovre,
        )
        both = numpy.minimum(of_wage + of_pension, law.minstefradrag_lonn_ovre)
        return numpy.maximum(both, numpy.minimum(wage, law.lonnsfradrag))


def _share(income, rate, lowest, highest):
    """A share of an income between two limits, in whole kroner and within the income."""
    inside = numpy.minimum(numpy.maximum(nearest_krone(income * rate), lowest), highest)
    return numpy.minimum(inside, income)


@input_value(
    nb="Dokumenterte kostnader til pass og stell av barnet",
    en="Documented cost of care for the child",
    section="skatteloven § 6-48",
    href=f"{ACT}/§6-48",
)
class barnepass_kostnader(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Barnet har særskilt behov for omsorg og pleie",
    en="The child has special need of care",
    unit="bool",
    section="skatteloven § 6-48 annet ledd",
    href=f"{ACT}/§6-48",
)
class barnepass_saerskilt_behov(Rule):
    value_type = bool
    entity = Person
    definition_period = YEAR


@rule(
    nb="Foreldrefradrag for husstanden",
    en="Parents' deduction of the household",
    section="skatteloven § 6-48",
    href=f"{ACT}/§6-48",
    confidence="derived",
    reason="Fra 2026 har barn med særskilt behov egne grenser; når barna er av begge slag, regnes "
    "et barn med særskilt behov som det første",
)
class foreldrefradrag_husstand(Rule):
    """§ 6-48: documented cost of care for children under 12 in the year, or with special needs at
    any age, up to a limit for the first child and one for each further child."""

    value_type = float
    entity = Husstand
    definition_period = YEAR

    def formula(husstand, period, parameters):
        law = parameters(period).skatt.alminnelig_inntekt
        cost = husstand.members("barnepass_kostnader", period)
        special = husstand.members("barnepass_saerskilt_behov", period)
        young = age_in_years(husstand.members, period) < law.foreldrefradrag_alder
        counted = (cost > 0) * (young + special)
        specials = husstand.sum(counted * special, role=Husstand.BARN)
        others = husstand.sum(counted * ~special, role=Husstand.BARN)
        with_special = (
            law.foreldrefradrag_forste_saerskilt
            + (specials - 1) * law.foreldrefradrag_neste_saerskilt
            + others * law.foreldrefradrag_neste
        )
        without = law.foreldrefradrag_forste + (others - 1) * law.foreldrefradrag_neste
        limit = numpy.select([specials > 0, others > 0], [with_special, without], 0.0)
        return numpy.minimum(husstand.sum(counted * cost, role=Husstand.BARN), limit)


@rule(
    nb="Foreldrefradrag",
    en="Parents' deduction",
    section="skatteloven § 6-48 tredje ledd",
    href=f"{ACT}/§6-48",
)
class foreldrefradrag(Rule):
    """§ 6-48 third paragraph: half to each of two parents who live together, all to one alone."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        parents = numpy.maximum(person.husstand.nb_persons(role=Husstand.FORELDER), 1)
        share = person.husstand("foreldrefradrag_husstand", period) / parents
        return person.has_role(Husstand.FORELDER) * nearest_krone(share)


@rule(
    nb="Særfradrag for enslig forsørger",
    en="Special deduction for a lone parent",
    section="skatteloven § 6-80 (opphevet 1. mars 2023)",
    href=f"{ACT}/§6-80",
)
class saerfradrag_enslig_forsorger(Rule):
    """§ 6-80: for each month with utvidet barnetrygd, half when that is half; repealed when
    utvidet barnetrygd was raised on 1 March 2023. Amounts before 2022 are not known here."""

    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2023-02-28"

    def formula_2022(person, period, parameters):
        deduction = parameters(period).skatt.alminnelig_inntekt.saerfradrag_enslig_forsorger
        full = parameters(period).familie.barnetrygd.utvidet
        share = person.husstand("barnetrygd_utvidet", period) / full
        return person.has_role(Husstand.FORELDER) * nearest_krone(share * deduction)


@input_value(
    nb="Trukket ut til forsøket med arbeidsfradrag for unge",
    en="Drawn for the trial with a work deduction for young people",
    unit="bool",
    section="skatteloven § 6-86 annet ledd",
    href=f"{ACT}/§6-86",
)
class trukket_ut_arbeidsfradrag(Rule):
    value_type = bool
    entity = Person
    definition_period = ETERNITY


@rule(
    nb="Arbeidsfradrag for unge (forsøk)",
    en="Work deduction for young people (trial)",
    section="skatteloven § 6-86",
    href=f"{ACT}/§6-86",
)
class arbeidsfradrag_unge(Rule):
    """§ 6-86: from 2026, to those drawn among taxpayers born 1991-2006, in wage and business
    income; tapered above a limit, never more than that income."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula_2026(person, period, parameters):
        law = parameters(period).skatt.alminnelig_inntekt
        earned = person("skattepliktig_lonn", period) + person("beregnet_personinntekt", period)
        above = numpy.maximum(earned - law.arbeidsfradrag_unge_grense, 0.0)
        tapered = law.arbeidsfradrag_unge - nearest_krone(
            above * law.arbeidsfradrag_unge_nedtrapping
        )
        deduction = numpy.minimum(numpy.maximum(tapered, 0.0), earned)
        return person("trukket_ut_arbeidsfradrag", period) * deduction


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
    trinnskatt and trygdeavgift."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return (
            person("skattepliktig_lonn", period)
            + person("ytelser_som_lonn", period)
            + person("ytelser_som_pensjon", period)
            + person("beregnet_personinntekt", period)
        )


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
            + nearest_krone(person("naeringsinntekt", period, options=[ADD]))
            + person("skattepliktig_kapitalinntekt", period)
        )
        deductions = (
            person("minstefradrag", period)
            + person("foreldrefradrag", period)
            + person("saerfradrag_enslig_forsorger", period, options=[ADD])
            + person("arbeidsfradrag_unge", period)
        )
        return income - deductions
