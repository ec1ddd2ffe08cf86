"""The workshop canvas: lanes, lines and prompts around empty cells, each for a sticky note of 76 mm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.topics.swimlane import swimlane_words
from blueprint_cli.language.typography import signed, typeset
from blueprint_cli.language.words import words
from blueprint_cli.render.drawing.layout import LINES
from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.pages import room_on
from blueprint_cli.render.drawing.papers import MM
from blueprint_cli.render.drawing.scene import Box, Lane, Route, Scene, Text
from blueprint_cli.render.drawing.wrapping import wrap

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang
    from blueprint_cli.render.drawing.papers import Paper

NOTE = 76 * MM
_GAP, _INSET = 8 * MM, 5 * MM
_WIDEST, _DEEPEST = 45 * MM, 18 * MM
_LABEL = 62 * MM
_TITLE, _NAME, _PROMPT, _LINE = 30.0, 19.0, 12.0, 12.0
_HEAD_H, _PHASE_H, _MOOD_H = 24 * MM, 14 * MM, 76 * MM
_BAR = 8.0
_ROWS = ("evidence", "customer", "frontstage", "backstage", "support")


def canvas_scenes(steps: int, lang: Lang, paper: Paper) -> list[Scene]:
    """One canvas, or as many as the paper needs at full size; the steps go on from one to the next."""
    room, _ = room_on(paper)
    most = max(int((room - _LABEL - _GAP) / (NOTE + _GAP)), 1)
    pages = -(-steps // most)
    each, more = divmod(steps, pages)
    found, first = [], 1
    for page in range(pages):
        count = each + (1 if page < more else 0)
        found.append(_Canvas(count, first, lang, room_on(paper)).scene())
        first += count
    return found


class _Canvas:
    def __init__(self, steps: int, first: int, lang: Lang, room: tuple[float, float]) -> None:
        self.words, self.own = words(lang), swimlane_words(lang)
        self.steps, self.first, self.lang = steps, first, lang
        prompts = " ".join(self.own.prompts.values())
        self.made = Scene(self.own.canvas, prompts, lang)
        # Columns and rows stand further apart where the paper has room, so that the canvas fills it.
        spare = (room[0] - _LABEL - steps * NOTE) / (steps + 1)
        self.gap = min(max(spare, _GAP), _WIDEST)
        rows = len(_ROWS)
        least = (
            _TITLE
            + 28
            + 10 * MM
            + _PHASE_H
            + _HEAD_H
            + 10 * MM
            + _MOOD_H
            + rows * (NOTE + 2 * _INSET)
            + 12 * MM
        )
        self.inset = _INSET + min(max(room[1] - least, 0) / (2 * rows), _DEEPEST)
        self.made.width = _LABEL + self.gap + steps * (NOTE + self.gap)

    def scene(self) -> Scene:
        top = self._title()
        top = self._headers(top)
        top = self._mood(top)
        for layer in _ROWS:
            top = self._lane(layer, top)
        self.made.height = top
        return self.made

    def _x(self, index: int) -> float:
        return _LABEL + self.gap + index * (NOTE + self.gap)

    def _title(self) -> float:
        title = Text((self.own.canvas,), 0, _TITLE * 0.85, _TITLE, bold=True, css="title")
        self.made.headings.append(Box("title", 0, 0, self.made.width, _TITLE, shape="none", texts=(title,)))
        top = _TITLE + 6
        parts = self.own.canvas_facts.split("  ")
        kept = [part.strip() for part in parts if part.strip()]
        width = self.made.width / len(kept)
        for index, part in enumerate(kept):
            x = index * width
            text = Text((part,), x, top + 15, 13, "muted")
            self.made.headings.append(Box("facts", x, top, width - 12, 22, shape="none", texts=(text,)))
            self.made.lines.append(Route("blank", ((x, top + 22), (x + width - 14, top + 22)), "soft", 0.8))
        return top + 22 + 10 * MM

    def _headers(self, top: float) -> float:
        """An empty bar for phases, an empty header for every step."""
        left, right = self._x(0), self._x(self.steps - 1) + NOTE
        self.made.headings.append(
            Box(
                "phase-room",
                left,
                top,
                right - left,
                _PHASE_H,
                radius=4,
                stroke="soft",
                stroke_width=1,
                dash="6 4",
            )
        )
        text = Text((self.words.phases,), 14, top + _PHASE_H / 2 + 5, 14, "muted", bold=True)
        self.made.headings.append(Box("row-name", 0, top, _LABEL, _PHASE_H, shape="none", texts=(text,)))
        top += _PHASE_H + 4 * MM
        for index in range(self.steps):
            number = self.first + index
            name = Text(
                (self.own.canvas_step.format(n=number),),
                self._x(index) + 10,
                top + 18,
                13,
                "muted",
                bold=True,
            )
            self.made.headings.append(
                Box(
                    "step",
                    self._x(index),
                    top,
                    NOTE,
                    _HEAD_H,
                    id=f"step.{number}",
                    radius=4,
                    fill="step",
                    texts=(name,),
                )
            )
        return top + _HEAD_H + 6 * MM

    def _label(self, layer: str, name: str, top: float, height: float) -> None:
        lines = wrap(name, _LABEL - 40, _NAME, bold=True)
        prompt = wrap(self.own.prompts["emotion" if layer == "mood" else layer], _LABEL - 40, _PROMPT)
        tall = len(lines) * _NAME * 1.2 + 8 + len(prompt) * _PROMPT * 1.3
        first = top + (height - tall) / 2 + _NAME
        texts = (
            Text(lines, 20, first, _NAME, f"tab.{layer}", bold=True, leading=_NAME * 1.2),
            Text(prompt, 20, first + len(lines) * _NAME * 1.2 + 4, _PROMPT, "muted", leading=_PROMPT * 1.3),
        )
        self.made.headings += [
            Box("lane-bar", 0, top, _BAR, height, fill=f"tab.{layer}", pattern=layer),
            Box("lane-label", 14, top, _LABEL - 20, height, shape="none", texts=texts),
        ]

    def _mood(self, top: float) -> float:
        self.made.headings.append(
            Box(
                "mood-ground",
                0,
                top,
                self.made.width,
                _MOOD_H,
                fill="lane.mood",
                stroke="grid",
                stroke_width=0.8,
            )
        )
        self._label("mood", self.words.mood, top, _MOOD_H)
        middle, unit = top + _MOOD_H / 2, _MOOD_H / 5
        for value in (2, 1, 0, -1, -2):
            y = middle - value * unit
            ends = ((self._x(0), y), (self.made.width - self.gap / 2, y))
            self.made.curves.append(
                Route("axis", ends, "grid" if value else "soft", 1, dash="" if value == 0 else "2 6")
            )
            text = Text((signed(value),), self._x(0) - 6, y + 4, 12, "muted", anchor="end")
            self.made.headings.append(
                Box("axis-label", self._x(0) - 34, y - 8, 28, 16, shape="none", texts=(text,))
            )
        return top + _MOOD_H

    def _lane(self, layer: str, top: float) -> float:
        name = getattr(self.words, layer)
        line = LINES.get(layer)
        inset = self.inset + (4 * MM if line else 0)
        height = inset + NOTE + self.inset
        self.made.lanes.append(Lane(layer, name, 0, top, self.made.width, height))
        self._label(layer, name, top, height)
        for index in range(self.steps):
            self.made.headings.append(
                Box("cell", self._x(index), top + inset, NOTE, NOTE, radius=3, fill="bg", stroke="soft",
                    stroke_width=0.8, dash="4 4")
            )  # fmt: skip
        if line:
            self._line(line, top)
        return top + height

    def _line(self, line: str, y: float) -> None:
        said = {
            "interaction": self.words.line_interaction,
            "visibility": self.words.line_visibility,
            "internal-interaction": self.words.line_internal,
        }[line]
        solid = line == "visibility"
        self.made.lines.append(
            Route(
                f"line {line}", ((0, y), (self.made.width, y)), "line", 3 if solid else 1.8,
                id=f"line.{line}", dash="" if solid else "10 7", title=said,
            )
        )  # fmt: skip
        said = typeset(said, self.lang)
        width = text_width(said, _LINE, bold=True) + 12
        text = Text((said,), 20, y + 4.2, _LINE, "line", bold=True)
        self.made.headings.append(Box("line-label", 14, y - 9, width, 18, fill="bg", texts=(text,), radius=2))
