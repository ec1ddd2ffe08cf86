"""Some cards stand out and the rest fades: paler grounds, thinner lines, quieter words that can still be read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest
from blueprint_cli.render.drawing.cards import FAIL, MANUAL
from blueprint_cli.render.drawing.layout import all_cards

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.render.drawing.cards import Content
    from blueprint_cli.render.drawing.scene import Box, Route, Scene, Text

_STRONG, _THIN = 2.4, 0.6


def chosen_cards(content: Content, wish: str) -> set[str]:
    """The ids of the cards that a wish such as `owner:sav` or `critical` means.

    Raises:
        BlueprintError: the map knows no such owner or system.
    """
    kind, _, name = wish.partition(":")
    cards = list(all_cards(content))
    if kind == "owner":
        check_known("owner", name, dict.fromkeys(card.owner_id for card in cards if card.owner_id))
        return {card.id for card in cards if card.owner_id == name}
    if kind == "system":
        systems = [system for card in cards for system in card.systems]
        check_known("system", name, dict.fromkeys(systems))
        return {card.id for card in cards if name in card.systems}
    if kind == "critical":
        path = content.timings.critical_actions
        keys = {action.at for _, _, action in content.blueprint.actions() if action.key in path}
        return {card.id for card in cards if card.at in keys}
    return {card.id for card in cards if (FAIL if kind == "fail" else MANUAL) in card.signs}


def check_known(what: str, name: str, known: Iterable[str]) -> None:
    """Refuse the name of an owner or a system that the map does not know.

    Raises:
        BlueprintError: it is not among the known ones.
    """
    names = tuple(known)
    if name not in names:
        near = closest(name, names)
        raise BlueprintError(
            f"no card of the map has the {what} '{name}'",
            f"did you mean {near}?" if near else f"the {what}s: {', '.join(names) or 'none'}",
        )


def fade(scene: Scene, kept: set[str]) -> None:
    """Fade every card but those kept, and every link that does not join two of them."""
    scene.boxes = [_box(box, kept) for box in scene.boxes]
    joined = {link.id for link in scene.links if link.source in kept and link.target in kept}
    scene.links = [link if link.id in joined else _pale_route(link) for link in scene.links]
    labels = {f"label.{name.removeprefix('link.')}" for name in joined}
    scene.labels = [
        box if box.id in labels or box.parent in labels else _pale_label(box) for box in scene.labels
    ]


def _box(box: Box, kept: set[str]) -> Box:
    name = box.parent or box.id
    if box.css.startswith("card") and name in kept:
        return replace(box, css=f"{box.css} highlighted", stroke_width=_STRONG)
    return box if name in kept or box.css == "mood" else _pale(box)


def _pale(box: Box) -> Box:
    if box.css.startswith("badge"):
        return replace(box, css=f"{box.css} faded", fill="muted")
    fill = _pale_ground(box.fill)
    stroke = "none" if box.stroke == "none" and fill == "none" else "soft"
    return replace(
        box,
        css=f"{box.css} faded",
        fill=fill,
        stroke=stroke,
        stroke_width=_THIN if stroke != "none" else 0,
        texts=_quiet(box.texts),
    )


def _pale_ground(role: str) -> str:
    kind, _, layer = role.partition(".")
    if role == "none":
        return role
    return f"lane.{layer}" if kind in ("card", "tab") else "pill"


def _quiet(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    return tuple(replace(text, role="muted") for text in texts)


def _pale_route(link: Route) -> Route:
    return replace(link, css=f"{link.css} faded", role="soft", width=_THIN)


def _pale_label(box: Box) -> Box:
    stroke = "none" if box.stroke == "none" else "soft"
    return replace(box, stroke=stroke, texts=_quiet(box.texts))
