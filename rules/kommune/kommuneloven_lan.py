"""Kommuneloven chapter 14, loans and overspending: §§ 14-11 and 14-14 to 14-18, and § 28-1 (ROBEK).

An operating deficit must be covered within two years. Loans are for the kommune's own investments,
for grants to what others build in fields where the kommune has a duty, and for lending on; what is
lent for the first two is paid down each year by at least the minimumsavdrag.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune
from effektlov.rules.kommune.kommuneloven import ACT, REGULATION
from effektlov.rules.rule import Rule, input_value, rule

YEAR = DateUnit.YEAR


@input_value(
    nb="Merforbruk fra i fjor som ikke er dekket",
    en="Overspending of last year that is not covered",
    unit="kr",
    section="kommuneloven § 14-11 første ledd",
    href=f"{ACT}/§14-11",
)
class merforbruk_i_fjor(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Merforbruk fra to år siden som ikke er dekket",
    en="Overspending of two years ago that is not covered",
    unit="kr",
    section="kommuneloven § 14-11 første ledd",
    href=f"{ACT}/§14-11",
)
class merforbruk_to_ar_siden(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Merforbruk fra tre år siden som ikke er dekket",
    en="Overspending of three years ago that is not covered",
    unit="kr",
    section="kommuneloven § 14-11 andre ledd",
    href=f"{ACT}/§14-11",
)
class merforbruk_tre_ar_siden(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Merforbruk fra fire år siden eller før som ikke er dekket",
    en="Overspending of four years ago or before that is not covered",
    unit="kr",
    section="kommuneloven § 14-11 andre ledd",
    href=f"{ACT}/§14-11",
)
class merforbruk_fire_ar_siden(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Kommunestyret har i særlige tilfeller vedtatt dekning innen fire år",
    en="In a special case the council has passed cover within four years",
    unit="bool",
    section="kommuneloven § 14-11 andre ledd",
    href=f"{ACT}/§14-11",
)
class vedtatt_lengre_inndekning(Rule):
    value_type = bool
    entity = Kommune
    definition_period = YEAR


@rule(
    nb="Merforbruk som senest skal dekkes i år",
    en="Overspending that must be covered this year at the latest",
    section="kommuneloven § 14-11",
    href=f"{ACT}/§14-11",
    unit="kr",
)
class merforbruk_med_frist_i_ar(Rule):
    """§ 14-11: the kommune covers an overspending the year after, at the latest the second year;
    the fourth, where the council has passed so in a special case."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period, parameters):
        law = parameters(period).kommune.kommuneloven
        longer = kommune("vedtatt_lengre_inndekning", period)
        limit = numpy.where(longer, law.inndekning_ar_vedtak, law.inndekning_ar)
        two = kommune("merforbruk_to_ar_siden", period) * (limit <= law.inndekning_ar)
        three = kommune("merforbruk_tre_ar_siden", period) * (limit < law.inndekning_ar_vedtak)
        return two + three + kommune("merforbruk_fire_ar_siden", period)


@rule(
    nb="Merforbruket er dekket inn i tide",
    en="The overspending is covered in time",
    section="kommuneloven § 14-11",
    href=f"{ACT}/§14-11",
    unit="bool",
)
class merforbruk_dekket_i_tide(Rule):
    """§ 14-11: the kommune has set up at least what falls due this year for cover."""

    value_type = bool
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period):
        due = kommune("merforbruk_med_frist_i_ar", period)
        return kommune("inndekning_av_merforbruk", period) >= due


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
    purpose that the act names, and for its own investments no more than their cost without
    value added tax."""

    value_type = bool
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period):
        own = kommune("lan_egne_investeringer", period)
        others = kommune("lan_andres_investeringer", period)
        purposes = (
            own + others + kommune("lan_kausjoner", period) + kommune("lan_videre_utlan", period)
        )
        cost = kommune("investeringsutgifter", period) - kommune(
            "mva_kompensasjon_investering", period
        )
        loans = kommune("nye_lan", period)
        framed = loans <= kommune("laneramme", period)
        lawful = kommune("lan_til_andre_lovlig", period) * (
            own <= numpy.maximum(cost - others, 0.0)
        )
        return framed * (loans <= purposes) * lawful


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
    nb="Lånegjeld ved inngangen av året (§§ 14-15 og 14-16)",
    en="Loan debt at the start of the year (§§ 14-15 and 14-16)",
    unit="kr",
    section="kommuneloven § 14-18 første ledd",
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


@rule(
    nb="Kommunen meldes inn i ROBEK",
    en="The kommune is entered in ROBEK",
    section="kommuneloven § 28-1 første ledd",
    href=f"{ACT}/§28-1",
    unit="bool",
)
class meldes_inn_i_robek(Rule):
    """§ 28-1: the ministry enters the kommune when operations are budgeted with a deficit, when
    cover takes more than two years, when collected overspending is more than three per cent of
    income, or when plan, budget or account are late."""

    value_type = bool
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period, parameters):
        law = parameters(period).kommune.kommuneloven
        deficit = kommune("driftsresultat", period) < 0
        older = kommune("merforbruk_tre_ar_siden", period) + kommune(
            "merforbruk_fire_ar_siden", period
        )
        longer = kommune("vedtatt_lengre_inndekning", period) + (older > 0)
        recent = kommune("merforbruk_i_fjor", period) + kommune("merforbruk_to_ar_siden", period)
        much = recent + older > law.merforbruk_robek * kommune("driftsinntekter", period)
        return deficit + longer + much + ~kommune("okonomi_behandlet_i_tide", period)


@rule(
    nb="Budsjettet oppfyller kommunelovens krav",
    en="The budget meets the requirements of the act",
    section="kommuneloven §§ 14-3, 14-4, 14-9 til 14-11 og 14-14 til 14-18",
    href=f"{ACT}/§14-4",
    unit="bool",
)
class budsjettet_er_lovlig(Rule):
    """Chapter 14: the kommune meets every rule of this module and the one before."""

    value_type = bool
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period):
        return (
            kommune("okonomi_behandlet_i_tide", period)
            * kommune("budsjettet_er_realistisk", period)
            * kommune("budsjett_i_balanse", period)
            * kommune("drift_uten_lan", period)
            * kommune("merforbruk_dekket_i_tide", period)
            * kommune("lan_lovlige", period)
            * kommune("avdrag_dekker_minimum", period)
        )
