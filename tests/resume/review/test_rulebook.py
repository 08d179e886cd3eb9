"""The written rules are those that are run."""

from pathlib import Path

from core.resume.review import CHECKS
from core.resume.review.rulebook import rulebook

ROOT = Path(__file__).parents[3]


def test_the_page_is_in_step_with_the_checks():
    assert (ROOT / "docs/review-rules.md").read_text(encoding="utf-8") == rulebook()


def test_every_check_is_written_down():
    page = rulebook()
    assert all(f"{check.title} (`{check.name}`)" in page and check.rule in page for check in CHECKS)
