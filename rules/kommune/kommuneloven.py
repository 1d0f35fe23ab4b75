"""Kommuneloven (lov 22. juni 2018 nr. 83) chapter 14: the budget rules, tried on figures.

A year of the rules is a year of the four-year plan, of the budget or of the account: each is tried
by itself. Whether figures are realistic is a judgement, and the kommune's own.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

YEAR = DateUnit.YEAR
ACT = "https://lovdata.no/lov/2018-06-22-83"
REGULATION = "https://lovdata.no/forskrift/2024-09-27-2348"


@input_value(
    nb="År økonomiplanen dekker",
    en="Years that the financial plan covers",
    unit="years",
    section="kommuneloven § 14-3 første ledd",
    href=f"{ACT}/§14-3",
)
class okonomiplan_ar(Rule):
    value_type = int
    default_value = 4
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Dager etter årsskiftet plan og budsjett ble vedtatt (0 eller mindre: i tide)",
    en="Days into the year on which plan and budget were passed (0 or less: in time)",
    unit="days",
    section="kommuneloven § 14-3 første ledd",
    href=f"{ACT}/§14-3",
    may_be_negative=True,
)
class budsjett_dager_etter_arsskiftet(Rule):
    value_type = int
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Måneder etter årets slutt årsregnskapet ble vedtatt",
    en="Months after the end of the year at which the account was passed",
    unit="months",
    section="kommuneloven § 14-3 andre ledd",
    href=f"{ACT}/§14-3",
)
class regnskap_maneder_etter_aret(Rule):
    value_type = int
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Dager innstillingen var offentlig før behandlingen",
    en="Days that the recommendation was public before it was treated",
    unit="days",
    section="kommuneloven § 14-3 fjerde ledd",
    href=f"{ACT}/§14-3",
)
class innstilling_offentlig_dager(Rule):
    value_type = int
    default_value = 14
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Innstillingen gjelder en endring i vedtatt plan eller budsjett",
    en="The recommendation concerns a change of a plan or budget already passed",
    unit="bool",
    section="kommuneloven § 14-3 fjerde ledd andre punktum",
    href=f"{ACT}/§14-3",
)
class innstilling_om_endring(Rule):
    value_type = bool
    entity = Kommune
    definition_period = YEAR


@rule(
    nb="Plan, budsjett og regnskap er vedtatt innen fristene",
    en="Plan, budget and account are passed within the deadlines",
    section="kommuneloven § 14-3 første og andre ledd",
    href=f"{ACT}/§14-3",
    unit="bool",
)
class vedtatt_innen_fristene(Rule):
    """§ 14-3: the kommune passes plan and budget before the new year, the account within six
    months of the end of its year."""

    value_type = bool
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period, parameters):
        law = parameters(period).kommune.kommuneloven
        budget = kommune("budsjett_dager_etter_arsskiftet", period) <= 0
        account = kommune("regnskap_maneder_etter_aret", period) <= law.regnskapsfrist_maneder
        return budget * account


@rule(
    nb="Økonomiplan, budsjett og regnskap er behandlet i tide",
    en="Plan, budget and account are treated in time",
    section="kommuneloven § 14-3",
    href=f"{ACT}/§14-3",
    unit="bool",
)
class okonomi_behandlet_i_tide(Rule):
    """§ 14-3: the kommune passes a plan of four years and the budget in time, published fourteen
    days before unless it is a change of one already passed, and the account in time."""

    value_type = bool
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period, parameters):
        law = parameters(period).kommune.kommuneloven
        plan = kommune("okonomiplan_ar", period) >= law.planperiode_ar
        days = kommune("innstilling_offentlig_dager", period)
        public = (days >= law.offentlig_dager) + kommune("innstilling_om_endring", period)
        return plan * kommune("vedtatt_innen_fristene", period) * public


@input_value(
    nb="Budsjettet er realistisk, fullstendig og oversiktlig",
    en="The budget is realistic, complete and clear",
    unit="bool",
    section="kommuneloven § 14-4 tredje ledd",
    href=f"{ACT}/§14-4",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="statsforvalter",
        nb="Budsjettet bygger på anslag kommunen kan stå for",
        en="The budget rests on estimates that the kommune can answer for",
    ),
)
class budsjettet_er_realistisk(Rule):
    value_type = bool
    default_value = True
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Løpende driftsinntekter",
    en="Current operating income",
    unit="kr",
    section="kommuneloven § 14-9 andre ledd",
    href=f"{ACT}/§14-9",
)
class driftsinntekter(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Driftsutgifter og renter, uten avdrag",
    en="Operating expenditure and interest, without repayments",
    unit="kr",
    section="kommuneloven § 14-9 første ledd",
    href=f"{ACT}/§14-9",
)
class driftsutgifter(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Avdrag på lån, ført i driften",
    en="Repayments of loans, entered in operations",
    unit="kr",
    section="kommuneloven § 14-10 andre ledd",
    href=f"{ACT}/§14-10",
)
class avdrag(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Bruk av driftsfond",
    en="Use of operating funds",
    unit="kr",
    section="kommuneloven § 14-10 første ledd",
    href=f"{ACT}/§14-10",
)
class bruk_av_driftsfond(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Avsetninger og overføring til investering",
    en="Allocations and transfer to investment",
    unit="kr",
    section="kommuneloven § 14-10 fjerde og femte ledd",
    href=f"{ACT}/§14-10",
)
class avsetninger(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Inndekning av tidligere års merforbruk",
    en="Covering of earlier years' overspending",
    unit="kr",
    section="kommuneloven § 14-10 tredje ledd",
    href=f"{ACT}/§14-10",
)
class inndekning_av_merforbruk(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Lån brukt til drift",
    en="Loans used for operations",
    unit="kr",
    section="kommuneloven § 14-9 andre ledd",
    href=f"{ACT}/§14-9",
)
class lan_brukt_til_drift(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Investeringsutgifter",
    en="Investment expenditure",
    unit="kr",
    section="kommuneloven § 14-9 første ledd",
    href=f"{ACT}/§14-9",
)
class investeringsutgifter(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Inntekter i investeringsdelen, uten lån",
    en="Income of the investment part, without loans",
    unit="kr",
    section="kommuneloven § 14-10 første ledd",
    href=f"{ACT}/§14-10",
)
class investeringsinntekter(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Udekket i investeringsregnskapet i fjor, ført opp til dekning",
    en="Not covered in last year's investment account, set up for cover",
    unit="kr",
    section="kommuneloven §§ 14-10 tredje ledd og 14-11 tredje ledd",
    href=f"{ACT}/§14-11",
)
class udekket_investering_i_fjor(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Lån som refinansierer eksisterende lån",
    en="Loans that refinance existing loans",
    unit="kr",
    section="kommuneloven § 14-14 første ledd",
    href=f"{ACT}/§14-14",
)
class lan_refinansiering(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Nye lån i året",
    en="New loans of the year",
    unit="kr",
    section="kommuneloven § 14-14",
    href=f"{ACT}/§14-14",
)
class nye_lan(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Lånerammen kommunestyret har vedtatt",
    en="The loan frame that the council has passed",
    unit="kr",
    section="kommuneloven § 14-14 andre ledd",
    href=f"{ACT}/§14-14",
)
class laneramme(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@rule(
    nb="Driftens resultat",
    en="The result of operations",
    section="kommuneloven § 14-10 første ledd",
    href=f"{ACT}/§14-10",
    unit="kr",
    may_be_negative=True,
)
class driftsresultat(Rule):
    """§ 14-10: what the year brings in, less its expenditure, repayments, allocations and cover."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period):
        coming_in = kommune("driftsinntekter", period) + kommune("bruk_av_driftsfond", period)
        going_out = kommune("driftsutgifter", period) + kommune("avdrag", period)
        set_aside = kommune("avsetninger", period) + kommune("inndekning_av_merforbruk", period)
        return coming_in - going_out - set_aside


