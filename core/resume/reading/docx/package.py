"""The zip package of a Word file, opened with its unpacked size capped."""

import posixpath
import zipfile
import zlib
from io import BytesIO
from typing import Any

from lxml import etree

from core.resume.reading.refusals import refuse

_MOST_MEMBERS = 2000
_MOST_PART = 16 * 1024 * 1024  # bytes of one XML part; a résumé's is far below 1 MB
_MOST_ALL = 120 * 1024 * 1024
_MOST_RATIO = 250  # XML packs to about a tenth
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DAMAGE = (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error)


class Package:
    """Parts of a Word file by their name inside it. Nothing is ever written to disk."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _DAMAGE as error:
            raise refuse("broken") from error
        self._members = {member.filename: member for member in self._zip.infolist()}
        self._check()

    def _check(self) -> None:
        members = self._zip.infolist()
        whole = sum(member.file_size for member in members)
        if len(members) > _MOST_MEMBERS or whole > _MOST_ALL:
            raise refuse("bomb")
        for member in members:
            if member.flag_bits & 1:
                raise refuse("password")
            if member.file_size > 1_000_000 and member.file_size > _MOST_RATIO * max(member.compress_size, 1):
                raise refuse("bomb")

    def part(self, name: str) -> Any | None:
        """The root element of an XML part, or None where there is no such part."""
        member = self._members.get(name)
        if member is None:
            return None
        if member.file_size > _MOST_PART:
            raise refuse("bomb")
        try:
            with self._zip.open(member) as stream:
                data = stream.read(_MOST_PART + 1)
        except _DAMAGE as error:
            raise refuse("broken") from error
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise refuse("broken") from error

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relation id → (last word of its type, target) of a part; targets inside are names of parts."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", name + ".rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in root.iter(_RELATIONS) if root is not None else ():
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                inside = target if target.startswith("/") else posixpath.join("/", folder, target)
                target = posixpath.normpath(inside).lstrip("/")
            found[relation.get("Id", "")] = relation.get("Type", "").rsplit("/", 1)[-1], target
        return found

    def main_part(self) -> str:
        """The name of the part that holds the body."""
        for kind, target in self.relations("").values():
            if kind == "officeDocument" and target in self._members:
                return target
        return "word/document.xml"
