"""Shared hypothesis strategies, and what must hold of whatever they draw.

Strategies: kommuner, dates, incomes, facts, households, cases, reforms. An input is drawn by its
declaration alone, so that a new act is tested without a word here.

Checks: each raises AssertionError. They read flows, unit costs and G from the YAML files and do
their own arithmetic, so that a fault in the engine cannot hide in both sides.
"""

import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy
import yaml
from hypothesis import strategies as st
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.accounts import Accounts, evaluate, plan_of
from effektlov.case import Case, Course, Person
from effektlov.decompose import model_of
from effektlov.errors import CaseError
from effektlov.given import Given
from effektlov.inputs import Input, inputs_of
from effektlov.kommuner import Kommune, find_kommune, kommune_numbers
from effektlov.law import PACKAGE, Actor, Flow, Label
from effektlov.reach import Reach, direct_reads
from effektlov.reform import Reform, _Reformed, read_reform
from effektlov.regime import LawYears, Regime, law_in_force, law_years

__all__ = [
    "TODAY",
    "case_of",
    "cases",
    "check_balanced",
    "check_budget_lines",
    "check_employer",
    "check_finite",
    "check_floats",
    "check_flow_rules",
    "check_folding",
    "check_household",
    "check_kinds",
    "check_probabilities",
    "constant",
    "course",
    "evaluated",
    "facts",
    "households",
    "incomes",
    "kommune",
    "kommuner",
    "mean_g",
    "month",
    "months",
    "per_month",
    "per_year",
    "person",
    "reform_of",
    "reform_text",
    "reforms",
    "steps",
    "with_rules",
]

ORE = 0.01
"""Kroner: a hundredth is the smallest that an account may be off in a year."""


TODAY = law_in_force()
"""The law in force, as known."""

# --- facts, written out ---


def month(text: str) -> int:
    """Month number of "2026-08"."""
    year, of_year = text.split("-")
    return 12 * int(year) + int(of_year) - 1


def constant(value: float) -> Given:
    """The same in every period."""
    return Given("constant", ((0, float(value)),), 0)


def per_year(value: float) -> Given:
    """Kroner a year, a twelfth each month; later years follow the deflator."""
    return Given("yearly", ((0, float(value)),), 0)


def per_month(value: float) -> Given:
    """Kroner each month; later years follow the deflator."""
    return Given("per_month", ((0, float(value)),), 0)


def steps(**stated: float) -> Given:
    """A status from months on: `steps(m2026_08=1)`."""
    found = ((month(key[1:].replace("_", "-")), float(value)) for key, value in stated.items())
    return Given("steps", tuple(sorted(found)), 0)


def person(name: str, born: str, role: str, *, focus: bool = False, **inputs: Given) -> Person:
    """One person of a household."""
    return Person(name, month(born), role, focus, inputs)  # type: ignore[arg-type]


def course(name: str, **inputs: Given) -> Course:
    """A course without states that differs from others in inputs."""
    return Course(name, Label(name, name), inputs, (), "stay", 0)


def kommune(number: str = "4613") -> Kommune:
    """A kommune of the table."""
    return find_kommune(number, error=CaseError)


def case_of(
    *persons: Person,
    start: int = 2026,
    horizon: int = 1,
    place: Kommune | None = None,
    courses: Sequence[Course] = (),
    husstand: Mapping[str, Given] | None = None,
    kommune_inputs: Mapping[str, Given] | None = None,
    measure: str | None = None,
    law_year: int | None = None,
) -> Case:
    """A case of these persons; the first is the focus when none is named."""
    people = list(persons)
    if not any(one.focus for one in people):
        people[0] = Person(people[0].name, people[0].born, people[0].role, True, people[0].inputs)
    return Case(
        name="prove",
        title=Label("prøve", "trial"),
        kommune=place or kommune(),
        persons=tuple(people),
        husstand=dict(husstand or {}),
        kommune_inputs=dict(kommune_inputs or {}),
        courses=tuple(courses) or (course("som_i_dag"),),
        measure=measure,
        start=start,
        horizon=horizon,
        law_year=law_year,
        about=None,
        fingerprint="",
    )


# --- strategies ---


