"""What a post says that it does not want, or takes as well, is no must."""

import pytest

from tests.resume.match.judged import asked


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("We don't use Hadoop.", {}),
        ("We do not use Hadoop or Pig", {}),
        ("We no longer run Jenkins", {}),
        ("We don't use Jenkins but GitLab CI", {"GitLab CI": "must"}),
        ("Hadoop is not used here", {}),
        ("German is not required.", {}),
        ("You don't need German", {}),
        ("You must not be afraid of legacy PHP", {"PHP": "nice"}),
        ("Java or Go (Python is fine, too)", {"Java, Go or Python": "must"}),
        ("Java, but Kotlin is also okay", {"Java or Kotlin": "must"}),
        ("PostgreSQL (Terraform is fine, too)", {"PostgreSQL": "must", "Terraform": "must"}),
    ],
)
def test_what_is_waived_or_as_good_is_no_must_of_its_own(line, wanted):
    assert asked(f"Requirements\n- {line}") == wanted
