"""Days and moments in the person's own language and time zone (CLDR's forms, through Babel)."""

from datetime import datetime

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime

from core.chat.person import Person

#: What one can choose for dates, each under its own name (written out: asking Babel costs a quarter of a second).
LOCALES: tuple[tuple[str, str], ...] = (
    ("en_US", "English (US)"),
    ("en_GB", "English (UK)"),
    ("ar", "العربية"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("hi", "हिन्दी"),
    ("id", "Bahasa Indonesia"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt_BR", "Português (Brasil)"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sv", "Svenska"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("vi", "Tiếng Việt"),
    ("zh_Hans", "中文（简体）"),
)


def language_name(locale: str) -> str:
    """A language under its own name."""
    try:
        return (Locale.parse(locale).get_display_name(locale) or locale).capitalize()
    except (ValueError, UnknownLocaleError):
        return locale


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
