"""Forskrift om utdanningsstøtte part 3 and chapter 5: basic loan, grant for children, extra grant,
and the loan given as a grant at birth and illness, in the order of the regulation."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.studiestotte.opplysninger import ACT, REG
from effektlov.rules.studiestotte.periode import is_ordinary, semester, was_in_may

MONTH = DateUnit.MONTH


@input_value(
    nb="Innvilget foreldrestipend",
    en="Granted the parental grant",
    unit="bool",
    section=f"{REG} § 36",
    href=f"{ACT}/§36",
)
class innvilget_foreldrestipend(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Partnerens uttak av foreldrepenger samtidig, av full sats",
    en="The partner's simultaneous draw of parental benefit, of the full rate",
    unit="share",
    section=f"{REG} § 36 tredje ledd",
    href=f"{ACT}/§36",
)
class partners_uttak_av_foreldrepenger(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Grad av studieuførhet på grunn av sykdom; barns sykdom må gjøre søkeren helt studieufør",
    en="Degree of incapacity to study by illness; a child's illness must make it total",
    unit="share",
    section=f"{REG} §§ 38 og 39",
    href=f"{ACT}/§38",
)
class studieufor_grad(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Del av måneden som er syk ut over de første 14 dagene av sykdomsperioden",
    en="Part of the month ill beyond the first 14 days of the illness",
    unit="share",
    section=f"{REG} § 38",
    href=f"{ACT}/§38",
)
class sykestipend_andel_av_maneden(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneder med sykestipend tidligere i studieåret",
    en="Months with the sickness grant earlier in the study year",
    unit="months",
    section=f"{REG} § 38 andre ledd",
    href=f"{ACT}/§38",
)
class sykestipend_brukte_maneder(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Sykepenger i samme periode som sykestipendet",
    en="Sickness benefit in the same period as the sickness grant",
    section=f"{REG} § 40",
    href=f"{ACT}/§40",
)
class sykepenger_ved_sykestipend(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kan ikke ha lønnet arbeid ved siden av utdanningen på grunn av nedsatt funksjonsevne",
    en="Can't work beside the education because of a reduced ability",
    unit="bool",
    section=f"{REG} §§ 73 og 83",
    href=f"{ACT}/§83",
)
class kan_ikke_arbeide_ved_siden_av_studiet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Mer enn 60 studiepoeng forsinket fordi studiesituasjonen ikke er tilpasset funksjonsevnen",
    en="More than 60 credits behind because the studies are not adapted to the ability",
    unit="bool",
    section=f"{REG} §§ 71 andre ledd bokstav c og 74 fjerde ledd",
    href=f"{ACT}/§74",
)
class forsinket_uten_tilrettelegging(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Innvilget flyktningstipend",
    en="Granted the refugee grant",
    unit="bool",
    section=f"{REG} §§ 61 og 84",
    href=f"{ACT}/§84",
)
class innvilget_flyktningstipend(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har strømutgifter i halvåret",
    en="Has power expenses in the half-year",
    unit="bool",
    section=f"{REG} §§ 67a og 74a (opphevet)",
    href=f"{ACT}/§74a",
)
class har_stromutgifter(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Foreldrestipendets andel",
    en="Share of the parental grant",
    section=f"{REG} § 36 første og tredje ledd",
    href=f"{ACT}/§36",
    unit="share",
)
class foreldrestipendfaktor(Rule):
    """§ 36: all, half when the partner draws half or more of the parental benefit, nothing when all
    of it; one outside the parental grant."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte.lan_og_stipend
        drawn = person("partners_uttak_av_foreldrepenger", period)
        share = numpy.select(
            [drawn >= 1, drawn >= law.foreldrepenger_halvt],
            [0.0, law.foreldrestipend_halvt],
            1.0,
        )
        return numpy.where(person("innvilget_foreldrestipend", period), share, 1.0)


@rule(
    nb="Basislån, før det som gis som stipend",
    en="Basic loan, before what is given as a grant",
    section=f"{REG} § 74",
    href=f"{ACT}/§74",
)
class basislan(Rule):
    """§ 74: an amount a month by the study load, or the part of it that is applied for."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rate = parameters(period).studiestotte.lan_og_stipend.basislan
        months = nearest_krone(rate * person("stottemaned", period))
        share = person("studieandel_i_stotten", period) * person("laneandel", period)
        return ~person("omfattes_av_del_2", period) * months * share


@rule(
    nb="Andel av basislånet som betales som utdanningsstipend eller flyktningstipend",
    en="Share of the basic loan paid as an education or refugee grant",
    section=f"{REG} §§ 74 tredje ledd og 84",
    href=f"{ACT}/§74",
    unit="share",
)
class basislan_stipendandel(Rule):
    """§§ 73, 74, 84: all of it as the refugee grant; 40 per cent in the summer months of those who
    can't work, when they live away from their parents."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte
        summer = person.filled_array(0.0)
        if not is_ordinary(period, law.periode):
            eleven = was_in_may(person, period, law.periode, "fulltid_i_hoyere_utdanning")
            unable = was_in_may(
                person, period, law.periode, "kan_ikke_arbeide_ved_siden_av_studiet"
            )
            beyond = (period.start.month >= law.periode.tolvte_maned) + ~eleven
            summer = (
                unable
                * beyond
                * person("borteboer_hos_lanekassen", period)
                * law.lan_og_stipend.sommerandel
            )
        return numpy.where(person("innvilget_flyktningstipend", period), 1.0, summer)


