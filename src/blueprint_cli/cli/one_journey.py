"""Times belong to one journey: when it starts, and whose it is where the map has variants."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint

Start = Annotated[
    str | None,
    typer.Option(
        "--start",
        metavar="DATETIME",
        help="When the journey starts, 2026-11-27T17:00: then holidays count. Default: a Monday, 09:00.",
    ),
]


def moment(text: str) -> datetime:
    """The local time that was asked for.

    Raises:
        BlueprintError: it is no moment, or it has a time zone.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise BlueprintError(f"'{text}' is not a moment", "write 2026-11-27T17:00") from None
    if found.tzinfo is not None:
        raise BlueprintError(f"'{text}' has a time zone", "write the local time: 2026-11-27T17:00")
    return found


def first_variant(blueprint: Blueprint) -> Blueprint:
    """The variant of the first persona, where the map has variants; says so on standard error."""
    from blueprint_cli.cli.maps import only_for
    from blueprint_cli.cli.terminal import notice
    from blueprint_cli.model.variants import has_variants

    if not blueprint.persona or not has_variants(blueprint):
        return blueprint
    first = blueprint.persona[0]
    notice(
        f"the map has variants; these are the times of {blueprint.persona_name(first)} (--persona chooses another)"
    )
    return only_for(blueprint, first)
