"""Barnevernsloven § 15-12 with forskrift 2006-06-23-723: contribution from parents of a child who
lives outside the home.

The kommune may claim it when it is reasonable; Nav fixes the amount by the parent's means. Neither
act nor regulation gives a rate, so the amount is a fact of the case.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months, calendar_month
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2021-06-18-97"


@input_value(
    nb="Oppfostringsbidrag fastsatt for forelderen",
    en="Contribution fixed for the parent",
    unit="kr",
    section="barnevernsloven § 15-12 andre ledd",
    href=f"{ACT}/§15-12",
)
class oppfostringsbidrag_fastsatt(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kommunen krever oppfostringsbidrag",
    en="The kommune claims a contribution from the parents",
    unit="bool",
    section="barnevernsloven § 15-12 første ledd",
    href=f"{ACT}/§15-12",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="kommune",
        nb="Bare dersom det anses som rimelig ut fra foreldrenes økonomiske situasjon",
        en="Only if held reasonable considering the parents’ economy",
    ),
    confidence="assumed",
    reason="Hvor ofte kommunene krever bidrag, er ikke funnet; antatt at de ikke gjør det",
)
class kommunen_krever_oppfostringsbidrag(Rule):
    value_type = bool
    entity = Husstand
    definition_period = MONTH


@rule(
    nb="Barnet gir grunnlag for oppfostringsbidrag",
    en="The child gives ground for a contribution",
    section="barnevernsloven § 15-12 første ledd; forskrift om oppfostringsbidrag § 4",
    href=f"{ACT}/§15-12",
    unit="bool",
)
class grunnlag_for_oppfostringsbidrag(Rule):
    """§ 15-12: lives outside the home by a decision, from the month after it was carried out to
    and with the month of the 18th birthday."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = parameters(period).barnevern.ansvar.aldersgrense_oppfostringsbidrag
        place = person("plassering", period)
        outside = (place == place.possible_values.fosterhjem) + (
            place == place.possible_values.institusjon
        )
        started = person("plassert_siden", period) < calendar_month(person, period)
        return outside * started * (age_in_months(person, period) <= 12 * limit)


@rule(
    nb="Kommunens kostnad til tiltaket utenfor hjemmet",
    en="The kommune’s cost of the measure outside the home",
    section="forskrift om oppfostringsbidrag § 5",
    href="https://lovdata.no/forskrift/2006-06-23-723/§5",
)
class kommunens_kostnad_utenfor_hjemmet(Rule):
    """§ 5 of the regulation: what the kommune itself bears, so far as rules give it.

    A place that the kommune pays in full is worth at least the egenandel it would have cost.
    """

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnevern.egenandel
        institution = (
            person("egenandel_institusjon", period)
            + person("institusjon_maned_kommune", period) * law.institusjon
        )
        specialised = (
            person("egenandel_spesialisert_fosterhjem", period)
            + person("spesialisert_fosterhjem_maned_kommune", period) * law.spesialisert_fosterhjem
        )
        ordinary = (
            person("fosterhjem_utgifter", period)
            + person("fosterhjem_arbeidsgiveravgift", period)
            - person("fosterhjem_refusjon", period)
        )
        return institution + specialised + ordinary


@rule(
    nb="Oppfostringsbidrag",
    en="Contribution from the parents",
    section="barnevernsloven § 15-12",
    href=f"{ACT}/§15-12",
)
class oppfostringsbidrag(Rule):
    """§ 15-12: from the parents to the kommune, at most what the measure costs the kommune."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        fixed = numpy.maximum(husstand.members("oppfostringsbidrag_fastsatt", period), 0.0)
        paid = husstand.sum(fixed, role=Husstand.FORELDER)
        grounds = husstand.members("grunnlag_for_oppfostringsbidrag", period)
        cost = husstand.members("kommunens_kostnad_utenfor_hjemmet", period)
        ceiling = husstand.sum(grounds * cost, role=Husstand.BARN)
        claimed = husstand("kommunen_krever_oppfostringsbidrag", period)
        return claimed * numpy.minimum(paid, ceiling)
