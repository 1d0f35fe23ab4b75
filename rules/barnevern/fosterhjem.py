"""Barnevernsloven chapter 9 with §§ 15-11 and 16-5: foster homes and who pays for them.

Ordinary foster homes: the kommune pays. Until the end of 2021 the state refunded what exceeded
the kommune's own share; from 2022 it refunds nothing. Emergency homes and specialised foster
homes: the state pays when it offers the home, against an egenandel.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_years
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.scales import stepwise

ETERNITY, MONTH = DateUnit.ETERNITY, DateUnit.MONTH
ACT = "https://lovdata.no/lov/2021-06-18-97"


@input_value(
    nb="Måneden barnet ble plassert",
    en="Month when the child was placed",
    unit="month index",
    shift="absolute",
)
class plassert_siden(Rule):
    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Del av måneden i institusjon, omsorgssenter eller spesialisert fosterhjem",
    en="Part of the month in an institution, care centre or specialised foster home",
    unit="share",
    section="forskrift 2003-11-26-1397 § 4 siste ledd",
    href="https://lovdata.no/forskrift/2003-11-26-1397/§4",
    confidence="derived",
    reason="Egenbetalingen løper fra innskrivning til utskrivning; hvordan en del av en måned "
    "regnes, er ikke funnet, og dagene av månedens dager er brukt",
)
class del_av_maneden_plassert(Rule):
    """1 for the whole month; 0.5 for fifteen days of thirty."""

    value_type = float
    default_value = 1.0
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Hjemmet er statlig beredskapshjem eller spesialisert fosterhjem",
    en="The home is a state emergency home or a specialised foster home",
    unit="bool",
    section="barnevernsloven § 16-3 andre ledd bokstav a og c",
    href=f"{ACT}/§16-3",
)
class spesialisert_fosterhjem(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Avtalt forsterkning av fosterhjemmet (frikjøp, avlastning)",
    en="Agreed reinforcement of the foster home (bought-out work, relief)",
    unit="kr",
    section="barnevernsloven § 9-6 andre ledd",
    href=f"{ACT}/§9-6",
)
class fosterhjem_forsterkning(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Bor i fosterhjem etter barnevernsloven",
    en="Lives in a foster home under the child welfare act",
    section="barnevernsloven § 9-1",
    href=f"{ACT}/§9-1",
    unit="bool",
)
class i_fosterhjem(Rule):
    """§ 9-1: a child, or a youth with aftercare, in any foster home."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        foster = place == place.possible_values.fosterhjem
        return foster * person("barnevernstiltak_kan_gis", period)


@rule(
    nb="Bor i ordinært fosterhjem",
    en="Lives in an ordinary foster home",
    section="barnevernsloven § 9-6",
    href=f"{ACT}/§9-6",
    unit="bool",
    only_if=("plassering",),
)
class i_ordinaert_fosterhjem(Rule):
    """§ 9-6: a home that the kommune has chosen, approved and pays."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("i_fosterhjem", period) * ~person("spesialisert_fosterhjem", period)


@rule(
    nb="Godtgjøring til fosterforeldre",
    en="Pay to foster parents",
    section="barnevernsloven § 9-6 andre ledd",
    href=f"{ACT}/§9-6",
    confidence="secondary",
    reason="Loven gir ingen sats; KS’ veiledende sats brukes",
    only_if=("plassering",),
)
class fosterhjem_godtgjoring(Rule):
    """§ 9-6: monthly pay from the kommune, one rate for all ages; taxed as wages."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rate = parameters(period).barnevern.fosterhjem.grunnstotte
        return person("i_ordinaert_fosterhjem", period) * rate


@rule(
    nb="Arbeidsgiveravgift av godtgjøringen",
    en="Employer’s contribution on the pay",
    section="folketrygdloven § 23-2; KS’ veiledende satser",
    href="https://lovdata.no/lov/1997-02-28-19/§23-2",
    confidence="derived",
    reason="KS: kommunen betaler avgift av godtgjøringen. Sonen er kommunens; avgift av "
    "forsterkning er ikke regnet",
)
class fosterhjem_arbeidsgiveravgift(Rule):
    """§ 23-2: the kommune pays employer’s contribution on what is taxed as wages."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rate = parameters(period).skatt.arbeidsgiveravgift.sats[person.kommune("aga_sone", period)]
        return person("fosterhjem_godtgjoring", period) * rate


@rule(
    nb="Utgiftsdekning til fosterhjem",
    en="Expense cover to the foster home",
    section="barnevernsloven § 9-6 andre ledd",
    href=f"{ACT}/§9-6",
    confidence="secondary",
    reason="Loven gir ingen sats; KS’ veiledende satser brukes",
    only_if=("plassering",),
)
class fosterhjem_utgiftsdekning(Rule):
    """§ 9-6: the child's living costs, by age, from the kommune to the foster home."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        scale = parameters(period).barnevern.fosterhjem.utgiftsdekning
        amount = stepwise(age_in_years(person, period), scale)
        return person("i_ordinaert_fosterhjem", period) * amount