def kommuner() -> st.SearchStrategy[Kommune]:
    """Any kommune of the table: Oslo, the action zone and every zone of employer tax among them."""
    special = st.sampled_from(["0301", "5601", "5501", "1866"])
    return st.one_of(st.sampled_from(kommune_numbers()), special).map(kommune)


def months(first: int, last: int) -> st.SearchStrategy[int]:
    """A month number from January of the first year to December of the last."""
    return st.integers(12 * first, 12 * last + 11)


def incomes(highest: float = 3_000_000) -> st.SearchStrategy[float]:
    """Kroner a year: nothing, around a part of G, or anything to `highest`; whole øre."""
    around_g = st.builds(
        lambda part, off: round(part * mean_g(2025) + off, 2),
        st.sampled_from([0.4, 1.0, 2.0, 4.5, 6.0, 7.1]),
        st.integers(-2, 2),
    )
    anything = st.integers(0, int(highest * 100)).map(lambda ore: ore / 100)
    return st.one_of(st.just(0.0), around_g, anything)


_HIGHEST = {
    "share": 1.0,
    "G": 8.0,
    "years": 40.0,
    "months": 60.0,
    "days": 22.0,
    "hours/week": 45.0,
    "points": 60.0,
    "km": 15.0,
    "working days": 80.0,
    "count": 10.0,
    "nominal kr": 1_000_000.0,
}


@st.composite
def facts(draw: Any, declared: Input, start: int, horizon: int) -> Given:
    """A fact of an input by its declaration: constant, from a month on, or dated kroner."""
    if declared.of_month:
        return constant(draw(months(2015, start - 1)))
    if declared.unit_of_case.startswith("kr"):
        return draw(_amounts(declared, start, horizon))
    value = _plain_values(declared)
    by_month = declared.definition_period == DateUnit.MONTH
    if by_month and draw(st.booleans()):
        dates = draw(st.lists(months(start - 1, start + horizon), min_size=1, max_size=2))
        return Given("steps", tuple((at, draw(value)) for at in sorted(set(dates))), 0)
    return constant(draw(value))


def _amounts(declared: Input, start: int, horizon: int) -> st.SearchStrategy[Given]:
    of_year = declared.unit_of_case == "kr/year" or declared.definition_period == DateUnit.YEAR
    values = incomes(3_000_000 if of_year else 25_000)
    if declared.may_be_negative:
        values = st.one_of(values, st.integers(-300_000, -1).map(float))
    kinds = [values.map(per_year)] if of_year else []
    if declared.definition_period == DateUnit.MONTH:
        small = values.map(lambda value: round(value / 12, 2)) if of_year else values
        named = st.dictionaries(months(start, start + horizon), small, min_size=1, max_size=3)
        kinds += [small.map(per_month), named.map(_dated("months"))]
    by_year = st.dictionaries(
        st.integers(start, start + horizon).map(lambda year: 12 * year), values, min_size=1
    )
    return st.one_of(*kinds, by_year.map(_dated("years")))


def _dated(kind: str) -> Callable[[dict[int, float]], Given]:
    return lambda values: Given(kind, tuple(sorted(values.items())), 0)  # type: ignore[arg-type]


def _plain_values(declared: Input) -> st.SearchStrategy[float]:
    if declared.value_type is bool:
        return st.sampled_from([1.0, 1.0, 1.0, 0.0])
    if declared.value_type is Enum:
        return st.integers(1, len(declared.enum_names)).map(
            lambda chosen: float(chosen % len(declared.enum_names))
        )
    unit = declared.unit_of_case
    highest = 10_000.0 if unit.startswith("kr") else _HIGHEST.get(unit, 10.0)
    if declared.value_type is int:
        return st.integers(0, int(highest)).map(float)
    return st.one_of(
        st.just(declared.default), st.integers(0, 1000).map(lambda part: highest * part / 1000)
    )


@lru_cache(maxsize=1)
def _money_inputs() -> dict[str, Input]:
    """Inputs of a person that some flow can depend on."""
    reached: set[str] = set()
    for flow in TODAY.flows.values():
        reached |= TODAY.reach.variables(flow.amount or flow.volume or "")
    return {name: found for name, found in inputs_of("person").items() if name in reached}


