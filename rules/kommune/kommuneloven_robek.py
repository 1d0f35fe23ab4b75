"""Kommuneloven § 28-1 (ROBEK), and whether a budget meets all of chapter 14."""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune
from effektlov.rules.kommune.kommuneloven import ACT
from effektlov.rules.rule import Rule, rule

YEAR = DateUnit.YEAR


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
    income, or when plan, budget or account are passed after the deadline."""

    value_type = bool
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period, parameters):
        law = parameters(period).kommune.kommuneloven
        deficit = kommune("driftsresultat", period) < 0
        older = kommune("merforbruk_tre_ar_siden", period) + kommune(
            "merforbruk_fire_ar_siden", period
        )
        longer = (
            kommune("vedtatt_lengre_inndekning", period)
            + kommune("godkjent_lengre_inndekning", period)
            + (older > 0)
            + ~kommune("merforbruk_dekket_i_tide", period)
        )
        recent = kommune("merforbruk_i_fjor", period) + kommune("merforbruk_to_ar_siden", period)
        much = recent + older > law.merforbruk_robek * kommune("driftsinntekter", period)
        return deficit + longer + much + ~kommune("vedtatt_innen_fristene", period)


@rule(
    nb="Budsjettet oppfyller kommunelovens krav",
    en="The budget meets the requirements of the act",
    section="kommuneloven §§ 14-3, 14-4, 14-9 til 14-11 og 14-14 til 14-18",
    href=f"{ACT}/§14-4",
    unit="bool",
)
class budsjettet_er_lovlig(Rule):
    """Chapter 14: the kommune meets every rule of the two modules on it."""

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
