"""`effektlov law show` and `law list`, and that every command has help."""

import json
from collections.abc import Iterator
from typing import Any

import click
import pytest

from effektlov.catalogue import KINDS, Entry, names_of, show
from effektlov.cli import _group, main

Capture = pytest.CaptureFixture[str]


def run(capsys: Capture, *arguments: str, code: int = 0) -> str:
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    printed = capsys.readouterr()
    assert (ended.value.code or 0) == code, printed.err
    return printed.err if code else printed.out


def entry(name: str, kind: str) -> Entry:
    return next(one for one in show(name) if one.kind == kind)


# law show


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("uforetrygd_reduksjonsprosent", "rule", "§ 12-14"),
        ("egenandel_mst", "flow", "§ 16-5"),
        ("samarbeid_skole", "duty", "§ 24-1"),
        ("barnevern.egenandel.institusjon", "parameter", "§ 16-5"),
        ("bufetat_tilbyr_mst", "input", "§ 16-3"),
    ],
)
def test_law_show_prints_section_and_link(capsys: Capture, name: str, kind: str, said: str) -> None:
    text = run(capsys, "law", "show", name)
    found = entry(name, kind)
    assert said in text
    assert found.href.startswith("https://lovdata.no/")
    assert found.href in text
    assert found.label.nb in text
    assert found.label.en in run(capsys, "law", "show", name, "--lang", "en")


def test_a_rule_says_what_it_reads_and_who_reads_it(capsys: Capture) -> None:
    text = run(capsys, "law", "show", "egenandel_mst", "--lang", "en")
    assert "mst_maned_bufetat" in text
    assert "barnevern.egenandel.mst" in text
    assert "rules/barnevern/tiltak.py" in text


def test_a_parameter_prints_its_dated_values_and_sources(capsys: Capture) -> None:
    text = run(capsys, "law", "show", "barnevern.egenandel.institusjon")
    assert "2022-01-01  170000" in text
    assert "source_1" in text or "Kilde" in text
    assert "kr/month" in text


def test_a_scale_prints_its_brackets(capsys: Capture) -> None:
    text = run(capsys, "law", "show", "skatt.trinnskatt.landet")
    assert "217400" in text.replace(" ", "")
    assert "0.017" in text


def test_a_flow_prints_payer_payee_and_budget_line(capsys: Capture) -> None:
    text = run(capsys, "law", "show", "egenandel_institusjon")
    for said in ("kommune.barnevern", "stat.bufetat", "3855-60"):
        assert said in text


def test_a_duty_prints_holder_trigger_and_supervisor(capsys: Capture) -> None:
    text = run(capsys, "law", "show", "samarbeid_skole")
    for said in ("skoleeier", "skal_samarbeide_skole", "statsforvalter", "2024-08-01"):
        assert said in text


def test_an_actor_prints_what_it_pays_receives_and_owes(capsys: Capture) -> None:
    text = run(capsys, "law", "show", "stat.bufetat")
    for said in ("mst_drift", "egenandel_mst", "bufetats_bistandsplikt"):
        assert said in text


def test_a_unit_cost_prints_basis_price_year_and_link(capsys: Capture) -> None:
    text = run(capsys, "law", "show", "mst_maned")
    for said in ("58882", "2022", "https://www.ssb.no/", "antatt"):
        assert said in text


def test_an_act_prints_what_is_not_encoded_and_why(capsys: Capture) -> None:
    text = run(capsys, "law", "show", "barnevernsloven")
    uncoded = entry("barnevernsloven", "act").uncoded
    assert uncoded
    for section, reason in uncoded:
        assert f"{section}: {reason.nb}" in text
    assert uncoded[0][1].en in run(capsys, "law", "show", "barnevernsloven", "--lang", "en")


def test_an_open_norm_prints_its_three_practices_and_who_decides(capsys: Capture) -> None:
    text = run(capsys, "law", "show", "bufetat_tilbyr_mst")
    assert "False / True / True" in text
    assert "stat.bufetat" in text


def test_a_duty_names_the_open_norms_behind_its_trigger(capsys: Capture) -> None:
    assert "samarbeid_nodvendig" in run(capsys, "law", "show", "samarbeid_skole")


def test_a_name_shared_by_a_rule_a_flow_and_a_duty_prints_all_three(capsys: Capture) -> None:
    assert {one.kind for one in show("uforetrygd")} == {"rule", "flow", "duty"}
    found = json.loads(run(capsys, "law", "show", "uforetrygd", "--format", "json"))
    assert [one["kind"] for one in found] == ["rule", "flow", "duty"]


@pytest.mark.parametrize("name", ["samarbeid_skole", "oppfolgingstjenesten", "uforetrygd"])
def test_a_duty_in_english_has_no_norwegian_text(capsys: Capture, name: str) -> None:
    """Who finances it and the deadline come in both languages in the records."""
    from effektlov.system import load_law

    duty = load_law().records.duties[name]
    text = run(capsys, "law", "show", name, "--lang", "en")
    assert duty.finance.en in text
    if duty.finance.nb != duty.finance.en:
        assert duty.finance.nb not in text
    if duty.deadline is not None and duty.deadline.nb != duty.deadline.en:
        assert duty.deadline.en in text
        assert duty.deadline.nb not in text


def test_a_unit_cost_in_bokmal_has_no_raw_field_names(capsys: Capture) -> None:
    text = run(capsys, "law", "show", "mst_maned")
    raw = [field for field in ("fees:", "employer_tax:", "pension:", "vat:") if field in text]
    assert raw == []


