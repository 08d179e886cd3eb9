"""What is said about files that cannot be read: one stable reason, what is wrong, and the way out."""

from core.resume.document import Unreadable

MOST_BYTES = 10 * 1024 * 1024
MOST_PAGES = 15
MOST_CHARACTERS = 300_000  # of the whole document; fifteen full pages have about 60,000

_EXPORT = "Please send your résumé as a PDF or a Word file (.docx)."
_SENTENCES = {
    "empty": "This file is empty: it holds no text at all. Open it once on your own machine, export it again, and send it.",
    "too_large": "This file is larger than 10 MB, which is more than a résumé needs. "
    "Export it without large pictures, or print it to PDF, and send that.",
    "too_long": "This document has {pages:,} pages, and a résumé that I read has at most 15. Please send only the résumé.",
    "flood": "This file holds far more text than any résumé. Please send only the résumé itself, exported again as a PDF.",
    "scan": "This PDF is a picture of a page (a scan or a photo), with no text in it that a program can read; "
    "neither can the systems of employers. Export the résumé as PDF from the program it was written in "
    "(Word, Google Docs, LaTeX), and send that.",
    "outlines": "The letters in this PDF are drawn as shapes, with no text behind them, so no program can read it; "
    "neither can the systems of employers. Export it again with fonts embedded, not converted to outlines.",
    "garbled": "The fonts of this PDF do not say which letters they show: what you see as words, a program reads as noise; "
    "so do the systems of employers. Export it again from the program it was written in, with standard fonts.",
    "no_text": "I can open this file, but I find no text in it that a person or a program could read. "
    "Export the résumé again as PDF from the program it was written in, and send that.",
    "password": "This file is locked with a password. Save a copy without the password, and send that.",
    "broken": "This file is damaged, or was cut short on the way: I cannot open it. "
    "Export it again from the program it was written in, and send the new file.",
    "crash": "This file made my reader stop short. It is damaged, or built in a way that no program expects. "
    "Print it to PDF once more from the program it was written in, and send the new file.",
    "bomb": "This file unpacks to far more than it seems to hold, which no résumé does, so I stopped. "
    "Export the résumé again from the program it was written in, and send the new file.",
    "timeout": "Reading this file took too long, so I stopped. Files that print well but read badly are often mended "
    "by printing them to PDF once more. Try that, and send the new file.",
    "memory": "Reading this file took more memory than a résumé should, so I stopped. "
    "Print it to PDF once more, without large pictures, and send the new file.",
    "spreadsheet": "This is a spreadsheet. " + _EXPORT,
    "presentation": "These are slides. Export them as PDF, and send that.",
    "picture": "This is a picture, and I read text, not pixels; so do the systems of employers. " + _EXPORT,
    "program": "This is a program, not a résumé, and I do not open programs. " + _EXPORT,
    "archive": "This is an archive. Take the résumé out of it, and send it alone: " + _EXPORT[0].lower() + _EXPORT[1:],
    "old_word": "This is a file in the old Word format (.doc). "
    "Open it, choose “Save as” or “Download”, and send it as .docx or PDF.",
    "old_office": "This is a file in an old Office format. Save the résumé as .docx or PDF, and send that.",
    "rtf": "This is a Rich Text file (.rtf). Open it, save it as .docx or PDF, and send that.",
    "odt": "This is an OpenDocument file (.odt). Export it as PDF or .docx, and send that.",
    "pages": "This is an Apple Pages file. Choose File → Export To → PDF, and send that.",
    "html": "This is a web page. Open it in a browser, print it to PDF, and send that.",
    "latex": "This is LaTeX source. Compile it, and send the PDF.",
    "sound_or_video": "This is a recording, not a document. " + _EXPORT,
    "unknown_type": "I do not know this kind of file. I read PDF, Word (.docx), plain text and Markdown. " + _EXPORT,
}


def refuse(reason: str, **facts: object) -> Unreadable:
    """The exception to raise for a reason; `facts` fill the blanks of its sentence."""
    return Unreadable(reason, _SENTENCES[reason].format(**facts))
