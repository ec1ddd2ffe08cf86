"""A value that other readers of YAML take for something else.

`1:30` is 90 to one program, a text to the next; `no` is false, or Norway. Quotes settle it. The finding is an error
where the format refuses the value (a time written 1:30), and information elsewhere.

Bad:
    blueprint: 1
    title: Late parcel
    version: 007
    steps:
      - customer: Phones the help desk

Good:
    blueprint: 1
    title: Late parcel
    version: "007"
    steps:
      - customer: Phones the help desk
"""

from __future__ import annotations

from blueprint_cli.findings import Severity

CODE = "BP007"
ABOUT = "map"
SEVERITY = Severity.INFO
FIX = "safe"
