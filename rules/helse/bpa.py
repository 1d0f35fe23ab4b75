"""Pasient- og brukerrettighetsloven § 2-1 d: personal assistance led by the user (BPA).

Only hours of personal assistance count, and respite to parents of a disabled child at home; health
services don't, nor hours with two helpers or at night unless such a need is continuous.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
RIGHTS = "https://lovdata.no/lov/1999-07-02-63"


@input_value(
    nb="Behov for personlig assistanse, timer i uken",
    en="Need for personal assistance, hours a week",
    unit="hours/week",
    section="pasient- og brukerrettighetsloven § 2-1 d første ledd",
    href=f"{RIGHTS}/§2-1d",
)
class personlig_assistanse_timer(Rule):
    """Without the hours stated as respite, health services, at night or with several helpers."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Behov for avlastning for foreldrene, timer i uken",
    en="Need for respite for the parents, hours a week",
    unit="hours/week",
    section="pasient- og brukerrettighetsloven § 2-1 d første ledd",
    href=f"{RIGHTS}/§2-1d",
)
class avlastning_timer(Rule):
    """Without health services that are part of the respite."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Timer i uken om natten eller med flere tjenesteytere til stede",
    en="Hours a week at night or with several helpers present",
    unit="hours/week",
    section="pasient- og brukerrettighetsloven § 2-1 d andre ledd",
    href=f"{RIGHTS}/§2-1d",
)
class assistanse_natt_eller_flere_timer(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Trenger kontinuerlig nattjenester eller flere tjenesteytere",
    en="Continuously needs help at night or several helpers",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 2-1 d andre ledd",
    href=f"{RIGHTS}/§2-1d",
)
class kontinuerlig_natt_eller_flere(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Behovet for assistanse ventes å vare, år",
    en="The need for assistance is expected to last, years",
    unit="years",
    section="pasient- og brukerrettighetsloven § 2-1 d tredje ledd",
    href=f"{RIGHTS}/§2-1d",
)
class behov_varer_ar(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kommunen dokumenterer at BPA gir vesentlig økt kostnad",
    en="The kommune documents that BPA raises the cost substantially",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 2-1 d fjerde ledd",
    href=f"{RIGHTS}/§2-1d",
    open_norm=OpenNorm(
        least=True,
        usual=False,
        most=False,
        decides="kommune",
        nb="Medfører BPA vesentlig økt kostnad for kommunen?",
        en="Does BPA raise the cost of the kommune substantially?",
    ),
)
class bpa_vesentlig_okt_kostnad(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Timer i uken som teller i retten til BPA",
    en="Hours a week that count in the right to BPA",
    section="pasient- og brukerrettighetsloven § 2-1 d første og andre ledd",
    href=f"{RIGHTS}/§2-1d",
    unit="hours/week",
)
class bpa_timer_som_teller(Rule):
    """§ 2-1 d: assistance; respite while a disabled child lives at home; nights and two helpers
    when the need is continuous."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).helse.omsorg
        place = person("plassering", period)
        child = age_in_months(person, period) < 12 * law.barn_alder
        disabled = person("alvorlig_syk_eller_funksjonsnedsettelse", period)
        at_home = child * disabled * (place == place.possible_values.hjemme)
        own = numpy.maximum(person("personlig_assistanse_timer", period), 0)
        respite = at_home * numpy.maximum(person("avlastning_timer", period), 0)
        more = numpy.maximum(person("assistanse_natt_eller_flere_timer", period), 0)
        return own + respite + person("kontinuerlig_natt_eller_flere", period) * more


@rule(
    nb="Rett til brukerstyrt personlig assistanse (BPA)",
    en="Right to personal assistance led by the user (BPA)",
    section="pasient- og brukerrettighetsloven § 2-1 d",
    href=f"{RIGHTS}/§2-1d",
    unit="bool",
)
class rett_til_bpa(Rule):
    """§ 2-1 d: under 67, for more than two years, 32 hours a week; 25 unless it costs substantially
    more."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).helse.omsorg
        age = age_in_months(person, period)
        hours = person("bpa_timer_som_teller", period)
        dear = person("bpa_vesentlig_okt_kostnad", period)
        great = (hours >= law.bpa_timer) + (hours >= law.bpa_timer_med_forbehold) * ~dear
        lasting = person("behov_varer_ar", period) > law.bpa_varighet
        return (age >= 0) * (age < 12 * law.bpa_aldersgrense) * lasting * great
