"""Folketrygdloven §§ 15-2 to 15-4: who is a lone mother or father; who follows the former rules.

Lov 12 juni 2026 nr. 27 cut the chapter down from 1 July 2026. Those who had a benefit before that
date follow the former rules.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1997-02-28-19"
AMENDMENT = "https://lovdata.no/lov/2026-06-12-27"


@input_value(
    nb="Forelderen har varig klart mer av den daglige omsorgen for barnet",
    en="The parent lastingly has clearly more of the daily care of the child",
    unit="bool",
    section="folketrygdloven § 15-4 fjerde ledd",
    href=f"{ACT}/§15-4",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="nav",
        nb="Om den ene har klart mer av omsorgen, vurderes etter samvær og avtaler",
        en="Whether one has clearly more of the care is judged by contact and agreements",
    ),
)
class klart_mer_daglig_omsorg(Rule):
    """Stated for the child."""

    value_type = bool
    entity = Person
    default_value = True
    definition_period = MONTH


@input_value(
    nb="Foreldrene bor nær hverandre",
    en="The parents live close to each other",
    unit="bool",
    section="folketrygdloven § 15-4 fjerde ledd; forskrift 21 november 2015 nr. 1341 § 3",
    href=f"{ACT}/§15-4",
)
class naere_boforhold(Rule):
    """The same house of at most four homes, the same yard, neighbouring houses or the like."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har fått nytt barn med samme partner etter stønad for et felles barn",
    en="Has a new child with the same partner after benefit for a child of both",
    unit="bool",
    section="folketrygdloven § 15-4 tredje ledd",
    href=f"{ACT}/§15-4",
)
class nytt_barn_med_samme_partner(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Barn som forelderen er alene om omsorgen for",
    en="Child in the sole care of the parent",
    section="folketrygdloven § 15-4 fjerde ledd",
    href=f"{ACT}/§15-4",
    unit="bool",
)
class barn_i_aleneomsorg(Rule):
    """§ 15-4: a child at home, to the month of the 18th birthday, without shared residence, of whom
    the parent has clearly more of the daily care."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).enslig_forsorger.overgangsstonad
        age = age_in_months(person, period)
        return (
            _at_home(person, period)
            * (age >= 0)
            * (age <= 12 * law.saerlig_tilsyn_til_alder)
            * person("klart_mer_daglig_omsorg", period)
        )


@rule(
    nb="Barn som ventes om høyst to måneder",
    en="Child expected within two months",
    section="folketrygdloven § 15-5 andre ledd, til 30. juni 2026 § 15-8 første ledd",
    href=f"{ACT}/§15-5",
    unit="bool",
)
class barn_som_ventes(Rule):
    """§ 15-5 (§ 15-8 until June 2026): the two months before the month of birth."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).enslig_forsorger.overgangsstonad
        age = age_in_months(person, period)
        return _at_home(person, period) * (age < 0) * (age >= -law.maneder_for_fodsel)


def _at_home(person, period):
    place = person("plassering", period)
    return (
        person.has_role(Husstand.BARN)
        * (place == place.possible_values.hjemme)
        * ~person("delt_bosted", period)
    )


@rule(
    nb="Enslig mor eller far med aleneomsorg for barn",
    en="Lone mother or father with sole care of a child",
    section="folketrygdloven § 15-4",
    href=f"{ACT}/§15-4",
    unit="bool",
)
class enslig_mor_eller_far(Rule):
    """§ 15-4: the only parent of the household, without spouse or cohabitant, not living close to
    the other parent, with sole care of a child or a child expected within two months."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        home = person.husstand
        members = home.members
        child = home.any(members("barn_i_aleneomsorg", period) + members("barn_som_ventes", period))
        return (
            person.has_role(Husstand.FORELDER)
            * (home.nb_persons(role=Husstand.FORELDER) == 1)
            * ~person("lever_med_partner", period)
            * ~person("naere_boforhold", period)
            * ~person("nytt_barn_med_samme_partner", period)
            * child
        )


@input_value(
    nb="Hadde eller fylte vilkårene for overgangsstønad før 1. juli 2026",
    en="Had or qualified for transitional benefit before 1 July 2026",
    unit="bool",
    section="lov 12 juni 2026 nr. 27 del II",
    href=AMENDMENT,
)
class overgangsstonad_for_juli_2026(Rule):
    """Received, or had applied for and qualified for, the benefit when the change came into
    force."""

    value_type = bool
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Måneder uten overgangsstønad siden 1. juli 2026, sammenhengende",
    en="Months without transitional benefit since 1 July 2026, in a row",
    unit="months",
    section="lov 12 juni 2026 nr. 27 del II",
    href=AMENDMENT,
)
class overgangsstonad_avbrudd_maneder(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@rule(
    nb="Følger reglene om overgangsstønad som gjaldt til 30. juni 2026",
    en="Follows the rules on transitional benefit in force until 30 June 2026",
    section="lov 12 juni 2026 nr. 27 del II",
    href=AMENDMENT,
    unit="bool",
    confidence="secondary",
    reason="The transitional regulation was not found; read from the code of familie-ef-sak.",
)
class tidligere_regler_overgangsstonad(Rule):
    """Lov 12 juni 2026 nr. 27 part II: from July 2026 only who had the benefit before, as long as
    it is not broken for more than twelve months."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person.has_role(Husstand.FORELDER)

    # Lov 12 juni 2026 nr. 27: the former rules only for running cases.
    def formula_2026_07(person, period, parameters):
        law = parameters(period).enslig_forsorger.overgangsstonad
        broken = person("overgangsstonad_avbrudd_maneder", period)
        return person("overgangsstonad_for_juli_2026", period) * (broken <= law.avbrudd)
