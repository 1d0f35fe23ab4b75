"""Kommuneloven chapter 14, loans: §§ 14-14 to 14-18.

Loans are for the kommune's own investments, for grants to what others build in fields where the
kommune has a duty, for lending on, and for what another act names; what is lent for the first two
and under another act is paid down each year by at least the minimumsavdrag.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune
from effektlov.rules.kommune.kommuneloven import ACT, REGULATION
from effektlov.rules.rule import Rule, input_value, rule

YEAR = DateUnit.YEAR


@input_value(
    nb="Lån til egne investeringer",
    en="Loans for own investments",
    unit="kr",
    section="kommuneloven § 14-15 første og andre ledd",
    href=f"{ACT}/§14-15",
)
class lan_egne_investeringer(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Merverdiavgiftskompensasjon for investeringene",
    en="Compensation of value added tax on the investments",
    unit="kr",
    section="kommuneloven § 14-15 første ledd",
    href=f"{ACT}/§14-15",
)
class mva_kompensasjon_investering(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Lån til tilskudd til andres investeringer",
    en="Loans for grants to what others build",
    unit="kr",
    section="kommuneloven § 14-16 første og andre ledd",
    href=f"{ACT}/§14-16",
)
class lan_andres_investeringer(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Eiernes samlede tilskudd til selskapet ganger kommunens eierandel",
    en="The owners' grants to the company times the kommune's share",
    unit="kr",
    section="kommuneloven § 14-16 andre ledd",
    href=f"{ACT}/§14-16",
)
class eiernes_tilskudd_etter_eierandel(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Lån til innfrielse av kausjoner",
    en="Loans to honour guarantees",
    unit="kr",
    section="kommuneloven § 14-16 tredje ledd",
    href=f"{ACT}/§14-16",
)
class lan_kausjoner(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Lån til videre utlån",
    en="Loans for lending on",
    unit="kr",
    section="kommuneloven § 14-17",
    href=f"{ACT}/§14-17",
)
class lan_videre_utlan(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Andres investering gjelder et lovpålagt ansvar",
    en="What others build concerns a duty by law",
    unit="bool",
    section="kommuneloven § 14-16 første og andre ledd",
    href=f"{ACT}/§14-16",
)
class andres_investering_lovpalagt(Rule):
    value_type = bool
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Andres investering er et selskap kommunen eier del i",
    en="What others build belongs to a company that the kommune owns a share of",
    unit="bool",
    section="kommuneloven § 14-16 andre ledd",
    href=f"{ACT}/§14-16",
)
class andres_investering_i_selskap(Rule):
    value_type = bool
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Lån med hjemmel i annen lov",
    en="Loans under another act",
    unit="kr",
    section="kommuneloven § 14-14 første ledd",
    href=f"{ACT}/§14-14",
)
class lan_annen_lov(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Tiltakene det lånes til, har bevilgning i investeringsbudsjettet",
    en="What is borrowed for has an appropriation in the investment budget",
    unit="bool",
    section="kommuneloven § 14-14 andre ledd andre punktum",
    href=f"{ACT}/§14-14",
)
class lanetiltak_bevilget(Rule):
    value_type = bool
    default_value = True
    entity = Kommune
    definition_period = YEAR


@rule(
    nb="Lånet til andres investeringer er lovlig",
    en="The loan for what others build is lawful",
    section="kommuneloven § 14-16",
    href=f"{ACT}/§14-16",
    unit="bool",
)
class lan_til_andre_lovlig(Rule):
    """§ 14-16: only where the kommune has a duty by law; to a company no more than the owners'
    grants times the share that the kommune owns."""

    value_type = bool
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period):
        loan = kommune("lan_andres_investeringer", period)
        company = kommune("andres_investering_i_selskap", period)
        most = kommune("eiernes_tilskudd_etter_eierandel", period)
        within = ~company + (loan <= most)
        return (loan <= 0) + kommune("andres_investering_lovpalagt", period) * within


@rule(
    nb="De nye lånene er lovlige",
    en="The new loans are lawful",
    section="kommuneloven §§ 14-14 til 14-17",
    href=f"{ACT}/§14-14",
    unit="bool",
)
class lan_lovlige(Rule):
    """§§ 14-14 to 14-17: the kommune borrows within the frame that the council has passed, for a
    purpose that this act or another names or to replace a loan; for its own investments no more
    than their cost without value added tax. But for guarantees and replaced loans, what is borrowed
    for has an appropriation in the investment budget."""

    value_type = bool
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period):
        own = kommune("lan_egne_investeringer", period)
        others = kommune("lan_andres_investeringer", period) + kommune("lan_annen_lov", period)
        budgeted = own + others + kommune("lan_videre_utlan", period)
        free = kommune("lan_kausjoner", period) + kommune("lan_refinansiering", period)
        loans = kommune("nye_lan", period)
        framed = (loans <= kommune("laneramme", period)) * (loans <= budgeted + free)
        cost = kommune("investeringsutgifter", period) - kommune(
            "mva_kompensasjon_investering", period
        )
        appropriated = kommune("lanetiltak_bevilget", period) + (budgeted <= 0)
        within = own <= numpy.maximum(cost - others, 0.0)
        return framed * appropriated * within * kommune("lan_til_andre_lovlig", period)


@input_value(
    nb="Avskrivninger i året",
    en="Depreciation of the year",
    unit="kr",
    section="kommuneloven § 14-18 første ledd",
    href=f"{ACT}/§14-18",
)
class avskrivninger(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Lånegjeld ved inngangen av året (§§ 14-15 og 14-16, og etter annen lov)",
    en="Loan debt at the start of the year (§§ 14-15 and 14-16, and other acts)",
    unit="kr",
    section="kommuneloven § 14-18 første og andre ledd",
    href=f"{ACT}/§14-18",
)
class lanegjeld_ved_inngangen(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Avskrivbare anleggsmidler ved inngangen av året",
    en="Depreciable assets at the start of the year",
    unit="kr",
    section="kommuneloven § 14-18 første ledd",
    href=f"{ACT}/§14-18",
)
class anleggsmidler_ved_inngangen(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Mottatte avdrag på videreutlån brukt til avdrag på andre lån",
    en="Repayments received on lending on, used to repay other loans",
    unit="kr",
    section="kommuneloven § 14-18 tredje ledd",
    href=f"{ACT}/§14-18",
)
class videreutlan_brukt_til_avdrag(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Lån til tomter holdt utenfor formelen",
    en="Loans for land kept out of the formula",
    unit="kr",
    section="kommuneloven § 14-18 fjerde ledd",
    href=f"{ACT}/§14-18",
)
class lan_til_tomter(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@rule(
    nb="Minimumsavdrag",
    en="Minimum repayment",
    section="kommuneloven § 14-18; forskrift om minimumsavdrag §§ 3-1, 3-4 og 3-5",
    href=f"{REGULATION}/§3-1",
)
class minimumsavdrag(Rule):
    """§ 14-18: the kommune repays at least depreciation x loan debt / depreciable assets, both at
    the start of the year; from 2025 loans for land may stand apart, repaid in fifty years."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period):
        return _by_formula(kommune, period)

    def formula_2025(kommune, period, parameters):
        years = parameters(period).kommune.kommuneloven.avdragstid_tomter_ar
        return _by_formula(kommune, period) + kommune("lan_til_tomter", period) / years


def _by_formula(kommune, period):
    paid_by_lending = kommune("videreutlan_brukt_til_avdrag", period)
    debt = kommune("lanegjeld_ved_inngangen", period) + paid_by_lending
    assets = kommune("anleggsmidler_ved_inngangen", period)
    ratio = numpy.where(assets > 0, debt / numpy.where(assets > 0, assets, 1), 0)
    return kommune("avskrivninger", period) * ratio


@rule(
    nb="Avdragene er minst minimumsavdraget",
    en="Repayments are at least the minimum",
    section="kommuneloven §§ 14-10 andre ledd og 14-18",
    href=f"{ACT}/§14-18",
    unit="bool",
)
class avdrag_dekker_minimum(Rule):
    """§ 14-10: the operating budget of the kommune covers repayments of at least the minimum."""

    value_type = bool
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period):
        return kommune("avdrag", period) >= kommune("minimumsavdrag", period)
