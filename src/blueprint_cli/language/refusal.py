"""What every reader of a text raises when the text says nothing it can use."""


class Refusal(ValueError):  # noqa: N818 - the word of the domain
    """A text that is refused, with the way out.

    Attributes:
        message: what is wrong with the text, naming it; no final full stop.
        help: what to write instead, in words.
        instead: the value that can only have been meant, where there is one: a fix may write it.
        within: the key of the mapping whose value is at fault, where a mapping was read.
        unknown: whether that key itself is at fault.
        key: the key that can only have been meant in its place.
    """

    def __init__(
        self,
        message: str,
        help: str = "",  # noqa: A002 - the word of the findings, too
        instead: bool | int | None = None,
        *,
        within: str | None = None,
        unknown: bool = False,
        key: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.help = help
        self.instead = instead
        self.within, self.unknown, self.key = within, unknown, key
