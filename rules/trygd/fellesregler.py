"""Folketrygdloven (lov 28 februar 1997 nr. 19), rules that several chapters read.

§ 1-6 who is a child, § 3-15 pensionable income, §§ 11-2 and 12-2 membership, §§ 6-8, 11-25 and
12-19 institutions, § 11-26 and § 12-20 prison. The basic amount of § 1-4 is the parameter
`trygd.grunnbelop.grunnbelop`, its yearly average `trygd.grunnbelop.grunnbelop_gjennomsnitt`.
"""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months, age_in_years
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH, YEAR, ETERNITY = DateUnit.MONTH, DateUnit.YEAR, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1997-02-28-19"


@rule(
    nb="Barn hjemme, ikke fylt 18",
    en="Child at home, not yet 18",
    section="folketrygdloven § 1-6",
    href=f"{ACT}/§1-6",
    unit="bool",
)
class barn_etter_folketrygdloven(Rule):
    """§ 1-6: a child of the household under 18 who lives at home, from the month of birth to the
    month before the 18th birthday. Who is placed elsewhere is supported by others."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        age = age_in_months(person, period)
        place = person("plassering", period)
        return (
            person.has_role(Husstand.BARN)
            * (place == place.possible_values.hjemme)
            * (age >= 0)
            * (age < 12 * parameters(period).trygd.fellesregler.barn_alder)
        )


@rule(
    nb="Pensjonsgivende inntekt",
    en="Pensionable income",
    section="folketrygdloven § 3-15",
    href=f"{ACT}/§3-15",
)
class pensjonsgivende_inntekt(Rule):
    """§ 3-15: wage and business income of the calendar year, from the year of turning 13 to the
    year of turning 75. Uføretrygd does not count. Other benefits that are personinntekt are not
    read here: the benefits themselves depend on this sum."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).trygd.fellesregler
        age = age_in_years(person, period)
        counted = (age >= law.pensjonsgivende_fra) * (age <= law.pensjonsgivende_til)
        income = person("lonn", period, options=[ADD]) + person(
            "naeringsinntekt", period, options=[ADD]
        )
        return counted * numpy.maximum(income, 0)


@rule(
    nb="Pensjonsgivende ytelser i måneden, uten arbeidsavklaringspenger",
    en="Pensionable benefits of the month, without the work assessment allowance",
    section="folketrygdloven § 3-15; skatteloven § 12-2",
    href=f"{ACT}/§3-15",
)
class pensjonsgivende_ytelser_uten_aap(Rule):
    """§ 3-15: benefits in the place of wage that are personinntekt: dagpenger, sickness, care and
    parental benefit, also from an employer, the carer's allowance and kvalifiseringsstønad; not
    pensions, uføretrygd or introduksjonsstønad."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("dagpenger_sykepenger_foreldrepenger", period)
            + person("sykepenger_arbeidsgiver", period)
            + person("omsorgspenger_arbeidsgiver", period)
            + person("omsorgsstonad", period)
            + person("kvalifiseringsstonad", period)
            + person("kvalifiseringsstonad_barnetillegg", period)
        )


@input_value(
    nb="Fyller kravet om forutgående medlemskap",
    en="Meets the requirement of prior membership",
    unit="bool",
    section="folketrygdloven §§ 11-2 og 12-2",
    href=f"{ACT}/§12-2",
)
class forutgaende_medlemskap(Rule):
    """Five years (three before 2021), with exceptions: true unless the case says otherwise."""

    value_type = bool
    entity = Person
    default_value = True
    definition_period = MONTH


@input_value(
    nb="Måneden soningen tok til",
    en="Month the prison sentence started",
    unit="month index",
    section="folketrygdloven § 12-20",
    href=f"{ACT}/§12-20",
    shift="relative",
)
class soning_siden(Rule):
    """Not stated: the sentence started long ago."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Oppholder seg i institusjon med fri kost og losji",
    en="Stays in an institution with free board and lodging",
    unit="bool",
    section="folketrygdloven §§ 6-8, 11-25 og 12-19",
    href=f"{ACT}/§11-25",
)
class institusjonsopphold(Rule):
    """Under the health acts, not under the Child Welfare Act. Hospital wards for bodily illness do
    not count for disability benefit (§ 12-19 first paragraph)."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneden oppholdet i institusjon tok til",
    en="Month when the stay in an institution started",
    unit="month index",
    section="folketrygdloven §§ 6-8, 11-25 og 12-19",
    href=f"{ACT}/§11-25",
    shift="relative",
)
class institusjonsopphold_siden(Rule):
    """Not stated: the stay started long ago."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Er på nytt i institusjon innen tre måneder etter utskrivelsen",
    en="Is back in an institution within three months of discharge",
    unit="bool",
    section="folketrygdloven §§ 11-25 andre ledd og 12-19 fjerde ledd",
    href=f"{ACT}/§11-25",
)
class nytt_institusjonsopphold(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Forsørger ektefelle",
    en="Supports a spouse",
    unit="bool",
    section="folketrygdloven §§ 11-25 første ledd og 12-19 tredje ledd",
    href=f"{ACT}/§11-25",
)
class forsorger_ektefelle(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har faste og nødvendige utgifter til bolig under oppholdet",
    en="Has fixed and necessary costs of a home during the stay",
    unit="bool",
    section="folketrygdloven §§ 11-25 tredje ledd og 12-19 tredje ledd",
    href=f"{ACT}/§11-25",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="nav",
        nb="Nav kan bestemme at ytelsen ikke skal reduseres når utgiftene er nødvendige",
        en="Nav may decide not to reduce the benefit when the costs are necessary",
    ),
)
class faste_utgifter_til_bolig(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH
