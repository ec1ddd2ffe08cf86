"""A sketch of a grid as the text of a new blueprint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.splicing.lines import block_lines, item_lines
from blueprint_cli.workbook.foreign.sketch import INSIDE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blueprint_cli.workbook.foreign.sketch import Sketch, SketchCard, SketchStep

_ORDER = (
    "title", "phase", "channel", "touchpoints", "evidence", "customer", "owner", "target", "emotion", "feeling", "thought", "quote",
    "frontstage", "backstage", "support", "pain_points", "opportunities", "note",
)  # fmt: skip


def text_of(sketch: Sketch, heading: str) -> str:
    """The text of a blueprint, with a line of comment on where it comes from."""
    head = {"blueprint": 1, "title": sketch.title}
    if sketch.lang != "en":
        head["lang"] = sketch.lang
    head |= {
        key: sketch.facts[key] for key in ("scenario", "persona", "version", "client") if key in sketch.facts
    }
    lines = [f"# {heading}", *block_lines(head), "", "steps:"]
    for number, step in enumerate(sketch.steps):
        lines += [""] if number else []
        lines += item_lines(step_data(step), "  ")
    return "\n".join(lines) + "\n"


def step_data(step: SketchStep) -> Any:
    """A step as the file says it; one that is a lone customer action is that text."""
    found: dict[str, Any] = {
        "title": step.title,
        "phase": step.phase,
        "channel": step.channel,
        "owner": step.owner,
        "emotion": step.emotion,
        "feeling": step.feeling,
        "target": step.times.get("target"),
        "note": _joined(step.texts.get("note", ())),
    }
    actions = {layer: [_action(card) for card in cards] for layer, cards in step.layers.items()}
    _give_systems(actions, step.texts.get("systems", []))
    _give_times(actions, step)
    _give_fail_points(actions, step.texts.get("fail_points", []))
    for layer, cards in actions.items():
        found[layer] = _alone([_short(card) for card in cards])
    for key in ("touchpoints", "thought", "quote", "pain_points", "opportunities"):
        found[key] = _alone(list(step.texts.get(key, ())))
    kept = {key: found[key] for key in _ORDER if found.get(key) not in (None, "", [])}
    return kept or step.title


def _joined(notes: Iterable[str]) -> str:
    """Several notes as one text: where one does not end like a sentence, a semicolon parts it from the next."""
    said = ""
    for note in notes:
        gap = " " if said.endswith((".", "!", "?", ":", ";", "…")) else "; "
        said = f"{said}{gap}{note}" if said else note
    return said


def _action(card: SketchCard) -> dict[str, Any]:
    return {"action": card.text, "owner": card.owner} if card.owner else {"action": card.text}


def _short(action: dict[str, Any]) -> Any:
    return action["action"] if len(action) == 1 else action


def _alone(items: list[Any]) -> Any:
    return items[0] if len(items) == 1 else items


def _inside(actions: dict[str, list[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """The internal actions, backstage first: where systems are worked with and things go wrong."""
    for layer in INSIDE:
        yield from actions.get(layer, ())


def _give_systems(actions: dict[str, list[dict[str, Any]]], systems: list[str]) -> None:
    """Systems of a step are used by its first backstage action; without one they are support processes themselves."""
    if not systems:
        return
    first = next(_inside(actions), None)
    if first is None:
        actions.setdefault("support", []).extend({"action": name} for name in systems)
    else:
        first["uses"] = systems[0] if len(systems) == 1 else systems


def _give_times(actions: dict[str, list[dict[str, Any]]], step: SketchStep) -> None:
    """Times of a step stand on the customer's action, else on the first one inside."""
    said: dict[str, Any] = {key: step.times[key] for key in ("wait", "work", "elapsed") if key in step.times}
    first = next(iter(actions.get("customer", ())), None) or next(_inside(actions), None)
    if first is not None:
        first.update(said)


def _give_fail_points(actions: dict[str, list[dict[str, Any]]], texts: list[str]) -> None:
    if texts:
        first = next(_inside(actions), None) or next(iter(actions.get("customer", ())), None)
        if first is not None:
            first["fail_points"] = texts[0] if len(texts) == 1 else texts
