"""The flat sheets: every part of a blueprint that the grid has no room for, one row a part."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from blueprint_cli.language.durations import format_duration
from blueprint_cli.language.money import format_money
from blueprint_cli.language.shares import format_share
from blueprint_cli.language.typography import decimal, typeset
from blueprint_cli.language.words import CHANNELS, words
from blueprint_cli.model.blueprint import UNKNOWN_OWNER
from blueprint_cli.model.calendars import DAYS, FRENCH_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.language.durations import Duration
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.actions import Action, Evidence
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.directory import Persona
    from blueprint_cli.model.steps import Kpi, Step

_OPENING_UNITS = 60


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table of texts; `widths` are relative widths of its columns."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of one or more tables below each other."""

    name: str
    tables: tuple[Table, ...]


class Tables:
    """Makes the flat sheets of a blueprint in one language; tables without rows are left out."""

    def __init__(self, blueprint: Blueprint, timings: Timings, lang: Lang) -> None:
        self.blueprint = blueprint
        self.timings = timings
        self.lang: Lang = lang
        self.words = words(lang)

    def show(self, text: str | None) -> str:
        """A text in the typography of the language; empty for none."""
        return typeset(text, self.lang) if text else ""

    def facts(self) -> tuple[tuple[str, str], ...]:
        """Heading and value of everything that is said of the whole blueprint; what is not said is left out."""
        blueprint, w = self.blueprint, self.words
        volume = blueprint.volume
        pairs = (
            (w.scenario, blueprint.scenario),
            (w.client, blueprint.client),
            (w.state, w.to_be if blueprint.state == "to-be" else w.as_is),
            (w.persona, ", ".join(blueprint.persona_name(name) for name in blueprint.persona)),
            (w.owner, self.team(blueprint.owner)),
            (w.reviewed, self.day(blueprint.reviewed)),
            (w.version, blueprint.version),
            (
                w.volume,
                f"{decimal(volume.cases, self.lang)} / {format_duration(volume.seconds, self.lang)}"
                if volume
                else None,
            ),
            (w.price, format_money(blueprint.price, self.lang) if blueprint.price else None),
            (w.lead, format_duration(self.timings.lead_s, self.lang) if self.timings.lead_s else None),
            (w.replaces, blueprint.replaces),
            (w.parent, blueprint.parent),
            (w.catalogs, ", ".join(blueprint.catalogs)),
            (w.note, blueprint.note),
            *(
                (w.phase, f"{self.blueprint.phase_title(phase.id)} – {phase.note}")
                for phase in blueprint.phases
                if phase.note
            ),
        )
        return tuple((name, self.show(value)) for name, value in pairs if value)

    def sheets(self) -> tuple[Sheet, ...]:
        """The flat sheets that have something to say: cards, risks and ideas, times, directory."""
        w = self.words
        groups = (
            (w.cards, (self.cards(), self.steps())),
            (w.risks, (self.fail_points(), self.pains(), self.opportunities())),
            (w.times, (self.step_times(), self.spans(), self.owner_times(), self.kpis())),
            (
                w.directory,
                (
                    self.teams(),
                    self.systems(),
                    self.feeds(),
                    self.personas(),
                    self.channels(),
                    self.calendars(),
                ),
            ),
        )
        found = ((name, tuple(table for table in tables if table.rows)) for name, tables in groups)
        return tuple(Sheet(name, tables) for name, tables in found if tables)

    def cards(self) -> Table:
        """Every card: actions and evidence, step by step."""
        w = self.words
        headings = (
            w.step, w.layer, w.text, w.owner, w.uses, w.channel, w.wait, w.work, w.elapsed, w.target, w.limit, w.after, w.serves,
            w.manual, w.background, w.value, w.quality, w.cost, w.only, w.basis, w.source, w.note, w.address,
        )  # fmt: skip
        rows = [row for step in self.blueprint.steps for row in self._cards_of(step)]
        return Table(w.cards, headings, tuple(rows))

    def _cards_of(self, step: Step) -> Iterator[tuple[str, ...]]:
        title = self.step_title(step)
        for evidence in step.evidence:
            yield self._evidence_row(title, evidence)
        for layer, action in step.actions():
            yield self._action_row(title, getattr(self.words, layer), step.owner_of(layer, action), action)

    def _evidence_row(self, title: str, evidence: Evidence) -> tuple[str, ...]:
        blank = ("",) * 11
        return (
            title, self.words.evidence, self.show(evidence.text), self.team(evidence.owner), "", self.channel(evidence.channel), *blank[:5],
            *blank[:7], self.names(evidence.only), self.basis(evidence.basis), self.show(evidence.source), self.show(evidence.note), evidence.at,
        )  # fmt: skip

    def _action_row(self, title: str, layer: str, owner: str | None, action: Action) -> tuple[str, ...]:
        w = self.words
        after = (
            ""
            if action.after is None
            else "; ".join(self._labelled(entry.id, entry.label, entry.note) for entry in action.after) or "–"
        )
        return (
            title, layer, self.show(action.action), self.team(owner), self._uses(action), "", self.time(action.wait), self.time(action.work),
            self.time(action.elapsed), self.time(action.target), self.time(action.limit), after, ", ".join(action.serves),
            w.yes if action.manual else "", w.yes if action.background else "", getattr(w, action.value) if action.value else "",
            format_share(action.quality, self.lang) if action.quality is not None else "",
            format_money(action.cost, self.lang) if action.cost else "", self.names(action.only), self.basis(action.basis),
            self.show(action.source), self.show(action.note), action.at,
        )  # fmt: skip

    def _uses(self, action: Action) -> str:
        said = []
        for use in action.uses:
            way = {"api": self.words.by_api, "file": self.words.by_file, "hand": self.words.by_hand}.get(
                use.by
            )
            details = [
                part
                for part in (way, use.label, self.words.broken_link if use.broken else None, use.note)
                if part
            ]
            name = self.blueprint.system_name(use.system)
            said.append(f"{name} ({', '.join(details)})" if details else name)
        return self.show("; ".join(said))

    def _labelled(self, name: str, *details: str | None) -> str:
        told = ", ".join(detail for detail in details if detail)
        return self.show(f"{name} ({told})" if told else name)

    def steps(self) -> Table:
        """What is said of the steps themselves."""
        w = self.words
        headings = (
            w.step,
            w.phase,
            w.channel,
            w.touchpoints,
            w.owner,
            w.target,
            w.limit,
            w.next,
            w.only,
            w.basis,
            w.source,
            w.note,
            w.address,
        )
        rows = tuple(
            (
                self.step_title(step),
                self.show(self.blueprint.phase_title(step.phase)) if step.phase else "",
                self.channel(step.channel),
                "; ".join(self._touchpoints(step)),
                self.team(step.owner),
                self.time(step.target),
                self.time(step.limit),
                "; ".join(self._ways(step)),
                self.names(step.only),
                self.basis(step.basis),
                self.show(step.source),
                self.show(step.note),
                step.at,
            )
            for step in self.blueprint.steps
        )
        return Table(w.steps, headings, rows)

    def _touchpoints(self, step: Step) -> Iterator[str]:
        for point in step.touchpoints:
            marks = (
                self.words.indirect if point.indirect else "",
                self.words.planned if point.planned else "",
            )
            yield self._labelled(
                point.name, self.channel(point.channel), self.team(point.owner), *marks, point.note
            )

    def _ways(self, step: Step) -> Iterator[str]:
        if step.next is not None and not step.next:
            yield "–"
        for way in step.next or ():
            share = format_share(way.probability, self.lang) if way.probability is not None else None
            yield self._labelled(way.to, share, way.label, way.note)

    def fail_points(self) -> Table:
        """Every fail point with its card."""
        w = self.words
        rows = tuple(
            (
                self.step_title(step),
                self.show(action.action),
                self.show(point.what),
                format_share(point.likelihood, self.lang) if point.likelihood is not None else "",
                self.show(point.effect),
                self.show(point.recovery),
                self.show(point.note),
            )
            for step, _, action in self.blueprint.actions()
            for point in action.fail_points
        )
        return Table(
            w.fail_point, (w.step, w.card, w.fail_point, w.likelihood, w.effect, w.recovery, w.note), rows
        )

    def pains(self) -> Table:
        """Every pain point with its step."""
        w = self.words
        rows = tuple(
            (
                self.step_title(step),
                self.show(pain.text),
                self.level(pain.severity),
                self.names(pain.only),
                self.show(pain.note),
            )
            for step in self.blueprint.steps
            for pain in step.pain_points
        )
        return Table(w.pains, (w.step, w.pain_point, w.severity, w.only, w.note), rows)

    def opportunities(self) -> Table:
        """Every opportunity as a line of an action plan."""
        w = self.words
        rows = tuple(
            (
                self.step_title(step),
                self.show(idea.text),
                self.team(idea.owner),
                self.level(idea.impact),
                self.level(idea.effort),
                self.show(idea.status),
                self.day(idea.due),
                self.show(idea.note),
            )
            for step in self.blueprint.steps
            for idea in step.opportunities
        )
        return Table(
            w.opportunities,
            (w.step, w.opportunity, w.owner, w.impact, w.effort, w.status, w.due, w.note),
            rows,
        )

    def step_times(self) -> Table:
        """Start, wait, work and elapsed time of every step."""
        w = self.words
        rows = tuple(
            (
                self.step_title(times.step),
                *(
                    self.seconds(value)
                    for value in (times.start_s, times.wait_s, times.work_s, times.elapsed_s)
                ),
            )
            for times in self.timings.steps
        )
        return Table(w.times, (w.step, w.start, w.wait, w.work, w.elapsed), rows)

    def spans(self) -> Table:
        """Every named stretch with its promise, target and limit."""
        w = self.words
        rows = tuple(
            (
                self.show(times.title or times.id),
                times.from_ or "",
                times.to or "",
                self.seconds(times.elapsed_s),
                *(
                    self.seconds(value) if value is not None else ""
                    for value in (times.promise_s, times.target_s, times.limit_s)
                ),
                {True: w.kept, False: w.missed, None: ""}[times.kept],
                self.show(span.note),
            )
            for times, span in zip(self.timings.spans, self.blueprint.spans, strict=True)
        )
        return Table(
            w.spans, (w.name, w.from_, w.to, w.elapsed, w.promise, w.target, w.limit, w.promise, w.note), rows
        )

    def owner_times(self) -> Table:
        """Sums by owner."""
        w = self.words
        rows = tuple(
            (self.team(owner), str(total.actions), self.seconds(total.work_s), self.seconds(total.wait_s))
            for owner, total in self.timings.by_owner.items()
        )
        return Table(w.teams, (w.owner, w.cards, w.work, w.wait), rows)

    def kpis(self) -> Table:
        """Every figure that is followed, of the whole journey and of steps."""
        w = self.words
        rows = [self._kpi_row("", name, kpi) for name, kpi in self.blueprint.kpis.items()]
        rows += [
            self._kpi_row(self.step_title(step), name, kpi)
            for step in self.blueprint.steps
            for name, kpi in step.kpis.items()
        ]
        headings = (w.step, w.name, w.value, w.target, w.answers, w.date, w.source, w.basis, w.note)
        return Table(w.kpis, headings, tuple(rows))

    def _kpi_row(self, step: str, name: str, kpi: Kpi) -> tuple[str, ...]:
        target = "" if kpi.target is None else self.measure(kpi.target)
        answers = "" if kpi.answers is None else str(kpi.answers)
        return (
            step, name.upper() if name.islower() and len(name) <= 4 else name, self.measure(kpi.value), target, answers,  # noqa: PLR2004
            self.day(kpi.date), self.show(kpi.source), self.basis(kpi.basis), self.show(kpi.note),
        )  # fmt: skip

    def teams(self) -> Table:
        """Every team with its rate, capacity and hours."""
        w = self.words
        units = {60: "min", 3600: "h", 86400: "j" if self.lang == "fr" else "d"}
        rows = tuple(
            (
                self.show(team.name),
                f"{format_money(team.rate.money, self.lang)}/{units[team.rate.seconds]}" if team.rate else "",
                decimal(_plain(float(team.capacity)), self.lang) if team.capacity is not None else "",
                team.hours or "",
                self.show(team.note),
            )
            for team in self.blueprint.teams.values()
        )
        return Table(w.teams, (w.team, w.rate, w.capacity, w.hours, w.note), rows)

    def systems(self) -> Table:
        """Every declared system with its owner and kind."""
        w = self.words
        rows = tuple(
            (
                self.show(system.name),
                self.team(system.owner),
                system.kind,
                w.yes if system.external else "",
                self.show(system.note),
            )
            for system in self.blueprint.systems.values()
        )
        return Table(w.systems, (w.system, w.owner, w.kind, w.external, w.note), rows)

    def feeds(self) -> Table:
        """What systems pass to each other."""
        w = self.words
        ways = {"api": w.by_api, "file": w.by_file, "hand": w.by_hand}
        rows = tuple(
            (
                self.show(system.name),
                self.show(self.blueprint.system_name(feed.to)),
                ways.get(feed.by or "", feed.by or ""),
                self.show(feed.label),
                w.broken_link if feed.broken else "",
                self.show(feed.note),
            )
            for system in self.blueprint.systems.values()
            for feed in system.feeds
        )
        return Table(w.feeds, (w.from_, w.to, w.kind, w.text, w.broken_link, w.note), rows)

    def personas(self) -> Table:
        """The portraits, one line a trait."""
        w = self.words
        rows = [
            (self.show(persona.name), name, value)
            for persona in self.blueprint.personas.values()
            for name, value in self._portrait(persona)
        ]
        return Table(w.personas, (w.persona, w.name, w.text), tuple(rows))

    def _portrait(self, persona: Persona) -> Iterator[tuple[str, str]]:
        names = {field.alias or name: name for name, field in type(persona).model_fields.items()}
        for key, name in names.items():
            value = getattr(persona, name)
            if value in (None, ()):
                continue
            yield (
                PORTRAIT[self.lang].get(key, key),
                self.show("; ".join(value) if isinstance(value, tuple) else str(value)),
            )

    def channels(self) -> Table:
        """The file's own channels."""
        w = self.words
        rows = tuple(
            (name, self.show(entry.name), entry.kind or "", self.show(entry.note))
            for name, entry in self.blueprint.channels.items()
        )
        return Table(w.channels, (w.address, w.channel, w.kind, w.note), rows)

    def calendars(self) -> Table:
        """Working days and hours."""
        w = self.words
        days = FRENCH_DAYS if self.lang == "fr" else DAYS
        rows = tuple(
            (
                name,
                ", ".join(days[day] for day in entry.weekdays),
                ", ".join(f"{_clock(start)}–{_clock(end)}" for start, end in entry.hours),
                ", ".join(day if isinstance(day, str) else self.day(day) for day in entry.holidays),
                ", ".join(self.day(day) for day in entry.closed),
                self.show(entry.note),
            )
            for name, entry in self.blueprint.calendars.items()
        )
        return Table(w.calendars, (w.name, w.days, w.hours, w.holidays, w.closed, w.note), rows)

    def step_title(self, step: Step) -> str:
        """A step's title, else its number."""
        return self.show(step.title) if step.title else self.words.step.format(n=step.number)

    def team(self, owner: str | None) -> str:
        """An owner's name; the word for nobody when it is known that nobody answers."""
        if owner is None:
            return ""
        return self.words.unknown if owner == UNKNOWN_OWNER else self.show(self.blueprint.team_name(owner))

    def channel(self, channel: str | None) -> str:
        """A channel's name in the language."""
        if channel is None:
            return ""
        entry = self.blueprint.channels.get(channel)
        return self.show(entry.name if entry else CHANNELS[self.lang].get(channel, channel))

    def names(self, only: Iterable[str]) -> str:
        """The names of personas or segments."""
        return self.show(", ".join(self.blueprint.persona_name(name) for name in only))

    def basis(self, basis: str | None) -> str:
        """How we know, in a word."""
        return {
            "observed": self.words.observed,
            "assumed": self.words.assumed,
            "proposed": self.words.proposed,
        }.get(basis or "", "")

    def level(self, level: str | None) -> str:
        """Low, medium or high, in the language."""
        return {"low": self.words.low, "medium": self.words.medium, "high": self.words.high}.get(
            level or "", ""
        )

    def day(self, day: date | None) -> str:
        """A date as the language writes it."""
        if day is None:
            return ""
        return f"{day:%d/%m/%Y}" if self.lang == "fr" else day.isoformat()

    def time(self, duration: Duration | None) -> str:
        """A time as the file says it."""
        return self.show(duration.text) if duration is not None else ""

    def seconds(self, seconds: int | None) -> str:
        """A computed time; `?` when it is not known, a dash for none."""
        if seconds is None:
            return "?"
        return format_duration(seconds, self.lang) if seconds else "–"

    def measure(self, value: object) -> str:
        """A KPI's value."""
        return self.show(value) if isinstance(value, str) else decimal(value, self.lang)  # type: ignore[arg-type]


def _plain(number: float) -> Decimal:
    return Decimal(int(number)) if number == int(number) else Decimal(str(number))


def _clock(minutes: int) -> str:
    hours, rest = divmod(minutes, _OPENING_UNITS)
    return f"{hours:02}:{rest:02}"


PORTRAIT: dict[Lang, dict[str, str]] = {
    "en": {},
    "fr": {
        "name": "nom", "age": "âge", "occupation": "métier", "status": "situation", "children": "enfants", "archetype": "archétype", "segment": "segment",
        "quote": "verbatim", "bio": "biographie", "goals": "objectifs", "motivations": "motivations", "frustrations": "frustrations",
        "hesitations": "hésitations", "personality": "personnalité", "technology": "technologie", "offer": "apport de la marque", "note": "note",
    },
}  # fmt: skip
"""Traits of a persona in the language; English uses the keys themselves."""
