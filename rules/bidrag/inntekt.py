"""Who receives child support in a household, and the income that it is measured by.

Forskrift 15 januar 2003 nr. 123 § 4 and forskrift 6 februar 2003 nr. 125 § 2: personinntekt, net
capital income above a limit, and what the child benefit act gives a lone parent. Nav uses the
income that is expected to last; a case may state it.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months, month_index
from effektlov.rules.rounding import round_half_up
from effektlov.rules.rule import Rule, input_value, rule

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
BARNELOVA = "https://lovdata.no/lov/1981-04-08-7"
FORSKRIFT = "https://lovdata.no/forskrift/2003-01-15-123"


def til_ore(amount):
    """Nav carries amounts in whole øre from step to step, half an øre upwards."""
    return round_half_up(100 * amount, 0) / 100


def bidragsalder(born, period, parameters):
    """Age as the tables of child support count it: every child as if born on 1 July (§ 3)."""
    turns = parameters(period).bidrag.barnebidrag.alder_skifter_maned
    since_july = month_index(period) - 12 * numpy.floor_divide(born, 12) - (turns - 1)
    return numpy.maximum(numpy.floor_divide(since_july, 12), 0)


@input_value(
    nb="Mottar bidrag og forskudd for barna; oppgis når to voksne står som foreldre i husstanden",
    en="Receives support and advance for the children; stated when two adults stand as parents",
    unit="bool",
    section="barnelova § 67 tredje ledd; forskotteringsloven § 6",
    href=f"{BARNELOVA}/§67",
)
class er_bidragsmottaker(Rule):
    """Two unmarked parents in one household are the child's both parents: no support is due."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Inntekt som Nav legger til grunn i bidragssaken, alt medregnet (0: årets inntekt)",
    en="Income that Nav uses in the support case, everything included (0: the income of the year)",
    section="forskrift 15 januar 2003 nr. 123 § 4",
    href=f"{FORSKRIFT}/§4",
)
class bidragsinntekt_oppgitt(Rule):
    """Last year's, expected or discretionary income, with the additions of § 4."""

    value_type = float
    entity = Person
    definition_period = YEAR


@rule(
    nb="Mottar barnebidrag og forskudd for barna",
    en="Receives child support and advance for the children",
    section="barnelova § 67 tredje ledd; forskotteringsloven § 6",
    href=f"{BARNELOVA}/§67",
    unit="bool",
)
class bidragsmottaker(Rule):
    """§ 67: whom the child lives with: the only parent of the household, or the one marked."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        marked = person("er_bidragsmottaker", period)
        someone = person.husstand.any(person.husstand.members("er_bidragsmottaker", period))
        only = person.husstand.nb_persons(role=Husstand.FORELDER) == 1
        return numpy.where(someone, marked, person.has_role(Husstand.FORELDER) * only)


@rule(
    nb="Inntekt i bidragssaker",
    en="Income in support cases",
    section="forskrift 15 januar 2003 nr. 123 § 4; forskrift 6 februar 2003 nr. 125 § 2",
    href=f"{FORSKRIFT}/§4",
    unit="kr/year",
)
class bidragsinntekt(Rule):
    """§ 4: personinntekt and the net capital income above 10 000 kroner, or the income stated."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        free = parameters(period).bidrag.barnebidrag.kapitalinntekt_innslag
        capital = numpy.maximum(person("kapitalinntekt", period.this_year) - free, 0)
        stated = person("bidragsinntekt_oppgitt", period.this_year)
        own = person("personinntekt", period.this_year) + capital
        return numpy.where(stated > 0, stated, own)


@rule(
    nb="Fordel av særfradrag for enslig forsørger i bidragssaker",
    en="Advantage of the lone parent's special deduction in support cases",
    section="forskrift 15 januar 2003 nr. 123 § 4 femte ledd",
    href=f"{FORSKRIFT}/§4",
    unit="kr/year",
)
class bidrag_fordel_saerfradrag(Rule):
    """§ 4: a fixed tax advantage added to a lone parent's income, until the deduction ended on
    1 March 2023."""

    value_type = float
    entity = Husstand
    definition_period = MONTH
    end = "2023-02-28"

    def formula(husstand, period, parameters):
        law = parameters(period).bidrag.barnebidrag
        members = husstand.members
        income = husstand.sum(
            members("bidragsinntekt", period) * members("bidragsmottaker", period)
        )
        lone = husstand("barnetrygd_utvidet", period) > 0
        return lone * (income >= law.fordel_saerfradrag_grense) * law.fordel_saerfradrag


@rule(
    nb="Forskuddsmottakers inntekt",
    en="Income of who receives the advance",
    section="forskrift 6 februar 2003 nr. 125 § 2",
    href="https://lovdata.no/forskrift/2003-02-06-125/§2",
    unit="kr/year",
)
class forskuddsmottakers_inntekt(Rule):
    """§ 2: the receiver's income with extended child benefit, infant addition and cash for care for
    a year; an income that is stated has them in it."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        return _received(husstand, period) + _unless_stated(
            husstand,
            12
            * (
                husstand("barnetrygd_utvidet", period)
                + husstand("smabarnstillegg", period)
                + husstand.sum(husstand.members("kontantstotte", period))
            ),
            period,
        )


@rule(
    nb="Bidragsmottakers inntekt",
    en="Income of who receives the support",
    section="forskrift 15 januar 2003 nr. 123 § 4",
    href=f"{FORSKRIFT}/§4",
    unit="kr/year",
)
class bidragsmottakers_inntekt(Rule):
    """§ 4: the same income with the fixed advantage of the lone parent's deduction."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        return husstand("forskuddsmottakers_inntekt", period) + _unless_stated(
            husstand, husstand("bidrag_fordel_saerfradrag", period), period
        )


def _received(husstand, period):
    members = husstand.members
    return husstand.sum(members("bidragsinntekt", period) * members("bidragsmottaker", period))


def _unless_stated(husstand, addition, period):
    members = husstand.members
    stated = husstand.any(
        (members("bidragsinntekt_oppgitt", period.this_year) > 0)
        * members("bidragsmottaker", period)
    )
    someone = husstand.any(members("bidragsmottaker", period))
    return someone * numpy.where(stated, 0.0, addition)


@input_value(
    nb="Bidrag etter fylte 18 år er avtalt eller fastsatt (vanlig skolegang)",
    en="Support after 18 is agreed or fixed (ordinary schooling)",
    unit="bool",
    section="barnelova § 68 andre ledd",
    href=f"{BARNELOVA}/§68",
)
class bidrag_etter_18(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Barn som bor i husstanden og forsørges der",
    en="Child who lives in the household and is supported there",
    section="barnelova § 68; forskotteringsloven § 5 fjerde ledd",
    href=f"{BARNELOVA}/§68",
    unit="bool",
)
class bidragsbarn_hjemme(Rule):
    """§ 68: from the month of birth to the month of the 18th birthday, longer while at school with
    support fixed."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = parameters(period).bidrag.barnebidrag.aldersgrense
        age = age_in_months(person, period)
        place = person("plassering", period)
        young = (age >= 0) * ((age <= 12 * limit) + person("bidrag_etter_18", period))
        home = place == place.possible_values.hjemme
        return person.has_role(Husstand.BARN) * home * young
