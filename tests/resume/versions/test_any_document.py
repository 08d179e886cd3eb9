"""What holds for any document, however odd: a change is made or refused, and exports lose no line."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.resume.document import Document
from core.resume.parsing import parse
from core.resume.review import review
from core.resume.versions.editing import Paper
from core.resume.versions.json_resume import as_json_resume
from core.resume.versions.markdown import as_markdown
from tests.resume.parsing.test_properties import DOCUMENTS
from tests.resume.versions.papers import NAMES, papers
from tests.resume.versions.test_editing import highlights, lists, told
from tests.resume.versions.test_json_resume import problems
from tests.resume.versions.test_markdown import shown, squeezed

SOME = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def sound(paper: Paper) -> bool:
    count = len(paper.document.lines)
    return all(0 <= at < count for lines in paper.parsed.evidence.values() for at in lines) and all(
        0 <= section.line < section.end <= count for section in paper.parsed.sections
    )


@SOME
@given(DOCUMENTS)
def test_exports_of_anything_lose_no_line_and_are_valid(document: Document) -> None:
    parsed = parse(document)
    seen = squeezed(shown(as_markdown(document, parsed)))
    for line in document.lines:
        assert squeezed(line.text) in seen
    assert not problems(as_json_resume(parsed, document))


@SOME
@given(DOCUMENTS, st.data())
def test_changes_of_anything_are_made_or_refused(document: Document, data: st.DataObject) -> None:
    paper = Paper(document, parse(document))
    changes = [lambda: paper.summarised("An engineer of ten years"), lambda: paper.reworded("work.0.name", "x", "y")]
    for path in highlights(paper)[:2]:
        changes.append(lambda path=path: paper.reworded(path, told(paper, path), "Built a new thing"))
        changes.append(lambda path=path: paper.without(path))
    for path, count in lists(paper):
        order = data.draw(st.permutations(range(count)))
        changes.append(lambda path=path, order=order: paper.ordered(path, order))
    for change in changes:
        try:
            changed = change()
        except LookupError:
            continue
        assert sound(changed)


@pytest.mark.parametrize(
    "path", ["work.99.highlights.0", "work.0.highlights.x", "nothing", "basics.location", "", "work"]
)
def test_what_is_not_there_cannot_be_changed(path: str) -> None:
    paper = papers()["lena-latex.pdf"]
    for change in (
        lambda: paper.reworded(path, "a", "b"),
        lambda: paper.without(path),
        lambda: paper.ordered(path, [5, 6]),
    ):
        with pytest.raises(LookupError):
            change()


@pytest.mark.parametrize("after", ["", " \n ", "\u200b"])
def test_nothing_is_no_wording(after: str) -> None:
    paper = papers()["lena-latex.pdf"]
    with pytest.raises(LookupError):
        paper.reworded("work.0.highlights.0", told(paper, "work.0.highlights.0"), after)


def test_new_words_are_one_clean_line() -> None:
    paper = papers()["lena-latex.pdf"]
    changed = paper.reworded("work.0.highlights.0", told(paper, "work.0.highlights.0"), "Built\n two\u202e things\x00")
    assert told(changed, "work.0.highlights.0") == "Built two things"


@pytest.mark.parametrize("name", NAMES)
def test_the_review_of_a_version_differs_by_what_was_changed_alone(name: str) -> None:
    paper, today = papers()[name], date(2026, 11, 22)
    before = review(paper.document, paper.parsed, today=today)
    for path in highlights(paper)[:3]:
        paper = paper.reworded(path, told(paper, path), told(paper, path))
    after = review(paper.document, paper.parsed, today=today)
    assert after.checks == before.checks
    assert [finding.id for finding in after.findings] == [finding.id for finding in before.findings]
