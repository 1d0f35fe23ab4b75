"""What the benefits to participants have in common: other benefits to live on, and who takes part.

A benefit to live on excludes the others; which of two is left is settled by who is granted what.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
MEASURES = "https://lovdata.no/forskrift/2013-11-04-1286"
TRIAL = "https://lovdata.no/forskrift/2025-06-20-1182"


@input_value(
    nb="Mottar en annen livsoppholdsytelse som ikke er regnet ut i saken",
    en="Receives another benefit to live on that the case does not compute",
    unit="bool",
    section="tiltakspengeforskriften § 7 første ledd",
    href=f"{MEASURES}/§7",
)
class mottar_annen_livsoppholdsytelse(Rule):
    """Such as dagpenger under waiting time; not sosialhjelp, barnepensjon, bostøtte, barnetrygd or
    kontantstøtte."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Opphold i institusjon med fri kost og losji",
    en="Stays in an institution with free board and lodging",
    unit="bool",
    section="tiltakspengeforskriften § 9",
    href=f"{MEASURES}/§9",
)
class i_institusjon_med_fri_kost_og_losji(Rule):
    """Not a child welfare institution."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Har en annen livsoppholdsytelse",
    en="Has another benefit to live on",
    section="tiltakspengeforskriften § 7 første ledd og forskrift 20. juni 2025 nr. 1182 § 12",
    href=f"{MEASURES}/§7",
    unit="bool",
)
class har_annen_livsoppholdsytelse(Rule):
    """§ 7 and § 12: arbeidsavklaringspenger, uføretrygd, dagpenger, foreldrepenger,
    overgangsstønad, omstillingsstønad, or another benefit to live on that the case states."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        benefits = (
            person("arbeidsavklaringspenger", period)
            + person("uforetrygd", period)
            + person("dagpenger", period)
            + person("foreldrepenger", period)
            + person("overgangsstonad", period)
            + person("omstillingsstonad", period)
            + person("gjenlevendepensjon", period)
        )
        return (benefits > 0) + person("mottar_annen_livsoppholdsytelse", period)


@rule(
    nb="Deltar i kvalifiserings- eller introduksjonsprogram",
    en="Takes part in the qualification or introduction programme",
    section="tiltakspengeforskriften § 7 tredje ledd",
    href=f"{MEASURES}/§7",
    unit="bool",
)
class i_kommunalt_program(Rule):
    """§ 7 third paragraph: the kommune pays the participant of its programme."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("deltar_i_kvp", period) + person("deltar_i_introduksjonsprogram", period)
