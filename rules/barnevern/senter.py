"""Barnevernsloven §§ 2-3, 3-4, 10-22 and 16-3 fourth paragraph: centres for parents and children.

The state pays for an assessment of a child of 0 to 6 years, and help after it, that it offers; the
kommune then owes an egenandel for the family. All else the kommune pays.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2021-06-18-97"


@input_value(
    nb="Oppholder seg i senter for foreldre og barn",
    en="Stays in a parent-child centre",
    unit="bool",
    section="barnevernsloven §§ 2-3 og 10-22",
    href=f"{ACT}/§2-3",
)
class i_senter_for_foreldre_og_barn(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tilbudet fra senteret er hjemmebasert eller poliklinisk",
    en="The centre’s service is home-based or outpatient",
    unit="bool",
    section="barnevernsloven § 16-3 fjerde ledd",
    href=f"{ACT}/§16-3",
)
class senter_er_hjemmebasert(Rule):
    value_type = bool
    entity = Husstand
    definition_period = MONTH


@input_value(
    nb="Oppholdet er utredning, eller hjelp etter en utredning",
    en="The stay is an assessment, or help after one",
    unit="bool",
    section="barnevernsloven § 16-3 fjerde ledd bokstav a og b",
    href=f"{ACT}/§16-3",
)
class senter_utredning(Rule):
    value_type = bool
    entity = Husstand
    definition_period = MONTH


@rule(
    nb="Barnet er i senter for foreldre og barn",
    en="The child is in a parent-child centre",
    section="barnevernsloven §§ 2-3 og 16-3 fjerde ledd",
    href=f"{ACT}/§16-3",
    unit="months",
)
class senter_maned_barn(Rule):
    """§§ 2-3, 16-3: months of a child under 18 in a centre, whoever pays."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        inside = person("i_senter_for_foreldre_og_barn", period)
        return person("barn_etter_barnevernsloven", period) * inside


@rule(
    nb="Staten betaler for opphold i senter for foreldre og barn",
    en="The state pays for the stay in a parent-child centre",
    section="barnevernsloven § 16-5 første ledd; forskrift 2021-12-07-3419",
    href=f"{ACT}/§16-5",
    unit="bool",
)
class senter_statlig_betaling(Rule):
    """§ 16-5: an assessment of a child of 0-6 years or help after it, that the state offers;
    other help in a centre only to the end of 2023 (transitional regulation)."""

    value_type = bool
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        limit = parameters(period).barnevern.ansvar.aldersgrense_senter_utredning
        other = parameters(period).barnevern.egenandel.senter_uten_utredning
        child = husstand.members("senter_maned_barn", period) > 0
        young = age_in_months(husstand.members, period) < 12 * limit
        responsible = husstand.members("statlig_betalingsansvar", period)
        offered = husstand.members("bufetat_tilbyr_plass", period)
        assessed = husstand("senter_utredning", period) * husstand.any(
            child * young, role=Husstand.BARN
        )
        covered = husstand.any(child * responsible * offered, role=Husstand.BARN)
        return covered * (assessed + (other > 0))


def _centre_months(husstand, period, home_based, state):
    children = husstand.sum(husstand.members("senter_maned_barn", period), role=Husstand.BARN)
    at_home = husstand("senter_er_hjemmebasert", period)
    by_state = husstand("senter_statlig_betaling", period)
    return children * (at_home == home_based) * (by_state == state)


@rule(
    nb="Barnemåneder i senter, døgn, fra Bufetat",
    en="Child months in a centre, residential, from the state agency",
    section="barnevernsloven § 16-5 første ledd",
    href=f"{ACT}/§16-5",
    unit="months",
    only_if=("i_senter_for_foreldre_og_barn",),
)
class senter_dogn_maned_bufetat(Rule):
    """§ 16-5: residential stays that the state pays."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        return _centre_months(husstand, period, False, True)


@rule(
    nb="Barnemåneder i senter, døgn, som kommunen betaler helt",
    en="Child months in a centre, residential, paid in full by the kommune",
    section="barnevernsloven § 15-11",
    href=f"{ACT}/§15-11",
    unit="months",
    only_if=("i_senter_for_foreldre_og_barn",),
)
class senter_dogn_maned_kommune(Rule):
    """§ 15-11: residential stays that the state doesn't pay."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        return _centre_months(husstand, period, False, False)


@rule(
    nb="Barnemåneder i senter, hjemmebasert, fra Bufetat",
    en="Child months of a centre, home-based, from the state agency",
    section="barnevernsloven § 16-5 første ledd",
    href=f"{ACT}/§16-5",
    unit="months",
    only_if=("i_senter_for_foreldre_og_barn",),
)
class senter_hjemmebasert_maned_bufetat(Rule):
    """§ 16-5: home-based help from a centre that the state pays."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        return _centre_months(husstand, period, True, True)


@rule(
    nb="Barnemåneder i senter, hjemmebasert, som kommunen betaler helt",
    en="Child months of a centre, home-based, paid in full by the kommune",
    section="barnevernsloven § 15-11",
    href=f"{ACT}/§15-11",
    unit="months",
    only_if=("i_senter_for_foreldre_og_barn",),
)
class senter_hjemmebasert_maned_kommune(Rule):
    """§ 15-11: home-based help from a centre that the state doesn't pay."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        return _centre_months(husstand, period, True, False)


@rule(
    nb="Kommunal egenandel for senter for foreldre og barn",
    en="Municipal co-payment for a parent-child centre",
    section="barnevernsloven § 16-5 tredje ledd; forskrift 2003-11-26-1397 § 4",
    href="https://lovdata.no/forskrift/2003-11-26-1397/§4",
    only_if=("i_senter_for_foreldre_og_barn",),
)
class egenandel_senter(Rule):
    """§ 4 of the regulation: one rate for one parent and one child, half a rate for each other
    person in the centre."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        law = parameters(period).barnevern.egenandel
        inside = husstand.members("i_senter_for_foreldre_og_barn", period)
        adults = husstand.sum(inside, role=Husstand.FORELDER)
        children = husstand.sum(husstand.members("senter_maned_barn", period), role=Husstand.BARN)
        beyond = numpy.maximum(adults - 1, 0) + numpy.maximum(children - 1, 0)
        rate = numpy.where(
            husstand("senter_er_hjemmebasert", period), law.senter_hjemmebasert, law.senter_dogn
        )
        shares = 1 + law.senter_tillegg_per_person * beyond
        return husstand("senter_statlig_betaling", period) * shares * rate
