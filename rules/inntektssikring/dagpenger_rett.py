"""Folketrygdloven §§ 4-3 to 4-8, 4-15, 4-19, 4-23: who has a right to dagpenger, how long."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.inntektssikring.fellesregler import grunnbelop_da
from effektlov.rules.periods import age_in_months, month_index
from effektlov.rules.rounding import round_half_up
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Innvilget dagpenger",
    en="Granted unemployment benefit",
    unit="bool",
    section="folketrygdloven § 4-1",
    href=f"{ACT}/§4-1",
)
class innvilget_dagpenger(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneden det ble søkt om dagpenger",
    en="Month of the application for unemployment benefit",
    unit="month index",
    section="folketrygdloven § 4-4",
    href=f"{ACT}/§4-4",
    shift="relative",
)
class dagpenger_soknadsmaned(Rule):
    """Not stated: tested in each month as if applied then, income counted as it stands."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Arbeidsinntekt de siste 12 månedene før søknaden",
    en="Work income of the last 12 months before the application",
    section="folketrygdloven § 4-4",
    href=f"{ACT}/§4-4",
)
class dagpenger_inntekt_1(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Arbeidsinntekt 13 til 24 måneder før søknaden",
    en="Work income 13 to 24 months before the application",
    section="folketrygdloven § 4-4",
    href=f"{ACT}/§4-4",
)
class dagpenger_inntekt_2(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Arbeidsinntekt 25 til 36 måneder før søknaden",
    en="Work income 25 to 36 months before the application",
    section="folketrygdloven § 4-4",
    href=f"{ACT}/§4-4",
)
class dagpenger_inntekt_3(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Har avtjent verneplikt i minst tre måneder det siste året",
    en="Has served at least three months of military service in the last year",
    unit="bool",
    section="folketrygdloven § 4-19",
    href=f"{ACT}/§4-19",
)
class har_avtjent_verneplikt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har krav på lønn fra arbeidsgiver",
    en="Has a claim to wage from an employer",
    unit="bool",
    section="folketrygdloven § 4-3",
    href=f"{ACT}/§4-3",
)
class har_krav_pa_lonn(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er reell arbeidssøker",
    en="Is genuinely seeking work",
    unit="bool",
    section="folketrygdloven § 4-5",
    href=f"{ACT}/§4-5",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="nav",
        nb="Arbeidsfør, registrert og villig til å ta ethvert arbeid hvor som helst i landet",
        en="Fit for work, registered and willing to take any work anywhere in the country",
    ),
)
class reell_arbeidssoker(Rule):
    value_type = bool
    entity = Person
    default_value = True
    definition_period = MONTH


@input_value(
    nb="Tar utdanning eller opplæring",
    en="Takes education or training",
    unit="bool",
    section="folketrygdloven § 4-6",
    href=f"{ACT}/§4-6",
)
class i_utdanning_eller_opplaring(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har lov til å kombinere dagpenger med utdanningen",
    en="May combine the benefit with the education",
    unit="bool",
    section="folketrygdloven § 4-6",
    href=f"{ACT}/§4-6",
)
class dagpenger_under_utdanning(Rule):
    """Dagpengeforskriften §§ 4-3 to 4-3e: measures, introduction, school, college, courses."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Uker brukt av stønadsperioden før denne måneden",
    en="Weeks of the benefit period used before this month",
    unit="weeks",
    section="folketrygdloven § 4-15",
    href=f"{ACT}/§4-15",
)
class dagpenger_brukte_uker(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Stønadsperioden er forlenget",
    en="The benefit period is extended",
    unit="bool",
    section="folketrygdloven §§ 4-7 og 4-15",
    href=f"{ACT}/§4-7",
)
class dagpenger_forlenget(Rule):
    """By regulation, as for those who reached its end during the pandemic."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Vanlig arbeidstid per uke",
    en="Usual working hours per week",
    unit="hours/week",
    section="folketrygdloven § 4-3",
    href=f"{ACT}/§4-3",
)
class vanlig_arbeidstid(Rule):
    value_type = float
    entity = Person
    default_value = 37.5
    definition_period = MONTH


@input_value(
    nb="Timer i arbeid i en meldeperiode (14 dager)",
    en="Hours worked in a reporting period (14 days)",
    unit="hours",
    section="folketrygdloven § 4-13",
    href=f"{ACT}/§4-13",
)
class dagpenger_arbeidstimer(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Andel av vanlig arbeidstid som er arbeidet",
    en="Share of usual working time that is worked",
    unit="share",
    section="folketrygdloven § 4-13",
    href=f"{ACT}/§4-13",
)
class dagpenger_arbeidet_andel(Rule):
    """Instead of hours, when the case knows only the share."""

    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Oppfyller kravet til minsteinntekt",
    en="Meets the minimum income requirement",
    section="folketrygdloven § 4-4",
    href=f"{ACT}/§4-4",
    unit="bool",
)
class oppfyller_minsteinntekt(Rule):
    """§ 4-4: at least 1.5 G in the last twelve months or 3 G in the last 36, at the basic amount of
    the month; half and three quarters of that during the pandemic."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.dagpenger
        basic = parameters(period).inntektssikring.fellesregler.grunnbelop_minsteinntekt
        last = person("dagpenger_inntekt_1", period)
        three = _tre_ar(person, period)
        return (last >= law.minsteinntekt_12 * basic) + (three >= law.minsteinntekt_36 * basic)


def _tre_ar(person, period):
    return (
        person("dagpenger_inntekt_1", period)
        + person("dagpenger_inntekt_2", period)
        + person("dagpenger_inntekt_3", period)
    )


@rule(
    nb="Tapt andel av vanlig arbeidstid",
    en="Lost share of usual working time",
    section="folketrygdloven §§ 4-3 og 4-13",
    href=f"{ACT}/§4-13",
    unit="share",
)
class tapt_arbeidstid(Rule):
    """§§ 4-3, 4-13: what is left of usual working time, at most 40 hours a week, when the hours of
    the reporting period are taken off."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.dagpenger
        usual = numpy.clip(person("vanlig_arbeidstid", period), 0, law.vanlig_arbeidstid_maks)
        available = usual * law.meldeperiode_uker
        worked = person("dagpenger_arbeidstimer", period) / numpy.where(usual > 0, available, 1)
        share = worked + person("dagpenger_arbeidet_andel", period)
        return (usual > 0) * numpy.clip(1 - share, 0, 1)


