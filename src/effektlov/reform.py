"""Reforms: what a reform file says, and the regime that the law becomes with it.

A reform is a list of blocks. Each block changes one thing, with its own legal text; reforms
compose, and two that set the same thing in different ways are refused with both files named.
"""

import datetime
import importlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
from openfisca_core.parameters import Parameter, ParameterNode, load_parameter_file
from openfisca_core.reforms import Reform as CoreReform

from effektlov.changes import changes_of
from effektlov.errors import ReformError
from effektlov.law import Duty, Flow, Label, LegalBasis
from effektlov.measures import measures
from effektlov.reach import Reach, direct_reads
from effektlov.reform_file import (
    SHIPPED,
    Block,
    CoFinance,
    DutyBlock,
    EffectDuty,
    FlowBlock,
    FrameTransfer,
    GainShare,
    JointFund,
    ParameterBlock,
    Reform,
    find_reforms,
    read_reform,
    shipped_reforms,
)
from effektlov.regime import Regime
from effektlov.rules import at_instant

__all__ = [
    "Block",
    "EffectDuty",
    "FrameTransfer",
    "GainShare",
    "JointFund",
    "Reform",
    "apply_reforms",
    "find_reforms",
    "read_reform",
    "shipped_reforms",
]


def apply_reforms(base: Regime, reforms: Sequence[Reform]) -> Regime:
    """The regime that the law is with the reforms in it.

    Raises:
        ReformError: a reform names something unknown, or two set the same thing differently.
    """
    if not reforms:
        return base
    _refuse_conflicts(reforms)
    system = _Reformed(base.system)
    flows, duties = dict(base.flows), dict(base.duties)
    changed: dict[str, Any] = {}
    direct = dict(base.reach.direct)
    for reform in reforms:
        _refuse_twice(reform)
        for line, block in zip(reform.lines, reform.blocks, strict=True):
            try:
                _apply(block, reform, base, system, flows, duties, direct, changed)
            except ReformError as error:
                if error.line is None:
                    error.line = line
                raise
    reach = Reach(direct)
    replaced = [name for name, found in direct.items() if base.reach.direct.get(name) is not found]
    undone = all(reform.reversed for reform in reforms)
    names = " + ".join(reform.name for reform in reforms)
    label = Label(
        nb=" og ".join(reform.title.nb for reform in reforms),
        en=" and ".join(reform.title.en for reform in reforms),
    )
    if undone and len(reforms) == 1:
        label = Label(
            nb=f"retten før: {reforms[0].title.nb}", en=f"the law before: {reforms[0].title.en}"
        )
    return replace(
        base,
        name=names,
        label=label,
        system=system,
        flows=flows,
        duties=duties,
        reach=reach,
        touched=base.touched | reach.touched_by([*changed, *replaced]),
        changes=base.changes.with_changes(changed) if changed else base.changes,
        reforms=(*base.reforms, *(reform.name for reform in reforms)),
        reform_dates=(*base.reform_dates, *(reform.in_force for reform in reforms)),
    )


def _apply(
    block: Block,
    reform: Reform,
    base: Regime,
    system: Any,
    flows: dict[str, Flow],
    duties: dict[str, Duty],
    direct: dict[str, Any],
    changed: dict[str, Any],
) -> None:
    """Put one block into the law that is being made."""
    known = _Known(reform, base.records.actors, system.variables, measures())
    if block.parameter is not None:
        _set_parameter(system, reform, block.parameter, changed)
    if reform.reversed and block.kind not in ("parameter", "frame_transfer"):
        raise ReformError(
            f"a {block.kind} block cannot be reversed, only parameters",
            file=reform.path,
            field=block.kind,
        )
    if reform.already_in_force:
        return
    if block.formula is not None:
        direct |= _add_formulas(system, reform, block.formula, changed)
    elif block.flow is not None:
        _set_flow(flows, known, block.flow)
    elif block.co_finance is not None:
        _co_finance(flows, known, block.co_finance)
    elif block.duty is not None:
        _set_duty(duties, known, block.duty)
    elif block.effect_duty is not None:
        duties |= _effect_duties(known, block.effect_duty)
    elif block.joint_fund is not None:
        known.each("measure", block.joint_fund.pays)
    elif isinstance(block.frame_transfer, FrameTransfer):
        known.each("actor", [block.frame_transfer.to])


