"""Folketrygdloven §§ 15-5, 15-6, 15-8 and 15-12: the right to transitional benefit.

Until June 2026: a child under eight, activity once the youngest is one, three years in all with
extensions. From July 2026: until the child is 14 months; special supervision to 18 in both.
"""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months, month_index
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH, ETERNITY = DateUnit.MONTH, DateUnit.ETERNITY
ACT = "https://lovdata.no/lov/1997-02-28-19"


@input_value(
    nb="Innvilget overgangsstønad",
    en="Granted transitional benefit",
    unit="bool",
    section="folketrygdloven § 15-5",
    href=f"{ACT}/§15-5",
)
class innvilget_overgangsstonad(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Omsorgen for barn gjør at forelderen ikke kan forsørge seg selv ved arbeid",
    en="Care of the child keeps the parent from supporting herself by work",
    unit="bool",
    section="folketrygdloven § 15-5 første ledd",
    href=f"{ACT}/§15-5",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="nav",
        nb="Om medlemmet er midlertidig ute av stand til å forsørge seg selv, er en vurdering",
        en="Whether the member is for a time unable to support herself is a judgement",
    ),
)
class omsorg_hindrer_selvforsorgelse(Rule):
    value_type = bool
    entity = Person
    default_value = True
    definition_period = MONTH


@input_value(
    nb="Barnet krever særlig tilsyn",
    en="The child needs special supervision",
    unit="bool",
    section="folketrygdloven § 15-5, til 30. juni 2026 § 15-8 tredje ledd",
    href=f"{ACT}/§15-5",
)
class barn_krever_saerlig_tilsyn(Rule):
    """Disability, illness or great social problems keep the parent from work; stated for the
    child."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har sagt opp arbeidet uten rimelig grunn de siste seks månedene før søknaden",
    en="Gave up work without good reason in the six months before the claim",
    unit="bool",
    section="folketrygdloven § 15-5",
    href=f"{ACT}/§15-5",
)
class sagt_opp_uten_rimelig_grunn(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Stønaden er falt bort som sanksjon eller utestengning",
    en="The benefit has lapsed as a sanction or exclusion",
    unit="bool",
    section="folketrygdloven § 15-12",
    href=f"{ACT}/§15-12",
)
class sanksjon_enslig_mor_eller_far(Rule):
    """One month for refusing work or meetings (until June 2026), up to six for false facts."""

    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er i arbeid, utdanning, reell arbeidssøker eller etablerer virksomhet, minst halv tid",
    en="Works, studies, seeks work or starts a business, at least half time",
    unit="bool",
    section="folketrygdloven § 15-6 første ledd",
    href=f"{ACT}/§15-6",
)
class yrkesrettet_aktivitet(Rule):
    """True unless the case says otherwise: who is granted the benefit keeps the duty."""

    value_type = bool
    entity = Person
    default_value = True
    definition_period = MONTH


@input_value(
    nb="Barnet har ingen tilfredsstillende tilsynsordning, uten at forelderen er skyld i det",
    en="The child has no satisfactory care arrangement through no fault of the parent",
    unit="bool",
    section="folketrygdloven § 15-6 femte ledd",
    href=f"{ACT}/§15-6",
)
class mangler_tilsynsordning(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneder med stønad uten aktivitet fordi tilsynsordning mangler, før denne måneden",
    en="Months of benefit without activity for lack of care, before this month",
    unit="months",
    section="folketrygdloven § 15-6 femte ledd",
    href=f"{ACT}/§15-6",
)
class mangler_tilsynsordning_maneder(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Forelderens eller barnets sykdom hindrer yrkesrettet aktivitet",
    en="Illness of the parent or child prevents activity",
    unit="bool",
    section="folketrygdloven § 15-6 femte ledd",
    href=f"{ACT}/§15-6",
)
class sykdom_hindrer_aktivitet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Fyller aktivitetsplikten",
    en="Meets the activity duty",
    section="folketrygdloven § 15-6",
    href=f"{ACT}/§15-6",
    unit="bool",
)
class fyller_aktivitetsplikten(Rule):
    """§ 15-6: no duty until the youngest has turned one, for special supervision or illness; from
    February 2024 at most six months for lack of a care arrangement."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        excused = person("mangler_tilsynsordning", period)
        return _active(person, period, parameters) + excused

    # Lov 8 desember 2023 nr. 87: at most six months.
    def formula_2024_02(person, period, parameters):
        law = parameters(period).enslig_forsorger.overgangsstonad
        used = person("mangler_tilsynsordning_maneder", period)
        excused = person("mangler_tilsynsordning", period) * (
            used < law.maneder_uten_tilsynsordning
        )
        return _active(person, period, parameters) + excused


