"""Tiltaksforskriften chapters 2-7 and 12: whom Nav can offer a measure, and for how long.

Durations in weeks are read as months: four weeks are one month and twelve weeks three.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_years, month_index
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/forskrift/2015-12-11-1598"


@input_value(
    nb="Trenger mer bistand enn Nav-kontoret selv kan gi",
    en="Needs more help than the Nav office itself can give",
    unit="bool",
    section="tiltaksforskriften §§ 2-3 og 4-3",
    href=f"{ACT}/§4-3",
)
class trenger_mer_bistand_enn_nav_gir(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Arbeidssøker med liten eller mangelfull arbeidserfaring",
    en="Job seeker with little or insufficient work experience",
    unit="bool",
    section="tiltaksforskriften § 3-3",
    href=f"{ACT}/§3-3",
)
class liten_arbeidserfaring(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Mangelfulle kvalifikasjoner eller svake grunnleggende ferdigheter",
    en="Insufficient qualifications or weak basic skills",
    unit="bool",
    section="tiltaksforskriften § 7-3",
    href=f"{ACT}/§7-3",
)
class mangler_kvalifikasjoner(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Sammensatt bistandsbehov",
    en="Complex need for help",
    unit="bool",
    section="tiltaksforskriften §§ 7-3 tredje ledd og 13-3",
    href=f"{ACT}/§13-3",
)
class sammensatt_bistandsbehov(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Overgang fra skole eller soning i institusjon",
    en="Transition from school or a sentence in an institution",
    unit="bool",
    section="tiltaksforskriften § 4-4",
    href=f"{ACT}/§4-4",
)
class overgang_fra_skole_eller_soning(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tilrettelagt fag- og yrkesopplæringsløp som opplæringstiltak",
    en="Adapted vocational training as the measure",
    unit="bool",
    section="tiltaksforskriften §§ 5-4 og 7-3 tredje ledd",
    href=f"{ACT}/§7-3",
)
class tilrettelagt_fagopplaering(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Særlig behov for mentor",
    en="Special need of a mentor",
    unit="bool",
    section="tiltaksforskriften § 5-4",
    href=f"{ACT}/§5-4",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="nav_kontor",
        nb="Om mentoren er nødvendig ut over seks måneder",
        en="Whether the mentor is needed beyond six months",
    ),
)
class saerlig_behov_for_mentor(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Sykmeldt fra et arbeidsforhold",
    en="On sick leave from a job",
    unit="bool",
    section="tiltaksforskriften § 12-3",
    href=f"{ACT}/§12-3",
)
class sykmeldt_arbeidstaker(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


def _within(person, period, longest):
    return person("tiltaksmaneder_brukt", period) < longest


@rule(
    nb="Kan tilbys avklaring",
    en="Can be offered clarification",
    section="tiltaksforskriften §§ 2-3 og 2-4",
    href=f"{ACT}/§2-3",
    unit="bool",
    only_if=("trenger_mer_bistand_enn_nav_gir",),
)
class kan_tilbys_avklaring(Rule):
    """§§ 2-3, 2-4: a need of more clarification than Nav itself gives; four weeks, and eight
    more."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        longest = parameters(period).tiltak.tiltaksforskriften.varighet
        return (
            person("fyller_vilkar_for_tiltak", period)
            * person("trenger_mer_bistand_enn_nav_gir", period)
            * _within(person, period, longest.avklaring)
        )


@rule(
    nb="Kan tilbys arbeidstrening",
    en="Can be offered work training",
    section="tiltaksforskriften §§ 3-3 og 3-5",
    href=f"{ACT}/§3-3",
    unit="bool",
)
class kan_tilbys_arbeidstrening(Rule):
    """§§ 3-3, 3-5: little work experience, or reduced work ability; a year, with reduced ability
    six months more."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        longest = parameters(period).tiltak.tiltaksforskriften.varighet
        reduced = person("nedsatt_arbeidsevne", period)
        months = numpy.where(
            reduced, longest.arbeidstrening_nedsatt_arbeidsevne, longest.arbeidstrening
        )
        return (
            person("fyller_vilkar_for_tiltak", period)
            * (person("liten_arbeidserfaring", period) + reduced)
            * _within(person, period, months)
        )


@rule(
    nb="Kan tilbys oppfølging",
    en="Can be offered follow-up",
    section="tiltaksforskriften §§ 4-3 og 4-4",
    href=f"{ACT}/§4-3",
    unit="bool",
    only_if=("trenger_mer_bistand_enn_nav_gir",),
)
class kan_tilbys_oppfolging(Rule):
    """§§ 4-3, 4-4: six months and six more; three years with reduced work ability, and half a year
    beyond in the transition from school or a sentence."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        longest = parameters(period).tiltak.tiltaksforskriften.varighet
        reduced = person("nedsatt_arbeidsevne", period)
        months = numpy.where(reduced, longest.oppfolging_nedsatt_arbeidsevne, longest.oppfolging)
        more = (
            reduced
            * person("overgang_fra_skole_eller_soning", period)
            * longest.oppfolging_overgang_tillegg
        )
        return (
            person("fyller_vilkar_for_tiltak", period)
            * person("trenger_mer_bistand_enn_nav_gir", period)
            * _within(person, period, months + more)
        )


