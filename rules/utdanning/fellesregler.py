"""Opplæringslova parts four and seven: what holds for pupils in both kinds of school.

Absence, adapted teaching, the school environment, and education in institutions and prisons, in
the order of the act.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2023-06-09-30"


class Tilretteleggingsbehov(Enum):
    ingen = "Ikke behov for individuell tilrettelegging"
    moderat = "Moderat behov"
    omfattende = "Omfattende behov"


@rule(
    nb="Elev i grunnskole eller videregående skole",
    en="Pupil in compulsory or upper secondary school",
    section="opplæringslova §§ 2-1 og 5-2",
    href=f"{ACT}/§10-1",
    unit="bool",
)
class elev(Rule):
    """Chapters 10 to 16: whoever is a pupil, in compulsory or upper secondary school."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("elev_i_grunnskole", period) + person("elev_i_vgo", period)


@input_value(
    nb="Høyt fravær fra opplæringen",
    en="High absence from school",
    unit="bool",
    section="opplæringslova § 10-6",
    href=f"{ACT}/§10-6",
)
class hoyt_fravaer(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Elev med fravær som skal følges opp",
    en="Pupil whose absence must be followed up",
    section="opplæringslova § 10-6",
    href=f"{ACT}/§10-6",
    unit="bool",
    only_if=("hoyt_fravaer",),
)
class fravaer_skal_folges_opp(Rule):
    """§ 10-6: a pupil with absence; the act sets no threshold, the case states what is high."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("elev", period) * person("hoyt_fravaer", period)


@input_value(
    nb="Har ikke tilfredsstillende utbytte av opplæringen",
    en="Does not benefit satisfactorily from the teaching",
    unit="bool",
    section="opplæringslova § 11-2",
    href=f"{ACT}/§11-2",
)
class uten_tilfredsstillende_utbytte(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tiltak innenfor den ordinære opplæringen er ikke nok",
    en="Measures within ordinary teaching are not enough",
    unit="bool",
    section="opplæringslova §§ 11-2 andre ledd og 11-6",
    href=f"{ACT}/§11-6",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="skoleeier",
        nb="Trenger eleven individuell tilrettelegging for å få tilfredsstillende utbytte?",
        en="Does the pupil need individual adaptation to benefit satisfactorily?",
    ),
)
class trenger_individuell_tilrettelegging(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Står i fare for ikke å ha forventet progresjon i lesing, skriving eller regning",
    en="At risk of not progressing as expected in reading, writing or arithmetic",
    unit="bool",
    section="opplæringslova § 11-3",
    href=f"{ACT}/§11-3",
)
class fare_for_manglende_progresjon(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Trenger personlig assistanse i opplæringen",
    en="Needs personal assistance in school",
    unit="bool",
    section="opplæringslova § 11-4",
    href=f"{ACT}/§11-4",
)
class trenger_personlig_assistanse(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Trenger fysisk tilrettelegging eller tekniske hjelpemidler",
    en="Needs physical adaptation or technical aids",
    unit="bool",
    section="opplæringslova § 11-5",
    href=f"{ACT}/§11-5",
)
class trenger_fysisk_tilrettelegging(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har annet morsmål og kan ikke norsk godt nok til å følge opplæringen",
    en="Has another first language and too little Norwegian to follow the teaching",
    unit="bool",
    section="opplæringslova §§ 3-6 og 6-5",
    href=f"{ACT}/§3-6",
)
class trenger_saerskilt_sprakopplaering(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Behov for individuell tilrettelegging i institusjon",
    en="Need of adapted teaching in an institution",
    unit="enum",
    section="opplæringsforskrifta § 22-3 og vedlegg 2",
    href="https://lovdata.no/forskrift/2024-06-03-900/§22-3",
)
class tilretteleggingsbehov(Rule):
    value_type = Enum
    possible_values = Tilretteleggingsbehov
    default_value = Tilretteleggingsbehov.ingen
    entity = Person
    definition_period = MONTH


@rule(
    nb="Tvil om eleven har tilfredsstillende utbytte",
    en="Doubt whether the pupil benefits satisfactorily",
    section="opplæringslova § 11-2",
    href=f"{ACT}/§11-2",
    unit="bool",
    only_if=("uten_tilfredsstillende_utbytte",),
)
class skal_ha_tiltak_for_utbytte(Rule):
    """§ 11-2: a pupil who does not benefit satisfactorily; the school acts and then assesses."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("elev", period) * person("uten_tilfredsstillende_utbytte", period)


