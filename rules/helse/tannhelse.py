"""Tannhelsetjenesteloven § 1-3: whom the public dental service must reach, group by group.

The right and the price stand with the own payments. Here is each group of § 1-3 with its own
conditions; the shares of the rates are those of the regulation of 24 May 1984.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months, age_in_years
from effektlov.rules.rule import Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/1983-06-03-54"
REGULATION = "https://lovdata.no/forskrift/1984-05-24-1268"


@input_value(
    nb="Assistanse, avlastning eller LAR på grunn av rusmiddelavhengighet varer, måneder",
    en="Assistance, respite or LAR because of addiction lasts, months",
    unit="months",
    section="forskrift om vederlag for tannhelsetjenester § 2a",
    href=f"{REGULATION}/§2a",
)
class rustiltak_varer_maneder(Rule):
    """The whole length of the service; the right holds from its beginning."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Fengselsoppholdet varer, måneder",
    en="The stay in prison lasts, months",
    unit="months",
    section="forskrift om vederlag for tannhelsetjenester § 2a",
    href=f"{REGULATION}/§2a",
)
class fengselsopphold_varer_maneder(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Trenger akutt tannhelsehjelp",
    en="Needs urgent dental care",
    unit="bool",
    section="forskrift om vederlag for tannhelsetjenester § 2a",
    href=f"{REGULATION}/§2a",
)
class trenger_akutt_tannhelsehjelp(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="I institusjon eller med hjemmesykepleie sammenhengende, måneder",
    en="In an institution or with home nursing without a break, months",
    unit="months",
    section="forskrift om vederlag for tannhelsetjenester § 2",
    href=f"{REGULATION}/§2",
)
class institusjon_eller_hjemmesykepleie_maneder(Rule):
    """§ 2: the whole length it has had or is expected to have, for the old, the long ill and the
    disabled."""

    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tannbehandlingen henger sammen med sykdommen i institusjonen eller hjemmesykepleien",
    en="The dental treatment is connected with the illness of the institution or home nursing",
    unit="bool",
    section="forskrift om vederlag for tannhelsetjenester § 2",
    href=f"{REGULATION}/§2",
)
class tannbehandling_for_sykdommen(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Gratis tannhelsehjelp til og med året man fyller 18",
    en="Free dental care to and with the year of turning 18",
    section="tannhelsetjenesteloven §§ 1-3 bokstav a og 2-2",
    href=f"{ACT}/§1-3",
    unit="bool",
)
class gratis_tannhelse_barn_og_unge(Rule):
    """§§ 1-3 letter a, 2-2: a regular and outreaching offer without payment, orthodontics apart."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        last = parameters(period).egenandel.tannhelse.barn_til_alder
        born = age_in_months(person, period) >= 0
        return born * (age_in_years(person, period.this_year) <= last)


@rule(
    nb="Tannhelsehjelp til redusert pris for unge voksne",
    en="Dental care at a lower price for young adults",
    section="tannhelsetjenesteloven § 1-3 bokstav d; forskriften § 3",
    href=f"{REGULATION}/§3",
    unit="bool",
)
class tannhelse_unge_voksne(Rule):
    """§ 1-3 letter d, § 3: from the year of turning 19 to the last age of the right (20, 24 from
    July 2024, 28 from July 2025)."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return _young_adult(person, period, parameters)

    def formula_2024_07(person, period, parameters):
        """§ 2-1 a: five years of residence with a temporary permit, or a reciprocal agreement."""
        agreed = person("tannhelse_etter_gjensidighetsavtale", period)
        short = person("midlertidig_opphold_under_fem_ar", period) * ~agreed
        return _young_adult(person, period, parameters) * ~short


@rule(
    nb="Gratis tannhelsehjelp ved psykisk utviklingshemming, i institusjon og hjemmesykepleie",
    en="Free dental care with an intellectual disability, in institutions and home nursing",
    section="tannhelsetjenesteloven § 1-3 bokstav b og c; forskriften § 2",
    href=f"{REGULATION}/§2",
    unit="bool",
)
class gratis_tannhelse_utviklingshemmede_og_pleie(Rule):
    """§§ 1-3 letters b and c, 2-2: an intellectual disability, in and out of institutions; the stay
    or the nursing of three months or more, or treatment connected with its illness."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        least = parameters(period).helse.tannhelse.varighet
        months = person("institusjon_eller_hjemmesykepleie_maneder", period)
        connected = (months > 0) * person("tannbehandling_for_sykdommen", period)
        disabled = person("psykisk_utviklingshemmet", period.this_year)
        return disabled + (months >= least) + connected


@rule(
    nb="Gratis tannhelsehjelp ved rusmiddelavhengighet og i fengsel",
    en="Free dental care with addiction and in prison",
    section="tannhelsetjenesteloven § 1-3 bokstav e og f; forskriften § 2a",
    href=f"{REGULATION}/§2a",
    unit="bool",
)
class gratis_tannhelse_rus_og_fengsel(Rule):
    """§ 2a: services because of addiction, or a stay in prison, of three months or more; urgent
    help to any inmate."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2024_07(person, period, parameters):
        law = parameters(period).helse.tannhelse
        addiction = person("rustiltak_varer_maneder", period) >= law.varighet
        long_stay = person("fengselsopphold_varer_maneder", period) >= law.varighet
        urgent = person("trenger_akutt_tannhelsehjelp", period)
        return addiction + person("innsatt", period) * (long_stay + urgent)


def _young_adult(person, period, parameters):
    law = parameters(period).egenandel.tannhelse
    turns = age_in_years(person, period.this_year)
    return (turns > law.barn_til_alder) * (turns <= law.rett_til_alder)
