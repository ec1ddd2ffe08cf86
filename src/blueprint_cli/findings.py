"""What the program has to say about a user's file: problems (by route) and findings (by place)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Problem:
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
    """

    message: str
    route: Route = ()
    help: str = ""
    mark: Mark = "value"
    code: str = ""
    span: tuple[int, int] | None = None
    severity: Severity | None = None
    related: Route | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """A stretch of a file: lines and columns from 1, columns in code points, the end exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its rule and its place, ready to be reported.

    Attributes:
        at: the address in the file, `steps[appeler].backstage[localiser]`; empty for the whole file.
        about: `map` (the map is wrong or incomplete) or `service` (the map shows a weak service).
        fingerprint: 16 hexadecimal digits that stay when lines move.
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
    related: tuple[Location, str] | None = None
