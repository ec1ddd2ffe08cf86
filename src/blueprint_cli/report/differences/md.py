"""For a pull request: the figures and a count first, the changes folded, in the language of the map."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from blueprint_cli.analysis.differences.figure_rows import figure_rows
from blueprint_cli.analysis.differences.saying import Saying
from blueprint_cli.language.topics.differences import words
from blueprint_cli.language.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.analysis.differences.outcome import Compared, Outcome
    from blueprint_cli.language.words import Lang
    from blueprint_cli.report.view import View

SIGNS = {"added": "➕", "removed": "➖", "moved": "↷", "renamed": "✎", "changed": "✎"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#])")


def render(outcome: Outcome, view: View) -> Iterator[str]:
    """Markdown as GitHub and GitLab show it."""
    changed = [file for file in outcome.files if file.changes]
    if not changed:
        lang = view.lang or (outcome.files[0].lang if outcome.files else "en")
        yield f"{words(lang).none}\n"
    elif len(changed) > 1:
        yield f"**{words(view.lang or changed[0].lang).files.format(n=len(changed))}**\n\n"
    for number, file in enumerate(changed):
        yield "\n" if number else ""
        yield "\n".join(_file(file, view.lang or file.lang)) + "\n"


def _file(file: Compared, lang: Lang) -> Iterator[str]:
    saying = Saying(file.comparison, lang, typographic=True)
    said = saying.words
    yield f"### {_safe(typeset(file.title, lang))}"
    yield ""
    names = [f"`{name}`" for name in (file.old_name, file.new_name) if name]
    yield said.from_to.format(old=names[0], new=names[-1]) if len(set(names)) > 1 else names[0]
    yield ""
    yield f"**{_counted(file, saying)}**"
    yield from _figures(file, lang)
    yield ""
    yield f"<details><summary>{said.details}</summary>"
    for heading, group in groupby(file.changes, saying.group_of):
        yield ""
        yield f"#### {_safe(heading)}"
        yield ""
        for change in group:
            yield f"- {SIGNS[change.kind]} {_safe(saying.sentence(change))}"
            for same in change.inside:
                what = said.whats[(same.layer_new or same.layer_old) if same.what == "action" else same.what]
                yield f"  - {_safe(f'{what} {saying.name(same)}')}"
    yield ""
    yield "</details>"


def _counted(file: Compared, saying: Saying) -> str:
    kinds = [str(change.kind) for change in file.changes]
    said = saying.words

    def counted(kind: str, count: int) -> str:
        return said.one[kind] if count == 1 else said.many[kind].format(n=count)

    parts = [counted(kind, kinds.count(kind)) for kind in SIGNS if kind in kinds]
    return counted("all", len(kinds)) + said.colon + said.comma.join(parts)


def _figures(file: Compared, lang: Lang) -> Iterator[str]:
    rows = figure_rows(file.figures, lang)
    if not rows:
        return
    said = words(lang)
    yield ""
    yield f"| {said.figure} | {said.before} | {said.after_} | {said.difference} |"
    yield "|---|---:|---:|---:|"
    for row in rows:
        yield f"| {_safe(row.name)} | {row.old} | {row.new} | {row.delta} |"


def _safe(text: str) -> str:
    """A text in which nothing is taken for Markdown or HTML."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split(" ")))
