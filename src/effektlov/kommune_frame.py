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

_COLUMNS = {"kommunenummer", "kroner"}


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
    whether `against` is each kommune's own cost. `not_named`: kommuner that the file of costs says
    nothing of, which count as none. `total_index`: kommuner whose need in the sector was not
    found, where the total index stands in.
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
    not_named: tuple[str, ...]
    total_index: tuple[str, ...]


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
        CaseError: the file or a line of it does not read, no line has an amount, or a kommune is
            unknown or stands twice.
    """
    file = Path(path)
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            lines = list(reader)
    except OSError as error:
        raise CaseError(f"cannot be read: {error.strerror}", file=file) from None
    except (UnicodeDecodeError, csv.Error):
        raise CaseError("is no text of lines and commas in UTF-8", file=file) from None
    if not lines or set(reader.fieldnames or ()) != _COLUMNS:
        raise CaseError(
            "the first line is kommunenummer,kroner, and each line after it a kommune",
            file=file,
            line=1,
        )
    found: dict[str, float] = {}
    for place, line in enumerate(lines, start=2):
        number, text = line["kommunenummer"], line["kroner"]
        if text is None or None in line:
            raise CaseError("a line has a kommunenummer and kroner", file=file, line=place)
        kommune = find_kommune(number.strip(), error=CaseError, file=file, line=place).number
        if kommune in found:
            raise CaseError(f"kommune {kommune} stands twice", file=file, line=place)
        found[kommune] = _kroner(text, file, place)
    return found


def _kroner(text: str, file: Path, place: int) -> float:
    try:
        value = float(text)
    except ValueError:
        value = numpy.nan
    if not numpy.isfinite(value):
        raise CaseError(f"'{text}' is no amount", file=file, line=place, field="kroner")
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
        not_named=tuple(one for one in numbers if cost is not None and one not in cost),
        total_index=_total_index(block.sector, key_year, numbers),
    )


def _total_index(sector: str, year: int, numbers: tuple[str, ...]) -> tuple[str, ...]:
    """The kommuner whose index of the sector was not found."""
    if sector == "samlet":
        return ()
    found = published(f"utgiftsbehov_{sector}", year, numbers)
    return tuple(one for one, index in zip(numbers, found, strict=True) if numpy.isnan(index))


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
