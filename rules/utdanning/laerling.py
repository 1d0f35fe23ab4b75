"""Opplæringslova § 5-6 and chapter 7: training in a company, and the grant that follows it.

Grant I pays one year of training spread over two years in the company and is for those with the
youth right; grant II is a monthly amount for everyone else.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule

ETERNITY, MONTH = DateUnit.ETERNITY, DateUnit.MONTH
ACT = "https://lovdata.no/lov/2023-06-09-30"


@input_value(
    nb="Lærling, lærekandidat eller praksisbrevkandidat med godkjent kontrakt",
    en="Apprentice with an approved contract",
    unit="bool",
    section="opplæringslova §§ 7-1 og 7-2",
    href=f"{ACT}/§7-1",
)
class laerling(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Hadde fylt 21 år da lærekontrakten ble tegnet (regelen til og med juli 2024)",
    en="Had turned 21 when the contract was made (the rule to July 2024)",
    unit="bool",
    section="opplæringslova 1998 § 3-1; fylkeskommunenes vilkår for basistilskudd",
    href="https://lovdata.no/lov/1998-07-17-61/§3-1",
)
class fylt_21_ved_laerekontrakten(Rule):
    value_type = bool
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Søker læreplass og oppfyller vilkårene for formidling",
    en="Applies for an apprenticeship and meets the conditions",
    unit="bool",
    section="opplæringslova § 5-6",
    href=f"{ACT}/§5-6",
)
class kan_formidles_til_laereplass(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Skal formidles til læreplass",
    en="Is to be placed with a training company",
    section="opplæringslova § 7-7",
    href=f"{ACT}/§7-7",
    unit="bool",
    only_if=("kan_formidles_til_laereplass",),
)
class skal_formidles_til_laereplass(Rule):
    """§ 7-7: every applicant who meets the conditions, young or adult, until a contract."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("kan_formidles_til_laereplass", period) * ~person("laerling", period)


@rule(
    nb="Rett til læreplass eller annet tilbud på Vg3",
    en="Right to an apprenticeship or another third-year offer",
    section="opplæringslova § 5-6",
    href=f"{ACT}/§5-6",
    unit="bool",
    only_if=("kan_formidles_til_laereplass",),
)
class rett_til_laereplass(Rule):
    """§ 5-6: an applicant with a right under § 5-1 who meets the conditions and has no contract."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("rett_til_vgo", period) * person("skal_formidles_til_laereplass", period)


@rule(
    nb="Lærling med ungdomsrett",
    en="Apprentice with the youth right",
    section="opplæringslova §§ 5-1 og 7-8",
    href=f"{ACT}/§7-8",
    unit="bool",
)
class laerling_med_ungdomsrett(Rule):
    """§ 7-8: an apprentice within the age of § 5-1 without competence from before; years used of
    the earlier three-year right do not count, since they are counted at the contract."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        # Act of 1998: the right is used within five years, and the grant asked for under 21.
        return _young(person, period) * ~person("fylt_21_ved_laerekontrakten", period)

    def formula_2024_08(person, period, parameters):
        # Act of 2023 § 5-1: to the end of the school year that begins in the year she turns 24.
        return _young(person, period)


def _young(person, period):
    reached = person("har_studie_eller_yrkeskompetanse", period)
    youth = person("i_alder_for_ungdomsrett", period) * ~reached
    return person("laerling", period) * youth


@rule(
    nb="Tilskudd til lærebedriften",
    en="Grant to the training company",
    section="opplæringslova § 7-8",
    href=f"{ACT}/§7-8",
    only_if=("laerling",),
)
class laerlingtilskudd(Rule):
    """§ 7-8, opplæringsforskrifta § 6-15: from the fylkeskommune where the apprentice is registered
    to the company, each month of the contract."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rates = parameters(period).utdanning.laerlingtilskudd
        youth = rates.basistilskudd_1 / rates.laeretid_maneder
        rate = numpy.where(person("laerling_med_ungdomsrett", period), youth, rates.basistilskudd_2)
        return person("laerling", period) * rate
