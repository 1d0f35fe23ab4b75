"""Which services a person has, and whether they must be coordinated (lov 11 juni 2021 nr. 78).

One clause stands in each welfare act: cooperate when a coherent and coordinated service needs it.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
LOV = "https://lovdata.no/lov"


@input_value(
    nb="Går i barnehage",
    en="Attends kindergarten",
    unit="bool",
    section="barnehageloven § 2 b",
    href=f"{LOV}/2005-06-17-64/§2b",
)
class bruker_av_barnehage(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Får oppfølging av barnevernstjenesten",
    en="Is followed up by the child welfare service",
    unit="bool",
    section="barnevernsloven § 15-8",
    href=f"{LOV}/2021-06-18-97/§15-8",
)
class bruker_av_barnevernstjenesten(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Får kommunale helse- og omsorgstjenester",
    en="Receives municipal health and care services",
    unit="bool",
    section="helse- og omsorgstjenesteloven § 3-4",
    href=f"{LOV}/2011-06-24-30/§3-4",
)
class bruker_av_helse_og_omsorgstjenesten(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Får spesialisthelsetjenester",
    en="Receives specialist health services",
    unit="bool",
    section="spesialisthelsetjenesteloven § 2-1 e",
    href=f"{LOV}/1999-07-02-61/§2-1e",
)
class bruker_av_spesialisthelsetjenesten(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Får oppfølging av den offentlige tannhelsetjenesten",
    en="Is followed up by the public dental service",
    unit="bool",
    section="tannhelsetjenesteloven § 1-4a",
    href=f"{LOV}/1983-06-03-54/§1-4a",
)
class bruker_av_tannhelsetjenesten(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Får tjenester etter sosialtjenesteloven",
    en="Receives services under the social services act",
    unit="bool",
    section="sosialtjenesteloven § 13",
    href=f"{LOV}/2009-12-18-131/§13",
)
class bruker_av_sosialtjenesten(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er bruker av Nav-kontoret",
    en="Is a user of the Nav office",
    unit="bool",
    section="Nav-loven § 15 a",
    href=f"{LOV}/2006-06-16-20/§15a",
)
class bruker_av_nav_kontoret(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er bruker av krisesenter",
    en="Is a user of a crisis centre",
    unit="bool",
    section="krisesenterlova § 4",
    href=f"{LOV}/2009-06-19-44/§4",
)
class bruker_av_krisesenter(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er bruker av familievernkontor",
    en="Is a user of a family counselling office",
    unit="bool",
    section="familievernkontorloven § 1 a",
    href=f"{LOV}/1997-06-19-62/§1a",
)
class bruker_av_familievernkontor(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Deltar i introduksjonsprogram",
    en="Takes part in the introduction programme",
    unit="bool",
    section="integreringsloven § 50",
    href=f"{LOV}/2020-11-06-127/§50",
)
class bruker_av_introduksjonsprogram(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Får tjenester fra flere sektorer",
    en="Receives services from several sectors",
    unit="bool",
    section="opplæringslova § 24-1",
    href=f"{LOV}/2023-06-09-30/§24-1",
)
class mottar_flere_tjenester(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Samarbeid er nødvendig for et helhetlig og samordnet tjenestetilbud",
    en="Cooperation is needed for a coherent and coordinated service",
    unit="bool",
    section="opplæringslova § 24-1 og de samme paragrafene i de andre lovene",
    href=f"{LOV}/2023-06-09-30/§24-1",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Er samarbeid nødvendig for å gi et helhetlig og samordnet tjenestetilbud?",
        en="Is cooperation needed to give a coherent and coordinated service?",
    ),
)
class samarbeid_nodvendig(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@rule(
    nb="Bruker av krisesentertilbudet",
    en="User of the crisis centre",
    section="krisesenterlova § 4",
    href=f"{LOV}/2009-06-19-44/§4",
    unit="bool",
)
class pa_krisesenter(Rule):
    """§ 4: stays there, or is otherwise a user."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        stays = person("krisesenterdogn", period) > 0
        return person("bruker_av_krisesenter", period) + stays


