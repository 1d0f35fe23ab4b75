"""Aktivitetspenger for unge: the trial "Et enklere Nav" in Trondheim.

Skatteloven § 5-42 and folketrygdloven § 23-3 name the benefit (laws of 23 June 2026). Its own
regulation was not found: conditions and amounts are those of the agency's code (navikt/ung-sak).
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.program.inntektsreduksjon import paid_days, paid_in_month
from effektlov.rules.rule import Rule, input_value, rule

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
TAX = "https://lovdata.no/lov/1999-03-26-14/§5-42"
SECTION = "forskrift om aktivitetspenger"
_UNSEEN = {
    "confidence": "assumed",
    "reason": "Forskriften er ikke funnet; regelen følger Navs kode (navikt/ung-sak), og "
    "starttidspunktet oktober 2026 er antatt",
}


@input_value(
    nb="Bor, er registrert, arbeider eller studerer i Trondheim, men saken har en annen kommune",
    en="Lives, is registered, works or studies in Trondheim, though the case is of another kommune",
    unit="bool",
    section=SECTION,
    href=TAX,
)
class tilknytning_til_forsokskommunen(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Søker aktivitetspenger",
    en="Applies for activity allowance",
    unit="bool",
    section=SECTION,
    href=TAX,
)
class soker_aktivitetspenger(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Innvilget aktivitetspenger",
    en="Granted activity allowance",
    unit="bool",
    section=SECTION,
    href=TAX,
)
class innvilget_aktivitetspenger(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="I alderen og på stedet for aktivitetspenger",
    en="Of the age and at the place for activity allowance",
    section=SECTION,
    href=TAX,
    unit="bool",
    **_UNSEEN,
)
class i_forsoket_med_aktivitetspenger(Rule):
    """From the 18th to the 30th birthday, in Trondheim, not beside another benefit to live on."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2026_10(person, period, parameters):
        """Start assumed: no act or regulation with a date was found."""
        law = parameters(period).program.aktivitetspenger
        age = age_in_months(person, period)
        here = person.kommune("kommunenummer", period) == law.kommunenummer
        return (
            (age >= 12 * law.alder_fra)
            * (age <= 12 * law.alder_til)
            * (here + person("tilknytning_til_forsokskommunen", period))
            * ~person("har_annen_livsoppholdsytelse", period)
            * ~person("i_kommunalt_program", period)
        )


@rule(
    nb="Rett til aktivitetspenger",
    en="Right to activity allowance",
    section=SECTION,
    href=TAX,
    unit="bool",
    **_UNSEEN,
    only_if=("soker_aktivitetspenger",),
)
class rett_til_aktivitetspenger(Rule):
    """To an applicant in the trial who was a member before and needs help to get work."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2026_10(person, period, parameters):
        """Start assumed: no act or regulation with a date was found."""
        return (
            person("soker_aktivitetspenger", period)
            * person("i_forsoket_med_aktivitetspenger", period)
            * person("forutgaende_medlemskap", period)
            * person("behov_for_bistand_til_arbeid", period)
        )


@input_value(
    nb="Pensjonsgivende inntekt siste lignede år, i gjennomsnittlig G for året",
    en="Pensionable income of the last assessed year, in the average G of that year",
    unit="G",
    section=SECTION,
    href=TAX,
)
class aktivitetspenger_inntekt_siste_ar_g(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Pensjonsgivende inntekt året før det, i gjennomsnittlig G for året",
    en="Pensionable income of the year before that, in the average G of that year",
    unit="G",
    section=SECTION,
    href=TAX,
)
class aktivitetspenger_inntekt_aret_for_g(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Pensjonsgivende inntekt to år før det, i gjennomsnittlig G for året",
    en="Pensionable income two years before that, in the average G of that year",
    unit="G",
    section=SECTION,
    href=TAX,
)
class aktivitetspenger_inntekt_to_ar_for_g(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Fastsatt inntektsgrunnlag for aktivitetspenger i kroner, når det er kjent",
    en="Income basis set for activity allowance in kroner, where it is known",
    unit="kr/year",
    section=SECTION,
    href=TAX,
)
class aktivitetspenger_fastsatt_grunnlag(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@rule(
    nb="Inntektsgrunnlag for aktivitetspenger",
    en="Income basis of activity allowance",
    section=SECTION,
    href=TAX,
    unit="kr/year",
    **_UNSEEN,
)
class aktivitetspenger_grunnlag(Rule):
    """The last assessed year or the mean of three, whichever is higher, each at most 6 G and
    brought up to today's G."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2026_10(person, period, parameters):
        """Start assumed: no act or regulation with a date was found."""
        law = parameters(period).program.aktivitetspenger
        last = numpy.clip(
            person("aktivitetspenger_inntekt_siste_ar_g", period), 0.0, law.tak_grunnlag
        )
        before = numpy.clip(
            person("aktivitetspenger_inntekt_aret_for_g", period), 0.0, law.tak_grunnlag
        )
        earliest = numpy.clip(
            person("aktivitetspenger_inntekt_to_ar_for_g", period), 0.0, law.tak_grunnlag
        )
        best = numpy.maximum(last, (last + before + earliest) / law.ar_i_snittet)
        computed = best * parameters(period).trygd.grunnbelop.grunnbelop
        known = person("aktivitetspenger_fastsatt_grunnlag", period.this_year)
        return numpy.maximum(computed, known)


