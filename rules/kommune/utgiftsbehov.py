"""Utgiftsutjevningen for the whole kommune: its need by sector, and what that moves.

Part two of inntektssystemet (legal basis: see inntektsutjevning). The need of a kommune is the sum
over sectors of the sector's weight times the kommune's index; per head it gets (index - 1) x the
national need. A sector index rests on criteria with weights of their own. Ages and the basis
criterion are counted here; what the other criteria of Grønt hefte table F-k add stands as the rest
of the published index (four sectors from all their criteria: utgiftsbehov_kriterier).
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune
from effektlov.rules.kommune.inntektsutjevning import HREF, SECTION
from effektlov.rules.rule import Rule, rule

YEAR = DateUnit.YEAR


def _ages(kommune, period, law, scale):
    """The ages' part of a sector index: weight x the kommune's share of the age / the nation's."""
    heads = numpy.maximum(kommune("innbyggertall_1_juli", period), 1.0)
    counts = numpy.stack(
        [
            kommune("innbyggere_0", period),
            kommune("innbyggere_1_5", period),
            kommune("innbyggere_6_12", period),
            kommune("innbyggere_13_15", period),
            kommune("innbyggere_16_22", period),
            kommune("innbyggere_23_24", period),
            kommune("innbyggere_25_66", period),
            kommune("innbyggere_67_79", period),
            kommune("innbyggere_80_89", period),
            kommune("innbyggere_90_pluss", period),
        ]
    )
    national = numpy.asarray(law.alder.antall.amounts[: len(counts)]) / law.innbyggertall_landet
    return (numpy.asarray(scale.amounts) / national) @ (counts / heads)


def _basis(kommune, period, law, key, weight):
    """The basis criterion: every kommune counts the same, so few heads weigh more."""
    heads = numpy.maximum(kommune("innbyggertall_1_juli", period), 1.0)
    return weight * law.innbyggertall_landet / (key.antall_kommuner * heads)


@rule(
    nb="Alder og basis i indeksen for grunnskole",
    en="Age and basis in the index of compulsory school",
    section=SECTION,
    href=HREF,
    unit="ratio",
    confidence="derived",
    reason="delvektene er lest i en gjengivelse; innbyggerne er middeltallet av to årsskifter",
)
class alder_og_basis_grunnskole(Rule):
    """Grønt hefte: the part of the index that rests on counted inhabitants and on basis."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        law = parameters(period).kommune.utgiftsutjevning
        key = parameters(period).kommune.kostnadsnokkel
        basis = _basis(kommune, period, law, key, key.grunnskole.basis)
        return _ages(kommune, period, law, key.grunnskole.alder) + basis


@rule(
    nb="Alder og basis i indeksen for pleie og omsorg",
    en="Age and basis in the index of care",
    section=SECTION,
    href=HREF,
    unit="ratio",
    confidence="derived",
    reason="delvektene er lest i en gjengivelse; innbyggerne er middeltallet av to årsskifter",
)
class alder_og_basis_pleie_omsorg(Rule):
    """Grønt hefte: the part of the index that rests on counted inhabitants and on basis."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        law = parameters(period).kommune.utgiftsutjevning
        key = parameters(period).kommune.kostnadsnokkel
        basis = _basis(kommune, period, law, key, key.pleie_omsorg.basis)
        return _ages(kommune, period, law, key.pleie_omsorg.alder) + basis


