"""Folketrygdloven chapter 17 from 2024: transition benefit to a surviving spouse or cohabitant.

Nav takes the income of the months with the benefit, rounds it down to a thousand, spreads it over
those months and takes 45 per cent of what exceeds half of a month's basic amount, in whole kroner.
"""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.etterlatte.fellesregler import ACT, maneder_siden, trygdetid_andel
from effektlov.rules.periods import age_in_months
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH, YEAR, ETERNITY = DateUnit.MONTH, DateUnit.YEAR, DateUnit.ETERNITY
FORSKRIFT = "https://lovdata.no/forskrift/2023-06-21-1007"


@input_value(
    nb="Innvilget omstillingsstønad",
    en="Granted transition benefit",
    unit="bool",
    section="folketrygdloven § 17-5",
    href=f"{ACT}/§17-5",
)
class innvilget_omstillingsstonad(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneden ektefellen eller samboeren døde",
    en="Month the spouse or cohabitant died",
    unit="month index",
    section="folketrygdloven § 17-5",
    href=f"{ACT}/§17-5",
    shift="relative",
)
class ektefelle_dod_siden(Rule):
    """Not stated: the months since the death set no limit."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Hadde barn med den avdøde, eller ekteskapet varte minst fem år",
    en="Had children with the deceased, or a marriage of at least five years",
    unit="bool",
    section="folketrygdloven § 17-4 bokstav a og b",
    href=f"{ACT}/§17-4",
)
class barn_eller_fem_ars_ekteskap(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Stønadsperioden er utvidet (utdanning eller tiltak)",
    en="The benefit period is extended (education or measure)",
    unit="bool",
    section="folketrygdloven § 17-5 andre ledd",
    href=f"{ACT}/§17-5",
)
class omstillingsstonad_utvidet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Inntekt høyst 2 G i snitt de fem siste årene og høyst 3 G de to siste før dødsfallet",
    en="Income at most 2 G on average in the five years, 3 G in the last two, before the death",
    unit="bool",
    section="folketrygdloven § 17-5 tredje ledd",
    href=f"{ACT}/§17-5",
)
class lav_inntekt_for_dodsfallet(Rule):
    value_type = bool
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Har giftet seg igjen eller fått barn med ny samboer",
    en="Has remarried, or has a child with a new cohabitant",
    unit="bool",
    section="folketrygdloven §§ 1-5 og 17-11",
    href=f"{ACT}/§17-11",
)
class gift_igjen(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Arbeid eller arbeidsrettet aktivitet, andel av full tid",
    en="Work or work-directed activity, share of full time",
    unit="share",
    section="folketrygdloven § 17-7 første ledd",
    href=f"{ACT}/§17-7",
)
class omstilling_aktivitet(Rule):
    """As a real job seeker: 1. Nothing is said: the duty is met."""

    value_type = float
    default_value = 1.0
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Unntatt fra aktivitetsplikten (barn under ett år, sykdom, manglende tilsyn)",
    en="Exempt from the duty to be active (child under one, illness, no childcare)",
    unit="bool",
    section="forskrift 21 juni 2023 nr. 1007 § 2",
    href=f"{FORSKRIFT}/§2",
)
class unntak_aktivitetsplikt(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nav krever aktivitet på full tid når det er gått ett år",
    en="Nav demands full-time activity when a year has passed",
    unit="bool",
    section="folketrygdloven § 17-7 tredje ledd",
    href=f"{ACT}/§17-7",
    open_norm=OpenNorm(
        least=True,
        usual=False,
        most=False,
        decides="nav",
        nb="Helse, alder, utdanning, barns tilsynsbehov og arbeidsmuligheter veies",
        en="Health, age, education, care of children and openings for work are weighed",
    ),
    confidence="assumed",
    reason="Hvor ofte Nav krever full tid, er ikke funnet",
)
class krav_om_full_aktivitet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Sanksjon: omstillingsstønaden er falt bort for måneden",
    en="Sanction: the benefit is lost for the month",
    unit="bool",
    section="folketrygdloven § 17-8",
    href=f"{ACT}/§17-8",
)
class omstilling_sanksjon(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Inntekt i månedene med omstillingsstønad som Nav legger til grunn (0: årets inntekt)",
    en="Income in the months with the benefit that Nav uses (0: the income of the year)",
    section="folketrygdloven § 17-9; forskrift 21 juni 2023 nr. 1007 §§ 9 og 10",
    href=f"{FORSKRIFT}/§9",
)
class omstilling_inntekt_oppgitt(Rule):
    """Expected, or actual in the settlement; without income from before or after the benefit."""

    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Restanse per måned: for mye utbetalt tidligere i året (negativ: for lite)",
    en="Arrears per month: paid too much earlier in the year (negative: too little)",
    section="forskrift 21 juni 2023 nr. 1007 § 10",
    href=f"{FORSKRIFT}/§10",
    may_be_negative=True,
)
class omstilling_restanse(Rule):
    """When the expected income changes, Nav spreads the difference over the rest of the year."""

    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Født 1963 eller tidligere med lav inntekt før dødsfallet",
    en="Born in 1963 or earlier with a low income before the death",
    section="folketrygdloven § 17-5 tredje ledd",
    href=f"{ACT}/§17-5",
    unit="bool",
)
class omstillingsstonad_til_67(Rule):
    """§ 17-5 third paragraph: keeps the benefit until 67, without the duty to be active."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).etterlatte.omstillingsstonad
        year = numpy.floor_divide(person("fodselskohort", period), 12)
        return (year <= law.fodt_senest) * person("lav_inntekt_for_dodsfallet", period)


