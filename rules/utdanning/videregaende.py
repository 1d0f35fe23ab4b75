"""Opplæringslova part three and chapter 18: upper secondary education, in the order of the act.

Until July 2024 the right was three years of full-time education (act of 1998 § 3-1). From August
2024 it lasts until the young person has study or vocational competence, at most to the end of the
school year that begins in the year she turns 24; after that adults have their own right (§ 18-3).
"""

from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_years, month_index
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.utdanning.skolear import months_in_school, months_since_school_year

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/2023-06-09-30"


class Utdanningsprogram(Enum):
    ikke_oppgitt = "Ikke oppgitt"
    studiespesialisering = "Studiespesialisering"
    idrettsfag = "Idrettsfag"
    musikk_dans_drama = "Musikk, dans og drama"
    kunst_design_arkitektur = "Kunst, design og arkitektur"
    bygg_anlegg = "Bygg- og anleggsteknikk"
    elektro_data = "Elektro og datateknologi"
    frisor_blomster_interior = "Frisør, blomster, interiør og eksponeringsdesign"
    handverk_design = "Håndverk, design og produktutvikling"
    helse_oppvekst = "Helse- og oppvekstfag"
    ikt_medieproduksjon = "Informasjonsteknologi og medieproduksjon"
    naturbruk = "Naturbruk"
    restaurant_mat = "Restaurant- og matfag"
    salg_service_reiseliv = "Salg, service og reiseliv"
    teknologi_industri = "Teknologi- og industrifag"


@input_value(
    nb="Elev i videregående skole",
    en="Pupil in upper secondary school",
    unit="bool",
    section="opplæringslova § 5-2",
    href=f"{ACT}/§5-2",
)
class elev_i_vgo(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Utdanningsprogram",
    en="Education programme",
    unit="enum",
    section="opplæringslova § 5-2",
    href=f"{ACT}/§5-2",
)
class utdanningsprogram(Rule):
    value_type = Enum
    possible_values = Utdanningsprogram
    default_value = Utdanningsprogram.ikke_oppgitt
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har studiekompetanse eller yrkeskompetanse",
    en="Has study or vocational competence",
    unit="bool",
    section="opplæringslova § 5-1 andre ledd",
    href=f"{ACT}/§5-1",
)
class fullfort_vgo(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Mangler fullført grunnskole etter skolepliktig alder",
    en="Has not completed compulsory school by the end of it",
    unit="bool",
    section="opplæringslova § 5-1 første ledd",
    href=f"{ACT}/§5-1",
)
class mangler_fullfort_grunnskole(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Trenger forberedende opplæring i fag eller grunnleggende ferdigheter",
    en="Needs preparatory education in subjects or basic skills",
    unit="bool",
    section="opplæringslova § 18-2 andre ledd",
    href=f"{ACT}/§18-2",
)
class trenger_forberedende_opplaering(Rule):
    """After unsatisfactory schooling, for what the curriculum did not have then, or after injury or
    illness."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Grunnskolepoeng (0: ikke oppgitt)",
    en="Grade points from compulsory school (0: not stated)",
    unit="points",
    section="opplæringsforskrifta kapittel 4",
    href="https://lovdata.no/forskrift/2024-06-03-900",
)
class grunnskolepoeng(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="År brukt av retten til videregående (regelen til og med juli 2024)",
    en="Years used of the right to upper secondary (the rule to July 2024)",
    unit="years",
    section="opplæringslova 1998 § 3-1",
    href="https://lovdata.no/lov/1998-07-17-61/§3-1",
)
class ar_brukt_av_vgo_rett(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har gjort omvalg",
    en="Has changed programme",
    unit="bool",
    section="opplæringslova § 5-5",
    href=f"{ACT}/§5-5",
)
class har_gjort_omvalg(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har bestått fag- og yrkesopplæring",
    en="Has passed vocational education",
    unit="bool",
    section="opplæringslova § 5-7",
    href=f"{ACT}/§5-7",
)
class har_yrkeskompetanse(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Mangler faglige eller språklige forutsetninger for videregående",
    en="Lacks the subject or language basis for upper secondary",
    unit="bool",
    section="opplæringslova § 9-6",
    href=f"{ACT}/§9-6",
)
class mangler_forutsetninger_for_vgo(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Søker videregående opplæring som voksen",
    en="Applies for upper secondary education as an adult",
    unit="bool",
    section="opplæringslova § 18-3",
    href=f"{ACT}/§18-3",
)
class soker_vgo_som_voksen(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Har fullført grunnskolen",
    en="Has completed compulsory school",
    section="opplæringslova § 5-1 første ledd",
    href=f"{ACT}/§5-1",
    unit="bool",
)
class har_fullfort_grunnskole(Rule):
    """§ 5-1: grade 10 is over, unless the case says that it was not completed."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).utdanning.opplaeringslova
        over = months_in_school(person, period, parameters) >= 12 * law.antall_trinn
        return over * ~person("mangler_fullfort_grunnskole", period)


