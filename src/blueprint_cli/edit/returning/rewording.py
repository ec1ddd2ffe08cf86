"""Cards that the file words otherwise today: what is left in a step and lane on both sides once the rest was found."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from blueprint_cli.workbook.anchors import SHOWN_TEXT
from blueprint_cli.workbook.reading.bullets import cards_in
from blueprint_cli.workbook.returning.outline import id_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from blueprint_cli.edit.returning.matching import Matched
    from blueprint_cli.workbook.returning.outline import Item, Outline
    from blueprint_cli.workbook.returning.returned import Returned

_SO_ALIKE = 0.6
_WORD = re.compile(r"\w+")


def match_reworded(returned: Returned, today: Outline, matched: Matched) -> None:
    """Match cards with those that stand in their place and say nearly the same; a lone one perhaps with whatever stands there."""
    base, fold = returned.outline, returned.reading.fold
    known = set(matched.items.values())
    typed = typed_anew(returned)
    for step, lane in {(item.step, item.lane): None for item in base.items.values()}:
        there = today.steps.get(matched.steps.get(step, ""))
        sent = [item for item in base.steps[step].lanes[lane] if item.at not in matched.items]
        now = [
            item
            for item in (there.lanes.get(lane, ()) if there else ())
            if item.at not in known and fold(item.text) not in typed
        ]
        if not sent or not now:
            continue
        for one, other in _alike(sent, now, returned):
            matched.items[one.at] = other.at
            sent.remove(one)
            now.remove(other)
        if len(sent) == len(now) == 1:
            matched.perhaps[sent[0].at] = now[0].at
        elif now:
            matched.unsure.update(item.at for item in sent)


def typed_anew(returned: Returned) -> frozenset[str]:
    """The texts that the client put in: where the file has them, they came with an earlier import."""
    fold, sheet = returned.reading.fold, returned.grid.sheet
    cells = [said for place in returned.placed.fresh for said in cards_in(sheet.cells[place].value)]
    rows = [row.value(SHOWN_TEXT) for row in returned.tables.new_rows]
    return frozenset(fold(value) for value in (*cells, *rows))


def _alike(sent: list[Item], now: list[Item], returned: Returned) -> Iterator[tuple[Item, Item]]:
    """Those that are like each other and like nothing else."""
    fold = returned.reading.fold

    def likes(item: Item, others: Collection[Item]) -> list[Item]:
        return [
            other
            for other in others
            if _is_like(fold(item.text), fold(other.text)) and not _are_two(item, other)
        ]

    for item in list(sent):
        found = likes(item, now)
        if len(found) == 1 and likes(found[0], sent) == [item]:
            yield item, found[0]


def _are_two(one: Item, other: Item) -> bool:
    """Whether two cards have ids, and not the same one."""
    return bool(id_in(one.at) and id_in(other.at))


def _is_like(one: str, other: str) -> bool:
    """Whether one text may be the other in other words: most of its letters, or all words of the shorter one."""
    words, others = (set(_WORD.findall(text.casefold())) for text in (one, other))
    if words and others and (words <= others or others <= words):
        return True
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio() >= _SO_ALIKE
