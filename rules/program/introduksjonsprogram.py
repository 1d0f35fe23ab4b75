"""Integreringsloven (lov 6 november 2020 nr. 127) chapter 4: who takes part in the introduction
programme, and for how long. Before 2021, introduksjonsloven (lov 4 juli 2003 nr. 80) chapter 2.

Which act applies follows the month of the residence permit (§ 52); which longest duration, the
month of start. Who states neither came and started under the law of the month.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/2020-11-06-127"
OLD_ACT = "https://lovdata.no/lov/2003-07-04-80"


@input_value(
    nb="Har en oppholdstillatelse som gir introduksjonsprogram",
    en="Has a residence permit that gives the introduction programme",
    unit="bool",
    section="integreringsloven § 9",
    href=f"{ACT}/§9",
)
class oppholdstillatelse_med_introduksjonsprogram(Rule):
    """Refugee, resettled, collective protection, or family of one; not a citizen of the EEA."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er bosatt etter avtale med integreringsmyndighetene, der loven krever det",
    en="Is settled by agreement with the integration authority, where the act asks it",
    unit="bool",
    section="integreringsloven § 8",
    href=f"{ACT}/§8",
)
class bosatt_etter_avtale(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneden oppholdstillatelsen ble gitt",
    en="Month when the residence permit was given",
    unit="month index",
    section="integreringsloven §§ 8 og 52",
    href=f"{ACT}/§8",
    shift="absolute",
)
class oppholdstillatelse_siden(Rule):
    """Not stated: given in the month of the case."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Måneder bosatt i en kommune med oppholdstillatelsen",
    en="Months settled in a kommune with the permit",
    unit="months",
    section="integreringsloven § 8 første ledd",
    href=f"{ACT}/§8",
)
class maneder_bosatt_i_kommune(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Timer per uke i arbeid eller arbeid tilbudt den nyankomne",
    en="Hours a week of work, or work offered, of the newly arrived",
    unit="hours/week",
    section="integreringsloven § 8 fjerde ledd",
    href=f"{ACT}/§8",
)
class arbeidstimer_for_introduksjonsprogram(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har behov for grunnleggende kvalifisering",
    en="Needs basic qualification",
    unit="bool",
    section="introduksjonsloven § 2",
    href=f"{OLD_ACT}/§2",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Om den nyankomne har behov for grunnleggende kvalifisering (til og med 2020)",
        en="Whether the newly arrived needs basic qualification (until 2020)",
    ),
)
class behov_for_grunnleggende_kvalifisering(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


def _settled(person, period, law):
    return (
        person("oppholdstillatelse_med_introduksjonsprogram", period)
        * person("bosatt_etter_avtale", period)
        * (person("maneder_bosatt_i_kommune", period) < law.lengste_botid)
    )


def _age_at_permit(person, period):
    permit = person("oppholdstillatelse_siden", period)
    return numpy.where(
        permit > 0, permit - person("fodselskohort", period), age_in_months(person, period)
    )


def _of_age(age, law):
    return (age >= 12 * law.alder_fra) * (age < 12 * law.alder_til)


@rule(
    nb="Rett og plikt til introduksjonsprogram",
    en="Right and duty to the introduction programme",
    section="integreringsloven §§ 8 og 9",
    href=f"{ACT}/§8",
    unit="bool",
    only_if=("oppholdstillatelse_med_introduksjonsprogram",),
)
class rett_til_introduksjonsprogram(Rule):
    """§ 8: who has such a permit, is settled by agreement for less than two years, and was between
    18 and 55 when the permit was given."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        """Introduksjonsloven § 2: the age of the month, and a need for basic qualification."""
        law = parameters(period).program.introduksjonsstonad
        return (
            _settled(person, period, law)
            * _of_age(age_in_months(person, period), law)
            * person("behov_for_grunnleggende_kvalifisering", period)
        )

    def formula_2021(person, period, parameters):
        """Integreringsloven § 8: the age when the permit was given."""
        law = parameters(period).program.introduksjonsstonad
        age = _age_at_permit(person, period)
        return _settled(person, period, law) * _of_age(age, law)

    def formula_2026(person, period, parameters):
        """Not for who works, or is offered work, 30 hours a week (lov 20 juni 2025 nr. 35)."""
        law = parameters(period).program.introduksjonsstonad
        age = _age_at_permit(person, period)
        works = person("arbeidstimer_for_introduksjonsprogram", period) >= law.arbeid_timer
        return _settled(person, period, law) * _of_age(age, law) * ~works


class Sluttmal(Enum):
    arbeid = "Kvalifisering for arbeid"
    deler_av_videregaende = "Deler av videregående opplæring"
    fullfore_videregaende = "Fullført videregående opplæring"
    fag_og_yrke = "Fullført fag- og yrkesopplæring"
    videregaende_fra_for = "Har utdanning på videregående nivå eller høyere fra før"


@input_value(
    nb="Utdanning fra før og sluttmål for introduksjonsprogrammet",
    en="Education from before and goal of the introduction programme",
    unit="enum",
    section="integreringsloven §§ 13 og 14",
    href=f"{ACT}/§14",
)
class introduksjonsprogram_sluttmal(Rule):
    value_type = Enum
    possible_values = Sluttmal
    default_value = Sluttmal.arbeid
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Innvilget introduksjonsprogram",
    en="Granted the introduction programme",
    unit="bool",
    section="integreringsloven § 12",
    href=f"{ACT}/§12",
)
class innvilget_introduksjonsprogram(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneder brukt av introduksjonsprogrammet før denne måneden",
    en="Months of the introduction programme used before this month",
    unit="months",
    section="integreringsloven §§ 13 og 14",
    href=f"{ACT}/§13",
)
class introduksjonsprogram_maneder_brukt(Rule):
    """Leave and long absence come on top of the duration and are not counted."""

    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Introduksjonsprogrammet er forlenget",
    en="The introduction programme is extended",
    unit="bool",
    section="integreringsloven § 14 fjerde ledd",
    href=f"{ACT}/§14",
)
class introduksjonsprogram_forlenget(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Introduksjonsprogrammet er stanset, eller deltakeren har permisjon uten stønad",
    en="The introduction programme is stopped, or the participant is on leave without benefit",
    unit="bool",
    section="integreringsloven § 18, integreringsforskriften §§ 15 og 16",
    href=f"{ACT}/§18",
)
class introduksjonsprogram_stanset(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneden introduksjonsprogrammet startet",
    en="Month when the introduction programme started",
    unit="month index",
    section="integreringsforskriften §§ 75 og 76, forskrift 25. juni 2024 nr. 1215",
    href="https://lovdata.no/forskrift/2020-12-15-2912/§75",
    shift="absolute",
)
class introduksjonsprogram_oppstart(Rule):
    """Not stated: started under the law of the month."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@rule(
    nb="Omfattes av integreringsloven",
    en="Falls under the integration act",
    section="integreringsloven § 52",
    href=f"{ACT}/§52",
    unit="bool",
)
class omfattes_av_integreringsloven(Rule):
    """§ 52: whoever was given the permit in 2021 or later, or started then when only that is
    stated."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2021(person, period, parameters):
        """The act came into force on 1 January 2021 (§ 51)."""
        first = parameters(period).program.introduksjonsstonad.integreringsloven_fra
        permit = person("oppholdstillatelse_siden", period)
        since = numpy.where(permit > 0, permit, person("introduksjonsprogram_oppstart", period))
        return (since <= 0) + (since >= first)


def _by_goal(person, period, regime):
    """Longest duration of each goal, with its extension where there is one."""
    goal = person("introduksjonsprogram_sluttmal", period)
    extended = person("introduksjonsprogram_forlenget", period)
    names = [value.name for value in Sluttmal]
    return numpy.select(
        [goal == value for value in Sluttmal],
        [regime[name].lengst + extended * regime[name].forlengelse for name in names],
        default=0,
    )


@rule(
    nb="Lengste varighet av introduksjonsprogrammet",
    en="Longest duration of the introduction programme",
    section="integreringsloven §§ 13 og 14",
    href=f"{ACT}/§13",
    unit="months",
)
class introduksjonsprogram_lengste_varighet(Rule):
    """§§ 13, 14: by education and goal; for starts before 2026 the former § 13, and under
    introduksjonsloven § 5 two years, three when it helps."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        """Introduksjonsloven § 5."""
        law = parameters(period).program.introduksjonsstonad
        return _by_goal(person, period, law.varighet_introduksjonsloven)

    def formula_2021(person, period, parameters):
        """Integreringsloven § 13 in its first wording."""
        law = parameters(period).program.introduksjonsstonad
        return numpy.where(
            person("omfattes_av_integreringsloven", period),
            _by_goal(person, period, law.varighet_2021),
            _by_goal(person, period, law.varighet_introduksjonsloven),
        )

    def formula_2026(person, period, parameters):
        """New §§ 13 and 14 (lov 20 juni 2025 nr. 35), for new participants."""
        law = parameters(period).program.introduksjonsstonad
        goal = person("introduksjonsprogram_sluttmal", period)
        start = person("introduksjonsprogram_oppstart", period)
        formal = (
            (goal == Sluttmal.deler_av_videregaende)
            + (goal == Sluttmal.fullfore_videregaende)
            + (goal == Sluttmal.fag_og_yrke)
        )
        first = numpy.where(formal, law.varighet_2026_fra_formell, law.varighet_2026_fra)
        return numpy.select(
            [
                ~person("omfattes_av_integreringsloven", period),
                (start > 0) * (start < first),
            ],
            [
                _by_goal(person, period, law.varighet_introduksjonsloven),
                _by_goal(person, period, law.varighet_2021),
            ],
            default=_by_goal(person, period, law.varighet_2026),
        )


@rule(
    nb="Deltar i introduksjonsprogram",
    en="Takes part in the introduction programme",
    section="integreringsloven §§ 12-14, 18 og 18 a",
    href=f"{ACT}/§12",
    unit="bool",
    only_if=("innvilget_introduksjonsprogram",),
)
class deltar_i_introduksjonsprogram(Rule):
    """§§ 12-14, 18: while the programme is granted, not stopped and not at its end."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("innvilget_introduksjonsprogram", period)
            * ~person("introduksjonsprogram_stanset", period)
            * (
                person("introduksjonsprogram_maneder_brukt", period)
                < person("introduksjonsprogram_lengste_varighet", period)
            )
        )
