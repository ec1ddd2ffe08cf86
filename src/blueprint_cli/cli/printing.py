"""One file or several: pages of a picture, and the canvas that needs no map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli import discovery
from blueprint_cli.cli.rendering import FORMATS, deliver
from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from blueprint_cli.cli.looks import Wishes
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.options import Options

BLANK_NAME = "canvas"
"""What the canvas is called where no name is given."""

Files = bytes | list[bytes]
"""One file, or one for every page."""


def refuse_with_blank(
    blank: int | None, file: str | None, wishes: Wishes, others: Mapping[str, object]
) -> None:
    """Refuse a canvas made of a map, options that it would not heed, and a map that is not named.

    Raises:
        BlueprintError: one of these.
    """
    if blank is None:
        if file is None:
            raise BlueprintError(
                "no blueprint was named", "name its FILE, or ask for an empty canvas: --blank 8"
            )
        return
    if file is not None:
        raise BlueprintError("--blank takes no FILE: the canvas is empty", "leave one of them out")
    asked = [
        *(f"--{name}" for name in wishes.of_a_view()),
        *(name for name, value in others.items() if value),
    ]
    if wishes.view != "blueprint":
        asked.insert(0, "--view")
    if asked:
        raise BlueprintError(f"{asked[0]} is for a map, and the canvas is empty", f"leave out {asked[0]}")


def rendered(chosen: str, blueprint: Blueprint, options: Options) -> Files:
    """The file or the pages of a format."""
    form = discovery.load(FORMATS, chosen)
    if options.paper is not None and hasattr(form, "pages"):
        pages: list[bytes] = form.pages(blueprint, options, options.paper)
        return pages
    whole: bytes = form.render(blueprint, options)
    return whole


def blank_files(chosen: str, steps: int, options: Options) -> Files:
    """The canvas in a format.

    Raises:
        BlueprintError: the format has none.
    """
    form = discovery.load(FORMATS, chosen)
    if not hasattr(form, "blank"):
        able = [name for name in discovery.names(FORMATS) if hasattr(discovery.load(FORMATS, name), "blank")]
        raise BlueprintError(f"there is no empty canvas as {chosen}", f"one of {', '.join(able)}")
    found: Files = form.blank(steps, options)
    return found


def put(files: Files, source: str, target: Path | None, *, check: bool) -> int:
    """Write the file or the pages, or say whether those that are there are stale; the exit code.

    Pages are numbered: `late-1.png`, `late-2.png` and so on.

    Raises:
        BlueprintError: several pages for standard output, or nothing to check.
    """
    if isinstance(files, bytes):
        pairs = [(files, target)]
    elif target is None and len(files) > 1:
        raise BlueprintError(
            f"{len(files)} pages do not go to one standard output", "name a file with -o, or use svg or pdf"
        )
    else:
        pairs = [
            (content, target and target.with_name(f"{target.stem}-{number}{target.suffix}"))
            for number, content in enumerate(files, 1)
        ]
    if check:
        from blueprint_cli.cli.freshness import check_fresh

        return max(check_fresh(source, path, content) for content, path in pairs)
    for content, path in pairs:
        deliver(content, path)
    return 0
