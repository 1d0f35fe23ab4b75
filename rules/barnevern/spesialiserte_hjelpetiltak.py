"""Barnevernsloven § 16-3 fourth paragraph: what the state agency may offer the child welfare
service besides MST: assessment of small children, FFT, PMTO, Webster-Stratton, health mapping."""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2021-06-18-97"


class Hjelpetiltak(Enum):
    ingen = "Ingen av dem"
    fft = "Funksjonell familieterapi (FFT)"
    pmto = "PMTO"
    webster_stratton = "Webster-Stratton (De utrolige årene)"


@input_value(
    nb="Spesialisert hjelpetiltak i hjemmet utenom MST",
    en="Specialised help at home other than MST",
    unit="enum",
    section="barnevernsloven § 16-3 fjerde ledd bokstav c",
    href=f"{ACT}/§16-3",
)
class spesialisert_hjelpetiltak(Rule):
    value_type = Enum
    possible_values = Hjelpetiltak
    default_value = Hjelpetiltak.ingen
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Bufetat tilbyr det spesialiserte hjelpetiltaket",
    en="The state agency offers the specialised help",
    unit="bool",
    section="barnevernsloven § 16-3 fjerde ledd",
    href=f"{ACT}/§16-3",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="stat.bufetat",
        nb="Etaten kan tilby barnevernstjenesten tiltaket",
        en="The agency may offer the service the measure",
    ),
)
class bufetat_tilbyr_hjelpetiltak(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnevernstjenesten ber Bufetat om en spesialisert tjeneste",
    en="The child welfare service asks the state agency for a specialised service",
    unit="bool",
    section="barnevernsloven § 16-3 fjerde ledd",
    href=f"{ACT}/§16-3",
)
class anmodning_om_spesialisert_tjeneste(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Stor usikkerhet om barnet utsettes for alvorlig omsorgssvikt",
    en="Great doubt whether the child is exposed to serious neglect",
    unit="bool",
    section="barnevernsloven § 16-3 fjerde ledd bokstav a",
    href=f"{ACT}/§16-3",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="kommune",
        nb="Stor usikkerhet ved om et barn utsettes for alvorlig omsorgssvikt",
        en="Great doubt whether a child is exposed to serious neglect",
    ),
)
class stor_usikkerhet_om_omsorgssvikt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnevernstjenesten har besluttet å fremme sak for nemnda",
    en="The child welfare service has decided to bring the case before the tribunal",
    unit="bool",
    section="barnevernsloven § 16-3 fjerde ledd bokstav d",
    href=f"{ACT}/§16-3",
)
class sak_for_nemnda_besluttet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Har spesialisert hjelpetiltak i hjemmet",
    en="Has specialised help at home",
    section="barnevernsloven § 16-3 fjerde ledd bokstav c",
    href=f"{ACT}/§16-3",
    unit="bool",
)
class har_spesialisert_hjelpetiltak(Rule):
    """§ 16-3 c: MST, FFT, PMTO or Webster-Stratton, whoever gives it."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        other = person("spesialisert_hjelpetiltak", period)
        return person("har_mst", period) + (other != other.possible_values.ingen)


@rule(
    nb="Utredning av barn i alderen 0-6 år kan tilbys",
    en="Assessment of a child of 0-6 years can be offered",
    section="barnevernsloven § 16-3 fjerde ledd bokstav a",
    href=f"{ACT}/§16-3",
    unit="bool",
)
class utredning_kan_tilbys(Rule):
    """§ 16-3 a: the service asks, the child is 0 to 6 years, and great doubt about serious
    neglect; not in Oslo."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = parameters(period).barnevern.ansvar.aldersgrense_senter_utredning
        young = age_in_months(person, period) < 12 * limit
        asked = person("anmodning_om_spesialisert_tjeneste", period)
        doubt = person("stor_usikkerhet_om_omsorgssvikt", period)
        child = person("barn_etter_barnevernsloven", period) * young
        return child * asked * doubt * person("statlig_betalingsansvar", period)


