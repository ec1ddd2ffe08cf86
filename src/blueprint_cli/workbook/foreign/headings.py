"""What people write beside the rows of a grid, in French and English, and what it means in the format."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from blueprint_cli.language.spelling import closest, letters_in, without_accents

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang

Role = Literal[
    "phase", "step", "evidence", "customer", "frontstage", "backstage", "support", "systems", "channel", "touchpoints", "emotion",
    "feeling", "thought", "quote", "pain_points", "opportunities", "owner", "wait", "work", "elapsed", "target", "fail_points",
    "note", "line", "title", "scenario", "persona", "client", "version",
]  # fmt: skip
_CUSTOMER: Role = "customer"
LAYERS: tuple[Role, ...] = ("evidence", "customer", "frontstage", "backstage", "support")


class Heading(NamedTuple):
    """What a heading means, and in which language it is; empty where both say it alike."""

    role: Role
    lang: Lang | Literal[""]


_ENGLISH: dict[Role, str] = {
    "line": "line of interaction, line of visibility, line of internal interaction, internal interaction, line",
    "phase": "phase, phases, stage, stages, journey phase, journey stage, service phase",
    "step": "step, steps, journey step, journey steps, process step, process steps, step name, activity, activities",
    "evidence": "physical evidence, evidence, evidences, props, tangibles, artifacts, artefacts, physical touchpoints, tangible evidence, service evidence",
    "customer": "customer actions, customer action, customer, customers, customer journey, customer activities, user actions, user action, user, users, user journey, guest, guest actions, patient actions, patient, passenger actions, citizen actions, visitor actions, client actions, what the customer does, doing, actions",
    "frontstage": "frontstage, front stage, frontstage actions, frontstage interactions, frontstage contact, frontstage employee actions, onstage, on stage, onstage actions, onstage contact employee actions, on stage technology, frontstage technology, front office, visible employee actions, visible contact employee actions, contact person visible actions, visible actions, employee actions visible, front of house, customer facing actions, customer facing, visible",
    "backstage": "backstage, back stage, offstage, off stage, offstage actions, backstage actions, backstage interactions, backstage contact, backstage employee actions, backstage technology, back office, invisible employee actions, invisible contact employee actions, contact person invisible actions, invisible actions, employee actions invisible, back of house, behind the scenes, invisible, non customer facing",
    "support": "support, support processes, support process, supporting processes, support actions, support systems and processes, internal processes, support functions",
    "systems": "systems, system, it systems, it, tools, tool, applications, software, technology, technologies, systems used, tools used",
    "channel": "channel, channels",
    "touchpoints": "touchpoint, touchpoints, touch points, touch point, points of contact, contact points",
    "emotion": "emotion, emotions, emotional journey, emotion curve, mood, satisfaction, sentiment score, experience curve, emotional state, customer emotions",
    "feeling": "feeling, feelings, customer feelings, feels, sentiment, how it feels",
    "thought": "thought, thoughts, thinking, thinks, customer thoughts, what the customer thinks",
    "quote": "quote, quotes, customer quotes, says, saying, verbatims, voice of the customer",
    "pain_points": "pain point, pain points, pains, pain, frustrations, problems, issues, friction, frictions, friction points, customer pain points, challenges",
    "opportunities": "opportunity, opportunities, ideas, idea, improvements, improvement, solutions, recommendations, areas of improvement, areas for improvement",
    "owner": "owner, owners, who, responsible, responsibility, accountable, team, teams, department, departments, role, roles, actor, actors, process owner",
    "wait": "wait, waiting, waiting time, wait time",
    "work": "work, work time, working time, processing time, process time, touch time, effort",
    "elapsed": "time, duration, lead time, elapsed, elapsed time, time taken, timing, timeline, how long",
    "target": "target, target time, expected time, sla, goal",
    "fail_points": "fail point, fail points, failure points, risks, risk, what can go wrong, failures",
    "note": "note, notes, comment, comments, remarks, remark, observations",
    "title": "title, service, service name, blueprint, service blueprint",
    "scenario": "scenario, use case",
    "persona": "persona, personas, customer segment",
    "client": "client name, company, organisation, organization",
    "version": "version",
}
_FRENCH: dict[Role, str] = {
    "line": "ligne d interaction, ligne de visibilite, ligne d interaction interne, ligne d invisibilite, ligne",
    "phase": "phase, phases, grande etape, grandes etapes, macro etape, macro etapes, moment cle, moments cles, temps forts",
    "step": "etape, etapes, etapes du parcours, etape du parcours, sequence, sequences, sous etapes, intitule de l etape, moment, moments",
    "evidence": "preuves physiques, preuve physique, preuves, preuve, preuves tangibles, elements tangibles, elements physiques, supports physiques, indices physiques, evidences physiques, points de contact physiques, indices materiels, environnement physique, elements materiels",
    "customer": "actions du client, actions client, action client, action du client, actions clients, client, clients, cliente, parcours client, parcours du client, actions de l utilisateur, actions utilisateur, actions utilisateurs, utilisateur, utilisateurs, parcours utilisateur, usager, usagers, actions de l usager, actions de l acheteur, patient, ce que fait le client, ce que fait l utilisateur, actions du patient, actions du visiteur, beneficiaire",
    "frontstage": "actions visibles, actions visibles frontstage, action visible, avant scene, scene, sur scene, en scene, devant de la scene, front, frontstage, front office, interactions visibles, personnel en contact, en contact, actions du personnel en contact, employes visibles, actions visibles des employes, actions visibles du personnel, actions en avant scene, contact, visible",
    "backstage": "actions invisibles, actions invisibles backstage, action invisible, arriere scene, coulisse, coulisses, en coulisse, en coulisses, back, backstage, back office, actions invisibles des employes, actions invisibles du personnel, actions en coulisses, actions internes, employes invisibles, actions en arriere scene, derriere la scene, actions non visibles, non visible, invisible",
    "support": "processus de support, processus support, support, fonctions support, processus internes, processus de soutien, soutien, actions de support, processus d appui, support interne, processus supports",
    "systems": "systemes, systeme, systemes d information, systeme d information, si, outils, outil, applications, logiciels, logiciel, outils si, technologie, technologies, outils et systemes",
    "channel": "canal, canaux",
    "touchpoints": "point de contact, points de contact, interfaces, points de contacts, interface",
    "emotion": "emotion, emotions, courbe d emotion, courbe emotionnelle, courbe des emotions, humeur, satisfaction, niveau de satisfaction, etat emotionnel, emotions du client",
    "feeling": "ressenti, ressentis, sentiment, sentiments, ce que ressent le client, ce qu il ressent, vecu",
    "thought": "pensee, pensees, ce que pense le client, ce qu il pense, questions du client, questions que se pose le client",
    "quote": "verbatim, verbatims, citation, citations, ce que dit le client, paroles",
    "pain_points": "irritant, irritants, points de douleur, point de douleur, points de friction, friction, frictions, problemes, probleme, difficultes, freins, points faibles, irritants client, douleurs, frustrations, points noirs",
    "opportunities": "opportunite, opportunites, piste, pistes, pistes d amelioration, idees, idee, ameliorations, axes d amelioration, solutions, recommandations, propositions, leviers",
    "owner": "responsable, responsables, qui, acteur, acteurs, equipe, equipes, service, services, pilote, porteur, proprietaire, departement, role, roles, service responsable, direction",
    "wait": "attente, temps d attente, delai d attente, duree d attente",
    "work": "travail, temps de travail, temps de traitement, duree de traitement, charge, temps passe",
    "elapsed": "temps, duree, durees, delai, delais, temps ecoule, timing, duree totale, combien de temps, chronologie",
    "target": "cible, objectif, objectif de temps, temps cible, delai cible, engagement",
    "fail_points": "point de defaillance, points de defaillance, defaillances, points de rupture, risques, risque, points de vigilance, points d echec",
    "note": "note, notes, commentaire, commentaires, remarque, remarques, observations",
    "title": "titre, nom du service, service etudie, blueprint de service",
    "scenario": "scenario, cas d usage, contexte",
    "persona": "persona, personas, profil, cible client",
    "client": "nom du client, entreprise, organisation, societe",
    "version": "version",
}
_NO_WORD = re.compile(r"[^a-z0-9]+")
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_SHORTEST_GUESS = 6
_QUESTIONS = ("what ", "ce que ")
"""How headings begin that are alike but for one word, so that a slip of the pen cannot be told from another word."""
_MOST_OTHER_WORDS = 3
_SO_ALIKE = 0.85
_ALONE = frozenset(
    [
        "actions",
        "contact",
        "service",
        "services",
        "role",
        "roles",
        "line",
        "ligne",
        "it",
        "si",
        "who",
        "qui",
        "effort",
        "goal",
        "note",
        "notes",
        "version",
        "support",
        "direction",
        "moment",
        "moments",
        "cible",
        "objectif",
        "work",
        "travail",
        "time",
        "temps",
        "team",
        "teams",
        "charge",
        "scene",
        "front",
        "back",
        "user",
        "users",
        "guest",
        "patient",
        "pain",
        "it",
        "step",
        "etape",
    ]
)
"""Words that mean a row only when they stand alone: *actions* of whom?"""


_PEOPLE: dict[Lang, str] = {
    "en": "customer, client, user, guest, visitor, citizen, student, traveller, traveler, passenger, patient, member, tenant, resident, shopper, buyer, learner, pupil",
    "fr": "client, cliente, usager, utilisateur, utilisatrice, visiteur, visiteuse, citoyen, citoyenne, etudiant, etudiante, voyageur, voyageuse, passager, passagere, hote, patient, patiente, adherent, beneficiaire, locataire, habitant, acheteur, eleve, spectateur, lecteur",
}
"""Who a service is for, in its different trades; what they do is the customer's row."""
_DOING: dict[Lang, str] = {
    "en": "{0} | {0}s | {0} actions | {0}s actions | {0} s actions | {0} action | {0} journey | {0} activities | what the {0} does | what the {0}s do | what {0}s do | what a {0} does",
    "fr": "{0} | {0}s | actions {0} | actions {0}s | actions du {0} | actions de l {0} | actions de la {0} | actions des {0}s | parcours {0} | parcours {0}s | parcours du {0} | parcours de l {0} | parcours de la {0} | ce que fait le {0} | ce que fait l {0} | ce que fait la {0} | ce que font les {0}s",
}


