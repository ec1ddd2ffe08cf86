"""Every word that a client sees, in one table a language; a missing one is a type error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from blueprint_cli.language.english import ENGLISH
from blueprint_cli.language.french import FRENCH

if TYPE_CHECKING:
    from blueprint_cli.language.wording import Words

Lang = Literal["en", "fr"]


CHANNELS: dict[Lang, dict[str, str]] = {
    "en": {
        "web": "Web", "app": "App", "email": "E-mail", "sms": "SMS", "phone": "Phone", "chat": "Chat", "social": "Social media",
        "search": "Search", "ad": "Advertisement", "press": "Press", "store": "Store", "branch": "Branch", "event": "Event",
        "post": "Post", "delivery": "Delivery", "person": "In person", "video": "Video", "form": "Form",
    },
    "fr": {
        "web": "Web", "app": "Application", "email": "E-mail", "sms": "SMS", "phone": "Téléphone", "chat": "Messagerie",
        "social": "Réseaux sociaux", "search": "Moteur de recherche", "ad": "Publicité", "press": "Presse", "store": "Magasin",
        "branch": "Agence", "event": "Événement", "post": "Courrier", "delivery": "Livraison", "person": "En personne",
        "video": "Visio", "form": "Formulaire",
    },
}  # fmt: skip
"""The built-in channels' names."""


def words(lang: Lang) -> Words:
    """The table of a language."""
    return FRENCH if lang == "fr" else ENGLISH
