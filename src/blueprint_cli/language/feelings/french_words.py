"""The words that tell feelings and judgements in French: everything that `french` knows, in small letters."""

from __future__ import annotations

from blueprint_cli.language.feelings.clauses import phrases, words

CONJUNCTIONS = words(
    """
    alors car donc et mais puis tandis
    """
)
"""Words that end a clause."""

FEELINGS = words(
    """
    content mécontent heureux malheureux ravi enchanté satisfait insatisfait déçu frustré agacé énervé irrité
    exaspéré excédé furieux furibond fâché vexé contrarié remonté inquiet anxieux angoissé stressé nerveux
    crispé paniqué affolé apeuré effrayé terrifié alarmé rassuré soulagé serein confiant détendu apaisé fier
    reconnaissant ému surpris étonné choqué stupéfait sidéré bluffé épaté impressionné émerveillé ébloui séduit
    conquis charmé emballé enthousiaste excité impatient perdu perplexe confus dérouté désorienté désemparé
    dépassé submergé découragé démotivé lassé las ennuyé blasé indifférent sceptique méfiant dubitatif hésitant
    indécis convaincu gêné embarrassé honteux coupable humilié offensé insulté outré indigné scandalisé méprisé
    ignoré abandonné délaissé trahi floué lésé jaloux triste désolé désespéré abattu déprimé attristé peiné
    curieux intéressé motivé intrigué amusé comblé épanoui joyeux euphorique amer nostalgique mal-à-l'aise
    optimiste pessimiste craintif soucieux préoccupé tracassé troublé déconcerté décontenancé interloqué
    abasourdi ébahi chagriné dégoûté écœuré consterné atterré révolté ulcéré bouleversé attendri flatté honoré
    valorisé considéré écouté rebuté refroidi tenté attiré fasciné captivé passionné enjoué aigri boudeur
    jubilant blessé apeuré dépité désabusé désillusionné désenchanté dérangé perturbé mortifié culpabilisé infantilisé compris incompris accueilli jugé exclu inclus respecté agressé harcelé piégé arnaqué berné roulé noyé seul impuissant démuni vulnérable fragilisé revigoré regonflé encouragé galvanisé réconforté réjoui soucieuse admiratif pensif songeur rêveur amoureux accro fan aveuglé énamouré outragé horrifié glacé tétanisé pétrifié ahuri éberlué interdit médusé scotché soufflé renversé remué secoué
    """
)
"""Adjectives of feeling, masculine: after `est` and its like they make a clause a feeling."""

FELT_ONLY = words(
    """
    abandonne attire blesse considere coupable delaisse ecoute ignore interesse lese perdu refroidi tente touche
    trouble compri incompri accueilli juge exclu inclu respecte agresse harcele piege arnaque roule noye seul interdit secoue souffle renverse glace scotche derange fan remue impuissant vulnerable
    """
)
"""Words that say a feeling after `se sent`, but perhaps a fact after `est`: there they need nothing, a cause or a degree."""

DONE_TO = words(
    """
    accueilli juge exclu inclu perdu agresse harcele piege arnaque roule noye interdit renverse respecte
    """
)
"""Stems of those that are a fact with their doer, too: `est accueilli par l'hôtesse`."""

EMOTION = words(
    """
    adorer aimer détester apprécier haïr redouter regretter espérer douter envier admirer déplorer paniquer
    angoisser déprimer désespérer culpabiliser stresser savourer jubiler rager enrager exulter ronchonner
    """
)
"""Verbs of emotion, in the infinitive."""

REFLEXIVE = words(
    """
    inquiéter énerver agacer impatienter angoisser stresser décourager méfier lasser étonner émerveiller fâcher
    affoler désespérer démotiver rassurer enthousiasmer emballer vexer exaspérer irriter indigner désoler
    apaiser tranquilliser offusquer crisper alarmer culpabiliser tracasser attrister passionner soucier agiter
    consoler languir amuser
    """
)
"""Reflexive verbs of emotion, in the infinitive."""

