"""Folketrygdloven § 23-2 and Stortingets vedtak: the employer's contribution, by zone.

The zone is that of the kommune where the employee lives, not where the employer is registered.
Kvalifiseringsstønad, introduksjonsstønad and benefits from folketrygden bear none.
"""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Person
from effektlov.rules.rounding import round_half_up
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.scales import marginal

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
HREF = "https://lovdata.no/lov/1997-02-28-19/§23-2"


@input_value(
    nb="Arbeidsgiveren har brukt opp fribeløpet i sone Ia",
    en="The employer has used its free amount in zone Ia",
    unit="bool",
    section="folketrygdloven § 23-2, vedtaket om folketrygdavgifter § 1",
    href=HREF,
)
class fribelop_sone_1a_brukt(Rule):
    value_type = bool
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Beløp av fribeløpet i sone Ia som arbeidsgiveren har brukt på andre",
    en="Amount of the free amount in zone Ia that the employer has used for others",
    section="folketrygdloven § 23-2, vedtaket om folketrygdavgifter § 1",
    href=HREF,
)
class fribelop_sone_1a_brukt_belop(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@rule(
    nb="Lavere arbeidsgiveravgift i mai og juni 2020",
    en="Lower employers' contribution in May and June 2020",
    section="folketrygdloven § 23-2, vedtaket om folketrygdavgifter for 2020",
    href=HREF,
)
class arbeidsgiveravgift_reduksjon(Rule):
    """Stortingets vedtak: the rates above nought were lower for the wage of two months of 2020."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).skatt.arbeidsgiveravgift
        liable = law.sats[person.kommune("aga_sone", period)] > 0
        return liable * person("lonn", period) * law.midlertidig_reduksjon


@rule(
    nb="Arbeidsgiveravgift",
    en="Employers' contribution",
    section="folketrygdloven § 23-2",
    href=HREF,
    confidence="derived",
    reason="Sonen er bostedskommunens; fribeløpet i sone Ia gjelder foretaket og er en opplysning "
    "om arbeidsgiveren",
)
class arbeidsgiveravgift(Rule):
    """§ 23-2: paid by the employer to folketrygden, a share of the wage by zone, in zone Ia the
    full rate once the free amount is used; in 2023 and 2024 also of the wage above a threshold per
    employee."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        wage = person("lonn", period, options=[ADD])
        lower = person("arbeidsgiveravgift_reduksjon", period, options=[ADD])
        return round_half_up(_avgift(person, period, parameters, wage) - lower, 0)


@rule(
    nb="Arbeidsgiveravgift av lønn under sykdom",
    en="Employers' contribution of pay during illness",
    section="folketrygdloven § 23-2 første ledd",
    href=HREF,
    confidence="derived",
    reason="Satsen er den neste krone ut over lønnen har",
)
class arbeidsgiveravgift_under_sykdom(Rule):
    """§ 23-2 first and fifth paragraphs: sykepenger and omsorgspenger that the employer pays
    without refund are pay like any other; what folketrygden pays or refunds bears none."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        wage = person("lonn", period, options=[ADD])
        ill = person("sykepenger_arbeidsgiver", period, options=[ADD]) + person(
            "omsorgspenger_arbeidsgiver", period, options=[ADD]
        )
        with_both = _avgift(person, period, parameters, wage + ill)
        return round_half_up(with_both - _avgift(person, period, parameters, wage), 0)


def _avgift(person, period, parameters, wage):
    """The contribution of a year's pay: by zone, in Ia within the free amount, and the extra."""
    law = parameters(period).skatt.arbeidsgiveravgift
    zone = person.kommune("aga_sone", period)
    full = law.sone_1a_over_fribelop
    rate = law.sats[zone]
    in_1a = zone == zone.possible_values.sone_1a
    used = numpy.where(
        person("fribelop_sone_1a_brukt", period),
        law.fribelop_sone_1a,
        person("fribelop_sone_1a_brukt_belop", period),
    )
    room = numpy.maximum(law.fribelop_sone_1a - used, 0.0)
    saved = numpy.minimum(wage * (full - rate), room)
    ordinary = numpy.where(in_1a, wage * full - saved, wage * rate)
    return ordinary + marginal(wage, law.ekstra)
