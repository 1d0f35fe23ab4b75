"""Folketrygdloven § 15-11 fourth paragraph: tuition benefit to a lone mother or father.

Repealed on 1 July 2026 (lov 12 juni 2026 nr. 27); it stands for those who follow the former rules.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.scales import stepwise

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1997-02-28-19"
REGULATION = "https://lovdata.no/forskrift/2015-11-21-1341"


@input_value(
    nb="Innvilget stønad til skolepenger",
    en="Granted tuition benefit",
    unit="bool",
    section="folketrygdloven § 15-11 fjerde ledd",
    href=f"{ACT}/§15-11",
)
class innvilget_skolepenger(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


class Studietype(Enum):
    hoyere = "Høyskole eller universitet"
    videregaende = "Videregående skole"


@input_value(
    nb="Utdanningen skolepengene gjelder",
    en="The education that the tuition is for",
    unit="enum",
    section="folketrygdloven § 15-11 fjerde ledd",
    href=f"{ACT}/§15-11",
)
class skolepenger_studietype(Rule):
    value_type = Enum
    possible_values = Studietype
    default_value = Studietype.hoyere
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Studiebelastning",
    en="Study load",
    unit="share",
    section="forskrift 21 november 2015 nr. 1341 § 7",
    href=f"{REGULATION}/§7",
)
class skolepenger_studiebelastning(Rule):
    value_type = float
    entity = Person
    default_value = 1.0
    definition_period = MONTH


@input_value(
    nb="Skolepenger, semesteravgift og eksamensgebyr fakturert i måneden",
    en="Tuition, semester and exam fees invoiced in the month",
    unit="kr",
    section="forskrift 21 november 2015 nr. 1341 § 7",
    href=f"{REGULATION}/§7",
)
class skolepenger_utgifter(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Stipend til samme formål som ikke er behovsprøvd",
    en="Grants for the same purpose that are not means-tested",
    unit="kr",
    section="forskrift 21 november 2015 nr. 1341 § 7",
    href=f"{REGULATION}/§7",
)
class skolepenger_stipend(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Skolepenger utbetalt tidligere i skoleåret",
    en="Tuition benefit paid earlier in the school year",
    unit="kr",
    section="folketrygdloven § 15-11 fjerde ledd",
    href=f"{ACT}/§15-11",
)
class skolepenger_utbetalt_i_skolearet(Rule):
    """The school year runs from July to June."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Privat utdanning uten særlig grunn",
    en="Private education without a special reason",
    unit="bool",
    section="folketrygdloven § 15-11 fjerde ledd",
    href=f"{ACT}/§15-11",
)
class privat_utdanning_uten_saerlig_grunn(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til stønad til skolepenger",
    en="Right to tuition benefit",
    section="folketrygdloven § 15-11 fjerde og femte ledd",
    href=f"{ACT}/§15-11",
    unit="bool",
    only_if=("nodvendig_utdanning",),
)
class rett_til_skolepenger(Rule):
    """§ 15-11: in necessary education, in a month with the right to transitional benefit; from July
    2026 only under the former rules."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("tidligere_regler_overgangsstonad", period)
            * person("rett_til_overgangsstonad", period)
            * person("nodvendig_utdanning", period)
            * ~person("privat_utdanning_uten_saerlig_grunn", period)
        )


@rule(
    nb="Høyeste stønad til skolepenger i skoleåret",
    en="Maximum tuition benefit in the school year",
    section="folketrygdloven § 15-11 fjerde ledd; forskrift 21 november 2015 nr. 1341 § 7",
    href=f"{REGULATION}/§7",
)
class skolepenger_maks(Rule):
    """§ 7 of the regulation: the rate of the level; for part-time study the half, two thirds or
    three quarters."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).enslig_forsorger.skolepenger
        kind = person("skolepenger_studietype", period)
        higher = kind == kind.possible_values.hoyere
        full = numpy.where(higher, law.maks_hoyere, law.maks_videregaende)
        return full * stepwise(person("skolepenger_studiebelastning", period), law.deltid)


@rule(
    nb="Utgifter til skolepenger etter stipend",
    en="Tuition expenses after grants",
    section="forskrift 21 november 2015 nr. 1341 § 7",
    href=f"{REGULATION}/§7",
)
class skolepenger_grunnlag(Rule):
    """§ 7 of the regulation: the actual expenses of a month with the right, less grants for the
    same purpose."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        granted = person("innvilget_skolepenger", period) * person("rett_til_skolepenger", period)
        net = person("skolepenger_utgifter", period) - person("skolepenger_stipend", period)
        return granted * numpy.maximum(net, 0)


@rule(
    nb="Stønad til skolepenger",
    en="Tuition benefit",
    section="folketrygdloven § 15-11 fjerde ledd",
    href=f"{ACT}/§15-11",
    only_if=("innvilget_skolepenger",),
)
class skolepenger(Rule):
    """§ 15-11 fourth paragraph: the expenses, as far as the sum of the school year is within the
    maximum."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        before = person("skolepenger_utbetalt_i_skolearet", period)
        room = numpy.maximum(person("skolepenger_maks", period) - before, 0)
        return numpy.minimum(person("skolepenger_grunnlag", period), room)
