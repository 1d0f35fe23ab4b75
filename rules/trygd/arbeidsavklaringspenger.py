"""Folketrygdloven kapittel 11 as of 2018: work assessment allowance (AAP), in the chapter's order.

The allowance is set by day, five days a week; a month is a twelfth of 260 days. Nav grades the
daily rate by hours, adds the child supplement graded alike and rounds the sum to a krone (§ 22-11);
the same is done here. The degree of a disability benefit comes off in percentage points.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months, age_in_years
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Innvilget arbeidsavklaringspenger",
    en="Granted work assessment allowance",
    unit="bool",
    section="folketrygdloven § 11-1",
    href=f"{ACT}/§11-1",
)
class innvilget_aap(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Sykdom, skade eller lyte medvirker vesentlig",
    en="Illness, injury or defect contributes materially",
    unit="bool",
    section="folketrygdloven § 11-5",
    href=f"{ACT}/§11-5",
)
class sykdom_skade_lyte(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Arbeidsevnen er nedsatt med minst halvparten",
    en="Work ability is reduced by at least half",
    unit="bool",
    section="folketrygdloven § 11-5",
    href=f"{ACT}/§11-5",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="nav",
        nb="Helse, alder, evner, utdanning og arbeidsmuligheter veies samlet",
        en="Health, age, abilities, education and openings for work are weighed together",
    ),
)
class arbeidsevne_nedsatt_halvparten(Rule):
    value_type = bool
    entity = Person
    default_value = True
    definition_period = MONTH


@input_value(
    nb="Trenger behandling, tiltak eller annen oppfølging for å komme i arbeid",
    en="Needs treatment, a measure or other follow-up to get work",
    unit="bool",
    section="folketrygdloven § 11-6",
    href=f"{ACT}/§11-6",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="nav",
        nb="Om det fortsatt er en viss mulighet for å komme i arbeid, er Navs skjønn",
        en="Whether there is still some chance of work is Nav's judgement",
    ),
)
class behov_for_bistand_til_arbeid(Rule):
    value_type = bool
    entity = Person
    default_value = True
    definition_period = MONTH


@rule(
    nb="Rett til arbeidsavklaringspenger",
    en="Right to work assessment allowance",
    section="folketrygdloven §§ 11-2 til 11-6",
    href=f"{ACT}/§11-5",
    unit="bool",
)
class rett_til_aap(Rule):
    """§§ 11-2, 11-4 to 11-6: a member from 18 to the month of turning 67 whose work ability is cut
    by half, materially by illness, and who needs treatment, a measure or follow-up to get work."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            _of_age(person, period, parameters)
            * person("forutgaende_medlemskap", period)
            * person("sykdom_skade_lyte", period)
            * person("arbeidsevne_nedsatt_halvparten", period)
            * person("behov_for_bistand_til_arbeid", period)
        )


def _of_age(person, period, parameters):
    law = parameters(period).trygd.arbeidsavklaringspenger
    age = age_in_months(person, period)
    return (age >= 12 * law.alder_fra) * (age <= 12 * law.alder_til)


@input_value(
    nb="Måneder brukt av stønadsperioden før denne måneden",
    en="Months of the benefit period used before this month",
    unit="months",
    section="folketrygdloven § 11-12",
    href=f"{ACT}/§11-12",
)
class aap_brukte_maneder(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Stønadsperioden er forlenget",
    en="The benefit period is extended",
    unit="bool",
    section="folketrygdloven § 11-12 andre og tredje ledd",
    href=f"{ACT}/§11-12",
)
class aap_forlenget(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Stønad som ikke teller i stønadsperioden",
    en="Allowance that does not count in the benefit period",
    unit="bool",
    section="folketrygdloven §§ 11-12 fjerde ledd, 11-13, 11-17 og 11-18",
    href=f"{ACT}/§11-12",
)
class aap_utenfor_stonadsperioden(Rule):
    """Before a new right to sykepenger, as a job seeker, or while uføretrygd is decided."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Måned med rett til utbetaling av arbeidsavklaringspenger",
    en="Month with a right to work assessment allowance",
    section="folketrygdloven §§ 11-4, 11-12 og 11-26",
    href=f"{ACT}/§11-12",
    unit="bool",
)
class aap_maned(Rule):
    """§§ 11-4, 11-12, 11-26: when granted, of age, not in prison, within three years or the two
    years of an extension."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        longest = 12 * (law.stonadsperiode + person("aap_forlenget", period) * law.forlengelse)
        within = person("aap_brukte_maneder", period) < longest
        return (
            person("innvilget_aap", period)
            * _of_age(person, period, parameters)
            * ~person("i_fengsel", period)
            * (within + person("aap_utenfor_stonadsperioden", period))
        )


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


