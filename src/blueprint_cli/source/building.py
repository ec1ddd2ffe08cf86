"""From the parser's events to plain data with places: one loop, no recursion, and everything refused that could surprise."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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

MOST_LEVELS, MOST_VALUES = 64, 500_000
SYNTAX, DUPLICATE_KEY, AMBIGUOUS = "BP001", "BP003", "BP007"

_TOUCHING_HASH = re.compile(r"[ \t]+#[\w]")
_LINE_END = re.compile(r"[\r\n]")
_BLANKS = frozenset(" \t")
_BLOCKS = frozenset("|>")
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


@dataclass(slots=True)
class _Box:
    """A list or mapping that is being filled."""

    value: Any
    route: Route
    start: int
    flow: bool
    key: str | None = None
    key_span: tuple[int, int] = (-1, -1)
    wants_key: bool = False


@dataclass
class _Builder:
    document: Document
    stack: list[_Box] = field(default_factory=list)
    values: int = 0
    documents: int = 0
    last_end: int = 0
    done: bool = False

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
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

    def _scalar(self, event: Any) -> None:
        # The hottest lines of the program: every word of every file passes here.
        document = self.document
        text = document.text
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor or event.tag is not None:
            _refuse_marks(event, start)
        value: Any = event.value
        why = ""
        if event.implicit[0]:
            value, why = read_scalar(value)
            if text[end : end + 1] in _BLANKS:
                self._note_lost_text(start, end)
        elif event.style in _BLOCKS:  # its end mark lies at the next token
            end = start + len(text[start:end].rstrip())
        self.last_end = end
        document.scalars.append((start, end))
        if self.stack and self.stack[-1].wants_key:
            self._count(start)
            self._key(self.stack[-1], value, start, end, why)
        else:
            self._place(value, start, end, why)

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

    def _count(self, start: int) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            raise Refused(f"the file holds more than {MOST_VALUES} values", "make several files of it", start)

    def _place(self, value: Any, start: int, end: int, why: str) -> None:
        """Put a finished value where it belongs."""
        self._count(start)
        if not self.stack:
            route: Route = ()
            self.document.data, self.document.spans[()] = value, Span(-1, -1, start, end)
        else:
            box = self.stack[-1]
            filled = box.value
            if type(filled) is list:
                route = (*box.route, len(filled))
                filled.append(value)
            else:
                route = (*box.route, box.key or "")
                filled[box.key], box.wants_key = value, True
            self.document.spans[route] = Span(*box.key_span, start, end)
        if why:
            self._note(route, why, _IN_QUOTES, (start, end), self._quotes(start, end))

    def _quotes(self, start: int, end: int) -> Remedy:
        """Quotes around what is written: our data stays, and other readers get the same."""
        from blueprint_cli.source.writing import in_quotes

        edit = Edit(start, end, in_quotes(self.document.text[start:end]))
        return Remedy("put it in quotes", edits=(edit,))

    def _key(self, box: _Box, value: Any, start: int, end: int, why: str) -> None:
        text = value if isinstance(value, str) else self.document.text[start:end].strip()
        if not isinstance(value, str):
            why = f"the key '{text}' is taken as text"
        if text == "<<":
            raise Refused(
                "<< is a merge key: a blueprint has none",
                "write the keys again; ids are the way to share",
                start,
                end,
            )
        box.key, box.key_span, box.wants_key = text, (start, end), False
        route = (*box.route, text)
        if text in box.value:
            line = self.document.place(self.document.spans[route].key_start)[0]
            message = f"'{text}' is already on line {line}"
            self.document.notes.append(
                Problem(message, route, "keep one of the two", code=DUPLICATE_KEY, span=(start, end))
            )
        elif why:
            self._note(route, why, _IN_QUOTES, (start, end), self._quotes(start, end))

    def _open(self, event: Any, *, mapping: bool) -> None:
        start = event.start_mark.index
        _refuse_marks(event, start)
        if self.stack and self.stack[-1].wants_key:
            raise Refused("a key must be a text", "a text that starts with [ or { goes in quotes", start)
        if len(self.stack) >= MOST_LEVELS:
            raise Refused(
                f"more than {MOST_LEVELS} levels deep",
                "no blueprint is: look for brackets that are not closed",
                start,
            )
        route = self._route_here() if self.stack else ()
        self.stack.append(
            _Box({} if mapping else [], route, start, bool(event.flow_style), wants_key=mapping)
        )

    def _close(self, event: Any) -> None:
        box = self.stack.pop()
        end = event.end_mark.index if box.flow else max(self.last_end, box.start)
        self.last_end = max(self.last_end, end)
        self._place(box.value, box.start, end, "")

    def _route_here(self) -> Route:
        if not self.stack:
            return ()
        box = self.stack[-1]
        part = len(box.value) if isinstance(box.value, list) else box.key if not box.wants_key else ""
        return (*box.route, part if part is not None else "")

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
        parser = parser_of(document.text)
        while not builder.done:
            builder.take(parser.get_event())
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
