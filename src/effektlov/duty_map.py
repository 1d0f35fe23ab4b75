"""The map of who owes what at which age: every duty of every sector, by age and urgency."""

import datetime
from typing import Any

import msgspec

from effektlov.errors import UnknownNameError
from effektlov.given import date_of
from effektlov.law import Duty, Label, LegalBasis, Records, StandingDuty
from effektlov.system import load_law

__all__ = ["LAST_AGE", "DutyLine", "ages_of", "duty_map"]

LAST_AGE = 29
_URGENCY = ("right", "must_ensure", "must_offer", "must_assess", "cooperate", "may")


class DutyLine(msgspec.Struct, frozen=True):
    """One duty on the map.

    `runs`: whether facts of a household set it off; if not, `reason` says why it cannot.
    """

    id: str
    label: Label
    ages: tuple[int, int]
    holder: str
    holder_label: Label
    kind: str
    owes: str
    formulation: str
    individual_right: bool
    delivers: Label
    finance: Label
    legal_basis: LegalBasis
    runs: bool
    decides: str | None = None
    appeal: str | None = None
    supervisor: str | None = None
    deadline: Label | None = None
    reason: Label | None = None


def ages_of(text: str) -> tuple[int, int]:
    """The ages of `16` or `0..29`.

    Raises:
        UnknownNameError: it is no age or span of ages between 0 and 29.
    """
    first, dots, last = text.partition("..")
    if first.isdecimal() and (last.isdecimal() or not dots):
        found = int(first), int(last if dots else first)
        if 0 <= found[0] <= found[1] <= LAST_AGE:
            return found
    raise UnknownNameError(
        f"'{text}' is no age", field="--age", allowed=[f"0 to {LAST_AGE}", f"0..{LAST_AGE}"]
    )


def duty_map(ages: str, date: str | None = None) -> list[DutyLine]:
    """What is owed to somebody of these ages on a date, the duties without a trigger last.

    Args:
        ages: an age such as `16`, or `0..29`.
        date: a date such as 2025-07-01; today by default.

    Raises:
        UnknownNameError: no such age or date.
    """
    first, last = ages_of(ages)
    day = datetime.date.today() if date is None else date_of(date)
    if day is None:
        raise UnknownNameError(
            f"'{date}' is no date", field="--date", allowed=["a date such as 2025-07-01"]
        )
    records = load_law().records
    everything: dict[str, Duty | StandingDuty] = {**records.duties, **records.standing}
    found = [
        _line(name, duty, records)
        for name, duty in everything.items()
        if duty.ages[0] <= last and first <= duty.ages[1] and _in_force(duty, day)
    ]
    return sorted(found, key=_order)


def _in_force(duty: Duty | StandingDuty, day: datetime.date) -> bool:
    return (duty.from_ is None or duty.from_ <= day) and (duty.to is None or day <= duty.to)


def _order(line: DutyLine) -> tuple[bool, int, bool, int, str]:
    return (
        not line.runs,
        line.ages[0],
        line.deadline is None,
        _URGENCY.index(line.kind),
        line.id,
    )


def _line(name: str, duty: Duty | StandingDuty, records: Records) -> DutyLine:
    common: dict[str, Any] = {
        field: getattr(duty, field)
        for field in ("label", "ages", "holder", "kind", "owes", "formulation", "delivers")
    }
    common |= {
        "id": name,
        "holder_label": records.actors[duty.holder].label,
        "finance": duty.finance,
        "legal_basis": duty.legal_basis,
        "supervisor": duty.supervisor,
    }
    if isinstance(duty, StandingDuty):
        return DutyLine(**common, individual_right=False, runs=False, reason=duty.reason)
    return DutyLine(
        **common,
        individual_right=duty.individual_right,
        runs=True,
        decides=duty.decides,
        appeal=duty.appeal,
        deadline=duty.deadline,
    )
