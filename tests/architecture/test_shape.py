"""The house rules that a machine can check: sizes, unfinished work, what tests may do, what the README says."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

from bot.book import the_book
from bot.settings import Settings
from core.account.store import AccountStore
from core.chat.basics import table
from core.storage.chat_store import ChatStore
from core.storage.database import Database

ROOT = Path(__file__).parents[2]
CODE = sorted(path for room in ("bot", "core", "adapters") for path in (ROOT / room).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 300, 40


def functions() -> Iterator[tuple[str, int]]:
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
                yield f"{path.relative_to(ROOT)}:{node.name}", length


def test_files_are_short() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in CODE}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}
    assert statistics.median(length for length in lengths.values() if length) <= 110


def test_functions_are_short() -> None:
    lengths = list(functions())
    assert [(name, length) for name, length in lengths if length > LONGEST_FUNCTION] == []
    assert statistics.median(length for _, length in lengths) < 10


def test_nothing_is_left_unfinished() -> None:
    unfinished = re.compile(r"\b(TODO|FIXME|XXX)\b|NotImplementedError|not implemented yet|coming soon")
    found = [str(path) for path in CODE if unfinished.search(path.read_text("utf-8"))]
    assert found == []


def test_tests_patch_nothing() -> None:
    patching = re.compile(r"mock\." + r"patch|monkeypatch\." + r"setattr|unittest\." + "mock")
    assert [str(path) for path in TESTS if patching.search(path.read_text("utf-8"))] == []


def test_every_test_asserts_something() -> None:
    idle = []
    for path in TESTS:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                source = ast.unparse(node)
                if not re.search(r"\bassert\b|raises\(|\.sees\(|check|expect|verif|warns\(", source):
                    idle.append(f"{path.name}:{node.name}")
    assert idle == []


def test_readme_shows_the_commands_that_exist(tmp_path: Path) -> None:
    store = ChatStore(Database(f"sqlite:///{tmp_path}/none.db"))
    book = the_book(store, AccountStore(), Settings(_env_file=None))
    assert table(book) in (ROOT / "README.md").read_text("utf-8")