@rule(
    nb="Alder i indeksen for barnehage",
    en="Age in the index of kindergarten",
    section=SECTION,
    href=HREF,
    unit="ratio",
    confidence="derived",
    reason="delvektene er lest i en gjengivelse; innbyggerne er middeltallet av to årsskifter",
)
class alder_og_basis_barnehage(Rule):
    """Grønt hefte: the part of the index that rests on counted inhabitants."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        law = parameters(period).kommune.utgiftsutjevning
        key = parameters(period).kommune.kostnadsnokkel
        return _ages(kommune, period, law, key.barnehage.alder)


@rule(
    nb="Alder i indeksen for barnevern",
    en="Age in the index of child welfare",
    section=SECTION,
    href=HREF,
    unit="ratio",
    confidence="derived",
    reason="delvektene er lest i en gjengivelse; innbyggerne er middeltallet av to årsskifter",
)
class alder_og_basis_barnevern(Rule):
    """Grønt hefte: the part of the index that rests on counted inhabitants."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        law = parameters(period).kommune.utgiftsutjevning
        key = parameters(period).kommune.kostnadsnokkel
        return _ages(kommune, period, law, key.barnevern.alder)


@rule(
    nb="Alder i indeksen for sosialhjelp",
    en="Age in the index of social assistance",
    section=SECTION,
    href=HREF,
    unit="ratio",
    confidence="derived",
    reason="delvektene er lest i en gjengivelse; innbyggerne er middeltallet av to årsskifter",
)
class alder_og_basis_sosialhjelp(Rule):
    """Grønt hefte: the part of the index that rests on counted inhabitants."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        law = parameters(period).kommune.utgiftsutjevning
        key = parameters(period).kommune.kostnadsnokkel
        return _ages(kommune, period, law, key.sosialhjelp.alder)


@rule(
    nb="Alder og basis i indeksen for kommunehelse",
    en="Age and basis in the index of health services",
    section=SECTION,
    href=HREF,
    unit="ratio",
    confidence="derived",
    reason="delvektene er lest i en gjengivelse; innbyggerne er middeltallet av to årsskifter",
)
class alder_og_basis_kommunehelse(Rule):
    """Grønt hefte: the part of the index that rests on counted inhabitants and on basis."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        law = parameters(period).kommune.utgiftsutjevning
        key = parameters(period).kommune.kostnadsnokkel
        basis = _basis(kommune, period, law, key, key.kommunehelse.basis)
        return _ages(kommune, period, law, key.kommunehelse.alder) + basis


@rule(
    nb="Alder og basis i indeksen for administrasjon, landbruk og miljø",
    en="Age and basis in the index of administration, farming and environment",
    section=SECTION,
    href=HREF,
    unit="ratio",
    confidence="derived",
    reason="delvektene er lest i en gjengivelse; innbyggerne er middeltallet av to årsskifter",
)
class alder_og_basis_administrasjon_landbruk(Rule):
    """Grønt hefte: the part of the index that rests on counted inhabitants and on basis."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        law = parameters(period).kommune.utgiftsutjevning
        key = parameters(period).kommune.kostnadsnokkel
        basis = _basis(kommune, period, law, key, key.administrasjon_landbruk.basis)
        return _ages(kommune, period, law, key.administrasjon_landbruk.alder) + basis


def _need(kommune, period, sector):
    """The sector's index, or the total one where no sector index is known."""
    stated = kommune(sector, period)
    return numpy.where(stated > 0, stated, kommune("utgiftsbehov_publisert", period))


