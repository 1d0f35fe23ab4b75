"""Forskrift 23 november 2021 nr. 3261: grants for the inclusion of children and youth.

Chapter 846 post 61 of the state budget. Bufdir gives a kommune money for an activity, for one to
three years (§ 3-2). The kommune pays the activity, and puts in at least a fifth of the grant
(§ 3-1), for a youth guide as much as the grant (§ 4-7). What is not used goes back (§ 5-4). No law
obliges the kommune to go on when the grant ends, and the grant can't pay what a law obliges it to
(§ 3-3).
"""

from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule
from effektlov.rules.tilskudd.utmaling import paid_by_grant

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
ACT = "https://lovdata.no/forskrift/2021-11-23-3261"
NAME = "forskrift om tilskudd til inkludering av barn og unge"


class Inkluderingstiltak(Enum):
    ingen = "Ingen"
    fritid = "Kultur-, fritids- og ferieaktivitet (§ 4-1)"
    jobb = "Jobbtilbud og veiledning (§ 4-2)"
    utstyrssentral = "Utstyrssentral (§ 4-3)"
    fritidskasse = "Lokal fritidskasse (§ 4-4)"
    aktivitetskort = "Kultur- og aktivitetskort (§ 4-5)"
    aktivitetsguide = "Aktivitetsguide (§ 4-6)"
    los = "Ungdomslos (§ 4-7)"
    moteplass = "Åpen møteplass (§ 4-8)"
    annen = "Annen lokal aktivitet (§ 4-11)"


@input_value(
    nb="Kommunens tiltak for inkludering som personen deltar i",
    en="The kommune's inclusion activity in which the person takes part",
    unit="enum",
    section=f"{NAME} kapittel 4",
    href=f"{ACT}/§4-1",
)
class inkluderingstiltak(Rule):
    value_type = Enum
    possible_values = Inkluderingstiltak
    default_value = Inkluderingstiltak.ingen
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kommunens utgifter til inkluderingstiltaket, personens del",
    en="The kommune's cost of the inclusion activity, the person's part",
    unit="kr/year",
    section=f"{NAME} § 5-1",
    href=f"{ACT}/§5-1",
)
class inkluderingstiltak_kostnad(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Innvilget tilskudd til inkluderingstiltaket, personens del",
    en="Granted for the inclusion activity, the person's part",
    unit="kr/year",
    section=f"{NAME} § 3-4",
    href=f"{ACT}/§3-4",
)
class inkluderingstilskudd_innvilget(Rule):
    """Bufdir's decision, shared among the participants."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tilskuddsår for inkluderingstiltaket, der det første er 1",
    en="Grant year of the inclusion activity, where the first is 1",
    unit="years",
    section=f"{NAME} § 3-2",
    href=f"{ACT}/§3-2",
)
class inkluderingstilskudd_ar(Rule):
    value_type = int
    default_value = 1
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Står i fare for å havne i utenforskap",
    en="Is at risk of being left outside",
    unit="bool",
    section=f"{NAME} § 1-2",
    href=f"{ACT}/§1-2",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Hvem som av ulike grunner står i fare for å havne i utenforskap",
        en="Who for different reasons is at risk of being left outside",
    ),
)
class i_fare_for_utenforskap(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@rule(
    nb="I målgruppen for inkluderingstilskuddet",
    en="In the target group of the inclusion grant",
    section=f"{NAME} §§ 1-2, 4-7 og 4-8",
    href=f"{ACT}/§1-2",
    unit="bool",
    only_if=("inkluderingstiltak",),
)
class i_malgruppen_for_inkluderingstilskudd(Rule):
    """§§ 1-2, 4-7, 4-8: to and with 24 years, at risk of being left outside; for a youth guide and
    an open meeting place from 10 years, and the meeting place is open to all of that age."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2022(person, period, parameters):
        law = parameters(period).tilskudd.inkludering
        kind = person("inkluderingstiltak", period)
        kinds = kind.possible_values
        meeting_place = kind == kinds.moteplass
        from_ten = (kind == kinds.los) + meeting_place
        age = age_in_months(person, period)
        old_enough = (age >= 12 * law.forste_alder) + ~from_ten
        young_enough = (age >= 0) * (age < 12 * (law.siste_alder + 1))
        at_risk = person("i_fare_for_utenforskap", period) + meeting_place
        return (kind != kinds.ingen) * old_enough * young_enough * at_risk


@rule(
    nb="Utgifter til inkluderingstiltaket",
    en="Cost of the inclusion activity",
    section=f"{NAME} kapittel 4",
    href=f"{ACT}/§4-1",
    only_if=("inkluderingstiltak_kostnad",),
)
class inkluderingstiltak_utgifter(Rule):
    """Chapter 4: what the kommune pays for the activity, with or without a grant."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        kind = person("inkluderingstiltak", period)
        cost = person("inkluderingstiltak_kostnad", period)
        return (kind != kind.possible_values.ingen) * (cost > 0) * cost


@rule(
    nb="Tilskudd til inkludering av barn og unge",
    en="Grant for the inclusion of children and youth",
    section=f"{NAME} §§ 3-1, 3-2 og 4-7",
    href=f"{ACT}/§3-1",
    only_if=("inkluderingstilskudd_innvilget",),
)
class inkludering_av_unge_tilskudd(Rule):
    """§§ 3-1, 3-2, 4-7, 5-4: what is granted, for three years at most, so far as the kommune's own
    part is a fifth of the grant, for a youth guide as much as the grant."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2022(person, period, parameters):
        law = parameters(period).tilskudd.inkludering
        kind = person("inkluderingstiltak", period)
        guide = kind == kind.possible_values.los
        own = guide * law.egenfinansiering_los + ~guide * law.egenfinansiering
        year = person("inkluderingstilskudd_ar", period.this_year)
        in_time = (year >= 1) * (year <= law.lengste_periode)
        paid = paid_by_grant(
            person("inkluderingstilskudd_innvilget", period),
            person("inkluderingstiltak_utgifter", period),
            own,
        )
        return in_time * person("i_malgruppen_for_inkluderingstilskudd", period) * paid
