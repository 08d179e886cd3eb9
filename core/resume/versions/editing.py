"""Changes to a résumé that was read: the document's lines and the parsed fields change together, and nothing is lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.resume.document import Document
from core.resume.jsonresume import Parsed


@dataclass(frozen=True, slots=True)
class Paper:
    """A résumé as lines and as fields. Every change returns a new one; lines that no field speaks of stay as they are.

    Paths are those of `Parsed.evidence`, such as `work.0.highlights.2` or `basics.summary`; where a line of experience
    was cut from a paragraph, the path is the paragraph's (`work.0.summary`).
    """

    document: Document
    parsed: Parsed

    def reworded(self, path: str, before: str, after: str) -> "Paper":
        """The words `before` at this path become `after`, on the lines and in the field; raises `LookupError`."""
        raise NotImplementedError

    def without(self, path: str) -> "Paper":
        """A highlight is left out."""
        raise NotImplementedError

    def ordered(self, path: str, order: Sequence[int]) -> "Paper":
        """The highlights of an entry (`work.0`), the entries of a section (`projects`), or the keywords of a group of
        skills (`skills.0`) in a new order: old positions in the new order, each once."""
        raise NotImplementedError

    def summarised(self, summary: str) -> "Paper":
        """The summary replaced, or put below the contact details where there was none."""
        raise NotImplementedError
