"""`lint --fix`, `--diff` and `--add-ignore`: files rewritten whole, each verified, or shown as a diff."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_cli.cli.maps import STANDARD_INPUT
from blueprint_cli.cli.terminal import notice, with_progress
from blueprint_cli.source.loading import load_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from blueprint_cli.checks.checking import Checked
    from blueprint_cli.checks.planning import FilePlan
    from blueprint_cli.cli.lint_run import Run
    from blueprint_cli.edit.fixing import Mended
    from blueprint_cli.findings import Finding
    from blueprint_cli.source.document import Document
    from blueprint_cli.source.loading import Source

_BYTE_ORDER_MARK = "\ufeff"


def mended(this: Run, files: Sequence[str]) -> tuple[list[Checked], bool]:
    """Each file's findings after mending, and whether some file's text changed (or would, under `--diff`)."""
    found: list[Checked] = []
    counts = {"done": 0, "files": 0}
    for file in with_progress(files, len(files), "mending"):
        source = this.read(file)
        planned = this.plan_of(file)
        text, checked, done = _one(this, source, planned)
        found.append(checked)
        if text != source.document.text:
            counts["files"] += 1
            counts["done"] += done
            _deliver(this, file, source.document, text)
        elif file == STANDARD_INPUT and not this.request.diff:
            sys.stdout.write(_marked(source.document, source.document.text))
    _tell(this, counts)
    return found, counts["files"] > 0


def _one(this: Run, source: Source, planned: FilePlan) -> tuple[str, Checked, int]:
    """The file's new text, what is still to be said about it, and how many findings were mended or hidden."""
    if this.request.add_ignore is not None:
        return _hushed(this, source, planned, this.request.add_ignore)
    from blueprint_cli.edit.fixing import mend

    result: Mended = mend(
        source,
        lambda loaded: this.look(loaded, planned),
        lambda text: _reloaded(this, source.document, text),
        unsafe=this.request.unsafe_fixes,
    )
    _tell_refused(result.refused)
    return result.text, result.checked, len(result.done)


def _hushed(this: Run, source: Source, planned: FilePlan, reason: str) -> tuple[str, Checked, int]:
    from blueprint_cli.edit.ignoring import add_ignores

    checked = this.look(source, planned)
    result = add_ignores(source.document, checked.findings, reason, planned.plan.locked)
    if not result.hidden:
        return source.document.text, checked, 0
    text = result.document.text
    return text, this.look(_reloaded(this, source.document, text), planned), result.hidden


def _reloaded(this: Run, document: Document, text: str) -> Source:
    return load_bytes(_bytes(document, text), document.path, Path(document.path).parent, this.shelf)


def _bytes(document: Document, text: str) -> bytes:
    return _marked(document, text).encode()


def _marked(document: Document, text: str) -> str:
    return (_BYTE_ORDER_MARK if document.byte_order_mark else "") + text


def _deliver(this: Run, file: str, document: Document, text: str) -> None:
    if this.request.diff:
        sys.stdout.write(_diff(document, text))
    elif file == STANDARD_INPUT:
        sys.stdout.write(_marked(document, text))
    else:
        from blueprint_cli.files import write_whole

        write_whole(Path(file), _bytes(document, text))


def _diff(document: Document, text: str) -> str:
    from blueprint_cli.edit.unified import unified

    lines = unified(_lines(document.text), _lines(text), document.path, "")
    return "".join(f"{line}\n" for line in lines)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _tell_refused(refused: Iterable[tuple[Finding, str]]) -> None:
    for finding, reason in refused:
        place = finding.location
        notice(f"{place.file}:{place.line}:{place.column}: the fix of {finding.code} was not made: {reason}")


def _tell(this: Run, counts: dict[str, int]) -> None:
    done, files = counts["done"], counts["files"]
    if not done:
        return
    findings = "1 finding" if done == 1 else f"{done} findings"
    where = "1 file" if files == 1 else f"{files} files"
    verb = "hid" if this.request.add_ignore is not None else "would mend" if this.request.diff else "mended"
    notice(f"{verb} {findings} in {where}")
