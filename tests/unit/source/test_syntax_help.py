"""A text that is no YAML: the cause and its place, wherever it stands, and the same from both parsers."""

from __future__ import annotations

from typing import Any

import pytest

from blueprint_cli.source.reading import EVENTS, PurePythonEvents, Unreadable, read_text

HEAD = "blueprint: 1\ntitle: T\nsteps:\n  - customer: A\n"

# what follows the first step, and where the tab is: line and column
TABS = {
    "\tchannel: web\n": (5, 1),
    "  \tchannel: web\n": (5, 3),
    "\t- customer: B\n": (5, 1),
    "\tand waits\n": (5, 1),
    "    frontstage:\n\t\taction: B\n": (6, 1),
    "    frontstage:\n    \taction: B\n": (6, 5),
    "    frontstage:\n\t- action: B\n": (6, 1),
    "    note: |\n\tB\n": (6, 1),
    "    note: >\n      B\n\tC\n": (7, 1),
    "    channel: web\n\t": (6, 1),
    "  - customer: B\n\tchannel: web\n": (6, 1),
}


@pytest.mark.parametrize("events", [EVENTS, PurePythonEvents])
@pytest.mark.parametrize("rest", TABS)
def test_a_tab_that_indents_is_named_wherever_it_stands(rest: str, events: Any) -> None:
    with pytest.raises(Unreadable) as refused:
        read_text(HEAD + rest, events=events)
    problem, document = refused.value.problem, refused.value.document
    assert (problem.code, problem.message, problem.help) == (
        "BP001",
        "the line is indented with a tab",
        "indent with spaces, not with tabs",
    )
    assert problem.span is not None
    assert document.place(problem.span[0]) == TABS[rest]
    assert set(document.text[slice(*problem.span)]) == {"\t"}


def test_a_tab_inside_brackets_is_not_at_fault() -> None:
    text = "blueprint: 1\ntitle: T\nsteps:\n  - {customer: A,\n\tchannel: web: x}\n"
    with pytest.raises(Unreadable) as refused:
        read_text(text)
    assert "tab" not in refused.value.problem.message
