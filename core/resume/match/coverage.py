"""How much of a post could be judged, in words: nothing is said to be whole where lines were left unread."""

from core.chat.markdown import escape
from core.resume.match.post import Post
from core.resume.review.phrasing import counted

QUOTED = 4  # unread lines in the short answer
LONG = 160  # characters of a line before it is cut
_BEST_AT = "I judge skills of software, data, cloud and product best, besides years, degrees and languages."
NONE_FOUND = (
    "I found nothing in this text that a résumé could show: no skill, no years, no degree, no language. "
    "Paste the part of the post that says what they ask for (often under “What you bring”, “Requirements” or "
    "“Qualifications”), in English. I did not keep this one."
)


def part_judged(post: Post) -> str:
    """What the percent is of, where fewer than half of the lines could be judged; else ""."""
    if post.judged >= len(post.unread):
        return ""
    return f" of the {counted(post.judged, 'line')} that I can judge" if post.judged else " of what I can judge"


def to_look_at(post: Post) -> str:
    """The lines that were not judged, for the person to look at; "" where there are none."""
    if not post.unread:
        return ""
    lines = counted(post.judged + len(post.unread), "line")
    judged = post.judged or "none"
    other = "the other one" if len(post.unread) == 1 else "the others"
    return f"I could judge {judged} of {lines} of what it asks; look at {other} yourself:\n{_quoted(post.unread)}"


def all_shown(post: Post) -> str:
    """That nothing is open, of all or of what could be judged."""
    return f"Your résumé shows all that {'I could judge here' if post.unread else 'this post asks for'}."


def nothing_missing(post: Post) -> str:
    """That nothing is missing, of all or of what could be judged."""
    if post.unread:
        return "Nothing that I could judge is missing."
    return "Nothing is missing: your résumé shows all that the post asks for."


def numbered(post: Post, first: int) -> list[str]:
    """The unread lines as entries of the list of all requirements, counted on from `first`."""
    return [f"◻️ **{number}. {escape(_cut(one))}** · not judged" for number, one in enumerate(post.unread, first)]


def none_judged(unread: tuple[str, ...]) -> str:
    """What to do with a post of which nothing could be judged."""
    return (
        f"I saw {counted(len(unread), 'line')} of what this post asks for, and could judge none:\n{_quoted(unread)}\n\n"
        f"{_BEST_AT} You can do this one by hand: for each of these lines, look for a line of your résumé that shows it, "
        "with the words of the post; where none does and you have it, add one. /rewrite helps you to word your lines. "
        "I did not keep this post."
    )


def _quoted(unread: tuple[str, ...]) -> str:
    more = len(unread) - QUOTED
    lines = [f"- {escape(_cut(one))}" for one in unread[:QUOTED]]
    return "\n".join([*lines, f"- and {more} more"] if more > 0 else lines)


def _cut(text: str) -> str:
    return text if len(text) <= LONG else text[: LONG - 1].rstrip() + "…"
