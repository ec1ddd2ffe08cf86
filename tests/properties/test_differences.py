"""A map and a list of known edits: the comparison tells exactly these; and what is written in another way is no change."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.analysis.differences.comparing import Comparison, compare
from blueprint_cli.analysis.differences.outcome import Compared, Outcome
from blueprint_cli.analysis.differences.saying import Saying
from blueprint_cli.language.words import Lang
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.differences import svg
from blueprint_cli.report.differences import full, md
from blueprint_cli.report.differences import json as json_report
from blueprint_cli.report.view import View
from blueprint_cli.source.document import Document
from blueprint_cli.source.reading import read_text
from blueprint_cli.source.validation import validate

from .strategies import blueprints

LAYERS = ("customer", "frontstage", "backstage", "support")
WORDS = (
    *("agent", "parcel", "invoice", "refund", "carrier", "label", "ledger", "queue", "voucher", "warehouse"),
    *("phones", "prints", "checks", "scans", "writes", "books", "packs", "signs", "opens", "counts"),
    *("morning", "counter", "receipt", "driver", "button", "mailbox", "shelf", "contract", "folder", "stamp"),
)
Data = dict[str, Any]
Told = tuple[str, str, str]
"""Kind, what and field of a change."""


def built(data: Data) -> Blueprint:
    root, problems = validate(Document("", data=data))
    assert isinstance(root, Blueprint), problems
    return root


def told(comparison: Comparison) -> list[Told]:
    return sorted((change.kind, change.same.what, change.field) for change in comparison.changes)


class Making:
    """A map made by chance, in which no two texts are alike."""

    def __init__(self, chance: random.Random, *, ids: bool) -> None:
        self.chance, self.ids, self.made = chance, ids, 0

    def text(self) -> str:
        self.made += 1
        return " ".join(self.chance.sample(WORDS, 4)).capitalize() + f" {self.made * 7919 % 9973}"

    def card(self) -> Data:
        self.made += 1
        card: Data = {"id": f"c{self.made}"} if self.ids and self.chance.random() < 0.7 else {}
        card |= {"action": self.text(), "owner": self.chance.choice(["sav", "stock"])}
        card |= {"wait": f"{self.chance.randint(1, 9)} h", "work": f"{self.chance.randint(1, 9)} min"}
        if self.chance.random() < 0.5:
            card["uses"] = [{"system": "crm", "by": "hand"}]
        if self.chance.random() < 0.3:
            card["fail_points"] = [{"what": self.text(), "likelihood": "5 %"}]
        return card

    def step(self) -> Data:
        self.made += 1
        step: Data = {"id": f"s{self.made}"} if self.ids and self.chance.random() < 0.7 else {}
        step |= {"title": self.text(), "channel": "web", "phase": "one", "emotion": 0}
        step |= {"evidence": [self.text() for _ in range(self.chance.randint(1, 2))]}
        step |= {layer: [self.card() for _ in range(self.chance.randint(2, 3))] for layer in LAYERS}
        step["pain_points"] = [{"text": self.text(), "severity": "low"} for _ in range(2)]
        step["touchpoints"] = [{"name": self.text()}]
        step["opportunities"] = [{"text": self.text(), "owner": "sav"}]
        step["kpis"] = {"csat": {"value": self.chance.randint(1, 99), "source": "survey"}}
        return step

    def data(self) -> Data:
        return {
            "blueprint": 1,
            "title": "Refund",
            "teams": {"sav": "Customer care", "stock": {"name": "Warehouse", "rate": "30 EUR/h"}},
            "systems": {
                "crm": {"name": "Desk", "owner": "sav", "feeds": [{"to": "erp", "by": "api"}]},
                "erp": {"name": "Enterprise", "owner": "stock"},
            },
            "personas": {"nadia": "Nadia"},
            "calendars": {"office": {"days": "mon-fri", "hours": ["09:00-17:00"]}},
            "phases": [{"id": "one", "title": "First"}, {"id": "two", "title": "Second"}],
            "spans": [{"id": "whole", "title": "All of it", "promise": "3 days", "limit": "5 days"}],
            "kpis": {"nps": {"value": 12, "source": "survey"}},
            "steps": [self.step() for _ in range(self.chance.randint(4, 7))],
        }


# Each edit takes the data, a step that no other edit touches, and the making; it says what it should be told as.
Edit = Callable[[Data, Data, Making], list[Told]]


def _card(step: Data, layer: str = "backstage") -> Data:
    card: Data = step[layer][0]
    return card


def retitle(data: Data, step: Data, making: Making) -> list[Told]:
    step["title"] = making.text()
    return [("renamed", "step", "title")]


def reword(data: Data, step: Data, making: Making) -> list[Told]:
    _card(step)["action"] = making.text()
    return [("renamed", "action", "action")]


def reword_evidence(data: Data, step: Data, making: Making) -> list[Told]:
    step["evidence"][0] = making.text()
    return [("renamed", "evidence", "text")]


def rename_id(data: Data, step: Data, making: Making) -> list[Told]:
    card, other = _card(step, "frontstage"), _card(step)
    was_free = "id" not in card
    card["id"] = "renamed-card"
    other["after"] = "renamed-card"
    return (
        [("changed", "action", "after")]
        if was_free
        else [("renamed", "action", "id"), ("changed", "action", "after")]
    )


def hand_over(data: Data, step: Data, making: Making) -> list[Told]:
    card = _card(step)
    card["owner"] = "stock" if card["owner"] == "sav" else "sav"
    return [("changed", "action", "owner")]


def lengthen(data: Data, step: Data, making: Making) -> list[Told]:
    _card(step)["wait"] = "3 days"
    return [("changed", "action", "wait")]


def lose_work(data: Data, step: Data, making: Making) -> list[Told]:
    del _card(step)["work"]
    return [("changed", "action", "work")]


def cheer(data: Data, step: Data, making: Making) -> list[Told]:
    step["emotion"] = 2
    return [("changed", "step", "emotion")]


def speak(data: Data, step: Data, making: Making) -> list[Told]:
    step["quote"] = making.text()
    return [("changed", "step", "quote")]


def switch_channel(data: Data, step: Data, making: Making) -> list[Told]:
    step["channel"] = "phone"
    return [("changed", "step", "channel")]


def add_card(data: Data, step: Data, making: Making) -> list[Told]:
    step["backstage"].insert(1, making.card())
    return [("added", "action", "")]


def remove_card(data: Data, step: Data, making: Making) -> list[Told]:
    step["backstage"].pop(1)
    return [("removed", "action", "")]


def hide_card(data: Data, step: Data, making: Making) -> list[Told]:
    step["backstage"].append(step["frontstage"].pop(0))
    return [("moved", "action", "layer")]


def reorder_cards(data: Data, step: Data, making: Making) -> list[Told]:
    step["backstage"].append(step["backstage"].pop(0))
    return [("moved", "action", "position")]


def add_step(data: Data, step: Data, making: Making) -> list[Told]:
    data["steps"].insert(data["steps"].index(step), making.step())
    return [("added", "step", "")]


def remove_step(data: Data, step: Data, making: Making) -> list[Told]:
    data["steps"].remove(step)
    return [("removed", "step", "")]


def split(data: Data, step: Data, making: Making) -> list[Told]:
    """A split is an added step and moved cards."""
    fresh = {"title": making.text(), "support": step.pop("support")}
    data["steps"].insert(data["steps"].index(step) + 1, fresh)
    return [("added", "step", "")] + [("moved", "action", "step")] * len(fresh["support"])


def add_pain(data: Data, step: Data, making: Making) -> list[Told]:
    step["pain_points"].append({"text": making.text()})
    return [("added", "pain_point", "")]


def worsen_pain(data: Data, step: Data, making: Making) -> list[Told]:
    step["pain_points"][0]["severity"] = "high"
    return [("changed", "pain_point", "severity")]


def drop_opportunity(data: Data, step: Data, making: Making) -> list[Told]:
    step["opportunities"] = []
    return [("removed", "opportunity", "")]


def add_touchpoint(data: Data, step: Data, making: Making) -> list[Told]:
    step["touchpoints"].insert(0, {"name": making.text(), "planned": True})
    return [("added", "touchpoint", "")]


def use_more(data: Data, step: Data, making: Making) -> list[Told]:
    card = _card(step)
    card["uses"] = [*card.get("uses", []), "erp"]
    return [("added", "use", "")]


def automate(data: Data, step: Data, making: Making) -> list[Told]:
    card = _card(step)
    if "uses" not in card:
        return []
    card["uses"] = [{"system": "crm", "by": "api"}]
    return [("changed", "use", "by")]


def replace_system(data: Data, step: Data, making: Making) -> list[Told]:
    card = _card(step)
    if "uses" not in card:
        return []
    card["uses"] = [{"system": "erp", "by": "hand"}]
    return [("changed", "use", "system")]


def measure_again(data: Data, step: Data, making: Making) -> list[Told]:
    step["kpis"]["csat"]["value"] = 100
    return [("changed", "kpi", "value")]


def branch(data: Data, step: Data, making: Making) -> list[Told]:
    step["next"] = [{"to": "end", "probability": "20 %"}, {"to": data["steps"][0].setdefault("id", "start")}]
    return [("changed", "step", "next")]


def likelier(data: Data, step: Data, making: Making) -> list[Told]:
    found = [card for layer in LAYERS for card in step[layer] if "fail_points" in card]
    if not found:
        return []
    found[0]["fail_points"][0]["likelihood"] = "50 %"
    return [("changed", "fail_point", "likelihood")]


STEP_EDITS: tuple[Edit, ...] = (
    *(
        retitle,
        reword,
        reword_evidence,
        rename_id,
        hand_over,
        lengthen,
        lose_work,
        cheer,
        speak,
        switch_channel,
    ),
    *(add_card, remove_card, hide_card, reorder_cards, add_step, remove_step, split, add_pain, worsen_pain),
    *(drop_opportunity, add_touchpoint, use_more, automate, replace_system, measure_again, branch, likelier),
)


def rename_team(data: Data, step: Data, making: Making) -> list[Told]:
    """A renamed id with its references is one change."""
    text = json.dumps(data).replace('"sav"', '"care"')
    data.clear()
    data.update(json.loads(text))
    return [("renamed", "team", "id")]


def call_team(data: Data, step: Data, making: Making) -> list[Told]:
    data["teams"]["sav"] = "Helpers"
    return [("renamed", "team", "name")]


def raise_rate(data: Data, step: Data, making: Making) -> list[Told]:
    data["teams"]["stock"]["rate"] = "31 EUR/h"
    return [("changed", "team", "rate")]


def break_feed(data: Data, step: Data, making: Making) -> list[Told]:
    data["systems"]["crm"]["feeds"][0]["broken"] = True
    return [("changed", "feed", "broken")]


def add_feed(data: Data, step: Data, making: Making) -> list[Told]:
    data["systems"]["erp"]["feeds"] = "crm"
    return [("added", "feed", "")]


def give_away(data: Data, step: Data, making: Making) -> list[Told]:
    data["systems"]["erp"]["owner"] = "sav"
    return [("changed", "system", "owner")]


def promise(data: Data, step: Data, making: Making) -> list[Told]:
    data["spans"][0]["promise"] = "2 days"
    return [("changed", "span", "promise")]


def open_longer(data: Data, step: Data, making: Making) -> list[Told]:
    data["calendars"]["office"]["hours"] = ["08:00-18:00"]
    return [("changed", "calendar", "hours")]


def call_phase(data: Data, step: Data, making: Making) -> list[Told]:
    data["phases"][1]["title"] = "Last"
    return [("renamed", "phase", "title")]


def new_persona(data: Data, step: Data, making: Making) -> list[Told]:
    data["personas"]["vip"] = {"name": "Big client", "segment": "gold"}
    return [("added", "persona", "")]


def score(data: Data, step: Data, making: Making) -> list[Told]:
    data["kpis"]["nps"]["value"] = -3
    return [("changed", "kpi", "value")]


def review(data: Data, step: Data, making: Making) -> list[Told]:
    data["reviewed"] = "2027-01-01"
    return [("changed", "blueprint", "reviewed")]


MAP_EDITS: tuple[Edit, ...] = (
    *(call_team, raise_rate, break_feed, add_feed, give_away, promise, open_longer, call_phase),
    *(new_persona, score, review),
)


@pytest.mark.parametrize("edit", [*STEP_EDITS, *MAP_EDITS, rename_team], ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("ids", [True, False], ids=["ids", "no ids"])
def test_each_edit_is_told_once(edit: Edit, ids: bool) -> None:
    for seed in range(12):
        making = Making(random.Random(seed), ids=ids)
        old = making.data()
        new = copy.deepcopy(old)
        expected = edit(new, new["steps"][2], making)
        comparison = compare(built(old), built(new))
        assert told(comparison) == sorted(expected), [
            Saying(comparison).sentence(c) for c in comparison.changes
        ]


@given(st.integers(0, 10**9), st.booleans())
def test_several_edits_are_told_as_exactly_these(seed: int, ids: bool) -> None:
    chance = random.Random(seed)
    making = Making(chance, ids=ids)
    old = making.data()
    new = copy.deepcopy(old)
    expected: list[Told] = []
    steps = list(new["steps"])[1:]  # the first one stays, so that `branch` has somewhere to lead
    for edit, step in zip(chance.sample(STEP_EDITS, len(steps)), steps, strict=True):
        expected += edit(new, step, making)
    for edit in chance.sample(MAP_EDITS, 3):
        expected += edit(new, steps[0], making)
    comparison = compare(built(old), built(new))
    assert told(comparison) == sorted(expected), [Saying(comparison).sentence(c) for c in comparison.changes]
    for lang in ("en", "fr"):
        for change in comparison.changes:
            assert "None" not in Saying(comparison, lang, typographic=True).sentence(change)


@given(st.integers(0, 10**9), st.booleans())
def test_a_moved_step_is_one_move(seed: int, ids: bool) -> None:
    chance = random.Random(seed)
    old = Making(chance, ids=ids).data()
    new = copy.deepcopy(old)
    new["steps"].append(new["steps"].pop(0))
    assert told(compare(built(old), built(new))) == [("moved", "step", "position")]


@given(st.integers(0, 10**9), st.booleans())
def test_a_card_that_moves_to_another_step_and_changes_hands(seed: int, ids: bool) -> None:
    chance = random.Random(seed)
    old = Making(chance, ids=ids).data()
    new = copy.deepcopy(old)
    card = new["steps"][1]["frontstage"].pop(0)
    card["owner"] = "stock" if card["owner"] == "sav" else "sav"
    new["steps"][2]["backstage"].append(card)
    comparison = compare(built(old), built(new))
    assert told(comparison) == [("changed", "action", "owner"), ("moved", "action", "step")]
    moved = next(change for change in comparison.changes if change.kind == "moved")
    old_title, new_title = new["steps"][1]["title"], new["steps"][2]["title"]
    assert Saying(comparison).sentence(moved) == (
        f"'{card['action']}' moved from '{old_title}' to '{new_title}', now behind the line of visibility"
    )


def another_way(value: Any, chance: random.Random, key: str = "") -> Any:
    """The same data written in another way: keys in another order, lone items, longer forms, other words for times."""
    if isinstance(value, dict):
        keys = list(value)
        if key != "data":
            chance.shuffle(keys)
        return {name: another_way(value[name], chance, name) for name in keys}
    if isinstance(value, list):
        items = [another_way(item, chance) for item in value]
        return items[0] if len(items) == 1 and key != "steps" else items
    spelled = {
        "1 h": "60 min",
        "2 h": "120 min",
        "3 days": "72 h",
        "5 %": 0.05,
        "30 EUR/h": "0.50 EUR/min",
        "erp": "erp",
    }
    if key in ("wait", "work", "promise", "likelihood", "rate"):
        return spelled.get(value, value)
    return {"text": value} if key == "evidence" and isinstance(value, str) else value


@given(st.integers(0, 10**9), st.booleans())
def test_what_is_written_in_another_way_is_no_change(seed: int, ids: bool) -> None:
    chance = random.Random(seed)
    old = Making(chance, ids=ids).data()
    new = another_way(copy.deepcopy(old), chance)
    for number, step in enumerate(new["steps"] if isinstance(new["steps"], list) else [new["steps"]]):
        step.setdefault("id", f"given-{number}")
        for layer in LAYERS:
            cards = step[layer] if isinstance(step[layer], list) else [step[layer]]
            for card in cards:
                card.setdefault("background", False)
                card["elapsed"] = card["wait"] if card.get("work") is None else None
                del card["elapsed"]
    assert told(compare(built(old), built(new))) == []
    assert told(compare(built(new), built(old))) == []


@given(st.integers(0, 10**9))
def test_nothing_changed_between_a_map_and_itself(seed: int) -> None:
    data = Making(random.Random(seed), ids=bool(seed % 2)).data()
    assert told(compare(built(data), built(copy.deepcopy(data)))) == []


OLD = """blueprint: 1
title: Late parcel
steps:
  - id: call
    title: Call
    customer: Phones the help desk
    owner: care
    frontstage: {id: agent, action: Looks for the file, %s}
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("wait: 1 h, work: 10 min", "work: 10 min, wait: 60 min"),
        ("wait: 1 h, work: 1 h", "wait: 1 h, work: 1 h, elapsed: 2 h"),
        ("wait: 1 h, work: 1 h", "wait: 1 h, elapsed: 2 h"),
        ("work: 1 h", "work: 1 h, wait: instant"),
        ("work: 1 h", "work: 1 h, owner: care"),
        ("work: 1 h", "work: 1 h, background: false, manual: false"),
        ("uses: CRM", "uses: [{system: CRM, by: screen, broken: false}]"),
        ("work: 1-3 h", "work: {min: 1 h, likely: 2 h, max: 3 h}"),
        ("work: 2 jours", "work: 2 days"),
        ("quality: 85 %", "quality: 0.85"),
        ("cost: 0.5 EUR", "cost: 0.50 EUR"),
        ("note: 'a  b'", "note: a b"),
        ("note: l'agent", "note: l’agent"),
        ("note: d\u00e9j\u00e0 vu", "note: de\u0301ja\u0300 vu"),
    ],
)
def test_one_thing_said_in_two_ways(before: str, after: str) -> None:
    old, new = (validate(read_text(OLD % text))[0] for text in (before, after))
    assert isinstance(old, Blueprint)
    assert isinstance(new, Blueprint)
    assert told(compare(old, new)) == []


@given(blueprints(), blueprints(), st.sampled_from(["en", "fr"]))
def test_any_two_maps_are_compared_told_and_drawn(first: Data, second: Data, lang: Lang) -> None:
    old, new = built(first), built(second)
    comparison = compare(old, new)
    file = Compared("a", "b", comparison, comparison.changes)
    for module in (full, json_report, md):
        assert "".join(module.render(Outcome((file,)), View(lang=lang)))[-1:] in ("\n", "")
    ElementTree.fromstring(svg.render(file, lang))
