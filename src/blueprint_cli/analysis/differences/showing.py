"""How names and values of a comparison read, in one language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from blueprint_cli.analysis.differences.attributes import NAMING
from blueprint_cli.analysis.differences.values import per
from blueprint_cli.language.durations import Duration
from blueprint_cli.language.money import Money, Rate, Volume, format_money
from blueprint_cli.language.numbers import format_number
from blueprint_cli.language.shares import format_share
from blueprint_cli.language.topics.differences import words
from blueprint_cli.language.typography import signed, typeset
from blueprint_cli.language.words import CHANNELS
from blueprint_cli.language.words import words as common_words
from blueprint_cli.model.calendars import DAYS, FRENCH_DAYS
from blueprint_cli.model.steps import Step
from blueprint_cli.model.word_lists import EVERYBODY, UNKNOWN_OWNER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.part import Part

_LONGEST = 90
_FRENCH_UNITS = {"h": "h", "min": "min", "day": "jour", "week": "semaine"}


class Showing:
    """The texts of one of the two maps; straight quotes for a terminal, the typography of the language for a client.

    Attributes:
        blueprint: the map that names are looked up in.
        lang: the language.
        typographic: whether texts are set with curly quotes and no-break spaces.
    """

    def __init__(self, blueprint: Blueprint, lang: Lang, *, typographic: bool) -> None:
        self.blueprint = blueprint
        self.lang: Lang = lang
        self.typographic = typographic
        self.words = words(lang)
        self.common = common_words(lang)

    def text(self, text: str) -> str:
        """A text on one line, shortened where it is long."""
        line = typeset(text, self.lang) if self.typographic else " ".join(text.split())
        return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"

    def quoted(self, text: str) -> str:
        """A text in the quotes of the language."""
        pattern = self.words.quoted_in_print if self.typographic else self.words.quoted
        return pattern.format(text=self.text(text))

    def joined(self, texts: Iterable[str]) -> str:
        """`a, b and c`."""
        *most, last = list(texts) or [""]
        return self.words.and_.format(most=self.words.comma.join(most), last=last) if most else last

    def step(self, step: Step) -> str:
        """A step by its title, or by its number."""
        return self.quoted(step.title) if step.title else self.words.numbered.format(n=step.number)

    def node(self, name: str) -> str:
        """A step or an action by its id."""
        found = self._nodes.get(name)
        if isinstance(found, Step):
            return self.step(found)
        return self.quoted(found.action) if found is not None else name

    @property
    def _nodes(self) -> dict[str, Any]:
        blueprint = self.blueprint

        def known() -> dict[str, Any]:
            steps = {step.id: step for step in blueprint.steps if step.id}
            return {**steps, **{action.id: action for _, _, action in blueprint.actions() if action.id}}

        return blueprint.whole.remembered("nodes by id", known)

    def name(self, what: str, part: Part, key: str = "") -> str:
        """A thing by its name, in quotes."""
        if isinstance(part, Step):
            return self.step(part)
        if what == "kpi":
            return self.quoted(key)
        named = (getattr(part, field, None) for field in NAMING)
        said = next(filter(None, named), key or getattr(part, "id", None) or part.at)
        return self.quoted(str(said))

    def value(self, field: str, value: Any) -> str:
        """A value of a key, for people."""
        if value is None:
            return "–"
        special: Callable[[Any], str] | None = getattr(self, f"_{field}", None)
        if special is not None:
            return special(value)
        if isinstance(value, tuple):
            return self.joined(self.value(field, item) for item in value)
        return self._plain(value)

    def _plain(self, value: Any) -> str:
        if isinstance(value, str):
            return self.quoted(value)
        if isinstance(value, Duration):
            return self.text(value.text)
        if isinstance(value, (Money, Rate, Volume)):
            return self._amount(value)
        if isinstance(value, Fraction):
            return format_share(value, self.lang)
        if isinstance(value, date):
            return f"{value:%d/%m/%Y}" if self.lang == "fr" else value.isoformat()
        return format_number(value, self.lang) if isinstance(value, (int, Decimal)) else str(value)

    def _amount(self, value: Money | Rate | Volume) -> str:
        if isinstance(value, Money):
            return format_money(value, self.lang)
        if isinstance(value, Rate):
            return f"{format_money(value.money, self.lang)}/{self._unit(value.seconds)}"
        return f"{format_number(value.cases, self.lang)}/{self._unit(value.seconds)}"

    def _unit(self, seconds: int) -> str:
        return _FRENCH_UNITS[per(seconds)] if self.lang == "fr" else per(seconds)

    def _capacity(self, people: Fraction) -> str:
        return format_number(Decimal(str(float(people))).normalize() + 0, self.lang)

    def _owner(self, owner: str) -> str:
        return self.words.nobody if owner == UNKNOWN_OWNER else self.text(self.blueprint.team_name(owner))

    def _system(self, system: str) -> str:
        return self.text(self.blueprint.system_name(system))

    def _channel(self, channel: str) -> str:
        entry = self.blueprint.channels.get(channel)
        return self.text(entry.name if entry else CHANNELS[self.lang].get(channel, channel))

    def _phase(self, phase: str) -> str:
        return self.text(self.blueprint.phase_title(phase))

    def _persona(self, personas: tuple[str, ...]) -> str:
        return self.joined(self.text(self.blueprint.persona_name(name)) for name in personas)

    _only = _persona

    def _emotion(self, emotion: dict[str, int]) -> str:
        if list(emotion) == [EVERYBODY]:
            return signed(emotion[EVERYBODY])
        return self.joined(
            f"{self.text(self.blueprint.persona_name(who))} {signed(mood)}" for who, mood in emotion.items()
        )

    def _state(self, state: str) -> str:
        if not self.typographic:
            return state
        return {"as-is": self.common.as_is, "to-be": self.common.to_be}[state]

    def _basis(self, basis: str) -> str:
        word = {
            "observed": self.common.observed,
            "assumed": self.common.assumed,
            "proposed": self.common.proposed,
        }
        return word[basis].lower()

    def _severity(self, level: str) -> str:
        return self.common.severities[level]

    def _impact(self, level: str) -> str:
        return self.common.degrees[level]

    _effort = _impact

    def _value(self, worth: Any) -> str:
        word = {"adds": self.common.adds, "needed": self.common.needed, "waste": self.common.waste}.get(worth)
        return word or (self.text(worth) if isinstance(worth, str) else self._plain(worth))

    def _by(self, by: str) -> str:
        return self.words.by[by]

    def _from(self, name: str) -> str:
        return self.words.end if name == "end" else self.node(name)

    _to = _from

    def _serves(self, names: tuple[str, ...]) -> str:
        return self.joined(map(self.node, names))

    def _status(self, status: str) -> str:
        return self.text(status)

    _version = _client = _status

    def _lang(self, lang: str) -> str:
        return lang

    _kind = _replaces = _parent = _lang

    def _catalogs(self, names: tuple[str, ...]) -> str:
        return self.joined(names)

    def _days(self, days: tuple[int | tuple[int, ...], ...]) -> str:
        """Days of the week, one by one or in the runs that a calendar has."""
        names = FRENCH_DAYS if self.lang == "fr" else DAYS
        every = {day for run in days for day in (run if isinstance(run, tuple) else (run,))}
        return self.words.comma.join(names[day] for day in sorted(every))

    def _hours(self, hours: Any) -> str:
        if isinstance(hours, str):
            return hours
        return self.words.comma.join(
            f"{start // 60:02}:{start % 60:02}–{end // 60:02}:{end % 60:02}" for start, end in hours
        )

    def _next(self, ways: tuple[tuple[str, Any, str | None], ...]) -> str:
        return self.joined(self._way(*way) for way in ways)

    def _way(self, goal: str, share: Any, label: str | None) -> str:
        said = self.words.end if goal == "end" else self.node(goal)
        more = [format_share(share, self.lang)] if share is not None else []
        more += [self.text(label)] if label else []
        return f"{said} ({self.words.comma.join(more)})" if more else said

    def _probability(self, shares: Any) -> str:
        if isinstance(shares, tuple):
            return self.words.comma.join(self._probability(share) for share in shares)
        return "–" if shares is None else format_share(shares, self.lang)
