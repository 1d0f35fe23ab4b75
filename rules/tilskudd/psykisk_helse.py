"""Chapter 765 post 60: municipal services in mental health and drugs, for the young.

Helsedirektoratet's grants, handled by the county governor. A psychologist's post was supported with
a fixed sum until the act required the kommune to have one (2020, when the money went into the block
grant). Teams by the ACT and FACT model, and FACT ung for those of 12 to 25, are supported by post.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.tilskudd.utmaling import paid_by_grant

MONTH = DateUnit.MONTH
SECTION = "Stortingets budsjettvedtak kap. 765 post 60; Helsedirektoratets regelverk"
TEAMS = (
    "https://www.helsedirektoratet.no/tilskudd/tilbud-til-barn-og-unge-med-psykiske-plager-og-"
    "problematisk-rusmiddelbruk-og-behov-for-sammensatte-tjenester"
)
CEILING = "https://napha.no/kunnskapsbasen/26841/"
PSYCHOLOGISTS = (
    "https://helsedirektoratet.no/tilskudd/psykologer-i-de-kommunale-helse-og-omsorgstjenestene"
)


class Oppfolgingsteam(Enum):
    ingen = "Ingen"
    act = "ACT-team"
    fact = "FACT-team"
    fact_ung = "FACT ung-team"


@input_value(
    nb="Følges opp av et oppsøkende team",
    en="Is followed up by an outreach team",
    unit="enum",
    section=SECTION,
    href=TEAMS,
)
class oppfolgingsteam(Rule):
    value_type = Enum
    possible_values = Oppfolgingsteam
    default_value = Oppfolgingsteam.ingen
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kommunens utgifter til teamet, personens del",
    en="The kommune's cost of the team, the person's part",
    unit="kr/year",
    section=SECTION,
    href=TEAMS,
)
class oppfolgingsteam_kostnad(Rule):
    """The health trust pays its own part of the team."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Innvilget tilskudd til hele teamet",
    en="Granted for the whole team",
    unit="kr/year",
    section=SECTION,
    href=TEAMS,
)
class oppfolgingsteam_innvilget(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Hele stillinger i teamet som tilskuddet gjelder",
    en="Full posts of the team that the grant is for",
    unit="count",
    section=SECTION,
    href=CEILING,
)
class oppfolgingsteam_stillinger(Rule):
    """0: not stated, and the ceiling is that of a whole team."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Brukere som teamet følger opp",
    en="Users that the team follows up",
    unit="count",
    section=SECTION,
    href=TEAMS,
)
class oppfolgingsteam_brukere(Rule):
    value_type = int
    default_value = 1
    entity = Person
    definition_period = MONTH


@rule(
    nb="Utgifter til det oppsøkende teamet",
    en="Cost of the outreach team",
    section=SECTION,
    href=TEAMS,
    only_if=("oppfolgingsteam_kostnad",),
)
class oppfolgingsteam_utgifter(Rule):
    """What the kommune pays for the person, with or without a grant."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        team = person("oppfolgingsteam", period)
        cost = numpy.maximum(person("oppfolgingsteam_kostnad", period), 0)
        return (team != team.possible_values.ingen) * cost


