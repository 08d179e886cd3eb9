"""Languages of people in posts: how well, which of several, and which are only a school's subject."""

import pytest

from tests.resume.match.judged import asked, matched, standing
from tests.resume.match.test_matching import ADA


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Subject knowledge of Maths and English", {}),
        ("GCSE English at grade 4", {}),
        ("You don't need German, but English is required", {"English": "must"}),
        ("English at C1, French is a plus", {"English (C1)": "must", "French": "nice"}),
        ("English at C1 is required. French is a plus.", {"English (C1)": "must", "French": "nice"}),
        ("French is a plus and C1 English is a must", {"French": "nice", "English (C1)": "must"}),
        ("Fluent English and German", {"English (fluent)": "must", "German (fluent)": "must"}),
        ("Polish or Urdu", {"Polish or Urdu": "must"}),
        ("Fluent in Polish or Urdu, and good English", {"Polish or Urdu (fluent)": "must", "English (B1)": "must"}),
    ],
)
def test_languages_are_read(line, wanted):
    assert asked(f"Requirements\n- {line}") == wanted


def test_one_of_several_languages_is_enough():
    result = matched(ADA, "Requirements\n- German or Urdu\n- Polish or Welsh")
    assert standing(result) == {"German or Urdu": "shown", "Polish or Welsh": "missing"}
    assert result.verdicts[1].because == "Polish and Welsh stand nowhere in the résumé."
