"""Skatteloven §§ 2-14, 6-31, 6-49 and 12-2: whose income a child's pension is, and less what.

Until 2023 it was a pension, with a minimum deduction for each child and a deduction against what
the child earned; from 2024 it is ordinary income only, less an amount for each child.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, rule
from effektlov.rules.skatt.minstefradrag import share_within

YEAR = DateUnit.YEAR
ACT = "https://lovdata.no/lov/1999-03-26-14"


@rule(
    nb="Fradrag i barnets barnepensjon",
    en="Deduction in the pension of the child",
    section="skatteloven § 6-49; før 2024 §§ 6-31 og 6-32",
    href=f"{ACT}/§6-49",
    only_if=(
        "forelder_dod_siden",
        "begge_foreldre_dode",
        "kun_en_juridisk_forelder",
        "annen_barnepensjon",
    ),
)
class fradrag_i_barnepensjon(Rule):
    """§ 6-49: an amount for each child, never more than the pension; before 2024 the minimum
    deduction of pensions, for each child apart from other income."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).skatt.alminnelig_inntekt
        return share_within(
            person("barnepensjon_til_beskatning", period),
            law.minstefradrag_pensjon_sats,
            law.minstefradrag_nedre,
            law.minstefradrag_pensjon_ovre,
        )

    def formula_2024(person, period, parameters):
        """Lov 20 desember 2023 nr. 102."""
        most = parameters(period).skatt.fradrag.barnepensjon
        return numpy.minimum(person("barnepensjon_til_beskatning", period), most)


@rule(
    nb="Barnepensjon som skattlegges hos personen",
    en="Children's pension taxed with the person",
    section="skatteloven §§ 2-14 og 5-42",
    href=f"{ACT}/§2-14",
    only_if=(
        "forelder_dod_siden",
        "begge_foreldre_dode",
        "kun_en_juridisk_forelder",
        "annen_barnepensjon",
    ),
)
class skattepliktig_barnepensjon(Rule):
    """§ 2-14: the pension of a child of 16 or less is taxed with the parents it lives with, half
    with each of two; of an older child or one without parents here with the child."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return _taxed_here(person, period, person("barnepensjon_til_beskatning", period))


@rule(
    nb="Fradrag i barnepensjon hos personen",
    en="Deduction in children's pension with the person",
    section="skatteloven §§ 2-14 og 6-49",
    href=f"{ACT}/§6-49",
)
class fradrag_for_barnepensjon(Rule):
    """§ 6-49: follows the pension, whether it is taxed with the child or with its parents."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        return _taxed_here(person, period, person("fradrag_i_barnepensjon", period))


@rule(
    nb="Særskilt inntektsfradrag for barn med arbeidsinntekt og barnepensjon",
    en="Special deduction for a child with earnings and a children's pension",
    section="skatteloven § 6-49 før 2024",
    href=f"{ACT}/§6-49",
)
class saerskilt_fradrag_barns_inntekt(Rule):
    """§ 6-49 until 2023: for a child taxed for itself; at most the personfradrag, the earnings less
    their minimum deduction, and the pension less its own."""

    value_type = float
    entity = Person
    definition_period = YEAR
    end = "2023-12-31"

    def formula(person, period, parameters):
        earned = numpy.maximum(
            person("skattepliktig_lonn", period) - person("minstefradrag", period), 0.0
        )
        pension = person("barnepensjon_til_beskatning", period)
        left = pension - person("fradrag_i_barnepensjon", period)
        most = parameters(period).skatt.skattesatser.personfradrag
        own = ~person("skattlegges_hos_foreldre", period)
        return own * numpy.minimum(numpy.minimum(earned, left), most)


def _taxed_here(person, period, of_child):
    """An amount of each child, moved to the parents when the child is taxed with them."""
    with_parents = person("skattlegges_hos_foreldre", period)
    of_children = person.husstand.sum(with_parents * of_child, role=Husstand.BARN)
    parents = numpy.maximum(person.husstand.nb_persons(role=Husstand.FORELDER), 1)
    own = of_child * ~with_parents
    return nearest_krone(own + person.has_role(Husstand.FORELDER) * of_children / parents)
