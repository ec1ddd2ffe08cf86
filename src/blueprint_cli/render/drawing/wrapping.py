"""Breaking a text into lines that fit, as even as they can be."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.metrics import text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = re.compile(r"[^ ]+")
_ELLIPSIS = "…"
_NEVER_STARTS = frozenset("、。，．：；！？）」』】〉》〕｝ー々ゝゞヽヾ")


def wrap(
    text: str, room: float, size: float, *, bold: bool = False, most: int | None = None
) -> tuple[str, ...]:
    """Lines of at most `room` points: as few as possible, then as even as possible; long words are broken.

    Args:
        text: one line of text; breaks are at plain spaces and between wide characters.
        room: width in points.
        size: font size in points.
        bold: measured bold.
        most: at most so many lines; what is left out shows as an ellipsis.
    """
    greedy = _filled(text, room, size, bold=bold)
    if most is not None and len(greedy) > most:
        return (*greedy[: most - 1], _cut(" ".join(greedy[most - 1 :]), room, size, bold=bold))
    if len(greedy) < 2:  # noqa: PLR2004 - one line is even
        return greedy
    return _evened(text, greedy, room, size, bold=bold)


def _evened(text: str, greedy: tuple[str, ...], room: float, size: float, *, bold: bool) -> tuple[str, ...]:
    """The narrowest setting with the same number of lines; a long word that had to be broken keeps the full width."""
    low, high, best = room / 2, room, greedy
    for _ in range(7):
        middle = (low + high) / 2
        lines = _filled(text, middle, size, bold=bold)
        if len(lines) == len(greedy) and not any(line.endswith("-") for line in lines):
            best, high = lines, middle
        else:
            low = middle
    return best


def _filled(text: str, room: float, size: float, *, bold: bool) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for piece, joint in _pieces(text):
        longer = f"{line}{joint}{piece}" if line else piece
        if text_width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *broken, line = _broken(piece, room, size, bold=bold)
        lines += broken
    return (*lines, line) if line else tuple(lines)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Words with what joins them to the word before: a space, or nothing between wide characters."""
    for word in _WORDS.finditer(text):
        joint = " "
        for part in _wide_parts(word[0]):
            yield part, joint
            joint = ""


def _wide_parts(word: str) -> Iterator[str]:
    if word.isascii() or not any(unicodedata.east_asian_width(character) in "WF" for character in word):
        yield word
        return
    part = ""
    for character in word:
        wide = unicodedata.east_asian_width(character) in "WF" and character not in _NEVER_STARTS
        if wide and part:
            yield part
            part = ""
        part += character
    yield part


def _broken(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """A word in pieces that fit, each but the last with a hyphen; at least one character a piece."""
    pieces: list[str] = []
    while text_width(word, size, bold=bold) > room and len(word) > 1:
        count = len(word) - 1
        while count > 1 and text_width(f"{word[:count]}-", size, bold=bold) > room:
            count -= 1
        pieces.append(f"{word[:count]}-")
        word = word[count:]
    return [*pieces, word]


def _cut(text: str, room: float, size: float, *, bold: bool) -> str:
    while text and text_width(text + _ELLIPSIS, size, bold=bold) > room:
        text = text[:-1]
    return text.rstrip() + _ELLIPSIS


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """One line of at most `room` points, with an ellipsis where something is left out."""
    return text if text_width(text, size, bold=bold) <= room else _cut(text, room, size, bold=bold)
