"""The real views of rewriting, matching, versions, facts and the assistant, with people's words as bad as they come."""

from datetime import UTC, date, datetime

from core.assistant import wording
from core.chat.person import Person
from core.chat.reply import Button, Media, Reply
from core.resume.match import views as matching
from core.resume.match.post import Match, Part, Post, Requirement, Verdict
from core.resume.match.store import KeptPost, Listed, Result
from core.resume.rewrite import own_facts, steps
from core.resume.rewrite import views as rewriting
from core.resume.rewrite.proposal import Blank, Proposal
from core.resume.rewrite.session import Draft, Session, key
from core.resume.rewrite.store import OwnFact
from core.resume.store import Version
from core.resume.versions import views as versions

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ADA = Person(id=1)
FAR = 2**31  # a row's number when many people have used this


def views(words: str) -> dict[str, Reply]:
    """Each view with `words` wherever a person, a post or a model can put them."""
    return {**_matching(words), **_rewriting(words), **_kept(words)}


def _matching(words: str) -> dict[str, Reply]:
    match = _match(words)
    post = KeptPost(id=FAR, text=words, post=match.post, file_id=FAR, result=None, created_at=NOW, matched_at=NOW)
    result = Result(match=match, advice=(words[:300],) * 3, note="The model was too slow.")
    listed = [
        Listed(id=FAR + n, name=words[:80], company=words[:80], percent=n or None, file_id=FAR, at=NOW)
        for n in range(4)
    ]
    return {
        "match": matching.answer(post, result, words[:300], ADA, older=True),
        "requirements": matching.requirements(FAR, match, 2),
        "percent": matching.percent(FAR, match),
        "mirror": matching.mirror(FAR, match, words),
        "gaps": matching.gaps(FAR, match),
        "posts": matching.posts(listed, 40, 2, FAR, ADA, "Deleted."),
        "deleting": matching.deleting(post),
        "unreadable": matching.unreadable(words[:300], "scan"),
    }


def _match(words: str) -> Match:
    standings = (("shown", False), ("listed", True), ("listed", False), ("missing", True), ("missing", False))
    verdicts = tuple(
        Verdict(
            requirement=Requirement(label=words, kind="skill", need="must" if n % 2 else "nice", quote=words),
            standing=standing,
            quote=words,
            because=words[:300],
            addable=addable,
        )
        for n in range(12)
        for standing, addable in standings
    )
    parts = tuple(Part(name=f"Part {n}", earned=n, possible=25, because="It is so.") for n in range(4))
    return Match(
        rules_version="1.0",
        percent=24,
        reachable=60,
        post=Post(title=words, company=words),
        verdicts=verdicts,
        parts=parts,
        mirror=((words, words),) * 30,
    )


def _rewriting(words: str) -> dict[str, Reply]:
    line, blank = words[:400], Blank(mark="[__]", question=words[:200], example=words[:60], choices=(words[:80],) * 5)
    asking = Proposal(
        path="work.0.highlights.0", entry=line, before=line, after=f"{line} [__]", plain=line + ".",
        reasons=(words[:200],) * 4, blanks=(blank,),
    )  # fmt: skip
    plain = asking.model_copy(update={"blanks": (), "after": line + ".", "safe": True})
    taken = Draft(proposal=plain)
    taken.take(line, 1)
    many = [Draft(proposal=plain) for _ in range(12)]
    for draft in many:
        draft.take(line, 2)
    drafts = [Draft(proposal=asking), Draft(proposal=plain), taken, *many]
    session = Session(review=FAR, day=date(2026, 11, 22), drafts=drafts, asked=[(1, "[__]")], version=FAR, made=FAR)
    session.scores = {key(session.edits(step)): 60 + step for step in range(3)}
    return {
        "rewriting": rewriting.overview(FAR, session, said=steps.taken_step(session, 2), resumed=True),
        "open line": rewriting.one_line(FAR, session, 1, said="Taken."),
        "taken line": rewriting.one_line(FAR, session, 3),
        "question": rewriting.question(FAR, session, 1, blank, said="Noted.", known=words[:200]),
        "figure": rewriting.question(FAR, session, 1, blank.model_copy(update={"number": True}), free=True),
        "rewritten": steps.finished(session, FAR),
        "nothing to reword": rewriting.nothing(words[:300], 90, 3, FAR),
    }


def _kept(words: str) -> dict[str, Reply]:
    found = [
        Version(
            file_id=FAR + n, name=words[:300], made=words[:130], review_id=FAR, score=n, created_at=NOW, current=not n
        )
        for n in range(9)
    ]
    facts = [OwnFact(id=FAR + n, question=words[:200], answer=words[:300], about=words[:400]) for n in range(9)]
    proposed = ((Button(f"/{words}"[:60], run="help"),),) * 3
    return {
        "versions": versions.versions(found, ADA, 1),
        "version": versions.version(found[1], ADA),
        "facts": own_facts._shown(facts, 1, "Removed."),
        "assistant": Reply(text=wording.shown(words * 5, ()) or "…", buttons=proposed, footer="worded by a model"),
        "files": Reply(text="Two.", files=(Media("cv.md", b"x", "text/markdown"), Media("cv.json", b"{}"))),
    }
