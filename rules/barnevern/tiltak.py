"""Barnevernsloven chapters 1-3, 8 and 16: who is covered, help at home, and who pays for it.

The kommune pays for what it does itself. Where the state agency (Bufetat) offers the service, the
state pays and the kommune owes an egenandel, as long as the person is under 20. Oslo is its own
state agency and pays all of it (§ 16-6).
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Kommune, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2021-06-18-97"


@input_value(
    nb="Barnevernstjenesten har mottatt bekymringsmelding",
    en="The child welfare service has received a report of concern",
    unit="bool",
    section="barnevernsloven § 2-1",
    href=f"{ACT}/§2-1",
)
class bekymringsmelding(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnevernstjenesten kjenner selv til forhold som bør undersøkes",
    en="The child welfare service itself knows of conditions to investigate",
    unit="bool",
    section="barnevernsloven § 2-2 første ledd",
    href=f"{ACT}/§2-2",
)
class barnevernstjenesten_kjenner_til_forhold(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Rimelig grunn til å undersøke forholdet",
    en="Reasonable grounds to investigate",
    unit="bool",
    section="barnevernsloven § 2-2 første ledd",
    href=f"{ACT}/§2-2",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Rimelig grunn til å anta at det foreligger forhold som kan gi grunnlag for tiltak",
        en="Reasonable grounds to assume conditions that may give grounds for measures",
    ),
)
class grunn_til_undersokelse(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Undersøkelsen har avdekket et hjelpebehov",
    en="The investigation has found a need for help",
    unit="bool",
    section="barnevernsloven § 3-1",
    href=f"{ACT}/§3-1",
)
class hjelpebehov_avdekket(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Hjelpebehovet er særlig",
    en="The need for help is particular",
    unit="bool",
    section="barnevernsloven § 3-1 første ledd",
    href=f"{ACT}/§3-1",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Særlig behov for hjelp på grunn av omsorgssituasjonen eller egen utviklingsfare",
        en="A particular need for help due to care or to danger to the child’s own development",
    ),
)
class hjelpebehov_er_saerlig(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har hjelpetiltak i hjemmet",
    en="Has a help measure at home",
    unit="bool",
    section="barnevernsloven § 3-1",
    href=f"{ACT}/§3-1",
)
class har_hjelpetiltak(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har multisystemisk terapi (MST)",
    en="Has multisystemic therapy (MST)",
    unit="bool",
    section="barnevernsloven § 16-3 fjerde ledd bokstav c",
    href=f"{ACT}/§16-3",
)
class har_mst(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Bufetat tilbyr MST",
    en="The state agency offers MST",
    unit="bool",
    section="barnevernsloven § 16-3 fjerde ledd bokstav c",
    href=f"{ACT}/§16-3",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="stat.bufetat",
        nb="Etaten kan tilby spesialiserte hjelpetiltak som kan forhindre tiltak utenfor hjemmet",
        en="The agency may offer specialised help that can prevent a placement",
    ),
)
class bufetat_tilbyr_mst(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnet kan danne seg egne meninger",
    en="The child is able to form its own views",
    unit="bool",
    section="barnevernsloven § 1-4",
    href=f"{ACT}/§1-4",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="I stand til å danne seg egne meninger; ingen aldersgrense",
        en="Able to form own views; no age limit",
    ),
)
class kan_danne_seg_meninger(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@rule(
    nb="Kommunen er Oslo",
    en="The kommune is Oslo",
    section="barnevernsloven § 16-6",
    href=f"{ACT}/§16-6",
    unit="bool",
)
class er_oslo(Rule):
    """§ 16-6: the act's rules on the state agency don't apply to Oslo, which does its tasks."""

    value_type = bool
    entity = Kommune
    definition_period = MONTH

    def formula(kommune, period, parameters):
        number = parameters(period).barnevern.ansvar.oslo_kommunenummer
        return kommune("kommunenummer", period) == number


@rule(
    nb="Barn etter barnevernsloven",
    en="Child under the child welfare act",
    section="barnevernsloven § 1-2 første ledd",
    href=f"{ACT}/§1-2",
    unit="bool",
)
class barn_etter_barnevernsloven(Rule):
    """§ 1-2: everyone under 18, to and with the month before the birthday."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = parameters(period).barnevern.ansvar.aldersgrense_barn
        age = age_in_months(person, period)
        return (age >= 0) * (age < 12 * limit)


