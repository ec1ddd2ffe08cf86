"""The order in which keys are written: that of the format's own page."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint_cli.model.part import Part

_ORDERS = {
    "Blueprint": (
        *(
            "blueprint",
            "title",
            "lang",
            "state",
            "scenario",
            "persona",
            "owner",
            "reviewed",
            "version",
            "client",
        ),
        *("volume", "price", "catalogs", "replaces", "parent", "personas", "teams", "systems", "phases"),
        *("channels", "calendars", "spans", "kpis", "steps"),
    ),
    "Catalogue": ("catalog", "title", "personas", "teams", "systems", "channels", "calendars"),
    "Step": (
        *(
            "id",
            "title",
            "phase",
            "channel",
            "only",
            "touchpoints",
            "evidence",
            "customer",
            "owner",
            "target",
            "limit",
        ),
        *("emotion", "feeling", "thought", "quote", "frontstage", "backstage", "support", "pain_points"),
        *("opportunities", "kpis", "next", "basis", "source"),
    ),
    "Action": (
        *("id", "action", "owner", "uses", "after", "serves", "wait", "work", "elapsed", "target", "limit"),
        *("background", "manual", "value", "quality", "cost", "only", "basis", "source", "fail_points"),
    ),
    "Feed": ("to", "by", "broken", "label"),
    "Use": ("system", "by", "broken", "label"),
}


@cache
def key_order(kind: type[Part]) -> dict[str, int]:
    """The rank of every key of a kind of part; a note comes last."""
    first = _ORDERS.get(kind.__name__, ())
    rest = [key for key in kind.fields_by_key() if key not in first and key != "note"]
    return {key: rank for rank, key in enumerate((*first, *rest, "note"))}
