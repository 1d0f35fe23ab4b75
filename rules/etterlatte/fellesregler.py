"""Folketrygdloven chapters 17 and 18, what they share: the insurance period of the deceased (§ 3-7)
and stays in a state institution or in prison (§§ 17-13, 17-14, 18-8 and 18-9)."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import month_index
from effektlov.rules.rule import Rule, input_value, rule

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Den avdødes trygdetid",
    en="Insurance period of the deceased",
    unit="years",
    section="folketrygdloven §§ 3-5 og 3-7",
    href=f"{ACT}/§3-7",
)
class avdodes_trygdetid(Rule):
    """With future time to the year of turning 66; of two dead parents the longer."""

    value_type = float
    default_value = 40.0
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Måneden et opphold i institusjon under statlig ansvar tok til",
    en="Month a stay in an institution of the state began",
    unit="month index",
    section="folketrygdloven §§ 17-13 og 18-8",
    href=f"{ACT}/§18-8",
    shift="relative",
)
class statlig_institusjon_siden(Rule):
    """Free board and lodging; somatic hospital wards do not count."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="I institusjon med fri kost og losji under statlig ansvar",
    en="In an institution of the state with free board and lodging",
    unit="bool",
    section="folketrygdloven §§ 17-13 og 18-8",
    href=f"{ACT}/§18-8",
)
class i_statlig_institusjon(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har faste og nødvendige boutgifter under oppholdet",
    en="Has fixed and necessary housing costs during the stay",
    unit="bool",
    section="folketrygdloven §§ 17-13 tredje ledd og 18-8 femte ledd",
    href=f"{ACT}/§18-8",
)
class boutgifter_under_opphold(Rule):
    """Then Nav may leave the benefit unreduced."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Ytelsen til etterlatte reduseres under opphold i institusjon",
    en="The survivor's benefit is reduced in an institution",
    section="folketrygdloven §§ 17-13 og 18-8",
    href=f"{ACT}/§18-8",
    unit="bool",
)
class etterlatt_i_institusjon(Rule):
    """§§ 17-13, 18-8: from the fourth month after the month of admission."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).etterlatte.fellesregler
        months = month_index(period) - person("statlig_institusjon_siden", period)
        return (
            person("i_statlig_institusjon", period)
            * (months > law.institusjon_uten_reduksjon)
            * ~person("boutgifter_under_opphold", period)
        )


@rule(
    nb="Ytelsen til etterlatte faller bort under soning",
    en="The survivor's benefit is not paid in prison",
    section="folketrygdloven §§ 17-14 og 18-9",
    href=f"{ACT}/§18-9",
    unit="bool",
)
class etterlatt_soner(Rule):
    """§§ 17-14, 18-9: from the second month after the sentence started."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).etterlatte.fellesregler
        months = month_index(period) - person("soning_siden", period)
        return person("i_fengsel", period) * (months >= law.soning_uten_utbetaling)


def trygdetid_andel(person, period, parameters):
    """§§ 17-6, 18-5: fortieths of a full insurance period."""
    full = parameters(period).etterlatte.fellesregler.full_trygdetid
    return numpy.clip(person("avdodes_trygdetid", period) / full, 0, 1)


def maneder_siden(person, month, period):
    """Months since a month that the case states; one when it states none."""
    return numpy.where(month > 0, month_index(period) - month, 1)
