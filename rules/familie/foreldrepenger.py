"""Folketrygdloven §§ 14-6, 14-7, 14-9 and 14-16: right, basis, daily rate and payment.

The basis is stated in kroner a year, found as for sykepenger and with AAP in it where § 14-7 says
so. The daily rate is rounded after rate and degree of leave, as fp-ytelse-beregn does.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.familie.foreldrepengedager import both, is_father, only_father
from effektlov.rules.rounding import round_half_up
from effektlov.rules.rule import Rule, input_value, rule

MONTH, YEAR = DateUnit.MONTH, DateUnit.YEAR
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Beregningsgrunnlag for foreldrepenger, før taket på 6 G",
    en="Basis of parental benefit, before the ceiling of 6 G",
    unit="kr/year",
    section="folketrygdloven § 14-7",
    href=f"{ACT}/§14-7",
)
class foreldrepengegrunnlag(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Grunnbeløpet da uttaket av foreldrepenger tok til (0 er dagens)",
    en="The basic amount when the parental leave began (0 is today's)",
    unit="kr/year",
    section="folketrygdloven § 14-7 første ledd",
    href=f"{ACT}/§14-7",
)
class foreldrepenger_grunnbelop(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Måneder med yrkesaktivitet av de siste ti før uttaket",
    en="Months of work among the last ten before the leave",
    unit="months",
    section="folketrygdloven § 14-6",
    href=f"{ACT}/§14-6",
)
class foreldrepenger_opptjening_maneder(Rule):
    """§ 14-6: months with dagpenger, sykepenger, AAP, foreldrepenger and the like count too."""

    value_type = int
    entity = Person
    default_value = 10
    definition_period = MONTH


@input_value(
    nb="Militærtjeneste på mer enn 28 dager i opptjeningstiden",
    en="Military service of more than 28 days in the earning period",
    unit="bool",
    section="folketrygdloven § 14-7 fjerde ledd",
    href=f"{ACT}/§14-7",
)
class militartjeneste_i_opptjeningstiden(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Foreldrepengegrunnlag etter tak",
    en="Basis of parental benefit under the ceiling",
    section="folketrygdloven § 14-7 første og fjerde ledd",
    href=f"{ACT}/§14-7",
    unit="kr/year",
)
class foreldrepengegrunnlag_avkortet(Rule):
    """§ 14-7: at most 6 G by G when the leave began; at least 3 G after military service."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.foreldrepenger
        g = _g_at_start(person, period, parameters)
        served = person("militartjeneste_i_opptjeningstiden", period)
        least = served * law.grunnlag_militartjeneste * g
        basis = numpy.maximum(person("foreldrepengegrunnlag", period.this_year), least)
        return numpy.minimum(basis, law.tak_grunnlag * g)


def _g_at_start(person, period, parameters):
    stated = person("foreldrepenger_grunnbelop", period.this_year)
    return numpy.where(stated > 0, stated, parameters(period).trygd.grunnbelop.grunnbelop)


@rule(
    nb="Rett til foreldrepenger",
    en="Right to parental benefit",
    section="folketrygdloven §§ 14-6 og 14-7",
    href=f"{ACT}/§14-6",
    unit="bool",
)
class rett_til_foreldrepenger(Rule):
    """§§ 14-6, 14-7: work in six of the last ten months and a basis of at least half of G."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.foreldrepenger
        least = law.minste_grunnlag * _g_at_start(person, period, parameters)
        earned = person("foreldrepenger_opptjening_maneder", period) >= law.opptjening_maneder
        return earned * (person("foreldrepengegrunnlag_avkortet", period) >= least)


@rule(
    nb="Dagsats for foreldrepenger ved fullt uttak",
    en="Daily rate of parental benefit at full leave",
    section="folketrygdloven §§ 14-7 og 14-9 tredje ledd",
    href=f"{ACT}/§14-9",
    unit="kr/day",
)
class foreldrepenger_dagsats(Rule):
    """§§ 14-7, 14-9: a 260th of the basis, or of 80 per cent of it, in whole kroner."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("rett_til_foreldrepenger", period) * _day(person, period, parameters, 1)


def _day(person, period, parameters, degree):
    law = parameters(period).familie.foreldrepenger
    rate = numpy.where(person("foreldrepenger_redusert_sats", period), law.redusert_sats, 1.0)
    year = person("foreldrepengegrunnlag_avkortet", period) * rate * degree
    return round_half_up(year / law.dager_per_ar, 0)


@input_value(
    nb="Dager med uttak av foreldrepenger i måneden (0 er alle hverdager i en gjennomsnittsmåned)",
    en="Days of parental leave in the month (0 is all weekdays of an average month)",
    unit="days",
    section="folketrygdloven § 14-7 femte ledd",
    href=f"{ACT}/§14-7",
)
class foreldrepenger_uttaksdager(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Uttaksgrad (100 prosent mindre stillingsdelen)",
    en="Degree of leave (100 per cent less the share of a position worked)",
    unit="share",
    section="folketrygdloven § 14-16",
    href=f"{ACT}/§14-16",
)
class foreldrepenger_uttaksgrad(Rule):
    value_type = float
    entity = Person
    default_value = 1.0
    definition_period = MONTH


