"""The entities that rules are about: a person, her household, its kommune and fylkeskommune."""

from openfisca_core.entities import build_entity

Person = build_entity(
    key="person",
    plural="personer",
    label="Person",
    doc="A natural person, 0-29 years or a parent of one.",
    is_person=True,
)

Husstand = build_entity(
    key="husstand",
    plural="husstander",
    label="Husstand",
    doc="Those who live together. A parent elsewhere or a foster home is another husstand.",
    roles=[
        {"key": "forelder", "plural": "foreldre", "max": 2, "label": "Parent"},
        {"key": "barn", "plural": "barna", "label": "Child or young person"},
        {"key": "annen", "plural": "andre", "label": "Another adult"},
    ],
)

Kommune = build_entity(
    key="kommune",
    plural="kommuner",
    label="Kommune",
    doc="The kommune where the household lives; numbers are those of 2024 for every year.",
    roles=[{"key": "innbygger", "plural": "innbyggere", "label": "Inhabitant"}],
)

Fylkeskommune = build_entity(
    key="fylkeskommune",
    plural="fylkeskommuner",
    label="Fylkeskommune",
    doc="The county authority where the household lives.",
    roles=[{"key": "fylkesinnbygger", "plural": "fylkesinnbyggere", "label": "Inhabitant"}],
)

entities = [Person, Husstand, Kommune, Fylkeskommune]
