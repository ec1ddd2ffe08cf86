"""The gallery shows what the program draws today, and shows every view."""

from __future__ import annotations

import re

import pytest

from blueprint_cli import discovery

from .gallery import ROOT, Picture, pictures


@pytest.mark.parametrize("picture", pictures(), ids=lambda picture: picture.file.name)
def test_the_picture_is_fresh(picture: Picture) -> None:
    fresh = picture.file.exists() and picture.file.read_bytes() == picture.made()
    assert fresh, "run `python tests/functional/gallery.py`"


def test_every_view_has_a_picture() -> None:
    views = {
        found[1] if (found := re.search(r"--view (\w+)", picture.command)) else "blueprint"
        for picture in pictures()
    }
    assert views == set(discovery.names("blueprint_cli.render.views"))


def test_no_picture_is_left_over() -> None:
    """A picture that no document shows is one that nobody keeps fresh."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))]
    shown = {name for text in texts for name in re.findall(r"pictures/([\w.-]+)", text)}
    assert {path.name for path in (ROOT / "docs/pictures").iterdir()} <= shown
