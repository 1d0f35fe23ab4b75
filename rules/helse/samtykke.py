"""Consent and information by age: pasient- og brukerrettighetsloven §§ 3-4, 4-3 and 4-4.

Under 16 the parents consent and are informed; from 12 the child may have reasons against it that
deserve respect; from 7 the child is heard; at 16 it decides.
"""

from openfisca_core.periods import DateUnit

from effektlov.rules.entities import Person
from effektlov.rules.periods import age_in_months
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

MONTH = DateUnit.MONTH
RIGHTS = "https://lovdata.no/lov/1999-07-02-63"


@input_value(
    nb="Skal få helsehjelp som krever samtykke",
    en="Is to get health care that needs consent",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 4-1",
    href=f"{RIGHTS}/§4-1",
)
class trenger_samtykke_til_helsehjelp(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Ønsker ikke at foreldrene informeres",
    en="Doesn’t want the parents to be informed",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 3-4 andre ledd",
    href=f"{RIGHTS}/§3-4",
)
class onsker_ikke_at_foreldrene_vet(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Grunnene til ikke å informere foreldrene bør respekteres",
    en="The reasons for not informing the parents deserve respect",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 3-4 andre ledd",
    href=f"{RIGHTS}/§3-4",
    open_norm=OpenNorm(
        least=False,
        usual=True,
        most=True,
        decides="kommune",
        nb="Bør barnets grunner respekteres?",
        en="Do the child’s reasons deserve respect?",
    ),
)
class grunnene_bor_respekteres(Rule):
    value_type = bool
    default_value = True
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Tungtveiende hensyn til barnet taler mot å informere foreldrene",
    en="Weighty regard for the child speaks against informing the parents",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 3-4 tredje ledd",
    href=f"{RIGHTS}/§3-4",
)
class tungtveiende_hensyn_mot_informasjon(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Informasjonen er nødvendig for å oppfylle foreldreansvaret",
    en="The information is necessary to fulfil parental responsibility",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 3-4 fjerde ledd",
    href=f"{RIGHTS}/§3-4",
)
class informasjon_nodvendig_for_foreldreansvaret(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@input_value(
    nb="Barnet under sju år er i stand til å danne seg egne synspunkter på helsehjelpen",
    en="The child under seven is able to form own views on the care",
    unit="bool",
    section="pasient- og brukerrettighetsloven § 4-4 femte ledd",
    href=f"{RIGHTS}/§4-4",
    open_norm=OpenNorm(
        least=False,
        usual=False,
        most=True,
        decides="kommune",
        nb="Er barnet i stand til å danne seg egne synspunkter på det samtykket dreier seg om?",
        en="Is the child able to form own views on what the consent is about?",
    ),
)
class yngre_barn_har_egne_synspunkter(Rule):
    value_type = bool
    entity = Person
    definition_period = MONTH


@rule(
    nb="Foreldrene skal ikke informeres",
    en="The parents are not to be informed",
    section="pasient- og brukerrettighetsloven § 3-4",
    href=f"{RIGHTS}/§3-4",
    unit="bool",
)
class foreldre_skal_ikke_informeres(Rule):
    """§ 3-4: from 12 to 16 for reasons that deserve respect, at any age for weighty ones; but not
    what parental responsibility needs."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).helse.samtykke
        age = age_in_months(person, period)
        objects = person("onsker_ikke_at_foreldrene_vet", period) * person(
            "grunnene_bor_respekteres", period
        )
        may_object = (age >= 12 * law.reservasjon_alder) * (age < 12 * law.myndig_alder)
        weighty = person("tungtveiende_hensyn_mot_informasjon", period)
        silent = may_object * objects + weighty
        minor = (age >= 0) * (age < 12 * law.myndighetsalder)
        needed = person("informasjon_nodvendig_for_foreldreansvaret", period)
        return minor * person("trenger_samtykke_til_helsehjelp", period) * silent * ~needed


@rule(
    nb="Foreldrene skal informeres om helsehjelpen",
    en="The parents are to be informed of the care",
    section="pasient- og brukerrettighetsloven § 3-4",
    href=f"{RIGHTS}/§3-4",
    unit="bool",
)
class foreldre_skal_informeres(Rule):
    """§ 3-4: under 16, and to 18 what parental responsibility needs; not when an exception
    applies."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).helse.samtykke
        age = age_in_months(person, period)
        minor = (age >= 0) * (age < 12 * law.myndighetsalder)
        needed = person("informasjon_nodvendig_for_foreldreansvaret", period)
        told = (age < 12 * law.myndig_alder) + needed
        patient = person("trenger_samtykke_til_helsehjelp", period)
        return minor * patient * told * ~person("foreldre_skal_ikke_informeres", period)


@rule(
    nb="Barnet skal høres før det samtykkes",
    en="The child is to be heard before consent is given",
    section="pasient- og brukerrettighetsloven § 4-4 femte ledd",
    href=f"{RIGHTS}/§4-4",
    unit="bool",
)
class barnet_skal_hores_om_helsehjelp(Rule):
    """§ 4-4: from 7, and younger who can form own views, until the child itself consents."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).helse.samtykke
        age = age_in_months(person, period)
        able = (age >= 12 * law.hores_alder) + person("yngre_barn_har_egne_synspunkter", period)
        heard = (age >= 0) * able * (age < 12 * law.myndig_alder)
        return (
            heard
            * person("trenger_samtykke_til_helsehjelp", period)
            * ~_consents(person, period, parameters)
        )


@rule(
    nb="Barnets mening skal ha stor vekt",
    en="The child’s opinion carries great weight",
    section="pasient- og brukerrettighetsloven § 4-4 femte ledd",
    href=f"{RIGHTS}/§4-4",
    unit="bool",
)
class barnets_mening_teller_mye(Rule):
    """§ 4-4: from 12, until the child itself consents."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        law = parameters(period).helse.samtykke
        old_enough = age_in_months(person, period) >= 12 * law.stor_vekt_alder
        return old_enough * person("barnet_skal_hores_om_helsehjelp", period)


@rule(
    nb="Samtykker selv til helsehjelpen",
    en="Consents to the care itself",
    section="pasient- og brukerrettighetsloven § 4-3 første ledd",
    href=f"{RIGHTS}/§4-3",
    unit="bool",
)
class samtykker_selv_til_helsehjelp(Rule):
    """§ 4-3: from 16; from 12 to care that the parents aren’t informed of."""

    value_type = bool
    entity = Person
    definition_period = MONTH

    def formula(person, period, parameters):
        return person("trenger_samtykke_til_helsehjelp", period) * _consents(
            person, period, parameters
        )


def _consents(person, period, parameters):
    law = parameters(period).helse.samtykke
    age = age_in_months(person, period)
    unknown = person("foreldre_skal_ikke_informeres", period)
    competent = ~person("mangler_beslutningskompetanse", period)
    own = (age >= 12 * law.myndig_alder) + (age >= 12 * law.reservasjon_alder) * unknown
    return own * competent
