"""`blueprint rules`."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from blueprint_cli.checks.rule import Rule


def command(
    rule: Annotated[
        str | None,
        typer.Argument(metavar="[CODE|NAME]", help="The rule to explain; all are listed without it."),
    ] = None,
    check: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Run the examples of the rules that a TOML file declares."),
    ] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Settings whose own rules are listed, too.")
    ] = None,
) -> int:
    """List the rules of the linter, or explain one with a bad and a good example.

    Rules that the settings of this folder add are among them.

    Examples:
      blueprint rules
      blueprint rules BP101
      blueprint rules missing-owner
      blueprint rules --check acme.rules.toml
    """
    if check is not None:
        return _check(check)
    from blueprint_cli.checks.planning import Planner

    planner = Planner(config=config)
    book = planner.book_of(planner.settings_of(Path.cwd()))
    if rule is None:
        sys.stdout.write("".join(_row(entry) for entry in book.rules))
    else:
        sys.stdout.write(_page(book.find(rule)))
    return 0


def _check(file: Path) -> int:
    """Run the examples of declared rules; a rule without any is told, because nothing shows that it works."""
    from blueprint_cli.checks.declared.examples import run_examples
    from blueprint_cli.checks.declared.reading import read_rules

    verdicts = run_examples(read_rules(file))
    for verdict in verdicts:
        head = f"{verdict.code} {verdict.name}"
        if verdict.wrong:
            sys.stdout.write("".join(f"{head}: {wrong}\n" for wrong in verdict.wrong))
        elif not verdict.examples:
            sys.stdout.write(f"{head}: no examples\n")
        else:
            sys.stdout.write(f"{head}: {verdict.examples} examples ok\n")
    return int(any(verdict.wrong for verdict in verdicts))


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
