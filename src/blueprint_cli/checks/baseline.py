"""Findings that were accepted once, kept by logical place: a new one is seen even where an old one went.

A file of JSON lines, one finding a line, sorted. It holds no line numbers and no counts: the first conflict at every
merge, the second let one defect take another's place unseen.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from blueprint_cli.checks.checking import Checked
from blueprint_cli.errors import BlueprintError
from blueprint_cli.findings import Finding, Location, Severity
from blueprint_cli.source.settings import BASELINE_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

STALE, STALE_NAME = "BP904", "stale-baseline"
MERGE_LINE = f"{BASELINE_NAME} merge=union"
"""The line of `.gitattributes` under which two branches that both add entries merge without conflict."""

SILENCING = ("BP001", "BP002")
"""A file with one of these findings has no others: what else is in it is not known."""

_NEVER_ACCEPTED = (*SILENCING, "BP9")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One accepted finding; `file` is relative to the baseline's folder, `line` its own line in the baseline."""

    file: str
    code: str
    key: str
    at: str = ""
    message: str = ""
    line: int = 0

    def as_line(self) -> str:
        """The entry as a line of JSON, without the line end."""
        record = {
            "file": self.file,
            "code": self.code,
            "at": self.at,
            "key": self.key,
            "message": self.message,
        }
        return json.dumps(record, ensure_ascii=False)


def read_entries(text: str, name: str) -> list[Entry]:
    """The entries of a baseline file; the order of the lines is no matter, and equal ones count once.

    Raises:
        BlueprintError: a line is no entry.
    """
    found: dict[tuple[str, str, str], Entry] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            entry = Entry(
                file=str(record["file"]),
                code=str(record["code"]),
                key=str(record["key"]),
                at=str(record.get("at", "")),
                message=str(record.get("message", "")),
                line=number,
            )
        except (ValueError, KeyError, TypeError):
            raise BlueprintError(
                f"{name}, line {number}, is no entry of a baseline", "write it again with --write-baseline"
            ) from None
        found.setdefault((entry.file, entry.code, entry.key), entry)
    return list(found.values())


def as_text(entries: Iterable[Entry]) -> str:
    """A baseline file with these entries, sorted by file, code and key."""
    unique = {(entry.file, entry.code, entry.key): entry for entry in entries}
    return "".join(f"{unique[key].as_line()}\n" for key in sorted(unique))


def acceptable(finding: Finding) -> bool:
    """Whether a baseline may hold it: a file that cannot be read has nothing else to say, and comments are mended."""
    return not finding.code.startswith(_NEVER_ACCEPTED)


def entry_of(finding: Finding, file: str) -> Entry:
    """The entry that accepts a finding of the file of that name."""
    return Entry(file, finding.code, finding.fingerprint, finding.at, finding.message)


def accept(
    checked: Checked, file: str, entries: Sequence[Entry], renamed: Callable[[Finding], Entry | None]
) -> tuple[Checked, list[Entry]]:
    """A file's findings without the accepted ones, and the entries that accepted them.

    Args:
        checked: the file; its findings' fingerprints rest on `file`.
        file: its name relative to the baseline.
        entries: those of the baseline.
        renamed: the entry of a file that is gone, where it can only mean this finding.
    """
    mine = {(entry.code, entry.key): entry for entry in entries if entry.file == file}
    used: list[Entry] = []
    kept: list[Finding] = []
    accepted: list[Finding] = []
    for finding in checked.findings:
        entry = mine.get((finding.code, finding.fingerprint)) or renamed(finding)
        if entry is not None and acceptable(finding):
            used.append(entry)
            accepted.append(finding)
        else:
            kept.append(finding)
    return replace(checked, findings=tuple(kept), accepted=tuple(accepted)), used


def stale(entries: Iterable[Entry], name: str, text: str, severity: Severity) -> Checked:
    """The findings about entries that nothing needs any more, under the baseline's own name."""
    lines = text.splitlines()
    findings = tuple(
        Finding(
            code=STALE,
            name=STALE_NAME,
            severity=severity,
            about="map",
            message=f"{entry.code} no longer occurs in {entry.file}: {entry.message}",
            help="remove the line with --prune-baseline",
            location=Location(name, entry.line, 1, entry.line, len(lines[entry.line - 1]) + 1),
            at="",
            fingerprint=entry.key,
            line_text=lines[entry.line - 1],
        )
        for entry in sorted(entries, key=lambda entry: entry.line)
    )
    return Checked(name, findings)
