"""What the map knows and has no room for: the tooltips of headers and cards, in the file's words and language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.shares import format_share
from blueprint_cli.language.words import CHANNELS
from blueprint_cli.model.word_lists import UNKNOWN_OWNER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.language.durations import Duration
    from blueprint_cli.language.wording import Words
    from blueprint_cli.model.actions import Action, Evidence, FailPoint
    from blueprint_cli.model.directory import System
    from blueprint_cli.model.steps import Step, Touchpoint
    from blueprint_cli.model.word_lists import Layer
    from blueprint_cli.render.drawing.cards import Content

Fact = tuple[str, str | None]


def step_tooltip(step: Step, content: Content) -> str:
    """The step's title, channel, touchpoints, feelings, words, pains, opportunities, figures and times."""
    words = content.words
    facts: list[Fact] = [
        (words.owner, _team(step.owner, content)),
        (words.channel, _channel(step.channel, content)),
        (words.touchpoints, _joined(_touchpoint(point, content) for point in step.touchpoints)),
        (words.target, _time(step.target)),
        (words.limit, _time(step.limit)),
        (words.feeling, step.feeling),
        (words.thought, _joined(step.thought)),
        (words.quote, _joined(step.quote)),
        (words.only, _joined(content.blueprint.persona_name(name) for name in step.only)),
        *(
            (
                words.pain_point,
                _with(pain.text, _level(pain.severity, words), _only(pain.only, content), pain.note),
            )
            for pain in step.pain_points
        ),
        *(
            (
                words.opportunity,
                _with(
                    idea.text,
                    _team(idea.owner, content),
                    idea.status,
                    idea.due.isoformat() if idea.due else None,
                    idea.note,
                ),
            )
            for idea in step.opportunities
        ),
        (words.kpis, _joined(f"{name} {kpi.value}" for name, kpi in step.kpis.items())),
        (words.basis, _basis(step.basis, words)),
        (words.source, step.source),
        (words.note, step.note),
    ]
    return _told(step.title or words.step.format(n=step.number), facts, content)


def action_tooltip(action: Action, step: Step, layer: Layer, content: Content) -> str:
    """The whole text of an action, its owner, both parts of its time, fail points, basis and source."""
    words = content.words
    over = action.limit is not None and _elapsed_over(action, content)
    facts: list[Fact] = [
        (words.owner, _team(step.owner_of(layer, action), content)),
        (words.wait, _time(action.wait)),
        (words.work, _time(action.work)),
        (words.elapsed, _time(action.elapsed)),
        (words.target, _time(action.target)),
        (words.limit, _with(_time(action.limit), words.over_limit if over else None)),
        (words.background, words.yes if action.background else None),
        *((words.fail_point, _fail_point(point, words)) for point in action.fail_points),
        (
            words.value,
            {"adds": words.adds, "needed": words.needed, "waste": words.waste}.get(action.value or ""),
        ),
        (words.quality, None if action.quality is None else format_share(action.quality, content.lang)),
        (words.cost, None if action.cost is None else f"{action.cost.amount} {action.cost.currency}"),
        (words.only, _only(action.only, content)),
        (words.basis, _basis(action.basis or step.basis, words)),
        (words.source, action.source or step.source),
        (words.note, action.note),
    ]
    return _told(action.action, facts, content)


def evidence_tooltip(evidence: Evidence, content: Content) -> str:
    """The whole text of a piece of evidence, its owner, channel, basis and source."""
    words = content.words
    facts: list[Fact] = [
        (words.owner, _team(evidence.owner, content)),
        (words.channel, _channel(evidence.channel, content)),
        (words.only, _only(evidence.only, content)),
        (words.basis, _basis(evidence.basis, words)),
        (words.source, evidence.source),
        (words.note, evidence.note),
    ]
    return _told(evidence.text, facts, content)


def system_tooltip(name: str, system: System | None, content: Content) -> str:
    """The name of a system, its owner and kind, what it feeds."""
    if system is None:
        return content.show(name)
    words = content.words
    facts: list[Fact] = [
        (words.owner, _team(system.owner, content)),
        (words.kind, system.kind),
        (words.external, words.yes if system.external else None),
        (
            words.feeds,
            _joined(
                _with(content.blueprint.system_name(feed.to), feed.label, feed.note) or ""
                for feed in system.feeds
            ),
        ),
        (words.note, system.note),
    ]
    return _told(system.name, facts, content)


def _told(head: str, facts: Iterable[Fact], content: Content) -> str:
    colon = "\u00a0: " if content.lang == "fr" else ": "
    return "\n".join(
        [content.show(head), *(f"{name}{colon}{content.show(said)}" for name, said in facts if said)]
    )


def _team(owner: str | None, content: Content) -> str | None:
    if owner is None:
        return None
    return content.words.unknown if owner == UNKNOWN_OWNER else content.blueprint.team_name(owner)


def _channel(channel: str | None, content: Content) -> str | None:
    if channel is None:
        return None
    entry = content.blueprint.channels.get(channel)
    return entry.name if entry else CHANNELS[content.lang].get(channel, channel)


def _touchpoint(point: Touchpoint, content: Content) -> str:
    words = content.words
    marks = (words.indirect if point.indirect else None, words.planned if point.planned else None)
    return (
        _with(point.name, _channel(point.channel, content), _team(point.owner, content), *marks, point.note)
        or ""
    )


def _fail_point(point: FailPoint, words: Words) -> str | None:
    share = None if point.likelihood is None else format_share(point.likelihood)
    return _with(
        point.what, share, point.effect, point.recovery and f"{words.recovery}: {point.recovery}", point.note
    )


def _elapsed_over(action: Action, content: Content) -> bool:
    times = next((times for times in content.timings.actions if times.at == action.at), None)
    return bool(
        times
        and times.elapsed_s is not None
        and times.limit_s is not None
        and times.elapsed_s > times.limit_s
    )


def _time(duration: Duration | None) -> str | None:
    return None if duration is None else duration.text


def _level(level: str | None, words: Words) -> str | None:
    return None if level is None else words.severities[level]


def _basis(basis: str | None, words: Words) -> str | None:
    return {"observed": words.observed, "assumed": words.assumed, "proposed": words.proposed}.get(basis or "")


def _only(only: tuple[str, ...], content: Content) -> str | None:
    return _joined(content.blueprint.persona_name(name) for name in only)


def _joined(parts: Iterable[str]) -> str | None:
    return "; ".join(part for part in parts if part) or None


def _with(head: str | None, *more: str | None) -> str | None:
    details = ", ".join(part for part in more if part)
    return f"{head} ({details})" if head and details else head
