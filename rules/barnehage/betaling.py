"""Forskrift om foreldrebetaling i barnehager §§ 3 and 3f: who pays what for the place."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/forskrift/2005-12-16-1478"


@input_value(
    nb="Kommunens egen reduksjon ut over forskriften, som friplass",
    en="The kommune's own reduction beyond the regulation, such as a free place",
    unit="kr/month",
    section="forskrift om foreldrebetaling i barnehager § 3",
    href=f"{ACT}/§3",
)
class lokal_reduksjon_i_foreldrebetaling(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnet har delt bosted og er folkeregistrert hos den andre forelderen",
    en="The child has shared residence and is registered with the other parent",
    unit="bool",
    section="forskrift om foreldrebetaling i barnehager § 3d fjerde ledd",
    href=f"{ACT}/§3d",
)
class folkeregistrert_hos_den_andre(Rule):
    """The place is then paid there, by the income of that household; the child still counts as a
    sibling here (note to § 3a)."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnehagen er privat",
    en="The kindergarten is private",
    unit="bool",
    section="barnehageloven § 19",
    href="https://lovdata.no/lov/2005-06-17-64/§19",
)
class privat_barnehage(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Plass som husholdningen betaler for i måneden",
    en="Place that the household pays for in the month",
    section="forskrift om foreldrebetaling i barnehager §§ 1 og 3d",
    href=f"{ACT}/§3d",
    unit="bool",
)
class barnehage_betalt_her(Rule):
    """§§ 1, 3d: a month of payment for a child who lives at home and is registered here."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        return (
            person("i_barnehage", period)
            * person("betalingsmaned", period)
            * (place == place.possible_values.hjemme)
            * ~person("folkeregistrert_hos_den_andre", period)
        )


def _after_reductions(person, period):
    """The payment that the regulation leaves, in a month of payment."""
    price = person("barnehage_etter_sosken", period) * person("barnehage_plassandel", period)
    return numpy.maximum(price - person("barnehage_kjernetid", period), 0)


@rule(
    nb="Foreldrebetaling i barnehage",
    en="Parents' payment for kindergarten",
    section="forskrift om foreldrebetaling i barnehager §§ 1 til 3c",
    href=f"{ACT}/§3",
    only_if=(
        "bruker_av_barnehage",
        "avtalt_oppholdstid_i_barnehage",
    ),
)
class foreldrebetaling_barnehage(Rule):
    """§§ 1-3c: the part-time or full-day price after income and siblings, less the free hours and
    the kommune's own reductions; food comes in addition."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        own = numpy.maximum(person("lokal_reduksjon_i_foreldrebetaling", period), 0)
        left = numpy.maximum(_after_reductions(person, period) - own, 0)
        return person("barnehage_betalt_her", period) * left


@rule(
    nb="Reduksjon etter forskriften",
    en="Reduction under the regulation",
    section="forskrift om foreldrebetaling i barnehager §§ 3a til 3c",
    href=f"{ACT}/§3",
)
class barnehage_moderasjon(Rule):
    """§§ 3a-3c: what income, siblings and free core time take off the price of the place."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        whole = person("barnehage_heldagspris", period) * person("barnehage_plassandel", period)
        return person("barnehage_betalt_her", period) * (whole - _after_reductions(person, period))


@rule(
    nb="Foreldrebetaling til kommunal barnehage",
    en="Parents' payment to a municipal kindergarten",
    section="forskrift om foreldrebetaling i barnehager § 1",
    href=f"{ACT}/§1",
    only_if=(
        "bruker_av_barnehage",
        "avtalt_oppholdstid_i_barnehage",
    ),
)
class foreldrebetaling_kommunal_barnehage(Rule):
    """§ 1: to the kommune as owner."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        municipal = ~person("privat_barnehage", period)
        return municipal * person("foreldrebetaling_barnehage", period)


@rule(
    nb="Foreldrebetaling til privat barnehage",
    en="Parents' payment to a private kindergarten",
    section="forskrift om foreldrebetaling i barnehager § 1",
    href=f"{ACT}/§1",
    only_if=("privat_barnehage",),
)
class foreldrebetaling_privat_barnehage(Rule):
    """§ 1: to the private owner."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        private = person("privat_barnehage", period)
        return private * person("foreldrebetaling_barnehage", period)


@rule(
    nb="Kommunens dekning av reduksjonen i privat barnehage",
    en="The kommune's cover of the reduction in a private kindergarten",
    section="forskrift om foreldrebetaling i barnehager § 3f",
    href=f"{ACT}/§3f",
    only_if=("privat_barnehage",),
)
class barnehage_moderasjon_privat(Rule):
    """§ 3f: the kommune pays the owner what the reductions under the regulation take away."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        private = person("privat_barnehage", period)
        return private * person("barnehage_moderasjon", period)