@rule(
    nb="Samlet utgiftsbehov",
    en="Total need of expenditure",
    section=SECTION,
    href=HREF,
    unit="ratio",
    confidence="derived",
    reason="sektorvektene gir den publiserte indeksen igjen med feil under 0,0006",
)
class utgiftsbehovsindeks(Rule):
    """Grønt hefte: the sector indices weighed together; the average of the country is one."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        weight = parameters(period).kommune.kostnadsnokkel.sektorvekt
        return (
            weight.grunnskole * _need(kommune, period, "utgiftsbehov_grunnskole")
            + weight.pleie_omsorg * _need(kommune, period, "utgiftsbehov_pleie_omsorg")
            + weight.barnehage * _need(kommune, period, "utgiftsbehov_barnehage")
            + weight.barnevern * _need(kommune, period, "utgiftsbehov_barnevern")
            + weight.sosialhjelp * _need(kommune, period, "utgiftsbehov_sosialhjelp")
            + weight.kommunehelse * _need(kommune, period, "utgiftsbehov_kommunehelse")
            + weight.administrasjon_landbruk
            * _need(kommune, period, "utgiftsbehov_administrasjon_landbruk")
        )


def _equalised(kommune, period, parameters, weight, sector):
    law = parameters(period).kommune.utgiftsutjevning
    need = _need(kommune, period, sector)
    heads = kommune("innbyggertall_1_juli", period)
    return heads * weight * (need - 1) * law.behov_per_innbygger * (need > 0)


@rule(
    nb="Utgiftsutjevning, grunnskole",
    en="Expenditure equalisation, compulsory school",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class utgiftsutjevning_grunnskole(Rule):
    """Grønt hefte: to the kommune when its need for this is above the nation's, else from it."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        weight = parameters(period).kommune.kostnadsnokkel.sektorvekt.grunnskole
        return _equalised(kommune, period, parameters, weight, "utgiftsbehov_grunnskole")


@rule(
    nb="Utgiftsutjevning, pleie og omsorg",
    en="Expenditure equalisation, care",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class utgiftsutjevning_pleie_omsorg(Rule):
    """Grønt hefte: to the kommune when its need for this is above the nation's, else from it."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        weight = parameters(period).kommune.kostnadsnokkel.sektorvekt.pleie_omsorg
        return _equalised(kommune, period, parameters, weight, "utgiftsbehov_pleie_omsorg")


@rule(
    nb="Utgiftsutjevning, barnehage",
    en="Expenditure equalisation, kindergarten",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class utgiftsutjevning_barnehage(Rule):
    """Grønt hefte: to the kommune when its need for this is above the nation's, else from it."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        weight = parameters(period).kommune.kostnadsnokkel.sektorvekt.barnehage
        return _equalised(kommune, period, parameters, weight, "utgiftsbehov_barnehage")


@rule(
    nb="Utgiftsutjevning, barnevern",
    en="Expenditure equalisation, child welfare",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class utgiftsutjevning_barnevern(Rule):
    """Grønt hefte: to the kommune when its need for this is above the nation's, else from it."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        weight = parameters(period).kommune.kostnadsnokkel.sektorvekt.barnevern
        return _equalised(kommune, period, parameters, weight, "utgiftsbehov_barnevern")


@rule(
    nb="Utgiftsutjevning, sosialhjelp",
    en="Expenditure equalisation, social assistance",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class utgiftsutjevning_sosialhjelp(Rule):
    """Grønt hefte: to the kommune when its need for this is above the nation's, else from it."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        weight = parameters(period).kommune.kostnadsnokkel.sektorvekt.sosialhjelp
        return _equalised(kommune, period, parameters, weight, "utgiftsbehov_sosialhjelp")


@rule(
    nb="Utgiftsutjevning, kommunehelse",
    en="Expenditure equalisation, health services",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class utgiftsutjevning_kommunehelse(Rule):
    """Grønt hefte: to the kommune when its need for this is above the nation's, else from it."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        weight = parameters(period).kommune.kostnadsnokkel.sektorvekt.kommunehelse
        return _equalised(kommune, period, parameters, weight, "utgiftsbehov_kommunehelse")


@rule(
    nb="Utgiftsutjevning, administrasjon, landbruk og miljø",
    en="Expenditure equalisation, administration, farming and environment",
    section=SECTION,
    href=HREF,
    may_be_negative=True,
)
class utgiftsutjevning_administrasjon_landbruk(Rule):
    """Grønt hefte: to the kommune when its need for this is above the nation's, else from it."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        weight = parameters(period).kommune.kostnadsnokkel.sektorvekt.administrasjon_landbruk
        return _equalised(
            kommune, period, parameters, weight, "utgiftsbehov_administrasjon_landbruk"
        )
