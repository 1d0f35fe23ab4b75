"""Tiltaksforskriften (forskrift 11 desember 2015 nr. 1598) chapter 1: conditions of every measure.

Nav decides who is offered a measure inside its appropriation (§ 1-5), so that nobody has a right to
one; the rules say when the law lets Nav offer it. The case states which measure a person is in.
"""

from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/forskrift/2015-12-11-1598"


class Arbeidsmarkedstiltak(Enum):
    ingen = "Ingen"
    avklaring = "Avklaring"
    arbeidstrening = "Arbeidstrening"
    oppfolging = "Oppfølging"
    opplaering = "Opplæring"
    sommerjobb = "Sommerjobb"
    midlertidig_lonnstilskudd = "Midlertidig lønnstilskudd"
    varig_lonnstilskudd = "Varig lønnstilskudd"
    firearig_lonnstilskudd = "Fireårig lønnstilskudd for unge"
    arbeidsrettet_rehabilitering = "Arbeidsrettet rehabilitering"
    aft = "Arbeidsforberedende trening"
    vta_skjermet = "Varig tilrettelagt arbeid i forhåndsgodkjent virksomhet"
    vta_ordinaer = "Varig tilrettelagt arbeid i ordinær virksomhet"


@input_value(
    nb="Arbeidsmarkedstiltaket personen deltar i",
    en="Labour market measure that the person takes part in",
    unit="enum",
    section="tiltaksforskriften § 1-5",
    href=f"{ACT}/§1-5",
)
class arbeidsmarkedstiltak(Rule):
    value_type = Enum
    possible_values = Arbeidsmarkedstiltak
    default_value = Arbeidsmarkedstiltak.ingen
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneder i tiltaket før denne måneden",
    en="Months in the measure before this month",
    unit="months",
    section="tiltaksforskriften § 1-4",
    href=f"{ACT}/§1-4",
)
class tiltaksmaneder_brukt(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Arbeidsevnen er nedsatt etter Navs vurdering",
    en="Work ability is reduced by Nav's assessment",
    unit="bool",
    section="Nav-loven § 14 a første ledd; tiltaksforskriften §§ 3-3, 9-4 og 13-3",
    href="https://lovdata.no/lov/2006-06-16-20/§14a",
)
class har_nedsatt_arbeidsevne(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Nedsatt arbeidsevne etter Navs vurdering eller arbeidsavklaringspenger",
    en="Reduced work ability by Nav's assessment or the work assessment allowance",
    section="Nav-loven § 14 a første ledd; folketrygdloven § 11-5",
    href="https://lovdata.no/lov/2006-06-16-20/§14a",
    unit="bool",
    only_if=("har_nedsatt_arbeidsevne", "innvilget_aap"),
)
class nedsatt_arbeidsevne(Rule):
    """§§ 14 a, 11-5: as assessed; who is granted the allowance has had it found to be reduced by
    half."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("har_nedsatt_arbeidsevne", period) + person("innvilget_aap", period)


@input_value(
    nb="Tiltaket er nødvendig og hensiktsmessig for å skaffe eller beholde arbeid",
    en="The measure is necessary and suitable to get or keep work",
    unit="bool",
    section="tiltaksforskriften § 1-3 første ledd",
    href=f"{ACT}/§1-3",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="nav_kontor",
        nb="Om tiltaket er nødvendig og hensiktsmessig",
        en="Whether the measure is necessary and suitable",
    ),
)
class tiltak_nodvendig_og_hensiktsmessig(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har tilbud om høvelig arbeid",
    en="Has an offer of suitable work",
    unit="bool",
    section="tiltaksforskriften § 1-3 fjerde ledd",
    href=f"{ACT}/§1-3",
)
class har_tilbud_om_hovelig_arbeid(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er ansatt hos en arbeidsgiver som ikke har oppfylt tilretteleggingsplikten",
    en="Is employed by an employer who has not met the duty to accommodate",
    unit="bool",
    section="tiltaksforskriften § 1-8",
    href=f"{ACT}/§1-8",
)
class arbeidsgivers_tilrettelegging_gjenstar(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Vilkårene for å delta i arbeidsmarkedstiltak er oppfylt",
    en="The conditions of labour market measures are met",
    section="tiltaksforskriften §§ 1-3 og 1-8",
    href=f"{ACT}/§1-3",
    unit="bool",
)
class fyller_vilkar_for_tiltak(Rule):
    """§§ 1-3, 1-8: who has turned 16, for whom the measure is necessary and suitable, without an
    offer of suitable work, and whose employer has done its own part."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tiltak.tiltaksforskriften
        return (
            (age_in_months(person, period) >= 12 * law.alder_fra)
            * person("tiltak_nodvendig_og_hensiktsmessig", period)
            * ~person("har_tilbud_om_hovelig_arbeid", period)
            * ~person("arbeidsgivers_tilrettelegging_gjenstar", period)
        )
