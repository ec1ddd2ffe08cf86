"""For people: one entry a change, then the unified diff, then what is left to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.report.style import Style, columns, one_line, padded, paint, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.workbook.revisions import Outcome, Revision

_HEAD = 10
_STYLES: dict[str, Style] = {"clear": "good", "conflict": "error", "undecided": "warning"}


def render(outcome: Outcome, *, color: bool, width: int) -> Iterator[str]:
    """The changes, the diff, and a line that counts them."""
    for revision in outcome.revisions:
        yield from _entry(revision, color=color, width=width)
    if outcome.revisions:
        yield "\n"
    if outcome.diff:
        yield from (_diff_line(line, color=color) for line in outcome.diff.splitlines())
        yield "\n"
    yield f"{_summary(outcome)}\n"


def _entry(revision: Revision, *, color: bool, width: int) -> Iterator[str]:
    head = revision.state if revision.state != "clear" else revision.kind
    place = ", ".join(
        part for part in (revision.cell, f"line {revision.line}" if revision.line else "") if part
    )
    name = one_line(revision.name)
    start = paint(padded(head, _HEAD), _STYLES[revision.state], color=color)
    gap = width - _HEAD - columns(name) - columns(place)
    if gap > 1:
        yield f"{start}{name}{' ' * gap}{paint(place, 'faint', color=color)}".rstrip() + "\n"
    else:
        yield f"{start}{name}\n"
        yield f"{' ' * _HEAD}{paint(place, 'faint', color=color)}\n"
    for line in _lines(revision):
        for part in wrapped(one_line(line), width - _HEAD):
            yield f"{' ' * _HEAD}{part}\n"


def _lines(revision: Revision) -> Iterator[str]:
    if revision.state == "conflict":
        yield f"sent:   {revision.quoted(revision.base)}"
        yield f"client: {revision.quoted(revision.theirs)}"
        yield f"file:   {revision.quoted(revision.mine)}"
    else:
        yield revision.says
    if revision.settled:
        yield f"settled: {'the client' if revision.settled == 'theirs' else 'the file'} is right"
    elif revision.why:
        yield f"{revision.why} ({revision.help})" if revision.help else revision.why


def _diff_line(line: str, *, color: bool) -> str:
    style: Style | None = "good" if line.startswith("+") else "error" if line.startswith("-") else None
    if line.startswith(("+++", "---", "@@")):
        style = "faint"
    shown = line.rstrip("\r")
    return f"{paint(shown, style, color=color) if style else shown}\n"


def _summary(outcome: Outcome) -> str:
    if not outcome.revisions:
        return "no change"
    count = len(outcome.revisions)
    said = [f"{count} {'change' if count == 1 else 'changes'}"]
    if outcome.written:
        said.append(f"{len(outcome.applied)} written to {outcome.file}")
    said += _left(outcome)
    if not outcome.written and outcome.applied:
        said.append("nothing is written without --write")
    return "; ".join(said)


def _left(outcome: Outcome) -> Iterator[str]:
    open_ones = [revision for revision in outcome.left if not revision.settled]
    for state, one, many in (("conflict", "conflict", "conflicts"), ("undecided", "undecided", "undecided")):
        number = sum(revision.state == state for revision in open_ones)
        if number:
            yield f"{number} {one if number == 1 else many}"
    removals = [
        revision
        for revision in outcome.left  # a decision alone takes nothing out
        if revision.is_removal
        and (revision.settled == "theirs" or (revision.state == "clear" and not revision.settled))
        and revision not in outcome.applied
    ]
    if removals:
        yield f"{len(removals)} {'removal' if len(removals) == 1 else 'removals'} without --prune"
