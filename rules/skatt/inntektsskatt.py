"""Skatteloven chapter 15 and Stortingets skattevedtak: the tax, and who gets it.

One base of ordinary income is taxed three times: by the kommune, the fylkeskommune and the state
(fellesskatt); personfradrag and finnmarksfradrag come off the base and so off all three. In the
action zone (Finnmark and Nord-Troms) only the state's part is lower.
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
        law = parameters(period).skatt.skattesatser
        oslo = person.kommune("kommunenummer", period) == law.oslo
        base = person("skattegrunnlag", period)
        return round_half_up(base * law.kommune, 0) + oslo * round_half_up(
            base * law.fylkeskommune, 0
        )


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
        law = parameters(period).skatt.skattesatser
        oslo = person.kommune("kommunenummer", period) == law.oslo
        return ~oslo * round_half_up(person("skattegrunnlag", period) * law.fylkeskommune, 0)


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
        law = parameters(period).skatt.skattesatser
        zone = person.kommune("i_tiltakssonen", period)
        rate = numpy.where(zone, law.fellesskatt_tiltakssone, law.fellesskatt)
        return round_half_up(person("skattegrunnlag", period) * rate, 0)


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
        law = parameters(period).skatt.trinnskatt
        income = person("personinntekt", period)
        tax = numpy.where(
            person.kommune("i_tiltakssonen", period),
            marginal(income, law.tiltakssone),
            marginal(income, law.landet),
        )
        return round_half_up(tax, 0)


@rule(
    nb="Inntektsskatt og trygdeavgift i alt",
    en="Income tax and National Insurance contribution, total",
    section="skatteloven kapittel 15, folketrygdloven § 23-3",
    href=f"{ACT}/§15-1",
)
class inntektsskatt(Rule):
    """What the person pays for the year to kommune, fylkeskommune, state and folketrygd."""

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
