"""What a case says of an applicant for loans and grants, beyond her education and income."""

from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value

MONTH, YEAR, ETERNITY = DateUnit.MONTH, DateUnit.YEAR, DateUnit.ETERNITY
ACT = "https://lovdata.no/forskrift/2020-04-15-798"
REG = "forskrift om utdanningsstøtte"


class LanekasseUtdanning(Enum):
    etter_status = "Etter det saken ellers sier: elev, lærling eller student"
    fagskole = "Fagskole"
    folkehogskole = "Folkehøgskole"
    annen = "Annen utdanning etter del 3"


@input_value(
    nb="Har søkt Lånekassen om lån og stipend",
    en="Has applied to Lånekassen for loans and grants",
    unit="bool",
    section=f"{REG} § 42",
    href=f"{ACT}/§42",
)
class soker_utdanningsstotte(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Utdanning som saken ikke ellers oppgir",
    en="Education that the case states nowhere else",
    unit="enum",
    section=f"{REG} §§ 1 og 24",
    href=f"{ACT}/§24",
)
class lanekasse_utdanning(Rule):
    value_type = Enum
    possible_values = LanekasseUtdanning
    default_value = LanekasseUtdanning.etter_status
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Studiebelastning, av fulltid",
    en="Study load, of full time",
    unit="share",
    section=f"{REG} § 75",
    href=f"{ACT}/§75",
)
class studieandel(Rule):
    value_type = float
    default_value = 1.0
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Andel av lånet som søkeren tar opp",
    en="Share of the loan that the applicant takes",
    unit="share",
    section=f"{REG} §§ 67 og 74",
    href=f"{ACT}/§74",
)
class laneandel(Rule):
    value_type = float
    default_value = 1.0
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Mer enn 60 studiepoeng forsinket uten godtatt grunn, eller ferdig med tidsrammen",
    en="More than 60 credits behind without an accepted reason, or at the end of the time limit",
    unit="bool",
    section=f"{REG} §§ 70 og 71",
    href=f"{ACT}/§71",
)
class forsinket_uten_rett_til_stotte(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Livsopphold og bolig dekkes av det offentlige",
    en="Subsistence and housing are covered by the public",
    unit="bool",
    section=f"{REG} § 18",
    href=f"{ACT}/§18",
)
class livsopphold_og_bolig_dekkes(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Fikk støtte etter del 2 i studieåret 2023-2024",
    en="Had support under part 2 in the study year 2023-2024",
    unit="bool",
    section=f"{REG} § 1 tredje ledd (opphevet 2026)",
    href=f"{ACT}/§1",
)
class hadde_del_2_i_2023_2024(Rule):
    value_type = bool
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Søkeren er gift eller har samboer med felles barn",
    en="The applicant is married or has a cohabitant with common children",
    unit="bool",
    section=f"{REG} § 4",
    href=f"{ACT}/§4",
)
class soker_gift(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Egne barn under 16 som ikke står som barn av søkeren i husstanden",
    en="Own children under 16 who are not children of the applicant's household",
    unit="count",
    section=f"{REG} §§ 58 og 82",
    href=f"{ACT}/§82",
)
class lanekasse_egne_barn(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Trygd og pensjon som ikke beregnes i saken, uten barnepensjon og skattefrie ytelser",
    en="Benefits and pensions that the case does not compute, less those exempt",
    section=f"{REG} §§ 54, 59 og 99",
    href=f"{ACT}/§99",
)
class lanekasse_annen_trygd(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Bruttoinntekten til en ektefelle utenfor husstanden i saken",
    en="Gross income of a spouse outside the household of the case",
    section=f"{REG} §§ 59 og 101",
    href=f"{ACT}/§101",
)
class lanekasse_ektefelles_inntekt(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Netto formue ved skattefastsettingen, uten det som ikke regnes med",
    en="Net wealth in the tax assessment, less what is exempt",
    section=f"{REG} § 100",
    href=f"{ACT}/§100",
)
class lanekasse_formue(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Overgangsstønad eller annen stønad til boutgifter; bostøtte bare fra august 2020",
    en="Transitional or another benefit for housing; housing allowance only from August 2020",
    unit="bool",
    section=f"{REG} § 52",
    href=f"{ACT}/§52",
)
class mottar_stonad_til_boutgifter(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH
