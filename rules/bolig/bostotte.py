"""Bustøttelova § 6 and forskrift om bustøtte §§ 1 to 4 and 13: the amount of bostøtte.

Counted housing costs up to a ceiling, less an own share that rises with income; Husbanken pays a
share of the difference, in whole kroner, and nothing below the lowest payment. Costs, ceilings,
income and own share are kroner by year; the allowance is for the month, paid the month after.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.bolig.bostotte_rett import ACT, REGULATION
from effektlov.rules.entities import Husstand, Kommune, Person
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH


@input_value(
    nb="Husleie, eller felleskostnader, lån og avgifter, uten strøm (0: som «boutgifter»)",
    en="Rent, or shared costs, loan and dues, without power (0: the same as 'boutgifter')",
    section="forskrift om bustøtte § 2",
    href=f"{REGULATION}/§2",
)
class boutgifter_bostotte(Rule):
    """Of a house without shared costs: loan, municipal dues, property tax and ground rent."""

    value_type = float
    entity = Husstand
    definition_period = MONTH


@input_value(
    nb="Betaler selv for oppvarming, utenom husleie og felleskostnader",
    en="Pays for heating, outside rent and shared costs",
    unit="bool",
    section="forskrift om bustøtte § 2 bokstav d",
    href=f"{REGULATION}/§2",
)
class betaler_oppvarming_selv(Rule):
    value_type = bool
    entity = Husstand
    definition_period = MONTH


@input_value(
    nb="Bor i spesialtilpasset bolig på grunn av funksjonshemming",
    en="Lives in a specially adapted dwelling because of a disability",
    unit="bool",
    section="forskrift om bustøtte § 3 tredje ledd",
    href=f"{REGULATION}/§3",
)
class spesialtilpasset_bolig(Rule):
    value_type = bool
    entity = Husstand
    definition_period = MONTH


@input_value(
    nb="Mottar alderspensjon fra folketrygden",
    en="Receives an old-age pension",
    unit="bool",
    section="forskrift om bustøtte §§ 2 bokstav d og 4 femte ledd",
    href=f"{REGULATION}/§4",
)
class mottar_alderspensjon(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Mottar etterlattepensjon",
    en="Receives a survivor's pension",
    unit="bool",
    section="forskrift om bustøtte § 2 bokstav d (til og med august 2024)",
    href=f"{REGULATION}/§2",
)
class mottar_etterlattepensjon(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Boutgifter som teller før taket, per år",
    en="Housing costs that count before the ceiling, by year",
    section="forskrift om bustøtte § 2",
    href=f"{REGULATION}/§2",
    unit="kr/year",
)
class boutgifter_til_bostotte(Rule):
    """§ 2: what is paid for the dwelling (of her own, by whoever has moved out), standard running
    costs of a house, and standard heating for pensioners who pay for it themselves."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        pensioner = (
            husstand.members("mottar_alderspensjon", period)
            + husstand.members("mottar_etterlattepensjon", period)
            + (husstand.members("gjenlevendepensjon", period) > 0)
            + (husstand.members("uforetrygd", period) > 0)
        )
        lives = husstand.members("i_bostottehusstanden", period)
        return _costs(husstand, period, parameters, heated=husstand.any(lives * pensioner))

    def formula_2024_09(husstand, period, parameters):
        """Heating for everybody who pays for it themselves."""
        return _costs(husstand, period, parameters, heated=True)


def _costs(husstand, period, parameters, heated):
    """What is paid by year, with the standard costs that apply."""
    law = parameters(period).bolig.bostotte
    stated, shared = husstand("boutgifter_bostotte", period), husstand("boutgifter", period)
    applies = husstand.members("soker_bostotte", period)
    own = husstand.sum(applies * husstand.members("egne_boutgifter", period))
    month = numpy.select([stated > 0, shared > 0], [stated, shared], own)
    home = husstand("bolig_til_bostotte", period)
    running = (home == home.possible_values.annen_eid) * law.driftsutgifter
    heating = heated * husstand("betaler_oppvarming_selv", period) * law.oppvarming
    return 12 * numpy.maximum(month, 0.0) + running + heating


