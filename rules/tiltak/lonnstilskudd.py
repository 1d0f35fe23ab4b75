"""Tiltaksforskriften chapters 8 to 10: the state refunds the employer a share of the labour
cost, in a summer job, for a time, or without an end. The trial with four years for the young is
regulation 4 February 2026 no. 163."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months, month_index
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.scales import stepwise

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
ACT = "https://lovdata.no/forskrift/2015-12-11-1598"
TRIAL = "https://lovdata.no/forskrift/2026-02-04-163"


@input_value(
    nb="Har problemer med å komme inn på arbeidsmarkedet på ordinære vilkår",
    en="Has trouble entering the labour market on ordinary terms",
    unit="bool",
    section="tiltaksforskriften §§ 8-3 og 9-3",
    href=f"{ACT}/§9-3",
)
class problemer_med_a_fa_ordinaert_arbeid(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Står i fare for å falle ut av arbeidslivet etter tolv måneder som sykmeldt",
    en="Risks falling out of work after twelve months of sick leave",
    unit="bool",
    section="tiltaksforskriften §§ 9-3 andre ledd og 10-3 andre ledd",
    href=f"{ACT}/§9-3",
)
class faller_ut_etter_sykmelding(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Arbeidsevnen er varig og vesentlig nedsatt",
    en="Work ability is permanently and essentially reduced",
    unit="bool",
    section="tiltaksforskriften §§ 10-3 og 10-4",
    href=f"{ACT}/§10-4",
)
class varig_og_vesentlig_nedsatt_arbeidsevne(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tidsbegrensede tiltak er prøvd eller vurdert",
    en="Measures limited in time have been tried or considered",
    unit="bool",
    section="tiltaksforskriften § 10-4 tredje ledd",
    href=f"{ACT}/§10-4",
)
class tidsbegrensede_tiltak_provd(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Arbeidsgiveren har permitterte",
    en="The employer has laid off workers",
    unit="bool",
    section="tiltaksforskriften § 8-6",
    href=f"{ACT}/§8-6",
)
class arbeidsgiver_har_permitterte(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nav-kontoret er med i forsøket med fireårig lønnstilskudd",
    en="The Nav office takes part in the trial with four years' wage subsidy",
    unit="bool",
    section="forskrift 4. februar 2026 nr. 163 § 2",
    href=f"{TRIAL}/§2",
)
class nav_kontor_i_lonnstilskuddsforsok(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Feriepengesats hos arbeidsgiveren",
    en="Holiday pay rate of the employer",
    unit="share",
    section="tiltaksforskriften § 9-5; ferieloven § 10",
    href="https://lovdata.no/lov/1988-04-29-21/§10",
    confidence="assumed",
    reason="12 prosent følger av avtalt ferie på fem uker; ferielovens sats er 10,2 prosent",
)
class feriepengesats(Rule):
    value_type = float
    default_value = 0.12
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Innskudd til obligatorisk tjenestepensjon, andel av lønn",
    en="Contribution to occupational pension, share of the wage",
    unit="share",
    section="tiltaksforskriften § 9-5; lov om obligatorisk tjenestepensjon § 4",
    href="https://lovdata.no/lov/2005-12-21-124/§4",
)
class tjenestepensjonssats(Rule):
    """The least that the act allows, unless the case says more."""

    value_type = float
    default_value = 0.02
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Arbeidsgiverens sats for arbeidsgiveravgift, når den ikke er bostedskommunens",
    en="The employer's contribution rate, when it is not that of the kommune of residence",
    unit="share",
    section="tiltaksforskriften § 9-5; folketrygdloven § 23-2",
    href="https://lovdata.no/lov/1997-02-28-19/§23-2",
)
class arbeidsgiveravgiftssats_for_refusjon(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Prosent som Nav har fastsatt for varig lønnstilskudd, som andel",
    en="Share that Nav has set for the permanent wage subsidy",
    unit="share",
    section="tiltaksforskriften § 10-7",
    href=f"{ACT}/§10-7",
)
class varig_lonnstilskudd_andel(Rule):
    """Set by the work ability. Not stated: the highest that the regulation allows."""

    value_type = float
    default_value = 1.0
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Lønnstilskudd utbetalt tidligere i året",
    en="Wage subsidy paid earlier in the year",
    unit="kr",
    section="tiltaksforskriften § 10-7 andre ledd",
    href=f"{ACT}/§10-7",
)
class lonnstilskudd_tidligere_i_aret(Rule):
    """Not stated: the year's cap is spread evenly over its months."""

    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Kan gi midlertidig lønnstilskudd",
    en="Can give a temporary wage subsidy",
    section="tiltaksforskriften §§ 9-3 og 9-4",
    href=f"{ACT}/§9-3",
    unit="bool",
    only_if=("bistandsbehov_fastslatt",),
)
class kan_gi_midlertidig_lonnstilskudd(Rule):
    """§§ 9-3, 9-4: a need for help is established, and the person has trouble entering the labour
    market or, with reduced ability, risks falling out after a year of sick leave; a year, or two.
    """

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tiltak.lonnstilskudd.midlertidig
        reduced = person("nedsatt_arbeidsevne", period)
        months = numpy.where(reduced, law.varighet_nedsatt_arbeidsevne, law.varighet)
        who = person("problemer_med_a_fa_ordinaert_arbeid", period) + reduced * person(
            "faller_ut_etter_sykmelding", period
        )
        return (
            person("fyller_vilkar_for_tiltak", period)
            * person("bistandsbehov_fastslatt", period)
            * who
            * (person("tiltaksmaneder_brukt", period) < months)
        )


