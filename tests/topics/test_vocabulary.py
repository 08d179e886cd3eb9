"""The vocabulary is large enough, consistent, and every track asks for skills that exist."""

import pytest

from core.topics import SKILLS, TRACKS, skill_named, track_of_title, with_implied


def test_there_are_enough_skills_of_every_family():
    families = {skill.family for skill in SKILLS.values()}
    assert len(SKILLS) >= 620
    assert families == {"language", "framework", "database", "cloud", "tool", "concept", "practice"}


def test_every_form_leads_to_its_own_skill():
    lost = {
        form: found.name if found else None
        for skill in SKILLS.values()
        for form in skill.forms
        if (found := skill_named(form)) is not skill
    }
    assert lost == {}


def test_no_form_is_both_right_and_wrong():
    both = {skill.name for skill in SKILLS.values() if {skill.name, *skill.aliases} & set(skill.wrong)}
    assert both == set()


@pytest.mark.parametrize("track", TRACKS.values(), ids=lambda track: track.id)
def test_a_track_asks_only_for_known_skills(track):
    asked = {skill for group in (*track.core, *track.expected) for skill in group.any} | set(track.extra)
    assert asked <= set(SKILLS)
    assert len(track.core) >= 3
    assert len(track.expected) >= 4


def test_there_are_the_six_tracks():
    assert list(TRACKS) == ["web", "backend", "ai_ml", "data", "mobile", "devops"]


@pytest.mark.parametrize(
    ("title", "track"),
    [
        ("Senior Backend Engineer", "backend"),
        ("Front-End Developer", "web"),
        ("Full Stack Web Developer", "web"),
        ("Machine Learning Intern", "ai_ml"),
        ("Data Engineer", "data"),
        ("iOS Developer", "mobile"),
        ("React Native Developer", "mobile"),
        ("Site Reliability Engineer", "devops"),
        (".NET Developer", "backend"),
        ("Registered Nurse", None),
        ("Software Engineer", None),
        ("", None),
    ],
)
def test_titles_name_tracks(title, track):
    assert track_of_title(title) == track


def test_skills_imply_what_nobody_can_do_without():
    assert with_implied(["next-js"]) >= {"next-js", "react", "javascript", "html"}
    assert with_implied(["github-actions"]) >= {"github", "git", "ci-cd"}
    assert with_implied([]) == frozenset()
    assert {implied for skill in SKILLS.values() for implied in skill.implies} <= set(SKILLS)
