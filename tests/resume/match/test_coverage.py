"""What could not be judged is said, and nothing is called whole where lines were left unread."""

import pytest

from core.resume.match import coverage, views
from core.resume.match.post import Post
from core.resume.match.reading import read_post
from core.sandbox import Sandbox
from tests import papers
from tests.resume.match.judged import matched
from tests.resume.match.test_matching import ADA
from tests.world import World

NURSING = (
    "Valid NMC PIN",
    "Cannulation and venepuncture",
    "IV drug administration",
    "ILS certificate",
    "Experience of SystmOne or EPIC",
    "Full UK driving licence",
)
BULLETS = "\n".join(f"- {line}" for line in NURSING)
NURSE = f"Backend Nurse\nWhat you need:\n{BULLETS}\n- Fluent English\n- A team player with a sense of humour\n"
WARD = f"Staff Nurse\nWhat you need:\n{BULLETS}\nBenefits\n- 27 days of holiday and a pension\n"


def test_lines_that_ask_for_what_cannot_be_judged_are_known():
    post = read_post(NURSE)
    assert (post.unread, post.judged) == (NURSING, 1)
    assert not read_post("Engineer\nRequirements\n- Python\n- Good communication skills\n- Docker").unread


def test_what_is_offered_or_waived_is_not_asked_for():
    text = "Engineer\nRequirements\n- Python\n- Pay: £50k\n- A pilot's licence is not required\n- Send your CV to Ann"
    assert not read_post(text).unread


def test_a_post_that_was_kept_before_can_be_read():
    assert Post.model_validate({"title": "Nurse"}).unread == ()


def test_nothing_is_called_whole_where_lines_were_left_unread():
    result = matched(ADA, NURSE)
    assert [one.standing for one in result.verdicts] == ["shown"]
    gaps = views.gaps(1, result).text
    assert "Nothing that I could judge is missing" in gaps
    assert all(line in gaps for line in NURSING)
    assert "could judge here" in coverage.all_shown(result.post)
    assert coverage.part_judged(result.post) == " of the 1 line that I can judge"
    assert coverage.to_look_at(result.post).startswith("I could judge 1 of 7 lines")
    last = views.requirements(1, result, 9)
    assert "Full UK driving licence" in last.text
    assert "page 2 of 2" in last.title


def test_what_was_wholly_judged_may_be_called_whole():
    result = matched(ADA, "Engineer\nRequirements\n- Django\n- Kubernetes")
    assert coverage.part_judged(result.post) == coverage.to_look_at(result.post) == ""
    assert views.gaps(1, result).text == "Nothing is missing: your résumé shows all that the post asks for."


@pytest.mark.parametrize("post", [WARD, WARD.replace("\n", "\r\n")])
async def test_a_post_of_another_trade_is_told_back(sqlite_url: str, sandbox: Sandbox, post: str) -> None:
    async with World(sqlite_url, sandbox) as world:
        ada = world.person("Ada")
        await ada.sends(papers.pdf())
        await ada.says(f"/match {post}")
        ada.sees("Nothing here that I can judge", "6 lines", "Valid NMC PIN", "and 2 more", "/rewrite", "by hand")
