"""Forskrift om foreldrebetaling i barnehager § 3a: siblings in order, and what each saves."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/forskrift/2005-12-16-1478"


@input_value(
    nb="Søskengruppe: barn med samme tall er hel- eller halvsøsken, stesøsken har ulike tall",
    en="Sibling group: children of one number are full or half siblings, step-siblings differ",
    unit="count",
    section="forskrift om foreldrebetaling i barnehager, merknad til § 3a",
    href=f"{ACT}/§3a",
)
class soskengruppe(Rule):
    """Foster children count as siblings of the children in the home."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Går i barnehage i en annen kommune enn søsknene",
    en="Attends kindergarten in another kommune than the siblings",
    unit="bool",
    section="forskrift om foreldrebetaling i barnehager § 3a",
    href=f"{ACT}/§3a",
)
class barnehage_i_annen_kommune(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


def _order(groups, counted, *keys):
    """The place of each among those of its group who are counted, by keys, from 1; 0 for others."""
    order = numpy.lexsort((*reversed(keys), ~counted, *reversed(groups)))
    places = numpy.arange(order.size)
    turns = sum(numpy.diff(group[order], prepend=group[order][:1] - 1) != 0 for group in groups)
    first = numpy.maximum.accumulate(numpy.where(turns > 0, places, 0))
    return counted * ((places - first)[numpy.argsort(order)] + 1)


@rule(
    nb="Barnets nummer blant søsken i barnehage",
    en="The child's number among siblings in kindergarten",
    section="forskrift om foreldrebetaling i barnehager § 3a",
    href=f"{ACT}/§3a",
    unit="count",
    confidence="derived",
    reason="Av tvillinger regnes den med den dyreste plassen som den eldste; forskriften sier det "
    "ikke",
)
class barnehage_sosken_nummer(Rule):
    """§ 3a and its note: by age, among siblings who live together and attend kindergarten in the
    same kommune; a child of shared residence lives in both homes."""

    value_type = int
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        counted = (
            person("i_barnehage", period)
            * (place == place.possible_values.hjemme)
            * ~person("barnehage_i_annen_kommune", period)
        )
        dearest = -person("barnehage_etter_inntekt", period) * person(
            "barnehage_plassandel", period
        )
        return _order(
            (numpy.asarray(person.husstand.members_entity_id), person("soskengruppe", period)),
            numpy.asarray(counted, dtype=bool),
            person("fodselsmaned", period),
            dearest,
        )


@rule(
    nb="Søskenmoderasjon, andel",
    en="Sibling reduction, share",
    section="forskrift om foreldrebetaling i barnehager § 3a",
    href=f"{ACT}/§3a",
    unit="share",
)
class barnehage_sosken_andel(Rule):
    """§ 3a: 30 per cent for child number two, 100 per cent (50 until July 2023) for number three
    and more."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnehage.foreldrebetaling
        older = person("barnehage_sosken_nummer", period) - 1
        return numpy.select(
            [older <= 0, older == 1],
            [0.0, law.soskenmoderasjon_barn_2],
            law.soskenmoderasjon_barn_3,
        )
