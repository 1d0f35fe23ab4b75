"""Barnevernsloven chapter 11: care centres for unaccompanied minors, and a home when they settle.

A stay while the application runs is the state's alone (§ 11-6). A stay by a decision under §§ 3-2,
4-2 or 5-1 is shared as for an institution (§ 11-7).
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months, calendar_month
from effektlov.rules.rule import Rule, input_value, rule

ETERNITY, MONTH = DateUnit.ETERNITY, DateUnit.MONTH
ACT = "https://lovdata.no/lov/2021-06-18-97"


@input_value(
    nb="Måneden barnet søkte om beskyttelse",
    en="Month when the child applied for protection",
    unit="month index",
    section="barnevernsloven § 11-1 første og tredje ledd",
    href=f"{ACT}/§11-1",
    shift="absolute",
)
class sokte_beskyttelse_i(Rule):
    """Not stated: no application."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Kom til Norge uten foreldre eller andre med foreldreansvar",
    en="Came to Norway without parents or others with parental responsibility",
    unit="bool",
    section="barnevernsloven § 11-1 første ledd",
    href=f"{ACT}/§11-1",
)
class kom_uten_foreldreansvarlig(Rule):
    value_type = bool
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Har flyktningstatus eller midlertidig kollektiv beskyttelse",
    en="Has refugee status or temporary collective protection",
    unit="bool",
    section="barnevernsloven § 11-1 fjerde ledd",
    href=f"{ACT}/§11-1",
)
class har_beskyttelse(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Overført fra utlendingsmyndighetene til Bufetat",
    en="Passed on from the immigration authorities to the state agency",
    unit="bool",
    section="barnevernsloven § 11-1 andre ledd",
    href=f"{ACT}/§11-1",
)
class overfort_til_bufetat(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har forlatt Norge",
    en="Has left Norway",
    unit="bool",
    section="barnevernsloven § 11-1 andre ledd",
    href=f"{ACT}/§11-1",
)
class har_forlatt_norge(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Bor i omsorgssenter for enslige mindreårige",
    en="Lives in a care centre for unaccompanied minors",
    unit="bool",
    section="barnevernsloven § 11-1",
    href=f"{ACT}/§11-1",
)
class i_omsorgssenter(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Oppholdet i omsorgssenteret følger av et barnevernsvedtak",
    en="The stay in the care centre follows from a child welfare decision",
    unit="bool",
    section="barnevernsloven § 11-7",
    href=f"{ACT}/§11-7",
)
class omsorgssenter_etter_vedtak(Rule):
    """A decision under §§ 3-2, 4-2 or 5-1."""

    value_type = bool
    entity = Person
    definition_period = MONTH


def _settled(person, period):
    settled = person("bosatt_siden", period)
    return (settled > 0) * (settled <= calendar_month(person, period))


@rule(
    nb="Rett til opphold i omsorgssenter",
    en="Right to a place in a care centre",
    section="barnevernsloven § 11-1",
    href=f"{ACT}/§11-1",
    unit="bool",
)
class rett_til_omsorgssenter(Rule):
    """§ 11-1: a child alone who was under 15 when it applied, or is under 15 with refugee status
    or collective protection; from the transfer until it is settled or leaves Norway."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = 12 * parameters(period).barnevern.ansvar.aldersgrense_omsorgssenter
        applied = person("sokte_beskyttelse_i", period)
        then = applied - person("fodselskohort", period)
        asked = (applied > 0) * (applied <= calendar_month(person, period)) * (then < limit)
        protected = person("har_beskyttelse", period) * (age_in_months(person, period) < limit)
        alone = person("kom_uten_foreldreansvarlig", period)
        child = person("barn_etter_barnevernsloven", period)
        running = person("overfort_til_bufetat", period) * ~person("har_forlatt_norge", period)
        return child * alone * (asked + protected) * running * ~_settled(person, period)


@rule(
    nb="Kommunen skal tilby enslig mindreårig egnet bolig",
    en="The kommune must offer an unaccompanied minor a suitable home",
    section="barnevernsloven § 11-8",
    href=f"{ACT}/§11-8",
    unit="bool",
)
class bolig_til_enslig_mindrearig(Rule):
    """§ 11-8: a child who is settled in a kommune as an unaccompanied minor."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        minor = person("bosatt_som_enslig_mindrearig", period)
        child = person("barn_etter_barnevernsloven", period)
        return child * minor * _settled(person, period)


def _stay(person, period):
    part = numpy.clip(person("del_av_maneden_plassert", period), 0.0, 1.0)
    return person("i_omsorgssenter", period) * part


def _by_decision(person, period):
    child = person("barn_etter_barnevernsloven", period)
    return _stay(person, period) * child * person("omsorgssenter_etter_vedtak", period)


def _shared(person, period):
    offered = person("bufetat_tilbyr_plass", period)
    return _by_decision(person, period) * offered * person("statlig_betalingsansvar", period)


@rule(
    nb="Måneder i omsorgssenter fra Bufetat",
    en="Months in a care centre from the state agency",
    section="barnevernsloven §§ 11-6 og 11-7",
    href=f"{ACT}/§11-6",
    unit="months",
)
class omsorgssenter_maned_bufetat(Rule):
    """§ 11-6: a stay under § 11-1, in every kommune; § 11-7: a stay by decision that the state
    offers."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        inside = _stay(person, period) * person("rett_til_omsorgssenter", period)
        own = inside * ~person("omsorgssenter_etter_vedtak", period)
        return own + _shared(person, period)


@rule(
    nb="Måneder i omsorgssenter som kommunen betaler helt",
    en="Months in a care centre paid in full by the kommune",
    section="barnevernsloven §§ 11-7 og 15-11",
    href=f"{ACT}/§11-7",
    unit="months",
)
class omsorgssenter_maned_kommune(Rule):
    """§ 11-7: a stay by decision that the state doesn't offer, or in Oslo."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _by_decision(person, period) - _shared(person, period)


@rule(
    nb="Kommunal egenandel for omsorgssenter",
    en="Municipal co-payment for a care centre",
    section="barnevernsloven §§ 11-7 og 16-5",
    href=f"{ACT}/§11-7",
)
class egenandel_omsorgssenter(Rule):
    """§ 11-7: the rate of an institution, half for a minor who isn't settled; nothing for a stay
    under § 11-1."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnevern.egenandel
        rate = numpy.where(
            person("enslig_mindrearig_fra_mottak", period),
            law.institusjon_enslig_mindrearig,
            law.institusjon,
        )
        return _shared(person, period) * rate
