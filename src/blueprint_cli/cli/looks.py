"""How a picture is to look: the options of `render` that only pictures heed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from blueprint_cli import discovery
from blueprint_cli.cli.rendering import VIEWS
from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.asked import Detail
    from blueprint_cli.render.options import Options

PICTURES = ("dot", "pdf", "png", "svg")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for on the command line, as it was written."""

    view: str
    theme: str
    detail: Detail
    rows: str | None
    highlight: str | None
    paper: str | None

    def of_a_view(self) -> list[str]:
        """The options that were given and that not every view heeds."""
        given = {"detail": self.detail != "full", "rows": self.rows, "highlight": self.highlight}
        return [name for name, value in given.items() if value is not None and value is not False]

    def check(self, chosen: str) -> None:
        """Refuse an option that the format or the view would not heed.

        Raises:
            BlueprintError: one was given.
        """
        given = {"--view": self.view != "blueprint", "--theme": self.theme != "light", "--paper": self.paper}
        asked = [name for name, value in given.items() if value]
        asked += [f"--{name}" for name in self.of_a_view()]
        if asked and chosen not in PICTURES:
            raise BlueprintError(
                f"{asked[0]} is for pictures, and {chosen} is none", f"the pictures: {', '.join(PICTURES)}"
            )
        for name in self.of_a_view():
            if name not in _heeded(self.view):
                views = [other for other in discovery.names(VIEWS) if name in _heeded(other)]
                raise BlueprintError(
                    f"the {self.view} view has no --{name}", f"--view {' or '.join(views)} has it"
                )

    def options(self, **more: Any) -> Options:
        """The options that do not depend on the map; a wrong one is told before the map is read.

        Raises:
            BlueprintError: no such theme, row, highlight or paper.
        """
        from blueprint_cli.cli.terminal import notice
        from blueprint_cli.render.drawing.asked import ROWS, Asked, check_highlight, rows_of
        from blueprint_cli.render.drawing.brand import theme_of
        from blueprint_cli.render.drawing.papers import paper_of
        from blueprint_cli.render.options import Options

        rows: tuple[str, ...] = ()
        if self.rows is not None:
            rows = rows_of(self.rows, getattr(discovery.load(VIEWS, self.view), "ROWS", ROWS))
        asked = Asked(
            self.detail,
            rows,
            "" if self.highlight is None else check_highlight(self.highlight),
        )
        return Options(
            view=self.view,
            theme=theme_of(self.theme, notice),
            paper=None if self.paper is None else paper_of(self.paper),
            asked=asked,
            notify=notice,
            **more,
        )


def _heeded(view: str) -> tuple[str, ...]:
    heeds: tuple[str, ...] = getattr(discovery.load(VIEWS, view), "HEEDS", ())
    return heeds
