"""Next of kin: helse- og omsorgstjenesteloven § 3-6 and helsepersonelloven § 10 a.

§ 3-6: whoever has particularly heavy care of somebody is offered support: training, respite and
carer’s allowance. The allowance is set by the kommune; private respite is paid by KS’ agreement.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months, age_in_years
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule
from effektlov.rules.scales import stepwise

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2011-06-24-30"
RIGHTS = "https://lovdata.no/lov/1999-07-02-63"
STAFF = "https://lovdata.no/lov/1999-07-02-64"
SPECIALIST = "https://lovdata.no/lov/1999-07-02-61"


@input_value(
    nb="Har særlig tyngende omsorgsarbeid",
    en="Has particularly heavy care of somebody",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 3-6",
    href=f"{ACT}/§3-6",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="kommune",
        nb="Er omsorgsarbeidet særlig tyngende?",
        en="Is the care particularly heavy?",
    ),
)
class saerlig_tyngende_omsorgsarbeid(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Krever vedtak om tiltak som letter omsorgsbyrden",
    en="Demands a decision on measures that ease the burden of care",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 2-8",
    href=f"{RIGHTS}/§2-8",
)
class krever_vedtak_om_parorendestotte(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Omsorgsstønad som kommunen har innvilget",
    en="Carer’s allowance that the kommune has granted",
    unit="kr/year",
    section="helse- og omsorgstjenesteloven § 3-6 første ledd nr. 3",
    href=f"{ACT}/§3-6",
)
class omsorgsstonad_innvilget(Rule):
    """Stated for the carer; no act sets the amount."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Avlastningsdøgn i måneden hos privat avlaster",
    en="Days of respite in the month at a private respite carer",
    unit="days",
    section="helse- og omsorgstjenesteloven § 3-6 første ledd nr. 2",
    href=f"{ACT}/§3-6",
)
class avlastning_dogn(Rule):
    """Stated for the person who is cared for."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er pasient med psykisk sykdom, rusmiddelavhengighet eller alvorlig somatisk sykdom",
    en="Is a patient with mental illness, addiction or serious somatic illness",
    unit="bool",
    section="helsepersonelloven § 10 a",
    href=f"{STAFF}/§10a",
)
class pasient_som_barn_er_parorende_til(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Forelder eller søsken utenfor husstanden er en slik pasient",
    en="A parent or sibling outside the household is such a patient",
    unit="bool",
    section="helsepersonelloven § 10 a",
    href=f"{STAFF}/§10a",
)
class forelder_eller_sosken_utenfor_hjemmet_er_pasient(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har mistet forelder eller søsken",
    en="Has lost a parent or sibling",
    unit="bool",
    section="helsepersonelloven § 10 b",
    href=f"{STAFF}/§10b",
)
class forelder_eller_sosken_er_dod(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Pasienten får hjelp i en helseinstitusjon i spesialisthelsetjenesten",
    en="The patient is helped in an institution of the specialist service",
    unit="bool",
    section="spesialisthelsetjenesteloven § 3-7 a",
    href=f"{SPECIALIST}/§3-7a",
)
class pasient_i_helseinstitusjon(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Tilbud om pårørendestøtte",
    en="Offer of support to a carer",
    section="helse- og omsorgstjenesteloven § 3-6",
    href=f"{ACT}/§3-6",
    unit="bool",
    only_if=("saerlig_tyngende_omsorgsarbeid",),
)
class rett_til_parorendestotte(Rule):
    """§ 3-6: whoever has particularly heavy care is offered training, respite and carer’s
    allowance."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        heavy = person("saerlig_tyngende_omsorgsarbeid", period)
        return heavy * (age_in_months(person, period) >= 0)


