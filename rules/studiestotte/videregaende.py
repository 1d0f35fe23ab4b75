"""Forskrift om utdanningsstøtte part 2, §§ 50-53 and 67-68: equipment grant, grant for living away
from home, and loans to those over 18."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.studiestotte.opplysninger import ACT, REG
from effektlov.rules.studiestotte.periode import (
    age_reached,
    is_ordinary,
    mean_of_semester,
    months_since_start,
)

MONTH = DateUnit.MONTH


@input_value(
    nb="Søker støtte for bare ett semester av studieåret",
    en="Applies for one semester of the study year only",
    unit="bool",
    section=f"{REG} § 45 første ledd bokstav b",
    href=f"{ACT}/§45",
)
class soker_bare_ett_semester(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Satsnummer for utstyrsstipend når programområdet har en annen sats enn programmet",
    en="Number of the equipment rate when the programme area differs from the programme",
    unit="count",
    section=f"{REG} § 50",
    href=f"{ACT}/§50",
)
class utstyrsstipend_satsnummer(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Avstand mellom foreldrehjemmet og skolen eller lærebedriften",
    en="Distance between the parents' home and the school or training company",
    unit="km",
    section=f"{REG} § 51 første ledd bokstav a",
    href=f"{ACT}/§51",
)
class avstand_til_skolen_km(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Reisetid tur-retur til skolen per dag, tre dager i uken eller i snitt",
    en="Travel time both ways to school a day, three days a week or on average",
    unit="hours",
    section=f"{REG} § 51 første ledd bokstav b og c",
    href=f"{ACT}/§51",
)
class reisetid_til_skolen_timer(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Særlige personlige eller sosiale forhold hindrer utdanning fra foreldrehjemmet",
    en="Personal or social circumstances hinder education from the parents' home",
    unit="bool",
    section=f"{REG} § 51 første ledd bokstav d",
    href=f"{ACT}/§51",
)
class forhold_hindrer_hjemmeboende(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Søker om tilleggslån",
    en="Applies for the extra loan",
    unit="bool",
    section=f"{REG} §§ 68, 95 og 96",
    href=f"{ACT}/§96",
)
class soker_tilleggslan(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tilleggslån tatt opp før denne måneden",
    en="Extra loans taken before this month",
    section=f"{REG} §§ 68, 95 og 96",
    href=f"{ACT}/§96",
)
class tilleggslan_tidligere(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Utstyrsstipend",
    en="Equipment grant",
    section=f"{REG} § 50",
    href=f"{ACT}/§50",
)
class utstyrsstipend(Rule):
    """§§ 13, 45, 50: once a study year, in August, by education programme; half for one semester,
    then in its first month. Apprentices get none."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte
        spring = period.start.month == law.periode.var_maned
        if months_since_start(period, law.periode) > 0 and not spring:
            return person.filled_array(0.0)
        of_programme = law.utstyrsprogram[person("utdanningsprogram", period)]
        stated = person("utstyrsstipend_satsnummer", period)
        number = numpy.where(stated > 0, stated, of_programme).astype(int)
        grants = law.utstyrsstipend
        rates = numpy.array(
            [grants.sats_1, grants.sats_2, grants.sats_3, grants.sats_4, grants.sats_5]
        )
        rate = rates[numpy.clip(number, 1, len(rates)) - 1]
        one = person("soker_bare_ett_semester", period)
        full = 0.0 if spring else 1.0
        share = numpy.where(one, grants.andel_ett_semester, full)
        pupil = person("omfattes_av_del_2", period) * ~person("laerling", period)
        return pupil * person("soker_utdanningsstotte", period) * rate * share


