"""Forskotteringsloven (lov 17 februar 1989 nr. 2): the advance of child support, and forskrift
6 februar 2003 nr. 125 on its means test. The person is the child."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rounding import round_half_up
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1989-02-17-2"


def _rounded(amount, law):
    return law.avrunding * round_half_up(amount / law.avrunding, 0)


def forhoyet_forskudd(period, parameters):
    """§ 5: the raised advance, four thirds of the ordinary one to the nearest ten kroner."""
    law = parameters(period).bidrag.bidragsforskudd
    return _rounded(law.ordinaer / law.ordinaer_andel, law)


@input_value(
    nb="Innvilget bidragsforskudd for barnet",
    en="Granted an advance of support for the child",
    unit="bool",
    section="forskotteringsloven §§ 2 og 6",
    href=f"{ACT}/§6",
)
class innvilget_bidragsforskudd(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnet bor ikke sammen med den gjenlevende forelderen",
    en="The child does not live with the surviving parent",
    unit="bool",
    section="forskotteringsloven § 4 første ledd bokstav a",
    href=f"{ACT}/§4",
)
class bor_ikke_med_gjenlevende(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Forskudd kan ytes når barnet har delt bosted",
    en="An advance may be paid with shared residence",
    section="forskrift 25 september 2003 nr. 1181 § 2",
    href="https://lovdata.no/forskrift/2003-09-25-1181/§2",
    unit="bool",
)
class forskudd_ved_delt_bosted(Rule):
    """§ 2: when support from the other parent covers some of it, or one of the parents can pay
    nothing at all."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        members = person.husstand.members
        own = person.husstand.sum(
            members("bidragsevne", period) * members("bidragsmottaker", period)
        )
        unable = (own == 0) + (person("annen_forelder_bidragsevne", period) == 0)
        return (person("barnebidrag", period) > 0) + unable


@rule(
    nb="Bidragsforskudd etter satsene",
    en="Advance of child support by the rates",
    section="forskotteringsloven §§ 2, 4, 5 og 6",
    href=f"{ACT}/§5",
    only_if=("innvilget_bidragsforskudd",),
)
class bidragsforskudd_sats(Rule):
    """§§ 2, 4, 5, 6: to and with the month of turning 18, for a child who lives with one parent:
    the raised advance on a low income and a quarter more from the month of turning 11, otherwise
    the ordinary one up to a limit by civil status and children, then the reduced one; nothing above
    the ceiling. A child who lives alone gets the raised advance for each parent."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).bidrag.bidragsforskudd
        full = forhoyet_forskudd(period, parameters)
        unrounded = law.ordinaer / law.ordinaer_andel
        age = age_in_months(person, period)
        raised = numpy.where(
            age >= 12 * law.fra_11_alder, _rounded(full * law.fra_11_andel, law), full
        )
        income = person.husstand("forskuddsmottakers_inntekt", period)
        limit = person.husstand("forskudd_inntektsgrense", period)
        by_income = numpy.select(
            [
                income > law.inntektstak * full,
                income <= law.grense_forhoyet,
                income <= limit,
            ],
            [0.0, raised, law.ordinaer],
            _rounded(unrounded * law.redusert_andel, law),
        )
        place = person("plassering", period)
        alone = place == place.possible_values.egen_bolig
        receiver = person.husstand.any(person.husstand.members("bidragsmottaker", period))
        at_home = person("bidragsbarn_hjemme", period) * receiver
        shared = person("delt_bosted", period)
        at_home = at_home * (~shared + person("forskudd_ved_delt_bosted", period))

        last = 12 * parameters(period).bidrag.barnebidrag.aldersgrense
        pension = (person("barnepensjon", period) > 0) * (
            ~person("bor_ikke_med_gjenlevende", period) + person("begge_foreldre_dode", period)
        )
        right = (
            person("innvilget_bidragsforskudd", period)
            * (age >= 0)
            * (age <= last)
            * ~pension
            * ~person("selvforsorget_barn", period)
        )
        return right * numpy.where(alone, law.alene_antall * raised, at_home * by_income)


@rule(
    nb="Inntektsgrense for ordinært forskudd",
    en="Income limit for the ordinary advance",
    section="forskrift 6 februar 2003 nr. 125 §§ 3 og 4",
    href="https://lovdata.no/forskrift/2003-02-06-125/§3",
    unit="kr/year",
)
class forskudd_inntektsgrense(Rule):
    """§§ 3, 4: by whether the receiver has a spouse or cohabitant, and more for each own child at
    home beyond one."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        law = parameters(period).bidrag.bidragsforskudd
        members = husstand.members
        parents = husstand.nb_persons(role=Husstand.FORELDER)
        partner = husstand.any(
            members("lever_med_partner", period) * members("bidragsmottaker", period)
        )
        base = numpy.where(partner + (parents > 1), law.grense_samboer, law.grense_enslig)
        children = husstand.sum(members("bidragsbarn_hjemme", period))
        return base + numpy.maximum(children - 1, 0) * law.tillegg_per_barn


@rule(
    nb="Bidragsforskudd",
    en="Advance of child support",
    section="forskotteringsloven §§ 5, 7 sjette ledd og 10",
    href=f"{ACT}/§7",
    only_if=("innvilget_bidragsforskudd",),
)
class bidragsforskudd(Rule):
    """§§ 7, 10: the advance less support paid for the same month, which the state keeps up to what
    it has advanced."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        paid = person("barnebidrag", period)
        return numpy.maximum(person("bidragsforskudd_sats", period) - paid, 0)
