"""Barnetrygdloven chapter 3 and the addition for infants: what a lone parent gets besides."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2002-03-08-4"


@input_value(
    nb="Ny samboer uten felles barn i mindre enn 12 av de siste 18 månedene",
    en="New cohabitant, no common child, for less than 12 of the last 18 months",
    unit="bool",
    section="barnetrygdloven § 9 sjette ledd bokstav b",
    href=f"{ACT}/§9",
)
class ny_samboer_under_tolv_maneder(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Ektefelle eller samboer er borte (faktisk separert 6 måneder, forsvunnet, i fengsel e.l.)",
    en="Spouse or cohabitant is gone (de facto separated 6 months, missing, in prison etc.)",
    unit="bool",
    section="barnetrygdloven § 9 andre ledd",
    href=f"{ACT}/§9",
)
class partner_borte(Rule):
    """§ 9 second paragraph, letters a to d; stated on the parent who has the children."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Enslig forsørger etter barnetrygdloven",
    en="Lone parent under the child benefit act",
    section="barnetrygdloven § 9",
    href=f"{ACT}/§9",
    unit="bool",
)
class enslig_forsorger(Rule):
    """§ 9: one parent in the household, with no spouse and no cohabitant of a year or a common
    child; or whose spouse or cohabitant is gone as the second paragraph says."""

    value_type = bool
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        members = husstand.members
        alone = husstand.nb_persons(role=Husstand.FORELDER) == 1
        partner = husstand.any(
            members("lever_med_partner", period)
            * ~members("ny_samboer_under_tolv_maneder", period),
            role=Husstand.FORELDER,
        )
        gone = husstand.any(members("partner_borte", period), role=Husstand.FORELDER)
        return alone * ~partner + gone


@rule(
    nb="Utvidet barnetrygd",
    en="Extended child benefit",
    section="barnetrygdloven § 9",
    href=f"{ACT}/§9",
)
class barnetrygd_utvidet(Rule):
    """§ 9: one amount to a lone parent however many the children; half, in whole kroner, when all
    of them share residence."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        law = parameters(period).familie.barnetrygd
        share = husstand.max(_at_home_share(husstand, period))
        amount = nearest_krone(numpy.maximum(share, 0.0) * law.utvidet)
        return husstand("enslig_forsorger", period) * amount


@rule(
    nb="Småbarnstillegg",
    en="Infant addition",
    section="barnetrygdloven §§ 9 og 10",
    href=f"{ACT}/§9",
    only_if=("innvilget_overgangsstonad",),
)
class smabarnstillegg(Rule):
    """§§ 9, 10: to a lone parent with full overgangsstønad and a child at home, to the month of its
    third birthday; one amount, not halved when residence is shared."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        law = parameters(period).familie.barnetrygd
        age = age_in_months(husstand.members, period)
        infant = husstand.any(
            (_at_home_share(husstand, period) > 0) * (age <= 12 * law.aldersgrense_smabarn)
        )
        full = husstand.any(
            husstand.members("mottar_overgangsstonad_i_full", period), role=Husstand.FORELDER
        )
        return (husstand("barnetrygd_utvidet", period) > 0) * infant * full * law.smabarnstillegg


def _at_home_share(husstand, period):
    places = husstand.members("plassering", period)
    share = husstand.members("barnetrygd_barn", period)
    return share * (places == places.possible_values.hjemme)
