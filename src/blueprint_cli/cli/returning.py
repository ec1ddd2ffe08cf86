"""`import --into`: the changes shown, and written whole."""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli import discovery
from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from blueprint_cli.edit.returning.importing import Imported
    from blueprint_cli.edit.returning.mine import Mine
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.source.document import Document
    from blueprint_cli.workbook.reading.cells import Book
    from blueprint_cli.workbook.returning.returned import Returned
    from blueprint_cli.workbook.revisions import Outcome, Side

_BYTE_ORDER_MARK = "\ufeff"
_ANYBODY_WRITES = 0o222
FORMATS = "blueprint_cli.report.imports"


class Request(NamedTuple):
    """What the command line asks for."""

    book: str
    file: str
    write: bool = False
    prune: bool = False
    side: Side | None = None
    takes: Mapping[str, Side] = MappingProxyType({})
    format: str = "text"


def bring_back(request: Request) -> int:
    """Show what a client changed, write it where that is asked for, and give the exit code.

    Raises:
        BlueprintError: the workbook or the file cannot be read, or do not belong together.
    """
    from blueprint_cli.workbook.anchors import META_PERSONA
    from blueprint_cli.workbook.reading.opening import read_book
    from blueprint_cli.workbook.returning.sent import read_sent
    from blueprint_cli.workbook.returning.understanding import read_returned

    book = read_book(Path(request.book), request.book)
    sent = read_sent(book)
    # What was sent is told by the workbook alone, where it still can tell.
    returned = read_returned(book, lambda _: {}, "en", "", sent) if sent and sent.anchors else None
    outcome = _nothing_to_do(request, returned) if returned is not None else None
    if outcome is None:
        persona = sent.about.get(META_PERSONA) if sent else None
        outcome = _brought_back(request, book, persona or None, returned)
    _tell(request, outcome)
    return int(bool(outcome.left))


def _nothing_to_do(request: Request, returned: Returned) -> Outcome | None:
    """The outcome where the workbook is as it was sent, and the file the very one that it was made from.

    The map need not be read for that: it was sound when the workbook was made.
    """
    from blueprint_cli.workbook.returning.sameness import is_as_sent
    from blueprint_cli.workbook.revisions import Outcome

    path = Path(request.file)
    if request.takes or not path.is_file():
        return None
    if returned.fingerprint != hashlib.sha256(path.read_bytes()).hexdigest() or not is_as_sent(returned):
        return None
    return Outcome(request.book, request.file, (), tuple(returned.notes), written=request.write)


def _brought_back(request: Request, book: Book, persona: str | None, returned: Returned | None) -> Outcome:
    from blueprint_cli.edit.returning.importing import Decisions, import_book

    mine = _mine(request.file, persona, returned)
    decisions = Decisions(request.prune, request.side, request.takes)
    trouble = _troubles(mine.document)
    imported = import_book(book, mine, decisions, trouble, returned)
    changed = imported.text != mine.document.text
    why = trouble(imported.document) if changed and (request.write or not imported.sound) else ""
    if why:
        raise BlueprintError(
            f"with these changes {mine.document.path} would not load: {why}",
            "leave the change out with --take NAME=mine",
        )
    outcome = _outcome(request, mine.document, imported, written=request.write and changed)
    if outcome.written and changed:
        _write(mine.document, imported.text)
    return outcome


def _mine(file: str, persona: str | None, returned: Returned | None) -> Mine:
    """The file; its map is read later, if at all, where it is the very one that the workbook was made from."""
    from blueprint_cli.edit.returning.mine import Mine
    from blueprint_cli.source.reading import Unreadable, read

    path = Path(file)
    if returned is not None and persona is None and path.is_file():
        with suppress(Unreadable):  # told below, with all that is wrong
            document = read(path)
            if returned.fingerprint == document.fingerprint():
                return Mine(document, returned.fingerprint, lambda: _map_of(document))
    from blueprint_cli.cli.maps import read_map

    found = read_map(file, persona)
    return Mine.of(found.source, found.blueprint)


def _map_of(document: Document) -> Blueprint:
    from blueprint_cli.cli.maps import map_of
    from blueprint_cli.source.loading import load_document

    return map_of(load_document(document, Path(document.path).parent)).blueprint


def _outcome(request: Request, document: Document, imported: Imported, *, written: bool) -> Outcome:
    from blueprint_cli.edit.returning.importing import unified_diff
    from blueprint_cli.workbook.revisions import Outcome

    return Outcome(
        request.book,
        request.file,
        imported.revisions,
        imported.notes,
        imported.applied,
        unified_diff(document, imported.text),
        written=written or (request.write and not imported.applied),
    )


def _bytes(document: Document, text: str) -> bytes:
    return ((_BYTE_ORDER_MARK if document.byte_order_mark else "") + text).encode()


def _troubles(mine: Document) -> Callable[[Document], str]:
    """Why a document would not load in the file's place, empty where it would; the last answer is kept."""
    folder = Path(mine.path).parent
    known: dict[str, str] = {}

    def trouble(document: Document) -> str:
        from blueprint_cli.checks.checking import errors_among
        from blueprint_cli.cli.maps import FILE_ERRORS
        from blueprint_cli.source.loading import load_document

        if document.text not in known:
            known.clear()
            errors = errors_among(load_document(document, folder), FILE_ERRORS)
            known[document.text] = f"line {errors[0].location.line}: {errors[0].message}" if errors else ""
        return known[document.text]

    return trouble


def _write(document: Document, text: str) -> None:
    from blueprint_cli.files import write_whole

    path = Path(document.path)
    if not path.stat().st_mode & _ANYBODY_WRITES:
        raise BlueprintError(f"{path} is read-only: nothing is written", f"chmod u+w {path}")
    try:
        write_whole(path.resolve(), _bytes(document, text))  # a link stays a link
    except OSError as error:
        raise BlueprintError(f"{path} cannot be written: {error.strerror or error}") from None


def _tell(request: Request, outcome: Outcome) -> None:
    from blueprint_cli.cli.terminal import notice, takes_color, width

    for note in outcome.notes:
        notice(f"{request.book}: {note}")
    render = discovery.load(FORMATS, request.format).render
    sys.stdout.writelines(render(outcome, color=takes_color(), width=width()))
