"""Integreringstilskudd (Stortinget's grant, chapter 671 posts 60 and 61, and IMDi's circulars).

The state pays the kommune a fixed sum for each person settled, by the calendar year: the year of
settlement is year 1, and the four after it years 2 to 5. The kommune uses it as it likes. For an
unaccompanied minor there is a further grant to the year of turning 20.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import calendar_month
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.scales import stepwise

ETERNITY, YEAR = DateUnit.ETERNITY, DateUnit.YEAR
GRANT = "https://www.imdi.no/tilskudd/integreringstilskudd/"
MINORS = "https://www.imdi.no/tilskudd/tilskudd-enslige-mindrearige/"
SECTION = "Stortingets budsjettvedtak kap. 671 post 60; IMDis rundskriv om integreringstilskudd"
MINORS_SECTION = "Stortingets budsjettvedtak kap. 671 post 61; IMDis rundskriv om særskilt tilskudd"


@input_value(
    nb="Måneden personen ble bosatt i en kommune",
    en="Month when the person was settled in a kommune",
    unit="month index",
    section=SECTION,
    href=GRANT,
    shift="absolute",
)
class bosatt_siden(Rule):
    """Not stated: not settled as a refugee, and no grant."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Oppholdstillatelsen gir kommunen integreringstilskudd",
    en="The residence permit gives the kommune the integration grant",
    unit="bool",
    section=SECTION,
    href=GRANT,
)
class utloser_integreringstilskudd(Rule):
    """Asylum, humanitarian ground, collective protection, resettlement, or family of one of
    them."""

    value_type = bool
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Familieinnvandret med person med opphold på humanitært grunnlag",
    en="Family of a person with a permit on humanitarian ground",
    unit="bool",
    section=SECTION,
    href=GRANT,
)
class familie_til_humanitaert_opphold(Rule):
    value_type = bool
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Ble bosatt som enslig voksen",
    en="Was settled as a single adult",
    unit="bool",
    section=SECTION,
    href=GRANT,
)
class bosatt_som_enslig_voksen(Rule):
    value_type = bool
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Ble bosatt som enslig mindreårig",
    en="Was settled as an unaccompanied minor",
    unit="bool",
    section=MINORS_SECTION,
    href=MINORS,
)
class bosatt_som_enslig_mindrearig(Rule):
    value_type = bool
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Innvilget engangstilskudd for alvorlig nedsatt funksjonsevne",
    en="Granted the one-off grant for a serious disability",
    unit="bool",
    section=SECTION,
    href=GRANT,
)
class innvilget_funksjonsevnetilskudd_1(Rule):
    value_type = bool
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Kommunens innvilgede merutgifter ved alvorlig nedsatt funksjonsevne eller atferdsvansker",
    en="Extra costs of the kommune granted for a serious disability or behaviour problems",
    unit="kr",
    section=SECTION,
    href=GRANT,
)
class innvilget_funksjonsevnetilskudd_2_utgifter(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@rule(
    nb="Tilskuddsår, der bosettingsåret er 1",
    en="Grant year, where the year of settlement is 1",
    section=SECTION,
    href=GRANT,
    unit="years",
    confidence="secondary",
    reason="IMDi: bosettingsåret og de neste fire årene; rundskrivet er bare lest i utdrag",
)
class integreringstilskudd_ar(Rule):
    """The number of the calendar year since settlement; 0 before it and after the fifth (the
    third for family of a person with a permit on humanitarian ground), and when the permit gives
    no grant."""

    value_type = int
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).integrering.integreringstilskudd
        settled = person("bosatt_siden", period)
        number = _calendar_year(person, period) - numpy.floor_divide(settled, 12) + 1
        last = numpy.where(
            person("familie_til_humanitaert_opphold", period),
            law.siste_ar_familie_humanitaert,
            law.siste_ar,
        )
        counts = (settled > 0) * (number >= 1) * (number <= last)
        return number * counts * person("utloser_integreringstilskudd", period)


