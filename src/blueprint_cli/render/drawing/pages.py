"""Pages: bands of a map, or any one drawing, set on sheets of paper with title, page number and crop marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from blueprint_cli.language.topics.swimlane import swimlane_words
from blueprint_cli.render.drawing.metrics import anchor_of, is_right_to_left
from blueprint_cli.render.drawing.moving import moved
from blueprint_cli.render.drawing.piling import renamed
from blueprint_cli.render.drawing.scene import Box, Route, Text
from blueprint_cli.render.drawing.wrapping import cut

if TYPE_CHECKING:
    from collections.abc import Callable

    from blueprint_cli.render.drawing.papers import Paper
    from blueprint_cli.render.drawing.scene import Scene

BODY = 9.0
LEAST = 6.5 / BODY
"""The scale below which body text is smaller than 6.5 points, which nobody reads on paper."""
_SMALLER = {"detail": "--detail simple", "rows": "fewer --rows"}
"""Options that leave less to draw, and how they are asked for."""
_FOOT, _FOOT_TEXT = 20.0, 8.0
_MARK, _OFF = 12.0, 4.0


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet; its drawing is in place, with the upper left corner of the sheet at (0, 0)."""

    scene: Scene
    width: float
    height: float


def room_on(paper: Paper) -> tuple[float, float]:
    """Width and height for the drawing."""
    return paper.width - 2 * paper.margin, paper.height - 2 * paper.margin - _FOOT


def fitting(scenes: list[Scene], paper: Paper) -> float:
    """The one scale in which all drawings fit on their sheets."""
    width, height = room_on(paper)
    return min(paper.most, *(min(width / scene.width, height / scene.height) for scene in scenes))


def paged(
    scenes: list[Scene], paper: Paper, notify: Callable[[str], None], heeds: tuple[str, ...] = ()
) -> list[Page]:
    """The drawings on sheets, all in one scale; `notify` is told when their words become too small to be read.

    `heeds` are the options of the view, of which some make the drawing smaller and so its words larger.
    """
    scale = fitting(scenes, paper)
    if scale < LEAST:
        ways = ["a larger --paper", *(said for option, said in _SMALLER.items() if option in heeds)]
        listed = f"{', '.join(ways[:-1])} or {ways[-1]} make" if len(ways) > 1 else f"{ways[0]} makes"
        notify(f"on {paper.name} the words are {BODY * scale:.1f} points high; {listed} them larger")
    count = len(scenes)
    return [_page(scene, number, count, paper, scale) for number, scene in enumerate(scenes, 1)]


def _page(scene: Scene, number: int, count: int, paper: Paper, scale: float) -> Page:
    left = (paper.width - scene.width * scale) / 2 if count == 1 else paper.margin
    placed = moved(scene, scale, left, paper.margin)
    foot = _foot(scene, number, count, paper)
    marks = _crop_marks(paper) if count > 1 else []
    placed = replace(
        placed,
        width=paper.width,
        height=paper.height,
        legend=[*placed.legend, foot],
        legend_lines=[*placed.legend_lines, *marks],
    )
    return Page(placed, paper.width, paper.height)


def _foot(scene: Scene, number: int, count: int, paper: Paper) -> Box:
    """Title on the left, page number on the right."""
    words = swimlane_words("fr" if scene.lang == "fr" else "en")
    top = paper.height - paper.margin - _FOOT / 2
    width = paper.width - 2 * paper.margin
    shown = words.page.format(n=number, all=count)
    title = cut(scene.title, width - 80, _FOOT_TEXT)
    rtl = is_right_to_left(title)
    texts = (
        Text(
            (title,),
            anchor_of((title,), paper.margin, _FOOT_TEXT, rtl=rtl),
            top + _FOOT_TEXT,
            _FOOT_TEXT,
            "muted",
            rtl=rtl,
        ),
        Text((shown,), paper.margin + width, top + _FOOT_TEXT, _FOOT_TEXT, "muted", anchor="end"),
    )
    return Box("foot", paper.margin, top, width, _FOOT_TEXT * 1.3, shape="none", texts=texts)


def _crop_marks(paper: Paper) -> list[Route]:
    """Strokes outside the corners of the printed area, along which sheets are cut to be joined."""
    m = paper.margin
    found = []
    for x, outwards in ((m, -1), (paper.width - m, 1)):
        for y, up in ((m, -1), (paper.height - m, 1)):
            reach, off = min(_MARK, m - 6), _OFF
            level = ((x + outwards * off, y), (x + outwards * (off + reach), y))
            upright = ((x, y + up * off), (x, y + up * (off + reach)))
            found += [Route("crop", points, "muted", 0.5) for points in (level, upright)]
    return found


def stacked(pages: list[Page], gap: float) -> list[Page]:
    """The pages below each other, and no id twice."""
    taken: set[str] = set()
    found = []
    top = 0.0
    for page in pages:
        scene = renamed(replace(moved(page.scene, 1, 0, top), width=page.width, height=page.height), taken)
        found.append(Page(scene, page.width, page.height))
        top += page.height + gap
    return found
