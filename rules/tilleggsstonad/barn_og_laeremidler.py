"""Tilleggsstønadsforskriften §§ 10 to 13: care of children and learning materials; the sums that
each budget item pays."""

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.rounding import nearest_krone, round_half_up
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
REGULATION = "https://lovdata.no/forskrift/2015-07-02-867"


@input_value(
    nb="Dokumenterte utgifter til pass av barn",
    en="Documented expenses for care of children",
    unit="kr",
    section="forskrift 2 juli 2015 nr. 867 § 11",
    href=f"{REGULATION}/§11",
)
class pass_av_barn_utgifter(Rule):
    """A whole month, of all the children who have not completed the fourth school year or whom
    § 10 lets be older."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Antall barn med utgifter til pass",
    en="Number of children with care expenses",
    unit="count",
    section="forskrift 2 juli 2015 nr. 867 § 10",
    href=f"{REGULATION}/§10",
)
class pass_av_barn_antall(Rule):
    value_type = int
    entity = Person
    default_value = 1
    definition_period = MONTH


@input_value(
    nb="Den andre forelderen får tilleggsstønad for de samme barna",
    en="The other parent gets the grant for the same children",
    unit="bool",
    section="forskrift 2 juli 2015 nr. 867 § 10 tredje ledd",
    href=f"{REGULATION}/§10",
)
class pass_av_barn_til_den_andre(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Rett til tilleggsstønad til pass av barn",
    en="Right to a supplementary grant for care of children",
    section="forskrift 2 juli 2015 nr. 867 § 10",
    href=f"{REGULATION}/§10",
    unit="bool",
    only_if=("tilleggsstonad_malgruppe",),
)
class rett_til_pass_av_barn(Rule):
    """§ 10: for the care of a child, in a measure or education; a lone parent or survivor also as a
    job seeker. One of the parents only."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        group = person("tilleggsstonad_malgruppe", period)
        groups = group.possible_values
        activity = person("tilleggsstonad_aktivitet", period)
        former = person("tidligere_regler_overgangsstonad", period)
        seeker = (activity == activity.possible_values.reell_arbeidssoker) * (
            (group == groups.enslig_forsorger) * former + (group == groups.gjenlevende)
        )
        entitled = person("rett_til_tilleggsstonad_utenom_laeremidler", period) + seeker
        children = person("pass_av_barn_antall", period) > 0
        return entitled * children * ~person("pass_av_barn_til_den_andre", period)


@rule(
    nb="Dagsats for pass av barn",
    en="Daily rate for care of children",
    section="forskrift 2 juli 2015 nr. 867 § 11",
    href=f"{REGULATION}/§11",
    unit="kr/day",
)
class pass_av_barn_dagsats(Rule):
    """§ 11: 64 per cent of the expenses within the ceilings of § 15-10, over 21.67 days. Until 2019
    the expenses up to a rate per day and child; kontantstøtte comes off from March 2020."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tilleggsstonad.tilleggsstonad
        more = numpy.maximum(person("pass_av_barn_antall", period) - 1, 0)
        highest = law.pass_forste_barn + more * law.pass_ovrige_barn
        expenses = numpy.maximum(person("pass_av_barn_utgifter", period), 0)
        day = round_half_up(expenses / law.virkedager_per_maned, law.sats_desimaler)
        return numpy.minimum(day, highest)

    # Forskrift 10 desember 2019 nr. 1712: 64 per cent within the ceilings of § 15-10.
    def formula_2020_01(person, period, parameters):
        return _rate(person, period, parameters, 0)

    # Forskrift 10 desember 2019 nr. 1713: kontantstøtte comes off the expenses.
    def formula_2020_03(person, period, parameters):
        return _rate(person, period, parameters, person("kontantstotte_fratrekk", period))


def _rate(person, period, parameters, cash_for_care):
    law = parameters(period).tilleggsstonad.tilleggsstonad
    ceilings = parameters(period).enslig_forsorger.barnetilsyn
    children = person("pass_av_barn_antall", period)
    highest = numpy.select(
        [children <= 0, children == 1, children <= ceilings.flest_barn_med_egen_sats],
        [0.0, ceilings.maks_ett_barn, ceilings.maks_to_barn],
        default=ceilings.maks_tre_barn,
    )
    expenses = numpy.maximum(person("pass_av_barn_utgifter", period) - cash_for_care, 0)
    covered = round_half_up(law.dekning_pass_av_barn * expenses, 0)
    month = numpy.minimum(covered, highest)
    return round_half_up(month / law.virkedager_per_maned, law.sats_desimaler)


@rule(
    nb="Tilleggsstønad til pass av barn",
    en="Supplementary grant for care of children",
    section="forskrift 2 juli 2015 nr. 867 §§ 10 og 11",
    href=f"{REGULATION}/§11",
    only_if=("tilleggsstonad_malgruppe",),
)
class tilleggsstonad_pass_av_barn(Rule):
    """§§ 10, 11: the daily rate for the days of activity, in whole kroner."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        rate = person("pass_av_barn_dagsats", period) * person("tilleggsstonad_dager", period)
        return person("rett_til_pass_av_barn", period) * round_half_up(rate, 0)


class Studieniva(Enum):
    ingen = "Ingen utgifter til læremidler"
    videregaende = "Videregående skoles nivå"
    hoyere = "Universitets-, høyskole- eller fagskolenivå"


