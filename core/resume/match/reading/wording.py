"""How requirements are named and quoted, and the skills that are too general to ask for."""

from core.topics import SKILLS, Mention

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
        "prioritization",
    }
)
QUOTE_LIMIT = 300  # characters


def label_of(group: tuple[Mention, ...]) -> str:
    """The names of a group: "PostgreSQL or MySQL", "a kind (such as this or that)"."""
    names = list(dict.fromkeys(_name(mention) for mention in group))
    if len(names) > 1 and any(group[0].skill.id in SKILLS[mention.skill.id].kinds for mention in group[1:]):
        return f"{names[0]} ({_either(names[1:])})"
    return _either(names)


def _name(mention: Mention) -> str:
    """The right name; where a product stands for a practice that it is used in ("Bitrise"), the product's own."""
    proper = mention.written.isalnum() and mention.written[0].isupper() and mention.skill.name[0].islower()
    return mention.written if proper and mention.written.lower() != mention.skill.name else mention.skill.name


def _either(names: list[str]) -> str:
    return " or ".join(([", ".join(names[:-1])] if names[1:] else []) + names[-1:])


def quoted(sentence: str) -> str:
    """The post's own words, cut at a word where they are very long."""
    return sentence if len(sentence) <= QUOTE_LIMIT else sentence[:QUOTE_LIMIT].rsplit(None, 1)[0]
