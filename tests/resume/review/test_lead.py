"""How lines open, in all the ways that are no fault and in those that are."""

import pytest

from core.resume.review.lead import lead
from core.resume.review.passive import passive_in
from core.resume.review.verbs import VERBS


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Built a", "past"),
        ("Successfully built a", "past"),
        ("Backend: Built APIs", "past"),
        ("Co-designed the study", "past"),
        ("Found a way", "past"),
        ("Led the team", "past"),
        ("Debugged the renderer", "past"),
        ("Helped 30 students pass", "past"),
        ("Build apps", "base"),
        ("Test the app", "base"),
        ("Maintain the suite", "base"),
        ("Builds the app", "third"),
        ("Building apps", "ing"),
        ("Development of APIs", "nominal"),
        ("Responsible for managing", "weak"),
        ("Worked on the site", "weak"),
        ("Helped to build", "weak"),
        ("Helped build the", "weak"),
        ("I built", "pronoun"),
        ("We built", "pronoun"),
        ("The API was", "noun"),
        ("Python script", "noun"),
        ("10+ projects", "noun"),
        ("Design lead for three brands", "unknown"),
        ("Test automation for radios", "unknown"),
        ("Support engineer", "unknown"),
        ("Was promoted to lead", "unknown"),
        ("A/B tested mails", "unknown"),
        ("Quarterly reporting", "unknown"),
        ("Engineering lead", "unknown"),
        ("Contributed to Django: three fixes", "past"),
        ("Responsible disclosure of a hole", "unknown"),
        ("…", "unknown"),
        ("", "unknown"),
    ],
)
def test_openings(text, kind):
    assert lead(text).kind == kind


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("build", "built building builds"),
        ("write", "wrote writing writes"),
        ("plan", "planned planning plans"),
        ("deploy", "deployed deploying deploys"),
        ("simplify", "simplified simplifying simplifies"),
        ("oversee", "oversaw overseeing oversees"),
        ("run", "ran running runs"),
        ("teach", "taught teaching teaches"),
        ("debug", "debugged debugging debugs"),
        ("free", None),
    ],
)
def test_verb_forms(base, forms):
    verb = VERBS.get(base)
    assert (f"{verb.past} {verb.ing} {verb.third}" if verb else None) == forms


def test_there_are_enough_verbs():
    assert len(VERBS) >= 300


@pytest.mark.parametrize(
    "text", ["The API was developed in Go", "Reports were written weekly", "A plan has been created"]
)
def test_the_passive_is_found(text):
    assert passive_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Was promoted to team lead",
        "Was chosen as speaker",
        "Built a service that is used by 40 teams",
        "Rewrote the importer, which was written in Perl",
        "Published a tool that was downloaded 900 times",
        "Results were published in Nature",
        "Cut what was left",
    ],
)
def test_what_is_no_fault_is_not_called_passive(text):
    assert passive_in(text) == ""