def _of_people(lang: Lang) -> dict[str, str]:
    """The headings of the customer's row, with the people that they are named after."""
    return {
        form.strip().format(word.strip()): word.strip()
        for word in _PEOPLE[lang].split(",")
        for form in _DOING[lang].split("|")
    }


_ALONE_TOO = frozenset(
    phrase
    for lang in _PEOPLE
    for phrase, word in _of_people(lang).items()
    if phrase in (word, f"{word}s")
    and word not in ("customer", "client", "cliente", "usager", "utilisateur", "beneficiaire")
)
"""Who a service is for, alone; beside other words they are perhaps whom a layer serves: *student support*."""


def plain(text: str) -> str:
    """A heading as it is looked up: small letters, no accents, single spaces, no signs."""
    return _NO_WORD.sub(" ", without_accents(text.replace("œ", "oe"))).strip()


def _table() -> dict[str, Heading]:
    english = {phrase.strip(): role for role, said in _ENGLISH.items() for phrase in said.split(",")}
    french = {phrase.strip(): role for role, said in _FRENCH.items() for phrase in said.split(",")}
    english = dict.fromkeys(_of_people("en"), _CUSTOMER) | english
    french = dict.fromkeys(_of_people("fr"), _CUSTOMER) | french
    found = {phrase: Heading(role, "en") for phrase, role in english.items()}
    for phrase, role in french.items():
        found[phrase] = Heading(role, "" if phrase in english else "fr")
    return found


