"""`import --into`: the changes shown, and written whole."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_cli import discovery
from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from blueprint_cli.cli.maps import Map
    from blueprint_cli.edit.returning.importing import Imported
    from blueprint_cli.workbook.reading.cells import Book
    from blueprint_cli.workbook.revisions import Outcome, Side

_BYTE_ORDER_MARK = "\ufeff"
FORMATS = "blueprint_cli.report.imports"


@dataclass(frozen=True)
class Request:
    """What the command line asks for."""

    book: str
    file: str
    write: bool = False
    prune: bool = False
    side: Side | None = None
    takes: Mapping[str, Side] = field(default_factory=dict)
    format: str = "text"


def bring_back(request: Request) -> int:
    """Show what a client changed, write it where that is asked for, and give the exit code.

    Raises:
        BlueprintError: the workbook or the file cannot be read, or do not belong together.
    """
    from blueprint_cli.workbook.reading.opening import read_book

    book = read_book(Path(request.book), request.book)
    outcome = _nothing_to_do(request, book) or _brought_back(request, book)
    _tell(request, outcome)
    return int(bool(outcome.left))


def _nothing_to_do(request: Request, book: Book) -> Outcome | None:
    """The outcome where the workbook is as it was sent, and the file the very one that it was made from.

    The map need not be read for that: it was sound when the workbook was made.
    """
    from blueprint_cli.workbook.anchors import META_FINGERPRINT
    from blueprint_cli.workbook.returning.returned import read_returned
    from blueprint_cli.workbook.returning.sameness import is_as_sent
    from blueprint_cli.workbook.returning.sent import read_sent
    from blueprint_cli.workbook.revisions import Outcome

    sent = read_sent(book)
    path = Path(request.file)
    if sent is None or not sent.anchors or request.takes or not path.is_file():
        return None
    fingerprint = hashlib.sha256(path.read_bytes()).hexdigest()
    if sent.about.get(META_FINGERPRINT) != fingerprint:
        return None
    returned = read_returned(book, lambda _: {}, "en", fingerprint, sent)
    if not is_as_sent(returned):
        return None
    return Outcome(request.book, request.file, (), tuple(returned.notes), written=request.write)


def _brought_back(request: Request, book: Book) -> Outcome:
    from blueprint_cli.cli.maps import read_map
    from blueprint_cli.edit.returning.importing import Decisions, import_book

    found = read_map(request.file, _persona(book))
    decisions = Decisions(request.prune, request.side, request.takes)
    imported = import_book(book, found.source, found.blueprint, decisions, lambda text: _trouble(found, text))
    changed = imported.text != found.source.document.text
    if changed:
        _refuse_what_does_not_load(found, imported)
    outcome = _outcome(request, found, imported, written=request.write and changed)
    if outcome.written and changed:
        _write(found, imported.text)
    return outcome


def _persona(book: Book) -> str | None:
    """The variant that the workbook was made of."""
    from blueprint_cli.workbook.anchors import META_PERSONA
    from blueprint_cli.workbook.returning.sent import read_sent

    sent = read_sent(book)
    return (sent.about.get(META_PERSONA) or None) if sent is not None else None


def _outcome(request: Request, found: Map, imported: Imported, *, written: bool) -> Outcome:
    from blueprint_cli.edit.returning.importing import unified_diff
    from blueprint_cli.workbook.revisions import Outcome

    return Outcome(
        request.book,
        request.file,
        imported.revisions,
        imported.notes,
        imported.applied,
        unified_diff(found.source.document, imported.text),
        written=written or (request.write and not imported.applied),
    )


def _bytes(found: Map, text: str) -> bytes:
    return ((_BYTE_ORDER_MARK if found.source.document.byte_order_mark else "") + text).encode()


def _refuse_what_does_not_load(found: Map, imported: Imported) -> None:
    """The changed text must be as sound a map as the file was."""
    why = _trouble(found, imported.text)
    if why:
        raise BlueprintError(
            f"with these changes {found.source.document.path} would not load: {why}",
            "leave the change out with --take NAME=mine",
        )


def _trouble(found: Map, text: str) -> str:
    """Why a text would not load in the file's place; empty when it would."""
    from blueprint_cli.checks.checking import errors_among
    from blueprint_cli.cli.maps import FILE_ERRORS
    from blueprint_cli.source.loading import load_bytes

    path = found.source.document.path
    errors = errors_among(load_bytes(_bytes(found, text), path, Path(path).parent), FILE_ERRORS)
    return f"line {errors[0].location.line}: {errors[0].message}" if errors else ""


def _write(found: Map, text: str) -> None:
    from blueprint_cli.files import write_whole

    path = Path(found.source.document.path)
    try:
        write_whole(path.resolve(), _bytes(found, text))  # a link stays a link
    except OSError as error:
        raise BlueprintError(f"{path} cannot be written: {error.strerror or error}") from None


def _tell(request: Request, outcome: Outcome) -> None:
    from blueprint_cli.cli.terminal import notice, takes_color, width

    for note in outcome.notes:
        notice(f"{request.book}: {note}")
    render = discovery.load(FORMATS, request.format).render
    sys.stdout.writelines(render(outcome, color=takes_color(), width=width()))
