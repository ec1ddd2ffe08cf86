"""The file cannot be read as YAML.

A file that cannot be read is a map that nobody can draw, time or check. The finding names the word that breaks the
text; most often a text that holds a colon, or starts with a sign that means something in YAML, has to go in quotes.

Bad:
    blueprint: 1
    title: Late parcel: the call
    steps:
      - customer: Phones the help desk

Good:
    blueprint: 1
    title: "Late parcel: the call"
    steps:
      - customer: Phones the help desk
"""

from __future__ import annotations

from blueprint_cli.findings import Severity

CODE = "BP001"
ABOUT = "map"
SEVERITY = Severity.ERROR
