"""Brings matplotlib into a process so that it leaves nothing behind and looks the same on every machine."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory


def load() -> None:
    """Imports matplotlib: nothing is written into the home folder, and only the fonts that it ships are known.

    A list of all fonts of a machine takes seconds to make, and would make pictures differ.
    """
    if "matplotlib.font_manager" in sys.modules:
        return
    # one thread: numpy sets memory aside for each, and a worker's is limited
    quiet = {"MPL_IGNORE_SYSTEM_FONTS": "1", "OPENBLAS_NUM_THREADS": "1"}
    with TemporaryDirectory() as folder, _environment(MPLCONFIGDIR=folder, **quiet):
        import matplotlib.font_manager

        matplotlib.rcdefaults()  # whatever a file in the current folder may have set


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
