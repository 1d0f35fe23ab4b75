"""Privatskolelova (lov 4 juli 2003 nr. 84) chapter 6: the state pays most of a place in a private
school, per pupil and by stage or programme."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2003-07-04-84"


@input_value(
    nb="Går på privat skole med statstilskudd",
    en="Goes to a private school with state grant",
    unit="bool",
    section="privatskolelova § 6-1",
    href=f"{ACT}/§6-1",
)
class privat_skole(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Elever på den private skolens trinn (0: ikke flere enn knekkpunktet)",
    en="Pupils at that stage of the private school (0: no more than the break point)",
    unit="pupils",
    section="privatskolelova § 6-1 tredje ledd",
    href=f"{ACT}/§6-1",
)
class privatskolens_elevtall(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


def _at_private_school(person, period):
    return person("privat_skole", period) * ~person("opplaering_i_institusjon", period)


@rule(
    nb="Statstilskudd til privat grunnskole",
    en="State grant to a private compulsory school",
    section="privatskolelova § 6-1",
    href=f"{ACT}/§6-1",
    confidence="derived",
    reason="Fra 1. juli 2024 får en kombinert skole den høye satsen én gang, ungdomstrinnet først, "
    "med en kompensasjon som trappes ned til 2028; her gis den på hvert trinn også etter det",
)
class statstilskudd_privat_grunnskole(Rule):
    """§ 6-1: 85 per cent of the rate of the stage, the high one up to the break point; the school's
    mean per pupil, by the month."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).utdanning.privatskole
        grade = person("trinn", period)
        primary = grade <= law.barnetrinnets_siste_trinn
        high = numpy.where(primary, law.barnetrinn_hoy, law.ungdomstrinn_hoy)
        low = numpy.where(primary, law.barnetrinn_lav, law.ungdomstrinn_lav)
        pupils = numpy.maximum(person("privatskolens_elevtall", period), law.knekkpunkt)
        rate = (high * law.knekkpunkt + low * (pupils - law.knekkpunkt)) / pupils
        pupil = person("elev_i_grunnskole", period) * _at_private_school(person, period)
        return pupil * law.andel * rate / 12


@rule(
    nb="Statstilskudd til privat videregående skole",
    en="State grant to a private upper secondary school",
    section="privatskolelova § 6-1",
    href=f"{ACT}/§6-1",
)
class statstilskudd_privat_vgo(Rule):
    """§ 6-1: 85 per cent of the rate of the programme, by the month."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).utdanning
        rate = law.videregaende_sats.elevplass[person("utdanningsprogram", period)]
        pupil = person("elev_i_vgo", period) * ~person("elev_i_grunnskole", period)
        attends = pupil * ~person("laerling", period) * _at_private_school(person, period)
        return attends * law.privatskole.andel * rate / 12


@rule(
    nb="Drift av plassen på privat skole",
    en="Running the place at a private school",
    section="privatskolelova § 6-3",
    href=f"{ACT}/§6-3",
    confidence="derived",
    reason="Skolepengene, inntil 15 prosent av grunnlaget, oppgis ikke i saken",
)
class privatskole_drift(Rule):
    """§ 6-3: all public grants shall benefit the pupils."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("statstilskudd_privat_grunnskole", period) + person(
            "statstilskudd_privat_vgo", period
        )
