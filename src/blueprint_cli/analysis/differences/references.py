"""Everything that a map calls by name, and names that were replaced wherever they stood."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from blueprint_cli.analysis.differences.likeness import folded
from blueprint_cli.model.directory import Team

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.part import Part

Reference = tuple[str, str]
"""Kind and name: `("team", "sav")`."""

_LEAST_TIMES = 2


_SINGLE = {"owner": "team", "phase": "phase", "channel": "channel"}
_LISTS = {"only": "persona", "persona": "persona"}
_LINKS = {"uses": "system", "feeds": "to"}


@cache
def _keys_of(kind: type[Part]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], bool]:
    """Which keys of a kind of part name something: to ask a model for a field that it has not is dear."""
    known = kind.model_fields
    single, lists, links = (tuple(key for key in keys if key in known) for keys in (_SINGLE, _LISTS, _LINKS))
    return single, lists, links, kind is Team


def references_of(part: Part) -> Iterator[Reference]:
    """What one part itself names: owner, phase, channel, systems, personas, calendar."""
    single, lists, links, has_hours = _keys_of(type(part))
    for key in single:
        name = getattr(part, key)
        if name:
            yield _SINGLE[key], folded(name)
    for key in links:
        yield from (("system", folded(getattr(link, _LINKS[key]))) for link in getattr(part, key))
    for key in lists:
        yield from ((_LISTS[key], folded(name)) for name in getattr(part, key))
    if has_hours and getattr(part, "hours", None):
        yield "calendar", folded(getattr(part, "hours", ""))


def references_in(blueprint: Blueprint) -> Counter[Reference]:
    """How often the map names each thing."""
    return Counter(found for part in _parts(blueprint) for found in references_of(part))


def _parts(blueprint: Blueprint) -> Iterator[Part]:
    yield blueprint
    yield from blueprint.systems.values()
    yield from blueprint.teams.values()
    for step in blueprint.steps:
        yield step
        for parts in (step.evidence, step.touchpoints, step.opportunities, step.pain_points):
            yield from parts
        for _, action in step.actions():
            yield action


def replaced_names(
    old: Counter[Reference], new: Counter[Reference], pairs: Iterable[tuple[Part, Part]]
) -> list[tuple[str, str, str]]:
    """Kind, old name and new name, where every mention of the one became a mention of the other, twice at least.

    Args:
        old: what the old map names.
        new: what the new one names.
        pairs: parts that are the same thing in both.
    """
    became: dict[Reference, Counter[str]] = {}
    for mine, theirs in pairs:
        before, after = _single(mine), _single(theirs)
        for kind, name in before.items():
            became.setdefault((kind, name), Counter())[after.get(kind, "")] += 1
    found = []
    for (kind, name), counts in became.items():
        now, times = counts.most_common(1)[0]
        whole = len(counts) == 1 and now and now != name and times >= _LEAST_TIMES
        if whole and (kind, name) not in new and (kind, now) not in old:
            found.append((kind, name, now))
    return found


def _single(part: Part) -> dict[str, str]:
    """Kinds of which a part names exactly one thing."""
    named: dict[str, list[str]] = {}
    for kind, name in references_of(part):
        named.setdefault(kind, []).append(name)
    return {kind: names[0] for kind, names in named.items() if len(names) == 1}
