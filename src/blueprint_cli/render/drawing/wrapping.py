"""Breaking a text into lines that fit, as even as they can be."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.metrics import UNITS_PER_EM, text_width, units

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = re.compile(r"[^ ]+")
_ELLIPSIS = "…"
_ADDRESS = re.compile(r"\w://|\bwww\.|\w@\w|\w\.[A-Za-z]\w{0,4}(?:\W|$)|\w_\w|\w\\\w", re.ASCII)
"""What is copied as it stands: an address of the web, of a mailbox, the name of a file."""
_ADDRESS_SIGNS, _WORD_SIGNS = "/.-_?&=#:@\\", "-/\u2013"
_FAIR = 0.4
"""A piece that ends with a sign of its own is at least so full."""
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
    paragraph = _Paragraph(text, size, bold=bold)
    greedy = paragraph.filled(room)
    if most is not None and len(greedy) > most:
        return (*greedy[: most - 1], _cut(" ".join(greedy[most - 1 :]), room, size, bold=bold))
    if len(greedy) < 2:  # noqa: PLR2004 - one line is even
        return greedy
    return _evened(paragraph, greedy, room)


class _Paragraph:
    """The pieces of a text, measured once; widths are in units of which an em has 2048."""

    def __init__(self, text: str, size: float, *, bold: bool) -> None:
        self.bold = bold
        self.units_a_point = UNITS_PER_EM / size
        self.pieces = [(piece, joint, units(piece, bold=bold)) for piece, joint in _pieces(text)]
        self.space = units(" ", bold=bold)

    def breaks_at(self, room: float) -> bool:
        """Whether some word is longer than a line of so many points."""
        return any(width > int(room * self.units_a_point + 1e-6) for _, _, width in self.pieces)

    def filled(self, room: float) -> tuple[str, ...]:
        """Lines of at most so many points, each as full as can be."""
        most = int(room * self.units_a_point + 1e-6)
        lines: list[str] = []
        line, length = "", 0
        for piece, joint, width in self.pieces:
            longer = length + width + (self.space if joint else 0)
            if line and longer <= most:
                line, length = f"{line}{joint}{piece}", longer
                continue
            if line:
                lines.append(line)
            line, length = piece, width
            if width > most:
                *broken, line = _broken(piece, most, bold=self.bold)
                lines += broken
                length = units(line, bold=self.bold)
        return (*lines, line) if line else tuple(lines)


def _evened(paragraph: _Paragraph, greedy: tuple[str, ...], room: float) -> tuple[str, ...]:
    """The narrowest setting with the same number of lines; a long word that had to be broken keeps the full width."""
    low, high, best = room / 2, room, greedy
    for _ in range(7):
        middle = (low + high) / 2
        lines = paragraph.filled(middle)
        broken = paragraph.breaks_at(middle) or any(line.endswith("-") for line in lines)
        if len(lines) == len(greedy) and not broken:
            best, high = lines, middle
        else:
            low = middle
    return best


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


def _broken(word: str, most: int, *, bold: bool) -> list[str]:
    """A word in pieces that fit, at least one character a piece.

    It is parted behind a sign of its own where that leaves a fair piece; else each piece but the last gets a hyphen. An
    address or a name of a file gets none anywhere: who copies it would copy the hyphen.
    """
    address = _ADDRESS.search(word) is not None
    sign = "" if address else "-"
    pieces: list[str] = []
    while len(word) > 1 and units(word, bold=bold) > most:
        count = _fitting(word, most - units(sign, bold=bold), bold=bold)
        own = _own_break(word, _fitting(word, most, bold=bold), _ADDRESS_SIGNS if address else _WORD_SIGNS)
        pieces.append(word[:own] if own else f"{word[:count]}{sign}")
        word = word[own or count :]
    return [*pieces, word]


def _fitting(word: str, most: int, *, bold: bool) -> int:
    """How many characters of a word fit; at least one, and never the last one."""
    count, length = 0, 0
    while count < len(word) - 1:
        length += units(word[count], bold=bold)
        if length > most and count:
            break
        count += 1
    return count


def _own_break(word: str, count: int, signs: str) -> int:
    """Behind which of so many characters a word parts by a sign of its own; 0 where none leaves a fair piece."""
    found = max(word.rfind(sign, 0, count) for sign in signs) + 1
    return found if found >= count * _FAIR and found < len(word) else 0


def _cut(text: str, room: float, size: float, *, bold: bool) -> str:
    while text and text_width(text + _ELLIPSIS, size, bold=bold) > room:
        text = text[:-1]
    return text.rstrip() + _ELLIPSIS


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """One line of at most `room` points, with an ellipsis where something is left out."""
    return text if text_width(text, size, bold=bold) <= room else _cut(text, room, size, bold=bold)
