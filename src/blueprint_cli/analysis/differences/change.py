"""One edit of the service, and two parts that are the same thing in both maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from blueprint_cli.model.part import Part
    from blueprint_cli.model.steps import Step

Kind = Literal["added", "removed", "moved", "renamed", "changed"]
Topic = Literal["time", "owners", "systems", "customer"]

TOPICS: tuple[Topic, ...] = ("time", "owners", "systems", "customer")


class Same(NamedTuple):
    """A part in the old map and in the new one; one of them is None for what was added or removed.

    Attributes:
        what: `step`, `action`, or the key of a small part: `touchpoint`, `use`.
        layer_old, layer_new: the layers of a card, `evidence` among them; empty for everything else.
        step_old, step_new: the steps that they stand in (or are), if any.
        key: the name in a mapping, of a system or a KPI; empty otherwise.
        holder: what a small part belongs to: the action of a use, the system of a feed.
    """

    what: str
    old: Part | None
    new: Part | None
    step_old: Step | None = None
    step_new: Step | None = None
    layer_old: str = ""
    layer_new: str = ""
    key: str = ""
    holder: Same | None = None

    @property
    def newest(self) -> Part:
        """The part as it is now, or as it was last."""
        found = self.new if self.new is not None else self.old
        if found is None:
            raise AssertionError("one of the two parts is there")
        return found


class Change(NamedTuple):
    """One edit.

    Attributes:
        field: the key that changed; for a move `step`, `layer` or `position`; empty for what came or went.
        old, new: values of the model; positions count from 1.
        inside: the cards that came or went with their step.
    """

    kind: Kind
    same: Same
    field: str = ""
    old: Any = None
    new: Any = None
    inside: tuple[Same, ...] = ()

    @property
    def at_old(self) -> str | None:
        """The address in the old map; None for what was added."""
        return None if self.same.old is None else self.same.old.at

    @property
    def at_new(self) -> str | None:
        """The address in the new map; None for what was removed."""
        return None if self.same.new is None else self.same.new.at

    @property
    def id(self) -> str | None:
        """The id of the thing, in the new map if it is there; None where it has none."""
        return self.same.key or getattr(self.same.newest, "id", None) or None