@rule(
    nb="Integreringstilskudd",
    en="Integration grant",
    section=SECTION,
    href=GRANT,
    only_if=("bosatt_siden",),
)
class integreringstilskudd(Rule):
    """Year 1 by how the person was settled (single adult, unaccompanied minor, other adult or
    child); years 2 to 5 one rate for each year."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).integrering.integreringstilskudd
        number = person("integreringstilskudd_ar", period)
        first = numpy.select(
            [
                person("bosatt_som_enslig_mindrearig", period),
                person("bosatt_som_enslig_voksen", period),
            ],
            [law.ar_1.enslig_mindrearig, law.ar_1.enslig_voksen],
            law.ar_1.annen,
        )
        return numpy.where(number == 1, first, stepwise(number, law.senere_ar))


@rule(
    nb="Barnehagetilskudd",
    en="Kindergarten grant",
    section=SECTION,
    href=GRANT,
    only_if=("bosatt_siden",),
)
class barnehagetilskudd_flyktning(Rule):
    """Once, in the year of settlement, for a child who was of kindergarten age when settled."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).integrering.integreringstilskudd
        at_settlement = person("bosatt_siden", period) - person("fodselskohort", period)
        small = (at_settlement >= 0) * (at_settlement < 12 * law.barnehagetilskudd_alder)
        first = person("integreringstilskudd_ar", period) == 1
        return first * small * law.barnehagetilskudd


@rule(
    nb="Særskilt tilskudd for enslig mindreårig",
    en="Special grant for an unaccompanied minor",
    section=MINORS_SECTION,
    href=MINORS,
    confidence="derived",
    reason="At bosettingsåret gir tilskudd for månedene fra bosettingen, er antatt; terminene er "
    "ikke lest",
    only_if=("bosatt_siden",),
)
class saerskilt_tilskudd_enslig_mindrearig(Rule):
    """Beside the ordinary grant: one rate to and with the year of turning 16, a lower one to and
    with the year of turning 20; in the year of settlement for the months from it."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).integrering.saerskilt_tilskudd
        year = _calendar_year(person, period)
        settled = person("bosatt_siden", period)
        turns = year - numpy.floor_divide(person("fodselskohort", period), 12)
        months = numpy.clip(12 * (year + 1) - settled, 0, 12)
        return (
            person("bosatt_som_enslig_mindrearig", period)
            * (settled > 0)
            * person("utloser_integreringstilskudd", period)
            * stepwise(turns, law.sats)
            * months
            / 12
        )


@rule(
    nb="Engangstilskudd ved alvorlig nedsatt funksjonsevne",
    en="One-off grant for a serious disability",
    section=SECTION,
    href=GRANT,
    only_if=("innvilget_funksjonsevnetilskudd_1",),
)
class funksjonsevnetilskudd_1(Rule):
    """Tilskudd 1: once, in the year that it is granted, inside the years of the grant."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        rate = parameters(period).integrering.integreringstilskudd.funksjonsevnetilskudd_1
        settled = person("integreringstilskudd_ar", period) > 0
        return settled * person("innvilget_funksjonsevnetilskudd_1", period) * rate


@rule(
    nb="Tilskudd til merutgifter ved alvorlig nedsatt funksjonsevne eller atferdsvansker",
    en="Grant for extra costs of a serious disability or behaviour problems",
    section=SECTION,
    href=GRANT,
    only_if=("innvilget_funksjonsevnetilskudd_2_utgifter",),
)
class funksjonsevnetilskudd_2(Rule):
    """Tilskudd 2: the granted extra costs, up to a ceiling, for up to five years."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        highest = parameters(period).integrering.integreringstilskudd.funksjonsevnetilskudd_2
        granted = person("innvilget_funksjonsevnetilskudd_2_utgifter", period)
        settled = person("integreringstilskudd_ar", period) > 0
        return settled * numpy.minimum(granted, highest)


def _calendar_year(person, period):
    return numpy.floor_divide(calendar_month(person, period), 12)