@rule(
    nb="Deltaker i introduksjonsprogram",
    en="Participant of the introduction programme",
    section="integreringsloven § 50",
    href=f"{LOV}/2020-11-06-127/§50",
    unit="bool",
)
class deltaker_i_introduksjonsprogram(Rule):
    """§ 50: the programme is granted and under way, or the case says so."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        stated = person("bruker_av_introduksjonsprogram", period)
        return stated + person("deltar_i_introduksjonsprogram", period)


@rule(
    nb="Får tjenester etter sosialtjenesteloven",
    en="Receives services under the social services act",
    section="sosialtjenesteloven § 13",
    href=f"{LOV}/2009-12-18-131/§13",
    unit="bool",
)
class bruker_av_sosialtjenesteloven(Rule):
    """§ 13: applies for financial support, is in the qualification programme, or is otherwise a
    user."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("bruker_av_sosialtjenesten", period)
            + person("soker_sosialhjelp", period)
            + person("deltar_i_kvp", period)
        )


@rule(
    nb="Mottar kommunale helse- og omsorgstjenester",
    en="Receives municipal health and care services",
    section="helse- og omsorgstjenesteloven § 3-4",
    href=f"{LOV}/2011-06-24-30/§3-4",
    unit="bool",
)
class mottar_helse_og_omsorgstjenester(Rule):
    """§ 3-4: has services of the kommune with wage cost, days of respite, or is otherwise a user.

    Being on the list of a GP or following the child health programme, as nearly everybody does, is
    no service to coordinate by itself.
    """

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        served = person("omsorgstjenester_lonn", period) + person("avlastning_dogn", period) > 0
        return person("bruker_av_helse_og_omsorgstjenesten", period) + served


@rule(
    nb="Får tjenester fra minst to tjenesteytere",
    en="Receives services from at least two providers",
    section="opplæringslova § 24-1 femte ledd",
    href=f"{LOV}/2023-06-09-30/§24-1",
    unit="bool",
)
class tjenester_fra_flere_sektorer(Rule):
    """§ 24-1: at least two providers, or the case says so."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        least = parameters(period).samarbeid.samarbeid.flere_tjenester
        number = (
            person("elev", period) * 1
            + person("i_barnehage", period)
            + person("under_barnevernet", period)
            + person("mottar_helse_og_omsorgstjenester", period)
            + person("pasient_i_spesialisthelsetjenesten", period)
            + person("bruker_av_tannhelsetjenesten", period)
            + person("bruker_av_sosialtjenesteloven", period)
            + person("bruker_av_nav_kontoret", period)
            + person("pa_krisesenter", period)
            + person("bruker_av_familievernkontor", period)
            + person("deltaker_i_introduksjonsprogram", period)
        )
        return person("mottar_flere_tjenester", period) + (number >= least)


@rule(
    nb="Barnevernstjenesten følger opp",
    en="The child welfare service follows up",
    section="barnevernsloven § 15-8",
    href=f"{LOV}/2021-06-18-97/§15-8",
    unit="bool",
)
class under_barnevernet(Rule):
    """§§ 1-2, 15-8: a child with a help measure or a care order, in a foster home or an
    institution; a youth with aftercare; or whoever is otherwise followed up, until 25."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        placed = (place == place.possible_values.fosterhjem) + (
            place == place.possible_values.institusjon
        )
        served = (
            person("har_hjelpetiltak", period)
            + person("har_spesialisert_hjelpetiltak", period)
            + person("i_senter_for_foreldre_og_barn", period)
            + person("omsorgsovertakelse", period)
        )
        child = person("barn_etter_barnevernsloven", period)
        limit = parameters(period).barnevern.ansvar.aldersgrense_ettervern
        young = age_in_months(person, period) < 12 * limit
        followed = young * person("bruker_av_barnevernstjenesten", period)
        return child * (served + placed) + followed + person("har_ettervern", period)


@rule(
    nb="Pasient i spesialisthelsetjenesten",
    en="Patient of the specialist health service",
    section="spesialisthelsetjenesteloven § 2-1 e",
    href=f"{LOV}/1999-07-02-61/§2-1e",
    unit="bool",
)
class pasient_i_spesialisthelsetjenesten(Rule):
    """§ 2-1 e: in treatment in BUP, admitted, or otherwise a patient."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("bruker_av_spesialisthelsetjenesten", period)
            + person("i_bup", period)
            + person("innlagt_i_spesialisthelsetjenesten", period)
        )


@rule(
    nb="Samarbeid er nødvendig",
    en="Cooperation is needed",
    section="opplæringslova § 24-1 første ledd og de samme paragrafene i de andre lovene",
    href=f"{LOV}/2023-06-09-30/§24-1",
    unit="bool",
)
class ma_samordnes(Rule):
    """§ 24-1 and its like: several providers, and cooperation is needed for a coherent service."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        several = person("tjenester_fra_flere_sektorer", period)
        return several * person("samarbeid_nodvendig", period)
