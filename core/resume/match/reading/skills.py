"""The skills that a sentence asks for, as requirements."""

import re
from collections.abc import Iterator

from core.resume.match.post import Need, Requirement
from core.resume.match.reading.alternatives import also_similar, groups_in
from core.resume.match.reading.degrees import field_of_study
from core.resume.match.reading.softening import is_welcome, welcome_spans
from core.resume.match.reading.wording import GENERAL, label_of, quoted
from core.resume.match.reading.years import fields_worked
from core.topics import Mention, skills_in

_DENIED = re.compile(
    r"\b(?:not|no|rather than|instead of|unlike)\s+(?:just |only )?$|\b(?:do(?:es)?n(?:'|’)?t|(?:do|does|need) not|"
    r"no need to)\s+(?:(?:currently|yet|really|even) )?(?:need|have|expect|require|know|use|run|work with|touch|do|care "
    r"about|write)\b(?!.*(?:\b(?:but|instead)\b|[;:]|, we\b))|\bno longer (?:use|run|write)\b(?!.*(?:\bbut\b|[;:]|, we\b))",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\s+(?:alone|is not enough|won(?:'|’)t do|clearance|screening|\w+ need not apply|is not (?:required|"
    r"needed) here)\b",
    re.IGNORECASE,
)
_WAIVED = re.compile(r"\s+(?:(?:is|are) (?:not|never) used|isn(?:'|’)t used|need not apply)\b", re.IGNORECASE)
_FLAVOUR = re.compile(r"\s+(?:focus|mindset)\b", re.IGNORECASE)


def skills_asked(sentence: str, need: Need) -> Iterator[Requirement]:
    """One requirement for each skill, or for each set of which any one will do."""
    mentions = [mention for mention in skills_in(sentence) if _asks_for(sentence, mention)]
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


def _asks_for(sentence: str, mention: Mention) -> bool:
    """Whether a name in the sentence is one that is wanted: no field of study or of work, and not "Java, not JavaScript"."""
    if (
        _WAIVED.match(sentence, mention.end)
        or _DENIED.search(sentence[: mention.start])
        or _ALONE.match(sentence, mention.end)
    ):
        return False
    if not mention.skill.cased and _FLAVOUR.match(sentence, mention.end):
        return False
    fields = field_of_study(sentence) + ([] if mention.skill.cased else fields_worked(sentence))
    return not any(start <= mention.start < end for start, end in fields)
