"""Folketrygdloven chapter 8: sykepenger from the National Insurance and from the employer.

Nav rounds the amount of a day to a krone; a month is the days that the case states, or a twelfth of
260. The days of the employer's sixteen calendar days (Monday to Friday) are stated.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.inntektssikring.fellesregler import grunnbelop_da, hele_kroner, manedsdager
from effektlov.rules.periods import age_in_years
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1997-02-28-19"


class Sykepengeforsikring(Enum):
    ingen = "Ingen forsikring"
    samme_fra_forste_dag = "80 prosent fra første dag (frilanser: 100 prosent)"
    full_fra_17_dag = "100 prosent fra 17. dag"
    full_fra_forste_dag = "100 prosent fra første dag"


@input_value(
    nb="Innvilget sykepenger",
    en="Granted sickness benefit",
    unit="bool",
    section="folketrygdloven § 8-4",
    href=f"{ACT}/§8-4",
)
class innvilget_sykepenger(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Arbeidsufør på grunn av sykdom eller skade",
    en="Unfit for work because of illness or injury",
    unit="bool",
    section="folketrygdloven § 8-4",
    href=f"{ACT}/§8-4",
)
class arbeidsufor_av_sykdom(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Funksjonsnedsettelsen skyldes klart sykdom eller skade",
    en="The reduced function is clearly due to illness or injury",
    unit="bool",
    section="folketrygdloven § 8-4",
    href=f"{ACT}/§8-4",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="nav",
        nb="Sosiale eller økonomiske problemer gir ikke rett til sykepenger",
        en="Social or economic problems give no right to the benefit",
    ),
)
class arbeidsuforhet_skyldes_sykdom(Rule):
    value_type = bool
    entity = Person
    default_value = True
    definition_period = MONTH


@input_value(
    nb="Sykmeldingsgrad",
    en="Degree of sick leave",
    unit="share",
    section="folketrygdloven § 8-13",
    href=f"{ACT}/§8-13",
)
class sykmeldingsgrad(Rule):
    value_type = float
    entity = Person
    default_value = 1.0
    definition_period = MONTH


@input_value(
    nb="Sykedager i måneden, mandag til fredag",
    en="Sick days in the month, Monday to Friday",
    unit="days",
    section="folketrygdloven § 8-11",
    href=f"{ACT}/§8-11",
)
class sykepengedager(Rule):
    """Not stated: a twelfth of 260."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Sykedager i arbeidsgiverperioden eller ventetiden",
    en="Sick days in the employer's period or the waiting time",
    unit="days",
    section="folketrygdloven §§ 8-19, 8-34, 8-38 og 8-47",
    href=f"{ACT}/§8-19,",
)
class dager_i_arbeidsgiverperioden(Rule):
    """Monday to Friday within the first 16 calendar days (14 for who is between jobs)."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Arbeidsgiveren plikter ikke å betale",
    en="The employer is not obliged to pay",
    unit="bool",
    section="folketrygdloven §§ 8-17 og 8-20",
    href=f"{ACT}/§8-17",
)
class arbeidsgiver_plikter_ikke(Rule):
    """The National Insurance pays the first sixteen days too."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Sykepengedager fra trygden brukt før denne måneden",
    en="Benefit days from the National Insurance used before this month",
    unit="days",
    section="folketrygdloven § 8-12",
    href=f"{ACT}/§8-12",
)
class sykepengedager_brukt(Rule):
    """In the last three years, since the last 26 weeks of full fitness."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Forsikring for tillegg til sykepenger",
    en="Insurance for additional sickness benefit",
    unit="enum",
    section="folketrygdloven §§ 8-36 og 8-39",
    href=f"{ACT}/§8-36",
)
class sykepengeforsikring(Rule):
    value_type = Enum
    possible_values = Sykepengeforsikring
    entity = Person
    default_value = Sykepengeforsikring.ingen
    definition_period = MONTH


@rule(
    nb="Rett til sykepenger fra trygden",
    en="Right to sickness benefit from the National Insurance",
    section="folketrygdloven §§ 8-2 til 8-4 og 8-13",
    href=f"{ACT}/§8-4",
    unit="bool",
    only_if=("arbeidsufor_av_sykdom",),
)
class rett_til_sykepenger(Rule):
    """§§ 8-2 to 8-4, 8-13: unfit for work because of illness by at least 20 per cent, after four
    weeks of work, with a large enough basis and days left."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.sykepenger
        return (
            person("arbeidsufor_av_sykdom", period)
            * person("arbeidsuforhet_skyldes_sykdom", period)
            * (person("sykmeldingsgrad", period) >= law.minste_grad)
            * person("kan_fa_ytelse_ved_sykdom", period)
            * (person("sykepengedager_brukt", period) < person("sykepenger_maksdager", period))
        )


