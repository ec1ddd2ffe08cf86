"""What the program has to say about a user's file: problems (by route) and findings (by place)."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Literal, NamedTuple

Route = tuple[str | int, ...]
"""Where something stands in the model: keys and positions from 0, e.g. `("steps", 3, "backstage", 0, "owner")`."""

Mark = Literal["value", "key", "item"]
"""What to underline at a route: the value, its key, or the first line of the whole item (something is missing in it)."""


class Severity(IntEnum):
    """How much a finding matters; comparable."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The severity as people and machine outputs read it: `error`, `warning` or `info`."""
        return self.name.lower()


class Edit(NamedTuple):
    """A stretch of a file's text and what takes its place; offsets count code points."""

    start: int
    end: int
    text: str


class Change(NamedTuple):
    """What a remedy does to the data of a file.

    Attributes:
        kind: `set` a value; `rename` a key; `add` a key to a mapping, at its end or (`head`)
            as its first one; `remove` a key or an item.
        route: a place in the model: of the value, of the key, or of the mapping that a key is added to.
        key: the key that is added, or the new name of a key.
        value: the new value.
    """

    kind: Literal["set", "rename", "add", "head", "remove"]
    route: Route
    key: str = ""
    value: Any = None


class Remedy(NamedTuple):
    """How a problem can be mended, by routes.

    Attributes:
        description: what is done, as an order: `write owner`.
        changes: what becomes of the data, in this order.
        safe: True when the data stays the same or changes only as the finding says; False when content is invented.
        edits: given where no route leads to the text: of a comment, where the data stays the same, or of the rest of a value
            behind a comma. Without them they follow from the changes.
    """

    description: str
    changes: tuple[Change, ...] = ()
    safe: bool = True
    edits: tuple[Edit, ...] = ()


class Fix(NamedTuple):
    """A remedy with its edits of the text, in the order of the text; none overlap."""

    description: str
    safe: bool
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...] = ()


class Problem(NamedTuple):
    """One thing that is wrong at a route; the document turns the route into line and column, late.

    Attributes:
        message: the problem, naming the thing by the words in the file; no final full stop.
        route: place in the model; what short forms leave out of the text may stand in it.
        help: what to do next, or an empty string.
        mark: what to underline at the route.
        code: the rule's code; a rule leaves it empty, the machinery fills it in.
        span: offsets (code points) to underline, where the text itself is at fault and no route leads there.
        severity: set only where it differs from the rule's own (BP007).
        related: a route that explains the problem (`declared here`), or None.
        remedy: how it can be mended without a person, or None.
        discriminator: what tells two problems of one rule at one route apart, in words that stay when lines move.
    """

    message: str
    route: Route = ()
    help: str = ""
    mark: Mark = "value"
    code: str = ""
    span: tuple[int, int] | None = None
    severity: Severity | None = None
    related: Route | None = None
    remedy: Remedy | None = None
    discriminator: str = ""


class Location(NamedTuple):
    """A stretch of a file: lines and columns from 1, columns in code points, the end exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class Finding(NamedTuple):
    """A problem with its rule and its place, ready to be reported.

    Attributes:
        at: the address in the file, `steps[appeler].backstage[localiser]`; empty for the whole file.
        about: `map` (the map is wrong or incomplete) or `service` (the map shows a weak service).
        fingerprint: 16 hexadecimal digits that stay when lines move.
        line_text: the line of the file that it stands on, without its end.
        logical: the route without positions and the rule's discriminator, which the fingerprint rests on.
        related: where the thing was declared first, with the words that explain it, or None.
    """

    code: str
    name: str
    severity: Severity
    about: Literal["map", "service"]
    message: str
    help: str
    location: Location
    at: str
    fingerprint: str
    line_text: str = ""
    logical: tuple[str, str] = ("", "")
    related: tuple[Location, str] | None = None
    fix: Fix | None = None
