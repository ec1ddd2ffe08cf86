"""Whatever the white space, formatting brings the one style back; nothing but white space ever changes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.edit.formatting import LeftAlone, formatted
from blueprint_cli.edit.tokens import COMMENT, CONTENT, TEXT, Token, tokens
from blueprint_cli.source.document import Document
from blueprint_cli.source.reading import Unreadable, read_text
from blueprint_cli.source.validation import validate

from .strategies import blueprints
from .test_document import DATA

ROOT = Path(__file__).parents[2]
AWKWARD = """\
# about the file

blueprint: 1  # one
title: "Late: 'parcel'"    # said
scenario: |
  First line
    indented

  # no comment

description: >-  # folded
  one
  two
teams:
  # sales: Sales
  support: Support
  # after the last
steps:
  # of the first
  - id: a
    title: it
      goes on
    evidence: [one, {two: three}, 'fo ''ur']
    customer:
      - action: "x
          y"
      # before b

      - b
    # end of a

  - - - nested
    - again
  -
    id: c
  # end of steps
# end
"""
FILES = [
    *(
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "src/blueprint_cli/templates").glob("*.blueprint.yaml"))
    ),
    AWKWARD,
]
BEFORE_COMMENT = re.compile(r" +(?=#)")


class Mangled:
    """A canonical text written again with other white space, token by token; its data and comments are the same."""

    def __init__(self, document: Document, draw: Any) -> None:
        self.dice = draw(
            st.randoms(use_true_random=False)
        )  # one draw for each of thousands of spaces would be too many
        self.newline = draw(st.sampled_from(["\n", "\r\n", "\r"]))
        self.columns = [0]  # a new column for every old one, in the same order
        for _ in range(400):
            self.columns.append(self.columns[-1] + 1 + (self._some(2) if len(self.columns) % 2 == 0 else 0))
        self.depth, self.leading, self.at = 0, True, 0
        self.parts: list[str] = []
        before: Token | None = None
        for token in tokens(document):
            self._take(before, token)
            before = token
        self.text = "".join(self.parts) + self.newline * (1 + self._some(2))

    def _some(self, most: int) -> int:
        return int(self.dice.randint(0, most))

    def _take(self, before: Token | None, token: Token) -> None:
        if token.kind == CONTENT:
            self._content(token)
        elif before is None or token.breaks:
            self._new_line(before, token)
        else:
            self._write(" " * self._gap(before, token))
        if token.kind == TEXT and "\n" in token.text:
            first, *more = token.text.split("\n")
            wider = [
                f"{' ' * (self.columns[token.column] + 4 + self._some(5))}{line.strip()}" for line in more
            ]
            self._write(f"{self.newline}".join([first, *wider]))
        elif token.kind != CONTENT:
            self._write(token.text)
        self.depth += (token.kind in "[{") - (token.kind in "]}") if len(token.kind) == 1 else 0
        self.leading = self.leading and token.kind in ("-", "?")

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.at += len(text)

    def _new_line(self, before: Token | None, token: Token) -> None:
        if before is not None and before.kind != CONTENT:
            self.parts.append(" " * self._some(2) + self.newline)
        if before is not None and token.breaks > 1:
            self.parts.append((" " * self._some(3) + self.newline) * (1 + self._some(2)))
        self.at, self.leading = 0, True
        self._write(" " * self.columns[token.column])

    def _gap(self, before: Token, token: Token) -> int:
        if token.kind == COMMENT:
            return 1 + self._some(4)
        if self.leading:
            return self.columns[token.column] - self.at  # blocks keep their columns' order
        if self.depth and (before.kind in ("[", "{", ",") or token.kind in ("]", "}", ",")):
            return self._some(2)
        return 1 + self._some(3) if before.kind == ":" else self._some(2)

    def _content(self, token: Token) -> None:
        lines = token.text.split("\n")
        base = min(len(line) - len(line.lstrip()) for line in lines if line.strip())
        kept = [" " * self.columns[base] + line[base:] if line.strip() else "" for line in lines[:-1]]
        self.parts.append(self.newline + self.newline.join([*kept, ""]))


def _words(document: Document) -> list[str]:
    return [document.text[start:end].rstrip() for start, end in document.comments()]


@given(st.sampled_from(FILES), st.data())
def test_mangled_space_comes_back(text: str, data: st.DataObject) -> None:
    good = read_text(text)
    assert formatted(good) == text
    mangled = Mangled(good, data.draw)
    document = read_text(mangled.text)
    assert repr(document.data) == repr(good.data)
    result = formatted(document)
    again = read_text(result)
    assert repr(again.data) == repr(good.data)
    assert _words(again) == _words(good)
    assert formatted(again) == result
    as_lines = BEFORE_COMMENT.sub(" ", result.replace(mangled.newline, "\n"))
    if "[one, {" not in text:  # where the awkward text breaks a scalar, its lines may stand elsewhere
        assert as_lines == BEFORE_COMMENT.sub(" ", text)


@given(
    blueprints(),
    st.sampled_from([None, True, False]),
    st.integers(2, 8),
    st.sampled_from([15, 40, 1000]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_every_dumped_blueprint_can_be_formatted(
    data: dict[str, Any], style: bool | None, indent: int, width: int, newline: str
) -> None:
    text = yaml.safe_dump(
        data, allow_unicode=True, default_flow_style=style, indent=indent, width=width, sort_keys=False
    )
    document = read_text(text.replace("\n", newline))
    result = formatted(document)
    assert validate(read_text(result))[0] == validate(document)[0]
    assert formatted(read_text(result)) == result
    assert result.count(newline) == result.count("\n")
    assert not any(line != line.rstrip() for line in result.split(newline))


@given(DATA, st.sampled_from(["|", ">", '"', "'", ""]), st.integers(2, 9))
def test_every_dumped_text_can_be_formatted(data: Any, style: str, indent: int) -> None:
    text = yaml.safe_dump(
        data,
        allow_unicode=True,
        default_style=style or None,
        default_flow_style=False,
        indent=indent,
        width=20,
    )
    try:
        document = read_text(re.sub(r"!![a-z]+ ", "", text))
    except Unreadable:
        return
    result = formatted(document)
    assert repr(read_text(result).data) == repr(document.data)


@given(st.text(alphabet="ab:- \n\t#'\"[]{},|>+?1\\é\u00a0", max_size=40))
def test_any_text_is_formatted_or_left_alone(text: str) -> None:
    try:
        document = read_text(text)
    except Unreadable:
        return
    try:
        result = formatted(document)
    except LeftAlone as error:
        assert error.reason
    else:
        assert re.sub(r"[ \t\r\n]", "", result) == re.sub(r"[ \t\r\n]", "", text)
