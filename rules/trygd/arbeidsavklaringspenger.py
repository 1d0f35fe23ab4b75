"""Folketrygdloven §§ 11-8 to 11-10 and 11-23 to 11-28: what is paid of the allowance.

The allowance is set by day, five days a week; a month is a twelfth of 260 days unless the case
states its days. Nav takes hours worked, graded benefits and degree of disability off in whole
percentage points, halves what is left in an institution, grades the daily rate and the child
supplement alike, deducts children's pension and rounds to a krone (§ 22-11, navikt's
BeregnTilkjentYtelseService); the same is done here.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import month_index
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Timer i arbeid eller som kunne vært arbeidet, av full tid (37,5 timer i uken)",
    en="Hours worked or that could be worked, of full time (37.5 hours a week)",
    unit="share",
    section="folketrygdloven § 11-23 tredje ledd",
    href=f"{ACT}/§11-23",
)
class aap_arbeidstimer_andel(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Timer i arbeid per uke, i snitt i meldeperioden",
    en="Hours worked a week, on average in the reporting period",
    unit="hours/week",
    section="folketrygdloven §§ 11-10 og 11-23 tredje ledd",
    href=f"{ACT}/§11-23",
)
class aap_timer_per_uke(Rule):
    """Half of the hours on the reporting card of two weeks; in place of the share of full time."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Fastsatt arbeidsevne som ikke er utnyttet",
    en="Work ability set by Nav that is not used",
    unit="share",
    section="folketrygdloven § 11-23 andre ledd",
    href=f"{ACT}/§11-23",
)
class aap_fastsatt_arbeidsevne(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nær ved å komme i fullt arbeid",
    en="Close to full work",
    unit="bool",
    section="folketrygdloven § 11-23 sjette ledd",
    href=f"{ACT}/§11-23",
)
class aap_naer_fullt_arbeid(Rule):
    """Up to twelve months, stated in the decision and in the activity plan."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Arbeidet andel av full tid",
    en="Share of full time worked",
    section="folketrygdloven § 11-23 tredje ledd",
    href=f"{ACT}/§11-23",
    unit="share",
)
class aap_andel_arbeid(Rule):
    """§ 11-23 third paragraph: hours over 37.5 a week, in whole per cent as Nav's system has it."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        hours = person("aap_timer_per_uke", period)
        worked = person("aap_arbeidstimer_andel", period) + hours / law.fulltid_timer
        return nearest_krone(100 * numpy.clip(worked, 0, 1)) / 100


@rule(
    nb="Ytelse som står igjen etter arbeid",
    en="Share left after work",
    section="folketrygdloven § 11-23",
    href=f"{ACT}/§11-23",
    unit="share",
)
class aap_gradering_arbeid(Rule):
    """§ 11-23: what is left of full time after hours worked, or after a higher work ability set
    by Nav; nothing above 60 per cent work, 80 when close to full work."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        worked = person("aap_andel_arbeid", period)
        highest = numpy.where(
            person("aap_naer_fullt_arbeid", period),
            law.arbeidstid_grense_nedtrapping,
            law.arbeidstid_grense,
        )
        able = numpy.clip(person("aap_fastsatt_arbeidsevne", period), 0, 1)
        return (worked <= highest) * (1 - numpy.maximum(worked, able))


@input_value(
    nb="Andre reduserte ytelser fra folketrygden, i andel av full arbeidsevne",
    en="Other reduced benefits of the National Insurance, as a share of full work ability",
    unit="share",
    section="folketrygdloven §§ 11-27 og 11-28",
    href=f"{ACT}/§11-28",
)
class aap_samordnet_andel(Rule):
    """Graded sykepenger, svangerskapspenger and others; a full benefit is 1. Not stated: what the
    benefits of the case amount to."""

    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Andel av full arbeidsevne som andre ytelser dekker",
    en="Share of full work ability that other benefits cover",
    section="folketrygdloven §§ 11-27 og 11-28",
    href=f"{ACT}/§11-28",
    unit="share",
    only_if=("innvilget_aap",),
)
class aap_andel_andre_ytelser(Rule):
    """§§ 11-27, 11-28: what is stated; otherwise the degree of sick leave or of care, of a full
    position and for the days that it is paid, and all when foreldrepenger are paid, which count as
    a full benefit."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        month = law.dager_per_ar / 12
        position = numpy.clip(person("vanlig_arbeidstid", period) / law.fulltid_timer, 0, 1)
        sick = person("sykepenger", period) + person("sykepenger_arbeidsgiver", period) > 0
        degree = numpy.clip(person("sykmeldingsgrad", period), 0, 1)
        sick_days = person("sykepengedager", period)
        sick_share = numpy.where(sick_days > 0, numpy.minimum(sick_days / month, 1), 1)
        cares = person("pleiepenger", period) > 0
        care_days = person("pleiepengedager", period)
        care_share = numpy.where(care_days > 0, numpy.minimum(care_days / month, 1), 1)
        partly = position * (
            sick * degree * sick_share + cares * person("pleiepenger_grad", period) * care_share
        )
        stated = person("aap_samordnet_andel", period)
        computed = numpy.where(person("foreldrepenger", period) > 0, 1.0, partly)
        share = numpy.clip(numpy.where(stated > 0, stated, computed), 0, 1)
        return person("aap_maned", period) * share


