"""The head of a picture: its title, and the facts about the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.model.variants import whose
from blueprint_cli.render.drawing.metrics import LEFT_TO_RIGHT, anchor_of, is_right_to_left
from blueprint_cli.render.drawing.scene import Box, Text
from blueprint_cli.render.drawing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.render.drawing.scene import Scene
    from blueprint_cli.workbook.showing import Showing

_ASCENT = 0.85
_TITLE, _FACTS = 20.0, 9.5
_LEADING = 1.25


def head(scene: Scene, showing: Showing, kind: str, *, is_first: bool = True) -> float:
    """Put the title, the kind of picture and the facts at the top of a scene as wide as it is; returns where they end.

    Args:
        scene: where the boxes go.
        showing: the blueprint in its language.
        kind: what the picture is, such as `Customer journey`.
        is_first: the facts stand on the first page alone.
    """
    facts = listed(facts_of(showing)) if is_first else ""
    y = 0.0
    for css, text, size, role, bold in (
        ("kind", kind, _FACTS, "tab.customer", True),
        ("title", scene.title, _TITLE, "ink", True),
        ("facts", facts, _FACTS, "muted", False),
    ):
        if text:
            lines = wrap(text, scene.width, size, bold=bold, most=3)
            rtl = is_right_to_left(text)
            leading = size * _LEADING
            words = Text(
                lines, anchor_of(lines, 0, size, bold=bold, rtl=rtl), y + size * _ASCENT, size, role, bold,
                leading=leading, rtl=rtl, css=css,
            )  # fmt: skip
            height = leading * len(lines)
            scene.headings.append(Box(css, 0, y, scene.width, height, shape="none", texts=(words,)))
            y += height + 3
    return y + 9


def listed(parts: Iterable[str], between: str = "\u00a0· ") -> str:
    """Parts one after the other; each stays whole where one of them runs from right to left."""
    kept = [part for part in parts if part]
    mark = LEFT_TO_RIGHT if any(is_right_to_left(part) for part in kept) else ""
    return f"{mark}{between}".join(kept)


def facts_of(showing: Showing) -> tuple[str, ...]:
    """Client, state, version, day of the review, owner, volume: what a deliverable says of itself."""
    blueprint, words = showing.blueprint, showing.words
    colon = "\u00a0: " if showing.lang == "fr" else ": "
    return (
        showing.show(blueprint.client),
        words.to_be if blueprint.state == "to-be" else words.as_is,
        f"{words.version} {showing.show(blueprint.version)}" if blueprint.version else "",
        f"{words.reviewed} {showing.day(blueprint.reviewed)}" if blueprint.reviewed else "",
        f"{words.owner}{colon}{showing.team(blueprint.owner)}" if blueprint.owner else "",
        words.times_of.format(name=showing.show(blueprint.persona_name(mine)))
        if (mine := whose(blueprint))
        else "",
    )
