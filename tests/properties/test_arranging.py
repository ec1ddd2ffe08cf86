"""However a blueprint is written, formatting brings the one style: same meaning, every comment at its element, once and for all."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.edit.formatting import formatted
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.shape import model_route
from blueprint_cli.source.document import Document
from blueprint_cli.source.reading import read_text
from blueprint_cli.source.validation import validate
from blueprint_cli.source.writing import in_quotes, is_plain

from .strategies import blueprints

Route = tuple[Any, ...]


class Scribe:
    """Writes data as YAML by chance: blocks and brackets, quotes, long and short forms, comments everywhere.

    Attributes:
        remarks: each comment with the route of its element.
    """

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.remarks: dict[str, Route] = {}

    def comment(self, route: Route) -> str:
        text = f"# remark {len(self.remarks) + 1}"
        self.remarks[text] = route
        return text

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def scalar(self, value: Any, *, flow: bool) -> str:
        if isinstance(value, bool):
            return "true" if value else "false"
        if not isinstance(value, str):
            return str(value)
        style = self.chance.choice(["plain", "double", "single"])
        if style == "plain" and is_plain(value, flow=flow):
            return value
        if style == "single" and value.isprintable():
            return "'" + value.replace("'", "''") + "'"
        return in_quotes(value)

    def flow(self, value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {self.flow(item)}" for key, item in self.shuffled(value)) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.flow(item) for item in value) + "]"
        return self.scalar(value, flow=True)

    def shuffled(self, value: dict[str, Any]) -> list[tuple[str, Any]]:
        pairs = list(value.items())
        if self.maybe(0.7):
            self.chance.shuffle(pairs)
        return pairs

    def value(self, value: Any, indent: int, route: Route) -> list[str]:
        """Lines; the first one goes after a key or a dash."""
        beside = f"  {self.comment(route)}" if self.maybe(0.25) else ""
        if not isinstance(value, (dict, list)):
            return [f" {self.scalar(value, flow=False)}{beside}"]
        if not value or self.maybe(0.35):
            return [f" {self.flow(value)}{beside}"]
        return [beside, *self.block(value, indent, route)]

    def block(self, value: Any, indent: int, route: Route = ()) -> list[str]:
        pad, lines = " " * indent, []
        items = (
            self.shuffled(value) if isinstance(value, dict) else [(at, item) for at, item in enumerate(value)]
        )
        for key, item in items:
            here = (*route, key)
            lines += [pad + self.comment(here) for _ in range(self.chance.choice([0, 0, 0, 1, 2]))]
            lines += [""] if self.maybe(0.1) else []
            lines += self.child(key, item, indent, here)
        if self.maybe(0.1):
            lines.append(pad + self.comment((*route, "end")))
        return lines

    def child(self, key: Any, item: Any, indent: int, here: Route) -> list[str]:
        pad = " " * indent
        if isinstance(key, str):
            first, *more = self.value(item, indent + self.chance.choice([2, 2, 4]), here)
            return [f"{pad}{key}:{first}", *more]
        if isinstance(item, dict) and self.maybe(0.7):
            before, (first, *more) = [], self.block(item, indent + 2, here)
            while first.strip().startswith("#") or not first.strip():
                before.append(pad + first.strip() if first.strip() else "")
                first, *more = more
            return [*before, f"{pad}- {first.strip()}", *more]
        first, *more = self.value(item, indent + 2, here)
        return [f"{pad}-{first}", *more]


class InBlocks(Scribe):
    """Leaves brackets and comments out: whether something stands in brackets is the author's choice."""

    def maybe(self, share: float) -> bool:
        return share == 0.7 and super().maybe(share)


def anchors(document: Document) -> dict[str, Route]:
    """Each comment's element in a canonical text, by its route in the model.

    It is what starts on the comment's line; for a comment on its own line, what follows in the same column, or the end of
    the block whose children stand in that column.
    """
    lines: dict[int, Route] = {}
    columns: dict[Route, int] = {}
    for route, span in document.spans.items():
        line, column = document.place(span.key_start if span.key_start >= 0 else span.start)
        columns[route] = column - (2 if route and isinstance(route[-1], int) else 0)
        if route and (line not in lines or len(route) < len(lines[line])):
            lines[line] = route
    found = {}
    for start, end in document.comments():
        line, column = document.place(start)
        alone = not document.line(line)[: column - 1].strip()
        near = next((lines[at] for at in sorted(lines) if at >= line), ())
        if alone and (not near or columns[near] != column):
            last = [lines[at] for at in sorted(lines) if at < line][-1]
            near = next(
                last[:depth] for depth in range(len(last), -1, -1) if columns[last[: depth + 1]] == column
            )
            near = (*model_route(Blueprint, document.data, near), "end")
        else:
            near = model_route(Blueprint, document.data, near)
        found[document.text[start:end].strip()] = near
    return found


def element(route: Route) -> Route:
    """A route without what short forms leave out: a lone item's position and the main field."""
    return tuple(part for part in route if part not in (0, "action", "text", "system", "to", "what", "end"))


