"""Folketrygdloven §§ 12-8 to 12-12: what is decided when disability benefit is granted.

A case states income before and after disability and the basis in G, or the income of the five
calendar years before onset in kroner of those years.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, input_value, rule
from effektlov.rules.scales import stepwise

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1997-02-28-19"
FORSKRIFT = "https://lovdata.no/forskrift/2014-12-05-1602"
KRONER = "nominal kr"


@input_value(
    nb="Virkningstidspunkt for uføretrygden eller siste økning av uføregraden",
    en="Effective month of the benefit or of the latest increase of the degree",
    unit="month index",
    section="folketrygdloven § 12-14 første ledd",
    href=f"{ACT}/§12-14",
    shift="relative",
)
class uforetrygd_siden(Rule):
    """An increase without a new assessment does not count (forskrift § 3-5). Not stated: the
    waiting time for the higher free amount is not over."""

    value_type = int
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Uføregrad",
    en="Degree of disability",
    unit="share",
    section="folketrygdloven § 12-10",
    href=f"{ACT}/§12-10",
)
class uforegrad(Rule):
    value_type = float
    entity = Person
    default_value = 1.0
    definition_period = MONTH


@input_value(
    nb="Inntekt før uførhet",
    en="Income before disability",
    unit="G",
    section="folketrygdloven § 12-9 første ledd",
    href=f"{ACT}/§12-9",
)
class inntekt_for_uforhet_g(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Inntekt etter uførhet",
    en="Income after disability",
    unit="G",
    section="folketrygdloven § 12-9 tredje ledd",
    href=f"{ACT}/§12-9",
)
class inntekt_etter_uforhet_g(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Grunnlaget for uføretrygd",
    en="Basis of the disability benefit",
    unit="G",
    section="folketrygdloven § 12-11",
    href=f"{ACT}/§12-11",
)
class uforetrygd_grunnlag_g(Rule):
    """Mean of the three best of the last five years before disability."""

    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Trygdetid",
    en="Insurance period",
    unit="years",
    section="folketrygdloven § 12-12",
    href=f"{ACT}/§12-12",
)
class trygdetid_ar(Rule):
    value_type = float
    entity = Person
    default_value = 40.0
    definition_period = ETERNITY


@input_value(
    nb="Arbeider i varig tilrettelagt arbeid",
    en="Works in permanent adapted work",
    unit="bool",
    section="forskrift om uføretrygd § 3-1",
    href=f"{FORSKRIFT}/§3-1",
)
class uforetrygd_i_vta(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Mottar en uføretrygd som er en omregnet uførepensjon",
    en="Receives a disability benefit converted from a pension",
    unit="bool",
    section="folketrygdloven § 12-13 andre ledd andre punktum",
    href=f"{ACT}/§12-13",
)
class omregnet_uforepensjon(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Pensjonsgivende inntekt i det siste kalenderåret før uføretidspunktet",
    en="Pensionable income of the last calendar year before onset",
    unit=KRONER,
    section="folketrygdloven § 12-11 første ledd",
    href=f"{ACT}/§12-11",
)
class uforetrygd_inntekt_ar_1(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Pensjonsgivende inntekt i det andre kalenderåret før uføretidspunktet",
    en="Pensionable income of the second calendar year before onset",
    unit=KRONER,
    section="folketrygdloven § 12-11 første ledd",
    href=f"{ACT}/§12-11",
)
class uforetrygd_inntekt_ar_2(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Pensjonsgivende inntekt i det tredje kalenderåret før uføretidspunktet",
    en="Pensionable income of the third calendar year before onset",
    unit=KRONER,
    section="folketrygdloven § 12-11 første ledd",
    href=f"{ACT}/§12-11",
)
class uforetrygd_inntekt_ar_3(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Pensjonsgivende inntekt i det fjerde kalenderåret før uføretidspunktet",
    en="Pensionable income of the fourth calendar year before onset",
    unit=KRONER,
    section="folketrygdloven § 12-11 første ledd",
    href=f"{ACT}/§12-11",
)
class uforetrygd_inntekt_ar_4(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@input_value(
    nb="Pensjonsgivende inntekt i det femte kalenderåret før uføretidspunktet",
    en="Pensionable income of the fifth calendar year before onset",
    unit=KRONER,
    section="folketrygdloven § 12-11 første ledd",
    href=f"{ACT}/§12-11",
)
class uforetrygd_inntekt_ar_5(Rule):
    value_type = float
    entity = Person
    definition_period = ETERNITY


@rule(
    nb="Beregningsgrunnlaget for uføretrygd",
    en="Basis that disability benefit is computed from",
    section="folketrygdloven § 12-11",
    href=f"{ACT}/§12-11",
    unit="G",
)
class uforetrygd_beregningsgrunnlag_g(Rule):
    """§ 12-11: the stated basis, or the mean of the three best of the five calendar years before
    onset, each in G of its own average and at most 6 G."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).trygd.uforetrygd
        scale = parameters(period).trygd.grunnbelop.gjennomsnitt_etter_ar
        last = person("ufor_siden", period) // 12 - 1
        incomes = [
            person("uforetrygd_inntekt_ar_1", period),
            person("uforetrygd_inntekt_ar_2", period),
            person("uforetrygd_inntekt_ar_3", period),
            person("uforetrygd_inntekt_ar_4", period),
            person("uforetrygd_inntekt_ar_5", period),
        ]
        means = [stepwise(last - before, scale) for before in range(len(incomes))]
        years = numpy.stack(
            [
                numpy.clip(
                    (mean > 0) * income / numpy.where(mean > 0, mean, 1), 0, law.tak_grunnlag
                )
                for income, mean in zip(incomes, means, strict=True)
            ]
        )
        best = numpy.sort(years, axis=0)[-int(law.beste_ar) :].mean(axis=0)
        stated = person("uforetrygd_grunnlag_g", period)
        return numpy.where(stated > 0, stated, best)
