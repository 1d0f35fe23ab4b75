"""Folketrygdloven § 5-3 and forskrift 18 desember 2020 nr. 2990: the ceiling on own payments.

Whoever has paid up to the ceiling in a calendar year pays no more that year; folketrygden pays the
provider. Until 2020 there were two ceilings, each for its own services.
"""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
ACT = "https://lovdata.no/lov/1997-02-28-19"
REGULATION = "https://lovdata.no/forskrift/2020-12-18-2990"


@input_value(
    nb="Godkjente egenandeler for lege, poliklinikk, prøver, legemidler og reiser (samlet)",
    en="Approved own payments: doctor, outpatient care, tests, medicines, travel (in total)",
    unit="kr/month",
    section="forskrift om egenandelstak §§ 1 og 2",
    href=f"{REGULATION}/§1",
)
class egenandeler_lege_og_legemidler(Rule):
    """What is charged before any frikort; ceiling 1 until 2020. Consultations that the case counts
    with the GP or a psychologist come in addition, by their rates."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Godkjente egenandeler for fysioterapi, opptrening, tannsykdom og behandlingsreiser",
    en="Approved own payments: physiotherapy, rehabilitation, dental disease, treatment abroad",
    unit="kr/month",
    section="forskrift om egenandelstak §§ 1 og 2",
    href=f"{REGULATION}/§1",
)
class egenandeler_fysioterapi_og_opptrening(Rule):
    """What is charged before any frikort; ceiling 2 until 2020."""

    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Betaler egenandel for helsetjenester",
    en="Pays own share for health services",
    section="blåreseptforskriften § 8 og forskrift om betaling for poliklinisk helsehjelp § 5",
    href="https://lovdata.no/forskrift/2007-06-28-814/§8",
    unit="bool",
)
class betaler_egenandel(Rule):
    """§ 8: children under 16 pay nothing and stand outside the ceiling."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).egenandel.egenandelstak
        return age_in_months(person, period) >= 12 * law.fritak_alder


@rule(
    nb="Egenandeler for lege og legemidler som kan kreves",
    en="Own payments for doctor and medicines that may be charged",
    section="forskrift om egenandelstak § 2",
    href=f"{REGULATION}/§2",
)
class krevde_egenandeler_1(Rule):
    """§ 2: the approved own payments of the month, those of the GP and the psychologist by their
    rates; none of a child under 16."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        charged = numpy.maximum(person("egenandeler_lege_og_legemidler", period), 0)
        by_rates = person("fastlege_egenandel", period) + person("psykolog_egenandel", period)
        return person("betaler_egenandel", period) * (charged + by_rates)


@rule(
    nb="Egenandeler for fysioterapi og opptrening som kan kreves",
    en="Own payments for physiotherapy and rehabilitation that may be charged",
    section="forskrift om egenandelstak § 2",
    href=f"{REGULATION}/§2",
)
class krevde_egenandeler_2(Rule):
    """§ 2: the approved own payments of the month, none of a child under 16."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        charged = numpy.maximum(person("egenandeler_fysioterapi_og_opptrening", period), 0)
        return person("betaler_egenandel", period) * charged


def _charged(person, period):
    return (
        person("krevde_egenandeler_1", period, options=[ADD]),
        person("krevde_egenandeler_2", period, options=[ADD]),
    )


def _above(charged, ceiling, smallest):
    """What lies above a ceiling; nothing when it is less than what is paid out."""
    above = numpy.maximum(charged - ceiling, 0)
    return numpy.where(above >= smallest, above, 0)


@rule(
    nb="Egenandeler over taket, dekket av folketrygden",
    en="Own payments above the ceiling, covered by folketrygden",
    section="folketrygdloven §§ 5-3 og 22-19",
    href=f"{ACT}/§5-3",
    only_if=(
        "egenandeler_lege_og_legemidler",
        "egenandeler_fysioterapi_og_opptrening",
        "fastlegekonsultasjoner",
        "psykologkonsultasjoner",
    ),
)
class frikort_refusjon(Rule):
    """§ 5-3: what lies above the ceiling of the calendar year, above each of the two until 2020;
    § 22-19: nothing under 200 kroner until 2021."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).egenandel.egenandelstak
        first, second = _charged(person, period)
        return _above(first, law.egenandelstak_1, law.minste_utbetaling) + _above(
            second, law.egenandelstak_2, law.minste_utbetaling
        )

    def formula_2021(person, period, parameters):
        """One ceiling for all the services."""
        law = parameters(period).egenandel.egenandelstak
        first, second = _charged(person, period)
        return _above(first + second, law.egenandelstak, law.minste_utbetaling)


@rule(
    nb="Har rett til frikort i løpet av året",
    en="Has a right to a frikort in the course of the year",
    section="forskrift om egenandelstak §§ 3 og 5",
    href=f"{REGULATION}/§5",
    unit="bool",
)
class rett_til_frikort(Rule):
    """§§ 3, 5: whoever has paid approved own payments up to the ceiling, to either of the two until
    2020."""

    value_type = bool
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).egenandel.egenandelstak
        first, second = _charged(person, period)
        return (first >= law.egenandelstak_1) + (second >= law.egenandelstak_2)

    def formula_2021(person, period, parameters):
        """One ceiling for all the services."""
        first, second = _charged(person, period)
        return first + second >= parameters(period).egenandel.egenandelstak.egenandelstak


@rule(
    nb="Egenandeler for helsetjenester i året",
    en="Own payments for health services in the year",
    section="folketrygdloven § 5-3",
    href=f"{ACT}/§5-3",
    only_if=(
        "egenandeler_lege_og_legemidler",
        "egenandeler_fysioterapi_og_opptrening",
        "fastlegekonsultasjoner",
        "psykologkonsultasjoner",
    ),
)
class egenandel_helse(Rule):
    """§ 5-3: what the patient pays in the calendar year: what is charged, up to the ceiling."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        first, second = _charged(person, period)
        return first + second - person("frikort_refusjon", period)
