"""Sosialtjenesteloven §§ 29-40: the qualification programme, in the order of the act.

A full-time programme towards work for people with little or nothing from Nav; a benefit of about
2 G, two thirds of it before the 25th birthday, that the kommune pays.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2009-12-18-131"


@input_value(
    nb="Har søkt om kvalifiseringsprogram",
    en="Has applied for the qualification programme",
    unit="bool",
    section="sosialtjenesteloven § 31",
    href=f"{ACT}/§31",
)
class soker_kvp(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har gjennomgått arbeidsevnevurdering",
    en="Has had the ability to work assessed",
    unit="bool",
    section="sosialtjenesteloven § 29 andre ledd",
    href=f"{ACT}/§29",
)
class arbeidsevnevurdert(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Vesentlig nedsatt arbeids- og inntektsevne",
    en="Essentially reduced ability to work and earn",
    unit="bool",
    section="sosialtjenesteloven § 29 første ledd",
    href=f"{ACT}/§29",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="nav_kontor",
        nb="Om den arbeidsevnevurderte søkeren har vesentlig nedsatt arbeids- og inntektsevne",
        en="Whether the assessed applicant has an essentially reduced ability to work and earn",
    ),
)
class vesentlig_nedsatt_arbeids_og_inntektsevne(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Programmet er hensiktsmessig og nødvendig",
    en="The programme is useful and necessary",
    unit="bool",
    section="sosialtjenesteloven § 29 andre ledd",
    href=f"{ACT}/§29",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="nav_kontor",
        nb="Om tett og koordinert bistand er hensiktsmessig og nødvendig for å komme i arbeid",
        en="Whether close and coordinated help is useful and necessary to get into work",
    ),
)
class kvp_hensiktsmessig_og_nodvendig(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Ytelsene fra folketrygden er svært begrensede",
    en="The benefits from National Insurance are very limited",
    unit="bool",
    section="sosialtjenesteloven § 29 første ledd",
    href=f"{ACT}/§29",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="nav_kontor",
        nb="Om en søker som har en ytelse til livsopphold, har en svært begrenset ytelse",
        en="Whether an applicant with a subsistence benefit has a very limited one",
    ),
)
class svart_begrensede_ytelser(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Uforholdsmessig byrdefullt å tilby program",
    en="Disproportionately burdensome to offer a programme",
    unit="bool",
    section="sosialtjenesteloven § 29 tredje ledd",
    href=f"{ACT}/§29",
    open_norm=OpenNorm(
        least=True,
        usual=False,
        most=False,
        decides="nav_kontor",
        nb="Om forhold ved søkeren gjør det uforholdsmessig byrdefullt å tilby et program",
        en="Whether the applicant's circumstances make an offer disproportionately burdensome",
    ),
)
class kvp_uforholdsmessig_byrdefullt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Dagpenger, sykepenger og foreldrepenger i måneden",
    en="Unemployment, sickness and parental benefit of the month",
    section="sosialtjenesteloven § 38",
    href=f"{ACT}/§38",
)
class dagpenger_sykepenger_foreldrepenger(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="I alderen for kvalifiseringsprogram",
    en="Of the age for the qualification programme",
    section="sosialtjenesteloven § 29 første ledd",
    href=f"{ACT}/§29",
    unit="bool",
)
class kvp_alder(Rule):
    """§ 29 first paragraph: from the month of the 18th birthday to the one before the 67th."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).sosial.kvalifiseringsprogram
        age = age_in_months(person, period)
        return (age >= 12 * law.nedre_aldersgrense) * (age < 12 * law.ovre_aldersgrense)


