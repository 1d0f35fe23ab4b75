"""The steps of `effektlov case` one by one in one fresh process, as seconds (a line of JSON).

Nothing is imported before the clock runs; `began` and `ended` let the parent add what lies
outside: the start of Python and its end. Garbage is not collected and Python not taken down, as in
the console script.
"""

import gc
import os
import sys
import time

BEGAN = time.perf_counter()


class Clock:
    """Seconds since the last stop, by name."""

    def __init__(self) -> None:
        self.parts: dict[str, float] = {}
        self._last = BEGAN

    def stop(self, name: str) -> None:
        """Give the time since the last stop a name."""
        now = time.perf_counter()
        self.parts[name] = now - self._last
        self._last = now


class Timed:
    """A function that adds up the seconds spent in it."""

    def __init__(self, function: object) -> None:
        self._function = function
        self.seconds = 0.0

    def __call__(self, *args: object, **named: object) -> object:
        start = time.perf_counter()
        try:
            return self._function(*args, **named)  # type: ignore[operator]
        finally:
            self.seconds += time.perf_counter() - start


def main(case_name: str, reform: str, horizon: int) -> None:
    """Run the case; `rules` is every evaluation of the law (rows, rules, flows, accounts) and
    `answer` what the answer makes of the accounts."""
    gc.disable()
    clock = Clock()
    import click
    import numpy  # noqa: F401

    clock.stop("import numpy, click")
    import openfisca_core.reforms
    import openfisca_core.simulations
    import openfisca_core.taxbenefitsystems  # noqa: F401

    clock.stop("import openfisca-core")
    from rich.console import Console

    clock.stop("import rich")
    from effektlov import assemble, decompose, session
    from effektlov.render import WIDTH, render
    from effektlov.system import load_law

    clock.stop("import effektlov")
    load_law()
    clock.stop("load law")
    case = session.open_case(case_name, horizon=horizon)
    clock.stop("read case")
    regimes, reforms = session.regimes_of(case, [reform])
    clock.stop("read reform")
    rules = Timed(assemble.evaluate_all)
    assemble.evaluate_all = decompose.evaluate_all = rules
    found = session.answer(case, regimes, reforms)
    clock.stop("answer")
    clock.parts["answer"] -= rules.seconds
    clock.parts["rules"] = rules.seconds
    console = Console(file=sys.stderr, width=WIDTH, highlight=False, soft_wrap=False)
    render(found, "nb", console)
    clock.stop("render")
    import json

    line = {"began": BEGAN, "ended": time.perf_counter(), "parts": clock.parts}
    click.echo(json.dumps(line))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
