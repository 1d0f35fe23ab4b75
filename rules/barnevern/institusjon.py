"""Barnevernsloven chapters 4-6, 10 and 16: emergency, care orders and institutions.

The gross cost of a place stands in the unit costs. It is paid by the state agency for a place
that it offers to a person under 20 outside Oslo, and the kommune then owes an egenandel; in all
other cases the kommune pays the gross cost (§§ 15-11, 16-5, 16-6).
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2021-06-18-97"


@input_value(
    nb="Akuttvedtak er truffet",
    en="An emergency decision has been made",
    unit="bool",
    section="barnevernsloven §§ 4-1 til 4-5",
    href=f"{ACT}/§4-2",
)
class akuttvedtak(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Omsorgsovertakelse er vedtatt",
    en="A care order is in force",
    unit="bool",
    section="barnevernsloven § 5-1",
    href=f"{ACT}/§5-1",
)
class omsorgsovertakelse(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Alvorlige lovbrudd, vedvarende rusbruk eller andre utpreget skadelige handlinger",
    en="Serious crime, persistent drug use or other markedly harmful acts",
    unit="bool",
    section="barnevernsloven § 6-2 første ledd",
    href=f"{ACT}/§6-2",
)
class alvorlig_utviklingsfare(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Mindre inngripende tiltak er ikke nok",
    en="Less intrusive measures are not enough",
    unit="bool",
    section="barnevernsloven § 6-2 første ledd",
    href=f"{ACT}/§6-2",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="barneverns_og_helsenemnd",
        nb="Mindre inngripende tiltak kan ikke skape tilfredsstillende forhold",
        en="Less intrusive measures can’t create satisfactory conditions",
    ),
)
class mindre_inngripende_utilstrekkelig(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Kommunen har bedt Bufetat om plass",
    en="The kommune has asked the state agency for a place",
    unit="bool",
    section="barnevernsloven § 16-3 andre ledd",
    href=f"{ACT}/§16-3",
)
class anmodning_om_plass(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Bufetat tilbyr plassen",
    en="The state agency offers the place",
    unit="bool",
    section="barnevernsloven §§ 16-3 og 16-5 første ledd",
    href=f"{ACT}/§16-3",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="stat.bufetat",
        nb="Betalingsansvaret gjelder bare tiltak som etaten tilbyr",
        en="The responsibility to pay covers only what the agency offers",
    ),
)
class bufetat_tilbyr_plass(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Enslig mindreårig fra omsorgssenter eller mottak, ikke bosatt",
    en="Unaccompanied minor from a care or reception centre, not settled",
    unit="bool",
    section="forskrift 2003-11-26-1397 § 4",
    href="https://lovdata.no/forskrift/2003-11-26-1397/§4",
)
class enslig_mindrearig_fra_mottak(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Behov for videre tiltak etter akuttvedtaket",
    en="Need for further measures after the emergency decision",
    unit="bool",
    section="barnevernsloven §§ 4-2 tredje ledd, 4-4 andre ledd og 4-5 andre ledd",
    href=f"{ACT}/§4-2",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Behov for videre tiltak når akuttsituasjonen er over",
        en="A need for further measures when the emergency is over",
    ),
)
class behov_for_videre_tiltak(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@rule(
    nb="Akuttvedtak for barnet",
    en="Emergency decision for the child",
    section="barnevernsloven §§ 4-1 til 4-5",
    href=f"{ACT}/§4-2",
    unit="bool",
    only_if=("akuttvedtak",),
)
class akutt_barn(Rule):
    """§§ 4-1 to 4-5: an emergency decision for a child under 18."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("barn_etter_barnevernsloven", period) * person("akuttvedtak", period)


@rule(
    nb="Akuttvedtaket følges opp med begjæring til nemnda",
    en="The emergency decision is followed by an application to the tribunal",
    section="barnevernsloven §§ 4-2 tredje ledd, 4-4 andre ledd og 4-5 andre ledd",
    href=f"{ACT}/§4-2",
    unit="bool",
    only_if=("akuttvedtak",),
)
class akuttvedtak_krever_begjaering(Rule):
    """§§ 4-2, 4-4, 4-5: an emergency decision for a child who needs further measures."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("akutt_barn", period) * person("behov_for_videre_tiltak", period)


@rule(
    nb="Barnet er under kommunens omsorg",
    en="The child is in the care of the kommune",
    section="barnevernsloven §§ 5-1 til 5-3",
    href=f"{ACT}/§5-1",
    unit="bool",
    only_if=("omsorgsovertakelse",),
)
class under_omsorg(Rule):
    """§§ 5-1 to 5-3: a care order for a child under 18."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("barn_etter_barnevernsloven", period) * person("omsorgsovertakelse", period)


