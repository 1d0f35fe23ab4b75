"""Tiltakspengeforskriften (forskrift 4 november 2013 nr. 1286): pay in labour market measures.

A whole amount of kroner for each day in the measure, with an addition for each child. A month is
a twelfth of 260 days unless the case states the days; the report card is read as days of the month.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rounding import round_half_up
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/forskrift/2013-11-04-1286"


@input_value(
    nb="Deltar i et arbeidsmarkedstiltak som gir tiltakspenger",
    en="Takes part in a labour market measure that gives the allowance",
    unit="bool",
    section="tiltakspengeforskriften § 2",
    href=f"{ACT}/§2",
)
class deltar_i_arbeidsmarkedstiltak(Rule):
    """Avklaring, arbeidstrening, oppfølging, opplæring, arbeidsrettet rehabilitering,
    arbeidsforberedende trening; from June 2023 supported employment and IPS."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Innvilget tiltakspenger",
    en="Granted measure allowance",
    unit="bool",
    section="tiltakspengeforskriften § 3",
    href=f"{ACT}/§3",
)
class innvilget_tiltakspenger(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Er i et tiltak som gir tiltakspenger",
    en="Is in a measure that gives the allowance",
    section="tiltakspengeforskriften § 2",
    href=f"{ACT}/§2",
    unit="bool",
    only_if=("deltar_i_arbeidsmarkedstiltak", "arbeidsmarkedstiltak"),
)
class i_tiltak_med_tiltakspenger(Rule):
    """§ 2: what the case states, or one of the measures that the § names; not a summer job, a wage
    subsidy or permanent adapted work, which are paid with a wage or beside uføretrygd."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        measure = person("arbeidsmarkedstiltak", period)
        kinds = measure.possible_values
        named = (
            (measure == kinds.avklaring)
            + (measure == kinds.arbeidstrening)
            + (measure == kinds.oppfolging)
            + (measure == kinds.opplaering)
            + (measure == kinds.arbeidsrettet_rehabilitering)
            + (measure == kinds.aft)
        )
        return person("deltar_i_arbeidsmarkedstiltak", period) + named


@rule(
    nb="Kan ikke få tiltakspenger",
    en="Can't have measure allowance",
    section="tiltakspengeforskriften §§ 3, 7 og 9",
    href=f"{ACT}/§7",
    unit="bool",
)
class utelukket_fra_tiltakspenger(Rule):
    """§§ 3, 7, 9: not before 18, beside another benefit to live on, in a programme of the kommune,
    in prison or in an institution with free board; barnepensjon does not exclude."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        adult = parameters(period).program.tiltakspenger.alder_fra
        return (
            (age_in_months(person, period) < 12 * adult)
            + person("har_annen_livsoppholdsytelse", period)
            + (person("ytelser_ved_sykdom", period) > 0)
            + person("innvilget_ungdomsprogram", period)
            + person("innvilget_aktivitetspenger", period)
            + person("i_kommunalt_program", period)
            + person("i_fengsel", period)
            + person("i_institusjon_med_fri_kost_og_losji", period)
        )


@rule(
    nb="Rett til tiltakspenger",
    en="Right to measure allowance",
    section="tiltakspengeforskriften §§ 2, 3, 7 og 9",
    href=f"{ACT}/§2",
    unit="bool",
    only_if=("deltar_i_arbeidsmarkedstiltak", "arbeidsmarkedstiltak"),
)
class rett_til_tiltakspenger(Rule):
    """§ 2: to whoever takes part in one of the measures and is not excluded."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("i_tiltak_med_tiltakspenger", period) * ~person(
            "utelukket_fra_tiltakspenger", period
        )


@rule(
    nb="Tiltakspenger per dag",
    en="Measure allowance per day",
    section="tiltakspengeforskriften § 3 første ledd",
    href=f"{ACT}/§3",
    unit="kr/day",
)
class tiltakspenger_dagsats(Rule):
    """§ 3: one amount; until 2021 a high rate from the month of turning 19 and a low one before."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).program.tiltakspenger
        high = age_in_months(person, period) >= 12 * law.aldersgrense_hoy_sats
        rate = numpy.where(high, law.dagsats, law.dagsats_lav)
        paid = person("innvilget_tiltakspenger", period) * ~person(
            "utelukket_fra_tiltakspenger", period
        )
        return paid * rate

    def formula_2022(person, period, parameters):
        """One rate for all (forskrift 22 desember 2021 nr. 3844)."""
        paid = person("innvilget_tiltakspenger", period) * ~person(
            "utelukket_fra_tiltakspenger", period
        )
        return paid * parameters(period).program.tiltakspenger.dagsats


