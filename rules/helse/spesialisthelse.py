"""Pasient- og brukerrettighetsloven §§ 2-2 to 2-2 b for whoever is referred outside BUP.

The act knows no age; the priority regulation § 4 a gives the young with mental illness or addiction
a longest wait of their own. What the service costs is not stated here.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
RIGHTS = "https://lovdata.no/lov/1999-07-02-63"
PRIORITY = "https://lovdata.no/forskrift/2000-12-01-1208"


@input_value(
    nb="Henvist til spesialisthelsetjenesten utenom BUP",
    en="Referred to the specialist health service outside BUP",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 2-2 a",
    href=f"{RIGHTS}/§2-2a",
)
class henvist_spesialisthelsetjenesten(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Forventet nytte av helsehjelpen, og rimelig ressursbruk",
    en="Expected benefit of the care, at reasonable cost",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 2-2 andre ledd",
    href=f"{RIGHTS}/§2-2",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="stat.rhf",
        nb="Forventet nytte, og ressursbruk i et rimelig forhold til nytten",
        en="Expected benefit, and cost in a reasonable relation to it",
    ),
)
class forventet_nytte_spesialisthelsetjenesten(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har en psykisk lidelse eller er rusmiddelavhengig",
    en="Has a mental illness or an addiction",
    unit="bool",
    section="prioriteringsforskriften § 4 a",
    href=f"{PRIORITY}/§4a",
)
class psykisk_lidelse_eller_rusavhengighet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til nødvendig helsehjelp fra spesialisthelsetjenesten",
    en="Right to necessary care from the specialist health service",
    section="pasient- og brukerrettighetsloven § 2-2 andre ledd",
    href=f"{RIGHTS}/§2-2",
    unit="bool",
    only_if=("henvist_spesialisthelsetjenesten",),
)
class rett_til_spesialisthelsetjeneste(Rule):
    """§ 2-2: referred, and with expected benefit at reasonable cost."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("henvist_spesialisthelsetjenesten", period) * person(
            "forventet_nytte_spesialisthelsetjenesten", period
        )


@rule(
    nb="Lengste frist før fylte 23 år, virkedager",
    en="Longest deadline under 23, working days",
    section="prioriteringsforskriften § 4 a",
    href=f"{PRIORITY}/§4a",
    unit="working days",
    only_if=("henvist_spesialisthelsetjenesten",),
)
class lengste_frist_under_23(Rule):
    """§ 4 a: 65 working days from the assessment for whoever has the right, is under 23 and has a
    mental illness or an addiction; 0 for others, whose deadline is set one by one."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).helse
        young = age_in_months(person, period) < 12 * law.spesialisthelse.ventetid_aldersgrense
        ill = person("psykisk_lidelse_eller_rusavhengighet", period)
        right = person("rett_til_spesialisthelsetjeneste", period)
        return right * young * ill * law.bup.lengste_frist


@rule(
    nb="Fristen for helsehjelpen er brutt",
    en="The deadline for care is broken",
    section="pasient- og brukerrettighetsloven § 2-2 b",
    href=f"{RIGHTS}/§2-2b",
    unit="bool",
    only_if=("virkedager_uten_helsehjelp",),
)
class fristbrudd_under_23(Rule):
    """§ 2-2 b: care has not begun within the longest deadline."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = person("lengste_frist_under_23", period)
        return (limit > 0) * (person("virkedager_uten_helsehjelp", period) > limit)