_SITUATIONS = {
    "barn": (
        ("plassering", "plassert_siden", "bufetat_tilbyr_plass"),
        ("plassering", "spesialisert_fosterhjem", "plassert_siden", "enslig_mindrearig_fra_mottak"),
        ("plassering", "ettervern", "fosterhjem_forsterkning"),
        ("i_senter_for_foreldre_og_barn",),
        ("har_hjelpetiltak", "har_mst", "bufetat_tilbyr_mst", "i_bup"),
        ("elev_i_vgo", "utdanningsprogram", "fullfort_vgo"),
        ("laerling", "lonn"),
        ("utenfor_opplaering_og_arbeid", "soker_sosialhjelp"),
        ("ettervern",),
        ("delt_bosted",),
    ),
    "forelder": (
        ("lonn", "naeringsinntekt"),
        ("lonn", "kapitalinntekt", "barnepass_kostnader"),
        ("innvilget_uforetrygd", "ung_ufor", "uforetrygd_siden", "lonn", "inntekt_for_uforhet_g"),
        ("innvilget_aap", "aap_grunnlag_g", "aap_brukte_maneder", "aap_arbeidstimer_andel"),
        ("innvilget_kvp", "lonn"),
        ("soker_sosialhjelp", "egne_boutgifter", "brudd_pa_vilkar"),
        ("mottar_overgangsstonad_i_full", "lonn"),
        ("oppfostringsbidrag_fastsatt", "lonn"),
        ("i_fengsel", "soning_siden", "innvilget_uforetrygd"),
        ("i_hoyere_utdanning",),
        ("dagpenger_sykepenger_foreldrepenger", "lever_med_partner"),
    ),
}
"""Inputs that go together, so that every flow is drawn with kroner in it."""


@st.composite
def _persons(draw: Any, name: str, role: str, born: int, start: int, horizon: int) -> Person:
    known = _money_inputs()
    named = draw(st.sampled_from(_SITUATIONS[role]))
    more = draw(st.lists(st.sampled_from(sorted(known)), max_size=3, unique=True))
    names = [key for key in dict.fromkeys((*named, *more)) if key in known]
    chosen = {key: draw(facts(known[key], start, horizon)) for key in names}
    return Person(name, born, role, False, chosen)  # type: ignore[arg-type]


