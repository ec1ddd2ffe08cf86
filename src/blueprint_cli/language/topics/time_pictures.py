"""Words of the pictures of time: the ladder and the Gantt chart."""

# Annotations are no texts here: each text would be compiled when the table is made.
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.language.plurals import Forms

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang


class TimePictureWords(NamedTuple):
    """The words of one language; names in braces stand for what is put in."""

    ladder: str
    gantt: str
    story: str
    story_told_apart: str
    story_at_least: Forms
    no_times: str
    lead: str
    expected: str
    waiting: str
    working: str
    share: str
    either: str
    effort: str
    clock: str
    wait: str
    work: str
    in_all: str
    unknown: str
    instant: str
    not_kept: str
    promise: str
    target: str
    limit: str
    missed: str
    kept: str
    cannot_be_told: str
    silence: str
    silence_between: str
    path: str
    to_scale: str
    all_actions: str
    at_start: str
    starts_after: str
    takes: str
    never: str
    times_run: str
    always: str
    working_days: str
    clock_from: str
    ordinary_days: tuple[str, ...]
    but_holidays: str
    day_of_week: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    dated: str
    legend_wait: str
    legend_work: str
    legend_either: str
    legend_unknown: str
    legend_critical: str
    legend_slack: str
    legend_silence: str
    legend_background: str
    legend_widened: str
    legend_least: str
    legend_beyond: str
    says: str


EN = TimePictureWords(
    ladder="Where the time goes",
    gantt="When each action happens",
    story="{lead} from start to end. Work on the longest path: {work}, {share} of it. The rest is waiting.",
    story_told_apart="{lead} from start to end. Work on the longest path: {work}, {share} of it, as far as it is told apart from waiting.",
    story_at_least=(
        "At least: {untimed} of {actions} actions has no known time.",
        "At least: {untimed} of {actions} actions have no known time.",
    ),
    no_times="No action of this map has a known time above 0.",
    lead="Lead time",
    expected="Expected, with branches and loops",
    waiting="Waiting on the longest path",
    working="Work on the longest path",
    share="{share} of the lead time",
    either="Not told apart",
    effort="Customer's own work",
    clock="Clock",
    wait="wait {time}",
    work="work {time}",
    in_all="{time} in all",
    unknown="time not known",
    instant="instant",
    not_kept="✗ {word} {time}",
    promise="promise {time}",
    target="target {time}",
    limit="limit {time}",
    missed="✗ missed by {time}",
    kept="✓ kept",
    cannot_be_told="? cannot be told",
    silence="Longest silence: {time}",
    silence_between="between “{after}” and “{until}”",
    path="Longest path",
    to_scale="Longest path to scale: work is dark",
    all_actions="All actions, in time order",
    at_start="at the start",
    starts_after="after {time}",
    takes="takes {time}",
    never="never reached",
    times_run="run {count} times on average",
    always="24/7",
    working_days="Monday to Friday",
    clock_from="from {moment}",
    ordinary_days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    but_holidays="except public holidays",
    day_of_week="{weekday} week {n}",
    weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    dated="{weekday} {day} {month}",
    legend_wait="Wait",
    legend_work="Work",
    legend_either="Wait or work, not told apart",
    legend_unknown="? Not known",
    legend_critical="On the longest path",
    legend_slack="May end later without a later end of the whole",
    legend_silence="Longest silence: the customer sees nothing happen",
    legend_background="In the background",
    legend_widened="Dotted axis: wider than to scale, so that short times can be read",
    legend_least="Times too short to be seen are drawn a hair wide",
    legend_beyond="→ Goes on after the journey has ended",
    says="Lead time {lead}, work on the longest path {work}; {actions} actions, {critical} of them on the longest path.",
)
FR = TimePictureWords(
    ladder="Où passe le temps",
    gantt="Quand chaque action a lieu",
    story="{lead} du début à la fin. Travail sur le plus long chemin\u00a0: {work}, soit {share}. Le reste est de l’attente.",
    story_told_apart="{lead} du début à la fin. Travail sur le plus long chemin\u00a0: {work}, soit {share}, pour autant qu’on le distingue de l’attente.",
    story_at_least=(
        "C’est un minimum\u00a0: {untimed} action sur {actions} n’a pas de durée connue.",
        "C’est un minimum\u00a0: {untimed} actions sur {actions} n’ont pas de durée connue.",
    ),
    no_times="Aucune action de cette carte n’a de durée connue supérieure à 0.",
    lead="Durée totale",
    expected="Durée moyenne, avec branches et boucles",
    waiting="Attente sur le plus long chemin",
    working="Travail sur le plus long chemin",
    share="{share} de la durée totale",
    either="Non distingué",
    effort="Travail propre du client",
    clock="Horloge",
    wait="attente {time}",
    work="travail {time}",
    in_all="{time} en tout",
    unknown="durée inconnue",
    instant="instantané",
    not_kept="✗ {word} {time}",
    promise="promesse {time}",
    target="cible {time}",
    limit="limite {time}",
    missed="✗ dépassée de {time}",
    kept="✓ tenue",
    cannot_be_told="? indéterminé",
    silence="Plus long silence\u00a0: {time}",
    silence_between="entre «\u00a0{after}\u00a0» et «\u00a0{until}\u00a0»",
    path="Plus long chemin",
    to_scale="À l’échelle\u00a0: le travail est foncé",
    all_actions="Toutes les actions, dans l’ordre du temps",
    at_start="au début",
    starts_after="après {time}",
    takes="dure {time}",
    never="jamais atteinte",
    times_run="parcourue {count} fois en moyenne",
    always="24\u00a0h/24, 7\u00a0j/7",
    working_days="du lundi au vendredi",
    clock_from="à partir du {moment}",
    ordinary_days=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    but_holidays="hors jours fériés",
    day_of_week="{weekday} sem.\u00a0{n}",
    weekdays=("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
    months=(
        "janv.",
        "févr.",
        "mars",
        "avr.",
        "mai",
        "juin",
        "juil.",
        "août",
        "sept.",
        "oct.",
        "nov.",
        "déc.",
    ),
    dated="{weekday} {day} {month}",
    legend_wait="Attente",
    legend_work="Travail",
    legend_either="Attente ou travail, non distingués",
    legend_unknown="? Inconnu",
    legend_critical="Sur le plus long chemin",
    legend_slack="Peut finir plus tard sans retarder la fin",
    legend_silence="Plus long silence\u00a0: le client ne voit rien se passer",
    legend_background="En arrière-plan",
    legend_widened="Axe pointillé\u00a0: élargi pour que les temps courts se lisent",
    legend_least="Les temps trop courts pour se voir sont tracés d’un trait",
    legend_beyond="→ Continue après la fin du parcours",
    says="Durée totale {lead}, travail sur le plus long chemin {work}\u00a0; {actions} actions, dont {critical} sur le plus long chemin.",
)


def time_picture_words(lang: "Lang") -> TimePictureWords:
    """The table of a language."""
    return FR if lang == "fr" else EN
