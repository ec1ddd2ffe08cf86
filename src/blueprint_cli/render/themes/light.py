"""Dark words on pale grounds: for screens, slides and colour printers."""

from blueprint_cli.render.drawing.theme import LIGHT

THEME = LIGHT
