"""What is said of a file that is something else, and of hours written as one text."""

from __future__ import annotations

from pathlib import Path

from blueprint_cli.checks.checking import check
from blueprint_cli.source.loading import load_bytes


def _said(raw: bytes) -> list[tuple[int, int, str, str | None]]:
    findings = check(load_bytes(raw, "map.blueprint.yaml", Path())).findings
    return [
        (found.location.line, found.location.column, found.message, found.help)
        for found in findings
        if found.code in ("BP001", "BP002")
    ]


def test_a_workbook_is_told_from_a_map() -> None:
    [said] = _said(b"PK\x03\x04\x14\x00\xc7")
    assert said == (
        1, 1, "this is a workbook or another archive, not YAML",
        "`blueprint import` brings the edits of a workbook into a blueprint",
    )  # fmt: skip


def test_two_stretches_of_a_day_are_a_list() -> None:
    text = 'blueprint: 1\ntitle: T\ncalendars: {town: {hours: "08:30-12:00, 13:30-17:00"}}\nsteps: [A]\n'
    [said] = _said(text.encode())
    assert said[2:] == (
        "opening hours are wanted here, not '08:30-12:00, 13:30-17:00'",
        'write ["09:00-12:30", "14:00-18:00"]',
    )
