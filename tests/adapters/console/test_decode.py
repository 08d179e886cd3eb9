"""What a typed line means: commands, talk, files in all the ways that terminals write them, and numbers."""

import os
import time
from contextlib import suppress
from pathlib import Path

import pytest

from adapters.console.decode import Decoder, upload, whoever
from adapters.console.keypad import Keypad, Misunderstood
from core.chat.reply import Button, Choice, Menu, Reply
from core.chat.request import Pressed, Said, Sender
from tests.adapters.console.house import book


@pytest.fixture
def decoder(tmp_path: Path) -> Decoder:
    for name in ("cv.pdf", "My CV (final).pdf", "it's Ünal.pdf", "backend.txt", "100%.pdf"):
        (tmp_path / name).write_bytes(b"%PDF")
    (tmp_path / "backend").mkdir()
    (tmp_path / "sub dir").mkdir()
    (tmp_path / "sub dir" / "a b.docx").write_bytes(b"PK")
    return Decoder(book(), Keypad(), Sender(platform="console", id="ada"), tmp_path)


def said(decoder: Decoder, line: str) -> Said:
    given = decoder.request(line).input
    assert isinstance(given, Said)
    return given


def names(given: Said) -> list[str]:
    return [file.name for file in given.files]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("cv.pdf", "cv.pdf"),
        ("  cv.pdf  ", "cv.pdf"),
        ("'cv.pdf'", "cv.pdf"),
        ('"cv.pdf"', "cv.pdf"),
        ("./cv.pdf", "cv.pdf"),
        ("My CV (final).pdf", "My CV (final).pdf"),
        (r"My\ CV\ \(final\).pdf", "My CV (final).pdf"),
        ("'My CV (final).pdf'", "My CV (final).pdf"),
        ('"My CV (final).pdf"', "My CV (final).pdf"),
        (r"it\'s\ Ünal.pdf", "it's Ünal.pdf"),
        (r"'it'\''s Ünal.pdf'", "it's Ünal.pdf"),
        ("it's Ünal.pdf", "it's Ünal.pdf"),
        ("100%.pdf", "100%.pdf"),
        ("sub dir/a b.docx", "a b.docx"),
        (r"sub\ dir/a\ b.docx", "a b.docx"),
    ],
)
@pytest.mark.parametrize("before", ["", "/resume "])
def test_a_file_is_found_however_it_is_written(decoder: Decoder, typed: str, name: str, before: str) -> None:
    given = said(decoder, before + typed)
    assert names(given) == [name]
    assert given.text == before.strip()
    assert given.files[0].ref == os.path.abspath(given.files[0].ref)  # noqa: PTH100
    assert Path(given.files[0].ref).is_file()


@pytest.mark.parametrize("form", ["{path}", "'{path}'", "{escaped}", "file://{uri}", "file://localhost{uri}"])
def test_absolute_paths_as_terminals_paste_them(decoder: Decoder, form: str) -> None:
    path = str(decoder.folder / "My CV (final).pdf")
    escaped = path.replace(" ", "\\ ").replace("(", "\\(").replace(")", "\\)")
    line = form.format(path=path, escaped=escaped, uri=path.replace(" ", "%20"))
    for before in ("", "/resume ", "please look at "):
        given = said(decoder, before + line)
        assert names(given) == ["My CV (final).pdf"]
        assert given.text == before.strip()