@given(blueprints(), st.integers(0, 10**9), st.sampled_from(["\n", "\r\n"]))
def test_the_meaning_and_every_comment_stay(data: dict[str, Any], seed: int, newline: str) -> None:
    scribe = Scribe(random.Random(seed))
    text = newline.join(scribe.block(data, 0)) + newline
    document = read_text(text)
    root, problems = validate(document)
    assert root is not None, (problems, text)
    result = formatted(document)
    again = read_text(result)
    assert validate(again)[0] == root
    assert formatted(again) == result
    assert sorted(result[a:b].strip() for a, b in again.comments()) == sorted(
        text[a:b].strip() for a, b in document.comments()
    )
    assert result.count(newline) == result.count("\n")
    assert not any(line != line.rstrip() for line in result.split(newline))


@given(blueprints(), st.integers(0, 10**9))
def test_comments_stay_at_their_elements(data: dict[str, Any], seed: int) -> None:
    scribe = Scribe(random.Random(seed))
    text = "\n".join(scribe.block(data, 0)) + "\n"
    result = formatted(read_text(text))
    found = anchors(read_text(result))
    for comment, route in scribe.remarks.items():
        was, now = element(route), element(found[comment])
        shared = min(len(was), len(now))
        assert was[:shared] == now[:shared], (comment, was, now, text, result)


@given(blueprints(), st.integers(0, 10**9), st.integers(0, 10**9))
def test_without_comments_there_is_one_text_for_one_meaning(
    data: dict[str, Any], one: int, other: int
) -> None:
    texts = []
    for seed in (one, other):
        scribe = InBlocks(random.Random(seed))
        lines = [line for line in scribe.block(data, 0) if not line.strip().startswith("#")]
        texts.append(formatted(read_text("\n".join(lines) + "\n")))
    assert texts[0] == texts[1]


UNTIDY = """\
title: "Late parcel"   # about the title
# of the version
blueprint: 1
steps:
- frontstage: [{owner: care, action: 'Looks for the file'}]
  customer: [{action: Phones}]   # a fact
  id: call
  uses_nothing: null
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "title: 'Late parcel'  # said\n# of the version\nblueprint: 1\nsteps:\n- evidence: [{text: \"SMS\"}]\n"
            "  customer: [{action: Phones}]   # a fact\n  id: call\n",
            "# of the version\nblueprint: 1\ntitle: Late parcel  # said\nsteps:\n  - id: call\n    evidence: SMS\n"
            "    customer: Phones               # a fact\n",
        ),
        (
            "# about the file\n\ntitle: A\nblueprint: 1\nsteps: [{customer: A}]\n",
            "# about the file\nblueprint: 1\ntitle: A\nsteps: [{customer: A}]\n",
        ),
        (
            "# yaml-language-server: $schema=x\n# of the title\ntitle: A\nblueprint: 1\nsteps: [A]\n",
            "# yaml-language-server: $schema=x\nblueprint: 1\n# of the title\ntitle: A\nsteps: [A]\n",
        ),
        (
            "blueprint: 1\ntitle: A\nsteps:\n  - id: a\n    customer: A\n  # of b\n  - id: b\n    customer: B\n  - C\n  - D\n",
            "blueprint: 1\ntitle: A\nsteps:\n  - id: a\n    customer: A\n\n  # of b\n  - id: b\n    customer: B\n\n  - C\n  - D\n",
        ),
        (
            "blueprint: 1\ntitle: A\nsteps:\n  - backstage: [{ action: A,  # first\n      owner: me }, B]\n",
            "blueprint: 1\ntitle: A\nsteps:\n  - backstage:\n      - action: A  # first\n        owner: me\n      - B\n",
        ),
        (
            "blueprint: 1\ntitle: A\nversion: '1.2'\nscenario: >\n  It\n  goes\nsteps:\n  - quote: ['He said \"no\"']\n"
            "    support: {action: B, uses: {system: crm, by: hand}}\n",
            'blueprint: 1\ntitle: A\nscenario: >\n  It\n  goes\nversion: "1.2"\nsteps:\n  - quote: He said "no"\n'
            "    support: {action: B, uses: [{system: crm, by: hand}]}\n",
        ),
        (
            'blueprint: 1\ntitle: Late\n  parcel\nscenario: "One\n  two"  # said\nsteps: [{customer: Phones\n  again}]\n',
            "blueprint: 1\ntitle: Late parcel\nscenario: One two  # said\nsteps: [{customer: Phones again}]\n",
        ),
        (
            "catalog: 1\nsystems: {erp: {owner: it, name: ERP}}\nteams:\n  it: {name: IT}\ntitle: Shared\n",
            "catalog: 1\ntitle: Shared\nteams:\n  it: IT\nsystems: {erp: {name: ERP, owner: it}}\n",
        ),
    ],
)  # fmt: skip
def test_style(text: str, wanted: str) -> None:
    assert formatted(read_text(text)) == wanted
    assert formatted(read_text(wanted)) == wanted


def test_brackets_that_do_not_fit_open() -> None:
    long = "Calls the carrier and asks where the parcel is, then writes the answer into the file"
    text = f'blueprint: 1\ntitle: A\nsteps:\n  - customer: {{work: 5 min, action: "{long}", owner: care}}  # so\n'
    assert formatted(read_text(text)) == (
        "blueprint: 1\ntitle: A\nsteps:\n  - customer:  # so\n"
        f"      action: {long}\n      owner: care\n      work: 5 min\n"
    )


def test_a_key_that_is_there_twice_keeps_its_arrangement() -> None:
    text = "title: 'A'\nblueprint: 1\ntitle: B\nsteps: A\n"
    assert formatted(read_text(text)) == text
