"""The pictures of the documents: each is made by the command that stands above it.

A block of one command `blueprint render FILE ... -o NAME`, followed by an image in `pictures/`, is a picture of the
gallery. `python tests/functional/gallery.py` makes them all anew.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHOWN = re.compile(r"^```sh\n(?P<command>blueprint render [^\n]+)\n```\n\n!\[[^\]]+\]\(pictures/(?P<name>[\w.-]+)\)", re.MULTILINE)  # fmt: skip


@dataclass(frozen=True)
class Picture:
    """One picture: the command that makes it, and the file that the document shows."""

    document: Path
    command: str
    file: Path

    def made(self) -> bytes:
        """What the command makes of the examples today."""
        with tempfile.TemporaryDirectory() as folder:
            words = shlex.split(self.command)
            out = words[words.index("-o") + 1]
            assert out == self.file.name, f"{self.command}: the picture shown is {self.file.name}"
            words[words.index("-o") + 1] = str(Path(folder) / out)
            subprocess.run(
                [sys.executable, "-m", "blueprint_cli", *words[1:]], cwd=ROOT, check=True, capture_output=True
            )
            return (Path(folder) / out).read_bytes()  # fmt: skip


def pictures() -> list[Picture]:
    """Every picture of the documents, in their order."""
    return [
        Picture(document, found["command"], document.parent / "pictures" / found["name"])
        for document in sorted((ROOT / "docs").glob("*.md"))
        for found in SHOWN.finditer(document.read_text(encoding="utf-8"))
    ]


def refresh() -> None:
    """Write every picture as it is made today."""
    for picture in pictures():
        picture.file.write_bytes(picture.made())


if __name__ == "__main__":
    refresh()