@rule(
    nb="Rett til kvalifiseringsprogram",
    en="Right to the qualification programme",
    section="sosialtjenesteloven § 29",
    href=f"{ACT}/§29",
    unit="bool",
)
class rett_til_kvp(Rule):
    """§ 29: an assessed applicant between 18 and 67 with an essentially reduced ability to work
    and no, or very limited, benefits to live on, when the programme is useful and necessary."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        benefits = (
            person("arbeidsavklaringspenger", period)
            + person("uforetrygd", period)
            + person("dagpenger_sykepenger_foreldrepenger", period)
        )
        without = (benefits <= 0) + person("svart_begrensede_ytelser", period)
        return (
            person("soker_kvp", period)
            * person("kvp_alder", period)
            * person("arbeidsevnevurdert", period)
            * person("vesentlig_nedsatt_arbeids_og_inntektsevne", period)
            * person("kvp_hensiktsmessig_og_nodvendig", period)
            * without
            * ~person("kvp_uforholdsmessig_byrdefullt", period)
        )


@input_value(
    nb="Innvilget kvalifiseringsprogram",
    en="Granted the qualification programme",
    unit="bool",
    section="sosialtjenesteloven §§ 29 og 31",
    href=f"{ACT}/§29",
)
class innvilget_kvp(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneder brukt av kvalifiseringsprogrammet før denne måneden",
    en="Months of the qualification programme used before this month",
    unit="months",
    section="sosialtjenesteloven § 32",
    href=f"{ACT}/§32",
)
class kvp_maneder_brukt(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Særlige grunner til å forlenge programmet",
    en="Special reasons to extend the programme",
    unit="bool",
    section="sosialtjenesteloven § 32",
    href=f"{ACT}/§32",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="nav_kontor",
        nb="Om særlige grunner tilsier at programmet forlenges ut over to år",
        en="Whether special reasons call for an extension beyond two years",
    ),
)
class kvp_saerlige_grunner_til_forlengelse(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Programmet er avbrutt for en periode",
    en="The programme is interrupted for a time",
    unit="bool",
    section="sosialtjenesteloven § 34 første ledd",
    href=f"{ACT}/§34",
)
class kvp_avbrutt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Deltar i kvalifiseringsprogram",
    en="Takes part in the qualification programme",
    section="sosialtjenesteloven §§ 32 og 34",
    href=f"{ACT}/§32",
    unit="bool",
)
class deltar_i_kvp(Rule):
    """§§ 32, 34: while the programme is granted and not interrupted, for at most two years, three
    when there are special reasons."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).sosial.kvalifiseringsprogram
        extension = law.lengste_forlengelse * person("kvp_saerlige_grunner_til_forlengelse", period)
        return (
            person("innvilget_kvp", period)
            * person("kvp_alder", period)
            * (person("kvp_maneder_brukt", period) < law.lengste_varighet + extension)
            * ~person("kvp_avbrutt", period)
        )


@rule(
    nb="Måneder med kvalifiseringsprogram",
    en="Months of the qualification programme",
    section="sosialtjenesteloven § 30",
    href=f"{ACT}/§30",
    unit="months",
)
class kvp_programmaneder(Rule):
    """§ 30: one month of the year-round full-time programme that the kommune runs."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("deltar_i_kvp", period) * 1.0


@rule(
    nb="Full kvalifiseringsstønad",
    en="Full qualification benefit",
    section="sosialtjenesteloven § 35",
    href=f"{ACT}/§35",
)
class kvalifiseringsstonad_full(Rule):
    """§ 35: 2.041 G a year to a participant (2 G until June 2024), two thirds before the month of
    the 25th birthday; a twelfth each month."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).sosial.kvalifiseringsprogram
        yearly = law.stonad * parameters(period).trygd.grunnbelop.grunnbelop
        young = age_in_months(person, period) < 12 * law.aldersgrense_full_stonad
        share = numpy.where(young, law.andel_under_aldersgrensen, 1.0)
        return person("deltar_i_kvp", period) * share * yearly / 12


