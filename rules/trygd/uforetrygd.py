"""Folketrygdloven kapittel 12: the size of disability benefit, §§ 12-9, 12-13 and 12-14.

Amounts are kroner a month. Income before and after disability and the basis are stated in G, so
that they follow G as §§ 12-9 and 12-11 adjust them.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1997-02-28-19"


def _monthly(in_g, period, parameters):
    """A yearly amount in G as kroner a month, at the G of the month."""
    return in_g * parameters(period).trygd.grunnbelop.grunnbelop / 12


@rule(
    nb="Inntekt før uførhet i måneden",
    en="Income before disability, of the month",
    section="folketrygdloven § 12-9 første og andre ledd",
    href=f"{ACT}/§12-9",
)
class inntekt_for_uforhet(Rule):
    """§ 12-9: a twelfth of the income before disability, never below the minimum of the group;
    4.5 G for the young disabled whatever their age, for the conditions are then met."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        lowest = numpy.where(
            person("ung_ufor_vilkar", period),
            law.minste_inntekt_for_uforhet_ung_ufor,
            numpy.where(
                person("lever_med_partner", period),
                law.minste_inntekt_for_uforhet_samboende,
                law.minste_inntekt_for_uforhet_enslig,
            ),
        )
        before = numpy.maximum(person("inntekt_for_uforhet_g", period), lowest)
        return person("uforetrygd_maned", period) * _monthly(before, period, parameters)


@rule(
    nb="Inntekt etter uførhet i måneden",
    en="Income after disability, of the month",
    section="folketrygdloven § 12-9 tredje ledd",
    href=f"{ACT}/§12-9",
)
class inntekt_etter_uforhet(Rule):
    """§ 12-9 third paragraph: a twelfth of what the remaining capacity is expected to earn."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        after = numpy.maximum(person("inntekt_etter_uforhet_g", period), 0)
        return person("uforetrygd_maned", period) * _monthly(after, period, parameters)


@rule(
    nb="Minste årlige uføretrygd",
    en="Minimum disability benefit per year",
    section="folketrygdloven § 12-13 andre og tredje ledd",
    href=f"{ACT}/§12-13",
    unit="G",
)
class minste_uforetrygd_g(Rule):
    """§ 12-13: the ordinary rate for who lives with a spouse or cohabitant, somewhat more for a
    converted disability pension, the high rate for others; higher rates for the young disabled
    from the month of turning 20."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        partner = person("lever_med_partner", period)
        ordinary = numpy.where(
            person("omregnet_uforepensjon", period),
            law.minsteytelse_omregnet,
            law.minsteytelse_ordinaer,
        )
        return numpy.where(
            person("rett_til_minsteytelse_ung_ufor", period),
            numpy.where(partner, law.minsteytelse_ung_ufor_ordinaer, law.minsteytelse_ung_ufor_hoy),
            numpy.where(partner, ordinary, law.minsteytelse_hoy),
        )


@rule(
    nb="Uføretrygd ved 100 prosent uføregrad, før inntekt",
    en="Disability benefit at full degree, before income",
    section="folketrygdloven § 12-13 første til fjerde ledd",
    href=f"{ACT}/§12-13",
)
class uforetrygd_full_grad(Rule):
    """§ 12-13: 66 per cent of the basis or the minimum, cut for an insurance period under 40
    years."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        basis = numpy.minimum(person("uforetrygd_beregningsgrunnlag_g", period), law.tak_grunnlag)
        year = numpy.maximum(law.dekningsgrad * basis, person("minste_uforetrygd_g", period))
        insured = numpy.clip(person("trygdetid_ar", period) / law.full_trygdetid, 0, 1)
        return person("uforetrygd_maned", period) * insured * _monthly(year, period, parameters)


@rule(
    nb="Uføretrygd før inntekt",
    en="Disability benefit before income",
    section="folketrygdloven § 12-13 femte ledd",
    href=f"{ACT}/§12-13",
)
class uforetrygd_for_inntekt(Rule):
    """§ 12-13 fifth paragraph: the share that the degree of disability gives."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        degree = numpy.clip(person("uforegrad", period), 0, 1)
        return person("uforetrygd_full_grad", period) * degree


@rule(
    nb="Uføretrygd",
    en="Disability benefit",
    section="folketrygdloven §§ 12-13, 12-14, 12-19 og 12-20",
    href=f"{ACT}/§12-13",
    only_if=("innvilget_uforetrygd",),
)
class uforetrygd(Rule):
    """§§ 12-13, 12-14, 22-11: what is paid in the month after the year's income, an institution and
    a prison sentence, in whole kroner, without the child supplement."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        after_income = person("uforetrygd_for_inntekt", period) * person(
            "uforetrygd_andel_igjen", period.this_year
        )
        reduced = numpy.minimum(after_income, person("uforetrygd_i_institusjon", period))
        paid = numpy.where(
            person("uforetrygd_reduseres_i_institusjon", period), reduced, after_income
        )
        return nearest_krone(paid * person("uforetrygd_andel_under_soning", period))