@rule(
    nb="Tillegg i boutgiftstaket i kommunen",
    en="Addition to the ceiling in the kommune",
    section="forskrift om bustøtte § 3 andre ledd",
    href=f"{REGULATION}/§3",
    unit="kr/year",
)
class tillegg_i_boutgiftstaket(Rule):
    """§ 3 second paragraph: in Oslo and two groups of kommuner with high rents."""

    value_type = float
    entity = Kommune
    definition_period = MONTH

    def formula(kommune, period, parameters):
        law = parameters(period).bolig.bostotte
        number = kommune("kommunenummer", period)
        groups, added = law.kommunegrupper, law.tillegg_i_taket
        return numpy.select(
            [
                number == groups.oslo,
                numpy.isin(number, groups.gruppe_2),
                numpy.isin(number, groups.gruppe_3),
            ],
            [added.oslo, added.gruppe_2, added.gruppe_3],
            0.0,
        )


@rule(
    nb="Boutgiftstak, per år",
    en="Ceiling of housing costs, by year",
    section="forskrift om bustøtte § 3",
    href=f"{REGULATION}/§3",
    unit="kr/year",
)
class boutgiftstak_bostotte(Rule):
    """§ 3: by the number of persons, higher in some kommuner and in an adapted dwelling."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        law = parameters(period).bolig.bostotte
        ceilings = numpy.array(
            [
                law.boutgiftstak.personer_1,
                law.boutgiftstak.personer_2,
                law.boutgiftstak.personer_3,
                law.boutgiftstak.personer_4,
                law.boutgiftstak.personer_5,
            ],
            dtype=numpy.float64,
        )
        persons = husstand("personer_i_bostottehusstanden", period).astype(numpy.int64)
        basic = ceilings[numpy.clip(persons - 1, 0, len(ceilings) - 1)]
        place = husstand.value_from_first_person(
            husstand.members.kommune("tillegg_i_boutgiftstaket", period)
        )
        adapted = husstand("spesialtilpasset_bolig", period) * law.tillegg_i_taket.spesialtilpasset
        return (persons > 0) * (basic + place + adapted)


@rule(
    nb="Godkjente boutgifter, per år",
    en="Accepted housing costs, by year",
    section="forskrift om bustøtte §§ 2 og 3",
    href=f"{REGULATION}/§3",
    unit="kr/year",
)
class godkjente_boutgifter_bostotte(Rule):
    """§§ 2, 3: the counted costs up to the ceiling."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        return numpy.minimum(
            husstand("boutgifter_til_bostotte", period), husstand("boutgiftstak_bostotte", period)
        )


@rule(
    nb="Noen i husstanden er ung ufør",
    en="Somebody in the household is young disabled",
    section="forskrift om bustøtte § 4 fjerde ledd",
    href=f"{REGULATION}/§4",
    unit="bool",
    only_if=("ung_ufor",),
)
class ung_ufor_i_bostottehusstanden(Rule):
    """§ 4 fourth paragraph: a member with uføretrygd and the minimum of the young disabled."""

    value_type = bool
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        young = husstand.members("uforetrygd_maned", period) * husstand.members(
            "rett_til_minsteytelse_ung_ufor", period
        )
        return husstand.any(young * husstand.members("i_bostottehusstanden", period))


@rule(
    nb="En enslig i husstanden har alderspensjon",
    en="A single person in the household has an old-age pension",
    section="forskrift om bustøtte § 4 femte ledd",
    href=f"{REGULATION}/§4",
    unit="bool",
    only_if=("mottar_alderspensjon",),
)
class enslig_alderspensjonist_i_bostottehusstanden(Rule):
    """§ 4 fifth paragraph: a member who lives without a spouse or cohabitant and has an old-age
    pension."""

    value_type = bool
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        members = husstand.members
        single = members("mottar_alderspensjon", period) * ~members("lever_med_partner", period)
        return husstand.any(single * members("i_bostottehusstanden", period))


