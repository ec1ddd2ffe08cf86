"""The row of the emotion curve: a scale, a dot with its number for every step, a curve that never overshoots a value."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from blueprint_cli.language.typography import signed
from blueprint_cli.model.variants import lives_through
from blueprint_cli.model.word_lists import EVERYBODY
from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.cards import emotion_names
from blueprint_cli.render.drawing.scene import Box, Route, Text
from blueprint_cli.render.drawing.wrapping import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.render.drawing.cards import Column, Content
    from blueprint_cli.render.drawing.scene import Point

_BEND = 0.45
_DASHES = ("", "7 3", "2 2.5", "9 3 2 3")
_KEY, _KEY_STEP = 18.0, 11.0
_SIDE_BY_SIDE = 23.0
"""From one persona's dot to the next one's in a column, so that equal values do not cover each other."""


class Mood:
    """The curve's row, whose middle (0) stands at a height."""

    def __init__(self, content: Content, top: float, column_x: list[float], width: float) -> None:
        self.content = content
        self.middle = top + sizes.MOOD_H / 2
        self.column_x = column_x
        self.width = width

    def height_of(self, emotion: float) -> float:
        """Height of a value of the scale."""
        return self.middle - emotion * sizes.MOOD_UNIT

    def point(self, index: int, name: str) -> Point:
        """Where the dot of a step and a persona stands; dots of one step stand side by side."""
        emotions = self.content.columns[index].emotions
        names = [one for one in emotion_names(self.content) if one in emotions]
        shift = (names.index(name) - (len(names) - 1) / 2) * _SIDE_BY_SIDE
        return self.column_x[index] + sizes.CARD_W / 2 + shift, self.height_of(emotions[name])

    def _people(self) -> list[str]:
        """Whose curves there are: of the personas where they feel differently somewhere, else everybody's."""
        names = emotion_names(self.content)
        return [name for name in names if name != EVERYBODY] or names

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
        """One curve for each persona, through what everybody feels as well.

        A step without an emotion leaves a gap; one that the persona does not come to is passed over.
        """
        found: list[Route] = []
        for number, name in enumerate(self._people()):
            pieces = self._pieces(name)
            title = (
                self.content.words.mood if name == EVERYBODY else self.content.blueprint.persona_name(name)
            )
            for piece, points in enumerate(pieces):
                if len(points) > 1:
                    key = f"emotion.{number + 1}.{piece + 1}"
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
        columns = self.content.columns
        shown = [index for index, column in enumerate(columns) if not column.is_margin]
        for index in shown:
            felt = self._felt(name, columns[index])
            if felt is not None:
                pieces[-1].append(self.point(index, felt))
            elif pieces[-1] and lives_through(self.content.blueprint, name, columns[index].step):
                pieces.append([])
        before = self._halfway(name, self.content.column_before, columns[shown[0]])
        after = self._halfway(name, self.content.column_after, columns[shown[-1]])
        if before is not None:
            pieces[0].insert(0, (sizes.LABEL_W + 4, before))
        if after is not None:
            pieces[-1].append((self.width, after))
        return [piece for piece in pieces if piece]

    def _felt(self, name: str, column: Column) -> str | None:
        """Whose value in a step is a persona's: its own, else everybody's; none where it does not come there or none is given."""
        if not lives_through(self.content.blueprint, name, column.step):
            return None
        return next((who for who in (name, EVERYBODY) if who in column.emotions), None)

    def _halfway(self, name: str, beyond: Column | None, here: Column) -> float | None:
        """Where the curve leaves the page: halfway to the value of the step on the other one."""
        if beyond is None:
            return None
        one, other = self._felt(name, beyond), self._felt(name, here)
        if one is None or other is None:
            return None
        return self.height_of((beyond.emotions[one] + here.emotions[other]) / 2)

    def dots(self, index: int) -> list[Box]:
        """The dots of one step, each with its number; none where the row is not drawn."""
        if not emotion_names(self.content):
            return []
        return [self._dot(index, name, value) for name, value in self.content.columns[index].emotions.items()]

    def _dot(self, index: int, name: str, value: int) -> Box:
        x, y = self.point(index, name)
        side = sizes.MOOD_DOT
        role = "good" if value > 0 else "bad" if value < 0 else "mid"
        number = Text((signed(value),), x, y + 2.9, 8, "mark", bold=True, anchor="middle")
        said = f"{self._told(name)} {signed(value)}"
        feeling = self.content.columns[index].step.feeling
        return Box("mood", x - side / 2, y - side / 2, side, side, shape="circle", fill=role, stroke="bg", stroke_width=1.5,
                   texts=(number,), title=self.content.show(f"{said}, {feeling}" if feeling else said))  # fmt: skip

    def key(self) -> Iterator[tuple[Route, Box]]:
        """Which curve is whose, where there are several: a stroke and a name, below the title of the row."""
        names = self._people()
        if names == [EVERYBODY]:
            return
        step = min(_KEY_STEP, (sizes.MOOD_H / 2 - 12) / len(names))
        for number, name in enumerate(names):
            y = self.middle + 16 + step * number
            stroke = Route(
                "emotion-key", ((14, y), (14 + _KEY, y)), "muted", 1.8, dash=_DASHES[number % len(_DASHES)]
            )
            left = 14 + _KEY + 5
            told = cut(self._told(name), sizes.LABEL_W - left - 13, 7.5)
            text = Text((told,), left, y + 2.7, 7.5, "muted")
            yield stroke, Box("mood-name", left, y - 5, sizes.LABEL_W - left, 10, shape="none", texts=(text,))

    def _told(self, name: str) -> str:
        if name == EVERYBODY:
            return self.content.show(self.content.words.mood)
        return self.content.show(self.content.blueprint.persona_name(name))


def _smooth(points: list[Point]) -> tuple[Point, ...]:
    """Bézier pieces whose control points stand level with their ends, so that no value is overshot."""
    curve = [points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        curve += [(x0 + (x1 - x0) * _BEND, y0), (x1 - (x1 - x0) * _BEND, y1), (x1, y1)]
    return tuple(curve)
