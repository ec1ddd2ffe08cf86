"""What is told of an edit, in exact words; and what is no edit at all."""

from __future__ import annotations

import pytest

from blueprint_cli.analysis.differences.comparing import Comparison, compare
from blueprint_cli.analysis.differences.figures import figures
from blueprint_cli.analysis.differences.saying import Saying
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.source.reading import read_text
from blueprint_cli.source.validation import validate

MAP = """\
blueprint: 1
title: Late parcel
persona: nadia
personas: {nadia: Nadia, vip: {name: Big client, segment: gold}}
teams: {care: Customer care, stock: {name: Warehouse, rate: 30 EUR/h}}
systems:
  crm: {name: Desk, owner: care, feeds: [{to: erp, by: api}]}
  erp: {name: Stock system, owner: stock}
phases: [{id: buy, title: Buying}, {id: help, title: Asking for help}]
spans: [{id: delivery, title: From order to parcel, from: order, to: call, promise: 24 h}]
kpis: {NPS: {value: 12, source: survey}}
steps:
  - id: order
    title: Order
    phase: buy
    channel: web
    evidence: [Product page, Confirmation]
    customer: {id: orders, action: Orders, work: 10 min}
    emotion: {nadia: 1, vip: 2}
    owner: care
    frontstage: {id: promise, action: The shop promises a date, uses: crm, wait: 1 h, work: 5 min}
    backstage:
      - {id: pack, action: Packs the product, owner: stock, after: promise, uses: [{system: erp, by: hand}], work: 20 min}
      - {id: label, action: Prints the label, owner: stock, work: 2 min}
    pain_points: [{text: No stock is shown, severity: low}]
    next: [{to: call, probability: 20 %}, {to: end, probability: 80 %}]
  - id: call
    title: Call
    phase: help
    channel: phone
    customer: {action: Phones the help desk, after: label, work: 10 min}
    frontstage:
      id: agent
      action: Looks for the file
      owner: care
      uses: crm
      fail_points: [{what: No status, likelihood: 80 %}]
    kpis: {CSAT: 41 %}
"""


def built(text: str) -> Blueprint:
    root, problems = validate(read_text(text))
    assert isinstance(root, Blueprint), problems
    return root


def compared(*edits: tuple[str, str], text: str = MAP) -> Comparison:
    new = text
    for old, put in edits:
        assert old in new, old
        new = new.replace(old, put)
    return compare(built(text), built(new))


def said(comparison: Comparison, lang: str = "en") -> list[str]:
    saying = Saying(comparison, "fr" if lang == "fr" else "en", typographic=lang == "fr")
    return [saying.sentence(change).replace("\u00a0", " ") for change in comparison.changes]