@rule(
    nb="Rett til borteboerstipend",
    en="Right to the grant for living away from home",
    section=f"{REG} §§ 51 og 52",
    href=f"{ACT}/§51",
    unit="bool",
)
class rett_til_borteboerstipend(Rule):
    """§§ 51, 52: of part 2, away from the parents because of distance, travel time or circumstances
    at home, or with a family of one's own; not with a benefit meant for housing."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _away(person, period, parameters) * ~_housing_benefit(person, period)


def _away(person, period, parameters):
    law = parameters(period).studiestotte.borteboer
    far = (
        (person("avstand_til_skolen_km", period) >= law.avstand_km)
        + (person("reisetid_til_skolen_timer", period) >= law.reisetid_timer)
        + person("forhold_hindrer_hjemmeboende", period)
    )
    family = person("regnes_som_gift_av_lanekassen", period) + (
        person("barn_i_barnestipendet", period) > 0
    )
    inside = person("omfattes_av_del_2", period) * ~person("under_omsorg_hos_lanekassen", period)
    return inside * (person("borteboer_hos_lanekassen", period) * far + family)


def _housing_benefit(person, period):
    return (
        person("mottar_stonad_til_boutgifter", period)
        + person("innvilget_uforetrygd", period)
        + person("innvilget_aap", period)
        + person("mottar_overgangsstonad_i_full", period)
    )


@rule(
    nb="Borteboerstipend",
    en="Grant for living away from home",
    section=f"{REG} §§ 51 og 53",
    href=f"{ACT}/§51",
)
class borteboerstipend(Rule):
    """§§ 51, 53: an amount a month; of apprentices, 60 per cent of the pay above a limit is taken
    off, the mean of the semester."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte
        pay = mean_of_semester(
            person,
            period,
            law.periode,
            lambda month: person("lonn", month) * person("laerling", month),
        )
        rate = law.borteboer
        cut = rate.reduksjon_laerling * numpy.maximum(pay - rate.lonnsgrense_laerling, 0.0)
        months = person("stottemaned", period) * person("foreldrestipendfaktor", period)
        amount = numpy.maximum(rate.borteboerstipend - cut, 0.0)
        return person("rett_til_borteboerstipend", period) * months * amount


@rule(
    nb="Lån til elever og lærlinger over 18 år, før foreldrestipend",
    en="Loan to pupils and apprentices over 18, before the parental grant",
    section=f"{REG} § 67",
    href=f"{ACT}/§67",
)
class lan_videregaende_for_foreldrestipend(Rule):
    """§ 67: from the month after turning 18, for those who live away from their parents, are
    married or provide for a child."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte
        adult = age_in_months(person, period) > 12 * law.periode.alder_lan
        inside = person("omfattes_av_del_2", period) * person("borteboer_hos_lanekassen", period)
        months = person("stottemaned", period) * person("laneandel", period)
        return inside * adult * months * law.borteboer.lan


@rule(
    nb="Lån til elever og lærlinger over 18 år",
    en="Loan to pupils and apprentices over 18",
    section=f"{REG} § 67",
    href=f"{ACT}/§67",
)
class lan_videregaende(Rule):
    """§§ 36, 61, 67: the loan paid; with the parental or the refugee grant it is a grant."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        grant = person("innvilget_foreldrestipend", period) + person(
            "innvilget_flyktningstipend", period
        )
        return ~grant * person("lan_videregaende_for_foreldrestipend", period)


@rule(
    nb="Tilleggslån",
    en="Extra loan",
    section=f"{REG} §§ 68, 95 og 96",
    href=f"{ACT}/§96",
)
class tilleggslan(Rule):
    """§§ 68, 95, 96: from 2020, for ten months a year, to those over 18 with a child under 16, and
    a larger one in higher education from 30; up to twenty monthly amounts in all."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte
        if not is_ordinary(period, law.periode):
            return person.filled_array(0.0)
        loans = law.lan_og_stipend
        kind = person("lanekasse_utdanning", period)
        higher = person("i_hoyere_utdanning", period) + (kind == kind.possible_values.fagskole)
        upper = person("elev_i_vgo", period) + person("laerling", period)
        reached = age_reached(person, period, law.periode) >= loans.alder_tilleggslan
        older = reached * person("omfattes_av_del_3", period)
        adult = age_in_months(person, period) > 12 * law.periode.alder_lan
        parent = adult * (person("barn_i_barnestipendet", period) > 0)
        rate = numpy.select(
            [older * higher, older * upper + parent],
            [loans.tilleggslan_30, loans.tilleggslan_barn],
            0.0,
        )
        room = rate * loans.tilleggslan_maks_maneder - person("tilleggslan_tidligere", period)
        months = person("stottemaned", period) * person("studieandel_i_stotten", period)
        amount = numpy.minimum(rate * months, numpy.maximum(room, 0.0))
        return person("soker_tilleggslan", period) * amount
