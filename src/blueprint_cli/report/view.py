"""What a report of times is told beside the times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from blueprint_cli.analysis.against import Difference

Group = Literal["layer", "owner", "system", "phase"]


@dataclass(frozen=True, slots=True)
class View:
    """Options of a report.

    Attributes:
        width: columns to write for.
        color: whether escape codes are welcome.
        top: how many repairs to propose.
        by: a table of totals by layer, owner, system or phase, or None.
        lang: the language of what a client reads; None takes the map's.
        against: each figure before, after and its difference, where two maps are compared.
    """

    width: int = 80
    color: bool = False
    top: int = 5
    by: Group | None = None
    lang: Literal["en", "fr"] | None = None
    against: tuple[Difference, ...] | None = None
