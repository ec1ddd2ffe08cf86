"""Cards with what they carry: pills for owner and time, badges on the top edge, a tag, an edge for what is only assumed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.metrics import is_right_to_left, text_width
from blueprint_cli.render.drawing.scene import Box, Text
from blueprint_cli.render.drawing.wrapping import cut, wrap

if TYPE_CHECKING:
    from blueprint_cli.language.wording import Words
    from blueprint_cli.render.drawing.cards import Badge, Card
    from blueprint_cli.render.drawing.paths import Path
    from blueprint_cli.render.drawing.scene import Shape

BADGES: dict[Badge, tuple[Shape, str, str]] = {
    "F": ("octagon", "bad", "fail"),
    "!": ("triangle", "pain", "pain"),
    "W": ("circle", "mid", "wait"),
    "M": ("hexagon", "hand", "manual"),
}
"""Shape, colour role and class of every badge, in the order of the legend."""

_BASELINE = 0.36
_PILL_PAD, _OVER_PAD = 10.0, 16.0
_PILL_LEADING, _ROUNDER = 9.0, 5.0
_ROOM = sizes.CARD_W - 2 * sizes.CARD_PAD


def badge_word(badge: Badge, words: Words) -> str:
    """What a badge means."""
    return {"F": words.fail_point, "!": words.pain_point, "W": words.waiting, "M": words.manual}[badge]


def card_boxes(card: Card, words: Words, *, badged_row: bool) -> list[Box]:
    """A card and its parts: one box for the outline and the text, one for each pill and badge."""
    shift = sizes.BADGE_SHIFT if badged_row else 0
    outline = Box(
        f"card {card.layer}{' system' if card.system else ''}{' background' if card.background else ''}",
        card.x,
        card.y,
        sizes.CARD_W,
        card.h,
        id=card.id,
        at=card.at,
        radius=sizes.CARD_RADIUS,
        fill=f"card.{card.layer}",
        stroke=f"tab.{card.layer}",
        stroke_width=1,
        dash="5 3" if card.background else "1.5 2" if card.basis == "proposed" else "",
        texts=(_body(card, shift),),
        title=card.title,
    )
    return [outline, *_assumed_edge(card), *_tag(card), *_pills(card), *_badges(card, words)]


def _body(card: Card, shift: float) -> Text:
    rtl = is_right_to_left(card.text)
    x = card.x + sizes.CARD_W - sizes.CARD_PAD if rtl else card.x + sizes.CARD_PAD
    baseline = card.y + sizes.CARD_PAD + shift + sizes.BODY * 0.82
    return Text(card.lines, x, baseline, sizes.BODY, leading=sizes.BODY_LEADING, rtl=rtl, css="body")


def _assumed_edge(card: Card) -> list[Box]:
    if card.basis != "assumed":
        return []
    return [
        Box(
            "assumed",
            card.x + 0.5,
            card.y + sizes.CARD_RADIUS,
            4,
            card.h - 2 * sizes.CARD_RADIUS,
            shape="hatch",
            stroke=f"tab.{card.layer}",
            stroke_width=0.9,
            parent=card.id,
        )
    ]


def _pill_top(card: Card) -> float:
    return card.y + card.h - sizes.CARD_PAD - sizes.PILL_H + 2


def pill_rows(card: Card) -> int:
    """In how many rows a card's pills stand: owner and time side by side where the owner's name is not cut for it."""
    below = len(_owner_lines(card)) - 1 if card.owner else 0
    return bool(card.tag) + bool(card.owner or card.time) + _is_owner_above(card) + max(below, 0)


def _owner_lines(card: Card) -> tuple[str, ...]:
    """The owner's name, in two lines where it is too long for one."""
    room = _ROOM - _PILL_PAD
    if text_width(card.owner, sizes.PILL_TEXT, bold=True) > room:
        room -= _ROUNDER
    return wrap(card.owner, room, sizes.PILL_TEXT, bold=True, most=2)


def _is_owner_above(card: Card) -> bool:
    if not (card.owner and card.time):
        return False
    lines = _owner_lines(card)
    owner = max(text_width(line, sizes.PILL_TEXT, bold=True) for line in lines) + _pad(lines)
    return owner + 6 + _time_width(card) > _ROOM


def _pad(lines: tuple[str, ...]) -> float:
    """Room beside a pill's words: its ends are as round as it is high."""
    return _PILL_PAD if len(lines) == 1 else _PILL_PAD + _ROUNDER


def _time_width(card: Card) -> float:
    pad = _OVER_PAD if card.over else _PILL_PAD
    return text_width(card.time, sizes.PILL_TEXT, bold=True) + pad if card.time else 0