@input_value(
    nb="Stønadsdager forelderen har brukt før måneden",
    en="Benefit days the parent has used before the month",
    unit="days",
    section="folketrygdloven §§ 14-9 og 14-14 første ledd",
    href=f"{ACT}/§14-9",
)
class foreldrepenger_brukte_dager(Rule):
    """Days used or lost; a day at half degree is half a day (§ 14-16 fourth paragraph)."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Dager av fellesperioden som den andre forelderen har brukt",
    en="Days of the shared period that the other parent has used",
    unit="days",
    section="folketrygdloven § 14-9 femte ledd",
    href=f"{ACT}/§14-9",
)
class fellesperiode_brukt_av_den_andre(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Dager uten aktivitetskrav som faren har brukt før måneden",
    en="Days without the activity condition that the father has used before the month",
    unit="days",
    section="folketrygdloven §§ 14-12 og 14-14 tredje ledd",
    href=f"{ACT}/§14-14",
)
class brukte_dager_uten_aktivitetskrav(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Morens aktivitet som andel av heltid (arbeid, utdanning, program; 1 også ved sykdom)",
    en="The mother's activity as a share of full time (work, studies, programme; 1 if ill)",
    unit="share",
    section="folketrygdloven § 14-13",
    href=f"{ACT}/§14-13",
)
class mors_aktivitet(Rule):
    """§ 14-13 first paragraph letters a to g; stated on the father. Nought is no activity."""

    value_type = float
    entity = Person
    default_value = 1.0
    definition_period = MONTH


@rule(
    nb="Stønadsdager forelderen har igjen",
    en="Benefit days the parent has left",
    section="folketrygdloven §§ 14-9, 14-12 og 14-14",
    href=f"{ACT}/§14-9",
    unit="days",
)
class foreldrepenger_gjenstaende_dager(Rule):
    """§§ 14-9 to 14-15: the own quota and the shared period, or the whole account of one parent,
    and the mother's days before a birth; less what is used."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        other = numpy.maximum(person("fellesperiode_brukt_av_den_andre", period), 0)
        shared = numpy.maximum(person("fellesperiode_dager", period) - other, 0)
        own = (
            person("foreldrekvote_dager", period)
            + person("foreldrepengekonto_dager", period)
            + person("foreldrepenger_for_fodsel_dager", period)
        )
        used = numpy.maximum(person("foreldrepenger_brukte_dager", period), 0)
        return numpy.maximum(own + shared - used, 0)


@rule(
    nb="Foreldrepenger",
    en="Parental benefit",
    section="folketrygdloven §§ 14-7, 14-9, 14-13 og 14-16",
    href=f"{ACT}/§14-9",
    only_if=("innvilget_foreldrepenger",),
)
class foreldrepenger(Rule):
    """§§ 14-7 to 14-16: the daily rate at the degree of leave for the days taken, within the days
    left. Where the father's leave needs the mother's activity, days beyond those free of it are
    paid at most at her share of full time, when that is below 75 per cent."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).familie.foreldrepenger
        degree = numpy.clip(person("foreldrepenger_uttaksgrad", period), 0, 1)
        stated = person("foreldrepenger_uttaksdager", period)
        taken = degree * numpy.where(stated > 0, stated, law.dager_per_ar / 12)
        used = numpy.minimum(taken, person("foreldrepenger_gjenstaende_dager", period))
        tested = is_father(person, period) * (both(person, period) + only_father(person, period))
        free = numpy.maximum(
            person("dager_uten_aktivitetskrav", period)
            - numpy.maximum(person("brukte_dager_uten_aktivitetskrav", period), 0),
            0,
        )
        unconditional = numpy.where(tested, numpy.minimum(used, free), used)
        activity = numpy.clip(person("mors_aktivitet", period), 0, 1)
        highest = numpy.where(activity >= law.mors_stillingsdel_full, 1.0, activity)
        some = degree > 0
        per_used_day = numpy.where(some, degree, 1.0)
        amount = unconditional / per_used_day * _day(person, period, parameters, degree) + (
            (used - unconditional)
            / per_used_day
            * _day(person, period, parameters, numpy.minimum(degree, highest))
        )
        entitled = (
            person("innvilget_foreldrepenger", period)
            * person("rett_til_foreldrepenger", period)
            * ~person("velger_engangsstonad", period)
        )
        return entitled * some * amount


@rule(
    nb="Foreldrepenger ved fødsel",
    en="Parental benefit at birth",
    section="folketrygdloven § 14-9 første ledd",
    href=f"{ACT}/§14-9",
    only_if=("innvilget_foreldrepenger",),
)
class foreldrepenger_ved_fodsel(Rule):
    """§ 14-9 first paragraph: the benefit for a child that is born."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return ~person("foreldrepenger_adopsjon", period) * person("foreldrepenger", period)


@rule(
    nb="Foreldrepenger ved adopsjon",
    en="Parental benefit at adoption",
    section="folketrygdloven § 14-9 andre ledd",
    href=f"{ACT}/§14-9",
    only_if=("innvilget_foreldrepenger",),
)
class foreldrepenger_ved_adopsjon(Rule):
    """§ 14-9 second paragraph: the benefit for a child that is adopted."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("foreldrepenger_adopsjon", period) * person("foreldrepenger", period)
