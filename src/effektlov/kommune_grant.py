"""A kommune's block grant and equalisation line by line, and what one unit more is worth to it.

Where a case asks what one person moves, this asks the rules about the whole kommune.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy
from openfisca_core.parameters import Parameter, ParameterNode, ParameterScale

from effektlov.errors import UnknownNameError
from effektlov.kommune_country import SECTORS, YEARS, ask, columns, published, row
from effektlov.kommuner import Kommune, find_kommune
from effektlov.law import Label
from effektlov.population import Population, simulate
from effektlov.regime import Regime
from effektlov.rules import at_instant
from effektlov.rules.rule import info
from effektlov.simulation import year_of

__all__ = ["Check", "GrantLine", "KommuneGrant", "Pool", "Worth", "kommune_grant"]

_BEFORE = (
    "innbyggertilskudd_likt_belop",
    *(f"utgiftsutjevning_{sector}" for sector in SECTORS),
    "privatskolekorreksjon",
    "saerskilt_fordeling",
    "inntektsgaranti",
    "distriktstilskudd_sor_norge",
    "distriktstilskudd_nord_norge",
    "skjonnstilskudd",
    "veksttilskudd",
    "storbytilskudd",
)
_LATER = "bevilget_etter_gront_hefte"
_AFTER = ("inntektsutjevning_symmetrisk", "tilleggskompensasjon", "trekk_for_tilleggskompensasjon")
_SUMS = ("utgiftsutjevning", "rammetilskudd_for_inntektsutjevning", "inntektsutjevning")
_AGES = (0, 1, 6, 13, 16, 23, 25, 67, 80, 90)
_OF_WORK = 30
_ORDER = ("official", "secondary", "derived", "assumed")


class GrantLine(msgspec.Struct, frozen=True):
    """One line of the grant; `kroner` is None where the amount was not read.

    `carried`: parameters whose last known value is older than the year.
    """

    id: str
    label: Label
    section: str
    href: str
    kroner: float | None
    per_head: float | None
    confidence: str
    reason: str
    carried: tuple[str, ...]
    is_sum: bool = False


class Worth(msgspec.Struct, frozen=True):
    """What one unit more is worth to the kommune, in the columns of the block grant; None: not
    known."""

    id: str
    label: Label
    section: str
    href: str
    this_kommune_alone: float
    all_alike: float | None
    after_next_budget: float | None
    confidence: str
    reason: str


class Pool(msgspec.Struct, frozen=True):
    """A criterion whose units are not counted here: its weight and what it shares out."""

    sector: Label
    label: Label
    weight: float
    kroner: float


class Check(msgspec.Struct, frozen=True):
    """A computed sum beside the published one."""

    id: str
    label: Label
    computed: float
    published: float
    deviation: float
    per_head: float


class KommuneGrant(msgspec.Struct, frozen=True):
    """The answer about one kommune and year."""

    number: str
    name: str
    year: int
    inhabitants: float
    lines: tuple[GrantLine, ...]
    worth: tuple[Worth, ...]
    pools: tuple[Pool, ...]
    checks: tuple[Check, ...]
    not_read: tuple[str, ...]
    assumed: tuple[str, ...]
    tax_year: int


def kommune_grant(regime: Regime, text: str, year: int) -> KommuneGrant:
    """The grant of one kommune: its lines, what one unit more is worth, what is published.

    Raises:
        UnknownNameError: the kommune is unknown.
    """
    kommune = find_kommune(text, error=UnknownNameError)
    names = (
        *_BEFORE,
        _LATER,
        *_AFTER,
        *_SUMS,
        "rammetilskudd",
        "verdi_av_ett_hode",
        "skatteutjevning_sats",
    )
    found = ask(regime, year, names, numbers=(kommune.number,))
    amounts = {name: float(values[0]) for name, values in found.items()}
    heads = float(published("innbyggertall_1_juli", year, (kommune.number,))[0])
    unread = tuple(name for name in _BEFORE if _unread(regime, name, year, kommune.number))
    line = _Lines(regime, year, heads, amounts, unread)
    lines = (
        *(line.of(name) for name in _BEFORE),
        line.of("rammetilskudd_for_inntektsutjevning", is_sum=True),
        line.of(_LATER),
        *(line.of(name) for name in _AFTER),
        line.of("inntektsutjevning", is_sum=True),
        line.of("rammetilskudd", is_sum=True),
    )
    return KommuneGrant(
        number=kommune.number,
        name=kommune.name,
        year=year,
        inhabitants=heads,
        lines=lines,
        worth=_worth(regime, kommune, year, amounts),
        pools=_pools(regime, year),
        checks=_checks(regime, kommune, year, amounts, heads),
        not_read=unread,
        assumed=_assumed(kommune, year),
        tax_year=YEARS[0],
    )


def _unread(regime: Regime, name: str, year: int, number: str) -> bool:
    """An amount that is decided kommune by kommune, and that the table lacks."""
    stated = info(regime.system.variables[name]).kind == "input"
    return stated and bool(numpy.isnan(published(name, year, (number,)))[0])


@dataclass(frozen=True)
class _Lines:
    regime: Regime
    year: int
    heads: float
    amounts: Mapping[str, float]
    unread: tuple[str, ...]

    def of(self, name: str, *, is_sum: bool = False) -> GrantLine:
        declared = info(self.regime.system.variables[name])
        confidence, reason, carried = _rests_on(self.regime, name, self.year)
        if declared.kind == "input":
            column = columns()[name]
            confidence, reason = column["confidence"], column["reason"]["nb"]
        kroner = None if name in self.unread else self.amounts[name]
        return GrantLine(
            id=name,
            label=Label(nb=declared.nb, en=declared.en),
            section=declared.section,
            href=declared.href,
            kroner=kroner,
            per_head=None if kroner is None or not self.heads else kroner / self.heads,
            confidence=confidence,
            reason=reason,
            carried=carried,
            is_sum=is_sum,
        )


def _rests_on(regime: Regime, name: str, year: int) -> tuple[str, str, tuple[str, ...]]:
    """The weakest confidence among a rule and what it reads, why, and what is carried forward."""
    weakest, reason = "official", ""
    carried: list[str] = []
    for reached in sorted(regime.reach.variables(name), key=lambda one: one != name):
        declared = info(regime.system.variables[reached])
        if _ORDER.index(declared.confidence) > _ORDER.index(weakest):
            weakest, reason = declared.confidence, declared.reason
    for leaf in _leaves(regime.system.parameters, regime.reach.parameters(name)):
        metadata = leaf.metadata | _dated(leaf, year)
        stated = str(metadata.get("confidence", "official"))
        if _ORDER.index(stated) > _ORDER.index(weakest):
            weakest, reason = stated, str(metadata.get("reason", ""))
        last = str(leaf.metadata.get("last_value_still_valid_on", ""))
        if last and int(last[:4]) < year:
            carried.append(leaf.name)
    return weakest, reason, tuple(sorted(carried))


def _dated(leaf: Parameter | ParameterScale, year: int) -> dict[str, Any]:
    """What the value of a year says of itself."""
    if not isinstance(leaf, Parameter):
        return {}
    own = next((one for one in leaf.values_list if int(one.instant_str[:4]) <= year), None)
    return dict(own.metadata) if own is not None and own.metadata else {}


def _leaves(tree: ParameterNode, prefixes: Iterable[str]) -> list[Parameter | ParameterScale]:
    """Parameters and scales that the prefixes name, or that stand directly under them."""
    found: dict[str, Parameter | ParameterScale] = {}
    for prefix in prefixes:
        node: Any = tree
        for part in prefix.split("."):
            if not isinstance(node, ParameterNode):
                break
            node = node.children.get(part)
        if isinstance(node, Parameter | ParameterScale):
            found[node.name] = node
    return list(found.values())


def _worth(
    regime: Regime, kommune: Kommune, year: int, amounts: Mapping[str, float]
) -> tuple[Worth, ...]:
    """One krone of tax, one head and one unit of each criterion that is counted."""
    lines = regime.records.block_grant
    rate = amounts["skatteutjevning_sats"]

    def worth(line: str, alone: float, label: Label | None = None, rule: str = "") -> Worth:
        known = lines[line]
        confidence, reason, _ = _rests_on(regime, rule or known.this_kommune_alone or "", year)
        return Worth(
            id=line,
            label=label or known.label,
            section=known.section,
            href=known.href,
            this_kommune_alone=alone,
            all_alike=alone if known.all_alike else 0.0,
            after_next_budget=alone if known.after_next_budget else 0.0,
            confidence=confidence,
            reason=reason,
        )

    krone = Label(nb="Én skattekrone til", en="One more krone of tax")
    taken = Label(nb="Inntektsutjevning av den kronen", en="Income equalisation of that krone")
    head = info(regime.system.variables["verdi_av_ett_hode"])
    found = [
        worth("egen_skatt", 1.0, krone, "skatteutjevning_sats"),
        worth("utjevning_av_egen_skatt", -rate, taken, "skatteutjevning_sats"),
        Worth(
            id="verdi_av_ett_hode",
            label=Label(nb=head.nb, en=head.en),
            section=head.section,
            href=head.href,
            this_kommune_alone=amounts["verdi_av_ett_hode"],
            all_alike=None,
            after_next_budget=None,
            confidence=head.confidence,
            reason=head.reason,
        ),
    ]
    people = _people(kommune, year)
    simulation = simulate(regime, people, year)
    bands = simulation.calculate("kriterieverdi_alder", year_of(year))
    for place, age in enumerate(_AGES):
        label = _band(place, age)
        found.append(worth("kriterium_alder", float(bands[place]), label))
    for line in _OF_PERSON:
        value = simulation.calculate(lines[line].this_kommune_alone or "", year_of(year))
        found.append(worth(line, float(value.max())))
    simulation.forget()
    return tuple(found)


def _band(place: int, age: int) -> Label:
    last = _AGES[place + 1] - 1 if place + 1 < len(_AGES) else None
    if last is None:
        return Label(nb=f"Innbygger fra {age} år", en=f"Inhabitant from {age}")
    span = f"{age}" if last == age else f"{age}–{last}"
    return Label(nb=f"Innbygger {span} år", en=f"Inhabitant aged {span}")


def _people(kommune: Kommune, year: int) -> Population:
    """One person of each age band, and one who is counted in every other criterion."""
    ages = numpy.array([*_AGES, _OF_WORK])
    counted = numpy.arange(len(ages)) == len(_AGES)
    facts = (
        "innvilget_uforetrygd",
        "har_flyktningbakgrunn",
        "rus_psykiatri_kriterium",
        "sysselsatt_heltid",
    )
    return Population(
        household=numpy.zeros(len(ages), dtype=int),
        role=numpy.full(len(ages), "annen"),
        born=12 * (year - ages),
        kommune=numpy.array([int(kommune.number)]),
        persons=dict.fromkeys(facts, counted),
    )


_OF_PERSON = (
    "kriterium_ufor",
    "kriterium_flyktning",
    "kriterium_rus_psykiatri",
    "kriterium_heltid",
)

_COUNTED_CRITERIA = frozenset(
    {
        "ufore_18_49",
        "flyktninger_uten_integreringstilskudd",
        "rus_psykiatri_npr",
        "sysselsatte_heltid",
    }
)


def _pools(regime: Regime, year: int) -> tuple[Pool, ...]:
    """Criteria without a count: weight in the whole key x the nation's need."""
    law = at_instant(regime.system, f"{year}-01-01").kommune
    need = law.utgiftsutjevning.behov_per_innbygger * law.utgiftsutjevning.innbyggertall_landet
    tree = regime.system.parameters.kommune.kostnadsnokkel
    found = []
    for sector in SECTORS:
        weight = tree.sektorvekt.children[sector](f"{year}-01-01")
        for name, leaf in tree.children[sector].children.items():
            if isinstance(leaf, Parameter) and name not in _COUNTED_CRITERIA:
                share = weight * leaf(f"{year}-01-01")
                found.append(Pool(_named(tree.children[sector]), _named(leaf), share, share * need))
    return tuple(sorted(found, key=lambda pool: -pool.kroner))