@pytest.mark.parametrize(
    ("edits", "sentences"),
    [
        # Names.
        ([("title: Late parcel", "title: Lost parcel")], ["the map is now called 'Lost parcel' (it was 'Late parcel')"]),
        ([("title: Call", "title: Ask")], ["'Call' is now called 'Ask'"]),
        ([("Looks for the file", "Searches")], ["'Looks for the file' now reads 'Searches'"]),
        ([("No stock is shown", "No stock is told")], ["'No stock is shown' now reads 'No stock is told'"]),
        ([("Customer care", "Helpers")], ["'Customer care' is now called 'Helpers'"]),
        ([("NPS:", "NPS 2027:")], ["'NPS' is now called 'NPS 2027'"]),
        ([("{id: buy, title: Buying}", "{id: buy, title: Order}")], ["'Buying' is now called 'Order'"]),
        # Ids, with all that refers to them.
        ([("id: agent", "id: helper")], ["the id of 'Looks for the file' is now helper (it was agent)"]),
        ([("label", "sticker"), ("the sticker", "the label")], ["the id of 'Prints the label' is now sticker (it was label)"]),
        ([("id: order\n", "id: purchase\n"), ("from: order", "from: purchase")], ["the id of 'Order' is now purchase (it was order)"]),
        ([("care", "sav"), ("Customer sav", "Customer care")], ["the id of 'Customer care' is now sav (it was care)"]),
        ([("crm", "desk")], ["the id of 'Desk' is now desk (it was crm)"]),
        ([("buy", "purchase")], ["the id of 'Buying' is now purchase (it was buy)"]),
        # Attributes that change, appear and go.
        ([("owner: care\n      uses", "owner: stock\n      uses")], ["'Looks for the file': owner Customer care → Warehouse"]),
        ([("      owner: care\n      uses", "      uses")], ["'Looks for the file': no owner any more (was Customer care)"]),
        ([("      owner: care\n      uses", "      owner: unknown\n      uses")], ["'Looks for the file': owner Customer care → nobody"]),
        ([("    owner: care\n    front", "    owner: stock\n    front")], ["'Order': owner Customer care → Warehouse"]),
        ([("work: 20 min", "work: 20-40 min")], ["'Packs the product': work 20 min → 20-40 min"]),
        ([("wait: 1 h, ", "")], ["'The shop promises a date': no wait any more (was 1 h)"]),
        ([("work: 2 min", "work: 2 min, wait: 3 h")], ["'Prints the label': wait 3 h (none before)"]),
        ([("work: 2 min", "work: 2 min, manual: true")], ["'Prints the label' is manual work now"]),
        ([("nadia: 1,", "nadia: -2,")], ["'Order': emotion Nadia +1 and Big client +2 → Nadia −2 and Big client +2"]),
        ([("channel: phone", "channel: chat")], ["'Call': channel Phone → Chat"]),
        ([("promise: 24 h", "promise: 48 h")], ["'From order to parcel': promise 24 h → 48 h"]),
        ([("80 %}]\n    kpis", "50 %}]\n    kpis")], ["'No status' at 'Looks for the file': likelihood 80% → 50%"]),
        ([("severity: low", "severity: high")], ["'No stock is shown': severity low → high"]),
        ([("CSAT: 41 %", "CSAT: 60 %")], ["'CSAT': value 41 % → 60 %"]),
        ([("rate: 30 EUR/h", "rate: 32 EUR/h")], ["'Warehouse': rate 30 EUR/h → 32 EUR/h"]),
        ([("phase: help\n", "phase: buy\n")], ["'Call': phase Asking for help → Buying"]),
        # Links.
        ([("uses: [{system: erp, by: hand}]", "uses: [{system: erp, by: api}]")], ["the link from 'Packs the product' to Stock system: way by hand → by API"]),
        ([("uses: [{system: erp, by: hand}]", "uses: [{system: crm, by: hand}]")], ["'Packs the product' now works with Desk instead of Stock system"]),
        ([("uses: crm\n", "uses: [crm, {system: erp, by: file}]\n")], ["'Looks for the file' now works with Stock system by file"]),
        ([("      uses: crm\n", "")], ["'Looks for the file' no longer works with Desk"]),
        ([("{to: erp, by: api}", "{to: erp, by: api, broken: true}")], ["the link from 'Desk' to Stock system is broken now"]),
        ([(", feeds: [{to: erp, by: api}]", "")], ["'Desk' no longer feeds Stock system"]),
        ([("after: label", "after: pack")], ["'Phones the help desk' now waits for 'Packs the product' instead of 'Prints the label'"]),
        ([("after: label, ", "")], ["'Phones the help desk' now follows the default order (it waited for 'Prints the label')"]),
        ([("after: label, ", "after: [], ")], ["'Phones the help desk' now starts with the journey"]),
        ([("20 %}, {to: end, probability: 80 %}", "30 %}, {to: end, probability: 70 %}")], ["'Order': probability 20%, 80% → 30%, 70%"]),
        ([("    next: [{to: call, probability: 20 %}, {to: end, probability: 80 %}]\n", "")], ["'Order': no what follows any more (was 'Call' (20%) and the end (80%))"]),
        # What comes, goes and moves.
        ([("[Product page, Confirmation]", "[Product page]")], ["evidence 'Confirmation' removed, in 'Order'"]),
        ([("[Product page, Confirmation]", "[Product page, Confirmation, Banner]")], ["new evidence 'Banner', in 'Order'"]),
        ([("[Product page, Confirmation]", "[Confirmation, Product page]")], []),
        ([("      - {id: label, action: Prints the label, owner: stock, work: 2 min}\n", ""), ("after: label, ", "")], ["backstage action 'Prints the label' removed, in 'Order'"]),
        ([("    backstage:\n      - {id: pack", "    support: {action: Keeps the stock, serves: pack}\n    backstage:\n      - {id: pack")], ["new support process 'Keeps the stock', in 'Order'"]),
        ([("    frontstage:\n      id: agent", "    backstage:\n      id: agent")], ["'Looks for the file' moved from frontstage to backstage, now behind the line of visibility"]),
        ([("    frontstage:\n      id: agent", "    customer:\n      id: agent"), ("    customer: {action: Phones the help desk, after: label, work: 10 min}\n", "")], ["'Looks for the file' moved from frontstage to the customer's actions, now done by the customer, in front of the line of interaction", "customer action 'Phones the help desk' removed, in 'Call'"]),
        ([("      - {id: label, action: Prints the label, owner: stock, work: 2 min}\n", ""), ("    kpis: {CSAT", "    backstage: {id: label, action: Prints the label, owner: stock, work: 2 min}\n    kpis: {CSAT")], ["'Prints the label' moved from 'Order' to 'Call'"]),
        ([("  erp: {name: Stock system, owner: stock}\n", ""), (", feeds: [{to: erp, by: api}]", ""), (" uses: [{system: erp, by: hand}],", "")], ["system 'Stock system' removed"]),
        ([("steps:\n", "steps:\n  - {id: search, title: Search, customer: Looks around}\n")], ["new step 'Search', with 1 card"]),
    ],
)  # fmt: skip
def test_each_edit_in_its_words(edits: list[tuple[str, str]], sentences: list[str]) -> None:
    assert said(compared(*edits)) == sentences


