"""Somebody with a weak résumé who rewrites it: what they send, and how they answer whatever is asked."""

import re

from tests.plain import Someone

WEAK = """# Grace Hopper-Lind

grace.lind@example.org | +44 20 7946 0321 | Leeds, UK | github.com/gracelind

## Experience

**Junior Developer, Brightside Retail**
Mar 2022 - Present

- Responsible for managing the order service
- I was involved in various tasks in the team
- Worked on the dashboard for the sales team using javascript and postgres
- The nightly reports were automated with python scripts
- Fixing bugs in the checkout and the stock pages

**Web Intern, Harbour Studio**
Jun 2020 - Feb 2022

- Helped with testing of the website
- Wrote unit tests for the booking api in order to find mistakes early
- Duties included updating pages for clients

## Education

**BSc Computer Science, University of Leeds**
2017 - 2020

## Skills

Python, JavaScript, PostgreSQL, Git, Docker
"""


def score_in(text: str) -> int:
    """The score that a message tells, or that it ends with: "58 → 63"."""
    return int(re.findall(r"(?:[Ss]core|→)\D{0,12}(\d+)", text)[-1])


def gains_in(text: str) -> int:
    """The points of all steps together, as a finished rewriting lists them."""
    signed = re.findall(r"^• ([+−±]\d+)", text, re.MULTILINE)
    return sum(int(gain.replace("−", "-").replace("±", "")) for gain in signed)


def weak(**changes: str) -> bytes:
    """The weak résumé, some of its words changed."""
    text = WEAK
    for old, new in changes.items():
        text = text.replace(old.replace("_", " "), new)
    return text.encode()


async def begins(ada: Someone, data: bytes = WEAK.encode()) -> None:
    """Sends a résumé and presses the button under its review."""
    await ada.sends(data, name="cv.md")
    await ada.presses("Rewrite")


async def answers(ada: Someone) -> str:
    """Answers the question at hand as its own example suggests, or by the first choice; returns what was said."""
    buttons = ada.last.labels
    if "Something else" in buttons:
        await ada.presses(buttons[0])
        return buttons[0]
    said = re.findall(r"For example: (.+?)\. Skip", ada.last.text)
    answer = said[0] if said else "the stock team could close each day in an hour"
    await ada.says(answer)
    return str(answer)


def asks(ada: Someone) -> bool:
    return (ada.last.reply.title or "").startswith("Question ")
