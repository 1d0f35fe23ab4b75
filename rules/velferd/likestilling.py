"""Likestillings- og diskrimineringsloven (lov 16 juni 2017 nr. 51) chapter 3: individual
accommodation for persons with a disability, unless the burden is out of proportion, and for the
pregnant."""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_years
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2017-06-16-51"


@input_value(
    nb="Har en funksjonsnedsettelse",
    en="Has a disability",
    unit="bool",
    section="likestillings- og diskrimineringsloven §§ 20 til 22",
    href=f"{ACT}/§20",
)
class har_funksjonsnedsettelse(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tilretteleggingen er en uforholdsmessig byrde",
    en="The accommodation is a burden out of proportion",
    unit="bool",
    section="likestillings- og diskrimineringsloven §§ 20 tredje ledd, 21 og 22 andre ledd",
    href=f"{ACT}/§20",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="kommune",
        nb="Virkningen mot barrierer, kostnadene og virksomhetens ressurser avgjør",
        en="The effect on barriers, the cost and the resources of the body decide",
    ),
)
class tilrettelegging_uforholdsmessig_byrdefull(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Den kommunale helse- og omsorgstjenesten er av varig karakter",
    en="The municipal health and care service is lasting",
    unit="bool",
    section="likestillings- og diskrimineringsloven § 20 andre ledd",
    href=f"{ACT}/§20",
)
class tjenesten_er_varig(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er arbeidstaker eller har søkt på en stilling",
    en="Is an employee or has applied for a position",
    unit="bool",
    section="likestillings- og diskrimineringsloven § 22",
    href=f"{ACT}/§22",
)
class arbeidstaker_eller_arbeidssoker(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Barnehagetilbudet skal tilrettelegges",
    en="The kindergarten must be accommodated",
    section="likestillings- og diskrimineringsloven § 20 første ledd",
    href=f"{ACT}/§20",
    unit="bool",
    only_if=("har_funksjonsnedsettelse",),
)
class skal_tilrettelegge_barnehage(Rule):
    """§ 20 first paragraph: a child with a disability in kindergarten."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        school_age = parameters(period).utdanning.opplaeringslova.startalder
        before_school = age_in_years(person, period.this_year) <= school_age
        return before_school * person("bruker_av_barnehage", period) * _disabled(person, period)


@rule(
    nb="Varige helse- og omsorgstjenester skal tilrettelegges",
    en="Lasting health and care services must be accommodated",
    section="likestillings- og diskrimineringsloven § 20 andre ledd",
    href=f"{ACT}/§20",
    unit="bool",
    only_if=("har_funksjonsnedsettelse",),
)
class skal_tilrettelegge_omsorgstjenester(Rule):
    """§ 20 second paragraph: a person with a disability and a lasting municipal service."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("bruker_av_helse_og_omsorgstjenesten", period)
            * person("tjenesten_er_varig", period)
            * _disabled(person, period)
        )


@rule(
    nb="Opplæringen skal tilrettelegges",
    en="Schooling must be accommodated",
    section="likestillings- og diskrimineringsloven §§ 21 og 23",
    href=f"{ACT}/§21",
    unit="bool",
)
class skal_tilrettelegge_skole(Rule):
    """§§ 21, 23: a pupil with a disability, or pregnant."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        need = _disabled(person, period) + _pregnant(person, period)
        return person("elev", period) * need


@rule(
    nb="Studiet skal tilrettelegges",
    en="Studies must be accommodated",
    section="likestillings- og diskrimineringsloven §§ 21 og 23",
    href=f"{ACT}/§21",
    unit="bool",
    only_if=("i_hoyere_utdanning",),
)
class skal_tilrettelegge_studier(Rule):
    """§§ 21, 23: a student with a disability, or pregnant."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        need = _disabled(person, period) + _pregnant(person, period)
        return person("i_hoyere_utdanning", period) * need


@rule(
    nb="Arbeidet eller ansettelsen skal tilrettelegges",
    en="Work or recruitment must be accommodated",
    section="likestillings- og diskrimineringsloven §§ 22 og 23",
    href=f"{ACT}/§22",
    unit="bool",
    only_if=("arbeidstaker_eller_arbeidssoker",),
)
class skal_tilrettelegge_arbeid(Rule):
    """§§ 22, 23: an employee or applicant with a disability, or pregnant."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        need = _disabled(person, period) + _pregnant(person, period)
        return person("arbeidstaker_eller_arbeidssoker", period) * need


def _disabled(person, period):
    return person("har_funksjonsnedsettelse", period) * ~person(
        "tilrettelegging_uforholdsmessig_byrdefull", period
    )


def _pregnant(person, period):
    return person("gravid", period) * ~person("tilrettelegging_uforholdsmessig_byrdefull", period)
