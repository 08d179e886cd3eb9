"""The bytes of exported files. Runs in a worker process: plain data in, plain data out."""

import json
from datetime import datetime

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.parsing import parse
from core.resume.reading import read
from core.resume.versions.json_resume import as_json_resume
from core.resume.versions.markdown import as_markdown


def markdown(document: Document, parsed: Parsed) -> bytes:
    return as_markdown(document, parsed).encode()


def json_resume(document: Document, parsed: Parsed, now: datetime) -> bytes:
    """JSON Resume, last modified `now` (UTC), indented for people who look into it."""
    return (json.dumps(as_json_resume(parsed, document, now), indent=2, ensure_ascii=False) + "\n").encode()


def as_written(data: bytes, parsed: Parsed) -> Parsed:
    """What a version's Markdown says, with the lines of `parsed`: the fields as they were before anyone corrected them."""
    return parsed.model_copy(update={"resume": parse(read(data)).resume})
