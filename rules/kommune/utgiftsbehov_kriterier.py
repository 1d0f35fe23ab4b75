"""Utgiftsutjevningen, the sectors whose every criterion is held: the index from the criteria.

Compulsory school, kindergarten, municipal health and administration rest on ages, basis and four
criteria more. Grønt hefte prints each kommune's index of a criterion beside those of the sectors
(table E-k); an index is the kommune's share per head over the nation's, so that the average is one.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune
from effektlov.rules.kommune.inntektsutjevning import HREF, SECTION
from effektlov.rules.rule import Rule, input_value, rule

YEAR = DateUnit.YEAR


@input_value(
    nb="Kriterieindeks, sysselsatte på heltid",
    en="Index of the criterion employed full time",
    unit="ratio",
    section=SECTION,
    href=HREF,
)
class kriterieindeks_heltid(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Kriterieindeks, landbruk",
    en="Index of the criterion farming",
    unit="ratio",
    section=SECTION,
    href=HREF,
)
class kriterieindeks_landbruk(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Kriterieindeks, reiseavstand (middeltallet av sone og nabo)",
    en="Index of the criterion travelling distance (mean of within and between zones)",
    unit="ratio",
    section=SECTION,
    href=HREF,
)
class kriterieindeks_reiseavstand(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@input_value(
    nb="Kriterieindeks, innvandrere 6-15 år",
    en="Index of the criterion immigrants aged 6-15",
    unit="ratio",
    section=SECTION,
    href=HREF,
)
class kriterieindeks_innvandrere_6_15(Rule):
    value_type = float
    entity = Kommune
    definition_period = YEAR


@rule(
    nb="Indeks for grunnskole av kriteriene",
    en="Index of compulsory school from the criteria",
    section=SECTION,
    href=HREF,
    unit="ratio",
    confidence="derived",
    reason="reiseavstand og innvandrere er regnet tilbake fra to sektorindekser",
)
class utgiftsbehov_av_kriterier_grunnskole(Rule):
    """Grønt hefte: ages, basis, travelling distance and immigrants aged 6 to 15."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        key = parameters(period).kommune.kostnadsnokkel.grunnskole
        distance = key.reiseavstand_sone + key.reiseavstand_nabokrets
        return (
            kommune("alder_og_basis_grunnskole", period)
            + distance * kommune("kriterieindeks_reiseavstand", period)
            + key.innvandrere_6_15 * kommune("kriterieindeks_innvandrere_6_15", period)
        )


@rule(
    nb="Indeks for barnehage av kriteriene",
    en="Index of kindergarten from the criteria",
    section=SECTION,
    href=HREF,
    unit="ratio",
    confidence="derived",
    reason="sysselsatte på heltid er regnet tilbake fra sektorindeksen",
)
class utgiftsbehov_av_kriterier_barnehage(Rule):
    """Grønt hefte: children aged 1 to 5 and employed full time."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        weight = parameters(period).kommune.kostnadsnokkel.barnehage.sysselsatte_heltid
        full_time = kommune("kriterieindeks_heltid", period)
        return kommune("alder_og_basis_barnehage", period) + weight * full_time


@rule(
    nb="Indeks for kommunehelse av kriteriene",
    en="Index of municipal health from the criteria",
    section=SECTION,
    href=HREF,
    unit="ratio",
    confidence="derived",
    reason="reiseavstand er regnet tilbake fra sektorindeksen",
)
class utgiftsbehov_av_kriterier_kommunehelse(Rule):
    """Grønt hefte: ages, basis and travelling distance."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        key = parameters(period).kommune.kostnadsnokkel.kommunehelse
        distance = key.reiseavstand_sone + key.reiseavstand_nabokrets
        far = kommune("kriterieindeks_reiseavstand", period)
        return kommune("alder_og_basis_kommunehelse", period) + distance * far


@rule(
    nb="Indeks for administrasjon, landbruk og miljø av kriteriene",
    en="Index of administration, farming and environment from the criteria",
    section=SECTION,
    href=HREF,
    unit="ratio",
    confidence="derived",
    reason="landbruk er regnet tilbake fra sektorindeksen",
)
class utgiftsbehov_av_kriterier_administrasjon_landbruk(Rule):
    """Grønt hefte: ages, basis and farming."""

    value_type = float
    entity = Kommune
    definition_period = YEAR

    def formula_2025(kommune, period, parameters):
        weight = parameters(period).kommune.kostnadsnokkel.administrasjon_landbruk.landbruk
        farms = kommune("kriterieindeks_landbruk", period)
        return kommune("alder_og_basis_administrasjon_landbruk", period) + weight * farms