@rule(
    nb="Andel av ytelsen som utbetales under opphold i institusjon",
    en="Share paid during a stay in an institution",
    section="folketrygdloven § 11-25",
    href=f"{ACT}/§11-25",
    unit="share",
)
class aap_andel_i_institusjon(Rule):
    """§ 11-25: half from the fourth month after that of admission, from the month after when back
    within three months; all to who supports a spouse, has child supplement or must keep a home."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        months = month_index(period) - person("institusjonsopphold_siden", period)
        again = person("nytt_institusjonsopphold", period)
        reduced = (
            person("institusjonsopphold", period)
            * (months > numpy.where(again, 0, law.institusjon_uten_reduksjon))
            * ~person("forsorger_ektefelle", period)
            * ~person("faste_utgifter_til_bolig", period)
            * (person("aap_barnetillegg_dagsats", period) <= 0)
        )
        return numpy.where(reduced, law.institusjon_andel, 1.0)


@rule(
    nb="Andel av dagsatsen som utbetales",
    en="Share of the daily rate that is paid",
    section="folketrygdloven §§ 11-23, 11-25 og 11-28",
    href=f"{ACT}/§11-23",
    unit="share",
)
class aap_utbetalingsgrad(Rule):
    """§§ 11-23, 11-25, 11-28: what work leaves, less the share of other reduced benefits and the
    degree of a disability benefit; of that the share paid in an institution."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        degree = numpy.clip(person("uforegrad", period), 0, 1)
        disabled = person("innvilget_uforetrygd", period) * degree
        others = person("aap_andel_andre_ytelser", period)
        left = numpy.maximum(person("aap_gradering_arbeid", period) - disabled - others, 0)
        return left * person("aap_andel_i_institusjon", period)


@input_value(
    nb="Barnepensjon i måneden som trekkes fra arbeidsavklaringspengene",
    en="Children's pension of the month that comes off the allowance",
    section="folketrygdloven § 11-27 tredje ledd",
    href=f"{ACT}/§11-27",
)
class aap_barnepensjon(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Ytelser fra arbeidsgiver som trekkes krone for krone",
    en="Benefits from an employer deducted krone for krone",
    section="folketrygdloven § 11-24",
    href=f"{ACT}/§11-24",
)
class aap_fradrag(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Utbetalingsdager i måneden",
    en="Paid days of the month",
    unit="days",
    section="folketrygdloven § 11-20 andre ledd",
    href=f"{ACT}/§11-20",
)
class aap_utbetalingsdager(Rule):
    """Weekdays that are paid. Not stated: a twelfth of 260."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Dager uten ytelse på grunn av fravær, brudd på aktivitetsplikt eller meldeplikt",
    en="Days without the allowance for absence or breach of activity or reporting duty",
    unit="days",
    section="folketrygdloven §§ 11-8, 11-9 og 11-10",
    href=f"{ACT}/§11-9",
)
class aap_trukne_dager(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


def _days(person, period, parameters):
    ordinary = parameters(period).trygd.arbeidsavklaringspenger.dager_per_ar / 12
    stated = person("aap_utbetalingsdager", period)
    lost = person("aap_trukne_dager", period)
    return numpy.maximum(numpy.where(stated > 0, stated, ordinary) - lost, 0)


def _paid_per_day(person, period, parameters, rate):
    """Whole kroner a day of a rate: graded, less children's pension of the day."""
    law = parameters(period).trygd.arbeidsavklaringspenger
    received = person("aap_barnepensjon", period) + person("barnepensjon", period)
    pension = nearest_krone(received * 12 / law.dager_per_ar)
    graded = rate * person("aap_utbetalingsgrad", period)
    return numpy.maximum(nearest_krone(graded - numpy.maximum(pension, 0)), 0)


@rule(
    nb="Arbeidsavklaringspenger",
    en="Work assessment allowance",
    section="folketrygdloven §§ 11-20, 11-23, 11-24 og 11-27",
    href=f"{ACT}/§11-20",
    only_if=("innvilget_aap",),
)
class arbeidsavklaringspenger(Rule):
    """§§ 11-20 to 11-27: the graded daily rate in whole kroner for the days of the month, less what
    is deducted krone for krone, without the child supplement."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        day = _paid_per_day(person, period, parameters, person("aap_dagsats", period))
        deducted = numpy.maximum(person("aap_fradrag", period), 0)
        return numpy.maximum(day * _days(person, period, parameters) - deducted, 0)


@rule(
    nb="Arbeidsavklaringspenger med barnetillegg før barnepensjon trekkes fra",
    en="Work assessment allowance with child supplement before children's pension comes off",
    section="folketrygdloven §§ 11-20 og 11-23",
    href=f"{ACT}/§11-20",
    only_if=("innvilget_aap",),
)
class aap_for_barnepensjon(Rule):
    """§§ 11-20, 11-23: the graded daily rate with the supplement for the days of the month."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rate = person("aap_dagsats", period) + person("aap_barnetillegg_dagsats", period)
        day = nearest_krone(rate * person("aap_utbetalingsgrad", period))
        deducted = numpy.maximum(person("aap_fradrag", period), 0)
        return numpy.maximum(day * _days(person, period, parameters) - deducted, 0)


@rule(
    nb="Barnetillegg til arbeidsavklaringspenger",
    en="Child supplement to work assessment allowance",
    section="folketrygdloven §§ 11-20 tredje ledd og 11-23 andre ledd",
    href=f"{ACT}/§11-20",
    only_if=("innvilget_aap",),
)
class aap_barnetillegg(Rule):
    """§§ 11-20, 11-23: what the child supplement adds to the rounded daily rate."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rate = person("aap_dagsats", period)
        both = rate + person("aap_barnetillegg_dagsats", period)
        more = _paid_per_day(person, period, parameters, both) - _paid_per_day(
            person, period, parameters, rate
        )
        return more * _days(person, period, parameters)
