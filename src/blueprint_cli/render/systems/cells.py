"""What stands in the matrix: the card of a system, what happens when it is down, and how a step hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.plurals import counted
from blueprint_cli.model.fields import slug
from blueprint_cli.render.blocks.block import SMALL, Block, Fitted, Paragraph, Pill
from blueprint_cli.render.blocks.heading import listed
from blueprint_cli.render.drawing.scene import Box
from blueprint_cli.render.drawing.tooltips import system_tooltip
from blueprint_cli.render.systems.sizes import BAR_H, BAR_W, CARD_W, COLUMN_W, IMPACT_W

if TYPE_CHECKING:
    from blueprint_cli.render.systems.content import Standing, SystemMap, Using

CUT, REACHED = "5 3", "1.5 2.5"
"""The dashes of a cell that a broken link keeps data from, and of one that gets it through another system."""


def system_card(found: SystemMap, standing: Standing) -> Fitted:
    """The card of a system: its name, what it is, whose it is."""
    entry, words = standing.entry, found.words
    external = bool(entry and entry.external)
    facts = (words.kinds[entry.kind] if entry else "", words.external if external else "")
    owner = found.showing.team(entry.owner) if entry else ""
    pills = (
        *((Pill(owner, "owner", "tab.support", loud=True),) if owner else ()),
        *(
            (Pill(words.single_point, "single-point", "broken", loud=True),)
            if found.is_single_point(standing)
            else ()
        ),
        *((Pill(words.unused, "unused", "pain"),) if found.is_unused(standing) else ()),
    )
    block = Block(
        "card support system external" if external else "card support system",
        (
            Paragraph(standing.name, 10, bold=True),
            Paragraph(listed(facts), SMALL, "ink", gap=1, css="kind"),
            Paragraph(found.showing.show(entry.note) if entry else "", SMALL, "ink", gap=2, css="note"),
        ),
        id=found.ids.unique(f"system.{slug(standing.key) or 'x'}"),
        at=entry.at if entry and not entry.catalogue else f"systems[{standing.key}]",
        title=system_tooltip(standing.key, entry, found.content),
        pills=pills,
        fill="bg" if external else "card.support",
        stroke="tab.support",
    )
    return Fitted(block, CARD_W)


def impact(found: SystemMap, standing: Standing) -> Fitted:
    """How many steps stop with a system, and how many more lack its data."""
    words, count, more = found.words, len(standing.uses), len(standing.reached)
    lang, total = found.showing.lang, len(found.columns)
    stops = tuple(form.replace("{all}", str(total)) for form in words.stops)
    said = counted(count, (stops[0], stops[1]), lang) if count else words.no_step
    others = counted(more, words.lacks if count else words.only_lacks, lang) if more else ""
    role = "broken" if found.is_single_point(standing) else "ink" if count else "muted"
    return Fitted(
        Block("impact", (Paragraph(said, 9.5, role, bold=True), Paragraph(others, 8, "ink", gap=1))), IMPACT_W
    )


def bar_boxes(found: SystemMap, standing: Standing, x: float, y: float) -> list[Box]:
    """The share of the steps that stop (full) or lack data (open), on a track as long as all of them."""
    total = len(found.columns)
    role = "broken" if found.is_single_point(standing) else "tab.support"
    full = BAR_W * len(standing.uses) / total
    half = BAR_W * len(standing.reached) / total
    boxes = [Box("bar", x, y, BAR_W, BAR_H, fill="bg", stroke="grid", stroke_width=0.8)]
    if full:
        boxes.append(Box("bar direct", x, y, full, BAR_H, fill=role))
    if half:
        boxes.append(
            Box(
                "bar indirect",
                x + full,
                y,
                half,
                BAR_H,
                fill="bg",
                stroke=role,
                stroke_width=0.9,
                dash=REACHED,
            )
        )
    return boxes


def cell(found: SystemMap, standing: Standing, column: int) -> list[Fitted]:
    """How a step hangs on a system: a block for each way that a layer uses it, or one that says through what."""
    step = found.columns[column].id.removeprefix("step.")
    key = slug(standing.key) or "x"
    name = f"{key}.{step}"
    if column in standing.uses:
        return [
            Fitted(_use(found, uses, found.ids.unique(f"use.{name}")), COLUMN_W)
            for uses in alike(standing.uses[column])
        ]
    if column in standing.reached:
        text = found.words.through.format(text=standing.reached[column])
        block = Block("reach", (Paragraph(text, 8, most=3),), id=found.ids.unique(f"reach.{name}"), fill="bg",
                      stroke="tab.support", dash=REACHED, title=found.words.indirect)  # fmt: skip
        return [Fitted(block, COLUMN_W)]
    if column in standing.cut:
        text = found.words.cut.format(text=standing.cut[column])
        block = Block("cut", (Paragraph(text, 8, "broken", bold=True, most=3),), id=found.ids.unique(f"cut.{name}"),
                      fill="bg", stroke="broken", dash=CUT, title=found.words.not_fed)  # fmt: skip
        return [Fitted(block, COLUMN_W)]
    return []


def cell_uses(standing: Standing, cells: list[list[Fitted]]) -> dict[str, tuple[Using, ...]]:
    """The uses that stand in every block of a row, by its id."""
    found = {}
    for column, uses in standing.uses.items():
        for block, group in zip(cells[column], alike(uses), strict=True):
            found[block.block.id] = tuple(group)
    return found


def alike(uses: list[Using]) -> list[list[Using]]:
    """Uses of one layer by one way together, in the order of the map."""
    groups: dict[tuple[str, str, bool], list[Using]] = {}
    for using in uses:
        groups.setdefault((using.layer, using.use.by, using.use.broken), []).append(using)
    return list(groups.values())


def _use(found: SystemMap, uses: list[Using], name: str) -> Block:
    first, words, show = uses[0], found.words, found.showing.show
    broken = first.use.broken
    way = words.by[first.use.by]
    head = ("✗ " if broken else "") + way[:1].upper() + way[1:]
    labels = listed(dict.fromkeys(show(using.use.label) for using in uses))
    actions = list(dict.fromkeys(show(using.action.action) for using in uses))
    hand = first.use.by == "hand"
    return Block(
        f"use {first.layer}{' broken' if broken else ''}",
        (
            Paragraph(head, 8.5, "broken" if broken else "ink", bold=True),
            Paragraph(listed(actions), SMALL, most=3, gap=1),
            Paragraph(labels, SMALL, "muted" if broken else "ink", most=2, gap=1),
        ),
        id=name,
        at=first.use.at,
        title="\n".join((*actions, *(show(using.use.note) for using in uses if using.use.note))),
        fill="bg" if broken else f"card.{first.layer}",
        stroke="broken" if broken else f"tab.{first.layer}",
        dash=CUT if broken else "2 2.5" if hand else "",
        bar=first.layer,
    )