@rule(
    nb="Rett til vedtak om pårørendestøtte",
    en="Right to a decision on support to a carer",
    section="pasient- og brukerrettighetsloven § 2-8",
    href=f"{RIGHTS}/§2-8",
    unit="bool",
    only_if=("saerlig_tyngende_omsorgsarbeid",),
)
class rett_til_vedtak_om_parorendestotte(Rule):
    """§ 2-8: a carer with particularly heavy care may demand a decision, and what it is to consist
    of."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("rett_til_parorendestotte", period) * person(
            "krever_vedtak_om_parorendestotte", period
        )


@rule(
    nb="Omsorgsstønad",
    en="Carer’s allowance",
    section="helse- og omsorgstjenesteloven § 3-6 første ledd nr. 3",
    href=f"{ACT}/§3-6",
    only_if=("omsorgsstonad_innvilget",),
)
class omsorgsstonad(Rule):
    """§ 3-6: what the kommune has granted a person with particularly heavy care."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        granted = numpy.maximum(person("omsorgsstonad_innvilget", period), 0)
        return person("rett_til_parorendestotte", period) * granted


@rule(
    nb="Lønn til avlaster",
    en="Pay of the respite carer",
    section="helse- og omsorgstjenesteloven § 3-6 første ledd nr. 2; særavtalen SGS 1030",
    href=f"{ACT}/§3-6",
)
class avlastning_lonn(Rule):
    """SGS 1030 item 5: the hourly minimum for all the hours of the day."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).helse.omsorg
        days = numpy.maximum(person("avlastning_dogn", period), 0)
        return days * law.timer_i_dognet * law.avlaster_timelonn


@rule(
    nb="Avlastning hos privat avlaster",
    en="Respite at a private respite carer",
    section="helse- og omsorgstjenesteloven § 3-6 første ledd nr. 2; særavtalen SGS 1030",
    href=f"{ACT}/§3-6",
)
class avlastning_utgifter(Rule):
    """SGS 1030 items 5 and 7: pay, and a cover of expenses by the age of the child."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        cover = stepwise(
            age_in_years(person, period), parameters(period).helse.omsorg.avlaster_utgiftsdekning
        )
        days = numpy.maximum(person("avlastning_dogn", period), 0)
        return person("avlastning_lonn", period) + days * cover


@rule(
    nb="Mindreårig som er pårørende til en pasient",
    en="A minor who is next of kin of a patient",
    section="helsepersonelloven § 10 a",
    href=f"{STAFF}/§10a",
    unit="bool",
)
class barn_som_parorende(Rule):
    """§ 10 a: a child under 18 whose parent or sibling is a patient with mental illness, addiction
    or serious somatic illness."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        patient = person("pasient_som_barn_er_parorende_til", period)
        elsewhere = person("forelder_eller_sosken_utenfor_hjemmet_er_pasient", period)
        return _next_of_kin(person, period, parameters, patient, elsewhere)


@rule(
    nb="Mindreårig som har mistet forelder eller søsken",
    en="A minor who has lost a parent or sibling",
    section="helsepersonelloven § 10 b",
    href=f"{STAFF}/§10b",
    unit="bool",
)
class barn_som_er_etterlatt(Rule):
    """§ 10 b: a child under 18 whose parent or sibling dies."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _minor(person, period, parameters) * person("forelder_eller_sosken_er_dod", period)


@rule(
    nb="Pasient i helseinstitusjon med mindreårige pårørende",
    en="A patient in an institution with minors as next of kin",
    section="spesialisthelsetjenesteloven § 3-7 a",
    href=f"{SPECIALIST}/§3-7a",
    unit="bool",
)
class barneansvarlig_personell(Rule):
    """§ 3-7 a: staff answerable for children, where a patient of the institution has children or
    siblings; for a patient outside the household the institution is stated with the child."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        inside = person("pasient_i_helseinstitusjon", period)
        patient = person("pasient_som_barn_er_parorende_til", period) * inside
        elsewhere = person("forelder_eller_sosken_utenfor_hjemmet_er_pasient", period) * inside
        return _next_of_kin(person, period, parameters, patient, elsewhere)


def _minor(person, period, parameters):
    age = age_in_months(person, period)
    return (age >= 0) * (age < 12 * parameters(period).helse.samtykke.myndighetsalder)


def _next_of_kin(person, period, parameters, patient, elsewhere):
    """Minors with a parent or sibling in the household, or elsewhere, who is a patient."""
    family = ~person.has_role(Husstand.ANNEN)
    patients = person.husstand.sum(patient * family)
    another = patients - patient * family > 0
    return _minor(person, period, parameters) * (another * family + elsewhere)
