"""What a reform's `frame_transfer` does to each kommune: who wins and who loses after the key.

The amount comes into the block grant, or is taken out; until the transition ends a part follows
earlier use, the rest the cost key. Against it stands what the task costs the kommune, from a file
of one amount per kommune; without such a file, the same amount for every inhabitant.
"""

import csv
from collections.abc import Mapping
from pathlib import Path

import msgspec
import numpy
from numpy.typing import NDArray

from effektlov.errors import CaseError, ReformError, UnknownNameError
from effektlov.kommune_country import FRAME_TRANSFER, YEARS, all_kommuner, ask, published
from effektlov.kommuner import find_kommune
from effektlov.reform import FrameTransfer, Reform
from effektlov.regime import Regime
from effektlov.rules.kommune.rammeoverforing import NokkelSektor

__all__ = ["FrameAnswer", "FrameRow", "frame_of", "frame_outcome", "key_share", "read_amounts"]

Array = NDArray[numpy.float64]


class FrameRow(msgspec.Struct, frozen=True):
    """One kommune: kroner in the year.

    `against`: what the task costs it, or its part of the same amount per head. `transition`: what
    the income guarantee lifts in the first year.
    """

    number: str
    name: str
    inhabitants: float
    frame: float
    against: float
    net: float
    per_head: float
    transition: float


class FrameAnswer(msgspec.Struct, frozen=True):
    """All kommuner of a reform's frame transfer in one year.

    `by_use`: the part shared by earlier use. `left_out`: of the amount, what a share by earlier use
    would give when no use is known. `moved`: half the sum of what is won and lost. `known_cost`:
    whether `against` is each kommune's own cost.
    """

    reform: str
    year: int
    key_year: int
    sector: str
    amount: float
    by_use: float
    left_out: float
    known_cost: bool
    rows: tuple[FrameRow, ...]
    winners: int
    losers: int
    moved: float
    source: str


def frame_of(reforms: tuple[Reform, ...]) -> tuple[Reform, FrameTransfer]:
    """The one reform that moves frames, and its block.

    Raises:
        ReformError: none of the reforms moves money in the frames.
    """
    for reform in reforms:
        block = reform.block("frame_transfer")
        if isinstance(block, FrameTransfer):
            return reform, block
    raise ReformError(
        "no frame_transfer with amounts among the reforms", field="frame_transfer", got="none"
    )


def read_amounts(path: str) -> dict[str, float]:
    """Kroner per kommune from a file of two columns, `kommunenummer` and `kroner`.

    Raises:
        CaseError: the file or a line of it does not read, or a kommune stands twice.
        UnknownNameError: a kommune is unknown.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as stream:
            lines = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CaseError(f"cannot read the amounts: {error}", file=path) from error
    found: dict[str, float] = {}
    for place, line in enumerate(lines, start=2):
        number, text = line.get("kommunenummer"), line.get("kroner")
        if number is None or text is None:
            raise CaseError(
                "a line needs kommunenummer and kroner", file=path, line=place, got=str(line)
            )
        kommune = find_kommune(number.strip(), error=UnknownNameError).number
        if kommune in found:
            raise CaseError(f"kommune {kommune} stands twice", file=path, line=place, got=number)
        found[kommune] = _kroner(text, path, place)
    return found


def _kroner(text: str, path: str, place: int) -> float:
    try:
        value = float(text)
    except ValueError:
        value = numpy.nan
    if not numpy.isfinite(value):
        raise CaseError("kroner is no number", file=path, line=place, field="kroner", got=text)
    return value


def key_share(regime: Regime, number: str, sector: str) -> float:
    """A kommune's share of a sub-key, or of the whole key, in the newest year of the table."""
    place = list(NokkelSektor.__members__).index(sector)
    given = {"oppgaveflytting_sektor": numpy.asarray(place)}
    name = "oppgaveflytting_andel_av_nokkelen"
    return float(ask(regime, YEARS[-1], [name], given, (number,))[name][0])


def frame_outcome(
    regime: Regime, reforms: tuple[Reform, ...], year: int, cost: Mapping[str, float] | None = None
) -> FrameAnswer:
    """Every kommune's frame, what it stands against, and the difference.

    Args:
        regime: the law with the reforms in it.
        reforms: the reforms, one of which moves frames.
        year: the year of the frame; the amount is the last one stated up to it.
        cost: what the task costs each kommune, or saves it (negative); a kommune that is not
            named has none. It is also its earlier use.

    Raises:
        ReformError: no reform moves frames, or none of its amounts applies yet.
    """
    reform, block = frame_of(reforms)
    amount = _amount(reform, block, year)
    by_use = block.by_earlier_use if year <= block.until else 0.0
    left_out = amount * by_use if cost is None else 0.0
    key_year = min(max(year, YEARS[0]), YEARS[-1])
    numbers = all_kommuner()
    heads = published("innbyggertall_1_juli", key_year)
    shared = amount - left_out
    if cost is None:
        against, use = shared * heads / heads.sum(), numpy.zeros(len(numbers))
    else:
        against = numpy.array([float(cost.get(one, 0.0)) for one in numbers])
        total = float(against.sum())
        use = against / total if total else numpy.zeros(len(numbers))
    sector = list(NokkelSektor.__members__).index(block.sector)
    given = {
        "oppgaveflytting_belop": numpy.asarray(shared),
        "oppgaveflytting_sektor": numpy.asarray(sector),
        "oppgaveflytting_etter_bruk": numpy.asarray(0.0 if cost is None else by_use),
        "oppgaveflytting_andel_av_bruk": use,
        "oppgaveflytting_egen_utgift": against,
    }
    found = ask(regime, key_year, FRAME_TRANSFER, given)
    rows = _rows(numbers, heads, found)
    net = found["oppgaveflytting_netto"]
    return FrameAnswer(
        reform=reform.id,
        year=year,
        key_year=key_year,
        sector=block.sector,
        amount=amount,
        by_use=by_use,
        left_out=left_out,
        known_cost=cost is not None,
        rows=rows,
        winners=int((net > 0).sum()),
        losers=int((net < 0).sum()),
        moved=float(numpy.abs(net).sum() / 2),
        source=block.source,
    )


def _amount(reform: Reform, block: FrameTransfer, year: int) -> float:
    stated = {int(text): value for text, value in block.amounts.items()}
    reached = [one for one in stated if one <= year]
    if not reached:
        raise ReformError(
            f"no amount of the frame transfer applies in {year}",
            file=reform.path,
            field="frame_transfer.amounts",
            got=str(year),
            allowed=tuple(block.amounts),
        )
    return stated[max(reached)]


def _rows(
    numbers: tuple[str, ...], heads: Array, found: Mapping[str, Array]
) -> tuple[FrameRow, ...]:
    frame, net, lifted = (found[name] for name in FRAME_TRANSFER)
    return tuple(
        FrameRow(
            number=number,
            name=find_kommune(number, error=UnknownNameError).name,
            inhabitants=float(heads[place]),
            frame=float(frame[place]),
            against=float(frame[place] - net[place]),
            net=float(net[place]),
            per_head=float(net[place] / heads[place]),
            transition=float(lifted[place]),
        )
        for place, number in enumerate(numbers)
    )
