"""A decimal comma inside { }: one finding says what is read, and the fix writes the figure that was meant."""

from __future__ import annotations

from typing import Any

import pytest

from blueprint_cli.edit.patching import verified
from blueprint_cli.findings import Problem, Severity
from blueprint_cli.source.document import Document
from blueprint_cli.source.patches import fix_of
from blueprint_cli.source.reading import EVENTS, PurePythonEvents, read_text
from blueprint_cli.source.validation import validate

HEAD = "blueprint: 1\ntitle: T\n"
STEP = "steps: A\n"

TORN = {
    "kpis: {NPS: 2,1}\n" + STEP: ("2", "2,1", ("kpis", "NPS")),
    "kpis: {NPS: {value: 2,1, target: 3}}\n" + STEP: ("2", "2,1", ("kpis", "NPS", "value")),
    "steps: [{customer: {action: A, work: 1,5 h}}]\n": (
        "1",
        "1,5 h",
        ("steps", 0, "customer", 0, "work"),
    ),
    "steps: [{customer: {action: Pays 3,5 euros}}]\n": (
        "Pays 3",
        "Pays 3,5 euros",
        ("steps", 0, "customer", 0, "action"),
    ),
    "steps: [{customer: A, emotion: {vip: 1,5}}]\n": ("1", "1,5", ("steps", 0, "emotion", "vip")),
    "teams: {sav: {name: S, rate: 32,50 EUR/h}}\n" + STEP: ("32", "32,50 EUR/h", ("teams", "sav", "rate")),
}


@pytest.mark.parametrize("events", [EVENTS, PurePythonEvents])
@pytest.mark.parametrize("line", TORN)
def test_a_decimal_comma_in_braces_is_one_finding_and_a_fix(line: str, events: Any) -> None:
    read, whole, route = TORN[line]
    document = read_text(HEAD + line, events=events)
    root, problems = validate(document)
    assert root is None
    (found,) = problems
    assert (found.code, found.severity, found.route) == ("BP002", None, route)
    assert found.message == f"only '{read}' is read of '{whole}'"
    assert found.help == f'a comma inside {{ }} ends a value: write "{whole}", in quotes'
    assert found.span is not None
    assert document.text[slice(*found.span)] == whole
    assert _mended(document, [found]) == (HEAD + line).replace(whole, f'"{whole}"')


def test_both_ends_of_a_range_are_mended_together() -> None:
    line = "steps: [{customer: {action: A, work: {min: 1,5 h, max: 2,5 h}}}]\n"
    document = read_text(HEAD + line)
    _, problems = validate(document)
    assert [found.message for found in problems] == [
        "only '1' is read of '1,5 h'",
        "only '2' is read of '2,5 h'",
    ]
    mended = HEAD + line.replace("1,5 h", '"1,5 h"').replace("2,5 h", '"2,5 h"')
    assert _mended(document, problems) == mended


@pytest.mark.parametrize("line", ["kpis: {NPS: 2, 1}", "kpis: {NPS: up,1}", 'kpis: {NPS: "2",1}'])
def test_a_number_that_merely_stands_in_braces_is_not_put_in_quotes(line: str) -> None:
    root, (found,) = validate(read_text(f"{HEAD}{line}\n{STEP}"))
    assert root is not None
    assert (found.code, found.severity, found.message) == (
        "BP007",
        Severity.INFO,
        "the key '1' is taken as text",
    )
    assert found.help == "a comma inside { } ends a value: a text with a comma goes in quotes"
    assert found.remedy is None


@pytest.mark.parametrize("line", ["kpis: {NPS: 2,1: 3}", "kpis: {NPS: 2,1: }", "kpis: {2: , 1: }"])
def test_a_key_with_a_colon_is_a_key(line: str) -> None:
    root, problems = validate(read_text(f"{HEAD}{line}\n{STEP}"))
    assert root is not None
    assert {found.code for found in problems} == {"BP007"}
    assert all(found.remedy is not None for found in problems)


def _mended(document: Document, problems: list[Problem]) -> str:
    fixes = [fix_of(document, found.remedy) for found in problems if found.remedy]
    edits = [edit for fix in fixes if fix for edit in fix.edits]
    return verified(document, edits, [change for fix in fixes if fix for change in fix.changes]).text