@pytest.mark.parametrize(
    ("name", "near"), [("uforetryg", "uforetrygd"), ("kommune.barnevrn", "kommune.barnevern")]
)
def test_an_unknown_id_names_the_nearest(capsys: Capture, name: str, near: str) -> None:
    text = run(capsys, "law", "show", name, code=2)
    assert text.count("\n") == 1
    assert f"Did you mean '{near}'?" in text


def test_nothing_like_it(capsys: Capture) -> None:
    text = run(capsys, "law", "show", "qqqqqqqq", code=2)
    assert text.count("\n") == 1
    assert "effektlov law list" in text


# law list


@pytest.mark.parametrize("kind", KINDS)
def test_law_list_has_a_line_for_each_id(capsys: Capture, kind: str) -> None:
    lines = run(capsys, "law", "list", kind).splitlines()
    assert [line.split("\t")[0] for line in lines] == names_of(kind)
    assert all(len(line.split("\t")) == 3 and line.split("\t")[1] for line in lines)
    english = run(capsys, "law", "list", kind, "--lang", "en").splitlines()
    assert [line.split("\t")[0] for line in english] == names_of(kind)
    if kind != "act":
        assert english != lines


@pytest.mark.parametrize("kind", KINDS)
def test_law_list_as_json(capsys: Capture, kind: str) -> None:
    found = json.loads(run(capsys, "law", "list", kind, "--format", "json"))
    assert [one["id"] for one in found] == names_of(kind)
    assert {one["kind"] for one in found} == {kind}


@pytest.mark.parametrize("kind", ["rule", "parameter", "flow", "duty", "unit_cost"])
def test_every_one_has_a_section_and_a_link(kind: str) -> None:
    found = [entry(name, kind) for name in names_of(kind)]
    assert found
    assert [one.id for one in found if not one.section] == []
    assert [one.id for one in found if not one.href.startswith("http")] == []


def test_an_unknown_kind_lists_the_kinds(capsys: Capture) -> None:
    text = run(capsys, "law", "list", "forskrift", code=2)
    assert all(kind in text for kind in KINDS)


# Help


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[Any, ...]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


EVERY = list(commands(_group))


def test_the_commands_are_these() -> None:
    assert [" ".join(path) for path, _ in EVERY] == [
        "barriers",
        "case",
        "check",
        "explain",
        "fylke",
        "kommune",
        "law",
        "law duties",
        "law flows",
        "law list",
        "law rates",
        "law show",
        "marginal",
        "reform",
        "reform check",
        "reform list",
        "reform show",
        "situations",
    ]


@pytest.mark.parametrize(("path", "command"), EVERY, ids=[" ".join(path) for path, _ in EVERY])
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_every_command_has_help(
    capsys: Capture, path: tuple[str, ...], command: click.Command, flag: str
) -> None:
    text = run(capsys, *path, flag)
    assert text.startswith(f"Usage: effektlov {' '.join(path)}")
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert parameter.opts[0] in text


@pytest.mark.parametrize(("path", "command"), EVERY, ids=[" ".join(path) for path, _ in EVERY])
def test_every_command_that_prints_has_a_format_with_json_and_a_language(
    path: tuple[str, ...], command: click.Command
) -> None:
    if isinstance(command, click.Group):
        return
    options = {parameter.name: parameter for parameter in command.params}
    assert {"output", "lang"} <= set(options)
    assert isinstance(options["output"].type, click.Choice)
    assert "json" in options["output"].type.choices


def test_the_program_has_help_and_a_version(capsys: Capture) -> None:
    text = run(capsys, "--help")
    assert all(f"  {path[0]}" in text for path, _ in EVERY)
    assert "0.1.0" in run(capsys, "--version")


def test_an_unknown_command_names_the_nearest(capsys: Capture) -> None:
    assert "Did you mean 'case'?" in run(capsys, "caes", code=2)


@pytest.mark.parametrize("path", [(), ("law",), ("reform",)])
def test_a_group_without_a_command_prints_its_help_and_not_an_error(
    capsys: Capture, path: tuple[str, ...]
) -> None:
    capsys.readouterr()
    with pytest.raises(SystemExit):
        main(list(path))
    printed = capsys.readouterr()
    assert (printed.out + printed.err).startswith("Usage: effektlov")


def test_the_rate_sheet_of_a_date_holds_the_rates_of_that_date(capsys: Capture) -> None:
    """Barnetrygdloven § 10 note 1: 1 510 in August 2024 and 1 766 from September for a child over
    six; folketrygdloven § 1-4: G is 124 028 from May 2024."""
    for date, rate in (("2024-08-31", 1510), ("2024-09-01", 1766)):
        with pytest.raises(SystemExit):
            main(["law", "rates", "--date", date, "--format", "json"])
        found = {one["name"]: one for one in json.loads(capsys.readouterr().out)}
        assert found["familie.barnetrygd.ordinaer"]["value"] == rate
        assert found["trygd.grunnbelop.grunnbelop"]["value"] == 124_028
        assert found["trygd.grunnbelop.grunnbelop"]["since"] == "2024-05-01"


def test_the_rate_sheet_shows_each_step_of_a_scale_and_what_is_assumed(capsys: Capture) -> None:
    """Trinnskatt 2025 begins at 217 400."""
    with pytest.raises(SystemExit):
        main(["law", "rates", "--date", "2025-06-01"])
    lines = capsys.readouterr().out.splitlines()
    steps = [line.split("\t")[1] for line in lines if "trinnskatt.landet (" in line]
    assert "217400" in steps
    assert any("[antatt]" in line for line in lines)


def test_a_rate_sheet_needs_a_date(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(["law", "rates", "--date", "2025-13-01"])
    assert leaving.value.code == 2
    assert "'2025-13-01' is no date" in capsys.readouterr().err
