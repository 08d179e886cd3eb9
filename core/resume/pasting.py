"""Papers that come as messages: text in several parts is gathered, and a résumé is told from a job post."""

import re
from dataclasses import asdict
from typing import Any

from core.chat.book import Book
from core.chat.dispatch import captioned
from core.chat.markdown import code
from core.chat.outcome import Ask, Later, Outcome
from core.chat.reply import Button, Reply
from core.chat.request import Upload
from core.chat.turn import Answer, Turn
from core.resume.match.store import MatchStore
from core.resume.reading.papers import PaperKind, paper_kind
from core.resume.reading.refusals import MOST_BYTES
from core.resume.review.phrasing import counted

book = Book()
PART = 3900  # characters: a message this long was probably cut by the platform, so more may follow
SHORT = {"resume": 200, "post": 60}  # characters below which a text is no such paper
ASIDE = 60  # characters
LONGEST_POST, LONGEST = 40_000, 80_000  # characters of a post, and of all that is gathered
NO_LINKS = "I open no links."
_NAMES = {"resume": "a résumé", "post": "a job post"}
_CANCEL = Button("Cancel", run="cancel")
_LINKS = re.compile(r"(?:(?:https?://|www\.)\S+|[\w.-]+\.[a-z]{2,6}/\S*)", re.IGNORECASE)
_WORDS = {  # what one may write in place of pressing a button
    "resume": re.compile(r"(?i)\W*(?:(?:it'?s |it is )?(?:a |my |the )?(?:r[eé]sum[eé]|cv)|review(?: it)?)\W*"),
    "post": re.compile(
        r"(?i)\W*(?:(?:it'?s |it is )?(?:a |the )?(?:job |job ?post|post|posting|ad|job ad)|match(?: it)?)\W*"
    ),
}


def asking_resume(track: str, note: str = "") -> Ask:
    """Asks for a résumé as a file or as text."""
    text = (
        "Send it here as a **PDF** or **DOCX** file (or paste its text). I read it, score it from 0 to 100 by rules "
        "that I can explain point by point, and name the three fixes that are most worth your time.\n\n"
        "Up to 10 MB and 15 pages, in English. /privacy says what I keep."
    )
    text = f"{note}\n\n{text}" if note else text
    return _asking(Reply(title="Your résumé, please", text=text, buttons=((_CANCEL,),)), "resume", track)


def asking_post(reply: Reply) -> Ask:
    """Asks for a job post as text or as a file."""
    return _asking(reply, "post")


def _asking(reply: Reply, wanted: PaperKind, track: str = "") -> Ask:
    return Ask(reply=reply, then="paper.receive", state=_state(wanted, track))


def _state(wanted: PaperKind, track: str = "", parts: tuple[str, ...] = ()) -> dict[str, Any]:
    """`sure`: the person said which of the two it is. `choosing`: they are being asked."""
    return {"wanted": wanted, "track": track, "parts": list(parts), "sure": False, "choosing": False}


def start_review(turn: Turn, file: Upload, track: str) -> Outcome:
    """Reviews a file, unless it is too large."""
    args = {"upload": asdict(file), "track": track, "sent": turn.now.isoformat()}
    return too_large(file) or Later(job="resume.review", args=args, saying=_reading(file))


def start_match(file: Upload) -> Outcome:
    """Reads a file as a job post, unless it is too large."""
    return too_large(file) or Later(job="match.file", args={"upload": asdict(file)}, saying=_reading(file))


def too_large(file: Upload) -> Reply | None:
    if file.size <= MOST_BYTES:
        return None
    size = f"{file.size / 1024 / 1024:.0f} MB"
    name = code(file.name or "your file")
    return Reply(text=f"{name} has {size}; I take at most 10 MB. A PDF exported without pictures is far smaller.")


def _reading(file: Upload) -> Reply:
    return Reply(text=f"Reading {code(file.name or 'your file')} …")


async def take_post(turn: Turn, text: str) -> Outcome:
    """A post's text that came with a command: the whole of it, or its first part."""
    return await _next(turn, {**_state("post"), "parts": [text]}, Answer(text=text))


def link_alone(text: str) -> Reply | None:
    """The answer to a web address without a word."""
    if not _LINKS.fullmatch(text.strip()):
        return None
    return Reply(text=f"{NO_LINKS} If it is a job post, paste its text here, and I match it with your résumé.")


async def offer(turn: Turn, text: str) -> Outcome:
    """A long text that came without a command: what it seems to be is offered."""
    return await _next(turn, _state("", parts=(text,)), Answer(text=text))


