"""Checks of the layout: columns, tables, pictures, length, and places where parsers do not look."""

from statistics import median

from core.resume.review.facts import Facts
from core.resume.review.model import Check, Flaw, Measured, check, passed

_FEW_WORDS, _MANY_WORDS, _TOO_MANY = 150, 1100, 1600
_SMALL_PRINT = 8.5  # points


@check(
    "columns",
    "machine reading",
    2,
    "One column",
    "The text runs in one column; two columns keep half the points, three none.",
)
def columns(facts: Facts) -> Measured | None:
    if not facts.document.pages:
        return None
    most = max(page.columns for page in facts.document.pages)
    if most <= 1:
        return passed("The text runs in one column.")
    flaw = Flaw(
        title=f"The text runs in {most} columns",
        why="Many application systems read straight across the page, and so mix a line of the left column with "
        "one of the right.",
        mend="Move the side column under the rest, skills first. If you like the look, keep it for people and "
        "send systems a one-column version.",
        severity="minor" if most == 2 else "important",
        key="columns",
    )
    return Measured(0.5 if most == 2 else 0.0, f"The text runs in {most} columns.", (flaw,))


@check("tables", "machine reading", 1, "No tables", "No table holds the text; one keeps half the points.")
def tables(facts: Facts) -> Measured | None:
    count = sum(page.tables for page in facts.document.pages)
    if not count:
        return passed("No tables.")
    flaw = Flaw(
        title="Text stands in a table" if count == 1 else f"Text stands in {count} tables",
        why="Parsers read tables cell by cell or not at all: a date may end up three lines away from its job.",
        mend="Turn the table into plain lines; a right-aligned tab stop sets dates at the margin just as neatly.",
        severity="minor" if count == 1 else "important",
        key="tables",
    )
    return Measured(0.5 if count == 1 else 0.0, f"{count} table{'s' if count > 1 else ''}.", (flaw,))


@check("pictures", "machine reading", 0.5, "No pictures", "At most one picture; more earn nothing.")
def pictures(facts: Facts) -> Measured | None:
    count = sum(page.images for page in facts.document.pages)
    if count <= 1:
        return passed("No more than one picture.")
    flaw = Flaw(
        title=f"{count} pictures on the page",
        why="What stands in a picture (a logo, a skill chart, a badge) does not exist for a parser, and it takes "
        "room from words that count.",
        mend="Replace each picture by the fact that it shows, in words; drop logos and charts.",
        severity="minor",
        key="pictures",
    )
    return Measured(0.0, f"{count} pictures.", (flaw,))


@check(
    "page header",
    "machine reading",
    1.5,
    "Contact outside the header",
    "Contact details stand in the page itself, not in Word's header area.",
)
def page_header(facts: Facts) -> Measured | None:
    if facts.document.kind != "docx":
        return None
    if not facts.document.text_in_header:
        return passed("Contact details stand in the page itself.")
    flaw = Flaw(
        title="Your contact details stand in Word's page header",
        why="Many parsers skip headers and footers. The system then has your history without a way to reach you.",
        mend="Cut the details from the header and paste them as the first lines of the page.",
        key="header",
    )
    return Measured(0.0, "Contact details stand in the page header.", (flaw,))


@check(
    "text boxes",
    "machine reading",
    1.5,
    "No text boxes",
    "A Word file keeps its text in the page, not in floating boxes.",
)
def text_boxes(facts: Facts) -> Measured | None:
    if facts.document.kind != "docx":
        return None
    if not facts.document.text_boxes:
        return passed("No floating text boxes.")
    flaw = Flaw(
        title="Text stands in floating boxes",
        why="Word's text boxes lie outside the flow of the page. Most parsers miss what is in them, or read it last.",
        mend="Copy the text out of the boxes into the page and delete the boxes.",
        key="boxes",
    )
    return Measured(0.0, f"{facts.document.text_boxes} text boxes.", (flaw,))


@check(
    "pages",
    "machine reading",
    1,
    "Length in pages",
    "At most two pages; three keep half the points. A scholar's CV (with publications) may run longer.",
)
def pages(facts: Facts) -> Measured | None:
    count = len(facts.document.pages)
    if facts.academic or facts.document.kind not in ("pdf", "docx") or not count:
        return None
    if count <= 2:
        return passed(f"{count} page{'s' if count > 1 else ''}.")
    flaw = Flaw(
        title=f"{count} pages are more than most readers turn",
        why="A first reading takes under a minute. What stands on page three is not read, and it makes page one "
        "look less chosen.",
        mend="Keep the last ten years and the work that fits the post; shorten older jobs to one line each.",
        severity="important" if count > 3 else "minor",
        key="pages",
    )
    return Measured(0.5 if count == 3 else 0.0, f"{count} pages.", (flaw,))


@check(
    "length",
    "machine reading",
    1.5,
    "Length in words",
    f"Between {_FEW_WORDS} and {_MANY_WORDS} words; half that or {_TOO_MANY} earn nothing. A scholar's CV may "
    f"run longer.",
)
def length(facts: Facts) -> Measured | None:
    count = facts.word_count
    if facts.academic and count > _MANY_WORDS:
        return None
    if _FEW_WORDS <= count <= _MANY_WORDS:
        return passed(f"{count} words.")
    short = count < _FEW_WORDS
    flaw = Flaw(
        title=f"Only {count} words" if short else f"{count} words are a lot to read",
        why="So short a text gives a search few words to find and a reader no reason to choose you."
        if short
        else "The best lines drown. A reader who skims will meet the average of what you wrote, not the best of it.",
        mend="Add what you did in each job, course project or club: two to four lines each."
        if short
        else "Cut every line that you would not want to be asked about, starting with the oldest job.",
        key="length",
    )
    share = (count - _FEW_WORDS / 2) / (_FEW_WORDS / 2) if short else (_TOO_MANY - count) / (_TOO_MANY - _MANY_WORDS)
    return Measured(max(0.0, share), f"{count} words; {_FEW_WORDS} to {_MANY_WORDS} would earn full points.", (flaw,))


@check(
    "small print",
    "machine reading",
    0.5,
    "Print large enough",
    f"Half of the lines or more are set in {_SMALL_PRINT} points or larger.",
)
def small_print(facts: Facts) -> Measured | None:
    sizes = [line.size for line in facts.document.lines if line.size > 0 and line.text.strip()]
    if not sizes:
        return None
    middle = median(sizes)
    if middle >= _SMALL_PRINT:
        return passed(f"The body is set in about {middle:.0f} points.")
    flaw = Flaw(
        title=f"The print is small: about {middle:.1f} points",
        why="Under nine points a printed page tires the eye, and on a screen the reader has to zoom: lines get "
        "skipped.",
        mend="Set the body in 10 or 11 points and win the room by cutting lines, not by shrinking them.",
        severity="minor",
        key="print",
    )
    return Measured(0.0, f"The body is set in about {middle:.1f} points.", (flaw,))


CHECKS: tuple[Check, ...] = (columns, tables, pictures, page_header, text_boxes, pages, length, small_print)
