"""The base class of every rule, and the decorators that carry its law: § and label in nb and en."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy
from openfisca_core.variables import Variable

__all__ = ["OpenNorm", "Rule", "RuleInfo", "info", "input_value", "rule"]


@dataclass(frozen=True)
class OpenNorm:
    """A condition that the law leaves to judgement.

    `least`, `usual` and `most` are what the strictest, the ordinary and the most generous
    practice would answer; the variable's default is `usual`, a case may say otherwise.
    """

    least: float | bool
    usual: float | bool
    most: float | bool
    decides: str
    nb: str
    en: str


@dataclass(frozen=True)
class RuleInfo:
    """What stands beside a formula: labels, legal basis, unit, and what cannot be seen in it.

    `shift` says how a value follows a row into another law-year: `relative` (an age, a time since)
    or `absolute` (what the law compares with a calendar date). `only_if` names inputs without which
    the result is nothing: the formula is not run where a case states none of them.
    """

    kind: Literal["rule", "input"]
    nb: str
    en: str
    unit: str
    section: str = ""
    href: str = ""
    shift: Literal["none", "relative", "absolute"] = "none"
    may_be_negative: bool = False
    open_norm: OpenNorm | None = None
    confidence: Literal["official", "secondary", "derived", "assumed"] = "official"
    reason: str = ""
    only_if: tuple[str, ...] = ()


class Rule(Variable):
    """An OpenFisca variable that keeps kroner in float64: float32 loses them above 16.7 million."""

    __rule__: RuleInfo

    def __init__(self, baseline_variable: Variable | None = None) -> None:
        super().__init__(baseline_variable)
        if self.value_type is float:
            self.dtype = numpy.float64


def rule(
    *, nb: str, en: str, section: str, href: str, unit: str = "kr", **more: Any
) -> Callable[[type[Rule]], type[Rule]]:
    """Declare a rule with a formula: label in both languages, § and its address.

    Args:
        nb: label in bokmål.
        en: label in English.
        section: act and §, such as "barnetrygdloven § 10".
        href: address of the § at Lovdata.
        unit: "kr", "bool", "share", "G", "months", "count" …
        more: `confidence` and `reason` when the formula itself rests on an assumption; `only_if`,
            inputs without which the result is nothing.
    """
    return _attach(RuleInfo("rule", nb=nb, en=en, unit=unit, section=section, href=href, **more))


def input_value(
    *, nb: str, en: str, unit: str = "kr", section: str = "", href: str = "", **more: Any
) -> Callable[[type[Rule]], type[Rule]]:
    """Declare a fact that a case states: no formula, a default that the answer lists as such."""
    return _attach(RuleInfo("input", nb=nb, en=en, unit=unit, section=section, href=href, **more))


def info(variable: type[Rule] | Rule) -> RuleInfo:
    """The declaration of a rule or input.

    Raises:
        AttributeError: when the class carries no declaration.
    """
    return variable.__rule__


def _attach(declared: RuleInfo) -> Callable[[type[Rule]], type[Rule]]:
    def decorate(cls: type[Rule]) -> type[Rule]:
        has_formula = any(name.startswith("formula") for name in vars(cls))
        if has_formula != (declared.kind == "rule"):
            raise TypeError(f"{cls.__name__}: a rule has a formula, an input has none")
        cls.__rule__ = declared
        cls.label = declared.nb
        if declared.href:
            cls.reference = declared.href
        return cls

    return decorate
