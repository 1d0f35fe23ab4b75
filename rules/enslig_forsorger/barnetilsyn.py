"""Folketrygdloven § 15-10: child-care benefit to a lone mother or father at work.

Computed as familie-ef-sak: 64 per cent of the expenses after kontantstøtte, within the ceiling of
the number of children, less supplementary grants, rounded up to a krone.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months, month_index
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Innvilget stønad til barnetilsyn",
    en="Granted child-care benefit",
    unit="bool",
    section="folketrygdloven § 15-10",
    href=f"{ACT}/§15-10",
)
class innvilget_barnetilsyn(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Må overlate tilsynet til andre på grunn av arbeid",
    en="Must leave the care to others because of work",
    unit="bool",
    section="folketrygdloven § 15-10 første ledd",
    href=f"{ACT}/§15-10",
)
class tilsyn_av_andre_pa_grunn_av_arbeid(Rule):
    """True unless the case says otherwise."""

    value_type = bool
    entity = Person
    default_value = True
    definition_period = MONTH


@input_value(
    nb="Etablerer egen virksomhet",
    en="Starts a business",
    unit="bool",
    section="folketrygdloven § 15-10 første ledd slik den lød til 30. juni 2026",
    href=f"{ACT}/§15-10",
)
class etablerer_egen_virksomhet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Forbigående sykdom hindrer forelderen i å være i arbeid",
    en="A passing illness keeps the parent from work",
    unit="bool",
    section="folketrygdloven § 15-10 andre ledd",
    href=f"{ACT}/§15-10",
)
class forbigaende_sykdom_hindrer_arbeid(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneder med barnetilsyn under forbigående sykdom, før denne måneden",
    en="Months of child-care benefit in a passing illness, before this month",
    unit="months",
    section="folketrygdloven § 15-10 andre ledd",
    href=f"{ACT}/§15-10",
)
class barnetilsyn_sykdom_maneder(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnet må ha vesentlig mer tilsyn enn jevnaldrende",
    en="The child needs far more supervision than its peers",
    unit="bool",
    section="folketrygdloven § 15-10 andre ledd",
    href=f"{ACT}/§15-10",
)
class barn_trenger_mer_tilsyn(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Arbeidet krever fravær i lengre perioder eller utenom vanlig arbeidsdag",
    en="Work means absence for long periods or outside an ordinary working day",
    unit="bool",
    section="folketrygdloven § 15-10 andre ledd",
    href=f"{ACT}/§15-10",
)
class fravaer_utenom_vanlig_arbeidsdag(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Hadde stønad til barnetilsyn 30. juni 2026",
    en="Had child-care benefit on 30 June 2026",
    unit="bool",
    section="lov 12 juni 2026 nr. 27 del II",
    href="https://lovdata.no/lov/2026-06-12-27",
)
class barnetilsyn_30_juni_2026(Rule):
    value_type = bool
    entity = Person
    definition_period = ETERNITY


@rule(
    nb="Barn som gir rett til stønad til barnetilsyn",
    en="Child that gives a right to child-care benefit",
    section="folketrygdloven § 15-10 første og andre ledd",
    href=f"{ACT}/§15-10",
    unit="bool",
)
class barnetilsyn_barn(Rule):
    """§ 15-10: until the fourth school year is completed, from July 2026 to the month in which the
    child is 14 months; to 18 for a child who needs far more care or a parent with unusual hours."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _in_early_school(person, period, parameters) + _older(person, period, parameters)

    # Lov 12 juni 2026 nr. 27: under 14 months; the former age where the benefit already ran.
    def formula_2026_07(person, period, parameters):
        law = parameters(period).enslig_forsorger.barnetilsyn
        home = person.husstand
        former = home.any(home.members("barnetilsyn_30_juni_2026", period), role=Husstand.FORELDER)
        infant = person("barn_i_aleneomsorg", period) * (
            age_in_months(person, period) <= law.barn_under_maneder
        )
        early = numpy.where(former, _in_early_school(person, period, parameters), infant)
        return early + _older(person, period, parameters)


def _in_early_school(person, period, parameters):
    law = parameters(period).enslig_forsorger.barnetilsyn
    born = person("fodselsmaned", period)
    january = born - numpy.mod(born, 12)
    years = law.alder_ved_skolestart + law.skolear + person("utsatt_skolestart", period)
    last = january + 12 * years + law.skolearets_siste_maned - 1
    return person("barn_i_aleneomsorg", period) * (month_index(period) <= last)


def _older(person, period, parameters):
    law = parameters(period).enslig_forsorger.barnetilsyn
    home = person.husstand
    hours = home.any(
        home.members("fravaer_utenom_vanlig_arbeidsdag", period), role=Husstand.FORELDER
    )
    minor = age_in_months(person, period) <= 12 * law.tilsynskrevende_til_alder
    more = person("barn_trenger_mer_tilsyn", period) + hours
    return person("barn_i_aleneomsorg", period) * minor * more


