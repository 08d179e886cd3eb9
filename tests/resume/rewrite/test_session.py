"""The steps of a rewriting add up, whatever is answered twice, left out or undone."""

from datetime import date

from core.resume.rewrite import steps, views
from core.resume.rewrite.proposal import Blank, Proposal
from core.resume.rewrite.questions import questions
from core.resume.rewrite.session import Session, key

MANY = Blank(
    mark="[how many: __]", question="How many?", example="12", number=True, reason="A figure tells how large it was"
)
CAME = Blank(
    mark="– [what came of it: __]", question="What came of it?", example="…", reason="It shows that it mattered"
)
TWO = Proposal(
    path="work.0.highlights.0",
    entry="Clerk",
    before="Packed crates",
    after="Packed [how many: __] crates – [what came of it: __]",
    plain="Packed crates",
    reasons=(MANY.reason, CAME.reason),
    blanks=(MANY, CAME),
    gain=3.0,
)
ONE = TWO.model_copy(
    update={"path": "work.0.highlights.1", "before": "Sold tea", "plain": "Sold tea", "gain": 2.0}
).model_copy(update={"after": "Sold tea – [what came of it: __]", "blanks": (CAME,), "reasons": (CAME.reason,)})


def words_only(number: int) -> Proposal:
    before = f"swept floor {number}"
    plain = before.capitalize()
    return Proposal(
        path=f"work.1.highlights.{number}", entry="Porter", before=before, after=plain, plain=plain,
        reasons=("Begins with a capital letter",), safe=True, sure=True,
    )  # fmt: skip


def begun(*proposals: Proposal) -> Session:
    return Session.begun(1, date(2026, 11, 22), proposals, questions(proposals), 70)


def scored(session: Session, *scores: int) -> None:
    session.scores = {key(session.edits(step)): score for step, score in enumerate(scores)}


def test_a_second_answer_goes_on_from_the_score_shown_last():
    session = begun(TWO, ONE)
    session.drafts[0].answer(MANY, "40", 1)
    session.drafts[1].answer(CAME, "made regulars of guests", 2)
    session.drafts[0].answer(CAME, "cut returns", 3)
    scored(session, 70, 73, 75, 80)
    shown = [steps.taken_step(session, step).splitlines()[0] for step in (1, 2, 3)]
    assert shown == [f"Taken: **{a} → {b}** (+{b - a})" for a, b in ((70, 73), (73, 75), (75, 80))]
    told = steps.finished(session, 1).text
    assert told.count("“Packed 40 crates”") == 1
    assert [line[:8] for line in told.splitlines() if line.startswith("- ")] == ["- **+3**", "- **+2**", "- **+5**"]


def test_what_is_undone_is_no_step():
    session = begun(TWO, ONE)
    session.drafts[0].answer(MANY, "40", 1)
    session.drafts[0].decline("open")
    session.drafts[1].answer(CAME, "made regulars of guests", session.steps + 1)
    assert session.steps == 1
    assert [edit[1] for edit in session.edits()] == ["Sold tea"]


def test_steps_without_points_are_counted_where_they_are_many():
    session = begun(*map(words_only, range(12)))
    for step, draft in enumerate(session.drafts, 1):
        draft.take(draft.offered, step)
    scored(session, *[70] * 12, 71)
    told = [line for line in steps.finished(session, 1).text.splitlines() if line.startswith("- ")]
    assert len(told) == 9
    assert told[-2].startswith("- **+1**")
    assert told[-1] == "- and 4 lines without a change of score"


def test_a_line_that_would_cost_points_is_left_out_and_says_so():
    session = begun(words_only(0), words_only(1))
    session.take_safe(session.offers()[:1])
    scored(session, 70, 72)
    assert [draft.state for draft in session.drafts] == ["taken", "open"]
    assert not session.safe()
    assert "70 → 72" in steps.taken_step(session, 1)
    alone = begun(words_only(0))
    alone.take_safe(())
    assert steps.taken_step(alone, 1) == ""
    assert steps.left_out(alone).startswith("1 line left out, as the score would fall")


def test_a_cost_is_told_before_it_is_paid():
    session = begun(words_only(0))
    session.scores[key(session.edits_with(1))] = 69
    assert "Taking this line costs 1 point: **70 → 69**." in views.one_line(1, session, 1).text


def test_without_an_answer_ones_own_words_are_not_called_better():
    session = begun(ONE)
    session.drafts[0].skipped.append(CAME.mark)
    text = views.one_line(1, session, 1).text
    assert "Better" not in text
    assert CAME.reason not in text
    assert "your words can stay" in text


def test_a_skipped_blank_takes_its_reason_with_it():
    session = begun(TWO)
    session.drafts[0].skipped.append(CAME.mark)
    assert session.drafts[0].reasons == [MANY.reason]


def test_where_every_line_is_left_there_is_nothing_to_finish():
    session = begun(TWO, ONE)
    for draft in session.drafts:
        draft.decline("left")
    reply = views.overview(1, session)
    assert "nothing to make" in reply.text
    assert [button.label for row in reply.buttons for button in row] == ["Look again", "Start afresh"]


def test_every_line_is_asked_about_before_one_is_asked_twice():
    order = [(one.before, blank.mark) for one, blank in questions([TWO, ONE])]
    assert order == [("Packed crates", MANY.mark), ("Sold tea", CAME.mark), ("Packed crates", CAME.mark)]
