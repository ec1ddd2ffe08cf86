"""Changes that stand on another one: a step goes into a phase that is declared by a change of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.edit.returning.importing import Decisions
    from blueprint_cli.edit.returning.planning import Planned
    from blueprint_cli.workbook.revisions import Side

ANY_TWO = "any two of wait, work and elapsed give the third: leave one out, or correct one"


def on_their_grounds(planned: Sequence[Planned], decisions: Decisions) -> list[Planned]:
    """The same with decisions that follow.

    Who takes one takes its ground, who leaves that out leaves out what stands on it, and a ground on which nothing
    comes to stand is not laid. One that has to wait for its grounds brings none of them: it is held back.

    Args:
        planned: changes with what is decided of each.
        decisions: what is decided of all.

    Raises:
        BlueprintError: one is taken, and its ground is left out.
    """
    taken = {
        name
        for entry in planned
        if entry.revision.settled == "theirs" and not entry.waits
        for name in entry.grounds
    }
    found = [
        _settled(entry, "theirs") if entry.revision.name in taken and _is_open(entry) else entry
        for entry in planned
    ]
    by_name = {entry.revision.name: entry for entry in found}
    above: dict[str, list[Planned]] = {}
    for place, entry in enumerate(found):
        grounds = [by_name[name] for name in entry.grounds if name in by_name]
        if entry.waits:
            found[place] = _after(entry, grounds, decisions)
            continue
        for ground in grounds:
            found[place] = _on(found[place], ground)
            above.setdefault(ground.revision.name, []).append(found[place])
    return [_under(entry, above.get(entry.revision.name, ())) for entry in found]


def stranded(planned: Sequence[Planned], made: Sequence[Planned], decisions: Decisions) -> list[Planned]:
    """All changes, those of them held back that were made although one of their grounds could not be; empty where none was."""
    names = {entry.revision.name for entry in made}
    early = {id(entry) for entry in made if entry.waits and not names.issuperset(entry.grounds)}
    return (
        [_held(entry, decisions, ANY_TWO) if id(entry) in early else entry for entry in planned]
        if early
        else []
    )


def _after(entry: Planned, grounds: Sequence[Planned], decisions: Decisions) -> Planned:
    """One that waits for removals: clear only together with all of them."""
    if entry.revision.settled == "mine" or entry.make is None or _is_open(entry):
        return entry
    left = [ground for ground in grounds if ground.make is None or _is_left(ground)]
    if left or len(grounds) < len(entry.grounds):
        kept = any(ground.revision.settled == "mine" for ground in left)
        help_line = ANY_TWO if kept or not left else f"settle {left[0].revision.name} first"
        return _held(entry, decisions, help_line)
    if decisions.prune:
        return entry
    return _held(entry, decisions, "--prune takes out what was emptied, and then takes this")


def _held(entry: Planned, decisions: Decisions, help_line: str) -> Planned:
    held = entry.with_state("undecided", entry.waits, help_line)
    return held._replace(revision=held.revision._replace(settled="mine" if decisions.side == "mine" else ""))


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
    if ground.revision.settled and entry.asks and entry.asks == ground.asks and _is_open(entry):
        return _settled(entry, ground.revision.settled)
    return entry


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