def test_a_file_in_the_home_folder(decoder: Decoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert names(said(decoder, "/resume ~/cv.pdf")) == ["cv.pdf"]
    assert names(said(decoder, "~/cv.pdf")) == ["cv.pdf"]
    assert said(decoder, "~30 years of experience").text == "~30 years of experience"


def test_options_stay_beside_the_file(decoder: Decoder) -> None:
    for line in ("/resume cv.pdf backend", "/resume backend cv.pdf"):
        given = said(decoder, line)
        assert (given.text, names(given)) == ("/resume backend", ["cv.pdf"])
    given = said(decoder, "/resume My CV (final).pdf track=web")
    assert (given.text, names(given)) == ("/resume track=web", ["My CV (final).pdf"])


def test_several_dropped_files_are_one_message(decoder: Decoder) -> None:
    first, second = decoder.folder / "cv.pdf", decoder.folder / "backend.txt"
    given = said(decoder, f"'{first}' '{second}'")
    assert names(given) == ["cv.pdf", "backend.txt"]
    assert given.text == ""


@pytest.mark.parametrize(
    "line",
    [
        "hello",
        "backend",
        "/resume",
        "/resume backend",
        "/settings Europe/Berlin",
        "/settings cv.pdf",
        "/nonsense cv.pdf",
        "I updated cv.pdf, have a look",
        "/api/v1/users takes a page number",
        "either/or",
        "C++ and ~ and 'quotes \" left open",
        "\\",
        "'",
        "a" * 100_000,
        "./" * 30_000,
        "/resume@careergpt backend",
    ],
)
def test_words_stay_words(decoder: Decoder, line: str) -> None:
    given = said(decoder, line)
    assert given.files == ()
    assert given.text in {line, line.replace("@careergpt", "")}


@pytest.mark.parametrize(
    "line",
    [
        "missing.pdf",
        "/resume missing.pdf",
        "/resume backend missing.pdf",
        "/resume missing",
        "/resume ./missing",
        "'missing.pdf'",
        "file://{folder}/missing.pdf",
        "{folder}/missing.pdf",
        "~/../..{folder}/missing.pdf",
    ],
)
def test_a_missing_file_is_named_with_the_folder(decoder: Decoder, line: str) -> None:
    with pytest.raises(Misunderstood) as problem:
        decoder.request(line.format(folder=decoder.folder))
    assert "no file “missing" in str(problem.value)
    assert str(decoder.folder) in str(problem.value)


def test_what_is_no_file_is_said(decoder: Decoder) -> None:
    with pytest.raises(Misunderstood, match="is a folder"):
        decoder.request(f"/resume {decoder.folder}")
    with pytest.raises(Misunderstood, match="cannot be read"):
        decoder.request("/dev/null")
    pipe = decoder.folder / "pipe.pdf"
    os.mkfifo(pipe)
    with pytest.raises(Misunderstood, match="cannot be read"):
        upload(pipe)


def test_nul_and_overlong_names_are_no_files(decoder: Decoder) -> None:
    assert said(decoder, "a\0b/c").files == ()
    with pytest.raises(Misunderstood):
        decoder.request("/resume " + "x" * 5000 + ".pdf")


@pytest.mark.parametrize("word", ["word ", "/a ", "'", "'\\''", '"', "\\ ", "a.b ", "~/x ", "'a ", "file://a "])
@pytest.mark.parametrize("command", ["", "/resume "])
def test_a_pasted_page_is_read_in_no_time(decoder: Decoder, word: str, command: str) -> None:
    started = time.process_time()
    with suppress(Misunderstood):
        decoder.request(command + word * 20_000 + "end")
    assert time.process_time() - started < 2.0


def test_every_event_has_an_id_of_its_own(decoder: Decoder) -> None:
    again = Decoder(decoder.book, Keypad(), decoder.sender, decoder.folder)
    ids = {each.request("hi").id for each in (decoder, again) for _ in range(50)}
    assert len(ids) == 100


BUTTONS = Reply(
    buttons=((Button("Skip", answer="t skip"), Button("Site", url="https://example.org")), (Button("All", run="all"),)),
    menu=Menu((Choice("A", "a"), Choice("B", "b")), run="pick"),
)


def pressed(decoder: Decoder, line: str) -> Pressed:
    given = decoder.request(line).input
    assert isinstance(given, Pressed)
    return given


def test_numbers_press_what_was_shown_last(decoder: Decoder) -> None:
    decoder.keypad.offer("m1", BUTTONS)
    assert pressed(decoder, "1") == Pressed(data="=t skip", message="m1")
    assert pressed(decoder, " 2 ") == Pressed(data="!all", message="m1")
    assert pressed(decoder, "4") == Pressed(data="!pick", values=("b",), message="m1")
    decoder.keypad.offer("m2", Reply(buttons=((Button("One", run="one"),),)))
    with pytest.raises(Misunderstood, match=r"no \[4\], only \[1\]\. .*quotes"):
        decoder.request("4")
    decoder.keypad.offer("m3", Reply(text="How many?", buttons=((Button("Cancel", run="cancel"),),)))
    assert said(decoder, "4").text == "4"


def test_old_numbers_say_so_and_other_numbers_are_words(decoder: Decoder) -> None:
    assert said(decoder, "3").text == "3"
    decoder.keypad.offer("m1", BUTTONS)
    assert said(decoder, "2019").text == "2019"
    decoder.keypad.offer("m2", Reply(text="How many?"))
    with pytest.raises(Misunderstood, match="older message"):
        decoder.request("2")
    assert said(decoder, '"2"').text == "2"
    assert said(decoder, "12").text == "12"


def test_several_choices_at_once(decoder: Decoder) -> None:
    menu = Menu((Choice("A", "a"), Choice("B", "b"), Choice("C", "c")), answer="t ?", several=True)
    decoder.keypad.offer("m", Reply(menu=menu, buttons=((Button("Cancel", run="cancel"),),)))
    for line in ("2,4", "2 4", "2, 4", "2 4 2"):
        assert pressed(decoder, line) == Pressed(data="=t ?", values=("a", "c"), message="m")
    assert pressed(decoder, "3").values == ("b",)
    assert said(decoder, "1 2").text == "1 2"
    with pytest.raises(Misunderstood, match=r"no \[9\]"):
        decoder.request("2,9")


def test_the_person_is_the_account() -> None:
    person = whoever({"LANG": "de_AT.UTF-8"})
    assert person.platform == "console"
    assert person.id == person.name != ""
    assert person.language == "de-AT"
    assert whoever({"LANG": "C.UTF-8"}).language == ""
    assert whoever({}).language == ""


def test_where_a_figure_is_asked_for_numbers_are_the_answer(decoder: Decoder) -> None:
    decoder.keypad.offer("m1", BUTTONS)
    buttons = ((Button("Skip", answer="t skip"), Button("Stop", answer="t stop")),)
    decoder.keypad.offer("m2", Reply(text="How many?", buttons=buttons, counts=True))
    assert said(decoder, "2").text == "2"
    assert said(decoder, "12 students").text == "12 students"
    assert decoder.request("B").input == Pressed(data="=t stop", message="m2")
