"""Barnehageloven § 19 and forskrift 9 oktober 2015 nr. 1166: what a place costs, and who pays.

The kommune carries its own kindergartens and gives a private one a grant per full-time place: to
operate, at its own rate or the national one, and for capital. The operating rate is net of what
parents pay at the maximum price. A private place in another kommune is refunded (§ 15).
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune, Person
from effektlov.rules.periods import calendar_month, month_index
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.utdanning.skolear import months_since_school_year

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/forskrift/2015-10-09-1166"
SECTION = "forskrift om tildeling av tilskudd til private barnehager"


@input_value(
    nb="Kommunens egen sats for driftstilskudd, barn under tre år (0: den nasjonale)",
    en="The kommune's own operating rate, children under three (0: the national one)",
    unit="kr/year",
    section=f"{SECTION} § 3 fjerde ledd",
    href=f"{ACT}/§3",
)
class kommunens_driftssats_smabarn(Rule):
    """For a full-time place in a year, after what parents pay; stated by month."""

    value_type = float
    entity = Kommune
    definition_period = MONTH


@input_value(
    nb="Kommunens egen sats for driftstilskudd, barn over tre år (0: den nasjonale)",
    en="The kommune's own operating rate, children over three (0: the national one)",
    unit="kr/year",
    section=f"{SECTION} § 3 fjerde ledd",
    href=f"{ACT}/§3",
)
class kommunens_driftssats_storbarn(Rule):
    """For a full-time place in a year, after what parents pay; stated by month."""

    value_type = float
    entity = Kommune
    definition_period = MONTH


@input_value(
    nb="Året barnehagebygget ble godkjent (0: ikke nytt)",
    en="Year in which the kindergarten building was approved (0: not new)",
    unit="year",
    section=f"{SECTION} § 6 andre ledd",
    href=f"{ACT}/§6",
)
class barnehagens_godkjenningsar(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Går i privat barnehage i en annen kommune enn der barnet er folkeregistrert",
    en="Attends a private kindergarten in another kommune than that of registration",
    unit="bool",
    section=f"{SECTION} § 15",
    href=f"{ACT}/§15",
)
class privat_barnehage_i_annen_kommune(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Sats for driftstilskudd, barn under tre år",
    en="Operating rate, children under three",
    section=f"{SECTION} § 3",
    href=f"{ACT}/§3",
    unit="kr/year",
)
class barnehage_driftssats_smabarn(Rule):
    """§ 3: the rate that the kommune has set; one without own kindergartens uses the national
    rate."""

    value_type = float
    entity = Kommune
    definition_period = MONTH

    def formula(kommune, period, parameters):
        own = kommune("kommunens_driftssats_smabarn", period)
        law = parameters(period).barnehage.tilskudd
        return numpy.where(own > 0, own, law.drift_0_2_ordinaer)

    def formula_2023(kommune, period, parameters):
        """A national rate of its own in the action zone."""
        own = kommune("kommunens_driftssats_smabarn", period)
        law = parameters(period).barnehage.tilskudd
        zone = kommune("i_tiltakssonen", period)
        rates = [own, law.drift_0_2_tiltakssone]
        return numpy.select([own > 0, zone], rates, law.drift_0_2_ordinaer)

    def formula_2024(kommune, period, parameters):
        """And one in kommuner of centrality 5 and 6."""
        own = kommune("kommunens_driftssats_smabarn", period)
        law = parameters(period).barnehage.tilskudd
        rates = [own, law.drift_0_2_tiltakssone, law.drift_0_2_sentralitet_5_6]
        groups = [own > 0, kommune("i_tiltakssonen", period), _remote(kommune, period, parameters)]
        return numpy.select(groups, rates, law.drift_0_2_ordinaer)


@rule(
    nb="Sats for driftstilskudd, barn over tre år",
    en="Operating rate, children over three",
    section=f"{SECTION} § 3",
    href=f"{ACT}/§3",
    unit="kr/year",
)
class barnehage_driftssats_storbarn(Rule):
    """§ 3: the rate that the kommune has set; one without own kindergartens uses the national
    rate."""

    value_type = float
    entity = Kommune
    definition_period = MONTH

    def formula(kommune, period, parameters):
        own = kommune("kommunens_driftssats_storbarn", period)
        law = parameters(period).barnehage.tilskudd
        return numpy.where(own > 0, own, law.drift_3_6_ordinaer)

    def formula_2023(kommune, period, parameters):
        """A national rate of its own in the action zone."""
        own = kommune("kommunens_driftssats_storbarn", period)
        law = parameters(period).barnehage.tilskudd
        zone = kommune("i_tiltakssonen", period)
        rates = [own, law.drift_3_6_tiltakssone]
        return numpy.select([own > 0, zone], rates, law.drift_3_6_ordinaer)

    def formula_2024(kommune, period, parameters):
        """And one in kommuner of centrality 5 and 6."""
        own = kommune("kommunens_driftssats_storbarn", period)
        law = parameters(period).barnehage.tilskudd
        rates = [own, law.drift_3_6_tiltakssone, law.drift_3_6_sentralitet_5_6]
        groups = [own > 0, kommune("i_tiltakssonen", period), _remote(kommune, period, parameters)]
        return numpy.select(groups, rates, law.drift_3_6_ordinaer)


def _remote(kommune, period, parameters):
    law = parameters(period).barnehage.tilskudd
    return kommune("sentralitetsklasse", period) >= law.sentralitet_fra_klasse


@rule(
    nb="Heltidsplasser i barnehage",
    en="Full-time kindergarten places",
    section=f"{SECTION} §§ 3 og 12",
    href=f"{ACT}/§3",
    unit="share",
    confidence="derived",
    reason="Forskriften teller heltidsplasser uten å si hvordan deltid regnes om; timene deles på "
    "timene i en heldagsplass",
)
class barnehage_heltidsplass(Rule):
    """§§ 3, 12: one for a full day or hours that are not stated, less by agreed hours."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnehage.foreldrebetaling
        hours = person("avtalt_oppholdstid_i_barnehage", period)
        full = (hours == 0) + (hours >= law.heldag_timer)
        day = numpy.maximum(person.kommune("heldagstimer_i_barnehage", period), 1)
        part = numpy.where(full, 1, numpy.minimum(hours / day, 1))
        return person("i_barnehage", period) * part


