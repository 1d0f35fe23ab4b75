"""The documentation of case files: the vocabulary is fresh, and every field has its place."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from effektlov import case
from effektlov.case import read_case, shipped_cases
from effektlov.life_course import life_course
from effektlov.measures import measures

DOCS = Path(__file__).resolve().parents[2] / "docs"
CASES = (DOCS / "cases.md").read_text(encoding="utf-8")


def _generator() -> ModuleType:
    name = "generate_vocabulary"
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_vocabulary_is_fresh() -> None:
    """Run `python docs/generate_vocabulary.py` when this fails."""
    assert (DOCS / "vocabulary.md").read_text(encoding="utf-8") == _generator().page()


@pytest.mark.parametrize("field", [*case._CASE_FIELDS, *case._COURSE_FIELDS])
def test_every_field_of_a_case_is_described(field: str) -> None:
    assert re.search(rf"^\| `{field}` \|", CASES, re.MULTILINE)


@pytest.mark.parametrize("state", sorted(life_course().states))
def test_every_state_of_the_life_course_is_named(state: str) -> None:
    assert f"`{state}`" in CASES


@pytest.mark.parametrize("name", [*shipped_cases(), *measures()])
def test_every_shipped_case_and_measure_is_named(name: str) -> None:
    assert f"| `{name}` |" in CASES


def test_the_annotated_example_reads(tmp_path: Path) -> None:
    example = next(
        block
        for block in re.findall(r"```yaml\n(.*?)```", CASES, re.DOTALL)
        if block.startswith("case:")
    )
    path = tmp_path / "example.yaml"
    path.write_text(example, encoding="utf-8")
    found = read_case(path, states=life_course().states, measures=measures())
    assert found.focus.name == "nora"