@pytest.mark.parametrize(
    ("edits", "sentences"),
    [
        ([("title: Call", "title: Ask")], ["« Call » s’appelle désormais « Ask »"]),
        ([("Looks for the file", "Searches")], ["« Looks for the file » devient « Searches »"]),
        ([("      owner: care\n      uses", "      uses")], ["« Looks for the file » : plus rien en « responsable » (auparavant Customer care)"]),
        ([("severity: low", "severity: high")], ["« No stock is shown » : gravité faible → forte"]),
        ([("    frontstage:\n      id: agent", "    backstage:\n      id: agent")], ["« Looks for the file » passe des actions visibles aux actions invisibles, désormais derrière la ligne de visibilité"]),
        ([("uses: [{system: erp, by: hand}]", "uses: [{system: erp, by: api}]")], ["le lien de « Packs the product » à Stock system : voie à la main → par API"]),
        ([("[Product page, Confirmation]", "[Product page]")], ["retrait : preuve physique « Confirmation », dans « Order »"]),
        ([("channel: phone", "channel: chat")], ["« Call » : canal Téléphone → Messagerie"]),
    ],
)  # fmt: skip
def test_in_french(edits: list[tuple[str, str]], sentences: list[str]) -> None:
    assert said(compared(*edits), "fr") == sentences


FREE = """\
blueprint: 1
title: Sketch
steps:
  - {customer: Asks, frontstage: {action: Answers, owner: Help desk, uses: Inbox}}
  - {customer: Waits, backstage: [{action: Looks, owner: Help desk}, {action: Packs, owner: Stock}]}
"""


def test_free_texts_that_are_replaced_everywhere_are_renamed_once() -> None:
    assert said(compared(("Help desk", "Customer care"), text=FREE)) == [
        "'Help desk' is now called 'Customer care'"
    ]
    assert said(compared(("owner: Stock", "owner: Depot"), text=FREE)) == ["'Packs': owner Stock → Depot"]


def test_a_sketch_that_declares_its_teams_only_gains_teams() -> None:
    declared = "teams: {care: Help desk, stock: Stock}\nsteps:"
    comparison = compared(
        ("steps:", declared), ("owner: Help desk", "owner: care"), ("owner: Stock", "owner: stock"), text=FREE
    )
    assert said(comparison) == ["new team 'Help desk'", "new team 'Stock'"]


def test_a_merge_is_a_removed_step_and_moved_cards() -> None:
    old = FREE.replace("{customer: Asks, frontstage:", "{title: Ask, customer: Asks, frontstage:")
    new = """\
blueprint: 1
title: Sketch
steps:
  - title: Ask
    customer: [Asks, Waits]
    frontstage: {action: Answers, owner: Help desk, uses: Inbox}
    backstage: [{action: Looks, owner: Help desk}, {action: Packs, owner: Stock}]
"""
    assert said(compare(built(old), built(new))) == [
        "'Waits' moved from step 2 to 'Ask'",
        "'Looks' moved from step 2 to 'Ask'",
        "'Packs' moved from step 2 to 'Ask'",
        "step 2 removed",
    ]


def test_a_moved_step_is_told_by_its_neighbours() -> None:
    texts = [f"  - {{title: Step {name}, customer: Does {name}}}\n" for name in "ABCD"]
    old = "blueprint: 1\ntitle: T\nsteps:\n" + "".join(texts)
    new = "blueprint: 1\ntitle: T\nsteps:\n" + "".join([texts[3], *texts[:3]])
    assert said(compare(built(old), built(new))) == ["'Step D' now comes first (it came after 'Step C')"]


def test_the_default_way_spelled_out() -> None:
    text = "blueprint: 1\ntitle: T\nsteps:\n  - {id: a, customer: A}\n  - {id: b, customer: B}\n"
    spelled = text.replace("customer: A}", "customer: A, next: b}").replace(
        "customer: B}", "customer: B, next: end}"
    )
    assert said(compare(built(text), built(spelled))) == []
    assert said(compare(built(spelled), built(text))) == []


def test_by_place_where_nothing_else_tells() -> None:
    old = "blueprint: 1\ntitle: T\nsteps:\n  - evidence: [Till, Receipt, Bag]\n    customer: [Pays]\n"
    new = old.replace("Receipt, Bag", "Ticket of the machine, Carton")
    assert said(compare(built(old), built(new))) == [
        "'Receipt' now reads 'Ticket of the machine'",
        "'Bag' now reads 'Carton'",
    ]
    bare = "blueprint: 1\ntitle: T\nsteps: [Asks, Waits, Leaves]\n"
    assert said(compare(built(bare), built(bare.replace("Waits", "Queues for long")))) == [
        "'Waits' now reads 'Queues for long'"
    ]


def test_figures_follow() -> None:
    comparison = compared(("work: 20 min", "work: 80 min"), ("CSAT: 41 %", "CSAT: 60 %"))
    found = {
        figure.name: (figure.old, figure.new, figure.delta)
        for figure in figures(comparison.old, comparison.new)
    }
    assert found["manual_work_s"] == (1200, 4800, 3600)
    assert found["lead_s"][2] == 3600
    assert [str(part) for part in found["cost"]] == ["11.00", "41.00", "30.00"]
    assert [str(part) for part in found["kpi: CSAT"]] == ["41", "60", "19"]
    assert found["steps"] == (2, 2, 0)
