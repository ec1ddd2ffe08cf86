"""The links between the parts of an Excel workbook: which part stands for which key."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from blueprint_cli.workbook.reading.elements import Elements
from blueprint_cli.workbook.reading.limits import MOST_LINKS, NOT_OURS, Tally, refused

if TYPE_CHECKING:
    from blueprint_cli.workbook.reading.elements import Attributes


class Links(Elements):
    """Which part stands for which key; targets outside of the file are left out."""

    def __init__(self, folder: str, tally: Tally) -> None:
        self.folder = folder
        self.tally = tally
        self.count = 0
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        self.count += name == "Relationship"
        if self.count > MOST_LINKS:
            raise refused(self.tally.name, f"more than {MOST_LINKS} links between its parts", NOT_OURS)
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(self.folder, target)
            kind = attributes.get("Type", "").rsplit("/", 1)[-1]
            self.found[attributes.get("Id", "")] = (kind, posixpath.normpath(path))