def _named(node: Any) -> Label:
    """The label of a parameter or branch; that of a sub-key is the sector's own name."""
    nb, en = str(node.description), str(node.metadata["en"])
    return Label(nb=nb.removeprefix("Delkostnadsnøkkel, "), en=en.removeprefix("Sub-key, "))


def _checks(
    regime: Regime, kommune: Kommune, year: int, amounts: Mapping[str, float], heads: float
) -> tuple[Check, ...]:
    """What is published beside what is computed, where the year has an answer."""
    settled = kommune.cells.get(f"inntektsutjevning_{year}")
    only = (kommune.number,)
    answers = {
        "utgiftsutjevning": published("utgiftsutjevning_publisert", year, only)[0],
        "inntektsutjevning": float(settled) if settled else numpy.nan,
        "rammetilskudd": published("rammetilskudd_regnskap", year, only)[0],
    }
    found = []
    for name, answer in answers.items():
        if not numpy.isnan(answer):
            declared = info(regime.system.variables[name])
            off = amounts[name] - float(answer)
            label = Label(nb=declared.nb, en=declared.en)
            found.append(Check(name, label, amounts[name], float(answer), off, off / heads))
    return tuple(found)


def _assumed(kommune: Kommune, year: int) -> tuple[str, ...]:
    """Cells of the kommune in either table that hold an assumed or derived value."""
    own = row(kommune.number)
    cells = [name for name in own["assumed"].split(";") if name.endswith(str(year))]
    if any(not own[f"utgiftsbehov_{sector}_{year}"] for sector in SECTORS):
        cells.append(f"utgiftsbehov_{year}")
    if numpy.isnan(published("vekst_mot_landet", year, (kommune.number,)))[0]:
        cells.append(f"vekst_mot_landet_{year}")
    return (*kommune.assumed, *cells)