@rule(
    nb="Kan gi varig lønnstilskudd",
    en="Can give a permanent wage subsidy",
    section="tiltaksforskriften §§ 10-3 og 10-4",
    href=f"{ACT}/§10-4",
    unit="bool",
    only_if=("arbeidsevnevurdert",),
)
class kan_gi_varig_lonnstilskudd(Rule):
    """§§ 10-3, 10-4: work ability permanently and essentially reduced by Nav's assessment, and
    measures limited in time tried or considered."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("fyller_vilkar_for_tiltak", period)
            * person("arbeidsevnevurdert", period)
            * person("varig_og_vesentlig_nedsatt_arbeidsevne", period)
            * person("tidsbegrensede_tiltak_provd", period)
        )


@rule(
    nb="Kan gi fireårig lønnstilskudd for unge",
    en="Can give the four-year wage subsidy for the young",
    section="forskrift 4. februar 2026 nr. 163 §§ 2, 4, 8 og 12",
    href=f"{TRIAL}/§4",
    unit="bool",
    only_if=("arbeidsevnevurdert",),
)
class kan_gi_firearig_lonnstilskudd(Rule):
    """§§ 2, 4, 8: under 30 when it was granted, work ability reduced by Nav's assessment, trouble
    getting ordinary work, at an office in the trial; four years, to the end of 2032."""

    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2032-12-31"

    def formula_2026_08(person, period, parameters):
        law = parameters(period).tiltak.lonnstilskudd.firearig
        used = person("tiltaksmaneder_brukt", period)
        at_grant = age_in_months(person, period) - used
        reduced = person("nedsatt_arbeidsevne", period) + person(
            "varig_og_vesentlig_nedsatt_arbeidsevne", period
        )
        return (
            person("fyller_vilkar_for_tiltak", period)
            * person("nav_kontor_i_lonnstilskuddsforsok", period)
            * person("arbeidsevnevurdert", period)
            * person("problemer_med_a_fa_ordinaert_arbeid", period)
            * reduced
            * (at_grant < 12 * law.alder_til)
            * (used < law.varighet)
        )


@rule(
    nb="Kan gi tilskudd til sommerjobb",
    en="Can give a grant for a summer job",
    section="tiltaksforskriften §§ 8-3, 8-4 og 8-6",
    href=f"{ACT}/§8-3",
    unit="bool",
    only_if=("bistandsbehov_fastslatt",),
)
class kan_gi_tilskudd_til_sommerjobb(Rule):
    """§§ 8-3, 8-4, 8-6: under 30, with trouble getting a summer job and an established need for
    help, in June to August, at an employer without laid-off workers; four weeks, read as one
    month."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2021_05(person, period, parameters):
        law = parameters(period).tiltak.lonnstilskudd.sommerjobb
        month = month_index(period) % 12 + 1
        summer = (month >= law.forste_maned) * (month <= law.siste_maned)
        return (
            person("fyller_vilkar_for_tiltak", period)
            * person("bistandsbehov_fastslatt", period)
            * person("problemer_med_a_fa_ordinaert_arbeid", period)
            * ~person("arbeidsgiver_har_permitterte", period)
            * (age_in_months(person, period) < 12 * law.alder_til)
            * summer
            * (person("tiltaksmaneder_brukt", period) < law.varighet)
        )


