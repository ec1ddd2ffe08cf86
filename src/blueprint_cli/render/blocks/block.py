"""A block: paragraphs and pills in a frame, measured before it has a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.metrics import is_right_to_left, text_width
from blueprint_cli.render.drawing.scene import Box, Text
from blueprint_cli.render.drawing.wrapping import cut, wrap

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.scene import Shape

PAD = 8.0
BODY, SMALL = 9.0, 7.5
LEADING = 1.27
PILL_H, PILL_GAP, PILL_PAD = 12.0, 4.0, 10.0
EDGE_W = 4.0
_ASCENT, _BASELINE = 0.82, 0.36


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of one size and colour; `most` is its greatest number of lines, None for as many as it takes.

    `gap` is the room above it, where it is not the first one.
    """

    text: str
    size: float = BODY
    role: str = "ink"
    bold: bool = False
    most: int | None = None
    gap: float = 3
    css: str = "body"


@dataclass(frozen=True, slots=True)
class Pill:
    """A short text in a round frame; `loud` fills it with its colour."""

    text: str
    css: str = "owner"
    role: str = "muted"
    loud: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """What a frame holds.

    Attributes:
        css, id, at, title: as a Box has them.
        assumed: hatched along its left edge.
        bar: layer whose colour (or pattern, in black and white) the left edge has; empty for none.
        pad: room between the frame and what it holds.
    """

    css: str
    paragraphs: tuple[Paragraph, ...]
    id: str = ""
    at: str = ""
    title: str = ""
    pills: tuple[Pill, ...] = ()
    fill: str = "none"
    stroke: str = "none"
    dash: str = ""
    radius: float = 4
    assumed: bool = False
    bar: str = ""
    pad: float = PAD


@dataclass
class Fitted:
    """A block set to a width: its lines, its rows of pills and the height that it needs."""

    block: Block
    width: float
    lines: list[tuple[str, ...]] = field(init=False)
    rows: list[list[tuple[Pill, str, float]]] = field(init=False)
    height: float = field(init=False)

    def __post_init__(self) -> None:
        """Break the paragraphs and fill the rows of pills."""
        room = self.width - 2 * self.block.pad
        kept = [paragraph for paragraph in self.block.paragraphs if paragraph.text]
        self.kept = kept
        self.lines = [
            wrap(part.text, room, part.size, bold=part.bold, most=part.most) or ("",) for part in kept
        ]
        self.rows = list(_rows(self.block.pills, room))
        text = sum(
            len(lines) * part.size * LEADING for part, lines in zip(kept, self.lines, strict=True)
        ) + sum(part.gap for part in kept[1:])
        pills = len(self.rows) * (PILL_H + 3) + (1 if kept and self.rows else -3 if self.rows else 0)
        self.height = 2 * self.block.pad + text + pills - 2

    def boxes(self, x: float, y: float, height: float | None = None) -> list[Box]:
        """The frame with its texts, the left edge, and the pills at the bottom; `height` may be larger than needed."""
        h = self.height if height is None else height
        block = self.block
        frame = Box(
            block.css,
            x,
            y,
            self.width,
            h,
            id=block.id,
            at=block.at,
            radius=block.radius,
            fill=block.fill,
            stroke=block.stroke,
            stroke_width=0 if block.stroke == "none" else 1,
            dash=block.dash,
            texts=tuple(self._texts(x, y)),
            title=block.title,
            shape="none" if block.fill == block.stroke == "none" else "rect",
        )
        return [frame, *self._edge(x, y, h), *self._pills(x, y + h)]

    def _texts(self, x: float, y: float) -> list[Text]:
        found = []
        y += self.block.pad - 1
        for index, (part, lines) in enumerate(zip(self.kept, self.lines, strict=True)):
            y += part.gap if index else 0
            rtl = is_right_to_left(part.text)
            leading = part.size * LEADING
            found.append(
                Text(
                    lines,
                    x + self.width - self.block.pad if rtl else x + self.block.pad,
                    y + part.size * _ASCENT,
                    part.size,
                    part.role,
                    part.bold,
                    leading=leading,
                    rtl=rtl,
                    css=part.css,
                )
            )
            y += leading * len(lines)
        return found

    def _edge(self, x: float, y: float, h: float) -> list[Box]:
        """The left edge: hatched for what is only assumed, or in the look of a layer."""
        block, found = self.block, []
        place = (x + 0.5, y + 4, EDGE_W, h - 8)
        if block.assumed:
            found.append(
                Box("assumed", *place, shape="hatch", stroke=block.stroke, stroke_width=0.9, parent=block.id)
            )
        if block.bar:
            found.append(
                Box("layer-bar", *place, fill=f"tab.{block.bar}", pattern=block.bar, parent=block.id)
            )
        return found

    def _pills(self, x: float, bottom: float) -> list[Box]:
        found = []
        top = bottom - self.block.pad + 1 - len(self.rows) * (PILL_H + 3) + 3
        for row in self.rows:
            left = x + self.block.pad
            for pill, text, width in row:
                found.append(pill_box(pill, text, left, top, width, parent=self.block.id))
                left += width + PILL_GAP
            top += PILL_H + 3
        return found


def _rows(pills: tuple[Pill, ...], room: float) -> list[list[tuple[Pill, str, float]]]:
    rows: list[list[tuple[Pill, str, float]]] = []
    left = room + 1
    for pill in pills:
        text = cut(pill.text, room - PILL_PAD, SMALL, bold=True)
        width = text_width(text, SMALL, bold=True) + PILL_PAD
        if width > left or not rows:
            rows.append([])
            left = room
        rows[-1].append((pill, text, width))
        left -= width + PILL_GAP
    return rows


def pill_box(pill: Pill, text: str, x: float, y: float, width: float, *, parent: str = "") -> Box:
    """A pill at a place."""
    words = Text(
        (text,),
        x + width / 2,
        y + PILL_H / 2 + SMALL * _BASELINE,
        SMALL,
        "mark" if pill.loud else "ink",
        bold=True,
        anchor="middle",
        rtl=is_right_to_left(text),
    )
    shape: Shape = "pill"
    return Box(
        pill.css,
        x,
        y,
        width,
        PILL_H,
        shape=shape,
        fill=pill.role if pill.loud else "pill",
        stroke="none" if pill.loud else pill.role,
        stroke_width=0 if pill.loud else 0.9,
        texts=(words,),
        parent=parent,
    )
