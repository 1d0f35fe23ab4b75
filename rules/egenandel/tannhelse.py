"""Tannhelsetjenesteloven (lov 3 juni 1983 nr. 54) and forskrift 24 mai 1984 nr. 1268.

The public dental service is free to the year of turning 18 and costs young adults a share of the
ministry's rates; the county authority carries the rest. The age is that reached in the year. Those
of 21 and more got the lower price from 2022 as a county task paid by a grant, from 1 July 2024 as a
right.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_years
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.scales import stepwise

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1983-06-03-54"
REGULATION = "https://lovdata.no/forskrift/1984-05-24-1268"


@input_value(
    nb="Tannbehandling i måneden, etter departementets takster (privat: tannlegens pris)",
    en="Dental treatment of the month at the ministry's rates (private: the dentist's price)",
    unit="kr/month",
    section="forskrift om vederlag for tannhelsetjenester § 1",
    href=f"{REGULATION}/§1",
)
class tannbehandling_takst(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kjeveortopedisk behandling (tannregulering) i måneden",
    en="Orthodontic treatment of the month",
    unit="kr/month",
    section="forskrift om vederlag for tannhelsetjenester § 5",
    href=f"{REGULATION}/§5",
)
class tannregulering_pris(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Folketrygdens stønad til tannreguleringen i måneden",
    en="Folketrygden's benefit to the orthodontic treatment of the month",
    unit="kr/month",
    section="folketrygdloven § 5-6",
    href="https://lovdata.no/lov/1997-02-28-19/§5-6",
)
class tannregulering_stonad_satt(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Behandles av privat tannlege uten avtale med fylkeskommunen",
    en="Treated by a private dentist without an agreement with the county authority",
    unit="bool",
    section="tannhelsetjenesteloven § 1-1",
    href=f"{ACT}/§1-1",
)
class privat_tannlege(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Midlertidig oppholdstillatelse og under fem års botid",
    en="Temporary residence permit and less than five years of residence",
    unit="bool",
    section="tannhelsetjenesteloven § 2-1 a",
    href=f"{ACT}/§2-1a",
)
class midlertidig_opphold_under_fem_ar(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har rett til tannhelsehjelp etter gjensidighetsavtale med en annen stat",
    en="Has a right to dental care by a reciprocal agreement with another state",
    unit="bool",
    section="tannhelsetjenesteloven § 2-1 a andre ledd",
    href=f"{ACT}/§2-1a",
)
class tannhelse_etter_gjensidighetsavtale(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


def _turns(person, period):
    return age_in_years(person, period.this_year)


def _short_residence(person, period, parameters):
    """§ 2-1 a: young adults with a temporary permit who have not lived here for five years, and no
    right by a reciprocal agreement."""
    grown = _turns(person, period) > parameters(period).egenandel.tannhelse.barn_til_alder
    agreed = person("tannhelse_etter_gjensidighetsavtale", period)
    return grown * person("midlertidig_opphold_under_fem_ar", period) * ~agreed


@rule(
    nb="I en gruppe med vederlagsfri tannhelsehjelp (utviklingshemming, pleie, rus, fengsel)",
    en="In a group with free dental care (intellectual disability, nursing, addiction, prison)",
    section="tannhelsetjenesteloven § 2-2; forskriften §§ 2 og 2a",
    href=f"{REGULATION}/§2",
    unit="bool",
)
class gruppe_med_vederlagsfri_tannhelse(Rule):
    """§ 2-2: the groups of § 1-3 letters b, c, e and f, from whom no payment may be asked."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("gratis_tannhelse_utviklingshemmede_og_pleie", period) + person(
            "gratis_tannhelse_rus_og_fengsel", period
        )


@rule(
    nb="Pasientens andel av departementets takster",
    en="The patient's share of the ministry's rates",
    section="forskrift om vederlag for tannhelsetjenester §§ 1 til 3",
    href=f"{REGULATION}/§3",
    unit="share",
)
class tannhelse_egenandel_andel(Rule):
    """§§ 1-3: nothing to the year of turning 18, then by age; everything at a private dentist."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _share(person, period, parameters)

    def formula_2024_07(person, period, parameters):
        """§ 2-1 a: the full price until five years' residence."""
        short = _short_residence(person, period, parameters)
        free = person("gruppe_med_vederlagsfri_tannhelse", period)
        return numpy.where(short * ~free, 1.0, _share(person, period, parameters))


