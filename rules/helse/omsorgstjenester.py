"""Helse- og omsorgstjenesteloven chapter 3, and the rights of the patient in § 2-1.

The kommune offers what is necessary to whoever stays there, gives urgent help at once, and pays
(§ 11-1). Respite and carer’s allowance stand in `parorende`, personal assistance in `bpa`.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2011-06-24-30"
RIGHTS = "https://lovdata.no/lov/1999-07-02-63"


@input_value(
    nb="Har behov for nødvendige helse- og omsorgstjenester",
    en="Needs necessary health and care services",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 2-1 andre ledd",
    href=f"{RIGHTS}/§2-1",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="kommune",
        nb="Er kommunale helse- og omsorgstjenester nødvendige for personen?",
        en="Are municipal health and care services necessary for the person?",
    ),
)
class trenger_helse_og_omsorgstjenester(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Hjelpen er påtrengende nødvendig",
    en="Help is urgently needed",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 3-5 første ledd",
    href=f"{ACT}/§3-5",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="kommune",
        nb="Må det antas at hjelpen er påtrengende nødvendig?",
        en="Must it be assumed that help is urgently needed?",
    ),
)
class hjelp_er_patrengende_nodvendig(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Det er forsvarlig at kommunen gir hjelpen",
    en="It is sound that the kommune gives the help",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 3-5 første og tredje ledd",
    href=f"{ACT}/§3-5",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Er det forsvarlig at kommunen undersøker, behandler eller hjelper?",
        en="Is it sound that the kommune examines, treats or helps?",
    ),
)
class kommunen_kan_hjelpe_forsvarlig(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kommunen vet at andre som er nærmere, gir hjelpen i tide",
    en="The kommune knows that others, nearer to it, give the help in time",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 3-5 andre ledd",
    href=f"{ACT}/§3-5",
)
class andre_gir_oyeblikkelig_hjelp(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Trenger døgnopphold for øyeblikkelig hjelp",
    en="Needs to stay day and night for urgent help",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 3-5 tredje ledd",
    href=f"{ACT}/§3-5",
)
class trenger_dognopphold_for_oyeblikkelig_hjelp(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Direkte lønnsutgifter til tjenester til personen, utenom avlastningsdøgn",
    en="Direct wage cost of services to the person, days of respite apart",
    unit="kr/year",
    section="helse- og omsorgstjenesteloven § 11-1",
    href=f"{ACT}/§11-1",
)
class lonn_til_andre_omsorgstjenester(Rule):
    """Time with the recipient only; administration, training and travel are left out."""

    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til nødvendige helse- og omsorgstjenester fra kommunen",
    en="Right to necessary health and care services from the kommune",
    section="pasient- og brukerrettighetsloven § 2-1 andre ledd",
    href=f"{RIGHTS}/§2-1",
    unit="bool",
)
class rett_til_helse_og_omsorgstjenester(Rule):
    """§ 2-1 (before June 2024 § 2-1 a): whoever needs necessary services where he or she stays."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        need = person("trenger_helse_og_omsorgstjenester", period)
        return need * (age_in_months(person, period) >= 0)


@rule(
    nb="Rett til øyeblikkelig hjelp fra kommunen",
    en="Right to urgent help from the kommune",
    section="helse- og omsorgstjenesteloven § 3-5",
    href=f"{ACT}/§3-5",
    unit="bool",
)
class rett_til_oyeblikkelig_hjelp(Rule):
    """§ 3-5: urgently needed, sound for the kommune to give, and not given in time by others."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        urgent = person("hjelp_er_patrengende_nodvendig", period)
        sound = person("kommunen_kan_hjelpe_forsvarlig", period)
        return urgent * sound * ~person("andre_gir_oyeblikkelig_hjelp", period)


@rule(
    nb="Døgnopphold for øyeblikkelig hjelp",
    en="Day and night stay for urgent help",
    section="helse- og omsorgstjenesteloven § 3-5 tredje ledd",
    href=f"{ACT}/§3-5",
    unit="bool",
)
class rett_til_dognopphold_oyeblikkelig_hjelp(Rule):
    """§ 3-5 third paragraph: for those whom the kommune can examine, treat or care for."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("rett_til_oyeblikkelig_hjelp", period) * person(
            "trenger_dognopphold_for_oyeblikkelig_hjelp", period
        )


@rule(
    nb="Helse- og omsorgstjenester til barn plassert utenfor hjemmet",
    en="Health and care services to a child placed outside the home",
    section="helse- og omsorgstjenesteloven § 3-9 b",
    href=f"{ACT}/§3-9b",
    unit="bool",
)
class tjenester_ved_plassering(Rule):
    """§ 3-9 b (before 2025 § 3-9 a): children placed outside the home under barnevernsloven."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        kinds = place.possible_values
        placed = (place == kinds.fosterhjem) + (place == kinds.institusjon)
        age = age_in_months(person, period)
        return placed * (age >= 0) * (age < 12 * parameters(period).helse.samtykke.myndighetsalder)


@rule(
    nb="Kommunens direkte lønnsutgifter, utenom avlastningsdøgn",
    en="The kommune’s direct wage cost, days of respite apart",
    section="helse- og omsorgstjenesteloven § 11-1",
    href=f"{ACT}/§11-1",
)
class omsorgstjenester_lonn(Rule):
    """§ 11-1: the kommune covers what the services cost."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return numpy.maximum(person("lonn_til_andre_omsorgstjenester", period), 0)