@book.step("paper.receive", takes="papers")
async def receive(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
    """A file, or a paper's text in one or several messages; or which of the two kinds it is."""
    if answer.files and not captioned(answer.text, answer.files):
        file = answer.files[0]
        return start_match(file) if state["wanted"] == "post" else start_review(turn, file, state["track"])
    chosen = answer.pressed if answer.pressed in SHORT else _worded(state, answer.text)
    if chosen:
        state = {**state, "wanted": chosen, "sure": True, "choosing": False}
        return await _next(turn, state, Answer(pressed=answer.pressed))
    if answer.text.strip() and not _aside(state, answer.text):
        state = {**state, "parts": [*state["parts"], answer.text]}
    return await _next(turn, state, answer)


def _aside(state: dict[str, Any], text: str) -> bool:
    """Whether a text is a word between, while a button is waited for, and not the rest of a paper."""
    return bool(state["choosing"]) and len(text) < ASIDE and len(state["parts"][-1]) < PART


def _worded(state: dict[str, Any], text: str) -> str:
    """The kind that a person names in words while they are asked for it."""
    if not state["choosing"]:
        return ""
    return next((kind for kind, words in _WORDS.items() if words.fullmatch(text)), "")


async def _next(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
    """What is still to be asked; else the work begins."""
    text = "\n".join(state["parts"])
    if len(text) > LONGEST:
        long = f"That has {len(text):,} characters, far more than a résumé or a job post. Send only the one that I should read."
        return _again({**state, "parts": []}, long)
    kind = paper_kind(text)
    if not state["wanted"] or (not state["sure"] and kind and kind != state["wanted"]):
        return _which(state, text, kind)
    if answer.pressed != "done" and len(state["parts"][-1] if state["parts"] else "") >= PART:
        more = f"Got it, {len(text):,} characters so far. Send the rest, or press *That is all*."
        return _again(state, more, Button("That is all", answer="done"))
    if state["wanted"] == "resume":
        return _resume(turn, state, text)
    return await _post(turn, state, text)


def _which(state: dict[str, Any], text: str, kind: PaperKind) -> Ask:
    """Asks which kind of paper it is; what it seems to be comes first."""
    seems = {"resume": "Is it your résumé?", "post": "It reads like a job post.", "": "What is it?"}[kind]
    start = f"That is a long text ({len(text):,} characters). " if not state["wanted"] else ""
    if state["wanted"]:
        seems = f"I waited for {_NAMES[state['wanted']]}, but this reads like {_NAMES[kind]}. Which is it?"
    more = " If more of it follows, just send it." if len(state["parts"][-1]) >= PART else ""
    review = Button(
        "Yes, review it" if kind == "resume" and not state["wanted"] else "Review it as my résumé", answer="resume"
    )
    match = Button("Match it with my résumé", answer="post")
    pair = (match, review) if kind == "post" else (review, match)
    buttons = (pair, (Button("No" if not state["wanted"] else "Cancel", run="cancel"),))
    reply = Reply(text=start + seems + more, buttons=buttons)
    return Ask(reply=reply, then="paper.receive", state={**state, "choosing": True})


def _again(state: dict[str, Any], text: str, *buttons: Button) -> Ask:
    reply = Reply(text=text, buttons=((*buttons, _CANCEL),))
    return Ask(reply=reply, then="paper.receive", state={**state, "choosing": False})


def _resume(turn: Turn, state: dict[str, Any], text: str) -> Outcome:
    if len(text.strip()) < SHORT["resume"]:
        count = counted(len(text.strip()), "character")
        short = f"That has {count}, which is too short for a résumé. Send the file, or all of its text."
        return _again({**state, "parts": []}, short)
    args = {"text": text, "track": state["track"], "sent": turn.now.isoformat()}
    return Later(job="resume.pasted", args=args, saying=Reply(text="Reading what you pasted …"))


async def _post(turn: Turn, state: dict[str, Any], text: str) -> Outcome:
    words = _LINKS.sub(" ", text).split()
    if len(words) < 5 and _LINKS.search(text):
        return _again({**state, "parts": []}, f"{NO_LINKS} Paste the post's text here, or send it as a file.")
    if len(text.strip()) < SHORT["post"]:
        count = counted(len(text.strip()), "character")
        short = f"That has {count}, which is too short for a job post. Paste all of its text."
        return _again({**state, "parts": []}, short)
    if len(text) > LONGEST_POST:
        long = f"That has {len(text):,} characters; I take at most {LONGEST_POST:,}. Paste only the job post itself."
        return _again({**state, "parts": []}, long)
    post = await MatchStore(turn.tx, turn.person.id).add(text, turn.now)
    return Later(job="match.make", args={"post": post}, saying=Reply(text="Reading the post …"))
