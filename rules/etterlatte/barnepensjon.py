"""Folketrygdloven chapter 18: children's pension. The person is the child.

Until 2023 the children of a household pooled a falling amount each and shared it; from 2024 every
child gets one basic amount, two and a quarter when nobody is left (lov 18 desember 2020 nr. 139).
Nav reduces by the insurance period, then for an institution, and rounds the month to a krone.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.etterlatte.fellesregler import ACT, maneder_siden, trygdetid_andel
from effektlov.rules.periods import age_in_months
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY


@input_value(
    nb="Måneden barnets mor eller far døde",
    en="Month the child's mother or father died",
    unit="month index",
    section="folketrygdloven § 18-5",
    href=f"{ACT}/§18-5",
    shift="relative",
)
class forelder_dod_siden(Rule):
    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Begge foreldrene er døde",
    en="Both parents are dead",
    unit="bool",
    section="folketrygdloven § 18-5 andre ledd",
    href=f"{ACT}/§18-5",
)
class begge_foreldre_dode(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Bare én juridisk forelder er fastsatt, og den er død",
    en="Only one legal parent is established, and that parent is dead",
    unit="bool",
    section="folketrygdloven § 18-5 tredje ledd",
    href=f"{ACT}/§18-5",
)
class kun_en_juridisk_forelder(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Utdanning er hovedbeskjeftigelsen til barnet",
    en="Education is the child's main occupation",
    unit="bool",
    section="folketrygdloven § 18-4 slik den lød før 2024",
    href=f"{ACT}/§18-4",
)
class utdanning_hovedbeskjeftigelse(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Søsken med barnepensjon utenfor husstanden (før 2024)",
    en="Siblings with children's pension outside the household (before 2024)",
    unit="count",
    section="folketrygdloven § 18-5 slik den lød før 2024",
    href=f"{ACT}/§18-5",
)
class barnepensjon_sosken_utenfor(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Pensjonen en gjenlevende ektefelle ville fått etter forelderen (før 2024)",
    en="The pension a surviving spouse of the parent would have had (before 2024)",
    unit="G",
    section="folketrygdloven § 18-5 andre ledd slik det lød før 2024",
    href=f"{ACT}/§18-5",
)
class pensjon_etter_forelder_g(Rule):
    """Basic pension and the supplementary pension of the better of the two; 0 for the least."""

    value_type = float
    entity = Person
    definition_period = ETERNITY


@rule(
    nb="Foreldreløst barn etter folketrygdloven kapittel 18",
    en="Orphan under National Insurance Act chapter 18",
    section="folketrygdloven § 18-5 andre ledd",
    href=f"{ACT}/§18-5",
    unit="bool",
)
class foreldrelos(Rule):
    """§ 18-5: both parents are dead; from 2024 also when only one was ever established."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("begge_foreldre_dode", period)

    # Lov 18 desember 2020 nr. 139: § 18-5 third paragraph.
    def formula_2024(person, period, parameters):
        only = person("kun_en_juridisk_forelder", period)
        return person("begge_foreldre_dode", period) + only * (
            person("forelder_dod_siden", period) > 0
        )


@rule(
    nb="Måned med rett til barnepensjon",
    en="Month with a right to children's pension",
    section="folketrygdloven §§ 18-4 og 22-12",
    href=f"{ACT}/§18-4",
    unit="bool",
)
class barnepensjon_maned(Rule):
    """§§ 18-4, 22-12: from the month after the death to and with the month of turning 20; until
    2023 of turning 18, or 20 for an orphan in education."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).etterlatte.barnepensjon
        student = person("begge_foreldre_dode", period) * person(
            "utdanning_hovedbeskjeftigelse", period
        )
        limit = numpy.where(student, law.aldersgrense_utdanning, law.aldersgrense)
        return _bereaved(person, period) * (age_in_months(person, period) <= 12 * limit)

    # Lov 18 desember 2020 nr. 139: to 20 for all.
    def formula_2024(person, period, parameters):
        limit = parameters(period).etterlatte.barnepensjon.aldersgrense
        return _bereaved(person, period) * (age_in_months(person, period) <= 12 * limit)


def _bereaved(person, period):
    """A parent died in an earlier month, and the child is born."""
    died = person("forelder_dod_siden", period)
    known = (died > 0) + person("begge_foreldre_dode", period)
    return known * (maneder_siden(person, died, period) >= 1) * (age_in_months(person, period) >= 0)


@rule(
    nb="Full barnepensjon",
    en="Full children's pension",
    section="folketrygdloven § 18-5",
    href=f"{ACT}/§18-5",
    unit="G",
)
class barnepensjon_g(Rule):
    """§ 18-5: basic amounts a year before the insurance period. Until 2023 0.40 G for the first
    child and 0.25 G for each other, and for orphans a surviving spouse's pension for the first,
    pooled and shared equally; from 2024 1 G, 2.25 G for an orphan."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).etterlatte.barnepensjon
        orphan = person("foreldrelos", period)
        entitled = person.husstand.members("barnepensjon_maned", period)
        orphans = person.husstand.members("foreldrelos", period)
        of_one = person.husstand.sum(entitled * ~orphans, role=Husstand.BARN)
        of_both = person.husstand.sum(entitled * orphans, role=Husstand.BARN)
        elsewhere = numpy.maximum(person("barnepensjon_sosken_utenfor", period), 0)
        siblings = numpy.maximum(numpy.where(orphan, of_both, of_one), 1) + elsewhere
        stated = person("pensjon_etter_forelder_g", period)
        first = numpy.maximum(stated, law.foreldrelos_forste_g)
        second = numpy.minimum(siblings - 1, 1) * law.forste_barn_g
        pool = numpy.where(
            orphan,
            first + second + numpy.maximum(siblings - 1 - 1, 0) * law.ovrige_barn_g,
            law.forste_barn_g + (siblings - 1) * law.ovrige_barn_g,
        )
        return person("barnepensjon_maned", period) * pool / siblings

    # Lov 18 desember 2020 nr. 139: one amount for each child.
    def formula_2024(person, period, parameters):
        law = parameters(period).etterlatte.barnepensjon
        rate = numpy.where(person("foreldrelos", period), law.foreldrelos_g, law.per_barn_g)
        return person("barnepensjon_maned", period) * rate


@rule(
    nb="Barnepensjon",
    en="Children's pension",
    section="folketrygdloven §§ 18-5, 18-7, 18-8 og 18-9",
    href=f"{ACT}/§18-5",
    only_if=(
        "forelder_dod_siden",
        "begge_foreldre_dode",
        "kun_en_juridisk_forelder",
    ),
)
class barnepensjon(Rule):
    """§§ 18-5 to 18-9: the full pension by the insurance period; at most 10 per cent of G in an
    institution, 45 for an orphan; in whole kroner, less uføretrygd; nothing in prison."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).etterlatte.barnepensjon
        basic = parameters(period).trygd.grunnbelop.grunnbelop / 12
        full = person("barnepensjon_g", period) * basic
        earned = full * trygdetid_andel(person, period, parameters)
        share = numpy.where(
            person("foreldrelos", period), law.institusjon_foreldrelos_g, law.institusjon_g
        )
        inside = person("etterlatt_i_institusjon", period)
        amount = numpy.where(inside, numpy.minimum(earned, share * basic), earned)
        left = numpy.maximum(nearest_krone(amount) - person("uforetrygd", period), 0)
        return ~person("etterlatt_soner", period) * left