@rule(
    nb="Tiltak etter barnevernsloven kan gis",
    en="Measures under the child welfare act can be given",
    section="barnevernsloven §§ 1-2 og 3-6",
    href=f"{ACT}/§1-2",
    unit="bool",
)
class barnevernstiltak_kan_gis(Rule):
    """§§ 1-2, 3-6: to a child, and to a youth with aftercare."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        child = person("barn_etter_barnevernsloven", period)
        return child + person("har_ettervern", period)


@rule(
    nb="Bekymringsmelding skal gjennomgås",
    en="Report of concern to be reviewed",
    section="barnevernsloven § 2-1",
    href=f"{ACT}/§2-1",
    unit="bool",
    only_if=("bekymringsmelding",),
)
class melding_skal_gjennomgas(Rule):
    """§ 2-1: a report about a child has come in."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        child = person("barn_etter_barnevernsloven", period)
        return child * person("bekymringsmelding", period)


@rule(
    nb="Forholdet skal undersøkes",
    en="The matter must be investigated",
    section="barnevernsloven § 2-2 første ledd",
    href=f"{ACT}/§2-2",
    unit="bool",
    only_if=("bekymringsmelding", "barnevernstjenesten_kjenner_til_forhold"),
)
class undersokelsesplikt(Rule):
    """§ 2-2: reasonable grounds to assume that measures may be called for, whether a report or the
    service's own knowledge gives them."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        child = person("barn_etter_barnevernsloven", period)
        own = child * person("barnevernstjenesten_kjenner_til_forhold", period)
        known = person("melding_skal_gjennomgas", period) + own
        return known * person("grunn_til_undersokelse", period)


@rule(
    nb="Rett til hjelpetiltak",
    en="Right to help measures",
    section="barnevernsloven §§ 1-6 og 3-1",
    href=f"{ACT}/§3-1",
    unit="bool",
)
class rett_til_hjelpetiltak(Rule):
    """§§ 1-6, 3-1: a child with a particular need for help; a measure in force shows that the
    conditions are held to be met."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        need = person("hjelpebehov_avdekket", period) * person("hjelpebehov_er_saerlig", period)
        special = person("har_spesialisert_hjelpetiltak", period)
        running = person("har_hjelpetiltak", period) + special
        return person("barn_etter_barnevernsloven", period) * (need + running)


@rule(
    nb="Måneder med kommunalt hjelpetiltak",
    en="Months of municipal help measures",
    section="barnevernsloven §§ 3-1 og 15-11",
    href=f"{ACT}/§15-11",
    unit="months",
    only_if=("har_hjelpetiltak",),
)
class hjelpetiltak_maned(Rule):
    """§§ 3-1, 15-11: the kommune pays for help to a child who lives at home."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        child = person("barn_etter_barnevernsloven", period)
        place = person("plassering", period)
        home = place == place.possible_values.hjemme
        return child * home * person("har_hjelpetiltak", period)


@rule(
    nb="Hjelpetiltak følges opp",
    en="Help measures are followed up",
    section="barnevernsloven § 8-1",
    href=f"{ACT}/§8-1",
    unit="bool",
)
class hjelpetiltak_folges_opp(Rule):
    """§ 8-1: a decision on help for a child has been carried out, by the kommune or the state."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        special = person("har_spesialisert_hjelpetiltak", period)
        running = person("har_hjelpetiltak", period) + special
        return person("barn_etter_barnevernsloven", period) * running


