"""The file says something that the format does not know.

A key with a typing error would be lost in silence, and with it what somebody knew about the service. So every key and
every value is checked, and the finding proposes what was probably meant.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: {actoin: Phones the help desk}

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: {action: Phones the help desk}
"""

from __future__ import annotations

from blueprint_cli.findings import Severity

CODE = "BP002"
ABOUT = "map"
SEVERITY = Severity.ERROR
FIX = "safe"
