"""The map in words, as Markdown: for a pull request, or for a reader who cannot see the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.shared import measure_shown
from blueprint_cli.language.durations import format_duration
from blueprint_cli.language.typography import signed, typeset
from blueprint_cli.language.words import words
from blueprint_cli.model.word_lists import EVERYBODY
from blueprint_cli.workbook.grid import LAYERS
from blueprint_cli.workbook.part_texts import PartTexts
from blueprint_cli.workbook.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blueprint_cli.language.wording import Words
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step
    from blueprint_cli.render.options import Options
    from blueprint_cli.workbook.showing import Table

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
        self.parts = PartTexts(blueprint, lang)
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
            t.directory.personas(),
            t.directory.teams(),
            t.directory.systems(),
            t.directory.feeds(),
            t.directory.channels(),
            t.directory.calendars(),
            t.times.kpis(),
            t.times.step_times(),
        ):
            if table.rows:
                yield from self._table(table.filled())

    def show(self, text: str) -> str:
        return escaped(typeset(text, self.lang))

    def _step(self, step: Step) -> Iterator[str]:
        times = self.timings.step(step.key)
        known = times.timed and times.elapsed_s is not None
        elapsed = format_duration(times.elapsed_s or 0, self.lang) if known else "?"
        yield from ("", f"### {step.number}. {escaped(self.tables.step_title(step))} ({elapsed})", "")
        yield from self._lines(self.parts.about(step))
        for layer in LAYERS:
            cards = list(self._cards(step, layer))
            if cards:
                yield f"- **{getattr(self.words, layer)}**"
                yield from (f"  - {card}" for card in cards)
        for name, value in (step.emotion or {}).items():
            who = "" if name == EVERYBODY else f" ({self.show(self.blueprint.persona_name(name))})"
            feeling = f" {self.show(step.feeling)}" if step.feeling else ""
            yield f"- **{self.words.mood}{who}{self.colon}** {signed(value)}{feeling}"
        if step.feeling and not step.emotion:
            yield from self._lines([(self.words.feeling, self.tables.show(step.feeling))])
        for label, texts in ((self.words.thought, step.thought), (self.words.quote, step.quote)):
            yield from self._lines((label, self.tables.show(text)) for text in texts)
        for pain in step.pain_points:
            said = self._beside(self.parts.of_pain(pain))
            yield f"- **{self.words.pain_point}{self.colon}** {self.show(pain.text)}{said}"
        yield from self._lines(self.parts.onward(step))

    def _lines(self, facts: Iterable[tuple[str, str]]) -> Iterator[str]:
        """A line for everything that is said."""
        return (f"- **{name}{self.colon}** {escaped(said)}" for name, said in facts if said)

    def _cards(self, step: Step, layer: str) -> Iterator[str]:
        if layer == "evidence":
            for evidence in step.evidence:
                yield f"{self.show(evidence.text)}{self._beside(self.parts.of_evidence(evidence))}"
        for kind, action in step.actions():
            if kind == layer:
                said = self._beside(self.parts.of_action(action, step.owner_of(kind, action)))
                yield f"{self.show(action.action)}{said}"

    def _beside(self, facts: Iterable[str]) -> str:
        """What is said of a card, behind its text."""
        said = " · ".join(escaped(fact) for fact in facts if fact)
        return f" — {said}" if said else ""

    def _table(self, table: Table) -> Iterator[str]:
        yield from ("", f"## {escaped(table.title)}", "")
        yield f"| {' | '.join(map(escaped, table.headings))} |"
        yield f"|{'---|' * len(table.headings)}"
        yield from (f"| {' | '.join(map(escaped, row))} |" for row in table.rows)
