"""An elapsed time that a client typed: any two of wait, work and elapsed give the third, so all three must agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.times import disagreement
from blueprint_cli.edit.returning.grounds import ANY_TWO
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.workbook.anchors import Key
from blueprint_cli.workbook.reading.cells import as_text
from blueprint_cli.workbook.returning.comparing import time_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from blueprint_cli.edit.returning.planning import Planned, Sides
    from blueprint_cli.language.durations import Duration
    from blueprint_cli.model.actions import Action

_PARTS = ("wait", "work")


def with_its_parts(sides: Sides, sent: Key, planned: Planned) -> Planned | None:
    """A change of an elapsed time beside the wait and the work of its card, as they will be.

    Args:
        sides: base, theirs and mine.
        sent: the fact as the workbook was sent with it.
        planned: the change; `at` is the action's address in today's file.

    Returns:
        The same; undecided where the three cannot all be true; standing on the removal of what was emptied where they
        cannot before that; None where wait and work say so already.
    """
    action, revision = sides.action(planned.revision.at), planned.revision
    if action is None or revision.is_removal or planned.make is None:
        return planned
    said = time_of(revision.theirs)
    parts, emptied = _parts(sides, sent.at, action)
    meant = {name: None if name in emptied else part for name, part in parts.items()}
    why = _contradiction(action, said, meant)
    if why:
        return planned.without_a_way(why, ANY_TWO)
    why = _contradiction(action, said, parts) if emptied else ""
    if why:
        barring = [name for name in emptied if _contradiction(action, said, {**meant, name: parts[name]})]
        grounds = tuple(f"{revision.at}.{name}" for name in barring or emptied[:1])
        return planned._replace(
            grounds=grounds, waits=f"{why}: what was emptied stands in the file until it is taken out"
        )
    return None if revision.mine is None and _is_told(said, *meant.values()) else planned


def _is_told(elapsed: Duration, *parts: Duration | None) -> bool:
    """Whether parts that do not contradict an elapsed time tell it: where clocks differ, nobody knows."""
    known = [part for part in (elapsed, *parts) if part is not None and not part.unknown]
    return len(known) == 1 + len(_PARTS) and len({part.clock for part in known}) == 1


def _contradiction(action: Action, elapsed: Duration, parts: Mapping[str, Duration | None]) -> str:
    return disagreement(action.model_copy(update={**parts, "elapsed": elapsed}))


def _parts(sides: Sides, at: str, action: Action) -> tuple[dict[str, Duration | None], list[str]]:
    """Wait and work as the client typed them, else as the file says them; and which of them were emptied, and are there still."""
    found: dict[str, Duration | None] = {name: getattr(action, name) for name in _PARTS}
    emptied: list[str] = []
    for name in _PARTS:
        theirs = sides.returned.typed_over.get(Key(at, name))
        if theirs is None or theirs.cell.unsaid:
            continue
        if not as_text(theirs.cell.value):
            if found[name] is not None:
                emptied.append(name)
            continue
        try:
            found[name] = time_of(theirs.cell.value)
        except Refusal:
            continue  # it is asked for, and the file keeps what it has
    return found, emptied
