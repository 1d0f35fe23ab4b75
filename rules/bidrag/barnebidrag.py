"""Barnelova chapter 8, §§ 66 to 79: child support received for a child of the household.

The person is the child; the parent who pays lives elsewhere, and what the law asks about that
parent is stated on the child. Support that the parents have agreed on stands as agreed; otherwise
Nav fixes it: the cost of the child is shared by income, within what the payer can bear, in the same
proportion for all the payer's children, less the deduction for contact.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.bidrag.bidragsevne import andel_etter_skatt, evne, tak_av_inntekt
from effektlov.rules.bidrag.bidragsforskudd import forhoyet_forskudd
from effektlov.rules.bidrag.inntekt import BARNELOVA, FORSKRIFT, til_ore
from effektlov.rules.entities import Person
from effektlov.rules.rounding import round_half_up
from effektlov.rules.rule import Rule, input_value, rule

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR


@input_value(
    nb="Nav fastsetter barnebidraget etter krav",
    en="Nav fixes the child support on a claim",
    unit="bool",
    section="barnelova § 70 andre ledd",
    href=f"{BARNELOVA}/§70",
)
class nav_fastsetter_barnebidrag(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnebidrag som foreldrene har avtalt",
    en="Child support that the parents have agreed on",
    section="barnelova § 70 første ledd",
    href=f"{BARNELOVA}/§70",
)
class avtalt_barnebidrag(Rule):
    """Takes precedence over what Nav would fix."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Løpende barnebidrag som er fastsatt før",
    en="Current child support, fixed earlier",
    section="barnelova § 70 andre ledd; forskrift 15 januar 2003 nr. 123 § 12",
    href=f"{FORSKRIFT}/§12",
)
class lopende_barnebidrag(Rule):
    """0: none; otherwise a new amount replaces it only when it differs by more than 12 per cent."""

    value_type = float
    entity = Person
    definition_period = MONTH


class Bidragspliktig(Enum):
    forste = "Den forelderen de fleste barna i husstanden har utenfor den"
    andre = "En annen forelder utenfor husstanden"
    tredje = "En tredje forelder utenfor husstanden"


