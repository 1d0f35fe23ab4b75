"""Folketrygdloven §§ 9-5 to 9-9: omsorgspenger, days when a child or its carer is ill."""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.inntektssikring.fellesregler import grunnbelop_da, hele_kroner
from effektlov.rules.periods import age_in_years
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.sums import total

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Godtatt av Nav som kronisk eller langvarig sykt eller funksjonshemmet",
    en="Accepted by Nav as chronically or long-term ill or disabled",
    unit="bool",
    section="folketrygdloven § 9-6",
    href=f"{ACT}/§9-6",
)
class kronisk_sykt_barn(Rule):
    value_type = bool
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Alene om omsorgen for barna",
    en="Alone in the care of the children",
    unit="bool",
    section="folketrygdloven § 9-6",
    href=f"{ACT}/§9-6",
)
class alene_om_omsorgen(Rule):
    value_type = bool
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Den andre forelderen har også omsorgen for barnet",
    en="The other parent too cares for the child",
    unit="bool",
    section="folketrygdloven § 9-6",
    href=f"{ACT}/§9-6",
)
class delt_omsorg_for_barnet(Rule):
    """An exception, child by child, from being alone in the care."""

    value_type = bool
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Har omsorg for barna i husstanden",
    en="Has the care of the children of the household",
    unit="bool",
    section="folketrygdloven § 9-5",
    href=f"{ACT}/§9-5",
)
class har_omsorg_for_barn(Rule):
    value_type = bool
    entity = Person
    default_value = True
    definition_period = YEAR


@input_value(
    nb="Omsorgsdager fått fra andre, fratrukket gitt til andre",
    en="Care days received from others, less those given",
    unit="days",
    section="folketrygdloven § 9-6",
    href=f"{ACT}/§9-6",
)
class omsorgsdager_overfort(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Fraværsdager med sykt barn eller syk barnepasser",
    en="Days of absence with an ill child or carer",
    unit="days",
    section="folketrygdloven § 9-5",
    href=f"{ACT}/§9-5",
)
class omsorgsdager_i_maneden(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Omsorgsdager brukt i året før denne måneden",
    en="Care days used in the year before this month",
    unit="days",
    section="folketrygdloven § 9-6",
    href=f"{ACT}/§9-6",
)
class omsorgsdager_brukt(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Barn som gir rett til omsorgspenger",
    en="Child that gives a right to care benefit",
    section="folketrygdloven § 9-5",
    href=f"{ACT}/§9-5",
    unit="bool",
)
class barn_med_omsorgspenger(Rule):
    """§ 9-5 third paragraph: to the year of turning 12, of turning 18 when chronically ill."""

    value_type = bool
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.omsorgspenger
        age = age_in_years(person, period)
        oldest = numpy.where(person("kronisk_sykt_barn", period), law.alder_kronisk, law.alder)
        return person.has_role(Husstand.BARN) * (age >= 0) * (age <= oldest)


