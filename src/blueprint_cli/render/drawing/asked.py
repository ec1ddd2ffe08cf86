"""What of a picture was asked for: how much detail, which rows, what stands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

Detail = Literal["simple", "full"]
ROWS = ("emotion", "evidence", "customer", "frontstage", "backstage", "support")
"""The rows of the swimlane from top to bottom, by the names that `--rows` takes."""
KINDS = ("owner:ID", "system:ID", "critical", "fail", "manual")
"""What `--highlight` takes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The wishes for one picture; all rows and every detail without any.

    Attributes:
        detail: `simple` leaves out owners, times within their limits, waits, manual work and technical words.
        rows: the rows that are drawn; empty for all.
        highlight: one of `KINDS`; empty for nothing.
    """

    detail: Detail = "full"
    rows: tuple[str, ...] = ()
    highlight: str = ""

    def shows(self, row: str) -> bool:
        """True when a row is drawn."""
        return not self.rows or row in self.rows


def rows_of(text: str, known: tuple[str, ...] = ROWS) -> tuple[str, ...]:
    """The rows in a list such as `customer,frontstage`, in the order of the map, whose rows are `known`.

    Raises:
        BlueprintError: a row that does not exist, or none.
    """
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in known:
            near = closest(name, known)
            raise BlueprintError(
                f"there is no row '{name}'",
                f"did you mean {near}?" if near else f"the rows: {', '.join(known)}",
            )
    if not names:
        raise BlueprintError("--rows names no row", f"the rows: {', '.join(known)}")
    return tuple(row for row in known if row in names)


def check_highlight(text: str) -> str:
    """The wish, if it is one that exists; whether the map knows the name is told later.

    Raises:
        BlueprintError: there is nothing of that kind to highlight.
    """
    kind, colon, name = text.partition(":")
    if (kind in ("owner", "system") and colon and name.strip()) or text in KINDS[2:]:
        return text
    near = closest(kind, [known.partition(":")[0] for known in KINDS])
    shown = next((known for known in KINDS if known.partition(":")[0] == near), None)
    raise BlueprintError(
        f"nothing is highlighted by '{text}'",
        f"did you mean {shown}?" if shown else f"one of {', '.join(KINDS)}",
    )