@rule(
    nb="Fyller vilkårene for omstillingsstønad",
    en="Meets the conditions for transition benefit",
    section="folketrygdloven §§ 17-4, 17-5 og 17-11",
    href=f"{ACT}/§17-4",
    unit="bool",
    only_if=("ektefelle_dod_siden",),
)
class rett_til_omstillingsstonad(Rule):
    """§§ 17-4, 17-5, 17-11: a survivor under 67 who had a child or a marriage of five years with
    the deceased, or cares for a child under 18, within three years of the death or the
    extension; neither remarried nor fully disabled."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2024(person, period, parameters):
        children = person.husstand.any(
            person.husstand.members("barn_etter_folketrygdloven", period)
        )
        tie = person("barn_eller_fem_ars_ekteskap", period) + children
        died = person("ektefelle_dod_siden", period) > 0
        return died * tie * person("omstillingsstonad_periode", period)


@rule(
    nb="Innenfor stønadsperioden for omstillingsstønad",
    en="Within the period of transition benefit",
    section="folketrygdloven §§ 17-5, 17-11 og 22-12",
    href=f"{ACT}/§17-5",
    unit="bool",
)
class omstillingsstonad_periode(Rule):
    """§§ 17-5, 17-11, 22-12: from the month after the death for three years, two more when
    extended; to and with the month of turning 67; not when remarried or fully disabled."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2024(person, period, parameters):
        law = parameters(period).etterlatte.omstillingsstonad
        since = maneder_siden(person, person("ektefelle_dod_siden", period), period)
        extended = person("omstillingsstonad_utvidet", period) * law.utvidelse
        within = since <= 12 * (law.stonadsperiode + extended)
        disabled = person("innvilget_uforetrygd", period) * (person("uforegrad", period) >= 1)
        return (
            (since >= 1)
            * (within + person("omstillingsstonad_til_67", period))
            * (age_in_months(person, period) <= 12 * law.aldersgrense)
            * ~disabled
            * ~person("gift_igjen", period)
        )


@rule(
    nb="Aktivitet som kreves for omstillingsstønad",
    en="Activity required for transition benefit",
    section="folketrygdloven § 17-7; forskrift 21 juni 2023 nr. 1007 § 2",
    href=f"{ACT}/§17-7",
    unit="share",
)
class omstilling_aktivitetskrav(Rule):
    """§ 17-7: nothing for six months, then half of full time; full time after a year when Nav
    demands it; never for those who are exempt."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2024(person, period, parameters):
        law = parameters(period).etterlatte.omstillingsstonad
        since = maneder_siden(person, person("ektefelle_dod_siden", period), period)
        exempt = person("unntak_aktivitetsplikt", period) + person(
            "omstillingsstonad_til_67", period
        )
        full = (since > 12) * person("krav_om_full_aktivitet", period)
        share = numpy.where(full, 1.0, law.aktivitet_andel)
        return ~exempt * (since > law.aktivitet_etter) * share


@rule(
    nb="Måned med omstillingsstønad",
    en="Month with transition benefit",
    section="folketrygdloven §§ 17-5 og 17-11",
    href=f"{ACT}/§17-5",
    unit="bool",
    only_if=("innvilget_omstillingsstonad",),
)
class omstillingsstonad_maned(Rule):
    """§§ 17-5, 17-11: granted and within the period. Months stopped by a sanction count too when
    income is spread."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2024(person, period, parameters):
        return person("innvilget_omstillingsstonad", period) * person(
            "omstillingsstonad_periode", period
        )


