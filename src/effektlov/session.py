"""One call from names to an answer: what the command line and scripts use."""

from collections.abc import Sequence

import msgspec

from effektlov.answer import Answer
from effektlov.assemble import answer
from effektlov.case import Case, find_case, read_case
from effektlov.errors import UnknownNameError
from effektlov.given import date_of
from effektlov.life_course import life_course
from effektlov.measures import measures
from effektlov.reform import Reform, apply_reforms, find_reforms
from effektlov.regime import FIRST_LAW_YEAR, LAST_LAW_YEAR, Regime, law_in_force

__all__ = ["answer_of", "open_case", "regimes_of"]


def open_case(name: str, *, law_date: str | None = None, horizon: int | None = None) -> Case:
    """A case by file or name, with another first year or horizon when asked.

    Raises:
        EffektlovError: the case cannot be found or read, or the date is no date.
    """
    case = read_case(find_case(name), states=life_course().states, measures=measures())
    changes: dict[str, int | None] = {}
    if law_date is not None:
        changes["start"] = _year_of(law_date)
        if case.law_year is not None:
            changes["law_year"] = changes["start"]
    if horizon is not None:
        changes["horizon"] = horizon
    return msgspec.structs.replace(case, **changes)


def regimes_of(case: Case, reforms: Sequence[str]) -> tuple[tuple[Regime, ...], tuple[Reform, ...]]:
    """The law in force and, with reforms, the law with them.

    A reform that is already law has nothing to add: it is compared with the law before it.
    """
    base = law_in_force(frozen=case.law_year)
    found = find_reforms(reforms)
    if not found:
        return (base,), ()
    done = [reform for reform in found if reform.already_in_force and not reform.reversed]
    if done and len(done) == len(found):
        before = apply_reforms(base, find_reforms([f"{name}:reversed" for name in reforms]))
        return (before, apply_reforms(base, found)), tuple(found)
    return (base, apply_reforms(base, found)), tuple(found)


def answer_of(
    name: str,
    reforms: Sequence[str] = (),
    *,
    law_date: str | None = None,
    horizon: int | None = None,
) -> Answer:
    """The answer of a case by name.

    Raises:
        EffektlovError: anything that a user can get wrong.
    """
    case = open_case(name, law_date=law_date, horizon=horizon)
    regimes, found = regimes_of(case, reforms)
    return answer(case, regimes, found)


def _year_of(text: str) -> int:
    date = date_of(text if len(text) == 10 else f"{text}-01-01")
    if date is None:
        raise UnknownNameError(
            f"'{text}' is no date", field="--law-date", allowed=["2025", "2025-01-01"]
        )
    if not FIRST_LAW_YEAR <= date.year <= LAST_LAW_YEAR:
        raise UnknownNameError(
            f"the law is encoded from {FIRST_LAW_YEAR} and carried to {LAST_LAW_YEAR}, not "
            f"{date.year}",
            field="--law-date",
        )
    return date.year
