"""Folketrygdloven §§ 4-9, 4-12 to 4-14 and 4-24 to 4-26: how much dagpenger is.

Nav rounds the daily rate to a krone, grades the sum of a reporting period of ten days and rounds
it; a month is a twelfth of 260 days unless the case states days. The child supplement is included.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.inntektssikring.fellesregler import grunnbelop_da, hele_kroner, manedsdager
from effektlov.rules.periods import month_index
from effektlov.rules.rule import Rule, input_value, rule

MONTH, YEAR, ETERNITY = DateUnit.MONTH, DateUnit.YEAR, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Dager med dagpenger i måneden (mandag til fredag)",
    en="Benefit days in the month (Monday to Friday)",
    unit="days",
    section="folketrygdloven § 4-12",
    href=f"{ACT}/§4-12",
)
class dagpenger_dager(Rule):
    """Not stated: a twelfth of 260. When stated, the sum is rounded as one reporting period."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Dager i sanksjonsperiode eller tidsbegrenset bortfall",
    en="Days of a sanction or of a temporary loss",
    unit="days",
    section="folketrygdloven §§ 4-10 og 4-20",
    href=f"{ACT}/§4-10",
)
class dagpenger_sanksjonsdager(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Egenandel som gjenstår fra tidligere måneder",
    en="Own share that remains from earlier months",
    section="folketrygdloven § 4-9",
    href=f"{ACT}/§4-9",
)
class dagpenger_egenandel_rest(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Redusert ytelse fra folketrygden per dag",
    en="Reduced benefit from the National Insurance per day",
    unit="kr/day",
    section="folketrygdloven § 4-25",
    href=f"{ACT}/§4-25",
)
class dagpenger_samordnet_dagsats(Rule):
    """Sykepenger, pleiepenger, uføretrygd and foreldrepenger that come off krone for krone."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Ytelse utenfor folketrygden per uke",
    en="Benefit outside the National Insurance per week",
    unit="kr/week",
    section="folketrygdloven § 4-26",
    href=f"{ACT}/§4-26",
)
class dagpenger_ytelse_utenfor_folketrygden(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnepensjon som trekkes krone for krone",
    en="Children's pension deducted krone for krone",
    section="folketrygdloven § 4-24",
    href=f"{ACT}/§4-24",
)
class dagpenger_fradrag(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Dagpenger utbetalt i fjor",
    en="Benefit paid last year",
    section="folketrygdloven § 4-14",
    href=f"{ACT}/§4-14",
)
class dagpenger_i_fjor(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@input_value(
    nb="Dager med dagpenger i fjor",
    en="Benefit days last year",
    unit="days",
    section="folketrygdloven § 4-14",
    href=f"{ACT}/§4-14",
)
class dagpengedager_i_fjor(Rule):
    value_type = float
    entity = Person
    definition_period = YEAR


@rule(
    nb="Dagsats uten barnetillegg",
    en="Daily rate without child supplement",
    section="folketrygdloven § 4-12 første ledd",
    href=f"{ACT}/§4-12",
    unit="kr/day",
)
class dagpenger_dagsats(Rule):
    """§ 4-12: 0.24 per cent of the basis, in whole kroner; during the pandemic 80 per cent of the
    basis up to 3 G and 62.4 per cent above, divided by 260."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _ordinar_dagsats(person, period, parameters)

    # Midlertidig forskrift 20 mars 2020 nr. 368 § 2-3: cases from 20 March 2020, all from 2021.
    def formula_2020_04(person, period, parameters):
        law = parameters(period).inntektssikring.dagpenger
        applied = person("dagpenger_soknadsmaned", period)
        bend = law.korona_knekk * grunnbelop_da(parameters, period, applied)
        basis = person("dagpengegrunnlag", period)
        year = law.korona_lav_andel * numpy.minimum(
            basis, bend
        ) + law.korona_hoy_andel * numpy.maximum(basis - bend, 0)
        days = parameters(period).inntektssikring.fellesregler.dager_per_ar
        covered = (applied == 0) + (applied >= law.korona_sak_fra)
        rate = person("dagpenger_maned", period) * hele_kroner(year / days)
        return numpy.where(covered, rate, _ordinar_dagsats(person, period, parameters))

    # The temporary rate ended on 31 March 2022.
    def formula_2022_04(person, period, parameters):
        return _ordinar_dagsats(person, period, parameters)


def _ordinar_dagsats(person, period, parameters):
    law = parameters(period).inntektssikring.dagpenger
    basis = person("dagpengegrunnlag", period)
    return person("dagpenger_maned", period) * hele_kroner(law.dagsats * basis)


