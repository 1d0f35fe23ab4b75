"""Forskrift om utdanningsstøtte §§ 54-60: the income-tested grant of pupils (grunnstipend until
2020), and how their own benefits and apprentice pay reduce it and the grant for children."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.studiestotte.opplysninger import ACT, REG
from effektlov.rules.studiestotte.periode import age_reached, mean_of_semester

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR


@input_value(
    nb="Forsørgernes samlede person- og positive kapitalinntekt to år før studieåret, eller i "
    "studieåret når den da er lavere (0: som husstandens forsørgere i år)",
    en="The parents' personal and positive capital income two years before the study year, or in "
    "it when lower then (0: as that of the household's parents this year)",
    section=f"{REG} §§ 54 og 56",
    href=f"{ACT}/§54",
)
class forsorgerinntekt(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="To forsørgere som ikke bor sammen",
    en="Two parents who do not live together",
    unit="bool",
    section=f"{REG} § 54 tabell B",
    href=f"{ACT}/§54",
)
class forsorgere_bor_ikke_sammen(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Antall forsørgere med ny ektefelle eller samboer",
    en="Number of parents with a new spouse or cohabitant",
    unit="count",
    section=f"{REG} § 54 tredje ledd",
    href=f"{ACT}/§54",
)
class forsorgere_med_ny_partner(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Lånekassen ser bort fra forsørgernes inntekt",
    en="Lånekassen disregards the parents' income",
    unit="bool",
    section=f"{REG} § 55 andre ledd bokstav a til c",
    href=f"{ACT}/§55",
)
class se_bort_fra_forsorgerinntekt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Søsken og halvsøsken utenfor husstanden som teller med",
    en="Siblings and half-siblings outside the household who count",
    unit="count",
    section=f"{REG} § 54 første ledd bokstav b",
    href=f"{ACT}/§54",
)
class sosken_utenfor_husstanden(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@rule(
    nb="Forsørgernes inntekt i husstanden",
    en="Income of the parents of the household",
    section=f"{REG} § 54 andre ledd",
    href=f"{ACT}/§54",
)
class forsorgerinntekt_i_husstanden(Rule):
    """§ 54: personal income and positive net capital income of the parents."""

    value_type = float
    entity = Husstand
    definition_period = YEAR

    def formula(husstand, period, parameters):
        capital = numpy.maximum(husstand.members("kapitalinntekt", period), 0.0)
        income = husstand.members("personinntekt", period) + capital
        return husstand.sum(income, role=Husstand.FORELDER)


@rule(
    nb="Forsørgerinntekt i behovsprøvingen",
    en="Parents' income in the means test",
    section=f"{REG} § 54 andre og tredje ledd",
    href=f"{ACT}/§54",
)
class forsorgerinntekt_i_grunnlaget(Rule):
    """§ 54: as stated, else of the parents of the household, and an amount for each parent's new
    partner."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte.inntektsavhengig
        stated = person("forsorgerinntekt", period.this_year)
        home = person.has_role(Husstand.BARN) * person.husstand(
            "forsorgerinntekt_i_husstanden", period.this_year
        )
        partners = person("forsorgere_med_ny_partner", period) * law.tillegg_ny_partner
        return numpy.where(stated > 0, stated, home) + partners


@rule(
    nb="Antall barn i søkerens familie",
    en="Number of children in the applicant's family",
    section=f"{REG} § 54 første ledd bokstav b",
    href=f"{ACT}/§54",
    unit="count",
)
class barn_i_sokerens_familie(Rule):
    """§ 54: the applicant and siblings, no more than the table has."""

    value_type = int
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte
        home = person.has_role(Husstand.BARN) * person.husstand(
            "lanekasse_sosken_i_husstanden", period
        )
        # An applicant too old for the table is counted all the same.
        family = home + person("sosken_utenfor_husstanden", period)
        own = ~_counted_at_home(person, period, law.periode) * 1
        return numpy.minimum(family + own, law.inntektsavhengig.maks_barn)


