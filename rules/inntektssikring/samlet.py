"""Folketrygdloven chapters 4, 8, 9 and 14 together: what other schemes read as one.

Sosialtjenesteloven § 38, integreringsloven § 22 and § 15-9 of the act name these benefits side by
side.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1997-02-28-19"


@rule(
    nb="Sykepenger og ytelser ved barns og nærståendes sykdom i måneden",
    en="Sickness benefit and benefits for the illness of a child or relative, of the month",
    section="folketrygdloven kapittel 8 og 9",
    href=f"{ACT}/§8-1",
)
class ytelser_ved_sykdom(Rule):
    """§§ 8-1, 9-1: sykepenger, pleiepenger, opplæringspenger and omsorgspenger from
    folketrygden."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("sykepenger", period)
            + person("pleiepenger", period)
            + person("pleiepenger_naerstaende", period)
            + person("opplaringspenger", period)
            + person("omsorgspenger", period)
        )


@rule(
    nb="Dagpenger, sykepenger, omsorgsytelser og foreldrepenger i måneden",
    en="Unemployment, sickness, care and parental benefit of the month",
    section="folketrygdloven kapittel 4, 8, 9 og 14",
    href=f"{ACT}/§4-1",
)
class dagpenger_sykepenger_foreldrepenger(Rule):
    """§§ 4-1, 8-1, 9-1, 14-1: benefits in the place of lost earnings, with holiday pay."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("dagpenger", period)
            + person("dagpenger_ferietillegg", period)
            + person("ytelser_ved_sykdom", period)
            + person("sykepenger_feriepenger", period)
            + person("foreldrepenger", period)
        )
