"""Whatever is changed in whatever résumé: that changes, and nothing else does."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.resume.versions import paths
from core.resume.versions.editing import Paper
from core.resume.versions.passages import stands
from tests.resume.versions.papers import NAMES, papers

ENTRIES = ("work", "volunteer", "projects")
SECTIONS = (*ENTRIES, "education", "skills", "certificates")
SOME = settings(max_examples=70, deadline=None)
WORD = st.sampled_from(
    ["Built", "a", "new", "(small)", "service,", "for", "1,200", "people", "–", "in", "C++", "&", "Go"]
)
WORDS = st.lists(WORD, min_size=1)
PAPERS = st.sampled_from(NAMES).map(lambda name: papers()[name])


def told(paper: Paper, path: str) -> str:
    return paths.text_at(paper.parsed.resume, path)


def highlights(paper: Paper) -> list[str]:
    resume = paper.parsed.resume
    return [
        f"{kind}.{number}.highlights.{at}"
        for kind in ENTRIES
        for number, entry in enumerate(getattr(resume, kind))
        for at in range(len(entry.highlights))
    ]


def lists(paper: Paper) -> Iterator[tuple[str, int]]:
    """Each path whose parts can be put in another order, and how many there are."""
    resume = paper.parsed.resume
    for kind in SECTIONS:
        yield kind, len(getattr(resume, kind))
    for kind in ENTRIES:
        yield from ((f"{kind}.{at}", len(entry.highlights)) for at, entry in enumerate(getattr(resume, kind)))
    yield from ((f"skills.{at}", len(group.keywords)) for at, group in enumerate(resume.skills))


def texts(paper: Paper, path: str) -> str:
    """What stands on the lines of a field."""
    return "\n".join(paper.document.lines[at].text for at in paper.parsed.evidence[path])


def lines(paper: Paper) -> Counter[str]:
    return Counter(line.text for line in paper.document.lines)


def valid(paper: Paper) -> bool:
    count = len(paper.document.lines)
    pointed = all(0 <= at < count for found in paper.parsed.evidence.values() for at in found)
    headed = all(
        0 <= section.line < section.end <= count and stands(section.heading, paper.document.lines[section.line].text)
        for section in paper.parsed.sections
        if section.end - section.line > 1
    )
    return pointed and headed


def untouched(before: Paper, after: Paper, *own: str) -> bool:
    """Whether every other field has the value that it had, on lines that say what they said."""
    others = [path for path in before.parsed.evidence if not path.startswith(own)]
    return all(
        after.parsed.evidence.keys() >= {path}
        and paths.at(before.parsed.resume, path) == paths.at(after.parsed.resume, path)
        and texts(before, path) == texts(after, path)
        for path in others
        if path != "basics.location"
    )


@SOME
@given(PAPERS, st.data())
def test_a_highlight_is_reworded_and_back(paper: Paper, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(highlights(paper)))
    before, after = told(paper, path), " ".join(data.draw(WORDS))
    changed = paper.reworded(path, before, after)
    assert told(changed, path) == after
    assert texts(changed, path) in (after, f"- {after}", f"– {after}"), "it stands on one line, behind its mark"
    assert valid(changed)
    assert untouched(paper, changed, path)
    old = Counter(paper.document.lines[at].text for at in paper.parsed.evidence[path])
    assert lines(changed) == lines(paper) - old + Counter([texts(changed, path)])
    assert changed.reworded(path, after, before).parsed.resume == paper.parsed.resume


@SOME
@given(PAPERS, st.data())
def test_some_words_of_a_highlight_are_reworded(paper: Paper, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(highlights(paper)))
    whole = told(paper, path)
    pieces = whole.split()
    start = data.draw(st.integers(0, len(pieces) - 1))
    words = " ".join(pieces[start : data.draw(st.integers(start + 1, len(pieces)))])
    assume(whole.count(words) == 1)
    changed = paper.reworded(path, words, "Xyzzy")
    assert told(changed, path) == whole.replace(words, "Xyzzy")
    assert stands(told(changed, path), texts(changed, path))
    assert valid(changed)
    assert untouched(paper, changed, path)
    assert changed.reworded(path, "Xyzzy", words).parsed.resume == paper.parsed.resume


@SOME
@given(PAPERS, st.data())
def test_a_highlight_is_left_out(paper: Paper, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(highlights(paper)))
    stem, _, number = path.rpartition(".")
    changed = paper.without(path)
    every = paths.at(paper.parsed.resume, stem)
    assert paths.at(changed.parsed.resume, stem) == every[: int(number)] + every[int(number) + 1 :]
    for at, highlight in enumerate(paths.at(changed.parsed.resume, stem)):
        assert stands(highlight, texts(changed, f"{stem}.{at}"))
    gone = Counter(paper.document.lines[at].text for at in paper.parsed.evidence[path])
    assert lines(changed) == lines(paper) - gone
    assert valid(changed)
    assert untouched(paper, changed, stem)


@SOME
@given(PAPERS, st.data())
def test_lists_are_put_in_another_order_and_back(paper: Paper, data: st.DataObject) -> None:
    path, count = data.draw(st.sampled_from([(path, count) for path, count in lists(paper) if count > 1]))
    order = data.draw(st.permutations(range(count)))
    try:
        changed = paper.ordered(path, order)
    except LookupError:
        assume(False)
    stem = path if "." not in path else f"{path}.keywords" if path.startswith("skills") else f"{path}.highlights"
    every = paths.at(paper.parsed.resume, stem)
    assert paths.at(changed.parsed.resume, stem) == tuple(every[at] for at in order)
    assert valid(changed)
    assert untouched(paper, changed, path if stem.endswith("keywords") else stem)
    if not stem.endswith("keywords"):
        assert lines(changed) == lines(paper)
    for at, value in enumerate(paths.at(changed.parsed.resume, stem)):
        if isinstance(value, str):
            assert stands(value, texts(changed, f"{stem}.{at}"))
        else:
            old = [texts(paper, one) for one in paper.parsed.evidence if one.startswith(f"{stem}.{order[at]}.")]
            new = [texts(changed, one) for one in changed.parsed.evidence if one.startswith(f"{stem}.{at}.")]
            assert sorted(old) == sorted(new)
    back = changed.ordered(path, [order.index(at) for at in range(count)])
    assert back.parsed.resume == paper.parsed.resume
    if not stem.endswith("keywords"):
        assert [line.text for line in back.document.lines] == [line.text for line in paper.document.lines]


@pytest.mark.parametrize("name", NAMES)
def test_a_summary_is_replaced_or_added(name: str) -> None:
    paper = papers()[name]
    summary = "Engineer with ten years of work on payment systems that people trust with their money."
    changed = paper.summarised(summary)
    assert told(changed, "basics.summary") == summary
    assert texts(changed, "basics.summary") == summary
    assert valid(changed)
    assert untouched(paper, changed, "basics.summary")
    assert lines(changed)[summary] == 1
