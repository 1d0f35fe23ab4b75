"""The file of a reform: its blocks as records, found by id or path and read with line numbers."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import msgspec

from effektlov import schema, yaml_reader
from effektlov.errors import ReformError, UnknownNameError
from effektlov.law import PACKAGE, Duty, Flow, Label
from effektlov.system import load_law

__all__ = [
    "SHIPPED",
    "Block",
    "CoFinance",
    "DutyBlock",
    "EffectDuty",
    "FlowBlock",
    "FrameTransfer",
    "GainShare",
    "JointFund",
    "Learning",
    "ParameterBlock",
    "Reform",
    "ReformBasis",
    "find_reforms",
    "read_reform",
    "shipped_reforms",
]

SHIPPED = PACKAGE / "reforms"


class ParameterBlock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A new value of a parameter from the reform's date; `before` is what a reversal restores."""

    name: str
    value: float
    before: float | None = None


class FlowBlock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Another payer or payee of a flow, a new flow, or one removed."""

    id: str
    payer: str | None = None
    payee: str | None = None
    new: Flow | None = None
    remove: bool = False


class CoFinance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`payer` pays a share of another's flow."""

    flow: str
    payer: str
    share: float
    legal_basis: str


class DutyBlock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A new duty, or one moved to another holder, or removed."""

    id: str
    holder: str | None = None
    new: Duty | None = None
    remove: bool = False


class EffectDuty(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A goal that holders across sectors owe together, and what triggers it.

    Everything that the law must say of a duty is a field; `None` means that the reform says
    nothing, which the checker reports.
    """

    id: str
    label: Label
    goal: Label
    indicator: str
    holders: tuple[str, ...]
    triggers: tuple[str, ...]
    measures: tuple[str, ...]
    owes: Literal["effort", "result"] | None = None
    individual_right: bool | None = None
    consent: bool | None = None
    decides: str | None = None
    deadline: Label | None = None
    appeal: str | None = None
    supervisor: str | None = None
    remedy: Label | None = None
    legal_basis: tuple[str, ...] = ()


