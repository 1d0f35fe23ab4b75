"""The steps of an evaluation at scale in one fresh process, as seconds (a line of JSON).

`scale_steps.py whole ROWS` evaluates every flow in four law-years; `load` only loads the law;
`compare ROWS` runs the invented rules of one law-year beside plain numpy, values compared.
"""

import sys
import time

BEGAN = time.perf_counter()

LAW_YEARS = (2023, 2024, 2025, 2026)
_START = 2026
_PATTERNS = 80


class Clock:
    """Seconds since the last stop, added up by name."""

    def __init__(self) -> None:
        self.parts: dict[str, float] = {}
        self._last = BEGAN

    def stop(self, name: str) -> None:
        """Add the time since the last stop to a name."""
        now = time.perf_counter()
        self.parts[name] = self.parts.get(name, 0.0) + now - self._last
        self._last = now


def household():
    """A pupil of 16, her younger brother and their mother, in Alver."""
    from effektlov.case import Person
    from effektlov.errors import CaseError
    from effektlov.given import Given
    from effektlov.kommuner import find_kommune
    from effektlov.rows import Household

    def kroner(amount: float) -> Given:
        return Given("yearly", ((0, amount),), 1)

    persons = (
        Person("pupil", 12 * 2010 + 9, "barn", True, {}),
        Person("brother", 12 * 2014 + 2, "barn", False, {}),
        Person("mother", 12 * 1984 + 5, "forelder", False, {"lonn": kroner(412_000)}),
    )
    return Household(persons, {}, find_kommune("4613", error=CaseError), {})


def rows_of(law_year: int, count: int):
    """Rows as the life course makes them: many states by month in many calendar years.

    In the last law-year, which stands for all later ones, 40 calendar years; else one.
    """
    import random

    import numpy
    from scale_law import FLAGS

    from effektlov.rows import Pattern, Rows

    chance = random.Random(law_year)
    patterns = []
    for number in range(_PATTERNS):
        entry = 7 if number % 3 == 0 else 0
        inputs = {}
        for name in FLAGS:
            before, after = (float(chance.random() < 0.3) for _ in range(2))
            inputs[name] = (before,) * entry + (after,) * (12 - entry)
        wages = [chance.choice((0.0, 9_000.0, 28_000.0, 46_000.0)) for _ in range(2)]
        inputs["lonn"] = (wages[0],) * entry + (wages[1],) * (12 - entry)
        since = {"uforetrygd_siden": -12 * (number % 11)} if number % 8 == 7 else {}
        patterns.append(Pattern(inputs, since))
    span = 40 if law_year == LAW_YEARS[-1] else 1
    at = numpy.arange(count)
    years = law_year + at * span // count
    return Rows(years=years, pattern=at % _PATTERNS, alone=years - 2010 > 21, patterns=patterns)


def simulation_of(regime, law_year: int, count: int):
    """The rows of one law-year, ready to be asked."""
    from effektlov.rows import build_simulation

    return build_simulation(
        regime, household(), rows_of(law_year, count), law_year=law_year, base_year=_START
    )


def calculate(simulation, name: str) -> None:
    """Every month of a rule that differs from the others, or its year."""
    from effektlov.simulation import months_of, year_of

    if simulation.tax_benefit_system.variables[name].definition_period == "year":
        simulation.calculate(name, year_of(simulation.year))
        return
    for month in sorted(set(simulation.stands_for(name))):
        simulation.calculate(name, months_of(simulation.year)[month - 1])


def imports(clock: Clock) -> None:
    """What every command imports."""
    import click  # noqa: F401
    import numpy  # noqa: F401

    clock.stop("import numpy, click")
    import openfisca_core.simulations
    import openfisca_core.taxbenefitsystems  # noqa: F401

    clock.stop("import openfisca-core")
    import effektlov.accounts
    import effektlov.system  # noqa: F401

    clock.stop("import effektlov")


def whole(count: int) -> dict[str, float]:
    """Import, load, then rows, rules and ledger of four law-years."""
    import numpy

    clock = Clock()
    imports(clock)
    from effektlov.ledger import active_months, flow_in_year, year_sum
    from effektlov.regime import law_in_force

    regime = law_in_force()
    clock.stop("load law")
    shares = numpy.full(count, 1 / count)
    accounts: dict[str, list[float]] = {}
    for law_year in LAW_YEARS:
        simulation = simulation_of(regime, law_year, count)
        clock.stop("rows")
        for flow in regime.flows.values():
            calculate(simulation, flow.amount or flow.volume)
        if law_year == LAW_YEARS[0]:
            for duty in regime.duties.values():
                calculate(simulation, duty.trigger)
        clock.stop("rules")
        table = numpy.array(
            [flow_in_year(simulation, regime, flow, count) for flow in regime.flows.values()]
        )
        if law_year == LAW_YEARS[0]:
            for duty in regime.duties.values():
                months = active_months(law_year, duty.from_, duty.to)
                year_sum(simulation, duty.trigger, months, count)
        kroner = table @ shares
        for flow, amount in zip(regime.flows.values(), kroner, strict=True):
            accounts.setdefault(flow.payer, []).append(-float(amount))
            accounts.setdefault(flow.payee, []).append(float(amount))
        simulation.forget()
        clock.stop("ledger")
    if abs(sum(map(sum, accounts.values()))) > 1:
        raise SystemExit("the accounts do not add up to zero")
    return clock.parts


