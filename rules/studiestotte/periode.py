"""Forskrift om utdanningsstøtte (15 april 2020 nr. 798) §§ 1-5, 17-18, 49 and 72-75: who gets
support under which part, and for which months.

Lånekassen pays on the 15th for the month from the 16th, so that the ten months from 16 August to
15 June are August to May here; an eleventh month is paid in June and a twelfth in July. The
regulations for 2018-2019 and 2019-2020 had the same scheme under other names.
"""

from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.periods import DateUnit, Period

from effektlov.rules.entities import Person
from effektlov.rules.periods import month_index
from effektlov.rules.rule import Rule, rule
from effektlov.rules.scales import stepwise
from effektlov.rules.studiestotte.opplysninger import ACT, REG

__all__ = [
    "age_reached",
    "is_ordinary",
    "mean_of_semester",
    "months_of_year",
    "months_since_start",
    "months_with_support",
    "semester",
    "was_in_may",
]

MONTH = DateUnit.MONTH


def months_since_start(period: Period, law: Any) -> int:
    """Months since the study year began: 0 in August, 10 in June."""
    return (int(period.start.month) - int(law.forste_maned)) % 12


def is_ordinary(period: Period, law: Any) -> bool:
    """Whether a month is one of the ten ordinary months, August to May."""
    return months_since_start(period, law) < int(law.ellevte_maned - law.forste_maned) % 12


def age_reached(person: Any, period: Period, law: Any) -> NDArray[numpy.int64]:
    """Years that a person reaches in the calendar year in which the study year starts."""
    start = (month_index(period) - int(law.forste_maned) + 1) // 12
    reached: NDArray[numpy.int64] = start - numpy.floor_divide(person("fodselsmaned", period), 12)
    return reached


def months_of_year(period: Period) -> list[Period]:
    """January to December of the year of a period."""
    months: list[Period] = period.this_year.get_subperiods(MONTH)
    return months


def semester(period: Period, law: Any) -> list[Period]:
    """The months of the semester of a month, within its calendar year."""
    months = months_of_year(period)
    autumn = int(law.forste_maned) - 1
    return months[autumn:] if period.start.month > autumn else months[:autumn]


def months_with_support(person: Any, period: Period, law: Any) -> NDArray[numpy.int64]:
    """Ordinary months of the spring semester in which the person has support."""
    ordinary = [one for one in semester(period, law) if is_ordinary(one, law)]
    count: NDArray[numpy.int64] = sum(person("stotte_til_livsopphold", one) * 1 for one in ordinary)
    return count


def mean_of_semester(person: Any, period: Period, law: Any, amount: Any) -> NDArray[Any]:
    """Mean of `amount(month)` over the months of the semester with support."""
    months = semester(period, law)
    with_support = [person("stottemaned", month) > 0 for month in months]
    total = sum(amount(month) * has for month, has in zip(months, with_support, strict=True))
    count = sum(has * 1 for has in with_support)
    mean: NDArray[Any] = total / numpy.maximum(count, 1)
    return mean


def was_in_may(person: Any, period: Period, law: Any, name: str) -> NDArray[Any]:
    """A status in the last ordinary month of the study year, for the months paid after it."""
    may = months_of_year(period)[int(law.ellevte_maned) - 1 - 1]
    status: NDArray[Any] = person(name, period if is_ordinary(period, law) else may)
    return status


@rule(
    nb="Omfattes av del 2: videregående opplæring med stipend",
    en="Under part 2: upper secondary education with grants",
    section=f"{REG} § 1 andre og tredje ledd",
    href=f"{ACT}/§1",
    unit="bool",
    only_if=("elev_i_vgo", "laerling"),
)
class omfattes_av_del_2(Rule):
    """§ 1: pupils and apprentices without competence, to the start of the study year in the year
    they turn 21."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        # Until 2023-2024: whoever has the youth right of the act of 1998 § 3-1.
        pupil = person("elev_i_vgo", period)
        inside = pupil + person("laerling", period)
        return inside * person("rett_til_vgo", period) + pupil * person(
            "rett_til_pabygging", period
        )

    def formula_2024_08(person, period, parameters):
        # The age limit; those who had support before kept it for two study years.
        law = parameters(period).studiestotte.periode
        inside = person("elev_i_vgo", period) + person("laerling", period)
        reached = age_reached(person, period, law)
        kept = person("hadde_del_2_i_2023_2024", period) * (reached <= law.overgang_alder)
        return inside * ~person("fullfort_vgo", period) * ((reached <= law.alder_del_2) + kept)


@rule(
    nb="Omfattes av del 3: høyere og annen utdanning med lån",
    en="Under part 3: higher and other education with loans",
    section=f"{REG} § 1",
    href=f"{ACT}/§1",
    unit="bool",
    only_if=("elev_i_vgo", "laerling", "i_hoyere_utdanning", "lanekasse_utdanning"),
)
class omfattes_av_del_3(Rule):
    """§ 1: students of universities, colleges and folk high schools, and adults in upper
    secondary education."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        kind = person("lanekasse_utdanning", period)
        stated = kind != kind.possible_values.etter_status
        known = (
            person("i_hoyere_utdanning", period)
            + person("elev_i_vgo", period)
            + person("laerling", period)
        )
        return (known + stated) * ~person("omfattes_av_del_2", period)


