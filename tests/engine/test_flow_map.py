"""The map of payers and payees, and the state accounts of each post."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from effektlov.cli import _group
from effektlov.errors import ScenarioError, UnknownNameError
from effektlov.flow_map import EXPLAIN_FROM, PostCheck, flow_map
from effektlov.post_checks import post_counts
from effektlov.regime import law_in_force


def test_every_flow_in_force_is_on_the_map() -> None:
    shown = {line.id for line in flow_map(2025).flows}
    for name, flow in law_in_force().flows.items():
        begun = flow.from_ is None or flow.from_.year <= 2025
        lasts = flow.to is None or flow.to.year >= 2025
        assert (name in shown) is (begun and lasts)


def test_the_accounts_are_those_of_the_state() -> None:
    """State accounts 2025 by chapter and post, million kroner: 845-70, 844-70, 2655-70."""
    posts = {(post.chapter, post.post): post for post in flow_map(2025).posts}
    assert posts[845, "70"].accounts == 28_749.5
    assert posts[2655, "70"].approved_budget == pytest.approx(132_618, abs=1)


def _checks(year: int = 2025) -> dict[tuple[int, str], PostCheck]:
    return {(check.chapter, check.post): check for check in flow_map(year).checks}


def test_a_deviation_above_ten_per_cent_is_explained() -> None:
    for year in {count.year for counts in post_counts().values() for count in counts}:
        for check in flow_map(year).checks:
            assert check.note or abs(check.deviation or 0) <= EXPLAIN_FROM


def test_the_accounts_lie_between_the_limits() -> None:
    for check in _checks().values():
        if check.by_rules is None:
            assert check.lower is not None
            assert check.upper is not None
            assert check.lower <= check.accounts <= check.upper


def test_the_greatest_deviation_comes_first() -> None:
    sizes = [abs(check.deviation or 0) for check in flow_map().checks]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("845: []\n", "no chapter and post", 1),
        ("845-70: {}\n", "a list expected", 1),
        ("845-70:\n  - year: 2025\n", "missing", 2),
        (
            "845-70:\n  - {year: 2025, source: {title: a}, confidence: sure, groups: []}\n",
            "sure",
            2,
        ),
        (
            "845-70:\n  - year: 2025\n    source: {title: a}\n    confidence: official\n"
            "    groups:\n      - label: {nb: a, en: a}\n        count: 3\n",
            "missing",
            6,
        ),
    ],
)
def test_a_broken_record_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str, line: int
) -> None:
    (tmp_path / "broken.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr("effektlov.post_checks._FOLDER", tmp_path)
    post_counts.cache_clear()
    with pytest.raises(ScenarioError, match=message) as caught:
        post_counts()
    post_counts.cache_clear()
    assert caught.value.line == line


def test_a_year_without_accounts_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="2010"):
        flow_map(2010)


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_command(lang: str) -> None:
    run = CliRunner()
    table = run.invoke(_group, ["law", "flows", "--lang", lang])
    assert table.exit_code == 0
    assert "845-70" in table.output
    data = json.loads(run.invoke(_group, ["law", "flows", "--format", "json"]).output)
    assert {"year", "flows", "posts", "checks"} == set(data)