@input_value(
    nb="Dokumenterte utgifter til barnetilsyn",
    en="Documented child-care expenses",
    unit="kr",
    section="folketrygdloven § 15-10 tredje ledd",
    href=f"{ACT}/§15-10",
)
class barnetilsyn_utgifter(Rule):
    """Of all the children together."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Antall barn det søkes barnetilsyn for (0: alle som gir rett)",
    en="Number of children applied for (0: all who give a right)",
    unit="count",
    section="folketrygdloven § 15-10 tredje ledd",
    href=f"{ACT}/§15-10",
)
class barnetilsyn_antall_barn(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@rule(
    nb="Kontantstøtte for forelderens barn",
    en="Cash for care for the children of the parent",
    section="forskrift 21 november 2015 nr. 1341 § 8; forskrift 2 juli 2015 nr. 867 § 11",
    href="https://lovdata.no/forskrift/2015-11-21-1341/§8",
)
class kontantstotte_fratrekk(Rule):
    """§ 8: deducted from expenses from March 2020, whichever child it is for."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        household = person.husstand
        paid = household.sum(household.members("kontantstotte", period))
        return person.has_role(Husstand.FORELDER) * paid


@input_value(
    nb="Tilleggsstønad til tilsyn for de samme barna, utbetalt utenfor saken",
    en="Supplementary grant for care of the same children, paid outside the case",
    unit="kr",
    section="folketrygdloven § 15-10",
    href=f"{ACT}/§15-10",
)
class barnetilsyn_tilleggsstonad_fratrekk(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til stønad til barnetilsyn",
    en="Right to child-care benefit",
    section="folketrygdloven §§ 15-2 til 15-4 og 15-10",
    href=f"{ACT}/§15-10",
    unit="bool",
)
class rett_til_barnetilsyn(Rule):
    """§ 15-10: a lone mother or father at work or, for up to a year, kept from it by a passing
    illness, with a child of the right age and an income of at most 6 G. Starting a business counts
    until June 2026."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        business = person("etablerer_egen_virksomhet", period)
        return _qualified(person, period, parameters) * (
            _at_work(person, period, parameters) + business
        )

    # Lov 12 juni 2026 nr. 27: work only.
    def formula_2026_07(person, period, parameters):
        business = person("etablerer_egen_virksomhet", period) * person(
            "barnetilsyn_30_juni_2026", period
        )
        return _qualified(person, period, parameters) * (
            _at_work(person, period, parameters) + business
        )


def _at_work(person, period, parameters):
    law = parameters(period).enslig_forsorger.barnetilsyn
    ill = person("forbigaende_sykdom_hindrer_arbeid", period) * (
        person("barnetilsyn_sykdom_maneder", period) < law.maneder_forbigaende_sykdom
    )
    return person("tilsyn_av_andre_pa_grunn_av_arbeid", period) + ill


def _qualified(person, period, parameters):
    law = parameters(period).enslig_forsorger.barnetilsyn
    limit = law.inntektsgrense * parameters(period).trygd.grunnbelop.grunnbelop
    home = person.husstand
    return (
        person("enslig_mor_eller_far", period)
        * person("forutgaende_medlemskap", period)
        * home.any(home.members("barnetilsyn_barn", period))
        * (person("forventet_pensjonsgivende_inntekt", period) <= limit)
        * ~person("sanksjon_enslig_mor_eller_far", period)
    )


@rule(
    nb="Høyeste stønad til barnetilsyn",
    en="Maximum child-care benefit",
    section="folketrygdloven § 15-10 tredje ledd",
    href=f"{ACT}/§15-10",
)
class barnetilsyn_maks(Rule):
    """§ 15-10 third paragraph: the amounts that Stortinget sets for one, two and more children."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).enslig_forsorger.barnetilsyn
        home = person.husstand
        stated = person("barnetilsyn_antall_barn", period)
        counted = home.sum(home.members("barnetilsyn_barn", period))
        children = numpy.where(stated > 0, stated, counted)
        return numpy.select(
            [children <= 0, children == 1, children <= law.flest_barn_med_egen_sats],
            [0.0, law.maks_ett_barn, law.maks_to_barn],
            default=law.maks_tre_barn,
        )


@rule(
    nb="Stønad til barnetilsyn",
    en="Child-care benefit",
    section="folketrygdloven § 15-10 tredje ledd",
    href=f"{ACT}/§15-10",
    only_if=("innvilget_barnetilsyn",),
)
class stonad_til_barnetilsyn(Rule):
    """§ 15-10 third paragraph: 64 per cent of the expenses within the ceiling, less supplementary
    grants; kontantstøtte comes off the expenses from March 2020."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _paid(person, period, parameters, 0)

    # Forskrift 10 desember 2019 nr. 1713: kontantstøtte comes off the expenses.
    def formula_2020_03(person, period, parameters):
        return _paid(person, period, parameters, person("kontantstotte_fratrekk", period))


def _paid(person, period, parameters, cash_for_care):
    law = parameters(period).enslig_forsorger.barnetilsyn
    expenses = numpy.maximum(person("barnetilsyn_utgifter", period) - cash_for_care, 0)
    within = numpy.minimum(law.dekning * expenses, person("barnetilsyn_maks", period))
    grants = person("barnetilsyn_tilleggsstonad_fratrekk", period) + person(
        "tilleggsstonad_pass_av_barn", period
    )
    amount = numpy.maximum(within - grants, 0)
    up = numpy.ceil(nearest_krone(100 * 100 * amount) / (100 * 100))
    granted = person("innvilget_barnetilsyn", period) * person("rett_til_barnetilsyn", period)
    return granted * up