@input_value(
    nb="Nivå på utdanningen eller opplæringstiltaket",
    en="Level of the education or training measure",
    unit="enum",
    section="forskrift 2 juli 2015 nr. 867 § 13",
    href=f"{REGULATION}/§13",
)
class laeremidler_studieniva(Rule):
    value_type = Enum
    possible_values = Studieniva
    default_value = Studieniva.ingen
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Studieprosent",
    en="Study share",
    unit="share",
    section="forskrift 2 juli 2015 nr. 867 § 13",
    href=f"{REGULATION}/§13",
)
class laeremidler_studieandel(Rule):
    value_type = float
    entity = Person
    default_value = 1.0
    definition_period = MONTH


@input_value(
    nb="Har rett til gratis læremidler etter annet regelverk",
    en="Has a right to free learning materials under other rules",
    unit="bool",
    section="forskrift 2 juli 2015 nr. 867 § 12",
    href=f"{REGULATION}/§12",
)
class gratis_laeremidler(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Faktiske utgifter til læremidler som er særlig store på grunn av funksjonshemning",
    en="Actual expenses for learning materials, very large because of disability",
    unit="kr",
    section="forskrift 2 juli 2015 nr. 867 § 13",
    href=f"{REGULATION}/§13",
)
class laeremidler_saerlig_store_utgifter(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@rule(
    nb="Tilleggsstønad til læremidler",
    en="Supplementary grant for learning materials",
    section="forskrift 2 juli 2015 nr. 867 §§ 12 og 13",
    href=f"{REGULATION}/§13",
)
class tilleggsstonad_laeremidler(Rule):
    """§§ 12, 13: the rate of the level for each month begun, half of it up to half-time study; the
    actual expenses when a disability makes them very large."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).tilleggsstonad.tilleggsstonad
        level = person("laeremidler_studieniva", period)
        levels = level.possible_values
        full = numpy.select(
            [level == levels.hoyere, level == levels.videregaende],
            [law.laeremidler_hoyere, law.laeremidler_videregaende],
            default=0.0,
        )
        half = person("laeremidler_studieandel", period) <= law.laeremidler_halv_sats_til
        rate = numpy.where(half, nearest_krone(law.laeremidler_halv_sats * full), full)
        large = numpy.maximum(person("laeremidler_saerlig_store_utgifter", period), 0)
        amount = numpy.where(large > 0, nearest_krone(large), rate)
        return (
            person("rett_til_tilleggsstonad", period)
            * ~person("gratis_laeremidler", period)
            * amount
        )


@rule(
    nb="Tilleggsstønader i alt",
    en="Supplementary grants, total",
    section="forskrift 2 juli 2015 nr. 867 § 1",
    href=f"{REGULATION}/§1",
    only_if=("tilleggsstonad_malgruppe",),
)
class tilleggsstonad(Rule):
    """§ 1: travel, housing, care of children and learning materials of the month."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return (
            person("tilleggsstonad_reise", period)
            + person("tilleggsstonad_boutgifter", period)
            + person("tilleggsstonad_pass_av_barn", period)
            + person("tilleggsstonad_laeremidler", period)
        )


def _for_group(person, period, name):
    group = person("tilleggsstonad_malgruppe", period)
    return (group == group.possible_values[name]) * person("tilleggsstonad", period)


@rule(
    nb="Tilleggsstønader ved nedsatt arbeidsevne",
    en="Supplementary grants, reduced work ability",
    section="folketrygdloven § 11 A-4",
    href="https://lovdata.no/lov/1997-02-28-19/§11A-4",
    only_if=("tilleggsstonad_malgruppe",),
)
class tilleggsstonad_nedsatt_arbeidsevne(Rule):
    """§ 11 A-4: to who has reduced work ability and is in a measure."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _for_group(person, period, "nedsatt_arbeidsevne")


@rule(
    nb="Tilleggsstønader til enslig mor eller far",
    en="Supplementary grants, lone mother or father",
    section="folketrygdloven § 15-11",
    href="https://lovdata.no/lov/1997-02-28-19/§15-11",
    only_if=("tilleggsstonad_malgruppe",),
)
class tilleggsstonad_enslig_mor_eller_far(Rule):
    """§ 15-11: to a lone mother or father in education or seeking work."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _for_group(person, period, "enslig_forsorger")


@rule(
    nb="Tilleggsstønader til gjenlevende og tidligere familiepleier",
    en="Supplementary grants, survivor and former family carer",
    section="folketrygdloven §§ 17-10 a og 17-15",
    href="https://lovdata.no/lov/1997-02-28-19/§17-10a",
    only_if=("tilleggsstonad_malgruppe",),
)
class tilleggsstonad_gjenlevende(Rule):
    """§§ 17-10 a, 17-15: to a survivor or former carer in education or seeking work."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _for_group(person, period, "gjenlevende")


@rule(
    nb="Reisestønad til deltaker på arbeidsmarkedstiltak",
    en="Travel grant to a participant in a labour market measure",
    section="arbeidsmarkedsloven § 13 andre ledd",
    href="https://lovdata.no/lov/2004-12-10-76/§13",
    only_if=("tilleggsstonad_malgruppe",),
)
class tilleggsstonad_arbeidssoker(Rule):
    """§ 13 second paragraph: travel of others in a labour market measure."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _for_group(person, period, "arbeidssoker")