@rule(
    nb="Budsjettet er i balanse",
    en="The budget is in balance",
    section="kommuneloven §§ 14-4 tredje ledd og 14-10 første ledd",
    href=f"{ACT}/§14-10",
    unit="bool",
)
class budsjett_i_balanse(Rule):
    """§ 14-10: all that the kommune uses in the year is covered by what comes in, in operations and
    in investment with what last year left uncovered; so in each year of the plan (sixth paragraph).
    A loan that only replaces another pays for nothing."""

    value_type = bool
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period):
        invested = kommune("investeringsutgifter", period) + kommune(
            "udekket_investering_i_fjor", period
        )
        borrowed = kommune("nye_lan", period) - kommune("lan_refinansiering", period)
        financed = kommune("investeringsinntekter", period) + borrowed
        return (kommune("driftsresultat", period) >= 0) * (financed >= invested)


@rule(
    nb="Driften er betalt av løpende inntekter",
    en="Operations are paid by current income",
    section="kommuneloven § 14-9 andre ledd",
    href=f"{ACT}/§14-9",
    unit="bool",
)
class drift_uten_lan(Rule):
    """§ 14-9: the kommune finances operations by current income only, never by a loan."""

    value_type = bool
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period):
        return kommune("lan_brukt_til_drift", period) <= 0


@rule(
    nb="Løpende inntekter som skal settes av til driftsfond",
    en="Current income that must be set aside in an operating fund",
    section="kommuneloven § 14-9 andre ledd andre punktum",
    href=f"{ACT}/§14-9",
    unit="kr",
)
class skal_avsettes_til_driftsfond(Rule):
    """§ 14-9: what the kommune does not use of the year's current income goes to a fund."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period):
        return numpy.maximum(kommune("driftsresultat", period), 0.0)
