"""The records of an explanation: what a figure is made of, as data."""

import msgspec

from effektlov.law import Label, LegalBasis

__all__ = [
    "KINDS",
    "AccountExplained",
    "AccountLine",
    "Bracket",
    "BreakEvenExplained",
    "DutyExplained",
    "Explanation",
    "FlowExplained",
    "Node",
    "Norm",
    "Origin",
    "ParameterRead",
    "ParameterValue",
    "Plain",
    "Reference",
    "RowShown",
    "SettlementStep",
    "StakeLine",
    "StateShown",
    "UnitCostExplained",
    "Value",
]

Plain = float | bool | str

KINDS = ("flow", "rule", "duty", "actor")
"""What a target can be, in the order in which a bare name is looked up; `break_even` is named."""


class Origin(msgspec.Struct, frozen=True):
    """Where an input has its value from, for one person or entity.

    `kind`: `case` (stated in the file, `where` is file and line), `course`, `state` (of the
    life-course model), `measure`, `table` (of kommuner), `default`. `uprated_from`: the year whose
    kroner were stated, when the amount has followed the deflator since.
    """

    of: str
    kind: str
    where: str
    label: Label | None = None
    assumed: bool = False
    uprated_from: int | None = None


class Reference(msgspec.Struct, frozen=True):
    """A document and its address."""

    title: str
    href: str


class ParameterValue(msgspec.Struct, frozen=True):
    """A value and the date from which it holds; a list of numbers is text."""

    value: float | str
    holds_from: str
    confidence: str
    changed_by_reform: bool


class Bracket(msgspec.Struct, frozen=True):
    """One step of a scale with the dates from which its threshold and value hold."""

    threshold: float
    threshold_from: str
    value: float
    holds_from: str


class ParameterRead(msgspec.Struct, frozen=True):
    """A parameter that a formula reads: its values in the year, or the brackets of a scale."""

    name: str
    label: Label
    unit: str
    values: tuple[ParameterValue, ...]
    brackets: tuple[Bracket, ...]
    law: str
    references: tuple[Reference, ...]
    confidence: str
    reason: str
    known_until: str | None
    stale: bool


class Value(msgspec.Struct, frozen=True):
    """What a variable is from one month to another, by person or entity; None: the whole year."""

    months: tuple[int, int] | None
    of: dict[str, Plain]


class Norm(msgspec.Struct, frozen=True):
    """A condition left to judgement, with the practices and who decides."""

    least: float
    usual: float
    most: float
    decides: str
    label: Label


class Node(msgspec.Struct, frozen=True):
    """A rule or input with its value, and what it was made from.

    `year_total` is the sum over the months of an amount by month. `repeated`: what it was made
    from stands earlier in the tree. `cut`: deeper than was asked for.
    """

    name: str
    label: Label
    kind: str
    unit: str
    period: str
    section: str
    href: str
    says: str
    formulas: tuple[str, ...]
    values: tuple[Value, ...]
    year_total: dict[str, float] | None
    confidence: str
    reason: str
    changed_by_reform: bool
    open_norm: Norm | None
    origins: tuple[Origin, ...]
    parameters: tuple[ParameterRead, ...]
    children: tuple["Node", ...]
    repeated: bool = False
    cut: bool = False


class StateShown(msgspec.Struct, frozen=True):
    """From a month on the focus person is in a state of the life-course model."""

    month: int
    state: str
    label: Label
    years_in_state: int
    completed: bool


class RowShown(msgspec.Struct, frozen=True):
    """The row that is explained: how probable it is among how many, and what it says."""

    probability: float
    rows: int
    states: tuple[StateShown, ...]
    own_household: bool


class UnitCostExplained(msgspec.Struct, frozen=True):
    """A unit cost brought from its price year to the law-year by the deflator.

    `price` is kroner per counted unit in the law-year; a yearly cost of something counted by month
    is divided by twelve.
    """

    name: str
    label: Label
    value: float
    unit: str
    price_year: int
    deflator_price_year: float
    deflator_law_year: float
    per_month_of_year: bool
    price: float
    confidence: str
    reason: str
    source: Reference


