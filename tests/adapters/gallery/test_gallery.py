"""Every part of every reply is shown on every platform, within its limits, as it was typed."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import MISSING, fields
from itertools import groupby

import pytest

from core.chat.markdown import blocks
from core.chat.reply import Progress, Reply, dump_reply, load_reply
from tests.adapters.gallery.samples import samples
from tests.adapters.gallery.views import VIEWS

SAMPLES = samples()


def told(reply: Reply) -> Iterator[str]:
    """Every word that a reply carries, piece by piece."""
    yield from (reply.title, reply.footer)
    for block in blocks(reply.text):
        yield block.marker if block.marker != "•" else ""
        for _, spans in groupby(block.spans, key=lambda span: span.url):
            yield from "".join(span.text for span in spans).split("\n")
    for fact in reply.facts:
        yield from (fact.name, fact.value)
    for progress in reply.progress:
        yield from (progress.label, amount(progress))
    for row in reply.buttons:
        yield from (button.label for button in row)
    if reply.menu:
        yield reply.menu.prompt
        for choice in reply.menu.choices:
            yield from (choice.label, choice.hint)
    if reply.form:
        yield reply.form.title
        for field in reply.form.fields:
            yield from (field.question, field.current, *(label for _, label in field.choices))


def amount(progress: Progress) -> str:
    if progress.percent:
        return f"{100 * progress.done / progress.total:.0f} %"
    return f"{progress.done:g}/{progress.total:g}"


def addresses(reply: Reply) -> Iterator[str]:
    yield from (span.url for block in blocks(reply.text) for span in block.spans if span.url)
    yield from (button.url for row in reply.buttons for button in row if button.url)


def bare(words: str) -> str:
    """What can be seen of words, whatever a platform does with spaces and with characters that nobody sees."""
    return "".join(sign for sign in words if not _unseen(sign))


def _unseen(sign: str) -> bool:
    invisible = unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"}
    return invisible or "\u2400" <= sign <= "\u2421" or sign in "\ufffd⏎"


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("platform", VIEWS)
def test_nothing_disappears(platform: str, name: str) -> None:
    reply = SAMPLES[name]
    view = VIEWS[platform](reply)
    seen = bare(view.words)
    missing = [piece for piece in told(reply) if bare(piece) not in seen]
    assert not missing, f"not shown on {platform}: {missing[0][:200]!r}\n{view.words[:2000]}"
    assert view.files == len(reply.files) + bool(reply.image)
    lost = [url for url in addresses(reply) if re.sub(r"^\w+:", "", url) not in view.addresses]
    assert not lost, f"cannot be opened on {platform}: {lost[0]}"


@pytest.mark.parametrize("platform", VIEWS)
def test_plain_file_names_are_kept(platform: str) -> None:
    assert all(f"paper{n}.pdf" in VIEWS[platform](SAMPLES["files alone"]).words for n in range(12))


@pytest.mark.parametrize("platform", VIEWS)
def test_a_picture_without_words_says_what_it_shows(platform: str) -> None:
    assert bare("Page 1 with three numbered boxes") in bare(VIEWS[platform](SAMPLES["picture"]).words)


@pytest.mark.parametrize("name", [name for name in SAMPLES if name != "nasty lone"])
def test_it_is_the_same_after_a_restart(name: str) -> None:
    reply = load_reply(dump_reply(SAMPLES[name]))
    assert all(view(reply) == view(SAMPLES[name]) for view in VIEWS.values())


def test_the_gallery_shows_every_part() -> None:
    for part in fields(Reply):
        absent = part.default if part.default is not MISSING else None
        assert any(getattr(reply, part.name) != absent for reply in SAMPLES.values()), f"no sample has {part.name}"
