"""All bad files by title. Each is made in memory when asked for."""

from tests.bad_files import bad_pdfs, bad_words, other_files
from tests.bad_files.bad_pdfs import good
from tests.bad_files.registry import FILES

__all__ = ["FILES", "bad_pdfs", "bad_words", "good", "other_files"]
