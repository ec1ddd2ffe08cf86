"""Teams, systems, personas, channels, calendars, phases, spans and KPIs: what came, went and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.analysis.differences.attributes import attribute_changes
from blueprint_cli.analysis.differences.change import Change, Same
from blueprint_cli.analysis.differences.likeness import Pairs, folded, pair_by_key, staying
from blueprint_cli.analysis.differences.links import feed_changes
from blueprint_cli.analysis.differences.names import DIRECTORY
from blueprint_cli.analysis.differences.values import meaning

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from blueprint_cli.analysis.differences.names import Names
    from blueprint_cli.analysis.differences.references import Reference
    from blueprint_cli.model.blueprint import Blueprint


def entry_changes(
    old: Blueprint, new: Blueprint, names: Names, used: tuple[Counter[Reference], Counter[Reference]]
) -> Iterator[Change]:
    """The shared entries; those of a catalogue that the map does not use do not count as coming or going."""
    for kind, key in DIRECTORY.items():
        mine, theirs = getattr(old, key), getattr(new, key)
        taken = set()
        for name, entry in mine.items():
            now = names.kept[kind].get(name, name)
            if name not in names.gone[kind] and now in theirs:
                taken.add(now)
                yield from _of_entry(kind, entry, theirs[now], (name, now), names)
            elif not entry.catalogue or (kind, name) in used[0]:
                yield Change("removed", Same(kind, entry, None, key=name))
        for name, entry in theirs.items():
            if name not in taken and (not entry.catalogue or (kind, name) in used[1]):
                yield Change("added", Same(kind, None, entry, key=name))


def _of_entry(kind: str, old: Any, new: Any, keys: tuple[str, str], names: Names) -> Iterator[Change]:
    same = Same(kind, old, new, key=keys[1])
    if keys[0] != keys[1]:
        yield Change("renamed", same, "id", *keys)
    yield from attribute_changes(same, names)
    if kind == "system":
        yield from feed_changes(same, names)


def pair_phases(old: Blueprint, new: Blueprint) -> Pairs:
    """The same phase in both maps: by id, then by title."""
    return _paired(
        old.phases, new.phases, (lambda phase: phase.id, lambda phase: folded(phase.title or phase.id))
    )


def pair_spans(old: Blueprint, new: Blueprint) -> Pairs:
    """The same stretch in both maps: by id, by title, by its two ends."""
    return _paired(
        old.spans,
        new.spans,
        (
            lambda span: span.id,
            lambda span: span.title and folded(span.title),
            lambda span: (span.from_, span.to),
        ),
    )


def _paired(
    old: Sequence[Any], new: Sequence[Any], keys: tuple[Callable[[Any], Hashable | None], ...]
) -> Pairs:
    found: Pairs = []
    for key in keys:
        taken = {a for a, _ in found}, {b for _, b in found}
        sides = (
            [
                (at, said)
                for at, part in enumerate(parts)
                if at not in done and (said := key(part)) is not None
            ]
            for parts, done in zip((old, new), taken, strict=True)
        )
        found += pair_by_key(*sides)
    return found


def list_changes(
    what: str, old: Sequence[Any], new: Sequence[Any], pairs: Pairs, names: Names, *, ordered: bool = False
) -> Iterator[Change]:
    """Parts of a list of the map itself, phases or spans."""
    partners = dict(pairs)
    rising = sorted(partners)
    kept = staying([partners[a] for a in rising])
    for place, a in enumerate(rising):
        same = Same(what, old[a], new[partners[a]])
        if ordered and place not in kept:
            yield Change("moved", same, "position", a + 1, partners[a] + 1)
        yield from attribute_changes(same, names)
    yield from (Change("removed", Same(what, part, None)) for a, part in enumerate(old) if a not in partners)
    taken = set(partners.values())
    yield from (Change("added", Same(what, None, part)) for b, part in enumerate(new) if b not in taken)


def kpi_changes(holder: Same, names: Names) -> Iterator[Change]:
    """The KPIs of the map or of a step, by name; one that has another name and says the same is renamed."""
    old: dict[str, Any] = getattr(holder.old, "kpis", {})
    new: dict[str, Any] = getattr(holder.new, "kpis", {})
    fresh = [name for name in new if name not in old]
    for name, kpi in old.items():
        same = holder._replace(what="kpi", old=kpi, new=new.get(name), key=name, holder=holder)
        if name in new:
            yield from attribute_changes(same, names)
            continue
        heir = next((other for other in fresh if meaning(new[other].value) == meaning(kpi.value)), None)
        if heir is None:
            yield Change("removed", same)
        else:
            fresh.remove(heir)
            same = same._replace(new=new[heir], key=heir)
            yield Change("renamed", same, "name", name, heir)
            yield from attribute_changes(same, names)
    for name in fresh:
        yield Change("added", holder._replace(what="kpi", old=None, new=new[name], key=name, holder=holder))
