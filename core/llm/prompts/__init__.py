"""What the model is told: one file for each prompt, with a version, reviewed like code."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_ENDS = "---\n"
_FIELDS = ("name", "version", "for", "goes in", "comes out", "writing", "most")
GUARD = "guard"


class WrongPrompt(ValueError):
    """A prompt's file is missing or not in its form; the message names the file and what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One prompt: `system` is what the model is told, `most` the limit of its answer in tokens.

    `writing` asks for the model that words things for people.
    """

    name: str
    version: int
    purpose: str
    goes_in: str
    comes_out: str
    writing: bool
    most: int
    system: str

    def told(self, nonce: str) -> str:
        """The system message: the prompt, and how to treat what stands between delimiters with this nonce."""
        return f"{self.system}\n\n{prompt(GUARD).system.replace('{nonce}', nonce)}"


@cache
def prompt(name: str) -> Prompt:
    """The prompt of this name; raises `WrongPrompt`."""
    try:
        text = files(__package__).joinpath(f"{name}.md").read_text("utf-8")
    except FileNotFoundError:
        raise WrongPrompt(f"there is no prompt {name}.md; known are {', '.join(names())}") from None
    return read(name, text)


def names() -> list[str]:
    """The prompts that there are, by name."""
    found = (file.name for file in files(__package__).iterdir())
    return sorted(name.removesuffix(".md") for name in found if name.endswith(".md"))


def read(name: str, text: str) -> Prompt:
    """A prompt from its file's text: front matter between two lines of `---`, then what the model is told."""
    opening, _, rest = text.partition(_ENDS)
    head, closed, body = rest.partition(_ENDS)
    if opening or not closed:
        raise WrongPrompt(f"{name}.md does not begin with front matter between two lines of ---")
    pairs = (line.partition(":") for line in head.splitlines())
    facts = {key.strip(): value.strip() for key, _, value in pairs}
    wrong = sorted(set(_FIELDS) ^ facts.keys())
    if wrong:
        raise WrongPrompt(f"{name}.md: missing or unknown in its front matter: {', '.join(wrong)}")
    if facts["name"] != name or facts["writing"] not in {"yes", "no"} or not body.strip():
        raise WrongPrompt(f"{name}.md: its name is its file's, writing is yes or no, and the prompt follows below")
    if not facts["version"].isdigit() or not facts["most"].isdigit():
        raise WrongPrompt(f"{name}.md: version and most are whole numbers")
    return Prompt(
        name=name,
        version=int(facts["version"]),
        purpose=facts["for"],
        goes_in=facts["goes in"],
        comes_out=facts["comes out"],
        writing=facts["writing"] == "yes",
        most=int(facts["most"]),
        system=body.strip(),
    )


def table() -> str:
    """All prompts for people to read, in Markdown."""
    rows = [
        f"| `{p.name}` | {p.version} | {p.purpose} | {p.goes_in} | {p.comes_out} | {'writing' if p.writing else 'small'} "
        f"| {p.most} |"
        for p in map(prompt, names())
    ]
    return _PAGE.format(rows="\n".join(rows))


_PAGE = """\
# What the model is told

Each prompt is a file in `core/llm/prompts/`. This page is made from them (`python -m core.llm.prompts > docs/prompts.md`);
a test keeps it in step. Whoever changes what a prompt says raises its version.

| prompt | version | what it is for | what goes in | what comes out | model | most tokens out |
|---|---|---|---|---|---|---|
{rows}

Texts go in only as data: normalised, with private details replaced by marks, in the user message, between delimiters with
a random nonce. The system message is the prompt's file and the guard's, and nothing else.
"""
