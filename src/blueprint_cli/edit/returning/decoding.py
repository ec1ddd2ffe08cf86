"""What a client typed into a cell, as the file says such a thing, or why it cannot be said."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from blueprint_cli.language.durations import read_duration
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.shares import format_share
from blueprint_cli.language.spelling import closest
from blueprint_cli.language.typography import NO_BREAK, typeset
from blueprint_cli.language.words import words
from blueprint_cli.model.word_lists import UNKNOWN_OWNER
from blueprint_cli.workbook.reading.cells import as_text, whole_number
from blueprint_cli.workbook.returning.comparing import is_likely_day, is_yes, level_of, share_of, time_of
from blueprint_cli.workbook.returning.spoken import refuse_bare_number
from blueprint_cli.workbook.showing import Showing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from blueprint_cli.edit.returning.mine import Mine
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.actions import Action, Use
    from blueprint_cli.workbook.anchors import Kind
    from blueprint_cli.workbook.reading.cells import Value
    from blueprint_cli.workbook.returning.comparing import Reading
    from blueprint_cli.workbook.returning.returned_names import NamedRow

_WAY = re.compile(r"(?P<name>.*\S)\s*\((?P<way>[^()]*)\)\Z", re.DOTALL)
_PARTED, _PARTED_WITH_SIGN = re.compile(r"[;\n]"), re.compile(r"([;\n])")
_LOWEST, _HIGHEST = -2, 2
_WRITE_DAY = "write the year, the month and the day: 2027-01-31"


class Decoding:
    """Cells of a workbook as data of a file."""

    def __init__(
        self, mine: Mine, reading: Reading, directory: Callable[[], Iterable[NamedRow]] = tuple
    ) -> None:
        """Take the file with the names that it knows, the language of the cells, and the rows of the workbook's directory."""
        self._mine = mine
        self._directory = directory
        self.reading = reading
        self.words = words(reading.lang)
        self._names = {shelf: dict(names) for shelf, names in mine.names.items()}

    @cached_property
    def showing(self) -> Showing:
        """How the values of the file read in the workbook."""
        return Showing(self._mine.blueprint, self.reading.lang)

    def declare(self, shelf: str, key: str, name: str) -> None:
        """Know a team or a system that the workbook brings."""
        self._names[shelf][key] = name

    def data(
        self, kind: Kind, value: Value, written: Any = None, action: Action | None = None, field: str = ""
    ) -> Any:
        """The data of a value that is not empty.

        Args:
            kind: what values the field takes.
            value: what the cell shows.
            written: the data that is there now: a text keeps its kind of quotes and spaces.
            action: the action whose systems are listed.
            field: the field, where its words are its own.

        Raises:
            Refusal: the file cannot say it.
        """
        if kind == "systems":
            return self._systems(as_text(value), action)
        readers: dict[Kind, Callable[[], Any]] = {
            "text": lambda: self.text(value, written),
            "remark": lambda: self.text(value, written),
            "emotion": lambda: _emotion(value),
            "time": lambda: _time(value, self.reading.lang),
            "team": lambda: self._team(as_text(value)),
            "flag": lambda: _flag(value),
            "level": lambda: self._level(as_text(value), field),
            "share": lambda: self._share(value, written),
            "day": lambda: self._day(value),
        }
        return readers[kind]()

    def text(self, value: Value, written: Any = None) -> str:
        """A text on one line, with the quotes, apostrophes and spaces that the file uses, not the grid's.

        Raises:
            Refusal: it is a number that is rather a date, a share or a time of day.
        """
        refuse_bare_number(value, self.reading)
        said = " ".join(part.strip() for part in as_text(value).split("\n") if part.strip())
        was = written if isinstance(written, str) else ""
        plain = _plain(said, was)
        same = typeset(plain, self.reading.lang) == typeset(said, self.reading.lang)
        return plain if same and plain.strip() else said

    def _team(self, said: str) -> str:
        teams = self._names["teams"]
        if self.reading.fold(said).casefold() in (self.words.unknown.casefold(), UNKNOWN_OWNER):
            return UNKNOWN_OWNER
        if not teams:
            return self.text(said)
        return self._named(said, teams, "team")

    def _named(self, said: str, names: dict[str, str], what: str) -> str:
        folded = self.reading.fold(said).casefold()
        for key, name in names.items():
            if folded in (self.reading.fold(name).casefold(), key):
                return key
        near = closest(said, names.values())
        help_line = f"did you mean {near}?" if near else self._where_declared(f"{what}s")
        raise Refusal(f"the file knows no {what} '{said}'", help_line)

    def _where_declared(self, shelf: str) -> str:
        """Where a name is put that nobody has declared: the directory of the workbook takes it unless a catalogue has the others."""
        data = self._mine.document.data
        if not isinstance(data.get(shelf), dict):
            return f"declare it in {', '.join(self._mine.blueprint.catalogs)}"
        sheet = next((row.sheet for row in self._directory() if row.shelf == shelf), "")
        if not sheet:
            return f"declare it under `{shelf}` in the file first"
        return f"add it in the sheet {sheet}, or under `{shelf}` in the file"

    def _systems(self, said: str, action: Action | None) -> list[Any]:
        """Entries that stand there already keep all that the file says of them."""
        uses = action.uses if action else ()
        known: dict[Any, Any] = {self.reading.fold(self.showing.system_used(use)): use for use in uses}
        known.update({(use.system, use.by): use for use in uses})
        found: list[Any] = []
        for entry in self._parted(said, uses):
            if entry.strip():
                use = known.get(self.reading.fold(entry)) or self._use(entry.strip())
                way = (use, "screen") if isinstance(use, str) else None
                way = (use["system"], use["by"]) if isinstance(use, dict) else way
                found.append(known.get(way, use))
        return found

    def _parted(self, said: str, uses: Iterable[Use]) -> list[str]:
        """The entries of a list; a sign that parts them does not do so within a name that holds it."""
        names = [*self._names["systems"].values(), *(self.showing.system_used(use) for use in uses)]
        odd = {self.reading.fold(name).casefold() for name in names if _PARTED.search(name)}
        pieces = _PARTED_WITH_SIGN.split(said)  # entry, sign, entry, sign, entry
        found: list[str] = []
        while odd and pieces:
            ends = range(len(pieces), 1, -2)
            end = next((end for end in ends if self._is_one_of(odd, "".join(pieces[:end]))), 1)
            found.append("".join(pieces[:end]))
            pieces = pieces[end + 1 :]
        return [*found, *pieces[::2]]

    def _is_one_of(self, names: set[str], entry: str) -> bool:
        """Whether an entry is one of some names, alone or with a way in brackets."""
        way = _WAY.match(entry.strip())
        said = (entry, way["name"]) if way else (entry,)
        return any(self.reading.fold(name).casefold() in names for name in said)

    def _use(self, entry: str) -> Any:
        systems = self._names["systems"]
        ways = {"api": "by_api", "file": "by_file", "hand": "by_hand"}
        names = {
            self.reading.fold(getattr(words(lang), word)).casefold(): way
            for lang in ("en", "fr")
            for way, word in ways.items()
        }
        declared = {self.reading.fold(name).casefold() for name in systems.values()}
        found = None if self.reading.fold(entry).casefold() in declared else _WAY.match(entry)
        way = names.get(self.reading.fold(found["way"]).casefold()) if found else None
        name = found["name"] if found and way else entry
        system = self._named(name, systems, "system") if systems else self.text(name)
        return {"system": system, "by": way} if way else system

    def _level(self, said: str, field: str) -> str:
        level = level_of(said)
        if level is None:
            offered = self.words.severities if field == "severity" else self.words.degrees
            known = ", ".join(offered.values())
            raise Refusal(f"'{said}' is no level", f"one of {known}")
        return level

    def _share(self, value: Value, written: Any) -> Any:
        share = share_of(value)
        if share is None or not 0 <= share <= 1:
            raise Refusal(f"'{as_text(value)}' is no share", "write 15 %, or a number from 0 to 1")
        if isinstance(written, (int, float)):
            return share
        from fractions import Fraction

        said = format_share(Fraction(str(share)), "en").replace(NO_BREAK, " ")
        spaced = not isinstance(written, str) or " " in written
        return said.replace("%", " %").replace("  ", " ") if spaced else said

    def _day(self, value: Value) -> str:
        day = self.reading.day(value)
        if day is None:
            raise Refusal(f"'{as_text(value)}' is no day", _WRITE_DAY)
        if not isinstance(value, str) and not is_likely_day(day):  # a year that was typed, a day of the month
            raise Refusal(f"{as_text(value)} in a cell of days would be {day}", _WRITE_DAY)
        return day.isoformat()