def load() -> dict[str, float]:
    """Import, then load the law from its cache."""
    clock = Clock()
    imports(clock)
    from effektlov.system import load_law

    load_law()
    clock.stop("load law")
    return clock.parts


def size() -> dict[str, float]:
    """How much law there is."""
    from effektlov.system import load_law

    def leaves(node) -> int:
        children = getattr(node, "children", None)
        return sum(map(leaves, children.values())) if children is not None else 1

    law = load_law()
    return {
        "rules": sum(bool(variable.formulas) for variable in law.system.variables.values()),
        "inputs": sum(not variable.formulas for variable in law.system.variables.values()),
        "parameters": leaves(law.system.parameters),
        "flows": len(law.records.flows),
    }


def compare(count: int) -> dict[str, float]:
    """The invented rules of the last law-year, by the engine and in numpy by hand.

    By hand twice: in all twelve months, and in the months that the engine runs.
    """
    import scale_by_hand as by_hand
    from scale_law import FLAGS, PREFIX, SECTOR

    from effektlov.regime import law_in_force
    from effektlov.simulation import months_of

    regime = law_in_force()
    year = LAW_YEARS[-1]
    names = [name for name in regime.system.variables if name.startswith(PREFIX)]
    simulation_of(regime, year, count)
    first = simulation_of(regime, year, count)
    for name in names:
        calculate(first, name)
    simulation = simulation_of(regime, year, count)
    start = time.perf_counter()
    for name in names:
        calculate(simulation, name)
    parts = {"engine": time.perf_counter() - start}
    starts = sorted({month for name in names for month in simulation.stands_for(name)})
    groups = simulation.populations["husstand"]
    for label, months in (("by hand, same months", starts), ("by hand, 12 months", range(1, 13))):
        chosen = list(months)
        counts = [after - month for month, after in zip(chosen, [*chosen[1:], 13], strict=True)]
        periods = [months_of(year)[month - 1] for month in chosen]
        inputs = {
            name: [simulation.calculate(name, period) for period in periods]
            for name in ("lonn", "naeringsinntekt", *FLAGS)
        }
        law = [_values(regime.system, SECTOR, period) for period in periods]
        index = [12 * year + month - 1 for month in chosen]
        given = (
            inputs,
            law,
            index,
            counts,
            simulation.calculate("fodselsmaned", periods[0]),
            groups.members_entity_id,
            groups.count,
        )
        by_hand.rules(*given)
        start = time.perf_counter()
        found = by_hand.rules(*given)
        parts[label] = time.perf_counter() - start
        for name, values in zip(sorted(names), found, strict=True):
            _same(simulation, name, values, periods)
    parts["evaluations"] = sum(key[0].startswith(PREFIX) for key in simulation._values)
    return parts


def _values(system, sector: str, period) -> dict[str, object]:
    node = system.get_parameters_at_instant(period)
    root = system.parameters.children[sector]
    return {
        f"{rule}.{name}": getattr(getattr(getattr(node, sector), part), rule).__getattr__(name)
        for part, branch in root.children.items()
        for rule, leaves in branch.children.items()
        for name in leaves.children
    }


def _same(simulation, name: str, values, periods) -> None:
    import numpy

    from effektlov.simulation import year_of

    if not isinstance(values, list):
        pairs = [(simulation.calculate(name, year_of(simulation.year)), values)]
    else:
        pairs = [
            (simulation.calculate(name, period), value)
            for period, value in zip(periods, values, strict=True)
        ]
    if not all(numpy.allclose(one, other) for one, other in pairs):
        raise SystemExit(f"{name}: the engine and numpy by hand differ")


def main() -> None:
    """Run what is asked and print one line of JSON."""
    job, *rest = sys.argv[1:]
    parts = globals()[job](*map(int, rest))
    import json

    print(json.dumps({"began": BEGAN, "ended": time.perf_counter(), "parts": parts}))


if __name__ == "__main__":
    main()
