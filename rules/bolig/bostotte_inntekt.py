"""Forskrift om bustøtte (29 november 2012 nr. 1283) §§ 5 to 8: the income of the household.

Income is what is taxable and paid in the month, before tax: the month times twelve. Tax-free
benefits (barnetrygd, sosialhjelp, barnebidrag, grunnstønad) are not income; tax-free rent is.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.bolig.bostotte_rett import REGULATION
from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.sums import total

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR


@input_value(
    nb="Andre skattepliktige inntekter i måneden, inntekt fra utlandet og skattefri leie",
    en="Other taxable income of the month, income from abroad and tax-free rent",
    section="forskrift om bustøtte § 5 andre, tredje, femte og sjette ledd",
    href=f"{REGULATION}/§5",
)
class andre_inntekter_til_bostotte(Rule):
    """Pensions, an employer's holiday pay, back payments and the like that no rule here counts."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Inntekt som skjermes: refundert etterbetaling, etterbetaling av trygdeoppgjøret, § 8",
    en="Income left out: refunded back payment, back payment of the May adjustment, § 8",
    section="forskrift om bustøtte §§ 5 åttende og niende ledd og 8",
    href=f"{REGULATION}/§5",
)
class skjermet_inntekt_bostotte(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tre meldekortperioder utbetalt i måneden",
    en="Three fortnightly periods paid in the month",
    unit="bool",
    section="forskrift om bustøtte § 5 første ledd",
    href=f"{REGULATION}/§5",
)
class tre_meldekort_i_maneden(Rule):
    """The benefit of such a month is then what the three periods pay, not a twelfth of a year."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Netto formue ved årets slutt",
    en="Net wealth at the end of the year",
    section="forskrift om bustøtte § 6",
    href=f"{REGULATION}/§6",
    may_be_negative=True,
)
class netto_formue_bostotte(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


class BoligTilBostotte(Enum):
    leid = "Leid bolig"
    felleskostnader = "Borettslag, eierseksjonssameie, aksje- eller obligasjonsleilighet"
    annen_eid = "Annen eid bolig"


@input_value(
    nb="Leid eller eid bolig",
    en="Rented or owned dwelling",
    unit="enum",
    section="forskrift om bustøtte §§ 2 og 6",
    href=f"{REGULATION}/§2",
)
class bolig_til_bostotte(Rule):
    value_type = Enum
    possible_values = BoligTilBostotte
    default_value = BoligTilBostotte.leid
    entity = Husstand
    definition_period = MONTH


@input_value(
    nb="Formuesverdi av egen bolig",
    en="Tax value of the own dwelling",
    section="forskrift om bustøtte § 6",
    href=f"{REGULATION}/§6",
)
class formuesverdi_egen_bolig(Rule):
    value_type = float
    entity = Husstand
    definition_period = YEAR


@rule(
    nb="Inntekten regnes med i bostøtten",
    en="The income counts for the allowance",
    section="forskrift om bustøtte § 5 første ledd",
    href=f"{REGULATION}/§5",
    unit="bool",
)
class inntekt_teller_i_bostotten(Rule):
    """§ 5 first paragraph: everybody in the household but children under 18."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("i_bostottehusstanden", period) * person("voksen_i_bostotten", period)

    def formula_2024_10(person, period, parameters):
        """Nor those under 20, unless they are the main applicant."""
        own = (
            age_in_months(person, period)
            > 12 * parameters(period).bolig.bostotte.alder_egen_inntekt
        )
        return person("i_bostottehusstanden", period) * (own + person("soker_bostotte", period))

    def formula_2025(person, period, parameters):
        """A child under 18 never."""
        own = (
            age_in_months(person, period)
            > 12 * parameters(period).bolig.bostotte.alder_egen_inntekt
        )
        applies = person("voksen_i_bostotten", period) * person("soker_bostotte", period)
        return person("i_bostottehusstanden", period) * (own + applies)