JUDGEMENTS = words(
    """
    long court lent rapide cher onéreux coûteux compliqué complexe simple facile difficile confus clair flou
    joli beau belle moche laid pratique agréable désagréable excessif exagéré abusif injuste juste normal
    anormal inadmissible inacceptable décevant rassurant intéressant sympa sympathique froid impoli poli aimable
    accueillant compétent incompétent efficace inefficace utile inutile génial super nul ridicule scandaleux
    honteux chaleureux professionnel lourd intuitif illisible incompréhensible élevé raisonnable correct parfait
    excellent bon bonne mauvais délicieux fade bruyant sale propre inconfortable confortable stressant fatigant
    pénible fastidieux laborieux ennuyeux énervant agaçant frustrant inquiétant bizarre étrange suspect louche
    douteux convaincant attrayant magnifique superbe formidable impressionnant vieillot désuet daté encombré
    interminable répétitif absurde aberrant insupportable insuffisant généreux médiocre brillant exorbitant
    hors-de-prix salé mal bien étroit sombre triste glauque distant sec arrogant condescendant hautain méprisant
    expéditif brouillon opaque rébarbatif déroutant satisfaisant acceptable surprenant humiliant intimidant
    impersonnel fluide ringard kitsch archaïque lisible réussi raté soigné négligé humain inhumain lamentable
    déplorable catastrophique exceptionnel remarquable admirable exemplaire nickel top imbuvable indigeste
    trompeur mensonger malhonnête honnête transparent flatteur flippant glacial familier vulgaire inadapté
    adapté suffisant exigeant contraignant bienveillant attentionné désinvolte cavalier moderne bâclé léger gras
    tiède infect immonde intolérable insoutenable inexcusable révoltant choquant délirant captivant passionnant enrichissant amusant drôle rigolo ludique original banal quelconque superficiel sérieux crédible limpide lumineux poussiéreux spacieux exigu convivial hostile soporifique barbant gonflé mérité immérité dissuasif engageant cohérent incohérent arbitraire discriminant
    """
)
"""Words of judgement, masculine."""

NOUNS = words(
    """
    agacement angoisse anxiete apprehension apprehensions assurance bonheur calme colere confiance confusion
    courage crainte craintes culpabilite curiosite deception degout desespoir doute doutes emotion emotions
    ennui enthousiasme envie espoir etonnement excitation fierte foi frustration gene gratitude hate honte
    humiliation impatience impression injustice inquietude interet irritation jalousie joie lassitude malaise
    marre mefiance motivation moyens nerfs nostalgie panique patience peur plaisir rancoeur rancune ras-le-bol
    regret regrets remords reticences satisfaction scrupules sensation sentiment serenite soulagement stress
    surprise trac tristesse vertige
    """
)
"""Nouns of feeling, without accents."""

COPULAS = words(
    """
    arrive arrivent demeure demeurer devenait devenir deviennent devient es est etaient etais etait etant ete
    etes etre fut paraissent parait paraitre part partent quitte rentre repart repartent repartir ressort
    ressortent ressortir restait restant reste restent rester semble semblent sembler sera seraient serait
    seront sommes sont sort sortent suis
    """
)
"""Verbs that join a subject with an adjective."""

ETRE = words(
    """
    es est etaient etais etait etant ete etes etre fut sera seraient serait seront sommes sont suis
    """
)
"""Être."""

FEEL = words(
    """
    sens sent sentaient sentait sentant sentent sentez senti sentie sentir sentira sentons
    """
)
"""Sentir."""

REFLEXIVES = words(
    """
    m' me nous s' se t' te vous
    """
)
"""Reflexive pronouns."""

HAVING = words(
    """
    a ai aura avaient avait avez avoir avons ayant eprouvait eprouve eprouvent eprouver garde gardent garder
    manque manquent ont perd perdait perdent perdre prend prennent reprend ressent ressentait ressentent
    ressentir retrouve
    """
)
"""Verbs that take a noun of feeling."""