@rule(
    nb="Småbarnsplass i barnehage",
    en="Kindergarten place for a small child",
    section=f"{SECTION} § 12 fjerde ledd",
    href=f"{ACT}/§12",
    unit="bool",
)
class smabarnsplass(Rule):
    """§ 12: to July of the year the child turns three."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnehage.tilskudd
        since = months_since_school_year(person, period, parameters, law.storbarn_fra_alder)
        return person("i_barnehage", period) * (since < 0)


def _month_of_year_rate(now, january, period, parameters):
    """A twelfth of the year's rate; a rate that changes in August is that of the whole year, and
    the months left carry what the earlier ones lacked."""
    law = parameters(period).barnehage.barnehageplass
    elapsed = law.opptaksmaned - 1
    rest = (12 * now - elapsed * january) / (12 * (12 - elapsed))
    autumn = month_index(period) % 12 >= elapsed
    return numpy.where(autumn, rest, now / 12)


def _january(period):
    return period.this_year.first_month


@rule(
    nb="Driftstilskudd for plassen",
    en="Operating grant for the place",
    section=f"{SECTION} § 3",
    href=f"{ACT}/§3",
    confidence="derived",
    reason="Satsen gjelder tilskuddsåret; da den ble endret i august 2025, er det som gjenstår av "
    "året fordelt på månedene fra august",
)
class driftstilskudd_for_plassen(Rule):
    """§ 3: the rate of the child's age group for each full-time place."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        january = _january(period)
        small, large = (
            _month_of_year_rate(
                person.kommune(name, period), person.kommune(name, january), period, parameters
            )
            for name in ("barnehage_driftssats_smabarn", "barnehage_driftssats_storbarn")
        )
        rate = numpy.where(person("smabarnsplass", period), small, large)
        return person("barnehage_heltidsplass", period) * rate


