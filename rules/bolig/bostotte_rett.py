"""Bustøttelova (lov 24 august 2012 nr. 64) chapter I, §§ 3 to 5: who has a right to bostøtte.

The household is everybody who lives in the dwelling on the first of the month (forskriften § 10):
a child counts from the month after birth, and turns 18 in the month after the birthday.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.sums import total

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2012-08-24-64"
REGULATION = "https://lovdata.no/forskrift/2012-11-29-1283"


_STUDENT = (
    "rett_til_lanekasseytelser",
    "elev_i_vgo",
    "laerling",
    "i_hoyere_utdanning",
    "lanekasse_utdanning",
)
"""Without any of these nobody has a right to support from Lånekassen."""


@input_value(
    nb="Søker bostøtte (hovedsøkeren)",
    en="Applies for housing allowance (the main applicant)",
    unit="bool",
    section="bustøttelova § 3",
    href=f"{ACT}/§3",
)
class soker_bostotte(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Avtjener førstegangstjeneste eller siviltjeneste",
    en="Does compulsory military or civilian service",
    unit="bool",
    section="bustøttelova § 4 første ledd",
    href=f"{ACT}/§4",
)
class avtjener_verneplikt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har rett til ytelser fra Lånekassen som student, elev eller lærling",
    en="Has a right to support from Lånekassen as student, pupil or apprentice",
    unit="bool",
    section="bustøttelova § 4 andre ledd",
    href=f"{ACT}/§4",
)
class rett_til_lanekasseytelser(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Studerer innenfor et offentlig program for arbeidskvalifisering",
    en="Studies within a public programme of qualification for work",
    unit="bool",
    section="bustøttelova § 4 andre ledd",
    href=f"{ACT}/§4",
)
class studerer_i_arbeidskvalifisering(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Boligen er godkjent, selvstendig, med egen inngang, bad, toalett og kjøkken",
    en="The dwelling is approved, self-contained, with own entrance, bath, toilet and kitchen",
    unit="bool",
    section="bustøttelova § 5",
    href=f"{ACT}/§5",
)
class bolig_oppfyller_kravene(Rule):
    """True too for a shared house that the kommune finds suitable (second paragraph)."""

    value_type = bool
    default_value = True
    entity = Husstand
    definition_period = MONTH


@rule(
    nb="Bor i husstandens bolig den første i måneden",
    en="Lives in the household's dwelling on the first of the month",
    section="bustøttelova §§ 3 og 4, forskrift om bustøtte § 10",
    href=f"{REGULATION}/§10",
    unit="bool",
)
class i_bostottehusstanden(Rule):
    """Forskriften § 10: those born and living at home, children of shared residence too; nobody in
    a foster home, an institution or a prison. Who lives in a dwelling of her own is in the
    household only when it is hers."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        places = place.possible_values
        born = age_in_months(person, period) > 0
        free = ~person("i_fengsel", period)
        at_home = born * free * (place == places.hjemme)
        alone = person.husstand.sum(at_home) == 0
        return at_home + born * free * (place == places.egen_bolig) * alone


@rule(
    nb="Har fylt 18 år den første i måneden",
    en="Has turned 18 on the first of the month",
    section="forskrift om bustøtte §§ 5, 7 og 10",
    href=f"{REGULATION}/§10",
    unit="bool",
)
class voksen_i_bostotten(Rule):
    """Forskriften § 10: from the month after the 18th birthday."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        adult = parameters(period).bolig.bostotte.alder_voksen
        return age_in_months(person, period) > 12 * adult


@rule(
    nb="Personer i bostøttehusstanden",
    en="Persons in the household of the allowance",
    section="forskrift om bustøtte § 10",
    href=f"{REGULATION}/§10",
    unit="count",
)
class personer_i_bostottehusstanden(Rule):
    """Forskriften § 10: how many live in the dwelling on the first of the month."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        return husstand.sum(husstand.members("i_bostottehusstanden", period))


@rule(
    nb="Student etter bustøttelova",
    en="Student under the housing allowance act",
    section="bustøttelova § 4 andre ledd",
    href=f"{ACT}/§4",
    unit="bool",
    only_if=_STUDENT,
)
class student_etter_bustottelova(Rule):
    """§ 4 second paragraph: whoever has a right to support from Lånekassen, unless the studies are
    part of qualifying for work; Husbanken takes them so for recipients of arbeidsavklaringspenger,
    uføretrygd and kvalifiseringsstønad."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        benefits = ("arbeidsavklaringspenger", "uforetrygd", "kvalifiseringsstonad")
        paid = total(person, period, benefits) > 0
        qualifying = person("studerer_i_arbeidskvalifisering", period) + paid
        supported = person("rett_til_lanekasseytelser", period) + person(
            "rett_til_utdanningsstotte", period
        )
        return supported * ~qualifying


@rule(
    nb="Noen i husstanden stenger for bostøtte",
    en="Somebody in the household bars the allowance",
    section="bustøttelova § 4",
    href=f"{ACT}/§4",
    unit="bool",
    only_if=("avtjener_verneplikt", *_STUDENT),
)
class utelukket_fra_bostotte(Rule):
    """§ 4: a conscript, or a student in a household without children under 18, bars those they live
    with; a student child does not bar the parents."""

    value_type = bool
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        lives = husstand.members("i_bostottehusstanden", period)
        conscript = husstand.any(lives * husstand.members("avtjener_verneplikt", period))
        minors = husstand.any(lives * ~husstand.members("voksen_i_bostotten", period))
        student = lives * husstand.members("student_etter_bustottelova", period)
        applies = lives * husstand.members("soker_bostotte", period)
        parent_applies = husstand.any(applies, role=Husstand.FORELDER)
        child_student = student * husstand.members.has_role(Husstand.BARN)
        barring = numpy.where(
            parent_applies, husstand.any(student * ~child_student), husstand.any(student)
        )
        return conscript + barring * ~minors


@rule(
    nb="Rett til bostøtte",
    en="Right to housing allowance",
    section="bustøttelova §§ 3 til 5",
    href=f"{ACT}/§3",
    unit="bool",
    only_if=("soker_bostotte",),
)
class rett_til_bostotte(Rule):
    """§§ 3 to 5: the applicant is over 18 or has own children there, lives in and pays for a
    dwelling that meets the demands, and nobody bars it; income is met in the amount."""

    value_type = bool
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        members = husstand.members
        lives = members("i_bostottehusstanden", period)
        children = husstand.any(lives, role=Husstand.BARN)
        parent = members.has_role(Husstand.FORELDER) * husstand.project(children)
        may = members("voksen_i_bostotten", period) + parent
        applicant = husstand.any(lives * may * members("soker_bostotte", period))
        pays = husstand("boutgifter_til_bostotte", period) > 0
        return (
            applicant
            * pays
            * husstand("bolig_oppfyller_kravene", period)
            * ~husstand("utelukket_fra_bostotte", period)
        )
