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

YEAR = DateUnit.YEAR
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
    """§ 23-2: paid by the employer to folketrygden, a share of the wage by zone; in 2023 and 2024
    also of the wage above a threshold per employee."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).skatt.arbeidsgiveravgift
        wage = person("lonn", period, options=[ADD])
        zone = person.kommune("aga_sone", period)
        rate = numpy.where(
            (zone == zone.possible_values.sone_1a) * person("fribelop_sone_1a_brukt", period),
            law.sone_1a_over_fribelop,
            law.sats[zone],
        )
        return round_half_up(wage * rate + marginal(wage, law.ekstra), 0)
