"""The answer: everything that one case says, in the order in which a reader needs it.

1 what must happen, 2 the budget years, 3 the long run, 4 the person, 5 the wrong pocket, 6 what
changed, 7 what it rests on. Every figure here is a number with its source; words are labels.
"""

import msgspec

from effektlov.law import Label, LegalBasis
from effektlov.rests_on import Basis

__all__ = [
    "Account",
    "Answer",
    "BudgetLine",
    "Compensation",
    "CourseBudget",
    "GrantLine",
    "HolderYears",
    "Indicator",
    "Known",
    "Part",
    "RegimeAnswer",
    "Triggered",
]


class Triggered(msgspec.Struct, frozen=True):
    """A duty that the facts trigger: who, what, by which §, how likely in each budget year."""

    duty: str
    label: Label
    holder: str
    delivers: Label
    kind: str
    owes: str
    formulation: str
    individual_right: bool
    decides: str
    appeal: str | None
    supervisor: str | None
    deadline: Label | None
    finance: Label
    legal_basis: LegalBasis
    probability: tuple[float, ...]
    new_by_reform: bool


class BudgetLine(msgspec.Struct, frozen=True):
    """One flow in the budget years, nominal kroner of each year, for one course."""

    flow: str
    label: Label
    payer: str
    payee: str
    budget: str
    legal_basis: LegalBasis
    cashable: str | None
    nominal: tuple[float, ...]


class HolderYears(msgspec.Struct, frozen=True):
    """A budget-holder's net by budget year, nominal, and its lowest cumulative balance."""

    holder: str
    nominal: tuple[float, ...]
    cashable: tuple[float, ...]
    lowest_balance: float


class CourseBudget(msgspec.Struct, frozen=True):
    """The budget years of one course."""

    course: str
    label: Label
    with_measure: bool
    lines: tuple[BudgetLine, ...]
    services: dict[str, tuple[float, ...]]
    holders: tuple[HolderYears, ...]
    household: tuple[float, ...]


class Account(msgspec.Struct, frozen=True):
    """One account in the long run: cost, gain and break-even to each horizon.

    `break_even` is a share, or None when there is none. `gain_low` and `break_even_low` are those
    of the low link: completing changes nothing after the last known step. None where the case has
    no such link.
    """

    name: str
    ring: str
    years: tuple[int, ...]
    cost: tuple[float, ...]
    gain: tuple[float, ...]
    break_even: tuple[float | None, ...]
    break_even_cashable: float | None
    gain_low: float | None
    break_even_low: float | None
    present_value_of_success: float
    probability_of_gain: float | None
    payback_year: int | None


class RegimeAnswer(msgspec.Struct, frozen=True):
    """What a regime makes of the case."""

    regime: str
    label: Label
    reforms: tuple[str, ...]
    duties: tuple[Triggered, ...]
    budget: tuple[CourseBudget, ...]
    accounts: tuple[Account, ...]
    low_link: bool
    wrong_pocket: tuple[float | None, ...]
    gap: float | None
    aligned: bool | None
    gap_to_society: float | None
    contributions: dict[str, float]
    block_grant: tuple["GrantLine", ...]
    compensation: "Compensation | None"


class GrantLine(msgspec.Struct, frozen=True):
    """One line of the block grant: what the second course moves, in the three columns."""

    line: str
    label: Label
    section: str
    href: str
    lag_years: int
    this_kommune_alone: tuple[float, ...]
    all_alike: tuple[float, ...]
    after_next_budget: tuple[float, ...]
    note: Label | None


class Compensation(msgspec.Struct, frozen=True):
    """What the frames gave when cost was moved: the sector, and this kommune by the cost key."""

    amounts: dict[str, float]
    kommune_by_cost_key: dict[str, float]
    by_earlier_use: float
    until: int
    note: Label
    source: str


class Indicator(msgspec.Struct, frozen=True):
    """An indicator of the person by course; None is not measured."""

    name: str
    label: Label
    goal: str
    by_course: dict[str, float | None]


class Part(msgspec.Struct, frozen=True):
    """What a reform changes for one holder, split; the parts sum to the difference."""

    holder: str
    amount: float
    incidence: float
    behaviour: float
    difference: float


class Known(msgspec.Struct, frozen=True):
    """What is known of the measure's effect for this person."""

    effect: str
    label: Label
    finding: Label
    grade: str
    size: float | None
    interval: tuple[float, float] | None
    acts: bool
    source: str


class Answer(msgspec.Struct, frozen=True):
    """The whole answer of a case; its JSON Schema is `docs/answer.schema.json`."""

    effektlov: str
    case: str
    title: Label
    about: Label | None
    kommune: str
    kommune_name: str
    law_date: int
    law_years: dict[str, int]
    horizon: int
    price_year: int
    deflator: str
    own_goal: str | None
    courses: dict[str, Label]
    measure: str | None
    measure_label: Label | None
    known_effects: tuple[Known, ...]
    actors: dict[str, Label]
    regimes: tuple[RegimeAnswer, ...]
    person: tuple[Indicator, ...]
    changed: tuple[Part, ...]
    rests_on: Basis
