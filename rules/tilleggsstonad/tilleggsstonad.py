"""Tilleggsstønadsforskriften (forskrift 2 juli 2015 nr. 867) §§ 1 to 9: who is entitled, travel,
housing; folketrygdloven chapter 11 A and §§ 15-11 and 17-10 a.

Days and rounding as tilleggsstonader-sak counts them.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rounding import nearest_krone, round_half_up
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1997-02-28-19"
REGULATION = "https://lovdata.no/forskrift/2015-07-02-867"


class Malgruppe(Enum):
    ingen = "Ikke innvilget tilleggsstønad"
    nedsatt_arbeidsevne = "Nedsatt arbeidsevne"
    enslig_forsorger = "Enslig mor eller far"
    gjenlevende = "Gjenlevende ektefelle eller tidligere familiepleier"
    arbeidssoker = "Deltaker på arbeidsmarkedstiltak"


@input_value(
    nb="Innvilget tilleggsstønad, målgruppe",
    en="Granted supplementary grants, as a member of the group",
    unit="enum",
    section="forskrift 2 juli 2015 nr. 867 § 1",
    href=f"{REGULATION}/§1",
)
class tilleggsstonad_malgruppe(Rule):
    value_type = Enum
    possible_values = Malgruppe
    default_value = Malgruppe.ingen
    entity = Person
    definition_period = MONTH


class Aktivitet(Enum):
    tiltak_eller_utdanning = "Arbeidsrettet tiltak, godkjent utdanning eller utredning"
    reell_arbeidssoker = "Reell arbeidssøker"
    ingen = "Ingen"


@input_value(
    nb="Aktiviteten tilleggsstønaden gjelder",
    en="The activity of the supplementary grant",
    unit="enum",
    section="forskrift 2 juli 2015 nr. 867 § 1",
    href=f"{REGULATION}/§1",
)
class tilleggsstonad_aktivitet(Rule):
    value_type = Enum
    possible_values = Aktivitet
    default_value = Aktivitet.tiltak_eller_utdanning
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har ordinær lønn i tiltaket eller mottar sykepenger",
    en="Has an ordinary wage in the measure or receives sickness benefit",
    unit="bool",
    section="folketrygdloven § 11 A-4 andre ledd",
    href=f"{ACT}/§11A-4",
)
class lonn_i_tiltaket_eller_sykepenger(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Aktivitetsdager per uke",
    en="Days of activity a week",
    unit="days",
    section="forskrift 2 juli 2015 nr. 867 § 11",
    href=f"{REGULATION}/§11",
)
class aktivitetsdager_per_uke(Rule):
    value_type = float
    entity = Person
    default_value = 5.0
    definition_period = MONTH


@input_value(
    nb="Dager med aktivitet i måneden (0: alle hverdager etter aktivitetsdager per uke)",
    en="Days of activity in the month (0: all weekdays by days of activity a week)",
    unit="days",
    section="forskrift 2 juli 2015 nr. 867 § 11",
    href=f"{REGULATION}/§11",
)
class tilleggsstonad_dager_oppgitt(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Dager med tilleggsstønad i måneden",
    en="Days with supplementary grants in the month",
    section="forskrift 2 juli 2015 nr. 867 § 11",
    href=f"{REGULATION}/§11",
    unit="days",
)
class tilleggsstonad_dager(Rule):
    """Monday to Friday, holidays among them; in each week at most the days of activity."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tilleggsstonad
        week = law.tilleggsstonad.dager_i_uken
        first, last = law.virkedager.i_forste_uke, law.virkedager.i_siste_uke
        whole = (law.virkedager.i_maneden - first - last) / week
        active = numpy.clip(person("aktivitetsdager_per_uke", period), 0, week)
        counted = numpy.minimum(active, first) + whole * active + numpy.minimum(active, last)
        stated = person("tilleggsstonad_dager_oppgitt", period)
        return numpy.where(stated > 0, stated, counted)


