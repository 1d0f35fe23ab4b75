"""Wage and production: what the employer pays, and what the work is worth to society."""

from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.rule import Rule, rule
from effektlov.rules.sums import total

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
_DFO = (
    "https://dfo.no/fagomrader/utredning-og-analyse-av-statlige-tiltak/samfunnsokonomiske-analyser/"
    "veileder-i-samfunnsokonomiske-analyser/kap-34-tallfeste-verdsette-og-vurdere-virkninger-fase-4"
)


@rule(
    nb="Lønn og næringsinntekt i måneden",
    en="Wage and business income of the month",
    section="arbeidsmiljøloven § 14-15",
    href="https://lovdata.no/lov/2005-06-17-62/§14-15",
)
class arbeidsinntekt(Rule):
    """§ 14-15: the wage of the month, before tax, paid to the employee; business income too."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("lonn", period) + person("naeringsinntekt", period)


@rule(
    nb="Lønn og næringsinntekt i året",
    en="Wage and business income of the year",
    section="arbeidsmiljøloven § 14-15",
    href="https://lovdata.no/lov/2005-06-17-62/§14-15",
)
class lonn_i_aret(Rule):
    """§ 14-15: the wage of the year, before tax, paid to the employee."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return person("arbeidsinntekt", period, options=[ADD])


@rule(
    nb="Verdiskaping: lønnskostnad",
    en="Production: labour cost",
    section="R-109/2021 og DFØs veileder kap. 3.4",
    href=_DFO,
    confidence="assumed",
    reason="Verdsetting til brutto lønnskostnad er kjent praksis, men ikke lest i kilden",
)
class verdiskaping(Rule):
    """Work is worth what an employer pays for it: wage and employer's contribution."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return person("lonn_i_aret", period) + person("arbeidsgiveravgift", period)


@rule(
    nb="Disponibel inntekt",
    en="Disposable income",
    section="Definisjon: inntekt og ytelser etter skatt og egenandeler",
    href="https://www.ssb.no/inntekt-og-forbruk/inntekt-og-formue",
)
class disponibel_inntekt(Rule):
    """Wages and benefits after tax, by the rules alone: the ledger must reach the same sum."""

    value_type = float
    entity = Husstand
    definition_period = YEAR

    def formula(husstand, period, parameters):
        year = period.this_year
        own = husstand.sum(
            husstand.members("lonn_i_aret", year)
            + husstand.members("kapitalinntekt", year)
            - husstand.members("inntektsskatt", year)
            - husstand.members("formuesskatt", year)
            - husstand.members("egenandel_helse", year)
        )
        benefits = (
            "uforetrygd",
            "uforetrygd_barnetillegg",
            "arbeidsavklaringspenger",
            "aap_barnetillegg",
            "kvalifiseringsstonad",
            "kvalifiseringsstonad_barnetillegg",
            "dagpenger_sykepenger_foreldrepenger",
            "sykepenger_arbeidsgiver",
            "omsorgspenger_arbeidsgiver",
            "engangsstonad",
            "kontantstotte",
            "overgangsstonad",
            "stonad_til_barnetilsyn",
            "skolepenger",
            "tilleggsstonad",
            "tiltakspenger",
            "tiltakspenger_barnetillegg",
            "ungdomsprogramytelse",
            "aktivitetspenger",
            "introduksjonsstonad",
            "barnebidrag",
            "bidragsforskudd",
            "barnepensjon",
            "omstillingsstonad",
            "gjenlevendepensjon",
            "studiestipend_utbetalt",
            "annen_pensjon",
            "annen_barnepensjon",
            "grunnstonad",
            "hjelpestonad",
            "omsorgsstonad",
        )
        fees = (
            "barnebidrag_betalt",
            "foreldrebetaling_barnehage",
            "foreldrebetaling_sfo",
            "egenandel_tannhelse",
        )
        of_household = ("barnetrygd", "sosialhjelp", "bostotte", "bostotte_strom")
        return (
            own
            + husstand.sum(total(husstand.members, year, benefits, options=[ADD]))
            - husstand.sum(total(husstand.members, year, fees, options=[ADD]))
            + total(husstand, year, of_household, options=[ADD])
            - husstand("oppfostringsbidrag", year, options=[ADD])
        )