def _counted_at_home(person, period, law):
    young = age_reached(person, period, law) <= law.alder_sosken
    return person.has_role(Husstand.BARN) * young


@rule(
    nb="Inntektsavhengig stipend før egen inntekt",
    en="Income-tested grant before own income",
    section=f"{REG} §§ 54 og 55",
    href=f"{ACT}/§54",
)
class inntektsavhengig_stipend_etter_tabell(Rule):
    """§§ 54, 55: one of three rates by the parents' income and the number of children, table A or
    B; the highest rate when their income is disregarded. Silent while no income is known."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte.inntektsavhengig
        children = person("barn_i_sokerens_familie", period)
        apart = person("forsorgere_bor_ikke_sammen", period)
        first = numpy.where(apart, law.grense_b, law.grense_a) + (children - 1) * law.per_barn
        printed = apart * (children >= law.maks_barn) * law.avvik_b_fire_barn
        second = first + law.trinn + printed
        third = second + law.trinn
        income = nearest_krone(person("forsorgerinntekt_i_grunnlaget", period))
        known = (person("forsorgerinntekt", period.this_year) > 0) + person.has_role(
            Husstand.BARN
        ) * (person.husstand.nb_persons(role=Husstand.FORELDER) > 0)
        disregarded = (
            person("se_bort_fra_forsorgerinntekt", period)
            + person("regnes_som_gift_av_lanekassen", period)
            + (person("barn_i_barnestipendet", period) > 0)
        )
        rate = numpy.select(
            [disregarded, ~known, income <= first, income <= second, income <= third],
            [law.sats_1, 0.0, law.sats_1, law.sats_2, law.sats_3],
            0.0,
        )
        months = person("stottemaned", period) * person("foreldrestipendfaktor", period)
        return person("omfattes_av_del_2", period) * months * rate


@rule(
    nb="Reduksjon for egen lærlinglønn, trygd og pensjon",
    en="Cut for own apprentice pay, benefits and pensions",
    section=f"{REG} §§ 54 fjerde ledd, 57 og 59",
    href=f"{ACT}/§54",
)
class reduksjon_for_egen_inntekt(Rule):
    """§§ 54, 57, 59: 60 per cent of apprentice pay and benefits, the mean of the semester."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte

        def income(month):
            return (
                person("lonn", month) * person("laerling", month)
                + person("lanekasse_trygd", month)
                + person("dagpenger_sykepenger_foreldrepenger", month)
            )

        mean = mean_of_semester(person, period, law.periode, income)
        return law.inntektsavhengig.reduksjon_egen_inntekt * mean


@rule(
    nb="Inntektsavhengig stipend",
    en="Income-tested grant",
    section=f"{REG} §§ 54 og 60",
    href=f"{ACT}/§54",
)
class inntektsavhengig_stipend(Rule):
    """§§ 54, 60: the rate of the table less the cut for own income, which comes off this grant
    first."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rate = person("inntektsavhengig_stipend_etter_tabell", period)
        return numpy.maximum(rate - person("reduksjon_for_egen_inntekt", period), 0.0)


@rule(
    nb="Barnestipend etter del 2",
    en="Grant for children under part 2",
    section=f"{REG} §§ 58 til 60",
    href=f"{ACT}/§58",
)
class barnestipend_del_2(Rule):
    """§§ 58-60: less what own income takes beyond the income-tested grant, and 60 per cent of the
    spouse's monthly income above a limit."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte.barnestipend
        own = person("reduksjon_for_egen_inntekt", period) - person(
            "inntektsavhengig_stipend_etter_tabell", period
        )
        above = person("ektefelles_manedsinntekt_hos_lanekassen", period) - law.ektefelle_maned
        spouse = law.reduksjon_ektefelle_maned * numpy.maximum(above, 0.0)
        gross = person("omfattes_av_del_2", period) * person("barnestipend_sats", period)
        return numpy.maximum(gross - numpy.maximum(own, 0.0) - spouse, 0.0)
