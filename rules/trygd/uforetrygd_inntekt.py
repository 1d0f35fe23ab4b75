"""Folketrygdloven § 12-14: reduction of disability benefit for income.

What § 12-14 tests is the calendar year, summed over the months with a right (forskrift 5 desember
2014 nr. 1602 § 3-3: in the first and last year only the income of those months counts). The benefit
that is left for the year is spread over its months in proportion to what each would have given
without income. A year's G is the mean of its months (§ 3-7 of the forskrift).
"""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Person
from effektlov.rules.periods import month_index
from effektlov.rules.rule import Rule, rule

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
ACT = "https://lovdata.no/lov/1997-02-28-19"


def _monthly(in_g, period, parameters):
    """A yearly amount in G as kroner a month, at the G of the month."""
    return in_g * parameters(period).trygd.grunnbelop.grunnbelop / 12


@rule(
    nb="Inntekt som prøves mot uføretrygden",
    en="Income tested against the disability benefit",
    section="folketrygdloven § 12-14 andre ledd",
    href=f"{ACT}/§12-14",
)
class uforetrygd_inntekt(Rule):
    """§ 12-14, forskrift § 3-3: the pensionable income (§ 3-15) of the months with a right: wage,
    business income and benefits in their place. Children's pension, which is itself cut for
    uføretrygd, is not taken off the allowance here."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("uforetrygd_maned", period) * (
            person("lonn", period)
            + person("naeringsinntekt", period)
            + person("pensjonsgivende_ytelser_uten_aap", period)
            + person("aap_for_barnepensjon", period)
        )


@rule(
    nb="Har uføretrygd og er i varig tilrettelagt arbeid",
    en="Has disability benefit and is in permanent adapted work",
    section="forskrift om uføretrygd § 3-1",
    href="https://lovdata.no/forskrift/2014-12-05-1602/§3-1",
    unit="bool",
)
class ufor_i_vta(Rule):
    """Forskrift § 3-1: what the case states, or that the measure is permanent adapted work."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        measure = person("arbeidsmarkedstiltak", period)
        kinds = measure.possible_values
        return (
            person("uforetrygd_i_vta", period)
            + (measure == kinds.vta_skjermet)
            + (measure == kinds.vta_ordinaer)
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
        free = numpy.where(person("ufor_i_vta", period), law.fribelop_vta, law.fribelop)
        return person("uforetrygd_maned", period) * _monthly(free, period, parameters)

    # Lov 12 juni 2026 nr. 24: 1 G after 24 months, with effect from 1 January 2026.
    def formula_2026(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        since = person("uforetrygd_siden", period)
        waited = (since > 0) * (month_index(period) - since >= law.ventetid_fribelop)
        first = numpy.where(person("ufor_i_vta", period), law.fribelop_vta, law.fribelop)
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
