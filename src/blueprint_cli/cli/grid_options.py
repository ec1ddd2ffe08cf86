"""Which options of `render` go with which grid."""

from __future__ import annotations

from blueprint_cli.errors import BlueprintError

_NOT_BETWEEN = ('"', "'", "\n", "\r", "\0", " ")


def only_for_grids(chosen: str, *, compact: bool, delimiter: str | None, bom: bool) -> None:
    """Refuse an option that the format could only ignore, and a delimiter that no program could read back.

    Raises:
        BlueprintError: there is such an option.
    """
    for option, asked, formats in (
        ("--compact", compact, ("xlsx",)),
        ("--delimiter", delimiter is not None, ("csv",)),
        ("--bom", bom, ("csv", "tsv")),
    ):
        if asked and chosen not in formats:
            raise BlueprintError(f"{option} is for {' and '.join(formats)}, not for {chosen}", "leave it out")
    if delimiter is None:
        return
    if len(delimiter) != 1 or delimiter in _NOT_BETWEEN or delimiter.isalnum():
        raise BlueprintError(
            f"'{delimiter}' cannot stand between columns", "give one sign: --delimiter ';' or --delimiter '|'"
        )
