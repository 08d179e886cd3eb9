"""Puts a post together: lines → parts → sentences → requirements."""

from collections.abc import Iterable, Iterator

from core.resume.match.post import Need, Post, Requirement
from core.resume.match.reading.companies import company_of
from core.resume.match.reading.degrees import DEGREES, degree_asked
from core.resume.match.reading.head import seniority_of, title_of
from core.resume.match.reading.headings import parted
from core.resume.match.reading.lines import PostLine, lines_of
from core.resume.match.reading.places import place_of, remote_of
from core.resume.match.reading.sentences import Asked, sentences_of, split_sentences
from core.resume.match.reading.skills import skills_asked
from core.resume.match.reading.tongues import languages_asked
from core.resume.match.reading.unread import unread_lines
from core.resume.match.reading.years import years_asked
from core.topics import SKILLS

_MOST = 80  # requirements; a post with more is no post
_MOST_DUTIES = 30
_HEADS = 12  # lines in which a title stands


def read_post(text: str) -> Post:
    """What a post asks for. Words for a machine are passed over, and company, benefits and law ask for nothing.

    Products that stand only in the duties are welcome ("nice"), or musts where the post has no list of its own. Where no
    heading and no word says what is asked, its bullets are.
    """
    lines = lines_of(text)
    heads = [piece for line in lines[:_HEADS] for piece in _in_sentences(line)]
    title, place = title_of(heads), place_of(lines)
    asked = [one for told in parted(lines) if told.text != title for one in sentences_of(told)]
    read = [(sentence, list(_requirements(sentence))) for sentence in asked]
    listed = [one for _, found in read for one in found]
    unread, judged = unread_lines((sentence, bool(found)) for sentence, found in read)
    if not any(one.kind == "skill" and one.need == "must" for one in listed):
        listed += [
            one for sentence in asked if sentence.bullet and not sentence.part for one in _asked(sentence.text, "must")
        ]
    skilled = any(one.kind == "skill" for one in listed)
    worked = _from_duties(asked, "nice" if skilled else "must")
    return Post(
        title=title,
        company=company_of(lines, title, place),
        seniority=seniority_of(title, lines),
        place=place,
        remote=remote_of(lines),
        requirements=tuple(_distinct([*listed, *worked])[:_MOST]),
        unread=unread,
        judged=judged,
        duties=tuple(one.text for one in asked if one.part == "duties")[:_MOST_DUTIES],
    )


def _in_sentences(line: PostLine) -> list[PostLine]:
    """A line cut at the ends of its sentences: a post that was pasted as one line names its job in the first."""
    return [PostLine(text, line.bullet, line.strong) for text in split_sentences(line.text)]


def _requirements(sentence: Asked) -> Iterator[Requirement]:
    if sentence.part == "must" or sentence.part == "nice":
        yield from _asked(sentence.text, sentence.part)


def _asked(text: str, need: Need) -> Iterator[Requirement]:
    yield from years_asked(text, need)
    degree = degree_asked(text, need)
    if degree:
        yield degree
    yield from skills_asked(text, need)
    yield from languages_asked(text, need)


def _from_duties(asked: Iterable[Asked], need: Need) -> Iterator[Requirement]:
    for one in asked:
        if one.part == "duties":
            found = skills_asked(one.text, need)
            yield from (r for r in found if need == "must" or all(SKILLS[name].cased for name in r.skills))


def _distinct(found: Iterable[Requirement]) -> list[Requirement]:
    """Each thing once, at the strength of its strongest mention; years of one thing at the least number."""
    kept: list[Requirement] = []
    for one in sorted(found, key=lambda requirement: requirement.need == "nice"):
        if not any(_says(before, one) for before in kept):
            kept.append(one)
    order = {id(one): at for at, one in enumerate(found)} if isinstance(found, list) else {}
    return sorted(kept, key=lambda one: order.get(id(one), 0))


def _says(before: Requirement, one: Requirement) -> bool:
    """Whether an earlier requirement makes a later one idle."""
    if before.kind != one.kind:
        return False
    if one.kind == "skill":
        return set(before.skills) <= set(one.skills) or set(one.skills) <= set(before.skills) != set()
    if one.kind == "years":
        return set(before.skills) == set(one.skills)
    if one.kind == "degree":
        return one.need == before.need or DEGREES.index(one.level) <= DEGREES.index(before.level)
    return before.label.split(" (")[0] == one.label.split(" (")[0]
