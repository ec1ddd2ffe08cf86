"""A comment hides a finding and does not say why.

In a year nobody will know whether the client decided it or somebody was in a hurry. Write the reason after the
brackets: ` -- decided with the client on 12 March`.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        # blueprint: ignore[missing-owner]
        backstage: {action: Calls the carrier, manual: true}

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        # blueprint: ignore[missing-owner] -- the teams are being merged
        backstage: {action: Calls the carrier, manual: true}
"""

from __future__ import annotations

from blueprint_cli.findings import Severity

CODE = "BP903"
ABOUT = "map"
SEVERITY = Severity.WARNING
PRESET = "strict"
