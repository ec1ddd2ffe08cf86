"""`blueprint diff`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from blueprint_cli import discovery
from blueprint_cli.cli.options import Persona, StdinName  # noqa: TC001 - typer reads the annotations
from blueprint_cli.cli.targets import must_be_writable
from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from blueprint_cli.analysis.differences.outcome import Outcome
    from blueprint_cli.cli.comparing import Versions

REPORTS = "blueprint_cli.report.differences"
PICTURES = "blueprint_cli.render.differences"
DEFAULT_FORMAT = "full"
TOPICS = ("time", "owners", "systems", "customer")

Language = Literal["en", "fr"]


Before = Annotated[
    str | None,
    typer.Argument(
        metavar="OLD", help="The map before; alone it is compared with --base, or with what it replaces."
    ),
]
After = Annotated[str | None, typer.Argument(metavar="NEW", help="The map after; - reads standard input.")]
Base = Annotated[
    str | None,
    typer.Option(
        metavar="REV",
        help="Compare with a revision of git: a branch, a tag, HEAD~3. Renames are followed.",
    ),
]
Only = Annotated[
    str | None,
    typer.Option(metavar="TOPICS", help=f"Only changes about some of {', '.join(TOPICS)}, parted by commas."),
]
Form = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="NAME",
        help=f"One of {', '.join((*discovery.names(REPORTS), *discovery.names(PICTURES)))}.",
    ),
]
Out = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="OUT", help="Where to write. Default: standard output."),
]
Lang = Annotated[Language | None, typer.Option(help="Language of md, svg and xlsx. Default: the map's.")]


def command(  # noqa: PLR0917 - typer passes them by name
    old: Before = None,
    new: After = None,
    base: Base = None,
    only: Only = None,
    form: Form = DEFAULT_FORMAT,
    out: Out = None,
    persona: Persona = None,
    lang: Lang = None,
    stdin_filename: StdinName = "",
) -> int:
    """Tell what changed in the service, not in the text: exit 0 without a difference, 1 with.

    Steps and cards are the same by id, then by title and text, then by place. What is written in another way says the
    same: 1 h and 60 min, key order, short forms, comments.

    Examples:
      blueprint diff refund-as-is.blueprint.yaml refund-to-be.blueprint.yaml
      blueprint diff late.blueprint.yaml --base HEAD~3
      blueprint diff --base main --format md
      blueprint diff refund-to-be.blueprint.yaml --only time,owners
      blueprint diff late.blueprint.yaml --base main --format svg -o change.svg
    """
    from blueprint_cli.cli.comparing import Asked, Versions

    chosen = _format(form)
    topics = _topics(only)
    _protect(chosen, out)
    paths = tuple(path for path in (old, new) if path is not None)
    versions = Versions(Asked(paths, base, topics, persona, stdin_filename))
    outcome = versions.outcome()
    _tell_broken(versions)
    if outcome.files or not versions.broken:
        _deliver(_content(outcome, chosen, out, lang), out)
    return int(outcome.differs or bool(versions.broken))


def _format(name: str) -> str:
    known = (*discovery.names(REPORTS), *discovery.names(PICTURES))
    if name in known:
        return name
    near = closest(name, known)
    raise BlueprintError(
        f"there is no format '{name}'",
        f"did you mean {near}?" if near else f"the formats: {', '.join(known)}",
    )


def _topics(said: str | None) -> tuple[Literal["time", "owners", "systems", "customer"], ...]:
    from blueprint_cli.analysis.differences.change import TOPICS as KNOWN

    found = []
    for word in (said or "").split(","):
        topic = next((known for known in KNOWN if known == word.strip()), None)
        if topic is not None:
            found.append(topic)
        elif word.strip() or said == "":
            near = closest(word.strip(), KNOWN)
            raise BlueprintError(
                f"'{word.strip()}' is no topic",
                f"did you mean {near}?" if near else f"one of {', '.join(KNOWN)}",
            )
    return tuple(found)


def _protect(chosen: str, out: str | None) -> None:
    if out is None and chosen == "xlsx" and sys.stdout.isatty():
        raise BlueprintError("xlsx is no text for a terminal", "name a file with -o, or pipe the output")
    if out is not None:
        must_be_writable(Path(out), f"change.{'txt' if chosen == 'full' else chosen}")


def _tell_broken(versions: Versions) -> None:
    from blueprint_cli.checks.checking import Checked
    from blueprint_cli.checks.outcome import Outcome as Findings
    from blueprint_cli.checks.rule import own_rules
    from blueprint_cli.cli.terminal import takes_color, width
    from blueprint_cli.report.findings.full import render

    if versions.broken:
        checked = tuple(Checked(name, findings) for name, findings in versions.broken)
        outcome = Findings(checked, own_rules())
        sys.stderr.writelines(render(outcome, color=takes_color(sys.stderr), width=width()))


def _content(outcome: Outcome, chosen: str, out: str | None, lang: Language | None) -> bytes:
    if chosen in discovery.names(PICTURES):
        picture: bytes = discovery.load(PICTURES, chosen).render(_single(outcome, chosen), lang)
        return picture
    from blueprint_cli.cli.terminal import takes_color, width
    from blueprint_cli.report.view import View

    view = View(width() if out is None else 80, takes_color() and out is None, lang=lang)
    return "".join(discovery.load(REPORTS, chosen).render(outcome, view)).encode()


def _single(outcome: Outcome, chosen: str) -> object:
    """The one map that a picture can show."""
    files = [file for file in outcome.files if file.changes] or list(outcome.files)
    if len(files) != 1:
        names = ", ".join(file.new_name or file.old_name for file in files)
        raise BlueprintError(
            f"{chosen} shows one map, and these differ: {names}" if files else "no map differs",
            "name one file",
        )
    return files[0]


def _deliver(content: bytes, out: str | None) -> None:
    from blueprint_cli.files import write_whole

    if out in (None, "-"):
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        write_whole(Path(str(out)), content)
        sys.stderr.write(f"{Path(str(out)).as_posix()}\n")
