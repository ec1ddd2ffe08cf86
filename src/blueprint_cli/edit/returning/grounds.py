"""Changes that stand on another one: a step goes into a phase that is declared by a change of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.edit.returning.planning import Planned
    from blueprint_cli.workbook.revisions import Side


def on_their_grounds(planned: Sequence[Planned]) -> list[Planned]:
    """The same with decisions that follow.

    Who takes one takes its ground, who leaves that out leaves out what stands on it, and a ground on which nothing
    comes to stand is not laid.

    Raises:
        BlueprintError: one is taken, and its ground is left out.
    """
    taken = {entry.ground for entry in planned if entry.ground and entry.revision.settled == "theirs"}
    found = [
        _settled(entry, "theirs") if entry.revision.name in taken and _is_open(entry) else entry
        for entry in planned
    ]
    by_name = {entry.revision.name: entry for entry in found}
    found = [_on(entry, by_name[entry.ground]) if entry.ground in by_name else entry for entry in found]
    above: dict[str, list[Planned]] = {}
    for entry in (entry for entry in found if entry.ground):
        above.setdefault(entry.ground, []).append(entry)
    return [_under(entry, above.get(entry.revision.name, ())) for entry in found]


def _on(entry: Planned, ground: Planned) -> Planned:
    if ground.revision.settled == "mine":
        if entry.revision.settled == "theirs":
            raise BlueprintError(
                f"{entry.revision.name} stands on {ground.revision.name}, which is left out",
                f"--take '{ground.revision.name}=theirs', too, or neither",
            )
        if entry.revision.kind == "add-step":  # it is more than its phase
            return entry.without_a_way("its phase is left out", "type another one over it")
        return _settled(entry, "mine")
    is_same_question = entry.revision.why == ground.revision.why
    return _settled(entry, ground.revision.settled) if is_same_question and _is_open(entry) and ground.revision.settled else entry  # fmt: skip


def _under(ground: Planned, above: Sequence[Planned]) -> Planned:
    """A ground with what stands on it: left out with all of that, and not sure while none of it is."""
    if not above or ground.revision.settled:
        return ground
    if all(entry.revision.settled == "mine" for entry in above):
        return _settled(ground, "mine")
    if _is_open(ground) or any(entry.make is not None and not _is_left(entry) for entry in above):
        return ground
    return ground.with_state("undecided", "no step goes into it yet", "it is declared with the first of them")


def _is_left(entry: Planned) -> bool:
    return entry.revision.settled == "mine" or _is_open(entry)


def _is_open(entry: Planned) -> bool:
    return entry.revision.state != "clear" and not entry.revision.settled


def _settled(entry: Planned, side: Side) -> Planned:
    return entry._replace(revision=entry.revision._replace(settled=side))
