"""Checks of how lines open: verb first, strong verbs, tense, pronouns, passive, repetition."""

from collections import Counter

from core.resume.review.facts import Bullet, Facts
from core.resume.review.lead import Lead
from core.resume.review.model import Check, Flaw, Measured, by_share, check, on_bullet, passed
from core.resume.review.passive import passive_in
from core.resume.review.phrasing import number_of
from core.resume.review.rewriting import activated
from core.resume.review.wording import PRONOUNS

_MOST_SHOWN = 6
_NOT_VERB = ("noun", "nominal", "ing")
# Words of the same sense for verbs that people wear out.
_INSTEAD = {
    "develop": "built, wrote, shipped, extended",
    "create": "built, wrote, set up, drew",
    "manage": "ran, led, planned, kept",
    "work": "built, mended, ran",
    "implement": "built, added, wrote",
    "design": "drew, planned, laid out, modelled",
    "build": "wrote, shipped, set up, added",
    "use": "built with, ran, measured with",
    "lead": "ran, guided, planned, started",
    "write": "drafted, documented, coded",
    "help": "advised, taught, mended",
    "conduct": "ran, led, carried out",
    "assist": "prepared, answered, mended",
}


@check(
    "verb first",
    "writing",
    5,
    "A verb first",
    "Lines open with a verb. One line in ten may open otherwise; from half on nothing is earned. An opening that "
    "the rules do not know, or with a result in figures, is not held against you.",
    needs_bullets=True,
)
def verb_first(facts: Facts) -> Measured | None:
    bad = [bullet for bullet in facts.bullets if bullet.opening.kind in _NOT_VERB and not _figure_first(bullet)]
    total = len(facts.bullets)
    share = by_share(len(bad), total, spare=0.1, worst=0.5)
    because = f"{number_of(total - len(bad), total, 'line', 'opens', 'open')} with a verb or in another sound way."
    if share == 1.0:
        return passed(because)
    return Measured(share, because, tuple(_not_verb(facts, bullet) for bullet in bad[:_MOST_SHOWN]))


def _figure_first(bullet: Bullet) -> bool:
    """Whether the line opens with its result ("8 of 9 new colleagues passed"), which is as good as a verb."""
    return not bullet.opening.word and any(
        metric.kind == "change" and bullet.text.startswith(metric.written) for metric in bullet.metrics
    )


def _not_verb(facts: Facts, bullet: Bullet) -> Flaw:
    opening = bullet.opening
    line = bullet.mended
    verb = opening.verb.past if opening.verb else ""
    told = {
        "ing": f"“{opening.word}” describes a duty that went on; “{verb}” says that you did it.",
        "nominal": f"“{opening.word} of” is a verb turned into a noun; “{verb}” is shorter and has you in it.",
    }.get(
        opening.kind,
        "The eye runs down the first words of the lines. A thing there says what existed; a verb says what you did.",
    )
    return on_bullet(
        facts,
        bullet,
        title=f"Opens with “{opening.word}” instead of a verb"
        if opening.word
        else "Opens with a figure instead of a verb",
        why=told,
        mend=f"Begin with “{verb.capitalize()}”." if verb else f"Begin with what you did: {_deeds(facts)}.",
        example=line if line != bullet.text else "",
    )


@check(
    "weak openings",
    "writing",
    7,
    "Strong openings",
    "No line opens with “Responsible for”, “Worked on”, “Helped to”, “Involved in” and the like; from four lines "
    "in ten on nothing is earned.",
    needs_bullets=True,
)
def weak_openings(facts: Facts) -> Measured | None:
    bad = [(bullet, opening) for bullet in facts.bullets if (opening := bullet.opening).kind == "weak"]
    total = len(facts.bullets)
    if not bad:
        return passed("No line opens with “Responsible for”, “Worked on” or the like.")
    flaws = tuple(_weak(facts, bullet, opening) for bullet, opening in bad[:_MOST_SHOWN])
    return Measured(
        by_share(len(bad), total, spare=0.0, worst=0.4),
        f"{number_of(len(bad), total, 'line', 'opens', 'open')} weakly.",
        flaws,
    )


def _deeds(facts: Facts) -> str:
    """Verbs to choose from, in the words of the trade."""
    return "built, tested, wrote, fixed" if facts.technical else "planned, taught, prepared, arranged, looked after"


def _weak(facts: Facts, bullet: Bullet, opening: Lead) -> Flaw:
    words = opening.word.strip()
    low = words.lower()
    duty = "responsib" in low or low.startswith(("in charge", "task", "dut"))
    line = bullet.mended
    return on_bullet(
        facts,
        bullet,
        title=f"“{words}” says that it was your task, not that you did it" if duty else f"“{words}” hides your part",
        why="A duty is what the employer wrote in the job post. The reader wants to know what became of it in "
        "your hands."
        if duty
        else "It fits someone who built the whole and someone who sat in the room. Readers assume the smaller part.",
        mend="Strike the opening and begin with the verb that stands behind it; then say how much or for whom."
        if duty
        else f"Open with the verb for your own part ({_deeds(facts)}) and name that part, however small.",
        example=line if line != bullet.text else "",
    )


