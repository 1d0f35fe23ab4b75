"""Psykisk helsevernloven: individual plan, the child who disagrees, and compulsory care.

Care rests on consent (§ 2-1). Chapter 3 lets the professional in charge decide on compulsory
observation or care of whoever is of age in health matters, on conditions that all must hold; from
June 2026 the same condition is called «beslutningskompetanse».
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1999-07-02-62"


@input_value(
    nb="Er pasient i en institusjon for psykisk helsevern",
    en="Is a patient of an institution of mental health care",
    unit="bool",
    section="psykisk helsevernloven § 4-1",
    href=f"{ACT}/§4-1",
)
class i_institusjon_for_psykisk_helsevern(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnet er ikke enig i oppholdet i institusjonen",
    en="The child doesn’t agree to the stay in the institution",
    unit="bool",
    section="psykisk helsevernloven § 2-1 andre ledd",
    href=f"{ACT}/§2-1",
)
class barnet_er_uenig_i_innleggelsen(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Frivillig vern er forsøkt, eller åpenbart formålsløst",
    en="Voluntary care has been tried, or is obviously useless",
    unit="bool",
    section="psykisk helsevernloven §§ 3-2 og 3-3 nr. 1",
    href=f"{ACT}/§3-3",
)
class frivillig_psykisk_helsevern_forsokt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er undersøkt av to leger, én uavhengig av institusjonen",
    en="Has been examined by two doctors, one independent",
    unit="bool",
    section="psykisk helsevernloven §§ 3-2 og 3-3 nr. 2",
    href=f"{ACT}/§3-3",
)
class undersokt_av_to_leger(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har en alvorlig sinnslidelse",
    en="Has a serious mental disorder",
    unit="bool",
    section="psykisk helsevernloven § 3-3 nr. 3",
    href=f"{ACT}/§3-3",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="stat.rhf",
        nb="Har pasienten en alvorlig sinnslidelse?",
        en="Does the patient have a serious mental disorder?",
    ),
)
class alvorlig_sinnslidelse(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Uten vern tapes utsikten til bedring, eller tilstanden forverres vesentlig",
    en="Without care the prospect of recovery is lost or the state gets much worse",
    unit="bool",
    section="psykisk helsevernloven § 3-3 nr. 3 bokstav a",
    href=f"{ACT}/§3-3",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="stat.rhf",
        nb="Er vernet nødvendig for bedring eller mot vesentlig forverring?",
        en="Is care necessary for recovery or against a much worse state?",
    ),
)
class uten_vern_forverring(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nærliggende og alvorlig fare for eget liv eller egen helse",
    en="Imminent and serious danger to own life or health",
    unit="bool",
    section="psykisk helsevernloven § 3-3 nr. 3 bokstav b",
    href=f"{ACT}/§3-3",
)
class alvorlig_fare_for_eget_liv(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nærliggende og alvorlig fare for andres liv eller helse",
    en="Imminent and serious danger to others’ life or health",
    unit="bool",
    section="psykisk helsevernloven § 3-3 nr. 3 bokstav b",
    href=f"{ACT}/§3-3",
)
class alvorlig_fare_for_andre(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Faren for pasienten selv gjelder livet, ikke bare helsen",
    en="The danger to the patient is to life, not health alone",
    unit="bool",
    section="psykisk helsevernloven § 3-3 nr. 4",
    href=f"{ACT}/§3-3",
)
class faren_gjelder_eget_liv(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Mangler beslutningskompetanse",
    en="Lacks competence to decide",
    unit="bool",
    section="psykisk helsevernloven § 3-3 nr. 4",
    href=f"{ACT}/§3-3",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="stat.rhf",
        nb="Er pasienten overveiende sannsynlig ute av stand til å forstå hva saken gjelder?",
        en="Is the patient clearly unlikely to understand what the matter is about?",
    ),
)
class mangler_beslutningskompetanse(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Institusjonen er godkjent og kan gi tilfredsstillende behandling",
    en="The institution is approved and can give satisfactory treatment",
    unit="bool",
    section="psykisk helsevernloven § 3-3 nr. 5",
    href=f"{ACT}/§3-3",
)
class godkjent_institusjon_kan_behandle(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Pasienten er gitt anledning til å uttale seg",
    en="The patient has been given the chance to speak",
    unit="bool",
    section="psykisk helsevernloven § 3-3 nr. 6",
    href=f"{ACT}/§3-3",
)
class pasienten_har_uttalt_seg(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tvungent vern er etter en helhetsvurdering klart best",
    en="Compulsory care is on the whole clearly best",
    unit="bool",
    section="psykisk helsevernloven § 3-3 nr. 7",
    href=f"{ACT}/§3-3",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="stat.rhf",
        nb="Er tvang etter en helhetsvurdering den klart beste løsningen?",
        en="Is coercion on the whole the clearly best solution?",
    ),
)
class tvang_er_klart_beste_losning(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er under psykisk helsevern etter eget samtykke",
    en="Is in mental health care by own consent",
    unit="bool",
    section="psykisk helsevernloven § 3-4",
    href=f"{ACT}/§3-4",
)
class under_frivillig_psykisk_helsevern(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Det er overveiende sannsynlig at vilkårene i § 3-3 nr. 3 er oppfylt",
    en="It is clearly probable that the conditions of § 3-3 no. 3 hold",
    unit="bool",
    section="psykisk helsevernloven § 3-2 nr. 4",
    href=f"{ACT}/§3-2",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="stat.rhf",
        nb="Er det overveiende sannsynlig at vilkårene i § 3-3 nr. 3 er oppfylt?",
        en="Is it clearly probable that the conditions of § 3-3 no. 3 hold?",
    ),
)
class sannsynlig_at_vilkarene_er_oppfylt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Individuell plan fra institusjonen for psykisk helsevern",
    en="Individual plan from the institution of mental health care",
    section="psykisk helsevernloven § 4-1",
    href=f"{ACT}/§4-1",
    unit="bool",
)
class individuell_plan_psykisk_helsevern(Rule):
    """§ 4-1: patients who need lasting and coordinated services; the kommune is told when its
    services are needed too."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        patient = (
            person("i_institusjon_for_psykisk_helsevern", period) + person("bup_maned", period) > 0
        )
        return patient * person("langvarig_og_koordinert_behov", period)


