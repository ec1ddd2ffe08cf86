"""A text that a client typed in the grid and otherwise in a flat sheet: which of them is meant is asked, and each may be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from blueprint_cli.edit.returning.planning import Planned
    from blueprint_cli.workbook.revisions import Side


def with_the_other(planned: Planned, other: Planned) -> Planned:
    """The change that the grid makes, not clear: the flat sheet makes another one, which goes by its cell alone."""
    revision = planned.revision
    said = f"{other.revision.cell} says {revision.quoted(other.revision.theirs)}"
    why = f"{revision.why}; {said}" if revision.why else f"{said}: which of them?"
    ways = [f"'{one.revision.cell}=theirs'" for one in (planned, other) if one.make is not None]
    help_line = f"--take {' or '.join(ways)}, --mine keeps the file's" if ways else revision.help
    state = "undecided" if revision.state == "clear" else revision.state
    asked = planned.with_state(state, why, help_line)
    told = other.with_state(state, why, help_line)
    return asked._replace(instead=told)


def without_its_card(planned: Planned) -> Planned:
    """A text that was typed over what shows a card, undecided: the card itself was taken out of the grid."""
    return planned.without_a_way(
        "the grid does not have that card any more", "type the text there, or leave it out"
    )


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
        raise BlueprintError(
            f"{revision.cell} and {other.revision.cell} say different things of {revision.name}",
            "--take one of them",
        )
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
