"""A name that is a common word too is known in small letters where it stands beside another technology."""

import pytest

from core.topics import skills_in


def test_a_small_name_beside_another_is_known():
    assert [mention.skill.name for mention in skills_in("Worked with react and Javascript")] == ["React", "JavaScript"]


@pytest.mark.parametrize(
    "text", ["I react to JavaScript errors", "They react and respond", "We excel and Python follows us"]
)
def test_a_verb_stays_a_verb(text):
    assert "React" not in [mention.skill.name for mention in skills_in(text)]
