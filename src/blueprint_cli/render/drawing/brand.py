"""A brand file: a built-in theme with a firm's colours, font and logo, in TOML."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blueprint_cli import discovery
from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest
from blueprint_cli.render.drawing.contrasts import too_weak
from blueprint_cli.render.drawing.logos import read_logo
from blueprint_cli.render.drawing.theme import FONTS, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

THEMES = "blueprint_cli.render.themes"
_KEYS = ("base", "font", "logo")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_FONT = re.compile(r"[\w .,'-]+")


def theme_of(asked: str, notify: Callable[[str], None]) -> Theme:
    """The theme with that name, or the one of a brand file.

    Args:
        asked: `light`, `dark`, `print`, or the path of a TOML file.
        notify: is told of colours whose contrast is too low.

    Raises:
        BlueprintError: no such theme, or the brand file cannot be read or says something unknown.
    """
    known = discovery.names(THEMES)
    if asked in known:
        return _built_in(asked)
    if asked.lower().endswith(".toml") or Path(asked).is_file():
        return read_brand(Path(asked), notify)
    near = closest(asked, known)
    raise BlueprintError(
        f"there is no theme '{asked}'",
        f"did you mean {near}?"
        if near
        else f"the themes: {', '.join(known)}, or a brand file such as brand.toml",
    )


def _built_in(name: str) -> Theme:
    found: Theme = discovery.load(THEMES, name).THEME
    return found


def read_brand(path: Path, notify: Callable[[str], None]) -> Theme:
    """The theme that a brand file describes.

    Raises:
        BlueprintError: the file or its logo cannot be read, or it says something unknown.
    """
    said = _table(path)
    base = said.pop("base", "light")
    known = discovery.names(THEMES)
    if base not in known:
        _refuse(path, "base", base, known)
    theme = _built_in(base)
    changes: dict[str, Any] = {"name": path.stem}
    if "font" in said:
        changes["fonts"], changes["fitted"] = _fonts(path, said.pop("font")), True
    if "logo" in said:
        changes["logo"] = read_logo(path.parent / _text(path, "logo", said.pop("logo")))
    colours = {role: _colour(path, role, value) for role, value in said.items() if _role(path, role, theme)}
    made = replace(theme, colours={**theme.colours, **colours}, **changes)
    for pair in too_weak(made):
        notify(
            f"{path}: {pair.ink} on {pair.ground} has a contrast of {pair.ratio(made):.1f}; "
            f"{'text' if pair.least > 4 else 'a shape'} needs {pair.least:g}"  # noqa: PLR2004 - 4.5 is text
        )
    return made


def _table(path: Path) -> dict[str, Any]:
    """The keys of `[theme]`; `[theme.card] customer = …` is the same as `"card.customer" = …`."""
    try:
        whole = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BlueprintError(
            f"{path} cannot be read: {error.strerror or error}", "name a brand file that exists"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BlueprintError(f"{path} is no TOML: {error}", 'as in [theme] and head = "#003366"') from None
    for key in whole:
        if key != "theme":
            _refuse(path, "table", key, ("theme",))
    theme = whole.get("theme")
    if not isinstance(theme, dict):
        raise BlueprintError(f"{path} has no table [theme]", 'as in [theme] and head = "#003366"')
    return dict(_flat(theme))


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value


def _role(path: Path, role: str, theme: Theme) -> bool:
    if role not in theme.colours:
        _refuse(path, "key", role, (*_KEYS, *theme.colours))
    return True


def _colour(path: Path, role: str, value: object) -> str:
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        raise BlueprintError(f"{path}: {role} is {value!r}, which is no colour", 'as in "#003366"')
    digits = value[1:].lower()
    return "#" + ("".join(2 * digit for digit in digits) if len(digits) == 3 else digits)  # noqa: PLR2004 - #rgb


def _fonts(path: Path, value: object) -> str:
    family = _text(path, "font", value)
    if not _FONT.fullmatch(family):
        raise BlueprintError(
            f"{path}: font is {family!r}, which is no name of a font", 'as in font = "Inter"'
        )
    return f"{family}, {FONTS}"


def _text(path: Path, key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BlueprintError(f"{path}: {key} is {value!r}, and must be a text", f'as in {key} = "…"')
    return value.strip()


def _refuse(path: Path, what: str, asked: object, known: tuple[str, ...]) -> None:
    near = closest(str(asked), known)
    raise BlueprintError(
        f"{path}: there is no {what} '{asked}'",
        f"did you mean {near}?" if near else f"the {what}s: {', '.join(known)}",
    )
