"""Sosialtjenesteloven §§ 29-34: the qualification programme, in the order of the act.

A full-time programme towards work for people with little or nothing from Nav. The benefit that the
kommune pays stands in `kvalifiseringsstonad`.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
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
    only_if=("soker_kvp",),
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
            + person("overgangsstonad", period)
            + person("omstillingsstonad", period)
            + person("gjenlevendepensjon", period)
            + person("tiltakspenger", period)
            + person("ungdomsprogramytelse", period)
            + person("barnepensjon", period)
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
    only_if=("innvilget_kvp",),
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
    only_if=("innvilget_kvp",),
)
class kvp_programmaneder(Rule):
    """§ 30: one month of the year-round full-time programme that the kommune runs."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("deltar_i_kvp", period) * 1.0
