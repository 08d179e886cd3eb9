"""Checks of the wording inside a line: length, filler, buzzwords, informal words, punctuation, capitals, paragraphs."""

from core.resume.review.blanks import fuller
from core.resume.review.facts import Bullet, Facts, shortened
from core.resume.review.lead import lead
from core.resume.review.model import Check, Flaw, Measured, by_share, check, on_bullet, passed
from core.resume.review.phrasing import counted, number_of
from core.resume.review.rewriting import trimmed
from core.resume.review.wording import BUZZWORDS, FILLERS, INFORMAL, VAGUE

_MOST_SHOWN = 6
_SHORT, _LONG = 8, 30  # words
_JUST_SHORT, _JUST_LONG = 6, 34  # what a reader would not notice


@check(
    "line length",
    "writing",
    3,
    "Lines of 8 to 30 words",
    "Lines have 8 to 30 words; two words fewer or four more are let pass. One line in ten is free; from half on "
    "nothing is earned.",
    needs_bullets=True,
)
def line_length(facts: Facts) -> Measured | None:
    bad = [bullet for bullet in facts.bullets if not _JUST_SHORT <= bullet.words <= _JUST_LONG and not bullet.prose]
    total = len(facts.bullets)
    share = by_share(len(bad), total, spare=0.1, worst=0.5)
    told = number_of(total - len(bad), total, "line", "has", "have")
    because = f"{told} {_JUST_SHORT} to {_JUST_LONG} words; {_SHORT} to {_LONG} read best."
    if share == 1.0:
        return passed(because)
    return Measured(share, because, tuple(_length(facts, bullet) for bullet in bad[:_MOST_SHOWN]))


def _length(facts: Facts, bullet: Bullet) -> Flaw:
    short = bullet.words < _SHORT
    return on_bullet(
        facts,
        bullet,
        title=f"Only {_words(bullet.words)}: a headline without its story"
        if short
        else f"{bullet.words} words in one line",
        why="Two thirds of the story are missing: with what, for whom, with which result."
        if short
        else "Readers skim the first dozen words of a line. What stands behind the thirtieth might as well be absent.",
        mend=f"Bring it to {_SHORT} words or more by naming what you used and what came of it, or join it to its "
        f"neighbour."
        if short
        else "Cut it in two, each with a verb of its own, or strike whatever you would not say aloud.",
        severity="minor",
        example=_longer(bullet) if short else _split(bullet.text),
    )


def _words(count: int) -> str:
    return "one word" if count == 1 else f"{count} words"


def _longer(bullet: Bullet) -> str:
    line = bullet.mended
    if bullet.says_result or VAGUE.search(line):
        return ""
    return fuller(line) if line and lead(line).kind in ("past", "base") else ""


def _split(text: str) -> str:
    """The line as two, where it already holds two that each open with a verb."""
    for mark in ("; ", ". "):
        first, found, rest = text.partition(mark)
        rest = rest[:1].upper() + rest[1:]
        if found and lead(first).kind == "past" and lead(rest).kind == "past":
            return f"{first.rstrip('.')}\n{rest}"
    return ""


@check(
    "filler",
    "writing",
    1.5,
    "No filler",
    "Lines do without “successfully”, “in order to”, “utilized”, “various” and the like. One line in ten is "
    "free; from half on nothing is earned.",
    needs_bullets=True,
)
def filler(facts: Facts) -> Measured | None:
    bad = [bullet for bullet in facts.bullets if FILLERS.search(bullet.text)]
    total = len(facts.bullets)
    share = by_share(len(bad), total, spare=0.1, worst=0.5)
    if share == 1.0:
        return passed(
            f"Only {number_of(len(bad), total, 'line', 'holds', 'hold')} filler." if bad else "No word too many."
        )
    return Measured(
        share,
        f"{number_of(len(bad), total, 'line', 'holds', 'hold')} filler.",
        tuple(_filler(facts, bullet) for bullet in bad[:_MOST_SHOWN]),
    )


def _filler(facts: Facts, bullet: Bullet) -> Flaw:
    match = FILLERS.search(bullet.text)
    word = match.group() if match else ""
    short = trimmed(bullet.text)
    return on_bullet(
        facts,
        bullet,
        title=f"“{word}” adds nothing",
        why="That it succeeded is understood, or it would not be on the page. Every idle word pushes a telling "
        "one out of sight.",
        mend=f"Strike “{word}”, or use the short word (use, to, and).",
        severity="minor",
        example=(short[:1].upper() + short[1:]) if short != bullet.text else "",
    )


@check(
    "buzzwords",
    "writing",
    1.5,
    "Proof instead of praise",
    "Summary and lines do without phrases that anyone can claim (“team player”, “passionate”, “results-driven”); "
    "each costs a third.",
)
def buzzwords(facts: Facts) -> Measured | None:
    at_lines = sorted({*facts.evidence("basics.summary"), *(at for bullet in facts.bullets for at in bullet.lines)})
    texts = [(at, facts.document.lines[at].text) for at in at_lines]
    found = {at: [match.group() for match in BUZZWORDS.finditer(text)] for at, text in texts if BUZZWORDS.search(text)}
    count = sum(len(words) for words in found.values())
    if not count:
        return passed("No phrase that anyone could claim.")
    flaws = tuple(_buzzword(facts, at, words) for at, words in found.items())
    said = ", ".join(word for words in found.values() for word in words)
    return Measured(max(0.0, 1 - count / 3), f"Phrases that anyone can claim: {said}.", flaws)


