"""Skatteloven §§ 6-20, 6-44, 6-48, 6-80 and 6-86: what else comes off ordinary income."""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_years
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.scales import marginal

MONTH, YEAR, ETERNITY = DateUnit.MONTH, DateUnit.YEAR, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1999-03-26-14"


@input_value(
    nb="Betalt fagforeningskontingent",
    en="Union fee paid",
    section="skatteloven § 6-20",
    href=f"{ACT}/§6-20",
)
class fagforeningskontingent(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Måneder i året med fagforeningskontingent",
    en="Months of the year with a union fee",
    unit="months",
    section="skatteloven § 6-20 tredje ledd",
    href=f"{ACT}/§6-20",
)
class fagforening_maneder(Rule):
    value_type = int
    default_value = 12
    entity = Person
    definition_period = YEAR


@rule(
    nb="Fradrag for fagforeningskontingent",
    en="Deduction for a union fee",
    section="skatteloven § 6-20",
    href=f"{ACT}/§6-20",
    only_if=("fagforeningskontingent",),
)
class fagforeningsfradrag(Rule):
    """§ 6-20: for an employee who pays it, up to a limit that is reduced when the fee is paid for
    a part of the year only."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        most = parameters(period).skatt.fradrag.fagforening
        months = numpy.clip(person("fagforening_maneder", period), 0, 12)
        fee = numpy.minimum(person("fagforeningskontingent", period), most * months / 12)
        return (person("skattepliktig_lonn", period) > 0) * nearest_krone(fee)


@input_value(
    nb="Kilometer reist mellom hjem og arbeidssted i året",
    en="Kilometres travelled between home and work in the year",
    unit="km",
    section="skatteloven § 6-44, FSFIN § 6-44-1",
    href=f"{ACT}/§6-44",
)
class arbeidsreise_km(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Andre fradragsberettigede reisekostnader (besøksreiser, ferge og bom over egenandelen)",
    en="Other deductible travel cost (visits home, ferry and toll above the own share)",
    section="skatteloven § 6-44, FSFIN §§ 6-44-4 og 6-44-5",
    href=f"{ACT}/§6-44",
)
class andre_reisekostnader(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@rule(
    nb="Fradrag for reise mellom hjem og arbeid",
    en="Deduction for travel between home and work",
    section="skatteloven § 6-44",
    href=f"{ACT}/§6-44",
    only_if=(
        "arbeidsreise_km",
        "andre_reisekostnader",
    ),
)
class reisefradrag(Rule):
    """§ 6-44: a rate per kilometre and other travel cost, together up to a limit, less what the
    person bears."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).skatt.fradrag
        distance = marginal(person("arbeidsreise_km", period), law.reise_sats)
        cost = distance + person("andre_reisekostnader", period)
        deducted = numpy.minimum(cost, law.reise_ovre) - law.reise_bunnbelop
        return nearest_krone(numpy.maximum(deducted, 0.0))


@input_value(
    nb="Dokumenterte kostnader til pass og stell av barnet (0: barnehage og SFO som regnet ut)",
    en="Documented cost of care for the child (0: kindergarten and after-school as computed)",
    section="skatteloven § 6-48",
    href=f"{ACT}/§6-48",
)
class barnepass_kostnader(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Barnet har særskilt behov for omsorg og pleie",
    en="The child has special need of care",
    unit="bool",
    section="skatteloven § 6-48 annet ledd",
    href=f"{ACT}/§6-48",
)
class barnepass_saerskilt_behov(Rule):
    value_type = bool
    entity = Person
    definition_period = YEAR