@rule(
    nb="Tverrfaglig helsekartlegging kan tilbys",
    en="Cross-disciplinary health mapping can be offered",
    section="barnevernsloven § 16-3 fjerde ledd bokstav d",
    href=f"{ACT}/§16-3",
    unit="bool",
)
class helsekartlegging_kan_tilbys(Rule):
    """§ 16-3 d: the service asks, and it brings the case before the tribunal, or the child lives
    outside the home by a decision; not in Oslo."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        outside = (place == place.possible_values.fosterhjem) + (
            place == place.possible_values.institusjon
        )
        ground = (
            person("sak_for_nemnda_besluttet", period)
            + person("under_omsorg", period)
            + outside * ~person("akuttvedtak", period)
        )
        asked = person("anmodning_om_spesialisert_tjeneste", period)
        child = person("barn_etter_barnevernsloven", period)
        return child * ground * asked * person("statlig_betalingsansvar", period)


def _has(person, period):
    measure = person("spesialisert_hjelpetiltak", period)
    given = measure != measure.possible_values.ingen
    return given * person("barnevernstiltak_kan_gis", period)


@rule(
    nb="Måneder med annet spesialisert hjelpetiltak fra Bufetat",
    en="Months of other specialised help from the state agency",
    section="barnevernsloven §§ 16-3 og 16-5",
    href=f"{ACT}/§16-5",
    unit="months",
)
class spesialisert_hjelpetiltak_maned_bufetat(Rule):
    """§ 16-5: the state pays for what it offers; PMTO is for the kommune from 2023."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        pmto = parameters(period).barnevern.egenandel.pmto_fra_bufetat
        measure = person("spesialisert_hjelpetiltak", period)
        part = numpy.where(measure == measure.possible_values.pmto, pmto, 1.0)
        offered = person("bufetat_tilbyr_hjelpetiltak", period)
        state = offered * person("statlig_betalingsansvar", period)
        return _has(person, period) * state * part


@rule(
    nb="Måneder med annet spesialisert hjelpetiltak som kommunen betaler helt",
    en="Months of other specialised help paid in full by the kommune",
    section="barnevernsloven § 15-11",
    href=f"{ACT}/§15-11",
    unit="months",
)
class spesialisert_hjelpetiltak_maned_kommune(Rule):
    """§ 15-11: what the state doesn't offer, from 20 years, and in Oslo."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        state = person("spesialisert_hjelpetiltak_maned_bufetat", period)
        return _has(person, period) - state


@rule(
    nb="Kommunal egenandel for annet spesialisert hjelpetiltak",
    en="Municipal co-payment for other specialised help",
    section="barnevernsloven § 16-5 tredje ledd",
    href=f"{ACT}/§16-5",
)
class egenandel_spesialisert_hjelpetiltak(Rule):
    """§ 16-5 third paragraph: FFT as MST, the others nothing."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnevern.egenandel
        measure = person("spesialisert_hjelpetiltak", period)
        rate = numpy.where(
            measure == measure.possible_values.fft, law.fft, law.hjelpetiltak_uten_sats
        )
        return person("spesialisert_hjelpetiltak_maned_bufetat", period) * rate


@rule(
    nb="Kommunen skylder egenandel for barnet eller den unge",
    en="The kommune owes a co-payment for the child or youth",
    section="barnevernsloven §§ 15-11 og 16-5 tredje ledd",
    href=f"{ACT}/§16-5",
    unit="bool",
)
class skylder_egenandel(Rule):
    """§§ 15-11, 16-5: the kommune uses a place or measure of the state agency that has a rate."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        own = (
            person("egenandel_institusjon", period)
            + person("egenandel_spesialisert_fosterhjem", period)
            + person("egenandel_mst", period)
            + person("egenandel_spesialisert_hjelpetiltak", period)
            + person("egenandel_omsorgssenter", period)
        )
        centre = person("senter_maned_barn", period) * person.husstand("egenandel_senter", period)
        return own + centre > 0