@rule(
    nb="Høyeste antall sykepengedager fra trygden",
    en="Most benefit days from the National Insurance",
    section="folketrygdloven §§ 8-12 og 8-51",
    href=f"{ACT}/§8-12",
    unit="days",
)
class sykepenger_maksdager(Rule):
    """§§ 8-12, 8-51: 248 days in three years, 250 for other members, 260 when the National
    Insurance pays from the first day; 60 between 67 and 70."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.sykepenger
        status = person("yrkesstatus", period)
        kinds = status.possible_values
        between = (status == kinds.inaktiv) + (status == kinds.nytt_arbeid)
        first_day = (
            (status == kinds.dagpengemottaker)
            + person("arbeidsgiver_plikter_ikke", period)
            + _forsikret_ventetid(person, period)
        )
        old = age_in_years(person, period) >= law.alder_begrenset
        return numpy.select(
            [old, first_day, between],
            [law.dager_67, law.dager_fra_forste, law.dager_andre],
            law.dager,
        )


def _forsikret_ventetid(person, period):
    """§§ 8-36, 8-39: insured for the first sixteen days."""
    status = person("yrkesstatus", period)
    kinds = status.possible_values
    insured = person("sykepengeforsikring", period)
    from_first = (insured == insured.possible_values.samme_fra_forste_dag) + (
        insured == insured.possible_values.full_fra_forste_dag
    )
    return ((status == kinds.selvstendig) + (status == kinds.frilanser)) * from_first


@rule(
    nb="Dekningsgrad",
    en="Coverage",
    section="folketrygdloven §§ 8-16, 8-34, 8-36, 8-38 og 8-47",
    href=f"{ACT}/§8-16",
    unit="share",
)
class sykepenger_dekningsgrad(Rule):
    """§§ 8-16, 8-34, 8-36, 8-38, 8-47: all of the basis; 80 per cent for the self-employed (75
    until September 2019) unless insured for all; 65 per cent for who is between jobs."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.sykepenger
        status = person("yrkesstatus", period)
        kinds = status.possible_values
        insured = person("sykepengeforsikring", period)
        full = (insured == insured.possible_values.full_fra_17_dag) + (
            insured == insured.possible_values.full_fra_forste_dag
        )
        return numpy.select(
            [(status == kinds.selvstendig) * ~full, status == kinds.inaktiv],
            [law.dekning_selvstendig, law.dekning_inaktiv],
            1.0,
        )