@rule(
    nb="Kan tilbys opplæring",
    en="Can be offered training",
    section="tiltaksforskriften §§ 7-3 og 7-4",
    href=f"{ACT}/§7-3",
    unit="bool",
    only_if=("mangler_kvalifikasjoner",),
)
class kan_tilbys_opplaering(Rule):
    """§§ 7-3, 7-4: who lacks qualifications, from the year of turning 19; up to three years. From
    August 2025 adapted vocational training from the year of turning 16, with a complex need."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tiltak.tiltaksforskriften
        turns = _turns_in_year(person, period)
        lacking = person("mangler_kvalifikasjoner", period)
        return (
            person("fyller_vilkar_for_tiltak", period)
            * lacking
            * (turns >= law.opplaering_alder)
            * _within(person, period, law.varighet.opplaering)
        )

    def formula_2025_08(person, period, parameters):
        law = parameters(period).tiltak.tiltaksforskriften
        turns = _turns_in_year(person, period)
        adapted = (
            (turns >= law.tilrettelagt_fagopplaering_alder)
            * person("tilrettelagt_fagopplaering", period)
            * person("sammensatt_bistandsbehov", period)
        )
        return (
            person("fyller_vilkar_for_tiltak", period)
            * person("mangler_kvalifikasjoner", period)
            * ((turns >= law.opplaering_alder) + adapted)
            * _within(person, period, law.varighet.opplaering)
        )


@rule(
    nb="Kan tilbys høyere utdanning som tiltak",
    en="Can be offered higher education as a measure",
    section="tiltaksforskriften §§ 7-2 bokstav f, 7-3 fjerde ledd og 7-4",
    href=f"{ACT}/§7-3",
    unit="bool",
    only_if=("har_nedsatt_arbeidsevne", "innvilget_aap"),
)
class kan_tilbys_hoyere_utdanning(Rule):
    """§ 7-3 fourth paragraph: whose reduced work ability keeps her from paid work, from the year of
    turning 22; up to three years."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tiltak.tiltaksforskriften
        return (
            person("fyller_vilkar_for_tiltak", period)
            * person("nedsatt_arbeidsevne", period)
            * (_turns_in_year(person, period) >= law.hoyere_utdanning_alder)
            * _within(person, period, law.varighet.opplaering)
        )


@rule(
    nb="Kan tilbys arbeidsrettet rehabilitering",
    en="Can be offered vocational rehabilitation",
    section="tiltaksforskriften §§ 12-3 og 12-4",
    href=f"{ACT}/§12-3",
    unit="bool",
)
class kan_tilbys_arbeidsrettet_rehabilitering(Rule):
    """§§ 12-3, 12-4: employees on sick leave and persons with reduced work ability; twelve
    weeks."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        longest = parameters(period).tiltak.tiltaksforskriften.varighet
        status = person("yrkesstatus", period)
        employed = status == status.possible_values.arbeidstaker
        ill = person("sykmeldt_arbeidstaker", period) + (
            person("innvilget_sykepenger", period) * employed
        )
        return (
            person("fyller_vilkar_for_tiltak", period)
            * (ill + person("nedsatt_arbeidsevne", period))
            * _within(person, period, longest.arbeidsrettet_rehabilitering)
        )


@rule(
    nb="Kan tilbys mentor",
    en="Can be offered a mentor",
    section="tiltaksforskriften §§ 5-3 og 5-4",
    href=f"{ACT}/§5-3",
    unit="bool",
)
class kan_tilbys_mentor(Rule):
    """§§ 5-3, 5-4: beside work training, training, a summer job or a wage subsidy, or when
    needed for someone with reduced work ability in an ordinary job; six months, and up to three
    years with reduced ability and special need or, from August 2025, under 30 in adapted
    vocational training."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tiltak.tiltaksforskriften
        return _mentor(person, period, law, 0)

    def formula_2025_08(person, period, parameters):
        law = parameters(period).tiltak.tiltaksforskriften
        young = (age_in_years(person, period) < law.ung_alder) * person(
            "tilrettelagt_fagopplaering", period
        )
        return _mentor(person, period, law, young)


def _mentor(person, period, law, young):
    measure = person("arbeidsmarkedstiltak", period)
    kinds = measure.possible_values
    beside = (
        (measure == kinds.arbeidstrening)
        + (measure == kinds.opplaering)
        + (measure == kinds.sommerjobb)
        + (measure == kinds.midlertidig_lonnstilskudd)
        + (measure == kinds.varig_lonnstilskudd)
    )
    reduced = person("nedsatt_arbeidsevne", period)
    employed = reduced * (person("lonn", period) > 0)
    longer = reduced * person("saerlig_behov_for_mentor", period) + young
    months = numpy.where(longer, law.varighet.mentor_forlenget, law.varighet.mentor)
    return (
        person("fyller_vilkar_for_tiltak", period)
        * (beside + employed)
        * (person("mentormaneder_brukt", period) < months)
    )


@input_value(
    nb="Måneder med mentor før denne måneden",
    en="Months with a mentor before this month",
    unit="months",
    section="tiltaksforskriften § 5-4",
    href=f"{ACT}/§5-4",
)
class mentormaneder_brukt(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


def _turns_in_year(person, period):
    """The age reached in the calendar year of the month."""
    year = numpy.floor_divide(month_index(period), 12)
    return year - numpy.floor_divide(person("fodselsmaned", period), 12)
