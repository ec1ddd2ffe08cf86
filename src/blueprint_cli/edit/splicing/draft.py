"""A file on its way to another text: each change is an edit, read again and compared before the next one is made."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.patching import Unverified, copied, with_changes
from blueprint_cli.edit.splicing import containers, lists
from blueprint_cli.edit.splicing.data import appending, at, emptied, items_of, names_in, put, under
from blueprint_cli.edit.splicing.edited import Edited
from blueprint_cli.edit.splicing.gathering import Gathering, demand
from blueprint_cli.edit.splicing.pieces import Piece, piece_at
from blueprint_cli.edit.splicing.remarks import has_remark, remark_edit
from blueprint_cli.findings import Change, Remedy
from blueprint_cli.source.patches import NoSmallEdit, fix_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from blueprint_cli.findings import Edit, Route
    from blueprint_cli.source.document import Document

STACKS = (
    "evidence", "customer", "frontstage", "backstage", "support", "pain_points", "opportunities", "thought", "quote",
)  # fmt: skip
"""The keys of a step whose items have places of their own in a grid."""


class Draft:
    """The document, and where its steps and their items have come to stand.

    Steps and items have tokens, numbers that stay theirs wherever they are carried.

    Attributes:
        edited: the text as it is now.
        steps: the tokens of the steps, in order.
        stacks: the tokens of the items of a step's key, in order.
        first: the tokens by the routes of the file before anything was changed.
    """

    def __init__(self, document: Document) -> None:
        """Give tokens to all that is there."""
        self.edited = Edited(document)
        self._next = 0
        self._gathering: Gathering | None = None
        self.stacks: dict[tuple[int, str], tuple[int, ...]] = {}  # each is replaced, never changed
        self.steps = [self._register(step) for step in items_of(document.data.get("steps"))]
        of_step: dict[int, Route] = {step: ("steps", place) for place, step in enumerate(self.steps)}
        self.first: dict[Route, int] = {route: step for step, route in of_step.items()}
        for (step, key), stack in self.stacks.items():
            for place, item in enumerate(stack):
                self.first[(*of_step[step], key, place)] = item

    @property
    def document(self) -> Document:
        """The text as it is now, with its data and places."""
        return self.edited.document

    def _token(self) -> int:
        self._next += 1
        return self._next

    def _register(self, step: Any) -> int:
        token = self._token()
        for key in STACKS:
            self.stacks[token, key] = tuple([self._token() for _ in items_of(under(step, key))])
        return token

    # Places

    def step_route(self, step: int) -> Route:
        """The route of a step in the model."""
        return ("steps", self.steps.index(step))

    def route(self, item: int) -> Route:
        """The route of an item in the model."""
        for (step, key), stack in self.stacks.items():
            if item in stack:
                return (*self.step_route(step), key, stack.index(item))
        raise KeyError(item)

    def route_now(self, route: Route) -> Route:
        """Where something stands now that stood at a route of the file before anything was changed.

        Raises:
            NoSmallEdit: it is not there any more.
        """
        token = self.first.get(route[:4]) or self.first.get(route[:2])
        if token is None:
            return route
        if token in self.steps:
            return (*self.step_route(token), *route[2:])
        try:
            return (*self.route(token), *route[4:])
        except KeyError:
            raise NoSmallEdit(route) from None

    def value(self, route: Route) -> Any:
        """The data at a route of the model."""
        return at(self.document.data, self.written(route))

    def written(self, route: Route) -> Route:
        """The route in the file's data: what short forms leave out is stepped over."""
        return self.document.resolve(route)

    # Changes

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Several changes that are made together or not at all."""
        before = self.edited, list(self.steps), dict(self.stacks)
        made = False
        try:
            yield
            made = True
        finally:
            if not made:
                self.edited, self.steps, self.stacks = before

    def together(self, makes: Sequence[Callable[[], None]], needed: int = 0) -> list[int]:
        """Make several changes at once, so that the text is read again once; gives the places of those that were made.

        Left out is what takes several edits after one another, or stands on the ground of another one, and everything
        where the text would not say what was asked, or where one of the first `needed` ones would be left out.
        """
        made: list[int] = []
        try:
            with self.whole():
                self._gathering = Gathering()
                for place, make in enumerate(makes):
                    self._gathering.begin()
                    with suppress(NoSmallEdit, Unverified), self.whole():
                        make()
                        made.append(place)
                demand(made, needed)
                self.edited = self._gathering.made_in(self.document)
        except Unverified:
            return []
        finally:
            self._gathering = None
        return made

    def change(self, *changes: Change) -> None:
        """Set values, add or remove keys.

        Raises:
            NoSmallEdit: no small edit makes them.
            Unverified: the text would not say what was asked.
        """
        document = self.document
        fix = fix_of(document, Remedy("", changes))
        if fix is None:
            raise NoSmallEdit(changes[0].route)
        self._apply(fix.edits, lambda data: with_changes(data, document, changes))

    def _apply(self, edits: Sequence[Edit], change: Callable[[Any], object]) -> None:
        if self._gathering is not None:
            self._gathering.note(edits, change)
            return
        wanted = copied(self.document.data)
        change(wanted)
        self.edited = Edited(self.document, edits, wanted)

    def claim(self, ground: Hashable) -> None:
        """Keep a ground to one change alone, where several are gathered."""
        if self._gathering is not None:
            self._gathering.claim(ground)

    def _refuse_a_first_edit(self) -> None:
        """Where changes are gathered, none takes a second edit that builds on a first one."""
        if self._gathering is not None:
            raise NoSmallEdit(())

    def open_step(self, step: int) -> None:
        """Make sure that a step is a mapping, which can take more keys."""
        route = self.written(self.step_route(step))
        if isinstance(at(self.document.data, route), str):
            self._refuse_a_first_edit()
            edits = containers.keyed(self.document, route)
            self._apply(edits, lambda data: put(data, route, {"customer": at(data, route)}))

    def add_key(self, owner: Route, key: str, value: Any) -> None:
        """Give a step or the map a key that it does not have, with one plain value, at the key's usual place."""
        route = self.written(owner)
        edit = containers.key_put_in(self.document, route, at(self.document.data, route), key, Piece(value))
        self._apply([edit], lambda data: put(data, route, containers.placed(at(data, route), key, value)))

    def insert(self, step: int, key: str, index: int, piece: Piece) -> int:
        """Put an item into a stack of a step."""
        self.claim((step, key))
        self.open_step(step)
        owner = self.written(self.step_route(step))
        self.insert_in(owner, key, index, piece)
        token = self._token()
        stack = self.stacks[step, key]
        self.stacks[step, key] = (*stack[:index], token, *stack[index:])
        return token

    def put_in(self, item: int, key: str, piece: Piece) -> None:
        """Put something at the end of a list that an item has, or has not yet."""
        route = self.route(item)
        self.claim((item, key))
        self.open_step(self.steps[int(route[1])])
        box = self.value(route)
        if isinstance(box, dict):
            self.insert_in(self.written(route), key, len(items_of(box.get(key))), piece)
        else:
            self.change(Change("add", route, key, piece.value))

    def insert_step(self, index: int, piece: Piece) -> int:
        """Put a step into the map."""
        self.insert_in((), "steps", index, piece)
        token = self._register(piece.value)
        self.steps.insert(index, token)
        return token

    def insert_in(self, owner: Route, key: str, index: int, piece: Piece) -> None:
        """Put an item into the list under a key of what stands at a route of the data."""
        box = at(self.document.data, owner)
        route = (*owner, key)
        if box.get(key) in (None, []):
            self._insert_first(owner, key, piece)
            return
        if not isinstance(box[key], list):
            self._refuse_a_first_edit()
            edits = containers.listed(self.document, route)
            self._apply(edits, lambda data: put(data, route, [at(data, route)]))
        items = at(self.document.data, route)
        edit = lists.inserted(self.document, route, items, index, piece)
        self._apply([edit], lambda data: at(data, route).insert(index, piece.value))

    def _insert_first(self, owner: Route, key: str, piece: Piece) -> None:
        box = at(self.document.data, owner)
        if key in box:  # `backstage: []`, or nothing after the key
            self.change(Change("set", (*owner, key), value=[piece.value]))
            return
        edit = containers.key_put_in(self.document, owner, box, key, piece)
        alone = containers.stands_alone(piece) or not box or containers.in_flow(self.document, (*owner, key))
        value = piece.value if alone else [piece.value]
        self._apply([edit], lambda data: put(data, owner, containers.placed(at(data, owner), key, value)))

    def take(self, item: int) -> Piece:
        """Take an item out of its stack."""
        route = self.route(item)
        step = self.steps[int(route[1])]
        self.open_step(step)
        piece = self._take(self.written(route))
        key = str(route[2])
        self.stacks[step, key] = tuple([other for other in self.stacks[step, key] if other != item])
        return piece

    def drop(self, route: Route, name: str) -> None:
        """Take a reference out of its list, with the key where it is alone: an empty list would say something else.

        Args:
            route: the list.
            name: the id that the entry names.

        Raises:
            NoSmallEdit: it is not there, is the first of a list's item with comments behind it, or shares a line.
        """
        place = self.written(route)
        items = items_of(at(self.document.data, place))
        names = names_in(items)
        if name not in names:
            raise NoSmallEdit(route)
        if len(items) == 1:
            self.remove_key(route)
            return
        index = names.index(name)
        edit = lists.taken_out(self.document, (*place, index), items)
        self._apply([edit], lambda data: at(data, place).pop(index))

    def take_step(self, step: int) -> Piece:
        """Take a step out of the map."""
        piece = self._take(self.written(self.step_route(step)))
        self.steps.remove(step)
        return piece

    def _take(self, route: Route) -> Piece:
        piece = piece_at(self.document, route, at(self.document.data, route))
        alone = isinstance(route[-1], str)
        parent = route if alone else route[:-1]
        items = at(self.document.data, parent)
        if not alone and len(items) > 1:
            edit = lists.taken_out(self.document, route, items)
            self._apply([edit], lambda data: at(data, parent).pop(int(route[-1])))
            return piece
        siblings = list(at(self.document.data, parent[:-1]))
        edits, empty = containers.key_removed(self.document, parent, siblings)
        self._apply(edits, lambda data: emptied(data, parent, leave=empty))
        return piece

    def move(self, item: int, step: int, key: str, index: int) -> None:
        """Carry an item to another step or stack, with its comments."""
        with self.whole():
            piece = self.take(item)
            token = self.insert(step, key, index, piece)
            stack = self.stacks[step, key]
            self.stacks[step, key] = tuple([item if other == token else other for other in stack])

    def order(self, step: int, key: str, tokens: Sequence[int]) -> None:
        """Bring the items of a stack into another order."""
        route = self.written((*self.step_route(step), key))
        self.order_in(route, [self.stacks[step, key].index(token) for token in tokens])
        self.stacks[step, key] = tuple(tokens)

    def order_steps(self, tokens: Sequence[int]) -> None:
        """Bring the steps into another order."""
        self.order_in(("steps",), [self.steps.index(token) for token in tokens])
        self.steps = list(tokens)

    def order_in(self, route: Route, order: Sequence[int]) -> None:
        """Bring a list into another order."""
        edit = lists.reordered(self.document, route, order)

        def change(data: Any) -> None:
            items = at(data, route)
            items[:] = [items[index] for index in order]

        self._apply([edit], change)

    def remark(self, route: Route, lines: Sequence[str]) -> None:
        """Write a client's remark above a part; nothing where it is there already."""
        place = self.written(route)
        if not has_remark(self.document, place, lines[0]):
            self._apply([remark_edit(self.document, place, lines)], lambda _: None)

    def append(self, route: Route, values: Sequence[Any]) -> None:
        """Put values at the end of a list that has some."""
        place = self.written(route)
        for value in values:
            items = at(self.document.data, place)
            edit = lists.inserted(self.document, place, items, len(items), Piece(value))
            self._apply([edit], appending(place, value))

    def remove_key(self, route: Route) -> None:
        """Take a key with its value away.

        Raises:
            NoSmallEdit: it is the first of a list's item, with comments behind it.
        """
        place = self.written(route)
        edits, empty = containers.key_removed(self.document, place, list(at(self.document.data, place[:-1])))
        if empty:
            raise NoSmallEdit(route)
        self._apply(edits, lambda data: emptied(data, place, leave=False))
