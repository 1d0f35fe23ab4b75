"""Folketrygdloven kapittel 11, who has a right to work assessment allowance and for how long:
§§ 11-2 to 11-18 and 11-26.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
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
    section="folketrygdloven §§ 11-2 til 11-6 og 11-22 første ledd",
    href=f"{ACT}/§11-5",
    unit="bool",
    only_if=("sykdom_skade_lyte",),
)
class rett_til_aap(Rule):
    """§§ 11-2, 11-4 to 11-6: a member from 18 to the month of turning 67 whose work ability is cut
    by half, materially by illness, and who needs treatment, a measure or follow-up to get work.
    Prior membership does not matter after an occupational injury (§ 11-22)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            _of_age(person, period, parameters)
            * (
                person("forutgaende_medlemskap", period)
                + (person("aap_yrkesskade_andel", period) > 0)
            )
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


class AapStonadstype(Enum):
    bistandsbehov = "Behov for bistand (§§ 11-5 og 11-6)"
    student = "Student som har avbrutt studiet (§ 11-14)"
    etablering = "Etablerer egen virksomhet (§ 11-15)"
    sykepengeerstatning = "Uten ny rett til sykepenger (§ 11-13)"
    arbeidssoker = "Arbeidssøker (§ 11-17)"
    vurderes_for_uforetrygd = "Vurderes for uføretrygd (§ 11-18)"


@input_value(
    nb="Bestemmelsen ytelsen er innvilget etter",
    en="Provision that the allowance is granted under",
    unit="enum",
    section="folketrygdloven §§ 11-5, 11-13, 11-14, 11-15, 11-17 og 11-18",
    href=f"{ACT}/§11-12",
)
class aap_stonadstype(Rule):
    value_type = Enum
    possible_values = AapStonadstype
    default_value = AapStonadstype.bistandsbehov
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneder brukt etter denne bestemmelsen før denne måneden",
    en="Months used under this provision before this month",
    unit="months",
    section="folketrygdloven §§ 11-13, 11-14, 11-15, 11-17 og 11-18",
    href=f"{ACT}/§11-13",
)
class aap_brukte_maneder_etter_stonadstype(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Virkningstidspunkt for arbeidsavklaringspengene",
    en="Effective month of the work assessment allowance",
    unit="month index",
    section="lov 20 desember 2019 nr. 84 del VI og lov 16 juni 2017 nr. 43",
    href="https://lovdata.no/lov/2019-12-20-84",
    shift="absolute",
)
class aap_siden(Rule):
    """Not stated: the present rules on minimum and length apply from the month they came."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@rule(
    nb="Lengste stønadsperiode",
    en="Longest benefit period",
    section="folketrygdloven § 11-12 første til tredje ledd",
    href=f"{ACT}/§11-12",
    unit="months",
)
class aap_lengste_stonadsperiode(Rule):
    """§ 11-12: three years, four for who received the allowance before 2018, and two more when the
    period is extended."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        since = person("aap_siden", period)
        earlier = (since > 0) * (since // 12 < law.nye_varighetsregler_ar)
        ordinary = numpy.where(earlier, law.stonadsperiode_for_2018, law.stonadsperiode)
        return 12 * (ordinary + person("aap_forlenget", period) * law.forlengelse)


@rule(
    nb="Innenfor den lengste tiden med ytelsen",
    en="Within the longest time with the allowance",
    section="folketrygdloven §§ 11-12 til 11-18",
    href=f"{ACT}/§11-12",
    unit="bool",
)
class aap_innenfor_varighet(Rule):
    """§ 11-12: within the benefit period, which §§ 11-13, 11-17 and 11-18 do not use of; and within
    the own limit of the provision: six months for a student, without a new right to sykepenger and
    as a job seeker, eight while uføretrygd is assessed, nine while setting up a business."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        kind = person("aap_stonadstype", period)
        kinds = kind.possible_values
        sick = kind == kinds.sykepengeerstatning
        seeking = kind == kinds.arbeidssoker
        assessed = kind == kinds.vurderes_for_uforetrygd
        longest = numpy.select(
            [kind == kinds.student, kind == kinds.etablering, sick, seeking, assessed],
            [
                law.lengste_som_student,
                law.lengste_under_etablering,
                law.lengste_uten_ny_rett_til_sykepenger,
                law.lengste_som_arbeidssoker,
                law.lengste_under_vurdering_for_uforetrygd,
            ],
            numpy.inf,
        )
        outside = person("aap_utenfor_stonadsperioden", period) + sick + seeking + assessed
        used = person("aap_brukte_maneder", period)
        within = used < person("aap_lengste_stonadsperiode", period)
        own = person("aap_brukte_maneder_etter_stonadstype", period) < longest
        return own * (within + outside)


@rule(
    nb="Måned med rett til utbetaling av arbeidsavklaringspenger",
    en="Month with a right to work assessment allowance",
    section="folketrygdloven §§ 11-4, 11-12 og 11-26",
    href=f"{ACT}/§11-12",
    unit="bool",
    only_if=("innvilget_aap",),
)
class aap_maned(Rule):
    """§§ 11-4, 11-12, 11-26: when granted, of age, not in prison, within the longest time."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("innvilget_aap", period)
            * _of_age(person, period, parameters)
            * ~person("i_fengsel", period)
            * person("aap_innenfor_varighet", period)
        )
