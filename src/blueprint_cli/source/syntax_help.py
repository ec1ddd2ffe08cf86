"""What is wrong with a text that is not YAML, in our words, with the way out; the parsers' own words never reach a user."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yaml.reader import ReaderError

from blueprint_cli.findings import Problem
from blueprint_cli.source.slipped_lines import slipped_line

if TYPE_CHECKING:
    from yaml import YAMLError

SYNTAX = "BP001"

_CONTROL = re.compile("[^\t\n\r -~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INDENT = re.compile(r"( *)(\t+)")
_LINE = re.compile(r"[^\r\n]*")
_VALUE_ON_LINE = re.compile(r"[ \t]*(?:- +)*(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|[^:#\r\n]+?)\s*:[ \t]+(?=\S)")
_NO_BREAK = "\u00a0\u202f\u2007"
_QUOTES_HELP = "close the quotes at the end of the text, or double the quotes and apostrophes inside it"
_INDICATORS = {
    "@": "a text that starts with @ goes in quotes",
    "%": "a text that starts with % goes in quotes",
    "`": "a text that starts with ` goes in quotes",
    "\t": "indent with spaces, not with tabs",
}


@dataclass(frozen=True)
class _Trouble:
    """What the parser said, and where in the text."""

    text: str
    said: str
    context: str
    at: int
    opened: int

    @property
    def line_start(self) -> int:
        return max(self.text.rfind("\n", 0, self.at), self.text.rfind("\r", 0, self.at)) + 1

    @property
    def line_end(self) -> int:
        found = _LINE.match(self.text, self.at)
        return found.end() if found else self.at

    @property
    def before(self) -> str:
        return self.text[self.line_start : self.at]

    def here(self, message: str, help_line: str, start: int | None = None, end: int | None = None) -> Problem:
        first = self.at if start is None else start
        line = _LINE.match(self.text, first)
        stop = min(end if end is not None else first + 1, line.end() if line else first)
        return Problem(message, help=help_line, code=SYNTAX, span=(first, max(stop, first)))


def explain(error: YAMLError | RecursionError, text: str, last: tuple[int, int] | None = None) -> Problem:
    """The one finding of a text that the parser refused, with the offsets to underline.

    Args:
        error: what the parser raised.
        text: the whole text.
        last: start and end of the last scalar that was read before.
    """
    if isinstance(error, ReaderError):
        return _control_character(text)
    context_mark: Any = getattr(error, "context_mark", None)
    mark: Any = getattr(error, "problem_mark", None) or context_mark
    if mark is None:
        return Problem(
            "the file is nested too deep",
            help="look for brackets that are not closed",
            code=SYNTAX,
            span=(0, 1),
        )
    at = min(mark.index, len(text))
    said = f"{getattr(error, 'problem', '') or ''}"
    swallowed = _run_on_quotes(text, last)
    if swallowed:
        return swallowed
    trouble = _Trouble(
        text, said, f"{getattr(error, 'context', '') or ''}", at, context_mark.index if context_mark else at
    )
    for explanation in (
        _no_break_indent,
        _tab_indent,
        _slipped_line,
        _colon,
        _quotes,
        _alias,
        _brackets,
        _block_text,
        _indicator,
        _dash,
        _escape,
        _no_colon,
    ):
        found = explanation(trouble)
        if found:
            return found
    return _other(trouble)


def _control_character(text: str) -> Problem:
    found = _CONTROL.search(text)
    at = found.start() if found else 0
    named = f"U+{ord(found[0]):04X}" if found else "one"
    return Problem(
        f"a control character, {named}", help="remove it: nobody can see it", code=SYNTAX, span=(at, at + 1)
    )


def _run_on_quotes(text: str, last: tuple[int, int] | None) -> Problem | None:
    """Quotes that were not closed end at the next ones, lines below: the place to mend is where they open."""
    if last is None or text[last[0] : last[0] + 1] not in ('"', "'") or "\n" not in text[last[0] : last[1]]:
        return None
    line = _LINE.match(text, last[0])
    end = line.end() if line else last[0] + 1
    below = text.count("\n", 0, last[1]) + 1
    message = f"the quotes that open here are closed only on line {below}"
    return Problem(message, help=_QUOTES_HELP, code=SYNTAX, span=(last[0], end))


def _no_break_indent(trouble: _Trouble) -> Problem | None:
    for start in (trouble.line_start, max(trouble.text.rfind("\n", 0, trouble.opened), -1) + 1):
        line = _LINE.match(trouble.text, start)
        stripped = line[0].lstrip(" ") if line else ""
        if stripped[:1] and stripped[0] in _NO_BREAK:
            at = start + (len(line[0]) - len(stripped) if line else 0)
            return trouble.here(
                f"the line is indented with a no-break space, U+{ord(stripped[0]):04X}",
                "indent with plain spaces",
                at,
            )
    return None


def _tab_indent(trouble: _Trouble) -> Problem | None:
    """A tab indents the line; inside brackets and quotes it may, and what is wrong there is something else."""
    if "flow" in trouble.context or "quoted" in trouble.context:
        return None
    line = _LINE.match(trouble.text, trouble.line_start)
    indent = _INDENT.match(line[0]) if line else None
    if indent is None:
        return None
    start = trouble.line_start + indent.end(1)
    return trouble.here("the line is indented with a tab", _INDICATORS["\t"], start, start + len(indent[2]))


def _slipped_line(trouble: _Trouble) -> Problem | None:
    """The line at fault, or the one that it hangs on, has another dash than the hyphen, or no space after its colon."""
    if "flow" in trouble.context or "quoted" in trouble.context:
        return None
    found = slipped_line(trouble.text, trouble.line_start, trouble.line_end)
    return trouble.here(found.message, found.help, found.start, found.end) if found else None


def _colon(trouble: _Trouble) -> Problem | None:
    if "mapping values are not allowed" not in trouble.said:
        return None
    value = _VALUE_ON_LINE.match(trouble.text, trouble.line_start, trouble.line_end)
    if value and value.end() <= trouble.at:
        return trouble.here(
            "a colon inside a text",
            "a text that contains ' : ' goes in quotes",
            value.end(),
            trouble.line_end,
        )
    if not trouble.before.strip():
        return trouble.here("a colon without a key", "write the key before it, or put the text in quotes")
    start = trouble.line_start + len(trouble.before) - len(trouble.before.lstrip())
    return trouble.here(
        "this key is indented deeper than the keys it belongs to",
        "line it up with the keys above",
        start,
        trouble.at,
    )


def _quotes(trouble: _Trouble) -> Problem | None:
    if "quoted scalar" in trouble.context and "end of stream" in trouble.said:
        return trouble.here("the quotes that open here are never closed", _QUOTES_HELP, trouble.opened)
    if "quoted scalar" in trouble.context and "document indicator" in trouble.said:
        return trouble.here("the quotes that open here are never closed", _QUOTES_HELP, trouble.opened)
    if "block mapping" in trouble.context or "block collection" in trouble.context:
        before = trouble.before.rstrip()
        if before.endswith(('"', "'")):
            return trouble.here("text after the closing quotes", _QUOTES_HELP, end=trouble.line_end)
    return None


def _alias(trouble: _Trouble) -> Problem | None:
    for word, sign in (("alias", "*"), ("anchor", "&"), ("tag", "!")):
        if f"scanning an {word}" in trouble.context or f"scanning a {word}" in trouble.context:
            return trouble.here(
                f"a text cannot start with {sign} here",
                f"a text that starts with {sign} goes in quotes",
                trouble.opened,
                trouble.at + 1,
            )
    words = trouble.before.rsplit(": ", 1)[-1].lstrip("- ")
    if "block mapping" in trouble.context and words[:1] in ("*", "&"):
        start = trouble.at - len(words)
        return trouble.here(
            f"a text cannot start with {words[0]} here",
            f"a text that starts with {words[0]} goes in quotes",
            start,
            trouble.line_end,
        )
    return None


def _brackets(trouble: _Trouble) -> Problem | None:
    if "flow node" in trouble.context or "block node" in trouble.context:
        found = trouble.text[trouble.at : trouble.at + 1]
        if not found:
            return trouble.here(
                "the file ends in the middle of a list or mapping",
                "close the brackets",
                max(trouble.opened - 1, 0),
            )
        return trouble.here(
            f"'{found}' where a value is wanted",
            f"remove it, or put a text that starts with {found} in quotes",
        )
    if "flow sequence" not in trouble.context and "flow mapping" not in trouble.context:
        return None
    opening, closing = ("[", "]") if "sequence" in trouble.context else ("{", "}")
    inside = trouble.text[trouble.opened : trouble.at]
    if "\n" in inside or "\r" in inside or trouble.at >= len(trouble.text):
        return trouble.here(
            f"the {opening} that opens here is not closed",
            f"add the {closing}, or a comma that is missing",
            trouble.opened,
        )
    return trouble.here(
        f"a comma or {closing} is missing before this",
        "a text with a comma, a colon or brackets goes in quotes",
    )


def _block_text(trouble: _Trouble) -> Problem | None:
    if "block scalar" not in trouble.context:
        return None
    sign = trouble.text[trouble.opened : trouble.opened + 1]
    return trouble.here(
        f"a text cannot start with {sign} here",
        f"a text that starts with {sign} goes in quotes",
        trouble.opened,
        trouble.line_end,
    )


def _indicator(trouble: _Trouble) -> Problem | None:
    if "cannot start any token" not in trouble.said:
        return None
    sign = trouble.text[trouble.at : trouble.at + 1]
    if sign == "\t":
        return trouble.here("the line is indented with a tab", _INDICATORS[sign])
    return trouble.here(
        f"a text cannot start with {sign}",
        _INDICATORS.get(sign, "put the text in quotes"),
        end=trouble.line_end,
    )


def _dash(trouble: _Trouble) -> Problem | None:
    if (
        "sequence entries are not allowed" not in trouble.said
        and "block sequence entries" not in trouble.said
    ):
        return None
    return trouble.here(
        "a dash in the middle of a line",
        "start the list on the next line, or put the text in quotes",
        end=trouble.line_end,
    )


def _escape(trouble: _Trouble) -> Problem | None:
    if "escape" not in trouble.said:
        return None
    return trouble.here(
        "an escape that YAML does not know", "write the character itself, or double the backslash"
    )


def _no_colon(trouble: _Trouble) -> Problem | None:
    if "could not find expected ':'" not in trouble.said:
        return None
    line = _LINE.match(trouble.text, trouble.opened)
    word = line[0].strip() if line else ""
    help_line = (
        "put a space after the dash"
        if word.startswith("-") and word[1:2] not in ("", " ")
        else "write `key: value`, or put the text in quotes"
    )
    return trouble.here(
        "this line is neither a key nor an item", help_line, trouble.opened, line.end() if line else None
    )


def _other(trouble: _Trouble) -> Problem:
    if trouble.at >= len(trouble.text):
        return trouble.here(
            "the file ends in the middle of something",
            "look for a bracket or quotes that are not closed",
            max(len(trouble.text) - 1, 0),
        )
    if "directive" in trouble.context or "document start" in trouble.said:
        if trouble.text.lstrip()[:1] == "%":
            return trouble.here(
                "a text cannot start with %", _INDICATORS["%"], trouble.line_start, trouble.line_end
            )
        return trouble.here(
            "this line does not line up with the ones above",
            "give all keys of one mapping the same indent",
            end=trouble.line_end,
        )
    if "block mapping" in trouble.context or "block collection" in trouble.context:
        return trouble.here(
            "this does not fit what stands above",
            "check its indent, and whether a text needs quotes",
            end=trouble.line_end,
        )
    return trouble.here("this is not YAML", "put the text in quotes", end=trouble.line_end)