class FlowExplained(msgspec.Struct, frozen=True):
    """The kroner of a flow in a year: in the row explained and expected over all rows.

    `nominal` are kroner of the law-year, `real` of the price year. `months` are those in which the
    flow is in force.
    """

    flow: str
    label: Label
    kind: str
    payer: str
    payee: str
    payer_label: Label
    payee_label: Label
    legal_basis: LegalBasis
    budget: str
    cashable: str | None
    note: Label | None
    changed_by_reform: bool
    months: tuple[int, ...]
    share: float
    lag_years: int
    nominal: float
    real: float
    expected_nominal: float
    expected_real: float
    units: float | None
    unit_cost: UnitCostExplained | None
    rule: Node | None


class DutyExplained(msgspec.Struct, frozen=True):
    """A duty: whether the facts of the row trigger it, in which months, and how likely it is."""

    duty: str
    label: Label
    holder: str
    holder_label: Label
    decides: str
    decides_label: Label
    delivers: Label
    kind: str
    owes: str
    formulation: str
    individual_right: bool
    legal_basis: LegalBasis
    finance: Label
    appeal: str | None
    supervisor: str | None
    deadline: Label | None
    note: Label | None
    new_by_reform: bool
    in_force: tuple[int, ...]
    triggered: bool
    triggered_months: tuple[int, ...]
    probability: float
    trigger: Node


class AccountLine(msgspec.Struct, frozen=True):
    """One flow of an account in the year, plus when received and minus when paid."""

    flow: str
    label: Label
    payer: str
    payee: str
    legal_basis: LegalBasis
    budget: str
    cashable: str | None
    nominal: float
    real: float


class AccountExplained(msgspec.Struct, frozen=True):
    """The flows that make an actor's net in a year, expected over all rows, before settlement."""

    actor: str
    label: Label
    members: tuple[str, ...]
    lines: tuple[AccountLine, ...]
    nominal: float
    real: float


class StakeLine(msgspec.Struct, frozen=True):
    """What one flow adds to cost and gain over the horizon, kroner of the price year."""

    flow: str
    label: Label
    payer: str
    payee: str
    section: str
    cashable: str | None
    cost: float
    gain: float


class SettlementStep(msgspec.Struct, frozen=True):
    """What a reform's settlement makes of cost and gain; `share`: the part of the fund paid."""

    kind: str
    reform: str
    share: float | None
    cost: float
    gain: float


class BreakEvenExplained(msgspec.Struct, frozen=True):
    """Break-even = cost / gain, with the flows that make each, before and after settlement."""

    holder: str
    label: Label
    horizon: int
    baseline: Label
    success: Label
    measure: Label
    lines: tuple[StakeLine, ...]
    discounted: bool
    cost: float
    gain: float
    break_even: float | None
    settlements: tuple[SettlementStep, ...]
    break_even_after: float | None
    break_even_cashable: float | None


class Explanation(msgspec.Struct, frozen=True):
    """A target explained; one of `flow`, `rule`, `duty`, `account` and `break_even` is set.

    `also` names other things that the bare name could mean. `rejoins`: the course that the rows
    follow after the last known step, where success changes nothing later. `actors`: the labels of
    everybody that an account, flow or duty names.
    """

    effektlov: str
    case: str
    title: Label
    target: str
    kind: str
    also: tuple[str, ...]
    regime: Label
    reforms: tuple[str, ...]
    course: str
    course_label: Label
    with_measure: bool
    rejoins: Label | None
    actors: dict[str, Label]
    year: int
    law_year: int
    price_year: int
    deflator: str
    row: RowShown | None = None
    expected: float | None = None
    flow: FlowExplained | None = None
    rule: Node | None = None
    duty: DutyExplained | None = None
    account: AccountExplained | None = None
    break_even: BreakEvenExplained | None = None
