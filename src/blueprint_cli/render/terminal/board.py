"""The map as a table fitted to a terminal: steps across in bands, or one below the other where it is narrow."""

from __future__ import annotations

import io
import unicodedata
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, Any

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from blueprint_cli.language.typography import NO_BREAK
from blueprint_cli.language.words import words
from blueprint_cli.model.variants import whose
from blueprint_cli.render.drawing.content import content_of
from blueprint_cli.render.terminal.cells import (
    ASCII,
    BAD,
    BADGE_STYLES,
    FAINT,
    STYLES,
    TOGETHER,
    UNICODE,
    Cells,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.cards import Column

_LEAST_LABEL, _WIDEST_LABEL = 11, 15
_LEAST_COLUMN, _WIDEST_COLUMN, _BETWEEN = 19, 34, 3
_NARROW = 72
_BARE = box.Box("    \n  │ \n    \n  │ \n    \n    \n  │ \n    \n")
_BARE_ASCII = box.Box("    \n  | \n    \n  | \n    \n    \n  | \n    \n", ascii=True)
_LEFT_TO_RIGHT = "\u200e"


def board(
    blueprint: Blueprint, lang: Lang | None, width: int, *, color: bool, ascii_only: bool = False
) -> str:
    """The map in lines of at most `width` columns, 40 at least.

    Args:
        blueprint: a blueprint without file errors.
        lang: language of headings and typography; None takes the file's.
        width: columns to write for.
        color: whether escape codes are welcome.
        ascii_only: strokes and signs in ASCII; the map's own words stay as they are.
    """
    return _Board(blueprint, lang or blueprint.lang, width, color=color, ascii_only=ascii_only).text()


class _Board:
    def __init__(
        self, blueprint: Blueprint, lang: Lang, width: int, *, color: bool, ascii_only: bool
    ) -> None:
        self.content = content_of(blueprint, lang)
        self.words = words(lang)
        self.signs = ASCII if ascii_only else UNICODE
        self.width = width
        self.label = self._label_width()
        self.across = self._across()
        self.column = self._column_width()
        self.cells = Cells(self.content, self.signs, self.column)
        self.out = io.StringIO()
        self.console = Console(
            file=self.out, width=width, color_system="standard" if color else None, force_terminal=color,
            no_color=not color, legacy_windows=False, highlight=False, emoji=False, markup=False, _environ={},
        )  # fmt: skip

    def text(self) -> str:
        self._heading()
        for band in self._bands():
            self.console.print()
            self._band(band)
        self._legend()
        lines = self.out.getvalue().split("\n")
        return "\n".join(_settled(line, self.signs.upright) for line in lines)

    def _label_width(self) -> int:
        """Columns for the names of the rows: as many as their longest word, with a blank behind it."""
        said = self.words
        names = (said.step_heading, said.mood, said.evidence, said.customer, said.frontstage, said.backstage, said.support, said.pains, said.opportunities)  # fmt: skip
        longest = max(cell_len(word) for name in names for word in name.split())
        return min(max(longest, _LEAST_LABEL), _WIDEST_LABEL) + 1

    def _heading(self) -> None:
        blueprint, content = self.content.blueprint, self.content
        self._print(content.show(blueprint.title), "bold")
        state = self.words.to_be if blueprint.state == "to-be" else self.words.as_is
        facts = [state, *(content.show(blueprint.persona_name(name)) for name in blueprint.persona)]
        timings = content.timings
        if timings.lead_s:
            at_least = ">= " if timings.untimed and self.signs.is_ascii else "≥ " if timings.untimed else ""
            facts.append(f"{self.words.lead} {at_least}{content.time(timings.lead_s)}".replace(" ", NO_BREAK))
        if (mine := whose(blueprint)) and len(blueprint.persona) > 1:
            facts.append(self.words.times_of.format(name=content.show(blueprint.persona_name(mine))))
        self._print(" · ".join(facts), FAINT)
        if blueprint.scenario:
            self._print(content.show(blueprint.scenario), "")

    def _print(self, said: str, style: str) -> None:
        self.console.print(Text(self.signs.text(said), style=style, overflow="fold"))

    def _bands(self) -> list[list[Column]]:
        columns = self.content.columns
        return [columns[start : start + self.across] for start in range(0, len(columns), self.across)]

    def _across(self) -> int:
        """How many steps stand side by side: as many as fit, but not so many that the last band is nearly empty."""
        most = max((self.width - self.label) // (_LEAST_COLUMN + _BETWEEN), 1)
        if self.width < _NARROW:
            most = 1
        count = len(self.content.columns)
        return ceil(count / ceil(count / most))

    def _column_width(self) -> int:
        room = (self.width - self.label) // self.across - _BETWEEN
        return room if self.width < _NARROW else min(room, _WIDEST_COLUMN)

    def _band(self, band: list[Column]) -> None:
        self._thin(self._phases(band), "bold")
        self._table(self.words.step_heading, [self.cells.header(column) for column in band])
        self._thin()
        moods = [self.cells.emotion(column) for column in band]
        self._row(self.words.mood, moods)
        self._lane("evidence", self.words.evidence, band)
        self._lane("customer", self.words.customer, band)
        self._rule(self.words.line_interaction, self.signs.dash)
        self._lane("frontstage", self.words.frontstage, band)
        self._rule(self.words.line_visibility, self.signs.heavy)
        self._lane("backstage", self.words.backstage, band)
        self._rule(self.words.line_internal, self.signs.dotted)
        self._lane("support", self.words.support, band)
        self._row(
            self.words.pains,
            [self.cells.points((pain.text for pain in column.step.pain_points), "!", BADGE_STYLES["!"]) for column in band],
            thin=True,
        )  # fmt: skip
        self._row(
            self.words.opportunities,
            [
                self.cells.points((idea.text for idea in column.step.opportunities), "+", "bold green")
                for column in band
            ],
            thin=True,
        )

    def _phases(self, band: list[Column]) -> dict[int, tuple[str, int]]:
        """The phases of a band by the column in which each begins, with how many columns it covers; named again in a further band."""
        found, first = {}, 0
        for phase, columns in groupby(band, lambda column: column.phase):
            count = len(list(columns))
            if phase is not None:
                found[first] = (self.content.show(self.content.blueprint.phase_title(phase)), count)
            first += count
        return found

    def _lane(self, layer: str, label: str, band: list[Column]) -> None:
        cells = [self.cells.cards(column.cells[layer]) for column in band]
        if layer == "evidence" and not any(cells):
            return
        self._table(label, cells, STYLES[layer])

    def _row(self, label: str, cells: list[Text], *, thin: bool = False) -> None:
        if any(cells):
            if thin:
                self._thin()
            self._table(label, cells)

    def _table(self, label: str, cells: list[Text], style: str = FAINT) -> None:
        bare: Any = _BARE_ASCII if self.signs.is_ascii else _BARE
        # Blanks are put round each cell here: what `padding` does at the edges differs from rich to rich.
        table = Table(box=bare, show_header=False, show_edge=False, pad_edge=False, padding=0)
        table.add_column(width=self.label)
        for number in range(len(cells)):
            last = number == len(cells) - 1
            table.add_column(width=self.column + (1 if last else 2), overflow="fold")
        name = Text(self.signs.text(label), style=style, overflow="fold")
        table.add_row(
            Padding(name, (0, 1, 0, 0)),
            *(Padding(cell, (0, 1)) for cell in cells[:-1]),
            Padding(cells[-1], (0, 0, 0, 1)),
        )
        self.console.print(table)

    def _used(self) -> int:
        """How wide a whole band is."""
        return self.label + self.across * (self.column + _BETWEEN) - 1

    def _rule(self, name: str, dash: str) -> None:
        """One of the three lines, with its name at the left."""
        line = Text(f"{dash * 2} {self.signs.text(name)} ")
        line.append(dash * max(self._used() - line.cell_len, 0))
        line.truncate(self._used())
        self.console.print(line, no_wrap=True)

    def _thin(self, names: dict[int, tuple[str, int]] | None = None, style: str = FAINT) -> None:
        """A line between rows that the columns cross, with names over some of them, each as wide as the columns it covers."""
        line = Text(self.signs.dash * self.label, style=FAINT)
        for column in range(self.across):
            line.append(self.signs.cross, style=FAINT)
            line.append(
                self.signs.dash * (self.column + (1 if column == self.across - 1 else 2)), style=FAINT
            )
        for column, (name, count) in sorted((names or {}).items(), reverse=True):
            start = self.label + 1 + column * (self.column + _BETWEEN)
            said = Text(" " + self.signs.text(name), style=style)
            said.truncate(
                count * (self.column + _BETWEEN) - _BETWEEN + 1,
                overflow="crop" if self.signs.is_ascii else "ellipsis",
            )
            said.append(" ")
            line = Text.assemble(line[:start], said, line[start + said.cell_len :])
        self.console.print(line, no_wrap=True)

    def _legend(self) -> None:
        said = list(self._signs())
        if said:
            self.console.print()
            line = Text(self.signs.text(self.words.legend), style=FAINT)
            for sign, word, style in said:
                line.append("  ")
                line.append(sign, style=style)
                line.append(TOGETHER + self.signs.text(word).replace(" ", TOGETHER))
            self.console.print(line)

    def _signs(self) -> Iterator[tuple[str, str, str]]:
        cards = [card for column in self.content.columns for stack in column.cells.values() for card in stack]
        badges = {badge for card in cards for badge in card.badges}
        steps = [column.step for column in self.content.columns]
        for badge, word in (
            ("F", self.words.fail_point),
            ("W", self.words.waiting),
            ("M", self.words.manual),
            ("!", self.words.pain_point),
        ):
            if badge in badges:
                yield f"[{badge}]", word, BADGE_STYLES[badge]
        if any(step.opportunities for step in steps):
            yield "+", self.words.opportunity, "bold green"
        if any(card.over for card in cards):
            yield self.signs.over, self.words.over_limit, BAD
        if any(card.system for card in cards):
            yield self.signs.system, self.words.system, FAINT
        if any(card.time == "?" for card in cards):
            yield "?", self.words.unknown, ""


def _settled(line: str, upright: str) -> str:
    """A line without blanks at its end; where words run from right to left every column starts afresh."""
    line = line.rstrip().replace(TOGETHER, " ")
    if any(unicodedata.bidirectional(character) in ("R", "AL") for character in line):
        parts = line.split(upright)
        return f"{_LEFT_TO_RIGHT}{upright}{_LEFT_TO_RIGHT}".join(parts)
    return line
