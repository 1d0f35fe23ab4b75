"""Skatteloven chapter 15 and Stortingets skattevedtak: the tax, and who gets it.

One base of ordinary income is taxed three times: by the kommune, the fylkeskommune and the state
(fellesskatt); personfradrag and finnmarksfradrag come off the base and so off all three. In the
action zone (Finnmark and Nord-Troms) only the state's part is lower, and the state makes good what
finnmarksfradraget takes from kommune and fylkeskommune (skattebetalingsloven § 8-2).
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_years
from effektlov.rules.rounding import round_half_up
from effektlov.rules.rule import Rule, rule
from effektlov.rules.scales import marginal

YEAR = DateUnit.YEAR
ACT = "https://lovdata.no/lov/1999-03-26-14"


@rule(
    nb="Særskilt fradrag i Finnmark og Nord-Troms",
    en="Special deduction in Finnmark and Nord-Troms",
    section="skatteloven § 15-5",
    href=f"{ACT}/§15-5",
)
class finnmarksfradrag(Rule):
    """§ 15-5: to those who live in the action zone, from the year they turn 17."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).skatt.skattesatser
        grown = age_in_years(person, period) >= law.finnmarksfradrag_alder
        return person.kommune("i_tiltakssonen", period) * grown * law.finnmarksfradrag


@rule(
    nb="Grunnlag for skatt på alminnelig inntekt",
    en="Base of tax on ordinary income",
    section="skatteloven §§ 15-4 og 15-5",
    href=f"{ACT}/§15-4",
)
class skattegrunnlag(Rule):
    """§§ 15-4, 15-5: ordinary income less personfradrag and finnmarksfradrag, never below 0."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        allowance = parameters(period).skatt.skattesatser.personfradrag
        deductions = allowance + person("finnmarksfradrag", period)
        return numpy.maximum(person("alminnelig_inntekt", period) - deductions, 0.0)


@rule(
    nb="Inntektsskatt til kommunen",
    en="Income tax to the kommune",
    section="skatteloven § 15-2, skattevedtaket § 3-8",
    href=f"{ACT}/§15-2",
)
class skatt_kommune(Rule):
    """§ 15-2: the municipal rate of the base; Oslo also has the county rate."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        share = person("andel_etter_skattebegrensning", period)
        return round_half_up(full_kommuneskatt(person, period, parameters) * share, 0)


@rule(
    nb="Inntektsskatt til fylkeskommunen",
    en="Income tax to the county authority",
    section="skatteloven § 15-2, skattevedtaket § 3-8",
    href=f"{ACT}/§15-2",
)
class skatt_fylkeskommune(Rule):
    """§ 15-2: the county rate of the base; nothing in Oslo, where the kommune has it."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        share = person("andel_etter_skattebegrensning", period)
        return round_half_up(full_fylkesskatt(person, period, parameters) * share, 0)


@rule(
    nb="Fellesskatt til staten",
    en="Common tax to the state",
    section="skatteloven § 15-1, skattevedtaket § 3-2",
    href=f"{ACT}/§15-1",
)
class skatt_fellesskatt(Rule):
    """§ 15-1: the state's rate of the base, 3.5 points lower in the action zone."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        share = person("andel_etter_skattebegrensning", period)
        return round_half_up(full_fellesskatt(person, period, parameters) * share, 0)


@rule(
    nb="Trinnskatt",
    en="Bracket tax",
    section="skatteloven § 15-1, skattevedtaket § 3-1",
    href=f"{ACT}/§15-1",
)
class trinnskatt(Rule):
    """§ 15-1: to the state, of personinntekt in each step; until 2023 the third step was two
    points lower in the action zone."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        income = person("personinntekt", period)
        share = person("andel_etter_skattebegrensning", period)
        full = round_half_up(_steps(person, period, parameters, income), 0)
        if (share == 1).all():
            return full
        limited = trinnskatt_i_begrensningen(person, period, parameters)
        return full - limited + round_half_up(limited * share, 0)


@rule(
    nb="Inntektsskatt og trygdeavgift før skattefradrag",
    en="Income tax and National Insurance contribution before tax credits",
    section="skatteloven kapittel 15, folketrygdloven § 23-3",
    href=f"{ACT}/§15-1",
)
class skatt_for_skattefradrag(Rule):
    """The taxes on income and the contribution of the year, before tax credits."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return (
            person("skatt_kommune", period)
            + person("skatt_fylkeskommune", period)
            + person("skatt_fellesskatt", period)
            + person("trinnskatt", period)
            + person("trygdeavgift", period)
        )


@rule(
    nb="Inntektsskatt og trygdeavgift i alt",
    en="Income tax and National Insurance contribution, total",
    section="skatteloven kapittel 15 og § 16-10, folketrygdloven § 23-3",
    href=f"{ACT}/§15-1",
)
class inntektsskatt(Rule):
    """What the person pays for the year to kommune, fylkeskommune, state and folketrygd, less the
    credit for housing savings."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return person("skatt_for_skattefradrag", period) - person("bsu_skattefradrag", period)


def full_kommuneskatt(person, period, parameters):
    """The municipal tax before any limit for low incomes, in whole kroner."""
    law = parameters(period).skatt.skattesatser
    base = person("skattegrunnlag", period)
    as_county = person.kommune("kommunenummer", period) == law.oslo
    return round_half_up(base * law.kommune, 0) + as_county * round_half_up(
        base * law.fylkeskommune, 0
    )


def full_fylkesskatt(person, period, parameters):
    """The county tax before any limit for low incomes, in whole kroner."""
    law = parameters(period).skatt.skattesatser
    oslo = person.kommune("kommunenummer", period) == law.oslo
    return ~oslo * round_half_up(person("skattegrunnlag", period) * law.fylkeskommune, 0)


def full_fellesskatt(person, period, parameters):
    """The common tax before any limit for low incomes, in whole kroner."""
    law = parameters(period).skatt.skattesatser
    zone = person.kommune("i_tiltakssonen", period)
    rate = numpy.where(zone, law.fellesskatt_tiltakssone, law.fellesskatt)
    return round_half_up(person("skattegrunnlag", period) * rate, 0)


def trinnskatt_i_begrensningen(person, period, parameters):
    """Trinnskatt of the two lowest rates, which the limit for low incomes covers."""
    law = parameters(period).skatt
    steps = law.skattebegrensning.trinn
    highest = law.trinnskatt.landet.thresholds[int(steps) + 1]
    income = numpy.minimum(person("personinntekt", period), highest)
    return round_half_up(_steps(person, period, parameters, income), 0)


def _steps(person, period, parameters, income):
    """Trinnskatt of an income by the scale of the place."""
    law = parameters(period).skatt.trinnskatt
    everywhere = marginal(income, law.landet)
    if law.tiltakssone.rates == law.landet.rates:
        return everywhere
    in_zone = person.kommune("i_tiltakssonen", period)
    return numpy.where(in_zone, marginal(income, law.tiltakssone), everywhere)
