"""Blueprints made by chance, as the plain data of a file; every one of them passes the model."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

TIMES = st.sampled_from(["instant", "30 s", "5 min", "20-40 min", "1 h", "2h30", "1 day", "unknown", "{min}"])
TEXTS = st.sampled_from(
    ["Phones", "Looks for the file and apologises at length to the customer", "Reçoit le colis : enfin !", "اتصل بخدمة العملاء",
     "致电客服并说明情况然后等待很长时间", "Anticonstitutionnellementdéraisonnablement", "\U0001f4e6 parcel \U0001f69a", "a & b < c > \"d\" 'e'"]
)  # fmt: skip
OWNERS = st.sampled_from(
    [None, "Help desk", "Warehouse", "Service client de la région Nord et de l'outre-mer"]
)
SYSTEMS = st.sampled_from(["CRM", "ERP", "Tracking API", "A spreadsheet with a very long name"])


@st.composite
def actions(draw: st.DrawFn, name: str, earlier: list[str]) -> dict[str, Any]:
    """One action with an id; it may wait for actions that came before it in the file."""
    made: dict[str, Any] = {"id": name, "action": draw(TEXTS)}
    for key in ("wait", "work"):
        time = draw(st.none() | TIMES)
        if time is not None:
            made[key] = {"min": "1 h", "likely": "2 h", "max": "6 h"} if time == "{min}" else time
    owner = draw(OWNERS)
    if owner:
        made["owner"] = owner
    if earlier and draw(st.integers(0, 4)) == 0:
        made["after"] = draw(st.lists(st.sampled_from(earlier), min_size=1, max_size=2, unique=True))
    for key in ("background", "manual"):
        if draw(st.integers(0, 6)) == 0:
            made[key] = True
    if draw(st.integers(0, 2)) == 0:
        made["uses"] = [
            {"system": draw(SYSTEMS), "by": draw(st.sampled_from(["api", "screen", "file", "hand"]))}
        ]
    if draw(st.integers(0, 4)) == 0:
        made["fail_points"] = ["Goes wrong"]
    return made


@st.composite
def blueprints(draw: st.DrawFn, most_steps: int = 6, *, branches: bool = True) -> dict[str, Any]:
    """A whole file; `after` names only earlier steps' actions, so that no circle arises."""
    steps: list[dict[str, Any]] = []
    known: list[str] = []
    count = draw(st.integers(1, most_steps))
    for index in range(count):
        step: dict[str, Any] = {
            "id": f"s{index}",
            "title": draw(TEXTS),
            "phase": draw(st.sampled_from(["One", "Two"])),
        }
        fresh: list[str] = []
        for layer in ("customer", "frontstage", "backstage", "support"):
            cards = []
            for place in range(draw(st.integers(0, 2))):
                name = f"{layer}-{index}-{place}"
                cards.append(draw(actions(name, list(known))))
                fresh.append(name)
            if cards:
                step[layer] = cards
        known += fresh
        if draw(st.booleans()):
            step["emotion"] = draw(st.integers(-2, 2))
        if draw(st.integers(0, 2)) == 0:
            step["evidence"] = draw(st.lists(TEXTS, min_size=1, max_size=2))
        if draw(st.integers(0, 3)) == 0:
            step["pain_points"] = ["Hurts"]
        steps.append(step)
    if branches:
        for index, step in enumerate(steps):
            if draw(st.integers(0, 5)) == 0:
                target = draw(st.integers(0, count - 1))
                step["next"] = [
                    {"to": f"s{target}", "probability": "20 %", "label": "again"},
                    *([f"s{index + 1}"] if index + 1 < count else ["end"]),
                ]
    return {"blueprint": 1, "title": draw(TEXTS), "lang": draw(st.sampled_from(["en", "fr"])), "steps": steps}


LAYERS = ("customer", "frontstage", "backstage", "support")
LENGTHS = st.sampled_from(["instant", "30 s", "5 min", "20-40 min", "1 h", "2h30", "1 day", "unknown"])
WORKING_LENGTHS = st.sampled_from(["2 working days", "½ working day", "3 business hours"])
OFFICE = {"days": "mon-fri", "hours": ["09:00-12:30", "14:00-18:00"], "holidays": "FR"}


@st.composite
def timed_actions(draw: st.DrawFn, name: str, names: list[str], *, calendar: bool) -> dict[str, Any]:
    """An action of which only the times and the order matter; `after` may name anything, itself excepted."""
    lengths = LENGTHS | WORKING_LENGTHS if calendar else LENGTHS
    made: dict[str, Any] = {"id": name, "action": name}
    for key in draw(st.sampled_from([("work",), ("wait",), ("wait", "work"), ("elapsed",), ()])):
        made[key] = draw(lengths)
    if draw(st.integers(0, 3)) == 0:
        others = [other for other in names if other != name]
        made["after"] = draw(
            st.lists(st.sampled_from(others), max_size=2, unique=True) if others else st.just([])
        )
    if draw(st.integers(0, 4)) == 0:
        made["background"] = True
    if draw(st.integers(0, 2)):
        made["owner"] = draw(st.sampled_from(["front", "office"]))
    return made


@st.composite
def timed_blueprints(draw: st.DrawFn, most_steps: int = 5, *, calendar: bool = False) -> dict[str, Any]:
    """A file full of orders: `after` in every direction, `background`, `next` forward, back and to the end."""
    count = draw(st.integers(1, most_steps))
    shape = [{layer: draw(st.integers(0, 2)) for layer in LAYERS} for _ in range(count)]
    names = [
        f"{layer}-{index}-{place}"
        for index, step in enumerate(shape)
        for layer in LAYERS
        for place in range(step[layer])
    ]
    names += [f"s{index}" for index in range(count)]
    steps: list[dict[str, Any]] = []
    for index, sizes in enumerate(shape):
        step: dict[str, Any] = {"id": f"s{index}"}
        for layer in draw(st.permutations(LAYERS)):
            cards = [
                draw(timed_actions(f"{layer}-{index}-{place}", names, calendar=calendar))
                for place in range(sizes[layer])
            ]
            if cards:
                step[layer] = cards
        if draw(st.integers(0, 2)) == 0:
            targets = [*(f"s{other}" for other in range(count)), "end"]
            step["next"] = draw(st.lists(st.sampled_from(targets), max_size=3, unique=True))
        steps.append(step)
    made: dict[str, Any] = {
        "blueprint": 1,
        "title": "Orders",
        "steps": steps,
        "teams": {"front": "Front desk", "office": "Office"},
    }
    if calendar:
        made["teams"]["office"] = {"name": "Office", "hours": "office"}
        made["calendars"] = {"office": OFFICE}
    return made
