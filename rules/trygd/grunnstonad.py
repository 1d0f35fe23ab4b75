"""Folketrygdloven §§ 6-2, 6-3 and 6-6 to 6-8: grunnstønad for extra costs of a lasting illness.

A case states the extra costs of each kind by the year. Together they decide the rate: the highest
of six that they at least amount to.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_years, month_index
from effektlov.rules.rounding import nearest_krone
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Har varig sykdom, skade eller lyte etter hensiktsmessig behandling",
    en="Has a lasting illness, injury or defect after suitable treatment",
    unit="bool",
    section="folketrygdloven § 6-2",
    href=f"{ACT}/§6-2",
)
class varig_sykdom_etter_behandling(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Innvilget grunnstønad",
    en="Granted basic benefit",
    unit="bool",
    section="folketrygdloven § 6-3",
    href=f"{ACT}/§6-3",
)
class innvilget_grunnstonad(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nødvendige ekstrautgifter til drift av tekniske hjelpemidler",
    en="Necessary extra costs of running technical aids",
    unit="kr/year",
    section="folketrygdloven § 6-3 første ledd bokstav a",
    href=f"{ACT}/§6-3",
)
class ekstrautgifter_hjelpemidler(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nødvendige ekstrautgifter til transport",
    en="Necessary extra costs of transport",
    unit="kr/year",
    section="folketrygdloven § 6-3 første ledd bokstav b",
    href=f"{ACT}/§6-3",
)
class ekstrautgifter_transport(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nødvendige ekstrautgifter til hold av førerhund",
    en="Necessary extra costs of keeping a guide dog",
    unit="kr/year",
    section="folketrygdloven § 6-3 første ledd bokstav c",
    href=f"{ACT}/§6-3",
)
class ekstrautgifter_forerhund(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nødvendige ekstrautgifter til teksttelefon og telefon",
    en="Necessary extra costs of a text telephone and telephone",
    unit="kr/year",
    section="folketrygdloven § 6-3 første ledd bokstav d (opphevet 1 januar 2020)",
    href=f"{ACT}/§6-3",
)
class ekstrautgifter_telefon(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nødvendige ekstrautgifter ved bruk av proteser, støttebandasje o.l.",
    en="Necessary extra costs of prostheses, support bandages and the like",
    unit="kr/year",
    section="folketrygdloven § 6-3 første ledd bokstav e (opphevet 1 januar 2020)",
    href=f"{ACT}/§6-3",
)
class ekstrautgifter_proteser(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nødvendige ekstrautgifter til fordyret kosthold",
    en="Necessary extra costs of a special diet",
    unit="kr/year",
    section="folketrygdloven § 6-3 første ledd bokstav f",
    href=f"{ACT}/§6-3",
)
class ekstrautgifter_diett(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nødvendige ekstrautgifter som følge av slitasje på klær og sengetøy",
    en="Necessary extra costs of wear of clothes and bedding",
    unit="kr/year",
    section="folketrygdloven § 6-3 første ledd bokstav g",
    href=f"{ACT}/§6-3",
)
class ekstrautgifter_slitasje(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Nødvendige ekstrautgifter til hold av servicehund",
    en="Necessary extra costs of keeping a service dog",
    unit="kr/year",
    section="folketrygdloven § 6-3 første ledd bokstav h",
    href=f"{ACT}/§6-3",
)
class ekstrautgifter_servicehund(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Trenger glutenfri kost på grunn av cøliaki",
    en="Needs a gluten-free diet for coeliac disease",
    unit="bool",
    section="folketrygdloven § 6-3 første ledd bokstav f",
    href=f"{ACT}/§6-3",
)
class glutenfri_kost_ved_coliaki(Rule):
    """The extra cost is a standard rate by age, without receipts."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Trenger glutenfri kost uten cøliaki",
    en="Needs a gluten-free diet without coeliac disease",
    unit="bool",
    section="folketrygdloven § 6-3 andre ledd (opphevet 1 juni 2021)",
    href=f"{ACT}/§6-3",
)
class glutenfri_kost_uten_coliaki(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Vedtak om grunnstønad til telefon eller proteser fra før 1. januar 2020",
    en="Decision on basic benefit for telephone or prostheses from before 1 January 2020",
    unit="bool",
    section="lov 20 desember 2019 nr. 84 del VI",
    href="https://lovdata.no/lov/2019-12-20-84",
)
class grunnstonad_vedtatt_for_2020(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


def _rates(period, parameters):
    """The six rates, kroner a month, from the lowest."""
    law = parameters(period).trygd.grunnstonad
    return numpy.array([law.sats_1, law.sats_2, law.sats_3, law.sats_4, law.sats_5, law.sats_6])


@rule(
    nb="Fast ekstrautgift til glutenfri kost i måneden",
    en="Standard extra cost of a gluten-free diet, of the month",
    section="folketrygdloven § 6-3 første ledd bokstav f og rundskriv R06-00",
    href=f"{ACT}/§6-3",
)
class ekstrautgift_glutenfri(Rule):
    """§ 6-3 first paragraph f: coeliac disease is set to a rate, a higher one from 5 to 30 years of
    age; until May 2021 also to who needs the diet without coeliac disease."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        needs = person("glutenfri_kost_ved_coliaki", period) + person(
            "glutenfri_kost_uten_coliaki", period
        )
        return needs * _gluten_free(person, period, parameters)

    # Lov 18 desember 2020 nr. 138: not without coeliac disease.
    def formula_2021_06(person, period, parameters):
        needs = person("glutenfri_kost_ved_coliaki", period)
        return needs * _gluten_free(person, period, parameters)


def _gluten_free(person, period, parameters):
    law = parameters(period).trygd.grunnstonad
    rates = _rates(period, parameters)
    age = age_in_years(person, period)
    young = (age >= law.glutenfri_fra_alder) * (age <= law.glutenfri_til_alder)
    return numpy.where(
        young, rates[int(law.glutenfri_sats_unge) - 1], rates[int(law.glutenfri_sats_andre) - 1]
    )


@rule(
    nb="Ekstrautgifter som gir grunnstønad i måneden",
    en="Extra costs that give basic benefit, of the month",
    section="folketrygdloven § 6-3 første og fjerde ledd",
    href=f"{ACT}/§6-3",
)
class ekstrautgifter_til_grunnstonad(Rule):
    """§ 6-3: all extra costs named in the first paragraph, of transport only before 70; telephone
    and prostheses until 2019, and after it in cases decided before."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _costs(person, period, parameters) + _repealed(person, period)

    # Lov 20 desember 2019 nr. 84: letters d and e are repealed for new decisions.
    def formula_2020(person, period, parameters):
        earlier = person("grunnstonad_vedtatt_for_2020", period)
        return _costs(person, period, parameters) + earlier * _repealed(person, period)


def _costs(person, period, parameters):
    law = parameters(period).trygd.grunnstonad
    transport = (age_in_years(person, period) < law.transport_for_alder) * person(
        "ekstrautgifter_transport", period
    )
    return (
        transport
        + person("ekstrautgifter_hjelpemidler", period)
        + person("ekstrautgifter_forerhund", period)
        + person("ekstrautgifter_diett", period)
        + person("ekstrautgift_glutenfri", period)
        + person("ekstrautgifter_slitasje", period)
        + person("ekstrautgifter_servicehund", period)
    )


def _repealed(person, period):
    return person("ekstrautgifter_telefon", period) + person("ekstrautgifter_proteser", period)


@rule(
    nb="Sats for grunnstønad",
    en="Rate of basic benefit",
    section="folketrygdloven § 6-3 tredje ledd",
    href=f"{ACT}/§6-3",
    unit="count",
)
class grunnstonad_sats(Rule):
    """§ 6-3 third paragraph: the highest rate that the extra costs at least amount to; none below
    the lowest."""

    value_type = int
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        costs = person("ekstrautgifter_til_grunnstonad", period)
        return numpy.searchsorted(_rates(period, parameters), costs, side="right")


@rule(
    nb="Rett til grunnstønad",
    en="Right to basic benefit",
    section="folketrygdloven §§ 6-2 og 6-3",
    href=f"{ACT}/§6-3",
    unit="bool",
    only_if=("varig_sykdom_etter_behandling",),
)
class rett_til_grunnstonad(Rule):
    """§§ 6-2, 6-3: a lasting illness, injury or defect and necessary extra costs that at least
    amount to the lowest rate."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("varig_sykdom_etter_behandling", period) * (
            person("grunnstonad_sats", period) > 0
        )


@input_value(
    nb="Oppholdet er forventet å vare mindre enn tre måneder",
    en="The stay is expected to last less than three months",
    unit="bool",
    section="folketrygdloven § 6-8 femte ledd",
    href=f"{ACT}/§6-8",
)
class korttidsopphold_i_institusjon(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Grunn- og hjelpestønad faller bort under opphold i institusjon eller fengsel",
    en="Basic and attendance benefit lapse during a stay in an institution or in prison",
    section="folketrygdloven § 6-8 første, andre og femte ledd",
    href=f"{ACT}/§6-8",
    unit="bool",
)
class stonad_faller_bort_under_opphold(Rule):
    """§ 6-8: from the month after a stay in a health institution or a prison sentence starts; not
    for a stay that is expected to last less than three months."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        stay = (
            person("institusjonsopphold", period)
            * ~person("korttidsopphold_i_institusjon", period)
            * (month_index(period) > person("institusjonsopphold_siden", period))
        )
        prison = person("i_fengsel", period) * (
            month_index(period) > person("soning_siden", period)
        )
        return stay + prison


