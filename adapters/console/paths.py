"""Paths as people type, quote, drop and paste them into a terminal."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

LONGEST = 4096  # characters of a path that are looked up; what is longer is talk
_MOST_WORDS = 40  # words of a line that may belong to one unquoted path with spaces
_MOST_LOOKUPS = 2000  # of one line: a pasted page must not search the disk for each of its words
_WORD = re.compile(r"""(?:"[^"]*"|'(?:[^']|'\\'')*'|\\.|[^\s\\])+|\\""", re.DOTALL)
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|odt|rtf|txt|md|markdown|tex|png|jpe?g|xlsx?|pptx?|html?)$", re.IGNORECASE)
_ROOTED = re.compile(r"^(?:/|~(?:/|$)|\.{1,2}[/\\]|file://|[A-Za-z]:[\\/])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a typed line that names a file: `line[start:end]` stands for `path`."""

    start: int
    end: int
    path: Path


def spots(line: str, folder: Path, *, only: bool) -> Iterator[Spot]:
    """The existing files that a line names, left to right.

    `only` says that a file is what is expected here: then names without a slash count, and folders and devices that
    are written as paths do too, so that the person is told. A word of talk may be any of these by chance.
    """
    words = list(_WORD.finditer(line))
    at = looked_up = 0
    while at < len(words) and looked_up < _MOST_LOOKUPS:
        rooted = looks_rooted(words[at][0])
        longest = min(len(words), at + _MOST_WORDS) if only or rooted else at
        for last in range(longest, at, -1):
            looked_up += 1
            path = _found(line[words[at].start() : words[last - 1].end()], folder)
            if path and ((only and rooted) or path.is_file()):
                yield Spot(words[at].start(), words[last - 1].end(), path)
                at = last
                break
        else:
            at += 1


def is_whole(line: str, folder: Path) -> bool:
    """Whether the line is nothing but the name of something that exists; a bare word without a dot is talk."""
    return bool(re.search(r"[./\\\"']", line)) and _found(line, folder) is not None


def meant_as_option(rest: str, is_option: Callable[[str], bool]) -> str:
    """The part behind a command that was meant as a path though no such file exists, or ""."""
    words = [word for word in _WORD.finditer(rest) if not is_option(word[0])]
    first = next((word for word in words if looks_rooted(word[0])), words[0] if words else None)
    last = next((word for word in words if _DOCUMENT.search(unwrapped(word[0]))), first)
    return rest[first.start() : last.end()] if first and last else ""


def meant_alone(line: str) -> str:
    """The part of free talk that was surely meant as a path though no such file exists, or ""."""
    words = list(_WORD.finditer(line))
    if not words:
        return ""
    last = next((word for word in words if _DOCUMENT.search(unwrapped(word[0]))), None)
    if last and (looks_rooted(words[0][0]) or len(words) == 1):
        return line[: last.end()].lstrip()
    return words[0][0] if words[0][0].lower().startswith("file://") else ""


def looks_rooted(raw: str) -> bool:
    """Whether it starts as only a path does: `/`, `~/`, `./`, `file://`, `C:\\`."""
    return bool(_ROOTED.match(raw.lstrip("\"'")))


def looks_like_file(raw: str) -> bool:
    """Whether a word can only be a path: it is rooted, or ends like a document."""
    return looks_rooted(raw) or bool(_DOCUMENT.search(unwrapped(raw)))


def unwrapped(raw: str) -> str:
    """A path without its quotes, escapes and URI form."""
    if len(raw) > 1 and raw[0] == raw[-1] and raw[0] in "\"'":
        inner = raw[1:-1].replace("'\\''", "'") if raw[0] == "'" else raw[1:-1]
    else:
        inner = re.sub(r"""\\([\s\\'"()\[\]{}&;$!`*?<>|#~=,%^@:+])""", r"\1", re.sub(r"(?<!\\)[\"']", "", raw))
    if not inner.lower().startswith("file://"):
        return inner
    try:
        local = unquote(urlsplit(inner).path)
    except ValueError:  # a bracketed host that is none
        return inner
    return local[1:] if re.match(r"^/[A-Za-z]:[\\/]", local) else local


def located(raw: str, folder: Path) -> Path:
    """The absolute path that a typed one means in the working folder."""
    words = unwrapped(raw)
    try:
        return folder / Path(words).expanduser()
    except RuntimeError:  # `~someone` who is not known here
        return folder / words


def _found(raw: str, folder: Path) -> Path | None:
    """The existing path: as typed first, since names may hold quotes and backslashes themselves."""
    if len(raw) > LONGEST or "\0" in raw:
        return None
    for path in dict.fromkeys((folder / raw, located(raw, folder))):
        try:
            if path.exists():
                return path
        except OSError:  # too long for the file system, or a folder that may not be entered
            continue
    return None
