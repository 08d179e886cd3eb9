"""Whatever is put into an honest rewrite at random, it is refused from then on."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.resume.rewrite.wordings import SOUND, Rewording

NUMBERS = ["17", "forty", "3.5", "90%", "hundreds", "a dozen", "2M", "half", "10x", "1,250", "twice", "2019", "$5k"]
TECHNOLOGIES = [
    "Rust",
    "rust",
    "Kafka",
    "kafka",
    "node.js",
    ".NET",
    "C++",
    "R",
    "react",
    "spring",
    "express",
    "AWS",
    "gcp",
]
EMPLOYERS = [
    "Google",
    "DHL",
    "IKEA",
    "Acme",
    "the Royal Harbour Trust",
    "siemens",
    "Anna Berg",
    "the CEO",
    "example.com",
]
CLAIMS = [
    "globally",
    "all",
    "every",
    "no",
    "more",
    "first",
    "award-winning",
    "new",
    "large",
    "critical",
    "alone",
    "US",
    "IT",
]


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[Rewording, str]:
    item = draw(st.sampled_from(SOUND))
    words = item.candidate.split(" ")
    at = draw(st.integers(0, len(words)))
    inserted = draw(st.sampled_from(NUMBERS + TECHNOLOGIES + EMPLOYERS + CLAIMS))
    said = " ".join((item.bullet, *item.facts)).lower().split()
    assume(inserted.lower() not in said)
    return item, " ".join([*words[:at], inserted, *words[at:]])


@settings(derandomize=True, max_examples=400, deadline=None)
@given(spoilt())
def test_no_insertion_passes(case: tuple[Rewording, str]) -> None:
    item, candidate = case
    found = Rewording(item.id, item.kind, item.bullet, candidate, item.facts).found()
    assert found, candidate


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.text(max_size=80), st.sampled_from(SOUND))
def test_any_text_at_all_is_judged(text: str, item: Rewording) -> None:
    found = Rewording(item.id, item.kind, item.bullet, text, item.facts).found()
    assert found, text
