"""Folketrygdloven §§ 11-19, 11-22 and 11-28 fourth paragraph: the basis of the allowance.

A case states the basis in G, or the income of the three calendar years in kroner of those years. A
year counts in G of its own average and up to 6 G, so that the basis follows G.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.scales import stepwise

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1997-02-28-19"
KRONER = "nominal kr"


@input_value(
    nb="Grunnlaget for arbeidsavklaringspenger",
    en="Basis of the work assessment allowance",
    unit="G",
    section="folketrygdloven § 11-19",
    href=f"{ACT}/§11-19",
)
class aap_grunnlag_g(Rule):
    """Pensionable income of the year before, or the mean of three years when that is higher."""

    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Måneden arbeidsevnen ble nedsatt med minst halvparten",
    en="Month when work ability was reduced by at least half",
    unit="month index",
    section="folketrygdloven § 11-19 første ledd",
    href=f"{ACT}/§11-19",
    shift="absolute",
)
class aap_nedsatt_siden(Rule):
    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Pensjonsgivende inntekt i kalenderåret før arbeidsevnen ble nedsatt",
    en="Pensionable income of the calendar year before work ability was reduced",
    unit=KRONER,
    section="folketrygdloven § 11-19 første ledd",
    href=f"{ACT}/§11-19",
)
class aap_inntekt_siste_ar(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Pensjonsgivende inntekt i det andre kalenderåret før",
    en="Pensionable income of the second calendar year before",
    unit=KRONER,
    section="folketrygdloven § 11-19 første ledd",
    href=f"{ACT}/§11-19",
)
class aap_inntekt_nest_siste_ar(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Pensjonsgivende inntekt i det tredje kalenderåret før",
    en="Pensionable income of the third calendar year before",
    unit=KRONER,
    section="folketrygdloven § 11-19 første ledd",
    href=f"{ACT}/§11-19",
)
class aap_inntekt_tredje_siste_ar(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Uføregrad i inntektsårene, når arbeidsevnen er ytterligere nedsatt",
    en="Degree of disability in the income years, when work ability is reduced further",
    unit="share",
    section="folketrygdloven § 11-28 fjerde ledd",
    href=f"{ACT}/§11-28",
)
class aap_uforegrad_i_inntektsarene(Rule):
    """Income beside a graded disability benefit is raised to that of a full position."""

    value_type = float
    entity = Person
    definition_period = ETERNITY


def _in_g(income, year, position, law, parameters, period):
    """Income of a calendar year in G of its average, raised to a full position, at most 6 G."""
    mean = stepwise(year, parameters(period).trygd.grunnbelop.gjennomsnitt_etter_ar)
    full = (position > 0) * income / numpy.where(position > 0, position, 1)
    stated = (mean > 0) * full / numpy.where(mean > 0, mean, 1)
    return numpy.clip(stated, 0, law.tak_grunnlag)


@rule(
    nb="Grunnlaget etter inntekten i tre år",
    en="Basis by the income of three years",
    section="folketrygdloven §§ 11-19 og 11-28 fjerde ledd",
    href=f"{ACT}/§11-19",
    unit="G",
)
class aap_grunnlag_av_inntekt_g(Rule):
    """§ 11-19: the income of the last calendar year, or the mean of the three last when that is
    higher; each year in its own G and at most 6 G."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        last = person("aap_nedsatt_siden", period) // 12 - 1
        position = 1 - numpy.clip(person("aap_uforegrad_i_inntektsarene", period), 0, 1)
        incomes = [
            person("aap_inntekt_siste_ar", period),
            person("aap_inntekt_nest_siste_ar", period),
            person("aap_inntekt_tredje_siste_ar", period),
        ]
        years = numpy.stack(
            [
                _in_g(income, last - before, position, law, parameters, period)
                for before, income in enumerate(incomes)
            ]
        )
        return numpy.maximum(years[0], years.mean(axis=0))


@input_value(
    nb="Andel av nedsettelsen som skyldes yrkesskade",
    en="Share of the reduction that is due to an occupational injury",
    unit="share",
    section="folketrygdloven § 11-22",
    href=f"{ACT}/§11-22",
)
class aap_yrkesskade_andel(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Antatt årlig arbeidsinntekt på skadetidspunktet",
    en="Assumed yearly earnings at the time of the injury",
    unit=KRONER,
    section="folketrygdloven § 11-22 andre ledd",
    href=f"{ACT}/§11-22",
)
class aap_yrkesskade_inntekt(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Måneden yrkesskaden skjedde",
    en="Month of the occupational injury",
    unit="month index",
    section="folketrygdloven § 11-22 andre ledd",
    href=f"{ACT}/§11-22",
    shift="absolute",
)
class aap_yrkesskade_maned(Rule):
    value_type = int
    entity = Person
    definition_period = ETERNITY


@rule(
    nb="Beregningsgrunnlaget for arbeidsavklaringspenger",
    en="Basis that the allowance is computed from",
    section="folketrygdloven §§ 11-19 og 11-22",
    href=f"{ACT}/§11-22",
    unit="G",
)
class aap_beregningsgrunnlag_g(Rule):
    """§§ 11-19, 11-22: the stated basis or that of the incomes. The part of the reduction that an
    occupational injury causes, all of it above 70 per cent, counts at the earnings at the time of
    the injury when they are higher."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        stated = person("aap_grunnlag_g", period)
        of_income = person("aap_grunnlag_av_inntekt_g", period)
        basis = numpy.minimum(numpy.where(stated > 0, stated, of_income), law.tak_grunnlag)
        injured = _in_g(
            person("aap_yrkesskade_inntekt", period),
            person("aap_yrkesskade_maned", period) // 12,
            numpy.ones(person.count),
            law,
            parameters,
            period,
        )
        share = numpy.clip(person("aap_yrkesskade_andel", period), 0, 1)
        counted = numpy.where(share > law.yrkesskade_terskel, 1.0, share)
        return counted * numpy.maximum(injured, basis) + (1 - counted) * basis
