"""Barnehageloven § 18 and chapter VII: priority, special help and adaptation before school."""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule
from effektlov.rules.utdanning.skolear import months_in_school

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2005-06-17-64"


@input_value(
    nb="Barnet har nedsatt funksjonsevne etter en sakkyndig vurdering",
    en="The child has a disability according to an expert assessment",
    unit="bool",
    section="barnehageloven §§ 18 og 37",
    href=f"{ACT}/§18",
)
class barn_med_nedsatt_funksjonsevne(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnevernstjenesten har pålagt hjelpetiltak",
    en="Child welfare has imposed a help measure",
    unit="bool",
    section="barnevernsloven § 3-4 første ledd bokstav b",
    href="https://lovdata.no/lov/2021-06-18-97/§3-4",
)
class palagt_hjelpetiltak(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnet har sen utvikling eller lærevansker",
    en="The child has late development or learning difficulties",
    unit="bool",
    section="barnehageloven § 34 andre ledd bokstav a",
    href=f"{ACT}/§34",
)
class sen_utvikling_eller_laerevansker(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Det ordinære barnehagetilbudet er ikke nok for barnet",
    en="The ordinary kindergarten is not enough for the child",
    unit="bool",
    section="barnehageloven § 34 andre ledd bokstav c",
    href=f"{ACT}/§34",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Kan behovet avhjelpes innenfor det ordinære barnehagetilbudet?",
        en="Can the need be met within the ordinary kindergarten?",
    ),
)
class ordinaert_barnehagetilbud_er_ikke_nok(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="PP-tjenestens sakkyndige vurdering av barnet foreligger",
    en="The expert assessment of the child has been made",
    unit="bool",
    section="barnehageloven § 34 første ledd",
    href=f"{ACT}/§34",
)
class sakkyndig_vurdering_av_barnet_foreligger(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Foreldrene samtykker til sakkyndig vurdering og spesialpedagogisk hjelp",
    en="The parents consent to an expert assessment and special help",
    unit="bool",
    section="barnehageloven § 32 første ledd",
    href=f"{ACT}/§32",
)
class samtykke_til_spesialpedagogisk_hjelp(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tilretteleggingen er en uforholdsmessig byrde for kommunen",
    en="The adaptation is a disproportionate burden on the kommune",
    unit="bool",
    section="barnehageloven § 37 første ledd",
    href=f"{ACT}/§37",
    open_norm=OpenNorm(
        least=True,
        usual=False,
        most=False,
        decides="kommune",
        nb="Effekten for å bygge ned barrierer mot kostnadene og virksomhetens ressurser",
        en="The effect on barriers against the costs and the resources of the service",
    ),
)
class uforholdsmessig_byrde_for_barnehagen(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


def before_school(person, period, parameters):
    """A child under the age of compulsory school."""
    return months_in_school(person, period, parameters) < 0


@rule(
    nb="Rett til prioritet ved opptak i barnehage",
    en="Right to priority at admission to kindergarten",
    section="barnehageloven § 18",
    href=f"{ACT}/§18",
    unit="bool",
)
class rett_til_prioritet_ved_opptak(Rule):
    """§ 18: an applicant with a disability, or about whom child welfare has decided on care or on
    help."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        decided = (
            person("omsorgsovertakelse", period)
            + person("har_hjelpetiltak", period)
            + person("har_spesialisert_hjelpetiltak", period)
            + person("palagt_hjelpetiltak", period)
        )
        first = person("barn_med_nedsatt_funksjonsevne", period) + decided
        applied = person("sokt_barnehageplass", period)
        return before_school(person, period, parameters) * applied * first


@rule(
    nb="Barnet skal ha sakkyndig vurdering",
    en="The child must have an expert assessment",
    section="barnehageloven §§ 32 til 34",
    href=f"{ACT}/§33",
    unit="bool",
)
class skal_ha_sakkyndig_vurdering_for_skolealder(Rule):
    """§§ 33, 34: before the decision on special help, when the parents consent."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        case = person("sen_utvikling_eller_laerevansker", period)
        missing = ~person("sakkyndig_vurdering_av_barnet_foreligger", period)
        consent = person("samtykke_til_spesialpedagogisk_hjelp", period)
        return before_school(person, period, parameters) * case * missing * consent


@rule(
    nb="Barnehagen har et barn med særlige behov",
    en="The kindergarten has a child with special needs",
    section="barnehageloven § 33 andre ledd",
    href=f"{ACT}/§33",
    unit="bool",
)
class barn_med_saerlige_behov_i_barnehagen(Rule):
    """§ 33: PPT helps the kindergarten to adapt to the child."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        need = person("sen_utvikling_eller_laerevansker", period) + person(
            "barn_med_nedsatt_funksjonsevne", period
        )
        return person("i_barnehage", period) * need


@rule(
    nb="Rett til spesialpedagogisk hjelp før skolealder",
    en="Right to special educational help before school age",
    section="barnehageloven §§ 31 til 35",
    href=f"{ACT}/§31",
    unit="bool",
)
class rett_til_spesialpedagogisk_hjelp(Rule):
    """§§ 31-35: a child with special needs, in kindergarten or not, when the assessment is there
    and the parents consent."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        need = person("sen_utvikling_eller_laerevansker", period) * person(
            "ordinaert_barnehagetilbud_er_ikke_nok", period
        )
        assessed = person("sakkyndig_vurdering_av_barnet_foreligger", period)
        consent = person("samtykke_til_spesialpedagogisk_hjelp", period)
        return before_school(person, period, parameters) * need * assessed * consent


@rule(
    nb="Spesialpedagogisk hjelp fra kommunen",
    en="Special educational help from the kommune",
    section="barnehageloven § 31 fjerde ledd",
    href=f"{ACT}/§31",
    unit="months",
)
class spesialpedagogisk_hjelp_kommune(Rule):
    """§ 31: the kommune, for a child who lives in it."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        elsewhere = person("opplaering_i_institusjon", period)
        return person("rett_til_spesialpedagogisk_hjelp", period) * ~elsewhere


@rule(
    nb="Spesialpedagogisk hjelp fra fylkeskommunen",
    en="Special educational help from the county authority",
    section="barnehageloven § 31 femte ledd",
    href=f"{ACT}/§31",
    unit="months",
)
class spesialpedagogisk_hjelp_fylkeskommune(Rule):
    """§ 31: the fylkeskommune, for a child in a child welfare or health institution."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        institution = person("opplaering_i_institusjon", period)
        return person("rett_til_spesialpedagogisk_hjelp", period) * institution


@rule(
    nb="Rett til tilrettelagt barnehagetilbud",
    en="Right to an adapted kindergarten",
    section="barnehageloven § 37",
    href=f"{ACT}/§37",
    unit="bool",
)
class rett_til_tilrettelagt_barnehage(Rule):
    """§ 37: a child with a disability who has a place or a right to one, unless the burden is out
    of proportion."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("i_barnehage", period) + person("rett_til_barnehageplass", period)
        bearable = ~person("uforholdsmessig_byrde_for_barnehagen", period)
        return place * person("barn_med_nedsatt_funksjonsevne", period) * bearable
