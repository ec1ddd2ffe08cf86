"""The moods of a grid: figures of a row are on one scale; faces and signs are figures, words are feelings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.workbook.foreign import values
from blueprint_cli.workbook.foreign.shape import short
from blueprint_cli.workbook.reading.cells import as_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.workbook.foreign.sketch import SketchStep
    from blueprint_cli.workbook.reading.cells import Value

_WITH_FIGURE = re.compile(
    r"(?P<words>\D*[^\W\d_]\D*?)[\s,:;–-]*"
    r"(?:[(\[]\s*(?P<inside>[+\-−]?\d{1,3}(?:\s?/\s?\d{1,3})?)\s*[)\]]|\s(?P<signed>[+\-−]\d{1,2}))\Z"
)
"""Words with a figure behind them: `annoyed (-2)`, `relieved +1`, `ravie (5/5)`."""


class MoodCell(NamedTuple):
    """A cell of a row of moods: the step it speaks of, what it says, and how people name the cell."""

    step: SketchStep
    value: Value
    place: str


def judge_moods(cells: Sequence[MoodCell], heading: str, head_place: str) -> list[str]:
    """Give the steps of a row their emotions and feelings, and say what was guessed."""
    guesses: list[str] = []
    numbers = [number for cell in cells if (number := _figure(cell.value)) is not None]
    scale = values.scale_in(heading) or values.scale_of(numbers)
    if scale not in (None, (-2, 2)):
        guesses.append(f"{head_place}: the figures are taken for a scale from {scale[0]} to {scale[1]}")
    said = [_judge(cell, scale, guesses) for cell in cells]
    words = ", ".join(f"'{short(text)}'" for text in said if text)
    if words:
        guesses.append(f"{head_place}: {words} taken for feelings; an emotion is a figure from -2 to 2")
    return guesses


def _figure(value: Value) -> int | None:
    number = values.number_of(value)
    if number is not None:
        return number
    beside = _WITH_FIGURE.match(as_text(value).strip())
    return values.number_of(beside["inside"] or beside["signed"]) if beside else None


def _judge(cell: MoodCell, scale: tuple[int, int] | None, guesses: list[str]) -> str:
    """Give a step its emotion or feeling; the words where they are no figure."""
    step, value, place = cell
    said = " ".join(as_text(value).split())
    number, face, own = values.number_of(value), values.face_of(value), values.scaled(value)
    beside = _WITH_FIGURE.match(said)
    if own is not None:
        emotion, (low, high) = values.on_our_scale(*own), own[1]
        guesses.append(f"{place}: '{said}' is taken for a figure from {low} to {high}: emotion {emotion}")
        _feel(cell, emotion, "", guesses)
    elif number is not None and scale is not None:
        _feel(cell, values.on_our_scale(number, scale), "", guesses)
    elif number is not None:
        guesses.append(f"{place}: {number} is on no scale that is known: left out")
    elif face is not None:
        words = values.without_faces(said)
        worded = any(map(str.isalpha, words)) and values.face_of(words) is None
        _feel(cell, face, words if worded else "", guesses)
    elif beside is not None and (told := _beside(beside, scale)) is not None:
        words = beside["words"].strip()
        guesses.append(f"{place}: '{short(said)}' is taken for the feeling '{words}' and emotion {told}")
        _feel(cell, told, words, guesses)
    else:
        step.feeling = f"{step.feeling}, {said}" if step.feeling else said
        return said
    return ""


def _beside(found: re.Match[str], scale: tuple[int, int] | None) -> int | None:
    """The emotion that a figure behind words tells."""
    said = found["inside"] or found["signed"]
    own, number = values.scaled(said), values.number_of(said)
    if own is not None:
        return values.on_our_scale(*own)
    return values.on_our_scale(number, scale) if number is not None and scale is not None else None


def _feel(cell: MoodCell, emotion: int, feeling: str, guesses: list[str]) -> None:
    step, value, place = cell
    if step.emotion is None:
        step.emotion = emotion
    elif step.emotion != emotion:
        said = short(as_text(value))
        guesses.append(f"{place}: '{said}' is left out: the step has an emotion already, {step.emotion}")
    if feeling:
        step.feeling = f"{step.feeling}, {feeling}" if step.feeling else feeling
