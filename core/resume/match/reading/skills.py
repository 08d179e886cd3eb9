"""The skills that a sentence asks for, as requirements."""

from collections.abc import Iterator

from core.resume.match.post import Need, Requirement
from core.resume.match.reading.alternatives import also_similar, groups_in
from core.resume.match.reading.degrees import field_of_study
from core.resume.match.reading.softening import is_welcome, welcome_spans
from core.topics import SKILLS, Mention, skills_in

# What a post says of any job in the trade, or of manners: it asks for nothing that a line could show as a skill.
GENERAL = frozenset(
    {
        "software-development",
        "web-development",
        "mobile-development",
        "b2b-saas",
        "product-management",
        "data-science",
        "data-engineering",
        "business-analysis",
        "quality-assurance",
        "linkedin",
        "youtube",
        "leetcode",
        "stack-overflow",
        "cross-functional-teams",
        "remote-collaboration",
        "team-leadership",
        "mentoring",
        "debugging",
        "scalability",
        "project-management",
        "developer-experience",
        "programming-languages",
        "customer-support",
        "open-source",
    }
)
QUOTE_LIMIT = 300  # characters


def skills_asked(sentence: str, need: Need) -> Iterator[Requirement]:
    """One requirement for each skill, or for each set of which any one will do."""
    blocked = field_of_study(sentence)
    mentions = [m for m in skills_in(sentence) if not any(start <= m.start < end for start, end in blocked)]
    spans = welcome_spans(sentence)
    for group in groups_in(sentence, mentions):
        asked = tuple(mention for mention in group if mention.skill.id not in GENERAL)
        if asked:
            softened = need == "nice" or is_welcome(spans, group[0].start)
            yield Requirement(
                label=label_of(asked),
                kind="skill",
                need="nice" if softened else "must",
                quote=quoted(sentence),
                skills=tuple(dict.fromkeys([*(m.skill.id for m in asked), *sorted(also_similar(sentence, group))])),
            )


def label_of(group: tuple[Mention, ...]) -> str:
    """The names of a group: "PostgreSQL or MySQL", "a kind (such as this or that)"."""
    names = list(dict.fromkeys(mention.skill.name for mention in group))
    if len(names) > 1 and any(group[0].skill.id in SKILLS[mention.skill.id].kinds for mention in group[1:]):
        return f"{names[0]} ({_either(names[1:])})"
    return _either(names)


def _either(names: list[str]) -> str:
    return " or ".join(([", ".join(names[:-1])] if names[1:] else []) + names[-1:])


def quoted(sentence: str) -> str:
    """The post's own words, cut at a word where they are very long."""
    return sentence if len(sentence) <= QUOTE_LIMIT else sentence[:QUOTE_LIMIT].rsplit(None, 1)[0]
