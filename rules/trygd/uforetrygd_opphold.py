"""Folketrygdloven §§ 12-19 and 12-20: disability benefit in an institution and in prison."""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import month_index
from effektlov.rules.rule import Rule, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1997-02-28-19"


def _supports_child(person, period):
    """Whether a parent of the household has a child under 18 at home."""
    return person.has_role(Husstand.FORELDER) * person.husstand.any(
        person.husstand.members("barn_etter_folketrygdloven", period)
    )


@rule(
    nb="Uføretrygden reduseres under opphold i institusjon",
    en="The benefit is reduced during a stay in an institution",
    section="folketrygdloven § 12-19 første til fjerde ledd",
    href=f"{ACT}/§12-19",
    unit="bool",
)
class uforetrygd_reduseres_i_institusjon(Rule):
    """§ 12-19: from the fourth month after that of admission, from the month after when back within
    three months; not for who supports a spouse or a child or must keep a home."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        months = month_index(period) - person("institusjonsopphold_siden", period)
        again = person("nytt_institusjonsopphold", period)
        return (
            person("institusjonsopphold", period)
            * (months > numpy.where(again, 0, law.institusjon_uten_reduksjon))
            * ~person("forsorger_ektefelle", period)
            * ~person("faste_utgifter_til_bolig", period)
            * ~_supports_child(person, period)
        )


@rule(
    nb="Uføretrygd under opphold i institusjon",
    en="Disability benefit during a stay in an institution",
    section="folketrygdloven § 12-19 andre ledd og forskrift 31 oktober 2014 nr. 1376 § 1",
    href=f"{ACT}/§12-19",
)
class uforetrygd_i_institusjon(Rule):
    """§ 12-19 second paragraph: 14 per cent of the benefit, at least 45 per cent of G times the
    degree of disability."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        degree = numpy.clip(person("uforegrad", period), 0, 1)
        floor = law.institusjon_minst * parameters(period).trygd.grunnbelop.grunnbelop / 12
        share = law.institusjon_andel * person("uforetrygd_for_inntekt", period)
        return numpy.maximum(share, degree * floor)


@rule(
    nb="Andel av uføretrygden som utbetales under soning",
    en="Share of the benefit paid during a prison sentence",
    section="folketrygdloven § 12-20",
    href=f"{ACT}/§12-20",
    unit="share",
)
class uforetrygd_andel_under_soning(Rule):
    """§ 12-20: nothing from the second month after the sentence started; half to a parent."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        months = month_index(period) - person("soning_siden", period)
        serving = person("i_fengsel", period) * (months >= law.soning_uten_reduksjon)
        kept = _supports_child(person, period) * law.soning_andel_forsorger
        return numpy.where(serving, kept, 1.0)
