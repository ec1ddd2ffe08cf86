"""The baseline files of a run: read, held against the findings, written and pruned."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_cli.checks.baseline import (
    MERGE_LINE,
    SILENCING,
    STALE,
    Entry,
    accept,
    acceptable,
    as_text,
    entry_of,
    read_entries,
    stale,
)
from blueprint_cli.checks.fingerprints import fingerprint
from blueprint_cli.cli.terminal import notice
from blueprint_cli.errors import BlueprintError
from blueprint_cli.files import write_whole
from blueprint_cli.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from blueprint_cli.checks.checking import Checked
    from blueprint_cli.checks.planning import FilePlan
    from blueprint_cli.cli.lint_run import Run
    from blueprint_cli.findings import Finding


@dataclass
class _Book:
    """One baseline file and the checked files whose findings it may hold."""

    path: Path
    text: str
    entries: list[Entry]
    files: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The file as reports name it."""
        return Path(os.path.relpath(self.path)).as_posix()


def settle(this: Run, checked: list[Checked]) -> list[Checked]:
    """The findings without the accepted ones; baselines are written or pruned where that was asked.

    Raises:
        BlueprintError: a baseline cannot be read or written.
    """
    if this.request.no_baseline:
        return checked
    books: dict[Path, _Book] = {}
    for index, one in enumerate(checked):
        place = this.plans[one.file].baseline
        if place not in books:
            books[place] = _read(
                place, required=this.request.baseline is not None and not this.request.write_baseline
            )
        books[place].files.append(index)
    for book in books.values():
        if this.request.write_baseline:
            _write(this, book, checked)
        if book.entries:
            checked = _held_against(this, book, checked)
    return checked


def _read(path: Path, *, required: bool) -> _Book:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        if required:
            raise BlueprintError(f"there is no baseline {path}", "--write-baseline writes one") from None
        return _Book(path, "", [])
    except (OSError, UnicodeDecodeError) as error:
        raise BlueprintError(f"the baseline {path} cannot be read: {error}") from None
    return _Book(path, text, read_entries(text, path.name))


def _write(this: Run, book: _Book, checked: list[Checked]) -> None:
    """Accept what there is now; entries that this run cannot judge stay."""
    fresh = [
        entry_of(finding, this.plans[checked[index].file].identity)
        for index in book.files
        for finding in checked[index].findings
        if acceptable(finding)
    ]
    judged = _judge(this, book, checked)
    kept = [entry for entry in book.entries if not judged(entry)]
    book.text = as_text([*kept, *fresh])
    book.entries = read_entries(book.text, book.name)
    write_whole(book.path, book.text.encode())
    notice(f"accepted {len(fresh)} {'finding' if len(fresh) == 1 else 'findings'} in {book.name}")
    attributes = book.path.parent / ".gitattributes"
    if not (attributes.is_file() and MERGE_LINE in attributes.read_text(encoding="utf-8", errors="replace")):
        notice(f"so that branches merge without conflict, add to .gitattributes: {MERGE_LINE}")


def _held_against(this: Run, book: _Book, checked: list[Checked]) -> list[Checked]:
    found = list(checked)
    used: set[Entry] = set()
    renamed = _renamed(this, book, [checked[index] for index in book.files])
    for index in book.files:
        identity = this.plans[checked[index].file].identity
        found[index], mine = accept(checked[index], identity, book.entries, renamed)
        used.update(mine)
    judged = _judge(this, book, checked)
    gone = [entry for entry in book.entries if entry not in used and judged(entry)]
    accepted = sum(len(found[index].accepted) for index in book.files)
    if gone and this.request.prune_baseline:
        kept = set(book.entries) - set(gone)
        write_whole(book.path, as_text(kept).encode())
        notice(f"took {len(gone)} of {len(book.entries)} entries out of {book.name}")
        gone = []
    if accepted or gone:
        more = f", {len(gone)} no longer occur: --prune-baseline" if gone else ""
        notice(f"{accepted} accepted in {book.name}{more}")
    speaks = any(STALE in this.plans[checked[index].file].plan.codes for index in book.files)
    if gone and (speaks or this.request.strict_baseline):
        severity = Severity.ERROR if this.request.strict_baseline else _severity(this, book, checked)
        found.append(stale(gone, book.name, book.text, severity))
    return found


def _severity(this: Run, book: _Book, checked: list[Checked]) -> Severity:
    asked_for = this.plans[checked[book.files[0]].file].plan
    own = Severity.WARNING if asked_for.strict else Severity.INFO
    return asked_for.severities.get(STALE, own)


def _judge(this: Run, book: _Book, checked: list[Checked]) -> Callable[[Entry], bool]:
    """A function from an entry to whether this run can tell if its finding still occurs.

    It cannot where the file was left out, where the file's own errors left no room for other findings, where the
    entry's rule did not speak, and where one variant was checked.
    """
    plans = {
        this.plans[checked[index].file].identity: this.plans[checked[index].file] for index in book.files
    }
    unreadable = {
        this.plans[checked[index].file].identity
        for index in book.files
        if any(finding.code in SILENCING for finding in checked[index].findings)
    }
    folders = [Path(path).resolve() for path in this.request.paths or ["."] if Path(path).is_dir()]

    def judged(entry: Entry) -> bool:
        own = plans.get(entry.file)
        if this.request.persona is not None or entry.file in unreadable:
            return False
        if own is None and not _gone_from(folders, book.path.parent / entry.file):
            return False
        return any(_speaks(entry.code, one) for one in ([own] if own else plans.values()))

    return judged


def _gone_from(folders: list[Path], place: Path) -> bool:
    """Whether there is no such file any more in a folder that was checked."""
    return not place.exists() and any(place.is_relative_to(folder) for folder in folders)


def _speaks(code: str, planned: FilePlan) -> bool:
    """Whether a rule has its say; one that no longer exists has had it."""
    return code in planned.plan.codes or code not in planned.plan.book.by_code


def _renamed(this: Run, book: _Book, checked: list[Checked]) -> Callable[[Finding], Entry | None]:
    """A function from a finding to the entry of a file that is gone, where just one entry and one finding fit."""
    lost = [entry for entry in book.entries if not (book.path.parent / entry.file).exists()]
    if not lost:
        return lambda _: None
    wanted = {(entry.code, entry.key): entry for entry in lost}
    files = {entry.file for entry in lost}
    held = {(entry.file, entry.code, entry.key) for entry in book.entries}
    fits: dict[Entry, list[Finding]] = {}
    for one in checked:
        identity = this.plans[one.file].identity
        for finding in one.findings:
            if (identity, finding.code, finding.fingerprint) in held:
                continue  # accepted under its own file's name
            for file in files:
                entry = wanted.get((finding.code, fingerprint(file, finding.code, finding.logical)))
                if entry is not None and entry.file == file and entry.message == finding.message:
                    fits.setdefault(entry, []).append(finding)
    sure = {id(findings[0]): entry for entry, findings in fits.items() if len(findings) == 1}
    return lambda finding: sure.get(id(finding))