def _buzzword(facts: Facts, at: int, words: list[str]) -> Flaw:
    one = len(words) == 1
    return Flaw(
        title=" and ".join(f"“{word}”" for word in words[:2])
        + (" is a claim" if one else " are claims")
        + " that anyone can make",
        why="Readers have seen it so often that they no longer see it. It takes a line that could hold a fact "
        "only you can state.",
        mend=f"Strike {'it' if one else 'them'}. What matters to you, let one line of experience prove: who "
        f"relied on you, what you finished, by when.",
        quote=shortened(facts.document.lines[at].text),
        lines=(at,),
        severity="minor",
        share=len(words),
    )


@check(
    "informal words",
    "writing",
    0.5,
    "A written tone",
    "Lines do without “stuff”, “a lot of”, “don't” and the like; each such line costs a third.",
    needs_bullets=True,
)
def informal(facts: Facts) -> Measured | None:
    bad = [(bullet, match.group()) for bullet in facts.bullets if (match := INFORMAL.search(bullet.text))]
    if not bad:
        return passed("The tone is that of a written page.")
    flaws = tuple(
        on_bullet(
            facts,
            bullet,
            title=f"“{word}” is how one talks, not how one writes",
            why="On a page that was weighed word by word a spoken phrase stands out, and it takes the place of "
            "an exact one.",
            mend=f"Say exactly what “{word}” stands for, or strike it.",
            severity="minor",
        )
        for bullet, word in bad[:3]
    )
    return Measured(max(0.0, 1 - len(bad) / 3), f"{counted(len(bad), 'line')} with spoken words.", flaws)


@check(
    "full stops",
    "writing",
    0.5,
    "Lines end alike",
    "At least nine lines in ten end the same way, with a full stop or without.",
    needs_bullets=True,
)
def full_stops(facts: Facts) -> Measured | None:
    lines = [bullet for bullet in facts.bullets if not bullet.prose]
    if len(lines) < 4:
        return None
    stopped = [bullet for bullet in lines if bullet.text.endswith(".")]
    open_ended = [bullet for bullet in lines if not bullet.text.endswith(".")]
    few = min(stopped, open_ended, key=len)
    share = by_share(len(few), len(lines), spare=0.1, worst=0.5)
    if share == 1.0:
        return passed("The lines end alike.")
    ends = (
        f"{counted(len(stopped), 'line')} {'ends' if len(stopped) == 1 else 'end'} with a full stop, "
        f"{len(open_ended)} {'does' if len(open_ended) == 1 else 'do'} not"
    )
    flaw = on_bullet(
        facts,
        few[0],
        title=ends,
        why="It is a small thing, but a reader who is choosing between two people takes it for the care you give "
        "to your work.",
        mend="Choose one way and keep to it throughout; without a full stop is the more common.",
        severity="minor",
    )
    return Measured(share, f"{ends}.", (flaw,))


@check(
    "capitals",
    "writing",
    0.5,
    "No shouting",
    "No line is written in capitals, and none has an exclamation mark; each costs half.",
    needs_bullets=True,
)
def capitals(facts: Facts) -> Measured | None:
    bad = [bullet for bullet in facts.bullets if _shouts(bullet.text)]
    if not bad:
        return passed("No line shouts.")
    flaws = tuple(
        on_bullet(
            facts,
            bullet,
            title="This line shouts",
            why="Capitals and exclamation marks are harder to read and sound like an advertisement; the facts "
            "are loud enough.",
            mend="Write it in ordinary letters and end it without an exclamation mark.",
            severity="minor",
        )
        for bullet in bad[:2]
    )
    return Measured(
        max(0.0, 1 - len(bad) / 2), f"{counted(len(bad), 'line')} in capitals or with an exclamation mark.", flaws
    )


def _shouts(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3 and word.isalpha()]
    return text.rstrip().endswith("!") or (len(words) >= 4 and all(word.isupper() for word in words))


@check(
    "paragraphs",
    "writing",
    2,
    "Lines, not paragraphs",
    "Experience is told in marked lines, not in paragraphs; each job or project in prose costs its share.",
    needs_bullets=True,
)
def paragraphs(facts: Facts) -> Measured | None:
    told = [entry for entry in facts.entries if entry.bullets]
    prose = [entry for entry in told if sum(bullet.words for bullet in entry.bullets if bullet.prose) > _LONG]
    if not prose:
        return passed("Experience is told in lines.")
    flaws = tuple(
        on_bullet(
            facts,
            entry.bullets[0],
            title=f"{entry.label} is told in a paragraph",
            why="Readers skim: in a block of text they find the first words and no more. Some parsers keep only "
            "the first sentence.",
            mend="Give each thing that you did a line of its own with a bullet before it, the most telling one first.",
        )
        for entry in prose
    )
    return Measured(
        1 - len(prose) / len(told),
        f"{number_of(len(prose), len(told), 'entry', 'is a paragraph', 'are paragraphs')}.",
        flaws,
    )


CHECKS: tuple[Check, ...] = (line_length, filler, buzzwords, informal, full_stops, capitals, paragraphs)
