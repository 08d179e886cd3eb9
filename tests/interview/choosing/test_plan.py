"""Which questions a session asks, by the wish and by what is known of the person."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.interview.bank import Question, questions
from core.interview.choosing.choice import LEVELS, RESTS
from core.interview.choosing.facts import Asked, Facts
from core.interview.choosing.plan import DELICATE, planned
from core.interview.choosing.wish import Wish, read_wish
from core.interview.sessions.session import Plan
from core.topics import SKILLS, TRACKS
from core.topics.subjects import AREAS, SUBJECTS

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
BANK = questions()
IDS = sorted(BANK)
SEEDS = range(6)
WISHES = ["me", "me 1", "mock", "mock 10 senior", "databases senior", "heaps 10", "java", "hr", "anything", "sql 20"]
KNOWN = Facts(
    track="backend",
    level="mid",
    used=("kafka", "python"),
    listed=("terraform",),
    post="Backend engineer",
    asked=(Asked(label="Docker", skills=("docker",), lacking=True), Asked(label="REST", skills=("rest",))),
    due=(next(name for name in IDS if BANK[name].topic == "graphs"),),
    scores={"heaps": (4.0, 5.0), "trees": (9.0,)},
)


def plan(text: str, facts: Facts = Facts(), seed: int = 1, bank: dict[str, Question] | None = None) -> Plan:  # noqa: B008 # frozen
    wish = read_wish(text)
    assert isinstance(wish, Wish), wish
    return planned(bank or BANK, wish, facts, NOW, seed)


def asked(made: Plan) -> list[Question]:
    return [BANK[one.question] for one in made.questions]


def reasons(made: Plan) -> dict[str, Question]:
    return {one.why: BANK[one.question] for one in made.questions if one.why}


facts = st.builds(
    Facts,
    track=st.sampled_from(["", *TRACKS]),
    level=st.sampled_from(["", *LEVELS]),
    used=st.lists(st.sampled_from(sorted(SKILLS)[::25]), unique=True, max_size=4).map(tuple),
    listed=st.just(("docker", "sql")),
    post=st.just("A post"),
    asked=st.lists(st.sampled_from([Asked(label="SQL", skills=("sql",)), KNOWN.asked[0]]), max_size=2).map(tuple),
    due=st.lists(st.sampled_from([*IDS[::20], "gone"]), unique=True).map(tuple),
    last=st.dictionaries(
        st.sampled_from(IDS[::5]), st.integers(0, 30).map(lambda days: NOW - timedelta(days=days)), max_size=8
    ),
    scores=st.dictionaries(st.sampled_from([*SUBJECTS, "gone"]), st.just((3.0, 9.0)), max_size=3),
)
banks = st.just(IDS) | st.lists(st.sampled_from(IDS), unique=True, min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(WISHES), facts, banks, st.integers(0, 2**40))
def test_every_plan_holds_what_a_plan_must(text: str, known: Facts, names: list[str], seed: int) -> None:
    bank = {name: BANK[name] for name in names}
    made = plan(text, known, seed, bank)
    assert made == plan(text, known, seed, bank), "the same for the same facts and seed"
    assert made == plan(text, known, seed, dict(reversed(bank.items()))), "whatever the bank's order"
    wish = read_wish(text)
    assert isinstance(wish, Wish)
    chosen = [one.question for one in made.questions]
    assert 1 <= len(chosen) <= (wish.length or 20)
    assert len(set(chosen)) == len(chosen)
    assert set(chosen) <= set(bank)
    assert made.wish
    if wish.minutes and len(chosen) > 1:
        assert sum(BANK[name].minutes for name in chosen) <= wish.minutes
    told = [one for one in asked(made) if one.area not in ("behavioural", "design")]
    levels = [LEVELS.index(one.level) for one in told]
    at = LEVELS.index(wish.level) if wish.level else 0
    assert levels == sorted(levels, key=lambda level: (abs(level - at), level)), "the level wished for, then from easy"
    areas = [one.area == "behavioural" for one in asked(made) if one.id not in DELICATE]
    assert areas == sorted(areas, reverse=True), "behaviour comes first"


@pytest.mark.parametrize("seed", SEEDS)
def test_a_topic_stays_a_topic_and_a_level_a_level(seed: int) -> None:
    assert {one.topic for one in asked(plan("graphs 5", seed=seed))} == {"graphs"}
    juniors = plan("graphs junior 3", seed=seed)
    assert {one.level for one in asked(juniors)} == {"junior"}
    assert juniors.wish == "Graphs, junior"


def test_an_area_is_asked_over_its_topics() -> None:
    assert len({one.topic for one in asked(plan("dsa 10"))}) == 10


def test_seeds_differ() -> None:
    assert len({plan("graphs 3", seed=seed).questions for seed in range(8)}) > 4


def test_a_narrow_wish_is_widened_and_said_so() -> None:
    seniors = [one for one in BANK.values() if one.topic == "heaps" and one.level == "senior"]
    made = plan("heaps senior 5")
    assert sum(one.level == "senior" for one in asked(made)) == len(seniors) == 1
    assert made.wish == "Heaps and priority queues (only 1 of them is senior)"
    assert [one.level for one in asked(plan("databases senior"))] == ["senior"] * 3 + ["mid"] * 2
    few = plan("bit manipulation 20")
    assert f"{len(few.questions)} questions, all that I have" in few.wish
    assert "none on Java alone" in plan("java").wish


def test_a_topic_without_questions_gives_those_of_its_area() -> None:
    bank = {name: one for name, one in BANK.items() if one.topic != "heaps"}
    made = plan("heaps", bank=bank)
    assert made.wish == "Data structures and algorithms (nothing on Heaps and priority queues yet)"
    assert {one.area for one in asked(made)} == {"dsa"}
    only_git = {name: one for name, one in BANK.items() if one.topic == "git"}
    assert plan("heaps", bank=only_git).questions
    with pytest.raises(ValueError, match="without questions"):
        planned({}, Wish(), Facts(), NOW, 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_for_me_says_true_reasons(seed: int) -> None:
    found = reasons(plan("me 10", KNOWN, seed))
    for why, skills in [
        ("you say that you used Kafka", {"kafka", "event-streaming", "message-queues", "event-driven-architecture"}),
        ("you say that you used Python", {"python"}),
        ("the post “Backend engineer” asks for Docker, which your résumé lacks", {"docker", "containers"}),
    ]:
        assert why in found
        assert skills & set(found[why].skills)
    assert found["your last answer on “Heaps and priority queues” got 4.0 of 10"].topic == "heaps"
    assert found["it is due again"].id == KNOWN.due[0]
    assert not [why for why in found if "Trees" in why]


def test_a_weak_topic_whose_last_answer_was_good_is_told_by_its_mean() -> None:
    found = reasons(plan("me 10", Facts(scores={"heaps": (7.0, 2.0, 3.0)})))
    assert found["your answers on “Heaps and priority queues” average 4.0 of 10"].topic == "heaps"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("known", [Facts(), KNOWN, Facts(track="web"), Facts(track="ai_ml")])
def test_for_me_mixes_and_keeps_to_the_track(known: Facts, seed: int) -> None:
    made = asked(plan("me 10", known, seed))
    areas = Counter(one.area for one in made)
    assert 1 <= areas["behavioural"] <= 2
    assert areas["dsa"]
    assert len({one.topic for one in made}) >= 7
    unreasoned = [BANK[one.question] for one in plan("me 10", known, seed).questions if not one.why]
    strange = [one for one in unreasoned if known.track and one.tracks and known.track not in one.tracks]
    assert not strange
    assert Counter(one.area for one in asked(plan("me", known, seed)))["behavioural"] == 1


@pytest.mark.parametrize("seed", SEEDS)
def test_a_mock_is_like_a_real_interview(seed: int) -> None:
    made = plan("mock", KNOWN, seed)
    areas = Counter(one.area for one in asked(made))
    minutes = sum(one.minutes for one in asked(made))
    assert made.minutes == 45
    assert 35 <= minutes <= 45
    assert 1 <= areas["behavioural"] <= 2
    assert areas["dsa"]
    assert areas["systems"]
    assert areas["design"] == 1, "mid: a design is asked"
    assert areas.total() - areas["behavioural"] - areas["dsa"] - areas["systems"] - areas["design"]
    assert asked(made)[-1].area == "design"
    assert not Counter(one.area for one in asked(plan("mock", Facts(track="backend"), seed)))["design"]


def test_salary_is_asked_where_it_is_wished_for_or_due_and_last() -> None:
    mixed = {one.id for seed in range(40) for text in ("me", "mock") for one in asked(plan(text, seed=seed))}
    assert not mixed & set(DELICATE)
    assert set(DELICATE) <= set(BANK)
    everything = [one.question for one in plan("motivation 20").questions]
    assert set(everything[-2:]) == set(DELICATE)
    assert plan("me 3", Facts(due=DELICATE[:1])).questions[-1].question == DELICATE[0]


def test_a_mock_of_so_many_questions_takes_their_time() -> None:
    made = plan("mock 8", KNOWN)
    assert len(made.questions) == 8
    assert made.minutes == sum(one.minutes for one in asked(made))
    assert plan("databases").minutes == 0


def test_what_was_answered_lately_rests_unless_due_or_the_bank_runs_out() -> None:
    graphs = [name for name in IDS if BANK[name].topic == "graphs"]
    lately = dict.fromkeys(graphs[:-3], NOW - timedelta(days=3))
    assert {one.question for one in plan("graphs 3", Facts(last=lately)).questions} == set(graphs[-3:])
    due = plan("graphs 3", Facts(last=lately, due=(graphs[0],)))
    assert "it is due again" in reasons(due)
    assert len(plan("graphs 5", Facts(last=lately)).questions) == 5
    rested = dict.fromkeys(graphs[:-3], NOW - RESTS)
    old = {**rested, **dict.fromkeys(graphs[-3:], NOW - timedelta(days=1))}
    assert {one.question for one in plan(f"graphs {len(graphs) - 3}", Facts(last=old)).questions} == set(graphs[:-3])


def test_a_question_that_is_longer_than_the_time_is_asked_alone() -> None:
    made = plan("system design 5 minutes")
    assert len(made.questions) == 1


def test_every_area_and_subject_can_be_asked() -> None:
    for name in (*AREAS.values(), *(one.name for one in SUBJECTS.values())):
        made = plan(f"{name} 3")
        assert made.questions
        assert made.wish.startswith(name)
