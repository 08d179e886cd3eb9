"""Changes to a résumé that was read: the document's lines and the parsed fields change together, and nothing is lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.reading.cleanup import clean
from core.resume.review.gathering import Finder
from core.resume.versions import keywords, paths
from core.resume.versions.adding import with_summary
from core.resume.versions.blocks import blocks_of, highlights_of
from core.resume.versions.guarding import alone, unharmed
from core.resume.versions.lines import joined, kept, moved, rearranged
from core.resume.versions.passages import line_of, within


@dataclass(frozen=True, slots=True)
class Paper:
    """A résumé as lines and as fields. Every change returns a new one; lines that no field speaks of stay as they are.

    Paths are those of `Parsed.evidence`, such as `work.0.highlights.2` or `basics.summary`; where a line of experience
    was cut from a paragraph, the path is the paragraph's (`work.0.summary`). A change that cannot be made soundly, on
    the lines as well as in the field, raises `LookupError`.
    """

    document: Document
    parsed: Parsed

    def reworded(self, path: str, before: str, after: str) -> "Paper":
        """The words `before` at this path become `after`, on the lines and in the field.

        The lines that they stood on become one. New words are cleaned as words of a file are.
        """
        after = clean(after).text
        value = paths.text_at(self.parsed.resume, path)
        if not after:
            raise LookupError(path)
        lines = self._lines(path, value)
        texts = [self.document.lines[at].text for at in lines]
        inside, span = within(value, before, "\n".join(texts))
        first, start = line_of(texts, span.start)
        last, end = line_of(texts, span.end)
        lead = self.document.lines[lines[first]].lead
        if start < lead:
            lead = lead + len(after) - (end - start) if first == last and end <= lead else 0
        whole = texts[first][:start] + after + texts[last][end:]
        placed = joined(self.document, lines[first : last + 1], whole, lead)
        document, parsed = rearranged(self.document, self.parsed, placed)
        changed = value[: inside.start] + after + value[inside.end :]
        parsed = parsed.model_copy(update={"resume": paths.put(parsed.resume, path, changed)})
        return self._sound(Paper(document, parsed), path)

    def without(self, path: str) -> "Paper":
        """A highlight is left out."""
        stem, _, number = path.rpartition(".")
        if not stem.endswith(".highlights"):
            raise LookupError(path)
        lines = self._lines(path, paths.text_at(self.parsed.resume, path))
        alone(self.parsed, lines, path)
        evidence = {one: found for one, found in self.parsed.evidence.items() if one != path}
        parsed = self.parsed.model_copy(update={"evidence": evidence})
        placed = [one for one in kept(self.document) if one.old[0] not in lines]
        document, parsed = rearranged(self.document, parsed, placed)
        told = paths.at(parsed.resume, stem)
        left = [at for at in range(len(told)) if at != int(number)]
        parsed = paths.renamed(parsed, stem, {old: new for new, old in enumerate(left)})
        resume = paths.put(parsed.resume, stem, tuple(told[at] for at in left))
        return Paper(document, parsed.model_copy(update={"resume": resume}))

    def ordered(self, path: str, order: Sequence[int]) -> "Paper":
        """The highlights of an entry (`work.0`), the entries of a section (`projects`), or the keywords of a group of
        skills (`skills.0`) in a new order: old positions in the new order, each once."""
        stem = path if "." not in path else f"{path}.keywords" if path.startswith("skills.") else f"{path}.highlights"
        told = paths.at(self.parsed.resume, stem)
        if not isinstance(told, tuple) or sorted(order) != list(range(len(told))):
            raise LookupError(path)
        if list(order) == sorted(order):
            return self
        if stem.endswith(".keywords"):
            document, parsed = keywords.ordered(self.document, self.parsed, stem, order)
        else:
            find = highlights_of if stem.endswith(".highlights") else blocks_of
            placed = moved(self.document, find(self.document, self.parsed, stem), order)
            document, parsed = rearranged(self.document, self.parsed, placed)
            parsed = paths.renamed(parsed, stem, {old: new for new, old in enumerate(order)})
        resume = paths.put(parsed.resume, stem, tuple(told[at] for at in order))
        return self._sound(Paper(document, parsed.model_copy(update={"resume": resume})), stem)

    def summarised(self, summary: str) -> "Paper":
        """The summary replaced, or put below the contact details where there was none."""
        old = self.parsed.resume.basics.summary
        if old:
            return self.reworded("basics.summary", old, summary)
        return Paper(*with_summary(self.document, self.parsed, clean(summary).text))

    def _lines(self, path: str, value: str) -> tuple[int, ...]:
        """The lines that a field stands on; raises `LookupError` where none is known."""
        lines = Finder(self.document, self.parsed).lines(path, value)
        if not lines:
            raise LookupError(path)
        return tuple(sorted(lines))

    def _sound(self, changed: "Paper", path: str) -> "Paper":
        """The changed paper, unless it did harm to what another field was read from."""
        unharmed((self.document, self.parsed), (changed.document, changed.parsed), path)
        return changed
