"""Sosialtjenesteloven §§ 18-20 a: financial assistance and its conditions, in the act's order.

The need, and who is assessed together, stand in `livsopphold`.
"""

import numpy
from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Husstand, Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
ACT = "https://lovdata.no/lov/2009-12-18-131"


@input_value(
    nb="Søker økonomisk stønad",
    en="Applies for financial assistance",
    unit="bool",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
)
class soker_sosialhjelp(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Stønad til livsopphold, den som vurderes for seg",
    en="Subsistence support, a person assessed alone",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
    only_if=("soker_sosialhjelp",),
)
class livsopphold_for_seg(Rule):
    """§ 18: to an applicant of 18 or more, the own need less the own income, and less bostøtte in a
    household without providers."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        applies = person("vurderes_for_seg", period) * person("soker_sosialhjelp", period)
        household = person.husstand
        alone = household.sum(household.members("vurderes_for_seg", period) * 1.0)
        housing = (household.nb_persons(role=Husstand.FORELDER) == 0) * (
            household("bostotte", period) / numpy.maximum(alone, 1.0)
        )
        lacking = (
            person("behov_til_livsopphold", period)
            - person("inntekt_til_livsopphold", period)
            - housing
        )
        return applies * numpy.maximum(lacking, 0.0)


@rule(
    nb="Stønad til livsopphold, familien",
    en="Subsistence support, the family",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
    only_if=("soker_sosialhjelp",),
)
class livsopphold_familie(Rule):
    """§ 18: when a provider applies, the need of providers and children less their income and the
    household's bostøtte; the whole barnetrygd counted as income until August 2022."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        law = parameters(period).sosial.okonomisk_stonad
        member = husstand.members("vurderes_med_familien", period)
        applies = husstand.any(
            husstand.members("forsorger_i_husstanden", period)
            * husstand.members("soker_sosialhjelp", period)
        )
        lacking = husstand.sum(
            member
            * (
                husstand.members("behov_til_livsopphold", period)
                - husstand.members("inntekt_til_livsopphold", period)
            )
        )
        child_benefit = law.barnetrygd_regnes_med * husstand("barnetrygd", period)
        housing = husstand("bostotte", period)
        return applies * numpy.maximum(lacking - child_benefit - housing, 0.0)


@rule(
    nb="Rett til økonomisk stønad",
    en="Right to financial assistance",
    section="sosialtjenesteloven § 18",
    href=f"{ACT}/§18",
    unit="bool",
    only_if=("soker_sosialhjelp",),
)
class rett_til_okonomisk_stonad(Rule):
    """§ 18: an applicant who lacks the means to live, alone or with the family."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        with_family = person("forsorger_i_husstanden", period) * (
            person.husstand("livsopphold_familie", period) > 0
        )
        return person("soker_sosialhjelp", period) * (
            (person("livsopphold_for_seg", period) > 0) + with_family
        )


@input_value(
    nb="Innvilget stønad i særlige tilfeller",
    en="Granted support in special cases",
    section="sosialtjenesteloven § 19",
    href=f"{ACT}/§19",
)
class stonad_i_saerlige_tilfeller(Rule):
    value_type = float
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er i en vanskelig livssituasjon som økonomisk hjelp kan avhjelpe",
    en="Is in a difficult situation that money can help with",
    unit="bool",
    section="sosialtjenesteloven § 19",
    href=f"{ACT}/§19",
)
class vanskelig_livssituasjon(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Kan få stønad i særlige tilfeller",
    en="May be given support in special cases",
    section="sosialtjenesteloven § 19",
    href=f"{ACT}/§19",
    unit="bool",
    only_if=("vanskelig_livssituasjon",),
)
class kan_fa_stonad_i_saerlige_tilfeller(Rule):
    """§ 19: to whoever has no right under § 18 but needs help to overcome a difficult situation."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("vanskelig_livssituasjon", period) * ~person(
            "rett_til_okonomisk_stonad", period
        )


@input_value(
    nb="Brudd på vilkår, og vedtaket opplyste om mulig reduksjon",
    en="Breach of a condition, and the decision told of a possible cut",
    unit="bool",
    section="sosialtjenesteloven §§ 20 tredje ledd og 20 a fjerde ledd",
    href=f"{ACT}/§20a",
)
class brudd_pa_vilkar(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Reduksjon ved brudd på vilkår, andel av egen sats",
    en="Cut for breach of a condition, share of the person's own rate",
    unit="share",
    section="sosialtjenesteloven §§ 20 tredje ledd og 20 a fjerde ledd",
    href=f"{ACT}/§20a",
    open_norm=OpenNorm(
        least=0.2,
        usual=0.1,
        most=0.0,
        decides="nav_kontor",
        nb="Om stønaden reduseres ved brudd på vilkår, og hvor mye",
        en="Whether the support is cut for a breach of a condition, and how much",
    ),
    confidence="assumed",
    reason="Loven gir ingen størrelse, og statistikk over reduksjoner er ikke lest",
)
class reduksjonsandel_ved_brudd(Rule):
    value_type = float
    default_value = 0.1
    entity = Person
    definition_period = MONTH