@rule(
    nb="Forsterkning av fosterhjem",
    en="Reinforcement of the foster home",
    section="barnevernsloven § 9-6 andre ledd",
    href=f"{ACT}/§9-6",
    only_if=("plassering",),
)
class fosterhjem_forsterkning_betalt(Rule):
    """§ 9-6: what the agreement with the home gives beyond pay and expense cover."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        agreed = numpy.maximum(person("fosterhjem_forsterkning", period), 0.0)
        return person("i_ordinaert_fosterhjem", period) * agreed


@rule(
    nb="Kommunens utgifter til ordinært fosterhjem",
    en="The kommune’s expenses for an ordinary foster home",
    section="barnevernsloven §§ 9-6 og 15-11",
    href=f"{ACT}/§15-11",
)
class fosterhjem_utgifter(Rule):
    """§§ 9-6, 15-11: pay, expense cover and reinforcement, before any refund."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("fosterhjem_godtgjoring", period)
            + person("fosterhjem_utgiftsdekning", period)
            + person("fosterhjem_forsterkning_betalt", period)
        )


@rule(
    nb="Statens refusjon til kommunen for ordinært fosterhjem",
    en="State refund to the kommune for an ordinary foster home",
    section="barnevernloven 1992 § 9-4 første ledd",
    href="https://lovdata.no/lov/1992-07-17-100/§9-4",
    confidence="derived",
    reason="Grunnlaget er samlede utgifter til hjemmet; rundskriv Q-06/2007 er ikke lest i alt",
    only_if=("plassering",),
)
class fosterhjem_refusjon(Rule):
    """§ 9-4 of the act of 1992: what exceeds the kommune's own share, for a person under 20.

    The share refunded is 1 to the end of 2021 and 0 from 2022 (act 2017-06-16-46).
    """

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnevern.egenandel
        above = numpy.maximum(person("fosterhjem_utgifter", period) - law.fosterhjem_refusjon, 0.0)
        responsible = person("statlig_betalingsansvar", period)
        return responsible * law.fosterhjem_refusjonsandel * above


def _specialised(person, period):
    part = numpy.clip(person("del_av_maneden_plassert", period), 0.0, 1.0)
    special = person("spesialisert_fosterhjem", period)
    return person("i_fosterhjem", period) * special * part


@rule(
    nb="Måneder i spesialisert fosterhjem fra Bufetat",
    en="Months in a specialised foster home from the state agency",
    section="barnevernsloven §§ 16-3 og 16-5",
    href=f"{ACT}/§16-5",
    unit="months",
    only_if=("plassering",),
)
class spesialisert_fosterhjem_maned_bufetat(Rule):
    """§ 16-5 first paragraph: the state pays for a home that it offers."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        offered = person("bufetat_tilbyr_plass", period)
        return _specialised(person, period) * offered * person("statlig_betalingsansvar", period)


@rule(
    nb="Måneder i spesialisert fosterhjem som kommunen betaler helt",
    en="Months in a specialised foster home paid in full by the kommune",
    section="barnevernsloven § 15-11",
    href=f"{ACT}/§15-11",
    unit="months",
    only_if=("plassering",),
)
class spesialisert_fosterhjem_maned_kommune(Rule):
    """§ 15-11: not offered by the state, 20 or older, or in Oslo."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        state = person("spesialisert_fosterhjem_maned_bufetat", period)
        return _specialised(person, period) - state


@rule(
    nb="Kommunal egenandel for beredskapshjem og spesialisert fosterhjem",
    en="Municipal co-payment for an emergency home or specialised foster home",
    section="barnevernsloven § 16-5 tredje ledd",
    href=f"{ACT}/§16-5",
    only_if=("plassering",),
)
class egenandel_spesialisert_fosterhjem(Rule):
    """§ 16-5 third paragraph: for each month; the old rate for a child placed before 2022.

    A case that doesn't state when the child was placed gets the rate of new placements.
    """

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnevern.egenandel
        reform = parameters(period).barnevern.ansvar.reformen_fra
        since = person("plassert_siden", period)
        old = (since > 0) * (since < reform)
        rate = numpy.where(
            old, law.spesialisert_fosterhjem_plassert_for_2022, law.spesialisert_fosterhjem
        )
        return person("spesialisert_fosterhjem_maned_bufetat", period) * rate


@rule(
    nb="Barnet i fosterhjem har tilsyn",
    en="The child in the foster home is under supervision",
    section="barnevernsloven § 9-10",
    href=f"{ACT}/§9-10",
    unit="bool",
    only_if=("plassering",),
)
class tilsyn_i_fosterhjem(Rule):
    """§ 9-10: from moving in until 18, by the kommune where the home lies."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("i_fosterhjem", period) * person("barn_etter_barnevernsloven", period)