@dataclass(frozen=True)
class _Known:
    """The names that a block may use."""

    reform: Reform
    actors: Mapping[str, Any]
    variables: Mapping[str, Any]
    measures: Mapping[str, Any]

    def each(self, kind: str, names: Iterable[str | None]) -> None:
        """Refuse a name that is no actor with an account, body, rule or measure.

        Raises:
            ReformError: with the nearest right name.
        """
        allowed = {
            "actor": self.actors,
            "account": {n: a for n, a in self.actors.items() if not a.body},
            "holder": {a.holder: a for a in self.actors.values() if a.holder},
            "rule": self.variables,
            "measure": self.measures,
        }[kind]
        for name in names:
            if name is not None:
                _existing(allowed, name, kind, self.reform)


class _Reformed(CoreReform):
    """The law with other parameters or formulas; what is not touched is shared."""

    def __init__(self, baseline: Any) -> None:
        super().__init__(baseline)
        self._parameters_at_instant_cache: dict[str, Any] = {}

    def apply(self) -> None:
        """Blocks are applied one by one afterwards."""

    def get_parameters_at_instant(self, instant: Any) -> Any:
        """The parameters of an instant, each read when a formula asks for it."""
        return at_instant(self, instant)


def _refuse_conflicts(reforms: Sequence[Reform]) -> None:
    claimed: dict[tuple[str, str], Reform] = {}
    for reform in reforms:
        for block in reform.blocks:
            target = getattr(block, block.kind)
            kind = "flow" if block.kind == "co_finance" else block.kind
            name = getattr(target, "name", None) or getattr(target, "id", None)
            name = name or getattr(target, "flow", None)
            if name is None:
                continue
            other = claimed.setdefault((kind, name), reform)
            if other is not reform:
                raise ReformError(
                    f"'{other.id}' and '{reform.id}' both change the {block.kind} '{name}' "
                    f"({other.path.parent.name}/{other.path.name} and "
                    f"{reform.path.parent.name}/{reform.path.name})",
                    file=reform.path,
                )


def _refuse_twice(reform: Reform) -> None:
    """Two blocks of a reform on one flow, duty or parameter would depend on their order."""
    seen: set[tuple[str, str]] = set()
    for line, block in zip(reform.lines, reform.blocks, strict=True):
        target = getattr(block, block.kind)
        kind = "flow" if block.kind == "co_finance" else block.kind
        name = getattr(target, "flow", None) or getattr(target, "id", None)
        name = name or getattr(target, "name", None)
        if name is not None and (kind, name) in seen:
            raise ReformError(
                f"two blocks change the {kind} '{name}': write it once",
                file=reform.path,
                line=line,
                field=block.kind,
            )
        seen.add((kind, name or f"{line}"))


def _set_parameter(
    system: Any, reform: Reform, block: ParameterBlock, changed: dict[str, Any]
) -> None:
    value = block.before if reform.reversed else block.value
    if reform.already_in_force and not reform.reversed:
        return
    if value is None:
        raise ReformError("a reversal needs the value before", file=reform.path, field=block.name)
    system.parameters = _copied(system.parameters, block.name.split("."), reform)
    leaf = system.parameters
    for part in block.name.split("."):
        leaf = leaf.children[part]
    leaf.update(start=reform.in_force.isoformat(), value=value)
    changed |= {block.name: changes_of(leaf)[block.name]}


def _copied(node: Any, parts: Sequence[str], reform: Reform) -> Any:
    """A copy of the tree along one path; everything else is shared."""
    if not isinstance(node, ParameterNode) or parts[0] not in node.children:
        raise ReformError(
            f"unknown parameter '{parts[0]}' in '{node.name or 'parameters'}'",
            file=reform.path,
            allowed=getattr(node, "children", ()),
            got=parts[0],
        )
    child = node.children[parts[0]]
    if len(parts) > 1:
        fresh = _copied(child, parts[1:], reform)
    elif isinstance(child, Parameter):
        fresh = child.clone()
    else:
        raise ReformError(
            f"'{child.name}' is no single parameter",
            file=reform.path,
            allowed=getattr(child, "children", None),
        )
    return _with_child(node, parts[0], fresh)


def _with_child(node: Any, name: str, child: Any) -> Any:
    """A copy of one node with a child added or replaced; the others are shared."""
    copy = ParameterNode.__new__(ParameterNode)
    copy.__dict__.update(node.__dict__)
    copy.children = {**node.children, name: child}
    copy.__dict__[name] = child
    return copy


