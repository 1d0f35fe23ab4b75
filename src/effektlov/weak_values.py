"""The values behind one flow that are not official: its unit cost, and parameters of its act."""

from collections.abc import Iterator

import msgspec

from effektlov.law import Flow, Label
from effektlov.regime import Regime
from effektlov.rests_on import leaves, parameter_quality

__all__ = ["WeakValue", "weak_values"]


class WeakValue(msgspec.Struct, frozen=True):
    """A value that is secondary, derived or assumed, and why."""

    name: str
    label: Label
    confidence: str
    reason: str


def weak_values(regime: Regime, flow: Flow, year: int) -> tuple[WeakValue, ...]:
    """What a flow's kroner of a year rest on that is not official.

    Parameters count when the flow's own rule reads them, or a rule of the same module behind it:
    what the act itself says, not all that income or tax behind it rests on.
    """
    found = [*_unit_cost(regime, flow), *_parameters(regime, flow, year)]
    return tuple(sorted(found, key=lambda value: value.name))


def _unit_cost(regime: Regime, flow: Flow) -> Iterator[WeakValue]:
    cost = regime.records.unit_costs.get(flow.unit_cost or "")
    if cost is not None and cost.confidence != "official":
        reason = cost.reason.nb if cost.reason else ""
        yield WeakValue(flow.unit_cost or "", cost.label, cost.confidence, reason)


def _parameters(regime: Regime, flow: Flow, year: int) -> Iterator[WeakValue]:
    rule = flow.amount or flow.volume or ""
    variables = regime.system.variables
    module = type(variables[rule]).__module__
    paths = {
        path
        for name in regime.reach.variables(rule)
        if name in variables and type(variables[name]).__module__ == module
        for path in regime.reach.direct[name].parameters
    }
    nodes = {node.name: node for path in paths for node in leaves(regime, path)}
    for name, node in nodes.items():
        confidence, reason, _ = parameter_quality(node, year)
        if confidence != "official":
            label = Label(str(node.description), str(node.metadata.get("en", node.description)))
            yield WeakValue(name, label, confidence, reason)