@rule(
    nb="Mest tilskudd til teamet",
    en="Most that the team may be granted",
    section=SECTION,
    href=CEILING,
    only_if=("oppfolgingsteam",),
    confidence="secondary",
    reason=(
        "Taket er gjengitt av kompetansesenteret NAPHA og kjent fra 2025: ti hele stillinger, 5 "
        "millioner kroner for ACT og FACT og 6 for FACT ung; per stilling er det delt på ti"
    ),
)
class oppfolgingsteam_tak(Rule):
    """Ten full posts at most, and a sum for the whole team; fewer posts give a part of the sum.
    Before 2025 no ceiling is known."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2025(person, period, parameters):
        law = parameters(period).tilskudd.psykisk_helse
        team = person("oppfolgingsteam", period)
        kinds = team.possible_values
        adults = (team == kinds.act) + (team == kinds.fact)
        whole = adults * law.mest_act_fact + (team == kinds.fact_ung) * law.mest_fact_ung
        stated = person("oppfolgingsteam_stillinger", period)
        posts = numpy.where(stated > 0, stated, law.stillinger)
        return whole * numpy.minimum(posts / law.stillinger, 1) / 12


@rule(
    nb="Tilskudd til oppsøkende team (ACT, FACT, FACT ung)",
    en="Grant for an outreach team (ACT, FACT, FACT ung)",
    section=SECTION,
    href=TEAMS,
    only_if=("oppfolgingsteam_innvilget",),
    confidence="secondary",
    reason="Regelverket er lest i utdrag; før 2025 er beløpet per stilling ikke funnet",
)
class oppfolgingsteam_tilskudd(Rule):
    """Post 60: what the team is granted, shared among its users, no more than the kommune's cost;
    FACT ung for those of 12 to 25, the others for adults."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tilskudd.psykisk_helse
        team = person("oppfolgingsteam", period)
        young = team == team.possible_values.fact_ung
        age = age_in_months(person, period)
        youth = (age >= 12 * law.forste_alder_fact_ung) * (
            age < 12 * (law.siste_alder_fact_ung + 1)
        )
        covered = young * youth + ~young * (age >= 12 * law.voksen)
        ceiling = person("oppfolgingsteam_tak", period)
        granted = person("oppfolgingsteam_innvilget", period)
        team_grant = numpy.where(ceiling > 0, numpy.minimum(granted, ceiling), granted)
        users = numpy.maximum(person("oppfolgingsteam_brukere", period), 1)
        return covered * paid_by_grant(
            team_grant / users, person("oppfolgingsteam_utgifter", period)
        )


@input_value(
    nb="Andel av kommunens psykologstilling som brukes på personen",
    en="Share of the kommune's psychologist post used on the person",
    unit="share",
    section=SECTION,
    href=PSYCHOLOGISTS,
)
class psykologstilling_andel(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kommunens utgifter til en hel psykologstilling",
    en="The kommune's cost of a full psychologist post",
    unit="kr/year",
    section=SECTION,
    href=PSYCHOLOGISTS,
)
class psykologstilling_kostnad(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kommunen har rekrutteringstilskudd for psykologstillingen",
    en="The kommune has the recruitment grant for the psychologist post",
    unit="bool",
    section=SECTION,
    href=PSYCHOLOGISTS,
)
class innvilget_psykologtilskudd(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Utgifter til kommunepsykolog for personen",
    en="Cost of the municipal psychologist for the person",
    section="helse- og omsorgstjenesteloven § 3-2 første ledd",
    href="https://lovdata.no/lov/2011-06-24-30/§3-2",
    only_if=("psykologstilling_andel",),
)
class kommunepsykolog_utgifter(Rule):
    """§ 3-2: the share of the post used on the person; from 2020 the kommune must have one."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        share = numpy.clip(person("psykologstilling_andel", period), 0, 1)
        return share * numpy.maximum(person("psykologstilling_kostnad", period), 0)


@rule(
    nb="Rekrutteringstilskudd til psykolog i kommunen",
    en="Recruitment grant for a psychologist in the kommune",
    section=SECTION,
    href=PSYCHOLOGISTS,
    only_if=("innvilget_psykologtilskudd",),
)
class psykologtilskudd(Rule):
    """Post 60: a fixed sum for a full post, in the last year 2019; from 2020 in the block grant."""

    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2019-12-31"

    def formula(person, period, parameters):
        rate = parameters(period).tilskudd.psykisk_helse.psykologstilling / 12
        share = numpy.clip(person("psykologstilling_andel", period), 0, 1)
        paid = paid_by_grant(share * rate, person("kommunepsykolog_utgifter", period))
        return person("innvilget_psykologtilskudd", period) * paid