@rule(
    nb="Refusjonsgrunnlag for lønnstilskudd",
    en="Basis of the wage subsidy",
    section="tiltaksforskriften §§ 8-6, 9-5 og 10-6",
    href=f"{ACT}/§9-5",
)
class lonnstilskudd_grunnlag(Rule):
    """§§ 9-5, 10-6: the wage, holiday pay, pension contribution and the employer's contribution;
    the wage of the month is taken to be that of the subsidised job."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        year = period.this_year
        with_holiday = person("lonn", period) * (1 + person("feriepengesats", year))
        with_pension = with_holiday * (1 + person("tjenestepensjonssats", year))
        return with_pension * (1 + person("refusjonens_arbeidsgiveravgift", year))


@rule(
    nb="Sats for arbeidsgiveravgift i refusjonen",
    en="Employers' contribution rate of the refund",
    section="tiltaksforskriften § 9-5; folketrygdloven § 23-2",
    href=f"{ACT}/§9-5",
    unit="share",
)
class refusjonens_arbeidsgiveravgift(Rule):
    """§ 9-5: the rate that the employer pays; that of the kommune of residence when not stated."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        rates = parameters(period).skatt.arbeidsgiveravgift.sats
        stated = person("arbeidsgiveravgiftssats_for_refusjon", period)
        return numpy.where(stated > 0, stated, rates[person.kommune("aga_sone", period)])


@rule(
    nb="Tilskudd til sommerjobb",
    en="Grant for a summer job",
    section="tiltaksforskriften § 8-6",
    href=f"{ACT}/§8-6",
    only_if=("arbeidsmarkedstiltak",),
)
class tilskudd_til_sommerjobb(Rule):
    """§ 8-6: half of the basis for four weeks, three fourths with reduced work ability."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2021_05(person, period, parameters):
        law = parameters(period).tiltak.lonnstilskudd.sommerjobb
        reduced = person("nedsatt_arbeidsevne", period)
        share = numpy.where(reduced, law.andel_nedsatt_arbeidsevne, law.andel)
        given = _in_measure(person, period, "sommerjobb") * (
            person("tiltaksmaneder_brukt", period) < law.varighet
        )
        return given * nearest_krone(share * person("lonnstilskudd_grunnlag", period))


@rule(
    nb="Midlertidig lønnstilskudd",
    en="Temporary wage subsidy",
    section="tiltaksforskriften §§ 9-4 og 9-5",
    href=f"{ACT}/§9-5",
    only_if=("arbeidsmarkedstiltak",),
)
class midlertidig_lonnstilskudd(Rule):
    """§ 9-5: 40 per cent for six months and then 30; with reduced work ability 60 per cent for
    twelve months and then 50. § 9-4: for a year, or two."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tiltak.lonnstilskudd.midlertidig
        used = person("tiltaksmaneder_brukt", period)
        ordinary = stepwise(used, law.andel)
        reduced = stepwise(used, law.andel_nedsatt_arbeidsevne)
        share = numpy.where(person("nedsatt_arbeidsevne", period), reduced, ordinary)
        given = _in_measure(person, period, "midlertidig_lonnstilskudd")
        return given * nearest_krone(share * person("lonnstilskudd_grunnlag", period))


@rule(
    nb="Varig lønnstilskudd",
    en="Permanent wage subsidy",
    section="tiltaksforskriften § 10-7",
    href=f"{ACT}/§10-7",
    only_if=("arbeidsmarkedstiltak",),
)
class varig_lonnstilskudd(Rule):
    """§ 10-7: the share set by work ability, at most 75 per cent in the first year and 67 later,
    and at most five times the basic amount in a year."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tiltak.lonnstilskudd.varig
        highest = stepwise(person("tiltaksmaneder_brukt", period), law.hoyeste_andel)
        share = numpy.minimum(person("varig_lonnstilskudd_andel", period), highest)
        given = _in_measure(person, period, "varig_lonnstilskudd")
        return _capped(person, period, parameters, given * share, law.tak_g)


@rule(
    nb="Fireårig lønnstilskudd for unge",
    en="Four-year wage subsidy for the young",
    section="forskrift 4. februar 2026 nr. 163 §§ 6 og 7",
    href=f"{TRIAL}/§7",
    only_if=("arbeidsmarkedstiltak",),
)
class firearig_lonnstilskudd(Rule):
    """§ 7: 70, 60, 50 and 35 per cent in the four years, and at most five times the basic
    amount."""

    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2032-12-31"

    def formula_2026_08(person, period, parameters):
        law = parameters(period).tiltak.lonnstilskudd.firearig
        share = stepwise(person("tiltaksmaneder_brukt", period), law.andel)
        given = _in_measure(person, period, "firearig_lonnstilskudd")
        return _capped(person, period, parameters, given * share, law.tak_g)


def _in_measure(person, period, name):
    measure = person("arbeidsmarkedstiltak", period)
    return measure == measure.possible_values[name]


def _capped(person, period, parameters, share, cap):
    """The refund of the month, within what is left of the year's cap, or a twelfth of it."""
    amount = nearest_krone(share * person("lonnstilskudd_grunnlag", period))
    stated = person("lonnstilskudd_tidligere_i_aret", period)
    highest = cap * parameters(period).trygd.grunnbelop.grunnbelop
    left = numpy.where(stated > 0, highest - stated, highest / 12)
    return numpy.clip(left, 0, amount)
