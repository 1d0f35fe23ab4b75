"""Folketrygdloven §§ 15-7, 15-9 and 15-13: the amount of transitional benefit.

Rounded as familie-ef-sak: the full benefit to a krone (half to even), expected income down to a
whole thousand, the reduction to a krone (half down).
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Forventet årsinntekt som Nav legger til grunn (0: lønn, næring og ytelser som oppgitt)",
    en="Expected yearly income that Nav uses (0: wage, business and benefits as stated)",
    unit="kr/year",
    section="folketrygdloven § 15-9",
    href=f"{ACT}/§15-9",
)
class forventet_arsinntekt(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Forventet månedsinntekt som Nav legger til grunn, i tillegg til årsinntekten",
    en="Expected monthly income that Nav uses, besides the yearly income",
    unit="kr",
    section="folketrygdloven § 15-9",
    href=f"{ACT}/§15-9",
)
class forventet_manedsinntekt(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Dagsats av ytelse som regnes som inntekt, i tillegg til årsinntekten",
    en="Daily rate of a benefit that counts as income, besides the yearly income",
    unit="kr/day",
    section="folketrygdloven § 15-9",
    href=f"{ACT}/§15-9",
)
class forventet_dagsats(Rule):
    """Sickness benefit, unemployment benefit, work assessment allowance and the like, 260 days a
    year."""

    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Forventet pensjonsgivende inntekt",
    en="Expected pensionable income",
    section="folketrygdloven § 15-9 første og tredje ledd",
    href=f"{ACT}/§15-9",
    unit="kr/year",
)
class forventet_pensjonsgivende_inntekt(Rule):
    """§ 15-9: what is stated as expected; otherwise wage, business income and the benefits that
    are pensionable (§ 3-15), at the rate of the month over a year."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).enslig_forsorger.overgangsstonad
        stated = (
            12 * person("forventet_arsinntekt", period)
            + 12 * person("forventet_manedsinntekt", period)
            + law.dager_per_ar * person("forventet_dagsats", period)
        )
        benefits = (
            person("arbeidsavklaringspenger", period)
            + person("aap_barnetillegg", period)
            + person("pensjonsgivende_ytelser_uten_aap", period)
        )
        earned = (
            12 * person("lonn", period) + 12 * person("naeringsinntekt", period) + 12 * benefits
        )
        income = numpy.where(stated > 0, stated, earned)
        return numpy.maximum(nearest_krone(100 * income) / 100, 0)


@rule(
    nb="Inntekten overgangsstønaden avkortes mot",
    en="Income that transitional benefit is reduced for",
    section="folketrygdloven § 15-9",
    href=f"{ACT}/§15-9",
    unit="kr/year",
)
class overgangsstonad_inntekt(Rule):
    """§ 15-9: rounded down to a whole thousand; a yearly income stated in whole hundreds stands."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).enslig_forsorger.overgangsstonad
        income = person("forventet_pensjonsgivende_inntekt", period)
        parts = person("forventet_manedsinntekt", period) + person("forventet_dagsats", period)
        rounded = (parts > 0) + (numpy.mod(income, law.inntekt_uten_avrunding) > 0)
        whole = law.inntekt_rundes_ned_til
        return numpy.where(rounded, whole * numpy.floor(income / whole), income)


@rule(
    nb="Full overgangsstønad",
    en="Full transitional benefit",
    section="folketrygdloven § 15-7",
    href=f"{ACT}/§15-7",
)
class full_overgangsstonad(Rule):
    """§ 15-7: 2.25 G a year, a twelfth of it in whole kroner."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).enslig_forsorger.overgangsstonad
        year = law.full_stonad * parameters(period).trygd.grunnbelop.grunnbelop
        return person("overgangsstonad_maned", period) * numpy.round(year / 12)


@rule(
    nb="Reduksjon av overgangsstønaden for inntekt",
    en="Reduction of transitional benefit for income",
    section="folketrygdloven § 15-9 andre ledd",
    href=f"{ACT}/§15-9",
)
class overgangsstonad_avkorting(Rule):
    """§ 15-9 second paragraph: 45 per cent of income above half of G, a twelfth of it in whole
    kroner."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).enslig_forsorger.overgangsstonad
        free = law.fribelop * parameters(period).trygd.grunnbelop.grunnbelop
        above = numpy.maximum(person("overgangsstonad_inntekt", period) - free, 0)
        year = nearest_krone(100 * 100 * law.avkorting * above) / (100 * 100)
        month = numpy.maximum(-nearest_krone(-year / 12), 0)
        return person("overgangsstonad_maned", period) * month


@input_value(
    nb="Andre ytelser til livsopphold som trekkes krone for krone",
    en="Other subsistence benefits deducted krone for krone",
    unit="kr",
    section="folketrygdloven § 15-13",
    href=f"{ACT}/§15-13",
)
class overgangsstonad_samordningsfradrag(Rule):
    """Survivor's benefit, contractual pension, benefits from abroad."""

    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Ytelser som trekkes i overgangsstønaden",
    en="Benefits deducted from transitional benefit",
    section="folketrygdloven § 15-13",
    href=f"{ACT}/§15-13",
)
class overgangsstonad_samordning(Rule):
    """§ 15-13: uføretrygd and other subsistence benefits come off krone for krone."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        stated = numpy.maximum(person("overgangsstonad_samordningsfradrag", period), 0)
        return person("overgangsstonad_maned", period) * (stated + person("uforetrygd", period))


@rule(
    nb="Overgangsstønad",
    en="Transitional benefit",
    section="folketrygdloven §§ 15-7, 15-9 og 15-13",
    href=f"{ACT}/§15-7",
    only_if=("innvilget_overgangsstonad",),
)
class overgangsstonad(Rule):
    """§§ 15-7, 15-9, 15-13: the full benefit less the reduction for income and other benefits."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        before = person("full_overgangsstonad", period) - person(
            "overgangsstonad_avkorting", period
        )
        paid = nearest_krone(before - person("overgangsstonad_samordning", period))
        return numpy.maximum(paid, 0)


@rule(
    nb="Mottar overgangsstønad i full",
    en="Receives transitional benefit in full",
    section="folketrygdloven §§ 15-7 og 15-9",
    href=f"{ACT}/§15-7",
    unit="bool",
    only_if=("innvilget_overgangsstonad",),
)
class mottar_overgangsstonad_i_full(Rule):
    """A month in which neither income nor another benefit reduces it."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        less = person("overgangsstonad_avkorting", period) + person(
            "overgangsstonad_samordning", period
        )
        return person("overgangsstonad_maned", period) * (less == 0)
