"""What people say when they want to be asked something, and what is made of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.chat.markdown import plain
from core.interview.choosing.wish import Wish, read_wish
from core.topics.subjects import AREAS, SUBJECTS, subjects_of

AREA = {area: tuple(one.id for one in subjects_of(area)) for area in ("dsa", "backend", "behavioural", "systems")}


def wish(text: str | None = None, **options: object) -> Wish:
    read = read_wish(text, **options)  # type: ignore[arg-type] # as a command's options come
    assert isinstance(read, Wish), read
    return read


def refusal(text: str | None = None, **options: object) -> str:
    read = read_wish(text, **options)  # type: ignore[arg-type]
    assert isinstance(read, str), read
    return plain(read)


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("databases", ("databases",)),
        ("Heaps", ("heaps",)),
        ("heaps, graphs", ("heaps", "graphs")),
        ("databases and networks", ("networks", "databases")),
        ("html and css", ("html-and-css",)),
        ("Stacks and queues", ("stacks-and-queues",)),
        ("sql", ("sql",)),
        ("sql databases", ("databases",)),
        ("sql, databases", ("databases", "sql")),
        ("nosql", ("databases",)),
        ("security", ("web-security", "authentication")),
        ("sql joins", ("sql",)),
        ("system design", ("system-design",)),
        ("dp", ("dynamic-programming",)),
        ("big O", ("complexity",)),
        ("CI/CD", ("delivery",)),
        ("a/b testing", ("statistics",)),
        ("data structures and algorithms", AREA["dsa"]),
        ("backend", AREA["backend"]),
        ("I have an interview tomorrow for a backend role", AREA["backend"]),
        ("hr", AREA["behavioural"]),
        ("behavioral", AREA["behavioural"]),
        ("behavioural", AREA["behavioural"]),
        ("tell me about yourself", ("motivation",)),
        ("computer science", AREA["systems"]),
    ],
)
def test_topics_are_known_by_many_names(text: str, subjects: tuple[str, ...]) -> None:
    read = wish(text)
    assert read.subjects == subjects
    assert not read.me


def test_what_a_menu_sends_is_read_as_that_and_nothing_else() -> None:
    assert [wish(name).subjects for name in SUBJECTS] == [(name,) for name in SUBJECTS]
    assert all(wish(one.name).subjects == (one.id,) for one in SUBJECTS.values())
    for area, name in AREAS.items():
        topics = tuple(one.id for one in subjects_of(area))
        assert wish(area).subjects == wish(name).subjects == wish(f"{area} senior").subjects == topics
        assert wish(area).words == (name if len(topics) > 1 else SUBJECTS[topics[0]].name)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("databses", "databases"),
        ("grpahs", "graphs"),
        ("system desing", "system-design"),
        ("kuberntes", "containers"),
        ("dynamic programing", "dynamic-programming"),
        ("javscript", "javascript"),
    ],
)
def test_a_slip_of_the_pen_is_forgiven(text: str, subject: str) -> None:
    assert wish(text).subjects == (subject,)


@pytest.mark.parametrize("text", ["cooking", "quantum", "tax", "dog", "gardening", "r2d2"])
def test_other_words_are_taken_for_no_topic(text: str) -> None:
    assert f"no questions on {text}" in refusal(text)


def test_a_refusal_names_what_is_near_and_shows_the_words_as_typed() -> None:
    assert "Nearest: Observability and incidents" in refusal("observation")
    assert "The areas are Data structures" in refusal("**bold** `code`")
    assert "no questions on bold code" in refusal("**bold** `code`")


@pytest.mark.parametrize(
    ("text", "skill", "subjects", "words"),
    [
        ("kafka", "kafka", ("messaging",), "Kafka: Queues and events"),
        ("postgres", "postgresql", ("databases",), "PostgreSQL: Databases"),
        ("MariaDB", "mariadb", ("databases",), "MariaDB: Databases"),
        ("MongoDB", "mongodb", ("databases",), "MongoDB: Databases"),
        ("java", "java", AREA["backend"], "Java: Backend"),
        ("python databases", "python", ("databases",), "Python: Databases"),
        ("databases in python", "python", ("databases",), "Python: Databases"),
    ],
)
def test_a_skill_leads_to_the_topics_that_ask_about_it(
    text: str, skill: str, subjects: tuple[str, ...], words: str
) -> None:
    read = wish(text)
    assert (read.skills, read.subjects, read.words) == ((skill,), subjects, words)


def test_a_track_of_no_area_leads_to_its_questions() -> None:
    assert wish("mobile").words == "Mobile"
    assert wish("flutter").words == "Flutter: Mobile"
    assert {"apis", "system-design"} < set(wish("mobile").subjects)


def test_a_skill_of_no_topic_leads_to_the_questions_that_test_it() -> None:
    read = wish("python")
    assert read.skills == ("python",)
    assert "concurrency" in read.subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("databases senior 10 mock", ("senior", 10, "mock", 0)),
        ("databases", ("", 5, "practice", 0)),
        ("databases mock", ("", 0, "mock", 45)),
        ("databases mock 30", ("", 0, "mock", 30)),
        ("databases 45 minutes", ("", 0, "mock", 45)),
        ("databases practice half an hour", ("", 0, "practice", 30)),
        ("an hour of databases", ("", 0, "mock", 60)),
        ("databases 2 hours", ("", 0, "mock", 120)),
        ("five questions on databases, mid-level", ("mid", 5, "practice", 0)),
        ("entry level databases 1", ("junior", 1, "practice", 0)),
        ("sr databases 20 questions", ("senior", 20, "practice", 0)),
        ("8 questions in 20 min databases", ("", 8, "mock", 20)),
    ],
)
def test_level_length_and_mode(text: str, expected: tuple[str, int, str, int]) -> None:
    read = wish(text)
    assert (read.level, read.length, read.mode, read.minutes) == expected
    assert read.subjects == ("databases",)


def test_options_count_more_than_words() -> None:
    read = wish("databases junior 3", level="Senior", length=7, mode="mock")
    assert (read.level, read.length, read.mode) == ("senior", 7, "mock")


@pytest.mark.parametrize(
    "text", [None, "", "  ", "me", "for me", "mock", "senior", "10", "45 minutes", "from my résumé"]
)
def test_no_topic_is_chosen_for_the_person(text: str | None) -> None:
    read = wish(text)
    assert read.me
    assert read.words == "For you"


def test_me_and_a_topic_go_together_and_anything_is_anything() -> None:
    assert wish("databases for me").me
    assert wish("databases for me").subjects == ("databases",)
    anything = wish("anything")
    assert (anything.me, anything.subjects, anything.words) == (False, (), "All topics")


@pytest.mark.parametrize(
    ("text", "options", "says"),
    [
        ("databases 0", {}, "1 to 20 questions"),
        ("databases 21", {}, "1 to 20 questions"),
        ("databases", {"length": 99}, "1 to 20 questions"),
        ("databases 3 minutes", {}, "5 to 120 minutes"),
        ("databases mock 500", {}, "5 to 120 minutes"),
        ("databases", {"level": "god"}, "junior, mid or senior"),
        ("databases", {"mode": "war"}, "practice or mock"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(text: str, options: dict[str, object], says: str) -> None:
    assert says in refusal(text, **options)


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from(["me", "sql", "10", "mock", "*", "`", "45 min", "heaps"])).map(" ".join)
)
def test_any_words_end_in_a_wish_or_a_sentence(text: str) -> None:
    read = read_wish(text)
    if isinstance(read, Wish):
        assert set(read.subjects) <= set(SUBJECTS)
        assert 0 <= read.length <= 20
        assert read.length or 5 <= read.minutes <= 120
        assert read.words
    else:
        assert plain(read).endswith((".", "you."))
