"""Skatteloven §§ 5-40 to 5-42, 6-31, 6-32, 12-2 and folketrygdloven § 23-3: which benefits are
taxed as wage, which as pension, and which bear the low rate of trygdeavgift.

A benefit is one line in the list of its kind. Tax-free benefits (§§ 5-15 b, 5-43) stand in none.
"""

from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Person
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.sums import total

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
ACT = "https://lovdata.no/lov/1999-03-26-14"


@input_value(
    nb="Pensjon fra andre ordninger enn dem som beregnes",
    en="Pension from schemes that are not computed",
    unit="kr/year",
    section="skatteloven § 5-40",
    href=f"{ACT}/§5-40",
)
class annen_pensjon(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnepensjon fra andre ordninger enn folketrygden",
    en="Children's pension from schemes other than National Insurance",
    unit="kr/year",
    section="skatteloven § 6-49",
    href=f"{ACT}/§6-49",
)
class annen_barnepensjon(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Ytelser som skattlegges som lønn",
    en="Benefits taxed as wage",
    section="skatteloven §§ 5-10 bokstav c, 5-42 og 6-32 første ledd bokstav a",
    href=f"{ACT}/§6-32",
)
class ytelser_som_lonn(Rule):
    """§§ 5-10 a and c, 6-32 a: the carer's allowance; dagpenger, sykepenger, care and parental
    benefit; overgangsstønad and omstillingsstønad; the two trials for the young; uføretrygd and
    arbeidsavklaringspenger with their additions for children; from 2024 kvalifiseringsstønad, from
    2025 introduksjonsstønad."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return nearest_krone(_lonn(person, period))

    def formula_2024(person, period, parameters):
        """Kvalifiseringsstønad moved here from the pensions (lov 25 juni 2024 nr. 61)."""
        return nearest_krone(_lonn(person, period) + _lonn_fra_2024(person, period))

    def formula_2025(person, period, parameters):
        """So did introduksjonsstønad (lov 20 des 2024 nr. 86)."""
        return nearest_krone(
            _lonn(person, period) + _lonn_fra_2024(person, period) + _lonn_fra_2025(person, period)
        )


@rule(
    nb="Ytelser med minstefradrag som pensjon",
    en="Benefits with the minimum deduction of pensions",
    section="skatteloven §§ 6-31 første ledd bokstav b og 6-32 første ledd bokstav b",
    href=f"{ACT}/§6-32",
)
class ytelser_som_pensjon(Rule):
    """§ 6-32 first paragraph letter b: pensions; kvalifiseringsstønad until 2023 and
    introduksjonsstønad until 2024. Barnepensjon has its own deduction (§ 6-49)."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return nearest_krone(
            _pensjon(person, period)
            + _lonn_fra_2024(person, period)
            + _lonn_fra_2025(person, period)
        )

    def formula_2024(person, period, parameters):
        """Without kvalifiseringsstønad."""
        return nearest_krone(_pensjon(person, period) + _lonn_fra_2025(person, period))

    def formula_2025(person, period, parameters):
        """Without introduksjonsstønad."""
        return nearest_krone(_pensjon(person, period))


@rule(
    nb="Ytelser med lav sats av trygdeavgift",
    en="Benefits with the low rate of National Insurance contribution",
    section="folketrygdloven § 23-3 annet ledd nr. 1",
    href="https://lovdata.no/lov/1997-02-28-19/§23-3",
)
class ytelser_med_lav_trygdeavgift(Rule):
    """§ 23-3 second paragraph no. 1: pensions; introduksjonsstønad until 2024, barnepensjon until
    2023."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return nearest_krone(_pensjon(person, period) + _lonn_fra_2025(person, period)) + person(
            "skattepliktig_barnepensjon", period
        )

    def formula_2024(person, period, parameters):
        """Barnepensjon is no longer personinntekt (lov 20 des 2023 nr. 102)."""
        return nearest_krone(_pensjon(person, period) + _lonn_fra_2025(person, period))

    def formula_2025(person, period, parameters):
        """Introduksjonsstønad has the middle rate (lov 20 des 2024 nr. 85)."""
        return nearest_krone(_pensjon(person, period))


@rule(
    nb="Barnepensjon i alt",
    en="Children's pension, total",
    section="skatteloven § 6-49",
    href=f"{ACT}/§6-49",
    only_if=(
        "forelder_dod_siden",
        "begge_foreldre_dode",
        "kun_en_juridisk_forelder",
        "annen_barnepensjon",
    ),
)
class barnepensjon_til_beskatning(Rule):
    """§ 6-49: what the child receives in the year, from folketrygden and other schemes."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return nearest_krone(_barnepensjon(person, period))


def _lonn(person, period):
    """§ 6-32 a, all years: minimum deduction of wage, middle rate of trygdeavgift."""
    return _sum(
        person,
        period,
        "dagpenger_sykepenger_foreldrepenger",
        "sykepenger_arbeidsgiver",
        "omsorgspenger_arbeidsgiver",
        "omsorgsstonad",
        "overgangsstonad",
        "omstillingsstonad",
        "ungdomsprogramytelse",
        "aktivitetspenger",
        "uforetrygd",
        "uforetrygd_barnetillegg",
        "arbeidsavklaringspenger",
        "aap_barnetillegg",
    )


def _lonn_fra_2024(person, period):
    """As wage from 2024, with the deduction of pensions and the middle rate before."""
    return _sum(person, period, "kvalifiseringsstonad", "kvalifiseringsstonad_barnetillegg")


def _lonn_fra_2025(person, period):
    """As wage from 2025, with the deduction of pensions and the low rate before."""
    return _sum(person, period, "introduksjonsstonad")


def _pensjon(person, period):
    """§ 6-32 b, all years: minimum deduction of pensions, low rate of trygdeavgift."""
    return _sum(person, period, "annen_pensjon", "gjenlevendepensjon")


def _barnepensjon(person, period):
    """§ 6-49: own deduction; personinntekt with the low rate until 2023."""
    return _sum(person, period, "annen_barnepensjon", "barnepensjon")


def _sum(person, period, *names):
    """Kroner of the year, over the months, of every benefit named."""
    return total(person, period, names, options=[ADD])