@st.composite
def households(draw: Any, start: int, horizon: int) -> tuple[Person, ...]:
    """One or two parents of 16 to 75 with none to three children, or a young person alone.

    Children may be born in the middle of a year, under three, or not yet.
    """
    people = []
    for number in range(draw(st.integers(1, 2))):
        born = draw(months(start - 75, start - 17))
        people.append(draw(_persons(f"voksen{number}", "forelder", born, start, horizon)))
    youngest = max(one.born for one in people)
    for number in range(draw(st.sampled_from([1, 2, 0, 3]))):
        oldest, latest = draw(st.sampled_from([(3, -1), (18, 12), (12, 3), (24, 18)]))
        first = max(start - oldest, youngest // 12 + 13)
        born = draw(months(min(first, start + 1), max(min(first, start + 1), start - latest)))
        people.append(draw(_persons(f"barn{number}", "barn", born, start, horizon)))
    focus = draw(st.integers(0, len(people) - 1))
    return tuple(
        Person(one.name, one.born, one.role, number == focus, one.inputs)
        for number, one in enumerate(people)
    )


@st.composite
def cases(draw: Any, *, first: int = 2022, last: int = 2027, longest: int = 3) -> Case:
    """A household in a kommune, with a start, a horizon, and what its household states."""
    start = draw(st.integers(first, last))
    horizon = draw(st.integers(1, longest))
    husstand = {
        name: draw(facts(declared, start, horizon))
        for name, declared in inputs_of("husstand").items()
        if draw(st.booleans())
    }
    return case_of(
        *draw(households(start, horizon)),
        start=start,
        horizon=horizon,
        place=draw(kommuner()),
        husstand=husstand,
    )


def reform_text(blocks: Sequence[str], in_force: str = "2027-01-01", name: str = "prove") -> str:
    """A reform file with these blocks."""
    listed = "\n".join(f"  - {block}" for block in blocks)
    return (
        f"reform: {name}\n"
        "title: {nb: Prøve, en: Trial}\n"
        "legal_effect: {nb: Prøve, en: Trial}\n"
        f"in_force: {in_force}\n"
        "legal_basis:\n"
        "  kind: lovendring\n"
        "  sections: [prøveloven § 1]\n"
        "  appropriation: required\n"
        "  wording: {nb: Prøve, en: Trial}\n"
        f"blocks:\n{listed}\n"
    )


def reform_of(blocks: Sequence[str], in_force: str = "2027-01-01", name: str = "prove") -> Reform:
    """The reform that such a file is read as."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reform.yaml"
        path.write_text(reform_text(blocks, in_force, name), encoding="utf-8")
        return read_reform(path)


_RATES = (
    ("familie.barnetrygd.ordinaer", 0, 4000),
    ("familie.barnetrygd.utvidet", 0, 6000),
    ("trygd.arbeidsavklaringspenger.minsteytelse", 1, 4),
    ("trygd.uforetrygd.fribelop", 0, 2),
    ("skatt.skattesatser.personfradrag", 0, 300_000),
    ("barnevern.egenandel.institusjon", 0, 400_000),
)


@st.composite
def reforms(draw: Any) -> Reform:
    """One to three blocks: a rate, a payer moved, a share paid by another; from any month."""
    blocks = []
    for name, low, high in draw(
        st.lists(st.sampled_from(_RATES), max_size=2, unique_by=lambda rate: rate[0])
    ):
        part = draw(st.integers(0, 100)) / 100
        blocks.append(f"parameter: {{name: {name}, value: {low + part * (high - low)}}}")
    moved = draw(st.lists(st.sampled_from(sorted(TODAY.flows)), max_size=2, unique=True))
    public = sorted(name for name, actor in TODAY.records.actors.items() if actor.public)
    for number, flow in enumerate(moved):
        payer = draw(st.sampled_from(public))
        if TODAY.flows[flow].kind in ("tax", "wage", "production"):
            continue
        if payer in (TODAY.flows[flow].payer, TODAY.flows[flow].payee):
            continue
        if number == 0:
            blocks.append(f"flow: {{id: {flow}, payer: {payer}}}")
        else:
            share = draw(st.integers(1, 99)) / 100
            blocks.append(
                f"co_finance: {{flow: {flow}, payer: {payer}, share: {share}, "
                "legal_basis: prøveloven § 1}"
            )
    year, of_year = draw(st.integers(2023, 2029)), draw(st.integers(1, 12))
    return reform_of(blocks or ["frame_transfer: none"], f"{year}-{of_year:02d}-01")


# --- the law, changed for a test ---


def with_rules(regime: Regime, *rules: Any) -> Regime:
    """The regime with more rules, or others in place of those of the same name."""
    system = _Reformed(regime.system)
    direct = dict(regime.reach.direct)
    for rule in rules:
        known = rule.__name__ in system.variables
        variable = (system.update_variable if known else system.add_variable)(rule)
        direct[rule.__name__] = direct_reads(variable)
    return replace(regime, system=system, reach=Reach(direct))


# --- checks ---


def evaluated(
    regime: Regime, case: Case, *, watch: Sequence[str] = (), years: LawYears | None = None
) -> dict[str, Accounts]:
    """The accounts of every course, with every rule behind a flow and disposable income watched."""
    wanted = {*_rules_of_flows(), "disponibel_inntekt", *watch}
    return evaluate(
        regime,
        case,
        plan_of(case.courses, None),
        model_of(case),
        years or law_years([regime], case.start),
        watch=sorted(wanted & set(regime.system.variables)),
    )


@lru_cache(maxsize=1)
def _declared_flows() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((PACKAGE / "rules").glob("*/flows.yaml")):
        found |= yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    return found


@lru_cache(maxsize=1)
def _declared_costs() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((PACKAGE / "evidence" / "unit_costs").glob("*.yaml")):
        found |= yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    return found


def _rules_of_flows() -> set[str]:
    return {flow.get("amount") or flow["volume"] for flow in _declared_flows().values()}


@lru_cache(maxsize=1)
def _g_by_date() -> list[tuple[str, float]]:
    path = PACKAGE / "parameters" / "trygd" / "grunnbelop.yaml"
    values = yaml.safe_load(path.read_text(encoding="utf-8"))["grunnbelop"]["values"]
    return sorted((str(date), float(entry["value"])) for date, entry in values.items())


@lru_cache(maxsize=100)
def mean_g(year: int) -> float:
    """Mean of the twelve months' G: the last value set on or before the 1st of each month."""
    total = 0.0
    for of_year in range(1, 13):
        first = f"{year}-{of_year:02d}-01"
        total += [value for date, value in _g_by_date() if date <= first][-1]
    return total / 12


def check_finite(accounts: Accounts) -> None:
    """No NaN, no infinity, and no flow that runs backwards (capital income may)."""
    for values in (accounts.nominal, accounts.real, *accounts.watched.values()):
        assert numpy.isfinite(values).all(), "not a number"
    for line, values in zip(accounts.lines, accounts.nominal, strict=True):
        if line.name != "kapitalinntekt":
            assert values.min(initial=0) >= 0, f"{line.name} is negative: {values.min()}"


def check_balanced(accounts: Accounts, actors: Mapping[str, Actor]) -> None:
    """Each flow leaves one declared account and enters another; all accounts sum to zero."""
    for line in accounts.lines:
        ends = (line.payer, line.payee)
        assert line.payer != line.payee, f"{line.name} pays itself"
        assert all(end in actors and not actors[end].body for end in ends), f"{line.name}: {ends}"
    for real in (True, False):
        total = sum(accounts.sum_of([name], real=real) for name in actors)
        size = numpy.abs(accounts.nominal).max(initial=1.0)
        assert numpy.abs(total).max(initial=0) <= 1e-9 * size, "the accounts do not sum to zero"


def check_household(accounts: Accounts) -> None:
    """The household's account from the flows is disposable income by the rules, year by year."""
    by_rules = accounts.watched["disponibel_inntekt"]
    by_flows = accounts.sum_of(["husstand"], real=False)
    assert numpy.abs(by_flows[len(by_rules) :]).max(initial=0) == 0, "kroner after the horizon"
    off = by_flows[: len(by_rules)] - by_rules
    assert numpy.abs(off).max(initial=0) <= ORE, f"flows less rules, by year: {off}"


def check_employer(accounts: Accounts) -> None:
    """What work is worth is what it costs: the employer is left with grants alone."""
    net = accounts.sum_of(["arbeidsgiver"], real=False)
    for line, values in zip(accounts.lines, accounts.nominal, strict=True):
        if line.kind == "transfer" and line.payee == "arbeidsgiver":
            net = net - values
    assert numpy.abs(net).max(initial=0) <= ORE, f"left with the employer: {net}"


def check_flow_rules(regime: Regime, case: Case, accounts: Accounts, years: LawYears) -> None:
    """All that is paid on a rule is its kroner, or its volume x unit cost in the year's prices.

    Which flows there are, their lag, the unit costs and G are read from the files; several flows
    on one rule (other payers, shares) are taken together.
    """
    paid: dict[str, Any] = defaultdict(float)
    real: dict[str, Any] = defaultdict(float)
    for position, line in enumerate(accounts.lines):
        if line.amount or line.volume:
            paid[line.amount or line.volume] += accounts.nominal[position]
            real[line.amount or line.volume] += accounts.real[position]
    calendar = range(case.start, case.start + case.horizon)
    for name, flow in _declared_flows().items():
        if flow.get("from") or flow.get("to"):
            continue
        rule = flow.get("amount") or flow["volume"]
        expected = numpy.zeros(len(accounts.years))
        in_prices = numpy.zeros(len(accounts.years))
        for at, year in enumerate(calendar):
            law_year = years.of(year)
            kroner = accounts.watched[rule][at]
            if "volume" in flow:
                kroner = kroner * _unit_price(regime, flow, law_year)
            expected[at + flow.get("lag_years", 0)] += kroner
            in_prices[at + flow.get("lag_years", 0)] += (
                kroner * mean_g(case.start) / mean_g(law_year)
            )
        off = paid[rule] - expected
        assert numpy.abs(off).max(initial=0) <= ORE, f"{name} is off by year: {off}"
        off = real[rule] - in_prices
        assert numpy.abs(off).max(initial=0) <= ORE, f"{name} in price-year kroner: {off}"


def _unit_price(regime: Regime, flow: Mapping[str, Any], law_year: int) -> float:
    cost = _declared_costs()[flow["unit_cost"]]
    price = float(cost["value"]) * mean_g(law_year) / mean_g(int(cost["price_year"]))
    by_month = regime.system.variables[flow["volume"]].definition_period == DateUnit.MONTH
    return price / 12 if by_month and cost["unit"] == "kr/year" else price


def check_probabilities(accounts: Accounts) -> None:
    """The states of each year sum to one; no state has less than nothing."""
    for year, states in zip(accounts.years, accounts.states, strict=False):
        if states:
            assert abs(sum(states.values()) - 1) < 1e-9, f"{year}: {sum(states.values())}"
            assert min(states.values()) >= 0


def check_kinds(flows: Mapping[str, Flow], actors: Mapping[str, Actor]) -> None:
    """Each kind of flow runs between the actors that it can run between."""
    private = {"household", "private"}
    for name, flow in flows.items():
        payer, payee = actors[flow.payer], actors[flow.payee]
        held = {
            "tax": payer.level in private and payee.public,
            "fee": payer.level in private and payee.public,
            "wage": payer.level == "private" and payee.level == "household",
            "service_cost": payee.level == "resources" and payer.level != "household",
            "production": payer.level == "resources" and payee.level == "private",
            "victim_cost": payer.level == "third_party" and payee.level == "resources",
            "transfer": "resources" not in (payer.level, payee.level),
        }[flow.kind]
        assert held, f"{name}: a {flow.kind} from {flow.payer} to {flow.payee}"
        if flow.payee == "ressurser":
            assert flow.cashable is not None, f"{name} says not what of it is cashable"


_KOSTRA = {
    "202": "kommune.skole",
    "251": "kommune.barnevern",
    "252": "kommune.barnevern",
    "276": "kommune.sosialtjeneste",
    "281": "kommune.sosialtjeneste",
    "521-533": "fylkeskommune.videregaende",
    "561": "fylkeskommune.oppfolging",
    "562": "fylkeskommune.videregaende",
    "570": "fylkeskommune.videregaende",
    "800": "frie_inntekter",
}
"""KOSTRA function -> service, from the reporting guide of KOSTRA."""


def check_budget_lines(flows: Mapping[str, Flow]) -> None:
    """The budget line agrees with who pays: state expenses stand in chapters to 2999, its income
    from 3000; a KOSTRA function belongs to one service."""
    for name, flow in flows.items():
        if flow.budget is None:
            continue
        if flow.budget.chapter is not None:
            income = flow.budget.chapter >= 3000
            state = flow.payee if income else flow.payer
            assert state.startswith("stat."), (
                f"{name}: chapter {flow.budget.chapter} is not {state}'s"
            )
        if flow.budget.kostra is not None and flow.budget.kostra in _KOSTRA:
            service = _KOSTRA[flow.budget.kostra]
            if flow.payer.startswith("andre_"):
                continue  # another kommune's service, on the same function
            assert any(end.endswith(service) for end in (flow.payer, flow.payee)), (
                f"{name}: function {flow.budget.kostra} is {service}'s"
            )
            if flow.payee == "ressurser":
                assert flow.payer == service, f"{name}: function {flow.budget.kostra}"


def check_folding(regime: Regime, case: Case, *, tolerance: float = 1e-6) -> None:
    """Years and months folded or one by one: the same accounts in kroner of the price year."""
    plans = plan_of(case.courses, None)
    model = model_of(case)
    folded = evaluate(regime, case, plans, model, law_years([regime], case.start))
    one_by_one = evaluate(
        regime,
        case,
        plans,
        model,
        law_years([regime], case.start, fold=False),
        fold_months=False,
    )
    for plan in plans:
        same, other = folded[plan.name], one_by_one[plan.name]
        for position, line in enumerate(same.lines):
            off = numpy.abs(same.real[position] - other.real[position]).max(initial=0)
            assert off <= tolerance, f"{line.name}: folding moves {off} kroner"
        for name, triggered in same.duties.items():
            assert (triggered == other.duties[name]).all(), f"folding moves the duty {name}"


def check_floats(system: Any) -> None:
    """Every number of the law is kept in float64: float32 loses kroner above 16.7 million."""
    for name, variable in system.variables.items():
        if variable.value_type is float:
            assert variable.dtype == numpy.float64, f"{name} is kept in {variable.dtype}"
