"""Tiltaksforskriften chapters 13 and 14: arbeidsforberedende trening (AFT) and varig tilrettelagt
arbeid (VTA). The state pays a fixed rate for each place in use; the kommune where the participant
lives adds at least a fourth of the state's grant to VTA (§ 14-8)."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/forskrift/2015-12-11-1598"


@input_value(
    nb="Særlig usikre yrkesmessige forutsetninger",
    en="Especially uncertain prospects of an occupation",
    unit="bool",
    section="tiltaksforskriften § 13-3",
    href=f"{ACT}/§13-3",
)
class usikre_yrkesmessige_forutsetninger(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Opplæring med sikte på formell kompetanse i tiltaket",
    en="Education towards formal competence in the measure",
    unit="bool",
    section="tiltaksforskriften § 13-4",
    href=f"{ACT}/§13-4",
)
class formell_opplaering_i_aft(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Ventes snart å få uføretrygd",
    en="Is soon expected to get disability benefit",
    unit="bool",
    section="tiltaksforskriften § 14-3",
    href=f"{ACT}/§14-3",
)
class venter_uforetrygd(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Trenger spesiell tilrettelegging og tett oppfølging",
    en="Needs special adaptation and close follow-up",
    unit="bool",
    section="tiltaksforskriften § 14-3",
    href=f"{ACT}/§14-3",
)
class trenger_spesiell_tilrettelegging(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Andre tiltak er vurdert og funnet uaktuelle",
    en="Other measures have been considered and found unsuitable",
    unit="bool",
    section="tiltaksforskriften § 14-3",
    href=f"{ACT}/§14-3",
)
class andre_tiltak_uaktuelle(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Deltakelse i tiltaket, andel av full tid",
    en="Participation in the measure, share of full time",
    unit="share",
    section="tiltaksforskriften § 13-7",
    href=f"{ACT}/§13-7",
)
class deltakelsesandel(Rule):
    value_type = float
    default_value = 1.0
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kommunens tilskudd til varig tilrettelagt arbeid, andel av statens",
    en="The kommune's grant to permanent adapted work, share of the state's",
    unit="share",
    section="tiltaksforskriften § 14-8 andre ledd",
    href=f"{ACT}/§14-8",
)
class kommunal_andel_av_vta(Rule):
    """Not stated, or less than the law's: the least share."""

    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Kan tilbys arbeidsforberedende trening",
    en="Can be offered work preparation training",
    section="tiltaksforskriften §§ 13-3 og 13-4",
    href=f"{ACT}/§13-3",
    unit="bool",
    only_if=("har_nedsatt_arbeidsevne", "innvilget_aap"),
)
class kan_tilbys_aft(Rule):
    """§§ 13-3, 13-4: a complex need, reduced work ability and especially uncertain prospects; a
    year, a year more, and one beyond for who takes formal education."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        longest = parameters(period).tiltak.tiltaksforskriften.varighet
        more = person("formell_opplaering_i_aft", period) * longest.aft_opplaering_tillegg
        return (
            person("fyller_vilkar_for_tiltak", period)
            * person("sammensatt_bistandsbehov", period)
            * person("nedsatt_arbeidsevne", period)
            * person("usikre_yrkesmessige_forutsetninger", period)
            * (person("tiltaksmaneder_brukt", period) < longest.aft + more)
        )


@rule(
    nb="Kan tilbys varig tilrettelagt arbeid",
    en="Can be offered permanent adapted work",
    section="tiltaksforskriften § 14-3",
    href=f"{ACT}/§14-3",
    unit="bool",
    only_if=("andre_tiltak_uaktuelle",),
)
class kan_tilbys_vta(Rule):
    """§ 14-3: who has or soon gets uføretrygd, needs special adaptation and close follow-up, and
    for whom other measures have been found unsuitable; not limited in time."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("fyller_vilkar_for_tiltak", period)
            * (person("innvilget_uforetrygd", period) + person("venter_uforetrygd", period))
            * person("trenger_spesiell_tilrettelegging", period)
            * person("andre_tiltak_uaktuelle", period)
        )


@rule(
    nb="Tiltaksplass som betales, andel av satsen",
    en="Place that is paid, share of the rate",
    section="tiltaksforskriften §§ 13-7 andre ledd og 14-8",
    href=f"{ACT}/§13-7",
    unit="share",
    confidence="secondary",
    reason="At deltakelse under 50 prosent gir halv sats, er lest i Navs kode "
    "(navikt/mulighetsrommet), som bruker samme beregning for AFT og VTA",
)
class tiltaksplass_andel(Rule):
    """§ 13-7: half a place when the participation is below the limit, otherwise a whole one."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tiltak.tilrettelagt_arbeid
        share = person("deltakelsesandel", period)
        part = numpy.where(share < law.deltidsgrense, law.deltidssats, 1)
        return part * (share > 0)


@rule(
    nb="Tilskudd til arbeidsforberedende trening",
    en="Grant for work preparation training",
    section="tiltaksforskriften § 13-7",
    href=f"{ACT}/§13-7",
    only_if=("arbeidsmarkedstiltak",),
)
class aft_tilskudd(Rule):
    """§ 13-7: the fixed monthly rate for a place in use, from the state to the provider."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tiltak.tilrettelagt_arbeid
        measure = person("arbeidsmarkedstiltak", period)
        return (
            (measure == measure.possible_values.aft)
            * law.aft_sats
            * person("tiltaksplass_andel", period)
        )


@rule(
    nb="Statlig tilskudd til varig tilrettelagt arbeid",
    en="State grant for permanent adapted work",
    section="tiltaksforskriften §§ 14-8 første ledd og 14A-7",
    href=f"{ACT}/§14-8",
    only_if=("arbeidsmarkedstiltak",),
)
class vta_statlig_tilskudd(Rule):
    """§ 14-8 first paragraph: the fixed monthly rate for a place in use; lower in an ordinary
    firm."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tiltak.tilrettelagt_arbeid
        measure = person("arbeidsmarkedstiltak", period)
        kinds = measure.possible_values
        rate = (measure == kinds.vta_skjermet) * law.vta_skjermet_sats + (
            measure == kinds.vta_ordinaer
        ) * law.vta_ordinaer_sats
        return rate * person("tiltaksplass_andel", period)


@rule(
    nb="Kommunalt tilskudd til varig tilrettelagt arbeid",
    en="Municipal grant for permanent adapted work",
    section="tiltaksforskriften § 14-8 andre ledd",
    href=f"{ACT}/§14-8",
    only_if=("arbeidsmarkedstiltak",),
)
class vta_kommunalt_tilskudd(Rule):
    """§ 14-8 second paragraph: the kommune where the participant lives adds at least a fourth of
    the state's grant; from September 2026 not in an ordinary firm, which has a chapter of its
    own."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("vta_statlig_tilskudd", period) * _share(person, period, parameters)

    def formula_2026_09(person, period, parameters):
        measure = person("arbeidsmarkedstiltak", period)
        sheltered = measure == measure.possible_values.vta_skjermet
        grant = person("vta_statlig_tilskudd", period)
        return sheltered * grant * _share(person, period, parameters)


def _share(person, period, parameters):
    least = parameters(period).tiltak.tilrettelagt_arbeid.kommunal_minsteandel
    return numpy.maximum(person("kommunal_andel_av_vta", period), least)
