"""Folketrygdloven §§ 8-2 to 8-10, 8-28 to 8-35, 8-47 and 8-49: the basis of sykepenger.

Chapter 9 builds on the same basis. What is left to discretion (§ 8-30, § 8-35 third paragraph) is
stated.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.inntektssikring.fellesregler import grunnbelop_da, hele_kroner, snitt_ar_for
from effektlov.rules.periods import age_in_years
from effektlov.rules.rule import Rule, input_value, rule

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1997-02-28-19"


class Yrkesstatus(Enum):
    arbeidstaker = "Arbeidstaker"
    frilanser = "Frilanser"
    selvstendig = "Selvstendig næringsdrivende"
    inaktiv = "Midlertidig ute av inntektsgivende arbeid (§ 8-47 første ledd bokstav a)"
    nytt_arbeid = "I arbeid uten fire ukers opptjeningstid (§ 8-47 første ledd bokstav b)"
    dagpengemottaker = "Mottar dagpenger (§ 8-49)"


@input_value(
    nb="Yrkesstatus ved sykdom",
    en="Occupational status when ill",
    unit="enum",
    section="folketrygdloven §§ 8-15, 8-34, 8-38, 8-47 og 8-49",
    href=f"{ACT}/§8-15,",
)
class yrkesstatus(Rule):
    value_type = Enum
    possible_values = Yrkesstatus
    entity = Person
    default_value = Yrkesstatus.arbeidstaker
    definition_period = MONTH


@input_value(
    nb="Måneden arbeidsuførheten eller fraværet begynte",
    en="Month in which the incapacity or absence began",
    unit="month index",
    section="folketrygdloven § 8-10",
    href=f"{ACT}/§8-10",
    shift="relative",
)
class sykepenger_fra_maned(Rule):
    """The basic amount of this month limits the basis. Not stated: the month itself."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Har vært i arbeid i minst fire uker",
    en="Has worked for at least four weeks",
    unit="bool",
    section="folketrygdloven §§ 8-2 og 9-2",
    href=f"{ACT}/§8-2",
)
class opptjeningstid_fire_uker(Rule):
    value_type = bool
    entity = Person
    default_value = True
    definition_period = MONTH


@input_value(
    nb="Aktuell månedsinntekt (snitt av tre måneder før sykdommen)",
    en="Current monthly income (mean of three months before the illness)",
    unit="kr/month",
    section="folketrygdloven § 8-28",
    href=f"{ACT}/§8-28",
)
class aktuell_manedsinntekt(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Rapportert inntekt de siste tolv månedene før sykdommen",
    en="Reported income of the last twelve months before the illness",
    unit="kr/year",
    section="folketrygdloven § 8-30",
    href=f"{ACT}/§8-30",
)
class rapportert_inntekt_12(Rule):
    """Not stated: does not deviate."""

    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Årsinntekt fastsatt ved skjønn",
    en="Yearly income set by discretion",
    unit="kr/year",
    section="folketrygdloven §§ 8-30 og 8-35",
    href=f"{ACT}/§8-30",
)
class inntekt_ved_skjonn(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="År siden det siste fastsatte inntektsåret",
    en="Years since the last assessed income year",
    unit="years",
    section="folketrygdloven § 8-35",
    href=f"{ACT}/§8-35",
)
class ar_siden_siste_fastsettelse(Rule):
    """Counted from the year in which the incapacity began; two when last year is not assessed."""

    value_type = int
    entity = Person
    default_value = 1
    definition_period = ETERNITY


