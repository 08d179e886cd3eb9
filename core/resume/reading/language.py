"""Guesses the language of a document by its script and its commonest words. English is the one that the rules know."""

import re
import unicodedata
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_LATIN = re.compile("[^\x00-\u024f\u1e00-\u1eff]")
_MOST_LETTERS = 6000
_LEAST_LETTERS = 40
_FOREIGN = 0.4  # share of letters beyond Latin that makes a text foreign
_SCRIPTS = {
    "CYRILLIC": "Russian or another language in Cyrillic script",
    "GREEK": "Greek",
    "ARABIC": "Arabic or another language in Arabic script",
    "HEBREW": "Hebrew",
    "DEVANAGARI": "Hindi or another language in Devanagari script",
    "BENGALI": "Bengali",
    "TAMIL": "Tamil",
    "TELUGU": "Telugu",
    "THAI": "Thai",
    "HANGUL": "Korean",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "CJK": "Chinese",
    "GEORGIAN": "Georgian",
    "ARMENIAN": "Armenian",
    "ETHIOPIC": "Amharic",
}
_ENGLISH = (
    "the and of to for with on by from as using at an is was that which into through across over their our my i "
    "experience education skills projects summary work developed built led managed designed university"
)
# Words that carry a language and are rare in English names of places, schools and companies.
_OTHERS = {
    "German": "und der die das mit für von bei als zur zum eine einer durch nach sowie auf im ist berufserfahrung "
    "ausbildung kenntnisse sprachen entwicklung verantwortlich lebenslauf studium",
    "French": "et les des une dans pour avec sur par du aux est chez ans expérience expériences professionnelle "
    "formation compétences langues développement gestion mise anglais français",
    "Spanish": "y los las una para con por en al como desde se del experiencia educación formación habilidades "
    "idiomas desarrollo gestión inglés español laboral",
    "Portuguese": "e os uma para com por em ao como na no das dos experiência educação formação habilidades "
    "idiomas desenvolvimento gestão inglês português profissional",
    "Italian": "e gli una per con di nel della dei delle alla sono esperienza istruzione formazione competenze "
    "lingue sviluppo gestione inglese italiano lavorativa",
    "Dutch": "en het een met voor van bij als op naar door te zijn werkervaring opleiding vaardigheden talen "
    "ontwikkeling verantwoordelijk nederlands engels",
    "Polish": "i w z na do oraz dla się przez od jest doświadczenie wykształcenie umiejętności języki zawodowe "
    "angielski polski rozwój",
    "Turkish": "ve ile için bir bu olarak olan da de eğitim deneyim iş beceriler diller ingilizce türkçe geliştirme",
    "Swedish": "och med för att som av på en ett till från erfarenhet utbildning arbetslivserfarenhet språk svenska",
    "Indonesian": "dan yang di untuk dengan dari pada dalam sebagai pengalaman pendidikan keahlian kerja bahasa",
    "Vietnamese": "và của các cho với trong là được kinh nghiệm học vấn kỹ năng công việc",
    "Czech": "a v na se do pro s od jsem vzdělání zkušenosti dovednosti jazyky pracovní praxe český",
}
_SETS = {language: frozenset(words.split()) for language, words in {**_OTHERS, "English": _ENGLISH}.items()}
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _words in _SETS.items():
    for _one in _words:
        _LANGUAGES_OF.setdefault(_one, []).append(_language)


# More words for short texts: common ones, many of which stand in English names too, so that several must come together.
_COMMON = {
    "German": "dem den des ich wir sie an aus bis oder nicht sehr gut seit am vom team kunden verkauf schule universität",
    "French": "le la de en au ce un je ses nous leur très depuis équipe clients ventes stage études lycée université",
    "Spanish": "el la los de en un mi su más ventas clientes equipo atención universidad desde hasta trabajo empresa",
    "Portuguese": "de da do a em um meu seu mais vendas clientes equipe equipa atendimento universidade trabalho empresa",
    "Italian": "il la lo di da in un mio clienti vendite squadra università presso lavoro azienda dal al ho",
    "Dutch": "de ik wij dat dit klanten verkoop school universiteit tot bij aan uit om",
    "Polish": "o po od klientów sprzedaż zespół uniwersytet praca firma a to",
    "Swedish": "i jag vi den det kunder försäljning skola universitet hos om arbete",
}
_SHORT_SETS = {language: words | frozenset(_COMMON.get(language, "").split()) for language, words in _SETS.items()}
_SHORT, _LONG = 25, 250  # words: fewer tell nothing, more are judged by the rarer words alone
_SHORT_SHARE = 0.15  # of a short text's words that are a language's own
_TELLING = 5  # letters: words as long, such as headings, are hardly ever part of an English page's names
_ENGLISH_ALSO = frozenset(["in", "at", "for", "with", "the", "and", "of", "to", "on", "by", "from", "a", "as"])


def foreign_language(text: str) -> str:
    """The language a text seems to be written in, or nothing where it is English or cannot be told."""
    text = text[:_MOST_LETTERS]
    script = "" if text.isascii() else _foreign_script(text)
    return script or _foreign_words(text) or _foreign_if_short(text)


def holds_words(text: str) -> bool:
    """Whether some words of a known language stand in the text: false for letters that are mere noise."""
    words = {word.lower() for word in _WORD.findall(text[:_MOST_LETTERS])}
    return any(len(words & common) >= min(4, 1 + len(words) // 20) for common in _SETS.values())


def _foreign_script(text: str) -> str:
    foreign = sum(letter.isalpha() for letter in _BEYOND_LATIN.findall(text))
    if foreign < _FOREIGN * _LEAST_LETTERS:
        return ""
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) < _LEAST_LETTERS or foreign < _FOREIGN * len(letters):
        return ""
    names = Counter(unicodedata.name(letter, "?").split()[0] for letter in letters if letter >= "\u0250")
    if names["HIRAGANA"] + names["KATAKANA"] > 0.05 * len(letters):
        return "Japanese"
    script = names.most_common(1)[0][0]
    return _SCRIPTS.get(script, "a language in a script that I do not know")


def _foreign_if_short(text: str) -> str:
    """The language of a text of few words, where its own words are many and hardly an English one stands beside them."""
    words = _WORD.findall(text.lower())
    if not _SHORT <= len(words) <= _LONG:
        return ""
    english = sum(word in _SETS["English"] or word in _ENGLISH_ALSO for word in words)
    best, hits = "", 0
    for language in _OTHERS:
        own = [word for word in words if word in _SHORT_SETS[language] and word not in _ENGLISH_ALSO]
        telling = {word for word in own if word in _SETS[language] and len(word) >= _TELLING}
        if len(own) > hits and len(set(own)) >= 5 and len(telling) >= 2 and len(own) >= _SHORT_SHARE * len(words):
            best, hits = language, len(own)
    return best if hits > 2 * english else ""


def _foreign_words(text: str) -> str:
    counts = Counter(_WORD.findall(text.lower()))
    hits: Counter[str] = Counter()
    distinct: Counter[str] = Counter()
    for word, count in counts.items():
        for language in _LANGUAGES_OF.get(word, ()):
            hits[language] += count
            distinct[language] += 1
    english = hits.pop("English", 0)
    clear = [language for language in hits if distinct[language] >= 6 and hits[language] >= 10]
    best = max(clear, key=lambda language: (hits[language], language), default="")
    return best if best and hits[best] > 2 * english else ""
