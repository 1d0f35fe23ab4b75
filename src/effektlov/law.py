"""The records that stand beside the formulas: actors, flows, duties, unit costs, uncoded law."""

import datetime
from pathlib import Path
from typing import Any, Literal

import msgspec

from effektlov import schema, yaml_reader
from effektlov.errors import LawError

__all__ = [
    "PACKAGE",
    "Actor",
    "BlockGrantLine",
    "Budget",
    "Duty",
    "Flow",
    "Label",
    "LegalBasis",
    "Records",
    "StandingDuty",
    "Uncoded",
    "UnitCost",
    "read_records",
]

PACKAGE = Path(__file__).resolve().parent

Level = Literal[
    "state", "fylkeskommune", "kommune", "household", "private", "third_party", "resources"
]
FlowKind = Literal["transfer", "tax", "fee", "wage", "service_cost", "production", "victim_cost"]
Cashable = Literal["now", "lag", "not"]
Confidence = Literal["official", "secondary", "derived", "assumed"]


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text in bokmål and in English."""

    nb: str
    en: str

    def text(self, lang: str) -> str:
        """The text in a language, "nb" or "en"."""
        return self.nb if lang == "nb" else self.en


class LegalBasis(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The act, the § and its address."""

    act: str
    section: str
    href: str

    def __str__(self) -> str:
        return f"{self.act} {self.section}"


class Budget(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a flow stands in the accounts: state chapter and post, or KOSTRA function."""

    chapter: int | None = None
    post: str | None = None
    kostra: str | None = None

    def __str__(self) -> str:
        if self.chapter is not None:
            return f"{self.chapter}-{self.post}" if self.post else str(self.chapter)
        return f"KOSTRA {self.kostra}" if self.kostra else ""


class Actor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody with an account, or a body competent in law (`body`) without one."""

    level: Level
    label: Label
    holder: str | None = None
    appropriation: Literal["rule_bound", "capped"] | None = None
    body: bool = False

    @property
    def public(self) -> bool:
        """Whether the account belongs to the public sum."""
        return not self.body and self.level in ("state", "fylkeskommune", "kommune")


class Flow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """Money of one kind from one payer to one payee."""

    label: Label
    kind: FlowKind
    payer: str
    payee: str
    legal_basis: LegalBasis
    amount: str | None = None
    volume: str | None = None
    unit_cost: str | None = None
    budget: Budget | None = None
    cashable: Cashable | None = None
    lag_years: int = 0
    from_: datetime.date | None = None
    to: datetime.date | None = None
    share: float = 1.0
    note: Label | None = None


class Duty(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """Who must do what for whom when, by which §.

    `ages`: the first and last age, 0 to 29, at which it can be owed. `cost`: the flow that carries
    what it costs; without one it is paid by the other services inside the same frame.
    """

    label: Label
    holder: str
    trigger: str
    decides: str
    delivers: Label
    kind: Literal["right", "must_offer", "must_ensure", "must_assess", "cooperate", "may"]
    owes: Literal["effort", "result"]
    formulation: Literal["TASK", "EFFECT", "MIXED"]
    individual_right: bool
    legal_basis: LegalBasis
    finance: Label
    ages: tuple[int, int] = (0, 29)
    appeal: str | None = None
    supervisor: str | None = None
    deadline: Label | None = None
    consent: bool = False
    cost: str | None = None
    facts_id: str | None = None
    open_norms: tuple[str, ...] = ()
    from_: datetime.date | None = None
    to: datetime.date | None = None
    note: Label | None = None


class StandingDuty(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}
):
    """A duty that no fact of a household sets off, and why it cannot be run on a case."""

    label: Label
    holder: str
    ages: tuple[int, int]
    delivers: Label
    kind: Literal["right", "must_offer", "must_ensure", "must_assess", "cooperate", "may"]
    owes: Literal["effort", "result"]
    formulation: Literal["TASK", "EFFECT", "MIXED"]
    legal_basis: LegalBasis
    reason: Label
    finance: Label
    supervisor: str | None = None
    facts_id: str | None = None
    from_: datetime.date | None = None
    to: datetime.date | None = None


class Basis(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a unit cost holds: net or gross of fees, employer tax, pension, overhead, VAT."""

    fees: str = "unknown"
    employer_tax: str = "unknown"
    pension: str = "unknown"
    overhead: str = "unknown"
    vat: str = "unknown"


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A document and its address."""

    title: str
    href: str = ""


class UnitCost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Kroner per unit of a service, in the prices of a year."""

    label: Label
    value: float
    unit: str
    price_year: int
    basis: Basis
    source: Source
    confidence: Confidence
    cashable: Cashable = "now"
    reason: Label | None = None


class Uncoded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A section of an encoded act that has no rule, with the reason."""

    section: str
    reason: Label


class BlockGrantLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the block grant in its three columns; a column names a rule or is zero."""

    label: Label
    section: str
    href: str
    this_kommune_alone: str | None = None
    all_alike: str | None = None
    after_next_budget: str | None = None
    lag_years: int = 0
    note: Label | None = None


class Records(msgspec.Struct, frozen=True):
    """Everything about the law that is not a formula or a parameter."""

    actors: dict[str, Actor]
    flows: dict[str, Flow]
    duties: dict[str, Duty]
    standing: dict[str, StandingDuty]
    unit_costs: dict[str, UnitCost]
    uncoded: dict[str, tuple[Uncoded, ...]]
    block_grant: dict[str, BlockGrantLine]
    files: dict[str, str]


def read_records(root: Path = PACKAGE) -> Records:
    """Read the records of every sector.

    Raises:
        LawError: a file breaks its schema, or two files define the same id.
    """
    files: dict[str, str] = {}
    rules = root / "rules"

    def gather(pattern: str, base: Path, shape: type[Any], kind: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for path in sorted(base.glob(pattern)):
            for name, entry in _entries(path, shape).items():
                if name in found and kind == "act":
                    entry = (*found[name], *entry)
                elif name in found:
                    raise LawError(
                        f"{kind} '{name}' is defined twice, here and in {files[f'{kind}:{name}']}",
                        file=path,
                    )
                found[name] = entry
                files[f"{kind}:{name}"] = path.relative_to(root).as_posix()
        return found

    return Records(
        actors=gather("actors.yaml", rules, Actor, "actor"),
        flows=gather("*/flows.yaml", rules, Flow, "flow"),
        duties=gather("*/duties.yaml", rules, Duty, "duty"),
        standing=gather("*/standing_duties.yaml", rules, StandingDuty, "standing duty"),
        unit_costs=gather("*.yaml", root / "evidence" / "unit_costs", UnitCost, "unit cost"),
        # Sectors may each encode a part of an act: its uncoded sections stand side by side.
        uncoded=gather("*/uncoded.yaml", rules, tuple[Uncoded, ...], "act"),
        block_grant=gather("*/block_grant.yaml", rules, BlockGrantLine, "block grant line"),
        files=files,
    )


def _entries(path: Path, shape: type[Any]) -> dict[str, Any]:
    node = yaml_reader.read(path)
    if isinstance(node, yaml_reader.Scalar) and not node.text:
        return {}
    return schema.records(node, shape, path, LawError)
