"""Which arrows there are: a solid arrow is what the file says, a thin line without a head is order within a step only."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from blueprint_cli.analysis.flow import END, flow_of
from blueprint_cli.render.drawing.cards import way_words
from blueprint_cli.render.drawing.links import Arrows, Kind, Link
from blueprint_cli.render.drawing.sifting import without_hidden

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.model.actions import Action, Use
    from blueprint_cli.model.directory import Feed
    from blueprint_cli.render.drawing.cards import Card, Column, Content

_NEAR = 3
"""So many cards of a system on each side are looked at for the nearest one."""
_SIDE_BY_SIDE = ("customer", "frontstage", "backstage", "support")


def arrows_of(content: Content) -> Arrows:
    """All arrows of a map; two between the same two cards become one with two heads."""
    made = Arrows()
    found = [
        *_journey(content),
        *(link for column in content.columns for link in _within(column)),
        *_after(content),
        *(link for column in content.columns for link in _uses(column, content)),
        *_serves(content),
        *_feeds(content, made.unplaced),
    ]
    merged: dict[tuple[str, str], Link] = {}
    for link in found:
        back = merged.get((link.target.id, link.source.id))
        same = merged.get((link.source.id, link.target.id))
        if back is not None and not link.goes_back and not back.goes_back:
            back.both = True
            back.label = back.label or link.label
        elif same is not None:
            same.label = same.label or link.label
            same.kind = link.kind if same.kind == "implicit" else same.kind
        else:
            merged[link.source.id, link.target.id] = link
    made.links = without_hidden(content, list(merged.values()))
    return made


def _journey(content: Content) -> Iterator[Link]:
    """From the last customer card of a step to the first of each step that follows; steps without one are passed by."""
    flow = flow_of(content.blueprint)
    for index, column in enumerate(content.columns):
        sources = column.cells["customer"]
        if not sources:
            continue
        for way, (target, _) in enumerate(flow.ways[index]):
            landing = _landing(content, target)
            if landing is not None:
                card = content.columns[landing].cells["customer"][0]
                yield Link(
                    sources[-1], card, label=_way_label(column, way, content), goes_back=landing <= index
                )


def _landing(content: Content, target: int) -> int | None:
    if target == END:
        return None
    later = range(target, len(content.columns))
    return next((index for index in later if content.columns[index].cells["customer"]), None)


def _way_label(column: Column, way: int, content: Content) -> str:
    ways = column.step.next
    if not ways or way >= len(ways) or (len(ways) == 1 and not ways[0].label):
        return ""
    return way_words(ways[way], content)


def _within(column: Column) -> Iterator[Link]:
    cells = column.cells
    customer, front, back = cells["customer"], cells["frontstage"], cells["backstage"]
    if customer and front:
        yield Link(customer[-1], front[0], both=True)
    actions = {action.at: action for _, action in column.step.actions()}
    for layer in _SIDE_BY_SIDE[:3]:
        for first, second in zip(cells[layer], cells[layer][1:], strict=False):
            if actions[second.at].after is None:
                yield Link(first, second, "implicit")
    if front and back:
        visible, hidden = actions[front[-1].at], actions[back[0].at]
        if hidden.after is None and not _waits(visible, hidden):
            yield Link(front[-1], back[0], "implicit")


def _waits(action: Action, other: Action) -> bool:
    return other.id is not None and any(entry.id == other.id for entry in action.after or ())


def _after(content: Content) -> Iterator[Link]:
    cards, columns = _by_id(content)
    for _, _, action in content.blueprint.actions():
        target = content.cards_by_action[action.at]
        for entry in action.after or ():
            source = cards.get(entry.id) or (
                _closing(columns[entry.id], target) if entry.id in columns else None
            )
            if source is not None and source is not target:
                yield Link(source, target, label=content.show(entry.label) if entry.label else "")


def _by_id(content: Content) -> tuple[dict[str, Card], dict[str, Column]]:
    """What a reference may name: cards by their action's id, columns by their step's."""
    actions = [action for _, _, action in content.blueprint.actions()]
    cards = {action.id: content.cards_by_action[action.at] for action in actions if action.id}
    return cards, {column.step.id: column for column in content.columns if column.step.id}


def _closing(column: Column, target: Card) -> Card | None:
    """The card that stands for the end of a step: the last one of the same layer, else of the nearest."""
    order = sorted(_SIDE_BY_SIDE, key=lambda layer: abs(_SIDE_BY_SIDE.index(layer) - max(target.row - 1, 0)))
    for layer in order:
        stack = [card for card in column.cells[layer] if not card.system]
        if stack:
            return stack[-1]
    return None


def _uses(column: Column, content: Content) -> Iterator[Link]:
    for layer, action in column.step.actions():
        source = content.cards_by_action[action.at]
        for use in action.uses:
            target = next(
                (card for card in content.systems.get(use.system, ()) if card.column == source.column), None
            )
            if target is not None and target is not source and layer != "support":
                yield Link(source, target, _use_kind(use), _use_label(use, content))


def _use_kind(use: Use) -> Kind:
    return "broken" if use.broken else "hand" if use.by == "hand" else "uses"


def _use_label(use: Use, content: Content) -> str:
    return content.show(use.label) if use.label else _by(use.by, content)


def _by(by: str | None, content: Content) -> str:
    if content.asked.detail == "simple":
        return ""
    words = content.words
    return {"api": words.by_api, "file": words.by_file, "hand": words.by_hand}.get(by or "", "")


def _serves(content: Content) -> Iterator[Link]:
    cards, columns = _by_id(content)
    for _, _, action in content.blueprint.actions():
        source = content.cards_by_action[action.at]
        for name in action.serves:
            target = cards.get(name) or (_served(columns[name], source) if name in columns else None)
            if target is not None and target is not source:
                yield Link(source, target, "serves")


def _served(column: Column, source: Card) -> Card | None:
    for layer in ("backstage", "frontstage", "customer"):
        stack = [card for card in column.cells[layer] if card is not source]
        if stack:
            return stack[-1]
    return None


def _feeds(content: Content, unplaced: list[str]) -> Iterator[Link]:
    for name, system in content.blueprint.systems.items():
        for feed in system.feeds:
            pair = _closest(content.systems.get(name, ()), content.systems.get(feed.to, ()))
            if pair is None:
                unplaced.append(_feed_in_words(name, feed, content))
            else:
                label = content.show(feed.label) if feed.label else _by(feed.by, content)
                kind: Kind = "broken" if feed.broken else "hand" if feed.by == "hand" else "uses"
                yield Link(*pair, kind, label, goes_back=False)


def _closest(sources: Sequence[Card], targets: Sequence[Card]) -> tuple[Card, Card] | None:
    """The pair in the nearest columns, the left one of equal pairs; both stand in the order of their columns."""
    columns = [target.column for target in targets]
    pairs = [
        (source, target)
        for source in sources
        for at in (bisect_left(columns, source.column),)
        for target in targets[max(at - _NEAR, 0) : at + _NEAR]
        if source is not target
    ]
    return min(pairs, key=lambda pair: (abs(pair[0].column - pair[1].column), pair[0].column), default=None)


def _feed_in_words(name: str, feed: Feed, content: Content) -> str:
    names = (content.show(content.blueprint.system_name(word)) for word in (name, feed.to))
    said = " → ".join(names)
    details = [
        content.show(feed.label) if feed.label else _by(feed.by, content),
        content.words.broken_link if feed.broken else "",
    ]
    told = ", ".join(detail for detail in details if detail)
    return f"{said} ({told})" if told else said
