"""Private details: what is recognised, what is left alone, and the way back."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from core.llm.personal import found_in
from core.llm.placeholders import Placeholders

DATA = json.loads((Path(__file__).parent / "personal.json").read_text("utf-8"))
PIECES = [str(one["value"]) for one in DATA["values"]]
LOOKALIKES = ["[EMAIL_1]", "[email 1]", "EMAIL_1", "(PHONE-2)", "[[LINK_3]]", "[PRIVATE_9", "_1]", "[", "]", "\\_", "1"]
WORDS = st.one_of(st.sampled_from(PIECES + LOOKALIKES), st.text(max_size=12), st.from_regex(r"[A-Za-z0-9@._-]{1,12}"))


def hidden(text: str, *private: str) -> str:
    marks = Placeholders(private)
    marks.learn([text])
    return marks.hide(text)


@given(st.lists(WORDS, max_size=12), st.sampled_from(["", " ", ", ", "\n"]), st.lists(WORDS, max_size=3))
@example(["Ada", "ADA", "ada"], " ", ["Ada"])
@example(["[EMAIL_1]", "a@b.org"], " ", [])
@example(["[", "EMAIL", "a@b.org", "1]"], "", [])
@settings(deadline=None)
def test_what_is_hidden_comes_back(words: list[str], gap: str, private: list[str]) -> None:
    text = gap.join(words)
    marks = Placeholders(private)
    marks.learn([text])
    back = marks.put_back(marks.hide(text))
    # The same value has one mark, and so one spelling, however it was written
    assert "".join(back.casefold().split()) == "".join(text.casefold().split())
    assert marks.invented == 0


@given(st.sampled_from(PIECES), st.sampled_from(PIECES))
@settings(deadline=None)
def test_a_value_has_one_mark(one: str, other: str) -> None:
    marks = Placeholders((one, other))
    first, again, shouted = marks.hide(f"x {one} y"), marks.hide(f"x {one} y"), marks.hide(f"x {one.upper()} y")
    assert first == again == shouted
    assert one.casefold() not in first.casefold()
    assert (marks.hide(f"x {other} y") == first) == (one == other)


@pytest.mark.parametrize(
    "text",
    [
        "Node.js/Express, Vue.js, Three.js, asp.net, ASP.NET/C#, VB.NET, C++17, .NET 4.8, socket.io, discord.py, draw.io",
        "v2.3.1, Python 3.11, Ubuntu 20.04 22.04, PostgreSQL 9.6-16, 1.2.3-rc1, Java 8 11 17 21, Oracle 12c, .NET 4.8",
        "10,000 users, 1 000 000 rows, 12 000 000, 100,000,000, 3.5M, $1,200,000, 99.99%, 1500000000 events, 4096 8192",
        "2019-2021, 2019 – 2021, 01/2019 - 03/2021, 2015-2016-2017, 2021-05-01, 06/2020, 2020/2021, April 2020 – Present",
        "AWS S3 4GB, EC2 2TB, 192.168.0.1, 10.0.0.0/8, 172.16.254.1:8080, port 5432, 1024x768, 24/7, 2 4 8 16 32 64 128",
        "ISO 27001, ISO 9001:2015, RFC 2616, CVE-2021-44228, SHA256, x86_64, UTF-8, HTTP/2, OAuth 2.0, IEEE 802.11, id 42",
        "@Override @dataclass @pytest.mark @angular/core @my-org/kit, PR#2041, issue#1234, TCP/IP, CI/CD, main.py/test.py",
        "Sr. Software Engineer at Booking.com, Engineering Manager, Acme Payments; Project name: Order Service; Miss Rate",
        "GitHub: Actions, GitHub/GitLab, B.Tech., Ph.D., e.g. README.md, numpy.array, System.out.println, org.junit.Test",
        "Reports to: React Native lead; thanks to Kafka Streams; best regards to all; 4 Google Drive integrations",
        "file 2026-11874, Monitoring 24 hours, Engineering 2019, 3-5 engineers, 12-14 h, 5-10-15",
        "visa required, tax 2019 2020, PIN codes",
        "[serving __ requests a day], [Built / extended / fixed – which?], list[int], dict[str, int]",
    ],
)
def test_technical_words_stay(text: str) -> None:
    assert hidden(text) == text


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("github.com/org and https://x.org/?q=1.", "[LINK_1] and [LINK_2]."),
        ("call 9876543210, (0)30 1234567 or 06 12 34 56 78", "call [PHONE_1], [PHONE_2] or [PHONE_3]"),
        ("+49 176 12345678 / 001-415-555-0199", "[PHONE_1] / [PHONE_2]"),
        ("12 Elm St, Springfield, IL 62701", "[ADDRESS_1], Springfield, IL [POSTCODE_1]"),
        ("Hauptstraße 5, 10115 Berlin", "[ADDRESS_1], [POSTCODE_1] Berlin"),
        ("ul. Długa 12/4, 31-146 Kraków", "[ADDRESS_1], [POSTCODE_1] Kraków"),
        ("Keizersgracht 123, 1015 CJ Amsterdam", "[ADDRESS_1], [POSTCODE_1] Amsterdam"),
        ("Calle Mayor 5, 28013 Madrid; 5 rue de la Paix", "[ADDRESS_1], [POSTCODE_1] Madrid; [ADDRESS_2]"),
        ("IBAN DE89 3704 0044 0532 0130 00", "IBAN [ID_1]"),
        ("born on 3 May 1990, DOB 1990-05-03", "born on [BIRTH_DATE_1], DOB [BIRTH_DATE_2]"),
        ("Contact: Grace Lee, grace.l@x.org", "Contact: [NAME_1], [EMAIL_1]"),
        ("Ask Ms Lee-Okoro. Lee Okoro knows", "Ask Ms [NAME_1]. Lee Okoro knows"),
        ("GRACE.L@X.ORG or grace.l@x.org", "[EMAIL_1] or [EMAIL_1]"),
        ("oqr [at] example [dot] net", "[EMAIL_1]"),
        ("Write [EMAIL_1] to a@b.org", "Write [TEXT_1] to [EMAIL_1]"),
    ],
)
def test_private_details_go(text: str, sent: str) -> None:
    assert hidden(text) == sent


@pytest.mark.parametrize(
    ("text", "private", "sent"),
    [
        (
            "ADA OKAFOR, Ada's work, ada",
            ("Ada Okafor", "Ada", "Okafor"),
            "[PRIVATE_1], [PRIVATE_2]'s work, [PRIVATE_2]",
        ),
        ("Adamant Canada", ("Ada",), "Adamant Canada"),
        ("Ada\nOkafor", ("Ada Okafor",), "[PRIVATE_1]"),
        ("Zoe Muller", ("Zoë", "Müller"), "[PRIVATE_1] [PRIVATE_2]"),
        ("Mark will mark it; WILL", ("Mark", "Will"), "[PRIVATE_1] will mark it; [PRIVATE_2]"),
        ("Reading books while reading", ("Reading",), "[PRIVATE_1] books while reading"),
        ("under ada_okafor and x_ada_y", ("Ada",), "under [PRIVATE_1]_okafor and x_[PRIVATE_1]_y"),
        ("a Go to Bo", ("Bo", "", "a"), "a Go to Bo"),
        ("o.okafor@example.org", ("Okafor",), "[EMAIL_1]"),
    ],
)
def test_values_that_the_caller_names_go(text: str, private: tuple[str, ...], sent: str) -> None:
    assert hidden(text, *private) == sent


def test_a_mark_that_the_model_made_up_is_left_out() -> None:
    marks = Placeholders()
    assert marks.hide("a@b.org") == "[EMAIL_1]"
    assert marks.put_back("to [EMAIL_1], [EMAIL_2], [email_1], EMAIL_1 and [PHONE_1]") == "to a@b.org, , ,  and "
    assert marks.invented == 4


class Inner(BaseModel):
    model_config = ConfigDict(frozen=True)
    text: str = Field(max_length=12)
    tags: tuple[str, ...] = ()


class Outer(BaseModel):
    inner: Inner
    more: list[Inner]
    count: int = 3
    note: str | None = None


def test_details_come_back_in_every_string_of_an_answer() -> None:
    marks = Placeholders(("Ada Okafor-Quarmby",))
    mark = marks.hide("Ada Okafor-Quarmby")
    answer = Outer(inner=Inner(text=mark, tags=(mark, "x")), more=[Inner(text="no"), Inner(text=mark)])
    whole = "Ada Okafor-Quarmby"
    assert marks.put_back(answer).model_dump() == {
        "inner": {"text": whole, "tags": (whole, "x")},
        "more": [{"text": "no", "tags": ()}, {"text": whole, "tags": ()}],
        "count": 3,
        "note": None,
    }
    assert answer.inner.text == mark, "the answer itself stays as it came"
    assert marks.put_back({"a": [mark, 1, None, {"b": mark}]}) == {"a": [whole, 1, None, {"b": whole}]}


@pytest.mark.parametrize(
    "hostile",
    ["a-" * 9999, "Aa-" * 9999, "[" + " " * 19999, "\n" * 19999, "ID " * 9999, "1 " * 9999, "a@a." * 5000, "A1" * 9999],
)
def test_hostile_texts_take_no_longer(hostile: str) -> None:
    assert len(found_in(hostile)) <= len(hostile)


def test_a_text_of_nothing_but_addresses_is_hidden_in_time() -> None:
    sent = hidden(" ".join(f"a{number}@b.org" for number in range(2000)))
    assert "@" not in sent
    assert sent.endswith("[EMAIL_2000]")
