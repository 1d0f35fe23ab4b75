"""Arbeids- og velferdsforvaltningsloven (lov 16 juni 2006 nr. 20) § 14 a: assessment and plan;
arbeidsmarkedsloven (lov 10 desember 2004 nr. 76) § 10: registration as a job seeker.

Whoever asks Nav for help to get work has the need assessed, the work ability when more is needed,
and takes part in an activity plan. What Nav then gives is no right (arbeidsmarkedsloven § 12).
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2006-06-16-20"


@input_value(
    nb="Henvender seg til Nav og ønsker eller trenger bistand for å komme i arbeid",
    en="Asks Nav for help, wishing for or needing help to get work",
    unit="bool",
    section="Nav-loven § 14 a første ledd",
    href=f"{ACT}/§14a",
)
class ber_om_bistand_til_arbeid(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Trenger en mer omfattende vurdering",
    en="Needs a more extensive assessment",
    unit="bool",
    section="Nav-loven § 14 a første ledd",
    href=f"{ACT}/§14a",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="nav_kontor",
        nb="Når bistandsbehovet krever arbeidsevnevurdering, avgjør Nav-kontoret",
        en="The Nav office decides when the need calls for an assessment of work ability",
    ),
)
class trenger_arbeidsevnevurdering(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nav har fastslått et bistandsbehov",
    en="Nav has established a need for help",
    unit="bool",
    section="Nav-loven § 14 a tredje ledd",
    href=f"{ACT}/§14a",
)
class bistandsbehov_fastslatt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har rett til kvalifiseringsprogram",
    en="Has a right to the qualification programme",
    unit="bool",
    section="Nav-loven § 14 a tredje ledd andre punktum",
    href=f"{ACT}/§14a",
)
class aktivitetsplan_erstattes_av_kvp(Rule):
    """Stated only where the case does not show the right itself."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til arbeidsevnevurdering",
    en="Right to an assessment of work ability",
    section="Nav-loven § 14 a første ledd andre punktum",
    href=f"{ACT}/§14a",
    unit="bool",
)
class rett_til_arbeidsevnevurdering(Rule):
    """§ 14 a first paragraph: who asks for help to get work and needs a more extensive
    assessment."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("ber_om_bistand_til_arbeid", period) * person(
            "trenger_arbeidsevnevurdering", period
        )


@rule(
    nb="Rett til å delta i aktivitetsplan",
    en="Right to take part in an activity plan",
    section="Nav-loven § 14 a tredje ledd",
    href=f"{ACT}/§14a",
    unit="bool",
    only_if=("bistandsbehov_fastslatt",),
)
class rett_til_aktivitetsplan(Rule):
    """§ 14 a third paragraph: whose need for help is established, unless a right to the
    qualification programme takes its place."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        programme = (
            person("aktivitetsplan_erstattes_av_kvp", period)
            + person("rett_til_kvp", period)
            + person("deltar_i_kvp", period)
        )
        return person("bistandsbehov_fastslatt", period) * ~programme


@input_value(
    nb="Vil registreres som arbeidssøker",
    en="Wants to be registered as a job seeker",
    unit="bool",
    section="arbeidsmarkedsloven § 10 første ledd",
    href="https://lovdata.no/lov/2004-12-10-76/§10",
)
class vil_registreres_som_arbeidssoker(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til å bli registrert som arbeidssøker",
    en="Right to be registered as a job seeker",
    section="arbeidsmarkedsloven §§ 2 og 10 første ledd",
    href="https://lovdata.no/lov/2004-12-10-76/§10",
    unit="bool",
    only_if=("vil_registreres_som_arbeidssoker",),
)
class rett_til_registrering_som_arbeidssoker(Rule):
    """§§ 2, 10: whoever is lawfully in the country and wants it."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("vil_registreres_som_arbeidssoker", period) * ~person(
            "uten_lovlig_opphold", period
        )
