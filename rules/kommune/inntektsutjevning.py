"""Inntektssystemet, inntektsutjevningen: how tax is levelled among the kommuner.

The state's yearly block grant is shared "through inntektssystemet, by rules that the King lays
down" (sosialtjenesteloven § 11, helse- og omsorgstjenesteloven § 11-5). No regulation holds those
rules: Stortinget passes them with kommuneproposisjonen and the budget (chapter 571 post 60), and
the ministry prints them each year in Grønt hefte. Part one moves tax: a kommune above the average
gives, one below gets; one below nine tenths gets more, paid by all with the same amount per head.
It is settled in the year the tax is paid.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune, Person
from effektlov.rules.rule import Rule, input_value, rule

YEAR, ETERNITY = DateUnit.YEAR, DateUnit.ETERNITY
SECTION = "sosialtjenesteloven § 11; Stortingets budsjettvedtak kap. 571 post 60 (Grønt hefte)"
HREF = "https://lovdata.no/lov/2009-12-18-131/§11"


@input_value(
    nb="Innbyggere 1. januar 2025",
    en="Inhabitants on 1 January 2025",
    unit="count",
    section=SECTION,
    href=HREF,
)
class innbyggertall(Rule):
    value_type = int
    entity = Kommune
    definition_period = ETERNITY


@input_value(
    nb="Skatt per innbygger 2025 (inntekt, formue og naturressurs)",
    en="Tax per head 2025 (income, wealth and natural resources)",
    unit="kr",
    section=SECTION,
    href=HREF,
)
class skatt_per_innbygger(Rule):
    value_type = float
    entity = Kommune
    definition_period = ETERNITY


@input_value(
    nb="Skatt per innbygger som andel av landsgjennomsnittet 2025",
    en="Tax per head as a share of the national average 2025",
    unit="ratio",
    section=SECTION,
    href=HREF,
)
class skattegrunnlag_andel(Rule):
    """One, the average, where nothing is stated: the table states it for every kommune."""

    value_type = float
    default_value = 1.0
    entity = Kommune
    definition_period = ETERNITY


@input_value(
    nb="Landets skatt per innbygger (-1: som i oppgjøret)",
    en="National tax per head (-1: as in the settlement)",
    unit="kr",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class landets_skatt_per_innbygger(Rule):
    """Stated when all kommuner are run together and the average is their own."""

    value_type = float
    default_value = -1.0
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Trekk per innbygger for tilleggskompensasjonen (-1: som i oppgjøret)",
    en="Deduction per head for the additional compensation (-1: as in the settlement)",
    unit="kr",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class trekk_per_innbygger(Rule):
    """Stated when all kommuner are run together and the deduction pays what they get."""

    value_type = float
    default_value = -1.0
    entity = Kommune
    definition_period = YEAR


def _average(kommune, period, settled):
    stated = kommune("landets_skatt_per_innbygger", period)
    return numpy.where(stated < 0, settled, stated)


@rule(
    nb="Symmetrisk inntektsutjevning",
    en="Symmetric income equalisation",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class inntektsutjevning_symmetrisk(Rule):
    """Grønt hefte: to a kommune with tax below the average, from one above it, a share of the
    distance. The average is known from 2019."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2019(kommune, period, parameters):
        law = parameters(period).kommune.inntektsutjevning
        average = _average(kommune, period, law.landsgjennomsnitt)
        distance = average - kommune("skatt_per_innbygger", period)
        return kommune("innbyggertall", period) * law.symmetrisk_sats * distance


@rule(
    nb="Tilleggskompensasjon",
    en="Additional compensation",
    section=SECTION,
    href=HREF,
)
class tilleggskompensasjon(Rule):
    """Grønt hefte: to a kommune with tax below nine tenths of the average, a further share of the
    distance up to that."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2019(kommune, period, parameters):
        law = parameters(period).kommune.inntektsutjevning
        threshold = law.tilleggsgrense * _average(kommune, period, law.landsgjennomsnitt)
        below = numpy.maximum(threshold - kommune("skatt_per_innbygger", period), 0.0)
        return kommune("innbyggertall", period) * law.tilleggssats * below


@rule(
    nb="Trekk for tilleggskompensasjonen",
    en="Deduction for the additional compensation",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class trekk_for_tilleggskompensasjon(Rule):
    """Grønt hefte: from every kommune the same amount per head, in sum what the additional
    compensation costs."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2019(kommune, period, parameters):
        law = parameters(period).kommune.inntektsutjevning
        stated = kommune("trekk_per_innbygger", period)
        per_head = numpy.where(stated < 0, law.finansiering_per_innbygger, stated)
        return -kommune("innbyggertall", period) * per_head


@rule(
    nb="Inntektsutjevning",
    en="Income equalisation",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
    confidence="derived",
    reason="formelen er funnet igjen i oppgjøret for 2025: alle 357 kommuner innenfor 1 000 kroner",
)
class inntektsutjevning(Rule):
    """Grønt hefte: per head s(T - t) + c max(0, gT - t) - f, to or from the kommune."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2019(kommune, period, parameters):
        return (
            kommune("inntektsutjevning_symmetrisk", period)
            + kommune("tilleggskompensasjon", period)
            + kommune("trekk_for_tilleggskompensasjon", period)
        )


@rule(
    nb="Andel av en ny skattekrone som utjevningen tar",
    en="Share of one more tax krone that equalisation takes",
    section=SECTION,
    href=HREF,
    unit="share",
)
class skatteutjevning_sats(Rule):
    """Grønt hefte: the symmetric rate; below nine tenths of the average, the additional rate too.

    The average stands still here. It moves with the kommune's own share of the population, which
    is left out: 13 per cent in Oslo, 5 in Bergen, under 4 elsewhere.
    """

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula(kommune, period, parameters):
        law = parameters(period).kommune.inntektsutjevning
        poor = kommune("skattegrunnlag_andel", period) < law.tilleggsgrense
        return law.symmetrisk_sats + poor * law.tilleggssats


@rule(
    nb="Utjevning av personens kommuneskatt",
    en="Equalisation of the person's municipal tax",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class skatteutjevning_av_egen_skatt(Rule):
    """Grønt hefte: what the kommune of the person loses again of the tax that she pays to it,
    while every other kommune stands still.

    Oslo's tax as a county is left out: it belongs to the scheme of the county authorities.
    """

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        rates = parameters(period).skatt.skattesatser
        oslo = person.kommune("kommunenummer", period) == rates.oslo
        as_kommune = rates.kommune / (rates.kommune + rates.fylkeskommune)
        tax = numpy.maximum(person("skatt_kommune", period), 0.0)
        part = numpy.where(oslo, as_kommune, 1.0)
        return -person.kommune("skatteutjevning_sats", period) * part * tax
