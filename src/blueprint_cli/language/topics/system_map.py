"""Words of the map of systems."""

# Annotations are no texts here: each text would be compiled when the table is made.
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.language.plurals import Forms

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang


class SystemMapWords(NamedTuple):
    """The words of one language; `{n}`, `{all}` and `{text}` stand for what is put in."""

    kind: str
    system: str
    flows: str
    when_down: str
    kinds: Mapping[str, str]
    external: str
    by: Mapping[str, str]
    no_step: str
    stops: Forms
    lacks: Forms
    only_lacks: Forms
    unused: str
    single_point: str
    through: str
    cut: str
    per_step: str
    none: str
    direct: str
    indirect: str
    not_fed: str
    feed: str
    feed_file: str
    feed_hand: str
    broken: str
    systems: Forms
    feeds: Forms
    breaks: Forms
    steps: Forms


EN = SystemMapWords(
    kind="Systems and the steps that hang on them",
    system="System",
    flows="Feeds",
    when_down="When it is down",
    kinds={
        "software": "software",
        "api": "API",
        "data": "data",
        "partner": "partner",
        "equipment": "equipment",
        "paper": "paper",
    },
    external="external",
    by={"api": "API", "screen": "screen", "file": "file", "hand": "by hand"},
    no_step="No step stops",
    stops=("{n} of {all} steps stops", "{n} of {all} steps stop"),
    lacks=("{n} more lacks its data", "{n} more lack its data"),
    only_lacks=("{n} step lacks its data", "{n} steps lack its data"),
    unused="Unused",
    single_point="Single point of failure",
    through="via {text}",
    cut="✗ never reaches {text}",
    per_step="Systems per step",
    none="No system is named on this map. Say what an action works with (uses: CRM), or list the systems.",
    direct="Used in {text}",
    indirect="Needs its data, through another system",
    not_fed="Should get its data: the link is broken",
    feed="Passes data to",
    feed_file="By file",
    feed_hand="By hand",
    broken="Broken link",
    systems=("{n} system", "{n} systems"),
    feeds=("{n} feed", "{n} feeds"),
    breaks=("{n} broken link", "{n} broken links"),
    steps=("{n} step", "{n} steps"),
)

FR = SystemMapWords(
    kind="Les systèmes et les étapes qui en dépendent",
    system="Système",
    flows="Flux",
    when_down="S’il tombe en panne",
    kinds={
        "software": "logiciel",
        "api": "API",
        "data": "données",
        "partner": "partenaire",
        "equipment": "équipement",
        "paper": "papier",
    },
    external="externe",
    by={"api": "API", "screen": "écran", "file": "fichier", "hand": "à la main"},
    no_step="Aucune étape à l’arrêt",
    stops=("{n}\u00a0étape sur {all} à l’arrêt", "{n}\u00a0étapes sur {all} à l’arrêt"),
    lacks=("{n} autre sans ses données", "{n} autres sans ses données"),
    only_lacks=("{n}\u00a0étape sans ses données", "{n}\u00a0étapes sans ses données"),
    unused="Inutilisé",
    single_point="Point de défaillance unique",
    through="via {text}",
    cut="✗ n’arrive pas dans {text}",
    per_step="Systèmes par étape",
    none="Cette carte ne nomme aucun système. Dites avec quoi une action travaille (uses: CRM), ou listez les systèmes.",
    direct="Utilisé\u00a0: {text}",
    indirect="Dépend de ses données, via un autre système",
    not_fed="Devrait recevoir ses données\u00a0: lien rompu",
    feed="Transmet des données à",
    feed_file="Par fichier",
    feed_hand="À la main",
    broken="Lien rompu",
    systems=("{n}\u00a0système", "{n}\u00a0systèmes"),
    feeds=("{n}\u00a0flux", "{n}\u00a0flux"),
    breaks=("{n}\u00a0lien rompu", "{n}\u00a0liens rompus"),
    steps=("{n}\u00a0étape", "{n}\u00a0étapes"),
)


def system_map_words(lang: "Lang") -> SystemMapWords:
    """The table of a language."""
    return FR if lang == "fr" else EN
