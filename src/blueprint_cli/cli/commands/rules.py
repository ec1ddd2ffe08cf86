"""`blueprint rules`."""

from __future__ import annotations

import sys
import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from blueprint_cli.checks.rule import Rule


def command(
    rule: Annotated[
        str | None,
        typer.Argument(metavar="[CODE|NAME]", help="The rule to explain; all are listed without it."),
    ] = None,
) -> int:
    """List the rules of the linter, or explain one with a bad and a good example.

    Examples:
      blueprint rules
      blueprint rules BP101
      blueprint rules missing-owner
    """
    from blueprint_cli.checks.rule import own_rules

    if rule is None:
        sys.stdout.write("".join(_row(entry) for entry in own_rules().rules))
    else:
        sys.stdout.write(_page(own_rules().find(rule)))
    return 0


def _row(rule: Rule) -> str:
    from blueprint_cli.cli.terminal import takes_color, width
    from blueprint_cli.report.style import paint

    head = f"{rule.code}  {rule.name:28}{rule.severity.word:9}"
    first, *more = textwrap.wrap(rule.summary, width() - len(head)) or [""]
    lines = [f"{paint(rule.code, 'strong', color=takes_color())}{head[len(rule.code) :]}{first}"]
    return "\n".join([*lines, *(" " * len(head) + line for line in more)]) + "\n"


def _page(rule: Rule) -> str:
    from blueprint_cli.cli.terminal import takes_color, width
    from blueprint_cli.report.style import paint

    about = (
        "the map is wrong or incomplete"
        if rule.about == "map"
        else "the map is right and shows a weak service"
    )
    title = paint(f"{rule.code} {rule.name}", "strong", color=takes_color())
    paragraphs = (_filled(paragraph, width()) for paragraph in rule.page.split("\n\n"))
    return f"{title}\n{rule.severity.word}: {about}\n\n" + "\n\n".join(paragraphs) + "\n"


def _filled(paragraph: str, columns: int) -> str:
    """Prose wrapped to the terminal; an example keeps its lines."""
    return paragraph if "\n    " in paragraph else textwrap.fill(paragraph, columns, break_on_hyphens=False)
