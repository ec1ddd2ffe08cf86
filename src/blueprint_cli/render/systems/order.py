"""The order of the rows: what exchanges data stands together, who feeds above who is fed, the first used first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def ordered(first_use: Mapping[str, int], feeds: Iterable[tuple[str, str]]) -> list[str]:
    """The systems in the order of the rows.

    Args:
        first_use: every system with the first step that uses it, in the order of the file.
        feeds: pairs of systems, who feeds whom; circles are allowed.
    """
    known = frozenset(feeds)
    place = {key: (use, number) for number, (key, use) in enumerate(first_use.items())}
    groups: list[list[str]] = []
    for key in first_use:
        joined = [group for group in groups if any(_touch(key, other, known) for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([*(member for group in joined for member in group), key])
    groups.sort(key=lambda group: min(place[key] for key in group))
    return [key for group in groups for key in _downstream(group, known, place)]


def _touch(first: str, second: str, feeds: frozenset[tuple[str, str]]) -> bool:
    return (first, second) in feeds or (second, first) in feeds


def _downstream(
    group: list[str], feeds: frozenset[tuple[str, str]], place: Mapping[str, tuple[int, int]]
) -> list[str]:
    """Who feeds before who is fed; a circle is opened at the one used first."""
    left, found = sorted(group, key=lambda key: place[key]), []
    while left:
        fed = {target for source, target in feeds if source in left and source != target}
        chosen = next((key for key in left if key not in fed), left[0])
        found.append(chosen)
        left.remove(chosen)
    return found
