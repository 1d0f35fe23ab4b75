"""Skatteloven § 16-10: the tax credit for housing savings of young people (BSU)."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_years
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule

YEAR = DateUnit.YEAR
HREF = "https://lovdata.no/lov/1999-03-26-14/§16-10"


@input_value(
    nb="Innskudd på BSU-konto i året",
    en="Deposit on a BSU account in the year",
    section="skatteloven § 16-10 tredje ledd",
    href=HREF,
)
class bsu_innskudd(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Tidligere innskudd på BSU-kontoen",
    en="Earlier deposits on the BSU account",
    section="skatteloven § 16-10 tredje ledd",
    href=HREF,
)
class bsu_tidligere_innskudd(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Eier bolig helt eller delvis 31. desember",
    en="Owns a dwelling, wholly or in part, on 31 December",
    unit="bool",
    section="skatteloven § 16-10 første ledd",
    href=HREF,
)
class eier_bolig_ved_arets_slutt(Rule):
    value_type = bool
    entity = Person
    definition_period = YEAR


@rule(
    nb="Skattefradrag for boligsparing (BSU)",
    en="Tax credit for housing savings (BSU)",
    section="skatteloven § 16-10",
    href=HREF,
    only_if=("bsu_innskudd",),
)
class bsu_skattefradrag(Rule):
    """§ 16-10: a share of what is saved, to and with the year of turning 33, from 2021 only for
    those without a home; never more than income tax and trygdeavgift. The state bears it."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return _credit(person, period, parameters)

    def formula_2021(person, period, parameters):
        """Nothing to those who own a home (lov 21 desember 2020 nr. 164)."""
        owns = person("eier_bolig_ved_arets_slutt", period)
        return ~owns * _credit(person, period, parameters)


def _credit(person, period, parameters):
    """The credit of what may be saved, within the tax."""
    law = parameters(period).skatt.bsu
    room = numpy.maximum(law.samlet_innskudd - person("bsu_tidligere_innskudd", period), 0.0)
    most = numpy.minimum(law.arlig_innskudd, room)
    saved = numpy.minimum(person("bsu_innskudd", period), most)
    young = age_in_years(person, period) <= law.alder
    credit = young * nearest_krone(saved * law.sats)
    return numpy.minimum(credit, person("skatt_for_skattefradrag", period))
