"""Forskrift 16 desember 2005 nr. 1478 om foreldrebetaling i barnehager, in its order.

The note to § 3c gives the order: the price of a full day is cut to six per cent of the income, then
by the sibling reduction; then the 20 free hours come off, and a part-time place costs less. The
regulation rounds nothing, and neither do the rules here.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune, Person
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule
from effektlov.rules.utdanning.skolear import months_since_school_year

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/forskrift/2005-12-16-1478"


@input_value(
    nb="SSBs sentralitetsklasse, 1 (mest sentral) til 6 (0: ikke oppgitt)",
    en="Statistics Norway's centrality class, 1 (most central) to 6 (0: not stated)",
    unit="number",
    section="forskrift 2015-10-09-1166 § 3 sjette ledd",
    href="https://lovdata.no/forskrift/2015-10-09-1166/§3",
)
class sentralitetsklasse(Rule):
    value_type = int
    entity = Kommune
    definition_period = ETERNITY


@rule(
    nb="Maksimalgrensen for foreldrebetaling",
    en="Maximum price of a kindergarten place",
    section="forskrift om foreldrebetaling i barnehager § 1",
    href=f"{ACT}/§1",
)
class barnehage_makspris(Rule):
    """§ 1: Stortinget's price a month for a full-day place."""

    value_type = float
    entity = Kommune
    definition_period = MONTH

    def formula(kommune, period, parameters):
        law = parameters(period).barnehage.foreldrebetaling
        return kommune.filled_array(law.makspris)

    def formula_2023_08(kommune, period, parameters):
        """Free in the action zone."""
        law = parameters(period).barnehage.foreldrebetaling
        return numpy.where(kommune("i_tiltakssonen", period), law.pris_tiltakssone, law.makspris)

    def formula_2024_08(kommune, period, parameters):
        """A lower price in kommuner of centrality 5 and 6."""
        law = parameters(period).barnehage.foreldrebetaling
        remote = kommune("sentralitetsklasse", period) >= law.distrikt_fra_sentralitet
        return numpy.select(
            [kommune("i_tiltakssonen", period), remote],
            [law.pris_tiltakssone, law.makspris_distrikt],
            law.makspris,
        )


@input_value(
    nb="Barnehagens pris for en heldagsplass uten kost (0: maksimalgrensen)",
    en="The kindergarten's price of a full-day place without food (0: the maximum)",
    unit="kr/month",
    section="forskrift om foreldrebetaling i barnehager §§ 1 og 3",
    href=f"{ACT}/§3",
)
class barnehagens_pris(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Foreldrerådet har samtykket til pris over maksimalgrensen",
    en="The parents' council has agreed to a price above the maximum",
    unit="bool",
    section="forskrift om foreldrebetaling i barnehager § 4",
    href=f"{ACT}/§4",
)
class samtykke_til_hoyere_foreldrebetaling(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Pris for en heldagsplass før reduksjoner",
    en="Price of a full-day place before reductions",
    section="forskrift om foreldrebetaling i barnehager §§ 1 og 4",
    href=f"{ACT}/§1",
)
class barnehage_heldagspris(Rule):
    """§§ 1, 4: what the kindergarten has set, at most the maximum unless the parents' council has
    agreed to more."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        own, highest = _price(person, period)
        above = person("samtykke_til_hoyere_foreldrebetaling", period)
        price = numpy.where(above, own, numpy.minimum(own, highest))
        return person("i_barnehage", period) * price


def _price(person, period):
    highest = person.kommune("barnehage_makspris", period)
    own = person("barnehagens_pris", period)
    return numpy.where(own > 0, own, highest), highest


@rule(
    nb="Rett til redusert foreldrebetaling ved lav inntekt",
    en="Right to a reduced payment at a low income",
    section="forskrift om foreldrebetaling i barnehager § 3b",
    href=f"{ACT}/§3b",
    unit="bool",
)
class rett_til_redusert_foreldrebetaling(Rule):
    """§ 3b: on application, when the maximum price of the year is more than six per cent of the
    household's income; after a lasting fall, when the payment of the year is."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnehage.foreldrebetaling
        compared = numpy.where(
            person.husstand("varig_nedgang_i_inntekt", period),
            person("barnehage_heldagspris", period),
            person.kommune("barnehage_makspris", period),
        )
        share = law.maks_andel_av_inntekt * person.husstand("foreldrebetaling_inntekt", period)
        return (
            person("i_barnehage", period)
            * person.husstand("sokt_redusert_foreldrebetaling", period)
            * (compared * law.betalingsmaneder > share)
        )


