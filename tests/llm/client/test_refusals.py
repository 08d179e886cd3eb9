"""What an error status means, without a server: Retry-After in its forms, and error objects that are none."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.llm.port import Declined
from core.llm.refusals import Refusal, Trouble
from core.llm.wire import answer_of

ODD = [b"[" * 5000, b'{"error": []}', b'{"error": {"code": 3}}', b'{"error": "no"}']
NOW = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "wait"),
    [
        ("3", 3.0),
        ("0.5", 0.5),
        ("-4", 0.0),
        ("Sun, 22 Nov 2026 12:00:07 GMT", 7.0),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0.0),
        ("soon", None),
        ("nan", None),
        ("inf", None),
        ("", None),
    ],
)
def test_retry_after_is_a_number_or_a_date(given: str, wait: float | None) -> None:
    assert Refusal(429, {"retry-after": given}, b"").trouble(NOW) == Trouble("busy", again=True, wait=wait)


@settings(max_examples=100, deadline=None)
@given(
    st.integers(300, 599),
    st.binary(max_size=80) | st.sampled_from([b"[" * 5000, b'{"error": []}', b'{"error": {"code": 3}}']),
)
def test_any_error_has_a_reason(status: int, body: bytes) -> None:
    refusal = Refusal(status, {}, body)
    assert refusal.field("param") == ""
    assert refusal.trouble(NOW).reason in {"quota", "refused", "too long", "busy", "unreachable", "rejected"}


@pytest.mark.parametrize(
    "body", [b"[" * 100_000, b"null", b"[]", b"\xff\xfe", b'{"choices": [{"message": {"content": 7}}]}']
)
def test_what_is_no_answer_is_garbled(body: bytes) -> None:
    with pytest.raises(Declined, match="garbled"):
        answer_of(body)