def _active(person, period, parameters):
    law = parameters(period).enslig_forsorger.overgangsstonad
    kind = person("overgangsstonad_forlengelse", period)
    kinds = kind.possible_values
    return (
        _child_up_to(person, period, 12 * law.aktivitet_fra_alder)
        + person.husstand.any(person.husstand.members("barn_som_ventes", period))
        + _special_supervision(person, period)
        + person("yrkesrettet_aktivitet", period)
        + person("sykdom_hindrer_aktivitet", period)
        + (kind == kinds.forbigaende_sykdom)
        + (kind == kinds.ventetid)
    )


def _child_up_to(person, period, months):
    """Whether the parent has sole care of a child of at most this age."""
    members = person.husstand.members
    near = age_in_months(members, period) <= months
    return person.husstand.any(members("barn_i_aleneomsorg", period) * near)


def _special_supervision(person, period):
    members = person.husstand.members
    return person.husstand.any(
        members("barn_i_aleneomsorg", period) * members("barn_krever_saerlig_tilsyn", period)
    )


@input_value(
    nb="Måneder brukt av stønadstiden før denne måneden",
    en="Months of the benefit period used before this month",
    unit="months",
    section="folketrygdloven § 15-8",
    href=f"{ACT}/§15-8",
)
class overgangsstonad_brukte_maneder(Rule):
    """Months before birth, for a new child under 14 months and for special supervision do not
    count."""

    value_type = int
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Under nødvendig og hensiktsmessig utdanning, minst halv tid",
    en="In necessary and suitable education, at least half time",
    unit="bool",
    section="folketrygdloven § 15-6 første ledd bokstav c",
    href=f"{ACT}/§15-6",
)
class nodvendig_utdanning(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Fikk aleneomsorg for barn før fylte 18 år",
    en="Got sole care of a child before 18",
    unit="bool",
    section="folketrygdloven § 15-8 andre ledd",
    href=f"{ACT}/§15-8",
)
class aleneomsorg_for_18(Rule):
    value_type = bool
    entity = Person
    definition_period = ETERNITY


class Forlengelse(Enum):
    ingen = "Ingen forlengelse"
    forbigaende_sykdom = "Forbigående sykdom"
    ventetid = "Venter på skolestart, barnetilsyn eller arbeid"
    utdanningsar = "Ut et påbegynt utdanningsår"


@input_value(
    nb="Forlengelse i direkte tilknytning til stønadsperioden",
    en="Extension in direct continuation of the benefit period",
    unit="enum",
    section="folketrygdloven § 15-8 andre, fjerde og femte ledd; fra 1. juli 2026 § 15-5",
    href=f"{ACT}/§15-8",
)
class overgangsstonad_forlengelse(Rule):
    """From July 2026 only a passing illness of the child extends the period."""

    value_type = Enum
    possible_values = Forlengelse
    default_value = Forlengelse.ingen
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Måneder brukt av forlengelsen før denne måneden",
    en="Months of the extension used before this month",
    unit="months",
    section="folketrygdloven § 15-8 fjerde og femte ledd",
    href=f"{ACT}/§15-8",
)
class overgangsstonad_forlengelse_brukte_maneder(Rule):
    value_type = int
    entity = Person
    definition_period = MONTH


