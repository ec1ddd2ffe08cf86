"""The map in words, as Markdown: for a pull request, or for a reader who cannot see the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.shared import measure_shown
from blueprint_cli.language.durations import format_duration
from blueprint_cli.language.typography import signed, typeset
from blueprint_cli.language.words import words
from blueprint_cli.model.word_lists import EVERYBODY
from blueprint_cli.workbook.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.language.wording import Words
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step
    from blueprint_cli.render.options import Options
    from blueprint_cli.workbook.showing import Table

_LAYERS = ("evidence", "customer", "frontstage", "backstage", "support")
_ESCAPED = str.maketrans(
    {character: f"\\{character}" for character in "\\`*_[]|#~"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
)


def render(blueprint: Blueprint, options: Options) -> bytes:
    """The document in UTF-8: facts, then phase by phase and step by step, then tables."""
    return (
        "\n".join(_Telling(blueprint, options.lang or blueprint.lang).lines()).encode("utf-8", "replace")
        + b"\n"
    )


def escaped(text: str) -> str:
    """A text in which nothing is Markdown or HTML, on one line."""
    return " ".join(text.split("\n")).translate(_ESCAPED)


class _Telling:
    def __init__(self, blueprint: Blueprint, lang: Lang) -> None:
        self.blueprint = blueprint
        self.lang: Lang = lang
        self.words: Words = words(lang)
        self.timings = measure_shown(blueprint)
        self.tables = Tables(blueprint, self.timings, lang)
        self.colon = "\u00a0:" if lang == "fr" else ":"

    def lines(self) -> Iterator[str]:
        yield f"# {self.show(self.blueprint.title)}"
        yield ""
        for name, value in self.tables.facts():
            yield f"- **{name}{self.colon}** {escaped(value)}"
        phase: str | None = None
        for step in self.blueprint.steps:
            if step.phase and step.phase != phase:
                yield from ("", f"## {self.show(self.blueprint.phase_title(step.phase))}")
            phase = step.phase
            yield from self._step(step)
        t = self.tables
        for table in (
            t.times.spans(),
            t.risks.fail_points(),
            t.risks.opportunities(),
            t.directory.systems(),
            t.directory.feeds(),
            t.times.kpis(),
            t.times.step_times(),
        ):
            if table.rows:
                yield from self._table(table)

    def show(self, text: str) -> str:
        return escaped(typeset(text, self.lang))

    def _step(self, step: Step) -> Iterator[str]:
        times = self.timings.step(step.key)
        known = times.timed and times.elapsed_s is not None
        elapsed = format_duration(times.elapsed_s or 0, self.lang) if known else "?"
        yield from ("", f"### {step.number}. {escaped(self.tables.step_title(step))} ({elapsed})", "")
        if step.only:
            yield f"- **{self.words.only}{self.colon}** {escaped(self.tables.names(step.only))}"
        if step.channel:
            yield f"- **{self.words.channel}{self.colon}** {escaped(self.tables.channel(step.channel))}"
        for layer in _LAYERS:
            cards = list(self._cards(step, layer))
            if cards:
                yield f"- **{getattr(self.words, layer)}**"
                yield from (f"  - {card}" for card in cards)
        for name, value in (step.emotion or {}).items():
            who = "" if name == EVERYBODY else f" ({self.show(self.blueprint.persona_name(name))})"
            feeling = f" {self.show(step.feeling)}" if step.feeling else ""
            yield f"- **{self.words.mood}{who}{self.colon}** {signed(value)}{feeling}"
        for label, texts in ((self.words.thought, step.thought), (self.words.quote, step.quote)):
            yield from (f"- **{label}{self.colon}** {self.show(text)}" for text in texts)
        for pain in step.pain_points:
            said = " · ".join(map(escaped, self._variant(pain.only)))
            yield f"- **{self.words.pain_point}{self.colon}** {self.show(pain.text)}{f' — {said}' if said else ''}"

    def _cards(self, step: Step, layer: str) -> Iterator[str]:
        if layer == "evidence":
            for evidence in step.evidence:
                said = " · ".join(map(escaped, self._variant(evidence.only)))
                yield f"{self.show(evidence.text)}{f' — {said}' if said else ''}"
            return
        for kind, action in step.actions():
            if kind == layer:
                facts = [self.tables.team(step.owner_of(kind, action)), *self._systems(action.uses)]
                times = (
                    (self.words.wait, action.wait),
                    (self.words.work, action.work),
                    (self.words.elapsed, action.elapsed),
                )
                facts += [
                    f"{name.lower()} {self.tables.time(time)}" for name, time in times if time is not None
                ]
                facts += [self.words.manual.lower()] if action.manual else []
                facts += self._variant(action.only)
                said = " · ".join(escaped(fact) for fact in facts if fact)
                yield f"{self.show(action.action)}{f' — {said}' if said else ''}"

    def _variant(self, only: tuple[str, ...]) -> list[str]:
        """For whom alone something is, as a fact beside its text."""
        return [f"{self.words.only.lower()} {self.tables.names(only)}"] if only else []

    def _systems(self, uses: tuple[object, ...]) -> Iterator[str]:
        for use in uses:
            yield self.tables.show(self.blueprint.system_name(getattr(use, "system", "")))

    def _table(self, table: Table) -> Iterator[str]:
        yield from ("", f"## {escaped(table.title)}", "")
        yield f"| {' | '.join(map(escaped, table.headings))} |"
        yield f"|{'---|' * len(table.headings)}"
        yield from (f"| {' | '.join(map(escaped, row))} |" for row in table.rows)
