"""Utgiftsutjevningen, what the kommune is measured by: heads, age groups and sector indices.

Grønt hefte prints each kommune's index for seven sectors (table E-k) and in all (table A-k). The
average of the country is one. Age is counted on 1 July the year before the year of the grant.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune
from effektlov.rules.kommune.inntektsutjevning import HREF, SECTION
from effektlov.rules.rule import Rule, input_value

YEAR = DateUnit.YEAR


@input_value(
    nb="Innbyggere 1. juli året før tilskuddsåret",
    en="Inhabitants on 1 July the year before the grant",
    unit="count",
    section=SECTION,
    href=HREF,
)
class innbyggertall_1_juli(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Innbyggere under 1 år, 1. juli året før",
    en="Inhabitants under 1, 1 July the year before",
    unit="count",
    section=SECTION,
    href=HREF,
)
class innbyggere_0(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Innbyggere 1-5 år, 1. juli året før",
    en="Inhabitants aged 1-5, 1 July the year before",
    unit="count",
    section=SECTION,
    href=HREF,
)
class innbyggere_1_5(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Innbyggere 6-12 år, 1. juli året før",
    en="Inhabitants aged 6-12, 1 July the year before",
    unit="count",
    section=SECTION,
    href=HREF,
)
class innbyggere_6_12(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Innbyggere 13-15 år, 1. juli året før",
    en="Inhabitants aged 13-15, 1 July the year before",
    unit="count",
    section=SECTION,
    href=HREF,
)
class innbyggere_13_15(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Innbyggere 16-22 år, 1. juli året før",
    en="Inhabitants aged 16-22, 1 July the year before",
    unit="count",
    section=SECTION,
    href=HREF,
)
class innbyggere_16_22(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Innbyggere 23-24 år, 1. juli året før",
    en="Inhabitants aged 23-24, 1 July the year before",
    unit="count",
    section=SECTION,
    href=HREF,
)
class innbyggere_23_24(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Innbyggere 25-66 år, 1. juli året før",
    en="Inhabitants aged 25-66, 1 July the year before",
    unit="count",
    section=SECTION,
    href=HREF,
)
class innbyggere_25_66(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Innbyggere 67-79 år, 1. juli året før",
    en="Inhabitants aged 67-79, 1 July the year before",
    unit="count",
    section=SECTION,
    href=HREF,
)
class innbyggere_67_79(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Innbyggere 80-89 år, 1. juli året før",
    en="Inhabitants aged 80-89, 1 July the year before",
    unit="count",
    section=SECTION,
    href=HREF,
)
class innbyggere_80_89(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Innbyggere 90 år og over, 1. juli året før",
    en="Inhabitants aged 90 or over, 1 July the year before",
    unit="count",
    section=SECTION,
    href=HREF,
)
class innbyggere_90_pluss(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Utgiftsbehov, grunnskole (landet er 1)",
    en="Need of expenditure, compulsory school (the nation is 1)",
    unit="ratio",
    section=SECTION,
    href=HREF,
)
class utgiftsbehov_grunnskole(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Utgiftsbehov, pleie og omsorg (landet er 1)",
    en="Need of expenditure, care (the nation is 1)",
    unit="ratio",
    section=SECTION,
    href=HREF,
)
class utgiftsbehov_pleie_omsorg(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Utgiftsbehov, barnehage (landet er 1)",
    en="Need of expenditure, kindergarten (the nation is 1)",
    unit="ratio",
    section=SECTION,
    href=HREF,
)
class utgiftsbehov_barnehage(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Utgiftsbehov, barnevern (landet er 1)",
    en="Need of expenditure, child welfare (the nation is 1)",
    unit="ratio",
    section=SECTION,
    href=HREF,
)
class utgiftsbehov_barnevern(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Utgiftsbehov, sosialhjelp (landet er 1)",
    en="Need of expenditure, social assistance (the nation is 1)",
    unit="ratio",
    section=SECTION,
    href=HREF,
)
class utgiftsbehov_sosialhjelp(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Utgiftsbehov, kommunehelse (landet er 1)",
    en="Need of expenditure, health services (the nation is 1)",
    unit="ratio",
    section=SECTION,
    href=HREF,
)
class utgiftsbehov_kommunehelse(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Utgiftsbehov, administrasjon, landbruk og miljø (landet er 1)",
    en="Need of expenditure, administration, farming and environment (the nation is 1)",
    unit="ratio",
    section=SECTION,
    href=HREF,
)
class utgiftsbehov_administrasjon_landbruk(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Samlet utgiftsbehov som publisert (landet er 1)",
    en="Total need of expenditure as published (the nation is 1)",
    unit="ratio",
    section=SECTION,
    href=HREF,
)
class utgiftsbehov_publisert(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR
