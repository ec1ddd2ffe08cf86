"""The curve of emotions at full height: one line for each persona, high and low points named."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from blueprint_cli.language.typography import signed
from blueprint_cli.model.variants import lives_through
from blueprint_cli.model.word_lists import EVERYBODY
from blueprint_cli.render.drawing.metrics import is_right_to_left, text_width
from blueprint_cli.render.drawing.scene import Box, Route, Text
from blueprint_cli.render.drawing.wrapping import wrap
from blueprint_cli.render.journey.sizes import (
    EDGE,
    LABEL_W,
    MOOD_DOT,
    MOOD_FOOT,
    MOOD_HEAD,
    MOOD_UNIT,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.render.drawing.scene import Point
    from blueprint_cli.render.journey.content import Journey

FEELING, TAG, NAME = 9.0, 7.5, 8.5
_LINE = 1.25
_BEND = 0.45
_LOOKS = (("line", ""), ("tab.backstage", "7 3"), ("tab.evidence", "2 2.5"), ("tab.support", "9 3 2 3"))
_APART, _SHIFT = 11.0, 2.8
_FACE, FACE_X = 6.6, 77.0


@dataclass(frozen=True, slots=True)
class Curve:
    """One persona's emotions by column; None where nothing is known.

    Attributes:
        name: empty for everybody's.
        absent: columns that the persona does not live through: the line passes over them.
    """

    name: str
    values: tuple[int | None, ...]
    absent: frozenset[int] = frozenset()


def curves_of(journey: Journey) -> list[Curve]:
    """A curve for every persona with an emotion of its own, in which everybody's values count too; else one for all."""
    emotions = [column.emotions for column in journey.all_columns]
    found = dict.fromkeys(name for values in emotions for name in values)
    named = [name for name in found if name != EVERYBODY]
    first = journey.blueprint.persona
    named.sort(key=lambda name: first.index(name) if name in first else len(first))
    return [_curve(journey, name) for name in (named or list(found))]


def _curve(journey: Journey, name: str) -> Curve:
    blueprint = journey.blueprint
    columns = journey.all_columns
    absent = frozenset(
        index for index, column in enumerate(columns) if not lives_through(blueprint, name, column.step)
    )
    values = tuple(
        None if index in absent else column.emotions.get(name, column.emotions.get(EVERYBODY))
        for index, column in enumerate(columns)
    )
    shown = "" if name == EVERYBODY else journey.showing.show(blueprint.persona_name(name))
    return Curve(shown, values, absent)


def turning_points(values: tuple[int | None, ...]) -> dict[int, int]:
    """Columns in which a curve turns: 1 for a high point, -1 for a low one; all columns of a plateau.

    An end of the curve is a high point when it is a good one, a low point when it is a bad one; the best and the worst
    of the curve always count.
    """
    known = [(index, value) for index, value in enumerate(values) if value is not None]
    runs = [(value, [index for index, _ in run]) for value, run in groupby(known, lambda pair: pair[1])]
    if len(runs) < 2:  # noqa: PLR2004 - a flat line has no points
        return {}
    heights = [value for value, _ in runs]
    best, worst = max(heights), min(heights)
    found = {}
    for place, (value, indexes) in enumerate(runs):
        around = [heights[other] for other in (place - 1, place + 1) if 0 <= other < len(runs)]
        inner = len(around) > 1
        for sign, extreme in ((1, best), (-1, worst)):
            turns = all(sign * value > sign * other for other in around)
            if turns and (inner or sign * value >= 0 or value == extreme):
                found.update(dict.fromkeys(indexes, sign))
    return found


class Emotions:
    """The row of the curve from a height on, as high as its words need; empty when no step has an emotion.

    Columns are counted over the whole journey, of which a part is drawn.
    """

    def __init__(self, journey: Journey, top: float) -> None:
        self.journey = journey
        self.drawn = range(journey.start, journey.end)
        self.curves = curves_of(journey)
        self.turns = {curve: turning_points(curve.values) for curve in self.curves}
        self.middle = 0.0
        words = [box for index in self.drawn for box in self.dots(index)]
        above = min((box.y for box in words), default=0) - 9
        below = max((box.y + box.h for box in words), default=0) + 9
        self.top = top
        self.middle = top + max(2 * MOOD_UNIT + MOOD_HEAD, -above)
        self.bottom = self.middle + max(2 * MOOD_UNIT + MOOD_FOOT, below)

    def x(self, column: int) -> float:
        """The middle of a column."""
        return self.journey.grid.x(column - self.drawn.start) + self.journey.grid.width / 2

    def y(self, value: float) -> float:
        """The height of a value."""
        return self.middle - value * MOOD_UNIT

    def scale(self, right: float) -> Iterator[Route | Box]:
        """The lines of the scale, each with its number; a word at the ends and in the middle."""
        words = self.journey.words
        said = {2: words.best, 0: words.neutral, -2: words.worst}
        for value in range(2, -3, -1):
            y = self.y(value)
            dash = "" if value == 0 else "1 3"
            yield Route(
                "axis", ((LABEL_W - 4, y), (right, y)), "soft" if value == 0 else "grid", 0.8, dash=dash
            )
            texts = [Text((signed(value),), LABEL_W - 9, y + 2.7, 7.5, "muted", bold=True, anchor="end")]
            if value in said:
                texts.append(Text((said[value],), 14, y + (2.7 if value else -3.5), 7.5, "muted"))
            yield Box("axis-label", 14, y - 9, LABEL_W - 22, 14, shape="none", texts=tuple(texts))
            yield from _face(value, FACE_X, y)

    def lines(self) -> list[Route]:
        """One smooth line for each persona; a step without an emotion leaves a gap."""
        found = []
        for number, curve in enumerate(self.curves):
            role, dash = _LOOKS[number % len(_LOOKS)]
            shift = (number - (len(self.curves) - 1) / 2) * _SHIFT
            for piece, points in enumerate(self._pieces(curve, shift)):
                if len(points) > 1:
                    key = f"emotion.{number + 1}.{piece + 1}"
                    title = curve.name or self.journey.showing.words.mood
                    found.append(
                        Route(
                            "emotion", _smooth(points), role, 2.4, id=key, dash=dash, curve=True, title=title
                        )
                    )
        return found

    def _pieces(self, curve: Curve, shift: float) -> list[list[Point]]:
        pieces: list[list[Point]] = [[]]
        for index in self.drawn:
            value = curve.values[index]
            if value is not None:
                pieces[-1].append((self.x(index), self.y(value) + shift))
            elif pieces[-1] and index not in curve.absent:
                pieces.append([])
        first, last = self.drawn.start, self.drawn.stop - 1
        before, after = _halfway(curve, first - 1, first), _halfway(curve, last + 1, last)
        if before is not None:
            pieces[0].insert(0, (LABEL_W - 4, self.y(before) + shift))
        if after is not None:
            pieces[-1].append((self.x(last) + self.journey.grid.width / 2 + EDGE, self.y(after) + shift))
        return [piece for piece in pieces if piece]

    def dots(self, column: int) -> list[Box]:
        """A dot with its number for every value of a column, then what the customer feels there."""
        values = sorted({v for curve in self.curves if (v := curve.values[column]) is not None})
        feeling = self.journey.all_columns[column].step.feeling
        found = []
        for value in values:
            x, y = self.x(column), self.y(value)
            role = "good" if value > 0 else "bad" if value < 0 else "mid"
            text = Text((signed(value),), x, y + 2.9, 8, "mark", bold=True, anchor="middle")
            who = ", ".join(
                curve.name for curve in self.curves if curve.name and curve.values[column] == value
            )
            said = " · ".join(part for part in (who, self.journey.showing.show(feeling)) if part)
            title = f"{self.journey.all_columns[column].title}: {signed(value)}" + (
                f" · {said}" if said else ""
            )
            found.append(
                Box("mood", x - MOOD_DOT / 2, y - MOOD_DOT / 2, MOOD_DOT, MOOD_DOT, shape="circle", fill=role,
                    stroke="bg", stroke_width=1.5, texts=(text,), title=title)
            )  # fmt: skip
        return [*found, *self._label(column, values)] if values else []

    def _label(self, column: int, values: list[int]) -> list[Box]:
        """The feeling in words above all dots of the column or below them, the name of the highest or lowest point on its side."""
        curve = next(curve for curve in self.curves if curve.values[column] is not None)
        value = curve.values[column] or 0
        tags = self._tags(column)
        turn = self.turns[curve].get(column, 0)
        if tags and turn not in tags:
            turn = max(tags)
        feeling = self.journey.showing.show(self.journey.all_columns[column].step.feeling)
        above = turn > 0 or (turn == 0 and value >= 0)
        side = 0 if turn else self._side(curve, column, above=above)
        own = 1 if above else -1
        said = [(own, (feeling, tags.get(own, "")), turn), (-own, ("", tags.get(-own, "")), -own)]
        return [
            self._words(
                column, max(values) if sign > 0 else min(values), words, side, above=sign > 0, turn=by
            )
            for sign, words, by in said
            if any(words)
        ]

    def _tags(self, column: int) -> dict[int, str]:
        """The names of the highest (1) and the lowest (-1) point of all curves, in the first column where one is reached."""
        known = [value for curve in self.curves for value in curve.values if value is not None]
        if min(known) == max(known):
            return {}
        return {
            sign: self._tag(sign, column, value)
            for sign, value in ((1, max(known)), (-1, min(known)))
            if column == min(curve.values.index(value) for curve in self.curves if value in curve.values)
        }

    def _tag(self, sign: int, column: int, value: int) -> str:
        """Its name with the step, and the personas who feel it where others feel otherwise."""
        words = self.journey.words
        title = self.journey.all_columns[column].title
        there = [curve for curve in self.curves if curve.values[column] is not None]
        who = [curve.name for curve in there if curve.values[column] == value and curve.name]
        text = title if len(who) in (0, len(self.curves)) else f"{title} ({', '.join(who)})"
        return words.colon.format(name=words.peak if sign > 0 else words.trough, text=text)

    def _side(self, curve: Curve, column: int, *, above: bool) -> int:
        """Where the line leaves room beside a dot that it passes on its way: -1 to the left, 1 to the right."""
        here = curve.values[column] or 0
        before = next((v for v in reversed(curve.values[:column]) if v is not None and v != here), None)
        after = next((v for v in curve.values[column + 1 :] if v is not None and v != here), None)
        if before is None and after is None:
            return 0
        rising = before < here if before is not None else (after or 0) > here
        return -1 if rising == above else 1

    def _words(
        self, column: int, value: int, said: tuple[str, str], side: int, *, above: bool, turn: int
    ) -> Box:
        feeling, tag = said
        column_w = self.journey.grid.width
        room = column_w / 2 + 4 if side else column_w - 10
        strong = wrap(feeling, room, FEELING, bold=bool(turn), most=4) if feeling else ()
        small = wrap(tag, room, TAG, bold=True, most=4) if tag else ()
        height = len(strong) * FEELING * _LINE + len(small) * TAG * _LINE
        gap = MOOD_DOT / 2 + 3
        top = self.y(value) - gap - height if above else self.y(value) + gap
        x = self.x(column) - side * 6
        role = "ink" if not turn or not value else "good" if value > 0 else "bad"
        texts = []
        y = top
        for lines, size, bold, colour in ((strong, FEELING, bool(turn), role), (small, TAG, True, role)):
            if lines:
                rtl = is_right_to_left(lines[0])
                anchor = "middle" if not side else "end" if (side < 0) != rtl else "start"
                texts.append(
                    Text(lines, x, y + size * 0.85, size, colour, bold, anchor, size * _LINE, rtl, "feeling")  # type: ignore[arg-type]
                )
                y += len(lines) * size * _LINE
        width = max(text_width(line, text.size, bold=text.bold) for text in texts for line in text.lines)
        left = x - width / 2 if not side else x - width if side < 0 else x
        return Box("feeling", left - 2, top, width + 4, height, shape="none", texts=tuple(texts))

    def names(self, x: float) -> list[Box]:
        """The personas' names beside the ends of their lines, one under the other where the lines meet."""
        ends = []
        for number, curve in enumerate(self.curves):
            known = [value for index in self.drawn if (value := curve.values[index]) is not None]
            if curve.name and known:
                ends.append((self.y(known[-1]), number, curve.name))
        found, lowest = [], self.top
        for y, number, name in sorted(ends):
            lowest = max(y, lowest + _APART)
            role, _ = _LOOKS[number % len(_LOOKS)]
            text = Text((name,), x, lowest + 3, NAME, role, bold=True, css="persona-name")
            width = text_width(name, NAME, bold=True)
            found.append(Box("persona-name", x, lowest - 6, width, 12, shape="none", texts=(text,)))
        return found


def names_width(journey: Journey) -> float:
    """Room to the right of the last column for the personas' names."""
    widths = [text_width(curve.name, NAME, bold=True) for curve in curves_of(journey) if curve.name]
    return max(widths) + 10 if widths else 0


def _halfway(curve: Curve, beyond: int, here: int) -> float | None:
    """The value at which a curve leaves the page for a step on another one; None where it does not."""
    if not 0 <= beyond < len(curve.values):
        return None
    one, other = curve.values[beyond], curve.values[here]
    return None if one is None or other is None else (one + other) / 2


def _face(value: int, x: float, y: float) -> Iterator[Route | Box]:
    """A small face whose mouth says the value; nothing of it is filled, so that every writer shows all its strokes."""
    role = "good" if value > 0 else "bad" if value < 0 else "mid"
    yield Box(
        "face", x - _FACE, y - _FACE, 2 * _FACE, 2 * _FACE, shape="circle", stroke=role, stroke_width=1.1
    )
    for side in (-1, 1):
        yield Box("face", x + side * 2.4 - 0.8, y - 2.8, 1.6, 1.6, shape="circle", fill=role)
    mouth, bend = y + 2.6 - value * 0.7, value * 1.7
    points = ((x - 3.2, mouth), (x - 1.6, mouth + bend), (x + 1.6, mouth + bend), (x + 3.2, mouth))
    yield Route("face", points, role, 1.1, curve=True)


def _smooth(points: list[Point]) -> tuple[Point, ...]:
    """Bézier pieces whose control points stand level with their ends, so that no value is overshot."""
    curve = [points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        curve += [(x0 + (x1 - x0) * _BEND, y0), (x1 - (x1 - x0) * _BEND, y1), (x1, y1)]
    return tuple(curve)
