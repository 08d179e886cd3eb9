"""The matcher judges as a careful recruiter did who had not seen it, and unlike jobs do not match."""

import pytest

from tests.resume.match.judged import FOLDERS, pairs, verdict_for

NAMES = [folder.name for folder in FOLDERS]


def rows():
    for pair in pairs():
        result = pair.against(pair.post)
        for row in pair.expected["requirements"]:
            yield pair, row, verdict_for(row, result)


def test_nine_of_ten_verdicts_agree():
    judged = [(row["verdict"], verdict.standing if verdict else "unread") for _, row, verdict in rows()]
    agreed = sum(theirs == ours for theirs, ours in judged)
    assert len(judged) >= 360
    assert agreed / len(judged) >= 0.95


def test_nearly_every_need_agrees():
    judged = [(row["need"], verdict.requirement.need) for _, row, verdict in rows() if verdict]
    assert sum(theirs == ours for theirs, ours in judged) / len(judged) >= 0.97


def test_little_is_read_that_nobody_asked():
    read = sum(len(pair.post.requirements) for pair in pairs())
    assert read <= 1.05 * sum(len(pair.expected["requirements"]) for pair in pairs())


@pytest.mark.parametrize("field", ["title", "place"])
def test_names_are_read(field):
    right = [getattr(pair.post, field).lower() == pair.expected[field].lower() for pair in pairs()]
    assert sum(right) / len(right) >= 0.9


def test_level_years_degree_and_home_office_are_read():
    for pair in pairs():
        wanted, post = pair.expected, pair.post
        years = [one.years for one in post.requirements if one.kind == "years"]
        degrees = [one for one in post.requirements if one.kind == "degree"]
        assert post.seniority == wanted["seniority"]
        assert post.remote == wanted["remote"]
        assert (min(years) if years else None) == wanted["years"]
        assert (degrees[0].level if degrees else "") == wanted["degree"]
        required = any(one.need == "must" and not one.or_experience for one in degrees)
        assert required == wanted["degree_required"]


def test_a_quote_is_a_line_of_the_resume():
    for pair, _, verdict in rows():
        if verdict and verdict.standing != "missing":
            told = " ".join(line.text for line in pair.document.lines)
            assert verdict.quote
            assert verdict.quote in told


def test_the_quoted_post_is_the_posts_own_words():
    for pair in pairs():
        words = " ".join(pair.text.split())
        assert all(one.quote in words for one in pair.post.requirements)


@pytest.mark.parametrize("name", NAMES)
def test_a_percent_is_the_sum_of_its_parts(name):
    pair = next(pair for pair in pairs() if pair.name == name)
    result = pair.against(pair.post)
    assert sum(part.possible for part in result.parts) == pytest.approx(100)
    assert result.percent == round(sum(part.earned for part in result.parts))
    assert all(0 <= part.earned <= part.possible for part in result.parts)
    assert 0 <= result.percent <= result.reachable <= 100


def test_swapped_posts_match_less():
    everyone = pairs()
    table = [[one.against(other.post).percent for other in everyone] for one in everyone]
    size = range(len(everyone))
    drops = [table[i][i] - table[i][j] for i in size for j in size if i != j]
    assert sum(drop > 0 for drop in drops) / len(drops) >= 0.96
    assert sum(drops) / len(drops) >= 40
    assert sum(row[at] >= sorted(row)[-2] for at, row in enumerate(table)) / len(table) >= 0.95  # some jobs are alike


def test_the_same_twice_is_the_same():
    pair = pairs()[0]
    assert pair.against(pair.post) == pair.against(pair.post)
