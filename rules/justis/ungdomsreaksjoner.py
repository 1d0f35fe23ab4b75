"""Straffeloven (lov 20 mai 2005 nr. 28) §§ 20, 33 and 52 a, and konfliktrådsloven (lov 20 juni 2014
nr. 49) chapter IV: no punishment under 15, prison for the young as a last resort, and the youth
reactions that konfliktrådet carries out: ungdomsstraff by the court and ungdomsoppfølging by the
prosecution."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_years
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
PENAL = "https://lovdata.no/lov/2005-05-20-28"
ACT = "https://lovdata.no/lov/2014-06-20-49"


@input_value(
    nb="Har begått et lovbrudd, eller noe som ellers er straffbart",
    en="Has committed an offence, or what is otherwise punishable",
    unit="bool",
    section="straffeloven § 20",
    href=f"{PENAL}/§20",
)
class har_begatt_lovbrudd(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Fylte år da lovbruddet ble begått",
    en="Years turned when the offence was committed",
    unit="years",
    section="straffeloven §§ 20 og 33",
    href=f"{PENAL}/§20",
)
class alder_ved_lovbruddet(Rule):
    """Not stated: the age of the month."""

    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har bosted i Norge",
    en="Lives in Norway",
    unit="bool",
    section="straffeloven § 52 a første ledd bokstav c",
    href=f"{PENAL}/§52a",
)
class bosatt_i_norge(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Ungdomsstraff er en egnet reaksjon",
    en="A youth sentence is suitable",
    unit="bool",
    section="straffeloven § 52 a første ledd bokstav b",
    href=f"{PENAL}/§52a",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="stat.justis",
        nb="Om reaksjonen er egnet",
        en="Whether the reaction is suitable",
    ),
)
class ungdomsstraff_egnet(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Straffens formål taler med tyngde mot en reaksjon i frihet",
    en="The purpose of punishment speaks strongly against a reaction in freedom",
    unit="bool",
    section="straffeloven § 52 a første ledd bokstav d",
    href=f"{PENAL}/§52a",
    open_norm=OpenNorm(
        least=True,
        usual=False,
        most=False,
        decides="stat.justis",
        nb="Om hensynet til straffens formål med tyngde taler mot en reaksjon i frihet",
        en="Whether the purpose of punishment speaks strongly against freedom",
    ),
)
class formalet_krever_fengsel(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Gjennomfører ungdomsstraff",
    en="Serves a youth sentence",
    unit="bool",
    section="konfliktrådsloven § 22",
    href=f"{ACT}/§22",
)
class domt_til_ungdomsstraff(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Gjennomfører ungdomsoppfølging",
    en="Goes through youth follow-up",
    unit="bool",
    section="konfliktrådsloven § 22",
    href=f"{ACT}/§22",
)
class ilagt_ungdomsoppfolging(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneder av ungdomsstraffen eller ungdomsoppfølgingen før denne måneden",
    en="Months of the youth sentence or follow-up before this month",
    unit="months",
    section="konfliktrådsloven § 23",
    href=f"{ACT}/§23",
)
class ungdomsreaksjon_maneder_brukt(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Fengselsstraffen ville ellers ha vært klart lengre enn to år",
    en="The prison sentence would else have been clearly longer than two years",
    unit="bool",
    section="konfliktrådsloven § 23 første ledd",
    href=f"{ACT}/§23",
)
class fengsel_klart_over_to_ar(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Påtalemyndigheten eller ungdomskoordinatoren har meldt saken til koordineringsgruppen",
    en="The prosecution or the youth coordinator has brought the case to the coordination group",
    unit="bool",
    section="konfliktrådsloven § 22 d",
    href=f"{ACT}/§22d",
)
class meldt_til_koordineringsgruppen(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Under kriminell lavalder",
    en="Under the age of criminal responsibility",
    section="straffeloven § 20 første ledd",
    href=f"{PENAL}/§20",
    unit="bool",
    only_if=("har_begatt_lovbrudd",),
)
class kan_ikke_straffes(Rule):
    """§ 20: who was under 15 when it was done isn't responsible under criminal law."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = parameters(period).justis.ungdomsreaksjoner.kriminell_lavalder
        return person("har_begatt_lovbrudd", period) * (_age(person, period) < limit)