@rule(
    nb="Dager med omsorgspenger i året",
    en="Days of care benefit in the year",
    section="folketrygdloven § 9-6",
    href=f"{ACT}/§9-6",
    unit="days",
)
class omsorgspengedager(Rule):
    """§ 9-6: 10 days, 15 with more than two children; as many more for the children that one is
    alone in caring for; 10 for each chronically ill child, 20 when alone; twice as many in
    2020-2022; what is received from or given to others."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.omsorgspenger
        household = person.husstand
        counted = household.members("barn_med_omsorgspenger", period)
        ill = counted * household.members("kronisk_sykt_barn", period)
        alone = person("alene_om_omsorgen", period)
        not_shared = ~household.members("delt_omsorg_for_barnet", period)
        children = household.sum(counted)
        of_one = alone * household.sum(counted * not_shared)
        extra = household.sum(ill) + alone * household.sum(ill * not_shared)
        days = _for_barn(children, law) + _for_barn(of_one, law) + law.dager_kronisk * extra
        cares = person.has_role(Husstand.FORELDER) * person("har_omsorg_for_barn", period)
        moved = person("omsorgsdager_overfort", period)
        return cares * numpy.maximum(law.korona_faktor * days + (children > 0) * moved, 0)


def _for_barn(children, law):
    many = numpy.where(children > law.flere_enn, law.dager_flere, law.dager)
    return numpy.where(children > 0, many, 0)


@rule(
    nb="Rett til omsorgspenger",
    en="Right to care benefit",
    section="folketrygdloven §§ 9-3 og 9-5",
    href=f"{ACT}/§9-5",
    unit="bool",
)
class rett_til_omsorgspenger(Rule):
    """§§ 9-3, 9-5: an employee, freelancer or self-employed with days left for a child. Whoever is
    known to live on another benefit counts only with income from work."""

    value_type = bool
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        earned = person("lonn", period, options=[ADD]) + person(
            "naeringsinntekt", period, options=[ADD]
        )
        elsewhere = (
            "arbeidsavklaringspenger",
            "uforetrygd",
            "kvalifiseringsstonad",
            "introduksjonsstonad",
        )
        idle = total(person, period, elsewhere, options=[ADD]) > 0
        return (person("omsorgspengedager", period) > 0) * ((earned > 0) + ~idle)


@rule(
    nb="Barn til og med året det fyller 12",
    en="Child to the year of turning 12",
    section="folketrygdloven § 9-5 tredje ledd",
    href=f"{ACT}/§9-5",
    unit="bool",
)
class barn_til_og_med_12(Rule):
    """§ 9-5 third paragraph: the ordinary age limit, illness or not."""

    value_type = bool
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.omsorgspenger
        age = age_in_years(person, period)
        return person.has_role(Husstand.BARN) * (age >= 0) * (age <= law.alder)


@rule(
    nb="Har bare omsorg for kronisk syke barn over 12 år",
    en="Only cares for chronically ill children over 12",
    section="folketrygdloven §§ 9-8 fjerde ledd og 9-9",
    href=f"{ACT}/§9-8",
    unit="bool",
)
class omsorgspenger_bare_storre_barn(Rule):
    """§§ 9-8 fourth paragraph, 9-9: the National Insurance then pays from the first day."""

    value_type = bool
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        counted = person.husstand.members("barn_med_omsorgspenger", period)
        young = person.husstand.members("barn_til_og_med_12", period)
        return person.husstand.any(counted) * ~person.husstand.any(young)


def _dager(person, period):
    """Days of the month within the year's right, and those used before."""
    before = numpy.maximum(person("omsorgsdager_brukt", period), 0)
    right = numpy.maximum(person("omsorgspengedager", period.this_year) - before, 0)
    return numpy.clip(person("omsorgsdager_i_maneden", period), 0, right), before


def _forste_dager(person, period, first):
    """Days of the month that are among the first of the year."""
    days, before = _dager(person, period)
    return numpy.clip(first - before, 0, days)


def _per_dag(parameters, period, year):
    days = parameters(period).inntektssikring.fellesregler.dager_per_ar
    return hele_kroner(year / days)


@rule(
    nb="Omsorgspenger fra arbeidsgiveren",
    en="Care benefit from the employer",
    section="folketrygdloven § 9-8",
    href=f"{ACT}/§9-8",
    only_if=("omsorgsdager_i_maneden",),
)
class omsorgspenger_arbeidsgiver(Rule):
    """§ 9-8: an employee of at least four weeks gets all of the current monthly income, up to 6 G;
    the employer carries the first ten days of the year."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring
        status = person("yrkesstatus", period)
        stated = person("sykepengegrunnlag_fastsatt", period)
        income = numpy.where(stated > 0, stated, 12 * person("aktuell_manedsinntekt", period))
        basic = grunnbelop_da(parameters, period, person("sykepenger_fra_maned", period))
        year = numpy.clip(income, 0, law.sykepenger.tak_grunnlag * basic)
        entitled = (
            (status == status.possible_values.arbeidstaker)
            * person("opptjeningstid_fire_uker", period)
            * ~person("arbeidsgiver_plikter_ikke", period)
            * ~person("omsorgspenger_bare_storre_barn", period.this_year)
        )
        days = _forste_dager(person, period, law.omsorgspenger.arbeidsgiver_dager)
        return entitled * days * _per_dag(parameters, period, year)


@rule(
    nb="Omsorgspenger fra folketrygden",
    en="Care benefit from the National Insurance",
    section="folketrygdloven §§ 9-8 tredje og fjerde ledd og 9-9",
    href=f"{ACT}/§9-9",
    only_if=("omsorgsdager_i_maneden",),
)
class omsorgspenger(Rule):
    """§§ 9-8, 9-9: the days after the employer's ten, refunded; after ten days of waiting for
    freelancers and the self-employed; all days when no employer must pay or only older chronically
    ill children are cared for."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.omsorgspenger
        status = person("yrkesstatus", period)
        kinds = status.possible_values
        waits = (status == kinds.selvstendig) + (status == kinds.frilanser)
        employed = (status == kinds.arbeidstaker) * ~person("arbeidsgiver_plikter_ikke", period)
        first = numpy.select([waits, employed], [law.ventetid, law.arbeidsgiver_dager], 0)
        first = first * ~person("omsorgspenger_bare_storre_barn", period.this_year)
        days, _ = _dager(person, period)
        own = days - _forste_dager(person, period, first)
        covered = person("sykepengegrunnlag", period) * person("kapittel_9_dekningsgrad", period)
        entitled = person("kan_fa_ytelse_ved_sykdom", period)
        return entitled * own * _per_dag(parameters, period, covered)