@rule(
    nb="Rett til tilleggsstønad under tiltak eller utdanning",
    en="Right to supplementary grants in a measure or education",
    section="folketrygdloven §§ 11 A-2, 11 A-3, 15-11 og 17-10 a; tilleggsstønadsforskriften § 1",
    href=f"{REGULATION}/§1",
    unit="bool",
    only_if=("tilleggsstonad_malgruppe",),
)
class rett_til_tilleggsstonad(Rule):
    """§ 1: who has reduced work ability (18 to 67) or is a lone parent or survivor, in a measure
    or approved education. A lone parent from July 2026 only under the former rules."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        activity = person("tilleggsstonad_aktivitet", period)
        kinds = activity.possible_values
        return _in_group(person, period, parameters) * (activity == kinds.tiltak_eller_utdanning)


def _in_group(person, period, parameters):
    law = parameters(period).tilleggsstonad.tilleggsstonad
    group = person("tilleggsstonad_malgruppe", period)
    groups = group.possible_values
    age = age_in_months(person, period)
    of_age = (age >= 12 * law.alder_fra) * (age <= 12 * law.alder_til)
    return (
        (group == groups.nedsatt_arbeidsevne) * of_age
        + (group == groups.enslig_forsorger) * person("tidligere_regler_overgangsstonad", period)
        + (group == groups.gjenlevende)
    )


@rule(
    nb="Rett til tilleggsstønad til annet enn læremidler",
    en="Right to supplementary grants for other than learning materials",
    section="folketrygdloven § 11 A-4 andre ledd; tilleggsstønadsforskriften § 1",
    href=f"{ACT}/§11A-4",
    unit="bool",
)
class rett_til_tilleggsstonad_utenom_laeremidler(Rule):
    """§ 11 A-4 second paragraph: not with an ordinary wage in the measure or with sickness benefit,
    for who has reduced work ability."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        group = person("tilleggsstonad_malgruppe", period)
        paid = person("lonn_i_tiltaket_eller_sykepenger", period) + (
            person("sykepenger", period) > 0
        )
        excluded = (group == group.possible_values.nedsatt_arbeidsevne) * paid
        return person("rett_til_tilleggsstonad", period) * ~excluded


