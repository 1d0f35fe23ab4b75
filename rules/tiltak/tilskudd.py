"""Tiltaksforskriften chapters 5, 6, 7 and 11: what is paid to the firm of a mentor, for functional
assistance, for training and for the extra cost of a workplace, and the follow-up of who is in the
measure oppfølging."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/forskrift/2015-12-11-1598"


@input_value(
    nb="Timer med mentor i måneden",
    en="Hours with a mentor in the month",
    unit="hours",
    section="tiltaksforskriften § 5-6",
    href=f"{ACT}/§5-6",
)
class mentortimer(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Mentorens timelønn",
    en="Hourly wage of the mentor",
    unit="kr/hour",
    section="tiltaksforskriften § 5-6",
    href=f"{ACT}/§5-6",
)
class mentors_timelonn(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Mentoren er ansatt hos tiltaksarrangøren",
    en="The mentor is employed by the provider",
    unit="bool",
    section="tiltaksforskriften § 5-6 andre ledd",
    href=f"{ACT}/§5-6",
)
class mentor_er_ansatt(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Skolepenger, studiereiser og avgifter som Nav dekker",
    en="Tuition, study travel and fees covered by Nav",
    unit="kr",
    section="tiltaksforskriften § 7-5",
    href=f"{ACT}/§7-5",
)
class opplaeringsutgifter_dekket(Rule):
    """The actual expenses within the highest rates, as granted."""

    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Tilskudd til mentor",
    en="Grant for a mentor",
    section="tiltaksforskriften § 5-6",
    href=f"{ACT}/§5-6",
    only_if=("mentors_timelonn",),
)
class mentortilskudd(Rule):
    """§ 5-6: the agreed hours at the mentor's ordinary wage and the employer's contribution;
    holiday pay and pension contribution too when the mentor is employed by the provider."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        year = period.this_year
        employed = person("mentor_er_ansatt", period)
        wage = person("mentortimer", period) * person("mentors_timelonn", period)
        with_holiday = wage * (1 + employed * person("feriepengesats", year))
        with_pension = with_holiday * (1 + employed * person("tjenestepensjonssats", year))
        return nearest_krone(with_pension * (1 + person("refusjonens_arbeidsgiveravgift", year)))


@rule(
    nb="Tilskudd til opplæring som tiltak",
    en="Grant for training as a measure",
    section="tiltaksforskriften § 7-5",
    href=f"{ACT}/§7-5",
    only_if=("arbeidsmarkedstiltak",),
)
class opplaeringstilskudd(Rule):
    """§ 7-5: the actual expenses that Nav has granted, while the person is in training."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        measure = person("arbeidsmarkedstiltak", period)
        in_training = measure == measure.possible_values.opplaering
        return in_training * person("opplaeringsutgifter_dekket", period)


@rule(
    nb="Måneder i oppfølging",
    en="Months of follow-up",
    section="tiltaksforskriften § 4-2",
    href=f"{ACT}/§4-2",
    unit="months",
    only_if=("arbeidsmarkedstiltak",),
)
class maned_i_oppfolging(Rule):
    """§ 4-2: a month of follow-up, bought from a provider or given by Nav's own job specialists."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        measure = person("arbeidsmarkedstiltak", period)
        return (measure == measure.possible_values.oppfolging) * 1.0


@input_value(
    nb="Har omfattende fysisk funksjonsnedsettelse, er blind eller sterkt svaksynt",
    en="Has an extensive physical disability, is blind or has very low vision",
    unit="bool",
    section="tiltaksforskriften § 6-3",
    href=f"{ACT}/§6-3",
)
class trenger_funksjonsassistent(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Innvilgede utgifter til funksjonsassistent i måneden",
    en="Granted cost of a functional assistant in the month",
    section="tiltaksforskriften § 6-5",
    href=f"{ACT}/§6-5",
)
class funksjonsassistanse_utgifter(Rule):
    """Wage, employer's contribution, holiday pay, pension, substitutes and travel, as granted."""

    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Tilskudd til funksjonsassistanse",
    en="Grant for functional assistance",
    section="tiltaksforskriften §§ 6-3 og 6-5",
    href=f"{ACT}/§6-5",
    only_if=("trenger_funksjonsassistent",),
)
class funksjonsassistanse(Rule):
    """§§ 6-3, 6-5: what is granted for the assistant of a worker with an extensive physical
    disability or of a blind one."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        granted = numpy.maximum(person("funksjonsassistanse_utgifter", period), 0)
        return (
            person("fyller_vilkar_for_tiltak", period)
            * person("trenger_funksjonsassistent", period)
            * granted
        )


@input_value(
    nb="Virksomhetens dokumenterte tilleggsutgifter til tilrettelegging i måneden",
    en="Documented extra expenses of the firm to adapt the workplace, of the month",
    section="tiltaksforskriften §§ 11-3 og 11-4",
    href=f"{ACT}/§11-3",
)
class inkluderingstilskudd_utgifter(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har et særskilt tilretteleggingsbehov i jobben",
    en="Has a special need of adaptation in the job",
    unit="bool",
    section="tiltaksforskriften § 11-2 andre ledd",
    href=f"{ACT}/§11-2",
)
class saerskilt_tilretteleggingsbehov(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Inkluderingstilskudd utbetalt for personen tidligere",
    en="Inclusion grant paid for the person before",
    section="tiltaksforskriften § 11-4",
    href=f"{ACT}/§11-4",
)
class inkluderingstilskudd_tidligere(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Inkluderingstilskudd",
    en="Inclusion grant",
    section="tiltaksforskriften §§ 11-2 til 11-4",
    href=f"{ACT}/§11-4",
    only_if=("inkluderingstilskudd_utgifter",),
)
class inkluderingstilskudd(Rule):
    """§§ 11-2, 11-4: the documented extra expenses for who is in a measure or has a special need of
    adaptation, up to the highest rate for each person; not for permanent adapted work in an
    approved firm."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        measure = person("arbeidsmarkedstiltak", period)
        kinds = measure.possible_values
        in_measure = (measure != kinds.ingen) * (measure != kinds.vta_skjermet)
        covered = in_measure + person("saerskilt_tilretteleggingsbehov", period)
        highest = parameters(period).tiltak.tiltaksforskriften.inkluderingstilskudd_hoyeste
        left = numpy.maximum(highest - person("inkluderingstilskudd_tidligere", period), 0)
        spent = numpy.maximum(person("inkluderingstilskudd_utgifter", period), 0)
        return covered * nearest_krone(numpy.minimum(spent, left))
