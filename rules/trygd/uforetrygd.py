"""Folketrygdloven kapittel 12: the size of disability benefit, §§ 12-9 to 12-14 and 12-20.

The order is that of the chapter. Amounts are kroner a month; what § 12-14 tests is the calendar
year, summed over the months with a right (forskrift 5 desember 2014 nr. 1602 § 3-3: in the first
and last year only the income of those months counts). The benefit that is left for the year is
spread over its months in proportion to what each would have given without income.
Income before and after disability and the basis are stated in G, so that they follow G as
§§ 12-9 and 12-11 adjust them; a year's G is the mean of its months (§ 3-7 of the forskrift).
"""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import month_index
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule

MONTH, YEAR, ETERNITY = DateUnit.MONTH, DateUnit.YEAR, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1997-02-28-19"
FORSKRIFT = "https://lovdata.no/forskrift/2014-12-05-1602"


@input_value(
    nb="Virkningstidspunkt for uføretrygden eller siste økning av uføregraden",
    en="Effective month of the benefit or of the latest increase of the degree",
    unit="month index",
    section="folketrygdloven § 12-14 første ledd",
    href=f"{ACT}/§12-14",
    shift="relative",
)
class uforetrygd_siden(Rule):
    """An increase without a new assessment does not count (forskrift § 3-5). Not stated: the
    waiting time for the higher free amount is not over."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Uføregrad",
    en="Degree of disability",
    unit="share",
    section="folketrygdloven § 12-10",
    href=f"{ACT}/§12-10",
)
class uforegrad(Rule):
    value_type = float
    entity = Person
    default_value = 1.0
    definition_period = MONTH


@input_value(
    nb="Inntekt før uførhet",
    en="Income before disability",
    unit="G",
    section="folketrygdloven § 12-9 første ledd",
    href=f"{ACT}/§12-9",
)
class inntekt_for_uforhet_g(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Inntekt etter uførhet",
    en="Income after disability",
    unit="G",
    section="folketrygdloven § 12-9 tredje ledd",
    href=f"{ACT}/§12-9",
)
class inntekt_etter_uforhet_g(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Grunnlaget for uføretrygd",
    en="Basis of the disability benefit",
    unit="G",
    section="folketrygdloven § 12-11",
    href=f"{ACT}/§12-11",
)
class uforetrygd_grunnlag_g(Rule):
    """Mean of the three best of the last five years before disability."""

    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Trygdetid",
    en="Insurance period",
    unit="years",
    section="folketrygdloven § 12-12",
    href=f"{ACT}/§12-12",
)
class trygdetid_ar(Rule):
    value_type = float
    entity = Person
    default_value = 40.0
    definition_period = ETERNITY


@input_value(
    nb="Arbeider i varig tilrettelagt arbeid",
    en="Works in permanent adapted work",
    unit="bool",
    section="forskrift om uføretrygd § 3-1",
    href=f"{FORSKRIFT}/§3-1",
)
class uforetrygd_i_vta(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


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
            person("ung_ufor", period),
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
    """§ 12-13: the ordinary rate for who lives with a spouse or cohabitant, the high rate for
    others; higher rates for the young disabled from the month of turning 20."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        partner = person("lever_med_partner", period)
        return numpy.where(
            person("rett_til_minsteytelse_ung_ufor", period),
            numpy.where(partner, law.minsteytelse_ung_ufor_ordinaer, law.minsteytelse_ung_ufor_hoy),
            numpy.where(partner, law.minsteytelse_ordinaer, law.minsteytelse_hoy),
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
        basis = numpy.minimum(person("uforetrygd_grunnlag_g", period), law.tak_grunnlag)
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
    nb="Inntekt som prøves mot uføretrygden",
    en="Income tested against the disability benefit",
    section="folketrygdloven § 12-14 andre ledd",
    href=f"{ACT}/§12-14",
)
class uforetrygd_inntekt(Rule):
    """§ 12-14, forskrift § 3-3: wage and business income of the months with a right."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("uforetrygd_maned", period) * (
            person("lonn", period) + person("naeringsinntekt", period)
        )


@rule(
    nb="Fribeløp i måneden",
    en="Free amount of the month",
    section="folketrygdloven § 12-14 første ledd",
    href=f"{ACT}/§12-14",
)
class uforetrygd_fribelop(Rule):
    """§ 12-14 first paragraph, forskrift §§ 3-1 and 3-7: a twelfth of 0.4 G, of 1 G in permanent
    adapted work; from 2026 of 1 G when 24 months have passed."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        free = numpy.where(person("uforetrygd_i_vta", period), law.fribelop_vta, law.fribelop)
        return person("uforetrygd_maned", period) * _monthly(free, period, parameters)

    # Lov 12 juni 2026 nr. 24: 1 G after 24 months, with effect from 1 January 2026.
    def formula_2026(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        since = person("uforetrygd_siden", period)
        waited = (since > 0) * (month_index(period) - since >= law.ventetid_fribelop)
        first = numpy.where(person("uforetrygd_i_vta", period), law.fribelop_vta, law.fribelop)
        free = numpy.where(waited, law.fribelop_etter_ventetid, first)
        return person("uforetrygd_maned", period) * _monthly(free, period, parameters)


@rule(
    nb="Bunnfradrag (før 2026 inntektsgrense)",
    en="Income that does not reduce the benefit",
    section="folketrygdloven § 12-14 første ledd",
    href=f"{ACT}/§12-14",
)
class uforetrygd_bunnfradrag(Rule):
    """§ 12-14 first paragraph: income after disability plus the free amount, for the months with a
    right."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return person("inntekt_etter_uforhet", period, options=[ADD]) + person(
            "uforetrygd_fribelop", period, options=[ADD]
        )

    # Forskrift § 3-6: at most what 80 per cent of income before leaves above income after.
    def formula_2026(person, period, parameters):
        before = person("inntekt_for_uforhet", period, options=[ADD])
        after = person("inntekt_etter_uforhet", period, options=[ADD])
        room = parameters(period).trygd.uforetrygd.inntektstak * before - after
        free = person("uforetrygd_fribelop", period, options=[ADD])
        return after + numpy.minimum(free, numpy.maximum(room, 0))


@rule(
    nb="Reduksjonsprosent",
    en="Reduction rate",
    section="folketrygdloven § 12-14 andre ledd",
    href=f"{ACT}/§12-14",
    unit="share",
)
class uforetrygd_reduksjonsprosent(Rule):
    """§ 12-14 second paragraph: the benefit at full degree over income before disability."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return _benefit_over_income(person, period)

    # Lov 22 desember 2025 nr. 117: at most 70 per cent, with effect from 1 January 2026.
    def formula_2026(person, period, parameters):
        highest = parameters(period).trygd.uforetrygd.tak_reduksjonsprosent
        return numpy.minimum(_benefit_over_income(person, period), highest)


def _benefit_over_income(person, period):
    before = person("inntekt_for_uforhet", period, options=[ADD])
    full = person("uforetrygd_full_grad", period, options=[ADD])
    return full / numpy.where(before > 0, before, 1)


@rule(
    nb="Andel av uføretrygden som er igjen etter inntekt",
    en="Share of the benefit left after income",
    section="folketrygdloven § 12-14 andre og tredje ledd",
    href=f"{ACT}/§12-14",
    unit="share",
)
class uforetrygd_andel_igjen(Rule):
    """§ 12-14 second and third paragraphs: reduced by the rate times the income above the limit;
    nothing when income exceeds 80 per cent of income before disability."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        income = person("uforetrygd_inntekt", period, options=[ADD])
        excess = numpy.maximum(income - person("uforetrygd_bunnfradrag", period), 0)
        full = person("uforetrygd_for_inntekt", period, options=[ADD])
        left = full - person("uforetrygd_reduksjonsprosent", period) * excess
        before = person("inntekt_for_uforhet", period, options=[ADD])
        paid = (full > 0) * (income <= law.inntektstak * before)
        return paid * numpy.clip(left, 0, full) / numpy.where(full > 0, full, 1)


@rule(
    nb="Andel av uføretrygden som utbetales under soning",
    en="Share of the benefit paid during a prison sentence",
    section="folketrygdloven § 12-20",
    href=f"{ACT}/§12-20",
    unit="share",
)
class uforetrygd_andel_under_soning(Rule):
    """§ 12-20: nothing from the second month after the sentence started; half to a parent."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        months = month_index(period) - person("soning_siden", period)
        serving = person("i_fengsel", period) * (months >= law.soning_uten_reduksjon)
        parent = person.has_role(Husstand.FORELDER) * person.husstand.any(
            person.husstand.members("barn_etter_folketrygdloven", period)
        )
        return numpy.where(serving, parent * law.soning_andel_forsorger, 1.0)


@rule(
    nb="Uføretrygd",
    en="Disability benefit",
    section="folketrygdloven §§ 12-13 og 12-14",
    href=f"{ACT}/§12-13",
)
class uforetrygd(Rule):
    """§§ 12-13, 12-14, 22-11: what is paid in the month after the year's income, in whole kroner,
    without the child supplement."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return nearest_krone(
            person("uforetrygd_for_inntekt", period)
            * person("uforetrygd_andel_igjen", period.this_year)
            * person("uforetrygd_andel_under_soning", period)
        )
