"""What an update of the Bot API means: who is heard, and in which words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.telegram.decode import Me, decode
from adapters.telegram.links import PAYLOAD, line_in, payload
from core.chat.request import Pressed, Request, Said, Upload, dump_request, load_request

ME = Me(77, "career_bot")
ADA = {"id": 5, "is_bot": False, "first_name": "Ada", "last_name": "L", "language_code": "de"}
PRIVATE = {"id": 5, "type": "private", "first_name": "Ada"}
GROUP = {"id": -100, "type": "supergroup", "title": "Friends"}


def update(chat: dict[str, Any] = PRIVATE, sender: dict[str, Any] = ADA, **content: Any) -> dict[str, Any]:
    return {"update_id": 9, "message": {"message_id": 3, "date": 1, "chat": chat, "from": sender, **content}}


def heard(**content: Any) -> Request | None:
    request = decode(update(**content), ME)
    if request:
        assert load_request(dump_request(request)) == request
    return request


def said(**content: Any) -> Said | None:
    request = heard(**content)
    if request is None:
        return None
    assert isinstance(request.input, Said)
    return request.input


def test_a_private_message() -> None:
    request = heard(text="hello")
    assert request is not None
    assert (request.id, request.input) == ("telegram:9", Said(text="hello"))
    assert (request.sender.id, request.sender.name, request.sender.language) == ("5", "Ada L", "de")
    assert (request.address.chat, request.address.thread, request.address.private) == ("5", "", True)


DOCUMENT = {
    "file_id": "F",
    "file_unique_id": "u",
    "file_name": "cv.pdf",
    "mime_type": "application/pdf",
    "file_size": 12,
}
CV = Upload(platform="telegram", ref="F", name="cv.pdf", size=12, type="application/pdf")


def test_a_document_with_and_without_words() -> None:
    assert said(document=DOCUMENT) == Said(files=(CV,))
    assert said(document=DOCUMENT, caption="/resume backend") == Said(text="/resume backend", files=(CV,))


def test_a_document_without_name_and_type() -> None:
    bare = Upload(platform="telegram", ref="F", type="application/octet-stream")
    assert said(document={"file_id": "F", "file_unique_id": "u"}) == Said(files=(bare,))


def test_a_photo_comes_in_its_largest_size() -> None:
    sizes = [{"file_id": "small", "width": 90, "height": 90}, {"file_id": "big", "width": 800, "height": 600}]
    photo = said(photo=sizes)
    assert photo is not None
    assert (photo.files[0].ref, photo.files[0].type) == ("big", "image/jpeg")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"voice": {"file_id": "F", "duration": 3}}, "audio/ogg"),
        ({"voice": {"file_id": "F", "mime_type": "audio/ogg; codecs=opus"}}, "audio/ogg"),
        ({"video_note": {"file_id": "F"}}, "video/mp4"),
        ({"sticker": {"file_id": "F", "is_video": True}}, "video/webm"),
        ({"sticker": {"file_id": "F"}}, "image/webp"),
        ({"audio": {"file_id": "F", "mime_type": "audio/flac"}}, "audio/flac"),
    ],
)
def test_other_kinds_come_as_files_of_their_type(content: dict[str, Any], kind: str) -> None:
    other = said(**content)
    assert other is not None
    assert other.files[0].type == kind
    assert other.files[0].seconds == content.get("voice", {}).get("duration", 0)


@pytest.mark.parametrize("kind", ["location", "contact", "poll", "dice"])
def test_what_is_neither_text_nor_file_is_still_heard(kind: str) -> None:
    assert said(**{kind: {}}) == Said()


@pytest.mark.parametrize(
    "content",
    [
        {"pinned_message": {}},
        {"new_chat_members": [ADA], "chat": GROUP},
        {"text": "hi", "sender": {**ADA, "is_bot": True}},
        {"text": "hi", "chat": {"id": -5, "type": "channel", "title": "News"}},
    ],
)
def test_what_nobody_said_to_us_is_not_heard(content: dict[str, Any]) -> None:
    assert heard(**content) is None


def test_edits_and_channel_posts_are_not_heard() -> None:
    message = update(text="hi")["message"]
    assert decode({"update_id": 1, "edited_message": message}, ME) is None
    assert decode({"update_id": 1, "channel_post": message}, ME) is None
    assert decode({"update_id": 1, "my_chat_member": {}}, ME) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("/help", "/help"),
        ("/help@career_bot", "/help"),
        ("/HELP@Career_Bot now", "/HELP now"),
        ("/help@other_bot", None),
        ("@career_bot what can you do", "what can you do"),
        ("hey @Career_bot!", "hey !"),
        ("mail me at ada@career_bot", None),
        ("@career_bots", None),
        ("just talking", None),
    ],
)
def test_in_a_group_only_what_is_meant_for_us(text: str, meant: str | None) -> None:
    found = said(chat=GROUP, text=text)
    assert (found.text if found else None) == meant


def test_an_answer_to_the_bot_in_a_group_is_heard() -> None:
    assert said(chat=GROUP, text="yes", reply_to_message={"from": {"id": 77}}) == Said(text="yes")
    assert said(chat=GROUP, text="yes", reply_to_message={"from": {"id": 78}}) is None


def test_a_group_is_not_private_and_answers_go_to_the_message() -> None:
    request = heard(chat=GROUP, text="/help", message_thread_id=12, is_topic_message=True)
    assert request is not None
    assert (request.address.chat, request.address.thread, request.address.private) == ("-100", "12", False)
    assert request.via == {"reply": 3}


def test_a_reply_chain_is_no_topic() -> None:
    request = heard(chat=GROUP, text="/help", message_thread_id=12)
    assert request is not None
    assert request.address.thread == ""


def test_a_deep_link_carries_a_command_line() -> None:
    assert said(text=f"/start {payload('findings 12 2')}") == Said(text="/findings 12 2")


@pytest.mark.parametrize("word", ["promo", "%%%", "AAAA", "Lw", "CgpmaW5k"])
def test_another_payload_is_a_plain_start(word: str) -> None:
    assert said(text=f"/start {word}") == Said(text="/start")


@given(st.text(max_size=80))
def test_payloads_fit_and_come_back(words: str) -> None:
    line = f"resume {words}"
    word = payload(line)
    assert len(word) <= PAYLOAD
    assert word.isascii()
    assert word.replace("-", "").replace("_", "").isalnum()
    assert line_in(word) in ("", line) or line.startswith(line_in(word))


def press(rows: list[list[dict[str, Any]]], data: str, **message: Any) -> Request | None:
    shown = {**update(text="x", **message)["message"], "reply_markup": {"inline_keyboard": rows}}
    return decode({"update_id": 4, "callback_query": {"id": "q", "from": ADA, "message": shown, "data": data}}, ME)


def test_a_press() -> None:
    request = press([[{"text": "Help", "callback_data": "!help"}]], "!help")
    assert request is not None
    assert request.input == Pressed(data="!help", message="5/3t")
    assert request.via == {"callback": "q", "message": "5/3t"}


def test_a_press_under_a_picture() -> None:
    request = press([[{"text": "Help", "callback_data": "!help"}]], "!help", photo=[{"file_id": "F"}])
    assert request is not None
    assert isinstance(request.input, Pressed)
    assert request.input.message == "5/3m"


def test_done_tells_what_is_ticked() -> None:
    rows = [
        [{"text": "☑ Web", "callback_data": "=tok ? web"}, {"text": "☐ Data", "callback_data": "=tok ? data"}],
        [{"text": "☑ Mobile", "callback_data": "=tok ? mobile app"}],
        [{"text": "✔ Done", "callback_data": "=tok ?"}],
    ]
    request = press(rows, "=tok ?")
    assert request is not None
    assert request.input == Pressed(data="=tok ?", values=("web", "mobile app"), message="5/3t")


def test_a_message_that_is_too_old_to_be_shown_to_us() -> None:
    old = {"chat": PRIVATE, "message_id": 3, "date": 0}
    request = decode({"update_id": 4, "callback_query": {"id": "q", "from": ADA, "message": old, "data": "!help"}}, ME)
    assert request is not None
    assert isinstance(request.input, Pressed)


def test_characters_that_no_database_takes_are_replaced() -> None:
    assert said(text="a\x00b\ud800c") == Said(text="a\ufffdb\ufffdc")
