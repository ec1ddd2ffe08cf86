"""No decorative fields: whatever a person may write does something, or is carried somewhere that can be seen."""

from __future__ import annotations

import copy
import io
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

from blueprint_cli.analysis.timings import measure
from blueprint_cli.checks.checking import check
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.reference import SECTIONS
from blueprint_cli.render.formats import md, svg, xlsx
from blueprint_cli.render.options import Options
from blueprint_cli.report.timings import json as json_report
from blueprint_cli.report.view import View
from blueprint_cli.source.loading import Source, load_bytes

# A map in which every kind of part stands once; each test adds or changes one field of one part.
BASE: dict[str, Any] = {
    "blueprint": 1,
    "title": "T",
    "phases": [{"id": "one"}],
    "personas": {"ann": {"name": "Ann"}},
    "teams": {"desk": {"name": "Desk"}, "stock": {"name": "Stock"}},
    "systems": {"crm": {"name": "CRM", "feeds": [{"to": "erp"}]}, "erp": {"name": "ERP"}},
    "channels": {"kiosk": {"name": "Kiosk"}},
    "calendars": {"office": {}},
    "spans": [{"id": "all"}],
    "kpis": {"nps": {"value": 1}},
    "steps": [
        {
            "id": "first",
            "customer": [{"id": "asks", "action": "Asks", "work": "5 min"}],
            "frontstage": [{"id": "answers", "action": "Answers", "uses": [{"system": "crm"}], "after": [{"id": "asks"}], "fail_points": [{"what": "Fails"}]}],
            "evidence": [{"text": "Page"}],
            "touchpoints": [{"name": "Counter"}],
            "pain_points": [{"text": "Hurts"}],
            "opportunities": [{"text": "Idea"}],
            "next": [{"to": "second"}],
        },
        {"id": "second", "customer": "Leaves", "backstage": {"id": "second-card", "action": "Files", "after": []}},
    ],
}  # fmt: skip
PLACES: dict[str, tuple[Any, ...]] = {
    "Blueprint": (),
    "Step": ("steps", 0),
    "Action": ("steps", 0, "frontstage", 0),
    "Use": ("steps", 0, "frontstage", 0, "uses", 0),
    "After": ("steps", 0, "frontstage", 0, "after", 0),
    "FailPoint": ("steps", 0, "frontstage", 0, "fail_points", 0),
    "Evidence": ("steps", 0, "evidence", 0),
    "Touchpoint": ("steps", 0, "touchpoints", 0),
    "PainPoint": ("steps", 0, "pain_points", 0),
    "Opportunity": ("steps", 0, "opportunities", 0),
    "Next": ("steps", 0, "next", 0),
    "Kpi": ("kpis", "nps"),
    "Phase": ("phases", 0),
    "Span": ("spans", 0),
    "Persona": ("personas", "ann"),
    "Team": ("teams", "desk"),
    "System": ("systems", "crm"),
    "Feed": ("systems", "crm", "feeds", 0),
    "Channel": ("channels", "kiosk"),
    "Calendar": ("calendars", "office"),
}
# Another value than the one in BASE, where a text will not do.
VALUES: dict[str, Any] = {
    "lang": "fr", "state": "to-be", "reviewed": "2026-10-15", "due": "2026-10-15", "date": "2026-10-15", "volume": "12/day", "price": "4 EUR",
    "rate": "30 EUR/h", "cost": "2 EUR", "capacity": 3, "answers": 12, "age": 30, "children": 2, "emotion": -1, "value": {"Kpi": 7, "Action": "waste"},
    "quality": "85 %", "likelihood": "15 %", "probability": "40 %", "severity": "high", "impact": "high", "effort": "low", "basis": "assumed",
    "kind": {"System": "api", "Channel": "physical"}, "by": "hand", "hours": {"Team": "office", "Calendar": ["08:00-12:00"]}, "days": "mon-wed",
    "holidays": "FR", "closed": ["2026-12-24"], "catalogs": [], "owner": "stock", "persona": "ann", "only": "ann", "phase": "one", "channel": "kiosk",
    "system": "erp", "to": {"Feed": "crm", "Next": "first", "Span": "asks"}, "from": "second", "after": [], "serves": "asks",
    "id": {"Phase": "two", "After": "second-card", "Step": "primo", "Action": "replies", "Span": "some"}, "target": {"Kpi": 3, "": "1 h"}, "phases": [{"id": "three", "title": "Three"}], "blueprint": 1, "next": [],
    "wait": "1 h", "work": "2 h", "elapsed": "3 h", "limit": "1 min", "promise": "1 min",
    "background": True, "manual": True, "broken": True, "external": True, "indirect": True, "planned": True,
    "uses": ["erp"], "fail_points": ["Other"], "evidence": "Other", "touchpoints": "Other", "pain_points": "Other", "opportunities": "Other",
    "customer": "Other", "frontstage": "Other", "backstage": "Other", "support": "Other", "kpis": {"csat": 3}, "feeds": [], "steps": ["Other"],
    "teams": {"desk": "Other", "stock": "S"}, "systems": {"crm": "Other", "erp": "E"}, "personas": {"ann": "Other"},
    "channels": {"kiosk": "Other"}, "calendars": {"office": {"days": "sat"}}, "spans": [{"id": "other"}],
}  # fmt: skip
SAME_FOR_ALL = {("Blueprint", "blueprint"), ("Blueprint", "catalogs")}
"""The version has one value, and catalogues are tested where files are."""

