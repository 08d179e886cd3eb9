"""Honest answers that a guard could mistake for something else, and what each guard must see all the same."""

import pytest

from core.interview.bank.loading import questions
from core.interview.scoring.address import to_grader
from core.interview.scoring.contrast import contrasts, swapped
from core.interview.scoring.negation import denied
from core.interview.scoring.sentences import pieces
from core.interview.scoring.signs import salad
from tests.world import SCORER

NEGATIONS = (
    "Equal objects need equal hashes. The reverse need not hold, different objects may share one. If you break it, an "
    "entry is not found although it is there. And if a key changes later, it can't be found any more, so nobody should "
    "ever change one; the hash uses no other fields than equality."
)
DENIALS = (
    "Equal objects need not have equal hashes. Different objects may never share a hash. The lookup does not search the "
    "wrong bucket when they differ. Keys should not be immutable, and a changed key is not lost. The hash must not use "
    "the same fields as equality."
)
SWAPPED = (
    "Depth-first looks at everything around first, ring by ring, so it needs a queue, and it finds the fewest hops. "
    "Breadth-first follows one path to its end and then backtracks, with a stack or recursion, so breadth-first is for "
    "cycles and topological order."
)
RIGHT_WAY = (
    "Breadth-first looks at everything around first, ring by ring, so it needs a queue, and it finds the fewest hops. "
    "Depth-first follows one path to its end and then backtracks, with a stack or recursion, so depth-first is for "
    "cycles and topological order."
)


def test_a_not_reaches_its_own_clause_only() -> None:
    said = pieces("It can't be changed, so every plus copies everything")[0]
    assert denied(said.text, said.words) == {"chang"}
    assert not pieces("It is not only fast but small")[0].denied
    assert not pieces("No reference is not needed")[0].denied


def test_honest_negations_are_no_denial() -> None:
    asked = questions()["hashing-equality-contract"]
    honest, opposite = SCORER.mark_now(asked, NEGATIONS), SCORER.mark_now(asked, DENIALS)
    assert honest.doubt == ""
    assert honest.score >= 8
    assert opposite.doubt == "negated"
    assert opposite.score <= 3


def test_two_things_swapped_are_noticed() -> None:
    asked = questions()["graph-bfs-vs-dfs"]
    right, wrong = SCORER.mark_now(asked, RIGHT_WAY), SCORER.mark_now(asked, SWAPPED)
    assert right.doubt == ""
    assert right.score >= 6
    assert wrong.doubt == "negated"
    assert wrong.score <= 4


def test_no_model_answer_swaps_what_its_question_sets_against_each_other() -> None:
    """Contrasts are read from each question's own phrasings: its answer and the phrasings strung together keep to them."""
    for asked in list(questions().values())[::12]:
        right = [text for point in asked.points for text in (point.idea, *point.accept)]
        found = contrasts(asked.question, right, asked.answer)
        terse = " ".join(f"{point.accept[-1]}." for point in asked.points)
        assert swapped(pieces(asked.answer), found) == swapped(pieces(terse), found) == 0, asked.id


@pytest.mark.parametrize(
    "said",
    [
        "Take it and skip the previous, or skip it: best(i) = max(best(i-1), a[i] + best(i-2)).",
        "We ignore the node above and the one before it.",
        "A mispredicted branch makes the CPU forget the instruction it had begun.",
        "Each answer gets a score, and the results of 10 folds are averaged.",
        "The message to the queue has an id.",
    ],
)
def test_words_of_the_trade_are_not_for_the_grader(said: str) -> None:
    assert not any(to_grader(piece) for piece in pieces(said))


def test_hyphens_and_a_slip_are_no_salad() -> None:
    assert (
        salad(pieces("An in-order walk must be strictly increasing, the in-between keys too, each an at-most-once."))
        == 0
    )
    assert salad(pieces("I take the the node and then its left child and compare both of them with the bound.")) == 0
    assert (
        salad(pieces("the is node a of left the in compare an to right the by is key a with bound the was walk")) == 1
    )


@pytest.mark.parametrize("asked", ["heap-insert-and-pop", "design-notification-service"])
def test_what_was_shown_earns_nothing_again(asked: str) -> None:
    question = questions()[asked]
    shown = [*question.hints, *(one.question for one in question.follow_ups), *(one.ask for one in question.stages)]
    echoed = SCORER.mark_now(question, " ".join(shown))
    assert (echoed.score, echoed.doubt) == (0, "echo")
    assert SCORER.mark_now(question, f"{question.hints[0]} {question.answer}").score >= 9


@pytest.mark.parametrize("asked", ["databases-acid", "heap-insert-and-pop"])
@pytest.mark.parametrize(
    ("answer", "doubt"),
    [
        ("I do not know", "unknown"),
        ("no idea", "unknown"),
        ("I don't know this one, sorry, I have never worked with that.", "unknown"),
        (questions()["databases-index-basics"].answer, "elsewhere"),
        (questions()["web-xss-and-defences"].answer, "elsewhere"),
    ],
)
def test_doubts_have_their_own_name(asked: str, answer: str, doubt: str) -> None:
    assert SCORER.mark_now(questions()[asked], answer).doubt == doubt


@pytest.mark.parametrize(
    "said",
    [
        "Scale the features, don't penalise the intercept, and choose lambda by cross validation.",
        "Root: the smallest element.",
        "Leave a note for the reviewer.",
        "Mark the job as complete.",
        "If it is smaller, ignore everything before mid.",
        "The response is validated by the client.",
    ],
)
def test_imperatives_about_the_subject_are_no_words_for_the_grader(said: str) -> None:
    assert not any(map(to_grader, pieces(said)))


def test_a_sentence_goes_on_after_a_short_form() -> None:
    said = "It reads raw bytes, i.e. no text. E.g. a picture; TCP vs. UDP is another matter."
    assert [piece.text for piece in pieces(said)] == [
        "It reads raw bytes, i.e. no text.",
        "E.g. a picture;",
        "TCP vs. UDP is another matter.",
    ]