def _add_formulas(
    system: Any, reform: Reform, file: str, changed: dict[str, Any]
) -> dict[str, Any]:
    """Rules of a Python file beside the reform, and its `parameters.yaml` as a branch of its own
    name: only from the package's own folder."""
    path = reform.path.parent / file
    if SHIPPED.resolve() not in path.resolve().parents:
        raise ReformError(
            "formulas are run only from the package's own reforms",
            file=reform.path,
            field="formula",
        )
    own = reform.path.parent / "parameters.yaml"
    if own.is_file():
        node = load_parameter_file(str(own), reform.id)
        system.parameters = _with_child(system.parameters, reform.id, node)
        changed |= changes_of(node)
    name = f"effektlov.reforms.{reform.path.parent.name}.{Path(file).stem}"
    module = importlib.import_module(name)
    reads = {}
    for member in vars(module).values():
        if isinstance(member, type) and member.__module__ == name and hasattr(member, "__rule__"):
            known = system.variables.get(member.__name__)
            add = system.update_variable if known else system.add_variable
            reads[member.__name__] = direct_reads(add(member))
    return reads


def _set_flow(flows: dict[str, Flow], known: _Known, block: FlowBlock) -> None:
    reform = known.reform
    known.each("account", (block.payer, block.payee))
    if block.new is not None:
        known.each("account", (block.new.payer, block.new.payee))
        known.each("rule", (block.new.amount, block.new.volume))
        flows[block.id] = msgspec.structs.replace(
            block.new, from_=block.new.from_ or reform.in_force
        )
        return
    old = _existing(flows, block.id, "flow", reform)
    flows[block.id] = msgspec.structs.replace(old, to=_day_before(reform))
    if not block.remove:
        flows[f"{block.id}:{reform.id}"] = msgspec.structs.replace(
            old,
            payer=block.payer or old.payer,
            payee=block.payee or old.payee,
            from_=reform.in_force,
        )


def _co_finance(flows: dict[str, Flow], known: _Known, block: CoFinance) -> None:
    reform = known.reform
    old = _existing(flows, block.flow, "flow", reform)
    known.each("account", [block.payer])
    if block.payer == old.payer:
        raise ReformError(
            f"'{old.payer}' already pays this flow", file=reform.path, field="co_finance"
        )
    if not 0 <= block.share <= 1:
        raise ReformError(
            f"share: {block.share:g} is no share",
            file=reform.path,
            field="co_finance",
            allowed=["from 0 to 1"],
        )
    flows[block.flow] = msgspec.structs.replace(old, to=_day_before(reform))
    for payer, share in ((old.payer, 1 - block.share), (block.payer, block.share)):
        flows[f"{block.flow}:{payer}"] = msgspec.structs.replace(
            old, payer=payer, share=old.share * share, from_=reform.in_force
        )


def _set_duty(duties: dict[str, Duty], known: _Known, block: DutyBlock) -> None:
    reform = known.reform
    known.each("actor", [block.holder])
    if block.new is not None:
        new = block.new
        known.each("actor", (new.holder, new.decides, new.appeal, new.supervisor))
        known.each("rule", [new.trigger])
        duties[block.id] = msgspec.structs.replace(new, from_=new.from_ or reform.in_force)
        return
    old = _existing(duties, block.id, "duty", reform)
    duties[block.id] = msgspec.structs.replace(old, to=_day_before(reform))
    if not block.remove:
        duties[f"{block.id}:{reform.id}"] = msgspec.structs.replace(
            old, holder=block.holder or old.holder, from_=reform.in_force
        )


def _day_before(reform: Reform) -> datetime.date:
    return reform.in_force - datetime.timedelta(days=1)


def _effect_duties(known: _Known, block: EffectDuty) -> dict[str, Duty]:
    """The duty once for each holder and trigger: jointly owed, so each can be asked for it."""
    reform = known.reform
    if not block.triggers:
        raise ReformError("triggers: at least one is needed", file=reform.path, field=block.id)
    known.each("rule", block.triggers)
    known.each("actor", (*block.holders, block.decides, block.appeal, block.supervisor))
    known.each("measure", block.measures)
    basis = LegalBasis(
        act="forslag", section=", ".join(block.legal_basis), href="https://lovdata.no"
    )
    together = Label(nb="Felles fond", en="Joint fund")
    several = len(block.triggers) > 1
    return {
        f"{block.id}:{holder}{f':{trigger}' if several else ''}": Duty(
            label=block.label,
            holder=holder,
            trigger=trigger,
            decides=block.decides or holder,
            delivers=block.goal,
            kind="must_ensure",
            owes=block.owes or "effort",
            formulation="EFFECT",
            individual_right=bool(block.individual_right),
            legal_basis=basis,
            finance=together,
            appeal=block.appeal,
            supervisor=block.supervisor,
            deadline=block.deadline,
            consent=bool(block.consent),
            from_=reform.in_force,
        )
        for holder in block.holders
        for trigger in block.triggers
    }


def _existing(known: Mapping[str, Any], name: str, kind: str, reform: Reform) -> Any:
    if name not in known:
        raise ReformError(f"unknown {kind} '{name}'", file=reform.path, allowed=known, got=name)
    return known[name]