FIELDS = [
    (kind.__name__, key)
    for kind, _ in SECTIONS
    for key in kind.fields_by_key()
    if kind.__name__ in PLACES and (kind.__name__, key) not in SAME_FOR_ALL
]


def _value(kind: str, key: str) -> Any:
    found = VALUES.get(key, "Something else")
    return (
        found.get(kind, found.get("", "Something else"))
        if isinstance(found, dict) and key in ("value", "kind", "hours", "to", "id", "target")
        else found
    )


def _source(data: dict[str, Any]) -> Source:
    source = load_bytes(yaml.safe_dump(data, allow_unicode=True).encode(), "x.blueprint.yaml", Path())
    assert isinstance(source.root, Blueprint), source.problems
    return source


def _seen(source: Source) -> tuple[Any, ...]:
    """All that a person or a script gets to see of a map."""
    root = source.root
    assert isinstance(root, Blueprint)
    book = load_workbook(io.BytesIO(xlsx.render(root, Options())))
    cells = [
        (sheet.title, cell.coordinate, cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    findings = [(finding.code, finding.message) for finding in check(source).findings]
    return (
        svg.render(root, Options()),
        md.render(root, Options()),
        cells,
        json_report.render(measure(root), root, View()),
        findings,
    )


@pytest.fixture(scope="module")
def plain() -> tuple[Any, ...]:
    return _seen(_source(BASE))


@pytest.mark.parametrize(("kind", "key"), FIELDS, ids=lambda word: word)
def test_the_field_is_seen(kind: str, key: str, plain: tuple[Any, ...]) -> None:
    data = copy.deepcopy(BASE)
    part: Any = data
    for step in PLACES[kind]:
        part = part[step]
    part[key] = _value(kind, key)
    changed = _seen(_source(data))
    assert changed != plain


UNTOLD = {("Blueprint", "phases"), ("Phase", "title")}
"""No step of BASE stands in a phase: the document says nothing of it."""


@pytest.mark.parametrize(
    ("kind", "key"),
    [(kind, key) for kind, key in FIELDS if (kind, key) not in UNTOLD and (key != "id" or kind == "After")],
    ids=lambda word: word,
)
def test_the_field_is_in_the_document(kind: str, key: str) -> None:
    """A reader of the Markdown finds all that the map says; ids are for references."""
    data = copy.deepcopy(BASE)
    part: Any = data
    for step in PLACES[kind]:
        part = part[step]
    part[key] = _value(kind, key)
    assert _document(data) != _document(BASE)


def _document(data: dict[str, Any]) -> bytes:
    root = _source(data).root
    assert isinstance(root, Blueprint)
    return md.render(root, Options())


LIVED = {
    "Blueprint": ("title", "lang", "state", "scenario", "owner", "reviewed", "version", "client", "spans", "kpis", "steps",
                  "personas"),
    "Step": ("title", "phase", "channel", "touchpoints", "evidence", "customer", "owner", "target", "limit", "emotion", "feeling", "thought",
             "quote", "pain_points", "opportunities", "kpis", "next", "only", "basis", "source", "note"),
    "Evidence": ("text", "owner", "channel", "only", "basis", "source", "note"),
    "Touchpoint": ("name", "owner", "channel", "indirect", "planned", "note"),
    "PainPoint": ("text", "severity", "only", "note"),
    "Opportunity": ("text", "owner", "impact", "effort", "status", "due", "note"),
    "Next": ("to", "probability", "label"),
    "Kpi": ("value", "answers", "date", "source", "basis", "target", "note"),
    "Span": ("title", "from", "to", "promise", "target", "limit", "note"),
    "Persona": ("name", "age", "occupation", "status", "children", "archetype", "segment", "quote", "bio", "goals", "motivations",
                "frustrations", "hesitations", "personality", "technology", "offer", "note"),
}  # fmt: skip
CONNECTED = {
    "System": ("name", "owner", "kind", "external", "feeds", "note"),
    "Feed": ("to", "by", "label", "broken", "note"),
    "Use": ("system", "by", "label", "broken", "note"),
}
VIEWED = [
    (view, kind, key)
    for view, fields in (("journey", LIVED), ("systems", CONNECTED))
    for kind, keys in fields.items()
    for key in keys
]


@pytest.mark.parametrize(("view", "kind", "key"), VIEWED, ids=lambda word: word)
def test_the_field_is_seen_in_its_view(view: str, kind: str, key: str) -> None:
    data = copy.deepcopy(BASE)
    part: Any = data
    for step in PLACES[kind]:
        part = part[step]
    part[key] = _value(kind, key)
    assert _viewed(view, data) != _viewed(view, BASE)


def _viewed(view: str, data: dict[str, Any]) -> bytes:
    root = _source(data).root
    assert isinstance(root, Blueprint)
    return svg.render(root, Options(view=view))
