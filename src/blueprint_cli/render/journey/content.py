"""The rows of the map under the step headers: what stands in them, column by column; a row that holds nothing is left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from blueprint_cli.analysis.channels import channel_breaks
from blueprint_cli.checks.rules.channel_break import Options as ChannelBreak
from blueprint_cli.language.shares import format_share
from blueprint_cli.language.topics.journey import journey_words
from blueprint_cli.render.blocks.block import SMALL, Block, Paragraph, Pill
from blueprint_cli.render.blocks.grid import Grid
from blueprint_cli.render.drawing.asked import Asked
from blueprint_cli.render.drawing.cards import Ids
from blueprint_cli.render.drawing.content import content_of
from blueprint_cli.render.drawing.metrics import beside
from blueprint_cli.render.journey import sizes
from blueprint_cli.render.journey.ideas import opportunity_block, pain_block
from blueprint_cli.render.journey.measures import kpi_block
from blueprint_cli.render.journey.meeting import break_block, channel_block, touchpoint_block
from blueprint_cli.render.journey.simple import shows, simplified
from blueprint_cli.workbook.showing import Showing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blueprint_cli.language.topics.journey import JourneyWords
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Next, Step
    from blueprint_cli.render.drawing.cards import Card, Column, Content

    Cell = Callable[["Journey", Column], Iterator[Block]]


BACKGROUND, PROPOSED = "5 3", "1.5 2"
"""The dashes of a card that goes on in the background, and of one that is only proposed."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its blocks, a stack for every column.

    Attributes:
        key: class of the row and of its ground.
        layer: whose colours it has.
    """

    key: str
    title: str
    layer: str
    cells: tuple[tuple[Block, ...], ...]


class Journey:
    """A blueprint as a journey: its columns, words and times in one language; a few steps have wider columns.

    Attributes:
        all_columns: every step; `columns` are those that are drawn, from `start` to before `end`.
    """

    def __init__(
        self,
        blueprint: Blueprint,
        lang: Lang,
        asked: Asked | None = None,
        part: tuple[int, int] | None = None,
    ) -> None:
        self.asked = asked or Asked()
        self.blueprint = blueprint
        self.lang: Lang = lang
        whole = content_of(blueprint, lang)
        self.all_columns: list[Column] = whole.columns
        self.start, self.end = part or (0, len(whole.columns))
        self.content: Content = replace(whole, columns=whole.columns[self.start : self.end])
        self.showing = Showing(blueprint, lang)
        self.words: JourneyWords = journey_words(lang)
        self.breaks: dict[str, list[Step]] = {}
        for before, after in channel_breaks(blueprint, ChannelBreak.one_way):
            self.breaks.setdefault(after.at, []).append(before)
        count = len(self.all_columns)
        width = (sizes.LEAST_WIDTH - sizes.LABEL_W - sizes.EDGE) / count - sizes.GAP
        self.grid = Grid(sizes.LABEL_W, min(max(width, sizes.COLUMN_W), sizes.WIDEST), sizes.GAP)
        self.ids = Ids(
            {card.id for column in self.columns for stack in column.cells.values() for card in stack}
        )

    @property
    def columns(self) -> list[Column]:
        """The steps that are drawn."""
        return self.content.columns

    def name(self, kind: str, column: Column) -> str:
        """A new id for a block of a kind in a column: `pain.appeler`."""
        return self.ids.unique(f"{kind}.{column.id.removeprefix('step.')}")

    def said(self, name: str, text: str) -> str:
        """A name and what is said of it, with the colon of the language."""
        return self.words.colon.format(name=name, text=beside(name, text)) if text else ""

    def only(self, names: tuple[str, ...]) -> str:
        """For whom something is kept, unless the map shows one persona alone."""
        whole = self.blueprint.whole is self.blueprint
        return self.said(self.showing.words.only, self.showing.names(names)) if names and whole else ""

    def rows(self, *, above: bool) -> list[Row]:
        """The rows above the curve of emotions, or those under it."""
        words, titles = self.words, self.showing.words
        known: tuple[tuple[str, str, str, Cell], ...] = (
            (
                ("customer", words.actions, "customer", _customer),
                ("next", words.after, "customer", _branches),
                ("touchpoints", words.touchpoints, "support", _meeting),
                ("evidence", titles.evidence, "evidence", _evidence),
                ("thoughts", words.thoughts, "backstage", _thoughts),
                ("quotes", words.quotes, "backstage", _quotes),
            )
            if above
            else (
                ("pains", titles.pains, "pain", _pains),
                ("opportunities", titles.opportunities, "opportunity", _ideas),
                ("kpis", titles.kpis, "support", _kpis),
            )
        )
        found = (
            Row(
                key,
                self.showing.show(title),
                layer,
                tuple(simplified(self.asked, key, cell(self, c)) for c in self.columns),
            )
            for key, title, layer, cell in known
            if shows(self.asked, key)
        )
        return [row for row in found if any(row.cells)]


def _card(journey: Journey, card: Card, more: str = "") -> Block:
    owner = (Pill(card.owner, "owner", f"tab.{card.layer}", loud=True),) if card.owner else ()
    time_role = "broken" if card.over else f"tab.{card.layer}"
    time = (
        (Pill(card.time, "time over" if card.over else "time", time_role, loud=card.over),)
        if card.time
        else ()
    )
    only = journey.said(journey.showing.words.only, card.tag)
    return Block(
        f"card {card.layer}",
        (
            Paragraph(card.text),
            Paragraph(more, SMALL, "ink"),
            Paragraph(only, SMALL, "ink", css="only"),
        ),
        id=card.id,
        at=card.at,
        title=card.title,
        pills=(*owner, *time),
        fill=f"card.{card.layer}",
        stroke=f"tab.{card.layer}",
        dash=BACKGROUND if card.background else PROPOSED if card.basis == "proposed" else "",
        assumed=card.basis == "assumed",
    )


def _customer(journey: Journey, column: Column) -> Iterator[Block]:
    for card in column.cells["customer"]:
        yield _card(journey, card)


def _evidence(journey: Journey, column: Column) -> Iterator[Block]:
    for card, evidence in zip(column.cells["evidence"], column.step.evidence, strict=True):
        yield _card(journey, card, journey.showing.channel(evidence.channel))


def _branches(journey: Journey, column: Column) -> Iterator[Block]:
    """The ways out of a step, where there is more to say than that the next one follows."""
    ways = column.step.next
    index = journey.columns.index(column)
    if ways is None or (len(ways) == 1 and _is_plain(journey, ways[0], index)):
        return
    if not ways and index == len(journey.columns) - 1:
        return
    for way in ways:
        yield _branch(journey, column, way)
    if not ways:
        yield _arrow(journey, column, journey.words.journey_end, "")


def _is_plain(journey: Journey, way: Next, index: int) -> bool:
    following = journey.columns[index + 1].step if index + 1 < len(journey.columns) else None
    there = following.id if following else "end"
    return way.to == there and way.label is None and way.probability in (None, 1)


def _branch(journey: Journey, column: Column, way: Next) -> Block:
    share = "" if way.probability is None else format_share(way.probability, journey.lang)
    label = journey.showing.show(way.label)
    return _arrow(
        journey, column, _target(journey, way.to), " · ".join(part for part in (share, label) if part)
    )


def _arrow(journey: Journey, column: Column, target: str, more: str) -> Block:
    return Block(
        "next",
        (Paragraph(f"→ {target}", 8.5, bold=True), Paragraph(more, SMALL, "muted", gap=1)),
        id=journey.name("next", column),
        fill="bg",
        stroke="soft",
        radius=2,
    )


def _target(journey: Journey, to: str) -> str:
    if to == "end":
        return journey.words.journey_end
    for column in journey.columns:
        if column.step.id == to or any(action.id == to for _, action in column.step.actions()):
            return column.title
    return to


def _meeting(journey: Journey, column: Column) -> Iterator[Block]:
    if column.step.channel:
        yield channel_block(
            journey.showing, journey.words, column.step.channel, journey.name("channel", column)
        )
    for before in journey.breaks.get(column.at, []):
        yield break_block(journey.showing, journey.words, before, journey.name("channel-break", column))
    for point in column.step.touchpoints:
        yield touchpoint_block(
            journey.showing,
            journey.words,
            point,
            point.channel or column.step.channel,
            journey.name("touchpoint", column),
        )


def _thoughts(journey: Journey, column: Column) -> Iterator[Block]:
    """Thoughts; a feeling too, where no emotion gives it a place on the curve."""
    if column.step.feeling and not column.emotions:
        said = journey.said(journey.showing.words.feeling, journey.showing.show(column.step.feeling))
        yield Block(
            "feeling",
            (Paragraph(said),),
            id=journey.name("feeling", column),
            at=f"{column.at}.feeling",
            fill="bg",
            stroke="tab.mood",
            radius=12,
        )
    for thought in column.step.thought:
        yield Block(
            "thought",
            (Paragraph(journey.showing.show(thought)),),
            id=journey.name("thought", column),
            at=f"{column.at}.thought",
            fill="bg",
            stroke="tab.backstage",
            dash="1.5 2.5",
            radius=12,
        )


def _quotes(journey: Journey, column: Column) -> Iterator[Block]:
    for quote in column.step.quote:
        text = quoted(journey.showing.show(quote), journey.words)
        yield Block(
            "quote",
            (Paragraph(text, bold=True, role="tab.backstage"),),
            id=journey.name("quote", column),
            at=f"{column.at}.quote",
            fill="bg",
            stroke="tab.backstage",
            radius=2,
        )


def quoted(text: str, words: JourneyWords) -> str:
    """A text in the quotation marks of the language, unless it brings its own."""
    return text if text[:1] in '«“"„‹' else words.quoted.format(text=text)


def _pains(journey: Journey, column: Column) -> Iterator[Block]:
    for pain in column.step.pain_points:
        yield pain_block(
            journey.showing, journey.words, pain, journey.name("pain", column), journey.only(pain.only)
        )


def _ideas(journey: Journey, column: Column) -> Iterator[Block]:
    for idea in column.step.opportunities:
        yield opportunity_block(journey.showing, journey.words, idea, journey.name("opportunity", column))


def _kpis(journey: Journey, column: Column) -> Iterator[Block]:
    for name, kpi in column.step.kpis.items():
        yield kpi_block(journey.showing, journey.words, name, kpi, journey.name("kpi", column))
