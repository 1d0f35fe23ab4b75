"""Opplæringslova §§ 11-4 to 11-7 in kroner: hours of adapted teaching and of assistance.

The decision states the hours. Where a case states none, a pupil with the right has the mean of all
who have it. The rate for institutions has the adaptation in it. A pupil in a private school has the
same right against the kommune or county of home (privatskolelova § 3-6).
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2023-06-09-30"


@input_value(
    nb="Årstimer individuelt tilrettelagt opplæring i vedtaket (0: landssnittet)",
    en="Yearly hours of individually adapted teaching in the decision (0: the national mean)",
    unit="hours/year",
    section="opplæringslova § 11-6",
    href=f"{ACT}/§11-6",
)
class arstimer_tilrettelegging(Rule):
    """Hours of 60 minutes; stated by month."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Årstimer personlig assistanse i vedtaket",
    en="Yearly hours of personal assistance in the decision",
    unit="hours/year",
    section="opplæringslova § 11-4",
    href=f"{ACT}/§11-4",
)
class arstimer_personlig_assistanse(Rule):
    """Hours of 60 minutes; stated by month."""

    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Kostnad ved individuell tilrettelegging og assistanse",
    en="Cost of individual adaptation and assistance",
    section="opplæringslova §§ 11-4 og 11-6",
    href=f"{ACT}/§11-6",
    confidence="derived",
    reason="Timeprisen er kommunenes avtalte refusjonssats i Agder; videregående har ikke egen "
    "pris og får ungdomstrinnets",
)
class tilrettelegging_kostnad(Rule):
    """§§ 11-4, 11-6: teacher hours and assistant hours at what an hour costs, by the month."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).utdanning.tilrettelegging
        stage = parameters(period).utdanning.privatskole.barnetrinnets_siste_trinn
        stated = person("arstimer_tilrettelegging", period)
        hours = person("rett_til_individuell_tilrettelegging", period) * numpy.where(
            stated > 0, stated, law.arstimer_per_elev
        )
        grade = person("trinn", period)
        primary = (grade > 0) * (grade <= stage)
        price = numpy.where(primary, law.timepris_barnetrinn, law.timepris_ungdomstrinn)
        assisted = person("rett_til_personlig_assistanse", period) * person(
            "arstimer_personlig_assistanse", period
        )
        outside = ~person("opplaering_i_institusjon", period)
        return outside * (hours * price + assisted * law.timepris_assistent) / 12


@rule(
    nb="Individuell tilrettelegging i grunnskolen",
    en="Individual adaptation in compulsory school",
    section="opplæringslova §§ 11-4, 11-6 og 28-1",
    href=f"{ACT}/§28-1",
)
class tilrettelegging_i_grunnskole(Rule):
    """§ 28-1: the kommune, for a pupil in compulsory school."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("elev_i_grunnskole", period) * person("tilrettelegging_kostnad", period)


@rule(
    nb="Individuell tilrettelegging i videregående",
    en="Individual adaptation in upper secondary school",
    section="opplæringslova §§ 11-4, 11-6 og 28-2",
    href=f"{ACT}/§28-2",
)
class tilrettelegging_i_vgo(Rule):
    """§ 28-2: the fylkeskommune, for a pupil in upper secondary school."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        pupil = person("elev_i_vgo", period) * ~person("elev_i_grunnskole", period)
        return pupil * person("tilrettelegging_kostnad", period)


@rule(
    nb="Tilrettelegging som kommunen selv gir",
    en="Adaptation that the kommune gives itself",
    section="opplæringslova § 28-1; privatskolelova § 3-6",
    href=f"{ACT}/§28-1",
)
class tilrettelegging_kommune(Rule):
    """§ 28-1, privatskolelova § 3-6: in its own schools, and paid for in private ones; in another
    kommune it is part of the refund."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        hosted = person("grunnskole_i_annen_kommune", period) * ~person("privat_skole", period)
        return ~hosted * person("tilrettelegging_i_grunnskole", period)


@rule(
    nb="Tilrettelegging som fylkeskommunen selv gir",
    en="Adaptation that the county authority gives itself",
    section="opplæringslova § 28-2; privatskolelova § 3-6",
    href=f"{ACT}/§28-2",
)
class tilrettelegging_fylkeskommune(Rule):
    """§ 28-2, privatskolelova § 3-6: in its own schools, and paid for in private ones; for a guest
    pupil it is part of the refund."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        refunded = person("gjesteelev_refusjon", period) > 0
        return ~refunded * person("tilrettelegging_i_vgo", period)
