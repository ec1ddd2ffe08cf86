"""A key stands twice in the same mapping.

Most readers of YAML keep the last one and drop the first without a word: half of what the team wrote is gone.
Keep one of the two, or make a list.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        customer: Explains the case

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: [Phones the help desk, Explains the case]
"""

from __future__ import annotations

from blueprint_cli.findings import Severity

CODE = "BP003"
ABOUT = "map"
SEVERITY = Severity.ERROR
