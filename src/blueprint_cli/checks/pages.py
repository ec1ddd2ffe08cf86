"""The pages of the rules as Markdown: for the reference in `docs/rules.md` and for code hosts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blueprint_cli.checks.rule import own_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blueprint_cli.checks.rule import Rule

FAMILIES = {
    "BP0": "The file",
    "BP1": "Ownership",
    "BP2": "Layers and links",
    "BP3": "Time",
    "BP4": "The customer",
    "BP5": "Risk and honesty",
    "BP6": "Readability and freshness",
    "BP9": "Housekeeping",
}
"""The families of our rules by the start of their codes."""

_EXAMPLE = re.compile(r"^(Bad|Good):\n((?:(?:    .*)?\n?)+)", re.MULTILINE)
_HEAD = """# The rules of `blueprint lint`

<!-- Written by `python tests/functional/documents.py` from the rules' own pages; changes here are lost. -->

Every rule has a code and a name; both are accepted everywhere, and a prefix such as `BP2` means a family. *map* rules say
that the map is wrong or incomplete, *service* rules that the map is right and shows a weak service: in an as-is map those
are information, because such a map is there to show weaknesses. How to choose rules, change severities, set options,
hide and accept findings stands in [lint.md](lint.md).
"""


def rules_reference() -> str:
    """The whole of `docs/rules.md`: a table of all rules, then a page each."""
    rules = own_rules().rules
    return "\n".join([_HEAD, *_table(rules), "", *_families(rules)]).rstrip() + "\n"


def as_markdown(page: str) -> str:
    """A rule's page with its examples as blocks of YAML."""
    return _EXAMPLE.sub(lambda found: f"{found[1]}:\n\n```yaml\n{_dedented(found[2])}\n```\n\n", page).strip()


def explanation(page: str) -> str:
    """A rule's page without its examples."""
    return re.split(r"^(?:Bad|Good):$", page, maxsplit=1, flags=re.MULTILINE)[0].strip()


def _dedented(text: str) -> str:
    return "\n".join(line[4:] for line in text.rstrip("\n").split("\n"))


def _table(rules: Iterable[Rule]) -> Iterator[str]:
    yield "| code | name | severity | about | preset | fix |"
    yield "| :--- | :--- | :--- | :--- | :--- | :--- |"
    for rule in rules:
        fix = "" if rule.fix == "none" else rule.fix
        yield (
            f"| [{rule.code}](#{_anchor(rule)}) | {rule.name} | {rule.severity.word} | {rule.about} "
            f"| {rule.preset} | {fix} |"
        )


def _families(rules: Iterable[Rule]) -> Iterator[str]:
    family = ""
    for rule in rules:
        if rule.code[:3] != family:
            family = rule.code[:3]
            yield f"## {family}xx {FAMILIES[family]}\n"
        facts = [rule.severity.word, f"about the {rule.about}", f"in `{rule.preset}`", f"since {rule.since}"]
        facts += [f"fix: {rule.fix}"] if rule.fix != "none" else []
        yield f"### {rule.code} {rule.name}\n\n*{', '.join(facts)}*\n\n{as_markdown(rule.page)}\n"


def _anchor(rule: Rule) -> str:
    """As GitHub makes anchors of headings."""
    return f"{rule.code.lower()}-{rule.name}"
