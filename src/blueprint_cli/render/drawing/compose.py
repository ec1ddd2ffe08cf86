"""The whole picture: headings above, curve, lanes with their lines, cards, arrows, labels, legend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.language.plurals import counted
from blueprint_cli.language.topics.swimlane import swimlane_words
from blueprint_cli.language.typography import signed
from blueprint_cli.model.variants import whose
from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.arrows import arrows_of
from blueprint_cli.render.drawing.cards import LAYERS, emotion_names
from blueprint_cli.render.drawing.content import content_of
from blueprint_cli.render.drawing.headers import header_boxes
from blueprint_cli.render.drawing.highlight import chosen_cards, fade
from blueprint_cli.render.drawing.labels import place_labels
from blueprint_cli.render.drawing.layout import LINES, all_cards, lay_out, line_look, lines_above
from blueprint_cli.render.drawing.legend import LINK_STYLES, Legend
from blueprint_cli.render.drawing.marks import card_boxes, letter_tags
from blueprint_cli.render.drawing.metrics import anchor_of, is_right_to_left, text_width
from blueprint_cli.render.drawing.mood import Mood
from blueprint_cli.render.drawing.scene import Box, Lane, Route, Scene, Text
from blueprint_cli.render.drawing.spans import brackets_of, put_brackets
from blueprint_cli.render.drawing.wrapping import wrap

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.asked import Asked
    from blueprint_cli.render.drawing.cards import Content
    from blueprint_cli.render.drawing.layout import Layout
    from blueprint_cli.render.drawing.links import Arrows
    from blueprint_cli.render.drawing.spans import Bracket


def compose(blueprint: Blueprint, lang: Lang | None = None, asked: Asked | None = None) -> Scene:
    """The scene of a blueprint's swimlane, in its own language unless another is asked for.

    Raises:
        BlueprintError: the map knows nothing of what is to be highlighted.
    """
    content = content_of(blueprint, lang or blueprint.lang, asked)
    kept = chosen_cards(content, content.asked.highlight) if content.asked.highlight else None
    made = scene_of_sheet(content, arrows_of(content), Sheet(brackets_of(content)))
    if kept is not None:
        fade(made, kept)
    return made


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one drawing of a map shows beside its columns.

    Attributes:
        brackets: over its columns.
        continues: its first phase has begun on another page.
        is_first: it bears the facts about the map.
        is_titled: it begins a page.
        has_legend: its signs are explained below it.
        whole: the map that it is a part of, for the legend and the description; None where it is the whole.
    """

    brackets: list[Bracket]
    continues: bool = False
    is_first: bool = True
    is_titled: bool = True
    has_legend: bool = True
    whole: tuple[Content, Arrows] | None = None


def scene_of_sheet(content: Content, arrows: Arrows, sheet: Sheet) -> Scene:
    """The scene of some columns and their arrows."""
    return _Composing(content, arrows, sheet).scene()


