"""Every key of the format, for people: the tables at the end of `docs/format.md`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from blueprint_cli.model.actions import Action, After, Evidence, FailPoint, Use
from blueprint_cli.model.blueprint import Blueprint, Catalogue, Phase, Span
from blueprint_cli.model.calendars import Calendar
from blueprint_cli.model.directory import Channel, Feed, Persona, System, Team
from blueprint_cli.model.steps import Kpi, Next, Opportunity, PainPoint, Step, Touchpoint

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from blueprint_cli.model.part import Part

SECTIONS: tuple[tuple[type[Part], str], ...] = (
    (Blueprint, "The blueprint: top of the file"),
    (Step, "A step: an item of `steps`"),
    (Action, "An action: an item of `customer`, `frontstage`, `backstage`, `support`"),
    (Use, "A use of a system: an item of `uses`"),
    (After, "A predecessor: an item of `after`"),
    (FailPoint, "A fail point: an item of `fail_points`"),
    (Evidence, "A piece of evidence: an item of `evidence`"),
    (Touchpoint, "A touchpoint: an item of `touchpoints`"),
    (PainPoint, "A pain point: an item of `pain_points`"),
    (Opportunity, "An opportunity: an item of `opportunities`"),
    (Next, "A way out: an item of `next`"),
    (Kpi, "A KPI: an entry of `kpis`"),
    (Phase, "A phase: an item of `phases`"),
    (Span, "A span: an item of `spans`"),
    (Persona, "A persona: an entry of `personas`"),
    (Team, "A team: an entry of `teams`"),
    (System, "A system: an entry of `systems`"),
    (Feed, "A feed: an item of a system's `feeds`"),
    (Channel, "A channel of your own: an entry of `channels`"),
    (Calendar, "A calendar: an entry of `calendars`"),
    (Catalogue, "A catalogue: a file that starts with `catalog: 1`"),
)
"""The kinds of part, in the order in which a reader meets them."""


def reference() -> str:
    """Markdown tables of every key: what it holds, whether it is required, an example."""
    return "\n".join(_section(kind, heading) for kind, heading in SECTIONS)


def _section(kind: type[Part], heading: str) -> str:
    short = f"A bare value stands for `{kind.main}`.\n\n" if kind.main else ""
    rows = [_row(key, kind.model_fields[name]) for key, name in _ordered(kind)]
    return f"### {heading}\n\n{short}| key | holds | example |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def _ordered(kind: type[Part]) -> list[tuple[str, str]]:
    """Keys in the order to write them: the required ones first, the shared entries and `note` last."""
    inherited = [pair for pair in kind.fields_by_key().items() if pair[1] not in kind.__annotations__]
    own = [pair for pair in kind.fields_by_key().items() if pair[1] in kind.__annotations__]
    pairs = [*own, *inherited[1:], *inherited[:1]]
    return sorted(pairs, key=lambda pair: not kind.model_fields[pair[1]].is_required())


def _row(key: str, field: FieldInfo) -> str:
    needed = " **required**" if field.is_required() else ""
    return f"| `{key}`{needed} | {field.description or ''} | {_example(key, field)} |"


def _example(key: str, field: FieldInfo) -> str:
    if field.examples:
        return f"`{key}: {_written(field.examples[0])}`"
    words = _words(field.annotation)
    return f"`{key}: {words[0]}`" if words else ""


def _written(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_written(item) for item in value) + "]"
    return (
        f'"{value}"'
        if isinstance(value, str) and (value.replace(".", "").isdigit() or ": " in value or ":0" in value)
        else str(value)
    )


def _words(annotation: Any) -> tuple[Any, ...]:
    for option in (annotation, *get_args(annotation)):
        if getattr(option, "__origin__", None) is not None and str(option).startswith("typing.Literal"):
            return get_args(option)
    return ()
