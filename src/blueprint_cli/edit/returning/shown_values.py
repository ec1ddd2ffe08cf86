"""Owners, kinds and notes of systems and teams that were typed over in the directory: each is one value of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.returning.planning import CHANGED, SETS, SETTLE, Planned
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.topics.system_map import system_map_words
from blueprint_cli.workbook.anchors import Key, kind_of
from blueprint_cli.workbook.reading.cells import as_text
from blueprint_cli.workbook.revisions import Revision

if TYPE_CHECKING:
    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.edit.returning.shown_today import ShownToday
    from blueprint_cli.workbook.returning.shown import TypedOver

_TAKEN = ("owner", "kind", "note")


def revised_value(sides: Sides, today: ShownToday, cell: TypedOver) -> Planned | None:
    """The revision of a cell of the directory; None where it is no such value."""
    part, field = today.named(cell.owner), today.field(cell.heading)
    shown = today.text(cell)
    if part is None or field not in _TAKEN or shown is None or cell.cell.formula is not None:
        return None
    route, said = sides.route(part.at), as_text(cell.cell.value)
    revision = Revision(
        "set", part.at, field, cell.where, today.sent(cell), said, shown or None, line=sides.line(route)
    )
    if route is None:
        catalogues = ", ".join(sides.blueprint.catalogs)
        return Planned(revision).with_state(
            "undecided", "it stands in a catalogue", f"change it in {catalogues}"
        )
    try:
        data = _data(sides, field, said)
    except Refusal as refusal:
        return Planned(revision).with_state("undecided", refusal.message, refusal.help)
    done = Planned(revision, SETS, lambda writer: writer.set(Key(part.at, field), data))
    if revision.base is None and shown and not sides.matched.exact:
        return done.with_state("conflict", CHANGED, SETTLE)
    return done


def is_written(sides: Sides, today: ShownToday, cell: TypedOver) -> bool:
    """Whether the file says it already in other words: a kind or a team by its id and by its name."""
    part, field = today.named(cell.owner), today.field(cell.heading)
    route = sides.route(part.at) if part is not None and field in _TAKEN else None
    written = sides.written(route) if route is not None else None
    try:
        data = _data(sides, field, as_text(cell.cell.value)) if isinstance(written, dict) else None
    except Refusal:
        return False
    return isinstance(written, dict) and data == written.get(field)


def _data(sides: Sides, field: str, said: str) -> Any:
    if field != "kind":
        return sides.decoding.data(kind_of(field), said, field=field)
    kinds = system_map_words(sides.returned.reading.lang).kinds
    fold = sides.returned.reading.fold
    for kind, word in kinds.items():
        if fold(said).casefold() in (fold(word).casefold(), kind):
            return kind
    raise Refusal(f"there is no kind '{said}'", f"one of: {', '.join(kinds.values())}")
