"""Forskrift 15 januar 2003 nr. 123 §§ 3 and 9: the cost of maintaining a child, and the deduction
for contact, both by age group. The age group changes on 1 July of the year."""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.bidrag.inntekt import FORSKRIFT, bidragsalder, til_ore
from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.scales import stepwise

MONTH = DateUnit.MONTH


class BarnetilsynMedStonad(Enum):
    ingen = "Ikke stønad til barnetilsyn"
    barnehage_heltid = "Barnehage på heltid (33 timer eller mer i uken)"
    barnehage_deltid = "Barnehage på deltid"
    sfo_heltid = "Skolefritidsordning på heltid"
    sfo_deltid = "Skolefritidsordning på deltid (inntil 10 timer i uken)"


@input_value(
    nb="Barnetilsyn som bidragsmottakeren får 64 prosent stønad til",
    en="Childcare for which the receiver gets 64 per cent benefit",
    unit="enum",
    section="forskrift 15 januar 2003 nr. 123 § 3 fjerde ledd; folketrygdloven § 15-10",
    href=f"{FORSKRIFT}/§3",
)
class barnetilsyn_med_stonad(Rule):
    value_type = Enum
    possible_values = BarnetilsynMedStonad
    default_value = BarnetilsynMedStonad.ingen
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Faktisk utgift til tilsyn av barnet når det ikke gis stønad til barnetilsyn",
    en="Actual cost of care for the child when no childcare benefit is given",
    section="forskrift 15 januar 2003 nr. 123 § 3 fjerde ledd",
    href=f"{FORSKRIFT}/§3",
)
class tilsynsutgift(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kostpenger som er med i utgiften til tilsyn",
    en="Payment for meals that is part of the cost of care",
    section="forskrift 15 januar 2003 nr. 123 § 3 fjerde ledd",
    href=f"{FORSKRIFT}/§3",
)
class tilsynsutgift_kost(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tilleggsstønad til tilsyn av barnet per dag",
    en="Supplementary grant for care of the child per day",
    unit="kr/day",
    section="forskrift 15 januar 2003 nr. 123 § 3 fjerde ledd; folketrygdloven § 15-11",
    href=f"{FORSKRIFT}/§3",
)
class tilsyn_tilleggsstonad(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Tilsynsutgift per måned uten kost",
    en="Cost of care per month without meals",
    section="forskrift 15 januar 2003 nr. 123 § 3 fjerde ledd",
    href=f"{FORSKRIFT}/§3",
)
class tilsynsutgift_per_maned(Rule):
    """§ 3: eleven months' payment spread over the year."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        months = parameters(period).bidrag.underholdskostnad.tilsyn_maneder
        paid = person("tilsynsutgift", period) - person("tilsynsutgift_kost", period)
        return person.has_role(Husstand.BARN) * numpy.maximum(paid * months / 12, 0)


@rule(
    nb="Netto tilsynsutgift for barnet",
    en="Net cost of care for the child",
    section="forskrift 15 januar 2003 nr. 123 § 3 fjerde ledd",
    href=f"{FORSKRIFT}/§3",
)
class netto_tilsynsutgift(Rule):
    """§ 3: the actual cost less the supplementary grant, up to the ceiling for all the receiver's
    children, less the tax advantage of the parental deduction shared by those with costs."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).bidrag.underholdskostnad
        members = person.husstand.members
        grant = person("tilsyn_tilleggsstonad", period) * law.tilsyn_dager / 12
        grant = grant * law.tilsyn_maneder / 12
        monthly = person("tilsynsutgift_per_maned", period)
        all_monthly = members("tilsynsutgift_per_maned", period)
        mine = numpy.maximum(monthly - grant, 0)
        total = numpy.maximum(person.husstand.sum(all_monthly) - grant, 0)

        age = bidragsalder(members("fodselsmaned", period), period, parameters)
        young = (age < law.tilsyn_alder) * (age_in_months(members, period) >= 0)
        counted = members.has_role(Husstand.BARN) * (young + (all_monthly > 0))
        paying = person.husstand.sum(all_monthly > 0)

        ceiling = stepwise(paying, law.maks_tilsyn)
        share = numpy.divide(mine, total, out=numpy.zeros_like(mine), where=total > 0)
        gross = numpy.where(total > ceiling, share * ceiling, mine)
        deduction = numpy.minimum(
            numpy.minimum(total, ceiling),
            stepwise(person.husstand.sum(counted), law.maks_fradrag),
        )
        advantage = deduction * law.tilsyn_skattesats / numpy.maximum(paying, 1)
        return numpy.maximum(til_ore(gross - (monthly > 0) * advantage), 0)


