"""The samples: who, in which layout, with which wording. The hold-out was written after the parser's rules were frozen."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from tests.resume.corpus.layouts import flow, html, latex, linkedin, margins, office, others, plain, word
from tests.resume.corpus.people import person
from tests.resume.corpus.truth import Sheet, Truth, truth_of
from tests.resume.corpus.wording import Wording


@dataclass(frozen=True)
class Sample:
    """One résumé: `name` is its file's name, `build` makes its bytes."""

    name: str
    sheet: Sheet
    build: Callable[[Sheet], bytes]
    hold_out: bool = False

    @property
    def layout(self) -> str:
        return f"{self.build.__module__.rsplit('.', 1)[-1]}.{self.build.__name__}"

    @property
    def truth(self) -> Truth:
        return truth_of(self.sheet)

    def data(self) -> bytes:
        """The file's bytes, made once for each state of the corpus and kept in a temporary folder."""
        kept = folder() / self.name
        if not kept.exists():
            made = kept.with_suffix(f".{id(self)}.part")
            made.write_bytes(self.build(self.sheet))
            made.replace(kept)
        return kept.read_bytes()


@cache
def folder() -> Path:
    """Where made files are kept: a folder of its own for each state of the corpus' sources."""
    here = Path(__file__).parent
    sources = sorted([*here.rglob("*.py"), *here.rglob("*.json")])
    state = sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
    place = Path(tempfile.gettempdir()) / f"careergpt-corpus-{state}"
    place.mkdir(exist_ok=True)
    return place


def sample(
    name: str, who: str, build: Callable[[Sheet], bytes], wording: Wording, omits: str = "", *, hold_out: bool = False
) -> Sample:
    return Sample(
        name, Sheet(person(who), wording, frozenset(omits.split("|")) if omits else frozenset()), build, hold_out
    )


STUDENT = ("education", "work", "projects", "skills", "certificates", "languages")
LINKEDIN = {"certificates": "Certifications", "skills": "Top Skills"}


@cache
def design() -> tuple[Sample, ...]:
    """The samples that the rules were written with."""
    return printable(
        (
            sample(
                "jamal-latex.pdf",
                "jamal",
                latex.single_column,
                Wording("dotted", headings={"skills": "Technical Skills"}, order=STUDENT),
            ),
            sample(
                "lena-latex.pdf",
                "lena",
                latex.single_column,
                Wording("short", headings={"work": "Professional Experience"}),
            ),
            sample(
                "theo-colourful.pdf",
                "theo",
                latex.colourful,
                Wording("dotted", headings={"work": "Work Experience", "projects": "Selected Projects"}),
            ),
            sample(
                "amara-colourful.pdf",
                "amara",
                latex.colourful,
                Wording("short", dash=" - ", headings={"volunteer": "Volunteer Experience"}),
            ),
            sample(
                "jamal-career-centre.docx",
                "jamal",
                word.career_centre,
                Wording("long", dash=" - ", headings={"work": "Experience & Leadership"}, order=STUDENT),
            ),
            sample(
                "amara-table.docx",
                "amara",
                word.table_of_dates,
                Wording("slash", headings={"work": "Employment History", "education": "Education and Training"}),
                "volunteer",
            ),
            sample("maianh-boxes.docx", "maianh", word.boxes_and_header, Wording("short")),
            sample(
                "marcus-two-pages.pdf",
                "marcus",
                flow.two_pages,
                Wording("long", headings={"work": "Professional Experience", "skills": "Core Competencies"}),
            ),
            sample(
                "lena-simple.pdf",
                "lena",
                flow.simple,
                Wording(
                    "point",
                    now="heute",
                    headings={
                        "summary": "Profil",
                        "work": "Berufserfahrung",
                        "education": "Ausbildung",
                        "projects": "Projekte",
                        "skills": "Kenntnisse",
                        "certificates": "Zertifikate",
                        "languages": "Sprachen",
                    },
                ),
            ),
            sample("priya-online.pdf", "priya", html.online_editor, Wording("caps", now="PRESENT", dash=" - ")),
            sample(
                "ines-online.pdf", "ines", html.online_editor, Wording("year", headings={"skills": "Skills & Tools"})
            ),
            sample(
                "theo-sidebar.pdf",
                "theo",
                html.dark_sidebar,
                Wording("short", headings={"summary": "Profile", "work": "Work Experience"}),
            ),
            sample("priya-sidebar.pdf", "priya", html.dark_sidebar, Wording("slash", now="present")),
            sample(
                "ines-columns.pdf",
                "ines",
                html.two_columns_with_icons,
                Wording("iso", now="today", headings={"summary": "About me"}),
            ),
            sample(
                "marcus-linkedin.pdf",
                "marcus",
                linkedin.export,
                Wording("long", dash=" - ", headings=LINKEDIN),
                "projects|awards|volunteer|skills but three",
            ),
            sample(
                "priya-linkedin.pdf",
                "priya",
                linkedin.export,
                Wording("long", dash=" - ", headings=LINKEDIN),
                "projects|awards|volunteer|skills but three",
            ),
            sample("amara-text.txt", "amara", plain.text_capitals, Wording("season", dash=" to ", now="now")),
            sample("maianh-markdown.md", "maianh", plain.markdown, Wording("tick")),
        )
    )


