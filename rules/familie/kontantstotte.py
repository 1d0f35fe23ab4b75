"""Kontantstøtteloven (lov 26 juni 1998 nr. 41): cash for care, in the order of the act.

A month is that of the payment: §§ 2 and 8 give the months 13 to 23 of the child's life, 13 to 19
from August 2024. Where a place in a kindergarten begins, ends or grows within a month, the hours
are stated on the month in which § 8 lets them count.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months, age_in_years
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.scales import stepwise

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1998-06-26-41"


@input_value(
    nb="Har vært medlem i folketrygden i minst fem år",
    en="Has been a member of the National Insurance for at least five years",
    unit="bool",
    section="kontantstøtteloven § 3",
    href=f"{ACT}/§3",
)
class medlem_i_folketrygden_fem_ar(Rule):
    value_type = bool
    entity = Person
    default_value = True
    definition_period = MONTH


@input_value(
    nb="Barnet er adoptert",
    en="The child is adopted",
    unit="bool",
    section="kontantstøtteloven § 10",
    href=f"{ACT}/§10",
)
class er_adoptert(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneder siden perioden med fulle foreldrepenger ved adopsjon utløp (1 er den første)",
    en="Months since the period of full parental benefit at adoption ended (1 is the first)",
    unit="months",
    section="kontantstøtteloven § 10",
    href=f"{ACT}/§10",
)
class maneder_etter_adopsjonsperioden(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Får kontantstøtte etter overgangsordningen fra 2024 (20 til 23 måneder, uten full plass)",
    en="Gets cash for care under the transitional scheme of 2024 (20 to 23 months, no full place)",
    unit="bool",
    section="kontantstøtteloven § 8; lov 14. mai 2024 nr. 21",
    href=f"{ACT}/§8",
)
class kontantstotte_overgangsordning(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="I støtteperioden for kontantstøtte",
    en="Within the months of cash for care",
    section="kontantstøtteloven §§ 2, 8 og 10",
    href=f"{ACT}/§8",
    unit="bool",
)
class i_stotteperioden_for_kontantstotte(Rule):
    """§§ 2, 8, 10: by age in months; for an adopted child the months after the benefit period of
    adoption, whatever the age, as long as the child has not begun school."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.kontantstotte
        return _by_age_or_adoption(person, period, parameters, law.til_alder)

    # Lov 14 mai 2024 nr. 21: shorter, with a transitional scheme for those it hit.
    def formula_2024_08(person, period, parameters):
        law = parameters(period).familie.kontantstotte
        last = numpy.where(
            person("kontantstotte_overgangsordning", period),
            law.overgangsordning_til_alder,
            law.til_alder,
        )
        return _by_age_or_adoption(person, period, parameters, last)


def _by_age_or_adoption(person, period, parameters, last):
    law = parameters(period).familie.kontantstotte
    age = age_in_months(person, period)
    since = person("maneder_etter_adopsjonsperioden", period)
    school_age = parameters(period).utdanning.opplaeringslova.startalder
    at_school = (age_in_years(person, period.this_year) > school_age) + (
        person("trinn", period) > 0
    )
    adopted = (since >= 1) * (since <= law.adopsjon_maneder) * ~at_school
    return numpy.where(
        person("er_adoptert", period), adopted, (age >= law.fra_alder) * (age <= last)
    )


@rule(
    nb="Andel av full kontantstøtte",
    en="Share of the full cash for care",
    section="kontantstøtteloven §§ 7 og 9",
    href=f"{ACT}/§7",
    unit="share",
    confidence="derived",
    reason=(
        "§§ 7 and 9 let no one split a partial benefit: with shared residence and a part-time "
        "place there is none. Nav's code pays half as soon as residence is shared."
    ),
)
class kontantstotte_andel(Rule):
    """§§ 7, 9: all without a kindergarten place, in steps by the agreed hours of a part-time one;
    half of the full benefit to each parent when residence is shared."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.kontantstotte
        hours = numpy.maximum(person("avtalt_oppholdstid_i_barnehage", period), 0)
        part_time = hours > 0
        place = part_time + person("bruker_av_barnehage", period)
        partial = part_time * stepwise(hours, law.andel_etter_timer)
        shared = person("delt_bosted", period)
        return numpy.where(place, ~shared * partial, numpy.where(shared, law.delt_andel, 1.0))


@rule(
    nb="Rett til kontantstøtte for barnet",
    en="Right to cash for care for the child",
    section="kontantstøtteloven §§ 2, 3 og 6",
    href=f"{ACT}/§2",
    unit="bool",
)
class rett_til_kontantstotte(Rule):
    """§§ 2, 3, 6: for a small child at home without a full kindergarten place, whose parents have
    five years' membership; not for a child placed by the child welfare service."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        members = person.husstand.all(
            person.husstand.members("medlem_i_folketrygden_fem_ar", period),
            role=Husstand.FORELDER,
        )
        return (
            person.has_role(Husstand.BARN)
            * (place == place.possible_values.hjemme)
            * person("i_stotteperioden_for_kontantstotte", period)
            * (person("kontantstotte_andel", period) > 0)
            * members
        )


@rule(nb="Kontantstøtte", en="Cash for care", section="kontantstøtteloven § 7", href=f"{ACT}/§7")
class kontantstotte(Rule):
    """§ 7: the share of the full amount in whole kroner, each month, to whoever the child lives
    with."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rate = parameters(period).familie.kontantstotte.full_sats
        amount = nearest_krone(rate * person("kontantstotte_andel", period))
        return person("rett_til_kontantstotte", period) * amount
