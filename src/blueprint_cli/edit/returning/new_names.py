"""Teams and systems that a client wrote into the directory: they are declared in the file under an id made of the name."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.returning.planning import SETS, Planned
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.topics.system_map import system_map_words
from blueprint_cli.language.words import words
from blueprint_cli.workbook.revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.edit.returning.writing import Writer
    from blueprint_cli.workbook.returning.returned_names import NamedRow, Shelf


def revised_names(sides: Sides) -> Iterator[Planned]:
    """A revision for every name that the file does not know; what is declared may be named elsewhere in the workbook."""
    rows = sides.returned.named_rows
    shelves: tuple[Shelf, ...] = ("teams", "systems")
    for shelf in shelves:
        yield from _of_shelf(sides, shelf, [row for row in rows if row.shelf == shelf])


def _of_shelf(sides: Sides, shelf: Shelf, rows: list[NamedRow]) -> Iterator[Planned]:
    fold = sides.returned.reading.fold
    names = sides.mine.names[shelf]
    known = {key: fold(name) for key, name in names.items()}
    named = {fold(row.name) for row in rows}
    gone = [name for name in names.values() if fold(name) not in named]
    seen: set[str] = set()
    for row in rows:
        name = fold(row.name)
        if name in known.values() or name in known or name in seen:
            continue
        seen.add(name)
        try:
            yield _declared(sides, row, known, gone)
        except Refusal as refusal:
            told = Planned(Revision("add", shelf, "", row.where, None, row.name, None), SETS)
            yield told.without_a_way(refusal.message, refusal.help)


def _declared(sides: Sides, row: NamedRow, known: dict[str, str], gone: list[str]) -> Planned:
    if gone:
        raise Refusal(f"'{gone[0]}' is gone: is it another name for it?", "rename it in the file")
    if not isinstance(sides.document.data.get(row.shelf), dict):
        catalogues = ", ".join(sides.blueprint.catalogs)
        raise Refusal(f"the file's {row.shelf} stand in a catalogue", f"declare it in {catalogues}")
    from blueprint_cli.model.fields import slug

    base = slug(row.name)
    if not base:
        raise Refusal("no id can be made of that name", f"declare it under `{row.shelf}` in the file")
    key = next(
        found for number in count(1) if (found := base if number == 1 else f"{base}-{number}") not in known
    )
    data = _data(sides, row)
    known[key] = sides.returned.reading.fold(row.name)
    sides.decoding.declare(row.shelf, key, row.name)

    def make(writer: Writer) -> None:
        writer.declare(row.shelf, key, data)

    return Planned(Revision("add", f"{row.shelf}[{key}]", "", row.where, None, row.name, None), SETS, make)


def _data(sides: Sides, row: NamedRow) -> Any:
    w, kinds = words(sides.returned.reading.lang), system_map_words(sides.returned.reading.lang).kinds
    found: dict[str, Any] = {"name": sides.decoding.text(row.name)}
    for heading, said in row.beside.items():
        if heading == w.owner and row.shelf == "systems":
            found["owner"] = sides.decoding.data("team", said)
        elif heading == w.kind and row.shelf == "systems" and said in kinds.values():
            found["kind"] = next(key for key, word in kinds.items() if word == said)
        elif heading == w.note:
            found["note"] = sides.decoding.text(said)
        else:
            raise Refusal(
                f"'{said}' ({heading}) is not read here", f"declare it under `{row.shelf}` in the file"
            )
    return found if len(found) > 1 else found["name"]
