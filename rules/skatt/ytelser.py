"""Skatteloven §§ 5-10 c, 5-42 and 6-31 to 6-32: which benefits are taxed, as wage or as pension.

The kind decides the minstefradrag only; all of them are personinntekt (§ 12-2) with the middle
rate of trygdeavgift (folketrygdloven § 23-3 second paragraph no. 2).
"""

from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Person
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, rule

YEAR = DateUnit.YEAR
ACT = "https://lovdata.no/lov/1999-03-26-14"


@rule(
    nb="Ytelser som skattlegges som lønn",
    en="Benefits taxed as wage",
    section="skatteloven §§ 5-10 bokstav c, 5-42 og 6-32 første ledd bokstav a",
    href=f"{ACT}/§6-32",
)
class ytelser_som_lonn(Rule):
    """§§ 5-10 c, 6-32 a: dagpenger, sykepenger and foreldrepenger; uføretrygd and
    arbeidsavklaringspenger with their additions for children; from 2024 kvalifiseringsstønad."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return nearest_krone(_trygd(person, period))

    def formula_2024(person, period, parameters):
        """Kvalifiseringsstønad moved here from the pensions (lov 25 juni 2024 nr. 61)."""
        return nearest_krone(_trygd(person, period) + _kvalifiseringsstonad(person, period))


@rule(
    nb="Ytelser med minstefradrag som pensjon",
    en="Benefits with the minimum deduction of pensions",
    section="skatteloven §§ 6-31 første ledd bokstav b og 6-32 første ledd bokstav b",
    href=f"{ACT}/§6-32",
)
class ytelser_som_pensjon(Rule):
    """§ 6-32 first paragraph letter b: kvalifiseringsstønad until 2023."""

    value_type = float
    entity = Person
    definition_period = YEAR
    end = "2023-12-31"

    def formula(person, period, parameters):
        return nearest_krone(_kvalifiseringsstonad(person, period))


def _trygd(person, period):
    """Benefits of folketrygden for the year, with the additions for children."""
    return (
        person("dagpenger_sykepenger_foreldrepenger", period, options=[ADD])
        + person("uforetrygd", period, options=[ADD])
        + person("uforetrygd_barnetillegg", period, options=[ADD])
        + person("arbeidsavklaringspenger", period, options=[ADD])
        + person("aap_barnetillegg", period, options=[ADD])
    )


def _kvalifiseringsstonad(person, period):
    """Kvalifiseringsstønad of the year, with the addition for children."""
    return person("kvalifiseringsstonad", period, options=[ADD]) + person(
        "kvalifiseringsstonad_barnetillegg", period, options=[ADD]
    )
