"""Milliseconds to read a job post and to match a résumé with it, by rules: the ten judged pairs, each with each."""

import statistics
import time
from collections.abc import Callable

from core.resume.match.reading import read_post
from tests.resume.match.judged import pairs

ROUNDS = 5


def milliseconds(work: Callable[[], object]) -> float:
    """CPU time of one call, the median of some."""
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return 1000 * statistics.median(spent)


def main() -> None:
    everyone = pairs()
    reading = [milliseconds(lambda text=pair.text: read_post(text)) for pair in everyone]
    matching = [milliseconds(lambda a=one, b=other: a.against(b.post)) for one in everyone for other in everyone]
    print(
        f"reading a post: median {statistics.median(reading):.1f} ms, slowest {max(reading):.1f} ms of {len(reading)}"
    )
    print(f"matching: median {statistics.median(matching):.1f} ms, slowest {max(matching):.1f} ms of {len(matching)}")


if __name__ == "__main__":
    main()
