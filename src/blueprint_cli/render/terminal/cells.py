"""What stands in one cell of the map in a terminal: cards with their signs, emotions as bars, pain points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from blueprint_cli.language.numbers import MINUS
from blueprint_cli.language.typography import NO_BREAK, signed
from blueprint_cli.model.word_lists import EVERYBODY
from blueprint_cli.render.drawing.cards import emotion_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.render.drawing.cards import Card, Column, Content

STYLES = {
    "evidence": "yellow",
    "customer": "bold blue",
    "frontstage": "green",
    "backstage": "magenta",
    "support": "cyan",
}
BADGE_STYLES = {"F": "bold red", "!": "bold yellow", "W": "yellow", "M": "magenta"}
FAINT, BAD, GOOD = "dim", "bold red", "green"
_SCALE = 2
_ASCII = str.maketrans(
    {
        MINUS: "-", "–": "-", "—": "-", "…": "...", "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "·": ",",
    }
)  # fmt: skip
TOGETHER = "\ue000"
"""Stands for a space at which no line breaks: what lays lines out takes a real no-break space for a plain one."""

_KEPT = "\u00a0\u202f\u200d\u200e\u200f"
_NO_BREAK = re.compile("[\u00a0\u202f]")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")


@dataclass(frozen=True, slots=True)
class Signs:
    """The strokes of tables and bars: box characters, or plain ASCII for a terminal that has no others."""

    full: str
    axis: str
    over: str
    system: str
    dash: str
    heavy: str
    dotted: str
    upright: str
    cross: str
    is_ascii: bool = False

    def text(self, said: str) -> str:
        """A text on one line without anything that moves a cursor; in ASCII its marks become plain ones."""
        kept = "".join(
            c if c.isprintable() or c in _KEPT else "\ufffd" for c in _SPACES.sub(" ", said).strip()
        )
        kept = kept.translate(_ASCII) if self.is_ascii else kept
        return _NO_BREAK.sub(TOGETHER, kept)


UNICODE = Signs(
    full="█", axis="│", over="✗", system="▸", dash="─", heavy="═", dotted="┄", upright="│", cross="┼"
)
ASCII = Signs(
    full="#",
    axis="|",
    over="x",
    system=">",
    dash="-",
    heavy="=",
    dotted=".",
    upright="|",
    cross="+",
    is_ascii=True,
)


class Cells:
    """Cells in the words of a map."""

    def __init__(self, content: Content, signs: Signs, room: int) -> None:
        self.content = content
        self.signs = signs
        self.room = room
        self.several = [name for name in emotion_names(content) if name != EVERYBODY]

    def header(self, column: Column) -> Text:
        """A step's number and title, its channel, when it starts, how long it takes, for whom alone it is, and that the journey ends."""
        number = (
            f"{column.step.number} " if column.step.title else ""
        )  # a step without a title is called by its number
        found = Text(self._said(f"{number}{column.title}"), style="bold")
        parts = [
            self.channel(column),
            *_whole(column.time).split(f"{NO_BREAK}·{NO_BREAK}"),
            column.tag,
            column.end,
        ]
        said = self._said(self._joined(part for part in parts if part))
        if said:
            found.append("\n" + said, style="not bold dim")
        return found

    def channel(self, column: Column) -> str:
        """The step's channel by its name."""
        from blueprint_cli.workbook.showing import Showing

        return Showing(self.content.blueprint, self.content.lang).channel(column.step.channel)

    def emotion(self, column: Column) -> Text:
        """A signed number and a bar from the middle for every persona, with the feeling in a word."""
        lines = []
        for name, value in column.emotions.items():
            line = Text(f"{self._said(signed(value)):>2} ", style=BAD if value < 0 else GOOD if value else "")
            line.append(self._bar(value))
            if self.several and name != EVERYBODY:
                line.append(" " + self._said(self.content.blueprint.persona_name(name)), style=FAINT)
            lines.append(line)
        if lines and column.step.feeling:
            lines[-1].append(" " + self._said(self.content.show(column.step.feeling)), style=FAINT)
        return Text("\n").join(lines)

    def cards(self, cards: list[Card]) -> Text:
        """The cards of one layer of a step, one below the other."""
        return Text("\n").join([self.card(card) for card in cards])

    def card(self, card: Card) -> Text:
        """A card: what is done, its signs, and below it who does it, how long it takes, for whom, how we know."""
        if card.system:
            owner = f" ({card.owner})" if card.owner else ""
            return self._hanging(f"{self.signs.system} ", FAINT, card.text + owner)
        found = Text(self._said(card.text), style="")
        found.stylize(STYLES[card.layer])
        for badge in card.badges:
            found.append(" ")
            found.append(f"[{badge}]", style=BADGE_STYLES[badge])
        facts = self._joined(part for part in self._facts(card) if part)
        if facts:
            found.append("\n")
            found.append(self._hanging("  ", "", facts, BAD if card.over else FAINT))
        return found

    def _facts(self, card: Card) -> tuple[str, ...]:
        words = self.content.words
        return (
            card.owner,
            _whole(card.time) + (f"{NO_BREAK}{self.signs.over}" if card.over else ""),
            card.tag,
            words.background if card.background else "",
            {"assumed": words.assumed, "proposed": words.proposed}.get(card.basis, ""),
        )

    def points(self, texts: Iterable[str], sign: str, style: str) -> Text:
        """Pain points or opportunities, each with its sign."""
        return Text("\n").join([self._hanging(f"{sign} ", style, self.content.show(text)) for text in texts])

    def _hanging(self, sign: str, sign_style: str, text: str, style: str = "") -> Text:
        """A text behind a sign, its further lines beneath its first word."""
        lines = [""]
        for word in self._said(text).split(" "):
            longer = f"{lines[-1]} {word}" if lines[-1] else word
            if lines[-1] and cell_len(longer) > self.room - len(sign):
                lines.append(word)
            else:
                lines[-1] = longer
        found = Text(sign, style="")
        found.stylize(sign_style)
        found.append(f"\n{' ' * len(sign)}".join(lines), style=style)
        return found

    def _bar(self, value: int) -> str:
        left = self.signs.full * max(-value, 0)
        right = self.signs.full * max(value, 0)
        return f"{left:>{_SCALE}}{self.signs.axis}{right:<{_SCALE}}"

    def _joined(self, parts: Iterable[str]) -> str:
        return f"{NO_BREAK}· ".join(parts)

    def _said(self, text: str) -> str:
        return self.signs.text(text)


def _whole(time: str) -> str:
    """A time that no line breaks."""
    return time.replace(" ", NO_BREAK)
