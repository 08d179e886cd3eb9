"""English words without their endings, so that "hashed", "hashes" and "hashing" are one. Light on purpose: no meaning."""

from functools import lru_cache

VOWELS = frozenset("aeiouy")
LEAST = 3  # letters that stay
# the longest first; what stands in the ending's place
_ENDINGS = (
    ("isations", "ize"), ("izations", "ize"), ("isation", "ize"), ("ization", "ize"), ("ational", "ate"),
    ("fulness", "ful"), ("iveness", "ive"), ("ousness", "ous"), ("icities", "ic"), ("ations", "ate"),
    ("icity", "ic"), ("ility", "le"), ("ation", "ate"), ("ances", ""), ("ences", ""), ("ments", ""), ("iness", "y"),
    ("ised", "ize"), ("ises", "ize"), ("ising", "ize"), ("tions", "t"), ("sions", "s"), ("ities", ""), ("ators", "ate"),
    ("ance", ""), ("ence", ""), ("ment", ""), ("ness", ""), ("able", ""), ("ible", ""), ("tion", "t"), ("sion", "s"),
    ("ator", "ate"), ("ical", "ic"), ("ally", "al"), ("ity", ""), ("ive", ""), ("ful", ""), ("ous", ""), ("ise", "ize"),
    ("ant", ""), ("ent", ""), ("our", "or"), ("ers", ""), ("ors", ""), ("er", ""), ("or", ""), ("ly", ""), ("al", ""),
)  # fmt: skip
_IRREGULAR = {
    "built": "build", "kept": "keep", "held": "hold", "sent": "send", "found": "find", "went": "go", "made": "make",
    "taken": "take", "took": "take", "written": "write", "wrote": "write", "chosen": "choose", "chose": "choose",
    "broken": "break", "broke": "break", "lost": "lose", "grew": "grow", "grown": "grow", "ran": "run", "known": "know",
    "left": "left", "indices": "index", "vertices": "vertex", "matrices": "matrix", "children": "child", "thrown": "throw",
    "begun": "begin", "began": "begin", "hidden": "hide", "given": "give", "gave": "give", "shown": "show", "spent": "spend",
    "data": "data", "leaves": "leaf", "halves": "half", "caches": "cache", "process": "process", "processes": "process",
}  # fmt: skip


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """The stem of a word in lower case; what is no plain English word stays as it is."""
    if word in _IRREGULAR:
        word = _IRREGULAR[word]
    if len(word) <= LEAST or not word.isascii() or not word.isalpha():
        return word
    word = _verb(_plural(word))
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and _enough(word[: -len(ending)]):
            word = word[: -len(ending)] + instead
            break
    word = word[:-1] + "z" if word.endswith("is") and len(word) > 5 else word  # amortis(ed)
    word = word[:-1] + "i" if word.endswith("y") and len(word) > LEAST else word
    return word[:-1] if word.endswith("e") and len(word) > LEAST else word


def _enough(rest: str) -> bool:
    return len(rest) > LEAST and any(letter in VOWELS for letter in rest)


def _plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _verb(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= LEAST and any(letter in VOWELS for letter in rest):
            doubled = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return rest[:-1] if doubled else rest
    return word