@rule(
    nb="Minste årlige arbeidsavklaringspenger",
    en="Minimum work assessment allowance per year",
    section="folketrygdloven § 11-20 første ledd",
    href=f"{ACT}/§11-20",
    unit="G",
)
class minste_aap_g(Rule):
    """§ 11-20 first paragraph: 2.041 G (2 G until June 2024), two thirds of it before the month of
    turning 25 in cases from February 2020."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        lowest = parameters(period).trygd.arbeidsavklaringspenger.minsteytelse
        return numpy.where(person("innvilget_aap", period), lowest, 0.0)

    # Lov 20 desember 2019 nr. 84: two thirds for those under 25.
    def formula_2020_02(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        young = age_in_years(person, period) < law.ung_alder
        lowest = law.minsteytelse * numpy.where(young, law.ung_andel, 1)
        return numpy.where(person("innvilget_aap", period), lowest, 0.0)


@rule(
    nb="Dagsats før gradering",
    en="Daily rate before grading",
    section="folketrygdloven § 11-20 første og andre ledd",
    href=f"{ACT}/§11-20",
    unit="kr/day",
)
class aap_dagsats(Rule):
    """§§ 11-19, 11-20: 66 per cent of the basis, at most 6 G, or the minimum; divided by 260."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        basis = numpy.minimum(person("aap_grunnlag_g", period), law.tak_grunnlag)
        year = numpy.maximum(law.dekningsgrad * basis, person("minste_aap_g", period))
        rate = year * parameters(period).trygd.grunnbelop.grunnbelop / law.dager_per_ar
        to_the_ore = nearest_krone(100 * rate) / 100
        return person("aap_maned", period) * to_the_ore


@rule(
    nb="Barn som gir barnetillegg til arbeidsavklaringspenger",
    en="Child that gives a supplement to work assessment allowance",
    section="folketrygdloven § 11-20 tredje ledd",
    href=f"{ACT}/§11-20",
    unit="bool",
)
class aap_barn(Rule):
    """§ 11-20 third paragraph: a child under 18 at home; until January 2024 only when its own
    income is at most 1 G."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        income = person("pensjonsgivende_inntekt", period.this_year) + person(
            "kapitalinntekt", period.this_year
        )
        limit = law.barneinntekt * parameters(period).trygd.grunnbelop.grunnbelop
        return person("barn_etter_folketrygdloven", period) * (income <= limit)

    # Lov 20 desember 2023 nr. 95: the child's own income no longer matters.
    def formula_2024_02(person, period, parameters):
        return person("barn_etter_folketrygdloven", period)


@rule(
    nb="Barnetillegg per dag før gradering",
    en="Child supplement per day before grading",
    section="folketrygdloven § 11-20 tredje og sjette ledd",
    href=f"{ACT}/§11-20",
    unit="kr/day",
    confidence="assumed",
    reason=(
        "The ceiling of 90 per cent is read on the basis that gives the minimum when the minimum "
        "is paid: read on a lower basis it would take the minimum away."
    ),
)
class aap_barnetillegg_dagsats(Rule):
    """§ 11-20: a fixed amount for each child of a parent with AAP, as far as the sum is within 90
    per cent of the basis. Both parents may get it."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        children = person.husstand.sum(person.husstand.members("aap_barn", period))
        parent = person("aap_maned", period) * person.has_role(Husstand.FORELDER)
        rate = person("aap_dagsats", period)
        room = rate * (law.tak_med_barnetillegg / law.dekningsgrad - 1)
        return parent * numpy.minimum(children * law.barnetillegg, room)


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
    nb="Andel av dagsatsen som utbetales",
    en="Share of the daily rate that is paid",
    section="folketrygdloven §§ 11-23 og 11-28",
    href=f"{ACT}/§11-23",
    unit="share",
)
class aap_utbetalingsgrad(Rule):
    """§§ 11-23, 11-28: what is left of full time after hours worked and the degree of a disability
    benefit; nothing above 60 per cent work, 80 when close to full work."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        worked = numpy.clip(person("aap_arbeidstimer_andel", period), 0, 1)
        highest = numpy.where(
            person("aap_naer_fullt_arbeid", period),
            law.arbeidstid_grense_nedtrapping,
            law.arbeidstid_grense,
        )
        degree = numpy.clip(person("uforegrad", period), 0, 1)
        disabled = person("innvilget_uforetrygd", period) * degree
        return (worked <= highest) * numpy.maximum(1 - worked - disabled, 0)


@input_value(
    nb="Ytelser fra arbeidsgiver og barnepensjon som trekkes krone for krone",
    en="Benefits from an employer and children's pension deducted krone for krone",
    section="folketrygdloven §§ 11-24 og 11-27 tredje ledd",
    href=f"{ACT}/§11-24",
)
class aap_fradrag(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


def _days(parameters, period):
    return parameters(period).trygd.arbeidsavklaringspenger.dager_per_ar / 12


@rule(
    nb="Arbeidsavklaringspenger",
    en="Work assessment allowance",
    section="folketrygdloven §§ 11-20, 11-23, 11-24 og 11-27",
    href=f"{ACT}/§11-20",
)
class arbeidsavklaringspenger(Rule):
    """§§ 11-20 to 11-27: the graded daily rate in whole kroner for the days of an average month,
    less what is deducted krone for krone, without the child supplement."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        day = nearest_krone(person("aap_dagsats", period) * person("aap_utbetalingsgrad", period))
        deducted = numpy.maximum(person("aap_fradrag", period), 0)
        return numpy.maximum(day * _days(parameters, period) - deducted, 0)


@rule(
    nb="Barnetillegg til arbeidsavklaringspenger",
    en="Child supplement to work assessment allowance",
    section="folketrygdloven §§ 11-20 tredje ledd og 11-23 andre ledd",
    href=f"{ACT}/§11-20",
)
class aap_barnetillegg(Rule):
    """§§ 11-20, 11-23: what the child supplement adds to the rounded daily rate."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rate = person("aap_dagsats", period)
        share = person("aap_utbetalingsgrad", period)
        both = nearest_krone((rate + person("aap_barnetillegg_dagsats", period)) * share)
        return (both - nearest_krone(rate * share)) * _days(parameters, period)
