"""Rules of one's own in TOML: a slip anywhere stops the run with the place and the word that was meant; nothing is taken for a rule that is always silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint_cli.checks.checking import check
from blueprint_cli.checks.declared.reading import read_rules
from blueprint_cli.checks.plan import Plan
from blueprint_cli.checks.rule import own_rules
from blueprint_cli.errors import BlueprintError
from blueprint_cli.source.loading import load_bytes

RULE = """\
[[rule]]
code = "ACME001"
name = "owner-is-a-team"
on = "step.backstage"
when = { emotion = "<= -1" }
require = { owner = "matches ^team-" }
message = "{step.title}: {action} needs a team"
severity = "error"
"""
MAP = """\
blueprint: 1
title: T
steps:
  - title: Call
    customer: Phones
    emotion: -2
    backstage:
      - {action: Looks, owner: team-stock}
      - {action: Asks, owner: Bob}
      - action: Waits
  - title: Pay
    customer: Pays
    emotion: 1
    backstage: {action: Books, owner: Bob}
"""

# what is written, what stands there instead, and what is said
SLIPS: dict[str, tuple[str, str, str, str]] = {
    "a key": ("severity =", "severety =", "acme.rules.toml, rule 1 (owner-is-a-team): there is no key 'severety'", "did you mean severity?"),
    "a code of ours": ("ACME001", "BP123", "acme.rules.toml, rule 1 (owner-is-a-team): 'BP123' is no code", "write two to six capitals, not BP, and three digits, as in ACME001"),
    "a code in small letters": ("ACME001", "acme001", "acme.rules.toml, rule 1 (owner-is-a-team): 'acme001' is no code", "write two to six capitals, not BP, and three digits, as in ACME001"),
    "a name with capitals": ("owner-is-a-team", "OwnerIsATeam", "acme.rules.toml, rule 1 (OwnerIsATeam): 'OwnerIsATeam' is no name", "write lower-case words joined by hyphens, as in backstage-owner-is-a-team"),
    "a place": ("step.backstage", "step.backstge", "acme.rules.toml, rule 1 (owner-is-a-team): `on` cannot be 'step.backstge'", "did you mean step.backstage?"),
    "a field in when": ('emotion = "<= -1"', 'emotoin = "<= -1"', "acme.rules.toml, rule 1 (owner-is-a-team): when: a step.backstage has no field 'emotoin'", "did you mean emotion?"),
    "a field in require": ("require = { owner", "require = { ownr", "acme.rules.toml, rule 1 (owner-is-a-team): require: a step.backstage has no field 'ownr'", "did you mean owner?"),
    "a field in the message": ("{step.title}", "{step.titel}", "acme.rules.toml, rule 1 (owner-is-a-team): message: a step.backstage has no field 'step.titel'", "did you mean step.title?"),
    "an operator": ("matches ^team-", "match ^team-", "acme.rules.toml, rule 1 (owner-is-a-team): require: `owner`: 'match ^team-' is nothing that can be asked", "did you mean matches? known: present, absent, unique, one-of, matches, min, max, refers-to, <=, >=, <, >, =, !="),
    "a pattern": ("matches ^team-", "matches ^(team-", "acme.rules.toml, rule 1 (owner-is-a-team): require: `owner`: '^(team-' is no regular expression: missing ), unterminated subpattern at position 1", ""),
    "an order of words": ('owner = "matches ^team-"', 'owner = "<= 3"', "acme.rules.toml, rule 1 (owner-is-a-team): require: `owner` has no order: it cannot be <= 3", "ask for one-of or matches"),
    "a severity": ('"error"', '"eror"', "acme.rules.toml, rule 1 (owner-is-a-team): `severity` cannot be 'eror'", "did you mean error?"),
    "nothing required": ('{ owner = "matches ^team-" }', "{}", "acme.rules.toml, rule 1 (owner-is-a-team): `require` asks for nothing", 'write require = { owner = "present" }'),
    "a kind": ('owner = "matches ^team-"', 'owner = "refers-to teem"', "acme.rules.toml, rule 1 (owner-is-a-team): require: `owner`: nothing of the kind 'teem' is declared", "did you mean team?"),
    "a time": ('owner = "matches ^team-"', 'limit = "max 2 hurs"', "acme.rules.toml, rule 1 (owner-is-a-team): require: `limit`: '2 hurs': 'hurs' is not a unit of time", "did you mean hours?"),
    "a word of the format": ('owner = "matches ^team-"', 'basis = "observd"', "acme.rules.toml, rule 1 (owner-is-a-team): require: `basis`: 'observd' is nothing that can be asked", "did you mean observed? known: present, absent, unique, one-of, matches, min, max, refers-to, <=, >=, <, >, =, !="),
    "a missing key": ('message = "{step.title}: {action} needs a team"\n', "", "acme.rules.toml, rule 1 (owner-is-a-team): `message` is missing", "a rule has code, name, on, require, message"),
    "the table": ("[[rule]]", "[[rules]]", "acme.rules.toml: there is no key 'rules'", "did you mean rule?"),
    "no table": ("[[rule]]", "[rule]", "acme.rules.toml: rules are tables", "start each with [[rule]]"),
    "the syntax": ('severity = "error"', "severity = error", "acme.rules.toml is not TOML: Invalid value (at line 8, column 12)", ""),
    "unique in when": ('emotion = "<= -1"', 'owner = "unique"', "acme.rules.toml, rule 1 (owner-is-a-team): when: `owner` cannot be unique there", "ask that in `require`"),
}  # fmt: skip


def _file(folder: Path, text: str) -> Path:
    file = folder / "acme.rules.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_with_its_place(name: str, tmp_path: Path) -> None:
    old, new, said, help_line = SLIPS[name]
    assert old in RULE
    with pytest.raises(BlueprintError) as error:
        read_rules(_file(tmp_path, RULE.replace(old, new, 1)))
    assert (error.value.message, error.value.help) == (said, help_line)


def test_the_rule_speaks_where_it_should(tmp_path: Path) -> None:
    (declared,) = read_rules(_file(tmp_path, RULE))
    book = own_rules().with_rules([declared.rule])
    source = load_bytes(MAP.encode(), "map.blueprint.yaml", tmp_path)
    found = check(source, Plan(book, frozenset({"ACME001"}))).findings
    assert [
        (one.location.line, one.location.column, one.severity.word, one.message, one.help) for one in found
    ] == [
        (9, 31, "error", "Call: Asks needs a team", "`owner` should match ^team-"),
        (10, 9, "error", "Call: Waits needs a team", "`owner` should match ^team-"),
    ]
