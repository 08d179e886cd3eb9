"""What is printed and kept for a reply, and how local files are fetched."""

import io
import os
from pathlib import Path

import pytest

from adapters.console.channel import ConsoleChannel
from adapters.console.decode import ADDRESS
from adapters.console.saved import safe_name, save
from core.chat.channel import Delivery, Gone, TooLarge
from core.chat.reply import Button, Media, Reply
from core.chat.request import Pressed, Upload


def channel(folder: Path) -> tuple[ConsoleChannel, io.StringIO]:
    output = io.StringIO()
    return ConsoleChannel(output=output, folder=folder, environment={}), output


def delivery(reply: Reply, edits: str = "", *, final: bool = True) -> Delivery:
    return Delivery(id="1", address=ADDRESS, reply=reply, edits=edits, final=final)


async def test_an_edit_keeps_its_reference_and_is_printed_again(tmp_path: Path) -> None:
    here, output = channel(tmp_path)
    first = await here.show(delivery(Reply(text="one", buttons=((Button("A", run="a"),),))))
    second = await here.show(delivery(Reply(text="two")))
    assert first != second
    again = await here.show(delivery(Reply(text="one, changed", buttons=((Button("B", run="b"),),)), first))
    assert again == first
    assert output.getvalue() == "one\n\n[1] A\n\ntwo\n\none, changed\n\n[1] B\n\n"
    assert here.keypad.press("1") == Pressed(data="!b", message=first)
    other, _ = channel(tmp_path)
    assert await other.show(delivery(Reply(text="after a restart"))) not in {first, second}


async def test_media_are_kept_beside_each_other(tmp_path: Path) -> None:
    here, output = channel(tmp_path)
    home = tmp_path / "careergpt-files"
    home.mkdir()
    (home / "page.png").write_text("the person's own")
    picture = Media("page.png", b"PNG", "image/png", "Page 1 with three boxes")
    reply = Reply(image=picture, files=(Media("../../etc/passwd\n", b"x"), Media("page.png", b"other")))
    await here.show(delivery(reply))
    await here.show(delivery(reply))
    assert (home / "page.png").read_text() == "the person's own"
    assert (home / "page-2.png").read_bytes() == b"PNG"
    assert (home / "page-3.png").read_bytes() == b"other"
    assert sorted(path.name for path in home.iterdir()) == ["_._etc_passwd", "page-2.png", "page-3.png", "page.png"]
    assert "page.png – Page 1 with three boxes: saved as careergpt-files/page-2.png" in output.getvalue()


async def test_what_cannot_be_kept_is_said(tmp_path: Path) -> None:
    (tmp_path / "careergpt-files").write_text("no folder")
    here, output = channel(tmp_path)
    await here.show(delivery(Reply(text="Here.", files=(Media("a.pdf", b"x"),))))
    assert "a.pdf: could not be saved (File exists:" in output.getvalue()


def test_a_link_in_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    home = tmp_path / "careergpt-files"
    home.mkdir()
    (tmp_path / "target").write_bytes(b"old")
    (home / "a.pdf").symlink_to(tmp_path / "target")
    assert save(Media("a.pdf", b"new"), tmp_path).path == "careergpt-files/a-2.pdf"
    assert (tmp_path / "target").read_bytes() == b"old"


NAMES = [
    *("", "..", "/", "\x1b]0;x\x07.pdf", "CON.txt", ".bashrc", "a\u202egpj.exe"),
    *("a" * 500 + ".pdf", "é" * 300, "x." + "y" * 300),
]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_safe(tmp_path: Path, name: str) -> None:
    safe = safe_name(name)
    assert safe.isprintable()
    assert 0 < len(safe.encode()) <= 128
    assert not safe.startswith(".")
    assert not set(safe) & set('/\\:*?"<>|')
    assert save(Media(name, b"x"), tmp_path).path


async def test_fetch(tmp_path: Path) -> None:
    here, _ = channel(tmp_path)
    path = tmp_path / "cv.pdf"
    path.write_bytes(b"12345")

    def upload(at: Path) -> Upload:
        return Upload(platform="console", ref=str(at), name=at.name)

    assert await here.fetch(upload(path), 5) == b"12345"
    with pytest.raises(TooLarge):
        await here.fetch(upload(path), 4)
    os.mkfifo(tmp_path / "pipe")
    for gone in (tmp_path / "missing", tmp_path, tmp_path / "pipe", Path("/dev/zero"), Path("a\0b")):
        with pytest.raises(Gone):
            await here.fetch(upload(gone), 5)
