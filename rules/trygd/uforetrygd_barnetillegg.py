"""Folketrygdloven §§ 12-15 and 12-16: child supplement to disability benefit.

0.4 G a year for each child at home, cut by half of the income above a free amount. Income is that
of the calendar year in the months with a supplement (forskrift 5 desember 2014 nr. 1602 § 3-3): it
counts the disability benefit itself and AAP, and both parents' income when both live with the
child, of the other parent work and the like above 1 G and the disability benefit in full.
"""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
ACT = "https://lovdata.no/lov/1997-02-28-19"


@rule(
    nb="Barn som gir barnetillegg til uføretrygd",
    en="Child that gives a supplement to disability benefit",
    section="folketrygdloven §§ 12-15 og 22-12",
    href=f"{ACT}/§12-15",
    unit="bool",
)
class uforetrygd_barn(Rule):
    """§§ 12-15, 1-6, 22-12: a child at home from the month after birth to the month of turning 18;
    until June 2024 only when its own income is at most 1 G."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        income = person("pensjonsgivende_inntekt", period.this_year) + person(
            "kapitalinntekt", period.this_year
        )
        limit = law.barneinntekt * parameters(period).trygd.grunnbelop.grunnbelop
        return _child_at_home(person, period, parameters) * (income <= limit)

    # Lov 20 desember 2023 nr. 95: the child's own income no longer matters.
    def formula_2024_07(person, period, parameters):
        return _child_at_home(person, period, parameters)


def _child_at_home(person, period, parameters):
    age = age_in_months(person, period)
    place = person("plassering", period)
    return (
        person.has_role(Husstand.BARN)
        * (place == place.possible_values.hjemme)
        * (age > 0)
        * (age <= 12 * parameters(period).trygd.fellesregler.barn_alder)
    )


@rule(
    nb="Antall barn som gir barnetillegg",
    en="Number of children that give a supplement",
    section="folketrygdloven § 12-15 første ledd",
    href=f"{ACT}/§12-15",
    unit="count",
)
class uforetrygd_antall_barn(Rule):
    """§ 12-15 first paragraph: the children of a parent who has a right to disability benefit."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        children = person.husstand.sum(person.husstand.members("uforetrygd_barn", period))
        return person.has_role(Husstand.FORELDER) * person("uforetrygd_maned", period) * children


@input_value(
    nb="Har hatt rett til barnetillegg uten opphold siden 2015",
    en="Has had a right to child supplement without a break since 2015",
    unit="bool",
    section="forskrift 23 september 2015 nr. 1095 § 1",
    href="https://lovdata.no/forskrift/2015-09-23-1095/§1",
)
class barnetillegg_siden_2015(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Barnetillegg før inntekt",
    en="Child supplement before income",
    section="folketrygdloven § 12-15 andre ledd",
    href=f"{ACT}/§12-15",
)
class uforetrygd_barnetillegg_for_inntekt(Rule):
    """§ 12-15: 0.4 G a year for each child, cut for an insurance period under 40 years but not for
    the degree of disability; until June 2022 within a ceiling of income before disability."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        ceiling = numpy.where(
            person("barnetillegg_siden_2015", period),
            law.barnetillegg_tak_overgang,
            law.barnetillegg_tak,
        )
        room = ceiling * person("inntekt_for_uforhet", period) - person(
            "uforetrygd_full_grad", period
        )
        return numpy.minimum(_supplement(person, period, parameters), numpy.maximum(room, 0))

    # Lov 17 desember 2021 nr. 146: the ceiling of 95 per cent of former income is repealed.
    def formula_2022_07(person, period, parameters):
        return _supplement(person, period, parameters)


def _supplement(person, period, parameters):
    law = parameters(period).trygd.uforetrygd
    yearly = law.barnetillegg * parameters(period).trygd.grunnbelop.grunnbelop
    return (
        person("uforetrygd_antall_barn", period)
        * _insured(person, period, parameters)
        * yearly
        / 12
    )


def _insured(person, period, parameters):
    full = parameters(period).trygd.uforetrygd.full_trygdetid
    return numpy.clip(person("trygdetid_ar", period) / full, 0, 1)


@rule(
    nb="Fribeløp for barnetillegget i måneden",
    en="Free amount of the child supplement, of the month",
    section="folketrygdloven § 12-16 fjerde ledd",
    href=f"{ACT}/§12-16",
)
class uforetrygd_barnetillegg_fribelop(Rule):
    """§ 12-16 fourth paragraph: a twelfth of 4.6 G with both parents, 3.1 G with one, and 0.4 G for
    each further child."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        children = person("uforetrygd_antall_barn", period)
        both = person.husstand.nb_persons(role=Husstand.FORELDER) > 1
        first = numpy.where(
            both, law.barnetillegg_fribelop_begge, law.barnetillegg_fribelop_en_forelder
        )
        more = law.barnetillegg_fribelop_ekstra_barn * numpy.maximum(children - 1, 0)
        free = (first + more) * parameters(period).trygd.grunnbelop.grunnbelop / 12
        return (children > 0) * _insured(person, period, parameters) * free


