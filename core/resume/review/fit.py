"""Checks of the fit with a track: what it asks for, and whether the experience shows it."""

import re
from collections.abc import Iterator

from core.resume.review.facts import Facts
from core.resume.review.model import Check, Flaw, Measured, check, passed
from core.resume.review.phrasing import number_of
from core.topics import SKILLS, TRACKS, Group, track_of_title, with_implied

_LISTED = 0.4  # what a core skill earns that is listed but not shown at work
_MANY = 45  # listed skills, beyond which a list reads as a copy of a catalogue
_NEARBY = {
    "web": ("backend",),
    "backend": ("web", "devops"),
    "ai_ml": ("data",),
    "data": ("ai_ml",),
    "mobile": ("web",),
    "devops": ("backend",),
}

_SAID = {"APIs": re.compile(r"\bAPIs?\b|\bendpoints?\b")}
_GENERAL = re.compile(r"software|developer|programmer|engineer|informati", re.IGNORECASE)


def _has(group: Group, skills: frozenset[str]) -> bool:
    return any(skill in skills for skill in group.any)


def _shown(facts: Facts, group: Group) -> bool:
    """Whether a line of experience shows it: by a skill's name, or "API" said plainly where APIs are asked for."""
    said = _SAID.get(group.label)
    return _has(group, facts.shown) or (said is not None and any(said.search(bullet.text) for bullet in facts.bullets))


def _named(facts: Facts) -> frozenset[str]:
    return facts.shown | with_implied({*facts.listed, *(m.skill.id for row in facts.mentions for m in row)})


@check(
    "core skills",
    "fit",
    6,
    "Core skills at work",
    "Each thing that the track always asks for earns all where a job or a project shows it, two fifths where it "
    "is only listed. "
    "A skill that another implies (Django implies Python) counts as shown with it.",
)
def core_skills(facts: Facts) -> Measured | None:
    if not facts.track:
        return None
    track = TRACKS[facts.track]
    named = _named(facts)
    shown = [group for group in track.core if _shown(facts, group)]
    listed = [group for group in track.core if group not in shown and _has(group, named)]
    because = (
        f"{number_of(len(shown), len(track.core), 'core skill', 'is', 'are')} shown at work or implied by it, "
        f"{len(listed)} only listed ({track.name})."
    )
    if len(shown) == len(track.core):
        return passed(f"All {len(shown)} core skills of {track.name} are shown at work or implied by what is shown.")
    absent = [group for group in track.core if group not in shown and group not in listed]
    flaws = (*_only_listed(facts, listed), *(_not_shown(facts, group) for group in absent))
    return Measured((len(shown) + _LISTED * len(listed)) / len(track.core), because, flaws)


def _written(facts: Facts, group: Group) -> tuple[str, tuple[int, ...]]:
    """The first words that name the group, or a skill that implies it, and their line."""
    for at, mentions in enumerate(facts.mentions):
        for mention in mentions:
            if _has(group, with_implied([mention.skill.id])):
                return mention.written, (at,)
    return next((written for skill, written in facts.listed.items() if _has(group, with_implied([skill]))), ""), ()


def _only_listed(facts: Facts, groups: list[Group]) -> Iterator[Flaw]:
    """One flaw for each word that stands in a list only; a word may stand for several groups."""
    by_word: dict[tuple[str, tuple[int, ...]], list[Group]] = {}
    for group in groups:
        by_word.setdefault(_written(facts, group), []).append(group)
    for (word, lines), named in by_word.items():
        yield _listed_word(facts, word, lines, [group.label for group in named])


def _listed_word(facts: Facts, word: str, lines: tuple[int, ...], labels: list[str]) -> Flaw:
    return Flaw(
        title=f"{word} is listed, but no line shows you using it",
        why=f"{TRACKS[facts.track].name} posts ask for {' and '.join(labels)}. A list says that you know the name; a line "
        f"says that you have used it.",
        mend=f"Name {word} in the line about the work you did with it, or add a small project that uses it.",
        quote=word,
        lines=lines,
        key=labels[0],
        share=(1 - _LISTED) * len(labels),
    )


