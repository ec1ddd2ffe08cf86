"""Running the examples of declared rules: each bad one must raise its rule, each good one must not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_cli.checks.checking import check
from blueprint_cli.checks.plan import Plan
from blueprint_cli.checks.rule import own_rules
from blueprint_cli.source.loading import load_bytes

if TYPE_CHECKING:
    from blueprint_cli.checks.declared.reading import DeclaredRule

_HEAD = "blueprint: 1\ntitle: Example\n"


@dataclass(frozen=True)
class Verdict:
    """How a rule's examples went; `wrong` says what did not, an empty list that all did."""

    code: str
    name: str
    examples: int
    wrong: tuple[str, ...]


def run_examples(rules: list[DeclaredRule]) -> list[Verdict]:
    """The verdict on each rule, in the order of the file."""
    return [_verdict(declared) for declared in rules]


def _verdict(declared: DeclaredRule) -> Verdict:
    wrong: list[str] = []
    number = 0
    for index, example in enumerate(declared.examples, 1):
        for word, text in (("bad", example.bad), ("good", example.good)):
            if text is not None:
                number += 1
                wrong += [
                    f"{word} example {index}: {what}" for what in _wrong(declared, text, bad=word == "bad")
                ]
    return Verdict(declared.rule.code, declared.rule.name, number, tuple(wrong))


def _wrong(declared: DeclaredRule, text: str, *, bad: bool) -> list[str]:
    rule = declared.rule
    source = load_bytes(_whole(text).encode(), "example.blueprint.yaml", Path())
    found = check(source, Plan(own_rules().with_rules([rule]), frozenset({rule.code}))).findings
    broken = [finding for finding in found if finding.code != rule.code]
    if source.root is None or broken:
        first = broken[0] if broken else found[0]
        return [f"it is no blueprint: line {first.location.line}: {first.message}"]
    raised = any(finding.code == rule.code for finding in found)
    if bad == raised:
        return []
    return [
        f"{rule.code} should be raised and is not"
        if bad
        else f"{rule.code} should be silent: {found[0].message}"
    ]


def _whole(text: str) -> str:
    """A full blueprint: an example may leave the first lines out, or be a list of steps alone."""
    stripped = text.strip("\n")
    if stripped.lstrip().startswith("- "):
        inside = "\n".join(f"  {line}" for line in stripped.splitlines())
        return f"{_HEAD}steps:\n{inside}\n"
    return f"{stripped}\n" if "blueprint:" in stripped else f"{_HEAD}{stripped}\n"
