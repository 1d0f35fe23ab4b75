"""Skatteloven §§ 6-30 to 6-32: the minimum deduction in wage, benefits and pensions."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, rule

YEAR = DateUnit.YEAR
ACT = "https://lovdata.no/lov/1999-03-26-14"


@rule(
    nb="Minstefradrag",
    en="Minimum deduction",
    section="skatteloven §§ 6-30 til 6-32",
    href=f"{ACT}/§6-32",
)
class minstefradrag(Rule):
    """§§ 6-31, 6-32: a share of wage and of benefits, each kind with an upper limit, the sum with
    that of wage; never more than the income. Until 2022 there were lower limits, a higher one for
    wage and the benefits taxed as wage (lønnsfradraget)."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).skatt.alminnelig_inntekt
        as_wage = person("skattepliktig_lonn", period) + person("ytelser_som_lonn", period)
        as_pension = person("ytelser_som_pensjon", period)
        of_wage = share_within(
            as_wage,
            law.minstefradrag_lonn_sats,
            law.minstefradrag_nedre,
            law.minstefradrag_lonn_ovre,
        )
        of_pension = share_within(
            as_pension,
            law.minstefradrag_pensjon_sats,
            law.minstefradrag_nedre,
            law.minstefradrag_pensjon_ovre,
        )
        both = numpy.minimum(of_wage + of_pension, law.minstefradrag_lonn_ovre)
        return numpy.maximum(both, numpy.minimum(as_wage, law.lonnsfradrag))


def share_within(income, rate, lowest, highest):
    """A share of an income between two limits, in whole kroner and within the income."""
    inside = numpy.minimum(numpy.maximum(nearest_krone(income * rate), lowest), highest)
    return numpy.minimum(inside, income)
