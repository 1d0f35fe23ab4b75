"""Folketrygdloven §§ 10-5 to 10-7: help to improve function in daily life and in work.

The right is a duty of Nav to lend or pay for an aid; what it costs is no money to the household.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Funksjonsevnen i dagliglivet er vesentlig og varig nedsatt",
    en="Function in daily life is materially and lastingly reduced",
    unit="bool",
    section="folketrygdloven § 10-6 første ledd",
    href=f"{ACT}/§10-6",
)
class funksjonsevne_vesentlig_og_varig_nedsatt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Evnen til inntektsgivende arbeid er varig nedsatt, eller valget av yrke er innskrenket",
    en="Ability to earn is lastingly reduced, or the choice of occupation restricted",
    unit="bool",
    section="folketrygdloven § 10-5 første ledd",
    href=f"{ACT}/§10-5",
)
class arbeidsevne_varig_nedsatt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Hjelpemiddelet er nødvendig og hensiktsmessig",
    en="The aid is necessary and suitable",
    unit="bool",
    section="folketrygdloven §§ 10-5 tredje ledd og 10-6 andre ledd",
    href=f"{ACT}/§10-6",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="nav",
        nb="Hva som er nødvendig og hensiktsmessig for å bedre funksjonsevnen, er Navs skjønn",
        en="What is necessary and suitable to improve function is Nav's judgement",
    ),
)
class hjelpemiddel_nodvendig_og_hensiktsmessig(Rule):
    value_type = bool
    entity = Person
    default_value = True
    definition_period = MONTH


@input_value(
    nb="Hjelpemiddelet vil sannsynligvis gi inntekt som reduserer uføretrygden",
    en="The aid will probably give earnings that reduce the disability benefit",
    unit="bool",
    section="folketrygdloven § 10-5 fjerde ledd",
    href=f"{ACT}/§10-5",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="nav",
        nb="Om stønaden gir lavere uføretrygd, fra 2026 inntekt over 0,4 G",
        en="Whether the support gives less disability benefit, from 2026 earnings above 0.4 G",
    ),
)
class hjelpemiddel_gir_inntekt_ved_siden_av_uforetrygd(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til stønad til bedring av funksjonsevnen i dagliglivet",
    en="Right to support to improve function in daily life",
    section="folketrygdloven § 10-6",
    href=f"{ACT}/§10-6",
    unit="bool",
    only_if=("funksjonsevne_vesentlig_og_varig_nedsatt",),
)
class rett_til_hjelpemidler_i_dagliglivet(Rule):
    """§ 10-6: whose function in daily life is materially and lastingly reduced, for what is
    necessary and suitable to improve it."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("funksjonsevne_vesentlig_og_varig_nedsatt", period) * person(
            "hjelpemiddel_nodvendig_og_hensiktsmessig", period
        )


@rule(
    nb="Rett til stønad til bedring av funksjonsevnen i arbeidslivet",
    en="Right to support to improve function in working life",
    section="folketrygdloven §§ 10-4 og 10-5",
    href=f"{ACT}/§10-5",
    unit="bool",
    only_if=("arbeidsevne_varig_nedsatt",),
)
class rett_til_hjelpemidler_i_arbeid(Rule):
    """§§ 10-4, 10-5: before 67, whose ability to earn is lastingly reduced, for what is necessary
    and suitable to get or keep work; beside disability benefit only when that will probably fall
    for it."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _work_aids(person, period, parameters, person("innvilget_uforetrygd", period))

    # Lov 12 juni 2026 nr. 24: only a full degree asks for earnings, with effect from January 2026.
    def formula_2026(person, period, parameters):
        full = person("uforegrad", period) >= 1
        return _work_aids(person, period, parameters, person("innvilget_uforetrygd", period) * full)


def _work_aids(person, period, parameters, disabled):
    law = parameters(period).trygd.fellesregler
    return (
        (age_in_months(person, period) < 12 * law.arbeidshjelpemidler_for_alder)
        * person("arbeidsevne_varig_nedsatt", period)
        * person("hjelpemiddel_nodvendig_og_hensiktsmessig", period)
        * (~disabled + person("hjelpemiddel_gir_inntekt_ved_siden_av_uforetrygd", period))
    )
