"""Folketrygdloven chapters 4, 8, 9 and 14 together: what other schemes read as one.

§ 3-15 of the act and the taxes take these benefits side by side.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, rule
from effektlov.rules.sums import total

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
        names = (
            "sykepenger",
            "pleiepenger",
            "pleiepenger_naerstaende",
            "opplaringspenger",
            "omsorgspenger",
        )
        return total(person, period, names)


@rule(
    nb="Feriepenger og ferietillegg fra folketrygden i måneden",
    en="Holiday pay and holiday supplement of the National Insurance, of the month",
    section="folketrygdloven §§ 4-14, 8-33 og 9-17",
    href=f"{ACT}/§8-33",
)
class feriepenger_og_ferietillegg(Rule):
    """§§ 4-14, 8-33, 9-17: of last year's dagpenger, sykepenger and attendance allowance."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        names = (
            "dagpenger_ferietillegg",
            "sykepenger_feriepenger",
            "pleiepenger_feriepenger",
        )
        return total(person, period, names)


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
        names = (
            "dagpenger",
            "ytelser_ved_sykdom",
            "feriepenger_og_ferietillegg",
            "foreldrepenger",
        )
        return total(person, period, names)


@rule(
    nb="Ytelser som går foran stønaden i kommunens programmer, i måneden",
    en="Benefits that come before the benefit of the kommune's programmes, of the month",
    section="sosialtjenesteloven § 38; integreringsloven § 22 første ledd",
    href="https://lovdata.no/lov/2009-12-18-131/§38",
)
class ytelser_som_gar_foran_programstonad(Rule):
    """§§ 38, 22: dagpenger, sykepenger and foreldrepenger; the benefits of chapter 9 and holiday
    pay are not named."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        not_named = (
            person("ytelser_ved_sykdom", period)
            - person("sykepenger", period)
            + person("feriepenger_og_ferietillegg", period)
        )
        return numpy.maximum(person("dagpenger_sykepenger_foreldrepenger", period) - not_named, 0.0)
