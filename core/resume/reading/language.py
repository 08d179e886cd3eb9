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


def foreign_language(text: str) -> str:
    """The language a text seems to be written in, or nothing where it is English or cannot be told."""
    text = text[:_MOST_LETTERS]
    script = "" if text.isascii() else _foreign_script(text)
    return script or _foreign_words(text)


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
