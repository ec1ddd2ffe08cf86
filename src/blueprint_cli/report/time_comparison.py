"""The figures of two maps as texts: name, before, after, difference."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from blueprint_cli.language.durations import format_duration, format_exact
from blueprint_cli.language.money import format_amount
from blueprint_cli.language.numbers import MINUS
from blueprint_cli.language.shares import format_share
from blueprint_cli.language.topics.timings import timing_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.analysis.against import Difference, Number
    from blueprint_cli.language.words import Lang

_SHARES = ("activity_ratio", "process_cycle", "complete_and_accurate")
_SPAN = "span "


def rows(differences: Iterable[Difference], lang: Lang) -> list[tuple[str, str, str, str]]:
    """The figures that differ; the expected lead only where it is not the lead."""
    found = {figure.name: figure for figure in differences if figure.old != figure.new}
    lead, expected = found.get("lead_s"), found.get("expected_lead_s")
    if lead and expected and (lead.old, lead.new) == (expected.old, expected.new):
        del found["expected_lead_s"]
    return [_row(figure, lang) for figure in found.values()]


def _row(figure: Difference, lang: Lang) -> tuple[str, str, str, str]:
    words = timing_words(lang)
    if figure.name.startswith(_SPAN):
        name = figure.title or figure.name.removeprefix(_SPAN).removesuffix("_s")
    else:
        name = words.figures[figure.name]
    delta = figure.delta
    return (
        name,
        _shown(figure, figure.old, lang),
        _shown(figure, figure.new, lang),
        _signed(figure, delta, lang),
    )


def _signed(figure: Difference, delta: Number | None, lang: Lang) -> str:
    if delta is None:
        return "–"
    sign = "+" if delta > 0 else MINUS if delta < 0 else ""
    if figure.name in _SHARES:
        points = format_share(abs(Fraction(delta)), lang).rstrip("%").rstrip()
        return f"{sign}{points}{chr(0xA0) if lang == 'fr' else ' '}{timing_words(lang).points}"
    return sign + _shown(figure, delta if delta > 0 else -delta, lang)


def _shown(figure: Difference, value: Number | None, lang: Lang) -> str:
    if value is None:
        return "–"
    if figure.unit:
        return format_amount(Fraction(value), figure.unit, lang)
    if figure.name in _SHARES:
        return format_share(Fraction(value), lang)
    if figure.name.endswith("_s"):
        return _time(int(value), lang)
    return str(value)


def _time(seconds: int, lang: Lang) -> str:
    if not seconds:
        return "0"
    return format_duration(seconds, lang) if seconds > 0 else MINUS + format_exact(-seconds)
