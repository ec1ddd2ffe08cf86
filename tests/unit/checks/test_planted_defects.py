"""One defect planted in a sound blueprint: the right code at the right line; a harmless rewrite changes nothing but places."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from blueprint_cli.checks.checking import check
from blueprint_cli.findings import Severity
from blueprint_cli.source.loading import load_bytes

SOUND = """\
blueprint: 1
title: Late parcel
persona: nadia
owner: help
personas: {nadia: Nadia}
teams:
  help: Help desk
  stock: Stock
systems:
  crm: {name: CRM, owner: help}
  track: {name: Tracking, owner: stock, feeds: [{to: crm, by: api}]}
phases:
  - {id: wait, title: Waiting}
  - {id: call, title: Calling}
spans:
  - {id: all, from: order, to: answer, promise: 2 days}
steps:
  - id: order
    title: Order
    phase: wait
    channel: web
    evidence: Page
    customer: {id: orders, action: Orders, work: 10 min}
    frontstage: {id: shop, action: Confirms, owner: help, uses: crm, work: 1 min}
  - id: phone
    title: Phone
    phase: call
    channel: phone
    evidence: Number
    customer: {action: Phones, wait: 5 min, work: 10 min}
    frontstage:
      - id: answer
        action: Answers
        owner: help
        uses: crm
        work: 10 min
    backstage:
      - id: search
        action: Searches
        owner: stock
        uses: track
        after: answer
        wait: 1 h
        work: 10 min
    support: {action: Queue, owner: help, serves: answer, work: 1 min}