@rule(
    nb="Barn under 16 år hjemme som gir barnetillegg til tiltakspenger",
    en="Children under 16 at home that give a supplement to the allowance",
    section="tiltakspengeforskriften § 3 første og andre ledd",
    href=f"{ACT}/§3",
    unit="count",
)
class tiltakspenger_barn(Rule):
    """§ 3: the children under 16 of the household who live at home."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        law = parameters(period).program.tiltakspenger
        age = age_in_months(husstand.members, period)
        place = husstand.members("plassering", period)
        young = (age >= 0) * (age < 12 * law.barn_til_alder)
        return husstand.sum(
            young * (place == place.possible_values.hjemme) * 1.0, role=Husstand.BARN
        )


@rule(
    nb="Antall barnetillegg til tiltakspenger",
    en="Number of child supplements to the allowance",
    section="tiltakspengeforskriften § 3 første ledd",
    href=f"{ACT}/§3",
    unit="count",
)
class tiltakspenger_antall_barnetillegg(Rule):
    """§ 3: to the parent for each child; until 2023 one of two parents in measures gets it, which
    the household counts as half to each."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        paid = person("tiltakspenger_dagsats", period) > 0
        parents = person.husstand.sum(
            1.0 * (person.husstand.members("tiltakspenger_dagsats", period) > 0),
            role=Husstand.FORELDER,
        )
        children = person.husstand("tiltakspenger_barn", period)
        return paid * person.has_role(Husstand.FORELDER) * children / numpy.maximum(parents, 1.0)

    def formula_2024(person, period, parameters):
        """Both parents get it (forskrift 8 januar 2024 nr. 49)."""
        paid = person("tiltakspenger_dagsats", period) > 0
        children = person.husstand("tiltakspenger_barn", period)
        return paid * person.has_role(Husstand.FORELDER) * children


