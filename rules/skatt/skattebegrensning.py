"""Skatteloven chapter 17: a limit to the tax of those who live on a small survivor's pension."""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from effektlov.rules.entities import Person
from effektlov.rules.rule import Rule, rule
from effektlov.rules.skatt.inntektsskatt import (
    full_fellesskatt,
    full_fylkesskatt,
    full_kommuneskatt,
    trinnskatt_i_begrensningen,
)
from effektlov.rules.skatt.trygdeavgift import full_trygdeavgift

YEAR = DateUnit.YEAR
HREF = "https://lovdata.no/lov/1999-03-26-14/§17-1"


@rule(
    nb="Høyeste skatt etter skattebegrensningen",
    en="Highest tax by the limit for low incomes",
    section="skatteloven §§ 17-1 og 17-2",
    href=HREF,
)
class hoyeste_skatt_ved_lav_inntekt(Rule):
    """§ 17-1: nothing up to a limit, which finnmarksfradraget raises, then at most a share of what
    exceeds it; particular deductions are added back, and a part of net wealth beside the home."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        law = parameters(period).skatt.skattebegrensning
        married = person("skattlegges_med_ektefelle", period)
        limit = numpy.where(married, law.grense_ektefelle, law.grense_enslig)
        left_out = numpy.where(married, law.formue_ektefelle, law.formue_enslig)
        counted = person("netto_formue", period) - person("formuesverdi_primarbolig", period)
        income = (
            person("alminnelig_inntekt", period)
            + person("saerfradrag_enslig_forsorger", period, options=[ADD])
            + law.formue_sats * numpy.maximum(counted - left_out, 0.0)
        )
        above = income - limit - person("finnmarksfradrag", period)
        return law.sats * numpy.maximum(above, 0.0)


@rule(
    nb="Andel av skatten som står igjen etter skattebegrensningen",
    en="Share of the tax left by the limit for low incomes",
    unit="share",
    section="skatteloven § 17-1 annet ledd, skattebetalingsloven § 8-1",
    href=HREF,
    confidence="derived",
    reason="Nedsettelsen fordeles forholdsmessig mellom skattene som omfattes; loven sier ikke mer "
    "enn at innbetalt skatt fordeles etter det som er fastsatt",
)
class andel_etter_skattebegrensning(Rule):
    """§ 17-1 second paragraph: municipal, county and common tax, the two lowest steps of trinnskatt
    and trygdeavgift, for those who receive a pension as survivor or family carer."""

    value_type = float
    entity = Person
    definition_period = YEAR

    def formula(person, period, parameters):
        receives = (
            person("mottar_etterlattepensjon", period, options=[ADD])
            + person("gjenlevendepensjon", period, options=[ADD])
        ) > 0
        if not receives.any():
            return person.filled_array(1.0)
        covered = (
            full_kommuneskatt(person, period, parameters)
            + full_fylkesskatt(person, period, parameters)
            + full_fellesskatt(person, period, parameters)
            + trinnskatt_i_begrensningen(person, period, parameters)
            + full_trygdeavgift(person, period, parameters)
        )
        most = numpy.minimum(person("hoyeste_skatt_ved_lav_inntekt", period), covered)
        share = numpy.where(covered > 0, most / numpy.maximum(covered, 1.0), 1.0)
        return numpy.where(receives, share, 1.0)
