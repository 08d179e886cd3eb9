"""CPU seconds to read, parse and review a one-page résumé, as a ratio to pypdf's text extraction alone, same file, warm."""

import statistics
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pypdf

from core.resume.assess import assess
from tests.resume.corpus.samples import corpus

ROUNDS = 15
TODAY = date(2026, 11, 22)


def ours(data: bytes) -> None:
    assess(data, "cv.pdf", None, TODAY)


def theirs(data: bytes) -> None:
    for page in pypdf.PdfReader(BytesIO(data)).pages:
        page.extract_text()


def cpu(work: Callable[[bytes], None], data: bytes) -> float:
    """Median CPU milliseconds of one call."""
    work(data)
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work(data)
        spent.append(time.process_time() - start)
    return 1000 * statistics.median(spent)


def main() -> None:
    ratios = []
    for sample in corpus():
        data = sample.data()
        if not sample.name.endswith(".pdf") or len(pypdf.PdfReader(BytesIO(data)).pages) != 1:
            continue
        mine, other = cpu(ours, data), cpu(theirs, data)
        ratios.append(mine / other)
        print(f"{sample.name:<34} ours {mine:6.1f} ms   pypdf {other:6.1f} ms   ratio {mine / other:5.2f}")
    print(f"median ratio {statistics.median(ratios):.2f} over {len(ratios)} files (aim: at most 1.0)")


if __name__ == "__main__":
    main()