@rule(
    nb="Barnets uenighet skal til kontrollkommisjonen",
    en="The child’s disagreement goes to the supervisory commission",
    section="psykisk helsevernloven § 2-1 andre ledd",
    href=f"{ACT}/§2-1",
    unit="bool",
)
class uenighet_til_kontrollkommisjonen(Rule):
    """§ 2-1: a child of 12 or more in an institution who doesn’t agree to it."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).helse.samtykke
        age = age_in_months(person, period)
        child = (age >= 12 * law.kontrollkommisjon_alder) * (age < 12 * law.myndighetsalder)
        inside = person("i_institusjon_for_psykisk_helsevern", period)
        return child * inside * person("barnet_er_uenig_i_innleggelsen", period)


@rule(
    nb="Vilkårene for tvungen observasjon er oppfylt",
    en="The conditions of compulsory observation hold",
    section="psykisk helsevernloven § 3-2",
    href=f"{ACT}/§3-2",
    unit="bool",
)
class vilkar_for_tvungen_observasjon(Rule):
    """§ 3-2: as § 3-3, but it is enough that the disorder and the need are clearly probable."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        probable = person("sannsynlig_at_vilkarene_er_oppfylt", period)
        return probable * _common(person, period, parameters)


@rule(
    nb="Vilkårene for tvungent psykisk helsevern er oppfylt",
    en="The conditions of compulsory mental health care hold",
    section="psykisk helsevernloven § 3-3",
    href=f"{ACT}/§3-3",
    unit="bool",
)
class vilkar_for_tvungent_psykisk_helsevern(Rule):
    """§ 3-3: serious disorder with loss of recovery or danger, voluntary care tried, two doctors,
    no competence unless danger to life, and clearly best unless others are in danger."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        need = (
            person("uten_vern_forverring", period)
            + person("alvorlig_fare_for_eget_liv", period)
            + person("alvorlig_fare_for_andre", period)
        )
        disorder = person("alvorlig_sinnslidelse", period) * need
        return disorder * _common(person, period, parameters)


def _common(person, period, parameters):
    """Nos. 1, 2 and 4 to 7 of §§ 3-2 and 3-3, and the ban of § 3-4 on turning voluntary care."""
    own_danger = person("alvorlig_fare_for_eget_liv", period)
    others = person("alvorlig_fare_for_andre", period)
    own_life = own_danger * person("faren_gjelder_eget_liv", period)
    of_age = age_in_months(person, period) >= 12 * parameters(period).helse.samtykke.myndig_alder
    tried = person("frivillig_psykisk_helsevern_forsokt", period)
    examined = person("undersokt_av_to_leger", period)
    unable = person("mangler_beslutningskompetanse", period) + own_life + others
    able = person("godkjent_institusjon_kan_behandle", period)
    heard = person("pasienten_har_uttalt_seg", period)
    best = person("tvang_er_klart_beste_losning", period) + others
    turned = ~person("under_frivillig_psykisk_helsevern", period) + own_danger + others
    return of_age * tried * examined * unable * able * heard * best * turned
