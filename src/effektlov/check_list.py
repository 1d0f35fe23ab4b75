"""The list of data checks, what a finding is, and names that checks share."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

from effektlov.law import (
    PACKAGE,
    Label,
    LegalBasis,
)
from effektlov.rules import ROOT

__all__ = [
    "CHECKS",
    "Check",
    "Finding",
    "Level",
    "check_labels",
    "file_of_variable",
    "is_basis",
    "is_section",
    "is_source",
    "relative_path",
]

_WORD = re.compile(r"[^\W\d_]{2,}")

Level = Literal["error", "warning", "info"]


class Check(NamedTuple):
    """A rule that the data must keep, and how grave it is to break it."""

    level: Level
    nb: str
    en: str


CHECKS: dict[str, Check] = {
    "unreadable": Check("error", "kan ikke leses", "cannot be read"),
    "defined_twice": Check("error", "er definert to ganger", "is defined twice"),
    "parameter_unit": Check("error", "parameteren har ingen enhet", "the parameter has no unit"),
    "parameter_reference": Check(
        "error",
        "parameteren mangler en kilde med tittel og adresse",
        "the parameter lacks a reference with title and address",
    ),
    "parameter_confidence": Check(
        "error",
        "confidence skal være official, secondary, derived eller assumed",
        "confidence must be official, secondary, derived or assumed",
    ),
    "parameter_last_checked": Check(
        "error", "last_checked mangler eller er ingen dato", "last_checked is missing or no date"
    ),
    "parameter_not_carried": Check(
        "warning",
        "reguleres hvert år, men sier ikke hvor lenge siste verdi gjelder",
        "is regulated every year, but does not say how long its last value is valid",
    ),
    "parameter_unread": Check(
        "warning", "ingen regel leser parameteren", "no rule reads the parameter"
    ),
    "parameter_unknown": Check(
        "error", "leser en parameter som ikke finnes", "reads a parameter that does not exist"
    ),
    "reason_missing": Check(
        "error", "er ikke offisiell og sier ikke hvorfor", "is not official and does not say why"
    ),
    "rule_section": Check(
        "error", "regelen har ingen § med lenke", "the rule has no § with an address"
    ),
    "input_unit": Check("error", "opplysningen har ingen enhet", "the input has no unit"),
    "rule_unused": Check(
        "warning",
        "ingen strøm, plikt eller regel bruker regelen",
        "no flow, duty or rule uses the rule",
    ),
    "input_unread": Check("warning", "ingen regel leser opplysningen", "no rule reads the input"),
    "rule_unknown": Check("error", "regelen finnes ikke", "the rule does not exist"),
    "variable_unknown": Check(
        "error", "leser en variabel som ikke finnes", "reads a variable that does not exist"
    ),
    "reads_backwards": Check("error", "leser før sitt eget år", "reads before its own year"),
    "number_in_formula": Check(
        "error",
        "bare 0, 1, 12 og 100 er tillatt som tall i en formel",
        "only 0, 1, 12 and 100 are allowed as numbers in a formula",
    ),
    "label_missing": Check(
        "error", "tekst mangler på bokmål eller engelsk", "a text lacks bokmål or English"
    ),
    "label_is_name": Check("error", "teksten er bare navnet", "the label is only the name"),
    "label_same": Check(
        "warning", "teksten er lik på bokmål og engelsk", "the text is the same in both languages"
    ),
    "open_norm_bounds": Check(
        "error",
        "vanlig praksis ligger ikke mellom strengest og romsligst",
        "usual practice is not between least and most",
    ),
    "open_norm_default": Check(
        "error",
        "utgangsverdien er ikke vanlig praksis",
        "the default is not the usual practice",
    ),
    "open_norm_unknown": Check(
        "error", "plikten nevner et skjønn som ikke er erklært", "the duty names no open norm"
    ),
    "actor_unknown": Check("error", "aktøren er ikke erklært", "the actor is not declared"),
    "actor_without_account": Check(
        "error", "aktøren er et organ uten konto", "the actor is a body without an account"
    ),
    "actor_idle": Check(
        "warning",
        "aktøren er erklært, men har verken strøm eller plikt",
        "the actor is declared, but has neither flow nor duty",
    ),
    "flow_unknown": Check("error", "strømmen finnes ikke", "no such flow"),
    "flow_same_actor": Check(
        "error", "betaler og mottaker er den samme", "payer and payee are the same"
    ),
    "flow_amount": Check(
        "error",
        "en strøm har enten beløp eller mengde og enhetskostnad",
        "a flow has either an amount or a volume and a unit cost",
    ),
    "flow_kind": Check(
        "error",
        "betaler eller mottaker passer ikke med arten",
        "payer or payee does not fit the kind",
    ),
    "flow_cashable": Check(
        "error",
        "en tjenestekostnad sier ikke om den kan tas ut",
        "a service cost does not say whether it is cashable",
    ),
    "flow_share": Check(
        "error", "andelen er ikke mellom 0 og 1", "the share is not between 0 and 1"
    ),
    "budget_missing": Check(
        "warning",
        "en offentlig betaler har ingen budsjettlinje",
        "a public payer has no budget line",
    ),
    "legal_basis": Check(
        "error",
        "hjemmelen mangler lov, § eller lenke",
        "the legal basis lacks act, § or address",
    ),
    "dates_order": Check("error", "slutter før den begynner", "ends before it begins"),
    "uncoded_missing": Check(
        "warning",
        "loven har regler, men uncoded.yaml sier ikke hva som ikke er kodet",
        "the act has rules, but uncoded.yaml does not say what is not encoded",
    ),
    "unit_cost_unknown": Check(
        "error", "enhetskostnaden finnes ikke", "the unit cost does not exist"
    ),
    "unit_cost_source": Check("error", "kilden har ingen adresse", "the source has no address"),
    "unit_cost_price_year": Check(
        "error", "prisåret er ikke kommet", "the price year has not come"
    ),
    "transition_source": Check(
        "error",
        "overgangen har verken kilde eller begrunnet antakelse",
        "the transition has neither a source nor a reasoned assumption",
    ),
    "measure_unknown": Check("error", "tiltaket finnes ikke", "the measure does not exist"),
    "effect_unknown": Check("error", "virkningen finnes ikke", "the effect does not exist"),
    "state_unknown": Check("error", "tilstanden finnes ikke", "the state does not exist"),
    "descriptive_effect": Check(
        "error",
        "en beskrivende forskjell er brukt som virkning",
        "a descriptive difference is used as an effect",
    ),
    "effect_duty_silent": Check("info", "ingen lov gir dette", "no law provides it"),
    "compensated_in_full": Check(
        "info",
        "ingen frame_transfer: sektoren kompenseres fullt ut",
        "no frame_transfer: the sector is compensated in full",
    ),
}


class Finding(msgspec.Struct, frozen=True, order=True):
    """A rule of the data that is broken, where, and by what."""

    file: str
    name: str
    check: str
    detail: str = ""

    @property
    def level(self) -> Level:
        """Whether it is an error, a warning or only to be known."""
        return CHECKS[self.check].level

    def message(self, lang: str) -> str:
        """The rule broken and what breaks it, in bokmål or English."""
        text = CHECKS[self.check].nb if lang == "nb" else CHECKS[self.check].en
        return f"{text}: {self.detail}" if self.detail else text


def file_of_variable(variable: Any) -> str:
    return type(variable).__module__.removeprefix("effektlov.").replace(".", "/") + ".py"


def relative_path(path: str | Path) -> str:
    """A path within the package, whether its folders are links or not."""
    found = Path(path)
    for root in (PACKAGE, ROOT.parent):
        if found.is_relative_to(root):
            return found.relative_to(root).as_posix()
    return found.name


def check_labels(file: str, name: str, record: Any) -> Iterator[Finding]:
    """Every text within a record exists in both languages, and differs when it is a phrase."""
    for label in _labels(record):
        if not label.nb.strip() or not label.en.strip():
            yield Finding(file, name, "label_missing", label.nb or label.en)
        elif label.nb == label.en and len(_WORD.findall(label.nb)) > 1:
            yield Finding(file, name, "label_same", label.nb)


def _labels(record: Any) -> Iterator[Label]:
    if isinstance(record, Label):
        yield record
    elif isinstance(record, msgspec.Struct):
        for field in record.__struct_fields__:
            yield from _labels(getattr(record, field))
    elif isinstance(record, Mapping):
        for inner in record.values():
            yield from _labels(inner)
    elif isinstance(record, tuple | list):
        for inner in record:
            yield from _labels(inner)


def is_source(href: str) -> bool:
    """An address; old documents stand where there is no https."""
    return href.startswith(("https://", "http://"))


def is_basis(basis: LegalBasis) -> bool:
    return bool(basis.act.strip()) and is_section(basis.section, basis.href)


def is_section(section: str, href: str) -> bool:
    return bool(section.strip()) and href.startswith("https://")
