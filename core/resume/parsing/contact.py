"""How to reach the person: e-mail, phone, place, links; and the title under the name."""

import re
from functools import lru_cache

from core.resume.document import Document
from core.resume.jsonresume import Location, Profile
from core.resume.parsing.dates import find as find_dates
from core.resume.parsing.layout import cleaned
from core.resume.parsing.links import EMAIL, HANDLE, NAMES, NETWORKS, Web, annotated, urls_in, web, without_urls
from core.resume.parsing.places import ZIP, country_code, is_place, is_region
from core.resume.parsing.roles import as_position, is_prose

PHONE = re.compile(r"(?<![\w/.@-])\(?(?:\+|00)?\(?\d[\d\s().\-–—/\u00a0‑]{5,22}\d(?!\w)")
POSTAL_BEFORE = re.compile(r"\b\d{5}\s+(?=\(\d{3}\))")
PHONE_LABEL = re.compile(
    r"\b(?:phone|tel|telephone|mobile|cell|mob|ph|m|t|p|telefon|téléphone|teléfono|handy|whatsapp|call)\s*[.:]?\s*$",
    re.IGNORECASE,
)
SEPARATORS = re.compile(r"\t|\s*[|•·▪∙●◦⋄♦■]\s*|\s+[–—-]\s+|\s*[/⁄]\s+|\s{2,}|;|\s~\s")
LABELS = re.compile(
    r"^(?:address|location|based in|city|adresse|wohnort|ort|dirección|residence|lives in|home|lieu|current "
    r"location|postal address|loc)\s*[:.]?\s+|^(?:[aA]|address|location|adresse|"
    r"anschrift)\s*:\s*",
    re.IGNORECASE,
)
OTHER_LABEL = re.compile(
    r"^(?:nationality|citizenship|date of birth|born|dob|gender|visa|languages?|status|marital|driving|"
    r"website|portfolio|e-?mail|phone|linkedin|github|date|availability)\b",
    re.IGNORECASE,
)
STREET = re.compile(
    r"^(?:\d+[\w/-]*\s+\S+|\S.*?(?:str\.|straße|strasse|street|st\.|avenue|ave|road|rd|rue|calle|via|weg|"
    r"platz|allee|lane|drive|blvd|boulevard|av\.|ul\.|rua|plaza|piazza|straat)\b.*)",
    re.IGNORECASE,
)


class Contact:
    """Reads the contact lines of one document; each finder returns what it found and where."""

    def __init__(self, document: Document, zone: list[int], order: list[int]) -> None:
        self.document = document
        self.zone = zone
        self.order = order

    def text(self, index: int) -> str:
        return cleaned(self.document.lines[index].text[:600])

    def email(self) -> tuple[str, tuple[int, ...]]:
        for index in (*self.zone, *self.order):
            if match := EMAIL.search(self.text(index)):
                return match.group().replace(" ", ""), (index,)
        if split := self.broken_email():
            return split
        for link in self.document.links:
            address = link.url.removeprefix("mailto:").split("?")[0]
            if link.url.startswith("mailto:") and EMAIL.fullmatch(address):
                return address, ()
        return "", ()

    def broken_email(self) -> tuple[str, tuple[int, ...]] | None:
        """An address that a narrow column broke over two lines."""
        for a, b in zip(self.zone, self.zone[1:], strict=False):
            first, second = self.text(a), self.text(b)
            if ("@" in first) != ("@" in second) and (match := EMAIL.fullmatch((first + second).replace(" ", ""))):
                return match.group(), (a, b)
        return None

    def phone(self) -> tuple[str, tuple[int, ...]]:
        best: tuple[float, str, tuple[int, ...]] = (0.0, "", ())
        for index in self.zone:
            text = POSTAL_BEFORE.sub("\t", self.text(index))
            for match in PHONE.finditer(without_urls(text) if "/" in text else text):
                score = phone_score(match.group(), text, match.start())
                if score > best[0]:
                    best = (score, match.group().strip(" -–—/."), (index,))
        return best[1], best[2]

    def webs(self) -> list[Web]:
        """The person's own addresses: in the contact lines, in the annotations there, and profiles elsewhere."""
        found: list[Web] = []
        zone = set(self.zone)
        for index in self.zone:
            text = self.text(index)
            found += [web(url, (index,)) for url in self.mended(index)]
            found += [
                handle(m.group(1), m.group(2), index)
                for m in HANDLE.finditer(without_urls(text))
                if m.group(2).casefold() not in NAMES
            ]
        found += annotated(self.document, zone)
        found += [one for one in annotated(self.document) if one.network and one not in found]
        return distinct(found)

    def mended(self, index: int) -> list[str]:
        """The addresses of a line; one that a narrow column broke goes on in the next line."""
        text = self.text(index)
        urls = urls_in(text)
        at = self.zone.index(index)
        if not urls or at + 1 >= len(self.zone) or not text.rstrip().endswith(urls[-1]):
            return urls
        following = self.document.lines[self.zone[at + 1]].text.split("(")[0].strip()
        line, after = self.document.lines[index], self.document.lines[self.zone[at + 1]]
        broken = text.rstrip().endswith(("-", "/")) or (
            line.column and line.column == after.column and "(" in after.text
        )
        if (
            broken
            and following
            and " " not in following
            and not EMAIL.search(following)
            and not urls_in(following)
            and len(following) < 40
        ):
            return [*urls[:-1], text.rstrip()[text.rstrip().rfind(urls[-1]) :] + following]
        return urls

    def place(self, taken: set[str]) -> tuple[str, tuple[int, ...]]:
        """The place where the person lives, as written."""
        candidates: list[tuple[float, str, int]] = []
        for index in self.zone:
            text = without_urls(PHONE.sub("\t", self.text(index)))
            for part in SEPARATORS.split(text):
                labelled = LABELS.match(part.strip())
                words = LABELS.sub("", part.strip()).strip(" ,.:;()")
                if not words or words in taken or OTHER_LABEL.match(words):
                    continue
                score = 2.0 * is_place(words) + 1.5 * bool(labelled) + 1.5 * is_address(words)
                candidates.append((score, words, index))
        best = max(candidates, key=lambda c: c[0], default=(0.0, "", -1))
        return (best[1], (best[2],)) if best[0] >= 1.5 else ("", ())

    def label(self, name_lines: tuple[int, ...], name: str) -> tuple[str, tuple[int, ...]]:
        """The professional title near the name."""
        if not name_lines:
            return "", ()
        page = self.document.lines[name_lines[0]].page
        for index in self.zone:
            for part in SEPARATORS.split(without_urls(self.text(index)).replace(name, "")):
                words = part.strip(" ,;:–—-")
                near = self.document.lines[index].page == page and abs(index - name_lines[0]) <= 6
                if (
                    near
                    and words
                    and as_position(words) >= 3
                    and not is_prose(words)
                    and len(words.split()) <= 10
                    and not find_dates(words)
                ):
                    return self.whole_label(index, words)
        return "", ()

    def whole_label(self, index: int, words: str) -> tuple[str, tuple[int, ...]]:
        """All of a title line such as "Backend Engineer | Go, Kubernetes"."""
        text = self.text(index)
        if (
            len(text) < 160
            and not EMAIL.search(text)
            and not urls_in(text)
            and not PHONE.search(text)
            and text.startswith(words)
        ):
            return text.strip(" |•·"), (index,)
        return words, (index,)


