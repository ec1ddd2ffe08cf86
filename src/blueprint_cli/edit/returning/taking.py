"""The names of changes that people decide about one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest
from blueprint_cli.workbook.reading.cells import cell_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from blueprint_cli.edit.returning.planning import Planned, Sides


def refuse_unknown(sides: Sides, planned: Sequence[Planned], takes: Iterable[str]) -> None:
    """See to it that every decision is about a change; one about what stands as in the file is told, and harms nobody.

    So it is when a workbook is imported a second time with the same words: what was taken is no change any more.

    Raises:
        BlueprintError: a decision names nothing that the workbook has.
    """
    names = {name for entry in planned for name in (entry.revision.name, entry.revision.cell) if name}
    names.update(entry.instead.revision.cell for entry in planned if entry.instead)
    strange = [name for name in takes if name not in names]
    known = set(_names_without_change(sides)) if strange else set()
    for name in strange:
        if name not in known:
            near = closest(name, names)
            help_line = f"did you mean {near}?" if near else "name a change as it is listed, or its cell"
            raise BlueprintError(f"--take {name}: there is no such change", help_line)
        sides.returned.notes.append(f"--take {name}: there is no change any more to decide about")


def _names_without_change(sides: Sides) -> Iterator[str]:
    """The facts and parts that were sent, and all filled cells."""
    for key in sides.returned.base:
        yield from (str(key), key.at)
    for sheet in sides.returned.book.sheets:
        yield from (cell_name(sheet.title, row, column) for row, column in sheet.cells)
