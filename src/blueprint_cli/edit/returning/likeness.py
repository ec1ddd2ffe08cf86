"""Texts that are there already, or nearly: a card that was copied is not to be taken for a new one."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from blueprint_cli.language.spelling import letters_in

if TYPE_CHECKING:
    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.workbook.reading.cells import Value

SO_ALIKE = 0.95


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
        text, texts = self.fold(value), self._sides.texts_sent
        if text in texts:
            return texts[text]
        matcher = SequenceMatcher(None, b=text, autojunk=False)
        letters = letters_in(text)
        for other, at in texts.items():
            together = len(text) + len(other)
            apart = together * (1 - SO_ALIKE)  # so many characters of both may be without a like
            if abs(len(text) - len(other)) > apart or (letters_in(other) ^ letters).bit_count() > apart:
                continue
            matcher.set_seq1(other)
            if matcher.quick_ratio() >= SO_ALIKE and matcher.ratio() >= SO_ALIKE:
                return at
        return None
