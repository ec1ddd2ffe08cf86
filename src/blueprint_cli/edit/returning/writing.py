"""Revisions made in the text of a file, one after another, each read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.splicing.data import items_of, names_in
from blueprint_cli.edit.splicing.draft import STACKS, Draft
from blueprint_cli.edit.splicing.pieces import Piece
from blueprint_cli.edit.splicing.remarks import remarked
from blueprint_cli.findings import Change
from blueprint_cli.model.keys import main_field
from blueprint_cli.source.patches import NoSmallEdit
from blueprint_cli.source.writing import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.edit.returning.references import Reference
    from blueprint_cli.findings import Route
    from blueprint_cli.workbook.anchors import Key

Ref = str | int | tuple[int, int]
"""A thing of the workbook: a step or card by its address in base, a new step by its column, a new card by its cell, a new row by the name of its cell."""


class Writer:
    """A draft of the file, and what of it is which thing of the grid."""

    def __init__(self, sides: Sides) -> None:
        self.sides = sides
        self.draft = Draft(sides.document)
        self.steps: dict[Ref, int] = {}
        self._items: dict[Ref, int] = {}
        self.phases: dict[str, str] = {}
        for base, today in sides.matched.steps.items():
            route = sides.route(today)
            if route is not None:
                self.steps[base] = self.steps[today_ref(today)] = self.draft.steps[int(route[1])]
        for today in sides.outline.steps.keys() - sides.matched.steps.values():
            route = sides.route(today)
            if route is not None:
                self.steps[today_ref(today)] = self.draft.steps[int(route[1])]

    # Values; the routes are those of the file before anything was carried elsewhere

    def set(self, key: Key, data: Any) -> None:
        """Give a fact another value."""
        if key.field == "uses":
            self._set_uses(self._route(key), data)
            return
        if key.at.startswith("phases[") and self.sides.route(key.at) is None:
            self._rename_phase(key.at[len("phases[") : -1], data)
            return
        data = self._phase(data) if key.field == "phase" else data
        route = self._route(key)
        if self._is_bare_step(route):
            if len(route) > 2 and self._is_main(key):  # noqa: PLR2004 - below the step
                self.draft.change(Change("set", route[:2], value=data))
                return
            self.draft.open_step(self.draft.steps[int(route[1])])
        box = self.draft.value(route)
        if key.field == "emotion":
            self._set_emotion(route, key.entry, data)
        elif isinstance(box, dict) and key.field in box:
            place = (*route, key.field, *([int(key.entry)] if key.entry else []))
            self.draft.change(Change("set", place, value=data))
        elif key.at in self.sides.outline.steps or not route:
            self.draft.add_key(route, key.field, data)
        elif isinstance(box, str) and self._is_main(key):
            self.draft.change(Change("set", route, value=data))
        else:
            self.draft.change(Change("add", route, key.field, data))

    def _route(self, key: Key) -> Route:
        route = self.sides.route(key.at)
        if route is None:
            raise NoSmallEdit(())
        return route

    def _is_bare_step(self, route: Route) -> bool:
        """Whether a place is in a step that is a text alone."""
        return route[:1] == ("steps",) and isinstance(self.draft.value(route[:2]), str)

    def _is_main(self, key: Key) -> bool:
        return key.field == main_field(self._route(key))

    def _set_emotion(self, route: Route, who: str, data: int) -> None:
        self.draft.open_step(self.draft.steps[int(route[1])])
        now = self.draft.value(route).get("emotion")
        if now is None:
            if who:
                self.draft.change(Change("add", route, "emotion", {who: data}))
            else:
                self.draft.add_key(route, "emotion", data)
        elif isinstance(now, dict) and who in now:
            self.draft.change(Change("set", (*route, "emotion", who), value=data))
        elif isinstance(now, dict) and who:
            self.draft.change(Change("add", (*route, "emotion"), who, data))
        elif not isinstance(now, dict) and not who:
            self.draft.change(Change("set", (*route, "emotion"), value=data))
        else:
            raise NoSmallEdit(route)

    def _rename_phase(self, phase: str, data: str) -> None:
        """Where no phase is declared, its steps name it; those that were taken out of it do not any more."""
        steps = [step.route for step in self.sides.blueprint.whole.steps if step.phase == phase]
        routes = [route for route in steps if self.draft.value(route).get("phase") == phase]
        self.phases.pop(phase, None)
        self.draft.change(*(Change("set", (*route, "phase"), value=data) for route in routes))
        self.phases[phase] = data

    def _phase(self, data: Any) -> Any:
        """A phase as its steps name it by now."""
        return self.phases.get(data, data) if isinstance(data, str) else data

    def _set_uses(self, route: Route, data: list[Any]) -> None:
        if self._is_bare_step(route):
            self.draft.open_step(self.draft.steps[int(route[1])])
        box = self.draft.value(route)
        now = items_of(box.get("uses")) if isinstance(box, dict) else []
        wanted = [use if isinstance(use, (str, dict)) else now[int(use.route[-1])] for use in data]
        if not now:
            value: Any = wanted[0] if len(wanted) == 1 and isinstance(wanted[0], str) else wanted
            self.draft.change(Change("add", route, "uses", value))
        elif isinstance(box["uses"], list) and wanted[: len(now)] == now:
            self.draft.append((*route, "uses"), wanted[len(now) :])
        else:
            value = wanted if isinstance(box["uses"], list) or len(wanted) > 1 else wanted[0]
            self.draft.change(Change("set", (*route, "uses"), value=value))

    def declare(self, shelf: str, key: str, data: Any) -> None:
        """Put a team or a system among those that the file declares."""
        self.draft.change(Change("add", (shelf,), key, data))

    def declare_phase(self, data: Any, left: Sequence[str], right: Sequence[str]) -> None:
        """Put a phase among the declared ones: behind the nearest on its left, else before the nearest on its right."""
        self.draft.claim("phases")
        ids = names_in(items_of(self.draft.document.data.get("phases")))
        behind = (ids.index(name) + 1 for name in left if name in ids)
        before = (ids.index(name) for name in right if name in ids)
        index = next(behind, None)
        piece = Piece(data, flow=written(data, flow=True))
        self.draft.insert_in((), "phases", next(before, len(ids)) if index is None else index, piece)

    def unset(self, key: Key) -> None:
        """Take a fact away."""
        route = self._route(key)
        place = (*route, key.field)
        if key.entry and key.field == "emotion":
            now = self.draft.value(place)
            place = (*place, key.entry) if len(now) > 1 else place
        self.draft.remove_key(place)

    def remark(self, route: Route, lines: Sequence[str]) -> None:
        """Write a remark above a part."""
        self.draft.remark(route, lines)

    # Steps and cards

    def index_of_step(self, left: Sequence[Ref]) -> int:
        """Where a step goes that has these on its left, the nearest first."""
        for ref in left:
            token = self.steps.get(ref)
            if token in self.draft.steps:
                return self.draft.steps.index(token) + 1
        return 0

    def index_in(self, step: int, lane: str, above: Sequence[Ref], below: Sequence[Ref]) -> int:
        """Where a card goes that has these above and below it, the nearest first."""
        stack = self.draft.stacks[step, lane]
        for ref in above:
            if (token := self._token(ref)) in stack:
                return stack.index(token) + 1
        for ref in below:
            if (token := self._token(ref)) in stack:
                return stack.index(token)
        return len(stack)

    def add_step(self, column: int, left: Sequence[Ref], data: Any, cells: dict[str, list[Ref]]) -> None:
        """Put in a step that came with a new column."""
        if isinstance(data, dict) and "phase" in data:
            data = {**data, "phase": self._phase(data["phase"])}
        token = self.draft.insert_step(self.index_of_step(left), Piece(data))
        self.steps[column] = token
        for lane in STACKS:
            for ref, item in zip(cells.get(lane, ()), self.draft.stacks[token, lane], strict=False):
                self._items[ref] = item

    def add(
        self, ref: Ref, step: Ref, lane: str, data: Any, above: Sequence[Ref] = (), below: Sequence[Ref] = (),
        *, remark: Sequence[str] = (),
    ) -> None:  # fmt: skip
        """Put in a card that was typed into an empty cell or a new row, with the remark about it."""
        token = self._step(step)
        index = self.index_in(token, lane, above, below)
        piece = remarked(self.draft.document, data, remark) if remark else Piece(data)
        self._items[ref] = self.draft.insert(token, lane, index, piece)

    def add_fail_point(self, ref: Ref, data: Any) -> None:
        """Put in what may go wrong with a card."""
        self.draft.put_in(self._item(ref), "fail_points", Piece(data))

    def move(self, ref: Ref, step: Ref, lane: str, above: Sequence[Ref], below: Sequence[Ref]) -> None:
        """Carry a card to another step or lane."""
        token = self._step(step)
        self.draft.move(self._item(ref), token, lane, self.index_in(token, lane, above, below))

    def order(self, step: Ref, lane: str, refs: Sequence[Ref]) -> None:
        """Bring the cards of a stack into the client's order; others stay behind the ones that they followed."""
        token = self._step(step)
        known = [token for token in map(self._token, refs) if token is not None]
        self.draft.order(token, lane, _ordered(self.draft.stacks[token, lane], known))

    def order_steps(self, refs: Sequence[Ref]) -> None:
        """Bring the steps into the client's order."""
        known = [self.steps[ref] for ref in refs if ref in self.steps]
        self.draft.order_steps(_ordered(self.draft.steps, known))

    def order_phases(self, was: Sequence[str], now: Sequence[str]) -> None:
        """Bring the declared phases into the order of their columns, where they had it before; others stay behind the ones that they followed."""
        ids = names_in(items_of(self.draft.document.data.get("phases")))
        if [name for name in ids if name in was] == [name for name in was if name in ids]:
            order = _ordered(range(len(ids)), [ids.index(name) for name in now if name in ids])
            if order != sorted(order):
                self.draft.order_in(("phases",), order)

    def remove(self, ref: Ref, references: Sequence[Reference] = ()) -> None:
        """Take a card away, and what refers to it."""
        self._drop(references)
        self.draft.take(self._item(ref))

    def remove_step(
        self, ref: Ref, references: Sequence[Reference] = (), staying: Sequence[Ref] = ()
    ) -> None:
        """Take a step away, and what refers to it and to its cards; not while cards that stay are still in it."""
        token = self._step(ref)
        still = set(map(self._token, staying))
        if any(not still.isdisjoint(self.draft.stacks[token, lane]) for lane in STACKS):
            raise NoSmallEdit(())
        self._drop(references)
        self.draft.take_step(token)

    def _drop(self, references: Sequence[Reference]) -> None:
        for reference in references:
            self.draft.drop(self.draft.route_now(reference.route), reference.name)

    def _item(self, ref: Ref) -> int:
        token = self._token(ref)
        if token is None:
            raise NoSmallEdit(())
        return token

    def _token(self, ref: Ref) -> int | None:
        """The token of a card; one that was sent is found when somebody asks for it: most are never asked for."""
        if ref not in self._items and isinstance(ref, str):
            today = self.sides.matched.card(ref)
            route = item_route(self.sides, today) if today is not None else None
            token = self.draft.first.get(route) if route is not None else None
            if token is not None:
                self._items[ref] = token
        return self._items.get(ref)

    def _step(self, ref: Ref) -> int:
        if ref not in self.steps:
            raise NoSmallEdit(())
        return self.steps[ref]


def today_ref(at: str) -> str:
    """How a step of today's file goes that was perhaps not sent: base may have the same address for another one."""
    return f"={at}"


def item_route(sides: Sides, at: str) -> Route | None:
    """The route of a card, a thought or a quote of today's file."""
    item = sides.outline.items.get(at)
    if item is None:
        return None
    if item.key.entry:
        step = sides.route(item.step)
        return (*step, item.lane, int(item.key.entry)) if step is not None else None
    return sides.route(at)


def _ordered(now: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """All tokens, with the wanted ones in the wanted order; each other one stays behind the one that it followed."""
    chosen = [token for token in wanted if token in now]
    behind: dict[int | None, list[int]] = {}
    last: int | None = None
    for token in now:
        if token in chosen:
            last = token
        else:
            behind.setdefault(last, []).append(token)
    out = list(behind.get(None, ()))
    for token in chosen:
        out += [token, *behind.get(token, ())]
    return out