@rule(
    nb="Studielån: basislån betalt som lån",
    en="Student loan: basic loan paid as a loan",
    section=f"{REG} § 74",
    href=f"{ACT}/§74",
)
class studielan(Rule):
    """§§ 36, 74, 84: the basic loan but for what is given as a grant at once."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        grant = person("innvilget_foreldrestipend", period) + person(
            "forsinket_uten_tilrettelegging", period
        )
        share = numpy.where(grant, 0.0, 1.0 - person("basislan_stipendandel", period))
        return person("basislan", period) * share


@rule(
    nb="Basislån gitt som stipend ved forsinkelse uten tilrettelegging",
    en="Basic loan given as a grant, delay without adaptation",
    section=f"{REG} § 74 fjerde ledd",
    href=f"{ACT}/§74",
)
class stipend_ved_forsinkelse(Rule):
    """§ 74: the whole basic loan, without a means test, when no benefit covers subsistence."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        late = person("forsinket_uten_tilrettelegging", period) * ~person(
            "innvilget_foreldrestipend", period
        )
        return late * (person("lanekasse_trygd", period) == 0) * person("basislan", period)


@rule(
    nb="Foreldrestipend",
    en="Parental grant",
    section=f"{REG} § 36",
    href=f"{ACT}/§36",
)
class foreldrestipend(Rule):
    """§ 36: the loan of the month given as a grant, in summer too, for up to 49 weeks as granted;
    the other grants go on beside it."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        loan = person("basislan", period) + person("lan_videregaende_for_foreldrestipend", period)
        granted = person("innvilget_foreldrestipend", period)
        return granted * person("foreldrestipendfaktor", period) * loan


@rule(
    nb="Andel av måneden med sykestipend",
    en="Share of the month with the sickness grant",
    section=f"{REG} § 38",
    href=f"{ACT}/§38",
    unit="share",
)
class sykestipend_andel(Rule):
    """§§ 38, 39: beyond 14 days, at least half unable to study, without work assessment allowance,
    for four and a half months a study year at most."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        # Until 2019-2020: graded as the incapacity (forskrift 2019-2020 § 40-1).
        return person("studieufor_grad", period) * _ill(person, period, parameters)

    def formula_2020_08(person, period, parameters):
        return _ill(person, period, parameters)


def _ill(person, period, parameters):
    law = parameters(period).studiestotte.lan_og_stipend
    left = law.sykestipend_maks_maneder - person("sykestipend_brukte_maneder", period)
    part = numpy.clip(person("sykestipend_andel_av_maneden", period), 0.0, 1.0)
    able = person("studieufor_grad", period) >= law.studieufor_grad
    months = numpy.minimum(part, numpy.maximum(left, 0.0))
    return able * ~person("innvilget_aap", period) * months


@rule(
    nb="Sykestipend",
    en="Sickness grant",
    section=f"{REG} §§ 38 til 40",
    href=f"{ACT}/§38",
    only_if=("soker_utdanningsstotte",),
)
class sykestipend(Rule):
    """§§ 38-40: loans of the time of illness turned into a grant afterwards, less sickness
    benefit."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        loans = (
            person("studielan", period)
            + person("lan_videregaende", period)
            + person("tilleggslan", period)
        )
        amount = person("sykestipend_andel", period) * loans
        return numpy.maximum(amount - person("sykepenger_ved_sykestipend", period), 0.0)


@rule(
    nb="Barnestipend etter antall barn, før behovsprøving",
    en="Grant for children by their number, before the means test",
    section=f"{REG} §§ 58 og 82",
    href=f"{ACT}/§82",
)
class barnestipend_sats(Rule):
    """§§ 58, 82: an amount for the first, the second and each further child, by the study load."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte.barnestipend
        children = person("barn_i_barnestipendet", period)
        rate = (
            (children > 0) * law.barn_1
            + (children > 1) * law.barn_2
            + numpy.maximum(children - 1 - 1, 0) * law.barn_3
        )
        months = person("stottemaned", period) * person("studieandel_i_stotten", period)
        return rate * months * person("foreldrestipendfaktor", period)


@rule(
    nb="Tilleggsstipend ved nedsatt funksjonsevne, før behovsprøving",
    en="Extra grant for reduced ability, before the means test",
    section=f"{REG} § 83",
    href=f"{ACT}/§83",
)
class tilleggsstipend_for_behovsproving(Rule):
    """§§ 73, 83: an amount a month to students of part 3 who can't work; lost for a semester with
    wage."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).studiestotte
        wage = sum(person("lonn", month) for month in semester(period, law.periode))
        unable = was_in_may(person, period, law.periode, "kan_ikke_arbeide_ved_siden_av_studiet")
        months = person("stottemaned", period) * person("studieandel_i_stotten", period)
        entitled = ~person("omfattes_av_del_2", period) * unable * (wage == 0)
        return entitled * months * law.lan_og_stipend.tilleggsstipend


@rule(
    nb="Tilleggsstipend som følge av høye strømpriser",
    en="Extra grant for high power prices",
    section=f"{REG} §§ 67a og 74a (opphevet)",
    href=f"{ACT}/§74a",
)
class stromstipend(Rule):
    """§§ 67a, 74a: once in spring and once in autumn 2022 to those over 18 who live away from their
    parents and have power expenses, not in folk high schools."""

    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2023-12-31"

    def formula(person, period, parameters):
        amount = parameters(period).studiestotte.lan_og_stipend.stromstipend
        kind = person("lanekasse_utdanning", period)
        part_3 = person("omfattes_av_del_3", period) * (kind != kind.possible_values.folkehogskole)
        entitled = part_3 + (person("lan_videregaende_for_foreldrestipend", period) > 0)
        away = person("borteboer_hos_lanekassen", period) * person("har_stromutgifter", period)
        return entitled * away * person("stotte_til_livsopphold", period) * amount
