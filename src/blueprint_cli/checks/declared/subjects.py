"""What a declared rule can be about: the parts of a blueprint by the names of the format, and their fields."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from blueprint_cli.language.durations import Duration
from blueprint_cli.language.money import Money
from blueprint_cli.model.actions import Action, After, Evidence, FailPoint, Use
from blueprint_cli.model.blueprint import Blueprint, Phase, Span
from blueprint_cli.model.directory import Channel, Feed, Persona, System, Team
from blueprint_cli.model.part import Part
from blueprint_cli.model.steps import Kpi, Next, Opportunity, PainPoint, Step, Touchpoint
from blueprint_cli.model.word_lists import LAYERS

if TYPE_CHECKING:
    from collections.abc import Iterator

FieldKind = Literal["time", "number", "share", "money", "flag", "word", "text", "day", "parts"]

_IN_STEP: dict[str, tuple[type[Part], str]] = {
    "evidence": (Evidence, "evidence"),
    "touchpoint": (Touchpoint, "touchpoints"),
    "pain_point": (PainPoint, "pain_points"),
    "opportunity": (Opportunity, "opportunities"),
    "next": (Next, "next"),
}
_IN_ACTION: dict[str, tuple[type[Part], str]] = {
    "use": (Use, "uses"),
    "after": (After, "after"),
    "fail_point": (FailPoint, "fail_points"),
}
_IN_BLUEPRINT: dict[str, tuple[type[Part], str]] = {
    "phase": (Phase, "phases"),
    "span": (Span, "spans"),
    "team": (Team, "teams"),
    "system": (System, "systems"),
    "persona": (Persona, "personas"),
    "channel": (Channel, "channels"),
}

SUBJECTS: dict[str, tuple[type[Part], ...]] = {
    "blueprint": (Blueprint,),
    **{name: (kind, Blueprint) for name, (kind, _) in _IN_BLUEPRINT.items()},
    "feed": (Feed, System, Blueprint),
    "kpi": (Kpi, Blueprint),
    "step": (Step, Blueprint),
    "step.kpi": (Kpi, Step, Blueprint),
    "step.action": (Action, Step, Blueprint),
    **{f"step.{layer}": (Action, Step, Blueprint) for layer in LAYERS},
    **{name: (kind, Step, Blueprint) for name, (kind, _) in _IN_STEP.items()},
    **{f"step.{name}": (kind, Step, Blueprint) for name, (kind, _) in _IN_STEP.items()},
    **{name: (kind, Action, Step, Blueprint) for name, (kind, _) in _IN_ACTION.items()},
}
"""What `on` may name, with the kinds of the part and of what it stands in, the closest first."""

NAMES = {Blueprint: "blueprint", Step: "step", Action: "action", System: "system"}
"""How a rule names what its subject stands in: `step.emotion`."""


@dataclass(frozen=True)
class Field:
    """A field of a subject or of what it stands in.

    Attributes:
        depth: 0 for the subject itself, 1 for what it stands in, and so on.
        key: as the file writes it.
        kind: what its values are.
        many: whether it holds a list.
        words: the words that it accepts, where they are few.
    """

    depth: int
    key: str
    kind: FieldKind
    many: bool
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subject:
    """One part of a blueprint with what it stands in, the closest first."""

    chain: tuple[Part, ...]

    @property
    def part(self) -> Part:
        """The part itself."""
        return self.chain[0]

    def values(self, field: Field) -> tuple[Any, ...]:
        """The values of a field, none where it is absent; an emotion that differs by persona has several.

        The owner of an action of the company is its step's where it names none.
        """
        part = self.chain[field.depth]
        value = getattr(part, type(part).fields_by_key()[field.key])
        if value is None and field.key == "owner" and isinstance(part, Action):
            value = self._owner_of_step(part)
        if value is None:
            return ()
        if isinstance(value, (tuple, list)):
            return tuple(value)
        return tuple(value.values()) if isinstance(value, dict) else (value,)

    def _owner_of_step(self, action: Action) -> str | None:
        step = self.chain[1]
        in_front = any(mine is action for mine in getattr(step, "customer", ()))
        return None if in_front else getattr(step, "owner", None)


def fields_of(on: str) -> dict[str, Field]:
    """Every field that a rule on such a subject can name: `owner`, `step.emotion`, `blueprint.state`.

    A bare name means the subject's own field, else that of the closest thing around it.
    """
    found: dict[str, Field] = {}
    for depth, kind in enumerate(SUBJECTS[on]):
        for key, name in kind.fields_by_key().items():
            field = _field(depth, key, kind.model_fields[name].annotation)
            found.setdefault(key, field)
            if kind in NAMES:
                found[f"{NAMES[kind]}.{key}"] = field
            if depth == 0:
                found[f"{on.rpartition('.')[2]}.{key}"] = field
    return found


def subjects(blueprint: Blueprint, on: str) -> Iterator[Subject]:
    """Every such part of a blueprint; entries of catalogues are left out."""
    if on == "blueprint":
        yield Subject((blueprint,))
    elif on in ("kpi", *_IN_BLUEPRINT):
        key = "kpis" if on == "kpi" else _IN_BLUEPRINT[on][1]
        yield from (Subject((part, blueprint)) for part in _parts(blueprint, key) if not part.catalogue)
    elif on == "feed":
        systems = (system for system in blueprint.systems.values() if not system.catalogue)
        yield from (Subject((feed, system, blueprint)) for system in systems for feed in system.feeds)
    else:
        for step in blueprint.steps:
            yield from _of_step(blueprint, step, on.removeprefix("step."))


def _of_step(blueprint: Blueprint, step: Step, name: str) -> Iterator[Subject]:
    if name == "step":
        yield Subject((step, blueprint))
    elif name in LAYERS or name == "action":
        actions = (action for layer, action in step.actions() if name in (layer, "action"))
        yield from (Subject((action, step, blueprint)) for action in actions)
    elif name in _IN_ACTION:
        for _, action in step.actions():
            for part in getattr(action, _IN_ACTION[name][1]) or ():
                yield Subject((part, action, step, blueprint))
    else:
        key = "kpis" if name == "kpi" else _IN_STEP[name][1]
        yield from (Subject((part, step, blueprint)) for part in _parts(step, key))


def _parts(holder: Part, key: str) -> tuple[Part, ...]:
    value = getattr(holder, key)
    return tuple(value.values()) if isinstance(value, dict) else tuple(value or ())


def _field(depth: int, key: str, annotation: Any) -> Field:
    leaves = list(_leaves(annotation))
    words = tuple(word for leaf in leaves if get_origin(leaf) is Literal for word in get_args(leaf))
    many = any(get_origin(box) in (tuple, dict) for box in _boxes(annotation)) and key != "emotion"
    return Field(depth, key, _kind(key, leaves, words), many, words)


def _kind(key: str, leaves: list[Any], words: tuple[str, ...]) -> FieldKind:
    if words:
        return "word"
    if any(isinstance(leaf, type) and issubclass(leaf, Part) for leaf in leaves):
        return "parts"
    kinds: dict[Any, FieldKind] = {
        Duration: "time",
        Fraction: "share",
        Money: "money",
        bool: "flag",
        date: "day",
        int: "number",
        Decimal: "number",
    }
    found: FieldKind = next((kinds[leaf] for leaf in leaves if leaf in kinds), "text")
    if key in ("capacity", "emotion"):
        return "number"
    return found


def _leaves(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Literal or not get_args(annotation):
        if annotation is not type(None) and annotation is not Ellipsis:
            yield annotation
        return
    inner = get_args(annotation)[-1:] if get_origin(annotation) is dict else get_args(annotation)
    for part in inner:
        yield from _leaves(part)


def _boxes(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation) if get_origin(annotation) is not Literal else ():
        yield from _boxes(part)
