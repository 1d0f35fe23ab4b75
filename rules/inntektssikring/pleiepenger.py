"""Folketrygdloven §§ 9-2, 9-3 and 9-10 to 9-17: pleiepenger and opplæringspenger.

Computed as sykepenger (§ 9-15), without waiting time; the self-employed get all of the basis.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.inntektssikring.fellesregler import hele_kroner, manedsdager
from effektlov.rules.periods import age_in_months
from effektlov.rules.rounding import round_half_up
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Barnet trenger kontinuerlig tilsyn og pleie på grunn av sykdom",
    en="The child needs continuous care because of illness",
    unit="bool",
    section="folketrygdloven § 9-10",
    href=f"{ACT}/§9-10",
)
class trenger_kontinuerlig_tilsyn(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har utviklingshemming og en livstruende sykdom",
    en="Has an intellectual disability and a life-threatening illness",
    unit="bool",
    section="folketrygdloven § 9-10",
    href=f"{ACT}/§9-10",
)
class livstruende_syk_utviklingshemmet(Rule):
    """There is no age limit then."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Må være borte fra arbeidet for å pleie",
    en="Must be absent from work to give care",
    unit="bool",
    section="folketrygdloven § 9-10",
    href=f"{ACT}/§9-10",
)
class ma_vaere_borte_fra_arbeid(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Innvilget pleiepenger for sykt barn",
    en="Granted attendance allowance for an ill child",
    unit="bool",
    section="folketrygdloven § 9-10",
    href=f"{ACT}/§9-10",
)
class innvilget_pleiepenger(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Dager med pleiepenger i måneden",
    en="Days of attendance allowance in the month",
    unit="days",
    section="folketrygdloven § 9-15",
    href=f"{ACT}/§9-15",
)
class pleiepengedager(Rule):
    """Not stated: a twelfth of 260."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Timer i uken barnet har tilsyn av andre",
    en="Hours a week that others care for the child",
    unit="hours/week",
    section="folketrygdloven § 9-11",
    href=f"{ACT}/§9-11",
)
class tilsyn_av_andre_timer(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tilsyn om natten eller beredskap hindrer arbeid",
    en="Care at night or stand-by prevents work",
    unit="bool",
    section="folketrygdloven § 9-11",
    href=f"{ACT}/§9-11",
)
class nattevak_eller_beredskap(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Andel av vanlig arbeidstid som er arbeidet",
    en="Share of usual working time that is worked",
    unit="share",
    section="folketrygdloven §§ 9-11 og 9-15",
    href=f"{ACT}/§9-11",
)
class pleiepenger_arbeidet_andel(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Andel av pleien en annen får pleiepenger for",
    en="Share of the care that another is paid for",
    unit="share",
    section="folketrygdloven § 9-10",
    href=f"{ACT}/§9-10",
)
class pleiepenger_andres_andel(Rule):
    """When only one carer is needed at a time."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Innvilget pleiepenger for nærstående i livets sluttfase",
    en="Granted attendance allowance at the end of a life",
    unit="bool",
    section="folketrygdloven § 9-13",
    href=f"{ACT}/§9-13",
)
class innvilget_pleiepenger_naerstaende(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Dager med pleie av nærstående i måneden",
    en="Days of care of someone close in the month",
    unit="days",
    section="folketrygdloven § 9-13",
    href=f"{ACT}/§9-13",
)
class pleiepenger_naerstaende_dager(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Dager brukt for pasienten før denne måneden",
    en="Days used for the patient before this month",
    unit="days",
    section="folketrygdloven § 9-13",
    href=f"{ACT}/§9-13",
)
class pleiepenger_naerstaende_brukt(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Innvilget opplæringspenger",
    en="Granted training allowance",
    unit="bool",
    section="folketrygdloven § 9-14",
    href=f"{ACT}/§9-14",
)
class innvilget_opplaringspenger(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Dager med opplæringspenger i måneden",
    en="Days of training allowance in the month",
    unit="days",
    section="folketrygdloven § 9-14",
    href=f"{ACT}/§9-14",
)
class opplaringspengedager(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Barn som gir rett til pleiepenger",
    en="Child that gives a right to attendance allowance",
    section="folketrygdloven § 9-10",
    href=f"{ACT}/§9-10",
    unit="bool",
)
class barn_med_pleiebehov(Rule):
    """§ 9-10: a child under 18 who needs continuous care because of illness; no age limit for an
    intellectually disabled person with a life-threatening illness."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = 12 * parameters(period).inntektssikring.pleiepenger.barn_alder
        age = age_in_months(person, period)
        young = person.has_role(Husstand.BARN) * (age >= 0) * (age < limit)
        any_age = person("livstruende_syk_utviklingshemmet", period)
        return person("trenger_kontinuerlig_tilsyn", period) * (young + any_age)


@rule(
    nb="Rett til pleiepenger",
    en="Right to attendance allowance",
    section="folketrygdloven §§ 9-2, 9-3 og 9-10",
    href=f"{ACT}/§9-10",
    unit="bool",
    only_if=("ma_vaere_borte_fra_arbeid",),
)
class rett_til_pleiepenger(Rule):
    """§§ 9-2, 9-3, 9-10: a working carer of such a child who must be absent from work."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        needs = person.husstand.any(person.husstand.members("barn_med_pleiebehov", period))
        return (
            needs
            * person("ma_vaere_borte_fra_arbeid", period)
            * ~person("barn_med_pleiebehov", period)
            * person("kan_fa_ytelse_ved_sykdom", period)
        )