@rule(
    nb="Støtteandel etter studiebelastning",
    en="Share of support by study load",
    section=f"{REG} § 75",
    href=f"{ACT}/§75",
    unit="share",
)
class studieandel_i_stotten(Rule):
    """§ 75: support by the share of full-time education; part 2 gives full support."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        # Until 2019-2020: a half, two thirds or three quarters, nothing below half time.
        scale = parameters(period).studiestotte.periode.deltid
        share = stepwise(person("studieandel", period), scale)
        return numpy.where(person("omfattes_av_del_2", period), 1.0, share)

    def formula_2020_08(person, period, parameters):
        share = numpy.clip(person("studieandel", period), 0.0, 1.0)
        return numpy.where(person("omfattes_av_del_2", period), 1.0, share)


@rule(
    nb="Fosterbarn eller barn i institusjon hos Lånekassen",
    en="Foster child or child in an institution, for Lånekassen",
    section=f"{REG} § 18 bokstav b og c",
    href=f"{ACT}/§18",
    unit="bool",
)
class under_omsorg_hos_lanekassen(Rule):
    """§ 18 b, c: those in a foster home or a child welfare institution."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        kinds = place.possible_values
        return (place == kinds.fosterhjem) + (place == kinds.institusjon)


@rule(
    nb="Rett til lån og stipend fra Lånekassen",
    en="Right to loans and grants from Lånekassen",
    section="utdanningsstøtteloven § 2",
    href="https://lovdata.no/lov/2005-06-03-37/§2",
    unit="bool",
    only_if=("elev_i_vgo", "laerling", "i_hoyere_utdanning", "lanekasse_utdanning"),
)
class rett_til_utdanningsstotte(Rule):
    """§ 2 of the act, §§ 18, 70-71: in an approved education, not too far behind, and without
    subsistence covered by the public; pupils of part 2 keep the equipment grant."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        covered = person("livsopphold_og_bolig_dekkes", period) + person("i_fengsel", period)
        adult = (
            person("omfattes_av_del_3", period)
            * (person("studieandel_i_stotten", period) > 0)
            * ~person("forsinket_uten_rett_til_stotte", period)
            * ~covered
        )
        return person("omfattes_av_del_2", period) + adult


@rule(
    nb="Får støtte til livsopphold",
    en="Gets support for subsistence",
    section=f"{REG} § 18",
    href=f"{ACT}/§18",
    unit="bool",
)
class stotte_til_livsopphold(Rule):
    """§ 18: applicants with the right whose living costs nobody else covers; foster children of
    part 2 get the equipment grant only."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        covered = (
            person("livsopphold_og_bolig_dekkes", period)
            + person("i_fengsel", period)
            + person("omfattes_av_del_2", period) * person("under_omsorg_hos_lanekassen", period)
        )
        applied = person("soker_utdanningsstotte", period)
        return applied * person("rett_til_utdanningsstotte", period) * ~covered


@rule(
    nb="Fulltid i høyere utdanning eller fagskole",
    en="Full time in higher education or a vocational college",
    section=f"{REG} § 72 første ledd",
    href=f"{ACT}/§72",
    unit="bool",
)
class fulltid_i_hoyere_utdanning(Rule):
    """§ 72: the students who have eleven months."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        kind = person("lanekasse_utdanning", period)
        higher = person("i_hoyere_utdanning", period) + (kind == kind.possible_values.fagskole)
        return higher * (person("studieandel", period) >= 1)


@rule(
    nb="Måned med lån og stipend",
    en="Month with loans and grants",
    section=f"{REG} §§ 49, 72 og 73",
    href=f"{ACT}/§72",
    unit="months",
)
class stottemaned(Rule):
    """§§ 36, 49, 72, 73: ten months; eleven for apprentices and for full-time students of the whole
    spring, three quarters of it in 2019; twelve for those who can't work, and summer months with
    the parental grant."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte.periode
        if is_ordinary(period, law):
            return person("stotte_til_livsopphold", period) * 1.0
        in_may = was_in_may(person, period, law, "stotte_til_livsopphold")
        spring = months_with_support(person, period, law) >= law.vilkar_varmaneder
        august = months_of_year(period)[int(law.forste_maned) - 1]
        goes_on = in_may * spring * person("stotte_til_livsopphold", august)
        disabled = was_in_may(person, period, law, "kan_ikke_arbeide_ved_siden_av_studiet")
        parent = in_may * person("innvilget_foreldrestipend", period)
        whole = goes_on * disabled * ~person("omfattes_av_del_2", period) + parent
        if period.start.month >= law.tolvte_maned:
            return whole * 1.0
        student = in_may * spring * was_in_may(person, period, law, "fulltid_i_hoyere_utdanning")
        whole = whole + person("laerling", period) * person("stotte_til_livsopphold", period)
        return numpy.where(whole, 1.0, student * law.ellevte_maned_andel)
