"""Politiloven (lov 4 august 1995 nr. 53) § 13 and straffeprosessloven (lov 22 mai 1981 nr. 25)
§§ 71 b and 239: the police and the child."""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
POLICE = "https://lovdata.no/lov/1995-08-04-53"
PROCEDURE = "https://lovdata.no/lov/1981-05-22-25"


@input_value(
    nb="Politiet har grunn til å tro at barnet har begått noe straffbart eller ellers straffbart",
    en="The police have reason to think that the child did something punishable, or otherwise so",
    unit="bool",
    section="politiloven § 13 tredje ledd",
    href=f"{POLICE}/§13",
)
class politiet_tror_straffbar_handling(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har brutt et oppholdsforbud etter straffeprosessloven § 222 c",
    en="Has broken a ban on staying in a place",
    unit="bool",
    section="politiloven § 13 tredje ledd",
    href=f"{POLICE}/§13",
)
class brudd_pa_oppholdsforbud(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Påtalemyndigheten har overført saken til barnevernstjenesten",
    en="The prosecution has handed the case over to the child welfare service",
    unit="bool",
    section="straffeprosessloven § 71 b",
    href=f"{PROCEDURE}/§71b",
)
class sak_overfort_til_barnevernet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Avhøres som vitne i sak om seksuallovbrudd, drap, alvorlig vold eller mishandling",
    en="Is heard as a witness about sexual offences, killing, serious violence or abuse",
    unit="bool",
    section="straffeprosessloven § 239 første ledd",
    href=f"{PROCEDURE}/§239",
)
class vitne_i_alvorlig_vold_eller_overgrepssak(Rule):
    """Straffeloven chapter 26 and §§ 273, 275, 282 and 284, attempts too."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har en funksjonsnedsettelse som gir samme behov for tilrettelagt avhør",
    en="Has a disability that calls for an adapted hearing as well",
    unit="bool",
    section="straffeprosessloven § 239 tredje ledd",
    href=f"{PROCEDURE}/§239",
)
class funksjonsnedsettelse_krever_tilrettelagt_avhor(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Kan kalles til bekymringssamtale",
    en="Can be called to a talk of concern",
    section="politiloven § 13 tredje ledd",
    href=f"{POLICE}/§13",
    unit="bool",
)
class kan_kalles_til_bekymringssamtale(Rule):
    """§ 13 third paragraph: a child under 18 thought to have done something punishable, or
    otherwise so under 15; from September 2024 also one who has broken a ban on staying in a
    place."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _child(person, period, parameters) * person(
            "politiet_tror_straffbar_handling", period
        )

    def formula_2024_09(person, period, parameters):
        reason = person("politiet_tror_straffbar_handling", period) + person(
            "brudd_pa_oppholdsforbud", period
        )
        return _child(person, period, parameters) * reason


@rule(
    nb="Saken kan overføres til barnevernstjenesten",
    en="The case can be handed over to the child welfare service",
    section="straffeprosessloven § 71 b",
    href=f"{PROCEDURE}/§71b",
    unit="bool",
    only_if=("har_begatt_lovbrudd",),
)
class kan_overfores_til_barnevernet(Rule):
    """§ 71 b: when someone under 15 has done what is otherwise punishable."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("kan_ikke_straffes", period)


@rule(
    nb="Barnevernstjenesten skal svare påtalemyndigheten",
    en="The child welfare service must answer the prosecution",
    section="straffeprosessloven § 71 b andre punktum",
    href=f"{PROCEDURE}/§71b",
    unit="bool",
    only_if=("har_begatt_lovbrudd",),
)
class barnevernet_skal_svare_patalemyndigheten(Rule):
    """§ 71 b: after a case has been handed over, whether it makes a decision or not."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("kan_overfores_til_barnevernet", period) * person(
            "sak_overfort_til_barnevernet", period
        )


@rule(
    nb="Skal ha tilrettelagt avhør",
    en="Must have an adapted hearing",
    section="straffeprosessloven § 239 første og tredje ledd",
    href=f"{PROCEDURE}/§239",
    unit="bool",
    only_if=("vitne_i_alvorlig_vold_eller_overgrepssak",),
)
class skal_ha_tilrettelagt_avhor(Rule):
    """§ 239: a witness under 16, or with a disability of the same need, about sexual offences,
    killing, serious violence or abuse."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = parameters(period).justis.politi_og_patale.tilrettelagt_avhor_alder
        age = age_in_months(person, period)
        young = (age >= 0) * (age < 12 * limit)
        need = young + person("funksjonsnedsettelse_krever_tilrettelagt_avhor", period)
        return person("vitne_i_alvorlig_vold_eller_overgrepssak", period) * need


def _child(person, period, parameters):
    limit = parameters(period).justis.politi_og_patale.bekymringssamtale_alder
    age = age_in_months(person, period)
    return (age >= 0) * (age < 12 * limit)
