"""Chapter 225 of the state budget: rates per pupil or hour that the state pays the school owner.

Post 64: training of children and youth who apply for residence, a rate by the month in ten months
of the year. Posts 63 and 67: training in Sami, and in Kven or Finnish, a rate by the clock hour.
The directorate published the rates for 2017, 2019 and 2020; those of later years were not found.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_years, month_index
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.utdanning.skolear import months_since_school_year

MONTH = DateUnit.MONTH
RATES = "https://www.udir.no/om-udir/tilskudd-og-prosjektmidler/tilskuddssatser/"
SCHEME = (
    "https://www.udir.no/om-udir/tilskudd-og-prosjektmidler/midler-kommuner/"
    "opplaring-til-barn-og-unge-som-soker-opphold-i-norge/"
)
APPLICANTS = "Stortingets budsjettvedtak kap. 225 post 64; Udirs satser"
SAMI = "Stortingets budsjettvedtak kap. 225 post 63; Udirs satser"
FINNISH = "Stortingets budsjettvedtak kap. 225 post 67; Udirs satser"
LATER = "satsene etter 2020 er ikke funnet; beløpet fra 2020 står, og er for lavt"


class OpplaeringMensOppholdSokes(Enum):
    ingen = "Ingen"
    grunnskole = "Grunnskoleopplæring, i mottak, privat eller familiegjenforening"
    grunnskole_omsorgssenter = "Grunnskoleopplæring, enslig mindreårig i omsorgssenter"
    videregaende = "Videregående opplæring"


@input_value(
    nb="Opplæring mens søknad om opphold eller familiegjenforening ikke er avgjort",
    en="Training while an application for residence or family reunification is open",
    unit="enum",
    section=APPLICANTS,
    href=SCHEME,
)
class opplaering_mens_opphold_sokes(Rule):
    """Lawful stay, training given; the grant ends when the application is decided."""

    value_type = Enum
    possible_values = OpplaeringMensOppholdSokes
    default_value = OpplaeringMensOppholdSokes.ingen
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Klokketimer samisk i grunnskolen i måneden",
    en="Clock hours of Sami in compulsory school in the month",
    unit="hours",
    section=SAMI,
    href=RATES,
)
class timer_samisk_grunnskole(Rule):
    """The pupil's part, where several share the hours."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Klokketimer samisk i videregående opplæring i måneden",
    en="Clock hours of Sami in upper secondary school in the month",
    unit="hours",
    section=SAMI,
    href=RATES,
)
class timer_samisk_videregaende(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Klokketimer kvensk eller finsk i grunnskolen i måneden",
    en="Clock hours of Kven or Finnish in compulsory school in the month",
    unit="hours",
    section=FINNISH,
    href=RATES,
)
class timer_finsk_grunnskole(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Måneden gir tilskudd til opplæring mens opphold søkes",
    en="The month gives the grant for training while residence is sought",
    section=APPLICANTS,
    href=SCHEME,
    unit="bool",
)
class maned_med_tilskudd_til_opplaering(Rule):
    """Post 64: ten months, four in autumn and six in spring; from the year of turning 6, to the end
    of the school year in which the pupil turns 18."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tilskudd.opplaering
        month = numpy.mod(month_index(period), 12) + 1
        taught = (month <= law.siste_maned_var) + (month >= law.forste_maned_host)
        turns = age_in_years(person, period.this_year)
        born = numpy.mod(person("fodselsmaned", period), 12) + 1
        spring = born < parameters(period).utdanning.opplaeringslova.skolearets_forste_maned
        after = months_since_school_year(person, period, parameters, law.siste_alder + ~spring * 1)
        return taught * (turns >= law.forste_alder) * (after < 0)


@rule(
    nb="Tilskudd til grunnskoleopplæring mens opphold søkes",
    en="Grant for compulsory schooling while residence is sought",
    section=APPLICANTS,
    href=RATES,
    only_if=("opplaering_mens_opphold_sokes",),
    confidence="secondary",
    reason=LATER,
)
class tilskudd_grunnskole_opphold_sokes(Rule):
    """Post 64: a rate by the month to the kommune, a higher one for an unaccompanied minor in a
    care centre."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rates = parameters(period).tilskudd.opplaering
        kind = person("opplaering_mens_opphold_sokes", period)
        kinds = kind.possible_values
        centre = kind == kinds.grunnskole_omsorgssenter
        amount = (kind == kinds.grunnskole) * rates.grunnskole + centre * rates.omsorgssenter
        return person("maned_med_tilskudd_til_opplaering", period) * amount


@rule(
    nb="Tilskudd til videregående opplæring mens opphold søkes",
    en="Grant for upper secondary training while residence is sought",
    section=APPLICANTS,
    href=RATES,
    only_if=("opplaering_mens_opphold_sokes",),
    confidence="secondary",
    reason=LATER,
)
class tilskudd_videregaende_opphold_sokes(Rule):
    """Post 64: a rate by the month to the county."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rate = parameters(period).tilskudd.opplaering.videregaende
        kind = person("opplaering_mens_opphold_sokes", period)
        upper = kind == kind.possible_values.videregaende
        return person("maned_med_tilskudd_til_opplaering", period) * upper * rate


@rule(
    nb="Tilskudd til samisk i grunnskolen",
    en="Grant for Sami in compulsory school",
    section=SAMI,
    href=RATES,
    only_if=("timer_samisk_grunnskole",),
    confidence="secondary",
    reason=LATER,
)
class tilskudd_samisk_grunnskole(Rule):
    """Post 63: a rate by the clock hour, inside and outside the Sami districts alike."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        hours = numpy.maximum(person("timer_samisk_grunnskole", period), 0)
        return hours * parameters(period).tilskudd.opplaering.samisk_grunnskole


@rule(
    nb="Tilskudd til samisk i videregående opplæring",
    en="Grant for Sami in upper secondary school",
    section=SAMI,
    href=RATES,
    only_if=("timer_samisk_videregaende",),
    confidence="secondary",
    reason=LATER,
)
class tilskudd_samisk_videregaende(Rule):
    """Post 63: a rate by the clock hour to the county."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        hours = numpy.maximum(person("timer_samisk_videregaende", period), 0)
        return hours * parameters(period).tilskudd.opplaering.samisk_videregaende


@rule(
    nb="Tilskudd til kvensk eller finsk i grunnskolen",
    en="Grant for Kven or Finnish in compulsory school",
    section=FINNISH,
    href=RATES,
    only_if=("timer_finsk_grunnskole",),
    confidence="secondary",
    reason=LATER,
)
class tilskudd_finsk_grunnskole(Rule):
    """Post 67: a rate by the clock hour."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        hours = numpy.maximum(person("timer_finsk_grunnskole", period), 0)
        return hours * parameters(period).tilskudd.opplaering.finsk_grunnskole
