"""Tiltaksforskriften chapters 5 and 7: what is paid to the firm of a mentor and for training,
and the follow-up of who is in the measure oppfølging."""

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
