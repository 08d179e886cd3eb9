"""Compares a résumé with a post: a verdict for each requirement, and a percent that is made up of them."""

from datetime import date

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.match.matching.careers import Job, jobs_of, years_verdict
from core.resume.match.matching.degrees import degree_verdict
from core.resume.match.matching.evidence import Evidence
from core.resume.match.matching.mirror import mirrored
from core.resume.match.matching.percent import parts_of, percent_of
from core.resume.match.matching.skills import skill_verdict
from core.resume.match.matching.tongues import language_verdict
from core.resume.match.post import Match, Post, Requirement, Verdict

MATCH_VERSION = "1.2"
"""The version of these rules; a percent can only be compared with one of the same version."""


def match(document: Document, parsed: Parsed, post: Post, *, facts: tuple[str, ...] = (), today: date) -> Match:
    """How a résumé stands against a post, by rules; `facts` are answers of the person's own, such as "Used Kafka at Acme".

    The percent is the rounded sum of its parts: must-haves 60, years and level 15, nice-to-haves 10, title 10, degree and
    languages 5; a part that the post does not ask for leaves its points to the others. A skill earns its whole share where a
    line of work shows it, half where it is only listed, three tenths where only a close relative is there. It counts once,
    however often it stands. A post without requirements has 0 percent and no parts. See docs/match-rules.md.
    """
    evidence = Evidence(document, parsed)
    jobs = jobs_of(evidence, post, today)
    verdicts = tuple(_verdict(evidence, one, post, jobs, facts, today) for one in post.requirements)
    parts = parts_of(post, verdicts, parsed.resume, jobs)
    added = tuple(one.model_copy(update={"standing": "shown"}) if one.addable else one for one in verdicts)
    return Match(
        rules_version=MATCH_VERSION,
        percent=percent_of(parts),
        reachable=percent_of(parts_of(post, added, parsed.resume, jobs)),
        post=post,
        verdicts=verdicts,
        parts=parts,
        mirror=mirrored(evidence, verdicts),
    )


def _verdict(
    evidence: Evidence, asked: Requirement, post: Post, jobs: tuple[Job, ...], facts: tuple[str, ...], today: date
) -> Verdict:
    if asked.kind == "skill":
        return skill_verdict(evidence, asked, facts)
    if asked.kind == "years":
        return years_verdict(evidence, asked, jobs)
    if asked.kind == "language":
        return language_verdict(evidence, asked)
    years = min((one.years for one in post.requirements if one.kind == "years"), default=0.0)
    return degree_verdict(evidence, asked, jobs, years, today)
