"""Where a brand's logo stands: above the picture on the right, and on paper in the middle of the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.theme import logo_room

if TYPE_CHECKING:
    from collections.abc import Callable

    from blueprint_cli.render.drawing.scene import Scene
    from blueprint_cli.render.drawing.theme import Theme

Rect = tuple[float, float, float, float]
"""Left, top, width and height."""

_ON_PAPER = 16.0
"""The most height of a logo in the foot of a page."""


def tell_what_is_left_out(theme: Theme, form: str, notify: Callable[[str], None]) -> None:
    """Say what of a brand Graphviz cannot be trusted with: an SVG within a picture, and the widths of another font."""
    if theme.logo is not None and theme.logo.media == "image/svg+xml":
        notify(f"most builds of Graphviz leave an SVG logo out of a {form}: a PNG is drawn everywhere")
    if theme.fitted:
        font = theme.fonts.split(",", 1)[0]
        notify(f"the {form} is set in Arial, whose widths were measured; the font {font} is in the svg alone")


def logo_place(scene: Scene, theme: Theme) -> Rect | None:
    """Where the logo stands in the scene, or None without one."""
    logo = theme.logo
    if logo is None:
        return None
    foot = next((box for box in scene.legend if box.css == "foot"), None)
    if foot is None:
        return scene.width - logo.width, -logo_room(theme), logo.width, logo.height
    scale = min(_ON_PAPER / logo.height, foot.w / 4 / logo.width, 1)
    width, height = logo.width * scale, logo.height * scale
    return foot.x + (foot.w - width) / 2, foot.y + (foot.h - height) / 2, width, height