@rule(
    nb="Skal ha intensiv opplæring",
    en="Must have intensive teaching",
    section="opplæringslova § 11-3",
    href=f"{ACT}/§11-3",
    unit="bool",
    only_if=("fare_for_manglende_progresjon",),
)
class skal_ha_intensiv_opplaering(Rule):
    """§ 11-3: a pupil in grades 1 to 4 at risk of falling behind."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        last = parameters(period).utdanning.opplaeringslova.intensiv_siste_trinn
        grade = person("trinn", period)
        low = (grade > 0) * (grade <= last)
        return low * person("fare_for_manglende_progresjon", period)


@rule(
    nb="Rett til personlig assistanse",
    en="Right to personal assistance",
    section="opplæringslova § 11-4",
    href=f"{ACT}/§11-4",
    unit="bool",
    only_if=("trenger_personlig_assistanse",),
)
class rett_til_personlig_assistanse(Rule):
    """§ 11-4: a pupil who needs it to take part and to benefit satisfactorily."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("elev", period) * person("trenger_personlig_assistanse", period)


@rule(
    nb="Rett til fysisk tilrettelegging og tekniske hjelpemidler",
    en="Right to physical adaptation and technical aids",
    section="opplæringslova § 11-5",
    href=f"{ACT}/§11-5",
    unit="bool",
    only_if=("trenger_fysisk_tilrettelegging",),
)
class rett_til_fysisk_tilrettelegging(Rule):
    """§ 11-5: a pupil who needs it to take part and to benefit satisfactorily."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("elev", period) * person("trenger_fysisk_tilrettelegging", period)


@rule(
    nb="Rett til individuelt tilrettelagt opplæring",
    en="Right to individually adapted teaching",
    section="opplæringslova § 11-6",
    href=f"{ACT}/§11-6",
    unit="bool",
    only_if=("uten_tilfredsstillende_utbytte",),
)
class rett_til_individuell_tilrettelegging(Rule):
    """§ 11-6: a pupil who needs it to benefit satisfactorily."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        needs = person("trenger_individuell_tilrettelegging", period)
        return person("skal_ha_tiltak_for_utbytte", period) * needs


@rule(
    nb="Grunnskoleelev som kommunen skal ha sakkyndig vurdering for",
    en="Pupil in compulsory school for whom the kommune needs an expert assessment",
    section="opplæringslova §§ 11-7 og 28-1",
    href=f"{ACT}/§11-7",
    unit="bool",
    only_if=("uten_tilfredsstillende_utbytte",),
)
class skal_ha_sakkyndig_vurdering_grunnskole(Rule):
    """§§ 11-7, 28-1: before the kommune decides on individually adapted teaching; not where the
    fylkeskommune answers for compulsory school (§§ 28-3 to 28-5)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        pupil = person("elev_i_grunnskole", period) * ~person("opplaering_i_institusjon", period)
        return pupil * person("rett_til_individuell_tilrettelegging", period)


@rule(
    nb="Elev som fylkeskommunen skal ha sakkyndig vurdering for",
    en="Pupil for whom the county authority needs an expert assessment",
    section="opplæringslova §§ 11-7 og 28-2",
    href=f"{ACT}/§11-7",
    unit="bool",
    only_if=("uten_tilfredsstillende_utbytte",),
)
class skal_ha_sakkyndig_vurdering_vgo(Rule):
    """§§ 11-7, 28-2: before the fylkeskommune decides on individually adapted teaching, in upper
    secondary school or for any pupil in an institution or prison (§§ 28-3 to 28-5)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        pupil = person("elev_i_vgo", period) + person("opplaering_i_institusjon", period)
        return pupil * person("rett_til_individuell_tilrettelegging", period)


@rule(
    nb="Rett til særskilt språkopplæring",
    en="Right to special language teaching",
    section="opplæringslova §§ 3-6 og 6-5",
    href=f"{ACT}/§3-6",
    unit="bool",
    only_if=("trenger_saerskilt_sprakopplaering",),
)
class rett_til_saerskilt_sprakopplaering(Rule):
    """§§ 3-6, 6-5: a pupil with another first language, until she can follow ordinary teaching."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("elev", period) * person("trenger_saerskilt_sprakopplaering", period)


@input_value(
    nb="Har ikke et trygt og godt skolemiljø",
    en="Does not have a safe and good school environment",
    unit="bool",
    section="opplæringslova §§ 12-2 og 12-4",
    href=f"{ACT}/§12-4",
)
class utrygt_skolemiljo(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Saken er meldt til statsforvalteren etter minst én uke hos rektor",
    en="Reported to the county governor after at least a week with the head teacher",
    unit="bool",
    section="opplæringslova § 12-6",
    href=f"{ACT}/§12-6",
)
class skolemiljo_meldt_statsforvalter(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Skolen skal undersøke og rette opp skolemiljøet",
    en="The school must examine and mend the environment",
    section="opplæringslova § 12-4",
    href=f"{ACT}/§12-4",
    unit="bool",
    only_if=("utrygt_skolemiljo",),
)
class aktivitetsplikt_skolemiljo(Rule):
    """§ 12-4: suspicion or knowledge that a pupil does not have a safe and good environment."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("elev", period) * person("utrygt_skolemiljo", period)


