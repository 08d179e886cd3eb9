"""CPU seconds to read, parse and review a one-page résumé, as a ratio to pypdf's text extraction alone, same file, warm.

The ratio depends on the fonts: pypdf decodes embedded ones, such as Word, LaTeX, Google Docs and browsers write, in
Python, and has next to nothing to do for the 14 standard fonts that only simple libraries still name. So both are shown.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from io import BytesIO
from typing import Any

import pypdf
from pypdf.generic import DictionaryObject

from core.resume.assess import assess
from tests.resume.corpus.samples import corpus

Cached = type(lru_cache(int))
ROUNDS = 15
TODAY = date(2026, 11, 22)


def ours(data: bytes) -> None:
    assess(data, "cv.pdf", None, TODAY)


def theirs(data: bytes) -> None:
    for page in pypdf.PdfReader(BytesIO(data)).pages:
        page.extract_text()


def cpu(work: Callable[[bytes], None], data: bytes) -> float:
    """Median CPU milliseconds of one call in a warm process that has not seen the file before."""
    work(data)
    spent = []
    for _ in range(ROUNDS):
        forget()
        start = time.process_time()
        work(data)
        spent.append(time.process_time() - start)
    return 1000 * statistics.median(spent)


def forget() -> None:
    """Empty the bounded caches, which hold words of the last file; tables that are built once stay."""
    for name, module in list(sys.modules.items()):
        for value in vars(module).values() if name.startswith(("core.resume.", "core.topics")) else ():
            if isinstance(value, Cached) and value.cache_parameters()["maxsize"] is not None:
                value.cache_clear()


def embeds_fonts(page: Any) -> bool:
    """Whether every font of a page lies in the file."""
    fonts = page["/Resources"].get_object()["/Font"].get_object()
    return all(_embedded(font.get_object()) for font in fonts.values())


def _embedded(font: Any) -> bool:
    inner = font["/DescendantFonts"].get_object()[0].get_object() if "/DescendantFonts" in font else font
    return any(key.startswith("/FontFile") for key in inner.get("/FontDescriptor", DictionaryObject()).get_object())


def one_pagers() -> Iterator[tuple[str, bytes, bool]]:
    """Name, bytes, and whether fonts are embedded, of each PDF of the corpus with one page."""
    for sample in corpus():
        if sample.name.endswith(".pdf"):
            pages = pypdf.PdfReader(BytesIO(sample.data())).pages
            if len(pages) == 1:
                yield sample.name, sample.data(), embeds_fonts(pages[0])


def main() -> None:
    ratios: dict[str, list[float]] = {"embedded": [], "standard": []}
    for name, data, embedded in one_pagers():
        mine, other = cpu(ours, data), cpu(theirs, data)
        fonts = "embedded" if embedded else "standard"
        ratios[fonts].append(mine / other)
        print(f"{name:<28} {fonts} fonts  ours {mine:6.1f} ms  pypdf {other:6.1f} ms  ratio {mine / other:5.2f}")
    for fonts, found in ratios.items():
        print(f"median ratio {statistics.median(found):.2f} over {len(found)} files with {fonts} fonts")
    every = [ratio for found in ratios.values() for ratio in found]
    print(f"median ratio {statistics.median(every):.2f} over all {len(every)} files (aim: at most 1.0)")


if __name__ == "__main__":
    main()
