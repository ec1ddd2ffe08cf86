"""Texts that are there already, or nearly: a card that was copied is not to be taken for a new one."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.language.spelling import letters_in
from blueprint_cli.workbook.reading.cells import Value, as_text
from blueprint_cli.workbook.returning.comparing import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.edit.returning.planning import Sides

SO_ALIKE = 0.95
_LONGEST_SIGN = 3
"""No sign takes more characters once a text is set as the language of the workbook has it: a quotation mark and its space."""


class _Sent(NamedTuple):
    """A text that was sent: its card, its letters and figures, how many these are, and how long it is at most, spelt alike."""

    at: str
    text: Value
    said: str
    length: int
    longest: int

    @classmethod
    def of(cls, at: str, text: Value) -> _Sent:
        written = as_text(text)
        said = bare(written)
        longest = len(said) + _LONGEST_SIGN * (len(written) - len(said) + 1)
        return cls(at, text, said, len(said), longest)


class Likeness:
    """The texts of the file and of the workbook that was sent."""

    def __init__(self, sides: Sides) -> None:
        """Count what today's file has beyond what was sent: the adds of an earlier import."""
        self.fold = sides.returned.reading.fold
        known = set(sides.matched.items.values())
        self.extra = Counter(
            (item.step, item.lane, self.fold(item.text))
            for at, item in sides.outline.items.items()
            if at not in known
        )
        self._sides = sides

    def is_there(self, step: str, lane: str, value: Value) -> bool:
        """Whether today's file has that text at that place, and nothing else accounts for it; each counts once."""
        key = (step, lane, self.fold(value))
        if self.extra[key] > 0:
            self.extra[key] -= 1
            return True
        return False

    def alike(self, value: Value) -> str | None:
        """The address of a card that says nearly the same."""
        text = self.fold(value)
        likely = {self.fold(other): at for other, at in reversed(list(self._likely(text)))}
        if text in likely:
            return likely[text]
        if not likely:
            return None
        from difflib import SequenceMatcher

        matcher = SequenceMatcher(None, b=text, autojunk=False)
        for other, at in reversed(likely.items()):
            matcher.set_seq1(other)
            if matcher.quick_ratio() >= SO_ALIKE and matcher.ratio() >= SO_ALIKE:
                return at
        return None

    def _likely(self, text: str) -> Iterator[tuple[Value, str]]:
        """The texts that were sent and may be that alike, with the addresses of their cards.

        They are told by their letters and figures alone: to spell all of a workbook's texts alike takes ten times as long.
        """
        said = bare(text)
        letters, length, whole = letters_in(said), len(said), len(text)
        for at, sent, others, known, longest in self._sent:
            apart = (whole + longest) * (1 - SO_ALIKE)  # so many characters of both may be without a like
            if abs(length - known) <= apart and (letters_in(others) ^ letters).bit_count() <= apart:
                yield sent, at

    @cached_property
    def _sent(self) -> list[_Sent]:
        items = self._sides.returned.outline.items.items()
        return [_Sent.of(at, item.text) for at, item in items]