@rule(
    nb="Andel av grunn- og hjelpestønad etter trygdetid",
    en="Share of basic and attendance benefit by insurance period",
    section="folketrygdloven § 6-6",
    href=f"{ACT}/§6-6",
    unit="share",
)
class stonad_andel_trygdetid(Rule):
    """§ 6-6: reduced like a disability benefit that is reduced for a short insurance period."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        full = parameters(period).trygd.hjelpestonad.full_trygdetid
        share = numpy.clip(person("trygdetid_ar", period) / full, 0, 1)
        return numpy.where(person("uforetrygd_maned", period), share, 1.0)


@rule(
    nb="Grunnstønad",
    en="Basic benefit",
    section="folketrygdloven § 6-3",
    href=f"{ACT}/§6-3",
    only_if=("innvilget_grunnstonad",),
)
class grunnstonad(Rule):
    """§§ 6-3, 6-6, 6-8, 22-11: the amount of the rate each month, when granted, in whole kroner."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        amounts = numpy.concatenate(([0.0], _rates(period, parameters)))
        granted = (
            person("innvilget_grunnstonad", period)
            * person("rett_til_grunnstonad", period)
            * ~person("stonad_faller_bort_under_opphold", period)
        )
        amount = amounts[person("grunnstonad_sats", period)]
        return granted * nearest_krone(amount * person("stonad_andel_trygdetid", period))
