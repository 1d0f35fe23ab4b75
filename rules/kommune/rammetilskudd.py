"""Rammetilskuddet to the whole kommune, line by line as Grønt hefte prints it (tables 1-k and 2-k).

The same amount for every inhabitant, expenditure equalisation, cases with a distribution of their
own and the income guarantee make innbyggertilskuddet (chapter 571 post 60). Grants for districts,
growth and large cities and the discretionary grant have posts of their own. Income equalisation is
settled through the year. Amounts that Stortinget or the ministry passes kommune by kommune are
inputs: no formula gives them.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune
from effektlov.rules.kommune.inntektsutjevning import HREF, SECTION
from effektlov.rules.rule import Rule, input_value, rule

YEAR = DateUnit.YEAR
POST = "Stortingets budsjettvedtak kap. 571 post"


@rule(
    nb="Innbyggertilskudd, likt beløp per innbygger",
    en="Grant per inhabitant, the equal amount",
    section=SECTION,
    href=HREF,
)
class innbyggertilskudd_likt_belop(Rule):
    """Grønt hefte table 2-k: to the kommune, the same for every inhabitant on 1 July."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        amount = parameters(period).kommune.innbyggertilskudd.likt_belop
        return kommune("innbyggertall_1_juli", period) * amount


@input_value(
    nb="Trekk for elever i statlige og private skoler",
    en="Deduction for pupils in state and private schools",
    unit="kr",
    section=SECTION,
    href=HREF,
)
class trekk_for_privatskoleelever(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@rule(
    nb="Korreksjon for elever i statlige og private skoler",
    en="Correction for pupils in state and private schools",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
    confidence="derived",
    reason="sats og elevtall er ikke lest: trekket i 2025 er regnet tilbake fra publisert beløp",
)
class privatskolekorreksjon(Rule):
    """Grønt hefte table A-k: the kommune loses an amount for each pupil whom others teach, and the
    sum is paid back to all kommuner by heads."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        addition = parameters(period).kommune.utgiftsutjevning.likt_tillegg_privatskoler
        back = kommune("innbyggertall_1_juli", period) * addition
        return back - kommune("trekk_for_privatskoleelever", period)


@rule(
    nb="Utgiftsutjevning",
    en="Expenditure equalisation",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
    confidence="derived",
    reason="behovet per innbygger og det like tillegget er regresjonen av 355 kommuners beløp",
)
class utgiftsutjevning(Rule):
    """Grønt hefte table A-k: the sum of the sectors, and the correction for private schools."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period):
        return (
            kommune("utgiftsutjevning_grunnskole", period)
            + kommune("utgiftsutjevning_pleie_omsorg", period)
            + kommune("utgiftsutjevning_barnehage", period)
            + kommune("utgiftsutjevning_barnevern", period)
            + kommune("utgiftsutjevning_sosialhjelp", period)
            + kommune("utgiftsutjevning_kommunehelse", period)
            + kommune("utgiftsutjevning_administrasjon_landbruk", period)
            + kommune("privatskolekorreksjon", period)
        )


@input_value(
    nb="Saker med særskilt fordeling",
    en="Cases with a distribution of their own",
    unit="kr",
    section=f"{POST} 60 (Grønt hefte tabell C-k)",
    href=HREF,
)
class saerskilt_fordeling(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Vekst i rammetilskudd per innbygger, utover landets (negativ: under)",
    en="Growth of the grant per head beyond the nation's (negative: below)",
    unit="kr",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class vekst_mot_landet(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@rule(
    nb="Inntektsgarantiordningen (INGAR), med finansiering",
    en="Income guarantee (INGAR), with its financing",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
    confidence="assumed",
    reason="grensen på 400 kroner er ikke lest etter omleggingen i 2025; trekket er utledet",
)
class inntektsgaranti(Rule):
    """Grønt hefte table B-k: lifts the kommune to the nation's growth less a fixed amount per head;
    every kommune pays the same amount per head for it."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        law = parameters(period).kommune.innbyggertilskudd
        below = -kommune("vekst_mot_landet", period)
        lifted = numpy.maximum(below - law.ingar_grense, 0.0)
        return kommune("innbyggertall_1_juli", period) * (lifted - law.ingar_trekk)


@input_value(
    nb="Distriktstilskudd Sør-Norge",
    en="District grant, southern Norway",
    unit="kr",
    section=f"{POST} 61",
    href=HREF,
)
class distriktstilskudd_sor_norge(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Distriktstilskudd Nord-Norge",
    en="District grant, northern Norway",
    unit="kr",
    section=f"{POST} 62",
    href=HREF,
)
class distriktstilskudd_nord_norge(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Skjønnstilskudd",
    en="Discretionary grant",
    unit="kr",
    section=f"{POST} 64",
    href=HREF,
)
class skjonnstilskudd(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Veksttilskudd",
    en="Growth grant",
    unit="kr",
    section=f"{POST} 66",
    href=HREF,
)
class veksttilskudd(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Storbytilskudd",
    en="Large city grant",
    unit="kr",
    section=f"{POST} 67",
    href=HREF,
)
class storbytilskudd(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@rule(
    nb="Rammetilskudd før inntektsutjevning, som i Grønt hefte",
    en="Block grant before income equalisation, as in Grønt hefte",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class rammetilskudd_for_inntektsutjevning(Rule):
    """Grønt hefte table 1-k: the sum of the lines to the kommune as the budget is proposed."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period):
        return (
            kommune("innbyggertilskudd_likt_belop", period)
            + kommune("utgiftsutjevning", period)
            + kommune("saerskilt_fordeling", period)
            + kommune("inntektsgaranti", period)
            + kommune("distriktstilskudd_sor_norge", period)
            + kommune("distriktstilskudd_nord_norge", period)
            + kommune("skjonnstilskudd", period)
            + kommune("veksttilskudd", period)
            + kommune("storbytilskudd", period)
        )


@input_value(
    nb="Beløp til kommunen alene etter Grønt hefte (skjønn fordelt i året)",
    en="Amounts to the kommune alone after Grønt hefte (discretionary grant of the year)",
    unit="kr",
    section=f"{POST} 64",
    href=HREF,
    may_be_negative=True,
)
class bevilget_kommunen_alene(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@rule(
    nb="Bevilget etter Grønt hefte (budsjettvedtak, revidert budsjett)",
    en="Granted after Grønt hefte (budget decision, revised budget)",
    section=f"{POST} 60 og 64",
    href=HREF,
    may_be_negative=True,
    confidence="assumed",
    reason="landets beløp er offisielle; nøkkelen i 2025 er ikke lest, se parameteren",
)
class bevilget_etter_gront_hefte(Rule):
    """Stortinget's decisions after the proposal: to the kommune, its share of what came to post 60
    in the additional proposal, the budget decision and the year, by the cost key or by heads."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        law = parameters(period).kommune
        later = law.innbyggertilskudd.etter_gront_hefte
        amount = later.tilleggsproposisjon + later.budsjettvedtak + later.budsjettaret
        need = kommune("utgiftsbehovsindeks", period)
        key = later.andel_etter_kostnadsnokkel
        share = kommune("innbyggertall_1_juli", period) * (key * need + 1 - key)
        nation = law.utgiftsutjevning.innbyggertall_landet
        return amount * share / nation + kommune("bevilget_kommunen_alene", period)


@rule(
    nb="Rammetilskudd",
    en="Block grant",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class rammetilskudd(Rule):
    """Grønt hefte, and what is settled later in the year: to the kommune, as its account shows."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period):
        return (
            kommune("rammetilskudd_for_inntektsutjevning", period)
            + kommune("bevilget_etter_gront_hefte", period)
            + kommune("inntektsutjevning", period)
        )


@rule(
    nb="Verdien av ett hode til, uten kriterier og skatt",
    en="The worth of one more head, without criteria and tax",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
    confidence="derived",
    reason="det like beløpet og behovet per innbygger er utledet, se parametrene",
)
class verdi_av_ett_hode(Rule):
    """Grønt hefte: to this kommune alone for one more inhabitant who pays no tax and is counted in
    no criterion. It gets the equal amount, is taken to be a kommune with one head more to spread
    its criteria over, and lies further below the average tax."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        law = parameters(period).kommune
        tax = law.inntektsutjevning
        poor = kommune("skattegrunnlag_andel", period) < tax.tilleggsgrense
        rate = tax.symmetrisk_sats + poor * tax.tilleggssats * tax.tilleggsgrense
        equalised = rate * tax.landsgjennomsnitt - tax.finansiering_per_innbygger
        need = law.utgiftsutjevning.behov_per_innbygger
        addition = law.utgiftsutjevning.likt_tillegg_privatskoler
        same = law.innbyggertilskudd.likt_belop - law.innbyggertilskudd.ingar_trekk
        return same + addition - need + equalised