class _Composing:
    def __init__(self, content: Content, arrows: Arrows, sheet: Sheet) -> None:
        self.content = content
        self.arrows = arrows
        self.sheet = sheet
        self.blueprint = content.blueprint
        self.made = Scene(
            content.show(self.blueprint.title),
            _description(*(sheet.whole or (content, arrows))),
            content.lang,
        )
        self.layout: Layout = lay_out(content, arrows.links)

    def scene(self) -> Scene:
        made = self.made
        made.width = max(self.layout.width, sizes.LEAST_WIDTH)
        top = self._title()
        boxes, top = header_boxes(self.content, self.layout.column_x, top, continues=self.sheet.continues)
        made.headings += boxes
        boxes, routes, top = put_brackets(self.sheet.brackets, self.layout.column_x, top, made.width)
        made.headings += boxes
        made.lines += routes
        moods = emotion_names(self.content)
        mood_top = top
        if moods:
            top += sizes.MOOD_H
        self.layout.move_down(top, self.content)
        if moods:
            self._mood(mood_top)
        self._lanes()
        self._cards(mood_top)
        self._links()
        made.height = self.layout.bottom
        if self.sheet.has_legend:
            whole = self.sheet.whole or (self.content, self.arrows)
            legend = Legend(*whole, (self._first_card_x(), made.height + 14, made.width))
            made.legend, made.legend_lines = legend.boxes, legend.routes
            made.height = legend.bottom
        return made

    def _first_card_x(self) -> float:
        """The left edge of the first column of cards."""
        columns = zip(self.content.columns, self.layout.column_x, strict=True)
        return next(x for column, x in columns if not column.is_margin)

    def _title(self) -> float:
        """Title, who and scenario, facts; returns where they end."""
        room = self.made.width
        y = 0.0
        blueprint, show = self.blueprint, self.content.show
        who = ", ".join(blueprint.persona_name(name) for name in blueprint.persona)
        story = " · ".join(show(part) for part in (who, blueprint.scenario or "") if part)
        for css, text, size, leading, role in (
            ("title", self.made.title, sizes.TITLE, sizes.TITLE_LEADING, "ink"),
            ("subtitle", story, sizes.SUBTITLE, sizes.SUBTITLE_LEADING, "muted"),
            ("facts", self._facts(), sizes.SUBTITLE, sizes.SUBTITLE_LEADING, "muted"),
        ):
            if not text or not (self.sheet.is_first or (self.sheet.is_titled and css == "title")):
                continue
            lines = wrap(text, room, size, bold=css == "title", most=3)
            rtl = is_right_to_left(text)
            words = Text(
                lines,
                anchor_of(lines, 0, size, bold=css == "title", rtl=rtl),
                y + size * 0.85,
                size,
                role,
                bold=css == "title",
                leading=leading,
                rtl=rtl,
                css=css,
            )
            self.made.headings.append(
                Box(css, 0, y, room, leading * len(lines), shape="none", texts=(words,))
            )
            y += leading * len(lines) + (4 if css == "title" else 1)
        return y + 14 if y else y

    def _facts(self) -> str:
        blueprint, words, show = self.blueprint, self.content.words, self.content.show
        mine = whose(blueprint)
        colon = "\u00a0: " if self.content.lang == "fr" else ": "
        parts = [
            blueprint.client,
            words.to_be if blueprint.state == "to-be" else words.as_is,
            f"{words.version} {blueprint.version}" if blueprint.version else None,
            f"{words.reviewed} {_day(self.content)}" if blueprint.reviewed else None,
            f"{words.owner}{colon}{blueprint.team_name(blueprint.owner)}" if blueprint.owner else None,
            words.times_of.format(name=blueprint.persona_name(mine))
            if mine and len(blueprint.persona) > 1
            else None,
        ]
        return " · ".join(show(part) for part in parts if part)

    def _mood(self, top: float) -> None:
        mood = Mood(self.content, top, self.layout.column_x, self.made.width)
        words = self.content.words
        self.made.headings.append(
            Box(
                "mood-ground",
                0,
                top,
                self.made.width,
                sizes.MOOD_H,
                fill="lane.mood",
                stroke="grid",
                stroke_width=0.5,
            )
        )
        self.made.headings += self._lane_label("mood", words.mood, top, sizes.MOOD_H)
        for line, label in (*mood.scale(), *mood.key()):
            self.made.curves.append(line)
            self.made.headings.append(label)
        self.made.curves += mood.curves()

    def _lanes(self) -> None:
        words = self.content.words
        names = (words.evidence, words.customer, words.frontstage, words.backstage, words.support)
        for row, (layer, name) in enumerate(zip(LAYERS, names, strict=True)):
            if layer not in self.content.layers:
                continue
            top, height = self.layout.lane_top[row], self.layout.lane_height[row]
            self.made.lanes.append(Lane(layer, name, 0, top, self.made.width, height))
            self.made.headings += self._lane_label(layer, name, top, height)
        said = dict(
            zip(
                LINES.values(),
                (words.line_interaction, words.line_visibility, words.line_internal),
                strict=True,
            )
        )
        for layer, css in lines_above(self.content.layers).items():
            self._line(css, self.content.show(said[css]), self.layout.line_y[layer])

    def _lane_label(self, layer: str, name: str, top: float, height: float) -> list[Box]:
        lines = wrap(name, sizes.LABEL_W - 26, 10, bold=True)
        first = top + height / 2 - (len(lines) - 1) * 6.25 + 3.6
        text = Text(lines, 14, first, 10, f"tab.{layer}", bold=True, leading=12.5)
        bar = Box("lane-bar", 0, top, sizes.LANE_BAR, height, fill=f"tab.{layer}", pattern=layer)
        return [bar, Box("lane-label", 14, top, sizes.LABEL_W - 22, height, shape="none", texts=(text,))]

    def _line(self, css: str, said: str, y: float) -> None:
        width, dash = line_look(css)
        self.made.lines.append(
            Route(
                f"line {css}",
                ((0, y), (self.made.width, y)),
                "line",
                width,
                id=f"line.{css}",
                dash=dash,
                title=said,
            )
        )
        room = text_width(said, sizes.LINK_TEXT, bold=True) + 8
        text = Text((said,), 14, y + 2.7, sizes.LINK_TEXT, "line", bold=True)
        self.made.headings.append(Box("line-label", 10, y - 6, room, 12, fill="bg", texts=(text,), radius=2))

    def _cards(self, mood_top: float) -> None:
        mood = Mood(self.content, mood_top, self.layout.column_x, self.made.width)
        badged = {(card.row, card.place) for card in all_cards(self.content) if card.badges}
        for index, column in enumerate(self.content.columns):
            if column.is_margin:
                continue
            self.made.boxes += mood.dots(index)
            for layer in LAYERS:
                for card in column.cells[layer]:
                    self.made.boxes += card_boxes(
                        card, self.content.words, badged_row=(card.row, card.place) in badged
                    )

    def _links(self) -> None:
        for path in self.layout.paths:
            link = path.link
            source, target = link.ends or (link.source.id, link.target.id)
            self.made.boxes += letter_tags(path)
            back = " back" if link.goes_back and link.kind == "flow" else ""
            role, width, dash = LINK_STYLES[back.strip() or link.kind]
            said = f"{link.source.text} → {link.target.text}" + (f" ({link.label})" if link.label else "")
            self.made.links.append(
                Route(
                    f"link {link.kind}{back}",
                    tuple(path.points),
                    role,
                    width,
                    id=f"link.{source}--{target}",
                    dash=dash,
                    head=link.kind != "implicit" and not link.target.letter,
                    tail=link.both and not link.source.letter,
                    source=source,
                    target=target,
                    title=said,
                )
            )
        kept = ("card", "badge", "step", "phase", "line-label")
        boxes = [box for box in (*self.made.boxes, *self.made.headings) if box.css.startswith(kept)]
        self.made.labels = place_labels(self.layout, boxes, list(self.layout.line_y.values()))


def _day(content: Content) -> str:
    reviewed = content.blueprint.reviewed
    if reviewed is None:
        return ""
    return f"{reviewed:%d/%m/%Y}" if content.lang == "fr" else reviewed.isoformat()


def _description(content: Content, arrows: Arrows) -> str:
    """What a reader who cannot see the picture is told: counts, the lowest emotion and where."""
    fails = sum(len(action.fail_points) for _, _, action in content.blueprint.actions())
    words, lang = swimlane_words(content.lang), content.lang
    said = words.says.format(
        steps=counted(len(content.columns), words.steps, lang),
        lanes=counted(len(content.layers), words.lanes, lang),
        links=counted(len(arrows.links), words.links, lang),
        fails=counted(fails, words.fails, lang),
    )
    lows = [(value, column.title) for column in content.columns for value in column.emotions.values()]
    scenario = content.show(content.blueprint.scenario) if content.blueprint.scenario else ""
    lowest = min(lows, default=None, key=lambda pair: pair[0])
    mood = f"{content.words.mood}: {signed(lowest[0])}, {lowest[1]}." if lowest else ""
    return " ".join(part for part in (scenario, said, content.show(mood)) if part)
