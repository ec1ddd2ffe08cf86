"""A map cut into bands of steps: each has its own drawing, and a link that leaves one goes on at the same letter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from blueprint_cli.language.topics.swimlane import swimlane_words
from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.cards import LAYERS, Card, Column, Content
from blueprint_cli.render.drawing.compose import Sheet, scene_of_sheet
from blueprint_cli.render.drawing.links import Arrows, Link
from blueprint_cli.render.drawing.spans import brackets_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.render.drawing.scene import Scene
    from blueprint_cli.render.drawing.spans import Bracket

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Cuts = list[tuple[int, int]]
"""First and last-but-one column of every band."""

_SPLIT = 1.0
"""What cutting through a phase costs, against the square of the columns that a band has too many or too few."""
_UNEVEN = 0.6


def cuts_of(phases: list[str | None], count: int) -> Cuts:
    """First and last-but-one column of so many bands.

    No band has more columns than it must; among such cuts those are taken that are most even and split the fewest phases.
    """
    total = len(phases)
    longest, even = -(-total // count), total / count
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for band in range(1, count + 1):
        found: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, cuts) in best.items():
            for end in range(start + 1, min(start + longest, total - (count - band)) + 1):
                if end + (count - band) * longest < total:
                    continue
                splits = end < total and phases[end] is not None and phases[end] == phases[end - 1]
                paid = cost + _UNEVEN * (end - start - even) ** 2 + (_SPLIT if splits else 0)
                if end not in found or paid < found[end][0] - 1e-9:
                    found[end] = (paid, (*cuts, end))
        best = found
    ends = best[total][1]
    return list(zip((0, *ends[:-1]), ends, strict=True))


def band_scenes(content: Content, arrows: Arrows, cuts: Cuts, per_sheet: int = 1) -> list[Scene]:
    """The drawing of every band; of so many on a sheet the first one has the title, and the legend ends the first sheet."""
    return list(_Banding(content, arrows, cuts, per_sheet).scenes())


@dataclass
class _Crossing:
    """A link from one band to another, with its letter."""

    link: Link
    letter: str
    leaves: int
    enters: int


class _Banding:
    def __init__(self, content: Content, arrows: Arrows, cuts: Cuts, per_sheet: int) -> None:
        self.content, self.arrows, self.cuts = content, arrows, cuts
        self.per_sheet = per_sheet
        self.brackets = brackets_of(content)
        self.said = swimlane_words(content.lang).carried
        self.band_of = [
            next(band for band, (start, end) in enumerate(cuts) if start <= index < end)
            for index in range(len(content.columns))
        ]
        self.home = {
            card.id: self.band_of[index]
            for index, column in enumerate(content.columns)
            for layer in LAYERS
            for card in column.cells[layer]
        }
        crossing = [link for link in arrows.links if self.home[link.source.id] != self.home[link.target.id]]
        self.crossings = [
            _Crossing(link, _letter(number), self.home[link.source.id], self.home[link.target.id])
            for number, link in enumerate(crossing)
        ]

    def scenes(self) -> Iterator[Scene]:
        for band, (start, end) in enumerate(self.cuts):
            columns = list(self.content.columns[start:end])
            links = [
                link
                for link in self.arrows.links
                if self.home[link.source.id] == self.home[link.target.id] == band
            ]
            before, after = _margin("before", columns[0]), _margin("after", columns[-1])
            links += [
                made for crossing in self.crossings for made in self._half(crossing, band, before, after)
            ]
            if any(before.cells.values()):
                columns.insert(0, before)
            if any(after.cells.values()):
                columns.append(after)
            for index, column in enumerate(columns):
                for layer in LAYERS:
                    for place, card in enumerate(column.cells[layer]):
                        card.column, card.place = index, place
            first = 1 if columns[0] is before else 0
            part = replace(
                self.content,
                columns=columns,
                column_before=self._beyond(start - 1),
                column_after=self._beyond(end),
            )
            phases = [column.phase for column in self.content.columns]
            sheet = Sheet(
                self._brackets(start, end, first),
                continues=start > 0 and phases[start] == phases[start - 1],
                is_first=band == 0,
                is_titled=band % self.per_sheet == 0,
                has_legend=band == min(self.per_sheet, len(self.cuts)) - 1,
                whole=(self.content, self.arrows),
            )
            yield scene_of_sheet(part, Arrows(links, self.arrows.unplaced), sheet)

    def _beyond(self, index: int) -> Column | None:
        """A step on another page, towards which the curve goes on; none beyond the ends."""
        columns = self.content.columns
        return columns[index] if 0 <= index < len(columns) else None

    def _half(self, crossing: _Crossing, band: int, before: Column, after: Column) -> Iterator[Link]:
        """The piece of a link that lies in a band, if one does."""
        link = crossing.link
        ends = (link.source.id, link.target.id)
        forth = crossing.enters > crossing.leaves
        if band == crossing.leaves:
            tag = self._tag(crossing, link.source, link.target, after if forth else before)
            yield Link(link.source, tag, link.kind, link.label, link.both, link.goes_back, ends)
        elif band == crossing.enters:
            tag = self._tag(crossing, link.target, link.source, before if forth else after)
            yield Link(tag, link.target, link.kind, "", link.both, link.goes_back, ends)

    def _tag(self, crossing: _Crossing, near: Card, far: Card, margin: Column) -> Card:
        tag = Card(
            id=f"letter.{crossing.letter}.{near.id}",
            at="",
            layer=near.layer,
            text=far.text,
            column=0,
            row=near.row,
            title=f"{self.said} ({crossing.letter})\u00a0: {far.text}"
            if self.content.lang == "fr"
            else f"{self.said} ({crossing.letter}): {far.text}",
            letter=crossing.letter,
            w=sizes.LETTER,
            h=sizes.LETTER + 2,
        )
        margin.cells[near.layer].append(tag)
        return tag

    def _brackets(self, start: int, end: int, first: int) -> list[Bracket]:
        return [
            replace(
                bracket,
                first=max(bracket.first, start) - start + first,
                last=min(bracket.last, end - 1) - start + first,
                from_before=bracket.first < start,
                goes_on=bracket.last >= end,
            )
            for bracket in self.brackets
            if bracket.first < end and bracket.last >= start
        ]


def _margin(name: str, beside: Column) -> Column:
    """A column for letters beside the first or the last step of a band."""
    return Column(f"margin.{name}", "", "", "", None, {}, "", beside.step, is_margin=True)


def _letter(number: int) -> str:
    """A to Z, then AA, AB and so on."""
    rest, last = divmod(number, len(_LETTERS))
    return (_letter(rest - 1) if rest else "") + _LETTERS[last]