@rule(
    nb="Graden av pleiepenger",
    en="Degree of the attendance allowance",
    section="folketrygdloven § 9-11",
    href=f"{ACT}/§9-11",
    unit="share",
)
class pleiepenger_grad(Rule):
    """§ 9-11: what is left of 37.5 hours a week when others care for the child, of working time
    when the carer works, of the care when another is paid; nothing below 20 per cent. Care
    by others does not count when nights or stand-by prevent work."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.pleiepenger
        cared = numpy.clip(person("tilsyn_av_andre_timer", period) / law.normaluke, 0, 1)
        others = cared * ~person("nattevak_eller_beredskap", period)
        need = numpy.maximum(1 - others - person("pleiepenger_andres_andel", period), 0)
        lost = 1 - numpy.clip(person("pleiepenger_arbeidet_andel", period), 0, 1)
        degree = round_half_up(numpy.minimum(need, lost), 12)
        return numpy.where(degree >= law.minste_grad, degree, 0)


@rule(
    nb="Dekningsgrad ved barns og nærståendes sykdom",
    en="Coverage when a child or someone close is ill",
    section="folketrygdloven §§ 9-9 og 9-15",
    href=f"{ACT}/§9-15",
    unit="share",
)
class kapittel_9_dekningsgrad(Rule):
    """§§ 9-9, 9-15: as for sykepenger, but all of the basis for the self-employed."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        status = person("yrkesstatus", period)
        between = status == status.possible_values.inaktiv
        return numpy.where(
            between, parameters(period).inntektssikring.sykepenger.dekning_inaktiv, 1
        )


def _per_dag(person, period, parameters, degree):
    days = parameters(period).inntektssikring.fellesregler.dager_per_ar
    covered = person("sykepengegrunnlag", period) * person("kapittel_9_dekningsgrad", period)
    rate = hele_kroner(covered * degree / days)
    return person("kan_fa_ytelse_ved_sykdom", period) * rate


@rule(
    nb="Pleiepenger for sykt barn",
    en="Attendance allowance for an ill child",
    section="folketrygdloven §§ 9-10, 9-11 og 9-15",
    href=f"{ACT}/§9-10",
    only_if=("innvilget_pleiepenger",),
)
class pleiepenger(Rule):
    """§§ 9-10, 9-11, 9-15: the graded amount of a day in whole kroner for the days of the month."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        days = manedsdager(parameters, period, person("pleiepengedager", period))
        rate = _per_dag(person, period, parameters, person("pleiepenger_grad", period))
        return person("innvilget_pleiepenger", period) * days * rate


@rule(
    nb="Pleiepenger for nærstående i livets sluttfase",
    en="Attendance allowance at the end of a life",
    section="folketrygdloven §§ 9-13 og 9-15",
    href=f"{ACT}/§9-13",
    only_if=("innvilget_pleiepenger_naerstaende",),
)
class pleiepenger_naerstaende(Rule):
    """§§ 9-13, 9-15: up to 60 days for each patient."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        most = parameters(period).inntektssikring.pleiepenger.naerstaende_dager
        left = numpy.maximum(most - person("pleiepenger_naerstaende_brukt", period), 0)
        days = numpy.clip(person("pleiepenger_naerstaende_dager", period), 0, left)
        lost = 1 - numpy.clip(person("pleiepenger_arbeidet_andel", period), 0, 1)
        rate = _per_dag(person, period, parameters, lost)
        return person("innvilget_pleiepenger_naerstaende", period) * days * rate


@rule(
    nb="Opplæringspenger",
    en="Training allowance",
    section="folketrygdloven §§ 9-14 og 9-15",
    href=f"{ACT}/§9-14",
    only_if=("innvilget_opplaringspenger",),
)
class opplaringspenger(Rule):
    """§§ 9-14, 9-15: for the days of necessary training to care for a disabled or chronically ill
    child, whatever its age."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        days = numpy.maximum(person("opplaringspengedager", period), 0)
        lost = 1 - numpy.clip(person("pleiepenger_arbeidet_andel", period), 0, 1)
        rate = _per_dag(person, period, parameters, lost)
        return person("innvilget_opplaringspenger", period) * days * rate
