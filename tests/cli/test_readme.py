"""README.md and README.nb.md: they name what exists, say the same, and their examples run."""

import re
from pathlib import Path

import click
import pytest

from effektlov.case import shipped_cases
from effektlov.cli import _group
from effektlov.reform import shipped_reforms
from effektlov.scenario import read_scenarios, run_scenario
from effektlov.session import open_case

ROOT = Path(__file__).resolve().parents[2]
READMES = ["README.md", "README.nb.md"]
either = pytest.mark.parametrize("name", READMES)


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The fenced blocks of a language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```", text_of(name), re.MULTILINE | re.DOTALL)


def row_of(name: str, command: str) -> str:
    """The row of the table of commands that begins with a command."""
    rows = [
        line for line in text_of(name).splitlines() if line.startswith(f"| `effektlov {command}")
    ]
    assert len(rows) == 1, f"{name}: {command}"
    return rows[0]


def subcommands() -> list[tuple[str, str]]:
    context = click.Context(_group)
    found = []
    for name in _group.list_commands(context):
        command = _group.get_command(context, name)
        below = command.list_commands(context) if isinstance(command, click.Group) else [""]
        found += [(name, one) for one in below]
    return found


@either
@pytest.mark.parametrize(("command", "below"), subcommands())
def test_every_command_is_named(name: str, command: str, below: str) -> None:
    assert below in row_of(name, command)


@either
def test_every_option_of_the_main_command_is_named(name: str) -> None:
    command = _group.get_command(click.Context(_group), "case")
    assert command is not None
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[0] in row_of(name, "case")
            if isinstance(parameter.type, click.Choice):
                choices = "\\|".join(parameter.type.choices)
                assert choices in row_of(name, "case")


@either
@pytest.mark.parametrize("case", sorted(shipped_cases()))
def test_every_case_is_named(name: str, case: str) -> None:
    assert f"`{case}`" in text_of(name)


@either
@pytest.mark.parametrize("reform", sorted(shipped_reforms()))
def test_every_reform_is_named(name: str, reform: str) -> None:
    assert f"`{reform}`" in text_of(name)


@either
def test_the_number_of_cases_is_right(name: str) -> None:
    words = {"README.md": "Six are shipped", "README.nb.md": "Seks følger med"}
    assert len(shipped_cases()) == 6
    assert words[name] in text_of(name)


def test_both_have_the_same_shell_commands() -> None:
    assert blocks("README.md", "sh") == blocks("README.nb.md", "sh")
    assert len(blocks("README.md", "sh")) >= 3


def test_both_have_the_same_examples_and_pictures() -> None:
    assert blocks("README.md", "yaml") == blocks("README.nb.md", "yaml")
    pictures = [re.findall(r"!\[[^]]*\]\(([^)]+)\)", text_of(name)) for name in READMES]
    assert pictures[0] == pictures[1]
    assert len(pictures[0]) == 1


def test_both_have_the_same_headings_and_rows() -> None:
    shapes = [
        [line.split(" ")[0] for line in text_of(name).splitlines() if re.match(r"#+ |\| ", line)]
        for name in READMES
    ]
    assert shapes[0] == shapes[1]


@either
def test_the_two_set_up_commands_are_one_line_each(name: str) -> None:
    """One runs the main job on a shipped case, one passes the tests; the same with uv."""
    main_job, tests, with_uv = blocks(name, "sh")[:3]
    assert len(main_job.splitlines()) == len(tests.splitlines()) == 1
    assert "effektlov case elev_pa_vei_ut --reform felles_effektplikt_gjennomforing" in main_job
    assert "pytest" in tests
    assert [line.split()[0] for line in with_uv.splitlines()] == ["uv", "uv"]
    assert "effektlov case" in with_uv
    assert "pytest" in with_uv


@either
def test_what_the_commands_name_exists(name: str) -> None:
    for block in blocks(name, "sh"):
        for case, reform in re.findall(r"effektlov case (\w+)(?: --reform (\w+))?", block):
            assert case in shipped_cases()
            assert not reform or reform in shipped_reforms()


@either
def test_the_example_scenario_holds(name: str, tmp_path: Path) -> None:
    examples = blocks(name, "yaml")
    assert examples
    for number, example in enumerate(examples):
        path = tmp_path / f"{number}.scenario.yaml"
        path.write_text(example, "utf-8")
        for scenario in read_scenarios(path):
            assert run_scenario(scenario) == []


@either
def test_every_link_to_a_file_leads_somewhere(name: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", text_of(name))
    local = [target for target in targets if not target.startswith("http")]
    assert local
    assert [target for target in local if not (ROOT / target).exists()] == []


@either
def test_the_picture_shows_the_pupil_of_the_case(name: str) -> None:
    """Her age in the first month of the case."""
    case = open_case("elev_pa_vei_ut")
    age = (12 * case.start - case.focus.born) // 12
    alt = re.findall(r"!\[([^]]*)\]", text_of(name))[0]
    assert re.search(rf"\b{age}-(year-old|åring)", alt), alt


@either
def test_the_licence_and_the_other_language_are_named(name: str) -> None:
    other = next(one for one in READMES if one != name)
    assert "AGPL-3.0-or-later" in text_of(name)
    assert f"({other})" in text_of(name)