@rule(
    nb="Heldagspris etter inntekt",
    en="Full-day price after the income rule",
    section="forskrift om foreldrebetaling i barnehager § 3b",
    href=f"{ACT}/§3b",
)
class barnehage_etter_inntekt(Rule):
    """§ 3b: for each child at most six per cent of the household's income in eleven months."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnehage.foreldrebetaling
        price = person("barnehage_heldagspris", period)
        income = person.husstand("foreldrebetaling_inntekt", period)
        highest = law.maks_andel_av_inntekt * income / law.betalingsmaneder
        reduced = numpy.minimum(price, highest)
        return numpy.where(person("rett_til_redusert_foreldrebetaling", period), reduced, price)


@rule(
    nb="Heldagspris etter søskenmoderasjon",
    en="Full-day price after the sibling reduction",
    section="forskrift om foreldrebetaling i barnehager § 3a",
    href=f"{ACT}/§3a",
)
class barnehage_etter_sosken(Rule):
    """§ 3a: the share is taken of the child's own price, at most the maximum and the price that
    § 3b gives."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        price = person("barnehage_etter_inntekt", period)
        basis = numpy.minimum(price, person.kommune("barnehage_makspris", period))
        return price - person("barnehage_sosken_andel", period) * basis


@rule(
    nb="Rett til gratis kjernetid",
    en="Right to free core time",
    section="forskrift om foreldrebetaling i barnehager § 3c",
    href=f"{ACT}/§3c",
    unit="bool",
)
class rett_til_gratis_kjernetid(Rule):
    """§ 3c: on application, below the income limit, from August of the year in which the child
    turns two (three until July 2019) until school."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnehage.foreldrebetaling
        since = months_since_school_year(person, period, parameters, law.kjernetid_fra_alder)
        income = person.husstand("foreldrebetaling_inntekt", period)
        return (
            person("i_barnehage", period)
            * person.husstand("sokt_redusert_foreldrebetaling", period)
            * (since >= 0)
            * (income < law.kjernetid_inntektsgrense)
        )


@input_value(
    nb="Timer i uken som heldagsprisen fordeles på",
    en="Hours a week over which the full-day price is spread",
    unit="hours/week",
    section="forskrift om foreldrebetaling i barnehager §§ 2 og 3c",
    href=f"{ACT}/§3c",
    open_norm=OpenNorm(
        least=45,
        usual=45,
        most=41,
        decides="kommune",
        nb="Forskriften sier ikke hva en time koster; et heldagstilbud er 41 timer eller mer",
        en="The regulation does not price an hour; a full-day place is 41 hours or more",
    ),
    confidence="assumed",
    reason="45 timer er vanlig praksis i kommunene; en samlet oversikt er ikke funnet",
)
class heldagstimer_i_barnehage(Rule):
    value_type = float
    entity = Kommune
    default_value = 45.0
    definition_period = ETERNITY


@input_value(
    nb="Prisen for deltidsplassen som andel av heldagsprisen (0: etter timer)",
    en="Price of the part-time place as a share of the full day (0: by hours)",
    unit="share",
    section="forskrift om foreldrebetaling i barnehager § 2",
    href=f"{ACT}/§2",
)
class deltidspris_andel(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


def _full_day_hours(person, period):
    return numpy.maximum(person.kommune("heldagstimer_i_barnehage", period), 1)


@rule(
    nb="Plassens andel av heldagsprisen",
    en="The place's share of the full-day price",
    section="forskrift om foreldrebetaling i barnehager § 2",
    href=f"{ACT}/§2",
    unit="share",
    confidence="assumed",
    reason="§ 2 sier bare at deltid skal koste mindre; uten oppgitt andel regnes prisen etter "
    "timer",
)
class barnehage_plassandel(Rule):
    """§ 2: a place of less than 41 hours a week costs less; hours that are not stated are a full
    day."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnehage.foreldrebetaling
        hours = person("avtalt_oppholdstid_i_barnehage", period)
        stated = person("deltidspris_andel", period)
        by_hours = hours / numpy.maximum(_full_day_hours(person, period), hours)
        full = (hours == 0) + (hours >= law.heldag_timer)
        return numpy.select([full > 0, stated > 0], [1.0, stated], by_hours)


@rule(
    nb="Verdien av gratis kjernetid",
    en="Value of free core time",
    section="forskrift om foreldrebetaling i barnehager § 3c",
    href=f"{ACT}/§3c",
)
class barnehage_kjernetid(Rule):
    """§ 3c: 20 hours of the reduced full-day price; a place of 20 hours or less is free."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnehage.foreldrebetaling
        price = person("barnehage_etter_sosken", period)
        whole = price * person("barnehage_plassandel", period)
        hours = person("avtalt_oppholdstid_i_barnehage", period)
        free = law.kjernetid_timer / _full_day_hours(person, period)
        within = (hours > 0) * (hours <= law.kjernetid_timer)
        value = numpy.where(within, whole, numpy.minimum(price * free, whole))
        return person("rett_til_gratis_kjernetid", period) * value
