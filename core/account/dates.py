"""Days and moments in the person's own language and time zone (CLDR's forms, through Babel)."""

from datetime import datetime

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime

from core.chat.person import Person


def _own_name(code: str) -> str:
    name = Locale.parse(code).get_display_name(code) or code
    return name[0].upper() + name[1:]


#: What one can choose for dates, with the language's own name.
LOCALES: tuple[tuple[str, str], ...] = tuple(
    (code, _own_name(code))
    for code in (
        "en_US", "en_GB", "ar", "cs", "da", "de", "es", "fi", "fr", "hi", "id", "it", "ja", "ko", "nl",
        "pl", "pt_BR", "ro", "ru", "sv", "tr", "uk", "vi", "zh_Hans",
    )
)  # fmt: skip


def day(moment: datetime, person: Person) -> str:
    """A day, such as "3 May 2026"."""
    return format_date(person.local(moment).date(), "long", _locale(person))


def moment(moment: datetime, person: Person) -> str:
    """A day and a time on the person's clock."""
    return format_datetime(person.local(moment), "medium", locale=_locale(person))


def _locale(person: Person) -> Locale:
    try:
        return Locale.parse(person.locale)
    except (ValueError, UnknownLocaleError):
        return Locale("en")
