"""Opplæringslova § 4-5 and opplæringsforskrifta §§ 2-2 to 2-5: after-school care (SFO).

The price is local. From it come the twelve free hours; what is left is at most six per cent of the
household's income. Until July 2024 the same stood in forskrift 2006-06-23-724 chapter 1B.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune, Person
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/2023-06-09-30"
REGULATION = "https://lovdata.no/forskrift/2024-06-03-900"


@input_value(
    nb="Eleven har særlige behov",
    en="The pupil has special needs",
    unit="bool",
    section="opplæringslova § 4-5 første ledd",
    href=f"{ACT}/§4-5",
)
class elev_med_saerlige_behov(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Skal få tilbud om skolefritidsordning",
    en="Is to be offered after-school care",
    section="opplæringslova § 4-5 første ledd",
    href=f"{ACT}/§4-5",
    unit="bool",
)
class tilbud_om_sfo(Rule):
    """§ 4-5: pupils in grades 1 to 4, with special needs to grade 7."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnehage.skolefritidsordning
        last = numpy.where(
            person("elev_med_saerlige_behov", period),
            law.saerlige_behov_til_trinn,
            law.tilbud_til_trinn,
        )
        grade = person("trinn", period)
        return (grade > 0) * (grade <= last)


@input_value(
    nb="Kommunens pris for SFO-plassen uten kost, før gratis timer og reduksjon",
    en="The kommune's price of the SFO place without food, before free hours and reduction",
    unit="kr/month",
    section="opplæringslova § 4-5 første ledd",
    href=f"{ACT}/§4-5",
)
class sfo_pris(Rule):
    """Zero: no place."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Timer i uken i SFO (0: heltidsplass)",
    en="Hours a week in SFO (0: full-time place)",
    unit="hours/week",
    section="opplæringsforskrifta § 2-2",
    href=f"{REGULATION}/§2-2",
)
class sfo_timer(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Timer i uken i en heltidsplass i SFO",
    en="Hours a week of a full-time SFO place",
    unit="hours/week",
    section="opplæringsforskrifta § 2-2",
    href=f"{REGULATION}/§2-2",
    open_norm=OpenNorm(
        least=25,
        usual=20,
        most=15,
        decides="kommune",
        nb="Kommunen fastsetter tilbudet og hva tolv gratis timer er verdt i prisen",
        en="The kommune decides the service and what twelve free hours are worth in the price",
    ),
    confidence="assumed",
    reason="Flere kommuner regner 20 timer og mer som hel plass; 15 og 25 er utledet av prisene i "
    "Bergen og Sogndal",
)
class sfo_heltidstimer(Rule):
    value_type = float
    entity = Kommune
    default_value = 20.0
    definition_period = ETERNITY


@input_value(
    nb="Kommunens fradrag i prisen for tolv gratis timer i SFO (0: etter timer)",
    en="The kommune's deduction for twelve free SFO hours (0: by hours)",
    unit="kr/month",
    section="opplæringsforskrifta § 2-2",
    href=f"{REGULATION}/§2-2",
)
class sfo_fradrag_gratis_timer(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til tolv gratis timer i SFO",
    en="Right to twelve free hours in SFO",
    section="opplæringslova § 4-5 andre ledd og opplæringsforskrifta § 2-2",
    href=f"{REGULATION}/§2-2",
    unit="bool",
    only_if=("sfo_pris",),
)
class rett_til_gratis_sfo_timer(Rule):
    """§ 2-2: pupils with a place in grade 1 from August 2022, grade 2 from 2023, grade 3 from
    2024."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2022_08(person, period, parameters):
        law = parameters(period).barnehage.skolefritidsordning
        grade = person("trinn", period)
        return (
            (person("sfo_pris", period) > 0) * (grade > 0) * (grade <= law.gratis_timer_til_trinn)
        )