@rule(
    nb="Vilkår for institusjon uten samtykke",
    en="Conditions for an institution without consent",
    section="barnevernsloven § 6-2 første ledd",
    href=f"{ACT}/§6-2",
    unit="bool",
)
class vilkar_for_institusjon_uten_samtykke(Rule):
    """§ 6-2: serious danger to the child's own development, and less intrusive measures fail."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        danger = person("alvorlig_utviklingsfare", period)
        fails = person("mindre_inngripende_utilstrekkelig", period)
        return person("barn_etter_barnevernsloven", period) * danger * fails


@rule(
    nb="Bor i barnevernsinstitusjon",
    en="Lives in a child welfare institution",
    section="barnevernsloven § 10-1",
    href=f"{ACT}/§10-1",
    unit="bool",
)
class i_institusjon(Rule):
    """A child, or a youth with aftercare, in an institution under §§ 3-2, 4-4, 5-3, 6-1 or 6-2."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        place = person("plassering", period)
        inside = place == place.possible_values.institusjon
        return inside * person("barnevernstiltak_kan_gis", period)


@rule(
    nb="Barn i institusjon",
    en="Child in an institution",
    section="barnevernsloven §§ 8-4 og 10-21",
    href=f"{ACT}/§10-21",
    unit="bool",
    only_if=("plassering",),
)
class barn_i_institusjon(Rule):
    """§§ 8-4, 10-21: a child under 18 whom the kommune must follow up in the institution."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("i_institusjon", period) * person("barn_etter_barnevernsloven", period)


@rule(
    nb="Bufetat skal bistå med plass",
    en="The state agency must help with a place",
    section="barnevernsloven § 16-3 andre ledd",
    href=f"{ACT}/§16-3",
    unit="bool",
)
class bufetat_bistandsplikt(Rule):
    """§ 16-3 second paragraph: the kommune has asked for a place for a person under 20, after an
    emergency decision too; not in Oslo."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        asked = person("anmodning_om_plass", period)
        covered = person("barnevernstiltak_kan_gis", period)
        return asked * covered * person("statlig_betalingsansvar", period)


def _part_of_month(person, period):
    part = numpy.clip(person("del_av_maneden_plassert", period), 0.0, 1.0)
    return person("i_institusjon", period) * part


@rule(
    nb="Måneder i institusjon fra Bufetat",
    en="Months in an institution from the state agency",
    section="barnevernsloven § 16-5 første ledd",
    href=f"{ACT}/§16-5",
    unit="months",
    only_if=("plassering",),
)
class institusjon_maned_bufetat(Rule):
    """§ 16-5 first paragraph: a place that the state offers, person under 20, not in Oslo."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        offered = person("bufetat_tilbyr_plass", period)
        inside = _part_of_month(person, period)
        return inside * offered * person("statlig_betalingsansvar", period)


@rule(
    nb="Måneder i institusjon som kommunen betaler helt",
    en="Months in an institution paid in full by the kommune",
    section="barnevernsloven § 15-11",
    href=f"{ACT}/§15-11",
    unit="months",
    only_if=("plassering",),
)
class institusjon_maned_kommune(Rule):
    """§ 15-11: not offered by the state, 20 or older, or in Oslo."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        state = person("institusjon_maned_bufetat", period)
        return _part_of_month(person, period) - state


@rule(
    nb="Kommunal egenandel for barnevernsinstitusjon",
    en="Municipal co-payment for residential care",
    section="barnevernsloven § 16-5 tredje ledd",
    href=f"{ACT}/§16-5",
    only_if=("plassering",),
)
class egenandel_institusjon(Rule):
    """§ 16-5 third paragraph: one rate per child and month to the state agency; half for an
    unaccompanied minor who isn't settled; from admission to discharge."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).barnevern.egenandel
        rate = numpy.where(
            person("enslig_mindrearig_fra_mottak", period),
            law.institusjon_enslig_mindrearig,
            law.institusjon,
        )
        return person("institusjon_maned_bufetat", period) * rate