@rule(
    nb="Staten har økonomisk ansvar for personen",
    en="The state is economically responsible for the person",
    section="barnevernsloven §§ 16-5 andre ledd og 16-6",
    href=f"{ACT}/§16-5",
    unit="bool",
)
class statlig_betalingsansvar(Rule):
    """§§ 16-5, 16-6: for persons under 20, to and with the month before the birthday, outside
    Oslo."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        limit = parameters(period).barnevern.ansvar.aldersgrense_staten
        young = age_in_months(person, period) < 12 * limit
        return young * ~person.kommune("er_oslo", period)


@rule(
    nb="MST kan tilbys av Bufetat",
    en="MST can be offered by the state agency",
    section="barnevernsloven § 16-3 fjerde ledd bokstav c",
    href=f"{ACT}/§16-3",
    unit="bool",
)
class mst_kan_tilbys(Rule):
    """§ 16-3: a child in serious danger to its own development, or with MST, outside Oslo."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        child = person("barn_etter_barnevernsloven", period)
        reason = person("har_mst", period) + person("alvorlig_utviklingsfare", period)
        return child * reason * person("statlig_betalingsansvar", period)


def _mst(person, period):
    return person("barnevernstiltak_kan_gis", period) * person("har_mst", period)


@rule(
    nb="Måneder med MST fra Bufetat",
    en="Months of MST from the state agency",
    section="barnevernsloven §§ 16-3 og 16-5",
    href=f"{ACT}/§16-5",
    unit="months",
    only_if=("har_mst",),
)
class mst_maned_bufetat(Rule):
    """§ 16-5 first paragraph: the state pays for MST that it offers."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        offered = person("bufetat_tilbyr_mst", period)
        return _mst(person, period) * offered * person("statlig_betalingsansvar", period)


@rule(
    nb="Måneder med MST som kommunen betaler helt",
    en="Months of MST paid in full by the kommune",
    section="barnevernsloven § 15-11",
    href=f"{ACT}/§15-11",
    unit="months",
    only_if=("har_mst",),
)
class mst_maned_kommune(Rule):
    """§ 15-11: the kommune pays for MST that the state doesn't offer; Oslo always does."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _mst(person, period) - person("mst_maned_bufetat", period)


@rule(
    nb="Kommunal egenandel for MST",
    en="Municipal co-payment for MST",
    section="barnevernsloven § 16-5 tredje ledd",
    href=f"{ACT}/§16-5",
    only_if=("har_mst",),
)
class egenandel_mst(Rule):
    """§ 16-5 third paragraph: from the kommune to the state agency, for each month of MST."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rate = parameters(period).barnevern.egenandel.mst
        return person("mst_maned_bufetat", period) * rate


@rule(
    nb="Barnet har en barnevernssak",
    en="The child has a child welfare case",
    section="barnevernsloven § 1-4",
    href=f"{ACT}/§1-4",
    unit="bool",
)
class barnevernssak(Rule):
    """§ 1-4, all matters of the child under the act: a report, a need that is found, an emergency
    decision, help, a centre, a care order, a life outside the home, a care centre, or prison."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        open_case = (
            person("bekymringsmelding", period)
            + person("hjelpebehov_avdekket", period)
            + person("akuttvedtak", period)
            + person("omsorgsovertakelse", period)
            + person("i_omsorgssenter", period)
            + person("i_fengsel", period)
            + person("har_hjelpetiltak", period)
            + person("har_spesialisert_hjelpetiltak", period)
            + person("i_senter_for_foreldre_og_barn", period)
        )
        place = person("plassering", period)
        placed = (place == place.possible_values.fosterhjem) + (
            place == place.possible_values.institusjon
        )
        return person("barn_etter_barnevernsloven", period) * (open_case + placed)


@rule(
    nb="Barnet har rett til å medvirke",
    en="The child has a right to take part",
    section="barnevernsloven § 1-4",
    href=f"{ACT}/§1-4",
    unit="bool",
)
class rett_til_medvirkning(Rule):
    """§ 1-4: a child with a case who is able to form its own views, whatever the parents say."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("barnevernssak", period) * person("kan_danne_seg_meninger", period)


@rule(
    nb="Barn i fengsel følges opp",
    en="Child in prison is followed up",
    section="barnevernsloven § 15-10 andre ledd",
    href=f"{ACT}/§15-10",
    unit="bool",
    only_if=("i_fengsel", "i_varetekt"),
)
class barn_i_fengsel(Rule):
    """§ 15-10: a child under 18 in custody or prison; it counts as a measure before 18."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("barn_etter_barnevernsloven", period) * person("innsatt", period)
