"""What a font's name and flags say: bold, italic, made of symbols or of icons."""

import ctypes
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

_BOLD = re.compile(r"bold|black|heavy|demi|(?<![a-z])bd(?![a-z])|^cmbx|^cmssbx|sfbx|-bx|medi$", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|slanted|^cmti|^cmsl|sfti|(?<![a-z])it(?![a-z])", re.IGNORECASE)
_SYMBOLS = re.compile(
    r"symbol|wingding|webding|dingbat|marlett|marvosym|mnsym|wasy|^stmary|bullet|^cmsy|^cmmi|"
    r"^lmsy|^lmmathsym|^msam|^msbm|^[pt]xsy|courier",
    re.IGNORECASE,
)
_ICONS = re.compile(r"fontawesome|academicons|icomoon|ionicons|material ?-?icons|typicons|octicons", re.IGNORECASE)
_ITALIC_FLAG, _FORCE_BOLD_FLAG = 1 << 6, 1 << 18


@dataclass(frozen=True, slots=True)
class Font:
    bold: bool = False
    italic: bool = False
    symbolic: bool = False
    icons: bool = False


class Fonts:
    """Remembers what was found out about each font of a document."""

    def __init__(self) -> None:
        self._known: dict[int, Font] = {}
        self._buffer = ctypes.create_string_buffer(256)

    def of(self, handle: Any) -> Font:
        """The facts of a pdfium font handle; a missing handle is a plain font."""
        if not handle:
            return Font()
        key = ctypes.addressof(handle.contents)
        if key not in self._known:
            self._known[key] = self._look(handle)
        return self._known[key]

    def _look(self, handle: Any) -> Font:
        length = pdfium.FPDFFont_GetBaseFontName(handle, self._buffer, len(self._buffer))
        name = self._buffer.raw[: max(min(length, len(self._buffer)) - 1, 0)].decode("utf-8", "replace")
        name = name.split("+", 1)[-1]
        flags = max(pdfium.FPDFFont_GetFlags(handle), 0)
        weight = pdfium.FPDFFont_GetWeight(handle)
        bold = bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD_FLAG) or 600 <= weight <= 1000
        italic = bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG)
        return Font(bold, italic, bool(_SYMBOLS.search(name)), bool(_ICONS.search(name)))
