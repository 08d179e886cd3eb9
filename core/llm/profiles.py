"""What each kind of server takes: the name of the token limit, the forms of a structured answer, and sampling."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlsplit

Mode = Literal["json_schema", "json_object", "prompt"]
TEMPERATURE = 0.2  # wording may vary a little; facts may not
SEED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is sent to one kind of server. `modes` are tried from the left; `extras` are left out if it refuses them."""

    limit: str = "max_tokens"
    modes: tuple[Mode, ...] = ("json_schema", "json_object", "prompt")
    extras: Mapping[str, Any] = field(default_factory=dict)


_LOCAL = {"temperature": TEMPERATURE, "seed": SEED}
PROFILES: Mapping[str, Profile] = {
    # GPT-6 takes a temperature only with no reasoning; `store` keeps the conversation off OpenAI's own lists.
    "openai": Profile(
        limit="max_completion_tokens",
        extras={"reasoning_effort": "none", "temperature": TEMPERATURE, "store": False},
    ),
    "ollama": Profile(extras={**_LOCAL, "reasoning_effort": "none"}),
    "vllm": Profile(extras=_LOCAL),
    "llama-server": Profile(extras=_LOCAL),
    "lmstudio": Profile(modes=("json_schema", "prompt"), extras=_LOCAL),
    "other": Profile(extras={"temperature": TEMPERATURE}),
}
_PORTS = {11434: "ollama", 1234: "lmstudio", 8080: "llama-server", 8000: "vllm"}


def kind_of(base_url: str) -> str:
    """The kind of server that a base URL speaks of: by OpenAI's host, else by the port that each listens on."""
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    if host == "api.openai.com" or host.endswith(".api.openai.com"):
        return "openai"
    return _PORTS.get(parts.port or 0, "other")


def profile_of(server: str, base_url: str) -> Profile:
    """The profile of a kind of server, which is guessed from the base URL where `server` is "auto"."""
    return PROFILES[kind_of(base_url) if server == "auto" else server]
