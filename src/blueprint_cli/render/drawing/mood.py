"""The row of the emotion curve: a scale, a dot with its number for every step, a curve that never overshoots a value."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from blueprint_cli.language.typography import signed
from blueprint_cli.model.fields import EVERYBODY
from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.cards import emotion_names
from blueprint_cli.render.drawing.scene import Box, Route, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.render.drawing.cards import Content
    from blueprint_cli.render.drawing.scene import Point

_BEND = 0.45
_DASHES = ("", "7 3", "2 2.5", "9 3 2 3")


class Mood:
    """The curve's row, whose middle (0) stands at a height."""

    def __init__(self, content: Content, top: float, column_x: list[float], width: float) -> None:
        self.content = content
        self.middle = top + sizes.MOOD_H / 2
        self.column_x = column_x
        self.width = width

    def height_of(self, emotion: int) -> float:
        """Height of a value of the scale."""
        return self.middle - emotion * sizes.MOOD_UNIT

    def scale(self) -> Iterator[tuple[Route, Box]]:
        """The lines of +2, 0 and −2 with their labels."""
        for value in (2, 0, -2):
            y = self.height_of(value)
            line = Route(
                "axis",
                ((sizes.LABEL_W + 4, y), (self.width - 6, y)),
                "grid",
                0.8,
                dash="" if value == 0 else "1 3",
            )
            text = Text((signed(value),), sizes.LABEL_W - 2, y + 2.7, 7.5, "muted", anchor="end")
            yield line, Box("axis-label", sizes.LABEL_W - 20, y - 5, 18, 10, shape="none", texts=(text,))

    def curves(self) -> list[Route]:
        """One curve for each persona that has emotions; a step without one leaves a gap."""
        found: list[Route] = []
        for number, name in enumerate(emotion_names(self.content)):
            pieces = self._pieces(name)
            title = (
                self.content.words.mood if name == EVERYBODY else self.content.blueprint.persona_name(name)
            )
            for piece, points in enumerate(pieces):
                if len(points) > 1:
                    key = "emotion" if number == piece == 0 else f"emotion.{number + 1}.{piece + 1}"
                    dash = _DASHES[number % len(_DASHES)]
                    found.append(
                        Route(
                            "emotion",
                            _smooth(points),
                            "muted",
                            2.2,
                            id=key,
                            dash=dash,
                            curve=True,
                            title=title,
                        )
                    )
        return found

    def _pieces(self, name: str) -> list[list[Point]]:
        pieces: list[list[Point]] = [[]]
        for index, column in enumerate(self.content.columns):
            if name in column.emotions:
                pieces[-1].append(
                    (self.column_x[index] + sizes.CARD_W / 2, self.height_of(column.emotions[name]))
                )
            elif pieces[-1]:
                pieces.append([])
        return [piece for piece in pieces if piece]

    def dots(self, index: int) -> list[Box]:
        """The dots of one step, each with its number; a persona's name beside the first one of its own."""
        column = self.content.columns[index]
        found = []
        several = len(emotion_names(self.content)) > 1
        for name, value in column.emotions.items():
            x, y = self.column_x[index] + sizes.CARD_W / 2, self.height_of(value)
            role = "good" if value > 0 else "bad" if value < 0 else "mid"
            texts = [Text((signed(value),), x, y + 2.9, 8, "mark", bold=True, anchor="middle")]
            if several and name != EVERYBODY and self._is_first(name, index):
                told = self.content.show(self.content.blueprint.persona_name(name))
                shift = 8.0 if list(column.emotions).index(name) else -5.0
                texts.append(Text((told,), x + 12, y + shift, 7.5, "muted"))
            side = sizes.MOOD_DOT
            said = f"{self.content.words.mood} {signed(value)}" + (
                f", {column.step.feeling}" if column.step.feeling else ""
            )
            found.append(
                Box("mood", x - side / 2, y - side / 2, side, side, shape="circle", fill=role, stroke="bg", stroke_width=1.5,
                    texts=tuple(texts), title=self.content.show(said))
            )  # fmt: skip
        return found

    def _is_first(self, name: str, index: int) -> bool:
        return not any(name in column.emotions for column in self.content.columns[:index])


def _smooth(points: list[Point]) -> tuple[Point, ...]:
    """Bézier pieces whose control points stand level with their ends, so that no value is overshot."""
    curve = [points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        curve += [(x0 + (x1 - x0) * _BEND, y0), (x1 - (x1 - x0) * _BEND, y1), (x1, y1)]
    return tuple(curve)