def _tag(card: Card) -> list[Box]:
    if not card.tag:
        return []
    text = cut(card.tag, sizes.CARD_W - 2 * sizes.CARD_PAD - 12, sizes.PILL_TEXT)
    top = _pill_top(card) - (sizes.PILL_H + 2) * (pill_rows(card) - 1)
    roles = ("pill", f"tab.{card.layer}", f"tab.{card.layer}")
    tag = _pill("tag", card, (text,), card.x + sizes.CARD_PAD, top, roles, bold=False)
    # The corners of a system's card, for the system that a support process stands for.
    return [replace(tag, shape="box") if card.layer == "support" and card.systems else tag]


def _pills(card: Card) -> list[Box]:
    found: list[Box] = []
    top = _pill_top(card)
    time_width = _time_width(card)
    if card.owner:
        roles = (f"tab.{card.layer}", "none", "mark")
        lines = _owner_lines(card)
        above = (sizes.PILL_H + 2) * _is_owner_above(card) + _PILL_LEADING * (len(lines) - 1)
        found.append(_pill("owner", card, lines, card.x + sizes.CARD_PAD, top - above, roles))
    if card.time:
        left = card.x + sizes.CARD_W - sizes.CARD_PAD - time_width
        roles = ("broken", "none", "mark") if card.over else ("pill", f"tab.{card.layer}", "ink")
        pill = _pill("time over" if card.over else "time", card, (card.time,), left, top, roles)
        # The shape tells it from an owner's pill where colours do not.
        found.append(
            replace(pill, shape="hexagon", w=time_width, texts=_centred(pill, left + time_width / 2))
            if card.over
            else pill
        )
    return found


def _centred(box: Box, middle: float) -> tuple[Text, ...]:
    return tuple(replace(text, x=middle) for text in box.texts)


def _pill(
    css: str,
    card: Card,
    lines: tuple[str, ...],
    left: float,
    top: float,
    roles: tuple[str, str, str],
    *,
    bold: bool = True,
) -> Box:
    fill, stroke, ink = roles
    width = max(text_width(line, sizes.PILL_TEXT, bold=bold) for line in lines) + _pad(lines)
    baseline = top + sizes.PILL_H / 2 + sizes.PILL_TEXT * _BASELINE
    words = Text(
        lines,
        left + width / 2,
        baseline,
        sizes.PILL_TEXT,
        ink,
        bold=bold,
        anchor="middle",
        leading=_PILL_LEADING if len(lines) > 1 else 0,
        rtl=is_right_to_left(lines[0]),
    )
    edge = 0.9 if stroke != "none" else 0
    return Box(
        css,
        left,
        top,
        width,
        sizes.PILL_H + _PILL_LEADING * (len(lines) - 1),
        shape="pill",
        fill=fill,
        stroke=stroke,
        stroke_width=edge,
        texts=(words,),
        parent=card.id,
    )


def _badges(card: Card, words: Words) -> list[Box]:
    return [
        badge_box(
            badge,
            card.x + sizes.CARD_W - 20 - sizes.BADGE_STEP * index,
            card.y - sizes.BADGE / 2,
            words,
            parent=card.id,
        )
        for index, badge in enumerate(reversed(card.badges))
    ]


def letter_tags(path: Path) -> list[Box]:
    """The round letters where a way leaves the page or comes from another one."""
    found = []
    for (card, side, _), (x, y) in zip(path.ends(), (path.points[0], path.points[-1]), strict=True):
        if card.letter:
            half = sizes.LETTER / 2
            middle = x + (half if side == "left" else -half)
            letter = Text((card.letter,), middle, y + 8 * _BASELINE, 8, "line", bold=True, anchor="middle")
            found.append(
                Box("letter", middle - half, y - half, sizes.LETTER, sizes.LETTER, shape="circle", fill="bg",
                    stroke="line", stroke_width=1.2, texts=(letter,), title=card.title)
            )  # fmt: skip
    return found


def badge_box(badge: Badge, x: float, y: float, words: Words, *, parent: str = "") -> Box:
    """A letter in its shape, ringed with the page's colour."""
    shape, role, css = BADGES[badge]
    drop = 1.2 if shape == "triangle" else 0
    baseline = y + sizes.BADGE / 2 + 8 * _BASELINE + drop
    letter = Text((badge,), x + sizes.BADGE / 2, baseline, 8, "mark", bold=True, anchor="middle")
    return Box(
        f"badge {css}",
        x,
        y,
        sizes.BADGE,
        sizes.BADGE,
        shape=shape,
        fill=role,
        stroke="bg",
        stroke_width=1,
        texts=(letter,),
        title=badge_word(badge, words),
        parent=parent,
    )