@rule(
    nb="Sykepenger per dag fra trygden",
    en="Sickness benefit per day from the National Insurance",
    section="folketrygdloven §§ 8-10 og 8-13",
    href=f"{ACT}/§8-10",
    unit="kr/day",
)
class sykepenger_per_dag(Rule):
    """§§ 8-10, 8-13: the basis divided by 260, graded and covered, in whole kroner; nothing when
    less than 20 per cent unfit."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _per_dag(
            person,
            period,
            parameters,
            person("sykepengegrunnlag", period) * person("sykepenger_dekningsgrad", period),
        )


def _per_dag(person, period, parameters, year):
    law = parameters(period).inntektssikring.sykepenger
    degree = numpy.clip(person("sykmeldingsgrad", period), 0, 1)
    days = parameters(period).inntektssikring.fellesregler.dager_per_ar
    return (degree >= law.minste_grad) * hele_kroner(year * degree / days)


def _dager_hos_arbeidsgiver(person, period, parameters):
    days = manedsdager(parameters, period, person("sykepengedager", period))
    return numpy.clip(person("dager_i_arbeidsgiverperioden", period), 0, days)


@rule(
    nb="Sykepengedager fra trygden i måneden",
    en="Days paid by the National Insurance in the month",
    section="folketrygdloven §§ 8-11, 8-12 og 8-17",
    href=f"{ACT}/§8-17",
    unit="days",
)
class sykepengedager_fra_trygden(Rule):
    """§§ 8-11, 8-12, 8-17: sick days after the employer's period or the waiting time, as far as
    days are left; the first days too when the National Insurance answers for them."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        days = manedsdager(parameters, period, person("sykepengedager", period))
        status = person("yrkesstatus", period)
        from_first = (
            person("arbeidsgiver_plikter_ikke", period)
            + (status == status.possible_values.dagpengemottaker)
            + _forsikret_ventetid(person, period)
        )
        others = _dager_hos_arbeidsgiver(person, period, parameters) * ~from_first
        left = person("sykepenger_maksdager", period) - person("sykepengedager_brukt", period)
        entitled = person("innvilget_sykepenger", period) * person(
            "kan_fa_ytelse_ved_sykdom", period
        )
        return entitled * numpy.clip(days - others, 0, numpy.maximum(left, 0))


@rule(
    nb="Sykepenger fra folketrygden",
    en="Sickness benefit from the National Insurance",
    section="folketrygdloven §§ 8-11 til 8-17",
    href=f"{ACT}/§8-17",
    only_if=("innvilget_sykepenger",),
)
class sykepenger(Rule):
    """§§ 8-11 to 8-17: the amount of a day for each day that the National Insurance pays."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        days = person("sykepengedager_fra_trygden", period)
        return days * person("sykepenger_per_dag", period)


@rule(
    nb="Sykepenger til selvstendig næringsdrivende",
    en="Sickness benefit to the self-employed",
    section="folketrygdloven § 8-34",
    href=f"{ACT}/§8-34",
    only_if=("innvilget_sykepenger",),
)
class sykepenger_til_selvstendige(Rule):
    """§ 8-34: what of the benefit goes to the self-employed, which has its own appropriation."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        status = person("yrkesstatus", period)
        own = status == status.possible_values.selvstendig
        return own * person("sykepenger", period)


@rule(
    nb="Sykepenger til arbeidstakere og andre",
    en="Sickness benefit to employees and others",
    section="folketrygdloven § 8-17",
    href=f"{ACT}/§8-17",
    only_if=("innvilget_sykepenger",),
)
class sykepenger_til_andre(Rule):
    """§ 8-17: what of the benefit goes to others than the self-employed."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("sykepenger", period) - person("sykepenger_til_selvstendige", period)


@rule(
    nb="Sykepenger fra arbeidsgiveren",
    en="Sickness benefit from the employer",
    section="folketrygdloven §§ 8-18, 8-19 og 8-28",
    href=f"{ACT}/§8-18",
    only_if=("innvilget_sykepenger",),
)
class sykepenger_arbeidsgiver(Rule):
    """§§ 8-18, 8-19, 8-28: an employee of at least four weeks gets all of the current monthly
    income, up to 6 G, for the days of the employer's period. There is no minimum income."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.sykepenger
        status = person("yrkesstatus", period)
        stated = person("sykepengegrunnlag_fastsatt", period)
        income = numpy.where(stated > 0, stated, 12 * person("aktuell_manedsinntekt", period))
        basic = grunnbelop_da(parameters, period, person("sykepenger_fra_maned", period))
        year = numpy.clip(income, 0, law.tak_grunnlag * basic)
        entitled = (
            person("innvilget_sykepenger", period)
            * (status == status.possible_values.arbeidstaker)
            * person("opptjeningstid_fire_uker", period)
            * ~person("arbeidsgiver_plikter_ikke", period)
            * (age_in_years(person, period) < law.alder_til)
            * ~person("i_fengsel", period)
        )
        days = _dager_hos_arbeidsgiver(person, period, parameters)
        return entitled * days * _per_dag(person, period, parameters, year)