def handle(network: str, username: str, index: int) -> Web:
    """A profile that is given by its user name alone ("GitHub: ada")."""
    name = NAMES.get(network.casefold(), network)
    host = next(domain for domain, known in NETWORKS.items() if known == name)
    path = "in/" if name == "LinkedIn" and "/" not in username else ""
    return Web(username if "." in username else f"{host}/{path}{username}", name, username.rsplit("/", 1)[-1], (index,))


def distinct(found: list[Web]) -> list[Web]:
    """One of each address; what is written in the text goes before what an annotation says."""
    seen: set[str] = set()
    kept = []
    for one in found:
        key = re.sub(r"^https?://(?:www\.)?|^www\.|/+$", "", one.url).casefold()
        key = f"{one.network}:{one.username}".casefold() if one.network else key
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return kept


@lru_cache(maxsize=4096)
def phone_score(text: str, line: str, at: int) -> float:
    """How sure a run of digits is a phone number; 0 where it cannot be one."""
    import phonenumbers

    digits = re.sub(r"\D", "", text)
    if not 7 <= len(digits) <= 15 or (find_dates(text) and not text.startswith("+")):
        return 0.0
    labelled = bool(PHONE_LABEL.search(line[:at]))
    try:
        number = phonenumbers.parse(text, None if text.startswith("+") else "US")
        possible = phonenumbers.is_possible_number(number)
    except phonenumbers.NumberParseException:
        possible = False
    grouped = len(re.findall(r"\d+", text)) >= 2
    plausible = possible or labelled or (len(digits) >= 9 and (grouped or digits[0] == "0"))
    return (1.0 + possible + labelled + 0.5 * text.startswith("+")) if plausible else 0.0


def is_address(text: str) -> bool:
    """A street with a number, or a town with its postal code."""
    return (bool(STREET.match(text)) and bool(re.search(r"\d", text)) and "," in text) or (
        bool(ZIP.search(text)) and len(text.split()) <= 6 and not find_dates(text)
    )


def location(text: str) -> Location:
    """The parts of a place: "12 Elm St, Springfield, IL 62701" has an address, a city and a region."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not parts:
        return Location()
    country = country_code(parts[-1])
    rest = parts[:-1] if country and len(parts) > 1 else parts
    region = ""
    if len(rest) > 1 and is_region(rest[-1]):
        region = ZIP.sub("", rest[-1]).strip()
        rest = rest[:-1]
    city = ZIP.sub("", rest[-1]).strip() if rest else ""
    return Location(address=text, city=city, region=region, country_code=country)


def profiles(webs: list[Web]) -> tuple[tuple[Profile, ...], tuple[tuple[int, ...], ...], str, tuple[int, ...]]:
    """Profiles with their lines, and the person's own site with its lines."""
    known = [one for one in webs if one.network]
    site = next((one for one in webs if not one.network and one.url.count("/") <= 4), None)
    found = tuple(Profile(network=one.network, username=one.username, url=one.url) for one in known)
    return found, tuple(one.lines for one in known), site.url if site else "", site.lines if site else ()
