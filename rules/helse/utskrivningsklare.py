"""Patients ready for discharge: helse- og omsorgstjenesteloven § 11-4, forskrift 2011-11-18-1115.

The kommune pays a price per day from the first day on which a patient is ready (§ 9), the hospital
has given notice (§§ 8 and 10) and the kommune can’t receive the patient or hasn’t answered (§ 13).
Somatic wards from 2012, mental health care and addiction care from 2019; children are not excepted.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2011-06-24-30"
REGULATION = "https://lovdata.no/forskrift/2011-11-18-1115"


class Dognopphold(Enum):
    ingen = "Ikke innlagt"
    somatikk = "I somatisk døgnavdeling"
    psykisk_helsevern = "I døgnopphold i psykisk helsevern, også BUP"
    rusbehandling = "I døgnopphold i tverrfaglig spesialisert rusbehandling"
    privat_rehabilitering = "I privat rehabiliteringsinstitusjon"


@input_value(
    nb="Døgnopphold i spesialisthelsetjenesten",
    en="Stay in the specialist service, day and night",
    unit="enum",
    section="forskrift 2011-11-18-1115 § 2",
    href=f"{REGULATION}/§2",
)
class dognopphold(Rule):
    value_type = Enum
    possible_values = Dognopphold
    default_value = Dognopphold.ingen
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Døgn i måneden etter at lege eller psykolog fant døgnbehandlingen ferdig",
    en="Days of the month after a doctor or psychologist held the treatment to be finished",
    unit="days",
    section="forskrift 2011-11-18-1115 § 9",
    href=f"{REGULATION}/§9",
)
class dogn_ferdigbehandlet(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tvangstiltak som kommunen ikke kan videreføre, er ikke avsluttet",
    en="Coercion that the kommune can’t go on with hasn’t ended",
    unit="bool",
    section="forskrift 2011-11-18-1115 § 9 andre ledd",
    href=f"{REGULATION}/§9",
)
class tvang_som_ikke_kan_viderefores(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Samarbeidspartnere og behandler er ikke kontaktet om videre plan, enda det trengs",
    en="Partners and therapist haven’t been contacted about the further plan, though needed",
    unit="bool",
    section="forskrift 2011-11-18-1115 § 9 tredje og fjerde ledd",
    href=f"{REGULATION}/§9",
)
class samarbeidspartnere_er_ikke_innkalt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Trenger ikke et kommunalt tilbud etter utskrivningen",
    en="Needs no municipal service after discharge",
    unit="bool",
    section="forskrift 2011-11-18-1115 §§ 10 og 13",
    href=f"{REGULATION}/§13",
)
class trenger_ikke_kommunalt_tilbud(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kommunen er ikke varslet om innleggelsen eller utskrivningen",
    en="The kommune hasn’t been notified of the admission or of readiness",
    unit="bool",
    section="forskrift 2011-11-18-1115 §§ 8 og 10",
    href=f"{REGULATION}/§10",
)
class kommunen_er_ikke_varslet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kommunen har svart at den kan ta imot pasienten",
    en="The kommune has answered that it can receive the patient",
    unit="bool",
    section="forskrift 2011-11-18-1115 §§ 11 og 13",
    href=f"{REGULATION}/§11",
)
class kommunen_kan_ta_imot(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Er utskrivningsklar",
    en="Is ready for discharge",
    section="forskrift 2011-11-18-1115 § 9",
    href=f"{REGULATION}/§9",
    unit="bool",
)
class utskrivningsklar(Rule):
    """§ 9: treatment day and night is finished; in mental health and addiction care partners are
    called in, and coercion has ended in mental health care."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        stay = person("dognopphold", period)
        kinds = stay.possible_values
        mental = stay == kinds.psykisk_helsevern
        planned = mental + (stay == kinds.rusbehandling)
        coerced = mental * person("tvang_som_ikke_kan_viderefores", period)
        unplanned = planned * person("samarbeidspartnere_er_ikke_innkalt", period)
        inside = (stay != kinds.ingen) * (person("dogn_ferdigbehandlet", period) > 0)
        return inside * ~coerced * ~unplanned


@rule(
    nb="Døgn som kommunen skal betale for",
    en="Days that the kommune is to pay for",
    section="forskrift 2011-11-18-1115 §§ 2 og 13",
    href=f"{REGULATION}/§13",
    unit="days",
)
class utskrivningsklare_dogn(Rule):
    """§§ 2, 13: ready and in wait of a municipal service, after notice, and the kommune can’t
    receive the patient or hasn’t answered; not in private rehabilitation."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        # § 13 before the change of 8 November 2018 no. 1675: somatic wards only.
        stay = person("dognopphold", period)
        return (stay == stay.possible_values.somatikk) * _days_in_wait(person, period)

    def formula_2019(person, period, parameters):
        """Mental health care and addiction care too."""
        stay = person("dognopphold", period)
        covered = stay != stay.possible_values.privat_rehabilitering
        return covered * _days_in_wait(person, period)


def _days_in_wait(person, period):
    waits = ~person("trenger_ikke_kommunalt_tilbud", period)
    noticed = ~person("kommunen_er_ikke_varslet", period)
    refused = ~person("kommunen_kan_ta_imot", period)
    days = numpy.maximum(person("dogn_ferdigbehandlet", period), 0)
    return person("utskrivningsklar", period) * waits * noticed * refused * days


@rule(
    nb="Kommunens betaling for utskrivningsklar pasient",
    en="The kommune’s payment for a patient ready for discharge",
    section="forskrift 2011-11-18-1115 § 13",
    href=f"{REGULATION}/§13",
)
class betaling_utskrivningsklar(Rule):
    """§ 13 fourth paragraph: the price per day of the budget, from the first day."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        price = parameters(period).helse.utskrivningsklare.dognpris
        return person("utskrivningsklare_dogn", period) * price
