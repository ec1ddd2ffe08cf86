"""Words of the links between pictures."""

# Annotations are no texts here: each text would be compiled when the table is made.
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang


class LinkWords(NamedTuple):
    """The words of one language; `{text}` stands for what is put in.

    Attributes:
        part_of: above the title, before the map and the step that this one zooms into.
        detailed: the title of a link to the map that zooms into a step.
        sign: what the plus on a step means, in the legend.
        next_use: the title of a link from a system's card to its next one.
        only_use: the title of the link that leads to the only card of a system.
        opens: the title of a link to an address in the file.
    """

    part_of: str
    detailed: str
    sign: str
    next_use: str
    only_use: str
    opens: str


_TABLES: dict["Lang", LinkWords] = {
    "en": LinkWords(
        part_of="Part of: {text}",
        detailed="In detail: {text}",
        sign="This step has a map of its own",
        next_use="{text}: where else it is used",
        only_use="Link to {text}",
        opens="Opens {text}",
    ),
    "fr": LinkWords(
        part_of="Fait partie de\u00a0: {text}",
        detailed="En détail\u00a0: {text}",
        sign="Cette étape a sa propre carte",
        next_use="{text}\u00a0: où il sert ailleurs",
        only_use="Lien vers {text}",
        opens="Ouvre {text}",
    ),
}


def link_words(lang: "Lang") -> LinkWords:
    """The words of a language."""
    return _TABLES[lang]