EXPERIENCE = words(
    """
    eprouvait eprouvant eprouve eprouvent eprouver ressens ressent ressentait ressentant ressentent ressentir
    ressentons
    """
)
"""Verbs of feeling that take any noun."""

JUDGING = words(
    """
    considere considerent considerer estime estiment estimer juge jugeant jugent juger trouvait trouvant trouve
    trouvent trouver trouves trouvons
    """
)
"""Verbs of judging."""

THINKING = words(
    """
    considere considerent craignent crains craint croient croire croit croyait estime estiment estimer juge
    jugent pensait pense pensent penser soupconne soupconnent trouve trouvent
    """
)
"""Verbs before a clause that is a judgement."""

IRREGULAR = words(
    """
    craignait craignant craignent craindre craint hais haissent hait souffrant souffre souffrent souffrir
    sourcille
    """
)
"""Irregular forms of verbs of emotion."""

REFLEXIVE_IRREGULAR = words(
    """
    assombrit attendrit plait plaisent deplait deplaisent effraie effraye ennuie ennuient ennuyait ennuyer languit morfond morfondent morfondre
    rejouir rejouissait rejouissent rejouit
    """
)
"""Irregular forms of reflexive ones."""

BEFORE_VERB = words(
    """
    en l' la le les m' me n' ne nous pas plus s' se vous y
    """
)
"""Words that may stand before the verb."""

WITH = words(
    """
    agacement angoisse anxiete apprehension bonheur colere crainte deception delectation delice emotion
    enthousiasme fierte frustration gratitude impatience inquietude joie mefiance plaisir regret soulagement
    stress tristesse
    """
)
"""Nouns of feeling that say how something is done."""

ADVERBS = words(
    """
    a absolument agreablement assez aussi bien carrement clairement completement de de-plus-en-plus deja
    desagreablement du en encore enfin entierement extremement fait finalement fort franchement guere
    immediatement jamais l' la le legerement les meme mi moins n' ne parfaitement parfois particulierement pas
    peu plus plutot point positivement presque profondement progressivement rapidement si sincerement soudain
    souvent surtout tellement totalement toujours tout toute tres trop un vaguement visiblement vite vraiment y beaucoup enormement vachement carrement drolement hyper super ultra sacrement grandement
    """
)
"""Words that may stand between a verb and its adjective."""


SUBJECTS = words(
    """
    ca cela certains chacun elle elles il ils j' je nous on tous toutes tu vous
    """
)
"""Subjects of one word."""

DETERMINERS = words(
    """
    ce ces cet cette chaque des du l' la le les leur leurs ma mon nos notre plusieurs sa ses son un une
    """
)
"""Words that a subject starts with."""

BREAKS_SUBJECT = words(
    """
    avec chez comment dans dont ou par pour pourquoi qu' quand que qui si sur vers
    """
)
"""Words after which no subject goes on."""

DEFINITE = words(
    """
    ca ce cela ces cet cette l' la le les leur leurs ma mes mon nos notre qu' que sa ses son
    """
)
"""Words before what is judged."""

WHY = words(
    """
    a apres au aux avant avec car contre d' de des devant du en face par pour qu' que sur
    """
)
"""Words that may follow an adjective."""

COMPARED = words(
    """
    aussi moins plus
    """
)
"""Words of comparing: cheaper elsewhere is a fact."""

DEGREES = words(
    """
    assez bien extremement franchement mal parfaitement peu plutot si tellement tres trop vraiment
    """
)
"""Words of degree."""

FIXED = phrases(
    """
    en colere / en confiance / en panique / en stress / en rogne / en rage / mal a l' aise / a l' aise / a bout
    / de bonne humeur / de mauvaise humeur / aux anges / sous le choc / sur les nerfs / dans le doute / dans le
    flou / sous pression / aux abois / en souffrance / en larmes / hors d' elle / hors de lui / sous le charme /
    pris de court / prise de court / bouche bee / a cran / en securite / dans l' embarras / en detresse
    """
)
"""Feelings of several words, after a verb that joins."""