@input_value(
    nb="Hvilken forelder utenfor husstanden som skal betale bidrag for barnet",
    en="Which parent outside the household is to pay for the child",
    unit="enum",
    section="forskrift 15 januar 2003 nr. 122 § 1",
    href="https://lovdata.no/forskrift/2003-01-15-122/§1",
)
class bidragspliktig(Rule):
    """Children with the same parent elsewhere share what that parent can pay."""

    value_type = Enum
    possible_values = Bidragspliktig
    default_value = Bidragspliktig.forste
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Inntekten til forelderen som skal betale bidrag",
    en="Income of the parent who is to pay",
    section="forskrift 15 januar 2003 nr. 123 § 4",
    href=f"{FORSKRIFT}/§4",
)
class annen_forelder_inntekt(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Forelderen som skal betale, deler bolig med en annen voksen",
    en="The parent who is to pay shares home with another adult",
    unit="bool",
    section="forskrift 15 januar 2003 nr. 123 § 6",
    href=f"{FORSKRIFT}/§6",
)
class annen_forelder_deler_bolig(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Egne barn i husstanden til forelderen som skal betale (delt bosted teller en halv)",
    en="Own children in the payer's household (shared residence counts a half)",
    unit="count",
    section="forskrift 15 januar 2003 nr. 123 § 6 femte ledd",
    href=f"{FORSKRIFT}/§6",
)
class annen_forelder_barn_i_husstanden(Rule):
    """The children of this household with shared residence are added by the rule."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Bidrag før samværsfradrag som forelderen skal betale for andre barn",
    en="Support before contact deduction that the parent is to pay for other children",
    section="forskrift 15 januar 2003 nr. 122 § 1",
    href="https://lovdata.no/forskrift/2003-01-15-122/§1",
)
class annen_forelder_andre_bidrag(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnetillegg for barnet hos forelderen som skal betale, før skatt",
    en="Child supplement for the child with the parent who is to pay, before tax",
    section="forskrift 15 januar 2003 nr. 123 § 10 første ledd",
    href=f"{FORSKRIFT}/§10",
)
class annen_forelder_barnetillegg(Rule):
    """The supplement is part of the parent's income too."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnetillegg for barnet hos bidragsmottakeren, før skatt",
    en="Child supplement for the child with the receiver, before tax",
    section="forskrift 15 januar 2003 nr. 123 § 10 andre ledd",
    href=f"{FORSKRIFT}/§10",
)
class bidragsmottaker_barnetillegg(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Bidraget blir betalt",
    en="The support is paid",
    unit="bool",
    section="barnelova § 67 tredje ledd",
    href=f"{BARNELOVA}/§67",
)
class barnebidrag_betales(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@rule(
    nb="Barnet er selvforsørget",
    en="The child supports itself",
    section="forskrift 15 januar 2003 nr. 123 § 5",
    href=f"{FORSKRIFT}/§5",
    unit="bool",
)
class selvforsorget_barn(Rule):
    """§ 5: an income of at least a hundred times the raised advance."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        times = parameters(period).bidrag.barnebidrag.selvforsorget
        limit = times * forhoyet_forskudd(period, parameters)
        return person("bidragsinntekt", period) >= limit


@rule(
    nb="Rett til at Nav fastsetter barnebidrag",
    en="Right to child support fixed by Nav",
    section="barnelova §§ 67, 68 og 70",
    href=f"{BARNELOVA}/§67",
    unit="bool",
    only_if=("nav_fastsetter_barnebidrag",),
)
class rett_til_barnebidrag(Rule):
    """§§ 67, 68, 70: on a claim, for a child of the household who lives with one parent and does
    not support itself; at most until the month of the 18th birthday, or while at school."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        receiver = person.husstand.any(person.husstand.members("bidragsmottaker", period))
        return (
            person("nav_fastsetter_barnebidrag", period)
            * person("bidragsbarn_hjemme", period)
            * receiver
            * ~person("selvforsorget_barn", period)
        )


@rule(
    nb="Bidragspliktiges andel av underholdskostnaden",
    en="The payer's share of the cost of maintenance",
    section="forskrift 15 januar 2003 nr. 123 §§ 2 og 5",
    href=f"{FORSKRIFT}/§2",
    unit="share",
)
class bidragspliktiges_andel(Rule):
    """§§ 2, 5: the payer's part of both parents' income and what the child earns above thirty times
    the raised advance; at most five sixths."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).bidrag.barnebidrag
        free = law.barns_inntekt_innslag * forhoyet_forskudd(period, parameters)
        child = numpy.maximum(person("bidragsinntekt", period) - free, 0)
        payer = person("annen_forelder_inntekt", period.this_year)
        total = payer + person.husstand("bidragsmottakers_inntekt", period) + child
        share = numpy.divide(payer, total, out=numpy.zeros_like(payer), where=total > 0)
        return ~person("selvforsorget_barn", period) * numpy.minimum(share, law.maks_andel)


@rule(
    nb="Bidragsevnen til forelderen som skal betale",
    en="What the parent who is to pay can bear",
    section="barnelova § 71 første ledd; forskrift 15 januar 2003 nr. 123 § 6",
    href=f"{FORSKRIFT}/§6",
)
class annen_forelder_bidragsevne(Rule):
    """§ 6: kroner a month after tax, own upkeep and children at home; those with shared residence
    count a half there."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        half = parameters(period).bidrag.bidragsevne.delt_bosted_andel
        shared = person("rett_til_barnebidrag", period) * person("delt_bosted", period)
        children = person("annen_forelder_barn_i_husstanden", period)
        return evne(
            person("annen_forelder_inntekt", period.this_year),
            person("annen_forelder_deler_bolig", period),
            children + half * samme_bidragspliktig(person, shared, period),
            period,
            parameters,
        )


@rule(
    nb="En firedel av inntekten til forelderen som skal betale",
    en="A quarter of the income of the parent who is to pay",
    section="forskrift 15 januar 2003 nr. 123 § 7",
    href=f"{FORSKRIFT}/§7",
)
class annen_forelder_inntektstak(Rule):
    """§ 7: the most that all the support of the parent may come to, kroner a month."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return tak_av_inntekt(
            person("annen_forelder_inntekt", period.this_year), period, parameters
        )


def samme_bidragspliktig(person, amount, period):
    """Sum over the children of the household who have the same parent elsewhere."""
    mine = person("bidragspliktig", period)
    return numpy.select(
        [mine == parent for parent in Bidragspliktig],
        [person.husstand.sum(amount * (mine == parent)) for parent in Bidragspliktig],
        0.0,
    )


@rule(
    nb="Bidrag til fordeling, før evne og samvær",
    en="Support to be shared, before ability and contact",
    section="forskrift 15 januar 2003 nr. 123 §§ 2, 8 og 10",
    href=f"{FORSKRIFT}/§2",
)
class bidrag_til_fordeling(Rule):
    """§§ 2, 8, 10: the payer's share of the cost, half of the cost less with shared residence; at
    most what the receiver's child supplement leaves of the cost, with the contact deduction."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).bidrag.barnebidrag
        cost = person("underholdskostnad", period)
        shared = person("delt_bosted", period)
        share = person("bidragspliktiges_andel", period)
        share = numpy.where(shared, numpy.maximum(share - law.delt_bosted_fradrag, 0), share)
        contact = person("samvaersfradrag", period)
        income = person.husstand("bidragsmottakers_inntekt", period)
        supplement = til_ore(
            person("bidragsmottaker_barnetillegg", period)
            * andel_etter_skatt(income, period, parameters)
        )
        room = numpy.maximum(cost - ~shared * supplement, 0)
        after_contact = numpy.maximum(til_ore(cost * share) - contact, 0)
        due = numpy.minimum(room, after_contact) + contact
        return person("rett_til_barnebidrag", period) * til_ore(due)


@rule(
    nb="Barnebidrag beregnet av Nav, før avrunding",
    en="Child support as computed by Nav, before rounding",
    section="barnelova § 71; forskrift 15 januar 2003 nr. 123 §§ 6 til 10; nr. 122 § 1",
    href=f"{BARNELOVA}/§71",
)
class beregnet_barnebidrag(Rule):
    """§ 71: what the payer can bear, at most a quarter of the income, is shared by the children in
    proportion; never less than the payer's own child supplement; then contact comes off."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        due = person("bidrag_til_fordeling", period)
        others = numpy.maximum(person("annen_forelder_andre_bidrag", period), 0)
        total = samme_bidragspliktig(person, due, period) + others
        able = numpy.minimum(
            person("annen_forelder_bidragsevne", period),
            person("annen_forelder_inntektstak", period),
        )
        part = numpy.divide(due, total, out=numpy.zeros_like(due), where=total > 0)
        borne = til_ore(numpy.minimum(due, able * part))
        income = person("annen_forelder_inntekt", period.this_year)
        supplement = til_ore(
            person("annen_forelder_barnetillegg", period)
            * andel_etter_skatt(income, period, parameters)
        )
        least = ~person("delt_bosted", period) * supplement
        paid = numpy.maximum(borne, least) - person("samvaersfradrag", period)
        return person("rett_til_barnebidrag", period) * numpy.maximum(paid, 0)


@rule(
    nb="Barnebidrag fastsatt av Nav",
    en="Child support fixed by Nav",
    section="barnelova §§ 70 andre ledd og 71; forskrift 15 januar 2003 nr. 123 § 12",
    href=f"{BARNELOVA}/§70",
    only_if=("nav_fastsetter_barnebidrag",),
)
class fastsatt_barnebidrag(Rule):
    """§§ 70, 71: the nearest ten kroner; a current amount stands unless the new one differs by more
    than 12 per cent."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).bidrag.barnebidrag
        computed = person("beregnet_barnebidrag", period)
        current = numpy.maximum(person("lopende_barnebidrag", period), 0)
        rounded = law.avrunding * round_half_up(computed / law.avrunding, 0)
        change = numpy.divide(
            numpy.abs(computed - current), current, out=numpy.ones_like(current), where=current > 0
        )
        new = numpy.where(change > law.endringsgrense, rounded, current)
        return person("rett_til_barnebidrag", period) * new


@rule(
    nb="Barnebidrag til barnet",
    en="Child support for the child",
    section="barnelova §§ 67 og 70",
    href=f"{BARNELOVA}/§67",
    only_if=(
        "nav_fastsetter_barnebidrag",
        "avtalt_barnebidrag",
    ),
)
class barnebidrag(Rule):
    """§§ 67, 70: the agreed amount, or the one fixed by Nav, paid each month to whom the child
    lives with."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        agreed = numpy.maximum(person("avtalt_barnebidrag", period), 0)
        due = numpy.where(agreed > 0, agreed, person("fastsatt_barnebidrag", period))
        return person("barnebidrag_betales", period) * due
