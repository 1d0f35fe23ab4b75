"""Forskrift om utdanningsstøtte § 45 and forskrift om tilbakebetaling § 4: what is paid, how it is
spread over the semester, and when the loan bears no interest."""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, rule
from effektlov.rules.studiestotte.opplysninger import ACT, REG
from effektlov.rules.studiestotte.periode import is_ordinary, semester

MONTH = DateUnit.MONTH


@rule(
    nb="Stipend betalt i måneden",
    en="Grants paid in the month",
    section=f"{REG} § 45",
    href=f"{ACT}/§45",
    only_if=("soker_utdanningsstotte",),
)
class studiestipend_utbetalt(Rule):
    """§ 45: grants paid as money, each in the month that it is for; not loans that become grants
    later."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("utstyrsstipend", period)
            + person("borteboerstipend", period)
            + person("inntektsavhengig_stipend", period)
            + person("barnestipend", period)
            + person("tilleggsstipend", period)
            + person("foreldrestipend", period)
            + person("utbetalt_utdanningsstipend", period)
            + person("stipend_ved_forsinkelse", period)
            + person("stromstipend", period)
        )


@rule(
    nb="Studielån i alt i måneden",
    en="Student loans in the month, total",
    section=f"{REG} §§ 67, 68, 74, 95 og 96",
    href=f"{ACT}/§74",
)
class studielan_i_alt(Rule):
    """§§ 67, 68, 74, 95, 96: basic loan, loan to pupils and extra loan."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("studielan", period)
            + person("lan_videregaende", period)
            + person("tilleggslan", period)
        )


@rule(
    nb="Studiestøtte i måneden: lån og stipend",
    en="Student support of the month: loans and grants",
    section=f"{REG} § 45",
    href=f"{ACT}/§45",
    only_if=("soker_utdanningsstotte",),
)
class studiestotte(Rule):
    """§ 45: what Lånekassen gives for the month, before the first payment of the semester is made
    larger."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("studielan_i_alt", period) + person("studiestipend_utbetalt", period)


@rule(
    nb="Studiestøtte som fordeles over semesteret",
    en="Student support spread over the semester",
    section=f"{REG} § 45 andre og tredje ledd",
    href=f"{ACT}/§45",
)
class studiestotte_som_fordeles(Rule):
    """§ 45: part 3 but for the last month of eleven; part 2 but for loans and the equipment
    grant."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte.periode
        part_2 = person("omfattes_av_del_2", period)
        grants = person("studiestipend_utbetalt", period) - person("utstyrsstipend", period)
        if not is_ordinary(period, law):
            return part_2 * grants
        return grants + ~part_2 * person("studielan_i_alt", period)


@rule(
    nb="Utbetaling fra Lånekassen den 15. i måneden",
    en="Payment from Lånekassen on the 15th of the month",
    section=f"{REG} § 45",
    href=f"{ACT}/§45",
)
class studiestotte_utbetaling(Rule):
    """§ 45: the first payment of the semester holds a quarter of the rest of it, of part 2 a
    tenth; the later ones are as much smaller."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte
        part_2 = person("omfattes_av_del_2", period)
        ahead = part_2 * law.utbetaling.forskudd_del_2 + (~part_2 * law.utbetaling.forskudd_del_3)
        paying = [law.utbetaling.maned[name] for name in law.utbetaling.maned]
        months = [one for one in semester(period, law.periode) if one.start.month in paying]
        if period not in months:
            return person("studiestotte", period)
        spread = {month: person("studiestotte_som_fordeles", month) for month in months}
        before = sum(amount for month, amount in spread.items() if month < period)
        first = (before == 0) * (spread[period] > 0)
        moved = ahead * (first * sum(spread.values()) - spread[period])
        return person("studiestotte", period) + moved


@rule(
    nb="Studielånet er rentefritt",
    en="The student loan bears no interest",
    section="forskrift om tilbakebetaling av utdanningslån § 4",
    href="https://lovdata.no/forskrift/2022-12-15-2259/§4",
    unit="bool",
)
class studielan_rentefritt(Rule):
    """§ 4: during education with support; support for part-time education does not stop the
    interest on earlier loans."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        full = person("omfattes_av_del_2", period) + (person("studieandel", period) >= 1)
        return person("stotte_til_livsopphold", period) * full