@rule(
    nb="SFO-pris etter gratis timer",
    en="SFO price after the free hours",
    section="opplæringsforskrifta § 2-2",
    href=f"{REGULATION}/§2-2",
)
class sfo_etter_gratis_timer(Rule):
    """§ 2-2: twelve hours a week are free; a place of twelve hours or less costs nothing."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("tilbud_om_sfo", period) * person("sfo_pris", period)

    def formula_2022_08(person, period, parameters):
        """Twelve free hours."""
        law = parameters(period).barnehage.skolefritidsordning
        price = person("tilbud_om_sfo", period) * person("sfo_pris", period)
        stated = person("sfo_timer", period)
        hours = numpy.where(stated > 0, stated, person.kommune("sfo_heltidstimer", period))
        share = numpy.minimum(law.gratis_timer / numpy.maximum(hours, law.gratis_timer), 1)
        deduction = person("sfo_fradrag_gratis_timer", period)
        by_kommune = (deduction > 0) * (hours > law.gratis_timer)
        value = numpy.where(by_kommune, numpy.minimum(deduction, price), price * share)
        return price - person("rett_til_gratis_sfo_timer", period) * value


@rule(
    nb="Rett til gratis SFO med særlige behov",
    en="Right to free SFO with special needs",
    section="opplæringsforskrifta § 2-3",
    href=f"{REGULATION}/§2-3",
    unit="bool",
    only_if=("elev_med_saerlige_behov",),
)
class rett_til_gratis_sfo_saerlige_behov(Rule):
    """§ 2-3: pupils with special needs in grades 5 to 7, from August 2020."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2020_08(person, period, parameters):
        law = parameters(period).barnehage.skolefritidsordning
        late = person("trinn", period) >= law.gratis_saerlige_behov_fra_trinn
        return person("elev_med_saerlige_behov", period) * late * person("tilbud_om_sfo", period)


@rule(
    nb="Rett til redusert betaling for SFO ved lav inntekt",
    en="Right to a reduced SFO payment at a low income",
    section="opplæringsforskrifta § 2-4",
    href=f"{REGULATION}/§2-4",
    unit="bool",
    confidence="derived",
    reason="Betalingen som sammenlignes, er den etter gratis timer: Bergens grense 154 917 for 1.-"
    "3. trinn er 845 kroner i elleve måneder delt på seks prosent",
    only_if=("sfo_pris",),
)
class rett_til_redusert_sfo(Rule):
    """§ 2-4: on application, when the payment of the school year is more than six per cent of the
    household's income; grades 1 and 2 from August 2020, to grade 4 from August 2021."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2020_08(person, period, parameters):
        law = parameters(period).barnehage.skolefritidsordning
        year = person("sfo_etter_gratis_timer", period) * person("betalingsmaneder_i_aret", period)
        share = law.maks_andel_av_inntekt * person.husstand("foreldrebetaling_inntekt", period)
        return (
            person.husstand("sokt_redusert_foreldrebetaling", period)
            * (person("trinn", period) <= law.inntektsgradert_til_trinn)
            * (year > share)
        )


@rule(
    nb="SFO-pris etter inntekt",
    en="SFO price after the income rule",
    section="opplæringsforskrifta § 2-4",
    href=f"{REGULATION}/§2-4",
)
class sfo_etter_inntekt(Rule):
    """§ 2-4: for each pupil at most six per cent of the household's income in the months of
    payment."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("sfo_etter_gratis_timer", period)

    def formula_2020_08(person, period, parameters):
        """Reduction at a low income."""
        law = parameters(period).barnehage.skolefritidsordning
        price = person("sfo_etter_gratis_timer", period)
        income = person.husstand("foreldrebetaling_inntekt", period)
        months = person("betalingsmaneder_i_aret", period)
        highest = law.maks_andel_av_inntekt * income / months
        return numpy.where(person("rett_til_redusert_sfo", period), highest, price)


@rule(
    nb="Foreldrebetaling for SFO",
    en="Parents' payment for SFO",
    section="opplæringsforskrifta §§ 2-2 til 2-4",
    href=f"{REGULATION}/§2-4",
    only_if=("sfo_pris",),
)
class foreldrebetaling_sfo(Rule):
    """§§ 2-2 to 2-4: the price after free hours and income, in a month of payment, for a child who
    lives at home and is registered here."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        pays = (
            person("betalingsmaned", period)
            * (place == place.possible_values.hjemme)
            * ~person("folkeregistrert_hos_den_andre", period)
            * ~person("rett_til_gratis_sfo_saerlige_behov", period)
        )
        return pays * person("sfo_etter_inntekt", period)
