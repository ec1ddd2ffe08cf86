"""`blueprint new`."""

from __future__ import annotations

import os
import re
import sys
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

import typer

from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

TEMPLATES = "blueprint_cli.templates"
SUFFIX = ".blueprint.yaml"
DEFAULT = "blank"

_SCHEMA = "schemas/blueprint.schema.json"
_TITLE = re.compile(r"^title: .*$", re.MULTILINE)
_ADDRESS = re.compile(r"[^\w.-]+")


def command(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="Name of the service; the file is NAME.blueprint.yaml."),
    ] = None,
    template: Annotated[
        str, typer.Option(metavar="T", help="What to start from; --list shows the templates.")
    ] = DEFAULT,
    lang: Annotated[Literal["en", "fr"], typer.Option(help="Language of the template.")] = "en",
    out: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Another file name; - is standard output."),
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="Show the templates and stop.")] = False,
) -> int:
    """Write a commented starter file; one that exists is never replaced.

    Examples:
      blueprint new "Home delivery"
      blueprint new returns --template refund
      blueprint new colis --template late-parcel --lang fr
      blueprint new --list
    """
    if listing:
        sys.stdout.write("".join(f"{found:22}{_title(found, lang)}\n" for found in templates()))
        return 0
    text = _titled(_text(template, lang), Path(name).name if name and template == DEFAULT else None)
    if out == "-":
        sys.stdout.write(text)
        return 0
    wanted = Path(name or template)
    path = Path(out) if out else wanted.with_name(f"{_file_name(wanted.name)}{SUFFIX}")
    _write_new(path, _with_schema(text, path))
    sys.stderr.write(f"{path.as_posix()}\nnext: blueprint lint {path.as_posix()}\n")
    return 0


def templates() -> tuple[str, ...]:
    """The names of the templates, sorted; each is there in English and in French."""
    found = (entry.name for entry in files(TEMPLATES).iterdir())
    return tuple(sorted({name.split(".", 1)[0] for name in found if name.endswith(SUFFIX)}))


def _text(template: str, lang: str) -> str:
    known = templates()
    if template not in known:
        near = closest(template, known)
        raise BlueprintError(
            f"there is no template '{template}'",
            f"did you mean {near}?" if near else f"the templates: {', '.join(known)}",
        )
    return files(TEMPLATES).joinpath(f"{template}.{lang}{SUFFIX}").read_text(encoding="utf-8")


def _title(template: str, lang: str) -> str:
    found = _TITLE.search(_text(template, lang))
    return found[0].removeprefix("title: ").strip("\"'") if found else ""


def _titled(text: str, name: str | None) -> str:
    """The template under the name that was given, where that name is more than a file name."""
    if name is None or _file_name(name) == name:
        return text
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return _TITLE.sub(lambda _: f'title: "{quoted}"', text, count=1)


def _with_schema(text: str, path: Path) -> str:
    """The template with the way to the schema from its folder: `blueprint schema --write` puts it where it is called."""
    if path.is_absolute() or path.parent == Path():
        return text
    return text.replace(_SCHEMA, Path(os.path.relpath(_SCHEMA, path.parent)).as_posix(), 1)


def _file_name(name: str) -> str:
    from blueprint_cli.model.fields import slug

    bare = name.removesuffix(SUFFIX)
    if not _ADDRESS.search(bare) and bare.strip("."):
        return bare
    found = slug(bare)
    if not found:
        raise BlueprintError(f"'{name}' gives no file name", "name the file with -o")
    return found


def _write_new(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise BlueprintError(f"{path} is already there", "choose another name, or remove it first") from None
    except FileNotFoundError:
        raise BlueprintError(
            f"there is no folder {path.parent}", "make it first, or name another one"
        ) from None
