"""An accepted finding no longer occurs.

Somebody mended it. While the entry stays in the baseline, the same defect could come back unseen. `--prune-baseline`
takes such entries out; `--strict-baseline` makes them errors. The examples show a baseline beside a file that has one
finding, `untimed-action`.

Bad:
    {"file": "late.blueprint.yaml", "code": "BP101", "at": "steps[0].backstage[0]", "key": "9f2c41d07be0a6d3", "message": "'Calls the carrier' has no owner"}

Good:
    {"file": "late.blueprint.yaml", "code": "BP301", "at": "steps[0].customer[0]", "key": "0000000000000000", "message": "the time of 'Phones the help desk' is not known"}
"""

from __future__ import annotations

from blueprint_cli.findings import Severity

CODE = "BP904"
ABOUT = "map"
SEVERITY = Severity.INFO