@rule(
    nb="Kapitaltilskudd for plassen",
    en="Capital grant for the place",
    section=f"{SECTION} § 6",
    href=f"{ACT}/§6",
)
class kapitaltilskudd_for_plassen(Rule):
    """§ 6: the base rate, more in a building approved in the last nine years, by groups of
    three."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnehage.tilskudd
        approved = person("barnehagens_godkjenningsar", period)
        age = numpy.floor_divide(calendar_month(person, period), 12) - approved
        group = numpy.floor_divide(age, law.kapital_gruppe_ar)
        stated = approved > 0
        rates = [law.kapital_nybygg_yngste, law.kapital_nybygg_midtre, law.kapital_nybygg_eldste]
        groups = [stated * (group == number) for number in range(len(rates))]
        rate = numpy.select(groups, rates, law.kapital_grunnsats)
        return person("barnehage_heltidsplass", period) * rate / 12


def _private_here(person, period):
    return person("privat_barnehage", period) * ~person("privat_barnehage_i_annen_kommune", period)


@rule(
    nb="Driftstilskudd til privat barnehage",
    en="Operating grant to a private kindergarten",
    section=f"{SECTION} § 3",
    href=f"{ACT}/§3",
)
class barnehage_driftstilskudd(Rule):
    """§§ 1, 3: from the kommune to the owner of a private kindergarten in the kommune."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _private_here(person, period) * person("driftstilskudd_for_plassen", period)


@rule(
    nb="Kapitaltilskudd til privat barnehage",
    en="Capital grant to a private kindergarten",
    section=f"{SECTION} § 6",
    href=f"{ACT}/§6",
)
class barnehage_kapitaltilskudd(Rule):
    """§ 6: from the kommune to the owner of a private kindergarten in the kommune."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _private_here(person, period) * person("kapitaltilskudd_for_plassen", period)


@rule(
    nb="Refusjon for barn i privat barnehage i en annen kommune",
    en="Refund for a child in a private kindergarten of another kommune",
    section=f"{SECTION} § 15",
    href=f"{ACT}/§15",
)
class barnehage_refusjon(Rule):
    """§ 15: the kommune of registration pays the other one the ordinary national rate and the
    capital grant."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        now = parameters(period).barnehage.tilskudd
        first = parameters(_january(period)).barnehage.tilskudd
        small = _month_of_year_rate(
            now.drift_0_2_ordinaer, first.drift_0_2_ordinaer, period, parameters
        )
        large = _month_of_year_rate(
            now.drift_3_6_ordinaer, first.drift_3_6_ordinaer, period, parameters
        )
        rate = numpy.where(person("smabarnsplass", period), small, large)
        place = person("barnehage_heltidsplass", period) * rate
        elsewhere = person("privat_barnehage", period) * person(
            "privat_barnehage_i_annen_kommune", period
        )
        return elsewhere * (place + person("kapitaltilskudd_for_plassen", period))


@rule(
    nb="Kostnad ved kommunal barnehageplass",
    en="Cost of a municipal kindergarten place",
    section="barnehageloven § 10 andre ledd",
    href="https://lovdata.no/lov/2005-06-17-64/§10",
    confidence="derived",
    reason="De nasjonale satsene er kommunale barnehagers kostnad uten foreldrebetaling; ett års "
    "betaling til maksimalgrensen og grunnsatsen for kapital er lagt til",
)
class kostnad_kommunal_barnehageplass(Rule):
    """§ 10: the kommune runs the place: what a municipal one costs on average by the child's age,
    capital included, before parents pay."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        now = parameters(period).barnehage.tilskudd
        first = parameters(_january(period)).barnehage.tilskudd
        small, large = (
            _month_of_year_rate(
                now[name] + now.foreldrebetaling_i_satsen,
                first[name] + first.foreldrebetaling_i_satsen,
                period,
                parameters,
            )
            for name in ("drift_0_2_ordinaer", "drift_3_6_ordinaer")
        )
        rate = numpy.where(person("smabarnsplass", period), small, large)
        place = person("barnehage_heltidsplass", period)
        municipal = ~person("privat_barnehage", period)
        return municipal * place * (rate + now.kapital_grunnsats / 12)


@rule(
    nb="Drift av plassen i privat barnehage",
    en="Running the place in a private kindergarten",
    section="barnehageloven § 23",
    href="https://lovdata.no/lov/2005-06-17-64/§23",
    confidence="derived",
    reason="Tilskudd og foreldrebetaling kan bare brukes til drift; et overskudd, som eieren kan "
    "disponere fritt, er ikke trukket fra",
)
class privat_barnehage_drift(Rule):
    """§ 23: grants and the parents' payment go to running the kindergarten."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return sum(
            person(name, period)
            for name in (
                "barnehage_driftstilskudd",
                "barnehage_kapitaltilskudd",
                "barnehage_refusjon",
                "foreldrebetaling_privat_barnehage",
                "barnehage_moderasjon_privat",
            )
        )
