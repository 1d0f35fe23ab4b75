"""Folketrygdloven §§ 14-9 to 14-15: how many days of foreldrepenger, and for whom.

What applies follows the month of the birth or adoption, also in the months that come after: the
parameters that changed are scales over that month, written as yyyymm.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.scales import stepwise

ETERNITY, MONTH = DateUnit.ETERNITY, DateUnit.MONTH
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Innvilget foreldrepenger",
    en="Granted parental benefit",
    unit="bool",
    section="folketrygdloven § 14-5",
    href=f"{ACT}/§14-5",
)
class innvilget_foreldrepenger(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


class RolleVedForeldrepenger(Enum):
    mor = "Mor"
    far = "Far eller medmor"


@input_value(
    nb="Mor eller far etter reglene om foreldrepenger",
    en="Mother or father under the rules on parental benefit",
    unit="enum",
    section="folketrygdloven § 14-5",
    href=f"{ACT}/§14-5",
)
class rolle_ved_foreldrepenger(Rule):
    value_type = Enum
    possible_values = RolleVedForeldrepenger
    default_value = RolleVedForeldrepenger.mor
    entity = Person
    definition_period = MONTH


class ForeldrepengerRettighet(Enum):
    begge = "Begge foreldrene har rett"
    bare_en = "Bare denne forelderen har rett"
    alene = "Alene om omsorgen"


@input_value(
    nb="Hvem av foreldrene som har rett til foreldrepenger",
    en="Which of the parents has the right to parental benefit",
    unit="enum",
    section="folketrygdloven §§ 14-9 femte ledd, 14-14 og 14-15",
    href=f"{ACT}/§14-9",
)
class foreldrepenger_rettighet(Rule):
    value_type = Enum
    possible_values = ForeldrepengerRettighet
    default_value = ForeldrepengerRettighet.begge
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Redusert sats (80 prosent) er valgt",
    en="The reduced rate (80 per cent) is chosen",
    unit="bool",
    section="folketrygdloven § 14-9 tredje ledd",
    href=f"{ACT}/§14-9",
)
class foreldrepenger_redusert_sats(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Foreldrepenger ved adopsjon",
    en="Parental benefit at adoption",
    unit="bool",
    section="folketrygdloven § 14-9 andre ledd",
    href=f"{ACT}/§14-9",
)
class foreldrepenger_adopsjon(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneden barnet ble født eller adoptert (uten svar: måneden det regnes for)",
    en="Month when the child was born or adopted (unstated: the month of the answer)",
    unit="month index",
    section="folketrygdloven § 14-9",
    href=f"{ACT}/§14-9",
    shift="absolute",
)
class foreldrepenger_fodselsmaned(Rule):
    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Barn født eller adoptert samtidig",
    en="Children born or adopted at once",
    unit="count",
    section="folketrygdloven § 14-9 fjerde ledd",
    href=f"{ACT}/§14-9",
)
class foreldrepenger_antall_barn(Rule):
    value_type = int
    entity = Person
    default_value = 1
    definition_period = MONTH


@input_value(
    nb="Stønadsdager fra fødsel før uke 33 til termin, etter fradrag for pleiepenger",
    en="Benefit days from a birth before week 33 to the due date, less pleiepenger",
    unit="days",
    section="folketrygdloven § 14-10 a",
    href=f"{ACT}/§14-10a",
)
class prematurdager(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Moren får uføretrygd",
    en="The mother has a disability benefit",
    unit="bool",
    section="folketrygdloven § 14-14 tredje ledd",
    href=f"{ACT}/§14-14",
)
class mor_har_uforetrygd(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nytt barn innen 48 uker",
    en="A new child within 48 weeks",
    unit="bool",
    section="folketrygdloven § 14-10 tredje ledd",
    href=f"{ACT}/§14-10",
)
class nytt_barn_innen_48_uker(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


def _event(person, period, law):
    """Year and month of the birth or adoption as yyyymm; unstated, where the rules now in force
    begin."""
    stated = person("foreldrepenger_fodselsmaned", period)
    month = 100 * numpy.floor_divide(stated, 12) + numpy.mod(stated, 12) + 1
    return numpy.where(stated > 0, month, law.regler_fra)


def _is(person, period, variable, answer):
    value = person(variable, period)
    return value == value.possible_values[answer]


def is_father(person, period):
    return _is(person, period, "rolle_ved_foreldrepenger", "far")


def both(person, period):
    return _is(person, period, "foreldrepenger_rettighet", "begge")


def only_father(person, period):
    """§ 14-14: the father alone has earned the right, and lives with the mother."""
    return is_father(person, period) * _is(person, period, "foreldrepenger_rettighet", "bare_en")


def _by_rate(person, period, full, reduced):
    return numpy.where(person("foreldrepenger_redusert_sats", period), reduced, full)


@rule(
    nb="Utvidelse for flere barn, dager",
    en="Extension for several children, days",
    section="folketrygdloven § 14-9 fjerde ledd",
    href=f"{ACT}/§14-9",
    unit="days",
)
class flerbarnsdager(Rule):
    """§ 14-9 fourth paragraph: more days for two children, and for three or more."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.foreldrepenger
        event, children = _event(person, period, law), person("foreldrepenger_antall_barn", period)
        two = _by_rate(person, period, law.to_barn_full, stepwise(event, law.to_barn_redusert))
        more = _by_rate(
            person, period, law.flere_barn_full, stepwise(event, law.flere_barn_redusert)
        )
        days = numpy.select([children > law.to_barn, children == law.to_barn], [more, two], 0.0)
        return person("innvilget_foreldrepenger", period) * days


