"""What JSON Resume 1.0.0 demands, as a JSON Schema: names, types and formats, taken down from the published schema."""

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
ADDRESS: Schema = {"type": "string", "format": "uri"}
DAY: Schema = {"type": "string", "format": "date"}
DATE: Schema = {
    "type": "string",
    "pattern": "^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$",
}
TEXTS: Schema = {"type": "array", "items": TEXT}


def record(texts: str, **others: Schema) -> Schema:
    """An object of these text fields, and these others; more fields are allowed."""
    return {"type": "object", "properties": {**dict.fromkeys(texts.split(), TEXT), **others}}


def several(texts: str, **others: Schema) -> Schema:
    return {"type": "array", "items": record(texts, **others)}


PERIOD = {"url": ADDRESS, "startDate": DATE, "endDate": DATE}
SCHEMA: Schema = {
    "$schema": "http://json-schema.org/draft-04/schema#",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "$schema": ADDRESS,
        "basics": record(
            "name label image phone summary",
            email={"type": "string", "format": "email"},
            url=ADDRESS,
            location=record("address postalCode city countryCode region"),
            profiles=several("network username", url=ADDRESS),
        ),
        "work": several("name location description position summary", **PERIOD, highlights=TEXTS),
        "volunteer": several("organization position summary", **PERIOD, highlights=TEXTS),
        "education": several("institution area studyType score", **PERIOD, courses=TEXTS),
        "awards": several("title awarder summary", date=DATE),
        "certificates": several("name issuer", date=DAY, url=ADDRESS),
        "publications": several("name publisher summary", releaseDate=DATE, url=ADDRESS),
        "skills": several("name level", keywords=TEXTS),
        "languages": several("language fluency"),
        "interests": several("name", keywords=TEXTS),
        "references": several("name reference"),
        "projects": several("name description entity type", **PERIOD, highlights=TEXTS, keywords=TEXTS, roles=TEXTS),
        "meta": record("version lastModified", canonical=ADDRESS),
    },
}
