"""Folketrygdloven § 4-11: the basis of dagpenger, from work income before the application.

Nav adjusts the income of each month to the basic amount of the application. The twelve months of a
block see one adjustment, on 1 May: the part earned before it is stated, or spread evenly.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.inntektssikring.fellesregler import grunnbelop_da, hele_kroner
from effektlov.rules.rule import Rule, input_value, rule

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Dagpengegrunnlaget som er fastsatt",
    en="The basis as decided",
    unit="kr/year",
    section="folketrygdloven § 4-11",
    href=f"{ACT}/§4-11",
)
class dagpengegrunnlag_fastsatt(Rule):
    """Not stated: computed from the income of the three blocks of twelve months."""

    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Del av inntekten i tolvmånedersperiode 1 som er tjent før 1. mai i perioden",
    en="Part of the income of twelve-month block 1 earned before 1 May in it",
    section="folketrygdloven § 4-11",
    href=f"{ACT}/§4-11",
)
class dagpenger_inntekt_1_gammel_g(Rule):
    """-1: spread evenly over the months."""

    value_type = float
    entity = Person
    default_value = -1.0
    definition_period = ETERNITY


@input_value(
    nb="Del av inntekten i tolvmånedersperiode 2 som er tjent før 1. mai i perioden",
    en="Part of the income of twelve-month block 2 earned before 1 May in it",
    section="folketrygdloven § 4-11",
    href=f"{ACT}/§4-11",
)
class dagpenger_inntekt_2_gammel_g(Rule):
    value_type = float
    entity = Person
    default_value = -1.0
    definition_period = ETERNITY


@input_value(
    nb="Del av inntekten i tolvmånedersperiode 3 som er tjent før 1. mai i perioden",
    en="Part of the income of twelve-month block 3 earned before 1 May in it",
    section="folketrygdloven § 4-11",
    href=f"{ACT}/§4-11",
)
class dagpenger_inntekt_3_gammel_g(Rule):
    value_type = float
    entity = Person
    default_value = -1.0
    definition_period = ETERNITY


def _justert(person, period, parameters, income_name, before_may_name, earlier):
    """Income of a block at the basic amount of the application, `earlier` blocks back."""
    income = person(income_name, period)
    before_may = person(before_may_name, period)
    applied = person("dagpenger_soknadsmaned", period)
    turn = parameters(period).inntektssikring.fellesregler.grunnbelop_maned - 1
    late_months = numpy.mod(applied - turn, 12)
    even = income * (1 - late_months / 12)
    early = numpy.where(before_may < 0, even, before_may)
    then = grunnbelop_da(parameters, period, applied)
    of_early = grunnbelop_da(parameters, period, applied, earlier + 1)
    of_late = grunnbelop_da(parameters, period, applied, earlier)
    adjusted = early * then / of_early + (income - early) * then / of_late
    return numpy.where(applied > 0, adjusted, income)


def _avkortet(person, period, parameters, income, before_may, earlier):
    law = parameters(period).inntektssikring.dagpenger
    basic = grunnbelop_da(parameters, period, person("dagpenger_soknadsmaned", period))
    adjusted = _justert(person, period, parameters, income, before_may, earlier)
    return numpy.clip(adjusted, 0, law.tak_grunnlag * basic)


@rule(
    nb="Dagpengegrunnlag",
    en="Basis of the unemployment benefit",
    section="folketrygdloven §§ 4-11 og 4-19",
    href=f"{ACT}/§4-11",
    unit="kr/year",
)
class dagpengegrunnlag(Rule):
    """§§ 4-11, 4-19: income of the last twelve months or, when higher, the mean of 36; each twelve
    months up to 6 G, in whole kroner; at least 3 G after military service."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.dagpenger
        blocks = [
            _avkortet(person, period, parameters, income, before_may, earlier)
            for earlier, (income, before_may) in enumerate(
                (
                    ("dagpenger_inntekt_1", "dagpenger_inntekt_1_gammel_g"),
                    ("dagpenger_inntekt_2", "dagpenger_inntekt_2_gammel_g"),
                    ("dagpenger_inntekt_3", "dagpenger_inntekt_3_gammel_g"),
                )
            )
        ]
        earned = hele_kroner(numpy.maximum(blocks[0], sum(blocks) / law.ar_i_snittet))
        basic = grunnbelop_da(parameters, period, person("dagpenger_soknadsmaned", period))
        served = person("har_avtjent_verneplikt", period) * law.verneplikt_grunnlag * basic
        stated = person("dagpengegrunnlag_fastsatt", period)
        return numpy.where(stated > 0, stated, numpy.maximum(earned, served))
