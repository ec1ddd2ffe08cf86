"""A text that a client typed in the grid and otherwise in a flat sheet: which of them is meant is asked, and each may be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.edit.returning.facts import flat_text
from blueprint_cli.edit.returning.planning import REMOVALS
from blueprint_cli.errors import BlueprintError
from blueprint_cli.workbook.anchors import Key
from blueprint_cli.workbook.reading.cells import cell_name
from blueprint_cli.workbook.revisions import Instead, Revision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from blueprint_cli.edit.returning.planning import Planned, Sides
    from blueprint_cli.workbook.revisions import Shown, Side


def with_the_other(planned: Planned, other: Planned) -> Planned:
    """The change that the grid makes, not clear: the flat sheet makes another one, which goes by its cell alone."""
    revision = planned.revision
    said = _said(other)
    why = f"{revision.why}; {said}" if revision.why else f"{said}: which of them?"
    ways = [f"'{one.revision.cell}=theirs'" for one in (planned, other) if one.make is not None]
    help_line = f"--take {' or '.join(ways)}, --mine keeps the file's" if ways else revision.help
    state = "undecided" if revision.state == "clear" else revision.state
    return _either(planned.with_state(state, why, help_line), other.with_state(state, why, help_line))


def note_left_out(sides: Sides, cell: str, text: Shown, other: str) -> None:
    """Say which of two texts the file does not have: whoever wrote the other one there, perhaps never saw it."""
    said = Revision.quoted(text)
    sides.returned.notes.append(f"{cell}: {said} is left out, since the file says what {other} says")


def _either(planned: Planned, other: Planned) -> Planned:
    """One change of two, each of which tells of the other."""
    own, others = planned.revision, other.revision
    told = other._replace(revision=others._replace(instead=Instead(own.cell, own.theirs)))
    return planned._replace(revision=own._replace(instead=Instead(others.cell, others.theirs)), instead=told)


# What was taken out of the grid


class _Gone(NamedTuple):
    """A card or a step that the grid does not have any more, of which a flat sheet has a new text.

    Attributes:
        owners: addresses in today's file of what would take it along: itself, and its step.
        cell: where the flat sheet says it.
        text: the change that the flat sheet makes; None where the file says so already.
    """

    owners: tuple[str, ...]
    cell: str
    text: Planned | None


def with_texts_beside(sides: Sides, changes: Iterable[Planned]) -> Iterator[Planned]:
    """The same changes; a removal is asked for where a flat sheet has a new text of what would go, and dropped where the file took it."""
    gone = list(_gone(sides))
    for planned in changes:
        revision = planned.revision
        told = [one for one in gone if planned.rank == REMOVALS and revision.at in one.owners]
        gone = [one for one in gone if one not in told]
        texts = [one.text for one in told if one.text is not None]
        if len(texts) == 1:
            yield _or_kept(planned, texts[0])
        elif texts:
            yield from _or_all_kept(planned, texts)
        elif not told:
            yield planned
        else:
            _note_kept(sides, revision, told)
    yield from (_without_its_card(one.text) for one in gone if one.text is not None)


def _gone(sides: Sides) -> Iterator[_Gone]:
    returned, matched = sides.returned, sides.matched
    for at in returned.typed_twice:
        item = returned.outline.items.get(at)
        key = item.key if item is not None else Key(at, "title")
        today = matched.key(key)
        if today is None or today not in sides.today or returned.theirs(key).fate != "deleted":
            continue
        own = matched.card(at) if item is not None else None
        step = matched.steps.get(item.step if item is not None else at)
        owners = tuple(one for one in (own, step) if one is not None)
        yield _Gone(owners, cell_name(*returned.typed_twice[at][0]), flat_text(sides, key, today))


def _note_kept(sides: Sides, removal: Revision, told: Sequence[_Gone]) -> None:
    """Say that something is not taken out, since the file took a text of it."""
    where, cells = removal.cell or removal.at, " and ".join(one.cell for one in told)
    sides.returned.notes.append(f"{where}: not taken out, since the file says what {cells} says")


def _or_kept(planned: Planned, other: Planned) -> Planned:
    """A removal that is not clear: the flat sheet says something new of what would go, and to take that keeps it."""
    revision, cell = planned.revision, other.revision.cell
    said = f"taken out of the grid, but {_said(other)}"
    why = f"{revision.why}; {said}" if revision.why else said
    ways = [f"--take '{revision.cell or revision.name}=theirs' takes it out"] if planned.make else []
    ways += [f"--take '{cell}=theirs' keeps it with that text"] if other.make else []
    help_line = f"{', '.join(ways)}, --mine leaves it as it is" if ways else revision.help
    state = "undecided" if revision.state == "clear" else revision.state
    return _either(planned.with_state(state, why, help_line), other.with_state(state, why, help_line))


def _or_all_kept(planned: Planned, others: Sequence[Planned]) -> Iterator[Planned]:
    """A step that has no way out: flat sheets say several new things of it and of its cards, of which each may be taken."""
    said = ", ".join(_said(other) for other in others)
    yield planned.without_a_way(
        f"taken out of the grid, but {said}", "take the texts and keep it, or take it out by hand"
    )
    for other in others:
        yield _without_its_card(other)


def _without_its_card(planned: Planned) -> Planned:
    """A text that was typed over what shows a card, undecided: the card itself was taken out of the grid."""
    why = "it was taken out of the grid"
    if planned.make is None:
        return planned.without_a_way(why, "type the text there, or leave it out")
    take = f"--take '{planned.revision.cell}=theirs' takes the text, --mine leaves it out"
    return planned.with_state("undecided", why, take)


def _said(other: Planned) -> str:
    return f"{other.revision.cell} says {other.revision.quoted(other.revision.theirs)}"


# Decisions


def chosen(planned: Planned, takes: Mapping[str, Side], side: Side | None) -> Planned:
    """The one of both that was taken by its cell, or by the name of the card, which is that of the grid.

    Args:
        planned: the change that the grid makes, with the other one.
        takes: the decisions for single changes.
        side: the decision for all; the client's side is two here, so it decides only where one cell is turned down.

    Raises:
        BlueprintError: both are taken.
    """
    revision, other = planned.revision, planned.instead
    if other is None:
        return planned
    own, others = takes.get(revision.name) or takes.get(revision.cell), takes.get(other.revision.cell)
    if side == "theirs" and revision.name not in takes:  # one cell is turned down, and the client is right
        own, others = _the_rest(own, others)
    if own == others == "theirs":
        both = f"{revision.cell or revision.name} and {other.revision.cell}"
        raise BlueprintError(f"{both} say different things of {revision.name}", "--take one of them")
    if others == "theirs" and other.make is not None:
        return other._replace(revision=other.revision._replace(settled="theirs"))
    if own == "theirs" and planned.make is not None:
        return planned._replace(revision=revision._replace(settled="theirs"))
    if "theirs" not in (own, others) and "mine" in (own, others, side):
        return planned._replace(revision=revision._replace(settled="mine"))
    return planned


def _the_rest(own: Side | None, others: Side | None) -> tuple[Side | None, Side | None]:
    """Both decisions, where the client is right in what is not decided."""
    if own is None and others == "mine":
        return "theirs", others
    if own == "mine" and others is None:
        return own, "theirs"
    return own, others
