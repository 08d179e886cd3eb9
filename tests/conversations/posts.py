"""Job posts for conversations: one that the résumé of `tests.papers` meets in part."""

POST = """Senior Backend Engineer
Tidewater Pay GmbH, Berlin (hybrid)

About us
Tidewater settles invoices for 3,000 craft businesses.

Requirements
- 5+ years of experience in backend development
- Python
- REST API design
- PostgreSQL
- Docker
- Kubernetes
- Airflow

Nice to have
- Terraform
- JavaScript
- GraphQL

What you'll do
- Own the payment service from the first sketch to the pager
- Review the work of others

What we offer
- 30 days of holiday
"""
OTHER = """Android Developer at Larkspur
We are looking for an Android developer. You will work with Kotlin every day.

Requirements
- 3+ years of Android development
- Kotlin
- Jetpack Compose
- Gradle

Nice to have
- Firebase
"""


def long_post(characters: int) -> str:
    """The same post with as many more duties as reach this length."""
    duties = "\n".join(f"- Keep report number {number} of the sales team in Leeds correct" for number in range(1, 900))
    return f"{POST}\nYour tasks\n{duties}"[:characters]


def lines_of(text: str, size: int) -> list[str]:
    """A text as a platform cuts it: parts of at most `size` characters, cut at line ends."""
    parts, part = [], ""
    for line in text.splitlines():
        if len(part) + len(line) + 1 > size:
            parts.append(part)
            part = ""
        part += line + "\n"
    return [*parts, part]
