"""Folketrygdloven §§ 8-33 and 9-17: holiday pay of what the National Insurance paid last year."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.inntektssikring.fellesregler import hele_kroner
from effektlov.rules.periods import age_in_years
from effektlov.rules.rule import Rule, input_value, rule

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Sykepenger fra trygden i fjor, de første 48 dagene",
    en="Sickness benefit from the National Insurance last year, the first 48 days",
    section="folketrygdloven § 8-33",
    href=f"{ACT}/§8-33",
)
class sykepenger_i_fjor(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@rule(
    nb="Feriepenger av sykepenger",
    en="Holiday pay of the sickness benefit",
    section="folketrygdloven § 8-33",
    href=f"{ACT}/§8-33",
    only_if=("sykepenger_i_fjor",),
)
class sykepenger_feriepenger(Rule):
    """§ 8-33: 10.2 per cent of what the National Insurance paid an employee last year in the first
    48 days, 12.5 from the year of turning 59; paid in May."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.sykepenger
        age_last_year = age_in_years(person, period.this_year) - 1
        share = numpy.where(
            age_last_year >= law.feriepenger_alder, law.feriepenger_59, law.feriepenger
        )
        due = period.start.month == law.feriepenger_maned
        basis = numpy.maximum(person("sykepenger_i_fjor", period.this_year), 0)
        return due * hele_kroner(share * basis)


@input_value(
    nb="Pleiepenger og opplæringspenger i fjor, de tolv første ukene",
    en="Attendance and training allowance last year, the first twelve weeks",
    section="folketrygdloven § 9-17",
    href=f"{ACT}/§9-17",
)
class pleiepenger_i_fjor(Rule):
    """Of an employee."""

    value_type = float
    entity = Person
    definition_period = YEAR


@rule(
    nb="Feriepenger av pleiepenger og opplæringspenger",
    en="Holiday pay of the attendance and training allowance",
    section="folketrygdloven § 9-17",
    href=f"{ACT}/§9-17",
    confidence="derived",
    reason="Utbetalingsmåneden er den samme som for feriepenger av sykepenger; § 9-17 nevner ingen",
    only_if=("pleiepenger_i_fjor",),
)
class pleiepenger_feriepenger(Rule):
    """§ 9-17: 10.2 per cent of what an employee got last year in the first twelve weeks, whatever
    the age; paid in May."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring
        due = period.start.month == law.sykepenger.feriepenger_maned
        basis = numpy.maximum(person("pleiepenger_i_fjor", period.this_year), 0)
        return due * hele_kroner(law.pleiepenger.feriepenger * basis)
