"""One sign that is not what it looks like: a typographic minus, a word processor's dash, a colon without its space."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint_cli.findings import Change, Remedy
from blueprint_cli.source.loading import load_bytes

HEAD = "blueprint: 1\ntitle: T\nsteps:\n"


@pytest.mark.parametrize(("sign", "code"), [("−", 0x2212), ("–", 0x2013), ("—", 0x2014)])
@pytest.mark.parametrize(("line", "rest"), [("emotion: {}2", ()), ("emotion: {{vip: {}2}}", ("vip",))])
def test_an_emotion_with_another_minus_is_written_with_the_hyphen(
    sign: str, code: int, line: str, rest: tuple[str, ...]
) -> None:
    assert ord(sign) == code
    (found,) = load_bytes(f"{HEAD}  - customer: A\n    {line.format(sign)}\n".encode(), "x", Path()).problems
    assert found.message == f"an emotion is a whole number from -2 (worst) to 2 (best), not '{sign}2'"
    assert found.help == f"write -2, with the hyphen of the keyboard: {sign} is another sign"
    assert found.remedy == Remedy("write -2", (Change("set", ("steps", 0, "emotion", *rest), value=-2),))


# the file below its head; code, line, the words underlined, message and help
SLIPS = {
    "  - customer:Calls\n": ("BP002", 4, "customer:Calls", "customer", "customer: Calls"),
    "  - customer:Calls\n    channel: web\n": ("BP001", 4, "customer:Calls", "customer", "customer: Calls"),
    "  - customer: A\n    channel:web\n": ("BP001", 5, "channel:web", "channel", "channel: web"),
    "  - backstage:\n      - action:B\n        owner: x\n": ("BP001", 5, "action:B", "action", "action: B"),
    "  - {customer:A, channel: web}\n": ("BP002", 4, "customer:A", "customer", "customer: A"),
}


@pytest.mark.parametrize("rest", SLIPS)
def test_a_colon_without_its_space_is_named_where_it_stands(rest: str) -> None:
    code, line, marked, key, write = SLIPS[rest]
    source = load_bytes((HEAD + rest).encode(), "x", Path())
    (found,) = source.problems
    assert (found.code, found.message, found.help, found.remedy) == (
        code,
        f"there is no space after the colon of '{key}'",
        f"write `{write}`",
        None,
    )
    start, end = found.span or source.document.underline(found.route, found.mark)
    assert source.document.place(start)[0] == line
    assert source.document.text[start:end] == marked


def test_texts_and_addresses_may_hold_a_colon() -> None:
    rest = '  - https://example.org\n  - "12:30"\n  - Appelle:vite\n'
    assert load_bytes((HEAD + rest).encode(), "x", Path()).root is not None


DASHES = {
    "  – customer: A\n": ("BP002", "–", "customer: ..."),
    "  – customer: A\n  – customer: B\n": ("BP002", "–", "customer: ..."),
    "  • customer: A\n  • customer: B\n": ("BP002", "•", "customer: ..."),
    "  – customer: A\n    channel: web\n  – customer: B\n": ("BP001", "–", "customer: A"),
    "  - customer: A\n  – customer: B\n": ("BP001", "–", "customer: B"),
}


@pytest.mark.parametrize("rest", DASHES)
def test_a_dash_of_a_word_processor_begins_no_item(rest: str) -> None:
    code, sign, write = DASHES[rest]
    (found,) = load_bytes((HEAD + rest).encode(), "x", Path()).problems
    assert (found.code, found.message, found.help, found.remedy) == (
        code,
        f"a list item begins with a hyphen, not with {sign}",
        f"write `- {write}`",
        None,
    )


def test_a_hyphen_that_touches_its_key_is_named() -> None:
    (found,) = load_bytes(f"{HEAD}  -customer: A\n".encode(), "x", Path()).problems
    assert (found.message, found.help, found.remedy) == (
        "there is no space after the hyphen",
        "write `- customer: ...`",
        None,
    )
