"""Every rule's page is a test: its bad blueprint raises exactly it, at a snapshotted place and wording; its good one is silent."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from blueprint_cli.checks.checking import check
from blueprint_cli.checks.plan import Wishes, plan
from blueprint_cli.checks.rule import Rule, own_rules, own_rules_with
from blueprint_cli.errors import BlueprintError
from blueprint_cli.findings import Finding, Severity
from blueprint_cli.source.loading import load_bytes

PAGE = re.compile(
    r"\A.+\.\n\n.+\n\nBad:\n(?P<bad>(?:    .*\n|\n)+)\nGood:\n(?P<good>(?:    .*(?:\n|\Z))+)\Z", re.DOTALL
)
RULES = own_rules().rules
ON_BLUEPRINTS = [
    rule for rule in RULES if rule.name != "stale-baseline"
]  # that one is about a baseline: test_baseline.py
TODAY = date(2026, 11, 24)


def _examples(rule: Rule) -> tuple[str, str]:
    found = PAGE.match(rule.page)
    assert found, f"{rule.name}: a page has a first line, an explanation, Bad: and Good:"
    return textwrap.dedent(found["bad"]), textwrap.dedent(found["good"])


def findings(text: str, rule: Rule) -> Sequence[Finding]:
    """What the recommended rules say about a text, and the rule itself where it is not among them."""
    source = load_bytes(text.encode(), "example.blueprint.yaml", Path())
    return check(source, plan([Wishes(extend_select=(rule.code,))], today=TODAY)).findings


@pytest.mark.parametrize("rule", ON_BLUEPRINTS, ids=lambda rule: rule.name)
def test_the_bad_example_raises_this_rule(rule: Rule, snapshot: SnapshotAssertion) -> None:
    bad, _ = _examples(rule)
    found = findings(bad, rule)
    mine = [finding for finding in found if finding.code == rule.code]
    others = {
        finding.code for finding in found if finding.code != rule.code and finding.severity > Severity.INFO
    }
    assert mine
    assert not others
    assert [
        f"{f.location.line}:{f.location.column}-{f.location.end_column} {f.severity.word} {f.at}: {f.message} ({f.help})"
        for f in mine
    ] == snapshot


@pytest.mark.parametrize("rule", ON_BLUEPRINTS, ids=lambda rule: rule.name)
def test_the_good_example_is_silent(rule: Rule) -> None:
    _, good = _examples(rule)
    found = findings(good, rule)
    assert rule.code not in {finding.code for finding in found}
    assert not [finding.message for finding in found if finding.severity > Severity.INFO]


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("word", ["BP101", "bp101", "missing-owner"])
def test_a_rule_is_found_by_code_and_name(word: str) -> None:
    assert own_rules().find(word).name == "missing-owner"


def test_an_unknown_rule_is_an_error_of_the_run() -> None:
    with pytest.raises(BlueprintError) as error:
        own_rules().find("mising-owner")
    assert (error.value.message, error.value.help) == (
        "there is no rule 'mising-owner'",
        "did you mean missing-owner?",
    )


def codes(**said: tuple[str, ...]) -> frozenset[str]:
    return plan([Wishes(**said)]).codes  # type: ignore[arg-type]


def test_the_longest_word_wins() -> None:
    chosen = codes(select=("ALL", "BP203"), ignore=("BP2",))
    assert "BP203" in chosen
    assert "BP201" not in chosen
    assert "BP101" in chosen


def test_the_errors_of_the_file_itself_cannot_be_left_out() -> None:
    assert codes(select=("missing-owner",)) == {"BP101", "BP001", "BP002", "BP003", "BP004", "BP005", "BP006"}
    assert "BP002" in codes(ignore=("BP0",))


def test_a_few_rules_are_found_by_their_codes_as_all_are() -> None:
    assert own_rules_with(frozenset(rule.code for rule in RULES)).rules == RULES
    assert [rule.name for rule in own_rules_with(frozenset({"BP101", "BP006"})).rules] == [
        "circular-order",
        "missing-owner",
    ]


def test_what_stands_in_the_way_of_a_picture_is_looked_for_by_its_own_rules_alone() -> None:
    code = (
        "import sys; from blueprint_cli.checks.checking import errors_among; from blueprint_cli.source.loading import load_bytes;"
        "from pathlib import Path;"
        "found = errors_among(load_bytes(b'blueprint: 1\\ntitle: A\\nsteps:\\n  - {customer: B, next: nowhere}\\n', 'a.yaml', Path()), ['BP005']);"
        "print([finding.name for finding in found], 'blueprint_cli.checks.rules.missing_owner' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['unknown-reference'] False\n"
