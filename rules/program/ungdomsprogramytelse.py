"""Forskrift 20 juni 2025 nr. 1182: the trial with a youth programme and its benefit.

Up to a year full time for young people who need Nav's help to get work, at chosen Nav offices;
2.041 G a year, two thirds before the 25th birthday, less 66 per cent of the month's earnings.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Kommune, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.program.inntektsreduksjon import paid_days, paid_in_month
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/forskrift/2025-06-20-1182"


@input_value(
    nb="Nav-kontoret er med i forsøket med ungdomsprogram",
    en="The Nav office is in the trial with a youth programme",
    unit="bool",
    section="forskrift 20. juni 2025 nr. 1182 § 2",
    href=f"{ACT}/§2",
)
class forsok_med_ungdomsprogram(Rule):
    """The ministry chooses the counties."""

    value_type = bool
    entity = Kommune
    definition_period = MONTH


@input_value(
    nb="Ønsker å delta i ungdomsprogrammet",
    en="Wants to take part in the youth programme",
    unit="bool",
    section="forskrift 20. juni 2025 nr. 1182 § 3",
    href=f"{ACT}/§3",
)
class onsker_ungdomsprogram(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har tidligere deltatt i ungdomsprogrammet",
    en="Has taken part in the youth programme before",
    unit="bool",
    section="forskrift 20. juni 2025 nr. 1182 § 3",
    href=f"{ACT}/§3",
)
class har_deltatt_i_ungdomsprogram(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Ungdomsprogrammet er nødvendig og hensiktsmessig, og den unge kan delta på fulltid",
    en="The youth programme is necessary and useful, and the youth is able to take part full time",
    unit="bool",
    section="forskrift 20. juni 2025 nr. 1182 § 3",
    href=f"{ACT}/§3",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="nav",
        nb="Om programmet er nødvendig og hensiktsmessig for arbeid eller utdanning, og på fulltid",
        en="Whether the programme is necessary and useful for work or education, and full time",
    ),
)
class ungdomsprogram_nodvendig_og_hensiktsmessig(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@rule(
    nb="Kan tildeles ungdomsprogrammet",
    en="May be given the youth programme",
    section="forskrift 20. juni 2025 nr. 1182 §§ 2 og 3",
    href=f"{ACT}/§3",
    unit="bool",
)
class kan_tildeles_ungdomsprogram(Rule):
    """§§ 2, 3: at a chosen office, 18 and not 29, in need of help, willing and able to take part
    full time, and for the first time."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2025_08(person, period, parameters):
        """The trial started on 1 August 2025 (§ 14)."""
        law = parameters(period).program.ungdomsprogramytelse
        age = age_in_months(person, period)
        return (
            (age >= 12 * law.alder_fra)
            * (age < 12 * law.alder_til)
            * person.kommune("forsok_med_ungdomsprogram", period)
            * person("onsker_ungdomsprogram", period)
            * person("behov_for_bistand_til_arbeid", period)
            * person("ungdomsprogram_nodvendig_og_hensiktsmessig", period)
            * ~person("har_deltatt_i_ungdomsprogram", period)
        )


