"""One sentence for each change, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.analysis.differences.showing import Showing
from blueprint_cli.model.steps import Step
from blueprint_cli.model.word_lists import LAYERS

if TYPE_CHECKING:
    from blueprint_cli.analysis.differences.change import Change, Same
    from blueprint_cli.analysis.differences.comparing import Comparison
    from blueprint_cli.language.words import Lang

_DEFAULT_BY = "screen"


class Saying:
    """The sentences of a comparison.

    Attributes:
        old, new: how the texts of the two maps are shown.
    """

    def __init__(self, comparison: Comparison, lang: Lang = "en", *, typographic: bool = False) -> None:
        self.comparison = comparison
        self.old = Showing(comparison.old, lang, typographic=typographic)
        self.new = Showing(comparison.new, lang, typographic=typographic)
        self.words = self.new.words

    def sentence(self, change: Change) -> str:
        """What a person reads, without a full stop."""
        special = getattr(self, f"_{change.same.what}_{change.kind}", None)
        if special is not None:
            return str(special(change))
        return str(getattr(self, f"_{change.kind}")(change))

    def name(self, same: Same) -> str:
        """A thing by its newest name, in quotes."""
        showing = self.old if same.new is None else self.new
        return showing.name(same.what, same.newest, same.key)

    def group_of(self, change: Change) -> str:
        """The heading that a change stands under."""
        same = change.same
        return self.group(same.step_new or same.step_old, old=same.step_new is None)

    def group(self, step: Step | None, *, old: bool = False) -> str:
        """The heading of the changes of one step, or of the map."""
        if step is None:
            return self.words.the_map
        showing = self.old if old else self.new
        return showing.text(step.title) if step.title else showing.common.step.format(n=step.number)

    def _added(self, change: Change) -> str:
        return self._came_or_went(change, self.words.added)

    def _removed(self, change: Change) -> str:
        return self._came_or_went(change, self.words.removed)

    def _blueprint_added(self, change: Change) -> str:  # noqa: ARG002 - as its neighbours
        return self.words.new_file

    def _blueprint_removed(self, change: Change) -> str:  # noqa: ARG002 - as its neighbours
        return self.words.gone_file

    def _came_or_went(self, change: Change, pattern: str) -> str:
        same = change.same
        what = self.words.whats[(same.layer_new or same.layer_old) if same.what == "action" else same.what]
        untitled = same.newest if isinstance(same.newest, Step) and not same.newest.title else None
        said = pattern.format(what=what, name=untitled.number if untitled else self.name(same))
        if change.inside:
            form = self.words.with_cards["one" if len(change.inside) == 1 else "many"]
            return form.format(sentence=said, n=len(change.inside))
        holder = same.holder
        if holder is None or holder.what == "blueprint" or same.what == "step":
            return said
        return self.words.added_to.format(sentence=said, holder=self.name(holder))

    def _moved(self, change: Change) -> str:
        same, words = change.same, self.words
        name = self.name(same)
        if change.field == "position":
            return self._moved_in_list(change, name)
        if change.field == "layer":
            said = words.moved_layer.format(name=name, **self._layers(same))
        else:
            kind = "step" if change.field == "step" else "action"
            old, new = self.old.name(kind, change.old), self.new.name(kind, change.new)
            said = words.moved.format(name=name, old=old, new=new)
        crossed = _crossed(same.layer_old, same.layer_new)
        return f"{said}{words.comma}{words.across[crossed]}" if crossed else said

    def _layers(self, same: Same) -> dict[str, str]:
        """Where a card was and is; a language may need one form for each."""
        return {
            "old": self.words.layers[same.layer_old].split("|")[0],
            "new": self.words.layers[same.layer_new].split("|")[-1],
        }

    def _moved_in_list(self, change: Change, name: str) -> str:
        was, now = self._neighbour(change, old=True), self._neighbour(change, old=False)
        words = self.words
        said = words.after.format(name=name, other=now) if now else words.first.format(name=name)
        return said + (words.was_after.format(other=was) if was else words.was_first)

    def _neighbour(self, change: Change, *, old: bool) -> str:
        """What stands before it; empty for the first."""
        same, showing = change.same, self.old if old else self.new
        place = (change.old if old else change.new) - 2
        if place < 0:
            return ""
        blueprint = self.comparison.old if old else self.comparison.new
        step = same.step_old if old else same.step_new
        lists: dict[str, Any] = {"step": blueprint.steps, "phase": blueprint.phases}
        parts = lists.get(same.what) or (getattr(step, same.layer_new) if step else ())
        return showing.name(same.what, parts[place])

    def _renamed(self, change: Change) -> str:
        words = self.words
        if change.field == "id":
            return words.id_renamed.format(name=self.name(change.same), old=change.old, new=change.new)
        pattern = words.renamed if change.field in ("title", "name") else words.reworded
        return pattern.format(old=self.old.quoted(change.old), new=self.new.quoted(change.new))

    def _blueprint_renamed(self, change: Change) -> str:
        return self.words.renamed_map.format(old=self.old.quoted(change.old), new=self.new.quoted(change.new))

    def _changed(self, change: Change) -> str:
        return self._about(change, self._called(change.same))

    def _called(self, same: Same) -> str:
        """A thing as a change of its attributes names it: a small part with what it belongs to."""
        name = self.name(same)
        if same.what == "fail_point" and same.holder is not None:
            return self.words.at.format(name=name, holder=self.name(same.holder))
        return name

    def _about(self, change: Change, name: str) -> str:
        words, key = self.words, change.field
        if key in words.flags:
            return f"{name} {words.flags[key][0 if change.new else 1]}"
        if key == "after":
            return self._waiting(change, name)
        field = words.fields.get(key, key)
        old, new = self.old.value(key, change.old), self.new.value(key, change.new)
        pattern = words.set if change.old is None else words.dropped if change.new is None else words.changed
        return pattern.format(name=name, field=field, old=old, new=new)

    def _blueprint_changed(self, change: Change) -> str:
        field = self.words.fields.get(change.field, change.field)
        old, new = self.old.value(change.field, change.old), self.new.value(change.field, change.new)
        return self.words.changed_map.format(field=field, old=old, new=new)

    def _waiting(self, change: Change, name: str) -> str:
        words = self.words
        if change.new == (("", ""),):
            return words.starts_at_once.format(name=name)
        old, new = change.old or (), change.new or ()
        if old == (("", ""),):
            old = ()
        went = self.old.joined(self._predecessor(self.old, *one) for one in old if one not in new)
        came = self.new.joined(self._predecessor(self.new, *one) for one in new if one not in old)
        if not new:
            return words.default_order.format(name=name, old=went)
        pattern = words.waits_instead if went and came else words.waits_for if came else words.waits_no_more
        return pattern.format(name=name, old=went, new=came)

    def _predecessor(self, showing: Showing, name: str, label: str) -> str:
        goal = showing.node(name)
        return self.words.handing.format(goal=goal, label=showing.text(label)) if label else goal

    def _use_added(self, change: Change) -> str:
        return self._link(change, "system", self.words.uses)

    def _use_removed(self, change: Change) -> str:
        return self._link(change, "system", self.words.uses_no_more)

    def _use_changed(self, change: Change) -> str:
        return self._link_changed(change, "system", self.words.uses_instead)

    def _feed_added(self, change: Change) -> str:
        return self._link(change, "to", self.words.feeds)

    def _feed_removed(self, change: Change) -> str:
        return self._link(change, "to", self.words.feeds_no_more)

    def _feed_changed(self, change: Change) -> str:
        return self._link_changed(change, "to", self.words.feeds_instead)

    def _link(self, change: Change, key: str, pattern: str) -> str:
        showing = self.old if change.same.new is None else self.new
        link: Any = change.same.newest
        by = f" {self.words.by[link.by]}" if link.by not in (None, _DEFAULT_BY) else ""
        return pattern.format(
            name=self._holder(change), system=showing.value("system", getattr(link, key)), by=by
        )

    def _link_changed(self, change: Change, key: str, instead: str) -> str:
        if change.field == key:
            old, new = self.old.value("system", change.old), self.new.value("system", change.new)
            return instead.format(name=self._holder(change), old=old, new=new)
        system = self.new.value("system", getattr(change.same.newest, key))
        return self._about(change, self.words.link.format(name=self._holder(change), system=system))

    def _holder(self, change: Change) -> str:
        return self.name(change.same.holder or change.same)

    def _next_added(self, change: Change) -> str:
        return self._way(change, self.words.leads)

    def _next_removed(self, change: Change) -> str:
        return self._way(change, self.words.leads_no_more)

    def _way(self, change: Change, pattern: str) -> str:
        showing = self.old if change.same.new is None else self.new
        way: Any = change.same.newest
        share = f" ({showing.value('probability', way.probability)})" if way.probability is not None else ""
        return pattern.format(name=self._holder(change), goal=self._goal(showing, way.to), share=share)

    def _next_changed(self, change: Change) -> str:
        if change.field == "to":
            old, new = self._goal(self.old, change.old), self._goal(self.new, change.new)
            return self.words.leads_instead.format(name=self._holder(change), old=old, new=new)
        if isinstance(change.new, tuple):
            return self._about(change, self._holder(change))
        way: Any = change.same.newest
        goal = self._goal(self.new, way.to)
        return self._about(change, self.words.way.format(name=self._holder(change), goal=goal))

    def _goal(self, showing: Showing, name: str) -> str:
        return self.words.end if name == "end" else showing.node(name)


def _crossed(old: str, new: str) -> str:
    """The line that a card crossed, the weightiest one, and which way; empty for none."""
    if old not in LAYERS or new not in LAYERS or old == new:
        return ""
    was, now = LAYERS.index(old), LAYERS.index(new)
    for line, back, front in ((1, "back", "front"), (0, "company", "customer"), (2, "in", "out")):
        if was <= line < now:
            return back
        if now <= line < was:
            return front
    return ""
