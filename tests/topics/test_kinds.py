"""What a skill is one of: whoever asks for the kind is content with a member, and close members help to learn each other."""

from graphlib import TopologicalSorter

import pytest

from core.topics import MEMBERS, SKILLS, covered_by, relatives_of, skills_in


def test_every_kind_is_a_known_skill():
    assert {kind for skill in SKILLS.values() for kind in skill.kinds} <= set(SKILLS)


def test_neither_kinds_nor_implications_go_round_in_circles():
    order = list(TopologicalSorter({skill.id: skill.implies + skill.kinds for skill in SKILLS.values()}).static_order())
    assert len(order) == len(SKILLS)


def test_only_kinds_are_broad():
    assert {skill.id for skill in SKILLS.values() if skill.broad} <= set(MEMBERS)


@pytest.mark.parametrize(
    ("skill", "covers"),
    [
        ("postgresql", {"sql", "relational-databases", "databases"}),
        ("amazon-eks", {"kubernetes", "containers", "container-orchestration", "aws", "cloud-platforms"}),
        ("next-js", {"react", "javascript", "frontend-frameworks", "programming-languages"}),
        ("jenkins", {"ci-cd"}),
        ("pytest", {"python", "automated-testing", "unit-testing", "test-frameworks"}),
        ("fastapi", {"python", "python-web-frameworks", "web-frameworks", "rest"}),
        ("kafka", {"message-queues", "event-streaming"}),
        ("cypress", {"javascript", "browser-automation", "end-to-end-testing"}),
        ("jira", {"issue-trackers"}),
    ],
)
def test_a_member_covers_its_kinds(skill, covers):
    assert covered_by(skill) >= covers


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        ("postgresql", "mysql", True),
        ("aws", "google-cloud", True),
        ("react", "angular", True),
        ("github-actions", "jenkins", True),
        ("rabbitmq", "kafka", True),
        ("flask", "django", True),
        ("tableau", "power-bi", True),
        ("python", "java", False),
        ("django", "laravel", False),
        ("pytest", "cypress", False),
        ("postgresql", "mongodb", False),
        ("git", "github", False),
    ],
)
def test_close_members_are_relatives_and_members_of_broad_kinds_are_not(one, other, close):
    assert (other in relatives_of(one)) is close
    assert (one in relatives_of(other)) is close


def test_nobody_is_their_own_relative():
    assert [name for name in SKILLS if name in relatives_of(name)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("IaC with OpenTofu on GCP", ["infrastructure-as-code", "opentofu", "google-cloud"]),
        ("a SQL database and a cloud provider", ["relational-databases", "cloud-platforms"]),
        ("a modern front-end framework", ["frontend-frameworks"]),
        ("Product roadmaps, PRDs and OKRs", ["product-roadmaps", "product-requirements", "okrs"]),
        ("FreeRTOS on STM32 over CAN bus", ["freertos", "stm32", "can-bus"]),
        ("Amplitude, Mixpanel and Notion", ["amplitude", "mixpanel", "notion"]),
        ("RAG with Qdrant and vLLM", ["retrieval-augmented-generation", "qdrant", "vllm"]),
        ("Snyk, OWASP Top 10 and ISO 27001", ["snyk", "owasp", "iso-27001"]),
    ],
)
def test_kinds_and_newer_names_are_found(text, found):
    assert [mention.skill.id for mention in skills_in(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "I have no notion of the segment, and a linear echo of karma",
        "Kept the site safe and lean",
        "A waterfall in the room, with a sketch of a nomad",
        "Poetry readings at the backstage café",
        "Barclays plc, Hannover Re, Maui",
        "Signed a pact with the composer",
        "A bachelor in mathematics",
    ],
)
def test_newer_names_that_are_common_words_stay_words(text):
    assert skills_in(text) == []


def test_hyphens_are_no_misspelling_of_a_practice():
    (mention,) = skills_in("Wrote end to end tests")
    assert mention.spelled_right