@input_value(
    nb="Måneder med aktivitetspenger før denne måneden",
    en="Months with activity allowance before this month",
    unit="months",
    section=SECTION,
    href=TAX,
)
class aktivitetspenger_maneder_brukt(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Virkedager med aktivitetspenger i måneden (0: en tolvdel av 260)",
    en="Workdays with activity allowance in the month (0: a twelfth of 260)",
    unit="days",
    section=SECTION,
    href=TAX,
)
class aktivitetspenger_virkedager(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Virkedager i hele kalendermåneden, når ytelsen gis for en del av den",
    en="Workdays of the calendar month, when the benefit is given for a part of it",
    unit="days",
    section=SECTION,
    href=TAX,
)
class aktivitetspenger_virkedager_i_maneden(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Dager med aktivitetspenger",
    en="Days with activity allowance",
    section=SECTION,
    href=TAX,
    unit="days",
    **_UNSEEN,
)
class aktivitetspenger_dager(Rule):
    """When granted in the trial, for at most a year."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2026_10(person, period, parameters):
        """Start assumed: no act or regulation with a date was found."""
        law = parameters(period).program.aktivitetspenger
        runs = (
            person("innvilget_aktivitetspenger", period)
            * person("i_forsoket_med_aktivitetspenger", period)
            * (person("aktivitetspenger_maneder_brukt", period) < law.lengste_varighet)
        )
        stated = person("aktivitetspenger_virkedager", period)
        return runs * paid_days(stated, law.dager_per_ar / 12, law.dager_per_ar)


@rule(
    nb="Dagsats for aktivitetspenger, uten barnetillegg",
    en="Day rate of activity allowance, without child supplement",
    section=SECTION,
    href=TAX,
    unit="kr/day",
    **_UNSEEN,
)
class aktivitetspenger_dagsats(Rule):
    """66 per cent of the basis or 2.041 G, two thirds of it before the month of the 25th birthday,
    whichever is higher; divided by 260."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2026_10(person, period, parameters):
        """Start assumed: no act or regulation with a date was found."""
        law = parameters(period).program.aktivitetspenger
        young = age_in_months(person, period) < 12 * law.aldersgrense_full_ytelse
        share = numpy.where(young, law.andel_under_aldersgrensen, 1.0)
        lowest = share * law.minsteytelse * parameters(period).trygd.grunnbelop.grunnbelop
        earned = law.dekningsgrad * person("aktivitetspenger_grunnlag", period)
        yearly = numpy.maximum(lowest, earned)
        return (person("aktivitetspenger_dager", period) > 0) * yearly / law.dager_per_ar


@rule(
    nb="Barnetillegg per dag til aktivitetspenger",
    en="Child supplement per day to activity allowance",
    section=SECTION,
    href=TAX,
    unit="kr/day",
    **_UNSEEN,
)
class aktivitetspenger_barnetillegg_dagsats(Rule):
    """To a parent for each child under 18 at home."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2026_10(person, period, parameters):
        """Start assumed: no act or regulation with a date was found."""
        rate = parameters(period).program.aktivitetspenger.barnetillegg
        children = person.husstand.sum(
            person.husstand.members("barn_etter_folketrygdloven", period) * 1.0
        )
        parent = person.has_role(Husstand.FORELDER) * (person("aktivitetspenger_dager", period) > 0)
        return parent * children * rate


@rule(
    nb="Aktivitetspenger",
    en="Activity allowance",
    section=SECTION,
    href=TAX,
    **_UNSEEN,
    only_if=("innvilget_aktivitetspenger",),
)
class aktivitetspenger(Rule):
    """The day rate with the child supplement for the days of the month, less 66 per cent of
    earnings, sykepenger and pleiepenger of that month; whole kroner a day."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2026_10(person, period, parameters):
        """Start assumed: no act or regulation with a date was found."""
        income = (
            person("lonn", period)
            + person("naeringsinntekt", period)
            + person("ytelser_ved_sykdom", period)
        )
        return paid_in_month(
            day_rate=person("aktivitetspenger_dagsats", period)
            + person("aktivitetspenger_barnetillegg_dagsats", period),
            days=person("aktivitetspenger_dager", period),
            days_of_month=person("aktivitetspenger_virkedager_i_maneden", period),
            income=income,
            cut=parameters(period).program.aktivitetspenger.inntektsreduksjon,
        )