@rule(
    nb="Statsforvalteren skal avgjøre om aktivitetsplikten er oppfylt",
    en="The county governor must decide whether the duty to act is met",
    section="opplæringslova § 12-6",
    href=f"{ACT}/§12-6",
    unit="bool",
    only_if=("skolemiljo_meldt_statsforvalter",),
)
class handheving_skolemiljo(Rule):
    """§ 12-6: the case was taken up with the head teacher a week ago and then reported."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        reported = person("skolemiljo_meldt_statsforvalter", period)
        return person("aktivitetsplikt_skolemiljo", period) * reported


def _has_a_right(person, period):
    """A right to compulsory, preparatory or upper secondary education, as a youth or an adult."""
    return (
        person("elev", period)
        + person("rett_til_vgo", period)
        + person("rett_til_pabygging", period)
        + person("rett_til_forberedende_opplaering", period)
        + person("rett_til_vgo_for_voksne", period)
        + person("rett_til_rekvalifisering", period)
    )


@rule(
    nb="Opplæring for den som bor i barnevernsinstitusjon",
    en="Education for whoever lives in a child welfare institution",
    section="opplæringslova § 28-3",
    href=f"{ACT}/§28-3",
    unit="bool",
    only_if=("plassering",),
)
class rett_til_opplaering_i_barnevernsinstitusjon(Rule):
    """§ 28-3: whoever lives in the institution and has a right to compulsory, preparatory or upper
    secondary education (chapters 2, 5 and 18)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        return (place == place.possible_values.institusjon) * _has_a_right(person, period)


@rule(
    nb="Opplæring for den som er innlagt i helseinstitusjon",
    en="Education for whoever is admitted to a health institution",
    section="opplæringslova § 28-4",
    href=f"{ACT}/§28-4",
    unit="bool",
)
class rett_til_opplaering_i_helseinstitusjon(Rule):
    """§ 28-4: whoever is admitted, or is the child or sibling of a patient, and has a right to
    compulsory, preparatory or upper secondary education (chapters 2, 5 and 18)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        admitted = person("innlagt_i_spesialisthelsetjenesten", period)
        return admitted * _has_a_right(person, period)

    def formula_2024_08(person, period, parameters):
        """Children and siblings of an inpatient too."""
        covered = person("innlagt_i_spesialisthelsetjenesten", period) + person(
            "barn_eller_sosken_av_innlagt", period
        )
        return covered * _has_a_right(person, period)


@rule(
    nb="Opplæring for den som er innsatt i fengsel",
    en="Education for whoever is in prison",
    section="opplæringslova § 28-5",
    href=f"{ACT}/§28-5",
    unit="bool",
    only_if=("i_fengsel", "i_varetekt"),
)
class rett_til_opplaering_i_fengsel(Rule):
    """§ 28-5: an inmate with a right to compulsory, preparatory or upper secondary education
    (chapters 2, 5 and 18)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("innsatt", period) * _has_a_right(person, period)


def _institution_rate(person, period, parameters):
    """Two thirds compulsory school and one third upper secondary, times the need; by the month."""
    key = parameters(period).utdanning.opplaering_i_institusjon
    need = person("tilretteleggingsbehov", period)
    base = key.grunnskole_per_elev * key.grunnskolens_vekt + key.videregaende_per_elev * (
        1 - key.grunnskolens_vekt
    )
    factor = numpy.select(
        [need == need.possible_values.moderat, need == need.possible_values.omfattende],
        [key.faktor_moderat, key.faktor_omfattende],
        1,
    )
    return person("opplaering_i_institusjon", period) * base * factor / 12


@rule(
    nb="Grunnskoleopplæring i institusjon eller fengsel",
    en="Compulsory education in an institution or prison",
    section="opplæringslova §§ 28-3 til 28-5",
    href=f"{ACT}/§28-3",
)
class grunnskole_institusjon_kostnad(Rule):
    """§§ 28-3, 28-4: the fylkeskommune where the child lived pays the rate of opplæringsforskrifta
    § 22-3 for a pupil in compulsory school; § 28-5 has no rate, so prison takes the same."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("elev_i_grunnskole", period) * _institution_rate(person, period, parameters)


@rule(
    nb="Videregående opplæring i institusjon eller fengsel",
    en="Upper secondary education in an institution or prison",
    section="opplæringslova §§ 28-3 til 28-5",
    href=f"{ACT}/§28-3",
    only_if=("elev_i_vgo",),
)
class videregaende_institusjon_kostnad(Rule):
    """§§ 28-3, 28-4: the same rate for a pupil in upper secondary school."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        pupil = person("elev_i_vgo", period) * ~person("elev_i_grunnskole", period)
        return pupil * _institution_rate(person, period, parameters)
