"""Handing a pinned graph to Graphviz's `dot`, which draws it and places nothing."""

from __future__ import annotations

from blueprint_cli.errors import BlueprintError

_PACKAGES = (
    "Debian and Ubuntu: apt install graphviz; macOS: brew install graphviz; Windows: winget install graphviz"
)
_MOST_SAID = 200


def drawn(graph: str, form: str, dpi: int | None = None) -> bytes:
    """What `dot -Tform` makes of a graph, at so many dots an inch where that matters.

    Raises:
        BlueprintError: `dot` is not on the PATH, or it failed.
    """
    import graphviz

    # Only here: dots an inch in a graph that others draw as SVG would break it.
    text = graph if dpi is None else graph.replace("graph [", f"graph [dpi={dpi}, ", 1)
    try:
        return bytes(graphviz.pipe("dot", form, text.encode(), quiet=True))
    except graphviz.ExecutableNotFound:
        raise BlueprintError(
            f"{form} needs Graphviz, and `dot` is not on the PATH", f"{_PACKAGES}; --to svg needs nothing"
        ) from None
    except graphviz.CalledProcessError as error:
        said = " ".join((error.stderr or b"").decode(errors="replace").split())[:_MOST_SAID]
        raise BlueprintError(
            f"Graphviz could not draw the {form}: {said}", "--to svg needs no Graphviz"
        ) from None