@lru_cache(maxsize=1)
def _phrases() -> dict[str, Heading]:
    return _table()


@lru_cache(maxsize=4096)
def meaning_of(text: str) -> Heading | None:
    """What a heading means; None where nothing is certain.

    The whole heading, then without what stands in brackets, then its longest known phrase, then with a slip of the pen,
    then its first line: what stands below may explain it.
    """
    first, _, more = text.strip().partition("\n")
    return _meaning(text) or (_meaning(first) if more else None)


def _meaning(text: str) -> Heading | None:
    phrases = _phrases()
    whole = plain(text)
    bare = plain(_BRACKETS.sub(" ", text))
    for said in (whole, bare):
        if said in phrases:
            return phrases[said]
    if not bare or len(bare) > 60:  # noqa: PLR2004 - a sentence is no heading
        return None
    return _inside(bare) or _inside(whole) or _misspelt(bare)


def _inside(said: str) -> Heading | None:
    words = said.split()
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            phrase = " ".join(words[start : start + length])
            found = _phrases().get(phrase)
            if (
                found is not None
                and phrase not in _ALONE
                and phrase not in _ALONE_TOO
                and found.role != "title"
            ):
                return found if len(words) - length <= _MOST_OTHER_WORDS else None
    return None


def _misspelt(said: str) -> Heading | None:
    """The heading with a letter too many, too few, or wrong."""
    if len(said) < _SHORTEST_GUESS:
        return None
    most = 2 * (
        1 + int(len(said) * (1 - _SO_ALIKE))
    )  # each slip puts in one letter and takes out one at most
    letters = letters_in(said)
    near = closest(
        said,
        [
            phrase
            for phrase in _phrases()
            if not phrase.startswith(_QUESTIONS)
            and abs(len(phrase) - len(said)) <= 2  # noqa: PLR2004
            and (letters_in(phrase) ^ letters).bit_count() <= most
        ],
    )
    if near is None or SequenceMatcher(None, said, near).ratio() < _SO_ALIKE:
        return None
    return _phrases()[near]


SAID: dict[Role, str] = {
    "evidence": "physical evidence", "customer": "customer actions", "frontstage": "frontstage actions", "backstage": "backstage actions",
    "support": "support processes", "systems": "systems of the first action behind the scenes", "channel": "channels", "touchpoints": "touchpoints",
    "emotion": "emotions", "feeling": "emotions", "thought": "thoughts", "quote": "quotes", "pain_points": "pain points",
    "opportunities": "opportunities", "owner": "owners of steps", "wait": "waiting times", "work": "working times",
    "elapsed": "elapsed times of the customer's actions", "target": "targets of steps", "fail_points": "fail points", "note": "notes",
}  # fmt: skip
"""What a row or a column is taken for, in words."""