@rule(
    nb="Omstillingsstønad før inntekt",
    en="Transition benefit before income",
    section="folketrygdloven §§ 17-6 og 17-13",
    href=f"{ACT}/§17-6",
)
class omstillingsstonad_for_inntekt(Rule):
    """§§ 17-6, 17-13: 2.25 G by the insurance period of the deceased, in whole kroner a month; at
    most 45 per cent of G in an institution unless children are supported."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2024(person, period, parameters):
        law = parameters(period).etterlatte.omstillingsstonad
        basic = parameters(period).trygd.grunnbelop.grunnbelop / 12
        earned = law.full_g * basic * trygdetid_andel(person, period, parameters)
        inside = person("etterlatt_i_institusjon", period) * ~_forsorger(person, period)
        amount = numpy.where(inside, numpy.minimum(earned, law.institusjon_g * basic), earned)
        return person("omstillingsstonad_maned", period) * nearest_krone(amount)


def _forsorger(person, period):
    """Supports a child of the household."""
    children = person.husstand.any(person.husstand.members("barn_etter_folketrygdloven", period))
    return person.has_role(Husstand.FORELDER) * children


@rule(
    nb="Inntekt i en måned med omstillingsstønad",
    en="Income of a month with transition benefit",
    section="folketrygdloven § 17-9",
    href=f"{ACT}/§17-9",
)
class omstilling_inntekt_i_maneden(Rule):
    """§ 17-9: pensionable income: wage, business income and the benefits in their place."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2024(person, period, parameters):
        income = (
            person("arbeidsinntekt", period)
            + person("pensjonsgivende_ytelser_uten_aap", period)
            + person("arbeidsavklaringspenger", period)
        )
        return person("omstillingsstonad_maned", period) * numpy.maximum(income, 0)


@rule(
    nb="Reduksjon av omstillingsstønaden for inntekt",
    en="Reduction of transition benefit for income",
    section="folketrygdloven § 17-9; forskrift 21 juni 2023 nr. 1007 §§ 9 og 10",
    href=f"{ACT}/§17-9",
)
class omstillingsstonad_reduksjon(Rule):
    """§ 17-9: 45 per cent of the monthly income above half of G, from the income of all the months
    with the benefit in the year rounded down to a thousand."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2024(person, period, parameters):
        law = parameters(period).etterlatte.omstillingsstonad
        stated = person("omstilling_inntekt_oppgitt", period.this_year)
        counted = person("omstilling_inntekt_i_maneden", period.this_year, options=[ADD])
        income = nearest_krone(100 * numpy.where(stated > 0, stated, counted)) / 100
        rounded = law.inntekt_avrunding * numpy.floor(income / law.inntekt_avrunding)
        months = person("omstillingsstonad_maned", period.this_year, options=[ADD])
        monthly = rounded / numpy.maximum(months, 1)
        free = law.fribelop_g * parameters(period).trygd.grunnbelop.grunnbelop / 12
        excess = numpy.maximum(monthly - free, 0)
        return person("omstillingsstonad_maned", period) * nearest_krone(law.reduksjon * excess)


@rule(
    nb="Omstillingsstønad",
    en="Transition benefit",
    section="folketrygdloven §§ 17-6 til 17-9 og 17-14",
    href=f"{ACT}/§17-6",
    only_if=("innvilget_omstillingsstonad",),
)
class omstillingsstonad(Rule):
    """§§ 17-6 to 17-9, 17-14: what income and arrears leave; nothing while the duty to be active
    is not met or under a sanction; half in prison with children to support, otherwise nothing."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2024(person, period, parameters):
        law = parameters(period).etterlatte.omstillingsstonad
        full = person("omstillingsstonad_for_inntekt", period)
        reduced = full - person("omstillingsstonad_reduksjon", period)
        left = numpy.clip(reduced - person("omstilling_restanse", period), 0, full)
        active = person("omstilling_aktivitet", period) >= person(
            "omstilling_aktivitetskrav", period
        )
        in_prison = numpy.where(_forsorger(person, period), law.soning_andel, 0.0)
        prison = numpy.where(person("etterlatt_soner", period), in_prison, 1.0)
        return active * ~person("omstilling_sanksjon", period) * prison * left
