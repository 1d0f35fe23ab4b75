"""Opplæringslova (lov 9 juni 2023 nr. 30) part two: compulsory school, in the order of the act.

The right and the duty begin in the year the child turns six and end with grade 10. The kommune
carries the school place; the fylkeskommune does for those in an institution (§§ 28-3 to 28-5).
The same ages and distances stood in the act of 1998 (§§ 2-1, 7-1 and 13-2).
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_years
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.utdanning.skolear import months_in_school

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/2023-06-09-30"


@input_value(
    nb="Har fått utsatt skolestart ett år",
    en="Starts school a year later",
    unit="bool",
    section="opplæringslova § 2-4 første ledd",
    href=f"{ACT}/§2-4",
)
class utsatt_skolestart(Rule):
    value_type = bool
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Har fått begynne på skolen ett år tidligere",
    en="Starts school a year earlier",
    unit="bool",
    section="opplæringslova § 2-4 andre ledd",
    href=f"{ACT}/§2-4",
)
class tidlig_skolestart(Rule):
    value_type = bool
    entity = Person
    definition_period = ETERNITY


@rule(
    nb="Trinn i grunnskolen",
    en="Grade in compulsory school",
    section="opplæringslova §§ 2-1 og 2-4",
    href=f"{ACT}/§2-1",
    unit="grade",
)
class trinn(Rule):
    """§§ 2-1, 2-4: grade 1 from August of the year the child turns six, grade 10 to July ten years
    later; 0 outside."""

    value_type = int
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).utdanning.opplaeringslova
        months = months_in_school(person, period, parameters)
        inside = (months >= 0) * (months < 12 * law.antall_trinn)
        return inside * (numpy.floor_divide(months, 12) + 1)


@rule(
    nb="Elev i grunnskolen",
    en="Pupil in compulsory school",
    section="opplæringslova §§ 2-1 og 2-2",
    href=f"{ACT}/§2-2",
    unit="bool",
)
class elev_i_grunnskole(Rule):
    """§§ 2-1, 2-2: a child in one of the ten grades."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("trinn", period) > 0


@rule(
    nb="Rett til grunnskoleopplæring",
    en="Right to compulsory education",
    section="opplæringslova § 2-1",
    href=f"{ACT}/§2-1",
    unit="bool",
)
class rett_til_grunnskole(Rule):
    """§ 2-1: from January of the year the child turns six until grade 10 is finished."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).utdanning.opplaeringslova
        turns = age_in_years(person, period.this_year)
        finished = months_in_school(person, period, parameters) >= 12 * law.antall_trinn
        return (turns >= law.startalder) * ~finished + person("elev_i_grunnskole", period)


@rule(
    nb="Elev på 10. trinn, på vei til videregående",
    en="Pupil in grade 10, on the way to upper secondary",
    section="opplæringslova § 9-5",
    href=f"{ACT}/§9-5",
    unit="bool",
)
class i_overgangen_til_vgo(Rule):
    """§ 9-5: a pupil in the last grade of compulsory school."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        last = parameters(period).utdanning.opplaeringslova.antall_trinn
        return person("trinn", period) == last


@input_value(
    nb="Innlagt i helseinstitusjon i spesialisthelsetjenesten",
    en="Admitted to a health institution of the specialist service",
    unit="bool",
    section="opplæringslova § 28-4",
    href=f"{ACT}/§28-4",
)
class innlagt_i_helseinstitusjon(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Innlagt i spesialisthelsetjenesten",
    en="Admitted to the specialist health service",
    section="opplæringslova § 28-4; spesialisthelsetjenesteloven § 2-1 e",
    href=f"{ACT}/§28-4",
    unit="bool",
)
class innlagt_i_spesialisthelsetjenesten(Rule):
    """§ 28-4: admitted, as stated, or by the days or kind of stay that the case states."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        stay = person("dognopphold", period)
        return (
            person("innlagt_i_helseinstitusjon", period)
            + (stay != stay.possible_values.ingen)
            + (person("bup_dogn", period) > 0)
            + person("i_institusjon_for_psykisk_helsevern", period)
        )


@input_value(
    nb="Barn eller søsken av en innlagt, borte fra skolen i mer enn fjorten dager av skoleåret",
    en="Child or sibling of an inpatient, absent for more than fourteen days of the school year",
    unit="bool",
    section="opplæringslova § 28-4 første ledd",
    href=f"{ACT}/§28-4",
)
class barn_eller_sosken_av_innlagt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Fylkeskommunen har ansvar for opplæringen (institusjon eller fengsel)",
    en="The county authority answers for the education (institution or prison)",
    section="opplæringslova §§ 28-3 til 28-5",
    href=f"{ACT}/§28-3",
    unit="bool",
)
class opplaering_i_institusjon(Rule):
    """§§ 28-3 to 28-5: whoever lives in a child welfare institution, is admitted to a health
    institution or is in prison."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        welfare = place == place.possible_values.institusjon
        admitted = person("innlagt_i_spesialisthelsetjenesten", period)
        return welfare + admitted + person("innsatt", period)


@rule(
    nb="Grunnskole som kommunen skal gi",
    en="Compulsory education owed by the kommune",
    section="opplæringslova § 28-1",
    href=f"{ACT}/§28-1",
    unit="bool",
)
class grunnskole_fra_kommunen(Rule):
    """§ 28-1: whoever has the right, except those whom the fylkeskommune answers for."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        elsewhere = person("opplaering_i_institusjon", period)
        return person("rett_til_grunnskole", period) * ~elsewhere


@rule(
    nb="Grunnskoleplass i kommunen",
    en="School place in the kommune",
    section="opplæringslova § 28-1",
    href=f"{ACT}/§28-1",
    unit="months",
)
class grunnskoleplass_kommune(Rule):
    """§ 28-1: one month for each month as a pupil in the kommune's own school; a foster home in
    another kommune and a private school are settled apart."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        elsewhere = (
            person("opplaering_i_institusjon", period)
            + person("grunnskole_i_annen_kommune", period)
            + person("privat_skole", period)
        )
        return person("elev_i_grunnskole", period) * ~elsewhere
