"""Sosialtjenesteloven §§ 35-40: the qualification benefit, in the order of the act.

About 2 G a year to a participant, two thirds of it before the 25th birthday, paid by the kommune.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2009-12-18-131"


@rule(
    nb="Full kvalifiseringsstønad",
    en="Full qualification benefit",
    section="sosialtjenesteloven § 35",
    href=f"{ACT}/§35",
)
class kvalifiseringsstonad_full(Rule):
    """§ 35: 2.041 G a year to a participant (2 G until June 2024), two thirds before the month of
    the 25th birthday; a twelfth each month."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).sosial.kvalifiseringsprogram
        yearly = law.stonad * parameters(period).trygd.grunnbelop.grunnbelop
        young = age_in_months(person, period) < 12 * law.aldersgrense_full_stonad
        share = numpy.where(young, law.andel_under_aldersgrensen, 1.0)
        return person("deltar_i_kvp", period) * share * yearly / 12


@rule(
    nb="Barn som forsørges i husstanden",
    en="Children supported in the household",
    section="sosialtjenesteloven § 35 fjerde ledd, forskrift 2011-12-21-1471 § 3",
    href=f"{ACT}/§35",
    unit="count",
    confidence="assumed",
    reason="Forskriften § 3 fjerde ledd ble opphevet fra 2024 uten at ordlyden er funnet; det er "
    "lest som grensen på 1 G i barnets egen inntekt, som i arbeidsavklaringspenger",
)
class kvp_barn(Rule):
    """§ 35 fourth paragraph: the children under 18 who live at home; until 2023 only those with an
    income of at most 1 G."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        year = period.this_year
        income = husstand.members("pensjonsgivende_inntekt", year) + husstand.members(
            "kapitalinntekt", year
        )
        limit = (
            parameters(period).trygd.arbeidsavklaringspenger.barneinntekt
            * parameters(period).trygd.grunnbelop.grunnbelop
        )
        supported = _children_at_home(husstand, period, parameters) * (income <= limit)
        return husstand.sum(supported * 1.0, role=Husstand.BARN)

    def formula_2024(husstand, period, parameters):
        """The child's own income no longer matters (forskrift 19 desember 2023 nr. 2126)."""
        supported = _children_at_home(husstand, period, parameters)
        return husstand.sum(supported * 1.0, role=Husstand.BARN)


def _children_at_home(husstand, period, parameters):
    limit = parameters(period).sosial.kvalifiseringsprogram.barn_til_alder
    place = husstand.members("plassering", period)
    young = age_in_months(husstand.members, period) < 12 * limit
    return young * (place == place.possible_values.hjemme)


@rule(
    nb="Fullt barnetillegg til kvalifiseringsstønad",
    en="Full child supplement to the qualification benefit",
    section="sosialtjenesteloven § 35 fjerde ledd, forskrift 2011-12-21-1471 § 3",
    href="https://lovdata.no/forskrift/2011-12-21-1471/§3",
)
class kvp_barnetillegg_fullt(Rule):
    """§ 35 fourth paragraph and § 3 of the regulation: to a parent the day rate of
    arbeidsavklaringspenger for each child; both parents get it when both take part."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        days = parameters(period).sosial.kvalifiseringsprogram.stonadsdager
        per_day = parameters(period).trygd.arbeidsavklaringspenger.barnetillegg
        parent = person("deltar_i_kvp", period) * person.has_role(Husstand.FORELDER)
        return parent * person.husstand("kvp_barn", period) * per_day * days / 12


@input_value(
    nb="Dager med ugyldig fravær fra programmet i måneden",
    en="Days of unauthorised absence from the programme in the month",
    unit="days",
    section="sosialtjenesteloven § 36",
    href=f"{ACT}/§36",
)
class kvp_dager_ugyldig_fravaer(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Timer per uke i inntektsgivende arbeid eller læretid under programmet",
    en="Hours a week of paid work or apprenticeship during the programme",
    unit="hours/week",
    section="sosialtjenesteloven § 37",
    href=f"{ACT}/§37",
)
class kvp_arbeidstimer_per_uke(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Andel av kvalifiseringsstønaden som er igjen etter arbeidstid",
    en="Share of the qualification benefit left after working hours",
    section="sosialtjenesteloven § 37",
    href=f"{ACT}/§37",
    unit="share",
)
class kvp_andel_etter_arbeid(Rule):
    """§ 37: the benefit falls by the share of the programme's 37.5 hours that is paid work,
    whatever the pay."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).sosial.kvalifiseringsprogram
        worked = person("kvp_arbeidstimer_per_uke", period) / law.programtid
        return numpy.clip(1.0 - worked, 0.0, 1.0)


@rule(
    nb="Kvalifiseringsstønad",
    en="Qualification benefit",
    section="sosialtjenesteloven §§ 35-38",
    href=f"{ACT}/§35",
    only_if=("innvilget_kvp",),
)
class kvalifiseringsstonad(Rule):
    """§§ 35-38: to the participant, a 260th of the year less for each day of unauthorised absence
    (§ 36), less in proportion to hours worked (§ 37) and less dagpenger, sykepenger and
    foreldrepenger (§ 38)."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        days = parameters(period).sosial.kvalifiseringsprogram.stonadsdager
        full = person("kvalifiseringsstonad_full", period)
        absence = 12 * full / days * numpy.maximum(person("kvp_dager_ugyldig_fravaer", period), 0.0)
        after_work = numpy.maximum(full - absence, 0.0) * person("kvp_andel_etter_arbeid", period)
        others = person("ytelser_som_gar_foran_programstonad", period)
        return numpy.maximum(after_work - others, 0.0)


@rule(
    nb="Barnetillegg til kvalifiseringsstønad",
    en="Child supplement to the qualification benefit",
    section="sosialtjenesteloven §§ 35 fjerde ledd og 37",
    href=f"{ACT}/§35",
    only_if=("innvilget_kvp",),
)
class kvalifiseringsstonad_barnetillegg(Rule):
    """§§ 35, 37: to a participant with children, less in proportion to hours worked; §§ 36 and 38
    name the benefit alone."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("kvp_barnetillegg_fullt", period) * person("kvp_andel_etter_arbeid", period)
