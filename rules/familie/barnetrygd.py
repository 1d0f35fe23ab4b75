"""Barnetrygdloven (lov 8 mars 2002 nr. 4): child benefit, in the order of the act.

One amount per child under 18, in whole kroner; additions for children in Finnmark, Nord-Troms and
on Svalbard from October 2025. What a lone parent gets on top stands in `barnetrygd_utvidet`.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2002-03-08-4"


@input_value(
    nb="Barnet har delt bosted",
    en="The child has shared residence",
    unit="bool",
    section="barnetrygdloven § 2 tredje ledd",
    href=f"{ACT}/§2",
)
class delt_bosted(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnet bor på Svalbard og er medlem i folketrygden",
    en="The child lives on Svalbard and is a member of the National Insurance",
    unit="bool",
    section="barnetrygdloven § 3",
    href=f"{ACT}/§3",
)
class bosatt_pa_svalbard(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Barn som gir rett til barnetrygd",
    en="Child that gives a right to child benefit",
    section="barnetrygdloven §§ 2 og 11",
    href=f"{ACT}/§11",
    unit="share",
)
class barnetrygd_barn(Rule):
    """§§ 2, 11: from the month after birth to the month before the child turns 18; half when the
    child lives with both parents in turn."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.barnetrygd
        age = age_in_months(person, period)
        child = person.has_role(Husstand.BARN) * (age >= 1) * (age < 12 * law.aldersgrense)
        return child * numpy.where(person("delt_bosted", period), law.delt_andel, 1.0)


@rule(
    nb="Barnetrygd for barnet",
    en="Child benefit for the child",
    section="barnetrygdloven § 10",
    href=f"{ACT}/§10",
)
class barnetrygd_per_barn(Rule):
    """§ 10: the amount of the child, a higher one under six until August 2024, whoever gets it."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.barnetrygd
        young = age_in_months(person, period) < 12 * law.aldersgrense_hoy_sats
        rate = numpy.where(young, law.under_6, law.ordinaer)
        return nearest_krone(person("barnetrygd_barn", period) * rate)


@rule(
    nb="Finnmarkstillegg for barnet",
    en="Finnmark addition for the child",
    section="barnetrygdloven § 10, Stortingets budsjettvedtak",
    href=f"{ACT}/§10",
)
class finnmarkstillegg_per_barn(Rule):
    """§ 10: an addition for a child registered in Finnmark or Nord-Troms."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2025_10(person, period, parameters):
        """The addition came on 1 October 2025."""
        addition = parameters(period).familie.barnetrygd.finnmarkstillegg
        zone = person.kommune("i_tiltakssonen", period) * ~person("bosatt_pa_svalbard", period)
        return nearest_krone(person("barnetrygd_barn", period) * zone * addition)


@rule(
    nb="Svalbardtillegg for barnet",
    en="Svalbard addition for the child",
    section="barnetrygdloven §§ 3 og 10, Stortingets budsjettvedtak",
    href=f"{ACT}/§3",
    only_if=("bosatt_pa_svalbard",),
)
class svalbardtillegg_per_barn(Rule):
    """§§ 3, 10: an addition for a child who lives on Svalbard and is a member of folketrygden."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        addition = parameters(period).familie.barnetrygd.svalbardtillegg
        there = person("bosatt_pa_svalbard", period)
        return nearest_krone(person("barnetrygd_barn", period) * there * addition)


def _at_home(husstand, amount, period):
    places = husstand.members("plassering", period)
    return husstand.sum(amount * (places == places.possible_values.hjemme))


@rule(
    nb="Ordinær barnetrygd",
    en="Ordinary child benefit",
    section="barnetrygdloven § 10",
    href=f"{ACT}/§10",
)
class barnetrygd_ordinaer(Rule):
    """§§ 2, 10: to the parents, for the children who live at home."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        return _at_home(husstand, husstand.members("barnetrygd_per_barn", period), period)


@rule(
    nb="Finnmarkstillegg",
    en="Finnmark addition",
    section="barnetrygdloven § 10",
    href=f"{ACT}/§10",
)
class finnmarkstillegg(Rule):
    """The additions of the children who live at home."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        return _at_home(husstand, husstand.members("finnmarkstillegg_per_barn", period), period)


@rule(
    nb="Svalbardtillegg",
    en="Svalbard addition",
    section="barnetrygdloven § 10",
    href=f"{ACT}/§10",
    only_if=("bosatt_pa_svalbard",),
)
class svalbardtillegg(Rule):
    """The additions of the children who live at home on Svalbard."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        return _at_home(husstand, husstand.members("svalbardtillegg_per_barn", period), period)


@rule(
    nb="Barnetrygd i alt til husstanden",
    en="Child benefit to the household, total",
    section="barnetrygdloven § 10",
    href=f"{ACT}/§10",
)
class barnetrygd(Rule):
    """Ordinary and extended benefit with the additions, paid to the household."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        return (
            husstand("barnetrygd_ordinaer", period)
            + husstand("barnetrygd_utvidet", period)
            + husstand("smabarnstillegg", period)
            + husstand("finnmarkstillegg", period)
            + husstand("svalbardtillegg", period)
        )


def _with_additions(person, period):
    return (
        person("barnetrygd_per_barn", period)
        + person("finnmarkstillegg_per_barn", period)
        + person("svalbardtillegg_per_barn", period)
    )


@rule(
    nb="Barnetrygd til barnevernsinstitusjon",
    en="Child benefit to the institution",
    section="barnetrygdloven § 2 andre ledd",
    href=f"{ACT}/§2",
)
class barnetrygd_institusjon(Rule):
    """§ 2 second paragraph: to the institution where the child lives."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        amount = _with_additions(person, period)
        return (place == place.possible_values.institusjon) * amount


@rule(
    nb="Barnetrygd til fosterhjem",
    en="Child benefit to the foster home",
    section="barnetrygdloven § 2 andre ledd",
    href=f"{ACT}/§2",
    only_if=("plassering",),
)
class barnetrygd_fosterhjem(Rule):
    """§ 2 second paragraph: to the foster parents where the child lives."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        amount = _with_additions(person, period)
        return (place == place.possible_values.fosterhjem) * amount


@rule(
    nb="Barnetrygd til institusjon som kommunen driver eller kjøper",
    en="Child benefit to an institution that the kommune runs or buys",
    section="barnetrygdloven § 2 andre ledd",
    href=f"{ACT}/§2",
)
class barnetrygd_institusjon_kommune(Rule):
    """§ 2 second paragraph: where the state agency has no place, or in Oslo, the institution is
    the kommune's."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        own = person("institusjon_maned_kommune", period) > 0
        return own * person("barnetrygd_institusjon", period)


@rule(
    nb="Barnetrygd til institusjon hos Bufetat",
    en="Child benefit to an institution of the state agency",
    section="barnetrygdloven § 2 andre ledd",
    href=f"{ACT}/§2",
    only_if=("plassering",),
)
class barnetrygd_institusjon_bufetat(Rule):
    """§ 2 second paragraph: to the state agency, which runs or buys the place."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("barnetrygd_institusjon", period) - person(
            "barnetrygd_institusjon_kommune", period
        )
