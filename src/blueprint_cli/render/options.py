"""What a writer of pictures or grids is told beside the blueprint itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from blueprint_cli.model.related import Related
from blueprint_cli.render.drawing.asked import Asked
from blueprint_cli.render.drawing.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from blueprint_cli.render.drawing.papers import Paper


def _silent(_notice: str) -> None:
    return


@dataclass(frozen=True, slots=True)
class Options:
    """Options common to all formats; a format module has one function `render(blueprint, options) -> bytes`.

    Attributes:
        view: which picture of the blueprint, by the name of a module in `render/views`.
        lang: language of everything a client sees; None takes the file's.
        source_name: name of the file without its folder, for the first sheet; empty when unknown.
        source_sha256: fingerprint of the file's bytes in hexadecimal; empty when unknown.
        persona: the persona or segment whose variant it is; empty for all.
        theme: colours, patterns and fonts of pictures.
        paper: the sheets that a picture is cut for; None for one sheet of its own size.
        asked: detail, rows and highlight of the views that heed them.
        related: the maps around the one that is drawn, which the picture links to.
        start: when the journey starts, for the views of times; None is an ordinary Monday at 09:00.
        compact: whether a workbook is deflated.
        delimiter: the character between the columns of a csv; empty takes the format's.
        bom: whether a csv begins with a byte order mark.
        notify: called with one sentence when the output is less than what was asked for (a scaled PNG).
    """

    view: str = "blueprint"
    lang: Literal["en", "fr"] | None = None
    source_name: str = ""
    source_sha256: str = ""
    persona: str = ""
    theme: Theme = LIGHT
    paper: Paper | None = None
    asked: Asked = field(default_factory=Asked)
    related: Related = field(default_factory=Related)
    start: datetime | None = None
    compact: bool = False
    delimiter: str = ""
    bom: bool = False
    notify: Callable[[str], None] = field(default=_silent)