@rule(
    nb="Egenandel av boutgiftene, per år",
    en="Own share of housing costs, by year",
    section="forskrift om bustøtte § 4",
    href=f"{REGULATION}/§4",
    unit="kr/year",
)
class egenandel_bostotte(Rule):
    """§ 4: the lowest own share, and a part of the converted income above a first limit; above a
    second limit the whole converted income times a rate for each started step."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        law = parameters(period).bolig.bostotte.egenandel
        income = husstand("omregnet_inntekt_bostotte", period)
        limit = _second_limit(husstand, period, law)
        started = numpy.floor((income - limit - 1) / law.trinn_bredde) + 1
        steps = law.trinn_sats * numpy.maximum(started, 0.0) * income
        return _by_first_limit(husstand, period, law) + steps

    def formula_2024_07(husstand, period, parameters):
        """Above the second limit a further part of the income above it."""
        law = parameters(period).bolig.bostotte.egenandel
        above = husstand("omregnet_inntekt_bostotte", period) - _second_limit(husstand, period, law)
        return _by_first_limit(husstand, period, law) + law.sats_2 * numpy.maximum(above, 0.0)


def _by_first_limit(husstand, period, law):
    """The lowest own share and the part above the first limit; nothing where nobody lives."""
    income = husstand("omregnet_inntekt_bostotte", period)
    pensioner = husstand("enslig_alderspensjonist_i_bostottehusstanden", period)
    limit = numpy.where(pensioner, law.grense_1_alderspensjonist, law.grense_1)
    somebody = husstand("personer_i_bostottehusstanden", period) > 0
    return somebody * (law.minste + law.sats_1 * numpy.maximum(income - limit, 0.0))


def _second_limit(husstand, period, law):
    """The second limit: highest for the young disabled."""
    young = husstand("ung_ufor_i_bostottehusstanden", period)
    pensioner = husstand("enslig_alderspensjonist_i_bostottehusstanden", period)
    return numpy.select(
        [young, pensioner], [law.grense_2_ung_ufor, law.grense_2_alderspensjonist], law.grense_2
    )


@rule(
    nb="Bostøtte",
    en="Housing allowance",
    section="bustøttelova § 6, forskrift om bustøtte §§ 1 og 13",
    href=f"{ACT}/§6",
    only_if=("soker_bostotte",),
)
class bostotte(Rule):
    """§ 6, forskriften §§ 1 and 13: a share of the accepted costs above the own share, a twelfth
    in whole kroner; nothing when that is less than the lowest payment."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        law = parameters(period).bolig.bostotte
        above = numpy.maximum(
            husstand("godkjente_boutgifter_bostotte", period)
            - husstand("egenandel_bostotte", period),
            0.0,
        )
        month = nearest_krone(law.dekningsgrad * above / 12)
        return husstand("rett_til_bostotte", period) * (month >= law.minste_utbetaling) * month


@rule(
    nb="Der den ekstra utbetalingen til strøm gjelder",
    en="Where the extra payment for power applies",
    section="bustøttelova § 6, Stortingets budsjettvedtak kap. 581 post 70",
    href=f"{ACT}/§6",
    unit="bool",
)
class strom_i_bostotten_gjelder(Rule):
    """The budget votes: the whole country, or (October 2021) the south and Røros."""

    value_type = bool
    entity = Kommune
    definition_period = MONTH

    def formula(kommune, period, parameters):
        law = parameters(period).bolig.bostotte.strom
        number = kommune("kommunenummer", period)
        south = numpy.isin(number // 100, law.fylker) + numpy.isin(number, law.kommuner)
        return south + (number >= 0) * law.hele_landet


@rule(
    nb="Ekstra utbetaling til strøm med bostøtten",
    en="Extra payment for power with the allowance",
    section="bustøttelova § 6, Stortingets budsjettvedtak kap. 581 post 70",
    href=f"{ACT}/§6",
    only_if=("soker_bostotte",),
)
class bostotte_strom(Rule):
    """The budget votes for 2019 and 2021 to 2024: to whoever gets bostøtte for the month, with an
    addition for each member beyond the first."""

    value_type = float
    entity = Husstand
    definition_period = MONTH
    end = "2024-03-31"

    def formula(husstand, period, parameters):
        law = parameters(period).bolig.bostotte.strom
        others = numpy.maximum(husstand("personer_i_bostottehusstanden", period) - 1, 0.0)
        here = husstand.value_from_first_person(
            husstand.members.kommune("strom_i_bostotten_gjelder", period)
        )
        gets = (husstand("bostotte", period) > 0) * here
        return gets * (law.belop + others * law.per_ekstra_medlem)