@input_value(
    nb="Pensjonsgivende inntekt det siste fastsatte året",
    en="Pensionable income of the last assessed year",
    section="folketrygdloven § 8-35",
    href=f"{ACT}/§8-35",
)
class pensjonsgivende_inntekt_ar_1(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Pensjonsgivende inntekt det nest siste fastsatte året",
    en="Pensionable income of the assessed year before that",
    section="folketrygdloven § 8-35",
    href=f"{ACT}/§8-35",
)
class pensjonsgivende_inntekt_ar_2(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Pensjonsgivende inntekt det tredje siste fastsatte året",
    en="Pensionable income of the third last assessed year",
    section="folketrygdloven § 8-35",
    href=f"{ACT}/§8-35",
)
class pensjonsgivende_inntekt_ar_3(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Inntekten sykepengegrunnlaget er fastsatt ut fra",
    en="Income that the basis has been decided from",
    unit="kr/year",
    section="folketrygdloven § 8-10",
    href=f"{ACT}/§8-10",
)
class sykepengegrunnlag_fastsatt(Rule):
    """Not stated: computed from monthly or pensionable income. The limit of 6 G is applied."""

    value_type = float
    entity = Person
    definition_period = ETERNITY


@rule(
    nb="Månedsinntekten avviker mer enn 25 prosent",
    en="Monthly income deviates by more than 25 per cent",
    section="folketrygdloven § 8-30 andre ledd",
    href=f"{ACT}/§8-30",
    unit="bool",
)
class inntekt_avviker(Rule):
    """§ 8-30 second paragraph: monthly income as a year deviates by more than 25 per cent from what
    was reported in the last twelve months, so that the basis is set by discretion."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = parameters(period).inntektssikring.sykepenger.avvik
        year = 12 * person("aktuell_manedsinntekt", period)
        reported = person("rapportert_inntekt_12", period)
        return (reported > 0) * (numpy.abs(year - reported) > limit * reported)


@rule(
    nb="Inntekt som sykepengegrunnlaget regnes av for arbeidstakere",
    en="Income that the basis is computed from for employees",
    section="folketrygdloven §§ 8-28 og 8-30",
    href=f"{ACT}/§8-30",
    unit="kr/year",
)
class omregnet_arsinntekt(Rule):
    """§§ 8-28, 8-30: the current monthly income as a year; what discretion says if it deviates."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        year = 12 * person("aktuell_manedsinntekt", period)
        stated = person("inntekt_ved_skjonn", period)
        return numpy.where(person("inntekt_avviker", period) * (stated > 0), stated, year)


@rule(
    nb="Pensjonsgivende årsinntekt, snitt av tre år",
    en="Pensionable yearly income, mean of three years",
    section="folketrygdloven § 8-35",
    href=f"{ACT}/§8-35",
    unit="kr/year",
)
class pensjonsgivende_arsinntekt(Rule):
    """§ 8-35: the mean of three years, each in its own average basic amount: all up to 6 G, a third
    between 6 and 12 G, nothing above; at the basic amount of the illness, in whole kroner."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.sykepenger
        since = person("sykepenger_fra_maned", period)
        last = person("ar_siden_siste_fastsettelse", period)
        counted = [
            _talt(
                person(name, period) / snitt_ar_for(parameters, period, since, last + before), law
            )
            for before, name in enumerate(
                (
                    "pensjonsgivende_inntekt_ar_1",
                    "pensjonsgivende_inntekt_ar_2",
                    "pensjonsgivende_inntekt_ar_3",
                )
            )
        ]
        mean = numpy.floor(sum(counted) / law.snitt_ar * grunnbelop_da(parameters, period, since))
        stated = person("inntekt_ved_skjonn", period)
        return numpy.where(stated > 0, stated, mean)


def _talt(income, law):
    """Income in G that counts."""
    above = numpy.clip(income, law.knekk, law.knekk_til) - law.knekk
    return numpy.clip(income, 0, law.knekk) + law.knekk_andel * above


@rule(
    nb="Inntektsgrunnlaget for sykepenger før taket",
    en="Income basis before the ceiling",
    section="folketrygdloven §§ 8-28 til 8-38, 8-47 og 8-49",
    href=f"{ACT}/§8-10",
    unit="kr/year",
)
class inntektsgrunnlag_for_sykepenger(Rule):
    """§§ 8-28 to 8-38, 8-47, 8-49: from monthly income for employees and freelancers, from
    pensionable income for the self-employed and who is between jobs, from dagpenger for who has
    them."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        status = person("yrkesstatus", period)
        kinds = status.possible_values
        year = parameters(period).inntektssikring.fellesregler.dager_per_ar
        rate = parameters(period).inntektssikring.dagpenger.dagsats
        pensionable = (
            (status == kinds.selvstendig)
            + (status == kinds.inaktiv)
            + (status == kinds.nytt_arbeid)
        )
        computed = numpy.select(
            [pensionable, status == kinds.dagpengemottaker],
            [
                person("pensjonsgivende_arsinntekt", period),
                hele_kroner(rate * person("dagpengegrunnlag", period)) * year,
            ],
            person("omregnet_arsinntekt", period),
        )
        stated = person("sykepengegrunnlag_fastsatt", period)
        return numpy.maximum(numpy.where(stated > 0, stated, computed), 0)


