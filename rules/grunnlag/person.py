"""Birth, income and situation of a person, as a case states them."""

from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value

MONTH, YEAR, ETERNITY = DateUnit.MONTH, DateUnit.YEAR, DateUnit.ETERNITY


@input_value(nb="Fødselsmåned", en="Month of birth", unit="month index", shift="relative")
class fodselsmaned(Rule):
    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Fødselskohort (fødselsmåned som fast dato)",
    en="Birth cohort (month of birth as a calendar date)",
    unit="month index",
    shift="absolute",
)
class fodselskohort(Rule):
    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Måneder fra lovens år til kalenderåret",
    en="Months from the year of the law to the calendar year",
    unit="months",
)
class kalenderforskyvning(Rule):
    """Nought while a year has its own law; the engine sets it where later years share one."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(nb="Lønn", en="Wage, gross", unit="kr/year")
class lonn(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(nb="Næringsinntekt", en="Business income", unit="kr/year")
class naeringsinntekt(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(nb="Netto kapitalinntekt", en="Net capital income", may_be_negative=True)
class kapitalinntekt(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Lever sammen med ektefelle eller samboer",
    en="Lives with a spouse or cohabitant",
    unit="bool",
)
class lever_med_partner(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


class Plassering(Enum):
    hjemme = "Hos egen familie"
    fosterhjem = "I fosterhjem"
    institusjon = "I barnevernsinstitusjon"
    egen_bolig = "I egen bolig"


@input_value(nb="Hvor barnet eller den unge bor", en="Where the child or youth lives", unit="enum")
class plassering(Rule):
    value_type = Enum
    possible_values = Plassering
    default_value = Plassering.hjemme
    entity = Person
    definition_period = MONTH


@input_value(nb="Soner fengselsstraff", en="Serves a prison sentence", unit="bool")
class i_fengsel(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Avtalt oppholdstid i barnehage, timer i uken",
    en="Agreed time in kindergarten, hours a week",
    unit="hours/week",
    section="kontantstøtteloven § 7; forskrift om foreldrebetaling i barnehager § 1",
    href="https://lovdata.no/lov/1998-06-26-41/§7",
)
class avtalt_oppholdstid_i_barnehage(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er gravid",
    en="Is pregnant",
    unit="bool",
    section="likestillings- og diskrimineringsloven § 23",
    href="https://lovdata.no/lov/2017-06-16-51/§23",
)
class gravid(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH
