"""Words that people write for those of the format: French ones above all. They are refused, with the word to write."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from blueprint_cli.language.spelling import without_accents

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEYS = {
    "action": "activite description que_fait_il tache",
    "after": "apres attend ensuite_de",
    "answers": "nombre_de_reponses repondants reponses",
    "archetype": "profil",
    "background": "arriere_plan en_arriere_plan fond tache_de_fond",
    "backstage": "actions_invisibles arriere_scene back_office backoffice coulisses interne invisible",
    "basis": "base fondement origine_du_chiffre",
    "bio": "biographie",
    "broken": "brise casse rompu",
    "by": "moyen via",
    "calendars": "calendrier calendriers horaires_d_ouverture",
    "capacity": "capacite effectif effectifs",
    "catalogs": "catalogue catalogues referentiel",
    "channel": "canal canal_principal",
    "channels": "canaux",
    "children": "enfants",
    "client": "commanditaire",
    "closed": "conges ferme fermeture fermetures",
    "cost": "cout cout_par_cas couts",
    "customer": "action_client actions_client actions_du_client client cliente clients usager utilisateur",
    "days": "jours",
    "due": "date_limite echeance",
    "effect": "consequence consequences effet",
    "effort": "difficulte",
    "elapsed": "delai duration duree duree_totale temps temps_ecoule temps_total",
    "emotion": "courbe emotion emotions humeur note_emotion",
    "evidence": "preuve preuve_physique preuves preuves_physiques preuves_tangibles supports",
    "external": "externe tiers",
    "fail_points": "defaillance defaillances defauts echecs failpoints pannes point_de_defaillance points_de_defaillance risque risques",
    "feeds": "alimente envoie_a",
    "feeling": "emotion_ressentie ressenti sensation sentiment",
    "from": "depuis",
    "frontstage": "accueil actions_visibles avant_scene devant front_office scene visible",
    "frustrations": "freins",
    "goals": "buts objectifs",
    "hesitations": "doutes",
    "holidays": "feries jours_feries",
    "hours": "calendar calendrier heures heures_d_ouverture horaire horaires ouverture",
    "id": "cle identifiant",
    "impact": "benefice gain",
    "indirect": "indirecte",
    "kind": "genre nature sorte type",
    "kpis": "indicateur indicateurs kpi mesures",
    "label": "etiquette legende libelle",
    "lang": "langue",
    "likelihood": "frequence probabilite_d_echec vraisemblance",
    "likely": "probable",
    "limit": "delai_maximum limite maximum plafond sla",
    "manual": "a_la_main manuel manuelle",
    "max": "maximum",
    "min": "minimum",
    "motivations": "moteurs",
    "name": "intitule libelle nom",
    "next": "etape_suivante etapes_suivantes puis suite suivant suivants",
    "note": "comment commentaire commentaires comments notes remarque remarques",
    "occupation": "metier profession",
    "offer": "offre",
    "only": "personas_concernes reserve_a seulement uniquement",
    "opportunities": "amelioration ameliorations idee idees opportunite opportunites piste pistes",
    "owner": "acteur en_charge equipe porteur proprietaire proprietaires responsable responsables",
    "pain_points": "douleur douleurs frustration irritant irritants irritants_client pains point_de_douleur points_de_douleur points_douloureux",
    "parent": "carte_parente parente",
    "persona": "personnage",
    "personality": "personnalite",
    "personas": "personnages",
    "phase": "moment",
    "phases": "moments",
    "planned": "prevu prevue",
    "price": "prix tarif",
    "probability": "probabilite",
    "promise": "engagement promesse",
    "quality": "complet_et_exact qualite",
    "quote": "citation citations verbatim verbatims",
    "rate": "cout_horaire taux taux_horaire",
    "recovery": "rattrapage recuperation reparation",
    "replaces": "remplace",
    "reviewed": "date_de_revue relecture relu revision revu",
    "scenario": "cas",
    "serves": "dessert sert",
    "severity": "gravite",
    "source": "origine provenance",
    "spans": "intervalles mesures_de_temps parcours_chronometres troncons",
    "state": "etat",
    "status": "statut",
    "steps": "colonnes etape etapes",
    "support": "processus processus_de_support soutien",
    "system": "application logiciel systeme",
    "systems": "applications logiciels systemes",
    "target": "but cible objectif objectif_de_temps",
    "teams": "equipes services",
    "technology": "technologie technologies",
    "text": "texte",
    "thought": "pensee pensees",
    "title": "etape intitule libelle nom_de_l_etape parcours titre",
    "to": "a destination vers",
    "touchpoints": "contact contacts point_de_contact points_de_contact touchpoint",
    "uses": "moyens outil outils tool tools utilise utilise_le",
    "value": "valeur valeur_ajoutee",
    "volume": "quantite volumes",
    "wait": "attente attentes temps_d_attente",
    "what": "quoi",
    "work": "duree_de_travail temps_de_travail travail",
}
"""Key to the words that people write for it, without capitals, accents, blanks and hyphens."""


def keys_meant(word: str) -> tuple[str, ...]:
    """The keys that a word stands for in a map of another language; most words stand for one, `libellé` for several."""
    plain = "_".join(without_accents(word).replace("-", " ").replace("_", " ").split())
    return _keys_by_word().get(plain, ())


@cache
def _keys_by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, words in _KEYS.items():
        for word in dict.fromkeys(words.split()):
            found[word] = (*found.get(word, ()), key)
    return found


VALUES = {
    "adds": ("ajoute", "utile", "valeur"),
    "api": ("automatique", "interface"),
    "as-is": ("actuel", "actuelle", "current", "existant", "today"),
    "assumed": ("estimated", "estimé", "guess", "guessed", "supposé"),
    "backstage": ("coulisses", "invisible"),
    "customer": ("client",),
    "data": ("base", "base de données", "database", "données"),
    "digital": ("en ligne", "numérique", "online"),
    "en": ("anglais", "english", "eng"),
    "equipment": ("machine", "matériel", "équipement"),
    "file": ("csv", "export", "fichier"),
    "fr": ("fra", "français", "french"),
    "frontstage": ("scène", "visible"),
    "hand": ("main", "manual", "manually", "manuel", "par téléphone", "phone", "à la main"),
    "high": ("critical", "critique", "forte", "fort", "grave", "haut", "haute", "élevé", "élevée"),
    "low": ("bas", "basse", "faible", "minor"),
    "medium": ("med", "mid", "moyen", "moyenne", "normal"),
    "needed": ("necessary", "nécessaire", "obligatoire", "required"),
    "observed": ("measured", "mesuré", "observé"),
    "paper": ("papier",),
    "partner": ("external", "partenaire", "supplier", "prestataire"),
    "physical": ("offline", "physique"),
    "proposed": ("proposé", "planned", "prévu"),
    "screen": ("ui", "écran"),
    "software": ("app", "application", "logiciel", "outil", "tool"),
    "support": ("processus",),
    "to-be": ("cible", "futur", "future", "planned", "target"),
    "waste": ("gaspillage", "inutile", "wasted"),
}
"""Value to the words that mean it; it is offered only where that value may stand."""

_CHANNELS = {
    "ad": ("annonce", "publicité", "pub"),
    "app": ("appli", "application", "application mobile", "mobile"),
    "branch": ("agence", "guichet"),
    "chat": ("chatbot", "messagerie", "messagerie instantanée", "tchat"),
    "delivery": ("livraison", "livreur", "transporteur"),
    "email": ("courriel", "mail", "mél"),
    "event": ("salon", "événement", "évènement"),
    "form": ("formulaire",),
    "person": ("en personne", "face à face", "visite"),
    "phone": ("appel", "call", "tel", "telephone", "tél", "téléphone"),
    "post": ("courrier", "la poste", "letter", "lettre", "poste"),
    "press": ("journal", "presse"),
    "search": ("google", "moteur de recherche", "recherche"),
    "sms": ("texto",),
    "social": ("facebook", "instagram", "réseau social", "réseaux sociaux", "social media"),
    "store": ("boutique", "magasin", "point de vente", "shop"),
    "video": ("visio", "visioconférence", "vidéo"),
    "web": ("internet", "online", "site", "site internet", "site web", "website", "en ligne"),
}
"""Built-in channel to the words that mean it."""


def value_meant(word: str, values: Iterable[str]) -> str | None:
    """The value or channel, one of those that may stand there, that a word of another language means."""
    plain = word.strip().casefold()
    return next((value for value in values if plain in VALUES.get(value, ())), None)


def channel_meant(word: str) -> str | None:
    """The built-in channel that a word of everyday language means."""
    plain = without_accents(word.strip())
    return next(
        (channel for channel, words in _CHANNELS.items() if plain in map(without_accents, words)), None
    )
