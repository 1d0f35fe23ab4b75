"""Chapter 840 post 61: centres against incest and sexual abuse, and against rape.

Bufdir's circular: the state pays up to four fifths of the centre's running costs, a krone of the
kommuner, county and health trust giving up to four of the state. No act obliges a kommune to have
such a centre; the money goes by way of the host kommune.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
SECTION = "Stortingets budsjettvedtak kap. 840 post 61; Bufdirs rundskriv"
CIRCULAR = "https://www.bufdir.no/tilskudd/incestsentre/"
SHARES = "https://noknorge.no/finanseringsordningen/"


@input_value(
    nb="Driftsutgifter ved senter mot incest og seksuelle overgrep, personens del",
    en="Running costs of the centre against incest and sexual abuse, the person's part",
    unit="kr/year",
    section=SECTION,
    href=CIRCULAR,
)
class overgrepssenter_kostnad(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tilskudd til senteret fra kommuner, fylkeskommune og helseforetak, personens del",
    en="Money for the centre from kommuner, county and health trust, the person's part",
    unit="kr/year",
    section=SECTION,
    href=SHARES,
)
class overgrepssenter_lokalt_tilskudd(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Senteret er godkjent og har fått statlig driftstilskudd",
    en="The centre is approved and has the state grant",
    unit="bool",
    section=SECTION,
    href=CIRCULAR,
)
class innvilget_overgrepssentertilskudd(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Utgifter til senter mot incest og seksuelle overgrep",
    en="Cost of the centre against incest and sexual abuse",
    section=SECTION,
    href=CIRCULAR,
    only_if=("overgrepssenter_kostnad",),
)
class overgrepssenter_utgifter(Rule):
    """The person's part of the running costs, paid by the host kommune."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return numpy.maximum(person("overgrepssenter_kostnad", period), 0)


@rule(
    nb="Statlig tilskudd til senter mot incest og seksuelle overgrep",
    en="State grant for the centre against incest and sexual abuse",
    section=SECTION,
    href=SHARES,
    only_if=("innvilget_overgrepssentertilskudd",),
    confidence="secondary",
    reason=(
        "Delingen 80/20 og fire statlige kroner for hver lokale er gjengitt av sentrene; "
        "rundskrivet er lest i utdrag"
    ),
)
class overgrepssenter_tilskudd(Rule):
    """Circular: up to four fifths of the costs, and four kroner for each local one."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        share = parameters(period).tilskudd.vold.statens_andel
        cost = person("overgrepssenter_utgifter", period)
        local = numpy.maximum(person("overgrepssenter_lokalt_tilskudd", period), 0)
        granted = person("innvilget_overgrepssentertilskudd", period)
        return granted * numpy.minimum(share * cost, local * share / (1 - share))
