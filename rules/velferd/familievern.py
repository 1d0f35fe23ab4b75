"""Familievernkontorloven (lov 19 juni 1997 nr. 62) § 1, barnelova (lov 8 april 1981 nr. 7) § 51 and
ekteskapsloven (lov 4 juli 1991 nr. 47) § 26: counselling and mediation; and barnelova chapter 8 on
the duty of parents to support a child."""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1997-06-19-62"
BARNELOVA = "https://lovdata.no/lov/1981-04-08-7"


class Meklingsgrunn(Enum):
    ingen = "Ingen"
    sak_for_retten = "Sak om foreldreansvar, flytting, bosted eller samvær"
    separasjon_eller_skilsmisse = "Separasjon eller skilsmisse"
    samlivsbrudd = "Samboere som går fra hverandre"
    uenighet_om_flytting = "Foreldrene er uenige om at barnet skal flytte"


@input_value(
    nb="Vansker, konflikter eller kriser i familien",
    en="Difficulties, conflicts or crises in the family",
    unit="bool",
    section="familievernkontorloven § 1 første ledd",
    href=f"{ACT}/§1",
)
class familievansker(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Hvorfor foreldrene skal mekle om barnet",
    en="Why the parents must mediate about the child",
    unit="enum",
    section="barnelova § 51; ekteskapsloven § 26",
    href=f"{BARNELOVA}/§51",
)
class meklingsgrunn(Rule):
    value_type = Enum
    possible_values = Meklingsgrunn
    default_value = Meklingsgrunn.ingen
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Unntak fra plikten til å mekle",
    en="Exception from the duty to mediate",
    unit="bool",
    section="barnelova §§ 51 femte ledd og 56 andre ledd; ekteskapsloven § 26 tredje ledd",
    href=f"{BARNELOVA}/§51",
)
class unntak_fra_mekling(Rule):
    """A parent convicted of serious violence against the child when a case is brought, divorce
    under § 23 or 24 of the marriage act, or an exception by the regulation."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnet har selv midler til forsørgelse og utdanning",
    en="The child herself has means for support and education",
    unit="bool",
    section="barnelova § 66",
    href=f"{BARNELOVA}/§66",
)
class har_egne_midler_til_forsorgelse(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="En forelder bor ikke sammen med barnet",
    en="A parent does not live with the child",
    unit="bool",
    section="barnelova § 67 første ledd",
    href=f"{BARNELOVA}/§67",
)
class forelder_bor_et_annet_sted(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Fortsetter etter fylte 18 år skolegang som er vanlig",
    en="Goes on after 18 with schooling that is usual",
    unit="bool",
    section="barnelova § 68 andre ledd",
    href=f"{BARNELOVA}/§68",
)
class i_vanlig_skolegang(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Tilbud fra familievernkontoret",
    en="Offer of the family counselling office",
    section="familievernkontorloven § 1 første ledd",
    href=f"{ACT}/§1",
    unit="bool",
    only_if=("familievansker",),
)
class kan_fa_familievern(Rule):
    """§ 1: treatment and advice where there are difficulties, conflicts or crises in the family."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("familievansker", period)


@rule(
    nb="Foreldrene skal mekle om barnet",
    en="The parents must mediate about the child",
    section="barnelova § 51; ekteskapsloven § 26",
    href=f"{BARNELOVA}/§51",
    unit="bool",
    only_if=("meklingsgrunn",),
)
class foreldre_skal_mekle(Rule):
    """Barnelova § 51: before a case about the child, before separation or divorce, when
    cohabitants part, and when the parents disagree that the child moves; for a joint child under
    16."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        reason = person("meklingsgrunn", period)
        age = age_in_months(person, period)
        limit = parameters(period).velferd.familievern.mekling_barn_under
        return (
            (reason != reason.possible_values.ingen)
            * (age >= 0)
            * (age < 12 * limit)
            * ~person("unntak_fra_mekling", period)
        )


@rule(
    nb="Foreldrene skal forsørge barnet",
    en="The parents must support the child",
    section="barnelova §§ 66 og 68",
    href=f"{BARNELOVA}/§66",
    unit="bool",
)
class foreldre_skal_forsorge(Rule):
    """§§ 66, 68: both parents bear the cost of support and education to 18, when the child has
    no means of its own; after 18 while usual schooling goes on."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _supported(person, period, parameters)


@rule(
    nb="Forelder som bor et annet sted skal betale fostringstilskot",
    en="A parent who lives elsewhere must pay maintenance",
    section="barnelova §§ 67 til 69",
    href=f"{BARNELOVA}/§67",
    unit="bool",
    only_if=("forelder_bor_et_annet_sted",),
)
class forelder_skal_betale_tilskot(Rule):
    """§§ 67, 68, 69: a parent who does not live with the child pays a fixed sum each month; not
    while a contribution under the child welfare act takes its place."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        apart = person("forelder_bor_et_annet_sted", period)
        placed = person("grunnlag_for_oppfostringsbidrag", period)
        return _supported(person, period, parameters) * apart * ~placed


def _supported(person, period, parameters):
    age = age_in_months(person, period)
    adult = 12 * parameters(period).velferd.familievern.forsorgelse_til
    young = numpy.where(age < adult, age >= 0, person("i_vanlig_skolegang", period))
    return young * ~person("har_egne_midler_til_forsorgelse", period)
