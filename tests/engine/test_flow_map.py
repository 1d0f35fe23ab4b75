"""The map of payers and payees, and the state accounts of each post."""

import json

import pytest
from click.testing import CliRunner

from effektlov.cli import _group
from effektlov.errors import UnknownNameError
from effektlov.flow_map import flow_map
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
    assert posts[844, "70"].by_rules is None


def test_child_benefit_by_the_rules_and_the_number_of_children() -> None:
    """The ordinary benefit of 2025 is 4 x 1 766 + 8 x 1 968 = 22 808 for a child all year. About
    1.1 million children under 18 (Statistics Norway): 25 billion, the rest of the post is extended
    benefit and additions, so the deviation is explained."""
    post = next(post for post in flow_map(2025).posts if post.chapter == 845)
    assert post.by_rules == pytest.approx(1_097_000 * 22_808 / 1e6, rel=0.01)
    assert post.deviation == pytest.approx(post.by_rules / 28_749.5 - 1)
    assert post.note is not None


def test_a_deviation_above_ten_per_cent_is_explained() -> None:
    for post in flow_map(2025).posts:
        if post.deviation is not None and abs(post.deviation) > 0.10:
            assert post.note is not None


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
    assert {"year", "flows", "posts"} == set(data)
