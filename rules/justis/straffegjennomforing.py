"""Straffegjennomføringsloven (lov 18 mai 2001 nr. 21): prison places, and the young in prison."""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2001-05-18-21"


@input_value(
    nb="Soner i en ungdomsenhet i fengsel",
    en="Serves in a youth unit in prison",
    unit="bool",
    section="straffegjennomføringsloven § 10 a",
    href=f"{ACT}/§10a",
)
class i_ungdomsenhet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Sitter i varetekt i fengsel",
    en="Is on remand in prison",
    unit="bool",
    section="straffegjennomføringsloven § 4; straffeprosessloven § 184",
    href=f"{ACT}/§4",
)
class i_varetekt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Innsatt i fengsel",
    en="Inmate of a prison",
    section="straffegjennomføringsloven §§ 4 og 10 a; barnevernsloven § 15-10",
    href=f"{ACT}/§4",
    unit="bool",
)
class innsatt(Rule):
    """§§ 4, 10 a: serves a sentence in prison, or is held there on remand."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("i_fengsel", period) + person("i_varetekt", period)


@rule(
    nb="Måned i fengsel",
    en="Month in prison",
    section="straffegjennomføringsloven § 10",
    href=f"{ACT}/§10",
    unit="months",
    only_if=("i_fengsel", "i_varetekt"),
)
class fengselsmaned(Rule):
    """§§ 4, 10: one month for each month of a sentence or remand in prison."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("innsatt", period) * 1.0


@rule(
    nb="Innsatt under 18 år",
    en="Inmate under 18",
    section="straffegjennomføringsloven § 10 a",
    href=f"{ACT}/§10a",
    unit="bool",
    only_if=("i_fengsel", "i_varetekt"),
)
class ung_innsatt(Rule):
    """§ 10 a: the stay is adapted to an inmate who has not turned 18."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = parameters(period).justis.straffegjennomforing.ung_innsatt_alder
        return person("innsatt", period) * (age_in_months(person, period) < 12 * limit)


@rule(
    nb="Måned i ordinær fengselsplass",
    en="Month in an ordinary prison place",
    section="straffegjennomføringsloven § 10",
    href=f"{ACT}/§10",
    unit="months",
    only_if=("i_fengsel", "i_varetekt"),
)
class maned_i_ordinaer_fengselsplass(Rule):
    """§ 10: a month in prison outside the youth units."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("fengselsmaned", period) * ~person("i_ungdomsenhet", period)


@rule(
    nb="Måned i ungdomsenhet",
    en="Month in a youth unit",
    section="straffegjennomføringsloven § 10 a",
    href=f"{ACT}/§10a",
    unit="months",
    only_if=("i_fengsel", "i_varetekt"),
)
class maned_i_ungdomsenhet(Rule):
    """§ 10 a: a month of an inmate in a unit set up for those under 18."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("fengselsmaned", period) * person("i_ungdomsenhet", period)
