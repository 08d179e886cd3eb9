"""A quote is cut around the words that earned the point."""

from core.interview.sessions.quoting import QUOTED, cut

LONG = "First of all I would like to say that this is something we used a lot in my last team, and, well, " * 2


def test_the_proof_is_not_behind_the_dots() -> None:
    shown = cut(LONG + "keys fall into the same bucket so a lookup walks a chain", ["all keys fall into one bucket"])
    assert "keys fall into the same bucket" in shown
    assert shown.startswith("…")
    assert len(shown) <= QUOTED


def test_short_words_stay_and_a_single_long_one_is_cut() -> None:
    assert cut("a  short\none") == "a short one"
    assert cut(LONG).startswith("First of all")
    assert len(cut("x" * 500)) <= QUOTED
