"""Kommuneloven § 14-11: when an overspending of operations must be covered."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune
from effektlov.rules.kommune.kommuneloven import ACT
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


@input_value(
    nb="Departementet har godkjent dekning over mer enn fire år",
    en="The ministry has approved cover over more than four years",
    unit="bool",
    section="kommuneloven § 14-11 andre ledd andre punktum",
    href=f"{ACT}/§14-11",
)
class godkjent_lengre_inndekning(Rule):
    value_type = bool
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Årets del etter den inndekningen departementet har godkjent",
    en="The year's part of the cover that the ministry has approved",
    unit="kr",
    section="kommuneloven § 14-11 andre ledd andre punktum",
    href=f"{ACT}/§14-11",
)
class inndekning_etter_godkjenning(Rule):
    value_type = float
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
    the fourth, where the council has passed so in a special case; by the part of each year, where
    the ministry has approved a longer cover."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2020(kommune, period, parameters):
        law = parameters(period).kommune.kommuneloven
        longer = kommune("vedtatt_lengre_inndekning", period)
        limit = numpy.where(longer, law.inndekning_ar_vedtak, law.inndekning_ar)
        two = kommune("merforbruk_to_ar_siden", period) * (limit <= law.inndekning_ar)
        three = kommune("merforbruk_tre_ar_siden", period) * (limit < law.inndekning_ar_vedtak)
        due = two + three + kommune("merforbruk_fire_ar_siden", period)
        approved = kommune("godkjent_lengre_inndekning", period)
        return numpy.where(approved, kommune("inndekning_etter_godkjenning", period), due)


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