@rule(
    nb="Personinntekt utenom uføretrygd",
    en="Personal income apart from disability benefit",
    section="folketrygdloven § 12-16 andre ledd",
    href=f"{ACT}/§12-16",
)
class uforetrygd_annen_inntekt(Rule):
    """§ 12-16 second paragraph: wage, business income, AAP with supplement, and other benefits that
    are personinntekt, of the month."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("lonn", period)
            + person("naeringsinntekt", period)
            + person("pensjonsgivende_ytelser_uten_aap", period)
            + person("arbeidsavklaringspenger", period)
            + person("aap_barnetillegg", period)
            + person("overgangsstonad", period)
            + person("introduksjonsstonad", period)
            + person("ungdomsprogramytelse", period)
            + person("aktivitetspenger", period)
        )


@rule(
    nb="Den andre forelderens inntekt utenom uføretrygd",
    en="The other parent's income apart from disability benefit",
    section="folketrygdloven § 12-16 tredje ledd",
    href=f"{ACT}/§12-16",
)
class uforetrygd_annen_forelders_inntekt(Rule):
    """§ 12-16 third paragraph: of the parent the child also lives with, in months with a
    supplement, before the deduction of 1 G."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        own = person("uforetrygd_annen_inntekt", period)
        members = person.husstand.members("uforetrygd_annen_inntekt", period)
        both = person.husstand.sum(members, role=Husstand.FORELDER)
        return (person("uforetrygd_antall_barn", period) > 0) * (both - own)


@rule(
    nb="Fradrag i den andre forelderens inntekt i måneden",
    en="Deduction in the other parent's income, of the month",
    section="folketrygdloven § 12-16 tredje ledd andre punktum",
    href=f"{ACT}/§12-16",
)
class uforetrygd_barnetillegg_fradrag(Rule):
    """§ 12-16 third paragraph, second sentence: a twelfth of G in months with a supplement."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        deducted = law.barnetillegg_fradrag_annen_forelder
        monthly = deducted * parameters(period).trygd.grunnbelop.grunnbelop / 12
        return (person("uforetrygd_antall_barn", period) > 0) * monthly


@rule(
    nb="Inntekt som prøves mot barnetillegget",
    en="Income tested against the child supplement",
    section="folketrygdloven § 12-16 andre og tredje ledd",
    href=f"{ACT}/§12-16",
)
class uforetrygd_barnetillegg_inntekt(Rule):
    """§ 12-16: own income of the month and the disability benefit of both parents, in months with a
    supplement."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        benefits = person.husstand.sum(
            person.husstand.members("uforetrygd", period), role=Husstand.FORELDER
        )
        return (person("uforetrygd_antall_barn", period) > 0) * (
            person("uforetrygd_annen_inntekt", period) + benefits
        )


@rule(
    nb="Andel av barnetillegget som er igjen etter inntekt",
    en="Share of the child supplement left after income",
    section="folketrygdloven § 12-16 første ledd",
    href=f"{ACT}/§12-16",
    unit="share",
)
class uforetrygd_barnetillegg_andel_igjen(Rule):
    """§ 12-16 first and third paragraphs: reduced by half of the year's income above the free
    amount; of the other parent's income apart from disability benefit, what exceeds 1 G."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        full = person("uforetrygd_barnetillegg_for_inntekt", period, options=[ADD])
        other = person("uforetrygd_annen_forelders_inntekt", period, options=[ADD]) - person(
            "uforetrygd_barnetillegg_fradrag", period, options=[ADD]
        )
        income = person("uforetrygd_barnetillegg_inntekt", period, options=[ADD])
        excess = (
            income
            + numpy.maximum(other, 0)
            - person("uforetrygd_barnetillegg_fribelop", period, options=[ADD])
        )
        left = full - law.barnetillegg_reduksjon * numpy.maximum(excess, 0)
        return (full > 0) * numpy.clip(left, 0, full) / numpy.where(full > 0, full, 1)


@rule(
    nb="Barnetillegg etter inntekt, før valg av forelder",
    en="Child supplement after income, before one parent is chosen",
    section="folketrygdloven § 12-16",
    href=f"{ACT}/§12-16",
)
class uforetrygd_barnetillegg_etter_inntekt(Rule):
    """§ 12-16: what each parent would get alone."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("uforetrygd_barnetillegg_for_inntekt", period) * person(
            "uforetrygd_barnetillegg_andel_igjen", period.this_year
        )


@rule(
    nb="Barnetillegg til uføretrygd",
    en="Child supplement to disability benefit",
    section="folketrygdloven § 12-15 tredje ledd",
    href=f"{ACT}/§12-15",
    only_if=("innvilget_uforetrygd",),
)
class uforetrygd_barnetillegg(Rule):
    """§§ 12-15, 12-16, 22-11: to the parent with the higher supplement after income, half to each
    of two equals, in whole kroner."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        own = person("uforetrygd_barnetillegg_etter_inntekt", period)
        household = person.husstand
        highest = household.max(household.members("uforetrygd_barnetillegg_etter_inntekt", period))
        chosen = (own > 0) * (own == highest)
        return nearest_krone(own * chosen / numpy.maximum(household.sum(chosen), 1))
