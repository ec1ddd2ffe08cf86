"""The rows of actions: who does what to the left, the bar on the axis, its times in words behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.words import words as common_words
from blueprint_cli.render.drawing.wrapping import wrap
from blueprint_cli.render.time_pictures import sizes
from blueprint_cli.render.time_pictures.bars import Bar
from blueprint_cli.render.time_pictures.texts import line, number_badge, paragraph

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.scene import Scene
    from blueprint_cli.render.time_pictures.content import Row, TimeMap
    from blueprint_cli.render.time_pictures.scale import Scale

_TEXT_X = sizes.NUMBER_W + 14


def row_height(row: Row) -> float:
    """How high the row of an action is."""
    lines = len(_lines(row))
    return 2 * sizes.ROW_PAD + lines * sizes.ACTION * sizes.LEADING + sizes.OWNER * sizes.LEADING


def put_row(scene: Scene, scale: Scale, row: Row, top: float, below: str, *, tails: bool) -> float:
    """One action; `below` is what is said beneath its name. Returns where the row ends."""
    height = row_height(row)
    middle = top + height / 2
    room = sizes.LABEL_W - _TEXT_X - 8
    name = paragraph(
        "action", row.text, _TEXT_X, top + sizes.ROW_PAD, sizes.ACTION, room, bold=row.number > 0
    )
    scene.headings.append(name)
    if below:
        scene.headings.append(
            line("owner", below, _TEXT_X, name.y + name.h, sizes.OWNER, role="muted", room=room)
        )
    if row.number:
        scene.headings.append(
            number_badge(row.number, sizes.NUMBER_W + 8, middle, sizes.NUMBER_W, sizes.NUMBER_H)
        )
    bar = Bar(row, scale, middle)
    end = bar.right
    if tails:
        routes = bar.tail()
        scene.links += routes
        end = routes[0].points[-1][0] if routes else end
    said_x = end + 5
    scene.boxes += bar.boxes(said_x, scale.right + sizes.SAID_W - said_x)
    return top + height


def layer_name(found: TimeMap, layer: str) -> str:
    """The title of a layer in the language."""
    words = common_words(found.lang)
    names: dict[str, str] = {
        "customer": words.customer,
        "frontstage": words.frontstage,
        "backstage": words.backstage,
        "support": words.support,
    }
    return names[layer]


def _lines(row: Row) -> tuple[str, ...]:
    room = sizes.LABEL_W - _TEXT_X - 8
    return wrap(row.text, room, sizes.ACTION, bold=row.number > 0, most=2) or ("",)
