"""Folketrygdloven §§ 11-20 and 11-21: minimum, daily rate and child supplement of the allowance."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_years
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Arbeidsevnen ble nedsatt før fylte 26 år av alvorlig og varig sykdom",
    en="Work ability was reduced before 26 by serious and lasting illness",
    unit="bool",
    section="folketrygdloven § 11-21 (opphevet 1 februar 2020)",
    href=f"{ACT}/§11-21",
)
class aap_ung_ufor(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Sak fra før reglene om minsteytelse ble endret",
    en="Case from before the change of the minimum",
    section="lov 20 desember 2019 nr. 84 del VI",
    href="https://lovdata.no/lov/2019-12-20-84",
    unit="bool",
)
class aap_sak_for_februar_2020(Rule):
    """Lov 20 desember 2019 nr. 84 part VI: the changes of §§ 11-20 and 11-21 have effect only for
    cases with an effective month from February 2020."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        since = person("aap_siden", period)
        changed = 12 * parameters(period).trygd.arbeidsavklaringspenger.ny_minsteytelse_ar
        return (since > 0) * (since <= changed)


@rule(
    nb="Minste årlige arbeidsavklaringspenger",
    en="Minimum work assessment allowance per year",
    section="folketrygdloven § 11-20 første ledd",
    href=f"{ACT}/§11-20",
    unit="G",
)
class minste_aap_g(Rule):
    """§ 11-20 first paragraph: 2.041 G (2 G until June 2024), two thirds of it before the month of
    turning 25. Until January 2020, and after it in cases from before, 2 G whatever the age and
    2.44 G from 20 for who fell ill before 26 (§ 11-21)."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        return numpy.where(
            person("innvilget_aap", period), _earlier_minimum(person, period, law), 0.0
        )

    # Lov 20 desember 2019 nr. 84: two thirds for those under 25, and no other minimum.
    def formula_2020_02(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        young = age_in_years(person, period) < law.ung_alder
        lowest = numpy.where(
            person("aap_sak_for_februar_2020", period),
            _earlier_minimum(person, period, law),
            law.minsteytelse * numpy.where(young, law.ung_andel, 1),
        )
        return numpy.where(person("innvilget_aap", period), lowest, 0.0)


def _earlier_minimum(person, period, law):
    """Minimum of §§ 11-20 and 11-21 as they were until January 2020, in G."""
    old_enough = age_in_years(person, period) >= law.ung_ufor_alder
    disabled = person("aap_ung_ufor", period) * old_enough
    return numpy.where(
        disabled, numpy.maximum(law.minsteytelse_ung_ufor, law.minsteytelse), law.minsteytelse
    )


@rule(
    nb="Dagsats før gradering",
    en="Daily rate before grading",
    section="folketrygdloven § 11-20 første og andre ledd",
    href=f"{ACT}/§11-20",
    unit="kr/day",
)
class aap_dagsats(Rule):
    """§ 11-20: 66 per cent of the basis, or the minimum; divided by 260."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        earned = law.dekningsgrad * person("aap_beregningsgrunnlag_g", period)
        year = numpy.maximum(earned, person("minste_aap_g", period))
        rate = year * parameters(period).trygd.grunnbelop.grunnbelop / law.dager_per_ar
        to_the_ore = nearest_krone(100 * rate) / 100
        return person("aap_maned", period) * to_the_ore


@rule(
    nb="Barn som gir barnetillegg til arbeidsavklaringspenger",
    en="Child that gives a supplement to work assessment allowance",
    section="folketrygdloven § 11-20 tredje ledd",
    href=f"{ACT}/§11-20",
    unit="bool",
)
class aap_barn(Rule):
    """§ 11-20 third paragraph: a child under 18 at home; until January 2024 only when its own
    income is at most 1 G."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        income = person("pensjonsgivende_inntekt", period.this_year) + person(
            "kapitalinntekt", period.this_year
        )
        limit = law.barneinntekt * parameters(period).trygd.grunnbelop.grunnbelop
        return person("barn_etter_folketrygdloven", period) * (income <= limit)

    # Lov 20 desember 2023 nr. 95: the child's own income no longer matters.
    def formula_2024_02(person, period, parameters):
        return person("barn_etter_folketrygdloven", period)


@rule(
    nb="Barnetillegg per dag før gradering",
    en="Child supplement per day before grading",
    section="folketrygdloven § 11-20 tredje og sjette ledd",
    href=f"{ACT}/§11-20",
    unit="kr/day",
)
class aap_barnetillegg_dagsats(Rule):
    """§ 11-20: a fixed amount for each child of a parent with AAP, as far as the sum is within 90
    per cent of the basis. Both parents may get it. When the minimum is paid, Nav's calculator
    (navikt/aap-kalkulator-frontend) reads the ceiling on the basis that would give it."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.arbeidsavklaringspenger
        children = person.husstand.sum(person.husstand.members("aap_barn", period))
        parent = person("aap_maned", period) * person.has_role(Husstand.FORELDER)
        rate = person("aap_dagsats", period)
        room = rate * (law.tak_med_barnetillegg / law.dekningsgrad - 1)
        return parent * numpy.minimum(children * law.barnetillegg, room)
