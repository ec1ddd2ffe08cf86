"""Trouble with the run (not with the user's map): no such file, no `dot`, an unknown rule, a plugin that crashes."""


class BlueprintError(Exception):
    """The command cannot run; `cli` prints the one line on standard error and exits with 2.

    Attributes:
        message: what went wrong, one sentence without a final full stop.
        help: what to do next, or an empty string.
    """

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002 - the word of the findings, too
        super().__init__(message)
        self.message = message
        self.help = help


class PartError(BlueprintError):
    """Trouble with one part of the user's map, where the map is right and the run cannot carry it.

    Attributes:
        at: the address of the part.
    """

    def __init__(self, at: str, message: str, help: str = "") -> None:  # noqa: A002 - the word of the findings, too
        super().__init__(message, help)
        self.at = at


class PluginCrash(Exception):  # noqa: N818 - the plugin's bug, told as such
    """A rule of a plugin raised; `cli` names it and exits with 3."""
