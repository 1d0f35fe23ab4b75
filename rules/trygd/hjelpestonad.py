"""Folketrygdloven §§ 6-4 to 6-8: hjelpestønad for special supervision and care."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months, month_index
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Innvilget hjelpestønad",
    en="Granted attendance benefit",
    unit="bool",
    section="folketrygdloven § 6-4",
    href=f"{ACT}/§6-4",
)
class innvilget_hjelpestonad(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Verdien av nødvendig særskilt tilsyn og pleie i privat pleieforhold",
    en="Value of necessary special supervision and care given privately",
    section="folketrygdloven § 6-4 første og tredje ledd",
    href=f"{ACT}/§6-4",
)
class verdi_av_tilsyn_og_pleie(Rule):
    """What the need would cost in pay; for a child only what healthy children of the age do not
    need."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Blind eller kan ikke rettlede seg ved hjelp av synet",
    en="Blind or unable to find the way by sight",
    unit="bool",
    section="folketrygdloven § 6-4 femte ledd",
    href=f"{ACT}/§6-4",
)
class blind_eller_sterkt_svaksynt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Sats for forhøyet hjelpestønad (2, 3 eller 4)",
    en="Rate of increased attendance benefit (2, 3 or 4)",
    unit="count",
    section="folketrygdloven § 6-5 andre og tredje ledd",
    href=f"{ACT}/§6-5",
)
class hjelpestonad_forhoyet_sats(Rule):
    """Set by how far function is reduced, the extent of the care, the need for stimulation and
    training and how the care binds who gives it. None: the ordinary rate."""

    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Forhøyet stønad gir bedre muligheter til å bli boende i familiehjemmet",
    en="An increased benefit makes it easier to stay in the family home",
    unit="bool",
    section="folketrygdloven § 6-5 første ledd andre punktum",
    href=f"{ACT}/§6-5",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="nav",
        nb="Om stønaden gir bedre muligheter til å bli boende hjemme, er Navs skjønn",
        en="Whether the benefit makes staying at home easier is Nav's judgement",
    ),
)
class bedre_mulighet_til_a_bo_hjemme(Rule):
    value_type = bool
    entity = Person
    default_value = True
    definition_period = MONTH


@rule(
    nb="Rett til hjelpestønad",
    en="Right to attendance benefit",
    section="folketrygdloven §§ 6-2 og 6-4",
    href=f"{ACT}/§6-4",
    unit="bool",
    only_if=("varig_sykdom_etter_behandling",),
)
class rett_til_hjelpestonad(Rule):
    """§§ 6-2, 6-4: a lasting illness, injury or defect and private care worth at least the ordinary
    rate; who is blind is deemed to meet it. Care in a foster home counts, in an institution under
    the Child Welfare Act it is not private."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.hjelpestonad
        place = person("plassering", period)
        worth = person("verdi_av_tilsyn_og_pleie", period) >= law.sats_1
        return (
            person("varig_sykdom_etter_behandling", period)
            * (worth + person("blind_eller_sterkt_svaksynt", period))
            * (place != place.possible_values.institusjon)
        )


@rule(
    nb="Rett til forhøyet hjelpestønad",
    en="Right to increased attendance benefit",
    section="folketrygdloven § 6-5 første ledd",
    href=f"{ACT}/§6-5",
    unit="bool",
    only_if=("hjelpestonad_forhoyet_sats",),
)
class rett_til_forhoyet_hjelpestonad(Rule):
    """§ 6-5 first paragraph: under 18, with a need materially larger than the ordinary benefit
    covers, when it makes it easier to stay in the family home; to the month of turning 18
    (§ 22-12)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.hjelpestonad
        return (
            person("rett_til_hjelpestonad", period)
            * (age_in_months(person, period) <= 12 * law.forhoyet_for_alder)
            * (person("hjelpestonad_forhoyet_sats", period) > 1)
            * person("bedre_mulighet_til_a_bo_hjemme", period)
        )


@input_value(
    nb="Institusjonen hører under lov om spesialisthelsetjenesten",
    en="The institution is one of the specialist health service",
    unit="bool",
    section="folketrygdloven § 6-8 sjette ledd",
    href=f"{ACT}/§6-8",
)
class i_spesialisthelsetjenesten(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Hjelpestønad",
    en="Attendance benefit",
    section="folketrygdloven §§ 6-4 og 6-5",
    href=f"{ACT}/§6-4",
    only_if=("innvilget_hjelpestonad",),
)
class hjelpestonad(Rule):
    """§§ 6-4 to 6-6, 6-8, 22-11: the ordinary or the increased rate each month, when granted, in
    whole kroner. A child under 18 keeps it in the specialist health service."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.hjelpestonad
        amounts = numpy.array([law.sats_1, law.sats_2, law.sats_3, law.sats_4])
        rate = numpy.where(
            person("rett_til_forhoyet_hjelpestonad", period),
            numpy.clip(person("hjelpestonad_forhoyet_sats", period), 1, len(amounts)),
            1,
        )
        child = age_in_months(person, period) <= 12 * law.forhoyet_for_alder
        kept = child * person("i_spesialisthelsetjenesten", period) * ~person("i_fengsel", period)
        lapses = person("stonad_faller_bort_under_opphold", period) * ~kept
        granted = (
            person("innvilget_hjelpestonad", period)
            * person("rett_til_hjelpestonad", period)
            * ~lapses
        )
        amount = amounts[rate - 1] * person("stonad_andel_trygdetid", period)
        return granted * nearest_krone(amount)


@input_value(
    nb="Måneden forhøyet hjelpestønad ble gitt fra",
    en="Month from which the increased benefit was given",
    unit="month index",
    section="folketrygdloven § 6-7 andre ledd",
    href=f"{ACT}/§6-7",
    shift="relative",
)
class forhoyet_hjelpestonad_siden(Rule):
    """Or of the latest assessment."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@rule(
    nb="Forhøyet hjelpestønad skal vurderes på nytt",
    en="The increased benefit must be assessed again",
    section="folketrygdloven § 6-7 andre ledd",
    href=f"{ACT}/§6-7",
    unit="bool",
    only_if=("innvilget_hjelpestonad",),
)
class revurdering_av_forhoyet_hjelpestonad(Rule):
    """§ 6-7 second paragraph: three years after the increased benefit was given."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.hjelpestonad
        since = person("forhoyet_hjelpestonad_siden", period)
        passed = (since > 0) * (month_index(period) - since >= 12 * law.revurdering_etter)
        return (
            passed
            * person("innvilget_hjelpestonad", period)
            * person("rett_til_forhoyet_hjelpestonad", period)
        )
