"""Folketrygdloven chapter 17 until 2023, and chapter 17 A from 2024: pension to a surviving spouse.

Those with a right before 2024 keep it for three years, two more in education or a measure. The
supplementary pension rests on the earnings of the deceased before the row; the case states it.
"""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Person
from effektlov.rules.etterlatte.fellesregler import ACT, maneder_siden, trygdetid_andel
from effektlov.rules.periods import age_in_months, calendar_month
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule

MONTH, YEAR, ETERNITY = DateUnit.MONTH, DateUnit.YEAR, DateUnit.ETERNITY


@input_value(
    nb="Innvilget gjenlevendepensjon etter reglene før 2024",
    en="Granted survivor's pension under the rules before 2024",
    unit="bool",
    section="folketrygdloven § 17-5 slik den lød før 2024",
    href=f"{ACT}/§17A-1",
)
class innvilget_gjenlevendepensjon(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="55 prosent av tilleggspensjonen etter den avdøde, ved full trygdetid",
    en="55 per cent of the supplementary pension of the deceased",
    unit="G",
    section="folketrygdloven § 3-23",
    href=f"{ACT}/§3-23",
)
class gjenlevende_tilleggspensjon_g(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Rimelig grunn til lavere inntekt enn forventet",
    en="A reasonable cause for an income below the expected",
    unit="bool",
    section="folketrygdloven § 17 A-6 andre ledd",
    href=f"{ACT}/§17A-6",
)
class rimelig_grunn_lav_inntekt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Forventet pensjonsgivende inntekt (0: årets inntekt)",
    en="Expected pensionable income (0: the income of the year)",
    section="folketrygdloven § 17 A-6 første ledd",
    href=f"{ACT}/§17A-6",
)
class gjenlevende_forventet_inntekt(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@rule(
    nb="Måned med gjenlevendepensjon",
    en="Month with survivor's pension",
    section="folketrygdloven §§ 17 A-3 og 17 A-5",
    href=f"{ACT}/§17A-3",
    unit="bool",
    only_if=("innvilget_gjenlevendepensjon",),
)
class gjenlevendepensjon_maned(Rule):
    """To the month of turning 67, not when remarried or fully disabled; from 2024 for three years,
    two more when extended, or to 67 for those born in 1970 or earlier with a low income."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _granted(person, period, parameters)

    # Lov 18 desember 2020 nr. 139: § 17 A-3.
    def formula_2024(person, period, parameters):
        law = parameters(period).etterlatte.gjenlevendepensjon
        years = law.overgang_ar + person("omstillingsstonad_utvidet", period) * law.overgang_utvidet
        within = calendar_month(person, period) < 12 * (law.overgang_fra + years)
        born = numpy.floor_divide(person("fodselskohort", period), 12)
        kept = (born <= law.overgang_fodt_senest) * person("lav_inntekt_for_dodsfallet", period)
        return _granted(person, period, parameters) * (within + kept)


def _granted(person, period, parameters):
    law = parameters(period).etterlatte.gjenlevendepensjon
    since = maneder_siden(person, person("ektefelle_dod_siden", period), period)
    disabled = person("innvilget_uforetrygd", period) * (person("uforegrad", period) >= 1)
    return (
        person("innvilget_gjenlevendepensjon", period)
        * (since >= 1)
        * (age_in_months(person, period) <= 12 * law.aldersgrense)
        * ~disabled
        * ~person("gift_igjen", period)
    )


@rule(
    nb="Gjenlevendepensjon før inntekt",
    en="Survivor's pension before income",
    section="folketrygdloven §§ 3-2, 3-3 og 3-23",
    href=f"{ACT}/§3-3",
    confidence="secondary",
    reason=(
        "Særtillegget settes ved stortingsvedtak; 100 prosent av grunnbeløpet er slått fast av "
        "Prop. 13 L (2020–2021) punkt 4.1, der minsteytelsen er vel 200 000 kroner med G 101 351"
    ),
)
class gjenlevendepensjon_for_inntekt(Rule):
    """§§ 3-2, 3-3, 3-23: basic pension of 1 G and the supplementary pension, or the special
    supplement of 1 G when that is more, by the insurance period."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).etterlatte.gjenlevendepensjon
        basic = parameters(period).trygd.grunnbelop.grunnbelop / 12
        share = trygdetid_andel(person, period, parameters)
        special = law.saertillegg_g * share
        supplement = numpy.maximum(person("gjenlevende_tilleggspensjon_g", period), special)
        full = (law.grunnpensjon_g * share + supplement) * basic
        return person("gjenlevendepensjon_maned", period) * full


@rule(
    nb="Gjenlevendepensjon",
    en="Survivor's pension",
    section="folketrygdloven §§ 17-8 (før 2024) og 17 A-6",
    href=f"{ACT}/§17A-6",
    confidence="secondary",
    reason="Særtillegget: se gjenlevendepensjon før inntekt",
    only_if=("innvilget_gjenlevendepensjon",),
)
class gjenlevendepensjon(Rule):
    """§ 17 A-6, before 2024 § 17-8: reduced by 40 per cent of the expected income above half of G.
    Under 55 and a year after the death the expected income is at least 2 G, unless there is a
    reasonable cause. In whole kroner."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).etterlatte.gjenlevendepensjon
        basic = parameters(period).trygd.grunnbelop.grunnbelop
        stated = person("gjenlevende_forventet_inntekt", period.this_year)
        year = period.this_year
        counted = (
            person("arbeidsinntekt", year, options=[ADD])
            + person("pensjonsgivende_ytelser_uten_aap", year, options=[ADD])
            + person("arbeidsavklaringspenger", year, options=[ADD])
        )
        income = numpy.where(stated > 0, stated, numpy.maximum(counted, 0))
        since = maneder_siden(person, person("ektefelle_dod_siden", period), period)
        expected = (
            (since > 12)
            * (age_in_months(person, period) < 12 * law.forventet_alder)
            * ~person("rimelig_grunn_lav_inntekt", period)
        )
        income = numpy.maximum(income, expected * law.forventet_g * basic)
        excess = numpy.maximum(income - law.fribelop_g * basic, 0) / 12
        left = person("gjenlevendepensjon_for_inntekt", period) - law.reduksjon * excess
        paid = ~person("etterlatt_soner", period) * numpy.maximum(left, 0)
        return nearest_krone(paid)