@rule(
    nb="Sykepengegrunnlag",
    en="Basis of the sickness benefit",
    section="folketrygdloven § 8-10",
    href=f"{ACT}/§8-10",
    unit="kr/year",
)
class sykepengegrunnlag(Rule):
    """§ 8-10: the income basis, at most 6 G of the month in which the incapacity began."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.sykepenger
        basic = grunnbelop_da(parameters, period, person("sykepenger_fra_maned", period))
        income = person("inntektsgrunnlag_for_sykepenger", period)
        return numpy.minimum(income, law.tak_grunnlag * basic)


@rule(
    nb="Grunnlaget er stort nok",
    en="The basis is large enough",
    section="folketrygdloven §§ 8-3, 8-47, 8-51 og 9-3",
    href=f"{ACT}/§8-3",
    unit="bool",
)
class oppfyller_minsteinntekt_sykepenger(Rule):
    """§§ 8-3, 8-47, 8-51, 9-3: at least half G; 1 G for who is between jobs; more than 2 G between
    67 and 70, on the basis before the ceiling."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.sykepenger
        shared = parameters(period).inntektssikring.fellesregler
        since = person("sykepenger_fra_maned", period)
        basic = numpy.where(
            since > 0,
            grunnbelop_da(parameters, period, since),
            shared.grunnbelop_minsteinntekt,
        )
        income = person("inntektsgrunnlag_for_sykepenger", period)
        status = person("yrkesstatus", period)
        kinds = status.possible_values
        between = (status == kinds.inaktiv) + (status == kinds.nytt_arbeid)
        least = numpy.where(between, law.minsteinntekt_inaktiv, law.minsteinntekt)
        old = age_in_years(person, period) >= law.alder_begrenset
        enough = (income > 0) * (income >= least * basic)
        return enough * numpy.where(old, income > law.minsteinntekt_67 * basic, True)


@rule(
    nb="Fyller de felles vilkårene for sykepenger og stønad ved andres sykdom",
    en="Meets the conditions shared by benefits at one's own and others' illness",
    section="folketrygdloven §§ 8-2, 8-3, 8-54, 9-2 og 9-3",
    href=f"{ACT}/§8-3",
    unit="bool",
)
class kan_fa_ytelse_ved_sykdom(Rule):
    """§§ 8-2, 8-3, 8-54, 9-2, 9-3: under 70, four weeks of work unless § 8-47 applies, a large
    enough basis, not in prison."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.sykepenger
        status = person("yrkesstatus", period)
        kinds = status.possible_values
        between = (status == kinds.inaktiv) + (status == kinds.nytt_arbeid)
        return (
            (age_in_years(person, period) < law.alder_til)
            * (person("opptjeningstid_fire_uker", period) + between)
            * person("oppfyller_minsteinntekt_sykepenger", period)
            * ~person("i_fengsel", period)
        )