@rule(
    nb="Reduksjon ved brudd på vilkår",
    en="Cut for breach of a condition",
    section="sosialtjenesteloven §§ 20 tredje ledd og 20 a fjerde ledd",
    href=f"{ACT}/§20a",
)
class reduksjon_ved_brudd_pa_vilkar(Rule):
    """§§ 20, 20 a: a share of the own rate of the recipient who breaks a condition; the children's
    rates are left alone."""

    value_type = float
    entity = Person
    definition_period = MONTH

    def formula_2017_01(person, period, parameters):
        """The power to cut was written into the act (lov 20 desember 2016 nr. 105)."""
        share = numpy.clip(person("reduksjonsandel_ved_brudd", period), 0.0, 1.0)
        breach = person("rett_til_okonomisk_stonad", period) * person("brudd_pa_vilkar", period)
        return breach * share * person("veiledende_sats", period)


@input_value(
    nb="Tungtveiende grunner taler mot vilkår om aktivitet",
    en="Weighty reasons speak against an activity condition",
    unit="bool",
    section="sosialtjenesteloven § 20 a første ledd",
    href=f"{ACT}/§20a",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="nav_kontor",
        nb="Om tungtveiende grunner taler mot å kreve aktivitet av mottakeren",
        en="Whether weighty reasons speak against asking activity of the recipient",
    ),
)
class tungtveiende_grunner_mot_aktivitet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Det skal stilles vilkår om aktivitet",
    en="An activity condition must be set",
    section="sosialtjenesteloven § 20 a første ledd",
    href=f"{ACT}/§20a",
    unit="bool",
    only_if=("soker_sosialhjelp",),
)
class skal_stilles_vilkar_om_aktivitet(Rule):
    """§ 20 a first paragraph: for a recipient under 30, unless weighty reasons speak against it."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2017_01(person, period, parameters):
        """New § 20 a (lov 20 desember 2016 nr. 105)."""
        limit = parameters(period).sosial.okonomisk_stonad.aldersgrense_aktivitet
        return (
            person("rett_til_okonomisk_stonad", period)
            * (age_in_months(person, period) < 12 * limit)
            * ~person("tungtveiende_grunner_mot_aktivitet", period)
        )


@input_value(
    nb="Manglende norsk eller samisk er grunnen til at personen ikke er selvhjulpen",
    en="Lack of Norwegian or Sami is why the person is not self-supporting",
    unit="bool",
    section="sosialtjenesteloven § 20 a første ledd",
    href=f"{ACT}/§20a",
)
class manglende_norsk_er_grunnen(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Har hatt rett og plikt til introduksjonsprogram",
    en="Has had a right and a duty to the introduction programme",
    unit="bool",
    section="integreringsloven § 8",
    href="https://lovdata.no/lov/2020-11-06-127/§8",
)
class hadde_rett_og_plikt_til_introduksjonsprogram(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Er samiskspråklig",
    en="Speaks Sami",
    unit="bool",
    section="sosialtjenesteloven § 20 a første ledd fjerde punktum",
    href=f"{ACT}/§20a",
)
class samiskspraklig(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Vilkår om norsk- eller samiskopplæring skal vurderes",
    en="A condition of Norwegian or Sami training must be considered",
    section="sosialtjenesteloven § 20 a første ledd",
    href=f"{ACT}/§20a",
    unit="bool",
    only_if=("soker_sosialhjelp",),
)
class skal_vurdere_norskopplaering(Rule):
    """§ 20 a first paragraph: when lack of the language keeps a recipient under 30 from being
    self-supporting."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2021_01(person, period, parameters):
        """Language training came into § 20 a (lov 18 desember 2020 nr. 142)."""
        limit = parameters(period).sosial.okonomisk_stonad.aldersgrense_aktivitet
        return (
            person("rett_til_okonomisk_stonad", period)
            * (age_in_months(person, period) < 12 * limit)
            * person("manglende_norsk_er_grunnen", period)
        )


@rule(
    nb="Vilkår om norskopplæring skal stilles",
    en="A condition of Norwegian training must be set",
    section="sosialtjenesteloven § 20 a første ledd",
    href=f"{ACT}/§20a",
    unit="bool",
    only_if=("soker_sosialhjelp",),
)
class skal_stille_vilkar_om_norskopplaering(Rule):
    """§ 20 a first paragraph: when that recipient had a right and a duty to the introduction
    programme, and does not speak Sami."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula_2021_01(person, period, parameters):
        """Language training came into § 20 a (lov 18 desember 2020 nr. 142)."""
        return (
            person("skal_vurdere_norskopplaering", period)
            * person("hadde_rett_og_plikt_til_introduksjonsprogram", period)
            * ~person("samiskspraklig", period)
        )


@rule(
    nb="Økonomisk sosialhjelp",
    en="Social assistance",
    section="sosialtjenesteloven §§ 18-20 a",
    href=f"{ACT}/§18",
    only_if=(
        "soker_sosialhjelp",
        "stonad_i_saerlige_tilfeller",
    ),
)
class sosialhjelp(Rule):
    """§§ 18-20 a: to the household, what the family and those assessed alone lack, less cuts for
    breach of conditions, and what is granted in special cases."""

    value_type = float
    entity = Husstand
    definition_period = MONTH

    def formula(husstand, period, parameters):
        alone = husstand.members("vurderes_for_seg", period)
        cut = husstand.members("reduksjon_ved_brudd_pa_vilkar", period)
        own = husstand.members("livsopphold_for_seg", period)
        special = husstand.members("stonad_i_saerlige_tilfeller", period)
        family = husstand("livsopphold_familie", period) - husstand.sum(cut * ~alone)
        return (
            numpy.maximum(family, 0.0)
            + husstand.sum(numpy.maximum(own - cut * alone, 0.0))
            + husstand.sum(numpy.maximum(special, 0.0))
        )