def _not_shown(facts: Facts, group: Group) -> Flaw:
    names = ", ".join(SKILLS[skill].name for skill in group.any[:4])
    return Flaw(
        title=f"Have you worked with {group.label}?",
        why=f"Nearly every {TRACKS[facts.track].name} post asks for it, and the first search looks for its name. "
        f"It stands nowhere on the page.",
        mend=f"If you have (for instance {names}), say so in the line where you used it. If not, it is the next "
        f"thing to learn; do not list it before."
        if len(group.any) > 1
        else f"If you have used {names}, say so in the line where you did. If not, it is the next thing to "
        f"learn; do not list it before.",
        severity="important",
        key=f"core {group.label}",
    )


@check(
    "expected skills",
    "fit",
    1.5,
    "What is mostly asked for",
    "Two of the things that the track mostly asks for are named.",
)
def expected(facts: Facts) -> Measured | None:
    if not facts.track:
        return None
    track = TRACKS[facts.track]
    named = _named(facts)
    having = [group for group in track.expected if _has(group, named)]
    share = min(1.0, len(having) / 2)
    because = (
        f"{number_of(len(having), len(track.expected), 'thing', 'is', 'are')} named of those that {track.name} posts "
        f"mostly ask for; two would earn full points."
    )
    if share == 1.0:
        return passed(because)
    group = next(group for group in track.expected if group not in having)
    others = ", ".join(other.label for other in track.expected if other not in having and other is not group)
    flaw = Flaw(
        title=f"Have you touched {group.label}?",
        why=f"Most {track.name} posts mention it. It is often what decides between two people with the same core.",
        mend=f"If yes, even in a course, say where. Others that are often asked for: {others}.",
        severity="minor",
        key=f"expected {group.label}",
    )
    return Measured(share, because, (flaw,))


@check(
    "title match",
    "fit",
    1.5,
    "A title that says the track",
    "The headline, the summary or a job's title names the track or one near to it, or says “software”, "
    "“developer” or “engineer”.",
)
def title_match(facts: Facts) -> Measured | None:
    if not facts.track:
        return None
    basics = facts.resume.basics
    named = {track_of_title(words) for words in (basics.label, basics.summary, *(job.title for job in facts.jobs))}
    track = TRACKS[facts.track]
    if (
        named & {facts.track, *_NEARBY[facts.track]}
        or any(_GENERAL.search(job.title) for job in facts.jobs)
        or _GENERAL.search(basics.label)
    ):
        return passed(f"A title or the summary names {track.name} or a field close to it.")
    flaw = Flaw(
        title=f"Nothing at the top says “{track.name}”",
        why="A recruiter reads titles first and sorts by them. When none says where you belong, the sorting is "
        "left to chance.",
        mend=f"Put a line under your name that says what you are or seek, in the words of the posts: "
        f"“{track.titles[0].capitalize()} …”.",
        example="[the title of the posts you apply for: __]",
        severity="minor",
        key="title",
    )
    return Measured(0.0, f"No title and no summary names {track.name}.", (flaw,))


@check("chosen skills", "fit", 1, "A chosen list", f"At most {_MANY} skills are listed.")
def chosen(facts: Facts) -> Measured | None:
    count = sum(len(group.keywords) for group in facts.resume.skills)
    if not facts.track or not count:
        return None
    if count <= _MANY:
        return passed(f"{count} skills are listed.")
    flaw = Flaw(
        title=f"{count} skills are listed",
        why="In so long a list the reader cannot tell what you are good at, and doubts the whole of it.",
        mend="Keep the fifteen that you would like to be asked about tomorrow.",
        severity="minor",
        key="many skills",
    )
    return Measured(0.0, f"{count} skills are listed; {_MANY} are the most.", (flaw,))


CHECKS: tuple[Check, ...] = (core_skills, expected, title_match, chosen)
