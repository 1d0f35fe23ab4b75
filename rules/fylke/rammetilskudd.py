"""The state's grant to the county authorities, as far as its published sums reach.

The state gives a yearly grant towards the expenses of the county authorities, shared "through
inntektssystemet, by rules that the King lays down" (tannhelsetjenesteloven § 5-2). It starts as an
equal amount a head (chapter 572 post 60) and is then moved: by need, by tax, and in cases with a
distribution of their own. What each of these moves rests on rates and keys that were not read;
what they move together is the distance from the equal amount to the account. Oslo is a county
authority here too; its account holds both its grants, so its own part isn't known.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Fylkeskommune
from effektlov.rules.rule import Rule, input_value, rule

YEAR = DateUnit.YEAR
SECTION = "tannhelsetjenesteloven § 5-2; Stortingets budsjettvedtak kap. 572 post 60"
HREF = "https://lovdata.no/lov/1983-06-03-54/§5-2"


@input_value(
    nb="Fylkets innbyggere 1. juli året før",
    en="Inhabitants of the fylke on 1 July the year before",
    unit="count",
    section=SECTION,
    href=HREF,
)
class fylkets_innbyggere_1_juli(Rule):
    value_type = float
    entity = Fylkeskommune
    definition_period = YEAR


@input_value(
    nb="Fylkets innbyggere 16-18 år ved utgangen av året",
    en="Inhabitants of the fylke aged 16-18 at the end of the year",
    unit="count",
    section=SECTION,
    href=HREF,
)
class fylkets_innbyggere_16_18(Rule):
    value_type = float
    entity = Fylkeskommune
    definition_period = YEAR


@input_value(
    nb="Skatt på inntekt til fylkeskommunen",
    en="Income tax to the county authority",
    section="skatteloven § 15-2, skattevedtaket § 3-8",
    href="https://lovdata.no/lov/1999-03-26-14/§15-2",
)
class fylkeskommunens_inntektsskatt(Rule):
    value_type = float
    entity = Fylkeskommune
    definition_period = YEAR


@input_value(
    nb="Andre skatter til fylkeskommunen, blant dem naturressursskatt",
    en="Other taxes to the county authority, natural resource tax among them",
    section="skatteloven § 18-2",
    href="https://lovdata.no/lov/1999-03-26-14/§18-2",
)
class fylkeskommunens_andre_skatter(Rule):
    value_type = float
    entity = Fylkeskommune
    definition_period = YEAR


@input_value(
    nb="Rammetilskudd til fylkeskommunen, med inntektsutjevning",
    en="Block grant to the county authority, with income equalisation",
    section=SECTION,
    href=HREF,
)
class fylkeskommunens_rammetilskudd(Rule):
    value_type = float
    entity = Fylkeskommune
    definition_period = YEAR


@input_value(
    nb="Netto driftsutgifter til videregående opplæring",
    en="Net operating cost of upper secondary education",
    section="opplæringslova § 28-2",
    href="https://lovdata.no/lov/2023-06-09-30/§28-2",
)
class fylkeskommunens_utgift_videregaende(Rule):
    value_type = float
    entity = Fylkeskommune
    definition_period = YEAR


def _share(amount, heads):
    """A ratio, zero where nobody is counted."""
    return numpy.where(heads > 0, amount / numpy.maximum(heads, 1.0), 0.0)


@rule(
    nb="Innbyggertilskudd per hode før utjevning",
    en="Grant per head before equalisation",
    section=SECTION,
    href=HREF,
    confidence="derived",
    reason="hele posten er delt likt; saker med særskilt fordeling er ikke lest og ikke trukket ut",
)
class innbyggertilskudd_per_hode_fylke(Rule):
    """Chapter 572 post 60: the same for every head of the nation, and so what one head more is
    worth to this county authority alone before need and tax are equalised. If all county
    authorities get a head more, the post is the same and nothing is gained."""

    value_type = float
    entity = Fylkeskommune
    definition_period = YEAR

    def formula_2025(fylkeskommune, period, parameters):
        post = parameters(period).fylke.rammetilskudd.innbyggertilskudd
        inhabitants = parameters(period).kommune.utgiftsutjevning.innbyggertall_landet
        return numpy.full(fylkeskommune.count, post / inhabitants)


@rule(
    nb="Innbyggertilskudd før utjevning, likt per hode",
    en="Grant before equalisation, equal per head",
    section=SECTION,
    href=HREF,
    confidence="derived",
    reason="hele posten er delt likt; saker med særskilt fordeling er ikke lest og ikke trukket ut",
)
class innbyggertilskudd_likt_belop_fylke(Rule):
    """Chapter 572 post 60, before it is moved: the equal amount times the heads."""

    value_type = float
    entity = Fylkeskommune
    definition_period = YEAR

    def formula_2025(fylkeskommune, period, parameters):
        heads = fylkeskommune("fylkets_innbyggere_1_juli", period)
        return heads * fylkeskommune("innbyggertilskudd_per_hode_fylke", period)


@rule(
    nb="Omfordelt til fylkeskommunen",
    en="Moved to the county authority",
    section="tannhelsetjenesteloven § 5-2; Stortingets budsjettvedtak kap. 572 post 60, 62 og 64",
    href=HREF,
    may_be_negative=True,
    confidence="derived",
    reason="utjevning, særskilt fordeling og Nord-Norge-tilskudd i én sum, ikke lest hver for seg",
)
class omfordelt_i_rammetilskuddet_fylke(Rule):
    """Chapter 572: what the account holds beyond the equal amount. Over all county authorities it
    is the grants of posts 62 and 64, for all else only moves. Zero where no account is stated."""

    value_type = float
    entity = Fylkeskommune
    definition_period = YEAR

    def formula_2025(fylkeskommune, period, parameters):
        grant = fylkeskommune("fylkeskommunens_rammetilskudd", period)
        equal = fylkeskommune("innbyggertilskudd_likt_belop_fylke", period)
        return (grant > 0) * (grant - equal)


@rule(
    nb="Fylkeskommunens frie inntekter",
    en="Free income of the county authority",
    section=SECTION,
    href=HREF,
)
class frie_inntekter_fylke(Rule):
    """Block grant, tax on income and natural resource tax: what the county authority disposes of
    freely, and what pays for upper secondary education, roads, transport and dental care alike."""

    value_type = float
    entity = Fylkeskommune
    definition_period = YEAR

    def formula(fylkeskommune, period, parameters):
        return (
            fylkeskommune("fylkeskommunens_rammetilskudd", period)
            + fylkeskommune("fylkeskommunens_inntektsskatt", period)
            + fylkeskommune("fylkeskommunens_andre_skatter", period)
        )


@rule(
    nb="Videregående opplæring, netto utgift per innbygger 16-18 år",
    en="Upper secondary education, net cost per inhabitant aged 16-18",
    section="opplæringslova § 28-2",
    href="https://lovdata.no/lov/2023-06-09-30/§28-2",
)
class videregaende_per_ungdom_fylke(Rule):
    """What the county authority spends of its free income on upper secondary education, over all
    inhabitants of 16 to 18, pupils or not. An average of the account: what one youth more costs is
    another matter."""

    value_type = float
    entity = Fylkeskommune
    definition_period = YEAR

    def formula(fylkeskommune, period, parameters):
        return _share(
            fylkeskommune("fylkeskommunens_utgift_videregaende", period),
            fylkeskommune("fylkets_innbyggere_16_18", period),
        )


@rule(
    nb="Andel av frie inntekter som går til videregående opplæring",
    en="Share of free income that goes to upper secondary education",
    section="opplæringslova § 28-2",
    href="https://lovdata.no/lov/2023-06-09-30/§28-2",
    unit="share",
)
class videregaende_andel_av_frie_inntekter(Rule):
    """The net cost of upper secondary education over the free income of the same year."""

    value_type = float
    entity = Fylkeskommune
    definition_period = YEAR

    def formula(fylkeskommune, period, parameters):
        return _share(
            fylkeskommune("fylkeskommunens_utgift_videregaende", period),
            fylkeskommune("frie_inntekter_fylke", period),
        )