@check(
    "tense",
    "writing",
    2,
    "The right tense",
    "Work that has ended is told in the past. In work that still runs, past and present are both right. From "
    "half of the ended lines on nothing is earned.",
    needs_bullets=True,
)
def tense(facts: Facts) -> Measured | None:
    ended = [bullet for bullet in facts.bullets if bullet.current is False]
    if not ended:
        return None
    bad = [bullet for bullet in ended if bullet.opening.kind in ("base", "third")]
    share = by_share(len(bad), len(ended), spare=0.05, worst=0.5)
    if share == 1.0:
        few = f"Only {number_of(len(bad), len(ended), 'line', 'tells', 'tell')} ended work in the present."
        return passed(few if bad else "Work that has ended is told in the past.")
    flaws = tuple(_tense(facts, bullet) for bullet in bad[:_MOST_SHOWN])
    return Measured(
        share, f"{number_of(len(bad), len(ended), 'line', 'tells', 'tell')} ended work in the present.", flaws
    )


def _tense(facts: Facts, bullet: Bullet) -> Flaw:
    opening = bullet.opening
    past = opening.verb.past if opening.verb else ""
    line = bullet.mended
    return on_bullet(
        facts,
        bullet,
        title=f"“{opening.word}” in work that has ended",
        why="The dates say that this is over, the verb that it goes on. A careful reader stops here to work out "
        "which is true.",
        mend=f"Write “{past.capitalize()}”." if past else "Use the past.",
        example=line if line != bullet.text else "",
    )


@check(
    "pronouns",
    "writing",
    2,
    "No “I” or “we”",
    "Lines do without “I”, “my”, “we” and “our”; from four lines in ten on nothing is earned. The summary may "
    "use them.",
    needs_bullets=True,
)
def pronouns(facts: Facts) -> Measured | None:
    bad = [bullet for bullet in facts.bullets if PRONOUNS.search(bullet.text)]
    total = len(facts.bullets)
    if not bad:
        return passed("The lines do without “I”, “my” and “we”.")
    flaws = tuple(_pronoun(facts, bullet) for bullet in bad[:_MOST_SHOWN])
    return Measured(
        by_share(len(bad), total, spare=0.0, worst=0.4),
        f"{number_of(len(bad), total, 'line', 'says', 'say')} “I”, “my”, “we” or “our”.",
        flaws,
    )


def _pronoun(facts: Facts, bullet: Bullet) -> Flaw:
    match = PRONOUNS.search(bullet.text)
    word = match.group() if match else ""
    plural = word.lower() in ("we", "our", "us", "ours", "we've", "we’ve")
    line = bullet.mended
    return on_bullet(
        facts,
        bullet,
        title=f"“{word}” leaves open which part was yours" if plural else f"“{word}” can go",
        why="The reader hires one person. “We” makes them guess which part you did, and they guess low."
        if plural
        else "The page is about you already; each “I” and “my” takes the place of a word that tells something.",
        mend="Name your own part in the first words; the team can stand at the end (“with three others”)."
        if plural
        else "Strike it and begin with the verb.",
        severity="important" if plural else "minor",
        example=line if line != bullet.text else "",
    )


@check(
    "passive",
    "writing",
    1.5,
    "Active voice",
    "Lines say who did it. Honours (“was promoted”, “was chosen”) are no fault, and one line in ten is free; "
    "from half on nothing is earned.",
    needs_bullets=True,
)
def passive(facts: Facts) -> Measured | None:
    bad = [bullet for bullet in facts.bullets if passive_in(bullet.text)]
    total = len(facts.bullets)
    share = by_share(len(bad), total, spare=0.1, worst=0.5)
    if share == 1.0:
        few = f"Only {number_of(len(bad), total, 'line', 'is', 'are')} in the passive."
        return passed(few if bad else "The lines say who did it.")
    flaws = tuple(
        on_bullet(
            facts,
            bullet,
            title=f"“{passive_in(bullet.text)}” does not say who did it",
            why="In the passive the work does itself. A reader cannot credit you with what nobody is said to "
            "have done.",
            mend="Turn it round: the verb first, then the thing.",
            severity="minor",
            example=activated(bullet.text, bullet.current),
        )
        for bullet in bad[:_MOST_SHOWN]
    )
    return Measured(share, f"{number_of(len(bad), total, 'line', 'is', 'are')} in the passive.", flaws)


@check(
    "repeated verbs",
    "writing",
    1.5,
    "Different verbs",
    "No verb opens four lines or more and more than a quarter of all lines.",
    needs_bullets=True,
)
def repeated(facts: Facts) -> Measured | None:
    openings = [(bullet, opening.verb.base) for bullet in facts.bullets if (opening := bullet.opening).verb]
    counts = Counter(base for _, base in openings)
    worn = [(base, count) for base, count in counts.items() if count >= 4 and count > len(facts.bullets) / 4]
    if not worn:
        return passed("No verb is worn out.")
    flaws = tuple(_worn(facts, [bullet for bullet, verb in openings if verb == base], base) for base, _ in worn)
    said = ", ".join(f"“{base}” {count} times" for base, count in worn)
    extra = max(count for _, count in worn) - 3
    return Measured(max(0.0, 1 - 0.25 * extra), f"Opens lines: {said}.", flaws)


def _worn(facts: Facts, bullets: list[Bullet], base: str) -> Flaw:
    word = bullets[0].opening.word
    others = _INSTEAD.get(base, "the verb for what was special in each")
    return Flaw(
        title=f"“{word.capitalize()}” opens {len(bullets)} lines",
        why="The same first word again and again makes different work look the same, and the eye slides past it.",
        mend=f"Keep it where it fits best and say the others more exactly: {others}.",
        quote=facts.quote(bullets[1]),
        lines=tuple(line for bullet in bullets for line in bullet.lines[:1]),
        severity="minor",
        key=base,
    )


CHECKS: tuple[Check, ...] = (verb_first, weak_openings, tense, pronouns, passive, repeated)