"""

# what is planted: (text in the sound file, its replacement, code, line)
DEFECTS: dict[str, tuple[str, str, str, int]] = {
    "a colon in a title": ("title: Late parcel", "title: Late: parcel", "BP001", 2),
    "an unclosed bracket": ("feeds: [{to: crm, by: api}]}", "feeds: [{to: crm, by: api}}", "BP001", 11),
    "a mistyped key": ("    evidence: Page", "    evidense: Page", "BP002", 22),
    "a French key": ("    evidence: Page", "    preuves: Page", "BP002", 22),
    "a mistyped word": ("by: api", "by: apy", "BP002", 11),
    "a bare number as time": ("wait: 1 h", "wait: 1", "BP002", 43),
    "an unknown unit": ("wait: 1 h", "wait: 1 lustre", "BP002", 43),
    "a clock as time": ("wait: 1 h", "wait: 1:30", "BP007", 43),
    "an id with capitals": ("id: search", "id: Search", "BP002", 38),
    "a missing action": ("        action: Searches\n", "", "BP002", 38),
    "the same key twice": (
        "        uses: track\n",
        "        uses: track\n        owner: help\n",
        "BP003",
        42,
    ),
    "the same id twice": ("id: search", "id: answer", "BP004", 38),
    "an id of a step for an action": ("id: search", "id: order", "BP004", 38),
    "an unknown owner": (
        "owner: stock\n        uses: track",
        "owner: stok\n        uses: track",
        "BP005",
        40,
    ),
    "a name for an id": (
        "owner: stock\n        uses: track",
        "owner: Stock\n        uses: track",
        "BP005",
        40,
    ),
    "an unknown system": ("uses: track", "uses: trak", "BP005", 41),
    "an unknown phase": ("phase: call", "phase: cal", "BP005", 27),
    "an unknown channel": ("channel: phone", "channel: telephone", "BP005", 28),
    "an unknown predecessor": ("after: answer", "after: anser", "BP005", 42),
    "an unknown end of a span": ("to: answer,", "to: nowhere,", "BP005", 16),
    "an unknown persona": ("persona: nadia", "persona: nadja", "BP005", 3),
    "a circle": ("        uses: crm\n", "        uses: crm\n        after: search\n", "BP006", 36),
    "no owner": ("        owner: stock\n", "", "BP101", 38),
    "an unknown answerer": ("        owner: stock\n", "        owner: unknown\n", "BP101", 40),
    "a system without owner": ("crm: {name: CRM, owner: help}", "crm: {name: CRM}", "BP102", 10),
    "an unused system": ("systems:\n", "systems:\n  fax: {name: Fax, owner: help}\n", "BP201", 10),
    "work without a system": ("        uses: track\n", "", "BP202", 38),
    "nobody answers": (
        "    evidence: Page\n    customer: {id: orders, action: Orders, work: 10 min}\n"
        "    frontstage: {id: shop, action: Confirms, owner: help, uses: crm, work: 1 min}\n",
        "    customer: {id: orders, action: Orders, work: 10 min}\n",
        "BP203",
        22,
    ),
    "no customer": ("    customer: {action: Phones, wait: 5 min, work: 10 min}\n", "", "BP205", 25),
    "a lonely support process": (", serves: answer", "", "BP207", 45),
    "times that disagree": (
        "wait: 5 min, work: 10 min",
        "wait: 5 min, work: 10 min, elapsed: 20 min",
        "BP306",
        30,
    ),
    "probabilities over 1": (
        "    channel: phone\n",
        "    channel: phone\n    next: [{to: order, probability: 60 %}, {to: end, probability: 60 %}]\n",
        "BP307",
        29,
    ),
    "an endless loop": ("    channel: phone\n", "    channel: phone\n    next: order\n", "BP308", 29),
    "an empty phase": (
        "  - {id: call, title: Calling}\n",
        "  - {id: call, title: Calling}\n  - {id: end-game, title: End}\n",
        "BP604",
        15,
    ),
    "an unreachable step": ("    channel: web\n", "    channel: web\n    next: []\n", "BP605", 26),
}

# what each rewrite does to a file without changing what it says: (text, lines that it adds at the top)
REWRITES: dict[str, Callable[[str], tuple[str, int]]] = {
    "as it is": lambda text: (text, 0),
    "comments": lambda text: ("# one\n# two\n" + re.sub(r"(?m)^(    title: \w+)$", r"\1   # said", text), 2),
    "CRLF": lambda text: (text.replace("\n", "\r\n"), 0),
    "CR": lambda text: (text.replace("\n", "\r"), 0),
    "a byte order mark": lambda text: ("\ufeff" + text, 0),
    "emoji above": lambda text: ("# \U0001f4e6\U0001f69a\n" + text, 1),
    "quotes": lambda text: (
        text.replace("title: Order", 'title: "Order"').replace("title: Phone", "title: 'Phone'"),
        0,
    ),
    "a document start": lambda text: ("---\n" + text, 1),
    "blank lines": lambda text: ("\n\n" + text, 2),
    "no final line end": lambda text: (text.rstrip("\n"), 0),
}


def _findings(text: str) -> list[tuple[str, int]]:
    found = check(load_bytes(text.encode(), "late.blueprint.yaml", Path())).findings
    return [(finding.code, finding.location.line) for finding in found if finding.severity > Severity.INFO]


@pytest.mark.parametrize("rewrite", REWRITES)
def test_the_sound_blueprint_is_sound(rewrite: str) -> None:
    text, _ = REWRITES[rewrite](SOUND)
    assert _findings(text) == []


@pytest.mark.parametrize("name", DEFECTS)
@pytest.mark.parametrize("rewrite", REWRITES)
def test_the_defect_is_found_where_it_is(name: str, rewrite: str) -> None:
    old, new, code, line = DEFECTS[name]
    assert SOUND.count(old) == 1, old
    text, added = REWRITES[rewrite](SOUND.replace(old, new))
    assert _findings(text) == [(code, line + added)]


def test_key_order_and_flow_style_change_nothing() -> None:
    flow = SOUND.replace(
        "      - id: answer\n        action: Answers\n        owner: help\n        uses: crm\n        work: 10 min\n",
        "      {uses: [{system: crm}], work: 10 min, owner: help, action: Answers, id: answer}\n",
    )
    assert flow != SOUND
    assert _findings(flow) == []


def test_a_finding_on_a_name_offers_its_id() -> None:
    source = load_bytes(
        SOUND.replace("uses: track", "uses: Tracking").encode(), "late.blueprint.yaml", Path()
    )
    (finding,) = [found for found in check(source).findings if found.code == "BP005"]
    assert (finding.message, finding.help) == (
        "there is no system 'Tracking'",
        "'Tracking' is a name; write its id: track",
    )
    assert finding.at == "steps[phone].backstage[search].uses[0].system"
    assert (finding.location.column, finding.location.end_column) == (15, 23)


def test_a_second_id_names_the_first() -> None:
    source = load_bytes(SOUND.replace("id: search", "id: answer").encode(), "late.blueprint.yaml", Path())
    (finding,) = [found for found in check(source).findings if found.code == "BP004"]
    assert finding.related is not None
    assert (finding.related[0].line, finding.related[0].column) == (32, 13)


def test_the_fingerprint_stays_when_lines_move_and_changes_with_the_thing() -> None:
    def print_of(text: str) -> str:
        found = check(load_bytes(text.encode(), "late.blueprint.yaml", Path())).findings
        return next(finding.fingerprint for finding in found if finding.code == "BP101")

    ownerless = SOUND.replace("        owner: stock\n", "")
    inserted = ownerless.replace(
        "steps:\n", "steps:\n  - {customer: Dreams, evidence: Advert, channel: ad}\n"
    )
    assert print_of(inserted) == print_of(ownerless)
    assert print_of(ownerless.replace("id: search", "id: seek")) != print_of(ownerless)
    assert re.fullmatch("[0-9a-f]{16}", print_of(ownerless))
