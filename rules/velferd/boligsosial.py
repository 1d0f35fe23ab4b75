"""Boligsosialloven (lov 20 desember 2022 nr. 121): help to get and keep a suitable home.

Who asks the kommune for help has the question decided (§ 7); who is disadvantaged in the housing
market has help fitted to the need (§ 6), but no right to a certain home.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2022-12-20-121"


@input_value(
    nb="Ber kommunen om bistand på boligmarkedet",
    en="Asks the kommune for help in the housing market",
    unit="bool",
    section="boligsosialloven § 7 første ledd",
    href=f"{ACT}/§7",
)
class ber_om_boligbistand(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har ikke lovlig opphold i riket",
    en="Has no lawful residence in Norway",
    unit="bool",
    section="boligsosialloven § 2 bokstav a",
    href=f"{ACT}/§2",
)
class uten_lovlig_opphold(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har søkt om beskyttelse og har eller kan få statlig innkvartering",
    en="Has applied for protection and has or can have state accommodation",
    unit="bool",
    section="boligsosialloven § 2 bokstav b",
    href=f"{ACT}/§2",
)
class kan_fa_statlig_innkvartering(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Ikke norsk statsborger og uten tilknytning til riket",
    en="Not a Norwegian citizen and without ties to Norway",
    unit="bool",
    section="boligsosialloven § 2 bokstav c",
    href=f"{ACT}/§2",
)
class uten_tilknytning_til_riket(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har flyttet fra bosettingskommunen uten avtale mellom kommunene",
    en="Has moved from the kommune of settlement without an agreement of the kommuner",
    unit="bool",
    section="boligsosialloven § 3 tredje ledd",
    href=f"{ACT}/§3",
)
class flyttet_uten_avtale_mellom_kommunene(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kan ikke ivareta sine interesser på boligmarkedet og trenger bistand",
    en="Can't look after her interests in the housing market and needs help",
    unit="bool",
    section="boligsosialloven § 4",
    href=f"{ACT}/§4",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="kommune",
        nb="Om personen er vanskeligstilt på boligmarkedet",
        en="Whether the person is disadvantaged in the housing market",
    ),
)
class vanskeligstilt_pa_boligmarkedet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Omfattet av boligsosialloven i kommunen",
    en="Covered by the housing support act in the kommune",
    section="boligsosialloven §§ 2 og 3",
    href=f"{ACT}/§2",
    unit="bool",
)
class omfattet_av_boligsosialloven(Rule):
    """§§ 2, 3: whoever stays in the kommune, save those without lawful residence, those with state
    accommodation, foreigners without ties, and refugees who moved from the kommune that has the
    integration grant without an agreement."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return ~(
            person("uten_lovlig_opphold", period)
            + person("kan_fa_statlig_innkvartering", period)
            + person("uten_tilknytning_til_riket", period)
            + person("flyttet_uten_avtale_mellom_kommunene", period)
        )


@rule(
    nb="Kommunen skal avgjøre om personen er vanskeligstilt",
    en="The kommune must decide whether the person is disadvantaged",
    section="boligsosialloven § 7 første ledd",
    href=f"{ACT}/§7",
    unit="bool",
    only_if=("ber_om_boligbistand",),
)
class boligbistand_skal_avgjores(Rule):
    """§ 7: when someone who is covered asks for help, by application or otherwise."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("ber_om_boligbistand", period) * person(
            "omfattet_av_boligsosialloven", period
        )


@rule(
    nb="Rett til individuelt tilpasset boligbistand",
    en="Right to housing help fitted to the need",
    section="boligsosialloven §§ 4 og 6",
    href=f"{ACT}/§6",
    unit="bool",
)
class rett_til_boligbistand(Rule):
    """§§ 4, 6: who is covered and can't look after her interests in the housing market."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("omfattet_av_boligsosialloven", period) * person(
            "vanskeligstilt_pa_boligmarkedet", period
        )
