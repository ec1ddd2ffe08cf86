"""A feeling or a judgement stands where the customer's action should.

"Is happy", "feels lost", "trouve le site confus": nobody can watch that, and nobody can answer it in front of the
customer. Write what the customer does, as a camera would see it, and put the feeling where it belongs: `emotion:` for
the curve, `feeling:` in a word, `thought:` and `quote:` in the customer's own words.

The words are listed in the modules of `language/feelings`, in English and French, in every form. What stands in quotes
is said or clicked, and stays a fact.

Options: `feelings` (none), further words of feeling, in each form that is meant; `facts` (none), texts left alone.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Is annoyed by the queue

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Waits in the queue
        emotion: -2
        feeling: Annoyed
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli import discovery
from blueprint_cli.findings import Problem, Severity
from blueprint_cli.language.spelling import without_accents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blueprint_cli.model.blueprint import Blueprint

FEELINGS = "blueprint_cli.language.feelings"

CODE = "BP401"
ABOUT = "map"
SEVERITY = Severity.WARNING


class Options:
    """Further words of feeling, and texts that are facts whatever they say."""

    feelings: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


def check(blueprint: Blueprint, options: Options) -> Iterator[Problem]:
    """Report customer actions that say a feeling or a judgement."""
    readers = _readers(blueprint)
    more = frozenset(without_accents(word) for word in options.feelings)
    facts = {fact.strip().casefold() for fact in options.facts}
    for step in blueprint.steps:
        for action in step.customer:
            text = action.action
            if text.strip().casefold() in facts:
                continue
            found = next((span for read in readers if (span := read(text, more))), None)
            if found:
                yield Problem(
                    f"'{text[slice(*found)]}' is a feeling or a judgement, not an action",
                    (*action.route, "action"),
                    "write what the customer does, and move the feeling to `emotion:` and `feeling:`",
                )


def _readers(blueprint: Blueprint) -> list[Callable[[str, frozenset[str]], tuple[int, int] | None]]:
    """The reader of the file's language; a file that does not say its language may well be French."""
    names = ["french"] if blueprint.lang == "fr" else ["english"]
    if "lang" not in blueprint.model_fields_set:
        names.append("french")
    return [discovery.load(FEELINGS, name).feeling for name in names]