@input_value(
    nb="Tiltaksdager i måneden (0: en tolvdel av 260)",
    en="Measure days in the month (0: a twelfth of 260)",
    unit="days",
    section="tiltakspengeforskriften § 6",
    href=f"{ACT}/§6",
)
class tiltaksdager(Rule):
    """The days that the measure is planned for, taken part in or not."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tiltaksdager uten tiltakspenger: annet fravær og dager med lønn fra arrangøren",
    en="Measure days without allowance: other absence and days with wage from the organiser",
    unit="days",
    section="tiltakspengeforskriften §§ 8 og 10 første ledd",
    href=f"{ACT}/§10",
)
class tiltaksdager_uten_tiltakspenger(Rule):
    """Absence for a job interview, an appointment with a public service or strong welfare reasons
    is no such day."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Egne sykedager på tiltaket i måneden",
    en="Own sick days in the measure in the month",
    unit="days",
    section="tiltakspengeforskriften § 10 andre ledd",
    href=f"{ACT}/§10",
)
class tiltak_sykedager(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Egne sykedager tidligere i samme arbeidsgiverperiode",
    en="Own sick days earlier in the same employer's period",
    unit="days",
    section="tiltakspengeforskriften § 10 andre ledd",
    href=f"{ACT}/§10",
)
class tiltak_sykedager_brukt(Rule):
    """Counted until more than 16 days have passed since the last one."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Dager med sykt barn eller syk barnepasser i måneden",
    en="Days with a sick child or childminder in the month",
    unit="days",
    section="tiltakspengeforskriften § 10 andre ledd",
    href=f"{ACT}/§10",
)
class tiltak_sykt_barn_dager(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Dager med sykt barn tidligere i samme arbeidsgiverperiode",
    en="Days with a sick child earlier in the same employer's period",
    unit="days",
    section="tiltakspengeforskriften § 10 andre ledd",
    href=f"{ACT}/§10",
)
class tiltak_sykt_barn_dager_brukt(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


def _sick(person, period, law, days, used):
    """Sick days at the full rate and at the reduced one, own and for a child alike."""
    sick = numpy.maximum(person(days, period), 0.0)
    before = numpy.maximum(person(used, period), 0.0)
    full = numpy.clip(law.sykedager_full_sats - before, 0.0, sick)
    paid = numpy.clip(law.sykedager_lengst - before, 0.0, sick)
    return sick, full, paid - full


@rule(
    nb="Dager med tiltakspenger etter redusert sats",
    en="Days at the reduced rate of the allowance",
    section="tiltakspengeforskriften § 10 andre ledd",
    href=f"{ACT}/§10",
    unit="days",
)
class tiltakspenger_dager_redusert(Rule):
    """§ 10 second paragraph: from the fourth to the sixteenth sick day, own and child's apart."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).program.tiltakspenger
        _, _, own = _sick(person, period, law, "tiltak_sykedager", "tiltak_sykedager_brukt")
        _, _, child = _sick(
            person, period, law, "tiltak_sykt_barn_dager", "tiltak_sykt_barn_dager_brukt"
        )
        return own + child


@rule(
    nb="Dager med tiltakspenger etter full sats",
    en="Days at the full rate of the allowance",
    section="tiltakspengeforskriften §§ 6, 8 og 10",
    href=f"{ACT}/§6",
    unit="days",
)
class tiltakspenger_dager_full(Rule):
    """§§ 6, 8, 10: the measure days, without sick days beyond the third, other absence and days
    with wage from the organiser."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).program.tiltakspenger
        stated = person("tiltaksdager", period)
        planned = numpy.where(stated > 0, stated, law.dager_per_ar / 12)
        own, own_full, _ = _sick(person, period, law, "tiltak_sykedager", "tiltak_sykedager_brukt")
        child, child_full, _ = _sick(
            person, period, law, "tiltak_sykt_barn_dager", "tiltak_sykt_barn_dager_brukt"
        )
        away = numpy.maximum(person("tiltaksdager_uten_tiltakspenger", period), 0.0)
        return numpy.maximum(planned - away - own - child, 0.0) + own_full + child_full


def _month(person, period, parameters, rate):
    """Whole kroner a day, the reduced rate rounded half up."""
    reduced = round_half_up(parameters(period).program.tiltakspenger.redusert_andel * rate, 0)
    return (
        person("tiltakspenger_dager_full", period) * rate
        + person("tiltakspenger_dager_redusert", period) * reduced
    )


@rule(
    nb="Tiltakspenger",
    en="Measure allowance",
    section="tiltakspengeforskriften §§ 3, 6 og 10",
    href=f"{ACT}/§3",
    only_if=("innvilget_tiltakspenger",),
)
class tiltakspenger(Rule):
    """§§ 3, 6, 10: the days of the month at the full and the reduced rate; wage from other work
    takes nothing away (§ 8)."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _month(person, period, parameters, person("tiltakspenger_dagsats", period))


@rule(
    nb="Barnetillegg til tiltakspenger",
    en="Child supplement to measure allowance",
    section="tiltakspengeforskriften §§ 3 og 10",
    href=f"{ACT}/§3",
    only_if=("innvilget_tiltakspenger",),
)
class tiltakspenger_barnetillegg(Rule):
    """§§ 3, 10: for each child, cut on sick days as the allowance itself."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rate = parameters(period).program.tiltakspenger.barnetillegg
        per_child = _month(person, period, parameters, rate)
        return person("tiltakspenger_antall_barnetillegg", period) * per_child
