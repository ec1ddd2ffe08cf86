"""From the parser's events to plain data with places: one loop, no recursion, and everything refused that could surprise."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.reader import ReaderError

from blueprint_cli.findings import Change, Edit, Problem, Remedy, Severity
from blueprint_cli.source.document import Document, Span
from blueprint_cli.source.scalars import read_scalar

if TYPE_CHECKING:
    from collections.abc import Callable

    from blueprint_cli.findings import Route
    from blueprint_cli.source.scalars import Scalar

MOST_LEVELS, MOST_VALUES = 64, 500_000
SYNTAX, DUPLICATE_KEY, AMBIGUOUS = "BP001", "BP003", "BP007"

_TOUCHING_HASH = re.compile(r"[ \t]+#[\w]")
_LINE_END = re.compile(r"[\r\n]")
_BLANKS = frozenset(" \t")
_BLOCKS = frozenset("|>")
_span_of = partial(tuple.__new__, Span)  # twice as fast as calling it
_IN_QUOTES = "put it in quotes"
_WRITE_AGAIN = "write the text again; ids are the way to share"


class Unreadable(Exception):  # noqa: N818 - the word for the file, not for the program
    """The file cannot become data.

    Attributes:
        document: the text as far as it could be read, without data.
        problem: the one finding, BP001, with its span.
    """

    def __init__(self, document: Document, problem: Problem) -> None:
        super().__init__(problem.message)
        self.document = document
        self.problem = problem


class Refused(Exception):  # noqa: N818 - turned into Unreadable by `build`
    """What may not stand in a blueprint, at its offsets."""

    def __init__(self, message: str, help: str, start: int, end: int | None = None) -> None:  # noqa: A002 - the word of the findings
        super().__init__(message)
        self.problem = Problem(
            message, help=help, code=SYNTAX, span=(start, start + 1 if end is None else end)
        )


class _Box:
    """A list or mapping that is being filled; a key of it waits for its value, with its place in the text."""

    __slots__ = ("flow", "is_list", "key", "key_end", "key_start", "route", "start", "value", "wants_key")

    def __init__(self, route: Route, start: int, *, flow: bool, mapping: bool) -> None:
        self.value: Any = {} if mapping else []
        self.route, self.start, self.flow = route, start, flow
        self.is_list, self.wants_key = not mapping, mapping
        self.key, self.key_start, self.key_end = "", -1, -1


class _Builder:
    """Data, spans and notes on their way. The events of words are most of all events, and are taken without detours."""

    __slots__ = (
        "box",
        "document",
        "documents",
        "done",
        "known",
        "last_end",
        "scalars",
        "spans",
        "stack",
        "text",
        "values",
    )

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text, self.spans, self.scalars = document.text, document.spans, document.scalars
        self.stack: list[_Box] = []
        self.box: _Box | None = None
        self.known: dict[str, tuple[Scalar, str]] = {}
        self.values = self.documents = self.last_end = 0
        self.done = False

    def take(self, event: Any) -> None:
        """Take an event that is no scalar."""
        kind = type(event)
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            self._open(event, mapping=kind is MappingStartEvent)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._close(event)
        elif kind is AliasEvent:
            raise Refused(
                f"*{event.anchor} is an alias: a blueprint has none",
                f"a text that starts with * goes in quotes; else {_WRITE_AGAIN}",
                *_span(event),
            )
        elif kind is DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                raise Refused(
                    "a second document starts here",
                    "one file holds one blueprint: make two files",
                    *_span(event),
                )
        elif kind is StreamEndEvent:
            self.done = True

    def take_scalar(self, event: Any) -> None:
        """Take a word or a text: the hottest lines of the program, every word of every file passes here."""
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor or event.tag is not None:
            _refuse_marks(event, start)
        value: Any = event.value
        why = ""
        if event.implicit[0]:
            value, why = self.known.get(value) or self._read(value)
            if self.text[end : end + 1] in _BLANKS:
                self._note_lost_text(start, end)
        elif event.style in _BLOCKS:  # its end mark lies at the next token
            end = start + len(self.text[start:end].rstrip())
        self.last_end = end
        self.scalars.append((start, end))
        box = self.box
        if box is not None and box.wants_key:
            self._key(box, value, start, end, why)
        else:
            self._place(value, start, end, why)

    def _read(self, text: str) -> tuple[Scalar, str]:
        """The value of a plain scalar; the same few keys and words make up most of a file."""
        found = self.known[text] = read_scalar(text)
        return found

    def _note_lost_text(self, start: int, end: int) -> None:
        text = self.document.text
        if not _TOUCHING_HASH.match(text, end):
            return
        found = _LINE_END.search(text, end)
        stop = found.start() if found else len(text)
        message = "the text ends here: what follows # is a comment"
        route, whole = self._route_here(), text[start:stop].rstrip()
        remedy = Remedy("put the whole line in quotes", (Change("set", route, value=whole),), safe=False)
        self._note(route, message, "put the whole text in quotes", (start, stop), remedy)

    def _refuse_more(self, start: int) -> None:
        raise Refused(f"the file holds more than {MOST_VALUES} values", "make several files of it", start)

    def _place(self, value: Any, start: int, end: int, why: str) -> None:
        """Put a finished value where it belongs."""
        self.values += 1
        if self.values > MOST_VALUES:
            self._refuse_more(start)
        box = self.box
        if box is None:
            route: Route = ()
            self.document.data, self.spans[()] = value, Span(-1, -1, start, end)
        else:
            filled = box.value
            if box.is_list:
                route = (*box.route, len(filled))
                filled.append(value)
            else:
                route = (*box.route, box.key)
                if value is None and box.flow:
                    self._note_torn(box)
                filled[box.key], box.wants_key = value, True
            self.spans[route] = _span_of((box.key_start, box.key_end, start, end))
        if why:
            self._note(route, why, _IN_QUOTES, (start, end), self._quotes(start, end))

    def _note_torn(self, box: _Box) -> None:
        from blueprint_cli.source.torn import note_torn

        note_torn(self.document, box.route, box.value, box.key, (box.key_start, box.key_end))

    def _quotes(self, start: int, end: int) -> Remedy:
        """Quotes around what is written: our data stays, and other readers get the same."""
        from blueprint_cli.source.writing import in_quotes

        edit = Edit(start, end, in_quotes(self.document.text[start:end]))
        return Remedy("put it in quotes", edits=(edit,))

    def _key(self, box: _Box, value: Any, start: int, end: int, why: str) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            self._refuse_more(start)
        key = value if type(value) is str else self.text[start:end].strip()
        if key == "<<":
            raise Refused(
                "<< is a merge key: a blueprint has none",
                "write the keys again; ids are the way to share",
                start,
                end,
            )
        box.key, box.key_start, box.key_end, box.wants_key = key, start, end, False
        if key in box.value:
            self._note_second(key, (*box.route, key), (start, end))
        elif why or key is not value:
            why = why if key is value else f"the key '{key}' is taken as text"
            self._note((*box.route, key), why, _IN_QUOTES, (start, end), self._quotes(start, end))

    def _note_second(self, key: str, route: Route, span: tuple[int, int]) -> None:
        line = self.document.place(self.spans[route].key_start)[0]
        message = f"'{key}' is already on line {line}"
        self.document.notes.append(
            Problem(message, route, "keep one of the two", code=DUPLICATE_KEY, span=span)
        )

    def _open(self, event: Any, *, mapping: bool) -> None:
        start = event.start_mark.index
        _refuse_marks(event, start)
        if self.box is not None and self.box.wants_key:
            raise Refused("a key must be a text", "a text that starts with [ or { goes in quotes", start)
        if len(self.stack) >= MOST_LEVELS:
            raise Refused(
                f"more than {MOST_LEVELS} levels deep",
                "no blueprint is: look for brackets that are not closed",
                start,
            )
        self.box = _Box(self._route_here(), start, flow=bool(event.flow_style), mapping=mapping)
        self.stack.append(self.box)

    def _close(self, event: Any) -> None:
        box = self.stack.pop()
        self.box = self.stack[-1] if self.stack else None
        end = event.end_mark.index if box.flow else max(self.last_end, box.start)
        self.last_end = max(self.last_end, end)
        self._place(box.value, box.start, end, "")

    def _route_here(self) -> Route:
        box = self.box
        if box is None:
            return ()
        if box.is_list:
            return (*box.route, len(box.value))
        return (*box.route, "" if box.wants_key else box.key)

    def _note(
        self, route: Route, message: str, help_line: str, span: tuple[int, int], remedy: Remedy
    ) -> None:
        severity = Severity.INFO
        self.document.notes.append(
            Problem(message, route, help_line, code=AMBIGUOUS, span=span, severity=severity, remedy=remedy)
        )


def _span(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


def _refuse_marks(event: Any, start: int) -> None:
    if event.anchor:
        raise Refused(
            f"&{event.anchor} is an anchor: a blueprint has none",
            f"a text that starts with & goes in quotes; else {_WRITE_AGAIN}",
            start,
            start + 1 + len(event.anchor),
        )
    if event.tag is not None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        raise Refused(
            f"{tag} is a tag: a blueprint has none",
            "a text that starts with ! goes in quotes",
            start,
            start + len(tag),
        )


def build(document: Document, parser_of: Callable[[str], Any]) -> Document:
    """Fill a document that has only its text with data, spans and notes.

    Args:
        document: the text; it must hold no NUL and no line separator that editors do not know.
        parser_of: makes the source of events, libyaml's or PyYAML's own.

    Raises:
        Unreadable: the text is not YAML, or holds what a blueprint may not.
    """
    builder = _Builder(document)
    try:
        next_event = parser_of(document.text).get_event
        while not builder.done:
            event = next_event()
            if type(event) is ScalarEvent:
                builder.take_scalar(event)
            else:
                builder.take(event)
    except Refused as refused:
        raise Unreadable(_emptied(document), refused.problem) from None
    except (MarkedYAMLError, ReaderError, RecursionError) as error:
        from blueprint_cli.source.syntax_help import explain

        raise Unreadable(
            _emptied(document),
            explain(error, document.text, document.scalars[-1] if document.scalars else None),
        ) from None
    return document


def _emptied(document: Document) -> Document:
    return Document(document.text, document.path, byte_order_mark=document.byte_order_mark)
