"""Folketrygdloven kapittel 12, who has a right to disability benefit: §§ 12-2 to 12-7 and 12-13.

Nav decides on judgement; the decision itself is the input `innvilget_uforetrygd`. The rights below
are what duties are triggered by.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Innvilget uføretrygd",
    en="Granted disability benefit",
    unit="bool",
    section="folketrygdloven § 12-1",
    href=f"{ACT}/§12-1",
)
class innvilget_uforetrygd(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Hensiktsmessig behandling og arbeidsrettede tiltak er prøvd",
    en="Suitable treatment and work measures have been tried",
    unit="bool",
    section="folketrygdloven § 12-5",
    href=f"{ACT}/§12-5",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="nav",
        nb="Hva som er hensiktsmessig, og når åpenbare grunner taler mot tiltak, er Navs skjønn",
        en="What is suitable, and when obvious reasons speak against measures, is Nav's judgement",
    ),
)
class behandling_og_tiltak_provd(Rule):
    value_type = bool
    entity = Person
    default_value = True
    definition_period = MONTH


@input_value(
    nb="Varig sykdom, skade eller lyte er hovedårsaken",
    en="Lasting illness, injury or defect is the main cause",
    unit="bool",
    section="folketrygdloven § 12-6",
    href=f"{ACT}/§12-6",
)
class varig_sykdom_skade_lyte(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Andel av inntektsevnen som er varig tapt",
    en="Share of earning capacity that is permanently lost",
    unit="share",
    section="folketrygdloven § 12-7",
    href=f"{ACT}/§12-7",
)
class inntektsevne_nedsatt_andel(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Fyller vilkårene for minsteytelse som ung ufør",
    en="Meets the conditions for the minimum of the young disabled",
    unit="bool",
    section="folketrygdloven § 12-13 tredje ledd",
    href=f"{ACT}/§12-13",
)
class ung_ufor(Rule):
    """Disabled before 26 by a serious and lasting, clearly documented illness."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Uføretidspunktet",
    en="Month of onset of disability",
    unit="month index",
    section="folketrygdloven § 12-8",
    href=f"{ACT}/§12-8",
    shift="absolute",
)
class ufor_siden(Rule):
    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Måneden kravet om uføretrygd ble satt fram",
    en="Month when disability benefit was claimed",
    unit="month index",
    section="folketrygdloven § 12-13 tredje ledd",
    href=f"{ACT}/§12-13",
    shift="absolute",
)
class krav_om_uforetrygd_maned(Rule):
    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Har vært mer enn 50 prosent yrkesaktiv etter fylte 26 år",
    en="Has worked more than half time after turning 26",
    unit="bool",
    section="folketrygdloven § 12-13 tredje ledd andre punktum",
    href=f"{ACT}/§12-13",
)
class yrkesaktiv_etter_26(Rule):
    value_type = bool
    entity = Person
    definition_period = ETERNITY


@rule(
    nb="Fyller alderskravene for ung ufør",
    en="Meets the age conditions of the young disabled",
    section="folketrygdloven § 12-13 tredje ledd første og andre punktum",
    href=f"{ACT}/§12-13",
    unit="bool",
)
class ung_ufor_vilkar(Rule):
    """§ 12-13 third paragraph: seriously ill and disabled before 26, and who has worked more than
    half time since must claim before 36. A month that the case does not state counts as met."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        born = person("fodselskohort", period)
        onset, claimed = person("ufor_siden", period), person("krav_om_uforetrygd_maned", period)
        before = (onset == 0) + (onset - born < 12 * law.ung_ufor_for_alder)
        in_time = (claimed == 0) + (claimed - born < 12 * law.ung_ufor_krav_for_alder)
        return (
            person("ung_ufor", period) * before * (in_time + ~person("yrkesaktiv_etter_26", period))
        )


@rule(
    nb="Rett til uføretrygd",
    en="Right to disability benefit",
    section="folketrygdloven §§ 12-2 til 12-7",
    href=f"{ACT}/§12-7",
    unit="bool",
    only_if=("inntektsevne_nedsatt_andel",),
)
class rett_til_uforetrygd(Rule):
    """§§ 12-2 to 12-7: a member aged 18 to 67, treated and tried in work, whose earning capacity is
    permanently cut by half (40 per cent for a recipient of AAP) mainly by lasting illness."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        age = age_in_months(person, period)
        needed = numpy.where(
            person("innvilget_aap", period),
            law.nedsatt_inntektsevne_fra_aap,
            law.nedsatt_inntektsevne,
        )
        return (
            (age >= 12 * law.alder_fra)
            * (age < 12 * law.alder_til)
            * person("forutgaende_medlemskap", period)
            * person("behandling_og_tiltak_provd", period)
            * person("varig_sykdom_skade_lyte", period)
            * (person("inntektsevne_nedsatt_andel", period) >= needed)
        )


@rule(
    nb="Rett til minsteytelse som ung ufør",
    en="Right to the minimum of the young disabled",
    section="folketrygdloven § 12-13 tredje ledd",
    href=f"{ACT}/§12-13",
    unit="bool",
)
class rett_til_minsteytelse_ung_ufor(Rule):
    """§ 12-13 third paragraph: from the month of turning 20, to who was disabled before 26."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        old_enough = age_in_months(person, period) >= 12 * law.ung_ufor_alder
        return old_enough * person("ung_ufor_vilkar", period)


@rule(
    nb="Rett til uføretrygd med minsteytelse som ung ufør",
    en="Right to disability benefit with the minimum of the young disabled",
    section="folketrygdloven §§ 12-7 og 12-13 tredje ledd",
    href=f"{ACT}/§12-13",
    unit="bool",
    only_if=("inntektsevne_nedsatt_andel",),
)
class uforetrygd_som_ung_ufor(Rule):
    """§§ 12-7, 12-13: both the general conditions and those of the young disabled are met."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("rett_til_uforetrygd", period) * person(
            "rett_til_minsteytelse_ung_ufor", period
        )


@rule(
    nb="Måned med rett til utbetaling av uføretrygd",
    en="Month with a right to disability benefit",
    section="folketrygdloven §§ 12-4 og 22-12",
    href=f"{ACT}/§22-12",
    unit="bool",
)
class uforetrygd_maned(Rule):
    """§§ 12-4, 22-12: when granted, from the month after the 18th birthday to the month of the
    67th."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        age = age_in_months(person, period)
        return (
            person("innvilget_uforetrygd", period)
            * (age > 12 * law.alder_fra)
            * (age <= 12 * law.alder_til)
        )