@rule(
    nb="I alder for ungdomsretten",
    en="Within the age of the youth right",
    section="opplæringslova § 5-1 andre ledd",
    href=f"{ACT}/§5-1",
    unit="bool",
)
class i_alder_for_ungdomsrett(Rule):
    """§ 5-1: to the end of the school year that begins in the year the person turns 24."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).utdanning.opplaeringslova
        return months_since_school_year(person, period, parameters, law.vgo_siste_ar) < 12


@rule(
    nb="Har studiekompetanse eller yrkeskompetanse",
    en="Has reached study or vocational competence",
    section="opplæringslova § 5-1 andre ledd",
    href=f"{ACT}/§5-1",
    unit="bool",
)
class har_studie_eller_yrkeskompetanse(Rule):
    """§ 5-1: stated as such, or through a passed vocational education."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("fullfort_vgo", period) + person("har_yrkeskompetanse", period)


@rule(
    nb="Rett til videregående opplæring",
    en="Right to upper secondary education",
    section="opplæringslova § 5-1",
    href=f"{ACT}/§5-1",
    unit="bool",
)
class rett_til_vgo(Rule):
    """§ 5-1: whoever has completed compulsory school and has no competence yet, up to the age
    limit."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        # Act of 1998 § 3-1: three years, more after a change of programme.
        law = parameters(period).utdanning.opplaeringslova
        years = law.vgo_rett_ar + person("har_gjort_omvalg", period) * law.vgo_omvalg_ar
        unused = person("ar_brukt_av_vgo_rett", period) < years
        young = person("i_alder_for_ungdomsrett", period)
        open_right = young * ~person("har_studie_eller_yrkeskompetanse", period)
        return person("har_fullfort_grunnskole", period) * open_right * unused

    def formula_2024_08(person, period, parameters):
        # Act of 2023: the right lasts until competence is reached, however many years it takes.
        young = person("i_alder_for_ungdomsrett", period)
        open_right = young * ~person("har_studie_eller_yrkeskompetanse", period)
        return person("har_fullfort_grunnskole", period) * open_right


@rule(
    nb="Rett til omvalg",
    en="Right to change programme",
    section="opplæringslova § 5-5",
    href=f"{ACT}/§5-5",
    unit="bool",
)
class rett_til_omvalg(Rule):
    """§ 5-5: pupils and apprentices, freely until 1 March of the year they turn 19, after that
    once if they have not changed before."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        # Act of 1998 § 3-1 fourth paragraph: one change.
        inside = person("elev_i_vgo", period) + person("laerling", period)
        return inside * person("rett_til_vgo", period) * ~person("har_gjort_omvalg", period)

    def formula_2024_08(person, period, parameters):
        # Act of 2023 § 5-5: any number of changes until the deadline.
        law = parameters(period).utdanning.opplaeringslova
        born = month_index(period.this_year) - 12 * age_in_years(person, period.this_year)
        deadline = born + 12 * law.omvalg_fri_alder + law.soknadsfrist_maned - 1
        free = month_index(period) <= deadline
        inside = person("elev_i_vgo", period) + person("laerling", period)
        once = free + ~person("har_gjort_omvalg", period)
        return inside * person("rett_til_vgo", period) * once


@rule(
    nb="Rett til påbygging til generell studiekompetanse",
    en="Right to a supplementary year for university admission",
    section="opplæringslova § 5-7",
    href=f"{ACT}/§5-7",
    unit="bool",
    only_if=("har_yrkeskompetanse",),
)
class rett_til_pabygging(Rule):
    """§ 5-7: whoever has passed vocational education, up to the same age as § 5-1."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        # Act of 1998 § 3-1 eleventh paragraph: to the end of the year the person turns 24.
        law = parameters(period).utdanning.opplaeringslova
        young = age_in_years(person, period.this_year) <= law.vgo_siste_ar
        return person("har_yrkeskompetanse", period) * young

    def formula_2024_08(person, period, parameters):
        # Act of 2023 § 5-7: to the end of the school year that begins in that year.
        return person("har_yrkeskompetanse", period) * person("i_alder_for_ungdomsrett", period)


@rule(
    nb="Trenger et tilbud i overgangen til videregående",
    en="Needs an offer between compulsory school and upper secondary",
    section="opplæringslova § 9-6",
    href=f"{ACT}/§9-6",
    unit="bool",
    only_if=("mangler_forutsetninger_for_vgo",),
)
class trenger_overgangstilbud(Rule):
    """§ 9-6: a right under § 5-1, without the basis in subjects or language to use it."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("rett_til_vgo", period) * person("mangler_forutsetninger_for_vgo", period)


