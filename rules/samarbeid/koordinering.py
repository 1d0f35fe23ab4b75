"""Child coordinator and individual plan: helse- og omsorgstjenesteloven chapter 7 and its likes."""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
LOV = "https://lovdata.no/lov"


@input_value(
    nb="Barnet har alvorlig sykdom, skade eller nedsatt funksjonsevne",
    en="The child has a serious illness, injury or disability",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 7-2 a",
    href=f"{LOV}/2011-06-24-30/§7-2a",
)
class alvorlig_syk_eller_funksjonsnedsettelse(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Foreldrene ønsker ikke barnekoordinator",
    en="The parents do not want a child coordinator",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 7-2 a",
    href=f"{LOV}/2011-06-24-30/§7-2a",
)
class takker_nei_til_barnekoordinator(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Vil ha behov for langvarige og sammensatte eller koordinerte tjenester",
    en="Will need lasting and complex or coordinated services",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 7-2 a",
    href=f"{LOV}/2011-06-24-30/§7-2a",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Vil familien ha behov for langvarige og sammensatte eller koordinerte tjenester?",
        en="Will the family need lasting and complex or coordinated services?",
    ),
)
class sammensatt_eller_koordinert_behov(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har behov for langvarige og koordinerte tjenester",
    en="Needs lasting and coordinated services",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 7-1",
    href=f"{LOV}/2011-06-24-30/§7-1",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="kommune",
        nb="Har personen behov for langvarige og koordinerte tjenester?",
        en="Does the person need lasting and coordinated services?",
    ),
)
class langvarig_og_koordinert_behov(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Samtykker til individuell plan",
    en="Consents to an individual plan",
    unit="bool",
    section="forskrift 2022-06-22-1110 § 5",
    href="https://lovdata.no/forskrift/2022-06-22-1110/§5",
)
class samtykker_til_individuell_plan(Rule):
    """By the person, or by whoever consents for the person."""

    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til barnekoordinator",
    en="Right to a child coordinator",
    section="helse- og omsorgstjenesteloven § 7-2 a",
    href=f"{LOV}/2011-06-24-30/§7-2a",
    unit="bool",
    only_if=("alvorlig_syk_eller_funksjonsnedsettelse",),
)
class rett_til_barnekoordinator(Rule):
    """§ 7-2 a: a child under 18 with a serious illness, injury or disability who will need lasting
    and complex or coordinated services, if the parents want it."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2022_08(person, period, parameters):
        limit = parameters(period).samarbeid.samarbeid.barnekoordinator_alder
        months = age_in_months(person, period)
        child = (months >= 0) * (months < 12 * limit)
        ill = person("alvorlig_syk_eller_funksjonsnedsettelse", period)
        need = person("sammensatt_eller_koordinert_behov", period)
        return child * ill * need * ~person("takker_nei_til_barnekoordinator", period)


@rule(
    nb="Rett til individuell plan",
    en="Right to an individual plan",
    section="helse- og omsorgstjenesteloven § 7-1",
    href=f"{LOV}/2011-06-24-30/§7-1",
    unit="bool",
)
class rett_til_individuell_plan(Rule):
    """§ 7-1 and its likes: whoever needs lasting and coordinated services, with consent
    (regulation § 5)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        need = person("langvarig_og_koordinert_behov", period)
        return need * person("samtykker_til_individuell_plan", period)


@rule(
    nb="Rett til individuell plan fra barnevernstjenesten",
    en="Right to an individual plan, child welfare",
    section="barnevernsloven § 15-9",
    href=f"{LOV}/2021-06-18-97/§15-9",
    unit="bool",
)
class individuell_plan_barnevern(Rule):
    """§ 15-9: a child followed up by the child welfare service."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("rett_til_individuell_plan", period) * person("under_barnevernet", period)


@rule(
    nb="Rett til individuell plan fra helse- og omsorgstjenesten",
    en="Right to an individual plan, health and care",
    section="helse- og omsorgstjenesteloven § 7-1",
    href=f"{LOV}/2011-06-24-30/§7-1",
    unit="bool",
)
class individuell_plan_helse(Rule):
    """§ 7-1: a user of the municipal health and care service."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("rett_til_individuell_plan", period) * person(
            "mottar_helse_og_omsorgstjenester", period
        )


@rule(
    nb="Skal tilbys koordinator",
    en="Must be offered a coordinator",
    section="helse- og omsorgstjenesteloven § 7-2",
    href=f"{LOV}/2011-06-24-30/§7-2",
    unit="bool",
)
class skal_tilbys_koordinator(Rule):
    """§ 7-2: a user of the municipal health and care service, whether or not a plan is wanted."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("langvarig_og_koordinert_behov", period) * person(
            "mottar_helse_og_omsorgstjenester", period
        )


@rule(
    nb="Rett til individuell plan fra helseforetaket",
    en="Right to an individual plan, health trust",
    section="spesialisthelsetjenesteloven § 2-5",
    href=f"{LOV}/1999-07-02-61/§2-5",
    unit="bool",
)
class individuell_plan_spesialisthelse(Rule):
    """§ 2-5: a patient of the specialist health service."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("rett_til_individuell_plan", period) * person(
            "pasient_i_spesialisthelsetjenesten", period
        )


@rule(
    nb="Rett til individuell plan fra Nav-kontoret",
    en="Right to an individual plan, Nav office",
    section="Nav-loven § 15",
    href=f"{LOV}/2006-06-16-20/§15",
    unit="bool",
)
class individuell_plan_nav(Rule):
    """§ 15: a user of the Nav office."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("rett_til_individuell_plan", period) * person(
            "bruker_av_nav_kontoret", period
        )
