"""Words of the map of systems."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from blueprint_cli.language.words import Lang


@dataclass(frozen=True, slots=True)
class SystemMapWords:
    """The words of one language; `{n}`, `{all}` and `{text}` stand for what is put in."""

    kind: str
    system: str
    flows: str
    when_down: str
    kinds: Mapping[str, str]
    external: str
    by: Mapping[str, str]
    no_step: str
    one_step: str
    some_steps: str
    more_steps: str
    more_step: str
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
    says: str


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
    no_step="No step",
    one_step="1 of {all} steps stops",
    some_steps="{n} of {all} steps stop",
    more_steps="{n} more lack its data",
    more_step="1 more lacks its data",
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
    says="{systems} systems, {feeds} links between them, {broken} of them broken; {steps} steps.",
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
    no_step="Aucune étape",
    one_step="1\u00a0étape sur {all} à l’arrêt",
    some_steps="{n}\u00a0étapes sur {all} à l’arrêt",
    more_steps="{n} autres sans ses données",
    more_step="1 autre sans ses données",
    unused="Inutilisé",
    single_point="Point de défaillance unique",
    through="par {text}",
    cut="✗ n’arrive pas dans {text}",
    per_step="Systèmes par étape",
    none="Cette carte ne nomme aucun système. Dites avec quoi une action travaille (uses: CRM), ou listez les systèmes.",
    direct="Utilisé\u00a0: {text}",
    indirect="Dépend de ses données, par un autre système",
    not_fed="Devrait recevoir ses données\u00a0: lien rompu",
    feed="Transmet des données à",
    feed_file="Par fichier",
    feed_hand="À la main",
    broken="Lien rompu",
    says="{systems} systèmes, {feeds} liens entre eux, dont {broken} rompus\u00a0; {steps} étapes.",
)


def system_map_words(lang: Lang) -> SystemMapWords:
    """The table of a language."""
    return FR if lang == "fr" else EN
