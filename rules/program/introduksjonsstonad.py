"""Integreringsloven (lov 6 november 2020 nr. 127) chapter 5: the introduction benefit, in the act's
order. Before 2021, introduksjonsloven (lov 4 juli 2003 nr. 80) chapter 3, with the same amounts."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2020-11-06-127"


@input_value(
    nb="Deltakeren bor med en eller begge foreldrene",
    en="The participant lives with one or both parents",
    unit="bool",
    section="integreringsloven § 20 tredje ledd",
    href=f"{ACT}/§20",
)
class bor_med_foreldre(Rule):
    """Stated only where the household of the case does not show it."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Bor hos foreldrene under introduksjonsprogrammet",
    en="Lives with parents during the introduction programme",
    section="integreringsloven § 20 tredje ledd",
    href=f"{ACT}/§20",
    unit="bool",
)
class bor_hos_foreldre_under_programmet(Rule):
    """§ 20 third paragraph: a child of the household with a parent in it, who lives at home."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        parents = person.husstand.nb_persons(role=Husstand.FORELDER)
        at_home = (
            person.has_role(Husstand.BARN) * (parents > 0) * (place == place.possible_values.hjemme)
        )
        return at_home + person("bor_med_foreldre", period)


@rule(
    nb="Par uten barn der begge deltar i introduksjonsprogrammet",
    en="Childless couple who both take part in the introduction programme",
    section="integreringsloven § 20 fjerde ledd",
    href=f"{ACT}/§20",
    unit="bool",
)
class introduksjonspar_uten_barn(Rule):
    """§ 20 fourth paragraph: spouses or cohabitants who both take part and have no child; for who
    started in July 2024 or later (forskrift 2024-06-25-1215)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2024_07(person, period, parameters):
        """New fourth paragraph (lov 25 juni 2024 nr. 54)."""
        law = parameters(period).program.introduksjonsstonad
        household = person.husstand
        in_couple = person("lever_med_partner", period) * person(
            "deltar_i_introduksjonsprogram", period
        )
        partners = household.sum(
            household.members("lever_med_partner", period)
            * household.members("deltar_i_introduksjonsprogram", period)
            * 1.0
        )
        childless = household.nb_persons(role=Husstand.BARN) == 0
        start = person("introduksjonsprogram_oppstart", period)
        earlier = (start > 0) * (start < law.par_fra_oppstart)
        return in_couple * (partners > 1) * childless * ~earlier


@rule(
    nb="Full introduksjonsstønad",
    en="Full introduction benefit",
    section="integreringsloven §§ 19 og 20",
    href=f"{ACT}/§20",
)
class introduksjonsstonad_full(Rule):
    """§§ 19, 20: a twelfth of 2 G to a participant; two thirds before the month of the 25th
    birthday, one third of it who lives with parents, five sixths each to a childless couple."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).program.introduksjonsstonad
        young = age_in_months(person, period) < 12 * law.aldersgrense_full_stonad
        with_parents = (
            young
            * person("bor_hos_foreldre_under_programmet", period)
            * person("omfattes_av_integreringsloven", period)
        )
        share = numpy.select(
            [with_parents, young, person("introduksjonspar_uten_barn", period)],
            [law.andel_hos_foreldre, law.andel_under_aldersgrensen, law.andel_par],
            default=1.0,
        )
        yearly = law.stonad * parameters(period).trygd.grunnbelop.grunnbelop * share
        return person("deltar_i_introduksjonsprogram", period) * yearly / 12


@input_value(
    nb="Dager med ugyldig fravær fra introduksjonsprogrammet i måneden",
    en="Days of unauthorised absence from the introduction programme in the month",
    unit="days",
    section="integreringsloven § 21",
    href=f"{ACT}/§21",
)
class introduksjon_dager_ugyldig_fravaer(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Timer med ugyldig fravær fra introduksjonsprogrammet i måneden",
    en="Hours of unauthorised absence from the introduction programme in the month",
    unit="count",
    section="integreringsloven § 21",
    href=f"{ACT}/§21",
)
class introduksjon_timer_ugyldig_fravaer(Rule):
    """Hours beside the whole days."""

    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Reduksjon av introduksjonsstønaden ved fravær",
    en="Cut of the introduction benefit for absence",
    section="integreringsloven §§ 20 andre ledd og 21",
    href=f"{ACT}/§21",
)
class introduksjonsstonad_fravaersreduksjon(Rule):
    """§§ 20, 21: a thirtieth of the month for a day, an 1850th of the year for an hour."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).program.introduksjonsstonad
        full = person("introduksjonsstonad_full", period)
        days = numpy.maximum(person("introduksjon_dager_ugyldig_fravaer", period), 0.0)
        hours = numpy.maximum(person("introduksjon_timer_ugyldig_fravaer", period), 0.0)
        return full * days / law.dager_i_maneden + 12 * full * hours / law.timer_i_aret


