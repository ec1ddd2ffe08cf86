"""A brand's logo: a PNG or an SVG, set to one height."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError
from blueprint_cli.render.drawing.theme import Logo

if TYPE_CHECKING:
    from pathlib import Path

HEIGHT, MOST_WIDE = 30.0, 260.0
_MOST_BYTES = 2_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_ROOT = re.compile(r"<svg\b[^>]*>", re.DOTALL)
_VIEW_BOX = re.compile(r"""viewBox\s*=\s*["']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)""")
_SIDE = r"""\b{0}\s*=\s*["']\s*([\d.]+)"""


def read_logo(path: Path) -> Logo:
    """The logo in a file.

    Raises:
        BlueprintError: it cannot be read, is too large, or is neither PNG nor SVG.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BlueprintError(f"the logo {path} cannot be read: {error.strerror or error}") from None
    if len(content) > _MOST_BYTES:
        raise BlueprintError(f"the logo {path} is too large", "use a picture of less than 2 MB")
    media, width, height = _measured(content)
    if width <= 0 or height <= 0:
        raise BlueprintError(f"the logo {path} is neither PNG nor SVG with a size", "save it as one of them")
    scale = min(HEIGHT / height, MOST_WIDE / width)
    return Logo(path.as_posix(), media, content, width * scale, height * scale)


def _measured(content: bytes) -> tuple[str, float, float]:
    """Kind, width and height; 0 where they are not told."""
    if content.startswith(_PNG) and content[12:16] == b"IHDR":
        width, height = struct.unpack(">II", content[16:24])
        return "image/png", width, height
    found = _ROOT.search(content.decode("utf-8", errors="replace"))
    if found is None:
        return "", 0, 0
    root = found[0]
    box = _VIEW_BOX.search(root)
    if box is not None:
        return "image/svg+xml", float(box[1]), float(box[2])
    sides = [re.search(_SIDE.format(name), root) for name in ("width", "height")]
    width, height = (float(side[1]) if side else 0.0 for side in sides)
    return "image/svg+xml", width, height
