"""The figures of a comparison as rows for people: name, before, after, difference."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.language.durations import format_duration, format_exact
from blueprint_cli.language.numbers import format_number
from blueprint_cli.language.topics.differences import words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from blueprint_cli.analysis.differences.figures import Figure
    from blueprint_cli.language.words import Lang

_KPI = "kpi: "


class FigureRow(NamedTuple):
    """One figure that changed, as texts; `gain` is True where less is better and there is less, None where nobody can tell."""

    name: str
    old: str
    new: str
    delta: str
    gain: bool | None


_LESS_IS_BETTER = (
    *("lead_s", "longest_silence_s", "handoffs", "manual_work_s", "manual_actions", "untimed"),
    *("cost", "pain_points", "work_s"),
)


def figure_rows(figures: Iterable[Figure], lang: Lang) -> list[FigureRow]:
    """The figures that changed."""
    return [_row(figure, lang) for figure in figures if figure.old != figure.new]


def _row(figure: Figure, lang: Lang) -> FigureRow:
    said = words(lang)
    name = said.figures.get(figure.name, figure.name.removeprefix(_KPI))
    delta = figure.delta
    gain = delta < 0 if delta is not None and figure.name in _LESS_IS_BETTER else None
    sign = "+" if delta is not None and delta > 0 else ""
    old, new = _shown(figure, figure.old, lang), _shown(figure, figure.new, lang)
    if old == new and figure.name.endswith("_s"):  # rounded for people they would look the same
        old, new = _exact(figure.old, lang), _exact(figure.new, lang)
    return FigureRow(name, old, new, sign + _difference(figure, lang), gain)


def _difference(figure: Figure, lang: Lang) -> str:
    """Two shares differ by points: 41 % and 60 % are 19 points apart, not 19 %."""
    if figure.unit != "%" or figure.delta is None:
        return _shown(figure, figure.delta, lang)
    size = max(figure.delta, -figure.delta)
    one = size < 2 if lang == "fr" else size == 1  # noqa: PLR2004 - two are several in both
    unit = words(lang).points[0 if one else 1]
    return f"{format_number(figure.delta, lang)}{unit}"


def _exact(seconds: int | Decimal | None, lang: Lang) -> str:
    said = format_exact(int(seconds or 0))
    return said.replace(" d", " j").replace(" ", "\u00a0") if lang == "fr" else said


def _shown(figure: Figure, value: int | Decimal | None, lang: Lang) -> str:
    if value is None:
        return "–"
    if figure.name.endswith("_s"):
        return format_duration(int(value), lang) if value else "0"
    space = "\u00a0" if lang == "fr" else " "
    unit = f"{space}{figure.unit}" if figure.unit else ""
    return f"{format_number(value, lang)}{unit}"
