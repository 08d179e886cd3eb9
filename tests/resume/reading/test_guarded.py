import pytest

from core.resume.document import Unreadable
from core.resume.reading.guarded import MODULES, read_guarded
from core.sandbox import Sandbox
from tests.bad_files.bad_pdfs import five_million_characters_on_a_page
from tests.bad_files.make import good


async def test_limits_become_sentences() -> None:
    async with Sandbox(seconds=0.2, megabytes=400, modules=MODULES) as sandbox:
        with pytest.raises(Unreadable, match="too long") as refusal:
            await read_guarded(sandbox, five_million_characters_on_a_page())
        assert refusal.value.reason == "timeout"


async def test_memory_becomes_a_sentence() -> None:
    async with Sandbox(megabytes=32, modules=MODULES) as sandbox:
        with pytest.raises(Unreadable, match="memory") as refusal:
            await read_guarded(sandbox, b"\xff\xfe" + "Ada Lovelace\n".encode("utf-16-le") * 350_000)
        assert refusal.value.reason == "memory"
        assert (await read_guarded(sandbox, good())).lines[0].text == "Ada Lovelace"


async def test_refusals_and_documents_pass_the_sandbox_whole() -> None:
    async with Sandbox(modules=MODULES) as sandbox:
        document = await read_guarded(sandbox, good(), "cv.pdf")
        assert document.kind == "pdf"
        with pytest.raises(Unreadable) as refusal:
            await read_guarded(sandbox, b"")
        assert (refusal.value.reason, refusal.value.sentence[:10]) == ("empty", "This file ")
