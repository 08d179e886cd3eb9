"""The parsed résumé as the command line writes it."""

from typing import Any

from core.resume.jsonresume import Parsed


def as_cli_json(parsed: Parsed) -> dict[str, Any]:
    """JSON Resume, plus `sections`: the headings as printed, in order; dates as YYYY-MM, YYYY or present."""
    return {**parsed.resume.as_json(), "sections": [section.heading for section in parsed.sections]}
