"""How a picture is to look: the options of `render` that only pictures heed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli import discovery
from blueprint_cli.cli.render_options import VIEWS
from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.asked import Detail
    from blueprint_cli.render.options import Options

PICTURES = ("dot", "pdf", "png", "svg")


def only_for_pictures(chosen: str, view: str, *, theme: object, **of_the_view: object) -> None:
    """Refuse an option that the format or the view would not heed.

    Raises:
        BlueprintError: one was given.
    """
    of_pictures = {"theme": theme, "view": view != "blueprint", **of_the_view}
    asked = [f"--{name}" for name, value in of_pictures.items() if value]
    if asked and chosen not in PICTURES:
        raise BlueprintError(
            f"{asked[0]} is for pictures, and {chosen} is none", f"the pictures: {', '.join(PICTURES)}"
        )
    for name, value in of_the_view.items():
        if value and name not in _heeded(view):
            views = [other for other in discovery.names(VIEWS) if name in _heeded(other)]
            raise BlueprintError(f"the {view} view has no --{name}", f"--view {' or '.join(views)} has it")


def _heeded(view: str) -> tuple[str, ...]:
    heeds: tuple[str, ...] = getattr(discovery.load(VIEWS, view), "HEEDS", ())
    return heeds


def look_of(theme: str, detail: Detail, rows: str | None, highlight: str | None, **more: Any) -> Options:
    """The options that do not depend on the map; a wrong one is told before the map is read.

    Raises:
        BlueprintError: no such theme, row or highlight.
    """
    from blueprint_cli.cli.terminal import notice
    from blueprint_cli.render.drawing.asked import ROWS, Asked, check_highlight, rows_of
    from blueprint_cli.render.drawing.brand import theme_of
    from blueprint_cli.render.options import Options

    known = getattr(discovery.load(VIEWS, more.get("view", "blueprint")), "ROWS", ROWS)
    asked = Asked(
        detail,
        () if rows is None else rows_of(rows, known),
        "" if highlight is None else check_highlight(highlight),
    )
    return Options(theme=theme_of(theme, notice), asked=asked, notify=notice, **more)
