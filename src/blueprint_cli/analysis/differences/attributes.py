"""Two parts that are the same thing, key by key: what each of them says, not how it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from blueprint_cli.analysis.differences.change import Change
from blueprint_cli.analysis.differences.likeness import folded
from blueprint_cli.analysis.differences.names import REFERENCES
from blueprint_cli.analysis.differences.times_said import TIMES, times_that_changed
from blueprint_cli.analysis.differences.values import meaning
from blueprint_cli.model.actions import Action
from blueprint_cli.model.blueprint import Phase, Span
from blueprint_cli.model.directory import Team

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blueprint_cli.analysis.differences.change import Same
    from blueprint_cli.analysis.differences.names import Names

NAMING = ("title", "name", "action", "text", "what")
_HAVE_THEIR_OWN_LIST = frozenset(
    (
        *("teams", "systems", "personas", "channels", "calendars", "phases", "spans", "kpis", "steps"),
        *("touchpoints", "evidence", "customer", "frontstage", "backstage", "support", "pain_points"),
        *("opportunities", "next", "uses", "fail_points", "feeds", "blueprint", "catalog"),
    )
)


class _Values(NamedTuple):
    """Two values: in one set of words, to be compared; and in each map's own words, to be told."""

    before: Any
    after: Any
    old: Any
    new: Any


def attribute_changes(same: Same, names: Names) -> Iterator[Change]:
    """What changed about one thing that is in both maps; its lists of parts apart."""
    old, new = same.old, same.new
    if old is None or new is None or old is new:
        return
    for key, name in type(new).fields_by_key().items():
        before, after = getattr(old, name), getattr(new, name)
        if before is after or before == after or key in _HAVE_THEIR_OWN_LIST:
            continue
        change = _change_of(same, names, key, before, after)
        if change is not None:
            yield change


def _change_of(same: Same, names: Names, key: str, before: Any, after: Any) -> Change | None:
    if key == "id":
        return Change("renamed", same, key, before, after) if before and after else None
    look = _SPECIAL.get(key, _reference if key in REFERENCES else _plain)
    values = look(same, names, key, before, after)
    if _says(values.before) == _says(values.after):
        return None
    named = key in NAMING and bool(before) and bool(after)
    return Change("renamed" if named else "changed", same, key, _told(values.old), _told(values.new))


def _says(value: Any) -> Any:
    return None if value in ((), {}, False) else meaning(value)


def _told(value: Any) -> Any:
    return None if value in ((), {}) else value


def _plain(_same: Same, _names: Names, _key: str, before: Any, after: Any) -> _Values:
    return _Values(before, after, before, after)


def _nothing(before: Any, after: Any) -> _Values:
    return _Values(None, None, before, after)


def _reference(_same: Same, names: Names, key: str, before: Any, after: Any) -> _Values:
    """Old names in the new words; a list loses what went with the thing itself."""
    kind = REFERENCES[key]
    if isinstance(before, tuple):
        kept = tuple(names.now(kind, name) for name in before if not names.is_gone(kind, name))
        return _Values(kept, tuple(folded(name) for name in after), before, after)
    return _Values(_now(names, kind, before), after and folded(after), before, after)


def _now(names: Names, kind: str, name: str | None) -> str | None:
    return None if name is None else names.now(kind, name)


def _owner(same: Same, names: Names, key: str, before: Any, after: Any) -> _Values:
    """The owner of a card is its step's where it names none; what changed with the step is told there."""
    own = _reference(same, names, key, before, after)
    step_old, step_new = same.step_old, same.step_new
    is_action = isinstance(same.new, Action) and same.layer_new != "customer"
    if own.before == own.after or not is_action or step_old is None or step_new is None:
        return own
    of_step = _reference(same, names, key, step_old.owner, step_new.owner)
    effective = _reference(same, names, key, before or step_old.owner, after or step_new.owner)
    inherited = before is None or after is None
    return _nothing(before, after) if inherited and effective[:2] == of_step[:2] else effective


def _channel(same: Same, names: Names, key: str, before: Any, after: Any) -> _Values:
    """The channel of evidence or of a touchpoint is its step's where it names none."""
    if same.what in ("evidence", "touchpoint") and same.step_old is not None and same.step_new is not None:
        before = None if before == same.step_old.channel else before
        after = None if after == same.step_new.channel else after
    return _reference(same, names, key, before, after)


def _phase(same: Same, names: Names, key: str, before: Any, after: Any) -> _Values:
    if after is None and before is not None and names.is_gone("phase", before):
        return _nothing(before, after)
    return _reference(same, names, key, before, after)


def _title(same: Same, names: Names, key: str, before: Any, after: Any) -> _Values:
    if isinstance(same.old, Phase) and isinstance(same.new, Phase):
        before, after = before or same.old.id, after or same.new.id
        renamed = same.old.id != same.new.id and (before, after) == (same.old.id, same.new.id)
        return _nothing(before, after) if renamed else _plain(same, names, key, before, after)
    return _plain(same, names, key, before, after)


def _emotion(_same: Same, names: Names, _key: str, before: Any, after: Any) -> _Values:
    now = before and {names.now("persona", who): mood for who, mood in before.items()}
    return _Values(now, after, before, after)


def _time(same: Same, names: Names, key: str, before: Any, after: Any) -> _Values:
    old, new = same.old, same.new
    if isinstance(old, Action) and isinstance(new, Action) and key not in times_that_changed(old, new):
        return _nothing(before, after)
    return _plain(same, names, key, before, after)


def _after(_same: Same, names: Names, _key: str, before: Any, after: Any) -> _Values:
    """Predecessors with what they hand over; those that went themselves are told there."""
    mine, theirs = _predecessors(before, names), _predecessors(after, None)
    told = _predecessors(before, None), theirs
    if mine and theirs and set(theirs) <= set(mine):
        went = {names.now("node", one.id) for one in before if names.is_gone("node", one.id)}
        if all(said in theirs or said[0] in went for said in mine):
            return _nothing(*told)
    if mine and theirs is None and all(names.is_gone("node", one.id) for one in before):
        return _nothing(*told)
    return _Values(mine, theirs, *told)


def _predecessors(said: Any, names: Names | None) -> tuple[tuple[str, str], ...] | None:
    """Ids with labels; a pair of nothing stands for `[]`, the start of the journey."""
    if said is None:
        return None
    called = (names.now("node", one.id) if names else folded(one.id) for one in said)
    return tuple(zip(called, (folded(one.label or "") for one in said), strict=True)) or (("", ""),)


def _bound(same: Same, names: Names, key: str, before: Any, after: Any) -> _Values:
    """The ends of a span."""
    if not isinstance(same.new, Span):
        return _plain(same, names, key, before, after)
    return _Values(_now(names, "node", before), after, before, after)


def _hours(same: Same, names: Names, key: str, before: Any, after: Any) -> _Values:
    look = _reference if isinstance(same.new, Team) else _plain
    return look(same, names, key, before, after)


def _days(_same: Same, _names: Names, _key: str, before: Any, after: Any) -> _Values:
    mine, theirs = (tuple(sorted({day for run in runs for day in run})) for runs in (before, after))
    return _Values(mine, theirs, mine, theirs)


_SPECIAL: dict[str, Callable[[Same, Names, str, Any, Any], _Values]] = {
    "owner": _owner,
    "channel": _channel,
    "phase": _phase,
    "title": _title,
    "emotion": _emotion,
    "after": _after,
    "to": _bound,
    "hours": _hours,
    "days": _days,
    **dict.fromkeys(TIMES, _time),
}