@rule(
    nb="Har tapt nok arbeidstid",
    en="Has lost enough working time",
    section="folketrygdloven §§ 4-3 og 4-13",
    href=f"{ACT}/§4-3",
    unit="bool",
)
class oppfyller_tapt_arbeidstid(Rule):
    """§§ 4-3, 4-13: at least half of usual working time is lost, in the month of the application
    and in each reporting period; 40 per cent during the pandemic."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.dagpenger
        lost = round_half_up(person("tapt_arbeidstid", period), 12)
        applies = person("dagpenger_soknadsmaned", period) == month_index(period)
        enough = (lost > 0) * (lost >= law.arbeidstidsreduksjon_gradering)
        return enough * numpy.where(applies, lost >= law.arbeidstidsreduksjon, True)


@rule(
    nb="Alder og situasjon er ikke til hinder for dagpenger",
    en="Age and situation do not exclude the benefit",
    section="folketrygdloven §§ 4-3, 4-5, 4-6 og 4-23",
    href=f"{ACT}/§4-23",
    unit="bool",
)
class dagpenger_alder_og_situasjon(Rule):
    """§§ 4-3, 4-5, 4-6, 4-23: to the month of turning 67, a genuine job seeker without a claim to
    wage, not in education unless it may be combined, not in prison."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        oldest = 12 * parameters(period).inntektssikring.dagpenger.alder_til
        studies = person("i_utdanning_eller_opplaring", period) + person(
            "i_hoyere_utdanning", period
        )
        return (
            (age_in_months(person, period) <= oldest)
            * person("reell_arbeidssoker", period)
            * ~person("har_krav_pa_lonn", period)
            * (~studies + person("dagpenger_under_utdanning", period))
            * ~person("i_fengsel", period)
        )


@rule(
    nb="Rett til dagpenger",
    en="Right to unemployment benefit",
    section="folketrygdloven §§ 4-3 til 4-6, 4-19 og 4-23",
    href=f"{ACT}/§4-3",
    unit="bool",
)
class rett_til_dagpenger(Rule):
    """§§ 4-3 to 4-6, 4-19, 4-23: enough income before, or military service; enough working time
    lost; nothing in age or situation against it."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        earned = person("oppfyller_minsteinntekt", period) + person(
            "har_avtjent_verneplikt", period
        )
        return (
            earned
            * person("oppfyller_tapt_arbeidstid", period)
            * person("dagpenger_alder_og_situasjon", period)
        )


@rule(
    nb="Uker i full stønadsperiode",
    en="Weeks in the full benefit period",
    section="folketrygdloven §§ 4-15 og 4-19",
    href=f"{ACT}/§4-15",
    unit="weeks",
)
class dagpenger_stonadsuker(Rule):
    """§§ 4-15, 4-19: 104 weeks when income was at least 2 G in twelve months or in the mean of 36,
    otherwise 52; 26 weeks after military service without such income."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.dagpenger
        limit = law.lang_periode_inntekt * grunnbelop_da(
            parameters, period, person("dagpenger_soknadsmaned", period)
        )
        last = person("dagpenger_inntekt_1", period)
        three = _tre_ar(person, period)
        served = person("har_avtjent_verneplikt", period)
        return numpy.select(
            [
                (last >= limit) + (three >= law.ar_i_snittet * limit),
                served * ~person("oppfyller_minsteinntekt", period),
            ],
            [law.lang_periode, law.verneplikt_uker],
            law.kort_periode,
        )


@rule(
    nb="Måned med rett til utbetaling av dagpenger",
    en="Month with a right to payment of unemployment benefit",
    section="folketrygdloven §§ 4-3 til 4-6, 4-15 og 4-23",
    href=f"{ACT}/§4-15",
    unit="bool",
)
class dagpenger_maned(Rule):
    """§§ 4-3 to 4-6, 4-15, 4-23: when granted, within the benefit period, with nothing in age or
    situation against it. Income is tested in the month of the application; a basis that the case
    states has been tested."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        applied = person("dagpenger_soknadsmaned", period)
        tested = (applied > 0) * (applied < month_index(period))
        earned = (
            tested
            + (person("dagpengegrunnlag_fastsatt", period) > 0)
            + person("oppfyller_minsteinntekt", period)
            + person("har_avtjent_verneplikt", period)
        )
        within = person("dagpenger_brukte_uker", period) < person("dagpenger_stonadsuker", period)
        return (
            person("innvilget_dagpenger", period)
            * earned
            * (within + person("dagpenger_forlenget", period))
            * person("oppfyller_tapt_arbeidstid", period)
            * person("dagpenger_alder_og_situasjon", period)
        )
