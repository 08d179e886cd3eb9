"""What holds for any document: no exception, evidence in range, no words that the file does not have."""

import re
import string

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.resume.document import Box, Document, Line, Link
from core.resume.jsonresume import JsonResume
from core.resume.parsing import parse
from core.resume.parsing.export import as_cli_json

SOME_WORDS = (
    "Experience EXPERIENCE Education Skills Projects Languages Summary Certifications Software Engineer "
    "Google Inc. GmbH University of Leeds B.Sc. in Computer Science "
    "Jan 2020 – Present 2019-2021 05/2019 ( ) [ ] | • - — , : @ at Berlin, Germany ada@example.org "
    "github.com/ada +49 151 23456789 built the service Python, Go, 3.9/4.0 "
    "Thesis: GPA \t \u00a0 ● ★★★ (B2) English 100% 🙂 שלום 山田太郎 naïve a"
)
WORDS = st.sampled_from(SOME_WORDS.split(" "))
HEADINGS = st.sampled_from(
    ["EXPERIENCE", "Education", "SKILLS", "Projects", "Languages", "Certifications", "Awards", "Summary"]
)
TEXTS = st.one_of(
    HEADINGS,
    st.lists(WORDS, min_size=0, max_size=9).map(" ".join),
    st.text(max_size=60),
    st.text(alphabet=string.punctuation + " \t", max_size=20),
)
COORDINATES = st.floats(0, 800, allow_nan=False)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    x, y = draw(COORDINATES), draw(COORDINATES)
    box = draw(st.sampled_from([None, Box(x, y, x + draw(COORDINATES), y + 10)]))
    return Line(
        draw(TEXTS),
        page=draw(st.integers(1, 3)),
        box=box,
        size=draw(st.sampled_from([0.0, 9.0, 10.0, 14.0, 24.0])),
        bold=draw(st.booleans()),
        italic=draw(st.booleans()),
        column=draw(st.integers(0, 3)),
        row=draw(st.integers(0, 30)),
        bullet=draw(st.booleans()),
        style=draw(st.sampled_from(["", "normal", "heading 1", "heading 2", "list bullet", "title"])),
        furniture=draw(st.booleans()),
    )


LINKS = st.builds(
    Link,
    url=st.one_of(
        st.sampled_from(["https://github.com/ada", "mailto:a@b.co", "http://[bad", "https://", "ftp://x"]),
        st.text(max_size=30),
    ),
    text=TEXTS,
)
DOCUMENTS = st.builds(
    Document,
    kind=st.sampled_from(["pdf", "docx", "text", "markdown"]),
    lines=st.lists(lines(), max_size=30).map(tuple),
    links=st.lists(LINKS, max_size=3).map(tuple),
)
SLOW = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def texts_of(resume: JsonResume) -> list[str]:
    """Every text of a result that stands for words of the file; dates, country codes and addresses put together are not."""
    basics = resume.basics
    found = [basics.name, basics.label, basics.email, basics.phone, basics.summary, basics.location.address]
    for job in (*resume.work, *resume.volunteer):
        found += [job.name, job.position, job.location, job.summary, *job.highlights]
    for school in resume.education:
        found += [school.institution, school.area, school.study_type, school.location, school.score, *school.courses]
    for project in resume.projects:
        found += [project.name, project.description, *project.keywords, *project.highlights]
    found += [word for group in resume.skills for word in (group.name, *group.keywords)]
    found += [word for one in resume.certificates for word in (one.name, one.issuer)]
    return (
        found
        + [word for one in resume.languages for word in (one.language, one.fluency)]
        + [one.title for one in resume.awards]
    )


def squeezed(text: str) -> str:
    return re.sub(r"[^\w]+", "", text)


@SLOW
@given(DOCUMENTS)
def test_any_document_is_parsed_and_evidence_lies_in_it(document: Document) -> None:
    parsed = parse(document)
    assert all(0 <= index < len(document.lines) for indexes in parsed.evidence.values() for index in indexes)
    assert all(0 <= s.line < s.end <= len(document.lines) for s in parsed.sections)
    assert len(as_cli_json(parsed)["sections"]) == len(parsed.sections)


@SLOW
@given(DOCUMENTS)
def test_no_word_is_invented(document: Document) -> None:
    written = squeezed(" ".join([*(line.text for line in document.lines), *(link.url for link in document.links)]))
    for text in texts_of(parse(document).resume):
        for word in text.split():
            assert squeezed(word) in written


@SLOW
@given(DOCUMENTS)
def test_the_same_document_is_read_the_same_way(document: Document) -> None:
    assert parse(document) == parse(document)
