"""What the law asks of the place: zone for employer tax, the action zone in the north."""

from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune
from effektlov.rules.rule import Rule, input_value

ETERNITY = DateUnit.ETERNITY


@input_value(nb="Kommunenummer (2024)", en="Kommune number (2024)", unit="number")
class kommunenummer(Rule):
    value_type = int
    entity = Kommune
    definition_period = ETERNITY


@input_value(
    nb="I tiltakssonen (Finnmark og Nord-Troms)",
    en="In the action zone (Finnmark and Nord-Troms)",
    unit="bool",
    section="skatteloven § 15-5",
    href="https://lovdata.no/lov/1999-03-26-14/§15-5",
)
class i_tiltakssonen(Rule):
    value_type = bool
    entity = Kommune
    definition_period = ETERNITY


class AgaSone(Enum):
    sone_1 = "I"
    sone_1a = "Ia"
    sone_2 = "II"
    sone_3 = "III"
    sone_4 = "IV"
    sone_4a = "IVa"
    sone_5 = "V"


@input_value(
    nb="Sone for arbeidsgiveravgift",
    en="Zone for employer's contribution",
    unit="enum",
    section="folketrygdloven § 23-2",
    href="https://lovdata.no/lov/1997-02-28-19/§23-2",
)
class aga_sone(Rule):
    value_type = Enum
    possible_values = AgaSone
    default_value = AgaSone.sone_1
    entity = Kommune
    definition_period = ETERNITY
