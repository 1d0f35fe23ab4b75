"""Helse- og omsorgstjenesteloven chapter 10: coercion towards people dependent on drugs.

The tribunal decides, the kommune brings the case (§ 10-8) and looks at it again every third month,
the regional health authority names the institution.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2011-06-24-30"


@input_value(
    nb="Er rusmiddelavhengig",
    en="Is dependent on drugs",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 10-3",
    href=f"{ACT}/§10-3",
)
class er_rusmiddelavhengig(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Det er overveiende sannsynlig at barnet vil bli født med skade",
    en="It is clearly probable that the child will be born with harm",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 10-3 første ledd",
    href=f"{ACT}/§10-3",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="barneverns_og_helsenemnd",
        nb="Er misbruket slik at det er overveiende sannsynlig at barnet blir født med skade?",
        en="Is the use such that harm to the child is clearly probable?",
    ),
)
class sannsynlig_fosterskade_av_rus(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Hjelpetiltak er ikke tilstrekkelig",
    en="Voluntary help isn’t enough",
    unit="bool",
    section="helse- og omsorgstjenesteloven §§ 10-2 og 10-3",
    href=f"{ACT}/§10-3",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="barneverns_og_helsenemnd",
        nb="Er hjelpetiltak utilstrekkelige?",
        en="Is voluntary help insufficient?",
    ),
)
class hjelpetiltak_ved_rus_er_ikke_nok(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Setter helsen i fare ved omfattende og vedvarende misbruk",
    en="Endangers his or her health by extensive and lasting use",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 10-2 første ledd",
    href=f"{ACT}/§10-2",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="barneverns_og_helsenemnd",
        nb="Utsettes helsen for fare ved omfattende og vedvarende misbruk?",
        en="Is health endangered by extensive and lasting use?",
    ),
)
class helsefare_ved_omfattende_misbruk(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Institusjonen kan tilby tilfredsstillende hjelp",
    en="The institution can offer satisfactory help",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 10-2 tredje ledd",
    href=f"{ACT}/§10-2",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="stat.rhf",
        nb="Er institusjonen faglig og materielt i stand til å hjelpe?",
        en="Is the institution able, in skill and means, to help?",
    ),
)
class institusjonen_kan_hjelpe(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Holdes tilbake i institusjon etter § 10-3",
    en="Is held in an institution under § 10-3",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 10-3",
    href=f"{ACT}/§10-3",
)
class holdt_tilbake_etter_10_3(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Pårørende har meldt om omfattende rusmiddelmisbruk",
    en="Next of kin have reported extensive drug use",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 10-1",
    href=f"{ACT}/§10-1",
)
class parorende_har_meldt_omfattende_rusmisbruk(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Meldingen skal undersøkes og tvang vurderes",
    en="The report is to be examined and coercion considered",
    section="helse- og omsorgstjenesteloven § 10-1",
    href=f"{ACT}/§10-1",
    unit="bool",
)
class melding_om_rus_skal_vurderes(Rule):
    """§ 10-1: on a report from next of kin of extensive use; they are answered."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("parorende_har_meldt_omfattende_rusmisbruk", period) * (
            age_in_months(person, period) >= 0
        )


@rule(
    nb="Kan tas inn og holdes tilbake i inntil tre måneder",
    en="May be taken in and held up to three months",
    section="helse- og omsorgstjenesteloven § 10-2",
    href=f"{ACT}/§10-2",
    unit="bool",
)
class kan_holdes_tilbake_10_2(Rule):
    """§ 10-2: danger to own health by extensive and lasting use, help isn’t enough, and the
    institution can help."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        danger = person("helsefare_ved_omfattende_misbruk", period)
        helpless = person("hjelpetiltak_ved_rus_er_ikke_nok", period)
        return danger * helpless * person("institusjonen_kan_hjelpe", period)


@rule(
    nb="Gravid som kan tas inn og holdes tilbake i svangerskapet",
    en="A pregnant woman who may be held through the pregnancy",
    section="helse- og omsorgstjenesteloven § 10-3 første ledd",
    href=f"{ACT}/§10-3",
    unit="bool",
)
class kan_holdes_tilbake_10_3(Rule):
    """§ 10-3: pregnant, dependent on drugs, harm to the child clearly probable, and help isn’t
    enough."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        pregnant = person("gravid", period) * person("er_rusmiddelavhengig", period)
        harm = person("sannsynlig_fosterskade_av_rus", period)
        return pregnant * harm * person("hjelpetiltak_ved_rus_er_ikke_nok", period)


@rule(
    nb="Tilbakeholdet skal vurderes hver tredje måned",
    en="The holding is to be looked at every third month",
    section="helse- og omsorgstjenesteloven § 10-3 tredje ledd",
    href=f"{ACT}/§10-3",
    unit="bool",
)
class tilbakehold_skal_vurderes(Rule):
    """§ 10-3 third and seventh paragraphs: while she is held; child welfare is told."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("holdt_tilbake_etter_10_3", period) * person("gravid", period)
