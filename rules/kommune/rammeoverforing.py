"""A task moves between the levels, and its money with it: innlemming and uttrekk in the frame.

Stortinget puts an amount into rammetilskuddet, or takes it out (kap. 571 post 60); the cost key or
earlier use shares it among the kommuner. What a kommune gains or loses is the distance between its
share and what the task costs it. The words are those of a reform's `frame_transfer`: an amount, a
part by the cost key and a part by earlier use.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune
from effektlov.rules.kommune.inntektsutjevning import HREF, SECTION
from effektlov.rules.rule import Rule, input_value, rule

YEAR = DateUnit.YEAR


class NokkelSektor(Enum):
    samlet = "Hele kostnadsnøkkelen"
    grunnskole = "Grunnskole"
    pleie_omsorg = "Pleie og omsorg"
    barnehage = "Barnehage"
    barnevern = "Barnevern"
    sosialhjelp = "Sosialhjelp"
    kommunehelse = "Kommunehelse"
    administrasjon_landbruk = "Administrasjon, landbruk og miljø"


@input_value(
    nb="Beløp lagt inn i rammetilskuddet, landet (negativt: trukket ut)",
    en="Amount put into the block grant, nation (negative: taken out)",
    unit="kr",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class oppgaveflytting_belop(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Delkostnadsnøkkelen som fordeler beløpet",
    en="The sub-key that shares the amount",
    unit="enum",
    section=SECTION,
    href=HREF,
)
class oppgaveflytting_sektor(Rule):
    value_type = Enum
    possible_values = NokkelSektor
    default_value = NokkelSektor.samlet
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Del av beløpet som fordeles etter tidligere bruk",
    en="Part of the amount that is shared by earlier use",
    unit="share",
    section=SECTION,
    href=HREF,
)
class oppgaveflytting_etter_bruk(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Kommunens andel av landets tidligere bruk",
    en="The kommune's share of the nation's earlier use",
    unit="share",
    section=SECTION,
    href=HREF,
)
class oppgaveflytting_andel_av_bruk(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Det oppgaven koster kommunen (negativt: det den slipper å betale)",
    en="What the task costs the kommune (negative: what it no longer pays)",
    unit="kr",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class oppgaveflytting_egen_utgift(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@rule(
    nb="Kommunens andel etter kostnadsnøkkelen",
    en="The kommune's share by the cost key",
    section=SECTION,
    href=HREF,
    unit="share",
)
class oppgaveflytting_andel_av_nokkelen(Rule):
    """Grønt hefte: the kommune's need in the sector times its share of the inhabitants."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        sector = kommune("oppgaveflytting_sektor", period)
        names = sector.possible_values
        total = kommune("utgiftsbehovsindeks", period)
        need = numpy.select(
            [
                sector == names.grunnskole,
                sector == names.pleie_omsorg,
                sector == names.barnehage,
                sector == names.barnevern,
                sector == names.sosialhjelp,
                sector == names.kommunehelse,
                sector == names.administrasjon_landbruk,
            ],
            [
                kommune("utgiftsbehov_grunnskole", period),
                kommune("utgiftsbehov_pleie_omsorg", period),
                kommune("utgiftsbehov_barnehage", period),
                kommune("utgiftsbehov_barnevern", period),
                kommune("utgiftsbehov_sosialhjelp", period),
                kommune("utgiftsbehov_kommunehelse", period),
                kommune("utgiftsbehov_administrasjon_landbruk", period),
            ],
            total,
        )
        nation = parameters(period).kommune.utgiftsutjevning.innbyggertall_landet
        need = numpy.where(need > 0, need, total)
        return need * kommune("innbyggertall_1_juli", period) / nation


@rule(
    nb="Endring i kommunens ramme",
    en="Change in the kommune's frame",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class rammeendring(Rule):
    """Grønt hefte: to or from the kommune, its share of the amount by the cost key and by use."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period):
        by_use = kommune("oppgaveflytting_etter_bruk", period)
        by_key = kommune("oppgaveflytting_andel_av_nokkelen", period)
        use = kommune("oppgaveflytting_andel_av_bruk", period)
        share = (1 - by_use) * by_key + by_use * use
        return kommune("oppgaveflytting_belop", period) * share


@rule(
    nb="Gevinst eller tap når oppgaven flytter",
    en="Gain or loss when the task moves",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class oppgaveflytting_netto(Rule):
    """Grønt hefte: the change in the frame less what the task costs, to or from the kommune."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period):
        return kommune("rammeendring", period) - kommune("oppgaveflytting_egen_utgift", period)


@rule(
    nb="Overgangen gjennom inntektsgarantiordningen, første år",
    en="The transition through the income guarantee, first year",
    section=SECTION,
    href=HREF,
    confidence="assumed",
    reason="grensen på 400 kroner er ikke lest etter omleggingen i 2025, og kommunen er antatt å "
    "vokse som landet ellers",
)
class oppgaveflytting_overgang(Rule):
    """Grønt hefte table B-k: to the kommune in the first year, what it loses per head beyond the
    limit; the next year counts from the new level."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        limit = parameters(period).kommune.innbyggertilskudd.ingar_grense
        heads = kommune("innbyggertall_1_juli", period)
        loss = numpy.maximum(-kommune("oppgaveflytting_netto", period), 0.0)
        return numpy.maximum(loss - heads * limit, 0.0)
