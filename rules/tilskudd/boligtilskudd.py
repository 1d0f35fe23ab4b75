"""Husbanken's grants for homes: rental homes by way of the kommune, and buying a home in Finnmark.

Forskrift 18 desember 2017 nr. 2235 (chapter 581 post 76): a fixed sum per square metre of primary
rooms, by groups of kommuner, up to 80 square metres; written off over 30 years. Forskrift 29 april
2025 nr. 709 (post 72): persons who settle in kommuner of Finnmark with a village growth agreement.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Kommune
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.tilskudd.utmaling import paid_by_grant

YEAR = DateUnit.YEAR
RENTAL = "https://lovdata.no/forskrift/2017-12-18-2235"
RATES = (
    "https://www.husbanken.no/kommune/lan-og-tilskudd/tilskudd-utleieboliger/veileder/"
    "definisjoner-begreper/"
)
RENTAL_NAME = "forskrift om tilskudd til utleieboliger"
SETTLING = "https://lovdata.no/forskrift/2025-04-29-709"
SETTLING_NAME = "forskrift om tilskudd til etablering og tilpasning i distriktskommuner"


class Etableringsformal(Enum):
    ingen = "Ingen"
    kjop = "Kjøp av helårsbolig"
    oppforing = "Oppføring av ny helårsbolig"
    utbedring = "Utbedring eller tilpasning av helårsbolig"


@input_value(
    nb="Primærrom i utleieboligen kommunen skaffer til husstanden",
    en="Primary rooms of the rental home that the kommune gets for the household",
    unit="m2",
    section=f"{RENTAL_NAME} § 9",
    href=f"{RENTAL}/§9",
)
class utleiebolig_areal(Rule):
    value_type = float
    entity = Husstand
    definition_period = YEAR


@input_value(
    nb="Husbanken har innvilget tilskudd til utleieboligen",
    en="Husbanken has granted money for the rental home",
    unit="bool",
    section=f"{RENTAL_NAME} § 8",
    href=f"{RENTAL}/§8",
)
class innvilget_utleieboligtilskudd(Rule):
    """Stated for the year in which it is paid out."""

    value_type = bool
    entity = Husstand
    definition_period = YEAR


@rule(
    nb="Sats for tilskudd til utleieboliger, per kvadratmeter",
    en="Rate of the rental home grant, by square metre",
    section=f"{RENTAL_NAME} § 9",
    href=RATES,
    unit="kr/m2",
)
class utleiebolig_sats(Rule):
    """§ 9: fixed rates of the ministry, by six groups of kommuner, from 16 June 2023."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2023(kommune, period, parameters):
        law = parameters(period).tilskudd.utleiebolig
        number, groups = kommune("kommunenummer", period.first_month), law.grupper
        return numpy.select(
            [
                numpy.isin(number, groups.gruppe_1),
                numpy.isin(number, groups.gruppe_2),
                numpy.isin(number, groups.gruppe_3),
                numpy.isin(number, groups.gruppe_4),
                numpy.isin(number, groups.gruppe_5),
            ],
            [law.sats_1, law.sats_2, law.sats_3, law.sats_4, law.sats_5],
            law.sats_6,
        )


@rule(
    nb="Tilskudd til utleiebolig for vanskeligstilte",
    en="Grant for a rental home for the disadvantaged",
    section=f"{RENTAL_NAME} § 9",
    href=f"{RENTAL}/§9",
    only_if=("innvilget_utleieboligtilskudd",),
)
class utleieboligtilskudd(Rule):
    """§ 9: the rate by square metre, for 80 square metres at most, once."""

    value_type = float
    entity = Husstand
    definition_period = YEAR

    def formula_2023(husstand, period, parameters):
        most = parameters(period).tilskudd.utleiebolig.storste_areal
        area = numpy.clip(husstand("utleiebolig_areal", period), 0, most)
        rate = husstand.value_from_first_person(
            husstand.members.kommune("utleiebolig_sats", period)
        )
        return husstand("innvilget_utleieboligtilskudd", period) * area * rate


@input_value(
    nb="Hva husstanden etablerer seg med tilskudd til",
    en="What the household settles with a grant for",
    unit="enum",
    section=f"{SETTLING_NAME} § 4",
    href=f"{SETTLING}/§4",
)
class etableringsformal(Rule):
    value_type = Enum
    possible_values = Etableringsformal
    default_value = Etableringsformal.ingen
    entity = Husstand
    definition_period = YEAR


@input_value(
    nb="Kostnaden ved kjøpet, oppføringen eller utbedringen av boligen",
    en="Cost of buying, building or improving the home",
    unit="kr",
    section=f"{SETTLING_NAME} § 6",
    href=f"{SETTLING}/§6",
)
class etableringskostnad(Rule):
    value_type = float
    entity = Husstand
    definition_period = YEAR


@input_value(
    nb="Kommunens vedtak om etableringstilskudd",
    en="The kommune's decision on the grant for settling",
    unit="kr",
    section=f"{SETTLING_NAME} § 6",
    href=f"{SETTLING}/§6",
)
class etableringstilskudd_innvilget(Rule):
    """The kommune decides how much is needed."""

    value_type = float
    entity = Husstand
    definition_period = YEAR


@rule(
    nb="Tilskudd til etablering og tilpasning i distriktskommuner",
    en="Grant for settling and adaptation in rural kommuner",
    section=f"{SETTLING_NAME} §§ 2, 3 og 6",
    href=f"{SETTLING}/§6",
    only_if=("etableringstilskudd_innvilget",),
)
class etableringstilskudd(Rule):
    """§§ 2, 3, 6: in eleven kommuner of Finnmark, 800 000 kroner at most, for buying and building
    no more than half of the cost; paid at the settlement of the home."""

    value_type = float
    entity = Husstand
    definition_period = YEAR

    def formula_2025(husstand, period, parameters):
        law = parameters(period).tilskudd.etablering
        number = husstand.value_from_first_person(
            husstand.members.kommune("kommunenummer", period.first_month)
        )
        purpose = husstand("etableringsformal", period)
        kinds = purpose.possible_values
        half = (purpose == kinds.kjop) + (purpose == kinds.oppforing)
        cost = husstand("etableringskostnad", period)
        covered = numpy.where(half, law.storste_andel, 1) * cost
        granted = numpy.minimum(
            husstand("etableringstilskudd_innvilget", period), law.storste_belop
        )
        here = numpy.isin(number, law.kommuner)
        return here * (purpose != kinds.ingen) * paid_by_grant(granted, covered)
