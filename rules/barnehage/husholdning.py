"""Forskrift om foreldrebetaling i barnehager § 3d and opplæringsforskrifta § 2-4: whose income.

The household is spouses, registered partners and cohabitants; its income is personinntekt and
taxable capital income of the last year, or of this year when it has fallen for good.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
ACT = "https://lovdata.no/forskrift/2005-12-16-1478"


@input_value(
    nb="Husholdningens person- og kapitalinntekt siste år (0: som i år)",
    en="Personal and capital income of the household last year (0: as this year)",
    unit="kr/year",
    section="forskrift om foreldrebetaling i barnehager § 3d tredje ledd",
    href=f"{ACT}/§3d",
)
class foreldrebetaling_inntekt_siste_ar(Rule):
    value_type = float
    entity = Husstand
    definition_period = YEAR


@input_value(
    nb="Varig nedgang i husholdningens inntekt i år: årets inntekt legges til grunn",
    en="Lasting fall in the household's income this year: this year's income counts",
    unit="bool",
    section="forskrift om foreldrebetaling i barnehager §§ 3b og 3c",
    href=f"{ACT}/§3b",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="kommune",
        nb="Om nedgangen er varig, vurderer kommunen konkret",
        en="Whether the fall is lasting is the kommune's assessment",
    ),
)
class varig_nedgang_i_inntekt(Rule):
    value_type = bool
    entity = Husstand
    definition_period = MONTH


@input_value(
    nb="Har søkt om redusert foreldrebetaling (forutsatt uten oppgave)",
    en="Has applied for reduced payment (taken for granted unless stated)",
    unit="bool",
    section="forskrift om foreldrebetaling i barnehager § 3d første ledd",
    href=f"{ACT}/§3d",
)
class sokt_redusert_foreldrebetaling(Rule):
    """Reductions by income and free core time need an application each year."""

    value_type = bool
    entity = Husstand
    default_value = True
    definition_period = MONTH


@input_value(
    nb="Samboer uten felles barn, samboende under 12 av de siste 18 månedene",
    en="Cohabitant without a common child, for less than 12 of the last 18 months",
    unit="bool",
    section="forskrift om foreldrebetaling i barnehager § 3d andre ledd",
    href=f"{ACT}/§3d",
)
class ny_samboer_uten_felles_barn(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Inntekt i år som teller for foreldrebetaling",
    en="Income of this year that counts for parents' payment",
    section="forskrift om foreldrebetaling i barnehager § 3d tredje ledd",
    href=f"{ACT}/§3d",
)
class inntekt_for_foreldrebetaling(Rule):
    """§ 3d: personinntekt and taxable capital income; tax-free transfers do not count."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        capital = numpy.maximum(person("skattepliktig_kapitalinntekt", period), 0)
        return person("personinntekt", period) + capital


@rule(
    nb="Husholdningens inntekt for foreldrebetaling, i året",
    en="Household income for parents' payment, per year",
    section="forskrift om foreldrebetaling i barnehager § 3d",
    href=f"{ACT}/§3d",
)
class foreldrebetaling_inntekt(Rule):
    """§§ 3b, 3c, 3d: the income of last year of the adults of the household; this year's when none
    is stated or when it has fallen for good."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        counted = ~husstand.members("ny_samboer_uten_felles_barn", period)
        own = husstand.members("inntekt_for_foreldrebetaling", period.this_year)
        this_year = husstand.sum(counted * own, role=Husstand.FORELDER)
        last_year = husstand("foreldrebetaling_inntekt_siste_ar", period.this_year)
        fallen = husstand("varig_nedgang_i_inntekt", period) + (last_year == 0)
        return numpy.where(fallen, this_year, last_year)