@input_value(
    nb="Innvilget ungdomsprogram med ungdomsprogramytelse",
    en="Granted the youth programme with its benefit",
    unit="bool",
    section="forskrift 20. juni 2025 nr. 1182 §§ 3 og 8",
    href=f"{ACT}/§8",
)
class innvilget_ungdomsprogram(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Dager brukt av ungdomsprogrammet før denne måneden",
    en="Days of the youth programme used before this month",
    unit="days",
    section="forskrift 20. juni 2025 nr. 1182 § 6",
    href=f"{ACT}/§6",
)
class ungdomsprogram_dager_brukt(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Ungdomsprogrammet er forlenget",
    en="The youth programme is extended",
    unit="bool",
    section="forskrift 20. juni 2025 nr. 1182 § 6",
    href=f"{ACT}/§6",
)
class ungdomsprogram_forlenget(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Virkedager med ungdomsprogram i måneden (0: en tolvdel av 260)",
    en="Workdays with the youth programme in the month (0: a twelfth of 260)",
    unit="days",
    section="forskrift 20. juni 2025 nr. 1182 § 9",
    href=f"{ACT}/§9",
)
class ungdomsprogram_dager(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Virkedager i hele kalendermåneden, når programmet varer en del av den",
    en="Workdays of the calendar month, when the programme lasts a part of it",
    unit="days",
    section="forskrift 20. juni 2025 nr. 1182 § 11",
    href=f"{ACT}/§11",
)
class ungdomsprogram_virkedager_i_maneden(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Dager med ungdomsprogramytelse",
    en="Days with the youth programme benefit",
    section="forskrift 20. juni 2025 nr. 1182 §§ 3, 6 og 12",
    href=f"{ACT}/§6",
    unit="days",
)
class ungdomsprogramytelse_dager(Rule):
    """§§ 3, 6, 12: until the 29th birthday, for 52 weeks and 8 more when extended, and not beside
    another benefit to live on than sosialhjelp, sykepenger or pleiepenger; barnepensjon, which
    tiltakspengeforskriften § 7 excepts, is not excepted here."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2025_08(person, period, parameters):
        """The trial started on 1 August 2025 (§ 14)."""
        law = parameters(period).program.ungdomsprogramytelse
        age = age_in_months(person, period)
        runs = (
            person("innvilget_ungdomsprogram", period)
            * (age >= 12 * law.alder_fra)
            * (age <= 12 * law.alder_til)
            * ~person("har_annen_livsoppholdsytelse", period)
            * ~person("innvilget_aktivitetspenger", period)
            * ~person("i_kommunalt_program", period)
            * (person("barnepensjon", period) <= 0)
        )
        longest = law.lengste_varighet + law.lengste_forlengelse * person(
            "ungdomsprogram_forlenget", period
        )
        days = paid_days(
            person("ungdomsprogram_dager", period),
            law.dager_per_ar / 12,
            longest - person("ungdomsprogram_dager_brukt", period),
        )
        return runs * days


@rule(
    nb="Dagsats i ungdomsprogrammet, uten barnetillegg",
    en="Day rate of the youth programme, without child supplement",
    section="forskrift 20. juni 2025 nr. 1182 § 9",
    href=f"{ACT}/§9",
    unit="kr/day",
)
class ungdomsprogramytelse_dagsats(Rule):
    """§ 9: 2.041 G, two thirds before the month of the 25th birthday, divided by 260."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2025_08(person, period, parameters):
        """The trial started on 1 August 2025 (§ 14)."""
        law = parameters(period).program.ungdomsprogramytelse
        young = age_in_months(person, period) < 12 * law.aldersgrense_full_ytelse
        share = numpy.where(young, law.andel_under_aldersgrensen, 1.0)
        yearly = law.ytelse * parameters(period).trygd.grunnbelop.grunnbelop * share
        return (person("ungdomsprogramytelse_dager", period) > 0) * yearly / law.dager_per_ar


@rule(
    nb="Barnetillegg per dag i ungdomsprogrammet",
    en="Child supplement per day of the youth programme",
    section="forskrift 20. juni 2025 nr. 1182 § 9 tredje ledd",
    href=f"{ACT}/§9",
    unit="kr/day",
)
class ungdomsprogramytelse_barnetillegg_dagsats(Rule):
    """§ 9 third paragraph: to a parent for each child under 18; both parents may get it."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2025_08(person, period, parameters):
        """The trial started on 1 August 2025 (§ 14)."""
        rate = parameters(period).program.ungdomsprogramytelse.barnetillegg
        children = person.husstand.sum(
            person.husstand.members("barn_etter_folketrygdloven", period) * 1.0
        )
        parent = person.has_role(Husstand.FORELDER) * (
            person("ungdomsprogramytelse_dager", period) > 0
        )
        return parent * children * rate


@rule(
    nb="Ungdomsprogramytelse",
    en="Youth programme benefit",
    section="forskrift 20. juni 2025 nr. 1182 §§ 9 og 11",
    href=f"{ACT}/§9",
    only_if=("innvilget_ungdomsprogram",),
)
class ungdomsprogramytelse(Rule):
    """§§ 9, 11: the day rate with the child supplement for the days of the month, less 66 per cent
    of earnings, sykepenger and pleiepenger of that month; whole kroner a day."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2025_08(person, period, parameters):
        """The trial started on 1 August 2025 (§ 14)."""
        income = (
            person("lonn", period)
            + person("naeringsinntekt", period)
            + person("ytelser_ved_sykdom", period)
        )
        return paid_in_month(
            day_rate=person("ungdomsprogramytelse_dagsats", period)
            + person("ungdomsprogramytelse_barnetillegg_dagsats", period),
            days=person("ungdomsprogramytelse_dager", period),
            days_of_month=person("ungdomsprogram_virkedager_i_maneden", period),
            income=income,
            cut=parameters(period).program.ungdomsprogramytelse.inntektsreduksjon,
        )
