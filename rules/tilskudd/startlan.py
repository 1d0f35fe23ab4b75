"""Forskrift 18 november 2019 nr. 1546 chapter 5 and § 7-5: startlån, and who bears a loss.

Husbanken lends to the kommune, which lends on to persons without a bank loan (§ 5-2). A loan and
what is paid on it have no flow, as for student loans. A loss has: it is covered by the kommune up
to a fourth of the remaining principal, with interest and costs due before the sale, and by the
state for the rest (§ 7-5). What is covered goes to the household's home, not to its purse.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
ACT = "https://lovdata.no/forskrift/2019-11-18-1546"
NAME = "forskrift om lån fra Husbanken"
LOSS = "https://husbanken.no/kommune/startlaan/tapsdeling-admin/"


class StartlanFormal(Enum):
    ingen = "Ingen"
    kjop = "Kjøp av bolig"
    utbedring = "Utbedring og tilpasning av bolig"
    oppforing = "Oppføring av ny bolig"
    refinansiering = "Refinansiering av dyre lån, så husstanden kan bli boende"


class StartlanUnntak(Enum):
    ingen = "Ingen"
    trygg_bosituasjon = "Barn eller særlige utfordringer, trygg bosituasjon innen kort tid"
    boutgifter = "Problemer med boutgiftene, refinansiering lar husstanden bli boende"
    arbeid = "Boligsituasjonen hindrer arbeidsforhold eller lokalt næringsliv"
    kommunal_bolig = "Lånet gir bedre bruk av kommunens boliger"


@input_value(
    nb="Hva husstanden søker startlån til",
    en="What the household applies for a startlån for",
    unit="enum",
    section=f"{NAME} § 5-3",
    href=f"{ACT}/§5-3",
)
class startlan_formal(Rule):
    value_type = Enum
    possible_values = StartlanFormal
    default_value = StartlanFormal.ingen
    entity = Husstand
    definition_period = MONTH


@input_value(
    nb="Får ikke lån, eller ikke nok lån, i en vanlig bank",
    en="Can't get a loan, or not a large enough one, in an ordinary bank",
    unit="bool",
    section=f"{NAME} § 5-2 andre ledd",
    href=f"{ACT}/§5-2",
)
class far_ikke_lan_i_bank(Rule):
    value_type = bool
    entity = Husstand
    definition_period = MONTH


@input_value(
    nb="Kan betjene startlånet over tid og ha nok igjen til livsopphold",
    en="Can service the startlån over time and have enough left to live on",
    unit="bool",
    section=f"{NAME} § 5-2 tredje ledd",
    href=f"{ACT}/§5-2",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Om søkeren kan betjene lånet over tid og har nødvendige midler igjen til livsopphold",
        en="Whether the applicant can service the loan over time and has enough left to live on",
    ),
)
class startlan_betjeningsevne(Rule):
    value_type = bool
    default_value = True
    entity = Husstand
    definition_period = MONTH


@input_value(
    nb="Boligen er egnet, nøktern og rimelig etter prisnivået på stedet",
    en="The home is suitable, modest and reasonable by local prices",
    unit="bool",
    section=f"{NAME} § 5-3 andre ledd",
    href=f"{ACT}/§5-3",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Om boligen er egnet for husstanden, nøktern og rimelig",
        en="Whether the home is suitable for the household, modest and reasonable",
    ),
)
class startlan_egnet_bolig(Rule):
    value_type = bool
    default_value = True
    entity = Husstand
    definition_period = MONTH


@input_value(
    nb="Forventes å ha langvarige problemer med å finansiere egen bolig",
    en="Is expected to have lasting problems with financing an own home",
    unit="bool",
    section=f"{NAME} § 5-4 første ledd bokstav a",
    href=f"{ACT}/§5-4",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="kommune",
        nb="Om problemene med å finansiere en eid bolig er langvarige",
        en="Whether the problems of financing an owned home are lasting",
    ),
)
class langvarige_finansieringsproblemer(Rule):
    value_type = bool
    entity = Husstand
    definition_period = MONTH


@input_value(
    nb="Har spart det inntekten og nødvendige utgifter gir rom for",
    en="Has saved what income and necessary costs allow",
    unit="bool",
    section=f"{NAME} § 5-4 første ledd bokstav b",
    href=f"{ACT}/§5-4",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Om søkeren har brukt muligheten til å spare",
        en="Whether the applicant has used the possibility to save",
    ),
)
class har_brukt_sparemulighet(Rule):
    value_type = bool
    default_value = True
    entity = Husstand
    definition_period = MONTH


@input_value(
    nb="Situasjon der startlån kan gis selv om vilkårene ikke er oppfylt",
    en="Situation where a startlån may be given though the conditions are not met",
    unit="enum",
    section=f"{NAME} § 5-4 andre ledd",
    href=f"{ACT}/§5-4",
)
class startlan_unntak(Rule):
    value_type = Enum
    possible_values = StartlanUnntak
    default_value = StartlanUnntak.ingen
    entity = Husstand
    definition_period = MONTH


@input_value(
    nb="Husstanden har særlige sosiale eller helsemessige utfordringer",
    en="The household has special social or health challenges",
    unit="bool",
    section=f"{NAME} § 5-4 andre ledd bokstav a",
    href=f"{ACT}/§5-4",
)
class saerlige_utfordringer_i_husstanden(Rule):
    value_type = bool
    entity = Husstand
    definition_period = MONTH


@rule(
    nb="Startlån kan gis etter behovsprøvingen",
    en="A startlån may be given by the test of need",
    section=f"{NAME} § 5-4",
    href=f"{ACT}/§5-4",
    unit="bool",
)
class behov_for_startlan(Rule):
    """§ 5-4: lasting problems and saving as far as possible; or one of four situations, the first
    of them for a household with children or special challenges, the second for refinancing."""

    value_type = bool
    entity = Husstand
    definition_period = MONTH

    def formula_2020(husstand, period, parameters):
        grown = parameters(period).tilskudd.startlan.voksen
        needs = husstand("langvarige_finansieringsproblemer", period) * husstand(
            "har_brukt_sparemulighet", period
        )
        age = age_in_months(husstand.members, period)
        with_children = husstand.any((age >= 0) * (age < 12 * grown))
        burdened = with_children + husstand("saerlige_utfordringer_i_husstanden", period)
        purpose = husstand("startlan_formal", period)
        refinances = purpose == purpose.possible_values.refinansiering
        case = husstand("startlan_unntak", period)
        cases = case.possible_values
        excepted = (
            (case == cases.trygg_bosituasjon) * burdened
            + (case == cases.boutgifter) * refinances
            + (case == cases.arbeid)
            + (case == cases.kommunal_bolig)
        )
        return needs + excepted


@rule(
    nb="Kommunen kan gi startlån",
    en="The kommune may give a startlån",
    section=f"{NAME} §§ 5-2 til 5-4",
    href=f"{ACT}/§5-2",
    unit="bool",
    only_if=("startlan_formal",),
)
class kan_gi_startlan(Rule):
    """§§ 5-2, 5-3, 5-4: no bank loan, able to service it, a modest and suitable home, a need."""

    value_type = bool
    entity = Husstand
    definition_period = MONTH

    def formula_2020(husstand, period, parameters):
        purpose = husstand("startlan_formal", period)
        return (
            (purpose != purpose.possible_values.ingen)
            * husstand("far_ikke_lan_i_bank", period)
            * husstand("startlan_betjeningsevne", period)
            * husstand("startlan_egnet_bolig", period)
            * husstand("behov_for_startlan", period)
        )


@input_value(
    nb="Tap på startlånet er konstatert i året",
    en="A loss on the startlån is established in the year",
    unit="bool",
    section=f"{NAME} § 7-5 femte ledd",
    href=f"{ACT}/§7-5",
)
class startlan_tap_konstatert(Rule):
    """By sale of the security, or a debt settlement without a sale."""

    value_type = bool
    entity = Husstand
    definition_period = YEAR


@input_value(
    nb="Gjenstående hovedstol på startlånet",
    en="Remaining principal of the startlån",
    unit="kr",
    section=f"{NAME} § 7-5 femte ledd",
    href=f"{ACT}/§7-5",
)
class startlan_restgjeld(Rule):
    value_type = float
    entity = Husstand
    definition_period = YEAR


@input_value(
    nb="Forfalte renter og omkostninger på startlånet før salget",
    en="Interest and costs due on the startlån before the sale",
    unit="kr",
    section=f"{NAME} § 7-5 femte ledd",
    href=LOSS,
)
class startlan_forfalte_renter(Rule):
    """Of the last six months before the sale, without interest on arrears."""

    value_type = float
    entity = Husstand
    definition_period = YEAR


@input_value(
    nb="Det salget av boligen dekker av startlånet",
    en="What the sale of the home pays of the startlån",
    unit="kr",
    section=f"{NAME} § 7-5 femte ledd",
    href=f"{ACT}/§7-5",
)
class startlan_dekket_ved_salg(Rule):
    """What is left after loans with better security."""

    value_type = float
    entity = Husstand
    definition_period = YEAR


@input_value(
    nb="Kommunen får ikke dele tapet med Husbanken",
    en="The kommune may not share the loss with Husbanken",
    unit="bool",
    section=f"{NAME} § 9-1; Husbankens veileder",
    href=LOSS,
)
class startlan_uten_tapsdeling(Rule):
    """Applied later than a year after the loss, an unjustifiable credit assessment, or too poor a
    security."""

    value_type = bool
    entity = Husstand
    definition_period = YEAR


@rule(
    nb="Tap på startlånet",
    en="Loss on the startlån",
    section=f"{NAME} § 7-5 femte ledd",
    href=f"{ACT}/§7-5",
    only_if=("startlan_tap_konstatert",),
)
class startlan_tap(Rule):
    """§ 7-5: principal, interest and costs, less what the sale pays; interest and costs first."""

    value_type = float
    entity = Husstand
    definition_period = YEAR

    def formula(husstand, period, parameters):
        owed = numpy.maximum(husstand("startlan_restgjeld", period), 0) + numpy.maximum(
            husstand("startlan_forfalte_renter", period), 0
        )
        paid = numpy.maximum(husstand("startlan_dekket_ved_salg", period), 0)
        established = husstand("startlan_tap_konstatert", period)
        return established * numpy.maximum(owed - paid, 0)


@rule(
    nb="Kommunens del av tapet på startlånet",
    en="The kommune's part of the loss on the startlån",
    section=f"{NAME} § 7-5 femte ledd",
    href=f"{ACT}/§7-5",
    only_if=("startlan_tap_konstatert",),
)
class startlan_tap_kommune(Rule):
    """§ 7-5: the first fourth of the remaining principal, and the interest and costs due before the
    sale; the whole loss where it may not be shared."""

    value_type = float
    entity = Husstand
    definition_period = YEAR

    def formula(husstand, period, parameters):
        share = parameters(period).tilskudd.startlan.kommunens_andel
        principal = numpy.maximum(husstand("startlan_restgjeld", period), 0)
        due = numpy.maximum(husstand("startlan_forfalte_renter", period), 0)
        loss = husstand("startlan_tap", period)
        first = numpy.minimum(loss, share * principal + due)
        return numpy.where(husstand("startlan_uten_tapsdeling", period), loss, first)


@rule(
    nb="Statens del av tapet på startlånet",
    en="The state's part of the loss on the startlån",
    section=f"{NAME} § 7-5 femte ledd",
    href=f"{ACT}/§7-5",
    only_if=("startlan_tap_konstatert",),
)
class startlan_tap_stat(Rule):
    """§ 7-5: what is left of the loss."""

    value_type = float
    entity = Husstand
    definition_period = YEAR

    def formula(husstand, period, parameters):
        return husstand("startlan_tap", period) - husstand("startlan_tap_kommune", period)