PHRASES = phrases(
    """
    se demande si / se demande s' / se demande pourquoi / se demandent si / se demandent pourquoi / fait confiance / font confiance / ne fait plus confiance / ne fait pas confiance / ne font plus confiance / ne font pas confiance / ne sait plus quoi / ne sait plus comment / ne sait pas quoi faire / ne supporte plus / ne supporte pas / supporte mal / ne tient plus en place / a du mal a croire / n' y croit
    plus / n' y comprend rien / perd son calme / est sur de lui / reste sur sa faim / saute de joie / prend mal
    / a mal vecu / a le cafard / a la boule / en a marre / en a assez / en ont marre / en a ras / vit mal / vit
    tres mal / tombe des nues / n' en peut plus / prend plaisir / prend peur / perd pied / perd patience / ne
    decolere pas / n' en revient pas / s' en veut / ne sait plus ou / se fait du souci / se ronge les / en veut a / broie du noir / bout d' impatience / bouillonne / se met en colere / se mettent en colere / met en colere / se fait du mauvais sang / se fait des cheveux / se fait une joie / a le coeur / a la gorge / a les larmes / a les nerfs / voit rouge / pete les plombs / pete un cable / craque / fulmine / tremble de peur / a froid dans / tombe de haut / reste bouche / reste de marbre / reste sans voix / n' en croit pas / se mord les doigts / s' en mord / se frotte les mains / boit du petit / a l' esprit tranquille / dort mal / y croit encore / n' ose pas / n' ose plus / en a gros / en a plein / se tient les pouces / prend en grippe / a bon espoir / est aux anges / sort de ses gonds / perd la face / perd la tete / perd les pedales / garde un bon / garde un mauvais / tire la tete / fait la tete / fait la moue
    """
)
"""Feelings of several words that start with their own verb."""

LIKED_THINGS = words(
    """
    annonce commentaire page photo post publication story video
    """
)
"""What is liked with a click."""

REFLEXIVE_PARTICIPLES = words("senti sentie sentis senties ennuye ennuyee ennuyes rejoui rejouie rejouis")
"""Participles of irregular reflexive verbs."""

BEGINNING = words("commence commencent commencer finit finissent continue continuent")
"""Verbs after which another verb says what is done."""

AFTER_BEGINNING = words("a par de d'")
"""Words between the two."""

CAUSES = words("par dans devant de d' du")
"""Words that say why."""

AVOIR = words("a ont ai avons avez avait avaient")
"""Avoir, before a participle."""

BEFORE_NOUN = words(
    "aucun aucune moindre une d' l' la le les des du de un sa son ses toute vraie vrai grande grand certaine certain grosse gros mauvaise bonne bon forte leur leurs"
)
"""Words before a noun of feeling."""

PRONOUNS = words("ca cela")
"""What is judged, in a word."""

INTENSIFIERS = words("trop tres vraiment plutot franchement")
"""Words that make the next one a judgement."""

MANNER = words(
    """
    anxieusement contrecœur contrecoeur craintivement febrilement fierement furieusement gaiement impatiemment
    joyeusement nerveusement rageusement tristement
    """
)
"""Words of feeling that say how something is done."""

LEAVING = words(
    "quitte quittent repart repartent ressort ressortent rentre rentrent revient reviennent sort sortent"
)
"""Verbs of going, after which the last word of a clause may say how."""

BODY = words(
    "mal malade faible fievreux fievreuse nauseeux nauseeuse douleur douleurs nausees fievre vertiges"
)
"""What the body feels: a fact."""

NOUN_BEFORE = {"envie": words("de d'"), "espoir": words("de d'")}
"""Forms of verbs of emotion that are nouns before these words: `Envie de soleil`."""

SUFFERING = words("souffre souffrent souffrait souffrir souffrant")
"""Souffrir: `d'une entorse` is a fact, `de l'attente` is none."""

LIVED = words("vit vivent vivait vivre percoit percoivent percevoir ressent ressentent")
"""Verbs by which something is lived as something else: `vit l'attente comme un affront`."""

WOUNDED = words("bless touch")
"""Stems of participles that, alone after `est`, speak of the body."""