@rule(
    nb="Ytelser etter meldekort som regnes med",
    en="Benefits by fortnightly report that count",
    section="forskrift om bustøtte § 5 første ledd",
    href=f"{REGULATION}/§5",
    only_if=(
        "innvilget_aap",
        "innvilget_dagpenger",
    ),
)
class meldekortytelser_i_bostotten(Rule):
    """§ 5: what Nav pays by fortnightly reports in the month."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _by_report(person, period)

    def formula_2025(person, period, parameters):
        """Two thirds in a month of three payments."""
        share = parameters(period).bolig.bostotte.meldekort_andel
        three = person("tre_meldekort_i_maneden", period)
        return _by_report(person, period) * numpy.where(three, share, 1.0)


def _by_report(person, period):
    """Arbeidsavklaringspenger with the addition for children, and dagpenger."""
    return (
        person("arbeidsavklaringspenger", period)
        + person("aap_barnetillegg", period)
        + person("dagpenger", period)
    )


@rule(
    nb="Næringsinntekt som regnes med i bostøtten hver måned",
    en="Business income counted for the allowance each month",
    section="forskrift om bustøtte § 5",
    href=f"{REGULATION}/§5",
    only_if=("naeringsinntekt",),
)
class naeringsinntekt_i_bostotten(Rule):
    """§ 5: a twelfth of the year's business income; a loss counts as nothing."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return numpy.maximum(person("naeringsinntekt", period, options=[ADD]), 0.0) / 12


@rule(
    nb="Inntekt som regnes med i bostøtten, for personen i måneden",
    en="Income counted for the allowance, of the person in the month",
    section="forskrift om bustøtte § 5",
    href=f"{REGULATION}/§5",
)
class inntekt_for_bostotte_person(Rule):
    """§ 5: wage and taxable benefits of the month, a twelfth of the year's business income and of
    the capital income above a limit."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        names = (
            "lonn",
            "meldekortytelser_i_bostotten",
            "uforetrygd",
            "uforetrygd_barnetillegg",
            "kvalifiseringsstonad",
            "kvalifiseringsstonad_barnetillegg",
            "ytelser_ved_sykdom",
            "sykepenger_arbeidsgiver",
            "omsorgspenger_arbeidsgiver",
            "feriepenger_og_ferietillegg",
            "foreldrepenger",
            "omsorgsstonad",
            "overgangsstonad",
            "introduksjonsstonad",
            "ungdomsprogramytelse",
            "aktivitetspenger",
            "barnepensjon",
            "omstillingsstonad",
            "gjenlevendepensjon",
            "andre_inntekter_til_bostotte",
        )
        year = period.this_year
        free = parameters(period).bolig.bostotte.kapitalinntekt_fribelop
        income = total(person, period, names) + person("naeringsinntekt_i_bostotten", year)
        income += numpy.maximum(person("kapitalinntekt", year) - free, 0.0) / 12
        income -= person("skjermet_inntekt_bostotte", period)
        counts = person("inntekt_teller_i_bostotten", period)
        return counts * numpy.maximum(income, 0.0)


@rule(
    nb="Formue som legges til inntekten",
    en="Wealth added to income",
    section="forskrift om bustøtte § 6",
    href=f"{REGULATION}/§6",
    unit="kr/year",
    only_if=("netto_formue_bostotte",),
)
class formuestillegg_bostotte(Rule):
    """§ 6: a share of the adults' net wealth above a free amount, in an own dwelling the tax value
    of the dwelling up to a limit."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        law = parameters(period).bolig.bostotte.formue
        year = period.this_year
        counts = husstand.members("i_bostottehusstanden", period) * husstand.members(
            "voksen_i_bostotten", period
        )
        wealth = husstand.sum(counts * husstand.members("netto_formue_bostotte", year))
        home = husstand("bolig_til_bostotte", period)
        own_value = numpy.maximum(husstand("formuesverdi_egen_bolig", year), 0.0)
        free = numpy.where(
            home == home.possible_values.leid,
            law.fribelop_leid,
            numpy.minimum(own_value, law.fribelop_eid),
        )
        return law.andel * numpy.maximum(wealth - free, 0.0)


@rule(
    nb="Omregnet inntekt i bostøtten, per år",
    en="Converted income for the allowance, by year",
    section="forskrift om bustøtte § 7",
    href=f"{REGULATION}/§7",
    unit="kr/year",
)
class omregnet_inntekt_bostotte(Rule):
    """§ 7: twelve times the month's income and the wealth, divided by the household's weight: one
    for the first person, less for each further adult and child."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        weight = parameters(period).bolig.bostotte.vekt
        lives = husstand.members("i_bostottehusstanden", period)
        adult = husstand.members("voksen_i_bostotten", period)
        adults = husstand.sum(lives * adult)
        children = husstand.sum(lives * ~adult)
        first_is_child = (adults == 0) * (children > 0)
        others = (
            numpy.maximum(adults - 1, 0.0) * weight.voksen
            + (children - first_is_child) * weight.barn
        )
        month = husstand.sum(husstand.members("inntekt_for_bostotte_person", period))
        wealth = husstand("formuestillegg_bostotte", period)
        return (12 * month + wealth) / (1 + others)
