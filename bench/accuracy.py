"""Prints how much of the corpus the parser has right: each field, each layout, the hold-out apart.

Run as `python -m bench.accuracy`; with `--wrong` each wrong field is listed, with a sample's name only that one.
"""

import sys
from collections.abc import Iterable

from core.resume.parsing import parse
from core.resume.reading import read
from tests.resume.corpus.samples import Sample, design, hold_out
from tests.resume.corpus.score import Tally, score


def measure(samples: Iterable[Sample]) -> dict[str, Tally]:
    """For each sample by name what is right and wrong."""
    return {sample.name: score(sample.truth, parse(read(sample.data(), sample.name))) for sample in samples}


def total(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for tally in tallies:
        whole.merge(tally)
    return whole


def show(title: str, samples: tuple[Sample, ...], wrong: bool) -> Tally:
    tallies = measure(samples)
    whole = total(tallies.values())
    print(f"\n{title}: {len(samples)} résumés, {whole.share():.3f} of {sum(whole.possible.values())} fields right")
    for name in whole.possible:
        print(f"  {name:18} {whole.share(name):6.3f}  {whole.right[name]:4} of {whole.possible[name]}")
    layouts = {
        sample.layout: total(tallies[s.name] for s in samples if s.layout == sample.layout) for sample in samples
    }
    for layout, tally in layouts.items():
        print(f"    {layout:32} {tally.share():.3f}")
    for name, tally in tallies.items():
        for line in tally.wrong if wrong else ():
            print(f"      {name}: {line}")
    return whole


def main(arguments: list[str]) -> None:
    wrong = "--wrong" in arguments
    names = [argument for argument in arguments if not argument.startswith("--")]
    if names:
        show("Chosen", tuple(s for s in (*design(), *hold_out()) if s.name in names), wrong=True)
        return
    parts = [show("Design half", design(), wrong), show("Hold-out", hold_out(), wrong)]
    print(f"\nOverall: {total(parts).share():.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