@rule(
    nb="Kostnader til pass og stell av barnet som kommer til fradrag",
    en="Cost of care for the child that is deducted",
    section="skatteloven § 6-48 første ledd",
    href=f"{ACT}/§6-48",
)
class dokumenterte_kostnader_til_barnepass(Rule):
    """§ 6-48: what the case states; otherwise the year's payment for kindergarten and after-school
    care."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        stated = person("barnepass_kostnader", period)
        paid = person("foreldrebetaling_barnehage", period, options=[ADD]) + person(
            "foreldrebetaling_sfo", period, options=[ADD]
        )
        return numpy.where(stated > 0, stated, paid)


@input_value(
    nb="Barnet hever grensen for foreldrefradrag, uten egne kostnader",
    en="The child raises the limit of the parents' deduction, without cost of its own",
    unit="bool",
    section="skatteloven § 6-48 tredje ledd",
    href=f"{ACT}/§6-48",
)
class hever_grensen_for_foreldrefradrag(Rule):
    value_type = bool
    entity = Person
    definition_period = YEAR


@rule(
    nb="Kostnader til barnepass som stønad fra Nav dekker",
    en="Cost of child care that a grant from Nav covers",
    section="skatteloven § 6-48 første ledd",
    href=f"{ACT}/§6-48",
    confidence="derived",
    reason="§ 6-48 gir fradrag for egne kostnader; Navs bidragsberegning (navikt/"
    "bidrag-beregn-felles) trekker tilleggsstønaden fra før skattefordelen regnes",
)
class barnepass_dekket_av_stonad(Rule):
    """§ 6-48: the tax-free grants for care of children of § 15-10 of folketrygdloven and of the
    supplementary grants are no cost of the parents."""

    value_type = float
    entity = Husstand
    definition_period = YEAR

    def formula(husstand, period, parameters):
        granted = 0.0
        for grant in ("stonad_til_barnetilsyn", "tilleggsstonad_pass_av_barn"):
            granted = granted + husstand.members(grant, period, options=[ADD])
        return husstand.sum(granted)


@rule(
    nb="Foreldrefradrag for husstanden",
    en="Parents' deduction of the household",
    section="skatteloven § 6-48",
    href=f"{ACT}/§6-48",
    confidence="derived",
    reason="Fra 2026 har barn med særskilt behov egne grenser; når barna er av begge slag, regnes "
    "et barn med særskilt behov som det første",
)
class foreldrefradrag_husstand(Rule):
    """§ 6-48: documented cost of care for children under 12 in the year, or with special needs at
    any age, up to a limit for the first child and one for each further child. Which child the cost
    is for does not matter; a child without any counts when the case says so."""

    value_type = float
    entity = Husstand
    definition_period = YEAR

    def formula(husstand, period, parameters):
        law = parameters(period).skatt.alminnelig_inntekt
        cost = husstand.members("dokumenterte_kostnader_til_barnepass", period)
        special = husstand.members("barnepass_saerskilt_behov", period)
        young = age_in_years(husstand.members, period) < law.foreldrefradrag_alder
        raises = husstand.members("hever_grensen_for_foreldrefradrag", period)
        counted = ((cost > 0) + raises) * (young + special)
        specials = husstand.sum(counted * special, role=Husstand.BARN)
        others = husstand.sum(counted * ~special, role=Husstand.BARN)
        with_special = (
            law.foreldrefradrag_forste_saerskilt
            + (specials - 1) * law.foreldrefradrag_neste_saerskilt
            + others * law.foreldrefradrag_neste
        )
        without = law.foreldrefradrag_forste + (others - 1) * law.foreldrefradrag_neste
        limit = numpy.select([specials > 0, others > 0], [with_special, without], 0.0)
        own = husstand.sum(counted * cost, role=Husstand.BARN) - husstand(
            "barnepass_dekket_av_stonad", period
        )
        return numpy.clip(own, 0.0, limit)


@rule(
    nb="Foreldrefradrag",
    en="Parents' deduction",
    section="skatteloven § 6-48 tredje ledd",
    href=f"{ACT}/§6-48",
)
class foreldrefradrag(Rule):
    """§ 6-48 third paragraph: half to each of two parents who live together, all to one alone."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        parents = numpy.maximum(person.husstand.nb_persons(role=Husstand.FORELDER), 1)
        share = person.husstand("foreldrefradrag_husstand", period) / parents
        return person.has_role(Husstand.FORELDER) * nearest_krone(share)


@rule(
    nb="Særfradrag for enslig forsørger",
    en="Special deduction for a lone parent",
    section="skatteloven § 6-80 (opphevet 1. mars 2023)",
    href=f"{ACT}/§6-80",
)
class saerfradrag_enslig_forsorger(Rule):
    """§ 6-80: for each month with utvidet barnetrygd, half when that is half; repealed when
    utvidet barnetrygd was raised on 1 March 2023."""

    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2023-02-28"

    def formula(person, period, parameters):
        deduction = parameters(period).skatt.alminnelig_inntekt.saerfradrag_enslig_forsorger
        full = parameters(period).familie.barnetrygd.utvidet
        share = person.husstand("barnetrygd_utvidet", period) / full
        return person.has_role(Husstand.FORELDER) * nearest_krone(share * deduction)


@input_value(
    nb="Trukket ut til forsøket med arbeidsfradrag for unge",
    en="Drawn for the trial with a work deduction for young people",
    unit="bool",
    section="skatteloven § 6-86 annet ledd",
    href=f"{ACT}/§6-86",
)
class trukket_ut_arbeidsfradrag(Rule):
    value_type = bool
    entity = Person
    definition_period = ETERNITY


@rule(
    nb="Arbeidsfradrag for unge (forsøk)",
    en="Work deduction for young people (trial)",
    section="skatteloven § 6-86",
    href=f"{ACT}/§6-86",
    only_if=("trukket_ut_arbeidsfradrag",),
)
class arbeidsfradrag_unge(Rule):
    """§ 6-86: from 2026, to those drawn among taxpayers born 1991-2006, in business income and the
    income of § 5-10 apart from dagpenger; tapered above a limit, never more than that income."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula_2026(person, period, parameters):
        law = parameters(period).skatt.alminnelig_inntekt
        earned = person("skattepliktig_lonn", period) + person("beregnet_personinntekt", period)
        for benefit in (
            "ytelser_ved_sykdom",
            "sykepenger_feriepenger",
            "sykepenger_arbeidsgiver",
            "omsorgspenger_arbeidsgiver",
            "foreldrepenger",
            "omsorgsstonad",
        ):
            earned = earned + person(benefit, period, options=[ADD])
        above = numpy.maximum(earned - law.arbeidsfradrag_unge_grense, 0.0)
        tapered = law.arbeidsfradrag_unge - nearest_krone(
            above * law.arbeidsfradrag_unge_nedtrapping
        )
        deduction = numpy.minimum(numpy.maximum(tapered, 0.0), earned)
        return person("trukket_ut_arbeidsfradrag", period) * deduction
