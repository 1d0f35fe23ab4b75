"""Barnevernsloven §§ 1-6, 3-4 and 13-2: the child's right to measures, orders of help, and the duty
to report to the child welfare service."""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2021-06-18-97"


@input_value(
    nb="De private partene samtykker til hjelpetiltaket",
    en="The private parties consent to the help measure",
    unit="bool",
    section="barnevernsloven § 3-4 første ledd",
    href=f"{ACT}/§3-4",
)
class partene_samtykker_til_hjelpetiltak(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Pålegg er nødvendig for å sikre barnet tilfredsstillende omsorg eller beskyttelse",
    en="An order is needed to secure the child satisfactory care or protection",
    unit="bool",
    section="barnevernsloven § 3-4 første ledd",
    href=f"{ACT}/§3-4",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="barneverns_og_helsenemnd",
        nb="Nødvendig for å sikre barnet tilfredsstillende omsorg eller beskyttelse",
        en="Needed to secure the child satisfactory care or protection",
    ),
)
class palegg_er_nodvendig(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nærliggende fare for at vilkårene for omsorgsovertakelse blir oppfylt",
    en="Imminent danger that the conditions for a care order come to be met",
    unit="bool",
    section="barnevernsloven § 3-4 andre ledd",
    href=f"{ACT}/§3-4",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="barneverns_og_helsenemnd",
        nb="Nærliggende fare for en situasjon der vilkårene for omsorgsovertakelse er oppfylt",
        en="Imminent danger of a situation where the conditions for a care order are met",
    ),
)
class naerliggende_fare_for_omsorgsovertakelse(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tegn på mishandling, alvorlige mangler ved omsorgen eller annen alvorlig omsorgssvikt",
    en="Signs of maltreatment, serious want of care or other serious neglect",
    unit="bool",
    section="barnevernsloven § 13-2 første ledd bokstav a",
    href=f"{ACT}/§13-2",
)
class tegn_til_omsorgssvikt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Alvorlig sykdom eller skade uten undersøkelse eller behandling",
    en="Serious illness or injury without examination or treatment",
    unit="bool",
    section="barnevernsloven § 13-2 første ledd bokstav b",
    href=f"{ACT}/§13-2",
)
class alvorlig_sykdom_uten_behandling(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Særlig behov for behandling eller opplæring er ikke dekket",
    en="A special need for treatment or training isn’t met",
    unit="bool",
    section="barnevernsloven § 13-2 første ledd bokstav c",
    href=f"{ACT}/§13-2",
)
class saerlig_behov_udekket(Rule):
    """A child with a disability, or in particular need of help."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tegn på at barnet utnyttes til menneskehandel",
    en="Signs that the child is exploited for trafficking",
    unit="bool",
    section="barnevernsloven § 13-2 første ledd bokstav e",
    href=f"{ACT}/§13-2",
)
class tegn_til_menneskehandel(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Det er grunn til å tro at forholdet foreligger",
    en="There is reason to believe that it is so",
    unit="bool",
    section="barnevernsloven § 13-2 første ledd",
    href=f"{ACT}/§13-2",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Grunn til å tro; den meldepliktige vurderer det selv",
        en="Reason to believe; whoever must report judges it alone",
    ),
)
class grunn_til_a_tro(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="En offentlig ansatt eller annen meldepliktig kjenner forholdet",
    en="A public employee, or another who must report, knows of it",
    unit="bool",
    section="barnevernsloven § 13-2 første og andre ledd",
    href=f"{ACT}/§13-2",
)
class kjent_for_meldepliktig(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til nødvendige barnevernstiltak",
    en="Right to necessary child welfare measures",
    section="barnevernsloven § 1-6",
    href=f"{ACT}/§1-6",
    unit="bool",
)
class rett_til_barnevernstiltak(Rule):
    """§ 1-6: a child for whom the conditions of a measure are met: help (§ 3-1), emergency
    (chapter 4), care order (§ 5-1) or institution (§ 6-2); a life in a foster home or institution
    shows that they are held to be met (§§ 3-2, 5-3, 6-1)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("rett_til_hjelpetiltak", period)
            + person("akutt_barn", period)
            + person("under_omsorg", period)
            + person("vilkar_for_institusjon_uten_samtykke", period)
            + person("tilsyn_i_fosterhjem", period)
            + person("barn_i_institusjon", period)
        )


def _help_refused(person, period):
    need = person("hjelpebehov_avdekket", period) * person("hjelpebehov_er_saerlig", period)
    child = person("barn_etter_barnevernsloven", period)
    return child * need * ~person("partene_samtykker_til_hjelpetiltak", period)


@rule(
    nb="Vilkår for pålegg om hjelpetiltak",
    en="Conditions for an order of help measures",
    section="barnevernsloven § 3-4 første ledd",
    href=f"{ACT}/§3-4",
    unit="bool",
)
class vilkar_for_palegg(Rule):
    """§ 3-4 first paragraph: the conditions of § 3-1, an order is needed, and no consent."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _help_refused(person, period) * person("palegg_er_nodvendig", period)


@rule(
    nb="Vilkår for pålegg om senter for foreldre og barn",
    en="Conditions for an order of a parent-child centre",
    section="barnevernsloven § 3-4 andre ledd",
    href=f"{ACT}/§3-4",
    unit="bool",
)
class vilkar_for_palegg_om_senter(Rule):
    """§ 3-4 second paragraph: as in the first, a child of 0 to 6 years, and imminent danger of a
    care order."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = parameters(period).barnevern.ansvar.aldersgrense_senter_utredning
        young = age_in_months(person, period) < 12 * limit
        danger = person("naerliggende_fare_for_omsorgsovertakelse", period)
        return young * danger * person("vilkar_for_palegg", period)


@rule(
    nb="Meldeplikt til barnevernstjenesten",
    en="Duty to report to the child welfare service",
    section="barnevernsloven § 13-2",
    href=f"{ACT}/§13-2",
    unit="bool",
)
class meldeplikt_til_barnevernet(Rule):
    """§ 13-2: one of the grounds a, b, c and e with reason to believe it, or acts that seriously
    endanger the child's own development (d), known to someone who must report."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        signs = (
            person("tegn_til_omsorgssvikt", period)
            + person("alvorlig_sykdom_uten_behandling", period)
            + person("saerlig_behov_udekket", period)
            + person("tegn_til_menneskehandel", period)
        )
        grounds = signs * person("grunn_til_a_tro", period) + person(
            "alvorlig_utviklingsfare", period
        )
        child = person("barn_etter_barnevernsloven", period)
        return child * grounds * person("kjent_for_meldepliktig", period)
