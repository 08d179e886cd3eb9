"""Pictures and files that the assistant made, kept beside the person's own: never over another file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from adapters.console.printable import on_one_line
from core.chat.reply import Media

FOLDER: Final = "careergpt-files"
_LONGEST: Final = 80  # characters of a name; file systems take 255 bytes
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u2400-\u2421\u200b-\u200f\ufeff\ufffd]+')
_RESERVED: Final = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a file went, or why it could not be kept. `alt` says what a picture shows."""

    name: str
    alt: str = ""
    path: str = ""
    problem: str = ""

    @property
    def line(self) -> str:
        """What the person reads."""
        told = " – ".join(filter(None, (on_one_line(self.name), on_one_line(self.alt))))
        return f"{told}: saved as {self.path}" if self.path else f"{told}: could not be saved ({self.problem})"


def save(media: Media, folder: Path) -> Saved:
    """Writes one file into `careergpt-files/` of the folder; the same bytes under the same name are kept once."""
    home = folder / FOLDER
    try:
        home.mkdir(exist_ok=True)
        path = next(place for place in _places(home, safe_name(media.name)) if _put(place, media.data))
    except OSError as problem:
        return Saved(media.name, media.alt, problem=f"{problem.strerror}: {on_one_line(str(home))}")
    return Saved(media.name, media.alt, path=str(Path(FOLDER, path.name)))


def safe_name(name: str) -> str:
    """A file's name without folders, control characters and names that systems reserve; its ending is kept."""
    flat = _UNSAFE.sub("_", on_one_line(name)).strip(" .")
    stem, ending = Path(flat).stem, Path(flat).suffix[:12].rstrip()
    kept = (stem.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore").strip(" .") or "file") + ending
    return f"_{kept}" if _RESERVED.match(kept) else kept


def _places(home: Path, name: str) -> Iterator[Path]:
    stem, ending = Path(name).stem, Path(name).suffix
    yield home / name
    for number in count(2):
        yield home / f"{stem}-{number}{ending}"


def _put(path: Path, data: bytes) -> bool:
    """Whether the bytes stand there now; false if the name belongs to something else."""
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return (
            path.is_file() and not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data
        )
    return True
