"""How a message lists things: by their names, the first few of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from blueprint_cli.model.steps import Step

MOST_LISTED = 4


def listed(names: Iterable[str], most: int = MOST_LISTED) -> str:
    """`a`, `a and b`, `a, b and c`, or `a, b, c and 4 more`."""
    found = list(names)
    if len(found) > most:
        found = [*found[: most - 1], f"{len(found) - most + 1} more"]
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}"


def quoted(names: Iterable[str], most: int = MOST_LISTED) -> str:
    """The same with each name in quotes."""
    found = [f"'{name}'" for name in names]
    if len(found) > most:
        return f"{', '.join(found[: most - 1])} and {len(found) - most + 1} more"
    return listed(found, most)


def steps_said(steps: Sequence[Step], most: int = MOST_LISTED) -> str:
    """Steps by their titles, else their numbers: `steps 'Call', 3 and 'Pay'`."""
    names = [f"'{step.title}'" if step.title else str(step.number) for step in steps]
    return f"{'step' if len(names) == 1 else 'steps'} {listed(names, most)}"


def counted(number: int, word: str) -> str:
    """`1 step`, `3 steps`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