@input_value(
    nb="Retten til dagpenger, sykepenger eller foreldrepenger er opptjent før programmet startet",
    en="The right to unemployment, sickness or parental benefit was earned before the programme",
    unit="bool",
    section="integreringsloven § 22 første ledd",
    href=f"{ACT}/§22",
)
class ytelser_opptjent_for_introduksjonsprogrammet(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@rule(
    nb="Samordning av introduksjonsstønaden med andre ytelser",
    en="Cut of the introduction benefit for other benefits",
    section="integreringsloven § 22",
    href=f"{ACT}/§22",
)
class introduksjonsstonad_samordning(Rule):
    """§ 22: dagpenger, sykepenger and foreldrepenger earned before the programme, uføretrygd and
    arbeidsavklaringspenger krone for krone; 40 per cent of overgangsstønad above half G a year.
    Barnetrygd and kontantstøtte take nothing."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).program.introduksjonsstonad
        earned = person("ytelser_som_gar_foran_programstonad", period) * person(
            "ytelser_opptjent_for_introduksjonsprogrammet", period
        )
        disabled = person("uforetrygd", period) + person("arbeidsavklaringspenger", period)
        free = law.overgangsstonad_fribelop * parameters(period).trygd.grunnbelop.grunnbelop / 12
        transitional = numpy.maximum(person("overgangsstonad", period) - free, 0.0)
        return earned + disabled + law.overgangsstonad_andel * transitional


@input_value(
    nb="Timer lønnet arbeid som inngår i introduksjonsprogrammet i måneden",
    en="Hours of paid work that are part of the introduction programme in the month",
    unit="count",
    section="integreringsloven § 23 andre ledd",
    href=f"{ACT}/§23",
)
class introduksjon_timer_lonnet_arbeid(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Lønn i måneden for arbeid som inngår i introduksjonsprogrammet (0: ikke oppgitt)",
    en="Wage of the month for work that is part of the introduction programme (0: not stated)",
    section="integreringsloven § 23 andre ledd",
    href=f"{ACT}/§23",
)
class introduksjon_lonn_i_programmet(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Reduksjon av introduksjonsstønaden for lønnet arbeid i programmet",
    en="Cut of the introduction benefit for paid work in the programme",
    section="integreringsloven § 23 andre ledd",
    href=f"{ACT}/§23",
)
class introduksjonsstonad_arbeidsreduksjon(Rule):
    """§ 23: for the time that the work takes, or krone for krone when that is better for the
    participant; other earnings, wealth and maintenance take nothing."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        """Introduksjonsloven § 11: for the time that the work takes."""
        return _for_hours(person, period, parameters)

    def formula_2021(person, period, parameters):
        """Krone for krone when it is better (integreringsloven § 23)."""
        for_hours = _for_hours(person, period, parameters)
        wage = person("introduksjon_lonn_i_programmet", period)
        return numpy.where(wage > 0, numpy.minimum(for_hours, wage), for_hours)


def _for_hours(person, period, parameters):
    law = parameters(period).program.introduksjonsstonad
    hours = numpy.maximum(person("introduksjon_timer_lonnet_arbeid", period), 0.0)
    return 12 * person("introduksjonsstonad_full", period) * hours / law.timer_i_aret


@rule(
    nb="Introduksjonsstønad",
    en="Introduction benefit",
    section="integreringsloven §§ 19-23",
    href=f"{ACT}/§19",
    only_if=("innvilget_introduksjonsprogram",),
)
class introduksjonsstonad(Rule):
    """§§ 19-23: to the participant, less for unauthorised absence, for other benefits and for paid
    work in the programme."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        cuts = (
            person("introduksjonsstonad_fravaersreduksjon", period)
            + person("introduksjonsstonad_samordning", period)
            + person("introduksjonsstonad_arbeidsreduksjon", period)
        )
        return numpy.maximum(person("introduksjonsstonad_full", period) - cuts, 0.0)