@rule(
    nb="Underholdskostnad for barnet",
    en="Cost of maintaining the child",
    section="forskrift 15 januar 2003 nr. 123 § 3",
    href=f"{FORSKRIFT}/§3",
)
class underholdskostnad(Rule):
    """§ 3: consumption by age group, housing and childcare, less child benefit. No benefit comes
    off in the month of birth or after the month of turning 18."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).bidrag.underholdskostnad
        limit = parameters(period).bidrag.barnebidrag.aldersgrense
        age = bidragsalder(person("fodselsmaned", period), period, parameters)
        months = age_in_months(person, period)
        young = age < law.forbruksutgift.thresholds[1]
        benefit = numpy.where(young, law.barnetrygd_under_6, law.barnetrygd)
        paid = (months > 0) * (months <= 12 * limit)
        cost = (
            stepwise(age, law.forbruksutgift)
            + law.boutgift
            + law.barnetilsyn[person("barnetilsyn_med_stonad", period)]
            + person("netto_tilsynsutgift", period)
            - paid * benefit
        )
        return person("bidragsbarn_hjemme", period) * numpy.maximum(cost, 0)


class Samvaersklasse(Enum):
    ingen = "Ikke samvær, eller mindre enn klasse 1"
    klasse_1 = "2–3 netter, eller minst to dager, i måneden"
    klasse_2 = "4–8 netter i måneden"
    klasse_3 = "9–13 netter i måneden"
    klasse_4 = "14–15 netter i måneden"


@input_value(
    nb="Samværsklasse: samværet barnet har med den andre forelderen",
    en="Contact class: the child's contact with the other parent",
    unit="enum",
    section="forskrift 15 januar 2003 nr. 123 § 9",
    href=f"{FORSKRIFT}/§9",
)
class samvaersklasse(Rule):
    value_type = Enum
    possible_values = Samvaersklasse
    default_value = Samvaersklasse.ingen
    entity = Person
    definition_period = MONTH


def fradrag_for_samvaer(age, contact, period, parameters):
    """§ 9: a fixed amount by contact class and age group."""
    law = parameters(period).bidrag.samvaersfradrag
    classes = Samvaersklasse
    return numpy.select(
        [
            contact == classes.klasse_1,
            contact == classes.klasse_2,
            contact == classes.klasse_3,
            contact == classes.klasse_4,
        ],
        [
            stepwise(age, law.klasse_1),
            stepwise(age, law.klasse_2),
            stepwise(age, law.klasse_3),
            stepwise(age, law.klasse_4),
        ],
        0.0,
    )


@rule(
    nb="Samværsfradrag",
    en="Deduction for contact",
    section="barnelova § 71 første ledd; forskrift 15 januar 2003 nr. 123 § 9",
    href=f"{FORSKRIFT}/§9",
)
class samvaersfradrag(Rule):
    """§ 9: none with shared residence."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        age = bidragsalder(person("fodselsmaned", period), period, parameters)
        contact = person("samvaersklasse", period)
        amount = fradrag_for_samvaer(age, contact, period, parameters)
        return person("bidragsbarn_hjemme", period) * numpy.where(
            person("delt_bosted", period), 0.0, amount
        )
