"""How a résumé words its dates and headings, and what a reader may know of the dates from that."""

from dataclasses import dataclass, field

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
DOTTED = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
GERMAN = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
FRENCH = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
SPANISH = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
POLISH = [
    "styczeń",
    "luty",
    "marzec",
    "kwiecień",
    "maj",
    "czerwiec",
    "lipiec",
    "sierpień",
    "wrzesień",
    "październik",
    "listopad",
    "grudzień",
]
SEASON = {
    12: "Winter",
    1: "Winter",
    2: "Winter",
    3: "Spring",
    4: "Spring",
    5: "Spring",
    6: "Summer",
    7: "Summer",
    8: "Summer",
    9: "Fall",
    10: "Fall",
    11: "Fall",
}
SEASON_MONTH = {"Winter": 1, "Spring": 3, "Summer": 6, "Fall": 9}

HEADINGS = {
    "summary": "Summary",
    "work": "Experience",
    "education": "Education",
    "projects": "Projects",
    "skills": "Skills",
    "certificates": "Certifications",
    "languages": "Languages",
    "awards": "Awards",
    "volunteer": "Volunteering",
}


@dataclass(frozen=True)
class Wording:
    """A date style, the words for "now", the dash of a period, and the names of sections in their order."""

    style: str = "short"
    now: str = "Present"
    dash: str = " – "
    headings: dict[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = (
        "summary",
        "work",
        "education",
        "projects",
        "skills",
        "certificates",
        "languages",
        "awards",
        "volunteer",
    )

    def heading(self, kind: str) -> str:
        return self.headings.get(kind, HEADINGS[kind])

    def date(self, date: str) -> str:
        if date == "present":
            return self.now
        year, _, digits = date.partition("-")
        if not digits:
            return year
        month = int(digits)
        names = {
            "long": MONTHS,
            "short": SHORT,
            "dotted": DOTTED,
            "german": GERMAN,
            "french": FRENCH,
            "spanish": SPANISH,
            "polish": POLISH,
        }
        if self.style in names:
            return f"{names[self.style][month - 1]} {year}"
        shapes = {
            "slash": f"{digits}/{year}",
            "point": f"{digits}.{year}",
            "iso": f"{year}-{digits}",
            "year": year,
            "tick": f"{SHORT[month - 1]} ’{year[2:]}",
            "season": f"{SEASON[month]} {year}",
            "caps": f"{MONTHS[month - 1].upper()} {year}",
        }
        return shapes[self.style]

    def known(self, date: str) -> str:
        """What the wording leaves of a date: a season its first month, a year style only the year."""
        if date == "present" or "-" not in date:
            return date
        if self.style == "year":
            return date[:4]
        if self.style == "season":
            return f"{date[:4]}-{SEASON_MONTH[SEASON[int(date[5:])]]:02d}"
        return date

    def period(self, start: str, end: str) -> str:
        if not start or start == end:
            return self.date(end)
        return f"{self.date(start)}{self.dash}{self.date(end)}"
