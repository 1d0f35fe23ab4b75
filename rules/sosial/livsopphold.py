"""Sosialtjenesteloven § 18, first half: whose need is assessed together, and what it is.

Who is assessed together: the parents (or a couple) with the children whom they support. Whoever
is 18 or more and is not in fact supported by the parents is assessed alone, on own means.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Kommune, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule
from effektlov.rules.scales import stepwise

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2009-12-18-131"
CHILDREN_ACT = "https://lovdata.no/lov/1981-04-08-7"


@input_value(
    nb="Boutgifter, strøm og forsikring for husstanden",
    en="Housing, power and insurance of the household",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
)
class boutgifter(Rule):
    value_type = float
    entity = Husstand
    definition_period = MONTH


@input_value(
    nb="Egne boutgifter, når andre betaler for husstanden",
    en="Own housing costs, when others pay for the household",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
)
class egne_boutgifter(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Særlige utgifter til livsopphold",
    en="Special expenses for subsistence",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
)
class saerlige_utgifter(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Særlige utgifter godtas som nødvendige",
    en="Special expenses are accepted as necessary",
    unit="bool",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="nav_kontor",
        nb="Om behov ut over satsene og boutgiftene hører til et forsvarlig livsopphold",
        en="Whether needs beyond the rates and housing belong to a responsible subsistence",
    ),
)
class saerlige_utgifter_godtas(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kommunens nivå for livsopphold, av de veiledende satsene",
    en="The kommune's level of subsistence, of the guidance rates",
    unit="ratio",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
    open_norm=OpenNorm(
        least=0.9,
        usual=1.0,
        most=1.1,
        decides="kommune",
        nb="Hvilket nivå kommunen regner som et forsvarlig livsopphold; satsene er bare veiledende",
        en="The level that the kommune holds to be a responsible subsistence; rates only guide",
    ),
    confidence="assumed",
    reason="Kommunenes egne satser er ikke lest; ti prosent til hver side er antatt",
)
class niva_av_veiledende_satser(Rule):
    value_type = float
    default_value = 1.0
    entity = Kommune
    definition_period = MONTH


@input_value(
    nb="Andre inntekter til livsopphold, etter skatt",
    en="Other income for subsistence, after tax",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
)
class andre_inntekter_til_livsopphold(Rule):
    """Unused rights, spendable savings and what else is there to live on; not what the law here
    computes."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Ung voksen som foreldrene faktisk forsørger",
    en="Young adult whom the parents in fact support",
    unit="bool",
    section="barnelova §§ 66 og 68",
    href=f"{CHILDREN_ACT}/§68",
)
class forsorges_av_foreldre(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Livsoppholdet dekkes av fosterhjem, institusjon eller fengsel",
    en="Subsistence is covered by foster home, institution or prison",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
    unit="bool",
)
class livsopphold_dekkes_av_andre(Rule):
    """§ 18: no need for assistance while somebody else covers subsistence."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        places = place.possible_values
        return (
            (place == places.fosterhjem)
            + (place == places.institusjon)
            + person("i_fengsel", period)
        )


@rule(
    nb="Husstandens forsørgere",
    en="The household's providers",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
    unit="bool",
)
class forsorger_i_husstanden(Rule):
    """§ 18: a parent, or another adult who is the parent's or another adult's partner. Whoever is
    under 18 and keeps house without children is provided for by parents elsewhere (barnelova
    § 66)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        household = person.husstand
        adult_from = parameters(period).sosial.okonomisk_stonad.myndighetsalder
        adult = age_in_months(person, period) >= 12 * adult_from
        partner = person("lever_med_partner", period)
        parents = household.nb_persons(role=Husstand.FORELDER)
        with_partner = household.sum(
            household.members("lever_med_partner", period) * 1.0, role=Husstand.FORELDER
        )
        parent = person.has_role(Husstand.FORELDER) * (
            adult + (household.nb_persons(role=Husstand.BARN) > 0)
        )
        joins = (
            person.has_role(Husstand.ANNEN) * partner * (parents <= 1) * (with_partner == parents)
        )
        provider = parent + joins
        return provider * ~person("livsopphold_dekkes_av_andre", period)


@rule(
    nb="Vurderes sammen med forsørgerne",
    en="Assessed together with the providers",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
    unit="bool",
)
class vurderes_med_familien(Rule):
    """§ 18, barnelova §§ 66 and 68: the providers, their children under 18 and a young adult whom
    they in fact support."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        adult_from = parameters(period).sosial.okonomisk_stonad.myndighetsalder
        minor = age_in_months(person, period) < 12 * adult_from
        child = person.has_role(Husstand.BARN) * (minor + person("forsorges_av_foreldre", period))
        return (person("forsorger_i_husstanden", period) + child) * ~person(
            "livsopphold_dekkes_av_andre", period
        )


@rule(
    nb="Vurderes for seg",
    en="Assessed alone",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
    unit="bool",
)
class vurderes_for_seg(Rule):
    """§ 18: whoever is 18 or more and neither provides for the household nor is supported in it."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        adult_from = parameters(period).sosial.okonomisk_stonad.myndighetsalder
        adult = age_in_months(person, period) >= 12 * adult_from
        return (
            adult
            * ~person.has_role(Husstand.FORELDER)
            * ~person("vurderes_med_familien", period)
            * ~person("livsopphold_dekkes_av_andre", period)
        )


