"""Who must cooperate, act by act, from 1 August 2022; and the school's duty before that."""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
LOV = "https://lovdata.no/lov"


@input_value(
    nb="Har helsemessige, personlige, sosiale eller emosjonelle vansker",
    en="Has health, personal, social or emotional difficulties",
    unit="bool",
    section="opplæringslova 1998 § 15-8 (2018)",
    href=f"{LOV}/1998-07-17-61/§15-8",
)
class har_helsemessige_eller_sosiale_vansker(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Skolen skal samarbeide med kommunale tjenester",
    en="The school must cooperate with municipal services",
    section="opplæringslova 1998 § 15-8 (2018)",
    href=f"{LOV}/1998-07-17-61/§15-8",
    unit="bool",
    only_if=("har_helsemessige_eller_sosiale_vansker",),
)
class skal_samarbeide_skole_1998(Rule):
    """§ 15-8 from August 2018 to July 2022: a pupil with health, personal, social or emotional
    difficulties."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("elev", period) * person("har_helsemessige_eller_sosiale_vansker", period)


@rule(
    nb="Skolen, SFO og PPT skal samarbeide",
    en="School, after-school care and PPT must cooperate",
    section="opplæringslova § 24-1",
    href=f"{LOV}/2023-06-09-30/§24-1",
    unit="bool",
)
class skal_samarbeide_skole(Rule):
    """§ 24-1 (1998: § 15-8): a pupil for whom cooperation is needed, in a school that isn't
    approved under the private school act (§ 1-2)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2022_08(person, period, parameters):
        public = person("elev", period) * ~person("privat_skole", period)
        return person("ma_samordnes", period) * public


@rule(
    nb="Privatskolen skal samarbeide",
    en="The private school must cooperate",
    section="privatskolelova § 3-6a",
    href=f"{LOV}/2003-07-04-84/§3-6a",
    unit="bool",
    only_if=("privat_skole",),
)
class skal_samarbeide_privatskole(Rule):
    """§ 3-6a: a pupil of an approved private school for whom cooperation is needed."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2022_08(person, period, parameters):
        private = person("elev", period) * person("privat_skole", period)
        return person("ma_samordnes", period) * private


@rule(
    nb="Barnehagen og PPT skal samarbeide",
    en="Kindergarten and PPT must cooperate",
    section="barnehageloven § 2 b",
    href=f"{LOV}/2005-06-17-64/§2b",
    unit="bool",
)
class skal_samarbeide_barnehage(Rule):
    """§ 2 b: a user for whom cooperation is needed."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2022_08(person, period, parameters):
        return person("ma_samordnes", period) * person("i_barnehage", period)


@rule(
    nb="Barnevernstjenesten skal samarbeide",
    en="The child welfare service must cooperate",
    section="barnevernsloven § 15-8",
    href=f"{LOV}/2021-06-18-97/§15-8",
    unit="bool",
)
class skal_samarbeide_barnevernstjenesten(Rule):
    """§ 15-8: a user for whom cooperation is needed."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2022_08(person, period, parameters):
        return person("ma_samordnes", period) * person("under_barnevernet", period)


@rule(
    nb="Helse- og omsorgstjenesten skal samarbeide",
    en="The health and care service must cooperate",
    section="helse- og omsorgstjenesteloven § 3-4",
    href=f"{LOV}/2011-06-24-30/§3-4",
    unit="bool",
)
class skal_samarbeide_helse_og_omsorgstjenesten(Rule):
    """§ 3-4: a user for whom cooperation is needed."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2022_08(person, period, parameters):
        return person("ma_samordnes", period) * person("mottar_helse_og_omsorgstjenester", period)


@rule(
    nb="Spesialisthelsetjenesten skal samarbeide",
    en="The specialist health service must cooperate",
    section="spesialisthelsetjenesteloven § 2-1 e",
    href=f"{LOV}/1999-07-02-61/§2-1e",
    unit="bool",
)
class skal_samarbeide_spesialisthelsetjenesten(Rule):
    """§ 2-1 e: a user for whom cooperation is needed."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2022_08(person, period, parameters):
        return person("ma_samordnes", period) * person("pasient_i_spesialisthelsetjenesten", period)


@rule(
    nb="Tannhelsetjenesten skal samarbeide",
    en="The dental service must cooperate",
    section="tannhelsetjenesteloven § 1-4a",
    href=f"{LOV}/1983-06-03-54/§1-4a",
    unit="bool",
    only_if=("bruker_av_tannhelsetjenesten",),
)
class skal_samarbeide_tannhelsetjenesten(Rule):
    """§ 1-4a: a user for whom cooperation is needed."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2022_08(person, period, parameters):
        return person("ma_samordnes", period) * person("bruker_av_tannhelsetjenesten", period)


@rule(
    nb="Sosialtjenesten skal samarbeide",
    en="The social service must cooperate",
    section="sosialtjenesteloven § 13",
    href=f"{LOV}/2009-12-18-131/§13",
    unit="bool",
)
class skal_samarbeide_sosialtjenesten(Rule):
    """§ 13: a user for whom cooperation is needed."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2022_08(person, period, parameters):
        return person("ma_samordnes", period) * person("bruker_av_sosialtjenesteloven", period)


@rule(
    nb="Nav-kontoret skal samarbeide",
    en="The Nav office must cooperate",
    section="Nav-loven § 15 a",
    href=f"{LOV}/2006-06-16-20/§15a",
    unit="bool",
    only_if=("bruker_av_nav_kontoret",),
)
class skal_samarbeide_nav_kontoret(Rule):
    """§ 15 a: a user for whom cooperation is needed."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2022_08(person, period, parameters):
        return person("ma_samordnes", period) * person("bruker_av_nav_kontoret", period)


@rule(
    nb="Krisesentertilbudet skal samarbeide",
    en="The crisis centre must cooperate",
    section="krisesenterlova § 4",
    href=f"{LOV}/2009-06-19-44/§4",
    unit="bool",
)
class skal_samarbeide_krisesenter(Rule):
    """§ 4: a user for whom cooperation is needed."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2022_08(person, period, parameters):
        return person("ma_samordnes", period) * person("pa_krisesenter", period)


@rule(
    nb="Familievernkontoret skal samarbeide",
    en="The family counselling office must cooperate",
    section="familievernkontorloven § 1 a",
    href=f"{LOV}/1997-06-19-62/§1a",
    unit="bool",
    only_if=("bruker_av_familievernkontor",),
)
class skal_samarbeide_familievernkontor(Rule):
    """§ 1 a: a user for whom cooperation is needed."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2022_08(person, period, parameters):
        return person("ma_samordnes", period) * person("bruker_av_familievernkontor", period)


@rule(
    nb="Kommunen skal samarbeide om introduksjonsprogrammet",
    en="The kommune must cooperate on the introduction programme",
    section="integreringsloven § 50",
    href=f"{LOV}/2020-11-06-127/§50",
    unit="bool",
)
class skal_samarbeide_introduksjonsprogram(Rule):
    """§ 50: a user for whom cooperation is needed."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2022_08(person, period, parameters):
        return person("ma_samordnes", period) * person("deltaker_i_introduksjonsprogram", period)
