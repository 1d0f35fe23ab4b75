"""Krisesenterlova (lov 19 juni 2009 nr. 44): a safe place to stay for who suffers violence at
home."""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2009-06-19-44"


@input_value(
    nb="Er utsatt for vold eller trusler om vold i nære relasjoner",
    en="Suffers violence or threats of violence in a close relation",
    unit="bool",
    section="krisesenterlova § 2 første ledd",
    href=f"{ACT}/§2",
)
class utsatt_for_vold_i_naere_relasjoner(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Trenger rådgivning eller et trygt og midlertidig botilbud",
    en="Needs advice or a safe place to stay for the time",
    unit="bool",
    section="krisesenterlova § 2 første ledd",
    href=f"{ACT}/§2",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Personen avgjør selv om hun vender seg til tilbudet; ingen henvisning kreves",
        en="The person herself decides whether to turn to the centre; no referral is needed",
    ),
)
class trenger_rad_eller_trygt_botilbud(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Overnattinger på krisesenter i måneden",
    en="Nights at a crisis centre in the month",
    unit="days",
    section="krisesenterlova § 2 andre ledd bokstav a",
    href=f"{ACT}/§2",
)
class krisesenterdogn(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Kan bruke krisesentertilbudet",
    en="Can use the crisis centre",
    section="krisesenterlova § 2",
    href=f"{ACT}/§2",
    unit="bool",
    only_if=("utsatt_for_vold_i_naere_relasjoner",),
)
class kan_bruke_krisesenter(Rule):
    """§ 2: whoever suffers violence or threats of it in a close relation and needs advice or a
    safe place."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("utsatt_for_vold_i_naere_relasjoner", period) * person(
            "trenger_rad_eller_trygt_botilbud", period
        )


@rule(
    nb="Barn på krisesenter",
    en="Child at a crisis centre",
    section="krisesenterlova § 3 tredje ledd",
    href=f"{ACT}/§3",
    unit="bool",
)
class barn_pa_krisesenter(Rule):
    """§ 3 third paragraph: a child who can use the centre or stays there."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        age = age_in_months(person, period)
        child = (age >= 0) * (age < 12 * parameters(period).velferd.krisesenter.barn_under)
        inside = person("krisesenterdogn", period) > 0
        return child * (person("kan_bruke_krisesenter", period) + inside)


@rule(
    nb="Døgn på krisesenter i måneden",
    en="Nights at a crisis centre in the month",
    section="krisesenterlova § 2 andre ledd bokstav a",
    href=f"{ACT}/§2",
    unit="days",
    only_if=("krisesenterdogn",),
)
class krisesenterdogn_i_maneden(Rule):
    """§ 2: a free place to stay the whole day and year, paid by the kommune."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("krisesenterdogn", period)
