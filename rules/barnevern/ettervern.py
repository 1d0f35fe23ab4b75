"""Barnevernsloven § 3-6: measures that go on, or come back, after 18.

To and with the month before 25 (23 before 2021). The state's economic responsibility ends at 20
(§ 16-5 second paragraph): from then on the kommune pays all of it.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

ETERNITY, MONTH = DateUnit.ETERNITY, DateUnit.MONTH
ACT = "https://lovdata.no/lov/2021-06-18-97"


@input_value(
    nb="Har tiltak etter fylte 18 år (ettervern)",
    en="Has measures after 18 (aftercare)",
    unit="bool",
    section="barnevernsloven § 3-6",
    href=f"{ACT}/§3-6",
)
class ettervern(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tiltak var iverksatt før fylte 18 år",
    en="A measure was carried out before 18",
    unit="bool",
    section="barnevernsloven § 3-6 første ledd",
    href=f"{ACT}/§3-6",
)
class tiltak_for_18(Rule):
    value_type = bool
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Ungdommen samtykker til ettervern",
    en="The youth consents to aftercare",
    unit="bool",
    section="barnevernsloven § 3-6 første ledd",
    href=f"{ACT}/§3-6",
)
class samtykker_til_ettervern(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Behov for hjelp til en god overgang til voksenlivet",
    en="Need for help to a good passage into adult life",
    unit="bool",
    section="barnevernsloven § 3-6 første ledd",
    href=f"{ACT}/§3-6",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Behov for hjelp eller støtte fra barnevernstjenesten til en god overgang",
        en="Need for help or support from the service to a good passage",
    ),
)
class behov_for_ettervern(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneder som er «i god tid» før 18 år",
    en="Months that are “well before” 18",
    unit="months",
    section="barnevernsloven § 3-6 andre ledd",
    href=f"{ACT}/§3-6",
    open_norm=OpenNorm(
        least=3,
        usual=12,
        most=24,
        decides="kommune",
        nb="I god tid før ungdommen fyller 18 år",
        en="In good time before the youth turns 18",
    ),
    confidence="assumed",
    reason="Loven gir ikke noe tall; ett år er vanlig praksis i planlegging av ettervern",
)
class maneder_i_god_tid(Rule):
    value_type = float
    default_value = 12.0
    entity = Person
    definition_period = MONTH


def _after_18(person, period, parameters):
    law = parameters(period).barnevern.ansvar
    age = age_in_months(person, period)
    return (age >= 12 * law.aldersgrense_barn) * (age < 12 * law.aldersgrense_ettervern)


@rule(
    nb="Har ettervern",
    en="Has aftercare",
    section="barnevernsloven § 3-6 tredje ledd",
    href=f"{ACT}/§3-6",
    unit="bool",
    only_if=("ettervern",),
)
class har_ettervern(Rule):
    """§ 3-6: a decision is in force and the youth is between 18 and 25 (23 before 2021)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _after_18(person, period, parameters) * person("ettervern", period)


@rule(
    nb="Rett til ettervern",
    en="Right to aftercare",
    section="barnevernsloven § 3-6 første ledd",
    href=f"{ACT}/§3-6",
    unit="bool",
)
class rett_til_ettervern(Rule):
    """§ 3-6: measures before 18, consent, and a need; a decision in force shows that these are
    held to be met."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        conditions = (
            person("tiltak_for_18", period)
            * person("samtykker_til_ettervern", period)
            * person("behov_for_ettervern", period)
        )
        return _after_18(person, period, parameters) * (conditions + person("ettervern", period))


@rule(
    nb="Videreføring skal vurderes før 18",
    en="Continuation to be assessed before 18",
    section="barnevernsloven § 3-6 andre ledd",
    href=f"{ACT}/§3-6",
    unit="bool",
)
class ettervern_skal_vurderes(Rule):
    """§ 3-6 second paragraph: well before 18, when a measure is running."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        months_left = 12 * parameters(period).barnevern.ansvar.aldersgrense_barn - age_in_months(
            person, period
        )
        soon = (months_left > 0) * (months_left <= person("maneder_i_god_tid", period))
        place = person("plassering", period)
        measure = (
            person("har_hjelpetiltak", period)
            + person("har_spesialisert_hjelpetiltak", period)
            + person("innsatt", period)
            + (place == place.possible_values.fosterhjem)
            + (place == place.possible_values.institusjon)
        )
        return soon * measure


@rule(
    nb="Måneder med ettervern utenfor fosterhjem og institusjon",
    en="Months of aftercare outside foster home and institution",
    section="barnevernsloven §§ 3-6 og 15-11",
    href=f"{ACT}/§3-6",
    unit="months",
    only_if=("ettervern",),
)
class ettervern_maned(Rule):
    """§§ 3-6, 15-11: help to a youth at home or in an own dwelling; the kommune pays all of it.

    A stay in a foster home or institution is counted there, specialised help with its own measure.
    """

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        own = (place == place.possible_values.hjemme) + (place == place.possible_values.egen_bolig)
        special = person("har_spesialisert_hjelpetiltak", period)
        return person("har_ettervern", period) * own * ~special