def _emotion(value: Value) -> int:
    number = whole_number(value)
    if number is None or not _LOWEST <= number <= _HIGHEST:
        raise Refusal(f"'{as_text(value)}' is no emotion", "one of -2, -1, 0, 1, 2")
    return number


def _time(value: Value, lang: Lang) -> str:
    try:
        time_of(value)
    except Refusal:
        if isinstance(value, str):
            _refuse_without_unit(value, lang)
        raise
    if isinstance(value, (int, float)):
        return f"{as_text(value)} min" if value else "instant"
    said = " ".join(as_text(value).replace(NO_BREAK, " ").split())
    read_duration(said)
    return said


def _refuse_without_unit(value: Value, lang: Lang) -> None:
    """Say of figures that only lack a unit what they would be, as they were typed and in the units of the cells."""
    said = " ".join(as_text(value).replace(NO_BREAK, " ").split())
    if not said or said == "0" or not (said[0].isdecimal() and said[-1].isdecimal()):
        return
    try:
        read_duration(f"{said} min")
    except Refusal:
        return
    days = "jours" if lang == "fr" else "days"
    raise Refusal(f"a time without a unit: {said}", f"write {said} min, {said} h or {said} {days}")


def _flag(value: Value) -> bool:
    said = is_yes(value)
    if said is None:
        raise Refusal(f"'{as_text(value)}' is neither yes nor no", "write yes, or leave the cell empty")
    return said


_TYPED: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("’‘", (("’", "'"), ("‘", "'"))),
    ("“”«»", (("«\u00a0", '"'), ("\u00a0»", '"'), ("“", '"'), ("”", '"'), ("«", '"'), ("»", '"'))),
    ("\u00a0", (("\u00a0", " "), ("\u202f", " "))),
    ("−", (("−", "-"),)),
)


def _plain(text: str, was: str) -> str:
    """The text with plain signs, save those kinds of signs that the file itself uses here."""
    for signs, pairs in _TYPED:
        if not _any_of(signs, was):
            for typographic, plain in pairs:
                text = text.replace(typographic, plain)
    return text


def _any_of(signs: Iterable[str], text: str) -> bool:
    return any(sign in text for sign in signs)