@rule(
    nb="Kvote, dager",
    en="Quota, days",
    section="folketrygdloven § 14-12 første ledd",
    href=f"{ACT}/§14-12",
    unit="days",
)
class foreldrekvote_dager(Rule):
    """§ 14-12: what is reserved for each parent (mødrekvote, fedrekvote) when both have the
    right."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.foreldrepenger
        quota = _by_rate(person, period, law.kvote_full, law.kvote_redusert)
        return person("innvilget_foreldrepenger", period) * both(person, period) * quota


@rule(
    nb="Fellesperiode, dager",
    en="Shared period, days",
    section="folketrygdloven §§ 14-9, 14-10 a og 14-12",
    href=f"{ACT}/§14-9",
    unit="days",
)
class fellesperiode_dager(Rule):
    """§§ 14-9, 14-10 a: the rest of the period when both have the right, with the extensions for
    several children and for a birth before week 33."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.foreldrepenger
        shared = _shared(person, period, law) + _extensions(person, period)
        return person("innvilget_foreldrepenger", period) * both(person, period) * shared


def _shared(person, period, law):
    reduced = stepwise(_event(person, period, law), law.fellesperiode_redusert)
    return _by_rate(person, period, law.fellesperiode_full, reduced)


def _extensions(person, period):
    premature = numpy.maximum(person("prematurdager", period), 0)
    return person("flerbarnsdager", period) + premature


@rule(
    nb="Dager før fødselen forbeholdt moren",
    en="Days before the birth reserved for the mother",
    section="folketrygdloven § 14-9 sjette ledd",
    href=f"{ACT}/§14-9",
    unit="days",
)
class foreldrepenger_for_fodsel_dager(Rule):
    """§ 14-9 sixth paragraph: the last three weeks before a birth; none at adoption."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.foreldrepenger
        mother_at_birth = ~is_father(person, period) * ~person("foreldrepenger_adopsjon", period)
        return person("innvilget_foreldrepenger", period) * mother_at_birth * law.for_fodsel


@rule(
    nb="Foreldrepenger når én har retten, dager",
    en="Parental benefit when one parent has the right, days",
    section="folketrygdloven §§ 14-9, 14-14 første ledd og 14-15",
    href=f"{ACT}/§14-14",
    unit="days",
)
class foreldrepengekonto_dager(Rule):
    """§§ 14-9, 14-14, 14-15: the whole period after the birth; less the mother's six weeks when
    only the father has earned the right."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.foreldrepenger
        quota = _by_rate(person, period, law.kvote_full, law.kvote_redusert)
        whole = quota + quota + _shared(person, period, law) + _extensions(person, period)
        less = only_father(person, period) * law.etter_fodsel_mor
        granted = person("innvilget_foreldrepenger", period)
        return granted * ~both(person, period) * (whole - less)


