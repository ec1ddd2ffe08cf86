"""One persona's blueprint out of a file that serves several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.model.word_lists import EVERYBODY

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step


def variants(blueprint: Blueprint) -> tuple[str, ...]:
    """Every name that a variant can be asked for: the journey's personas, the declared ones, segments, and those named in `only`."""
    found = [*blueprint.persona, *blueprint.personas]
    found += [persona.segment for persona in blueprint.personas.values() if persona.segment]
    for step in blueprint.steps:
        found += step.only
        found += [name for evidence in step.evidence for name in evidence.only]
        found += [name for _, action in step.actions() for name in action.only]
        found += [name for pain in step.pain_points for name in pain.only]
        found += [name for name in step.emotion or () if name != EVERYBODY]
    return tuple(dict.fromkeys(found))


def has_variants(blueprint: Blueprint) -> bool:
    """True when something in the map is kept to some personas or segments."""
    return blueprint.remembered("has variants", lambda: _has_variants(blueprint))


def _has_variants(blueprint: Blueprint) -> bool:
    return any(
        step.only
        or any(action.only for _, action in step.actions())
        or any(evidence.only for evidence in step.evidence)
        or any(pain.only for pain in step.pain_points)
        for step in blueprint.steps
    )


def whose(blueprint: Blueprint) -> str:
    """The persona whose journey the figures of a map are of, where the map has several; else empty."""
    return blueprint.persona[0] if blueprint.persona and has_variants(blueprint.whole) else ""


def for_persona(blueprint: Blueprint, persona: str) -> Blueprint:
    """The blueprint as one persona (or segment) lives it: what is for others is gone, an emotion is a single one.

    Parts keep their route and address, and `whole` is the blueprint that was given.
    """
    names = {persona}
    entry = blueprint.personas.get(persona)
    if entry and entry.segment:
        names.add(entry.segment)
    steps = tuple(_step_for(step, names, persona) for step in blueprint.steps if _concerns(step, names))
    variant = blueprint.model_copy(update={"steps": steps, "persona": (persona,)})
    variant.keep_whole(blueprint.whole)
    return variant


def lives_through(blueprint: Blueprint, name: str, step: Step) -> bool:
    """Whether a persona, a segment or everybody comes to a step; one that is `only` for others is passed over."""
    if name == EVERYBODY:
        return True
    entry = blueprint.personas.get(name)
    return _concerns(step, {name, (entry.segment if entry else None) or name})


def _concerns(part: Any, names: set[str]) -> bool:
    return not part.only or not names.isdisjoint(part.only)


def _step_for(step: Step, names: set[str], persona: str) -> Step:
    fields = ("evidence", "customer", "frontstage", "backstage", "support", "pain_points")
    kept: dict[str, Any] = {
        name: tuple(part for part in getattr(step, name) if _concerns(part, names)) for name in fields
    }
    if step.emotion is not None:
        order = [persona, *sorted(names - {persona}), EVERYBODY]
        mine = next((step.emotion[name] for name in order if name in step.emotion), None)
        kept["emotion"] = None if mine is None else {EVERYBODY: mine}
    return step.model_copy(update=kept)