@rule(
    nb="Nytt barn gir ny stønadsperiode",
    en="A new child gives a new benefit period",
    section="folketrygdloven § 15-8 første ledd",
    href=f"{ACT}/§15-8",
    unit="bool",
    confidence="assumed",
    reason="Until January 2024 the month in which the right to kindergarten arises is the last.",
)
class ny_stonadsperiode_for_nytt_barn(Rule):
    """§ 15-8 first paragraph: after a whole period, until the new child has a right to a place in
    kindergarten; from February 2024 to the month in which it is 14 months."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).enslig_forsorger.overgangsstonad
        members = person.husstand.members
        born = members("fodselsmaned", period)
        month = numpy.mod(born, 12) + 1
        running = (month >= law.barnehage_lopende_fra) * (month <= law.barnehage_lopende_til)
        first_birthday = born + 12
        intake = first_birthday + numpy.mod(law.barnehage_opptaksmaned - month, 12)
        last = numpy.where(running, first_birthday, intake)
        waits = members("barn_i_aleneomsorg", period) * (month_index(period) <= last)
        return person.husstand.any(waits)

    # Lov 8 desember 2023 nr. 87: to the month in which the child is 14 months.
    def formula_2024_02(person, period, parameters):
        law = parameters(period).enslig_forsorger.overgangsstonad
        return _child_up_to(person, period, law.ny_periode_til_maneder)


@rule(
    nb="Innenfor stønadstiden for overgangsstønad",
    en="Within the period of transitional benefit",
    section="folketrygdloven §§ 15-5 og 15-8",
    href=f"{ACT}/§15-5",
    unit="bool",
)
class innenfor_stonadstiden(Rule):
    """§§ 15-5, 15-8: a child under eight within three years and the extensions; from July 2026 a
    child of at most 14 months, or 24 months more when it is ill. To 18 for special supervision and
    two months before birth in both."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _former_period(person, period, parameters) + _always(person, period)

    # Lov 12 juni 2026 nr. 27: § 15-8 repealed, § 15-5 to the child's 14th month.
    def formula_2026_07(person, period, parameters):
        law = parameters(period).enslig_forsorger.overgangsstonad
        former = person("tidligere_regler_overgangsstonad", period)
        kind = person("overgangsstonad_forlengelse", period)
        ill = (kind == kind.possible_values.forbigaende_sykdom) * (
            person("overgangsstonad_forlengelse_brukte_maneder", period) < law.forlengelse_sykdom
        )
        now = _child_up_to(person, period, law.barn_under_maneder) + ill
        before = _former_period(person, period, parameters)
        return numpy.where(former, before, now) + _always(person, period)


def _always(person, period):
    expected = person.husstand.any(person.husstand.members("barn_som_ventes", period))
    return expected + _special_supervision(person, period)


def _former_period(person, period, parameters):
    law = parameters(period).enslig_forsorger.overgangsstonad
    used = person("overgangsstonad_brukte_maneder", period)
    children = person.husstand.sum(person.husstand.members("barn_i_aleneomsorg", period))
    long = (children > law.mange_barn) + person("aleneomsorg_for_18", period)
    study = numpy.where(long, law.utvidelse_utdanning_stor, law.utvidelse_utdanning)
    longest = 12 * (law.hovedperiode + person("nodvendig_utdanning", period) * study)
    young = _child_up_to(person, period, law.barn_under_maneder_tidligere_regler)
    kind = person("overgangsstonad_forlengelse", period)
    extended = person("overgangsstonad_forlengelse_brukte_maneder", period)
    kinds = kind.possible_values
    return (
        young * (used < longest)
        + person("ny_stonadsperiode_for_nytt_barn", period)
        + (kind == kinds.forbigaende_sykdom) * (extended < law.forlengelse_sykdom)
        + (kind == kinds.ventetid) * (extended < law.forlengelse_ventetid)
        + (kind == kinds.utdanningsar)
    )


@rule(
    nb="Rett til overgangsstønad",
    en="Right to transitional benefit",
    section="folketrygdloven §§ 15-2 til 15-8 og 15-12",
    href=f"{ACT}/§15-5",
    unit="bool",
)
class rett_til_overgangsstonad(Rule):
    """§§ 15-2 to 15-8, 15-12: a member, alone with the care of a child, within the period, who
    keeps the activity duty (none from July 2026) and has not given up work without reason."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _conditions(person, period) * person("fyller_aktivitetsplikten", period)

    # Lov 12 juni 2026 nr. 27: § 15-6 repealed.
    def formula_2026_07(person, period, parameters):
        former = person("tidligere_regler_overgangsstonad", period)
        return _conditions(person, period) * (~former + person("fyller_aktivitetsplikten", period))


def _conditions(person, period):
    return (
        person("enslig_mor_eller_far", period)
        * person("forutgaende_medlemskap", period)
        * person("omsorg_hindrer_selvforsorgelse", period)
        * person("innenfor_stonadstiden", period)
        * ~person("sagt_opp_uten_rimelig_grunn", period)
        * ~person("sanksjon_enslig_mor_eller_far", period)
    )


@rule(
    nb="Måned med overgangsstønad",
    en="Month with transitional benefit",
    section="folketrygdloven § 15-5",
    href=f"{ACT}/§15-5",
    unit="bool",
    only_if=("innvilget_overgangsstonad",),
)
class overgangsstonad_maned(Rule):
    """When granted, in a month with the right."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("innvilget_overgangsstonad", period) * person(
            "rett_til_overgangsstonad", period
        )