@rule(
    nb="Barn som forsørges i husstanden",
    en="Children supported in the household",
    section="sosialtjenesteloven § 35 fjerde ledd",
    href=f"{ACT}/§35",
    unit="count",
)
class kvp_barn(Rule):
    """§ 35 fourth paragraph: the children under 18 who live at home."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        law = parameters(period).sosial.kvalifiseringsprogram
        place = husstand.members("plassering", period)
        young = age_in_months(husstand.members, period) < 12 * law.barn_til_alder
        return husstand.sum(
            young * (place == place.possible_values.hjemme) * 1.0, role=Husstand.BARN
        )


@rule(
    nb="Fullt barnetillegg til kvalifiseringsstønad",
    en="Full child supplement to the qualification benefit",
    section="sosialtjenesteloven § 35 fjerde ledd, forskrift 2011-12-21-1471 § 3",
    href="https://lovdata.no/forskrift/2011-12-21-1471/§3",
)
class kvp_barnetillegg_fullt(Rule):
    """§ 35 fourth paragraph and § 3 of the regulation: to a parent the day rate of
    arbeidsavklaringspenger for each child; both parents get it when both take part."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        days = parameters(period).sosial.kvalifiseringsprogram.stonadsdager
        per_day = parameters(period).trygd.arbeidsavklaringspenger.barnetillegg
        parent = person("deltar_i_kvp", period) * person.has_role(Husstand.FORELDER)
        return parent * person.husstand("kvp_barn", period) * per_day * days / 12


@input_value(
    nb="Dager med ugyldig fravær fra programmet i måneden",
    en="Days of unauthorised absence from the programme in the month",
    unit="days",
    section="sosialtjenesteloven § 36",
    href=f"{ACT}/§36",
)
class kvp_dager_ugyldig_fravaer(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Timer per uke i inntektsgivende arbeid eller læretid under programmet",
    en="Hours a week of paid work or apprenticeship during the programme",
    unit="hours/week",
    section="sosialtjenesteloven § 37",
    href=f"{ACT}/§37",
)
class kvp_arbeidstimer_per_uke(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Andel av kvalifiseringsstønaden som er igjen etter arbeidstid",
    en="Share of the qualification benefit left after working hours",
    section="sosialtjenesteloven § 37",
    href=f"{ACT}/§37",
    unit="share",
)
class kvp_andel_etter_arbeid(Rule):
    """§ 37: the benefit falls by the share of the programme's 37.5 hours that is paid work,
    whatever the pay."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).sosial.kvalifiseringsprogram
        worked = person("kvp_arbeidstimer_per_uke", period) / law.programtid
        return numpy.clip(1.0 - worked, 0.0, 1.0)


@rule(
    nb="Kvalifiseringsstønad",
    en="Qualification benefit",
    section="sosialtjenesteloven §§ 35-38",
    href=f"{ACT}/§35",
)
class kvalifiseringsstonad(Rule):
    """§§ 35-38: to the participant, a 260th of the year less for each day of unauthorised absence
    (§ 36), less in proportion to hours worked (§ 37) and less other benefits (§ 38)."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        days = parameters(period).sosial.kvalifiseringsprogram.stonadsdager
        full = person("kvalifiseringsstonad_full", period)
        absence = 12 * full / days * numpy.maximum(person("kvp_dager_ugyldig_fravaer", period), 0.0)
        after_work = numpy.maximum(full - absence, 0.0) * person("kvp_andel_etter_arbeid", period)
        others = numpy.maximum(person("dagpenger_sykepenger_foreldrepenger", period), 0.0)
        return numpy.maximum(after_work - others, 0.0)


@rule(
    nb="Barnetillegg til kvalifiseringsstønad",
    en="Child supplement to the qualification benefit",
    section="sosialtjenesteloven §§ 35 fjerde ledd og 37",
    href=f"{ACT}/§35",
)
class kvalifiseringsstonad_barnetillegg(Rule):
    """§§ 35, 37: to a participant with children, less in proportion to hours worked; §§ 36 and 38
    name the benefit alone."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("kvp_barnetillegg_fullt", period) * person("kvp_andel_etter_arbeid", period)
