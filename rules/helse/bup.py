"""Mental health care for children and youth in the specialist service (BUP).

Pasient- og brukerrettighetsloven §§ 2-2, 2-2 a and 2-2 b (before June 2024 §§ 2-1 b and 2-2) give
the right and the deadlines; spesialisthelsetjenesteloven § 2-1 a puts the duty and the cost on the
regional health authority.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
RIGHTS = "https://lovdata.no/lov/1999-07-02-63"
PRIORITY = "https://lovdata.no/forskrift/2000-12-01-1208"


@input_value(
    nb="Er til behandling i BUP",
    en="Is in treatment in child mental health care",
    unit="bool",
    section="spesialisthelsetjenesteloven § 2-1 a",
    href="https://lovdata.no/lov/1999-07-02-61/§2-1a",
)
class i_bup(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Henvist til BUP",
    en="Referred to child mental health care",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 2-2 a",
    href=f"{RIGHTS}/§2-2a",
)
class henvist_bup(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Forventet nytte og rimelig ressursbruk",
    en="Expected benefit at reasonable cost",
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
class forventet_nytte_bup(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Virkedager siden henvisningen, uten vurdering",
    en="Working days since the referral, not yet assessed",
    unit="working days",
    section="pasient- og brukerrettighetsloven § 2-2 a andre ledd",
    href=f"{RIGHTS}/§2-2a",
)
class virkedager_uten_vurdering(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Virkedager siden vurderingen, uten helsehjelp",
    en="Working days since the assessment, without care",
    unit="working days",
    section="prioriteringsforskriften § 4 a",
    href=f"{PRIORITY}/§4a",
)
class virkedager_uten_helsehjelp(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@rule(
    nb="I alderen for BUP",
    en="Of age for child mental health care",
    section="spesialisthelsetjenesteloven § 2-1 a",
    href="https://lovdata.no/lov/1999-07-02-61/§2-1a",
    unit="bool",
    confidence="assumed",
    reason="Loven skiller ikke tilbudet til barn og voksne; helseforetakene bruker 18 år",
)
class bup_alder(Rule):
    """Under 18, to and with the month before the birthday."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        age = age_in_months(person, period)
        return (age >= 0) * (age < 12 * parameters(period).helse.bup.aldersgrense)


@rule(
    nb="Henvisning skal vurderes",
    en="Referral to be assessed",
    section="pasient- og brukerrettighetsloven § 2-2 a andre ledd",
    href=f"{RIGHTS}/§2-2a",
    unit="bool",
    only_if=("henvist_bup",),
)
class bup_henvisning_skal_vurderes(Rule):
    """§ 2-2 a: a child is referred; the assessment is due within ten working days."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("bup_alder", period) * person("henvist_bup", period)


@rule(
    nb="Vurderingsfristen er brutt",
    en="The deadline for assessment is broken",
    section="pasient- og brukerrettighetsloven § 2-2 a andre ledd",
    href=f"{RIGHTS}/§2-2a",
    unit="bool",
)
class bup_vurdering_for_sent(Rule):
    """§ 2-2 a: more than ten working days since the referral came in."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = parameters(period).helse.bup.vurderingsfrist
        waiting = person("virkedager_uten_vurdering", period) > limit
        return person("bup_henvisning_skal_vurderes", period) * waiting


@rule(
    nb="Rett til nødvendig helsehjelp i BUP",
    en="Right to necessary child mental health care",
    section="pasient- og brukerrettighetsloven § 2-2 andre ledd",
    href=f"{RIGHTS}/§2-2",
    unit="bool",
)
class rett_til_bup(Rule):
    """§ 2-2: referred and with expected benefit at reasonable cost; treatment under way shows that
    the conditions are held to be met."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        conditions = person("henvist_bup", period) * person("forventet_nytte_bup", period)
        return person("bup_alder", period) * (conditions + person("i_bup", period))


@rule(
    nb="Lengste frist for start, virkedager",
    en="Longest deadline to begin, working days",
    section="prioriteringsforskriften § 4 a",
    href=f"{PRIORITY}/§4a",
    unit="working days",
)
class bup_lengste_frist(Rule):
    """§ 4 a of the priority regulation: 65 working days from the assessment; 0 without a right.

    The § covers everyone under 23, so all who are of age for BUP.
    """

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("rett_til_bup", period) * parameters(period).helse.bup.lengste_frist


@rule(
    nb="Fristbrudd i BUP",
    en="Deadline broken in child mental health care",
    section="pasient- og brukerrettighetsloven § 2-2 b",
    href=f"{RIGHTS}/§2-2b",
    unit="bool",
    only_if=("henvist_bup",),
)
class bup_fristbrudd(Rule):
    """§ 2-2 b: care hasn't begun within the longest deadline."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = person("bup_lengste_frist", period)
        late = person("virkedager_uten_helsehjelp", period) > limit
        return (limit > 0) * late * ~person("i_bup", period)


@rule(
    nb="Måneder i BUP",
    en="Months in child mental health care",
    section="spesialisthelsetjenesteloven § 2-1 a",
    href="https://lovdata.no/lov/1999-07-02-61/§2-1a",
    unit="months",
    only_if=("i_bup",),
)
class bup_maned(Rule):
    """§ 2-1 a: months of treatment of a child, paid by the regional health authority."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("bup_alder", period) * person("i_bup", period)