@rule(
    nb="Stønadsperioden, dager",
    en="The benefit period, days",
    section="folketrygdloven § 14-9",
    href=f"{ACT}/§14-9",
    unit="days",
)
class stonadsperiode_dager(Rule):
    """§ 14-9: 245 days at the full rate or 306 (295 for births before July 2024) at the reduced
    one; 15 fewer at adoption; with the extensions. The days before a birth are part of it when the
    mother has the right."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.foreldrepenger
        mother = both(person, period) + ~is_father(person, period)
        at_birth = ~person("foreldrepenger_adopsjon", period)
        before = person("innvilget_foreldrepenger", period) * mother * at_birth * law.for_fodsel
        quota = person("foreldrekvote_dager", period)
        return (
            quota
            + quota
            + person("fellesperiode_dager", period)
            + person("foreldrepengekonto_dager", period)
            + before
        )


@rule(
    nb="Dager uten aktivitetskrav for faren",
    en="Days without the activity condition for the father",
    section="folketrygdloven §§ 14-12 andre ledd, 14-13 sjette ledd og 14-14 tredje ledd",
    href=f"{ACT}/§14-14",
    unit="days",
)
class dager_uten_aktivitetskrav(Rule):
    """§§ 14-12 to 14-14: the father's quota and the extension for several children; 50 days when
    only he has the right (40 for births from 2 August 2022, none before), or the extension where
    there is one; as many as the quota, and the extension, when the mother has uføretrygd."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.foreldrepenger
        several = person("flerbarnsdager", period)
        least = stepwise(_event(person, period, law), law.bare_far_uten_aktivitetskrav)
        as_quota = _by_rate(person, period, law.kvote_full, law.kvote_redusert)
        disabled = person("mor_har_uforetrygd", period)
        alone = numpy.select([disabled, several > 0], [as_quota + several, several], least)
        granted = person("innvilget_foreldrepenger", period) * is_father(person, period)
        return granted * numpy.select(
            [both(person, period), only_father(person, period)],
            [person("foreldrekvote_dager", period) + several, alone],
            0.0,
        )


@rule(
    nb="Dager faren kan ta ut rundt fødselen",
    en="Days the father can take around the birth",
    section="folketrygdloven § 14-9 sjette ledd",
    href=f"{ACT}/§14-9",
    unit="days",
)
class far_rundt_fodsel_dager(Rule):
    """§ 14-9 sixth paragraph: two weeks in connection with a birth, within what he has."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.foreldrepenger
        at_birth = is_father(person, period) * ~person("foreldrepenger_adopsjon", period)
        days = stepwise(_event(person, period, law), law.far_rundt_fodsel)
        return person("innvilget_foreldrepenger", period) * at_birth * days


@rule(
    nb="Minsterett ved tette fødsler, dager",
    en="Least right when births are close, days",
    section="folketrygdloven § 14-10 tredje ledd",
    href=f"{ACT}/§14-10",
    unit="days",
)
class minsterett_tette_fodsler_dager(Rule):
    """§ 14-10 third paragraph: 22 weeks for a mother who gives birth, 8 for a father and for a
    mother who adopts, that do not lapse when a new child comes within 48 weeks."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.foreldrepenger
        event = _event(person, period, law)
        mother_at_birth = ~is_father(person, period) * ~person("foreldrepenger_adopsjon", period)
        days = numpy.where(
            mother_at_birth,
            stepwise(event, law.tette_mor_fodsel),
            stepwise(event, law.tette_andre),
        )
        close = person("nytt_barn_innen_48_uker", period)
        return person("innvilget_foreldrepenger", period) * close * days
