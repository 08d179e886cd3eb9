"""Résumés that were read, for the tests of versions: the whole corpus, each file read and parsed once."""

from functools import cache

from core.resume.parsing import parse
from core.resume.reading import read
from core.resume.versions.editing import Paper
from tests.resume.corpus.samples import corpus

NAMES = tuple(sample.name for sample in corpus())


@cache
def papers() -> dict[str, Paper]:
    """Each sample's name with what it was read as."""
    found = {}
    for sample in corpus():
        document = read(sample.data(), sample.name)
        found[sample.name] = Paper(document, parse(document))
    return found


def paper(text: str) -> Paper:
    """A résumé from its text or Markdown."""
    document = read(text.encode())
    return Paper(document, parse(document))
