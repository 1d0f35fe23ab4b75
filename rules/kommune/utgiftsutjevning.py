"""Inntektssystemet, utgiftsutjevningen: what one person more in a criterion brings a kommune.

Part two of inntektssystemet (for its legal basis see inntektsutjevning) moves money to kommuner
with many inhabitants who need services. A cost key gives each criterion k a weight w; one unit more
is worth w x B x POP / N to this kommune alone: B the national need per head, POP all inhabitants,
N all units of the criterion. Every other kommune stands still; if all move alike, N moves and
nothing is gained. The head itself is not counted: the person lives in the kommune in every row.

The key of 2025 is the first one encoded. A criterion is counted before the year of the grant: age
on 1 July the year before, the others about two years before. A value here belongs to the year in
which the person is counted, at that year's weights; block_grant.yaml says how much later it comes.
"""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Person
from effektlov.rules.kommune.inntektsutjevning import HREF, SECTION
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.scales import stepwise

YEAR = DateUnit.YEAR


@input_value(
    nb="Har flyktningbakgrunn",
    en="Has a refugee background",
    unit="bool",
    section=SECTION,
    href=HREF,
)
class har_flyktningbakgrunn(Rule):
    value_type = bool
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Kommunen får integreringstilskudd for personen",
    en="The kommune gets the integration grant for the person",
    unit="bool",
    section="Stortingets budsjettvedtak kap. 671 post 60",
    href="https://www.imdi.no/tilskudd/",
)
class flyktning_med_integreringstilskudd(Rule):
    value_type = bool
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Telles i kriteriet rus og psykiatri (Norsk pasientregister)",
    en="Counted in the criterion substance use and mental health (patient register)",
    unit="bool",
    section=SECTION,
    href=HREF,
)
class rus_psykiatri_kriterium(Rule):
    value_type = bool
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Sysselsatt på heltid",
    en="Employed full time",
    unit="bool",
    section=SECTION,
    href=HREF,
)
class sysselsatt_heltid(Rule):
    value_type = bool
    entity = Person
    definition_period = YEAR


def _per_unit(weight, count, need_per_head, inhabitants):
    return weight * need_per_head * inhabitants / count


@rule(
    nb="Alder 1. juli",
    en="Age on 1 July",
    section=SECTION,
    href=HREF,
    unit="years",
    may_be_negative=True,
)
class kriteriealder(Rule):
    """Grønt hefte: years completed on 1 July, the day on which inhabitants are counted."""

    value_type = int
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        passed = parameters(period).kommune.utgiftsutjevning.maneder_for_telling
        return numpy.floor_divide(age_in_months(person, period) + passed - 1, 12)