@rule(
    nb="Barnetillegg per dag før taket",
    en="Child supplement per day before the ceiling",
    section="folketrygdloven § 4-12 andre ledd",
    href=f"{ACT}/§4-12",
    unit="kr/day",
    confidence="assumed",
    reason="Which of two parents got the supplement until 2022 is their choice; it is halved.",
)
class dagpenger_barnetillegg(Rule):
    """§ 4-12 second paragraph: a fixed amount for each child under 18 at home; until 2022 to only
    one of two parents with dagpenger, here half to each."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        receives = person("dagpenger_maned", period) * person.has_role(Husstand.FORELDER)
        both = person.husstand.sum(
            person.husstand.members("dagpenger_maned", period), role=Husstand.FORELDER
        )
        return _barnetillegg(person, period, parameters) * receives / numpy.maximum(both, 1)

    # Lov 20 desember 2022 nr. 100: both parents may get it.
    def formula_2023(person, period, parameters):
        receives = person("dagpenger_maned", period) * person.has_role(Husstand.FORELDER)
        return _barnetillegg(person, period, parameters) * receives


def _barnetillegg(person, period, parameters):
    children = person.husstand.sum(person.husstand.members("barn_etter_folketrygdloven", period))
    return children * parameters(period).inntektssikring.dagpenger.barnetillegg


@rule(
    nb="Dagsats med barnetillegg etter samordning og 90-prosentregelen",
    en="Daily rate with child supplement, coordinated and within 90 per cent",
    section="folketrygdloven §§ 4-12, 4-25 og 4-26",
    href=f"{ACT}/§4-12",
    unit="kr/day",
    confidence="derived",
    reason="Both roundings are Nav's; the year in which the new one took over is inferred.",
)
class dagpenger_dagsats_med_barnetillegg(Rule):
    """§§ 4-12, 4-25, 4-26: the rate with the supplement is at most 90 per cent of the basis; other
    benefits come off the rate without the supplement."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        shared = parameters(period).inntektssikring.fellesregler
        weeks = shared.dager_per_ar / shared.dager_per_uke
        ceiling = hele_kroner(_nitti_prosent(person, period, parameters) / weeks)
        return _samordnet(person, period, parameters, ceiling / shared.dager_per_uke)

    # Nav's new calculation rounds the ceiling of the day; Arena rounded that of the week.
    def formula_2024(person, period, parameters):
        days = parameters(period).inntektssikring.fellesregler.dager_per_ar
        ceiling = hele_kroner(_nitti_prosent(person, period, parameters) / days)
        return _samordnet(person, period, parameters, ceiling)


def _nitti_prosent(person, period, parameters):
    share = parameters(period).inntektssikring.dagpenger.tak_med_barnetillegg
    return share * person("dagpengegrunnlag", period)


def _samordnet(person, period, parameters, ceiling):
    law = parameters(period).inntektssikring.dagpenger
    week = parameters(period).inntektssikring.fellesregler.dager_per_uke
    supplement = person("dagpenger_barnetillegg", period)
    rate = person("dagpenger_dagsats", period)
    rate = numpy.maximum(rate - numpy.maximum(rate + supplement - ceiling, 0), 0)
    rate = numpy.maximum(rate - person("dagpenger_samordnet_dagsats", period), 0)
    least = law.samordning_minst * parameters(period).trygd.grunnbelop.grunnbelop / week
    others = person("dagpenger_ytelse_utenfor_folketrygden", period) / week
    rate = numpy.maximum(rate - others, numpy.minimum(rate, least))
    return numpy.minimum(rate + supplement, numpy.maximum(ceiling, 0))


@rule(
    nb="Egenandel",
    en="Own share",
    section="folketrygdloven § 4-9",
    href=f"{ACT}/§4-9",
)
class dagpenger_egenandel(Rule):
    """§ 4-9: three daily rates with supplement in the month of the application (three waiting days
    before 2024, none for much of the pandemic), and what remains from earlier months."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        days = parameters(period).inntektssikring.dagpenger.egenandel_dager
        first = person("dagpenger_soknadsmaned", period) == month_index(period)
        new = first * days * person("dagpenger_dagsats_med_barnetillegg", period)
        return new + numpy.maximum(person("dagpenger_egenandel_rest", period), 0)


@rule(
    nb="Dagpenger",
    en="Unemployment benefit",
    section="folketrygdloven §§ 4-9, 4-12 og 4-13",
    href=f"{ACT}/§4-12",
    only_if=("innvilget_dagpenger",),
)
class dagpenger(Rule):
    """§§ 4-9, 4-12, 4-13: the daily rate for the days of the month, in proportion to lost working
    time, less the own share and children's pension. Days of a sanction are not paid."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).inntektssikring.dagpenger
        week = parameters(period).inntektssikring.fellesregler.dager_per_uke
        stated = person("dagpenger_dager", period)
        days = numpy.maximum(
            manedsdager(parameters, period, stated) - person("dagpenger_sanksjonsdager", period), 0
        )
        rate = person("dagpenger_dagsats_med_barnetillegg", period)
        graded = rate * person("tapt_arbeidstid", period)
        in_a_period = week * law.meldeperiode_uker
        average = hele_kroner(graded * in_a_period) / in_a_period * days
        own = person("dagpenger_egenandel", period)
        counted = hele_kroner(numpy.maximum(graded * days - own, 0))
        paid = numpy.where(stated > 0, counted, average - own)
        deducted = numpy.maximum(person("dagpenger_fradrag", period), 0)
        return numpy.maximum(paid - deducted, 0)


@rule(
    nb="Ferietillegg til dagpenger",
    en="Holiday supplement to the unemployment benefit",
    section="folketrygdloven § 4-14",
    href=f"{ACT}/§4-14",
    only_if=("dagpengedager_i_fjor",),
)
class dagpenger_ferietillegg(Rule):
    """§ 4-14: 9.5 per cent of last year's dagpenger, paid in June to who had it for more than eight
    weeks. There was none between 2015 and 2021."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2022(person, period, parameters):
        law = parameters(period).inntektssikring.dagpenger
        week = parameters(period).inntektssikring.fellesregler.dager_per_uke
        days = person("dagpengedager_i_fjor", period.this_year)
        entitled = days > law.ferietillegg_uker * week
        due = period.start.month == law.ferietillegg_maned
        basis = numpy.maximum(person("dagpenger_i_fjor", period.this_year), 0)
        return due * entitled * hele_kroner(law.ferietillegg * basis)