@input_value(
    nb="Reiseavstand hver vei til tiltaket eller utdanningen",
    en="Distance each way to the measure or education",
    unit="km",
    section="forskrift 2 juli 2015 nr. 867 § 3 første ledd bokstav a",
    href=f"{REGULATION}/§3",
)
class tilleggsstonad_reiseavstand(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Særskilt behov for transport på grunn av funksjonshemning, skade eller sykdom",
    en="Special need of transport for disability, injury or illness",
    unit="bool",
    section="forskrift 2 juli 2015 nr. 867 § 3 første ledd bokstav a",
    href=f"{REGULATION}/§3",
)
class tilleggsstonad_saerskilt_transportbehov(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Må bruke privat bil fordi rutegående transport ikke er praktisk mulig",
    en="Must drive because scheduled transport is not practicable",
    unit="bool",
    section="forskrift 2 juli 2015 nr. 867 § 5 andre ledd",
    href=f"{REGULATION}/§5",
)
class tilleggsstonad_privat_bil(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Bompenger og ferge per reisedag",
    en="Tolls and ferry per day of travel",
    unit="kr/day",
    section="forskrift 2 juli 2015 nr. 867 § 5 andre ledd",
    href=f"{REGULATION}/§5",
)
class tilleggsstonad_bompenger_ferge(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Parkering i måneden",
    en="Parking in the month",
    unit="kr",
    section="forskrift 2 juli 2015 nr. 867 § 5 andre ledd",
    href=f"{REGULATION}/§5",
)
class tilleggsstonad_parkering(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Billigste billetter, eller drosje der det er nødvendig, i måneden",
    en="Cheapest tickets, or taxi where necessary, in the month",
    unit="kr",
    section="forskrift 2 juli 2015 nr. 867 § 5 første og tredje ledd",
    href=f"{REGULATION}/§5",
)
class tilleggsstonad_billetter(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Dagsats for privat bil uten parkering",
    en="Daily rate of a private car without parking",
    section="forskrift 2 juli 2015 nr. 867 § 5 andre ledd",
    href=f"{REGULATION}/§5",
    unit="kr/day",
)
class tilleggsstonad_bil_dagsats(Rule):
    """§ 5 second paragraph: both ways at the rate per kilometre, and tolls and ferry."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tilleggsstonad.tilleggsstonad
        both_ways = law.reiser_per_dag * person("tilleggsstonad_reiseavstand", period)
        driven = round_half_up(both_ways * law.kilometersats, law.sats_desimaler)
        return driven + person("tilleggsstonad_bompenger_ferge", period)


@rule(
    nb="Tilleggsstønad til daglig reise",
    en="Supplementary grant for daily travel",
    section="forskrift 2 juli 2015 nr. 867 §§ 3 og 5",
    href=f"{REGULATION}/§5",
)
class tilleggsstonad_reise(Rule):
    """§§ 3, 5: tickets, or a car where scheduled transport is no option, when the way is six
    kilometres or the need is special; also to others in a labour market measure."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tilleggsstonad.tilleggsstonad
        group = person("tilleggsstonad_malgruppe", period)
        activity = person("tilleggsstonad_aktivitet", period)
        seeker = (group == group.possible_values.arbeidssoker) * (
            activity == activity.possible_values.tiltak_eller_utdanning
        )
        entitled = person("rett_til_tilleggsstonad_utenom_laeremidler", period) + seeker
        far = person("tilleggsstonad_reiseavstand", period) >= law.reiseavstand
        needed = far + person("tilleggsstonad_saerskilt_transportbehov", period)
        days = person("tilleggsstonad_dager", period)
        car = person("tilleggsstonad_bil_dagsats", period) * days + person(
            "tilleggsstonad_parkering", period
        )
        drives = person("tilleggsstonad_privat_bil", period)
        cost = numpy.where(drives, car, person("tilleggsstonad_billetter", period))
        return entitled * needed * numpy.maximum(nearest_krone(nearest_krone(100 * cost) / 100), 0)


@input_value(
    nb="Nødvendige merutgifter til bolig eller overnatting",
    en="Necessary extra cost of housing or lodging",
    unit="kr",
    section="forskrift 2 juli 2015 nr. 867 § 8",
    href=f"{REGULATION}/§8",
)
class tilleggsstonad_merutgifter_bolig(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Høyere boutgifter av helsemessige årsaker",
    en="Higher housing cost for reasons of health",
    unit="bool",
    section="forskrift 2 juli 2015 nr. 867 § 9 første ledd",
    href=f"{REGULATION}/§9",
)
class boutgifter_helsemessige_arsaker(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har rett til bostøtte for de samme boutgiftene",
    en="Has a right to housing allowance for the same cost",
    unit="bool",
    section="forskrift 2 juli 2015 nr. 867 § 9 andre ledd",
    href=f"{REGULATION}/§9",
)
class bostotte_for_samme_boutgifter(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Tilleggsstønad til bolig eller overnatting",
    en="Supplementary grant for housing or lodging",
    section="forskrift 2 juli 2015 nr. 867 §§ 8 og 9",
    href=f"{REGULATION}/§9",
)
class tilleggsstonad_boutgifter(Rule):
    """§§ 8, 9: the actual extra cost up to the ceiling, in full for reasons of health; nothing that
    bostøtte covers."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tilleggsstonad.tilleggsstonad
        cost = numpy.maximum(person("tilleggsstonad_merutgifter_bolig", period), 0)
        within = numpy.where(
            person("boutgifter_helsemessige_arsaker", period),
            cost,
            numpy.minimum(cost, law.boutgifter_maks),
        )
        entitled = person("rett_til_tilleggsstonad_utenom_laeremidler", period) * ~person(
            "bostotte_for_samme_boutgifter", period
        )
        return entitled * nearest_krone(within)
