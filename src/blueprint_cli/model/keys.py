"""What stands under the keys of the format, for those who read plain data without the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint_cli.findings import Route

ENTRY_KEYS = frozenset({"teams", "systems", "personas", "channels", "calendars", "kpis", "emotion"})
"""The keys that hold mappings from names to entries: an address writes `systems[crm]`."""

KEYS_WITH_IDS = frozenset({"steps", "customer", "frontstage", "backstage", "support", "phases", "spans"})
"""The keys whose items may have ids: an address writes `steps[pay]`."""

MAIN_FIELDS = {
    "steps": "customer",
    **dict.fromkeys(("customer", "frontstage", "backstage", "support"), "action"),
    **dict.fromkeys(("evidence", "pain_points", "opportunities"), "text"),
    **dict.fromkeys(("teams", "systems", "personas", "channels", "touchpoints"), "name"),
    "fail_points": "what",
    "uses": "system",
    "after": "id",
    "phases": "id",
    "next": "to",
    "feeds": "to",
    "kpis": "value",
}
"""The field that a bare value stands for, by the key that it stands under."""


def main_field(route: Route) -> str:
    """The field that a bare value stands for at a route of the model; empty where there is none."""
    found, place = "", 0
    while place < len(route):
        key = str(route[place])
        holds_parts = place + 1 < len(route) and (isinstance(route[place + 1], int) or key in ENTRY_KEYS)
        found = MAIN_FIELDS.get(key, "") if holds_parts else ""
        place += 2
    return found