@rule(
    nb="Fengsel bare når det er særlig påkrevd",
    en="Prison only when especially called for",
    section="straffeloven § 33",
    href=f"{PENAL}/§33",
    unit="bool",
    only_if=("har_begatt_lovbrudd",),
)
class fengsel_bare_nar_saerlig_pakrevd(Rule):
    """§ 33: for who was 15 but under 18 when it was done."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).justis.ungdomsreaksjoner
        age = _age(person, period)
        return (
            person("har_begatt_lovbrudd", period)
            * (age >= law.kriminell_lavalder)
            * (age < law.ung_lovbryter_alder)
        )


@rule(
    nb="Ungdomsstraff kan idømmes",
    en="A youth sentence can be given",
    section="straffeloven § 52 a første ledd",
    href=f"{PENAL}/§52a",
    unit="bool",
    only_if=("har_begatt_lovbrudd",),
)
class ungdomsstraff_kan_idommes(Rule):
    """§ 52 a: under 18 when it was done, a suitable reaction, a home in Norway, and the purpose of
    punishment not strongly against; in the words in force from September 2024."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2024_09(person, period, parameters):
        return (
            person("fengsel_bare_nar_saerlig_pakrevd", period)
            * person("ungdomsstraff_egnet", period)
            * person("bosatt_i_norge", period)
            * ~person("formalet_krever_fengsel", period)
        )


@rule(
    nb="Gjennomfører ungdomsstraff eller ungdomsoppfølging",
    en="Goes through a youth sentence or follow-up",
    section="konfliktrådsloven §§ 22 og 23",
    href=f"{ACT}/§23",
    unit="bool",
)
class gjennomforer_ungdomsreaksjon(Rule):
    """§§ 22, 23: within the longest time: two years of ungdomsstraff, three when prison would
    have been clearly longer than two, and one year of ungdomsoppfølging."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).justis.ungdomsreaksjoner
        used = person("ungdomsreaksjon_maneder_brukt", period)
        longest = numpy.where(
            person("fengsel_klart_over_to_ar", period),
            law.ungdomsstraff_lengste_unntak,
            law.ungdomsstraff_lengste,
        )
        sentence = person("domt_til_ungdomsstraff", period) * (used < longest)
        follow_up = person("ilagt_ungdomsoppfolging", period) * (used < law.oppfolging_lengste)
        return sentence + follow_up


@rule(
    nb="Måned med ungdomsstraff eller ungdomsoppfølging",
    en="Month of a youth sentence or follow-up",
    section="konfliktrådsloven §§ 22 og 25",
    href=f"{ACT}/§25",
    unit="months",
)
class maned_ungdomsreaksjon(Rule):
    """§§ 22, 25: a month in which the youth coordinator follows up the youth plan."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("gjennomforer_ungdomsreaksjon", period) * 1.0


@rule(
    nb="Koordineringsgruppen skal drøfte saken",
    en="The coordination group must discuss the case",
    section="konfliktrådsloven § 22 d",
    href=f"{ACT}/§22d",
    unit="bool",
    only_if=("meldt_til_koordineringsgruppen",),
)
class koordineringsgruppe_skal_drofte(Rule):
    """§ 22 d: when the prosecution brings a case thought fit for a youth reaction, or the
    coordinator one under way."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2024_09(person, period, parameters):
        return person("meldt_til_koordineringsgruppen", period)


def _age(person, period):
    stated = person("alder_ved_lovbruddet", period)
    return numpy.where(stated > 0, stated, age_in_years(person, period))
