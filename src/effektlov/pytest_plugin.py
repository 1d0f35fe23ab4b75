"""Collect `*.scenario.yaml` anywhere, so that a ministry's own repository can run its scenarios."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

__all__ = ["pytest_collect_file"]


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.File | None:
    """A scenario file is a test file, each of its scenarios a test named by its sentence."""
    if file_path.name.endswith(".scenario.yaml"):
        collected: pytest.File = ScenarioFile.from_parent(parent, path=file_path)
        return collected
    return None


class ScenarioFile(pytest.File):
    """The scenarios of one file."""

    def repr_failure(self, excinfo: Any) -> Any:  # type: ignore[override]
        """A wrongly written scenario is one line: file, line, field, what is allowed."""
        from effektlov.errors import EffektlovError

        if isinstance(excinfo.value, EffektlovError):
            return str(excinfo.value)
        return super().repr_failure(excinfo)

    def collect(self) -> Iterator[pytest.Item]:
        """One item per scenario; a wrongly written file is one collection error."""
        from effektlov.scenario import read_scenarios

        for scenario in read_scenarios(self.path):
            yield ScenarioItem.from_parent(self, name=scenario.name, scenario=scenario)


class ScenarioItem(pytest.Item):
    """One scenario."""

    def __init__(self, *, scenario: Any, **more: Any) -> None:
        super().__init__(**more)
        self.scenario = scenario

    def runtest(self) -> None:
        """Run the law on the scenario.

        Raises:
            ScenarioFailedError: with every expectation that did not hold.
        """
        from effektlov.scenario import run_scenario

        findings = run_scenario(self.scenario)
        if findings:
            raise ScenarioFailedError("\n".join(str(finding) for finding in findings))

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """What was expected, what the law gave, by which rule and §; no traceback for those."""
        from effektlov.errors import EffektlovError

        if isinstance(excinfo.value, ScenarioFailedError | EffektlovError):
            return f"{self.path.name}: {self.name}\n{excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """File, line and sentence."""
        return self.path, self.scenario.line - 1, self.name


class ScenarioFailedError(Exception):
    """The law gives something else than a scenario expects."""