class JointFund(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pooled money for measures; `by` says how the holders' contributions are found."""

    pays: tuple[str, ...]
    by: Literal["expected_gain", "equal", "shares"]
    shares: dict[str, float] = {}
    settled: Literal["per_person", "cohort"] = "cohort"


class GainShare(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Those who gain make up the loss of those who lose, in proportion to their gains."""

    counterfactual: str
    settled: Literal["per_person", "cohort"] = "cohort"


class FrameTransfer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Money moved between levels when cost is moved; amounts in kroner of their year, negative when
    taken out of the frame. After `until` all of it follows the cost key of `sector`."""

    to: str
    amounts: dict[str, float]
    by_cost_key: float
    by_earlier_use: float
    until: int
    source: str
    sector: Literal[
        "samlet",
        "grunnskole",
        "pleie_omsorg",
        "barnehage",
        "barnevern",
        "sosialhjelp",
        "kommunehelse",
        "administrasjon_landbruk",
    ] = "barnevern"


class Block(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One block of a reform: exactly one of the fields."""

    parameter: ParameterBlock | None = None
    formula: str | None = None
    flow: FlowBlock | None = None
    co_finance: CoFinance | None = None
    duty: DutyBlock | None = None
    effect_duty: EffectDuty | None = None
    joint_fund: JointFund | None = None
    gain_share: GainShare | None = None
    frame_transfer: FrameTransfer | Literal["none"] | None = None

    @property
    def kind(self) -> str:
        """The name of the block."""
        return next(name for name in self.__struct_fields__ if getattr(self, name) is not None)


class ReformBasis(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must be decided for the reform to be law."""

    kind: str
    sections: tuple[str, ...]
    appropriation: Literal["required", "none"]
    wording: Label


class Learning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the reform finds out whether it works."""

    indicator: str
    measured: datetime.date
    against: str
    repealed_if: str
    youth_consulted: bool


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reform: str
    title: Label
    legal_effect: Label
    in_force: datetime.date
    legal_basis: ReformBasis
    blocks: tuple[Block, ...]
    tests_hypothesis: str | None = None
    already_in_force: bool = False
    learning: Learning | None = None
    source: str | None = None


@dataclass(frozen=True)
class Reform:
    """A reform as read; `lines` are those of its blocks; `reversed` undoes one that is law."""

    id: str
    title: Label
    legal_effect: Label
    in_force: datetime.date
    legal_basis: ReformBasis
    blocks: tuple[Block, ...]
    already_in_force: bool
    tests_hypothesis: str | None
    learning: Learning | None
    source: str | None
    path: Path
    lines: tuple[int, ...]
    reversed: bool = False

    def block(self, kind: str) -> Any:
        """The first block of a kind, or None."""
        return next((getattr(b, kind) for b in self.blocks if b.kind == kind), None)

    @property
    def name(self) -> str:
        """The id as the command line takes it."""
        return f"{self.id}:reversed" if self.reversed else self.id


def shipped_reforms() -> dict[str, Path]:
    """The reforms of the package by id."""
    return {path.parent.name: path for path in sorted(SHIPPED.glob("*/reform.yaml"))}


def find_reforms(names: Iterable[str]) -> list[Reform]:
    """Reforms by id (`id` or `id:reversed`) or by the path of a reform file.

    Raises:
        UnknownNameError: neither.
        ReformError: the file is wrong, or a reversal is asked of a reform that is not law.
    """
    shipped = shipped_reforms()
    found = []
    for name in names:
        text = name.removesuffix(":reversed")
        found_path = shipped.get(text) or _file_of(text)
        if found_path is None:
            raise UnknownNameError(f"unknown reform '{name}'", allowed=shipped, got=text)
        path = found_path
        reform = read_reform(path)
        undo = name != text
        if undo and not reform.already_in_force:
            raise ReformError("only a reform that is already law can be reversed", file=path)
        found.append(replace(reform, reversed=undo))
    return found


def _file_of(text: str) -> Path | None:
    """The reform file that a path names: itself or the one in a folder."""
    try:
        path = Path(text)
        path = path / "reform.yaml" if path.is_dir() else path
        return path if path.is_file() else None
    except OSError:
        return None


def read_reform(path: Path) -> Reform:
    """Read a reform file.

    Raises:
        ReformError: a field or value is wrong, with line and nearest name.
    """
    node = schema.as_mapping(yaml_reader.read(path), path, ReformError)
    read = schema.record(node, _File, path, ReformError)
    for number, block in enumerate(read.blocks):
        kinds = [name for name in block.__struct_fields__ if getattr(block, name) is not None]
        if len(kinds) != 1:
            raise ReformError(
                "a block holds exactly one kind of change",
                file=path,
                field=f"blocks[{number}]",
                allowed=block.__struct_fields__,
            )
    if not read.blocks:
        raise ReformError("a reform needs at least one block", file=path, field="blocks")
    for number, block in enumerate(read.blocks):
        if block.joint_fund is not None:
            _check_shares(block.joint_fund, path, number)
    lines = tuple(item.line for item in getattr(node.items["blocks"], "items", ()))
    fields = {name: getattr(read, name) for name in read.__struct_fields__ if name != "reform"}
    return Reform(id=read.reform, path=path, lines=lines, **fields)


def _check_shares(fund: JointFund, path: Path, number: int) -> None:
    """Fixed shares name budget-holders and sum to the whole.

    Raises:
        ReformError: they don't, or they are given for a fund that finds them otherwise.
    """
    field = f"blocks[{number}].joint_fund.shares"
    if fund.by != "shares":
        if fund.shares:
            raise ReformError(f"shares are given, but by is '{fund.by}'", file=path, field=field)
        return
    actors = load_law().records.actors.values()
    holders = sorted({str(actor.holder) for actor in actors if actor.public})
    for name in fund.shares:
        if name not in holders:
            raise ReformError(
                f"unknown holder '{name}'", file=path, field=field, allowed=holders, got=name
            )
    total = sum(fund.shares.values())
    if abs(total - 1) > 1e-9 or min(fund.shares.values(), default=0.0) < 0:
        raise ReformError(f"the shares sum to {total:g}, not to 1", file=path, field=field)