@rule(
    nb="Veiledende sats for personen",
    en="Guidance rate for the person",
    section="sosialtjenesteloven § 18 fjerde ledd, rundskriv om veiledende satser",
    href=f"{ACT}/§18",
)
class veiledende_sats(Rule):
    """§ 18 fourth paragraph: single, half of a couple, in a shared household, or child by age; at
    the level that the kommune uses."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).sosial.okonomisk_stonad
        household = person.husstand
        provider = person("forsorger_i_husstanden", period)
        providers = household.sum(household.members("forsorger_i_husstanden", period) * 1.0)
        others = household.sum(~household.members("livsopphold_dekkes_av_andre", period) * 1.0) > 1
        place = person("plassering", period)
        child = person.has_role(Husstand.BARN) * (
            age_in_months(person, period) < 12 * law.myndighetsalder
        )
        rate = numpy.select(
            [
                child,
                person("lever_med_partner", period) + provider * (providers > 1),
                provider,
                others * (place != place.possible_values.egen_bolig),
            ],
            [
                stepwise(age_in_months(person, period) / 12, law.satser.barn),
                law.satser.par / law.personer_i_par,
                law.satser.enslig,
                law.satser.bofellesskap,
            ],
            default=law.satser.enslig,
        )
        level = numpy.maximum(person.kommune("niva_av_veiledende_satser", period), 0.0)
        return level * rate * ~person("livsopphold_dekkes_av_andre", period)


@rule(
    nb="Boutgifter som regnes med for personen",
    en="Housing costs counted for the person",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
)
class boutgifter_person(Rule):
    """§ 18: the household's costs are the providers'; without providers those assessed alone share
    them. A young adult's own rent comes on top."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        household = person.husstand
        providers = household.sum(household.members("forsorger_i_husstanden", period) * 1.0)
        singles = household.sum(household.members("vurderes_for_seg", period) * 1.0)
        pays = numpy.where(
            providers > 0,
            person("forsorger_i_husstanden", period),
            person("vurderes_for_seg", period),
        )
        sharing = numpy.maximum(numpy.where(providers > 0, providers, singles), 1.0)
        shared = numpy.maximum(household("boutgifter", period), 0.0) / sharing
        return pays * shared + numpy.maximum(person("egne_boutgifter", period), 0.0)


@rule(
    nb="Inntekt som regnes med, etter skatt",
    en="Income counted, after tax",
    section="sosialtjenesteloven § 18 første og tredje ledd",
    href=f"{ACT}/§18",
    confidence="derived",
    reason="Skatten trekkes med en tolvdel av årets skatt, ikke etter månedens skattekort",
)
class inntekt_til_livsopphold(Rule):
    """§ 18: wages, benefits and other income less a twelfth of the year's tax; what children earn
    in spare time and holidays is left out (third paragraph). Grants that cover a stated expense
    are no income to live on."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        year = period.this_year
        supported_child = person("vurderes_med_familien", period) * person.has_role(Husstand.BARN)
        earned = person("lonn", period) + person("naeringsinntekt", period)
        gross = (
            earned * ~supported_child
            + numpy.maximum(person("kapitalinntekt", year), 0.0) / 12
            + person("uforetrygd", period)
            + person("uforetrygd_barnetillegg", period)
            + person("arbeidsavklaringspenger", period)
            + person("aap_barnetillegg", period)
            + person("kvalifiseringsstonad", period)
            + person("kvalifiseringsstonad_barnetillegg", period)
            + person("dagpenger_sykepenger_foreldrepenger", period)
            + person("sykepenger_arbeidsgiver", period)
            + person("omsorgspenger_arbeidsgiver", period)
            + person("overgangsstonad", period)
            + person("omsorgsstonad", period)
            + person("introduksjonsstonad", period)
            + person("tiltakspenger", period)
            + person("tiltakspenger_barnetillegg", period)
            + person("ungdomsprogramytelse", period)
            + person("aktivitetspenger", period)
            + person("kontantstotte", period)
            + person("barnebidrag", period)
            + person("bidragsforskudd", period)
            + person("barnepensjon", period)
            + person("omstillingsstonad", period)
            + person("gjenlevendepensjon", period)
            + person("annen_pensjon", period)
            + person("annen_barnepensjon", period)
            + person("studiestotte", period)
        )
        tax = person("inntektsskatt", year) / 12
        others = numpy.maximum(person("andre_inntekter_til_livsopphold", period), 0.0)
        return numpy.maximum(gross - tax, 0.0) + others


@rule(
    nb="Personens behov til livsopphold",
    en="The person's need for subsistence",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
)
class behov_til_livsopphold(Rule):
    """§ 18: the rate, housing and accepted special expenses."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        special = numpy.maximum(person("saerlige_utgifter", period), 0.0)
        return (
            person("veiledende_sats", period)
            + person("boutgifter_person", period)
            + special * person("saerlige_utgifter_godtas", period)
        )