@rule(
    nb="Rett til forberedende opplæring for voksne",
    en="Right to preparatory education for adults",
    section="opplæringslova § 18-2",
    href=f"{ACT}/§18-2",
    unit="bool",
    only_if=("mangler_fullfort_grunnskole", "trenger_forberedende_opplaering"),
)
class rett_til_forberedende_opplaering(Rule):
    """§ 18-2: past compulsory school without having completed it, or in need of subjects or basic
    skills, and no right under chapter 5."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).utdanning.opplaeringslova
        over = months_in_school(person, period, parameters) >= 12 * law.antall_trinn
        need = person("mangler_fullfort_grunnskole", period) + person(
            "trenger_forberedende_opplaering", period
        )
        return over * need * ~person("rett_til_vgo", period)


@rule(
    nb="Rett til videregående opplæring for voksne",
    en="Right to upper secondary education for adults",
    section="opplæringslova § 18-3",
    href=f"{ACT}/§18-3",
    unit="bool",
    only_if=("soker_vgo_som_voksen",),
)
class rett_til_vgo_for_voksne(Rule):
    """§ 18-3: an applicant who has completed compulsory school and has no competence, from the
    school year that begins in the year she turns 19."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        # Act of 1998 § 4A-3: from the calendar year the person turns 25.
        law = parameters(period).utdanning.opplaeringslova
        adult = age_in_years(person, period.this_year) >= law.voksen_fra_ar
        reached = person("har_studie_eller_yrkeskompetanse", period)
        missing = person("har_fullfort_grunnskole", period) * ~reached
        return person("soker_vgo_som_voksen", period) * adult * missing

    def formula_2024_08(person, period, parameters):
        # Act of 2023 § 18-3: from the school year that begins in the year the person turns 19.
        law = parameters(period).utdanning.opplaeringslova
        adult = months_since_school_year(person, period, parameters, law.voksen_fra_ar) >= 0
        reached = person("har_studie_eller_yrkeskompetanse", period)
        missing = person("har_fullfort_grunnskole", period) * ~reached
        return person("soker_vgo_som_voksen", period) * adult * missing


@input_value(
    nb="Har fått en ny sluttkompetanse etter retten til yrkesfaglig rekvalifisering",
    en="Has reached a new competence by the right to vocational requalification",
    unit="bool",
    section="opplæringslova § 18-4",
    href=f"{ACT}/§18-4",
)
class har_rekvalifisert_seg(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til yrkesfaglig rekvalifisering",
    en="Right to vocational requalification",
    section="opplæringslova § 18-4",
    href=f"{ACT}/§18-4",
    unit="bool",
    only_if=("fullfort_vgo", "har_yrkeskompetanse"),
)
class rett_til_rekvalifisering(Rule):
    """§ 18-4: whoever has study or vocational competence, until one new vocational competence."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2024_08(person, period, parameters):
        reached = person("har_studie_eller_yrkeskompetanse", period)
        return reached * ~person("har_rekvalifisert_seg", period)


@rule(
    nb="Elevplass i videregående skole",
    en="Place in upper secondary school",
    section="opplæringslova § 28-2",
    href=f"{ACT}/§28-2",
    unit="months",
)
class videregaende_elevplass(Rule):
    """§ 28-2: one month for each month as a pupil in an ordinary public school."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        pupil = person("elev_i_vgo", period) * ~person("laerling", period)
        elsewhere = person("opplaering_i_institusjon", period) + person("privat_skole", period)
        return pupil * ~elsewhere


@rule(
    nb="Kostnad ved elevplass i videregående skole",
    en="Cost of a place in upper secondary school",
    section="opplæringslova §§ 5-8 og 28-2",
    href=f"{ACT}/§28-2",
    only_if=("elev_i_vgo",),
)
class videregaende_kostnad(Rule):
    """§§ 5-8, 28-2: a twelfth of the yearly rate of the programme for each month as a pupil in a
    school of the own county."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rates = parameters(period).utdanning.videregaende_sats.elevplass
        rate = rates[person("utdanningsprogram", period)]
        home = ~person("gjesteelev_i_annet_fylke", period)
        return home * person("videregaende_elevplass", period) * rate / 12
