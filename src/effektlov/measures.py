"""Measures and what is known of their effects: a description may never act as an effect."""

from collections.abc import Collection, Mapping
from typing import Literal

import msgspec

from effektlov import schema, yaml_reader
from effektlov.errors import EvidenceError
from effektlov.law import PACKAGE, Confidence, Label, LegalBasis, Source

__all__ = [
    "Effect",
    "Measure",
    "MeasureCost",
    "effects_of",
    "measures",
    "read_effects",
    "read_measures",
]

_MEASURES = PACKAGE / "evidence" / "measures.yaml"
_EFFECTS = PACKAGE / "evidence" / "effects.yaml"


class MeasureCost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a measure costs: units of a unit cost in a year counted from its start."""

    payer: str
    unit_cost: str
    units: float
    year: int
    legal_basis: LegalBasis


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something a service can do early.

    `costs` are paid beside the law's flows; `inputs` make the law's own flows carry the cost: an
    input of the focus person that is true for a number of months from the start of the case.
    """

    label: Label
    provider: str
    age: tuple[int, int]
    for_whom: Label
    costs: tuple[MeasureCost, ...] = ()
    inputs: dict[str, int] = {}
    states: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()


class Effect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a named study found that a measure does to an indicator.

    Only `relation: causal` with `use: effect` may move a life course. `needs`: facts that a case
    must state of a person for the study to be about somebody like her.
    """

    label: Label
    measure: str
    indicator: str
    relation: Literal["causal", "descriptive"]
    use: Literal["effect", "break_even"]
    finding: Label
    design: str
    grade: Literal["A", "B", "C", "D"]
    source: Source
    confidence: Confidence
    age: tuple[int, int]
    states: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    size: float | None = None
    interval: tuple[float, float] | None = None
    follow_up_months: int | None = None

    @property
    def acts(self) -> bool:
        """Whether the effect may be used as one."""
        return self.relation == "causal" and self.use == "effect" and self.size is not None


def measures() -> Mapping[str, Measure]:
    """The measures of the evidence by id, as kept with the law."""
    from effektlov.system import load_law

    found: Mapping[str, Measure] = load_law().evidence["measures"]
    return found


def read_measures() -> Mapping[str, Measure]:
    """Read the measures.

    Raises:
        EvidenceError: the file breaks its schema.
    """
    return schema.records(yaml_reader.read(_MEASURES), Measure, _MEASURES, EvidenceError)


def read_effects() -> Mapping[str, Effect]:
    """Read what is known of effects.

    Raises:
        EvidenceError: the file breaks its schema, or a description is to be used as an effect.
    """
    found = schema.records(yaml_reader.read(_EFFECTS), Effect, _EFFECTS, EvidenceError)
    for name, effect in found.items():
        if effect.use == "effect" and effect.relation != "causal":
            raise EvidenceError("a descriptive difference is no effect", file=_EFFECTS, field=name)
    return found


def effects_of(
    measure: str, *, age: int, state: str | None, stated: Collection[str]
) -> dict[str, Effect]:
    """The studies of a measure that hold for a person: right age and, where named, state and facts.

    `stated` are the facts that the case states as true.
    """
    from effektlov.system import load_law

    known: Mapping[str, Effect] = load_law().evidence["effects"]
    return {
        name: effect
        for name, effect in known.items()
        if effect.measure == measure
        and effect.age[0] <= age <= effect.age[1]
        and (not effect.states or state in effect.states)
        and all(fact in stated for fact in effect.needs)
    }