def _share(person, period, parameters):
    by_age = stepwise(_turns(person, period), parameters(period).egenandel.tannhelse.andel)
    free = person("gruppe_med_vederlagsfri_tannhelse", period)
    return numpy.select([person("privat_tannlege", period), free], [1.0, 0.0], by_age)


@rule(
    nb="Egenandel for tannbehandling",
    en="Own payment for dental treatment",
    section="forskrift om vederlag for tannhelsetjenester §§ 1 til 3",
    href=f"{REGULATION}/§3",
)
class egenandel_tannbehandling(Rule):
    """§§ 1-3: the patient's share of the rates of the treatment."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        price = numpy.maximum(person("tannbehandling_takst", period), 0)
        return person("tannhelse_egenandel_andel", period) * price


@rule(
    nb="Stønad til tannregulering",
    en="Benefit to orthodontic treatment",
    section="folketrygdloven § 5-6",
    href="https://lovdata.no/lov/1997-02-28-19/§5-6",
    only_if=("tannregulering_pris",),
)
class tannregulering_stonad(Rule):
    """§ 5-6: what folketrygden pays of the treatment, at most its price."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        price = numpy.maximum(person("tannregulering_pris", period), 0)
        return numpy.clip(person("tannregulering_stonad_satt", period), 0, price)


@rule(
    nb="Egenandel for tannregulering",
    en="Own payment for orthodontic treatment",
    section="forskrift om vederlag for tannhelsetjenester § 5",
    href=f"{REGULATION}/§5",
    only_if=("tannregulering_pris",),
)
class egenandel_tannregulering(Rule):
    """§ 5: the full price at any age, less what folketrygden pays."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        price = numpy.maximum(person("tannregulering_pris", period), 0)
        return price - person("tannregulering_stonad", period)


@rule(
    nb="Egenandel for tannhelsetjenester",
    en="Own payment for dental care",
    section="tannhelsetjenesteloven § 2-2",
    href=f"{ACT}/§2-2",
    only_if=(
        "tannbehandling_takst",
        "tannregulering_pris",
    ),
)
class egenandel_tannhelse(Rule):
    """§ 2-2: for dental treatment and orthodontics together."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("egenandel_tannbehandling", period) + person(
            "egenandel_tannregulering", period
        )


@rule(
    nb="Tannbehandling som fylkeskommunen dekker",
    en="Dental treatment that the county authority covers",
    section="tannhelsetjenesteloven § 5-1",
    href=f"{ACT}/§5-1",
)
class tannhelse_fylkeskommune(Rule):
    """§ 5-1: what the patient does not pay of the rates in the public dental service."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        price = numpy.maximum(person("tannbehandling_takst", period), 0)
        return price - person("egenandel_tannbehandling", period)


@rule(
    nb="Egenandel for tannbehandling i den offentlige tannhelsetjenesten",
    en="Own payment for treatment in the public dental service",
    section="tannhelsetjenesteloven § 2-2",
    href=f"{ACT}/§2-2",
    only_if=("tannbehandling_takst",),
)
class egenandel_offentlig_tannbehandling(Rule):
    """§ 2-2: to the county authority."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        public = ~person("privat_tannlege", period)
        return public * person("egenandel_tannbehandling", period)


@rule(
    nb="Betaling for tannbehandling hos privat tannlege",
    en="Payment for treatment by a private dentist",
    section="tannhelsetjenesteloven § 1-1",
    href=f"{ACT}/§1-1",
    only_if=("tannbehandling_takst",),
)
class betaling_privat_tannbehandling(Rule):
    """§ 1-1: outside the public service the patient pays the dentist."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        private = person("privat_tannlege", period)
        return private * person("egenandel_tannbehandling", period)


@rule(
    nb="Tannbehandling i den offentlige tannhelsetjenesten, brutto",
    en="Treatment in the public dental service, gross",
    section="tannhelsetjenesteloven § 5-1",
    href=f"{ACT}/§5-1",
    only_if=("tannbehandling_takst",),
)
class offentlig_tannbehandling(Rule):
    """§ 5-1: the county authority carries the cost, the patient's part comes back to it."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("egenandel_offentlig_tannbehandling", period) + person(
            "tannhelse_fylkeskommune", period
        )
