"""What may go into a line at all: figures of this world, one sentence, plain words."""

import pytest

from core.resume.rewrite.admitting import admitted
from core.resume.rewrite.closing import BadAnswer
from tests.resume.rewrite.test_filling import MUCH, RESULT, SERVING


@pytest.mark.parametrize(
    ("blank", "answer"),
    [
        (RESULT, "7"),
        (RESULT, "-7"),
        (RESULT, "saved two hours a week. Also I won a prize"),
        (MUCH, "minus 7 crates"),
        (SERVING, "-7"),
        (SERVING, "99999999999999999999999 unicorns"),
        (SERVING, "5 trillion"),
        (SERVING, "1,000,001 million"),
        (SERVING, "5 at www.shop.example"),
        (RESULT, "see http://shop.example"),
        (RESULT, "it got **bold**"),
        (RESULT, "it got <b>bold</b>"),
    ],
)
def test_nonsense_is_asked_again(blank, answer):
    with pytest.raises(BadAnswer, match=r"\w.+\.$"):
        admitted(answer, blank)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("5000 a day. Also I won the prize of 2019", "5000 a day"),
        ("about 40 a day; I also sing", "about 40 a day"),
        ("approx. 40 a day", "approx. 40 a day"),
        ("1.5M", "1.5M"),
        ("420 - 90", "420 - 90"),
        ("<20", "<20"),
        ("over 900 billion", "over 900 billion"),
    ],
)
def test_of_a_figure_its_own_sentence_is_kept(said, kept):
    assert admitted(said, SERVING) == kept