GERMAN = {
    "summary": "Kurzprofil",
    "work": "Beruflicher Werdegang",
    "education": "Ausbildung",
    "skills": "Kenntnisse",
    "certificates": "Weiterbildung",
    "languages": "Sprachkenntnisse",
    "projects": "Projekte",
}


def held(name: str, who: str, build: Callable[[Sheet], bytes], wording: Wording, omits: str = "") -> Sample:
    return sample(name, who, build, wording, omits, hold_out=True)


@cache
def hold_out() -> tuple[Sample, ...]:
    """The samples that were written when the rules were done: other people, other layouts."""
    return printable(
        (
            held(
                "henrik-margin.pdf",
                "henrik",
                margins.dates_at_left,
                Wording("slash", dash="–", headings={"work": "Employment"}),
            ),
            held("joao-margin.pdf", "joao", margins.dates_at_left, Wording("year", dash="–", now="now")),
            held("aisha-narrow.pdf", "aisha", margins.narrow_left, Wording("short", headings={"awards": "Awards"})),
            held(
                "daniel-narrow.pdf",
                "daniel",
                margins.narrow_left,
                Wording("dotted", now="present", headings={"awards": "Honors"}),
            ),
            held(
                "rachel-headings.pdf",
                "rachel",
                margins.headings_at_left,
                Wording(
                    "short",
                    dash=" to ",
                    headings={"work": "Work history", "skills": "Toolbox", "projects": "Things I made"},
                ),
            ),
            held(
                "daniel-scholar.pdf",
                "daniel",
                margins.scholarly,
                Wording(
                    "season",
                    headings={"work": "Research and Industry Experience", "awards": "Honors and Awards"},
                    order=("education", "work", "projects", "skills", "awards"),
                ),
                "",
            ),
            held("zofia-styled.docx", "zofia", office.styled_titles, Wording("long", now="present")),
            held(
                "joao-typed.docx",
                "joao",
                office.typed_bullets,
                Wording(
                    "slash",
                    dash=" - ",
                    now="Current",
                    headings={"work": "Professional Background", "skills": "Technical Skills"},
                ),
            ),
            held(
                "kwame-lebenslauf.docx",
                "kwame",
                office.tabular_life,
                Wording("slash", now="heute", headings=GERMAN),
                "summary",
            ),
            held(
                "zofia-union.pdf",
                "zofia",
                others.union_form,
                Wording(
                    "slash",
                    now="Current",
                    headings={
                        "work": "Work experience",
                        "education": "Education and training",
                        "skills": "Digital skills",
                        "languages": "Language skills",
                    },
                ),
            ),
            held(
                "rachel-light.pdf",
                "rachel",
                others.light_headings,
                Wording(
                    "tick",
                    now="now",
                    headings={
                        "summary": "about",
                        "work": "experience",
                        "education": "education",
                        "skills": "skills",
                        "projects": "projects",
                        "languages": "languages",
                    },
                ),
            ),
            held("kwame-light.pdf", "kwame", others.light_headings, Wording("long")),
            held(
                "aisha-text.txt",
                "aisha",
                others.text_underlined,
                Wording("short", dash=" - ", headings={"work": "Work Experience"}),
            ),
            held("henrik-bold.md", "henrik", others.markdown_bold, Wording("iso", now="present")),
            held(
                "joao-grouped.pdf",
                "joao",
                others.grouped_positions,
                Wording("short", headings={"work": "Professional Experience"}),
            ),
            held(
                "henrik-right.pdf",
                "henrik",
                others.right_sidebar,
                Wording("caps", dash=" - ", now="PRESENT", headings={"summary": "Profile"}),
            ),
            held(
                "joao-linkedin.pdf",
                "joao",
                linkedin.export,
                Wording("long", dash=" - ", headings=LINKEDIN),
                "projects|skills but three",
            ),
        )
    )


def printable(samples: tuple[Sample, ...]) -> tuple[Sample, ...]:
    """The samples that can be made here: HTML is printed only where the system has the libraries for it."""
    pages = {
        html.online_editor,
        html.dark_sidebar,
        html.two_columns_with_icons,
        others.union_form,
        others.light_headings,
    }
    return tuple(sample for sample in samples if sample.build not in pages or html.printer())


def corpus() -> tuple[Sample, ...]:
    return (*design(), *hold_out())