@rule(
    nb="Verdi av alderskriteriet",
    en="Value of the age criterion",
    section=SECTION,
    href=HREF,
    confidence="derived",
    reason="behov per innbygger og antall er utledet, se parametrene",
)
class kriterieverdi_alder(Rule):
    """Grønt hefte, age bands 0, 1-5, 6-12, 13-15, 16-22, 23-24, 25-66, 67-79, 80-89 and 90 on:
    to the kommune for each inhabitant of the band."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula_2025(person, period, parameters):
        law = parameters(period).kommune.utgiftsutjevning
        age = person("kriteriealder", period)
        need, inhabitants = law.behov_per_innbygger, law.innbyggertall_landet
        count = stepwise(numpy.maximum(age, 0), law.alder.antall)
        return _per_unit(stepwise(age, law.alder.vekt), count, need, inhabitants)


@rule(
    nb="Verdi av kriteriet uføre 18-49 år",
    en="Value of the criterion disability pensioners 18-49",
    section=SECTION,
    href=HREF,
    confidence="assumed",
    reason="antall uføre 18-49 år er anslått til 110 000; 102 000-118 000 gir 30 300-35 000 kroner",
)
class kriterieverdi_ufor(Rule):
    """Grønt hefte: to the kommune for each recipient of uføretrygd aged 18 to 49.

    The register is counted on one day. Which day is not known here, so the share of the year's
    months with uføretrygd stands for the chance of being counted; a full year counts as one.
    """

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula_2025(person, period, parameters):
        law = parameters(period).kommune.utgiftsutjevning
        age = person("kriteriealder", period)
        of_age = (age >= law.ufor.fra_alder) * (age <= law.ufor.til_alder)
        share = person("innvilget_uforetrygd", period, options=[ADD]) / 12
        need, inhabitants = law.behov_per_innbygger, law.innbyggertall_landet
        value = _per_unit(law.ufor.vekt, law.ufor.antall, need, inhabitants)
        return of_age * share * value


@rule(
    nb="Verdi av kriteriet flyktninger uten integreringstilskudd",
    en="Value of the criterion refugees without integration grant",
    section=SECTION,
    href=HREF,
    confidence="assumed",
    reason="kriteriets grense for botid er ikke lest: alle med fem års botid eller mer er talt",
)
class kriterieverdi_flyktning(Rule):
    """Grønt hefte: to the kommune for each refugee for whom it gets no integreringstilskudd."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula_2025(person, period, parameters):
        law = parameters(period).kommune.utgiftsutjevning
        granted = person("flyktning_med_integreringstilskudd", period) + (
            person("integreringstilskudd_ar", period) > 0
        )
        counted = person("har_flyktningbakgrunn", period) * ~granted
        need, inhabitants = law.behov_per_innbygger, law.innbyggertall_landet
        value = _per_unit(law.flyktning.vekt, law.flyktning.antall, need, inhabitants)
        return counted * value


@rule(
    nb="Verdi av kriteriet rus og psykiatri",
    en="Value of the criterion substance use and mental health",
    section=SECTION,
    href=HREF,
    confidence="assumed",
    reason="kriteriets definisjon og antall er ikke lest, se parameteren",
)
class kriterieverdi_rus_psykiatri(Rule):
    """Grønt hefte: to the kommune for each person in the criterion from Norsk pasientregister."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula_2025(person, period, parameters):
        law = parameters(period).kommune.utgiftsutjevning
        counted = person("rus_psykiatri_kriterium", period)
        need, inhabitants = law.behov_per_innbygger, law.innbyggertall_landet
        value = _per_unit(law.rus_psykiatri.vekt, law.rus_psykiatri.antall, need, inhabitants)
        return counted * value


@rule(
    nb="Verdi av kriteriet sysselsatte på heltid",
    en="Value of the criterion employed full time",
    section=SECTION,
    href=HREF,
    confidence="assumed",
    reason="kriteriets aldersgrenser og antall er ikke lest, se parametrene",
)
class kriterieverdi_heltid(Rule):
    """Grønt hefte, the kindergarten key: to the kommune for each full-time employee; a youth who
    goes from uføretrygd to work moves this one up and the other down."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula_2025(person, period, parameters):
        law = parameters(period).kommune.utgiftsutjevning
        age = person("kriteriealder", period)
        of_age = (age >= law.heltid.fra_alder) * (age <= law.heltid.til_alder)
        counted = person("sysselsatt_heltid", period) * of_age
        need, inhabitants = law.behov_per_innbygger, law.innbyggertall_landet
        value = _per_unit(law.heltid.vekt, law.heltid.antall, need, inhabitants)
        return counted * value


@rule(
    nb="Verdi av kriteriene personen telles i",
    en="Value of the criteria in which the person is counted",
    section=SECTION,
    href=HREF,
    confidence="assumed",
    reason="summen av kriterier med ulik sikkerhet, se hver av dem",
)
class kriterieverdi(Rule):
    """Grønt hefte: the sum over criteria, to this kommune alone while all others stand still."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return (
            person("kriterieverdi_alder", period)
            + person("kriterieverdi_ufor", period)
            + person("kriterieverdi_flyktning", period)
            + person("kriterieverdi_rus_psykiatri", period)
            + person("kriterieverdi_heltid", period)
        )
