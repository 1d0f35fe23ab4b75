"""Forskrift om utdanningsstøtte §§ 3-4, 54, 58 and 82: the applicant's own family, as Lånekassen
counts it. Children are at home when they live there 40 per cent of the time or more."""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, rule
from effektlov.rules.studiestotte.opplysninger import ACT, REG
from effektlov.rules.studiestotte.periode import age_reached, months_of_year

__all__ = ["married_in_year"]

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR


@rule(
    nb="Barn i husstanden som gir barnestipend",
    en="Children of the household that give the grant for children",
    section=f"{REG} §§ 58 og 82",
    href=f"{ACT}/§82",
    unit="count",
)
class lanekasse_barn_i_husstanden(Rule):
    """§§ 58, 82: children at home who turn 15 or less in the year the study year starts."""

    value_type = int
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        law = parameters(period).studiestotte.periode
        members = husstand.members
        place = members("plassering", period)
        counts = (
            (age_reached(members, period, law) <= law.alder_barn)
            * (age_in_months(members, period) >= 0)
            * (place == place.possible_values.hjemme)
        )
        return husstand.sum(counts * 1, role=Husstand.BARN)


@rule(
    nb="Barn i familien etter reglene om inntektsavhengig stipend",
    en="Children of the family under the rules of the income-tested grant",
    section=f"{REG} § 54 første ledd bokstav b",
    href=f"{ACT}/§54",
    unit="count",
)
class lanekasse_sosken_i_husstanden(Rule):
    """§ 54: children of the household who turn 18 or less in the year the study year starts."""

    value_type = int
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        law = parameters(period).studiestotte.periode
        members = husstand.members
        born = age_in_months(members, period) >= 0
        young = (age_reached(members, period, law) <= law.alder_sosken) * born
        return husstand.sum(young * 1, role=Husstand.BARN)


@rule(
    nb="Regnes som gift av Lånekassen",
    en="Counted as married by Lånekassen",
    section=f"{REG} § 4",
    href=f"{ACT}/§4",
    unit="bool",
)
class regnes_som_gift_av_lanekassen(Rule):
    """§ 4: the married, and cohabitants with common children: the two parents of a household with
    children."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        home = person.husstand
        couple = (home.nb_persons(role=Husstand.FORELDER) > 1) * (
            home.nb_persons(role=Husstand.BARN) > 0
        )
        return person("soker_gift", period) + person.has_role(Husstand.FORELDER) * couple


@rule(
    nb="Antall barn som gir barnestipend",
    en="Number of children that give the grant for children",
    section=f"{REG} §§ 58 og 82",
    href=f"{ACT}/§82",
    unit="count",
)
class barn_i_barnestipendet(Rule):
    """§§ 58, 82: own children and the spouse's, whom the applicant lives with; both parents may
    have the grant at the same time."""

    value_type = int
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        at_home = person.husstand("lanekasse_barn_i_husstanden", period)
        own = person.has_role(Husstand.FORELDER) * at_home
        return own + person("lanekasse_egne_barn", period)


@rule(
    nb="Bor ikke sammen med foreldrene, eller er likestilt med dem",
    en="Does not live with the parents, or is treated alike",
    section=f"{REG} §§ 3, 67 og 76",
    href=f"{ACT}/§3",
    unit="bool",
)
class borteboer_hos_lanekassen(Rule):
    """§§ 3, 67, 76: those with a dwelling of their own, and at home those who are married or
    provide for a child; foster children are as those who live with their parents (§ 18)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        away = ~person.has_role(Husstand.BARN) + (place == place.possible_values.egen_bolig)
        family = person("regnes_som_gift_av_lanekassen", period) + (
            person("barn_i_barnestipendet", period) > 0
        )
        return (away + family) * ~person("under_omsorg_hos_lanekassen", period)


@rule(
    nb="Trygd og pensjon i måneden som Lånekassen regner med",
    en="Benefits and pensions of the month that Lånekassen counts",
    section=f"{REG} §§ 54, 57 og 99",
    href=f"{ACT}/§99",
)
class lanekasse_trygd(Rule):
    """§§ 57, 99: allowances and pensions, not children's pension nor what is tax-free."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("arbeidsavklaringspenger", period)
            + person("aap_barnetillegg", period)
            + person("uforetrygd", period)
            + person("uforetrygd_barnetillegg", period)
            + person("kvalifiseringsstonad", period)
            + person("kvalifiseringsstonad_barnetillegg", period)
            + person("overgangsstonad", period)
            + person("introduksjonsstonad", period)
            + person("ungdomsprogramytelse", period)
            + person("aktivitetspenger", period)
            + person("omstillingsstonad", period)
            + person("gjenlevendepensjon", period)
            + person("lanekasse_annen_trygd", period)
        )


@rule(
    nb="Brutto person- og kapitalinntekt som Lånekassen regner med",
    en="Gross personal and capital income that Lånekassen counts",
    section=f"{REG} § 98",
    href=f"{ACT}/§98",
)
class lanekasse_inntekt(Rule):
    """§ 98: wage, business income, benefits in the place of wage, and capital income."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        income = person("lonn_i_aret", period)
        for benefit in (
            "dagpenger_sykepenger_foreldrepenger",
            "sykepenger_arbeidsgiver",
            "omsorgspenger_arbeidsgiver",
            "omsorgsstonad",
        ):
            income = income + person(benefit, period, options=[ADD])
        return income + numpy.maximum(person("kapitalinntekt", period), 0.0)


def married_in_year(person, year):
    """Whether the person counts as married at the start or the end of a year (§ 97)."""
    months = months_of_year(year)
    return person("regnes_som_gift_av_lanekassen", months[0]) + person(
        "regnes_som_gift_av_lanekassen", months[-1]
    )


def _others(person, amount):
    """The amount of the other parent of the household, where the person is one."""
    home = person.husstand
    own = amount * person.has_role(Husstand.FORELDER)
    total = home.sum(amount, role=Husstand.FORELDER)
    return person.has_role(Husstand.FORELDER) * total - own


@rule(
    nb="Ektefellens bruttoinntekt i måneden",
    en="Gross income of the spouse in the month",
    section=f"{REG} § 59 andre ledd",
    href=f"{ACT}/§59",
)
class ektefelles_manedsinntekt_hos_lanekassen(Rule):
    """§ 59: what the spouse earns or gets in benefits in the month."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        income = (
            person("arbeidsinntekt", period)
            + person("dagpenger_sykepenger_foreldrepenger", period)
            + person("sykepenger_arbeidsgiver", period)
            + person("omsorgspenger_arbeidsgiver", period)
            + person("omsorgsstonad", period)
            + person("lanekasse_trygd", period)
        )
        income = _others(person, income) + person("lanekasse_ektefelles_inntekt", period)
        return person("regnes_som_gift_av_lanekassen", period) * income


@rule(
    nb="Ektefellens person- og kapitalinntekt i året",
    en="Personal and capital income of the spouse in the year",
    section=f"{REG} § 101",
    href=f"{ACT}/§101",
)
class ektefelles_inntekt_hos_lanekassen(Rule):
    """§ 101: the spouse's income in the tax assessment of the year, benefits too."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        own = person("lanekasse_inntekt", period) + person("lanekasse_trygd", period, options=[ADD])
        stated = person("lanekasse_ektefelles_inntekt", period, options=[ADD])
        married = married_in_year(person, period)
        return numpy.where(married, _others(person, own) + stated, 0.0)
